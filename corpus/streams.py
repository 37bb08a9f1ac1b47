"""Bytes from files, plain or packed, line by line in bounded memory."""

from __future__ import annotations

import bz2
import hashlib
import io
import lzma
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple

import zstandard

from corpus.files import BLOCK, bare, open_file

PIECE = 4096
"""Packed bytes that are unpacked at once: little enough that gzip and zstd give no more than 130 MB."""
MOST = 1 << 24
"""Bytes that bzip2 and xz give at once: of theirs 300 packed ones may hold 400 MB."""
BOMB = 1 << 30, 250
"""A file that unpacks to more than this many bytes, and to more than so many times its own size, is a bomb."""


AGAIN = 1 << 30
"""Bytes of a file that are read a second time at most, to find what a damaged member has swallowed."""
TRIES = 100_000
"""Places in a file that are looked at, at most, whether a member begins there: somebody may have made millions."""


class Damaged(Exception):
    """Packed data that cannot be unpacked, or that unpacks to so much that nobody can have meant it.

    ``begun``: where in the unpacked stream the damaged member begins. ``goes_on``: the next reading gives what stands
    in a later member.
    """

    def __init__(self, said: str, begun: int = 0, *, goes_on: bool = False) -> None:
        super().__init__(said)
        self.begun, self.goes_on = begun, goes_on


def _zlib() -> Any:
    return zlib.decompressobj(wbits=31)


def _zstandard() -> Any:
    return zstandard.ZstdDecompressor().decompressobj()


UNPACK: dict[str, tuple[bytes, Callable[[], Any]]] = {
    ".gz": (b"\x1f\x8b\x08", _zlib),
    ".zst": (b"\x28\xb5\x2f\xfd", _zstandard),
    ".bz2": (b"BZh", bz2.BZ2Decompressor),
    ".xz": (b"\xfd7zXZ\0", lzma.LZMADecompressor),
}
"""How a compressed file begins, and what unpacks one member of it, by the file's ending."""
PACKED = tuple(UNPACK)
"""Endings of compressed files."""

BROKEN = (EOFError, Damaged, UnicodeDecodeError)
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
    lowered = bare(name).lower()
    return next((lowered[: -len(ending)] for ending in PACKED if lowered.endswith(ending)), lowered)


def is_packed(name: str) -> bool:
    """Whether the file name has a compression's ending."""
    return bare(name).lower().endswith(PACKED)


def open_stream(location: str, start: int = 0, opening: bytes = b"") -> BinaryIO:
    """Open a file or URL for reading, unpacked by its ending.

    ``start`` is an offset in the file as it lies there: of a packed one, where a member begins. ``opening`` is what
    every member of a gzip file begins with, unpacked: where one is damaged, reading may go on at the next. Reading
    raises one of :data:`BROKEN` when packed data is damaged or stops short, ``OSError`` when disk or network fail.
    """
    name = bare(location).lower()
    stream = open_file(location, start)
    for ending, (magic, make) in UNPACK.items():
        if name.endswith(ending):
            return io.BufferedReader(Unpacked(stream, magic, make, start, opening if ending == ".gz" else b""), BLOCK)
    return stream


