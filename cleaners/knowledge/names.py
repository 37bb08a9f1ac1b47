"""What a person's name looks like in news: two to five words in title case or capitals, initials, particles, hyphens.

>>> read_names("Maria van der Berg and J.R. O'Neill, AP Writer")
(('Maria van der Berg', "J.R. O'Neill"), 35)
>>> read_names("the way, nobody came")
((), 0)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cleaners.knowledge.given_names import GIVEN_NAMES

PARTICLES: Final = frozenset(
    """
    de del della di da do dos das du la le van von vom zu zum zur der den ten ter el al bin ibn ben bint abu
    dela degli dalla af
    """.split()  # noqa: SIM905
)
"""Lower-case words inside a name."""

ROLES: Final = frozenset(
    """
    reporter reporters writer writers editor editors correspondent correspondents columnist contributor
    contributors contributing staff staffer producer anchor photographer bureau desk team newsroom journalist
    intern fellow freelance special blogger author chief analyst meteorologist critic redakteur redakteurin
    redaktion korrespondent korrespondentin journalistin volontär volontärin autor autorin journaliste rédaction
    rédacteur rédactrice correspondant correspondante envoyé redacción corresponsal periodista redactor
    redactora inviato corrispondente redazione giornalista redattore repórter correspondente redação jornalista
    editora redaktør reporterka redakcja dziennikarz muhabiri muhabir редакция корреспондент обозреватель
    журналист редактор md phd rdn
    """.split()  # noqa: SIM905
)
"""Words that say what somebody does at a newspaper; they follow a name and are no part of it."""

_NOT_NAMES: Final = frozenset(
    """
    the this that these those any all our your my his her their its what why how when where who which some every
    each no not new news latest more most other best top next last first second free full live photo photos
    video videos press post times daily weekly journal magazine herald tribune media group inc ltd llc
    university college school department ministry agency institute association company bank club party committee
    council court police government monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december montag dienstag mittwoch donnerstag freitag
    samstag sonntag januar februar märz mai juni juli oktober dezember by from for with without about after
    before and or but in on at of to als auf aus bei bis das dem den der die durch ein eine einem einen einer
    für gegen im mit nach oder ohne über um unter vom wie zum zur il lo gli le les des une un aux sur dans pour
    avec los las una uno para con sin por favor suerte mail email phone course category date year read click
    here share follow subscribe related advertisement continue story below editorial opinion analysis politics
    business sports world health science technology culture entertainment lifestyle travel food week show festival
    """.split()  # noqa: SIM905
)
"""Words that no name holds, however they are capitalised."""

_SHOUTED = frozenset({"le", "la", "de", "du", "van", "von", "der", "den", "del", "della", "di", "dos", "da"})
_CONNECTORS = frozenset(
    "and & und et y e i og och en и ve dan with sowie med / +".split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’\-‑.\xad])*\Z")
_ELIDED = re.compile(r"[dl]['’][^\W\d_]|(?:de|di|du|la|le|van|mac|mc)[A-Z][a-z]")
_TOKEN = re.compile(r"[^\s,;:|/]+|[,;:|/]")


def is_name(text: str) -> bool:
    """Whether ``text`` is one full name: two to five words, each of them capitalised but for particles.

    >>> is_name("Jean-Luc d'Arc"), is_name("By Any Means Necessary"), is_name("ANNA LEE"), is_name("Staff Writer")
    (True, False, True, False)
    """
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 50:
        return False
    capitalised = [word for word in words if _is_name_word(word)]
    others = [word for word in words if word not in capitalised]
    return (
        len(capitalised) >= 2
        and all(_is_particle(word) for word in others)
        and words[-1] in capitalised
        and (words[0] in capitalised or words[0] in ("de", "van", "von", "di", "al", "el"))
        and any(len(word.strip(".")) > 2 for word in capitalised)
    )


def has_given_name(text: str) -> bool:
    """Whether the first word of a name is a given name that many people have.

    >>> has_given_name("Mateusz Nowicki"), has_given_name("Market Outlook")
    (True, False)
    """
    first = text.split()[0].replace("İ", "i").lower()
    return first in GIVEN_NAMES or first.split("-")[0] in GIVEN_NAMES


def surname(name: str) -> str:
    """The last word of a name that is longer than an initial."""
    return next((word for word in reversed(name.split()) if len(word.strip(".")) > 2), name)


def read_names(text: str) -> tuple[tuple[str, ...], int]:
    """Read the names that open ``text``: joined by commas, slashes, bars between names, and words for *and*.

    Returns the names and where the last one ends; what follows may be a role, a date, or anything else.
    """
    names: list[str] = []
    end = 0
    start: int | None = None
    last = 0
    for token in _TOKEN.finditer(text, 0, 200):
        word = token[0]
        joins = word in _CONNECTORS or word in ",/;" or word in ("AND", "UND", "Y", "ET", "E")
        fits = not joins and _fits(word)
        if start is not None and not fits:
            if not is_name(text[start:last]):
                start = None
                break
            names.append(text[start:last])
            end, start = last, None
        if joins:
            if not names:
                break
            continue
        if not fits:
            break
        if start is None:
            if names and ROLES.intersection(re.split("[,;|/]", text[token.start() :])[0].lower().split()):
                break
            start = token.start()
        elif _shouts(word) and " " in text[start:last] and not text[start:last].isupper():
            break  # a dateline in capitals follows the name
        last = token.end()
    if start is not None and end < last and is_name(text[start:last]):
        names.append(text[start:last])
        end = last
    return tuple(map(_tidied, names)), end


def _shouts(word: str) -> bool:
    return len(word) > 2 and word.isupper()


def _fits(word: str) -> bool:
    return _is_name_word(word) or _is_particle(word)


def _is_particle(word: str) -> bool:
    """Whether it is a particle, in small letters or, as in a surname in capitals (``LE GOFF``), shouted."""
    return word in PARTICLES or (word.isupper() and word.lower() in _SHOUTED)


def _tidied(name: str) -> str:
    """The name without soft hyphens and without the full stop of a sentence (but with that of ``Jr.`` and initials)."""
    name = name.replace("\xad", "")
    keeps_stop = name[-3:-1].strip().isupper() or name.endswith(("Jr.", "Sr."))
    return name if keeps_stop else name.rstrip(".")


@lru_cache(maxsize=20_000)  # the words of names are few, and asked for again and again
def _is_name_word(word: str) -> bool:
    lowered = word.lower().rstrip(".")
    if not _WORD.match(word) or lowered in _NOT_NAMES or lowered in ROLES:
        return False
    return word[0] != word[0].lower() or bool(_ELIDED.match(word))
