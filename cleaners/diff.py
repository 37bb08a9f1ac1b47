"""The small changes that turn one string into another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein, Postfix, Prefix

_WINDOW: Final = 2_000  # characters compared at once: the cost of a comparison grows with the square
_ANCHOR: Final = 12  # equal characters that show two windows to be in step


class Change(NamedTuple):
    """At ``start`` of the old string, ``before`` became ``after``."""

    start: int
    before: str
    after: str


def diff(old: str, new: str) -> list[Change]:
    """Return the changes from ``old`` to ``new``, in order, none touching another.

    They are as small as a Levenshtein alignment makes them. Long strings are compared window by window; where two
    windows have nothing in common, all that is left becomes one change: coarse, but never slow.

    >>> diff("un cafÃ© noir", "un café noir")
    [Change(start=6, before='Ã©', after='é')]
    """
    changes: list[Change] = []
    at_old = at_new = 0
    for start, counterpart, size in _equal_blocks(old, new):
        if start > at_old or counterpart > at_new:
            changes.append(Change(at_old, old[at_old:start], new[at_new:counterpart]))
        at_old, at_new = start + size, counterpart + size
    return changes


def _equal_blocks(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Yield start in ``old``, start in ``new`` and size of the stretches that both have; the last ends at both ends."""
    head = int(Prefix.similarity(old, new))
    tail = int(Postfix.similarity(old[head:], new[head:]))
    end_old, end_new = len(old) - tail, len(new) - tail
    yield 0, 0, head
    at_old = at_new = head
    while at_old < end_old and at_new < end_new:
        part, other = old[at_old : min(at_old + _WINDOW, end_old)], new[at_new : min(at_new + _WINDOW, end_new)]
        blocks = Levenshtein.opcodes(part, other).as_matching_blocks()
        finished = at_old + len(part) == end_old and at_new + len(other) == end_new
        if not finished:
            last = max((number for number, block in enumerate(blocks) if block.size >= _ANCHOR), default=None)
            if last is None:
                break
            blocks = blocks[: last + 1]
        for block in blocks:
            # one or two odd characters that happen to be alike do not cut a run of mojibake in two
            if block.size > 2 or part[block.a : block.a + block.size].isascii():
                yield at_old + block.a, at_new + block.b, block.size
        if finished:
            break
        at_old, at_new = at_old + blocks[-1].a + blocks[-1].size, at_new + blocks[-1].b + blocks[-1].size
    yield end_old, end_new, tail
