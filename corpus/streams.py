"""Bytes from files, plain or packed, line by line in bounded memory."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

import zstandard

BLOCK = 1 << 20
PACKED = (".gz", ".zst")
"""Endings of compressed files."""

BROKEN = (EOFError, zlib.error, zstandard.ZstdError, gzip.BadGzipFile, UnicodeDecodeError)
"""What reading raises when a file is truncated or damaged."""


class Line(NamedTuple):
    """A line without its end. ``content`` is empty if it is longer than the limit; ``size`` and ``sha256`` are true."""

    content: bytes
    size: int
    start: int
    too_long: bool
    sha256: str | None = None


def unpacked_name(name: str) -> str:
    """The file name without a compression's ending.

    >>> unpacked_name("News.JSONL.gz")
    'news.jsonl'
    """
    lowered = name.lower()
    return next((lowered[: -len(ending)] for ending in PACKED if lowered.endswith(ending)), lowered)


def is_packed(name: str) -> bool:
    """Whether the file name has a compression's ending."""
    return name.lower().endswith(PACKED)


def open_stream(path: str | Path) -> BinaryIO:
    """Open a file for reading, unpacked by its ending (``.gz``, ``.zst``).

    Reading raises one of :data:`BROKEN` when packed data is damaged or stops short, ``OSError`` when the disk fails.
    """
    name = str(path).lower()
    if name.endswith(".gz"):
        return gzip.open(path, "rb")  # type: ignore[return-value]
    if name.endswith(".zst"):
        return io.BufferedReader(_Zstandard(Path(path).open("rb")), BLOCK)
    return Path(path).open("rb")


class _Zstandard(io.RawIOBase):
    """Unpacks zstandard frames. The library's own reader ends in silence where a file was cut off; this one raises."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._ready = b""
        self._inside = True  # an empty file is a truncated one

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        while not self._ready:
            packed = self._packed.read(BLOCK // 16)
            if not packed:
                if self._inside:
                    raise EOFError("the file ends in the middle of its compressed data")
                return 0
            self._feed(packed)
        count = min(len(view), len(self._ready))
        view[:count], self._ready = self._ready[:count], self._ready[count:]
        return count

    def _feed(self, packed: bytes) -> None:
        pieces = []
        while packed:
            if self._frame.eof:
                self._frame = zstandard.ZstdDecompressor().decompressobj()
            pieces.append(self._frame.decompress(packed))
            packed = self._frame.unused_data if self._frame.eof else b""
        self._inside = not self._frame.eof
        self._ready = b"".join(pieces)

    def close(self) -> None:
        self._packed.close()
        super().close()


def lines(stream: BinaryIO, limit: int, *, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Yield the lines that begin at ``start`` or later and before ``end``, at most ``limit`` bytes of each in memory.

    ``start`` need not be the beginning of a line: the line it falls into belongs to whoever reads the stretch before.
    Only ``\\n`` ends a line; a ``\\r`` before it goes with it.
    """
    position = start
    if start:
        stream.seek(start - 1)
        position = start - 1 + _skip(stream, None)
    while end is None or position < end:
        content = stream.readline(limit + 2)
        if not content:
            return
        size, begin = len(content), position
        if size == limit + 2 and not content.endswith(b"\n"):
            digest = hashlib.sha256(content)
            size += _skip(stream, digest)
            position += size
            yield Line(b"", size, begin, True, digest.hexdigest())
            continue
        position += size
        content = content.removesuffix(b"\n").removesuffix(b"\r")
        yield Line(content, len(content), begin, False)


def _skip(stream: BinaryIO, digest: hashlib._Hash | None) -> int:
    """Read to the end of the line; return how many bytes that was."""
    count = 0
    while chunk := stream.readline(BLOCK):
        count += len(chunk)
        if digest is not None:
            digest.update(chunk)
        if chunk.endswith(b"\n"):
            break
    return count


def recoded(stream: BinaryIO, encoding: str) -> BinaryIO:
    """A stream in another encoding, as UTF-8. Raises ``UnicodeDecodeError`` while reading."""
    return io.BufferedReader(_Recoder(io.TextIOWrapper(stream, encoding=encoding, newline="")), BLOCK)


class _Recoder(io.RawIOBase):
    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        if not self._ready:
            self._ready = self._text.read(BLOCK).encode("utf-8", "surrogatepass")
        count = min(len(view), len(self._ready))
        view[:count], self._ready = self._ready[:count], self._ready[count:]
        return count

    def close(self) -> None:
        self._text.close()
        super().close()
