"""The encodings that pages and files come in, by their WHATWG names, and how to read and write them.

``iso-8859-1`` means windows-1252 and ``gb2312`` means gb18030, as in every browser. Single-byte encodings are read
through tables in which an unassigned byte stands for itself, so that all of them encode back to the same bytes.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import Final

SINGLE_BYTE: Final = {
    **{f"windows-{page}": f"cp{page}" for page in (874, *range(1250, 1259))},
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "ibm866": "cp866",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
}
"""WHATWG name to Python's, for encodings of one byte a character."""

MULTI_BYTE: Final = {
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "iso-2022-jp": "iso2022_jp",
    "utf-8": "utf-8",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-32-le": "utf-32-le",
    "utf-32-be": "utf-32-be",
}
"""WHATWG name to Python's, for the others; UTF-32, which WHATWG leaves out, is here too."""

_BY_CODEC: Final = {
    **{codec: name for name, codec in (SINGLE_BYTE | MULTI_BYTE).items()},
    **dict.fromkeys(("ascii", "iso8859-1"), "windows-1252"),
    "iso8859-9": "windows-1254",
    **dict.fromkeys(("tis-620", "iso8859-11"), "windows-874"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("big5", "cp950"), "big5"),
    "shift_jis": "shift_jis",
    "euc_kr": "euc-kr",
}
_LABELS: Final = {
    "sjis": "shift_jis",
    "windows-31j": "shift_jis",
    "windows-949": "euc-kr",
    "unicode-1-1-utf-8": "utf-8",
}


def canonical(label: str) -> str | None:
    """Return the WHATWG name of a declared charset, ``None`` if it is unknown or cannot be meant (UTF-16 in ASCII).

    >>> canonical("ISO-8859-1"), canonical("x-sjis"), canonical("klingon")
    ('windows-1252', 'shift_jis', None)
    """
    label = label.strip().lower()
    for spelling in (label, label.removeprefix("x-")):
        if spelling in SINGLE_BYTE or spelling in MULTI_BYTE:
            return spelling
        if spelling in _LABELS:
            return _LABELS[spelling]
        try:
            codec = codecs.lookup(spelling).name
        except (LookupError, ValueError):
            continue
        if codec in _BY_CODEC:
            return _BY_CODEC[codec]
    return None


def read(data: bytes, name: str, *, whole: bool = True) -> str:
    """Return ``data`` decoded; what cannot be decoded becomes U+FFFD.

    ``whole`` False says that the end may be cut inside a character, which is then left out.
    """
    if name in SINGLE_BYTE:
        return codecs.charmap_decode(data, "strict", _table(name))[0]
    return codecs.getincrementaldecoder(MULTI_BYTE[name])("replace").decode(data, whole)


def write(text: str, name: str) -> bytes:
    """Return ``text`` encoded. Raises ``UnicodeEncodeError`` for characters that the encoding lacks."""
    if name in SINGLE_BYTE:
        return codecs.charmap_encode(text, "strict", codecs.charmap_build(_table(name)))[0]
    return text.encode(MULTI_BYTE[name])


@cache
def _table(name: str) -> str:
    codec = SINGLE_BYTE[name]
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256))
