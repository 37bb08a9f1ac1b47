"""Datelines: place, agency and date before the first sentence of a story, with the dash that ends them.

``AURORA, Colo. -- ``, ``LONDON, March 3 (Reuters) - ``, ``(CNN) — ``, ``July 8, 2010 -- ``, ``Wien – ``,
``МОСКВА, 29 июня. /ТАСС/. ``, ``(ANSA) - ROMA, 12 MAG - ``, ``JAKARTA, KOMPAS.com - ``. What stands before the dash is
split into pieces; each must be a place, a state or country, a date, or an agency, and together they must be evidence
enough for where they stand: the deeper in the text, the more of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cleaners.dates import parse
from cleaners.knowledge import places
from cleaners.knowledge.agencies import FORMS, NEWS, agency
from cleaners.knowledge.months import MONTH_NUMBERS
from cleaners.model import Dateline, Match
from cleaners.view import Line, View

HEAD = 6
"""Lines from the top among which a place in capitals needs no further evidence."""
TOP = 3
"""Lines from the top among which a place in mixed case can be a dateline."""
REACH = 100
"""Characters within which a dateline ends."""
LEAST = 40
"""Characters a line holds at least after its dateline; shorter ones are titles and list items."""

_END = re.compile(
    r"\.?\s*(?:--+|[—–―])\s*|\.?\s+[-‐]\s*|\.?-\s+|(?<=/)\.\s+|\s*:\s+|(?<=\))\s*(?=[^\W\d_a-zß-ÿ]|[\"“‘'])|\.\s+"
)
_FIRST_SIGN = re.compile(r"[—–―(/:]|--| -|- |(?<=[^\W\d_]{4})\. |(?<=[^\W\d] )[a-zß-ÿ]{2,}")
_DELIMITER = re.compile(r"[,|(/—–―:]|--|\s-|-\s|(?<=[^\W\d_]{4})\.\s")
_SPLIT = re.compile(r"\s*[,|]\s*|\s+[-–—]\s+|(?<=[^\W\d_]{4})\.\s+|(?<=\d)\.\s+(?=[^\W\d_]{4})")
_GROUP = re.compile(r"\(\s?(©?[^()]{2,40}?)\s?\)|(?:(?<=\s)|^)/([^/]{2,40})/")
_DOMAIN = re.compile(r"[\w-]{2,20}\.(?:com|net|org|tv|vn|id|my|ru|kz|it|co|co\.id|com\.vn|com\.br)", re.IGNORECASE)
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-TV| ?\d{1,2})?|NEWS ?\d{1,2}|[A-Z]{3,4}(?:-TV| News)")

_MONTHS = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))
_DATE = re.compile(
    rf"(?:(?:{_MONTHS})\.?\s*\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:\.|er|º|°|st|nd|rd|th)?\s*(?:de |of )?(?:{_MONTHS})\.?"
    r"|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d\d-\d\d)(?:(?: de |,?\s+)(?:19|20)\d\d)?(?:\s*г\.?)?"
)
_WEEKDAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun montag
    dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato
    domenica
    """.split()  # noqa: SIM905
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTICLES = frozenset(
    """
    de del la las los le les da do dos di al el am an der dem den im bei ob upon on of sur sous in aux nad i a y
    et e und and și the
    """.split()  # noqa: SIM905
)
_SOURCES = frozenset(
    (  # noqa: SIM905
        "ABC|ABC News|AdnKronos|AGENPARL|ANTĐ|apro|Askanews|askanews|Axios|BBC|BBC News|BHA|Bianet|Báo Giao thông|"
        "CBS|CBS News|CBS SF|CİHAN|CNN|CNN Business|CNN Student News|CNNMoney|CNS|CNSNews|CNSNews.com|DIRE|Dire|dpo|"
        "Dân trí|EurekAlert|FOX|FOX News|Fox News|Hill|Hürriyet|inform.kz|InsideSources|ITALPRESS|iwr-pressedienst|"
        "İLKHA|JNS|JTA|Kaiser Health News|KBS|KFF Health News|MarketWatch|Marketwired|Mizzima|NBC|NBC News|NDO|"
        "news aktuell|Newswise|NLĐO|NPR|ots|PLO|PNA|Politico|Presseportal|PRNewswire|RealMoney|RTL|RV|SDA|SGGP|sid|"
        "SID|Stacker|StatePoint|StudyFinds|SWI|The Center Square|The Conversation|The Hill|TheStreet|TNO|"
        "Tribune News Service|TTO|Tổ Quốc|UHA|VOV|VTC|WebMD|Казинформ|КАЗИНФОРМ|КАЗТАГ"
    ).split("|")
)
"""Who signs datelines besides the agencies: broadcasters, company wires, papers that print their own name."""
_BARE = frozenset(
    {
        "Newswise",
        "PRNewswire",
        "BUSINESS WIRE",
        "TTO",
        "NLĐO",
        "NDO",
        "PLO",
        "TNO",
        "ANTĐ",
        "VOV",
        "SGGP",
        "ANSA",
        "StudyFinds",
    }
)
"""Sources that stand before the dash alone and without brackets."""
_FACILITY = re.compile(
    r"(?:^| )(?:TOWER|AIRPORT|COUNTY|CAMP|FORT|FT|LAKE|MOUNT|MT|BEACH|SPRINGS|VALLEY|ISLANDS?|PORT|ABOARD|BASE|"
    r"BORDER|CAPITOL|TOWNSHIP|RESERVATION|HEIGHTS|FALLS|GROVE|CREEK|UNIVERSITY|STATION|ST|"
    r"SANTA|SAN|SÃO|BAD|NOVA|NUEVA|VILA|MONTE)(?: |$)"
    r"|(?:VILLE|BURGH?|TOWN|DORF|HEIM|HAUSEN|STADT|SHIRE|BOROUGH|KIRCHEN|INGEN|"
    r"FURT|FORD|GRAD|ГРАД|СК|PUR|ABAD|POLIS|ÓPOLIS|LÂNDIA)$"
)
"""What betrays a place in capitals that no list knows."""
_NOT_SOURCES = frozenset(
    {"update", "updated", "video", "photo", "photos", "watch", "spoiler", "note", "warning", "opinion", "exclusive"}
)


