"""Finders of words that stand alone on a line where a player or a picture was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaners.knowledge.placeholders import PICTURE, TOOLS, VIDEO
from cleaners.model import Match
from cleaners.view import Line, View

LONGEST = max(map(len, VIDEO | PICTURE | TOOLS))


def video(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Words of players and galleries: ``VIDEO``, ``Watch now``, ``CLOSE``."""
    return _alone(view, lines, VIDEO)


def picture(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Words that stand for a picture: ``Photo``, ``Bildergalerie``, ``Enlarge this image``."""
    return _alone(view, lines, PICTURE)


def tool(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Buttons of the page: ``Print``, ``Bookmark``."""
    return _alone(view, lines, TOOLS)


def _alone(view: View, lines: Sequence[Line], words: frozenset[str]) -> Iterator[Match]:
    for line in lines:
        if len(line.text) <= LONGEST and line.text.lower() in words and not _torn(view, line):
            first, last = _between_titles(view, line)
            yield Match(first.start, last.end)


def _between_titles(view: View, line: Line) -> tuple[Line, Line]:
    """The lines around the word, if both say the same: the title of the film."""
    around = view.lines[line.index - 1 : line.index + 2] if line.index else []
    same = len(around) == 3 and around[0].text == around[2].text
    return (around[0], around[2]) if same else (line, line)


def _torn(view: View, line: Line) -> bool:
    """The word belongs to a sentence broken into lines, which goes on in lower case or with a comma; or is a heading.

    Sports reports say under *Up next* whom the teams meet: ``Elm: Host the Lindow on Sunday.``
    """
    follows = view.below(line)
    if line.text.lower() == "up next" and ": " in follows[:40] and follows[-1] == ".":
        return True
    before = view.above(line, ".")
    return (follows[:1].islower() and line.text[-1:] != ":") or follows[:1] in (",", ";", ".", ")") or before[-1] == ","
