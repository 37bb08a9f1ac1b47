"""What happens to findings: overlaps are united, categories are removed or only marked, and the brake holds."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Mapping
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from cleaners.categories import SEPARATOR
from cleaners.find import Part
from cleaners.model import Finding, Removal, Span
from cleaners.rules.pack import Rule
from cleaners.settings import Settings
from cleaners.space import merge

FRAME = ("share_social", "widget", "navigation")
"""Categories whose runs of lines may hold an author or a date between their items; menus may hold the others, too."""


class Outcome(NamedTuple):
    """The removals of a document, sorted by place; the findings that stand behind them; whether the brake held some."""

    removals: list[Removal]
    findings: list[Finding]
    braked: bool


def decide(text: str, part: Part, number: int, rules: Mapping[str, Rule], settings: Settings) -> Outcome:
    """Turn a document's findings into removals.

    Where findings to remove overlap, each piece is credited to the surest one (then the longest). A finding that is
    only marked gives way to any that is removed. What a finding read counts only if something of it is left.
    """
    marked, anchored, unanchored = [], [], []
    for finding in part.findings:
        rule = rules.get(finding.rule)
        if settings.policy.get(finding.category) == "mark":
            marked.append(finding)
        elif rule is None or rule.anchored:
            anchored.append(finding)
        else:
            unanchored.append(finding)
    size = sum(end - start for start, end in part.segments)
    braked = _length(unanchored) > settings.brake * size
    pieces = credited(anchored if braked else [*anchored, *unanchored])
    taken = merge([span for _, span in pieces])
    held = [finding for finding in [*marked, *(unanchored if braked else ())] if not _overlaps(finding, taken)]
    rows = [_removal(text, number, finding, span, True) for finding, span in pieces]
    rows += [_removal(text, number, finding, (finding.start, finding.end), False) for finding in held]
    used = {id(finding): finding for finding in [*(finding for finding, _ in pieces), *held]}.values()
    return Outcome(sorted((row for row in rows if row.text), key=_place), sorted(used, key=_place), braked)


def _place(item: Removal | Finding) -> tuple[int, int, str]:
    return item.start, item.end, item.rule


def _overlaps(finding: Finding, taken: list[Span]) -> bool:
    """Whether one of the sorted, disjoint spans shares a character with the finding."""
    index = bisect_left(taken, finding.end, key=lambda span: span[0])
    return index > 0 and taken[index - 1][1] > finding.start


def _length(findings: Iterable[Finding]) -> int:
    return sum(end - start for start, end in merge([(finding.start, finding.end) for finding in findings]))


def credited(findings: Iterable[Finding]) -> list[tuple[Finding, Span]]:
    """Unite overlapping findings: disjoint spans, each with the surest finding that covers it.

    Findings of the categories in :data:`FRAME` come last, so that what others read inside them is not lost.

    >>> caption = Finding(0, 30, "caption/line", None, 0.8)
    >>> credit = Finding(20, 34, "image_credit/agency", None, 0.9)
    >>> [(finding.category, span) for finding, span in credited([caption, credit])]
    [('caption', (0, 20)), ('image_credit', (20, 34))]
    """
    ranked = sorted(findings, key=lambda f: (_depth(f.category), -f.confidence, f.start - f.end, f.start, f.rule))
    opening = deque(sorted(range(len(ranked)), key=lambda rank: ranked[rank].start))
    standing: list[int] = []  # a heap of ranks: the surest finding that covers the place is at its head
    pieces: list[tuple[Finding, Span]] = []
    for start, end in pairwise(sorted({place for finding in ranked for place in (finding.start, finding.end)})):
        while opening and ranked[opening[0]].start <= start:
            heappush(standing, opening.popleft())
        while standing and ranked[standing[0]].end <= start:
            heappop(standing)
        if standing:
            finding = ranked[standing[0]]
            if pieces and pieces[-1][0] is finding and pieces[-1][1][1] == start:
                start = pieces.pop()[1][0]
            pieces.append((finding, (start, end)))
    return pieces


def _depth(category: str) -> int:
    """How late a category is credited."""
    return FRAME.index(category) + 1 if category in FRAME else 0


def _removal(text: str, part: int, finding: Finding, span: Span, applied: bool) -> Removal:
    start, end = span if finding.category == SEPARATOR else _trim(text, span)
    return Removal(start, end, text[start:end], finding.rule, finding.confidence, applied, part)


def _trim(text: str, span: Span) -> Span:
    """The span without white space at its edges: that is settled apart."""
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
