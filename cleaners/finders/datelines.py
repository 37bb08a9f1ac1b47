"""Datelines: place, agency and date before the first sentence of a story, with the dash that ends them.

``AURORA, Colo. -- ``, ``LONDON, March 3 (Reuters) - ``, ``(CNN) — ``, ``July 8, 2010 -- ``, ``Wien – ``,
``МОСКВА, 29 июня. /ТАСС/. ``, ``(ANSA) - ROMA, 12 MAG - ``, ``JAKARTA, KOMPAS.com - ``. What stands before the dash is
split into pieces; each must be a place, a state or country, a date, or an agency, and together they must be evidence
enough for where they stand: the deeper in the text, the more of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.dates import parse
from cleaners.finders.dateline_forms import own_name
from cleaners.finders.dateline_slots import (
    DOMAIN,
    LONGEST_PIECE,
    PARTICLES,
    SMALL,
    Slot,
    is_source,
    parse_slot,
    place_piece,
    value_of,
)
from cleaners.knowledge import places
from cleaners.knowledge.months import MONTH_NUMBERS
from cleaners.model import Byline, Dateline, Match
from cleaners.view import Line, View

HEAD = 6
"""Lines from the top among which a place in capitals needs no further evidence."""
TOP = 3
"""Lines from the top among which a place in mixed case can be a dateline."""
REACH = 100
"""Characters within which a dateline ends."""
LEAST = 40
"""Characters a line holds at least after its dateline; shorter ones are titles and list items."""
LEAST_SURE = 12
"""Characters of a whole sentence that are enough after an agency, or after a state or country and a dash."""

_END = re.compile(
    r"\.?\s*(?:--+|[—–―])\s*|\.?\s+[-‐]\s*|\.?-\s+|\s+\|\s+|(?<=/)\.\s+|\s*:\s+|(?<=\))\s*(?=[^\W\d_a-zß-ÿ]|[\"“‘'])|\.\s+"
)
_FIRST_SIGN = re.compile(  # each branch opens with a literal, so that re skips to one
    r"—|–|―|\(|/|:|\||\[|-[- ]| -| (?<=[^\W\d_] )([a-zß-ÿ]{2,})|\.(?<=[^\W\d_]{4}\.) "
)
_OPENERS = frozenset("(['’/©0123456789")
"""What opens a dateline besides a capital letter."""
_PROSE = re.compile(r"[^\W\d_]+ (?:[^\W\d_]+ )?[a-zß-ÿ]+ ")
"""What prose opens with: whole words, the second or third in small letters."""
_MARK = re.compile(r"[—–―(/:|\[.-]")
_AFTER_GROUP = re.compile(r"[^()—–-]+\([^()]*\)\s(?!and |y |et |und |e )[a-zß-ÿ]{2}")
"""Brackets in the midst of a sentence."""
_DELIMITER = re.compile(r"[,|(\[/—–―:]|--|\s-|-\s|(?<=[^\W\d_]{4})\.\s")
_FACILITY = re.compile(
    r"(?:^| )(?:TOWER|AIRPORT|COUNTY|CAMP|FORT|FT|LAKE|MOUNT|MT|BEACH|SPRINGS|VALLEY|ISLANDS?|PORT|ABOARD|BASE|"
    r"BORDER|CAPITOL|TOWNSHIP|RESERVATION|HEIGHTS|FALLS|GROVE|CREEK|UNIVERSITY|STATION|ST|"
    r"SANTA|SAN|SÃO|BAD|NOVA|NUEVA|VILA|MONTE)(?: |$)|(?:EAST|WEST|NORTH|SOUTH) (?:SIDE|END)$"
    r"|^(?:SERRA|RIBEIRÃO|CAMPO|LAGOA|BARRA|PRAIA|MORRO|PASSO|CACHOEIRA|ILHA|RIACHO|FOZ|PUERTO|CIUDAD|VILLA|CERRO|PORTO)"
    r" (?:D[OAE]S? |DEL )?[A-ZÀ-Ý]{3,}(?: [A-ZÀ-Ý]{2,})?$"
    r"|(?:VILLE|BURGH?|TOWN|DORF|HEIM|HAUSEN|STADT|SHIRE|BOROUGH|KIRCHEN|INGEN|"
    r"FURT|FORD|GRAD|ГРАД|СК|PUR|ABAD|POLIS|ÓPOLIS|LÂNDIA)$"
)
"""What betrays a place in capitals that no list knows."""
_NOT_SOURCES = frozenset(
    {"update", "updated", "video", "photo", "photos", "watch", "spoiler", "note", "warning", "opinion", "exclusive"}
)
_NEAR = ("in", "near", "outside", "em", "en", "à", "w", "we", "в", "во", "i", "på")
"""Prepositions before the name of a place."""
_NAME_FIRST = re.compile(r"[A-ZÇĞİÖŞÜ][a-zçğıöşü]+ [A-ZÇĞİÖŞÜ]")
_REPORTER = re.compile(
    r"(?P<names>(?:[A-ZÇĞİÖŞÜ][a-zçğıöşü]+ ){1,2}[A-ZÇĞİÖŞÜ]{2,}"
    r"(?:(?:, | - |-| – )(?:[A-ZÇĞİÖŞÜ][a-zçğıöşü]+ ){1,2}[A-ZÇĞİÖŞÜ]{2,})*)\s?[/–-]\s?(?=[A-ZÇĞİÖŞÜ]{3,})"
)
"""Reporters before the place, in the manner of Turkish agencies."""


PARAGRAPH = 110
"""Characters of a line that is a paragraph."""
DEEPEST = 40
"""Lines from the top within which the first paragraph may open with a dateline."""
AGENCY_FIRST = frozenset({"es", "pt"})
"""Languages whose papers print the photographer or reporter before the place."""

_AGENCY_BEHIND = re.compile(r"\s*(?P<agency>[^\W\d_]\S*(?: [^\W\d_a-zа-яё]\S*){0,2})\.\s+(?=[^\W\d_a-zа-яё«\"“])")
_PHOTOGRAPHER = re.compile(r"(?:[A-ZÀ-Ý][^\W\d_]+ ){1,3}[A-ZÀ-Ý][^\W\d_]+/[A-Z]{2,12} (?=[A-ZÀ-Ý]{3})")


def at_line_start(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Datelines that open a line."""
    language = view.context.language
    capitals = [
        line
        for line in lines
        if line.text[:3].isupper() or line.index < HEAD or (line.index < DEEPEST and "(" in line.text[:40])
    ]
    for line in capitals:
        text = line.text
        if not text[0].isupper() and (line.index >= HEAD or text[0] not in _OPENERS):
            continue
        if not _MARK.search(text, 0, REACH) or (_PROSE.match(text) and _is_prose(text)):
            continue
        if _NAME_FIRST.match(text) and (reporter := _REPORTER.match(text, 0, REACH)):
            yield from _with_reporter(line, reporter, language)
            continue
        if text[0] == "(" and (own := own_name(line, language)):
            yield own
            continue
        depth = _depth(view, line)
        if language in AGENCY_FIRST and (name := _PHOTOGRAPHER.match(text)):
            found = read(text[name.end() :], depth, language)
            if found:
                yield Match(line.start, line.start + name.end(), Byline(name[0].strip(), (name[0].split("/")[0],)), 0.8)
                yield Match(line.start + name.end(), line.start + name.end() + found[0], found[1], 0.85)
            continue
        found = read(_unbroken(view, line), depth, language, view)
        if found and found[0] <= len(text) and not _is_list_item(view, line, found[1]):
            end, value = found
            if not value.agency and value.date and (behind := _AGENCY_BEHIND.match(text, end)):
                end, value = _with_agency(text, end, behind, value)
            yield Match(line.start, line.start + end, value, 0.95 if value.agency or value.country else 0.85)


