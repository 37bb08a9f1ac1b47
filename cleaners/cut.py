"""Where one document ends and another begins, judged by signs inside the record only.

A separator that nothing but a machine writes is enough. Any other boundary needs two signs together:

* the **place** is odd: a sentence runs into the next without a space, residue that opens or closes a story stands in
  mid-text, a rule is drawn, or a single line end stands where blank lines are the rule;
* the **words** break off: the two sides share far fewer words than the halves of each side do among themselves (after
  Hearst's TextTiling, 1997, with whole sides as windows), and hardly a name.

An article nested in another shows both signs where it begins; it ends where its words differ most from the frame.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import pairwise
from typing import NamedTuple

from cleaners.model import Finding, Span
from cleaners.space import merge
from cleaners.view import View

MARKS = ("story_separator_special_tag", "<|endoftext|>", "<doc", "</doc", "==========", "|||||")
"""What data sets and exports put between texts: no article holds them (``===`` right below a line underlines it)."""
SEPARATOR = re.compile(
    r"^[ \t]*(?:(?:story_separator_special_tag|<\|endoftext\|>|</?doc\b[^>\n]*>|(?<![^\n]\n)={10,}|\|{5,})[ \t]*)+$",
    re.MULTILINE,
)

RULE = re.compile(r"\n[ \t]*(?:-{10,}|_{10,}|\*{10,}|~{10,}|#{10,})[ \t]*(?=\n)")
"""A line that is nothing but a drawn rule: some writers put it between stories, others between sections."""

OPENERS = frozenset({"timestamp", "byline", "dateline", "headline"})
"""Categories that stand at the head of a story; other residue counts as an opener where it is glued to a sentence."""
CLOSERS = frozenset({"copyright", "reporting_credit", "author_bio", "comments", "source_line"})
"""Categories that stand at the end of one; other residue counts where text goes on right behind it."""

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁ"
GLUED = tuple(
    re.compile(rf"{end}(?<=[^\W_{_UPPER}].)[\"'”’»)\]]{{0,2}}(?=[\"“„«‘]?[{_UPPER}][^\W\d_])")
    for end in (r"\.", "!", r"\?")
)
"""A sentence's end that runs into a capital; the literal first character makes the search fast."""

SINGLE_BREAK = re.compile(r"\n(?<=[.!?…\"”»)]\n)(?=[^\n])")
"""A line end after the end of a sentence, with no blank line."""

ROW = re.compile(r"(?<=[^\W\d][.!?…\"”»])\d{2,}\t\d{1,3}\t(?=\S)")
"""The numbers of a row and a field that a table's export left between two texts; they go with the second."""

GAP = re.compile(r"\s*")
WORD = re.compile(r"([^\W\d_]{5,7})[^\W\d_]*")
NAME = re.compile(r"(?<=[^\W\d_A-Z,;] )[A-ZÀ-ÖØ-ÞА-ЯЁ][^\W\d_]{2,}")
SMALLEST = 240
"""Characters of prose below which a side says too little to be an article."""
PROSE = 60
"""Characters of a line from which it counts as prose."""
FEWEST = 20
"""Different longer words that each side must have."""
RULED, ODD, USUAL = 1.0, 0.8, 0.6
"""Most relative cohesion across a boundary at a ruled line, at an odd place, and at a mere break in the layout.

Of 6,900 places inside real articles 1 % lie below .5, of 480 seams between two articles half do."""
STRANGERS = 0.05
"""Overlap below which two sides have nothing in common: of the same places inside articles .2 % lie lower."""
NAMES = 0.15
"""Most shared names, as a share of the fewer names of the two sides."""
ENDS = 40
"""Most line breaks that are tried as the end of a nested article."""
CANDIDATES = 12
"""A record with more odd places than this is odd itself: it is not cut."""


class Boundary(NamedTuple):
    """A document ends at ``start``, the next begins at ``resume``; a separator stands between, or nothing."""

    start: int
    resume: int


class Nested(NamedTuple):
    """An article stands inside another from ``start`` to ``end``."""

    start: int
    end: int


class Place(NamedTuple):
    """A place where a document may end (at ``start``) and the next begin (at ``resume``), and the cohesion allowed."""

    start: int
    resume: int
    most: float


class Vocabulary:
    """The longer words (as stems, good enough to compare) and the names of a text, to be counted over parts of it.

    Parts are spans between ``marks``, the places where the text may be taken apart. ``article`` is the text with blanks
    where residue stands: that is no prose.
    """

    def __init__(self, text: str, article: str, marks: Iterable[int]) -> None:
        self.article, self.length = article, len(text)
        self._marks = sorted({0, *marks, len(text)})
        self._pieces = [text[start:end] for start, end in pairwise(self._marks)]

    @cached_property
    def _words(self) -> list[list[str]]:
        return [WORD.findall(piece.lower()) for piece in self._pieces]

    @cached_property
    def _names(self) -> list[list[str]]:
        return [NAME.findall(piece) for piece in self._pieces]

    def unrelated(self, left: Sequence[Span], right: Sequence[Span], most: float) -> bool:
        """The sides are long enough to be articles, their words break off, and they share at most a few names."""
        if min(self._prose(left), self._prose(right)) < SMALLEST:
            return False
        if min(len(set(self._between(self._words, *side))) for side in (left, right)) < FEWEST:
            return False
        if self.relative_cohesion(left, right) >= most:
            return False
        ours, theirs = (set(self._between(self._names, *side)) for side in (left, right))
        return len(ours & theirs) <= max(1, NAMES * min(len(ours), len(theirs)))

    def relative_cohesion(self, left: Sequence[Span], right: Sequence[Span]) -> float:
        """Overlap of the sides' words over the mean overlap of each side's halves: about 1 and more in an article."""
        ours, theirs = self._between(self._words, *left), self._between(self._words, *right)
        overlap = _overlap(ours, theirs)
        if overlap < STRANGERS:
            return 0.0
        return overlap / ((_halves(ours) + _halves(theirs)) / 2 + 0.02)

    def _prose(self, side: Sequence[Span]) -> int:
        lines = (line for start, end in side for line in self.article[start:end].split("\n"))
        return sum(len(line) for line in lines if len(line) >= PROSE)

    def _between(self, pieces: Sequence[list[str]], *spans: Span) -> list[str]:
        """What stands in the spans, in order."""
        ranges = ((bisect_left(self._marks, start), bisect_left(self._marks, end)) for start, end in spans)
        return [item for start, end in ranges for piece in pieces[start:end] for item in piece]


