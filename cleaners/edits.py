"""Apply and undo edits, and carry offsets across them.

Edits are sorted by ``start``, do not overlap, and count in the text *before* they are applied.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cleaners.model import Edit


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return ``text`` with all edits made.

    Raises ``ValueError`` if an edit's ``before`` does not stand where it says.

    >>> apply("It`s cafÃ©", [Edit(2, "`", "'", "apostrophe"), Edit(8, "Ã©", "é", "encoding")])
    "It's café"
    """
    pieces: list[str] = []
    position = 0
    for edit in edits:
        end = edit.start + len(edit.before)
        if edit.start < position or text[edit.start : end] != edit.before:
            raise ValueError(f"edit at {edit.start} expects {edit.before!r}, found {text[edit.start : end]!r}")
        pieces += (text[position : edit.start], edit.after)
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def inverse(edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that undo ``edits``, counted in the text after them."""
    undone, shift = [], 0
    for edit in edits:
        undone.append(Edit(edit.start + shift, edit.after, edit.before, edit.fix))
        shift += len(edit.after) - len(edit.before)
    return undone


def undo(text: str, edits: Sequence[Edit]) -> str:
    """Return the text that ``apply(…, edits)`` turned into ``text``.

    >>> undo("It's", [Edit(2, "`", "'", "apostrophe")])
    'It`s'
    """
    return apply(text, inverse(edits))


def compose(first: Sequence[Edit], text: str, second: Sequence[Edit]) -> list[Edit]:
    """Return the edits that do at once what ``first`` and then ``second`` do; ``text`` is what stands between them.

    Edits that touch each other become one, named after the earlier; what ``second`` takes back leaves no edit.

    >>> compose([Edit(3, "&nbsp;", "\\xa0", "entity")], "no.\\xa07", [Edit(3, "\\xa0", " ", "space")])
    [Edit(start=3, before='&nbsp;', after=' ', fix='entity')]
    """
    if not first or not second:
        return list(first or second)
    pending = [(edit.start, edit.start + len(edit.before), 0, edit) for edit in inverse(first)]
    pending += [(edit.start, edit.start + len(edit.before), 1, edit) for edit in second]
    pending.sort(key=lambda item: item[:3])
    composed: list[Edit] = []
    shift, index = 0, 0  # how much longer the text before ``first`` is than ``text``, up to here
    while index < len(pending):
        start, end, group = pending[index][0], pending[index][1], index
        while index < len(pending) and pending[index][0] <= end:
            end = max(end, pending[index][1])
            index += 1
        members = pending[group:index]
        local = text[start:end]
        before = apply(local, [edit._replace(start=edit.start - start) for _, _, order, edit in members if not order])
        after = apply(local, [edit._replace(start=edit.start - start) for _, _, order, edit in members if order])
        if before != after:
            composed.append(Edit(start + shift, before, after, members[0][3].fix))
        shift += len(before) - len(local)
    return composed


class OffsetMap:
    """Carries offsets of an edited text back to the text before the edits.

    An offset inside a replaced stretch maps to the stretch's start (as a start) or its end (as an end), so that a span
    mapped back always covers everything that made it.

    >>> back = OffsetMap([Edit(2, "&amp;", "&", "entity")])     # "R &amp; D" became "R & D"
    >>> back.start(2), back.end(3), back.start(4)
    (2, 7, 8)
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = inverse(edits)
        self._starts = [edit.start for edit in self._edits]
        self._shifts = [0]
        for edit in self._edits:
            self._shifts.append(self._shifts[-1] + len(edit.after) - len(edit.before))

    def start(self, offset: int) -> int:
        """Map an offset that begins a span."""
        return self._map(offset, bisect_right(self._starts, offset), at_end=False)

    def end(self, offset: int) -> int:
        """Map an offset that ends a span."""
        count = bisect_right(self._starts, offset - 1) if offset else 0
        return self._map(offset, count, at_end=True)

    def _map(self, offset: int, count: int, *, at_end: bool) -> int:
        if count:
            edit = self._edits[count - 1]
            inside = offset < edit.start + len(edit.before) or (at_end and offset <= edit.start + len(edit.before))
            if inside:
                origin = edit.start + self._shifts[count - 1]
                return origin + len(edit.after) if at_end else origin
        return offset + self._shifts[count]
