"""Menus, breadcrumbs and lists of tags: runs of short lines, known by their words, their place, or what they name.

A single short line says nothing; a run of them with several menu words does. At the head and the tail of a text such
runs are looked for without a trigger; inside it only around words that stand in footers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders import flat
from cleaners.finders.menu_words import ALONE, FIRST, WORDS
from cleaners.model import Match
from cleaners.view import Line, View

_ITEM: Final = 34
"""Longest entry of a menu, in characters."""

_SOFT: Final = str.maketrans("", "", "\u00ad\u200b\ufeff")


_BARS: Final = " \t|•·»›>–-*:：.▼▾+[]#"
_JOINT: Final = re.compile(r" (?:&|and|und|y|e|et|i|и|ve|og|och|en) |[/・]| [&/+] ")
_DENSE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_ENDS: Final = frozenset(".!?…。！？:")
_QUOTES: Final = '"”’»)]」』'
_PROSE, _LONG = 60, 160
"""Characters from which a line is prose: with the end of a sentence, and without."""
_REACH: Final = 150
"""Most lines of a menu."""


def _entry(text: str) -> str:
    """The words of a menu entry, as the list has them."""
    return text.translate(_SOFT).lower().strip(_BARS)


def known(text: str) -> bool:
    """Whether an entry is of the list, or several of them joined.

    >>> known("Kultur & Medien"), known("Arts and Culture"), known("Ann and Peter")
    (True, True, False)
    """
    entry = _entry(text)
    return entry in WORDS or (len(entry) > 6 and all(part.strip() in WORDS for part in _JOINT.split(entry)))


def _is_item(text: str) -> bool:
    if len(text) > _ITEM or text[-1] in '.!?;,"”。！？、،؛؟…' or text.count(". "):
        return False
    if text[-1] in ":：":
        return _entry(text) in WORDS
    return len(text.split()) <= 5 and not (len(text) > 14 and _DENSE.match(text))


def _is_prose(text: str) -> bool:
    if len(text) < _PROSE // 2:
        return False
    size = len(text) * (2 if text[0] > "\u3000" or text[len(text) // 2] > "\u3000" else 1)
    if size < _PROSE:
        return False
    return text.rstrip(_QUOTES)[-1:] in _ENDS or (size >= _LONG and not flat.is_list(text))


def edge_menu(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find menus and breadcrumbs above the first paragraph of a text, and menus below its last one."""
    lines = view.lines
    if len(lines) < 3:
        return
    if view.short:
        yield from _edge_menus(view)
    for line in lines[:25]:
        if line.text[-1] in ".!?\"”»’')":
            break
        if _is_dropdown(line.text):
            yield Match(line.start, line.end)


def _edge_menus(view: View) -> Iterator[Match]:
    """The menus of short lines above the first paragraph, below the last one, and between them."""
    lines = view.lines
    first = next((line.index for line in lines[:_REACH] if _is_prose(line.text)), len(lines))
    title = (view.context.title or "").lower()
    yield from _menus(lines[:first], lines[first].text if first < len(lines) else None, title)
    last = next((line.index for line in reversed(lines[-_REACH:]) if _is_prose(line.text)), len(lines))
    yield from _menus(lines[last + 1 :], "", title)
    yield from _inside(lines[first:last])


def _menus(zone: Sequence[Line], below: str | None, title: str) -> Iterator[Match]:
    """The menus in a text's head or tail; ``below`` is the paragraph that follows, None when the text has none."""
    index = 0
    while index < len(zone):
        stop = index
        while stop < len(zone) and _is_item(zone[stop].text) and not _named(zone[stop].text, title):
            stop += 1
        if stop > index:
            run = [line.text for line in zone[index:stop]]
            follows = zone[stop].text if stop < len(zone) else below or ""
            length = _length(run, follows, head=bool(below) and not index)
            if length and (below is not None or length > 5):
                yield Match(zone[index].start, zone[index + length - 1].end)
        index = stop + 1


def _inside(lines: Sequence[Line]) -> Iterator[Match]:
    """The menus between two paragraphs: runs of short lines that nothing announces, a third of them known at least."""
    if sum([len(line.text) <= _ITEM for line in lines]) < 3:
        return
    index = 0
    while index < len(lines):
        stop = index
        while stop < len(lines) and len(lines[stop].text) <= _ITEM and _is_item(lines[stop].text):
            stop += 1
        if stop - index > 2:
            run = [line.text for line in lines[index:stop]]
            above = lines[index - 1].text if index else ""
            hits = sum(map(known, run))
            torn = any(text[0].islower() or text[0] in ",;)" for text in run) or above[-1:] in (":", ",")
            if hits >= 3 and hits * 3 >= len(run) and not torn and not _is_table(run, hits):
                yield Match(lines[index].start, lines[stop - 1].end)
        index = stop + 1


