"""Finders of what stands alone and belongs to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaners.model import Match
from cleaners.view import Line, View

LONGEST_DOTS = 12
"""Characters of the longest line of dots."""
_DOTS = re.compile(r"(?:\[\s?)?(?:\.\s?){3,5}\]?|…|\[…\]|\(\s?(?:…|\.\.\.)\s?\)")


def number(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A number of up to four figures that is the whole first line, where no list begins."""
    first = lines[0]
    if not first.index and len(first.text) <= 4 and first.text.isdigit() and len(view.lines) > 1:
        following = view.text[first.end : view.lines[1].start]
        if following.count("\n") > 1 and not any(line.text.isdigit() for line in view.lines[1:40]):
            yield Match(first.start, first.end)


def dots(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Dots alone on the first line or the last, or beside residue; between lines that stay they leave out a part.

    Authors set them so in excerpts of speeches and laws, programmers in code, poets between stanzas.
    """
    last = len(view.lines) - 1
    for line in lines:
        if len(line.text) > LONGEST_DOTS or not _DOTS.fullmatch(line.text):
            continue
        if line.index in (0, last) or line.index in view.gaps or line.index + 1 in view.gaps:
            yield Match(line.start, line.end)