class Unpacked(io.RawIOBase):
    """Unpacks member after member. Where the file was cut off it raises; Python's own readers may end in silence."""

    def __init__(
        self, packed: BinaryIO, magic: bytes, make: Callable[[], Any], start: int = 0, opening: bytes = b""
    ) -> None:
        self._packed, self._magic, self._make, self._opening = packed, magic, make, opening
        self._member = make()
        self._ready = memoryview(b"")  # slices of it are no copies
        self._more = False  # whether the member has more to give before it takes more
        self._inside = True  # an empty file is a truncated one
        self._start, self._read, self._given = start, start, 0
        self._begun = deque([(0, start)], 4096)
        self.begun = 0
        """Where in the unpacked stream the member that is read begins."""
        self._offset = start  # where it begins in the file
        self._again = self._tries = 0
        self._ahead = b""  # packed data that was looked at already
        self._problem: Damaged | None = None

    def readable(self) -> bool:  # noqa: D102 - of io.RawIOBase
        return True

    @property
    def given(self) -> int:
        """Position in the unpacked stream: how much of it was given out, or is about to be."""
        return self._given

    def member_at(self, position: int) -> int | None:
        """Where in the file the member lies that begins at this position of the unpacked stream, if one does."""
        while self._begun and self._begun[0][0] < position:
            self._begun.popleft()
        return self._begun[0][1] if self._begun and self._begun[0][0] == position else None

    def readinto(self, buffer: object) -> int:  # noqa: D102
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        while not self._ready:
            if self._problem:
                problem, self._problem = self._problem, None if self._problem.goes_on else self._problem
                raise problem
            packed = b"" if self._more else self._next()
            if not packed and not self._more:
                if self._inside:
                    raise EOFError("the file ends in the middle of its compressed data")
                return 0
            self._read += len(packed)
            self._feed(packed)
        count = min(len(view), len(self._ready))
        view[:count], self._ready = self._ready[:count], self._ready[count:]
        return count

    def _next(self) -> bytes:
        if not self._ahead:
            return self._packed.read(PIECE)
        packed, self._ahead = self._ahead[:PIECE], self._ahead[PIECE:]
        return packed

    def _feed(self, packed: bytes) -> None:
        pieces = []
        while packed or self._more:
            if not self._inside:
                packed = packed.lstrip(b"\0")  # padding between members
                if not packed:
                    break
            if self._member.eof:
                self._begin(self._read - len(packed))
            try:
                bound = (MOST,) if hasattr(self._member, "needs_input") else ()
                unpacked = self._member.decompress(packed, *bound)
            except (zlib.error, zstandard.ZstdError, lzma.LZMAError, OSError) as error:  # the last one is bz2's
                self._problem = self._damage(packed, error)
                break
            self._given += len(unpacked)
            pieces.append(unpacked)
            self._inside = not self._member.eof
            self._more = bool(bound) and self._inside and not self._member.needs_input
            packed = b"" if self._inside else self._member.unused_data
            if self._more:
                break
        self._ready = memoryview(b"".join(pieces))
        if self._given > BOMB[0] and self._given > BOMB[1] * (self._read - self._start):
            raise Damaged(f"it unpacks to more than {BOMB[1]} times its size")

    def _begin(self, offset: int) -> None:
        """Begin the member that lies at this offset of the file."""
        self._member = self._make()
        self.begun, self._offset = self._given, offset
        self._begun.append((self._given, offset))

    def _damage(self, packed: bytes, error: Exception) -> Damaged:
        """What to say of damage in ``packed``; go on at the next member, if one can be found."""
        said, begun, place, first = (
            f"its packing is broken ({error})",
            self.begun,
            self._read - len(packed),
            self._offset,
        )
        if self._given == 0 and place == self._start and not packed.startswith(self._magic):
            said = "it is not packed as its ending says"
        if not self._opening:
            return Damaged(said, begun)
        found = self._search(packed + self._ahead, place)
        if found is None:
            return Damaged(f"{said}; what follows in the file is lost", begun)
        self._begin(found)
        self._inside = True
        return Damaged(f"{said}; {found - first:,} bytes of the file are lost", begun, goes_on=True)

    def _search(self, packed: bytes, place: int) -> int | None:
        """Offset in the file of the next member that begins as it should; what stands there is read again.

        ``packed`` is what was read from ``place`` on. A member that was cut short may have swallowed others, and so
        the search begins where it began, if it can.
        """
        if self._packed.seekable() and self._again < AGAIN:
            self._again += place - self._offset
            packed, place = b"", self._packed.seek(self._offset)
        at = packed.find(self._magic, int(place == self._offset))
        while True:
            while at >= 0 and self._tries < TRIES:
                self._tries += 1
                packed += self._packed.read(max(0, at + PIECE - len(packed)))
                if self._opens(packed[at : at + PIECE]):
                    self._ahead, self._read = packed[at:], place + at
                    return place + at
                at = packed.find(self._magic, at + 1)
            more = self._packed.read(BLOCK) if self._tries < TRIES else b""
            if not more:
                return None
            kept = packed[max(0, len(packed) - len(self._magic) + 1) :]
            place, packed = place + len(packed) - len(kept), kept + more
            at = packed.find(self._magic, int(place == self._offset))

    def _opens(self, packed: bytes) -> bool:
        """Whether a member begins here."""
        try:
            opening = self._make().decompress(packed, len(self._opening))
        except zlib.error:
            return False
        return bool(opening) and self._opening.startswith(opening)

    def close(self) -> None:  # noqa: D102
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
        position = start - 1 + skip_line(stream)
    while end is None or position < end:
        content = stream.readline(limit + 2)
        if not content:
            return
        size, begin = len(content), position
        if size == limit + 2 and not content.endswith(b"\n"):
            digest = hashlib.sha256(content)
            size += skip_line(stream, digest)
            position += size
            yield Line(b"", size, begin, True, digest.hexdigest())
            continue
        position += size
        content = content.removesuffix(b"\n").removesuffix(b"\r")
        yield Line(content, len(content), begin, False)


def skip_line(stream: BinaryIO, digest: hashlib._Hash | None = None) -> int:
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
