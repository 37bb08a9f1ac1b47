"""From files to records: what all formats share, and those of whole files, JSONL and Parquet.

CSV is read by :mod:`corpus.delimited`, WARC by :mod:`corpus.warc`; :mod:`corpus.formats` knows which is which. Whatever
cannot be read becomes a :class:`Rejection`; the rest goes on.
"""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import unquote

import orjson

from cleaners.errors import RecordError
from cleaners.model import Record, Rejection
from corpus.config import Source
from corpus.fields import printable, record_id, row_key, to_record
from corpus.files import BLOCK, NOT_THERE, is_url, open_file
from corpus.keys import Keys
from corpus.streams import BROKEN, Line, is_packed, lines, open_stream, recoded

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UTF_8 = ("utf-8", "utf8", "ascii")
UTF_8_BOM = b"\xef\xbb\xbf"
BATCH = 256
MOST_RECORDS = 100_000
"""Records in a part of a stream."""


class Stretch(NamedTuple):
    """A part of a file: records that begin from byte ``start`` on and before ``end``, or the row groups ``groups``.

    ``first`` is the ordinal of the first record in it; ``repeats`` says how often keys of it stood in the parts before
    (:mod:`corpus.survey`).
    """

    start: int = 0
    end: int | None = None
    groups: tuple[int, ...] | None = None
    first: int = 1
    repeats: dict[str, int] = {}  # noqa: RUF012 - never changed

    @classmethod
    def load(cls, values: dict[str, Any]) -> Stretch:
        """The stretch from its fields, also after a way through JSON."""
        groups = values["groups"]
        return cls(**{**values, "groups": None if groups is None else tuple(groups)})


WHOLE = Stretch()
"""All of a file."""