def _depth(view: View, line: Line) -> int:
    """How far from the top a line stands for a dateline: a long one with no paragraph before it is the first."""
    if line.index < TOP or line.index > DEEPEST or len(line.text) < PARAGRAPH:
        return line.index
    before = view.lines[: line.index]
    return line.index if any(len(other.text) > PARAGRAPH for other in before) else TOP - 1


def _with_agency(text: str, end: int, behind: re.Match[str], value: Dateline) -> tuple[int, Dateline]:
    """The dateline with the agency that stands behind its dash and ends with a full stop."""
    name = behind["agency"]
    if not (is_source(name) or is_source(" ".join(name.split()[:2])) or (name.isupper() and len(name) < 7)):
        return end, value
    stop = len(text[: behind.end()].rstrip())
    return stop, value._replace(raw=text[:stop], agency=name)


def _with_reporter(line: Line, reporter: re.Match[str], language: str | None) -> Iterator[Match]:
    """The reporters before a place and agency, and the dateline."""
    found = read(line.text[reporter.end() :], line.index, language)
    if found and found[1].agency:
        start = line.start + reporter.end()
        names = tuple(re.split(r", | ?[-–] ?", reporter["names"]))
        yield Match(line.start, start, Byline(reporter["names"], names), 0.9)
        yield Match(start, start + found[0], found[1], 0.95)


