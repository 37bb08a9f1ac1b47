"""Finders of what stands alone and belongs to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaners.model import Match
from cleaners.view import Line, View


def number(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A number of up to four figures that is the whole first line, where no list begins."""
    first = lines[0]
    if len(first.text) <= 4 and first.text.isdigit() and len(lines) > 1:
        following = view.text[first.end : lines[1].start]
        if following.count("\n") > 1 and not any(line.text.isdigit() for line in lines[1:40]):
            yield Match(first.start, first.end)
