"""Credits of rarer forms: a label without a colon, a source in brackets, an institution, a name and its paper."""

from __future__ import annotations

import re
from functools import lru_cache

from cleaners.finders.credit_text import bound, owned, plausible, read, signed, without_label
from cleaners.knowledge.agencies import agency
from cleaners.knowledge.credit_labels import PLAIN_OWNERS
from cleaners.knowledge.names import has_given_name
from cleaners.model import Credit

_NAME = r"(?:[ld][’'])?[^\W\d_a-z][\w’'.&-]*"
_NAMES = rf"{_NAME}(?: (?:{_NAME}|de|da|do|del|della|di|la|le|von|van|der|den|bin|al|of|the|und|and|&)){{0,5}}"
_UNCOLONED = re.compile(
    r"(?:(?i:file|archiv|titel|symbol|stock|handout|privat) ?)?"
    r"(?:[Pp]hotos?|PHOTOS?|[Ff]otos?|FOTOS?|Bild(?:er)?|BILD|Image|Ảnh|Hình|Pic|Fotó|Kuva|Beeld|Zdjęcie"
    r"|Фото|Снимка|Courtesy(?: of)?)"
    rf"(?: by)? (?P<owner>(?:{_NAMES}|iStock|iStockphoto|dpa|epa|imago|apa|kna|epd|privat)(?: ?[/|,] ?{_NAMES}){{0,3}})"
)
_SOURCE = re.compile(
    r"(?:Quelle|Quellen|Source|Sources|Fuente|Fonte|Bron|Kilde|Källa|Lähde|Źródło|Nguồn|Источник|Kaynak|Zdroj|Forrás"
    r"|Sursa)\s?:\s*(?=\S)",
    re.IGNORECASE,
)
_SPECIAL = re.compile(rf"({_NAMES}),? (?:special to|for|courtesy of|on assignment for) ({_NAMES})")
_KIND = re.compile(
    r"(?!(?:Best|First|Last|Big|Top|Full|More|See|My|Our|This|The) )[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3} "
    r"(?:photo|image|picture|photograph|graphic|illustration|map|screenshot|video|footage|Photo|Image)s?"
)
_VIETNAMESE = re.compile(
    r"(?:Ảnh|Hình)(?: ảnh)? (?:minh h(?:oạ|ọa)|chụp màn hình|cắt từ (?:clip|video)|tư liệu"
    r"|(?:do )?nhân vật cung cấp)\.?"
)
_INSTITUTION = re.compile(
    r"\b(?:Court|Police|Polizei|Feuerwehr|Department|Dept|Sheriff[’']?s?|Office|County|NASA|Navy"
    r"|Army|Air Force|Coast Guard|Museum|Ministry|Service|Photography|Photographer|Studios?|Google Maps|Google Earth"
    r"|City of|Screenshot|Screengrab|Handout|Fox News|FOX|Courtesy|Policía|Polícia|Ministerio|Gobierno|Governo"
    r"|White House|Library|Prefeitura|Bomberos|Fire Rescue|Prison|Corrections|Jail|Archives?|Zoo|Park Service"
    r"|C-SPAN|Pentagon|Senate|Congress|Gemeinde|Stadt|Landkreis|Bundeswehr|Getty|iStock|Facebook|Instagram|Twitter|YouTube|TikTok|LinkedIn|GoFundMe)\b"
)
_PAIR = re.compile(rf"({_NAMES}) ?/ ?(?:(?:for|für|pour) )?({_NAMES}|[a-z][\w.]{{1,14}})")
_PLATFORM = re.compile(r"(?i)facebook|instagram|twitter|youtube|tiktok|linkedin|snapchat|gofundme|google maps|x\.com")

SHORT = 70
"""Characters of the longest credit that is looked for on every line."""

HEADS = frozenset("pfPFBICẢHKZФС")
"""First letters of the words that label pictures."""

VIA = frozenset(
    {"Wikimedia", "Flickr", "Unsplash", "Pexels", "Pixabay", "Getty Images"}
    | {"Shutterstock", "iStock", "Reuters", "AP", "AFP"}
)
"""Where a picture alone comes from when ``via`` stands before it."""

SCREENS = frozenset({"gallery", "essay", "story", "of", "finish", "shop", "book", "credit", "shoot", "album", "op"})
"""Words that make a thing of a photo (photo gallery, photo finish)."""


def uncoloned(text: str) -> Credit | None:
    """A credit whose label has no colon: ``Photo iStock``, ``Ảnh Internet``, ``Bild Jane Roe``.

    >>> uncoloned("Foto Jane Roe").photographer, uncoloned("Photo Gallery"), uncoloned("Foto der Woche")
    ('Jane Roe', None, None)
    """
    if _VIETNAMESE.fullmatch(text):
        return Credit(text)
    match = _UNCOLONED.fullmatch(text)
    if not match:
        return None
    owner = match["owner"]
    words = owner.split()
    if words[0].lower() in SCREENS or not plausible(owner):
        return None
    known = signed(text, owner)
    if known:
        return known
    named = text[0] == "C" or (2 <= len(words) <= 4 and has_given_name(owner))
    paired = "/" in owner and len(words) > 1
    vietnamese = text.startswith(("Ảnh ", "Hình ")) and len(words) <= 4
    return owned(text, owner) if named or paired or vietnamese or owner.lower() in PLAIN_OWNERS else None