@dataclass
class _Slot:
    """What stands before the dash, piece by piece."""

    place: str = ""
    upper: bool = False
    hints: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)  # names in brackets that no list knows


def at_line_start(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Datelines that open a line."""
    for line in lines:
        text = line.text
        if (line.index >= HEAD and not text[:3].isupper()) or not _plausible(text):
            continue
        found = read(_unbroken(view, line), line.index, view.context.language)
        if found and found[0] <= len(text) and not _is_list_item(view, line, found[1]):
            end, value = found
            yield Match(line.start, line.start + end, value, 0.95 if value.agency or value.country else 0.85)


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


_INLINE = re.compile(
    r"(?P<slot>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? \((?P<agency>[A-Za-z][\w ]{1,20})\))\s?(?:--+|[—–-])\s?"
)


def inside_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Datelines of agencies that follow a headline or another article on the same line."""
    for line in lines:
        for found in _INLINE.finditer(line.text):
            start = found.start()
            if not start or not _is_source(found["agency"]) or line.text[start - 1].isalnum():
                continue
            start += _capitals_before_place(found["slot"])
            parsed = _parse(line.text[start : found.end("slot")])
            if parsed and parsed.place and (parsed.hints or places.known(parsed.place)):
                end = line.start + len(line.text[: found.end()].rstrip())
                yield Match(line.start + start, end, _value(line.text[start : end - line.start], parsed), 0.85)


def _capitals_before_place(slot: str) -> int:
    """How many characters of a run of capitals belong to a headline before the place."""
    words = re.split(r"[,(]", slot)[0].split()
    for skip in range(len(words)):
        if places.known(" ".join(words[skip:])):
            return len(" ".join(words[:skip])) + (skip > 0)
    return 0


def read(text: str, index: int, language: str | None = None) -> tuple[int, Dateline] | None:
    """The dateline that opens ``text``, a line's text at place ``index`` from the top: its length and value.

    >>> read("LONDON, March 3 (Reuters) - A drug that doctors had given up on works after all.", 0)
    (27, Dateline(raw='LONDON, March 3 (Reuters) -', place='LONDON', region='England', country='GB',
                  agency='Reuters', date='March 3'))
    """
    if not _plausible(text):
        return None
    ends = [found for found, _ in zip(_END.finditer(text, 1, REACH), range(6), strict=False)]
    for end in reversed(ends):
        rest = text[end.end() :]
        if len(rest) < LEAST or rest[0] in ".,;:)":
            continue
        slot = _parse(text[: end.start()])
        if slot and _enough(slot, end[0].strip(), rest, index, language):
            length = len(text[: end.end()].rstrip())
            return length, _value(text[:length], slot)
    return None


def _plausible(text: str) -> bool:
    """A quick look: no ordinary word stands before the first mark that can end a dateline."""
    words = text.split(None, 2)
    second = words[1] if len(words) > 1 and words[0].isalpha() else ""
    if second.isalpha() and second.islower() and second not in _PARTICLES and second not in MONTH_NUMBERS:
        return False
    for found in _FIRST_SIGN.finditer(text, 0, REACH):
        if not found[0].isalpha():
            break
        if found[0] not in _PARTICLES and found[0] not in MONTH_NUMBERS:
            return False
    else:
        return False
    first = _DELIMITER.search(text)
    piece = text[: first.start()].strip(" .") if first else ""
    return not piece or piece.isdecimal() or _place_piece(_Slot(), piece)


def _parse(text: str) -> _Slot | None:
    """Split what stands before the dash into pieces; None if one of them is nothing that a dateline holds."""
    slot = _Slot()
    for found in _GROUP.finditer(text):
        name = (found[1] or found[2]).strip(" ©")
        if _is_source(name):
            slot.agencies.append(name)
        elif places.known(name, sure=True) and not slot.place and found.start() == 0:
            slot.place = name
        elif all(_is_source(part) or len(part) < 6 for part in name.split("/")) and "/" in name:
            slot.agencies.append(name)
        else:
            slot.strangers.append(name)
    bare = _GROUP.sub(", ", text)
    for piece in _SPLIT.split(bare):
        piece = piece.strip(" .,-–—")
        if piece and not _place_piece(slot, piece):
            return None
    return slot


def _place_piece(slot: _Slot, piece: str) -> bool:
    """Put one piece where it belongs; False if it belongs nowhere."""
    lowered = piece.lower()
    if lowered in _WEEKDAYS or _DATE.fullmatch(lowered) or (slot.dates and _YEAR.fullmatch(piece)):
        slot.dates.append(piece)
        return True
    first, _, others = piece.partition(" ")
    if others and first.lower() in _WEEKDAYS and _DATE.fullmatch(others.lower()):
        slot.dates.append(piece)
        return True
    if _DOMAIN.fullmatch(piece) or piece in _BARE or (slot.place and _is_source(piece)):
        slot.agencies.append(piece)
        return True
    if slot.place and piece.isdecimal() and len(piece) < 3:
        slot.dates.append(piece)
        return True
    if not _is_name(piece):
        return False
    if not slot.place:
        slot.place = piece
        slot.upper = piece.upper() == piece and sum(char.isalpha() for char in piece) > 2
        return True
    if (
        places.region(piece)
        or places.known(piece)
        or (slot.upper and piece.isupper() and len(slot.hints) < 1 and len(piece) > 3)
    ):
        slot.hints.append(piece)
        return True
    return False


def _is_name(piece: str) -> bool:
    words = piece.replace("/", " ").split()
    return (
        0 < len(words) <= 5
        and len(piece) <= 45
        and all(word[0].isupper() or word.lower() in _PARTICLES or word[0] in "'’" for word in words)
        and not any(char.isdigit() or char in '"“”„?!;&#@*=<>' for char in piece)
    )


def _is_source(name: str) -> bool:
    """Whether a name signs datelines: a news agency, a broadcaster, a station's call sign."""
    if name in _SOURCES or (agency(name) or "") in NEWS or FORMS.get(name.split("/")[0]) in NEWS:
        return True
    return bool(_CALL_SIGN.fullmatch(name) or _DOMAIN.fullmatch(name))


def _enough(slot: _Slot, end: str, rest: str, index: int, language: str | None) -> bool:
    """Whether the pieces are evidence enough, given the mark that ends them and the line's place in the text."""
    dash = end.strip(". ")[:1] in tuple("-—–―‐")
    opens = rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“”„«»‘’'‚[(…" or not rest[0].isascii()
    if slot.strangers and not (dash and index < TOP and _is_short_name(slot.strangers)):
        return False
    if not opens:
        return False
    if not slot.place:
        return _enough_without_place(slot, end, dash=dash, index=index, language=language)
    sure_hint = any(places.region(hint) for hint in slot.hints)
    if slot.agencies:
        slash_end = end == "."  # /ТАСС/.
        return (slot.upper or index < HEAD) and (
            dash or slash_end or end == ":" or (index < TOP and places.known(slot.place))
        )
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
    return all(places.known(part, sure=True) and not places.region(part) for part in slot.place.split("/"))


def _enough_without_place(slot: _Slot, end: str, *, dash: bool, index: int, language: str | None) -> bool:
    if slot.agencies:
        domain = all(_DOMAIN.fullmatch(name) for name in slot.agencies)
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
        other = read(neighbour.text, 0)
        if other and not other[1].agency and other[1].place != value.place:
            return True
    return False


def _value(raw: str, slot: _Slot) -> Dateline:
    hint = next((hint for hint in slot.hints if places.region(hint)), None)
    state, country = places.resolve(slot.place, hint) if slot.place else (None, None)
    names = slot.agencies or slot.strangers
    printed = ", ".join(date for date in slot.dates if date.lower() not in _WEEKDAYS)
    known = parse(printed.lower()) if printed else None
    date = known[0] if known and known[1] == "day" else printed or None
    return Dateline(raw, slot.place or None, state, country, names[0] if names else None, date)
