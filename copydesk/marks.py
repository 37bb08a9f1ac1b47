"""Cut a repaired text into stretches that carry the same removals: what a terminal (or a page) needs to mark them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.edits import apply
from cleaners.model import Cleaned, Removal


class Stretch(NamedTuple):
    """A piece of the repaired text; ``removals`` are those that cover it, the applied and surest first."""

    start: int
    text: str
    removals: tuple[Removal, ...]

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)


def stretches(text: str, removals: Sequence[Removal], cuts: Iterable[int] = ()) -> list[Stretch]:
    """Cut ``text`` wherever a removal begins or ends, and at ``cuts``.

    >>> from cleaners.model import Removal
    >>> credit = Removal(4, 13, "(AP Foto)", "image_credit/agency", 0.9, True, 0)
    >>> [(piece.text, len(piece.removals)) for piece in stretches("Sun (AP Foto) set", [credit])]
    [('Sun ', 0), ('(AP Foto)', 1), (' set', 0)]
    """
    edges = {0, len(text), *cuts, *(r.start for r in removals), *(r.end for r in removals)}
    bounds = sorted(edge for edge in edges if 0 <= edge <= len(text))
    pieces = []
    for start, end in pairwise(bounds):
        covering = [r for r in removals if r.start <= start and end <= r.end]
        covering.sort(key=lambda r: (not r.applied, -r.confidence, r.rule))
        pieces.append(Stretch(start, text[start:end], tuple(covering)))
    return pieces


def repaired_text(cleaned: Cleaned) -> str:
    """Return the text that findings count in: the decoded (for a page: the extracted) text with all repairs made."""
    return apply(cleaned.page.text if cleaned.page else cleaned.decoded.text, cleaned.repairs)
