"""Where one document ends and another begins, judged by signs inside the record only.

A separator that nothing but a machine writes is enough. Any other boundary needs an odd place and words that break off
there (:mod:`cleaners.seams`). An article nested in another begins at such a place too; it ends where the words that
come back do so on their own side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleaners.model import Finding
from cleaners.seams import (
    BLOCK,
    EDGE,
    FEWEST,
    SENTENCE,
    SHARED,
    SMALLEST,
    WORD,
    Lexis,
    Place,
    compare,
    evidence,
    overlap,
    places,
    signs,
)
from cleaners.view import View

MARKS = ("story_separator_special_tag", "<|endoftext|>", "<doc", "</doc", "==========", "|||||")
"""What data sets and exports put between texts: no article holds them (``===`` right below a line underlines it)."""
SEPARATOR = re.compile(
    r"^[ \t]*+(?:(?:story_separator_special_tag|<\|endoftext\|>|</?doc\b[^>\n]*>"
    r"|(?<![^\n]\n)={10,}+|\|{5,}+)[ \t]*+)++$",
    re.MULTILINE,
)
"""Nothing in it gives back what it took: a long row of signs can be parted in more ways than anybody can try."""

RULE = re.compile(r"\n[ \t]*(?:-{10,}|_{10,}|\*{10,}|~{10,}|#{10,})[ \t]*(?=\n)")
"""A line that is nothing but a drawn rule: some writers put it between stories, others between sections."""

ROW = re.compile(r"(?<=[^\W\d][.!?…\"”»])\d{2,}\t\d{1,3}\t(?=\S)")
"""The numbers of a row and a field that a table's export left between two texts; they go with the second."""

SURE: Final = 0.4
"""Evidence from which on a place is a boundary: about one real document in a thousand has such a place."""
LIKELY: Final = (-1.0, -2.0, 0.6)
"""Least evidence at the beginning and at the end of a nested article, and least cohesion of what stands around it."""
SURELY: Final = (0.3, -2.0, 0.7)
"""The same where the beginning is a boundary anyhow, and the question is whether the rest goes back to the frame."""
NEAR: Final = 0.1
"""Most words that the stretches around the beginning of a nested article share."""
ENDS: Final = 40
"""Most line breaks that are tried as the end of a nested article."""


class Boundary(NamedTuple):
    """A document ends at ``start``, the next begins at ``resume``; a separator stands between, or nothing."""

    start: int
    resume: int


class Nested(NamedTuple):
    """An article stands inside another from ``start`` to ``end``."""

    start: int
    end: int


def cut(view: View, findings: Sequence[Finding]) -> list[Boundary] | Nested | None:
    """Say where the view's text has to be cut; ``findings`` count in it and are not looked at as article text.

    The answer is boundaries, in order, or an article that stands inside another, or None. Of boundaries without a
    separator it is the clearest one: the pieces will be looked at in their turn.
    """
    if separators := sorted(_separators(view.text)):
        return separators
    if len(view.text) < 2 * SMALLEST:
        return None
    found = places(view.text, findings)
    found += [Place(*line.span(), BLOCK) for line in RULE.finditer(view.text)]
    if not found:
        return None
    starts = [place for place in found if place.kind in (SENTENCE, WORD, EDGE)]
    ends = [match.start() for match in re.finditer("\n\n", view.text)] if starts else []
    lexis = Lexis(view.lower, [*ends, *(offset for place in found for offset in place[:2])])
    if seam := _seam(view.text, lexis, found, findings):
        nested = _nested(view.text, lexis, [seam], ends, SURELY) if seam in starts else None
        return nested or [Boundary(seam.start, seam.resume)]
    return _nested(view.text, lexis, starts, ends, LIKELY)


def _seam(text: str, lexis: Lexis, found: Sequence[Place], findings: Sequence[Finding]) -> Place | None:
    """The clearest boundary, if one is clear enough."""
    best, seam = SURE, None
    for place in found:
        if lexis.shared(place.start) <= SHARED and (read := signs(text, lexis, place, findings)):
            weight = evidence(read)
            if weight >= best:
                best, seam = weight, place
    return seam


def _nested(
    text: str, lexis: Lexis, starts: Sequence[Place], ends: Sequence[int], least: tuple[float, float, float]
) -> Nested | None:
    """An article that begins at one of ``starts`` and ends at one of ``ends``, in a frame that goes on behind it."""
    for place in starts:
        start = lexis.index(place.start)
        before = lexis.stems[:start]
        if overlap(set(before[-40:]), set(lexis.stems[start : start + 40])) > NEAR:
            continue
        later = [end for end in ends if place.resume + SMALLEST <= end <= len(text) - SMALLEST][:ENDS]
        if not later:
            continue
        end = max(later, key=lambda end: one_sided(lexis.stems, start, lexis.index(end)))
        end = _with_its_tail(lexis, start, later, end)
        inner, after = lexis.between(place.resume, end), lexis.between(end, len(text))
        if min(len(before), len(inner), len(after)) < FEWEST:
            continue
        read = compare(before, inner)
        entry = evidence(read._replace(word=float(place.kind == WORD), edge=float(place.kind == EDGE), ended=1.0))
        leave = evidence(compare(inner, after)._replace(ended=1.0))
        frame = compare(before, after).cohesion
        if all(value >= bound for value, bound in zip((entry, leave, frame), least, strict=True)):
            return Nested(place.start, end)
    return None


def _with_its_tail(lexis: Lexis, start: int, ends: Sequence[int], end: int) -> int:
    """The end behind the paragraphs that follow it and have no word in common with the frame: notes, names, links."""
    for stop in ends[ends.index(end) + 1 :]:
        frame = set(lexis.stems[:start]).union(lexis.stems[lexis.index(stop) :])
        if not frame.isdisjoint(lexis.between(end, stop)):
            break
        end = stop
    return end


def one_sided(stems: Sequence[str], start: int, end: int) -> float:
    """How many more of the words that come back keep to their side, inner or outer, than chance would have it."""
    inner, every = Counter(stems[start:end]), Counter(stems)
    share = (end - start) / max(1, len(stems))
    surplus = 0.0
    for stem, count in every.items():
        if count > 1:
            surplus += 1 - share**count - (1 - share) ** count - (0 < inner[stem] < count)
    return surplus


def _separators(text: str) -> Iterator[Boundary]:
    """Separators with text on both sides."""
    if ("_" in text or "|" in text or "=" in text or "<" in text) and any(mark in text for mark in MARKS):
        first, last = len(text) - len(text.lstrip()), len(text.rstrip())
        for found in SEPARATOR.finditer(text):
            start, end = found.span()
            if end > start and start > first and end < last:
                yield Boundary(start, end)
    if "\t" in text:
        yield from (Boundary(found.start(), found.start()) for found in ROW.finditer(text))
