"""Where one document ends and another begins, judged by signs inside the record only.

A separator that nothing but a machine writes is enough. Any other boundary needs two signs together: something that
opens a story stands where no story opens (a credit glued to the end of a sentence, a dateline in mid-text), and the two sides
hardly share a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cleaners.model import Finding
from cleaners.view import View

SEPARATOR = re.compile(
    r"^[ \t]*(?:(?:story_separator_special_tag|<\|endoftext\|>|</?doc\b[^>\n]*>|={10,}|\|{5,}|\x0c)[ \t]*)+$", re.MULTILINE
)
"""Lines that no article holds: export marks of data sets, long rules of equals signs or bars, form feeds."""

OPENERS = frozenset({"image_credit", "caption", "timestamp", "byline", "dateline"})
"""Categories that stand at the head of a story."""

WORD = re.compile(r"[^\W\d_]{6,}")
COHESION = 0.10
"""Share of longer words that both sides of a place in one article nearly always exceed (90 % of articles; 10 % of pairs of articles do)."""
SMALLEST = 400
"""Characters below which a side says too little to be an article."""


class Boundary(NamedTuple):
    """A document ends at ``start``, the next begins at ``resume``; a separator stands between, or nothing."""

    start: int
    resume: int


def boundaries(view: View, findings: Sequence[Finding]) -> list[Boundary]:
    """Return the boundaries in the view's text, in order; ``findings`` count in the view's text."""
    candidates = sorted({*_separators(view), *_seams(view, findings)})
    accepted: list[Boundary] = []
    begin = 0
    for boundary in candidates:
        if boundary.start < begin:
            continue
        if boundary.resume > boundary.start or _unrelated(view.text[begin : boundary.start], view.text[boundary.resume :]):
            accepted.append(boundary)
            begin = boundary.resume
    return accepted


def _separators(view: View) -> Iterable[Boundary]:
    """Separators with text on both sides."""
    for found in SEPARATOR.finditer(view.text):
        start, end = found.span()
        if end > start and view.text[:start].strip() and view.text[end:].strip():
            yield Boundary(start, end)


def _seams(view: View, findings: Iterable[Finding]) -> Iterable[Boundary]:
    """Places where something that opens a story follows a finished sentence without a gap, or a dateline stands in mid-text."""
    for finding in findings:
        if finding.category in OPENERS and finding.start > SMALLEST:
            before = view.text[finding.start - 1]
            glued = before in ".!?…”\"»" and not before.isspace()
            if glued or (finding.category == "dateline" and before == "\n"):
                yield Boundary(finding.start, finding.start)


def _unrelated(left: str, right: str) -> bool:
    """Both sides are long enough to be articles and share hardly a word."""
    if len(left) < SMALLEST or len(right) < SMALLEST:
        return False
    ours, theirs = _words(left), _words(right)
    return len(ours & theirs) < COHESION * min(len(ours), len(theirs))


def _words(text: str) -> set[str]:
    """Stems of the longer words, good enough to compare."""
    return {word[:8] for word in WORD.findall(text.lower())}