def bracketed(inner: str, raw: str) -> Credit | None:
    """A credit in brackets without a label of its own: a source that is an agency, or a label without a colon.

    >>> bracketed("Quelle: IMAGO/Jane Roe", "(Quelle: IMAGO/Jane Roe)").agency
    'imago'
    """
    source = _SOURCE.match(inner)
    if source:
        owner = inner[source.end() :]
        credit = signed(raw, owner)
        return credit if credit and bound(owner, credit) else None
    if found := uncoloned(inner):
        return found._replace(raw=raw)
    if special := _SPECIAL.fullmatch(inner):
        return Credit(raw, special[1], special[2])
    return _named_first(inner, raw) or (Credit(raw, None, inner) if _KIND.fullmatch(inner) or _via(inner) else None)


def _via(inner: str) -> bool:
    """``via Wikimedia``; a paper behind ``via`` is the source of a sentence, not of a picture."""
    source = inner[4:] if inner[:4].lower() == "via " else ""
    return platform(source) or (agency(source) in VIA)


def _named_first(inner: str, raw: str) -> Credit | None:
    """An agency and a name in brackets that no slash ties: ``(Reuters: Jane Roe)``, ``[Jane Roe AP Photo]``."""
    if ":" in inner:
        house, owner = (part.strip() for part in inner.split(":", 1))
    else:
        words = inner.split()
        house = next((" ".join(words[-n:]) for n in (3, 2, 1) if len(words) > n and agency(" ".join(words[-n:]))), "")
        owner = inner[: len(inner) - len(house)].strip()
        if len(owner.split()) < 2 or not has_given_name(owner):
            return None
    named = agency(house) and re.fullmatch(_NAMES, owner) and len(owner.split()) <= 5
    return Credit(raw, owner, agency(house)) if named else None


def platform(inner: str) -> bool:
    """Whether the words in a bracket are the name of a platform and nothing else."""
    return _PLATFORM.fullmatch(inner) is not None


def institution(inner: str) -> bool:
    """Whether the words in a bracket name who gave a picture away: an office, a service, a platform.

    >>> institution("Elm County Sheriff's Office"), institution("Facebook"), institution("about 20 people")
    (True, True, False)
    """
    if platform(inner):
        return True
    words = inner.replace(",", " ").split()
    return (
        1 < len(words) <= 9
        and bool(_INSTITUTION.search(inner))
        and all(
            word.strip("‘’'“”")[:1].isupper() or word in ("of", "the", "de", "for", "and", "&", "via", "del", "da")
            for word in words
        )
        and plausible(inner)
    )


def pair(text: str) -> Credit | None:
    """A line that is a person's name and a paper: ``Theo Marsh/Elm Courier``.

    >>> pair("Theo Marsh/Elm Courier").photographer, pair("Health/Science")
    ('Theo Marsh', None)
    """
    match = _PAIR.fullmatch(text)
    if not match or not 2 <= len(match[1].split()) <= 3 or not has_given_name(match[1]):
        return None
    return (
        None
        if has_given_name(match[2]) and len(match[2].split()) == 2
        else Credit(text, match[1], agency(match[2]) or match[2])
    )


@lru_cache(maxsize=64)  # captions and credits ask for the same lines
def unsigned(text: str) -> Credit | None:
    """Read a short line that is a credit without the signs that triggers know; anything else is rejected fast.

    >>> unsigned("Foto Jane Roe").photographer, unsigned("Foto: Jane Roe"), unsigned("They sell it.")
    ('Jane Roe', None, None)
    """
    if len(text) > SHORT:
        return None
    if text[0] in "([":
        return alone(text) if text[-1] in ")]" and not read(text) else None
    credit = (pair(text) if "/" in text else None) or (uncoloned(text) if text[0] in HEADS else None)
    return credit if credit and not read(text) else None


def alone(text: str) -> Credit | None:
    """Read a line that is a credit from end to end, in any of its forms.

    >>> alone("Ảnh Internet").agency, alone("(Quelle: imago/Jane Roe)").photographer, alone("Foto der Woche")
    ('Internet', 'Jane Roe', None)
    """
    if credit := read(text):
        return credit
    inner = text[1:-1] if text[0] in "([" and text[-1] in ")]" else text
    if inner is not text:
        return bracketed(inner.strip(), text) or (Credit(text, None, inner) if institution(inner) else None)
    return uncoloned(text) or pair(text)


def labels_next(text: str) -> bool:
    """Whether a line is a label that leads to a name on the next line: ``| Bild:``, ``– alle Bilder von``.

    >>> labels_next("| Bild:"), labels_next("Foto: Jane Roe"), labels_next("Das Bild:")
    (True, False, False)
    """
    bare = text.lstrip(" |–—-/(").rstrip()
    if not bare or len(bare) > 40 or not (bare[-1] in ":：" or bare.lower().endswith((" von", " by"))):
        return False
    owner, labelled = without_label(bare + " ")
    return labelled and not owner.strip(" :：")
