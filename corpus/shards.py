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
from corpus.readers import UTF_8, UTF_16, WHOLE, Entry, Stretch, read_jsonl, read_parquet, read_whole
from corpus.sources import Input, inputs
from corpus.streams import is_packed
from corpus.survey import survey_jsonl, survey_parquet


class Piece(NamedTuple):
    """A file, or a stretch of it. ``size`` and ``mtime_ns`` are the whole file's, to see a change cheaply."""

    path: str
    location: str
    format: str
    size: int
    mtime_ns: int
    stretch: Stretch = WHOLE


class Shard(NamedTuple):
    """What one worker cleans. ``stream``: it is cut into parts of ``shard_bytes`` while it is read."""

    name: str
    source: str
    pieces: tuple[Piece, ...]
    stream: bool = False

    def dump(self) -> dict[str, Any]:
        """The shard as plain values for JSON."""
        pieces = [{**piece._asdict(), "stretch": piece.stretch._asdict()} for piece in self.pieces]
        return {**self._asdict(), "pieces": pieces}

    @classmethod
    def load(cls, values: dict[str, Any]) -> Shard:
        """The inverse of :meth:`dump`, also after a way through JSON."""
        pieces = []
        for piece in values["pieces"]:
            groups = piece["stretch"]["groups"]
            stretch = Stretch(**{**piece["stretch"], "groups": None if groups is None else tuple(groups)})
            pieces.append(Piece(**{**piece, "stretch": stretch}))
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
            yield from read_jsonl(source, piece.path, piece.location, limit, piece.stretch)
        elif piece.format == "parquet":
            yield from read_parquet(source, piece.path, piece.location, piece.stretch)
        else:
            yield from read_whole(source, piece.path, piece.location, piece.format, limit)


def stamp(shard: Shard, config: Config) -> dict[str, Any]:
    """What the file system says of a shard's inputs, and how they are read: an equal stamp means no change."""
    source = next(source for source in config.sources if source.name == shard.source)
    return {
        "inputs": [[piece.path, piece.size, piece.mtime_ns, piece.stretch.first] for piece in shard.pieces],
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
            yield from _stretches(source, item, config)
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


def _stretches(source: Source, item: Input, config: Config) -> Iterator[Shard]:
    """A large JSONL file in stretches of equal length; a line belongs to the stretch in which it begins."""
    cuts = list(range(0, item.size, config.shard_bytes))
    found = survey_jsonl(source, item.location, cuts, config.record_bytes)
    for number, (start, end, known) in enumerate(zip(cuts, [*cuts[1:], None], found, strict=True)):
        stretch = Stretch(start, end, first=known.first, repeats=known.repeats)
        yield Shard(f"{_name(source, item)}-{number:05d}", source.name, (_piece(item, stretch),))


def _row_groups(source: Source, item: Input, shard_bytes: int) -> Iterator[Shard]:
    """A large Parquet file in runs of whole row groups."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        footer = pq.read_metadata(item.location)
        runs = _runs([footer.row_group(group).total_byte_size for group in range(footer.num_row_groups)], shard_bytes)
        repeats = survey_parquet(source, item.location, runs)
    except (pa.ArrowException, OSError):
        yield Shard(f"{_name(source, item)}-00000", source.name, (_piece(item),))  # the reader will reject it
        return
    first = 1
    for groups, known in zip(runs, repeats, strict=True):
        stretch = Stretch(groups=tuple(groups), first=first, repeats=known)
        yield Shard(f"{_name(source, item)}-{groups[0]:05d}", source.name, (_piece(item, stretch),))
        first += sum(footer.row_group(group).num_rows for group in groups)


def _runs(sizes: list[int], least: int) -> list[list[int]]:
    """Numbers of neighbours that together are at least ``least``; the last run may be smaller.

    >>> _runs([5, 5, 5, 20, 1], 10)
    [[0, 1], [2, 3], [4]]
    """
    runs: list[list[int]] = [[]]
    total = 0
    for number, size in enumerate(sizes):
        if total >= least:
            runs.append([])
            total = 0
        runs[-1].append(number)
        total += size
    return runs if runs[0] else []


def _splittable(source: Source, item: Input) -> bool:
    """Whether lines can be found from the middle of the file: not in UTF-16 and its like."""
    if source.encoding and source.encoding.lower() not in UTF_8:
        return False
    try:
        with Path(item.location).open("rb") as stream:
            return not stream.read(2).startswith(UTF_16)
    except OSError as error:
        raise SetupError(
            f"cannot be read: {error.strerror}", where=item.location, remedy="check its permissions"
        ) from error


def _piece(item: Input, stretch: Stretch = WHOLE) -> Piece:
    return Piece(item.path, item.location, item.format, item.size, item.mtime_ns, stretch)


def _name(source: Source, item: Input) -> str:
    """A name for a large file's shards: readable, and unique by the hash of the path."""
    stem = re.sub(r"[^A-Za-z0-9]+", "_", item.path.rsplit("/", 1)[-1].split(".", 1)[0])[:40].strip("_")
    return f"{source.name}-{stem}-{_digest(item.path)[:8]}"


def _digest(path: str) -> str:
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