def _unbroken(view: View, line: Line) -> str:
    """The line's text, with what follows it where the line is broken after few words."""
    text = line.text
    for follower in view.lines[line.index + 1 : line.index + 4]:
        gap = view.text[line.end : follower.start]
        broken = len(text) < LEAST and (text[-1] in "-–—" or follower.text[0].islower() or gap.endswith("    "))
        if not broken or gap.count("\n") > 2:
            break
        text += " " + follower.text
    return text


_HEADED = re.compile(r"[^\W\d_a-zß-ÿ]{3,20}: ")
_INLINE = re.compile(
    r"(?P<slot>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? \((?P<agency>[A-Za-z][\w ]{1,20})\))\s?(?:--+|[—–-])\s?"
)


def inside_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Datelines of agencies that follow a headline or another article on the same line."""
    for line in lines:
        for found in _INLINE.finditer(line.text):
            start = found.start()
            if not start or not is_source(found["agency"]) or line.text[start - 1].isalnum():
                continue
            start += _capitals_before_place(found["slot"])
            parsed = parse_slot(line.text[start : found.end("slot")], view.context.language)
            if parsed and parsed.place and (parsed.hints or places.known(parsed.place)):
                end = line.start + len(line.text[: found.end()].rstrip())
                yield Match(line.start + start, end, value_of(line.text[start : end - line.start], parsed), 0.85)


def _capitals_before_place(slot: str) -> int:
    """How many characters of a run of capitals belong to a headline before the place."""
    words = re.split(r"[,(]", slot)[0].split()
    for skip in range(len(words)):
        if places.known(" ".join(words[skip:])):
            return len(" ".join(words[:skip])) + (skip > 0)
    return 0


def read(text: str, index: int, language: str | None = None, view: View | None = None) -> tuple[int, Dateline] | None:
    """The dateline that opens ``text``, a line's text at place ``index`` from the top: its length and value.

    >>> read("LONDON, March 3 (Reuters) - A drug that doctors had given up on works after all.", 0)
    (27, Dateline(raw='LONDON, March 3 (Reuters) -', place='LONDON', region='England', country='GB',
                  agency='Reuters', date='March 3'))
    """
    if not _plausible(text):
        return None
    candidates: list[tuple[re.Match[str], Slot]] = []
    for end, _ in zip(_END.finditer(text, 1, REACH), range(6), strict=False):
        if slot := parse_slot(text[: end.start()], language):
            candidates.append((end, slot))
        elif end[0].strip() != ".":
            break  # what holds no dateline's piece holds none with more behind it
    for end, slot in reversed(candidates):
        mark, rest = end[0].strip(), text[end.end() :]
        if len(rest) < LEAST_SURE or rest[0] in ".,;:)" or (len(rest) < LEAST and not _short_enough(slot, rest)):
            continue
        if slot.agencies and mark == "." and not _is_signed(text[: end.start()], slot):
            continue
        if end[0] in "–—" and not (slot.upper or slot.agencies or slot.dates or slot.hints):
            continue  # no space on either side: "Lincoln–Douglas" joins two names
        if _enough(slot, mark, rest, index, language) or _named_below(slot, mark, rest, index, view):
            length = len(text[: end.end()].rstrip())
            return length, value_of(text[:length], slot)
    return None


def _is_signed(text: str, slot: Slot) -> bool:
    """Whether the agency stands last, so that a full stop may end the dateline."""
    return text[-1] in ")]/" or text.endswith(tuple(slot.agencies))


def _short_enough(slot: Slot, rest: str) -> bool:
    """Whether a sentence of few characters may follow: the dateline itself leaves no doubt."""
    sure = slot.agencies or (slot.upper and any(places.region(hint) for hint in slot.hints))
    return bool(sure) and rest[-1] in '.!?…”"»' and " " in rest


def _named_below(slot: Slot, end: str, rest: str, index: int, view: View | None) -> bool:
    """Whether a place in capitals that no list knows is named as one further down (``in Harrowgate Bend``)."""
    if view is None or index >= TOP + 2 or not slot.upper or len(slot.place) < 5 or view.context.language == "de":
        return False
    if slot.dates or slot.agencies or slot.hints or slot.unknown or slot.strangers or not rest[0].isupper():
        return False
    if end.strip(". ")[:1] not in tuple("-—–―"):
        return False
    for word in _NEAR:
        at = view.lower.find(f" {word} {slot.place.lower()}")
        name = view.text[at + len(word) + 2 :][: len(slot.place)]
        if at >= 0 and name[0].isupper() and not name.isupper():
            return True
    return False


def _plausible(text: str) -> bool:
    """A quick look: no ordinary word stands before the first mark that can end a dateline."""
    head = text[:REACH]
    for found in _FIRST_SIGN.finditer(head):
        if not found[1]:
            break
        if _is_ordinary(found[1]):
            return False
    else:
        return False
    if _AFTER_GROUP.match(head):
        return False
    first = _DELIMITER.search(head)
    piece = head[: first.start()].strip(" .") if first else ""
    if len(piece) > LONGEST_PIECE + 10:
        return False
    if piece.rpartition(" ")[2] in SMALL:
        piece = piece.rpartition(" ")[0]
    return not piece or piece.isdecimal() or place_piece(Slot(), piece, None)


def _is_prose(text: str) -> bool:
    """Whether one of the first words behind a whole word is an ordinary one in small letters."""
    _, *words = text[:REACH].split(None, 3)[:3]
    return any(_is_ordinary(word) for word in words[:1]) or (
        len(words) == 2 and words[0].isalpha() and _is_ordinary(words[1])
    )


def _is_ordinary(word: str) -> bool:
    """Whether a word in small letters is none that stands in datelines."""
    return (
        word.islower() and word.isalpha() and word not in PARTICLES and word not in MONTH_NUMBERS and word not in SMALL
    )


def _enough(slot: Slot, end: str, rest: str, index: int, language: str | None) -> bool:
    """Whether the pieces are evidence enough, given the mark that ends them and the line's place in the text."""
    dash = end.strip(". ")[:1] in tuple("-—–―‐")
    opens = rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“”„«»‘’'‚[(…" or not rest[0].isascii()
    if slot.strangers and not (dash and index < TOP and _is_short_name(slot.strangers)):
        return False
    if not opens:
        return False
    if slot.unknown and not (dash and index < HEAD and (slot.dates or slot.agencies or slot.hints)):
        spanish = end == ".-" and index < TOP and places.known(slot.place)
        if not spanish:
            return False
    if not slot.place:
        return _enough_without_place(slot, end, dash=dash, index=index, language=language)
    sure_hint = any(places.region(hint) for hint in slot.hints)
    if slot.agencies:
        slash_end = end == "."  # /ТАСС/.
        if places.known(slot.place, sure=True) and (dash or (slash_end and language == "de")):
            return True
        return (slot.upper or index < HEAD) and (
            dash
            or slash_end
            or (end in (":", "|") and (slot.upper or places.known(slot.place)))
            or (index < TOP and places.known(slot.place))
        )
    if end == "|":
        return slot.upper and index < TOP and places.known(slot.place)
    if end == ":" and not slot.upper:
        if slot.dates and sure_hint and index < TOP:
            return places.known(slot.place) and len(rest) > LEAST
        alone = not (slot.dates or slot.hints or slot.unknown or slot.strangers)
        return alone and index < TOP and _is_news_line(rest) and _is_city(slot.place)
    if end == ":":
        return (
            slot.upper and index < TOP and len(rest) > LEAST * 1.5 and places.known(slot.place) and not slot.strangers
        )
    if end == ".":
        return (
            language == "de"
            and index < TOP
            and not slot.upper
            and not slot.hints
            and len(rest) > LEAST * 1.5
            and places.known(slot.place, sure=True)
            and places.resolve(slot.place)[1] is not None
        )
    if not dash:
        return False
    if slot.upper:
        if slot.dates:
            return True
        if index >= HEAD:
            return sure_hint and len(rest) > LEAST * 1.5
        if sure_hint or slot.strangers:
            return True
        parts = re.split(r"/| and ", slot.place)
        return all(places.known(part) for part in parts) or (len(slot.place) > 5 and bool(_FACILITY.search(slot.place)))
    if index >= TOP:
        return False
    if slot.dates:
        return any(char.isdigit() for date in slot.dates for char in date)
    if slot.hints or slot.strangers:
        return sure_hint or places.known(slot.place, sure=True)
    return all(places.known(part, sure=True) and not places.region(part) for part in re.split(r"\s*/\s*", slot.place))