def _named(text: str, title: str) -> bool:
    """Whether a line is the page's title, or its beginning."""
    return len(text) > 9 and title.startswith(text.lower())


def _length(run: Sequence[str], below: str, *, head: bool) -> int:
    """How many of a run of short lines are a menu, from the first one on."""
    if len(run) == 1:
        return int(_stands_alone(run[0], below, head=head))
    if _is_prose(below) and not known(run[-1]) and " " in run[-1]:
        run = run[:-1]  # what stands right above a paragraph is its title
    told = [known(text) for text in run]
    hits = sum(told)
    crumbs = told.index(False) if False in told else len(run)  # the known ones at its head
    if head and _entry(run[0]) in FIRST and hits * 3 < len(run):
        again = next((index for index, text in enumerate(run) if index and text in run[index + 1 :]), 0)
        return again + 1 if again else len(run) if len(run) <= 5 else crumbs
    if len(run) > 2 and hits * 5 >= len(run) and (hits * 3 >= len(run) > 4 or not _is_table(run, hits)):
        return len(run)
    if hits == len(run) == 2 or _entry(run[0]) in ALONE:
        return crumbs
    return len(run) if head and len(run) > 4 and _is_titled(run) else 0


def _stands_alone(text: str, below: str, *, head: bool) -> bool:
    """Whether a single short line is navigation: a link that is always one, a section's name above a title."""
    if _entry(text) in ALONE:
        return True
    return known(text) and (len(below) > _ITEM and not below[0].islower() if head else not below)


def _is_table(run: Sequence[str], hits: int) -> bool:
    """Whether short lines are a list of the article's own, or a sentence broken into lines."""
    figures = sum(any(letter.isdigit() for letter in text) for text in run)
    points = sum(text[0] in "-•*–" and text[1:2] == " " for text in run)
    torn = sum(text[0].islower() or text[0] in ",;)" for text in run if len(text) > 2)
    return 3 * figures > len(run) or (points * 2 > len(run) > hits * 3) or (torn * 3 > len(run) > hits * 2)


def _is_titled(run: Sequence[str]) -> bool:
    """Whether short lines without a known word look like a menu all the same: names of one or two words."""
    return (
        sum(len(text.split()) for text in run) <= 2 * len(run)
        and all(_is_name(text) for text in run)
        and not any(letter.isdigit() for text in run for letter in text)
    )


def _is_name(text: str) -> bool:
    """Whether a line begins with a capital, or in a script that has none, and ends with a letter."""
    if text[0].isascii() or text[0].lower() != text[0].upper():
        return text[0].isupper() and text[-1].isalpha()
    return text[0].isalpha() and not text[-1].isascii() and not _DENSE.match(text)


def _is_dropdown(text: str) -> bool:
    """Whether a line begins with a menu's heading as it stands on its button, and again above its entries.

    >>> _is_dropdown("Our Work Our Work Bridges Ferries Cranes"), _is_dropdown("No, no, no, said the mayor")
    (True, False)
    """
    again = text.find(f" {text.split(' ', 1)[0]} ", 4, 60)
    entries = text[2 * again + 2 :]
    return again > 0 and text.startswith(f"{text[:again]} ", again + 1) and len(entries) > 12 and entries[0].isupper()


