"""Where a text was taken from: labels whose source stands on the line below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.model import Match
from cleaners.view import Line, View

LONGEST: Final = 90
"""Longest line that names a source, in characters."""


def above(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the word for source alone on a line near the end, with the short lines below it."""
    for line in lines:
        below = view.lines[line.index + 1 :]
        if len(line.text.split()) > 1 or not 1 <= len(below) <= 4:
            continue
        if all(len(other.text) <= LONGEST and other.text[-1] not in "!?" for other in below):
            yield Match(line.start, below[-1].end)
