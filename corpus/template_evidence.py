"""Judge repeated lines: template of the site, or something that repeats for another reason.

What repeats like a template and is none: the lines of a story that was printed many times (its documents are copies of
each other), the background paragraph of a running story (its documents are about one thing), refrains and section
headings (they stand inside articles, or keep company with lines that do), names, and one author's own words.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from cleaners.knowledge.names import has_given_name, read_names
from cleaners.knowledge.places import known
from corpus.template_counts import Excerpt, Site

STEADY = 0.75
"""Share of a line's documents in which it stands before the article, or after it, or beside the same line."""
STORIES = 0.75
"""Different stories among the documents looked at, as a share."""
COPIES = 0.1
"""Share of common three-word sequences from which two documents are one story; unrelated ones have less than .01."""
LIKENESS = 1.4
"""How much more alike a line's documents may be in their words than the documents of the site are."""
USUAL = 0.05
"""Words that any two documents of a language share, at least, as a share; below that chance rules."""
SKETCH = 100
"""Hashes kept of a document."""
BRIEF, LONG = 30, 300
"""A line seen for less than BRIEF days, and a tenth of the time of its site, if that is more than LONG days."""

WORD = re.compile(r"[^\W\d_]+")
LABEL = re.compile(r"(?:by|von|par|por|di|av|af|door)[:\s]\s*", re.IGNORECASE)

Sketch = frozenset[int]


class Judged(NamedTuple):
    """A repeated line with its evidence; ``against`` says why it is no template, and is empty for a template.

    ``wordings`` are its forms, the most frequent first; ``documents`` have it, ``share`` of the site's; in so many of
    them it stands ``before``, ``inside`` or ``after`` the article's own prose, and beside the same other line
    (``neighbour``). ``stories`` is the share of different stories among the documents looked at, ``likeness`` how much
    more alike they are than any documents of the site; ``samples`` are ids of some.
    """

    wordings: tuple[str, ...]
    documents: int
    share: float
    before: int
    inside: int
    after: int
    neighbour: int
    stories: float
    likeness: float
    authors: int
    first: str | None
    last: str | None
    samples: tuple[str, ...]
    against: str = ""


def judge(site: Site, least: int) -> list[Judged]:
    """Judge the repeated lines of a site; the most frequent first."""
    own: dict[str, list[str]] = {}
    for excerpt in site.excerpts:
        if excerpt.own:
            own.setdefault(excerpt.document, []).append(excerpt.line)
    sequences = {id: sketch(lines, 3) for id, lines in own.items()}
    words = {id: sketch(lines, 1) for id, lines in own.items()}
    usual = _mean_likeness({row.document for row in site.excerpts if row.plain}, words)
    chosen: dict[int, list[Excerpt]] = {}
    for excerpt in site.excerpts:
        if excerpt.chosen:
            chosen.setdefault(excerpt.key, []).append(excerpt)
    judged = {}
    for row in site.rows:
        line = _evidence(site, row, chosen[row["key"]], sequences, words, usual)
        judged[row["key"]] = line._replace(against=_against(line, row, site, least))
    headings = _headings(judged, chosen, site.excerpts)
    found = [line._replace(against="section heading") if key in headings else line for key, line in judged.items()]
    return sorted(found, key=lambda line: (-line.documents, line.wordings))


def _evidence(
    site: Site,
    row: dict[str, Any],
    excerpts: Sequence[Excerpt],
    sequences: dict[str, Sketch],
    words: dict[str, Sketch],
    usual: float,
) -> Judged:
    forms = Counter(excerpt.line for excerpt in excerpts)
    documents = list(dict.fromkeys(excerpt.document for excerpt in excerpts))
    return Judged(
        wordings=tuple(sorted(forms, key=lambda form: (-forms[form], form))),
        documents=row["documents"],
        share=round(row["documents"] / site.documents, 3),
        before=row["before"],
        inside=row["inside"],
        after=row["after"],
        neighbour=row["neighbour"],
        stories=round(_stories(documents, sequences) / len(documents), 2),
        likeness=round(_mean_likeness(documents, words) / max(usual, USUAL), 2),
        authors=row["authors"],
        first=row["first"],
        last=row["last"],
        samples=tuple(documents[:3]),
    )