def inner_menu(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find menus inside a text: runs of short lines around a footer's words, at least three of them menu words."""
    done = -1
    for line in lines:
        if line.index <= done or not _is_item(line.text) or not known(line.text):
            continue
        first = last = line.index
        while first > 0 and _is_item(view.lines[first - 1].text) and line.index - first < 60:
            first -= 1
        while last < len(view.lines) - 1 and _is_item(view.lines[last + 1].text) and last - line.index < 60:
            last += 1
        hits = [index for index in range(first, last + 1) if known(view.lines[index].text)]
        if len(hits) >= 3 and len(hits) * 3 >= hits[-1] - hits[0] + 1:
            yield Match(view.lines[hits[0]].start, view.lines[hits[-1]].end)
            done = hits[-1]


_SEPARATOR = re.compile(r"\s*(?:\||•|·|»|›|>|/|→|::)\s*")


def menu_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find menus and breadcrumbs in one line: ``Home | About | Contact``, ``Home » World``, ``Sport > Rugby``."""
    for line in lines:
        parts = [part for part in _SEPARATOR.split(_HERE.sub("", line.text)) if part]
        if len(parts) < 2 or len(line.text) > 400 or any(len(part) > 60 for part in parts[:-1]):
            continue
        entries = [_entry(part) for part in parts]
        hits = sum(map(known, parts))
        labelled = _HERE.match(line.text) and (entries[0] in FIRST or len(parts) > 2)
        crumb = labelled or (entries[0] in FIRST and len(parts) >= 3)
        menu = hits >= 3 and hits * 2 >= len(entries) and (line.index < 6 or not _SLASHED.search(line.text))
        arrows = line.index < 4 and len(parts) >= 3 and _ARROWS.search(line.text)
        pair = line.index < 3 and len(parts) == 2 and _pair(line.text, parts)
        if menu or pair or (crumb and line.index < 6) or (arrows and _is_path(view, line, parts)):
            yield Match(line.start, line.end)


_SLASHED: Final = re.compile(r"\s/\s")
"""Between names in a sentence, too."""
_HERE: Final = re.compile(
    r"(?:you are here|sie (?:sind|befinden sich) hier|vous êtes ici|estás? aquí|você está (?:aqui|em)|sei qui"
    r"|ti trovi in|вы здесь|jesteś tutaj|buradasınız|u bent hier|du är här|du er her)\s*:?\s*",
    re.IGNORECASE,
)


def _pair(text: str, parts: Sequence[str]) -> bool:
    """Whether two parts are a section and the section within it."""
    return any(arrow in text for arrow in (" > ", " › ", " » ")) and known(parts[0]) and _is_item(parts[1])


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
_CERTAIN = re.compile(
    r"[\W_]{0,3}(?:tags|related topics|more topics|filed under|schlagw[oö]rt\w*|stichw[oö]rt\w*|themenseiten"
    r"|mots[- ]clés|étiquettes|etiquetas|palabras clave|palavras-chave|parole chiave|argomenti|теги|метки|тэги"
    r"|ключевые слова|tagi|słowa kluczowe|etiketler|từ kho[áa]|関連キーワード|キーワード|タグ|标签|標籤|关键词|關鍵字"
    r"|태그)\s?[:：]?",
    re.IGNORECASE,
)


def tag_list(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the heading of a list of tags (a trigger alone on its line) with the short lines below it."""
    for line in lines:
        if not _TAGS_ONLY.fullmatch(line.text) or len(line.text.split()) > 3 or line.text[0].islower():
            continue
        last = line.index
        while last < len(view.lines) - 1 and last - line.index < 25 and _is_tag(view.lines[last + 1].text):
            last += 1
        if last == len(view.lines) - 1:
            yield Match(line.start, view.lines[last].end)
        elif _CERTAIN.fullmatch(line.text):
            below = view.lines[last + 1].text
            if last == line.index and below.count(",") > 1 and _are_tags(below):
                last += 1
            elif last > line.index + 1 and _is_prose(below) and view.lines[last].text.count(" ") > 1:
                last -= 1  # what stands right above a paragraph is its title
            yield Match(line.start, view.lines[last].end)
        elif line.text.endswith((":", "：")):
            yield Match(line.start, line.end)  # short lines that the article goes on after may be its own


def _is_tag(text: str) -> bool:
    return len(text) <= 45 and text[-1] not in ".,!?;:" and len(text.split()) <= 6


def _are_tags(text: str) -> bool:
    """Whether a line holds tags, parted by commas."""
    return len(text) <= 300 and text[-1] not in ".!?:" and all(len(part.split()) <= 4 for part in text.split(","))


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


_AGO = re.compile(
    r"(?:\d{1,2}|a|an|vor|hace|il y a|há) (?:\d{1,2} |eine[mnr]? |un[ae]? |uma? )?"
    r"(?:minute|hour|day|week|month|year|Minute|Stunde|Tag|Woche|Monat|Jahr|minuto|hora|día|semana|mes|año|heure|jour"
    r"|semaine|mois|an|dia|mês|ano)\w{0,2}(?: ago)? [A-ZÄÖÜÉÁÀ\"“„«]"
)


def teasers(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find pages of teasers: three lines and more that begin with how long ago they appeared."""
    ago = [line for line in lines if _AGO.match(line.text)]
    if len(ago) >= 3 and ago[-1].index - ago[0].index <= 4 * len(ago):
        for line in ago:
            yield Match(line.start, line.end)