def cut(view: View, findings: Sequence[Finding]) -> list[Boundary] | Nested | None:
    """Say where the view's text has to be cut; ``findings`` count in it and are not looked at as article text.

    The answer is boundaries, in order, or an article that stands inside another, or None.
    """
    if separators := sorted(_separators(view.text)):
        return separators
    odd = places(view.text, findings)
    if not odd:
        return None
    text = view.text
    starts = [place.start for place in odd if place.most == ODD]
    ends = [found.start() for found in re.finditer("\n\n", text)] if starts else []
    ends = [end for end in ends if starts[0] + SMALLEST <= end <= len(text) - SMALLEST][:ENDS]
    vocabulary = Vocabulary(text, _without(text, findings), [*ends, *(offset for place in odd for offset in place[:2])])
    return _boundaries(vocabulary, odd) or _nested(vocabulary, starts, ends)


def _boundaries(vocabulary: Vocabulary, odd: Sequence[Place]) -> list[Boundary]:
    accepted: list[Boundary] = []
    begin = 0
    for start, resume, most in odd:
        if vocabulary.unrelated([(begin, start)], [(resume, vocabulary.length)], most):
            accepted.append(Boundary(start, resume))
            begin = resume
    return accepted


def _nested(vocabulary: Vocabulary, starts: Sequence[int], breaks: Sequence[int]) -> Nested | None:
    """An article that begins at one of ``starts`` and ends at one of ``breaks``, in a frame that goes on behind it."""
    for start in starts:
        ends = [end for end in breaks if start + SMALLEST <= end]
        if ends:
            end = min(ends, key=partial(_nesting, vocabulary, start))
            around = [(0, start), (end, vocabulary.length)]
            frame_holds = vocabulary.relative_cohesion(around[:1], around[1:]) >= ODD
            if frame_holds and vocabulary.unrelated([(start, end)], around, USUAL):
                return Nested(start, end)
    return None


def _nesting(vocabulary: Vocabulary, start: int, end: int) -> float:
    """How much the inner article would have in common with what stands around it."""
    return vocabulary.relative_cohesion([(start, end)], [(0, start), (end, vocabulary.length)])


def places(text: str, findings: Sequence[Finding]) -> list[Place]:
    """Return the odd places of a text; none if there are too many."""
    if len(text) < 2 * SMALLEST:
        return []
    found = dict.fromkeys(_single_breaks(text), USUAL)
    found.update(dict.fromkeys(_glued(text), ODD))
    found.update(dict.fromkeys(_edges(text, findings), ODD))
    ruled = (Place(*line.span(), RULED) for line in RULE.finditer(text))
    every = sorted([*(Place(place, place, most) for place, most in found.items()), *ruled])
    inside = [place for place in every if place.start >= SMALLEST and place.resume <= len(text) - SMALLEST]
    return inside if len(inside) <= CANDIDATES else []


def _glued(text: str) -> Iterator[int]:
    return (found.end() for pattern in GLUED for found in pattern.finditer(text))


def _without(text: str, findings: Iterable[Finding]) -> str:
    """The text with blanks where the findings stand."""
    pieces: list[str] = []
    position = 0
    for start, end in merge([(finding.start, finding.end) for finding in findings]):
        pieces += (text[position:start], " " * (end - start))
        position = end
    return "".join((*pieces, text[position:]))


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


def _edges(text: str, findings: Iterable[Finding]) -> Iterator[int]:
    """Where residue that opens a story begins, where residue that closes one ends, and both for glued residue."""
    run_start = run_end = -1
    for finding in sorted(findings, key=lambda finding: finding.start):
        if text[max(0, run_end) : finding.start].strip() or run_end < 0:
            run_start = finding.start
        glued = bool(text[max(0, run_start - 40) : run_start].rpartition("\n")[2].strip())
        if finding.category in OPENERS or not text[finding.start - 1 : finding.start].isspace():
            yield run_start if glued else finding.start
        run_end = max(run_end, finding.end)
        gap = GAP.match(text, finding.end)
        if gap and (finding.category in CLOSERS or not gap[0]):
            yield gap.end()


def _single_breaks(text: str) -> list[int]:
    """Single line ends in a text whose paragraphs stand apart by blank lines; none if there are many."""
    if text.count("\n\n") < 4:
        return []
    singles = [found.end() for found in SINGLE_BREAK.finditer(text)]
    return singles if len(singles) <= 3 else []


def _halves(words: Sequence[str]) -> float:
    middle = len(words) // 2
    return _overlap(words[:middle], words[middle:])


def _overlap(ours: Iterable[str], theirs: Iterable[str]) -> float:
    one, other = set(ours), set(theirs)
    return len(one & other) / max(1, min(len(one), len(other)))