def _is_news_line(rest: str) -> bool:
    """Whether a whole long statement follows: titles and questions are shorter or end otherwise."""
    return len(rest) > LEAST * 2.5 and rest[-1] in '.”"' and "?" not in rest


def _is_city(place: str) -> bool:
    return places.known(place, sure=True) and not places.region(place) and places.resolve(place)[1] is not None


def _enough_without_place(slot: Slot, end: str, *, dash: bool, index: int, language: str | None) -> bool:
    if slot.agencies:
        domain = all(DOMAIN.fullmatch(name) for name in slot.agencies)
        if domain and not slot.dates:
            shouted = slot.agencies[0].split(".")[0].isupper() or language in ("id", "ms", "vi")
            return dash and shouted and index < TOP
        return (dash or end in (".", ":") or not end) and index < HEAD
    if slot.dates:
        whole = parse(" ".join(slot.dates).lower())
        return (dash or end == ":") and index < TOP and whole is not None and whole[1] == "day"
    return bool(slot.strangers) and dash and index < TOP


def _is_short_name(names: list[str]) -> bool:
    return all(
        len(name.split()) <= 3
        and name[0].isupper()
        and name.split()[0].lower() not in _NOT_SOURCES
        and not any(c.isdigit() for c in name)
        for name in names
    )


def _is_list_item(view: View, line: Line, value: Dateline) -> bool:
    """Whether neighbours open in the same way: the dates of a chronicle, the towns of a list."""
    if value.agency:
        return False
    for neighbour in (*view.lines[max(0, line.index - 1) : line.index], *view.lines[line.index + 1 : line.index + 4]):
        if value.raw[-1] == ":" and _HEADED.match(neighbour.text):
            return True
        if _PROSE.match(neighbour.text) and _is_prose(neighbour.text):
            continue
        other = read(neighbour.text, 0)
        if other and not other[1].agency and other[1].place != value.place:
            return True
    return False
