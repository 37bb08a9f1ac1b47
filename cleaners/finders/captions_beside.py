"""Captions that stand beside their credit: on the line before it or behind it, or in front of it in joined text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaners.finders.caption_signs import SURE, depicts, paragraphs, points, prose, shown, unended
from cleaners.finders.caption_text import STOP, abbreviated, sentences
from cleaners.finders.credit_text import read
from cleaners.model import Credit, Match
from cleaners.view import Line, View

LONGEST = 300
"""Characters of a caption on a line of its own beside a credit; one that plainly describes a picture may be longer."""

LONGEST_SHOWN = 640
"""Characters of the longest caption whose first sentence describes a picture."""

HEADING = 60
"""Characters of a line without a full stop that may be a heading."""

SHORT = 130
"""Characters of a sentence in front of a credit in brackets that little need speak for."""

OPENING = 420
"""Characters of the captions that a joined text opens with."""

_NAMES = re.compile(r"(?:[^\W\d_a-z][^\W\d_]+ ){1,3}[^\W\d_a-z][^\W\d_]+\.")
"""A sentence that is a name and nothing else."""


def beside(view: View, line: Line, credit: Credit) -> Iterator[Match]:
    """The caption beside a line that is a credit and nothing else, with the credit."""
    before = view.lines[line.index - 1] if line.index else None
    after = view.lines[line.index + 1] if line.index + 1 < len(view.lines) else None
    if before and _captions(view, before, line, after):
        yield Match(before.start, line.end, (credit,))
    elif after and _follows(view, line, after):
        yield Match(line.start, after.end, (credit,))


def _captions(view: View, before: Line, line: Line, after: Line | None) -> bool:
    """Whether the line before a credit is the caption."""
    text = before.text
    if not _sized(text) or read(text):
        return False
    if unended(text) and len(text) < HEADING:  # a heading, unless it heads the whole text, or the next line says it
        told = after is not None and after.text.startswith(text)
        return told or _stands_closer(view, before, line) > 0 or (len(text.split()) > 2 and depicts(text))
    score = points(text, paragraphs(view, before))
    score += _stands_closer(view, before, line) + _heads(view, before)
    return score >= SURE


def _follows(view: View, line: Line, after: Line) -> bool:
    """Whether the line behind a credit is the caption: it has no full stop, or describes a picture."""
    text = after.text
    if not _sized(text) or read(text) or prose(text) or text[0].isdigit() or ": " in text[:30]:
        return False
    if len(text) < HEADING and unended(text):
        return False
    follower = view.below(after)
    if follower[:1].islower() or not follower:
        return False
    return (unended(text) or depicts(text)) and points(text, paragraphs(view, after)) >= SURE


def _sized(text: str) -> bool:
    if len(text) > LONGEST_SHOWN or len(text) < 12 or len(text.split()) < 2:
        return False
    return (len(text) <= LONGEST and sentences(text) <= 2) or depicts(text) or shown(text)


def _heads(view: View, before: Line) -> int:
    """2 for a single sentence that opens the text, 1 for one that no paragraph stands before."""
    if unended(before.text) or sentences(before.text) > 1:
        return 0
    if not before.index:
        return 2
    return int(all(len(other.text) < HEADING for other in view.lines[: before.index]))


def _stands_closer(view: View, before: Line, line: Line) -> int:
    """2 if only a line break parts the caption from its credit, while blank lines part it from the text before."""
    if not before.index or view.text[before.end : line.start].count("\n") != 1:
        return 0
    return 2 * (view.text[view.lines[before.index - 1].end : before.start].count("\n") > 1)


def opening(text: str, edge: int, credit: int, around: list[str], *, first: bool) -> int | None:
    """Where in joined text the caption begins whose credit stands at ``credit``; ``None`` if it has none.

    ``edge`` is where the residue before it ends. At the head of a text (its ``first`` line) all that stands
    before the first credit is looked at, further on the last sentence or two.
    """
    body = text[edge:credit].rstrip(" |–—-")
    starts = [edge, *(stop.end() for stop in STOP.finditer(text, edge, credit) if not abbreviated(text, stop.start()))]
    starts = [start + len(text[start:credit]) - len(text[start:credit].lstrip(' "”’)')) for start in starts]
    starts = [start for start in starts if start < credit]
    if len(body) < 12 or not starts:
        return None
    if edge < 1 and first and len(body) <= OPENING and len(starts) <= 3 and _opens(text, starts, credit, around):
        return starts[0]
    for start in starts[-3:]:
        sentence = text[start : next((end for begin, end in pairwise([*starts, credit]) if begin == start))].strip()
        whole = text[start:credit].strip()
        if 25 < len(whole) <= LONGEST_SHOWN and (depicts(sentence) or shown(sentence)) and not prose(sentence):
            return start
    last = text[starts[-1] : credit].strip()
    near = [text[max(0, starts[-1] - 900) : starts[-1]], text[credit : credit + 900]]
    if _NAMES.fullmatch(last):
        return starts[-1]
    needed = SURE - 1 if text[credit] in "([" and len(last) <= SHORT else SURE + 1
    return starts[-1] if 25 < len(last) <= LONGEST and points(last, [*near, *around]) >= needed else None


def _opens(text: str, starts: list[int], credit: int, around: list[str]) -> bool:
    """Whether the sentences a text opens with are its caption."""
    first = text[starts[0] : starts[1] if len(starts) > 1 else credit].strip()
    rest = [text[credit : credit + 1200], *around]
    return points(first, rest) + (len(starts) == 1) >= SURE