def _against(line: Judged, row: dict[str, Any], site: Site, least: int) -> str:
    """The first reason against a line, or nothing."""
    wording = line.wordings[0]
    steady = max(line.before, line.after, line.neighbour) >= STEADY * line.documents
    if max((len(piece.strip()) for piece in re.split("[0-9]+", wording)), default=0) < 3 or _letters(wording) < 3:
        return "too short to tell"
    if row["marked"]:
        return "found by a rule and left on purpose"
    if _is_name(wording) or known(wording):
        return "name"
    if line.authors == 1 and row["signed"] >= max(least / 2, line.documents / 2) and site.authors > 2:
        return "one author's words"
    if line.stories < STORIES or line.stories * line.documents < min(least, line.documents):
        return "copies of one story"
    if line.likeness > LIKENESS:
        return "one running story"
    if max(line.before, line.after) < STEADY * line.documents and row["times"] > 1.5 * line.documents:
        return "refrain"
    if not steady:
        return "inside articles"
    return "seen for a short time only" if _short_lived(line, site) else ""


def _headings(judged: dict[int, Judged], chosen: dict[int, list[Excerpt]], excerpts: Sequence[Excerpt]) -> set[int]:
    """Lines above articles that are short, no sentence, and come with repeated lines inside the same articles."""
    inside = {key for key, line in judged.items() if line.inside >= STEADY * line.documents}
    holders = {excerpt.document for excerpt in excerpts if excerpt.key in inside}
    found = set()
    for key, line in judged.items():
        is_short = len(line.wordings[0]) <= 40 and line.wordings[0][-1] not in ".!"
        documents = {excerpt.document for excerpt in chosen[key]}
        if not line.against and is_short and line.before > line.after and len(documents & holders) > len(documents) / 2:
            found.add(key)
    return found


def sketch(lines: Iterable[str], length: int) -> Sketch:
    """The smallest hashes of a text's sequences of ``length`` words; of single words only those of four letters."""
    hashes = set()
    for line in lines:
        words = WORD.findall(line.lower())
        if length == 1:
            words = [word for word in words if len(word) > 3]
        for start in range(len(words) - length + 1):
            hashes.add(zlib.crc32(" ".join(words[start : start + length]).encode()))
    return frozenset(sorted(hashes)[:SKETCH])


def _alike(left: Sketch, right: Sketch) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))


def _mean_likeness(documents: Iterable[str], words: dict[str, Sketch]) -> float:
    pairs = list(combinations([words.get(id, frozenset()) for id in sorted(documents)], 2))
    return sum(_alike(*pair) for pair in pairs) / len(pairs) if pairs else 0.0


def _stories(documents: Sequence[str], sequences: dict[str, Sketch]) -> int:
    """Number of different stories: a document that is like an earlier one is no new one."""
    heads: list[Sketch] = []
    for id in documents:
        here = sequences.get(id, frozenset())
        if all(_alike(here, head) < COPIES for head in heads):
            heads.append(here)
    return len(heads)


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _is_name(text: str) -> bool:
    """Whether a line is somebody's name, with a label or a role or not: bylines have rules of their own."""
    bare = text[found.end() :] if (found := LABEL.match(text)) else text
    names, end = read_names(bare)
    return bool(names) and has_given_name(names[0]) and len(bare) - end <= 40


def _short_lived(line: Judged, site: Site) -> bool:
    here, there = _days(line.first, line.last), _days(site.first, site.last)
    return here is not None and there is not None and here < BRIEF and there > LONG and 10 * here < there


def _days(first: str | None, last: str | None) -> int | None:
    """Days between two dates of which the day, or also the month, may be missing."""
    if first is None or last is None:
        return None
    start, end = (date.fromisoformat((text + "-01-01")[:10]) for text in (first, last))
    return (end - start).days
