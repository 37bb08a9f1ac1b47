"""ftfy behind an exact gate: tell cheaply that it would change nothing, and call it only where it could.

``ftfy.fix_text`` works on segments that end after a line feed. A segment comes back as it was when none of its fixers
finds a character of its own, when it is in NFC, and when the badness pattern of the encoding fix does not match. Most
text is decided by its few distinct non-ASCII characters; what is left, by its runs of non-ASCII characters. ``fix``
gives ftfy's own answer on every string; a property test holds it to that.

Entities are not ftfy's business here (:mod:`cleaners.repair` decides on them once per record), and quotes stay curly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import is_normalized

from ftfy import TextFixerConfig, fix_and_explain
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES, is_bad
from ftfy.chardata import LIGATURES, WIDTH_MAP

SEGMENT: Final = 1_000_000
"""Longest segment that ftfy mends at once, in characters; longer lines are cut there."""

# Printable ASCII, tab and line feed; "&" and "`" are left standing because repair asks for them.
_PLAIN: Final = bytes(byte for byte in range(128) if (32 <= byte < 127 or byte in b"\t\n") and byte not in b"&`")
_ASCII_TO_SPACE: Final = bytes(32 if byte < 128 else byte for byte in range(256))

# Characters that a fixer of its own takes, wherever they stand: controls, line ends, ligatures, surrogates.
_OWN: Final = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\r\u2028\u2029\u206a-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff" + "".join(
    map(chr, LIGATURES)
)
_DEFINITE: Final = {
    False: re.compile(f"[{_OWN}]"),
    True: re.compile(f"[{_OWN}{''.join(map(chr, WIDTH_MAP))}]"),
}

# The badness pattern cannot match among these and ASCII letters, digits and punctuation: each of its alternatives needs
# a character of another category. The one exception is _CORNERED; Ђ stands in alternatives of its own.
_QUOTES: Final = MOJIBAKE_CATEGORIES["start_punctuation"] + MOJIBAKE_CATEGORIES["end_punctuation"]
_CLOSED: Final = "".join(MOJIBAKE_CATEGORIES[name] for name in ("common", "lower_common", "upper_common")) + _QUOTES
_MENTIONED: Final = "".join(MOJIBAKE_CATEGORIES.values()) + re.sub("[\x00-\x7f]", "", BADNESS_RE.pattern)
_HINT: Final = re.compile(f"Ђ|(?![{_CLOSED}])[{_MENTIONED}]")
_CORNERED: Final = re.compile(f"[ВГРСΒΓΞΟ](?:[{_QUOTES}])[ВГРСΒΓΞΟ]")

# These four are bad before a space, two of them before any sign but a letter; "cœur" and "SÃO" are not.
_OPEN: Final = re.compile("[ŒœÂÃ]")
_OPEN_END: Final = re.compile("[Œœ][^A-Za-z]|[ÂÃ] ")

_LONGEST_RUN: Final = 12  # bytes; longer runs seldom come twice, so remembering them is of no use


def notable(text: str) -> set[str]:
    """Return the characters of ``text`` that are not plain: non-ASCII, controls, carriage returns, ``&``, backticks.

    >>> sorted(notable("AT&T’s café\\r\\n"))
    ['\\r', '&', 'é', '’']
    """
    return set(text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass"))


def may_change(text: str, characters: set[str], *, width: bool) -> bool:
    """Tell whether ftfy could change ``text``, given its :func:`notable` characters. False is certain, True is not.

    ``width`` says whether full-width characters are to be narrowed.

    >>> may_change("It’s “fine” — really", set("’“”—"), width=True)
    False
    """
    distinct = "".join(characters)
    if not distinct or (distinct.isascii() and not _DEFINITE[width].search(distinct)):
        return False
    if _DEFINITE[width].search(distinct) or not is_normalized("NFC", text):
        return True
    if _HINT.search(distinct):
        if _OPEN.search(distinct) and _OPEN_END.search(text):
            return True
        runs = set(text.encode().translate(_ASCII_TO_SPACE).split())
        return not all(len(run) <= _LONGEST_RUN and _harmless(run) for run in runs)
    return bool(_CORNERED.search(text))


def suspects(text: str, *, width: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans of ``text`` that ftfy may change, cut as ftfy cuts its segments."""
    start, length = 0, len(text)
    while start < length:
        end = min(text.find("\n", start) + 1 or length, start + SEGMENT)
        segment = text[start:end]
        if may_change(segment, notable(segment), width=width):
            yield start, end
        start = end


def fix_segment(segment: str, *, width: bool, encoding: bool = True, normalize: bool = True) -> str:
    """Return ftfy's answer for one segment; ``encoding`` and ``normalize`` can switch mojibake repair and NFC off."""
    config = TextFixerConfig(
        unescape_html=False,
        uncurl_quotes=False,
        fix_character_width=width,
        fix_encoding=encoding,
        normalization="NFC" if normalize else None,
        explain=False,
    )
    return fix_and_explain(segment, config).text


def fix(text: str, *, width: bool = True) -> str:
    """Return what ``ftfy.fix_text`` makes of ``text`` with entities and curly quotes left alone, only sooner.

    >>> fix("It’s a cafÃ©")
    'It’s a café'
    """
    if not may_change(text, notable(text), width=width):
        return text
    pieces: list[str] = []
    position = 0
    for start, end in suspects(text, width=width):
        pieces += (text[position:start], fix_segment(text[start:end], width=width))
        position = end
    return "".join(pieces) + text[position:]


@lru_cache(maxsize=8192)
def _harmless(run: bytes) -> bool:
    """Tell whether a run of non-ASCII characters is no mojibake, whatever ASCII characters surround it."""
    text = run.decode("utf-8", "surrogatepass")
    # every ASCII neighbour that an alternative of the badness pattern asks for, on either side
    if _OPEN.match(text[-1]):
        return not is_bad(f"a{text}a {text}A 1{text}a.{text}a")
    return not is_bad(f"a{text} {text}a {text}A a {text} 1{text}1.{text}. ")
