"""Menus, breadcrumbs and lists of tags: runs of short lines, known by their words, their place, or what they name.

A single short line says nothing; a run of them with several menu words does. At the head and the tail of a text such
runs are looked for without a trigger; inside it only around words that stand in footers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.menu_words import ALONE, FIRST, WORDS
from cleaners.model import Match
from cleaners.view import Line, View

_ITEM: Final = 34
"""Longest entry of a menu, in characters."""

_SOFT: Final = str.maketrans("", "", "\u00ad\u200b\ufeff")


def _entry(text: str) -> str:
    """The words of a menu entry, as the list has them."""
    return text.translate(_SOFT).lower().strip(" \t|•·»›>–-*:.▼▾+")


def _is_item(text: str) -> bool:
    return len(text) <= _ITEM and text[-1] not in '.!?;,:"”' and len(text.split()) <= 5 and text.count(". ") == 0


def edge_menu(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a menu or breadcrumb at the head of a text, and a menu at its tail."""
    lines = view.lines
    if len(lines) < 4:
        return
    top = 1 if len(lines[0].text) > _ITEM >= len(lines[1].text) and _entry(lines[1].text) in FIRST else 0
    if len(lines[top].text) <= _ITEM and (length := _head(lines[top:])):
        yield Match(lines[top].start, lines[top + length - 1].end)
    if len(lines[-1].text) <= _ITEM and (first := _tail(lines)) < len(lines):
        yield Match(lines[first].start, lines[-1].end)
    for line in lines[:25]:
        if line.text[-1] in ".!?\"”»’')":
            break
        if _is_dropdown(line.text):
            yield Match(line.start, line.end)


def _is_dropdown(text: str) -> bool:
    """Whether a line begins with a menu's heading as it stands on its button, and again above its entries.

    >>> _is_dropdown("Our Work Our Work Bridges Ferries Cranes"), _is_dropdown("No, no, no, said the mayor")
    (True, False)
    """
    again = text.find(f" {text.split(' ', 1)[0]} ", 4, 60)
    entries = text[2 * again + 2 :]
    return again > 0 and text.startswith(f"{text[:again]} ", again + 1) and len(entries) > 12 and entries[0].isupper()


def _head(lines: Sequence[Line]) -> int:
    """How many lines at the head are a menu."""
    run = 0
    while run < len(lines) - 2 and run < 80 and _is_item(lines[run].text):
        run += 1
    entries = [_entry(line.text) for line in lines[:run]]
    hits = [index for index, entry in enumerate(entries) if entry in WORDS]
    if run >= 3 and len(hits) >= 3 and len(hits) * 3 >= hits[-1] + 1:
        return _repeats(entries, hits[-1] + 1)
    if entries and entries[0] in FIRST and run <= 5:  # a breadcrumb
        known = len(hits) if hits == list(range(len(hits))) else 1
        whole = run > 2 and entries[-1] == entries[-2]  # the section the page stands in, twice
        return run if whole else _repeats(entries, known)
    if entries and entries[0] in ALONE:
        return 1
    # a section's name above a title or a paragraph
    return 1 if run == 1 and entries[0] in WORDS and len(lines[1].text) >= 2 * _ITEM else 0


def _repeats(entries: Sequence[str], length: int) -> int:
    """Widen a menu over a last entry that is printed twice (the section the page stands in)."""
    for index in range(length, min(len(entries) - 1, length + 3)):
        if entries[index] == entries[index + 1]:
            return index + 2
    return length


def _tail(lines: Sequence[Line]) -> int:
    """The index of the first line of the menu at the tail; the number of lines when there is none."""
    first = len(lines)
    while first > 2 and len(lines) - first < 150 and _is_item(lines[first - 1].text):
        first -= 1
    entries = [_entry(line.text) for line in lines[first:]]
    hits = [first + index for index, entry in enumerate(entries) if entry in WORDS]
    if len(hits) >= 3 and len(hits) * (6 if len(hits) > 4 else 3) >= len(lines) - hits[0]:
        return hits[0]
    if entries and entries[-1] in ALONE:
        return len(lines) - 1
    return len(lines)


