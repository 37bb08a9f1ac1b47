"""CSV and TSV: the first row names the columns, every other row is a record.

The file is parsed byte by byte (as Latin-1), for quotes and commas are the same in every encoding that comes along:
a value that is UTF-8 becomes text, any other keeps its bytes, and its encoding is found record by record.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from corpus.config import Source
from corpus.fields import plan
from corpus.keys import Keys
from corpus.readers import WHOLE, Entry, Stretch, decoding, reading, rejected_row, row_entry
from corpus.streams import open_stream, skip_line, unpacked_name

DELIMITERS = ",;\t|"


class Row(NamedTuple):
    """A row with the bytes it stands in. ``problem`` says why it is none; ``start`` is its offset."""

    cells: list[str]
    raw: bytes
    size: int
    start: int
    problem: str | None = None
    sha256: str | None = None


class _TooLong(Exception):
    pass


class _Lines:
    """The lines of a stream for :mod:`csv`, which asks for more of them while a quote is open."""

    def __init__(self, stream: BinaryIO, limit: int, position: int) -> None:
        self._stream, self._limit = stream, limit
        self.position = position
        self.ended = False
        self.begin()

    def begin(self) -> None:
        """Begin another row."""
        self.start, self.size, self.taken = self.position, 0, list[bytes]()
        self.digest = hashlib.sha256()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limit + 2)
        if not line:
            self.ended = True
            raise StopIteration
        self.digest.update(line)
        size = len(line)
        if not line.endswith(b"\n") and size == self._limit + 2:
            size += skip_line(self._stream, self.digest)
        self.position += size
        self.size += size
        if self.size > self._limit:
            self.taken = []
            raise _TooLong
        self.taken.append(line)
        return line.decode("latin-1")


def read_csv(source: Source, path: str, location: str, limit: int, stretch: Stretch = WHOLE) -> Iterator[Entry]:
    """Every row but the first is a record; blank ones are passed over."""
    seen = [stretch.first - 1]
    with reading(source, path, seen) as problems, open_stream(location) as stream:
        yield from read_delimited(source, path, stream, limit, stretch, seen)
    yield from problems


def read_delimited(
    source: Source,
    path: str,
    stream: BinaryIO,
    limit: int,
    stretch: Stretch = WHOLE,
    seen: list[int] | None = None,
) -> Iterator[Entry]:
    """The rows of an open stream. ``seen[0]`` follows the number of the row read last."""
    keys = Keys(source.name, path, stretch.repeats)
    names: tuple[str, ...] | None = None
    for ordinal, row in enumerate(rows(source, path, stream, limit, stretch), stretch.first - 1):
        if names is None:
            names = header(row)
            if row.problem and not stretch.start:  # there may be no other row to tell of it
                unread = f"the names of the columns cannot be read: {row.problem}"
                yield rejected_row(source, path, ordinal, keys, row.raw, unread, row.size, row.sha256)
            continue
        if seen is not None:
            seen[0] = ordinal
        problem = row.problem
        if not problem and len(row.cells) != len(names):
            problem = f"the row has {len(row.cells)} values, the first one names {len(names)} columns"
        if problem:
            yield rejected_row(source, path, ordinal, keys, row.raw, problem, row.size, row.sha256)
        else:
            yield row_entry(source, path, ordinal, values(names, row.cells, source), keys, row.raw)


def rows(source: Source, path: str, stream: BinaryIO, limit: int, stretch: Stretch = WHOLE) -> Iterator[Row]:
    """The first row, and those of the stretch, blank ones left out."""
    stream, mark = decoding(stream, source)
    stream.read(mark)
    csv.field_size_limit(limit)
    delimiter = _sniffed(stream, path)
    text = _Lines(stream, limit, mark)
    for row in _parsed(csv.reader(text, delimiter=delimiter), text, limit, None if stretch.start else stretch.end):
        yield row
        if stretch.start:
            break
    if stretch.start:
        stream.seek(stretch.start)
        text.position = stretch.start
        yield from _parsed(csv.reader(text, delimiter=delimiter), text, limit, stretch.end)


def header(row: Row) -> tuple[str, ...]:
    """The names of the columns; one that is empty or comes again gets a number."""
    names: dict[str, None] = {}
    for number, cell in enumerate(row.cells, 1):
        name = cell.encode("latin-1").decode("utf-8", "replace").strip() or f"column_{number}"
        names[f"{name}_{number}" if name in names else name] = None
    return tuple(names)


def values(names: tuple[str, ...], cells: list[str], source: Source) -> dict[str, object]:
    """A row's values by name."""
    keys = plan(names, source.fields)
    content = {*keys.text, *keys.html}
    return {name: _value(cell, name in content) for name, cell in zip(names, cells, strict=True)}


def _value(cell: str, content: bool) -> str | bytes:
    """A cell as text; content that is not UTF-8 as it came."""
    if cell.isascii():
        return cell
    raw = cell.encode("latin-1")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw if content else raw.decode("utf-8", "surrogateescape")


def _parsed(parse: Any, text: _Lines, limit: int, end: int | None = None) -> Iterator[Row]:
    while not text.ended:
        text.begin()
        if end is not None and text.start >= end:
            return
        cells, problem = [], None
        try:
            cells = next(parse)
            if text.ended:  # it asked for another line, and there was none
                problem = "the file is cut off: it ends inside a quoted value"
        except StopIteration:
            return
        except _TooLong:
            problem = f"a row of more than {limit:,} bytes, the limit (record_bytes), or a quote that nothing closes"
        except csv.Error as error:
            problem = f"the row is no CSV: {error}"
        raw = b"".join(text.taken)
        if cells or problem:
            yield Row(cells, raw, text.size, text.start, problem, None if raw else text.digest.hexdigest())


def _sniffed(stream: BinaryIO, path: str) -> str:
    """What parts the columns: a tab in a .tsv file, else whatever stands most often in the first row."""
    if unpacked_name(path).endswith((".tsv", ".tab")):
        return "\t"
    first = stream.peek(1 << 16)[: 1 << 16].split(b"\n", 1)[0].decode("latin-1")  # type: ignore[attr-defined]
    bare = "".join(first.split('"')[::2])  # what stands outside quotes
    return max(DELIMITERS, key=bare.count)
