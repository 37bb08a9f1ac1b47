"""Bytes to text, with the evidence: byte order mark, strict UTF-8, declared charset, detection.

Where strict UTF-8 fails, the candidates of :mod:`cleaners.detection` decide.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import Final

from cleaners import charsets
from cleaners.detection import detect_encoding
from cleaners.errors import RecordError
from cleaners.model import Decoded, Encoding, Kind

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins like this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE: Final = {
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "utf-32": "utf-32-le",
    "utf-32le": "utf-32-le",
    "utf-32be": "utf-32-be",
    **{name: name for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")},
}
"""What a declared charset means where there are zero bytes and no byte order mark."""
_BOM_OF: Final = {name: bom for bom, name in _BOMS}
_MAGIC: Final = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x1f\x8b": "gzip data",
    b"\x28\xb5\x2f\xfd": "zstd data",
    b"BZh": "bzip2 data",
    b"\xfd7zXZ": "xz data",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a": "a RAR archive",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "an image, sound or film (RIFF)",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
}
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROLS: Final = bytes(byte for byte in range(128) if _CONTROL.match(bytes([byte])))
_MOST_CONTROLS: Final = 0.1  # share of a text; real text has next to none, and a few strays are repaired
_HEAD: Final = 4_096  # bytes: where a page declares its charset, and enough to know UTF-16 by
_DECLARED: Final = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset|\?xml\s[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_TEXT: Final = Encoding("utf-8", "text")
_UTF8: Final = Encoding("utf-8", "utf-8")


def decode(content: str | bytes, charset: str | None = None, kind: Kind = "text") -> Decoded:
    """Return the text of a record, which encoding it was read with and why, and its line ends.

    ``charset`` is what a header declared; a page's own declaration is read from its head. Text that came as ``str`` is
    taken as it is; surrogates that are no character become U+FFFD. Raises ``RecordError`` for empty and for
    binary content.

    >>> decode(b"said \\x93no\\x94\\x97it\\x92s late").text
    'said “no”—it’s late'
    >>> decoded = decode(b"\\xef\\xbb\\xbfone\\r\\ntwo\\r\\n")
    >>> decoded.text, decoded.line_end, decoded.encoding.source
    ('one\\ntwo\\n', '\\r\\n', 'bom')
    """
    if isinstance(content, str):
        text, raw = _well_formed(content)
        encoding = _TEXT
    else:
        text, encoding = _read(content, charset, kind)
        raw = None if encoding is _UTF8 or _same(text, encoding, content) else content
    if not text or text.isspace():
        raise RecordError("decode", "there is no text in it; leave the record out, or check what wrote it")
    if "\r" not in text:
        return Decoded(text, encoding, "\n", raw)
    text, line_end = _uniform(text)
    return Decoded(text, encoding, line_end, raw)


def encode(text: str, encoding: Encoding, line_end: str = "\n") -> bytes:
    """Return the bytes that :func:`decode` read ``text`` from: its exact inverse where no ``raw`` was kept.

    >>> encode("très à", Encoding("windows-1252", "fallback"))
    b'tr\\xe8s \\xe0'
    """
    if line_end != "\n":
        text = text.replace("\n", line_end)
    data = charsets.write(text, encoding.name)
    return _BOM_OF[encoding.name] + data if encoding.bom else data


def _read(data: bytes, charset: str | None, kind: Kind) -> tuple[str, Encoding]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return charsets.read(data[len(bom) :], name), Encoding(name, "bom", bom=True)
    if b"\0" in data[:_HEAD]:
        if charset and (meant := _WIDE.get(charset.strip().lower())):
            return charsets.read(data, meant), Encoding(meant, "declared")
        if wide := _utf16_by_nul(data[:_HEAD]):
            return charsets.read(data, wide), Encoding(wide, "detector")
    _refuse_binary(data)
    if b"\x1b$" in data:  # ISO-2022-JP is ASCII to the eye of UTF-8
        text = charsets.read(data, "iso-2022-jp")
        if "\ufffd" not in text:
            return text, Encoding("iso-2022-jp", "detector")
    try:
        return data.decode(), _UTF8
    except UnicodeDecodeError:
        pass
    declared = charset
    if kind == "html" and declared is None and (match := _DECLARED.search(data[:_HEAD])):
        declared = match[1].decode("ascii", "replace")
    encoding = detect_encoding(data, charsets.canonical(declared) if declared else None)
    return charsets.read(data, encoding.name), encoding


def _refuse_binary(data: bytes) -> None:
    if not data:
        raise RecordError("decode", "it is empty (0 bytes); leave the record out, or check what wrote it")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if not controls and not data.startswith(b"%PDF-"):
        return
    for magic, what in _MAGIC.items():
        if data.startswith(magic) and (magic == b"%PDF-" or _CONTROL.search(data[:512])):
            raise RecordError("decode", f"this is {what}, not text; extract or unpack its text first")
    if controls > _MOST_CONTROLS * len(data):
        raise RecordError(
            "decode",
            f"this is binary, not text: {controls} of {len(data)} bytes are control characters; check the source",
        )


def _utf16_by_nul(head: bytes) -> str | None:
    """Tell UTF-16 without a byte order mark: every other byte of Latin text, of spaces and of line ends is zero.

    In other scripts only those of spaces and line ends are; there all characters have to belong together, too.
    """
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) >= 0.02 * pairs or max(even, odd) < 0.05 * pairs:
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) > 0.3 * pairs:
        return name
    high = Counter(head[name == "utf-16-le" :: 2])
    high.pop(0)
    return name if sum(count for _, count in high.most_common(2)) > 0.95 * high.total() else None


def _well_formed(content: str) -> tuple[str, bytes | None]:
    """Join surrogate pairs and replace lone surrogates, which Arrow cannot hold; the original then comes along."""
    if content.isascii() or not _SURROGATE.search(content):
        return content, None
    text = content.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text, content.encode("utf-8", "surrogatepass")


def _same(text: str, encoding: Encoding, data: bytes) -> bool:
    try:
        return encode(text, encoding) == data
    except UnicodeEncodeError:
        return False


def _uniform(text: str) -> tuple[str, str]:
    """Return the text with line feeds, and what stood there; mixed line ends are left for repair to edit."""
    returns, pairs, feeds = text.count("\r"), text.count("\r\n"), text.count("\n")
    if returns == pairs == feeds:
        return text.replace("\r\n", "\n"), "\r\n"
    if not feeds:
        return text.replace("\r", "\n"), "\r"
    return text, "\n"
