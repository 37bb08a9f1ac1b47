"""Finders of picture credits: on their own lines, glued to a sentence, behind a paragraph, in brackets inside one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaners.finders.caption_text import caption_start
from cleaners.finders.credit_forms import SHORT, labels_next, unsigned
from cleaners.finders.credit_span import inside, tail
from cleaners.finders.credit_text import LONGEST, read
from cleaners.model import Match
from cleaners.view import Line, View


def credits(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Yield every credit in the lines that no caption takes along."""
    for line in lines:
        if len(line.text) <= 50 and labels_next(line.text):
            yield from _on_next_line(view, line)
        else:
            yield from _in_line(line)


def lone(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Short lines that are a credit without the signs that others have: ``Foto Jane Roe``, ``Jane Roe/Elm Courier``."""
    for line in lines:
        if len(line.text) <= SHORT and (credit := unsigned(line.text)):
            yield Match(line.start, line.end, credit)


def _on_next_line(view: View, line: Line) -> Iterator[Match]:
    """A label that stands alone, and the name on the line behind it."""
    following = view.lines[line.index + 1] if line.index + 1 < len(view.lines) else None
    label = line.text.lstrip(" |–—-/(")
    if following and len(following.text) <= LONGEST // 2 and (credit := read(f"{label} {following.text.lstrip('- ')}")):
        yield Match(line.start, following.end, credit)


def _in_line(line: Line) -> Iterator[Match]:
    text = line.text
    if len(text) <= LONGEST and (own := read(text)):
        yield Match(line.start, line.end, own)
        return
    last = tail(text)
    quoted = last is not None and text[last.start - 1 : last.start] in ('"', "“", "„", "«")
    if last and last.sure and not quoted and caption_start(text, last.start) is None:
        yield Match(line.start + last.start, line.start + last.start + len(last.credit.raw), last.credit)
    stop = last.start if last else len(text)
    for start, end, credit in inside(text[:stop]):
        if text[start - 1 : start] not in ('"', "“", "„", "«"):  # somebody quotes a credit
            yield Match(line.start + start, line.start + end, credit)
