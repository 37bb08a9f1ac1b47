"""What stands before the dash of a dateline, split into pieces: places, states, dates, agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cleaners.dates import parse as parse_date
from cleaners.knowledge import places
from cleaners.knowledge.agencies import FORMS, NEWS, agency
from cleaners.knowledge.months import MONTH_NUMBERS
from cleaners.model import Dateline

LONGEST_PIECE = 45
"""Characters of a place, a date or an agency."""

_DIGIT = re.compile(r"\d")
_SPLIT = re.compile(r"\s*[,|]\s*|\s+[-–—]\s+")
_STOP = re.compile(r"(?P<word>[^\W_]+)\.\s+(?=(?P<next>[^\W_]+))")
_GROUP = re.compile(r"\(\s?(©?[^()]{2,40}?)\s?\)|\[\s?([^\[\]]{2,20}?)\s?\]|(?:(?<=[\s\d])|^)/([^\W\d][^/]{1,45})/")
DOMAIN = re.compile(r"[\w-]{2,20}\.(?:com|net|org|tv|vn|id|my|ru|kz|it|co|co\.id|com\.vn|com\.br)", re.IGNORECASE)
_NO_NAME = re.compile(r"[\d\"“”„?!;&#@*=<>]")
_CORRESPONDENT = re.compile(r"(?:Корр\.|корр\.|Corr\.?|Korr\.) (?P<agency>[^\W\d_]{3,12})")
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-TV| ?\d{1,2})?|NEWS ?\d{1,2}|[A-Z]{3,4}(?:-TV| News)")

_MONTHS = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))
_DATE = re.compile(
    rf"(?:(?:{_MONTHS})\.?\s*\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:\.|er|º|°|st|nd|rd|th)?\s*(?:de |of )?(?:{_MONTHS})\.?"
    r"|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d\d-\d\d)(?:(?: de |,?\s+)(?:19|20)\d\d)?(?:\s*г\.?)?"
)
WEEKDAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun montag
    dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato
    domenica
    """.split()  # noqa: SIM905
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ABBREVIATED = frozenset({"st", "ste", "ft", "mt", "pt", "sta", "sto", "gen", "dr", "mr", "gob", "cd", "pto"})
"""Words whose full stop does not end a piece."""
_LEADING = ("and ", "y ", "e ", "und ", "et ", "le ", "den ", "am ", "on ", "vom ")
PARTICLES = frozenset(
    """
    de del la las los le les da do dos di al el am an der dem den im bei ob upon on of sur sous in aux nad i a y
    et e und and și the
    """.split()  # noqa: SIM905
)
_SOURCES = frozenset(
    (  # noqa: SIM905
        "ABC|ABC News|AdnKronos|AGENPARL|ANTĐ|apro|Askanews|askanews|Axios|BBC|BBC News|BHA|Bianet|Báo Giao thông|"
        "epdÖ|KAP|kap|idea|zenit|Zenit|CNA|CNA Deutsch|"
        "CBS|CBS News|CBS SF|CİHAN|CNN|CNN Business|CNN Student News|CNNMoney|CNS|CNSNews|CNSNews.com|DIRE|Dire|dpo|"
        "Dân trí|EurekAlert|FOX|FOX News|Fox News|Hill|Hürriyet|inform.kz|InsideSources|ITALPRESS|iwr-pressedienst|"
        "İLKHA|JNS|JTA|Kaiser Health News|KBS|KFF Health News|MarketWatch|Marketwired|Mizzima|NBC|NBC News|NDO|"
        "news aktuell|Newswise|NLĐO|NPR|ots|PLO|PNA|Politico|Presseportal|PRNewswire|RealMoney|RTL|RV|SDA|SGGP|sid|"
        "SID|Stacker|StatePoint|StudyFinds|SWI|The Center Square|The Conversation|The Hill|TheStreet|TNO|"
        "CNN Indonesia|CNBC Indonesia|BBC Indonesia|Media OutReach|Media OutReach Newswire|APO Group|ACN Newswire|"
        "ACCESSWIRE|Accesswire|EINPresswire|PRWEB|CNW|CNW Group|NNA|Folhapress|FOLHAPRESS|FolhaPress|UOL|R7|G1|taz|"
        "КазТАГ|Sputnik Türkiye|AIB|APS|MAP|TAP|GNA|ACP|InfoMoney|Agência Câmara|Agência Senado|Agência Brasil|"
        "EUROPA PRESS|Gestión|Notimex|SinEmbargo|Quadratín|Télam|NA|DyN|Xinhua Español|RT|NHK|TVP|IAR|Polsat|"
        "Tribune News Service|TTO|Tổ Quốc|UHA|VOV|VTC|WebMD|Казинформ|КАЗИНФОРМ|КАЗТАГ"
    ).split("|")
)
"""Who signs datelines besides the agencies: broadcasters, company wires, papers that print their own name."""
_LOOSE_SOURCES = frozenset(name.casefold() for name in _SOURCES if len(name) > 4)
SMALL = frozenset({"taz", "dpa", "ots", "sda", "apa", "afp", "epd", "kna"})
"""Sources in small letters that stand right behind the place."""
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
_OUTLET_CODE = re.compile(r"(?!EU|US|UN|WHO|NATO|ASEAN|USD|AI|FIFA|TAND|UBND|CSGT)[A-ZĐ]{2,4}(?:&TĐ)?")
"""How Vietnamese papers sign with their own initials."""


@dataclass
class Slot:
    """What stands before the dash, piece by piece."""

    place: str = ""
    upper: bool = False
    hints: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)  # names behind the place that no list knows
    dates: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)  # names in brackets that no list knows


