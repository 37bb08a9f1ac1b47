"""Reading credits: is this stretch of text a picture's credit, and whose is it?

:mod:`cleaners.finders.credit_span` says where in a line credits stand; no finder is in either.
"""

from __future__ import annotations

import re
from functools import lru_cache

import re2

from cleaners.knowledge.agencies import agency
from cleaners.knowledge.credit_labels import GIVEN_BY, PICTURE, PLAIN_OWNERS
from cleaners.model import Credit

WIRES = frozenset({"PRNewswire", "Business Wire", "GlobeNewswire", "HealthDay"})
"""Agencies that sign texts, never pictures."""

PLATFORMS = frozenset({"Facebook", "Instagram", "Twitter", "YouTube", "TikTok", "Telegram", "Reddit", "Google Maps"})
"""Where pictures are taken from, and where share buttons lead."""

ALONE = frozenset(
    {
        "Getty Images",
        "iStock",
        "Shutterstock",
        "Alamy",
        "ZUMA",
        "picture alliance",
        "NurPhoto",
        "Adobe Stock",
        "Depositphotos",
        "Corbis",
        "Imagoeconomica",
        "Freepik",
    }
    | {"Dreamstime", "123RF", "Global Look Press", "USA TODAY Sports Images", "Ritzau Scanpix", "Science Photo Library"}
)
"""Agencies whose bare name at the end of a line is a credit."""

LONGEST = 160
"""Characters of the longest credit that is believed."""

SPACE = r"[\s\x{a0}\x{3000}]"
"""White space for RE2, whose ``\\s`` knows ASCII only."""

PICTURE_WORD = PICTURE.replace(r"\s", SPACE)
GIVEN_BY_WORD = GIVEN_BY.replace(r"\s", SPACE)
_LABEL = re2.compile(
    rf"(?i)(?:©{SPACE}*)?(?:{PICTURE_WORD}){SPACE}*[:：=]{SPACE}*|(?:{GIVEN_BY_WORD})(?:{SPACE}*[:：]{SPACE}*|{SPACE}+)"
)
_RIGHTS = re.compile(
    r"^(?:©|\(c\)|copyright)[\s©]*(?:copyright\s*)?(?:19|20)\d\d|rights reserved|"
    r"\b(?:GmbH|Inc|LLC|Ltd|Corp|Syndicate)\b",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?:(?:photo|image|picture|foto)\s?/\s?|file(?: photo)?:\s?)(?=\S)", re.IGNORECASE)
_LOWER = re.compile(
    r"[\w .'-]{2,40}\s?/\s?(?:Getty Images|Shutterstock(?:\.com)?|iStock(?:photo)?|Alamy|Adobe Stock|Unsplash|Pexels"
    r"|Pixabay|Flickr)"
)
_LOWER_PAIR = re.compile(r"[a-z][\w.-]{1,19} ?/ ?[^\W\d_a-z][\w. ]{1,24}")
_SIGN = re.compile(r"(?:©\ufe0f?|\(c\)|copyright:?)\s*(?:\d{4}\s+)?(?=[^\s\d])", re.IGNORECASE)
_LICENCE = re.compile(
    r"\s*[,/|(\[-]?\s*(?:(?:CC|Creative Commons|Public Domain|CC0)\b[^/|]*|cropped|resized|edited|\(?Ausschnitt\)?"
    r"|public domain)\s*[\])]?\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?:/|\||¦|•|;|,|\(|\)|\+|\*|\s[-–—]\s|\s(?:via|tramite|through|for|für|för|pour|para|per|over)\s)\s*"
)
_STRONG = re.compile(r"/|\||¦|\s(?:via|tramite)\s")
_ORGANISATION = re.compile(
    r"\.(?:com|org|net|de|ru|gov|co|fr|it|es|pl|vn)\b|^(?:The|Der|Die|Das|Le|La|Les|El|Il)\s|\b(?:university"
    r"|ministry|department|police|office|press|news|museum|"
    r"gmbh|inc|ltd|agency|agentur|institute|council|government|pictures|media|archive|archiv|service|studio|studios"
    r"|center|centre|"
    r"times|post|court|library|foundation|association|society|hospital|company|group|club|polizei|feuerwehr|verlag)\b",
    re.IGNORECASE,
)
_CONNECTORS = frozenset(
    [
        "of",
        "the",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "zu",
        "and",
        "und",
        "et",
        "y",
        "e",
        "i",
        "&",
        "+",
        "via",
        "for",
        "für",
        "för",
        "pour",
        "by",
        "a",
        "an",
        "in",
        "at",
        "on",
        "from",
        "to/",
        "au",
        "aux",
        "al",
        "el",
        "il",
        "lo",
        "st",
        "mc",
        "bin",
        "ibn",
    ]
)
_FILE = re.compile(
    r"[\s,/(-]*\b(?:file(?: photo)?|files|archiv(?:bild|foto)?|arkiv|archivo|archives|handout|pool|undated)\b[\s.)]*$",
    re.IGNORECASE,
)
_FILED = re.compile(r"(?<=\w) (?:file|pool|handout)(?: photo)?$", re.IGNORECASE)
_FRONT = re.compile(
    r"^(?:pool|handout|hand-out|provided by|supplied by|courtesy of|courtesy|by|from|photo by)\b[\s/:,-]*",
    re.IGNORECASE,
)
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_WORD = re.compile(r"[^\s/|,;()]+")
_DOMAIN = re.compile(r"^(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?$|^@\w+$", re.IGNORECASE)


