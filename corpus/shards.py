"""The plan: which files, or which stretch of a file, are cleaned together.

A shard's name depends on what it stands for only: a bucket of a source's small files, a stretch of a large file, or a
packed file, which one reader cuts into parts as it goes. A re-run therefore replaces files, and never adds to them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cleaners.errors import SetupError
from corpus.config import Config, Source
from corpus.readers import UTF_16, Entry, read_jsonl, read_parquet, read_whole
from corpus.sources import Input, inputs
from corpus.streams import count_lines, is_packed


class Piece(NamedTuple):
    """A file, or a stretch of it: bytes ``start`` to ``end`` of JSONL, row groups ``groups`` of Parquet.

    ``first`` is the ordinal of the first record in it. ``size`` and ``mtime_ns`` are the whole file's, to see a change
    cheaply.
    """

    path: str
    location: str
    format: str
    size: int
    mtime_ns: int
    start: int = 0
    end: int | None = None
    groups: tuple[int, ...] | None = None
    first: int = 1


class Shard(NamedTuple):
    """What one worker cleans. ``stream``: it is cut into parts of ``shard_bytes`` while it is read."""

    name: str
    source: str
    pieces: tuple[Piece, ...]
    stream: bool = False

    def dump(self) -> dict[str, Any]:
        """The shard as plain values for JSON."""
        return {**self._asdict(), "pieces": [piece._asdict() for piece in self.pieces]}

    @classmethod
    def load(cls, values: dict[str, Any]) -> Shard:
        """The inverse of :meth:`dump`, also after a way through JSON."""
        pieces = [
            Piece(**{**piece, "groups": None if piece["groups"] is None else tuple(piece["groups"])})
            for piece in values["pieces"]
        ]
        return cls(values["name"], values["source"], tuple(pieces), values["stream"])


def plan(config: Config) -> list[Shard]:
    """Return the shards of all sources, sorted by name.

    Raises :class:`SetupError` for a source that is missing or empty.
    """
    shards = [shard for source in config.sources for shard in _of_source(source, config)]
    return sorted(shards)


def read(shard: Shard, config: Config) -> Iterator[Entry]:
    """Yield everything that stands in a shard, in the order of its pieces."""
    source = next(source for source in config.sources if source.name == shard.source)
    limit = config.record_bytes
    for piece in shard.pieces:
        if piece.format == "jsonl":
            yield from read_jsonl(
                source, piece.path, piece.location, limit, start=piece.start, end=piece.end, first=piece.first
            )
        elif piece.format == "parquet":
            groups = None if piece.groups is None else list(piece.groups)
            yield from read_parquet(source, piece.path, piece.location, groups, first=piece.first)
        else:
            yield from read_whole(source, piece.path, piece.location, piece.format, limit)


def stamp(shard: Shard, config: Config) -> dict[str, Any]:
    """What the file system says of a shard's inputs, and how they are read: an equal stamp means no change."""
    source = next(source for source in config.sources if source.name == shard.source)
    return {
        "inputs": [[piece.path, piece.size, piece.mtime_ns, piece.start, piece.end] for piece in shard.pieces],
        "reading": source.model_dump(mode="json", exclude={"path"}),
        "limits": [config.record_bytes, config.kept_bytes, config.shard_bytes if shard.stream else None],
    }


def _of_source(source: Source, config: Config) -> Iterator[Shard]:
    small: list[Input] = []
    for item in inputs(source, output=config.output):
        if item.format in ("txt", "html"):
            small.append(item)
        elif item.format == "jsonl" and is_packed(item.location):
            yield Shard(_name(source, item), source.name, (_piece(item),), stream=True)
        elif item.size <= config.shard_bytes:
            small.append(item)
        elif item.format == "jsonl" and _splittable(source, item):
            yield from _stretches(source, item, config.shard_bytes)
        elif item.format == "jsonl":
            yield Shard(_name(source, item), source.name, (_piece(item),), stream=True)
        else:
            yield from _row_groups(source, item, config.shard_bytes)
    yield from _buckets(source, small, config.shard_bytes)


def _buckets(source: Source, small: list[Input], shard_bytes: int) -> Iterator[Shard]:
    """Small files by the hash of their path; their number of buckets is a power of two, so that it seldom changes."""
    total = sum(item.size for item in small)
    count = 1
    while count * shard_bytes < total or count * 20_000 < len(small):
        count *= 2
    buckets: dict[int, list[Piece]] = {}
    for item in small:
        buckets.setdefault(int(_digest(item.path), 16) % count, []).append(_piece(item))
    for number, pieces in sorted(buckets.items()):
        yield Shard(f"{source.name}-{number:04d}-of-{count:04d}", source.name, tuple(pieces))


def _stretches(source: Source, item: Input, shard_bytes: int) -> Iterator[Shard]:
    """A large JSONL file in stretches of equal length; a line belongs to the stretch in which it begins."""
    cuts = list(range(0, item.size, shard_bytes))
    # A stretch's first line is the one after the line end that stands at its start, or before it at the earliest.
    before = count_lines(item.location, [max(0, cut - 1) for cut in cuts])
    for number, (start, ends) in enumerate(zip(cuts, before, strict=True)):
        end = cuts[number + 1] if number + 1 < len(cuts) else None
        first = ends + 1 + bool(start)
        piece = _piece(item)._replace(start=start, end=end, first=first)
        yield Shard(f"{_name(source, item)}-{number:05d}", source.name, (piece,))


def _row_groups(source: Source, item: Input, shard_bytes: int) -> Iterator[Shard]:
    """A large Parquet file in runs of whole row groups."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        footer = pq.read_metadata(item.location)
    except (pa.ArrowException, OSError):
        yield Shard(f"{_name(source, item)}-00000", source.name, (_piece(item),))  # the reader will reject it
        return
    groups: list[int] = []
    size, first, ordinal = 0, 1, 1
    for group in range(footer.num_row_groups):
        facts = footer.row_group(group)
        groups.append(group)
        size += facts.total_byte_size
        ordinal += facts.num_rows
        if size >= shard_bytes or group + 1 == footer.num_row_groups:
            piece = _piece(item)._replace(groups=tuple(groups), start=groups[0], first=first)
            yield Shard(f"{_name(source, item)}-{groups[0]:05d}", source.name, (piece,))
            groups, size, first = [], 0, ordinal


def _splittable(source: Source, item: Input) -> bool:
    """Whether lines can be found from the middle of the file: not in UTF-16 and its like."""
    if source.encoding and source.encoding.lower() not in ("utf-8", "utf8", "ascii"):
        return False
    try:
        with Path(item.location).open("rb") as stream:
            return not stream.read(2).startswith(UTF_16)
    except OSError as error:
        raise SetupError(
            f"cannot be read: {error.strerror}", where=item.location, remedy="check its permissions"
        ) from error


def _piece(item: Input) -> Piece:
    return Piece(item.path, item.location, item.format, item.size, item.mtime_ns)


def _name(source: Source, item: Input) -> str:
    """A name for a large file's shards: readable, and unique by the hash of the path."""
    stem = re.sub(r"[^A-Za-z0-9]+", "_", item.path.rsplit("/", 1)[-1].split(".", 1)[0])[:40].strip("_")
    return f"{source.name}-{stem}-{_digest(item.path)[:8]}"


def _digest(path: str) -> str:
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