def parse_slot(text: str, language: str | None) -> Slot | None:
    """Split what stands before the dash into pieces; None if one of them is nothing that a dateline holds."""
    slot = Slot()
    for found in _GROUP.finditer(text):
        name = (found[1] or found[2] or found[3]).strip(" ©")
        state = places.local_region(name, language)
        if state and (not is_source(name) or name == "PA"):
            slot.hints.append(state)
        elif is_source(name):
            slot.agencies.append(name)
        elif places.known(name, sure=True) and not slot.place and found.start() == 0:
            slot.place = name
        elif all(is_source(part) or len(part) < 6 for part in name.split("/")) and "/" in name:
            slot.agencies.append(name)
        elif correspondent := _CORRESPONDENT.match(name):
            slot.agencies.append(correspondent["agency"])
        else:
            slot.strangers.append(name)
    bare = _GROUP.sub(", ", text)
    for piece in _SPLIT.split(_STOP.sub(_cut_stop, bare)):
        piece = piece.strip(" .,-–—")
        if piece and not place_piece(slot, piece, language):
            return None
    return slot


def _cut_stop(found: re.Match[str]) -> str:
    """A comma for a full stop that ends a piece (``МОСКВА. 3 мая. ИНТЕРФАКС``), but not for that of ``Sept. 4``."""
    word, following = found["word"].lower(), found["next"].lower()
    if word in _ABBREVIATED or (len(word) < 2 and not word.isdigit()):
        return found[0]
    if word in MONTH_NUMBERS:
        before = found.string[: found.start()].rstrip()
        whole = before[-1:].isdigit() and not _YEAR.match(following)
        return f"{found['word']}, " if whole and following not in MONTH_NUMBERS else found[0]
    if word.isdigit():
        return f"{found['word']}, " if following not in MONTH_NUMBERS and not following.isdigit() else found[0]
    return f"{found['word']}, "


def place_piece(slot: Slot, piece: str, language: str | None) -> bool:
    """Put one piece where it belongs; False if it belongs nowhere."""
    if slot.place or slot.agencies:
        piece = next((piece[len(word) :] for word in _LEADING if piece.startswith(word)), piece)
    if len(piece) > LONGEST_PIECE:
        return False
    lowered = piece.lower()
    if lowered in WEEKDAYS or _is_date(lowered) or (slot.dates and _YEAR.fullmatch(piece)):
        slot.dates.append(piece)
        return True
    if language == "vi" and not slot.place and _OUTLET_CODE.fullmatch(piece):
        slot.agencies.append(piece)
        return True
    if DOMAIN.fullmatch(piece) or piece in _BARE or (slot.place and is_source(piece)):
        slot.agencies.append(piece)
        return True
    if slot.place and piece.isdecimal() and len(piece) < 3:
        slot.dates.append(piece)
        return True
    if not slot.place and not slot.agencies:
        piece = _without_agency(slot, piece)
    if not _is_name(piece):
        return False
    if not slot.place:
        slot.place = piece
        slot.upper = piece.upper() == piece and sum(char.isalpha() for char in piece) > 2
        return True
    if state := places.local_region(piece, language):
        slot.hints.append(state)
    elif (
        places.region(piece)
        or places.known(piece)
        or (slot.upper and piece.isupper() and len(slot.hints) < 1 and len(piece) > 3)
    ):
        slot.hints.append(piece)
    elif len(piece) < 25 and not slot.unknown:
        slot.unknown.append(piece)
    else:
        return False
    return True


def _is_date(piece: str) -> bool:
    """Whether a piece in lower case is a day, with or without its weekday."""
    if not _DIGIT.search(piece):
        return False
    first, _, others = piece.partition(" ")
    return bool(_DATE.fullmatch(piece) or (others and first in WEEKDAYS and _DATE.fullmatch(others)))


def _without_agency(slot: Slot, piece: str) -> str:
    """The place alone, where an agency is tied to it by a slash or stands behind it in small letters."""
    for mark in ("/", " "):
        before, _, last = piece.rpartition(mark)
        if before and (is_source(last) if mark == "/" else last in SMALL):
            slot.agencies.append(last)
            return before
    return piece


def _is_name(piece: str) -> bool:
    if len(piece) > LONGEST_PIECE or _NO_NAME.search(piece):
        return False
    words = piece.replace("/", " ").split()
    return 0 < len(words) <= 5 and all(
        word[0].isupper() or word.lower() in PARTICLES or word[0] in "'’" for word in words
    )


def is_source(name: str) -> bool:
    """Whether a name signs datelines: a news agency, a broadcaster, a station's call sign."""
    if (
        name in _SOURCES
        or name.casefold() in _LOOSE_SOURCES
        or (agency(name) or "") in NEWS
        or FORMS.get(name.split("/")[0]) in NEWS
    ):
        return True
    return bool(_CALL_SIGN.fullmatch(name) or DOMAIN.fullmatch(name))


def value_of(raw: str, slot: Slot) -> Dateline:
    """The dateline printed as ``raw``, its place resolved and its date read where that is possible."""
    hint = next((hint for hint in slot.hints if places.region(hint)), None)
    state, country = places.resolve(slot.place, hint) if slot.place else (None, None)
    names = slot.agencies or slot.strangers
    printed = ", ".join(date for date in slot.dates if date.lower() not in WEEKDAYS)
    known = parse_date(printed.lower()) if printed else None
    date = known[0] if known and known[1] == "day" else printed or None
    return Dateline(raw, slot.place or None, state, country, names[0] if names else None, date)