@lru_cache(maxsize=64)  # several finders read the same lines
def read(text: str) -> Credit | None:
    """Read a text that is a credit from end to end; ``None`` if it does not look like one.

    >>> read("(Photo: Dima Roe / AP)")
    Credit(raw='(Photo: Dima Roe / AP)', photographer='Dima Roe', agency='AP')
    >>> read("Pool via REUTERS").agency, read("Photo: he took it in 2005 and kept it")
    ('Reuters', None)
    """
    raw = text.strip()
    if not 1 < len(raw) <= LONGEST:
        return None
    inner = _unbracketed(raw)
    owner, labelled = without_label(inner)
    owner = owner.strip(" .,:;–—-|").removesuffix(" cung cấp")
    if raw[:3].lower() == "(c)" and (len(raw) > 70 or raw[-1] in ":;,"):  # a list from (a) to (z)
        return None
    if labelled and _LOWER_PAIR.fullmatch(owner):
        return owned(raw, owner)
    if labelled:
        return (
            owned(raw, owner) if plausible(owner) and not (_RIGHTS.search(inner) and not signed(raw, owner)) else None
        )
    credit = signed(raw, inner)
    if not credit and _LOWER.fullmatch(inner):
        name, _, house = inner.rpartition("/")
        return Credit(raw, name.strip(), agency(house))
    return credit if credit and bound(inner, credit) else None


