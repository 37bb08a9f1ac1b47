"""Tables of contents within a page: lines near its head that return, in the same order, as sub-headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.markup import about_code
from cleaners.model import Match
from cleaners.view import Line, View

_LONGEST: Final = 120
_LEAST: Final = 3
"""Fewest headings that must return."""
_MISSED: Final = 2
"""Most lines in a row of the table that do not return."""
_PROSE: Final = 80
"""Characters of the shortest paragraph under a heading."""
_HEADING: Final = re.compile(
    r"(?:table of )?contents?|in this (?:article|story|guide|post)|on this page|jump to|quick links"
    r"|inhalt(?:sverzeichnis)?"
    r"|(?:themen )?in diesem (?:artikel|beitrag)|auf dieser seite|sommaire|au sommaire|dans cet article|contenidos?"
    r"|índice(?: de contenidos)?|sumário|neste artigo|en este artículo|indice|in questo articolo|содержание|оглавление"
    r"|spis treści|w tym artykule|içindekiler|mục lục|nội dung(?: chính)?|inhoud(?:sopgave)?|innhold|innehåll|indhold"
    r"|目次|目录",
    re.IGNORECASE,
)


def table(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the table: lines that stand together and return further below, in the same order, each above its text."""
    lines = view.lines
    if len(lines) < 8:
        return
    short = [_bare(line.text) for line in lines if len(line.text) <= _LONGEST]
    if len(short) - len(set(short)) < _LEAST:  # hardly a line stands twice
        return
    places: dict[str, list[int]] = {}
    for line in lines:
        if len(line.text) <= _LONGEST:
            places.setdefault(_bare(line.text), []).append(line.index)
    again = {found[0]: found[1] for text, found in places.items() if len(found) == 2 and len(text) > 5}
    if len(again) < _LEAST or about_code(view):
        return
    run: list[int] = []
    for index in [*sorted(again), -1]:
        if run and (index < 0 or index - run[-1] > _MISSED + 1 or again[index] < again[run[-1]]):
            yield from _found(lines, run, again)
            run = []
        run.append(index)


def _bare(text: str) -> str:
    """A line without the number of its section: ``2.1 History``."""
    return text.lstrip("0123456789.) ") or text if text[0].isdigit() else text


def _found(lines: Sequence[Line], run: Sequence[int], again: dict[int, int]) -> Iterator[Match]:
    """The run, if it is no list that a sentence announces and its headings stand above paragraphs of their own."""
    first = run[0]
    heading = bool(first and _HEADING.fullmatch(lines[first - 1].text.strip(" :[]")))
    announced = not heading and any(line.text[-1] == ":" for line in lines[max(0, first - 3) : first])
    sentences = sum(lines[index].text[-1] == "." for index in run)
    if len(run) < _LEAST or again[first] <= run[-1] or announced or 3 * sentences > len(run):
        return
    texts = [lines[below + 1].text if below + 1 < len(lines) else "" for below in map(again.__getitem__, run)]
    if 5 * sum(len(text) >= _PROSE for text in texts) < 3 * len(run):
        return
    if all(len(line.text) <= _LONGEST for line in lines[first : run[-1]]):
        yield Match(lines[first - heading].start, lines[run[-1]].end)
