"""What finders see: the text still standing, its lines, and what is known about it from elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from cleaners.model import Embed

SHORT = 140
"""Most characters of a short line: a label, a name, a title, an entry."""
T = TypeVar("T")
_STOPS = frozenset(".!:;,…")
_CLOSING = frozenset('"”')


class Line(NamedTuple):
    """A line that is not blank, stripped; it stands at ``view.text[start:end]``, as ``view.lines[index]``."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which no line needs
    start: int
    end: int
    text: str


class Context(NamedTuple):
    """What came along with the text. ``captions`` and ``embeds`` are what the page itself marked as such."""

    language: str | None = None
    site: str | None = None
    title: str | None = None
    captions: tuple[str, ...] = ()
    embeds: tuple[Embed, ...] = ()
    source: str | None = None

    @property
    def home(self) -> str | None:
        """The site, or else the source: whose templates hold."""
        return self.site or self.source


@dataclass
class View:
    """The standing text of one document (or of a record that is not yet cut).

    ``lower`` is the text in lower case, of the same length, so that offsets agree. Lines are split at ``\\n`` only.
    ``seen`` are lines of the round before in which nothing was found: patterns for lines and phrases need not look at
    them again. ``gaps`` says where lines of residue stood that are off the view: the index of the line behind them (one
    past the last at the end) and the category of the last of them.

    >>> view = View("Share\\n\\n  It rained.  ")
    >>> [(line.start, line.text) for line in view.lines]
    [(0, 'Share'), (9, 'It rained.')]
    """

    text: str
    context: Context = field(default_factory=Context)
    seen: frozenset[str] = frozenset()
    gaps: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def lower(self) -> str:
        """The text in lower case; ``İ``, the one character whose lower case is longer, becomes ``i``."""
        return self.text.lower() if self.text.isascii() else self.text.replace("İ", "i").lower()

    @cached_property
    def lines(self) -> list[Line]:
        """All lines that are not blank, in order."""
        lines: list[Line] = []
        offset = 0
        for raw in self.text.split("\n"):
            text = raw.strip()
            if text:
                start = offset if raw[0] == text[0] else offset + len(raw) - len(raw.lstrip())
                lines.append(Line(len(lines), start, start + len(text), text))
            offset += len(raw) + 1
        return lines

    @cached_property
    def loose(self) -> list[Line]:
        """The lines that no stop ends: headings, headlines, entries of lists, questions, broken lines."""
        return [
            line
            for line in self.lines
            if (end := line.text[-1]) not in _STOPS and not (end in _CLOSING and line.text[-2:-1] in _STOPS)
        ]

    @cached_property
    def short(self) -> list[Line]:
        """The lines of up to :data:`SHORT` characters, however they end."""
        return [line for line in self.lines if line.end - line.start <= SHORT]

    @cached_property
    def beside_gaps(self) -> list[Line]:
        """The lines right before and right behind the gaps."""
        beside = {number for index in self.gaps for number in (index - 1, index)}
        return [self.lines[number] for number in sorted(beside) if 0 <= number < len(self.lines)]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def once(self, read: Callable[[View], T]) -> T:
        """What ``read`` says of this view, which it is asked only once: for what several finders look at."""
        if read not in self._read:
            self._read[read] = read(self)
        return cast(T, self._read[read])

    @cached_property
    def _read(self) -> dict[Callable[[View], object], object]:
        return {}

    def line_at(self, offset: int) -> Line:
        """The line that holds ``offset``, or the last one before it."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]

    def above(self, line: Line, edge: str = "") -> str:
        """The text of the line above, ``edge`` where there is none."""
        return self.lines[line.index - 1].text if line.index else edge

    def below(self, line: Line, edge: str = "") -> str:
        """The text of the line below, ``edge`` where there is none."""
        return self.lines[line.index + 1].text if line.index + 1 < len(self.lines) else edge

    def lowered(self, line: Line) -> str:
        """The line's text in lower case."""
        return self.lower[line.start : line.end]