def plausible(owner: str) -> bool:
    """Whether what follows a label can be the name of somebody: few words, and nearly all of them names.

    >>> plausible("Jane Roe / Daily Post"), plausible("privat"), plausible("it is getting clearer every day")
    (True, True, False)
    """
    owner = _LICENCE.sub("", owner)
    words = _WORD.findall(owner)
    if not any(map(str.isalpha, owner)) or len(words) > 14 or len(owner) > 110 or owner[-1] in "?!":
        return False
    agencies = {word for a, b in _pieces(owner) if agency(owner[a:b]) for word in _WORD.findall(owner[a:b])}
    plain = [word for word in words if word not in agencies and not _is_name(word)]
    if _breaks_sentence(owner):
        return False
    return (
        not plain
        if len(words) > 9
        else len(plain) <= max(1, len(words) // 4)
        and (words[0] in agencies or _starts_name(words[0]) or " via " in owner)
    )


def _unbracketed(text: str) -> str:
    text = text.rstrip(".") if text[-2:-1] in _BRACKETS else text
    while text and text[-1] in _BRACKETS and text[0] == _BRACKETS[text[-1]] and text.count(text[0]) == 1:
        text = text[1:-1].strip()
    return text.lstrip("([").strip() if text.count("(") + text.count("[") > text.count(")") + text.count("]") else text


def without_label(text: str) -> tuple[str, bool]:
    """The owner's part, and whether a label stood before it (labels may follow one another: ``Foto: © X``)."""
    labelled = False
    for _ in range(3):
        match = _LABEL.match(text) or _SIGN.match(text) or _SLASHED.match(text)
        if not match:
            break
        labelled = True
        text = text[match.end() :]
    return text, labelled


def _is_name(word: str) -> bool:
    core = word.strip("\"'“”‘’«».:&©-–—*!")
    return (
        not core
        or core[0].isupper()
        or any(map(str.isdigit, core))
        or not (core[0].islower() or core[0].isupper())
        or core.lower() in _CONNECTORS
        or core.lower() in PLAIN_OWNERS
        or bool(_DOMAIN.match(core))
        or any(letter.isupper() for letter in core)
        or "_" in core
    )


def _starts_name(word: str) -> bool:
    core = word.strip("\"'“”‘’«»©")
    return bool(core) and (
        _is_name(core)
        and (core.lower() not in _CONNECTORS or core[0].isupper() or core.lower() in ("by", "the", "von"))
    )


def _breaks_sentence(text: str) -> bool:
    """A full stop behind a word of some length, with another word after it."""
    return any(len(m[1]) > 3 and not m[1].isupper() for m in re.finditer(r"([^\W\d_]+)[.!?]\s+\S", text))


_CAMPAIGN = re.compile(
    r" for (?:\w+ ){0,2}(?:President|Governor|Mayor|Senate|Senator|Congress|House|Judge|Sheriff|Council|Supervisor|"
    r"Assembly|District Attorney|Attorney General|Secretary of State|Commissioner|Treasurer|School Board)\b"
)
"""A committee that runs somebody for an office: one owner, not a photographer for a paper."""


def owned(raw: str, owner: str) -> Credit:
    """A labelled credit: anybody may own it."""
    owner = _FRONT.sub("", _LICENCE.sub("", _LICENCE.sub("", owner))).strip(" .,/|") or owner
    known = signed(raw, owner)
    if known:
        return known
    owner = _FILE.sub("", owner) or owner
    if ours := re.match(r"\W*(Reuters|REUTERS|AP|AFP|EPA) (?:photo|picture)", raw):
        return Credit(raw, owner, agency(ours[1]))
    if _CAMPAIGN.search(owner):
        return Credit(raw, None, owner)
    parts = [part for part in _SEPARATOR.split(owner) if part and not part.strip(" .").isdigit()]
    owner = parts[0] if len(parts) == 1 else owner
    if len(parts) > 1 and not _ORGANISATION.search(parts[0]):
        return Credit(raw, parts[0], " / ".join(parts[1:]))
    name = owner.split()
    person = (
        2 <= len(name) <= 4
        and not _ORGANISATION.search(owner)
        and not any(word.isupper() and len(word) > 3 for word in name[:1])
    )
    return Credit(raw, owner) if person else Credit(raw, None, owner)


def signed(raw: str, text: str) -> Credit | None:
    """A credit that names a known agency: ``Jane Roe/AP``, ``AFP via Getty Images``, ``imago/Jane Roe``."""
    text = _LICENCE.sub("", text).strip()
    sign = _SIGN.match(text)
    text = _FILED.sub("", text[sign.end() :] if sign else text)
    inside = re.fullmatch(r"([^()]+?)\s*\(\s*([^()]+?)\s*\)", text)
    if inside and inside[2].split("/")[0] in ("NASA", "ESA", "NOAA"):  # where somebody works
        return None
    text = f"{inside[1]}/{inside[2]}" if inside else text
    pieces = _pieces(text)
    known = [(index, name) for index, (a, b) in enumerate(pieces) if (name := agency(text[a:b])) and name not in WIRES]
    known = [(index, name) for index, name in known if name not in ("Pool", "Handout")] or known
    if not known or len(pieces) > 8 or set("()") & set(text) or re.search(r":\s", text) or _breaks_sentence(text):
        return None
    others = [text[a:b] for a, b in pieces if not agency(text[a:b])]
    if any(part.strip(" .").isdigit() or not all(map(_is_name, _WORD.findall(part))) for part in others):
        return None
    if len(pieces) > 2 and sum(name in PLATFORMS for _, name in known) > 1:
        return None
    first, name = known[0]
    shown = text[slice(*pieces[first])]
    address = "." in shown.strip(". ") and name.casefold() not in shown.casefold()
    name = shown.strip() if address else name
    if len(pieces) == 1:
        return Credit(raw, None, name)
    names = [text[a:b] for a, b in pieces[:first] if agency(text[a:b]) is None]
    rest = [text[a:b] for a, b in pieces[first + 1 :]]
    if first == 0 and rest and not agency(rest[0]) and not _FILE.fullmatch(rest[0]):
        named = "_" in rest[0] or (len(rest[0].split()) <= 4 and not _ORGANISATION.search(rest[0]))
        return Credit(raw, rest[0] if named else None, name)
    last = known[-1][0]
    printed = text[pieces[first][0] : pieces[last][1]].strip() if last > first else name
    return Credit(raw, names[0] if names else None, printed)


def bound(text: str, credit: Credit) -> bool:
    """Whether a credit without a label can be nothing else: name and agency are tied by a slash, a bar or ``via``,
    or one of the picture agencies that are never spoken of otherwise stands alone."""
    return bool(_STRONG.search(text)) or (credit.photographer is None and credit.agency in ALONE)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where the parts between slashes, bars, commas and ``via`` stand."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for separator in _SEPARATOR.finditer(text):
        pieces.append((start, separator.start()))
        start = separator.end()
    return [(a, b) for a, b in [*pieces, (start, len(text))] if a < b]