def inner_menu(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find menus inside a text: runs of short lines around a footer's words, at least three of them menu words."""
    done = -1
    for line in lines:
        if line.index <= done or not _is_item(line.text) or _entry(line.text) not in WORDS:
            continue
        first = last = line.index
        while first > 0 and _is_item(view.lines[first - 1].text) and line.index - first < 60:
            first -= 1
        while last < len(view.lines) - 1 and _is_item(view.lines[last + 1].text) and last - line.index < 60:
            last += 1
        hits = [index for index in range(first, last + 1) if _entry(view.lines[index].text) in WORDS]
        if len(hits) >= 3 and len(hits) * 3 >= hits[-1] - hits[0] + 1:
            yield Match(view.lines[hits[0]].start, view.lines[hits[-1]].end)
            done = hits[-1]


_SEPARATOR = re.compile(r"\s*(?:\||•|·|»|›|>|/|→|::)\s*")


def menu_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find menus and breadcrumbs in one line: ``Home | About | Contact``, ``Home » World » Asia``."""
    for line in lines:
        parts = [part for part in _SEPARATOR.split(line.text) if part]
        if len(parts) < 2 or len(line.text) > 400 or any(len(part) > 60 for part in parts[:-1]):
            continue
        entries = [_entry(part) for part in parts]
        hits = sum(entry in WORDS for entry in entries)
        crumb = entries[0] in FIRST or entries[0] in ("you are here", "sie sind hier", "vous êtes ici", "estás aquí")
        menu = hits >= 3 and hits * 2 >= len(entries)
        arrows = line.index < 4 and len(parts) >= 3 and _ARROWS.search(line.text)
        if menu or (crumb and line.index < 6 and len(parts) >= 3) or (arrows and _is_path(view, line, parts)):
            yield Match(line.start, line.end)


_ARROWS = re.compile(r"\S ?[»›→] ?\S.*[»›→] ?\S")


def _is_path(view: View, line: Line, parts: Sequence[str]) -> bool:
    """Whether the last of the parts is the title, or all of them are short names of sections."""
    last = parts[-1].rstrip(" .…")
    near = [other.text for other in view.lines[max(0, line.index - 2) : line.index + 4] if other.index != line.index]
    titles = [*near, view.context.title or ""]
    named = len(last) > 8 and any(title.startswith(last[:60]) for title in titles)
    return named or all(len(part) <= 30 and part[-1] not in ".!?," for part in parts)


def glued_path(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a breadcrumb whose separators are lost: ``Home News`` before the title, which stands in full near by."""
    for line in lines[:2]:
        if line.index > 3 or not line.text.startswith(("Home", "HOME")) or not 20 <= len(line.text) <= 220:
            continue
        titles = [other.text for other in view.lines[: line.index + 4] if other.index != line.index]
        if view.context.title:
            titles.append(view.context.title)
        if any(len(title) >= 15 and line.text.endswith(title) for title in titles):
            yield Match(line.start, line.end)


_TAGS_ONLY = re.compile(r"[^\n:：]{2,34}[:：]?")


def tag_list(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the heading of a list of tags (a trigger alone on its line) with the short lines below it."""
    for line in lines:
        if not _TAGS_ONLY.fullmatch(line.text) or len(line.text.split()) > 3 or line.text[0].islower():
            continue
        last = line.index
        while last < len(view.lines) - 1 and last - line.index < 25 and _is_tag(view.lines[last + 1].text):
            last += 1
        if last < len(view.lines) - 1 and not line.text.endswith((":", "：")):
            continue  # short lines that the article goes on after may be its own
        yield Match(line.start, view.lines[last].end if last == len(view.lines) - 1 else line.end)


def _is_tag(text: str) -> bool:
    return len(text) <= 45 and text[-1] not in ".!?;:" and len(text.split()) <= 6


def tail_tags(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find tags at the tail without a heading: three short lines or more that name what the text has named before."""
    lines = view.lines
    first = len(lines)
    if first < 6 or not _is_tag(lines[-1].text):
        return
    while first > 3 and len(lines) - first < 20 and _is_tag(lines[first - 1].text):
        first -= 1
    run = lines[first:]
    if len(run) < 3 or lines[first - 1].text[-1] not in '.!?"”»)' or len(lines[first - 1].text) < 60:
        return
    body = view.lower[: run[0].start]
    whole = sum(view.lowered(line) in body for line in run)
    named = sum(len(word := view.lowered(line).split()[0]) >= 4 and word in body for line in run)
    distinct = len({line.text for line in run}) == len(run)
    if run[0].text[0].islower():  # tags in lower case throughout: no names tell them, so more of them must stand above
        small = all(view.lowered(line) == line.text and len(line.text.split()) <= 3 for line in run)
        if distinct and small and len(run) >= 4 and whole * 2 >= len(run):
            yield Match(run[0].start, run[-1].end)
        return
    proper = all(line.text[0].isupper() for line in run) and distinct
    if proper and whole and named * 3 >= len(run) * 2:
        yield Match(run[0].start, run[-1].end)
