"""From files to records, one format each. Whatever cannot be read becomes a :class:`Rejection`; the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from typing import BinaryIO, NamedTuple

import orjson

from cleaners.errors import RecordError
from cleaners.model import Record, Rejection
from corpus.config import Source
from corpus.fields import printable, record_id, row_key, to_record
from corpus.streams import BROKEN, Line, lines, open_stream, recoded
from corpus.survey import key_hash

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UTF_8 = ("utf-8", "utf8", "ascii")
UTF_8_BOM = b"\xef\xbb\xbf"
BATCH = 256


class Stretch(NamedTuple):
    """A part of a file: lines that begin from byte ``start`` on and before ``end``, or the row groups ``groups``.

    ``first`` is the ordinal of the first record in it; ``repeats`` says how often keys of it stood in the parts before
    (:mod:`corpus.survey`).
    """

    start: int = 0
    end: int | None = None
    groups: tuple[int, ...] | None = None
    first: int = 1
    repeats: dict[str, int] = {}  # noqa: RUF012 - never changed


WHOLE = Stretch()
"""All of a file."""


class Entry(NamedTuple):
    """A record or a rejection, with its place: ``path`` relative to the source's root, ``ordinal`` counted from 1.

    ``size`` is that of the input in bytes; ``sha256`` is set only where the content itself was too large to keep.
    """

    item: Record | Rejection
    path: str
    ordinal: int
    size: int
    flags: tuple[str, ...] = ()
    sha256: str | None = None

    @property
    def record(self) -> Record:
        """The record, rejected or not."""
        return self.item.record if isinstance(self.item, Rejection) else self.item


class Keys:
    """Hands out record ids; a key that comes again is numbered and flagged."""

    def __init__(self, source: str, path: str, repeats: Mapping[str, int] | None = None) -> None:
        self._source, self._path = source, path
        self._before = repeats or {}
        self._seen: dict[str, int] = {}

    def take(self, key: str) -> tuple[str, tuple[str, ...]]:
        """Return the id for ``key``, and a flag if the key is not new."""
        count = self._seen.get(key, 0) + 1
        if count == 1 and self._before:
            count += self._before.get(key_hash(key), 0)
        self._seen[key] = count
        if count == 1:
            return record_id(self._source, self._path, key), ()
        return record_id(self._source, self._path, f"{key}\0{count}"), ("duplicate-key",)


def read_whole(source: Source, path: str, location: str | BinaryIO, kind: str, limit: int) -> Iterator[Entry]:
    """A ``.txt`` or ``.html`` file (or an open stream) is one record, its bytes untouched; its key is its path."""
    id = record_id(source.name, path, path)
    content, problem, size = b"", None, 0
    try:
        with open_stream(location) if isinstance(location, str) else nullcontext(location) as stream:
            content = stream.read(limit + 1)
            size = len(content)
            if size > limit:
                size += _rest(stream)
    except BROKEN as error:
        problem = damage(error)
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
    if size > limit:
        content, problem = b"", f"{size:,} bytes, above the limit of {limit:,} (record_bytes)"
    record = Record(
        id,
        source.name,
        printable(path),
        content,
        "html" if kind == "html" else "text",
        site=source.site,
        charset=source.encoding,
    )
    yield Entry(Rejection(record, "read", problem) if problem else record, path, 1, size)


def read_jsonl(source: Source, path: str, location: str, limit: int, stretch: Stretch = WHOLE) -> Iterator[Entry]:
    """Every line is a record; blank ones are passed over."""
    reject = _rejecter(source, path)
    seen = [stretch.first - 1]
    try:
        with open_stream(location) as stream:
            yield from read_json_lines(source, path, stream, limit, stretch, seen)
    except BROKEN as error:
        yield reject(seen[0] + 1, damage(error))
    except OSError as error:
        yield reject(seen[0] + 1, f"cannot be read: {error.strerror or error}")


def read_json_lines(
    source: Source,
    path: str,
    stream: BinaryIO,
    limit: int,
    stretch: Stretch = WHOLE,
    seen: list[int] | None = None,
) -> Iterator[Entry]:
    """The lines of an open stream. ``seen[0]`` follows the number of the line read last."""
    keys = Keys(source.name, path, stretch.repeats)
    encoding = source.encoding
    if stretch.start == 0:
        head = stream.peek(3)[:3] if hasattr(stream, "peek") else b""
        if head.startswith(UTF_16):
            encoding = "utf-16"
        elif head == UTF_8_BOM:
            encoding = "utf-8-sig"
    if encoding and encoding.lower() not in UTF_8:
        stream = recoded(stream, encoding)
    for ordinal, line in enumerate(lines(stream, limit, start=stretch.start, end=stretch.end), stretch.first):
        if seen is not None:
            seen[0] = ordinal
        if line.too_long or line.content.strip():
            yield _json_line(source, path, ordinal, line, keys, limit)


def read_parquet(source: Source, path: str, location: str, stretch: Stretch = WHOLE) -> Iterator[Entry]:
    """Every row is a record."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    reject = _rejecter(source, path)
    keys = Keys(source.name, path, stretch.repeats)
    ordinal = stretch.first - 1
    groups = None if stretch.groups is None else list(stretch.groups)
    try:
        with pq.ParquetFile(location) as file:
            for batch in file.iter_batches(BATCH, row_groups=groups, use_threads=False):
                names = batch.schema.names
                columns = [_values(column) for column in batch.columns]
                for values in zip(*columns, strict=True):
                    ordinal += 1
                    bad = next((value for value in values if isinstance(value, RecordError)), None)
                    if bad:
                        yield reject(ordinal, bad.reason)
                    else:
                        yield _row(source, path, ordinal, dict(zip(names, values, strict=True)), keys, None)
    except (pa.ArrowException, OSError) as error:
        yield reject(ordinal + 1, f"the Parquet file is damaged: {' '.join(str(error).split())[:200]}")


