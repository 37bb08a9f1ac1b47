"""White space that removals leave behind: decided last, by edits of its own.

Nothing but white space is dropped here, and a single space is put in only where two words would run together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from cleaners.model import Edit, Span


def merge(spans: Sequence[Span]) -> list[Span]:
    """Return the union of ``spans``, sorted.

    >>> merge([(5, 9), (0, 3), (2, 4)])
    [(0, 4), (5, 9)]
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def subtract(spans: Sequence[Span], holes: Sequence[Span]) -> list[Span]:
    """Return what is left of sorted ``spans`` without sorted, disjoint ``holes``.

    >>> subtract([(0, 10), (20, 30)], [(3, 5), (8, 22)])
    [(0, 3), (5, 8), (22, 30)]
    """
    left: list[Span] = []
    ends = [end for _, end in holes]
    for start, end in spans:
        for hole_start, hole_end in holes[bisect_right(ends, start) :]:
            if hole_start >= end:
                break
            if hole_start > start:
                left.append((start, hole_start))
            start = max(start, hole_end)
        if start < end:
            left.append((start, end))
    return left


def covered(span: Span, merged: Sequence[Span]) -> bool:
    """Whether one of the sorted, disjoint spans holds all of ``span``.

    >>> covered((4, 6), [(0, 3), (3, 9)]), covered((2, 4), [(0, 3), (5, 9)])
    (True, False)
    """
    index = bisect_right(merged, span[0], key=lambda other: other[0]) - 1
    return index >= 0 and merged[index][1] >= span[1]


class Standing(NamedTuple):
    """Text that stands after removals, with the edits that settled its white space.

    ``pieces`` (origin offset, clean offset) carry offsets back to the repaired text.
    """

    text: str
    edits: tuple[Edit, ...]
    pieces: tuple[tuple[int, int], ...]

    def origin(self, start: int, end: int) -> Span:
        """Map a non-empty span of ``text`` to the repaired text (over whatever was removed inside it)."""
        return self._origin(start), self._origin(end - 1) + 1

    def boundary(self, start: int, resume: int) -> Span:
        """Map a place between two documents; ``start`` may equal ``resume``."""
        return (self._origin(start), self._origin(resume)) if start == resume else self.origin(start, resume)

    def _origin(self, offset: int) -> int:
        index = bisect_right(self.pieces, offset, key=lambda piece: piece[1]) - 1
        if index < 0:  # a document that lost everything
            return offset
        origin, clean = self.pieces[index]
        return origin + offset - clean


def settle(text: str, segments: Sequence[Span], removed: Sequence[Span]) -> Standing:
    """Join what is left of ``segments`` when ``removed`` (sorted, disjoint) is taken out.

    At each seam the longest break that stood there is kept: a blank line before a line end before a space.

    >>> settle("One.\\n\\nPhoto: AP\\n\\nTwo. [Share] Three.", [(0, 37)], [(6, 15), (22, 29)]).text
    'One.\\n\\nTwo. Three.'
    >>> settle("so.(AP)So", [(0, 9)], [(3, 7)]).text
    'so. So'
    """
    if not removed and len(segments) == 1:
        return _trimmed(text, segments[0])
    kept: list[Span] = []
    edits: list[Edit] = []
    blanks: list[Span] = []
    for start, end in subtract(segments, removed):
        piece = text[start:end]
        core = piece.strip()
        if not core:
            blanks.append((start, end))
            continue
        lead = len(piece) - len(piece.lstrip())
        core_start, core_end = start + lead, start + lead + len(core)
        if lead:
            blanks.append((start, core_start))
        kept += _seam(text, kept, blanks, core_start, edits)
        kept.append((core_start, core_end))
        blanks = [(core_end, end)] if core_end < end else []
    edits += [Edit(start, text[start:end], "", "space/edge") for start, end in blanks]
    return _joined(text, kept, edits)


def _trimmed(text: str, segment: Span) -> Standing:
    """One piece from which nothing was removed: only its edges are trimmed."""
    start, end = segment
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    core = piece.strip()
    if len(core) == len(piece):
        return Standing(core, (), ((start, 0),))
    stop = start + lead + len(core) if core else start
    edges = ((start, start + lead), (stop, end)) if core else ((start, end),)
    edits = tuple(Edit(a, text[a:b], "", "space/edge") for a, b in edges if a < b)
    return Standing(core, edits, ((start + lead, 0),) if core else ())


def _seam(text: str, kept: list[Span], blanks: list[Span], start: int, edits: list[Edit]) -> list[Span]:
    """Settle the white space before the piece that begins at ``start``; return the blank that stays, if any."""
    if not kept:
        edits += [Edit(a, text[a:b], "", "space/edge") for a, b in blanks]
        return []
    best = max(blanks, key=lambda span: (text.count("\n", *span), -span[0]), default=None)
    edits += [Edit(a, text[a:b], "", "space/seam") for a, b in blanks if (a, b) != best]
    if best is None:
        edits.append(Edit(start, "", " ", "space/glue"))
    return [best] if best else []


def _joined(text: str, kept: Sequence[Span], edits: list[Edit]) -> Standing:
    """Put the pieces together, with the spaces that ``edits`` insert."""
    glue = {edit.start for edit in edits if edit.after}
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for start, end in kept:
        if start in glue:
            parts.append(" ")
            length += 1
        pieces.append((start, length))
        parts.append(text[start:end])
        length += end - start
    return Standing("".join(parts), tuple(sorted(edits)), tuple(pieces))