class Entry(NamedTuple):
    """A record or a rejection, with its place: ``path`` relative to the source's root, ``ordinal`` counted from 1.

    ``size`` is that of the input in bytes; ``sha256`` is set only where the content itself was too large to keep.
    ``settled`` is false where the next look may find something else, though the file says that nothing has changed.
    """

    item: Record | Rejection
    path: str
    ordinal: int
    size: int
    flags: tuple[str, ...] = ()
    sha256: str | None = None
    settled: bool = True

    def weight(self, shard_bytes: int) -> int:
        """What it counts for in a part of ``shard_bytes``; tiny ones count for more, since rows take room, too."""
        return max(self.size, shard_bytes // MOST_RECORDS)

    @property
    def record(self) -> Record:
        """The record, rejected or not."""
        return self.item.record if isinstance(self.item, Rejection) else self.item


def read_whole(source: Source, path: str, location: str | BinaryIO, kind: str, limit: int) -> Iterator[Entry]:
    """A ``.txt`` or ``.html`` file (or an open stream) is one record, its bytes untouched; its key is its path."""
    id = record_id(source.name, path, path)
    content, problem, size, settled = b"", None, 0, True
    try:
        with open_stream(location) if isinstance(location, str) else nullcontext(location) as stream:
            content = stream.read(limit + 1)
            size = len(content)
            if size > limit:
                size += _rest(stream)
    except BROKEN as error:
        problem = damage(error)
    except OSError as error:
        problem, settled = _unreadable(error), False
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
    yield Entry(Rejection(record, "read", problem) if problem else record, path, 1, size, settled=settled)


def read_jsonl(source: Source, path: str, location: str, limit: int, stretch: Stretch = WHOLE) -> Iterator[Entry]:
    """Every line is a record; blank ones are passed over."""
    seen = [stretch.first - 1]
    with reading(source, path, seen) as problems, open_stream(location) as stream:
        yield from read_json_lines(source, path, stream, limit, stretch, seen)
    yield from problems


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
    mark = 0
    if stretch.start == 0:
        stream, mark = decoding(stream, source)
    for ordinal, line in enumerate(lines(stream, limit, start=stretch.start, end=stretch.end), stretch.first):
        if seen is not None:
            seen[0] = ordinal
        if mark:
            line, mark = line._replace(content=line.content[mark:]), 0
        if line.too_long or line.content.strip():
            yield _json_line(source, path, ordinal, line, keys, limit)


def read_parquet(source: Source, path: str, location: str, stretch: Stretch = WHOLE) -> Iterator[Entry]:
    """Every row is a record."""
    import pyarrow as pa

    reject = _rejecter(source, path)
    keys = Keys(source.name, path, stretch.repeats)
    ordinal = stretch.first - 1
    groups = None if stretch.groups is None else list(stretch.groups)
    try:
        with open_parquet(location) as file:
            for batch in file.iter_batches(BATCH, row_groups=groups, use_threads=False):
                names = batch.schema.names
                columns = [_values(column) for column in batch.columns]
                for values in zip(*columns, strict=True):
                    ordinal += 1
                    bad = next((value for value in values if isinstance(value, RecordError)), None)
                    if bad:
                        yield reject(ordinal, bad.reason)
                    else:
                        yield row_entry(source, path, ordinal, dict(zip(names, values, strict=True)), keys, None)
    except BROKEN as error:
        yield reject(ordinal + 1, damage(error))
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # the disk's or the network's, not Arrow's
            yield reject(ordinal + 1, _unreadable(error))._replace(settled=False)
        else:
            yield reject(ordinal + 1, f"the Parquet file is damaged: {' '.join(str(error).split())[:200]}")


@contextmanager
def open_parquet(location: str) -> Iterator[Any]:
    """Open a Parquet file; a packed one, or one of a server that only sends from the start, by way of a file here."""
    import pyarrow.parquet as pq

    if not is_packed(location) and not is_url(location):
        with pq.ParquetFile(location) as file:
            yield file
        return
    with open_stream(location) if is_packed(location) else open_file(location) as stream:
        if stream.seekable():
            with pq.ParquetFile(stream) as file:
                yield file
            return
        with tempfile.TemporaryFile() as whole:
            shutil.copyfileobj(stream, whole, BLOCK)
            with pq.ParquetFile(whole) as file:
                yield file


@contextmanager
def reading(source: Source, path: str, seen: list[int]) -> Iterator[list[Entry]]:
    """Turn what ends the reading of a file into a rejection behind the record ``seen[0]``; it is in the list then.

    Raises ``OSError`` when disk or network fail: the rest of the file is not lost, only out of reach.
    """
    reject = _rejecter(source, path)
    problems = list[Entry]()
    try:
        yield problems
    except BROKEN as error:
        problems.append(reject(seen[0] + 1, damage(error)))
    except OSError as error:
        problems.append(reject(seen[0] + 1, _unreadable(error))._replace(settled=False))


def decoding(stream: BinaryIO, source: Source) -> tuple[BinaryIO, int]:
    """The stream as UTF-8, as far as a mark at its start or the source tell; and the size of a mark to skip."""
    if not hasattr(stream, "peek"):
        stream = io.BufferedReader(stream)  # type: ignore[type-var]
    head = stream.peek(3)[:3]
    if head.startswith(UTF_16):
        return recoded(stream, "utf-16"), 0
    if head == UTF_8_BOM:
        return stream, len(UTF_8_BOM)
    if source.encoding and source.encoding.lower() not in UTF_8:
        return recoded(stream, source.encoding), 0
    return stream, 0


def rejected_row(
    source: Source,
    path: str,
    ordinal: int,
    keys: Keys,
    raw: bytes,
    reason: str,
    size: int,
    sha256: str | None = None,
    key: str = "",
) -> Entry:
    """Reject one record of a file."""
    id, flags = keys.take(key or f"#{ordinal}")
    record = Record(id, source.name, printable(key) or f"#{ordinal}", raw)
    return Entry(Rejection(record, "read", reason), path, ordinal, size, flags, sha256)


def row_entry(source: Source, path: str, ordinal: int, row: dict[str, object], keys: Keys, raw: bytes | None) -> Entry:
    """The record in a row, or its rejection; ``raw`` is what it stands in, if that is known."""
    key = row_key(row, source) or f"#{ordinal}"
    id, flags = keys.take(key)
    key = printable(key)
    try:
        record = to_record(row, source, id=id, key=key)
    except RecordError as error:
        content = json.dumps(row, default=str).encode() if raw is None else raw
        rejected = Record(id, source.name, key, content)
        return Entry(Rejection(rejected, "read", error.reason), path, ordinal, len(content), flags)
    record.extra.update((name, value) for name, value in partition(path) if name not in row)
    return Entry(record, path, ordinal, _size(record.content), flags)


@lru_cache(maxsize=1024)
def partition(path: str) -> tuple[tuple[str, str], ...]:
    """What the names of a file's folders say of all its records.

    >>> partition("lang=en/site=a%20b/part-0.parquet")
    (('lang', 'en'), ('site', 'a b'))
    """
    folders = PurePosixPath(path).parts[:-1]
    return tuple((name, unquote(value)) for name, sign, value in (part.partition("=") for part in folders) if sign)


def damage(error: BaseException) -> str:
    """Say in words what is wrong with a file.

    >>> damage(EOFError())
    'the file is cut off: its data stops short'
    """
    if isinstance(error, EOFError):
        return "the file is cut off: its data stops short"
    if isinstance(error, UnicodeDecodeError):
        return f"the file is not {error.encoding}: byte {error.object[error.start]:#04x}"
    return f"the file is damaged: {error}"


def _unreadable(error: OSError) -> str:
    """Why a file cannot be read. Raises ``error`` again where it is not the file's fault."""
    if error.errno not in NOT_THERE:
        raise error
    return f"cannot be read: {error.strerror or error}"


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
                return row_entry(source, path, ordinal, row, keys, line.content)
            reason = "the line is JSON, but no object"
        except RecordError as error:
            reason = error.reason
    return rejected_row(source, path, ordinal, keys, line.content, reason, line.size, line.sha256)


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