def damage(error: BaseException) -> str:
    """Say in words what is wrong with a file.

    >>> damage(EOFError())
    'the file is cut off: its compressed data stops short'
    """
    if isinstance(error, EOFError):
        return "the file is cut off: its compressed data stops short"
    if isinstance(error, UnicodeDecodeError):
        return f"the file is not {error.encoding}: byte {error.object[error.start]:#04x}"
    return f"the file is damaged: {error}"


def _rest(stream: BinaryIO) -> int:
    """Read to the end, keeping nothing; return the size."""
    count = 0
    while chunk := stream.read(1 << 20):
        count += len(chunk)
    return count


def _rejecter(source: Source, path: str) -> Callable[[int, str], Entry]:
    """A function that rejects the place in a file where reading had to stop."""

    def reject(ordinal: int, reason: str) -> Entry:
        key = f"#{ordinal}"
        record = Record(record_id(source.name, path, key), source.name, key, b"")
        return Entry(Rejection(record, "read", reason), path, ordinal, 0)

    return reject


def _json_line(source: Source, path: str, ordinal: int, line: Line, keys: Keys, limit: int) -> Entry:
    reason = ""
    if line.too_long:
        reason = f"a line of {line.size:,} bytes, above the limit of {limit:,} (record_bytes)"
    else:
        try:
            row = _parse(line.content)
            if isinstance(row, dict):
                return _row(source, path, ordinal, row, keys, line)
            reason = "the line is JSON, but no object"
        except RecordError as error:
            reason = error.reason
    id, flags = keys.take(f"#{ordinal}")
    record = Record(id, source.name, f"#{ordinal}", line.content)
    return Entry(Rejection(record, "read", reason), path, ordinal, line.size, flags, line.sha256)


def _parse(content: bytes) -> object:
    """Parse one line; what orjson refuses but Python reads (lone surrogates, NaN, huge numbers) is read by Python."""
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RecordError(
            "read", f"the line is not UTF-8: byte {content[error.start]:#04x} at {error.start}"
        ) from error
    except RecursionError as error:
        raise RecordError("read", "the line is nested too deeply") from error
    except json.JSONDecodeError as error:
        hint = "; it looks like UTF-16: set the source's encoding" if b"\0" in content else ""
        raise RecordError("read", f"the line is no JSON: {error}{hint}") from error
    except ValueError as error:
        raise RecordError("read", "a number in the line has more than 4,300 digits") from error


def _row(source: Source, path: str, ordinal: int, row: dict[str, object], keys: Keys, line: Line | None) -> Entry:
    key = row_key(row, source) or f"#{ordinal}"
    id, flags = keys.take(key)
    key = printable(key)
    try:
        record = to_record(row, source, id=id, key=key)
    except RecordError as error:
        content = line.content if line else json.dumps(row, default=str).encode()
        rejected = Record(id, source.name, key, content)
        return Entry(Rejection(rejected, "read", error.reason), path, ordinal, len(content), flags)
    return Entry(record, path, ordinal, _size(record.content), flags)


def _size(content: str | bytes) -> int:
    if isinstance(content, bytes) or content.isascii():
        return len(content)
    return len(content.encode("utf-8", "surrogatepass"))


def _values(column: object) -> list[object]:
    """A column as Python values; a value that cannot be decoded stands as the error itself."""
    try:
        return column.to_pylist()  # type: ignore[attr-defined,no-any-return]
    except (UnicodeDecodeError, ValueError, OverflowError):
        return [_value(scalar) for scalar in column]  # type: ignore[attr-defined]


def _value(scalar: object) -> object:
    try:
        return scalar.as_py()  # type: ignore[attr-defined]
    except (UnicodeDecodeError, ValueError, OverflowError) as error:
        return RecordError("read", f"a value cannot be read: {error}")
