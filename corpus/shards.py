"""The plan: which files, or which stretch of a file, are cleaned together.

A shard's name depends on what it stands for only: a bucket of a source's small files, a stretch of a large file, or a
large file that cannot be cut before it is read, which one reader cuts into parts as it goes. A re-run therefore
replaces files, and never adds to them.
"""

from __future__ import annotations

import errno
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cleaners.errors import SetupError
from cleaners.model import Rejection
from corpus import survey
from corpus.config import Config, Source
from corpus.files import Facts, facts, is_url, open_file
from corpus.formats import entries
from corpus.readers import UTF_8, UTF_16, WHOLE, Entry, Stretch
from corpus.sources import Input, find
from corpus.streams import is_packed

DENSE = 16
"""How many times its size a packed file may well unpack to; what could be more than a shard is one by itself."""
MANY, SMALLEST = 1_000_000, 32
"""A shard that is put in place at once holds no more records than this, or one for so many bytes of input."""
LOOKS = 3
"""Times a small file is read that changes in the meantime."""


class Changed(OSError):
    """A file that is not what it was when the run began, or when its reading began."""


class Piece(NamedTuple):
    """A file, or a stretch of it. ``facts`` are the whole file's, to see a change cheaply."""

    path: str
    location: str
    format: str
    facts: Facts
    stretch: Stretch = WHOLE


class Shard(NamedTuple):
    """What one worker cleans. ``stream``: it is cut into parts of ``shard_bytes`` while it is read."""

    name: str
    source: str
    pieces: tuple[Piece, ...]
    stream: bool = False

    def dump(self) -> dict[str, Any]:
        """The shard as plain values for JSON."""
        pieces = [(*piece[:-1], None if piece.stretch == WHOLE else piece.stretch._asdict()) for piece in self.pieces]
        return {**self._asdict(), "pieces": pieces}

    @classmethod
    def load(cls, values: dict[str, Any]) -> Shard:
        """The inverse of :meth:`dump`, also after a way through JSON."""
        pieces = [
            Piece(path, location, format, Facts(*facts), Stretch.load(stretch) if stretch else WHOLE)
            for path, location, format, facts, stretch in values["pieces"]
        ]
        return cls(values["name"], values["source"], tuple(pieces), values["stream"])


def plan(config: Config, found: Mapping[str, list[Input]] | None = None, *, again: bool = False) -> list[Shard]:
    """Return the shards of all sources, sorted by name.

    ``found`` are the files, where they are known already (:func:`corpus.sources.find`). A large file is looked through,
    unless the output knows it from the last time; ``again``: in any case. Raises :class:`SetupError` for a source that
    is missing or empty.
    """
    files = find(config) if found is None else found
    return sorted(shard for source in config.sources for shard in _of_source(source, files[source.name], config, again))


def read(shard: Shard, config: Config) -> Iterator[Entry]:
    """Yield everything that stands in a shard, in the order of its pieces.

    Raises ``OSError`` when disk or network fail, :class:`Changed` when a file is not what it was.
    """
    source = next(source for source in config.sources if source.name == shard.source)
    left = max(MANY, config.shard_bytes // SMALLEST)
    for piece in shard.pieces:
        if piece.format in ("txt", "html"):
            yield _steady(source, piece, config.record_bytes)
            continue
        for entry in _watched(source, piece, config):
            left -= not shard.stream
            if left < 0:
                reason = "more records than so small a file can hold; the rest of it is not read"
                yield entry._replace(item=Rejection(entry.record, "read", reason))
                break
            yield entry


def stamp(shard: Shard, config: Config) -> dict[str, Any] | None:
    """What is known of a shard's inputs without reading them, and how they are read: an equal stamp means no change.

    None where a server does not say enough to tell.
    """
    if not all(piece.facts.telling for piece in shard.pieces):
        return None
    source = next(source for source in config.sources if source.name == shard.source)
    return {
        "inputs": [[piece.path, *piece.facts, piece.stretch.first] for piece in shard.pieces],
        "reading": source.model_dump(mode="json", exclude={"path"}),
        "limits": [config.record_bytes, config.kept_bytes, config.shard_bytes if shard.stream else None],
    }


def sweep(config: Config, shards: Sequence[Shard]) -> None:
    """Take away what was noted on large files that are gone."""
    sources = {source.name: source for source in config.sources}
    survey.sweep(
        config,
        (survey.note_file(config, piece.path, sources[shard.source]) for shard in shards for piece in shard.pieces),
    )


def _steady(source: Source, piece: Piece, limit: int) -> Entry:
    """A file that is one record, read while it did not change."""
    for _ in range(LOOKS):
        before = _facts(piece)
        [entry] = entries(source, piece.path, piece.location, piece.format, limit)
        if _facts(piece) == before:
            return entry
    rejection = Rejection(entry.record, "read", "the file changes while it is read")
    return entry._replace(item=rejection, settled=False)


def _watched(source: Source, piece: Piece, config: Config) -> Iterator[Entry]:
    """A file of many records; of one that was cut it must be the file that was looked through."""
    before = _facts(piece) if piece.stretch == WHOLE else piece.facts
    size = 0
    for entry in entries(source, piece.path, piece.location, piece.format, config.record_bytes, piece.stretch):
        size += entry.weight(config.shard_bytes)
        if size >= config.shard_bytes:  # a part of a stream ends here, and is put in place
            size = 0
            _hold(piece, before)
        yield entry
    _hold(piece, before)


def _hold(piece: Piece, before: Facts | None) -> None:
    """Make sure that a file is what it was. One that was not there was rejected as such."""
    if before is not None and (after := _facts(piece)) != before:
        change = "vanished" if after is None else "changed"
        raise Changed(errno.EBUSY, f"the file {change} while it was read; run again when it is whole", piece.location)


def _facts(piece: Piece) -> Facts | None:
    """The file as it is now; None if it is not there."""
    try:
        return facts(piece.location)
    except FileNotFoundError:
        return None


def _of_source(source: Source, found: list[Input], config: Config, again: bool) -> Iterator[Shard]:
    small: list[Input] = []
    for item in found:
        if item.format in ("txt", "html") or 0 <= _weight(item) <= config.shard_bytes:
            small.append(item)
            continue
        stretches = survey.stretches(source, item, config, again=again) if _can_be_cut(source, item) else None
        if stretches is None:
            yield Shard(_name(source, item), source.name, (_piece(item),), stream=True)
        for number, stretch in enumerate(stretches or ()):
            number = stretch.groups[0] if stretch.groups else number
            yield Shard(f"{_name(source, item)}-{number:05d}", source.name, (_piece(item, stretch),))
    yield from _buckets(source, small, config.shard_bytes)


def _weight(item: Input) -> int:
    """The size of a file as far as its share of a shard goes; negative if nobody knows."""
    rows = item.format not in ("txt", "html")
    return item.facts.size * (DENSE if rows and is_packed(item.location) else 1)


def _buckets(source: Source, small: list[Input], shard_bytes: int) -> Iterator[Shard]:
    """Small files by the hash of their path; their number of buckets is a power of two, so that it seldom changes."""
    total = sum(max(_weight(item), 0) for item in small)
    count = 1
    while count * shard_bytes < total or count * 20_000 < len(small):
        count *= 2
    buckets: dict[int, list[Piece]] = {}
    for item in small:
        buckets.setdefault(int(_digest(item.path), 16) % count, []).append(_piece(item))
    for number, pieces in sorted(buckets.items()):
        yield Shard(f"{source.name}-{number:04d}-of-{count:04d}", source.name, tuple(pieces))


def _can_be_cut(source: Source, item: Input) -> bool:
    """Whether it is worth looking for places to cut a file at.

    Not over the network, where that would be as slow as reading, but for Parquet, which says where they are. Not in
    packed rows, which must be read from the start, nor in UTF-16 and its like.
    """
    packed = is_packed(item.location)
    if item.format == "parquet":
        return not packed
    if is_url(item.location):
        return False
    if item.format == "warc":
        return not packed or item.location.lower().endswith(".gz")
    if packed or (source.encoding and source.encoding.lower() not in UTF_8):
        return False
    try:
        with open_file(item.location) as stream:
            return not stream.read(2).startswith(UTF_16)
    except OSError as error:
        raise SetupError(
            f"cannot be read: {error.strerror}", where=item.location, remedy="check its permissions"
        ) from error


def _piece(item: Input, stretch: Stretch = WHOLE) -> Piece:
    return Piece(item.path, item.location, item.format, item.facts, stretch)


def _name(source: Source, item: Input) -> str:
    """A name for a large file's shards: readable, and unique by the hash of the path."""
    stem = re.sub(r"[^A-Za-z0-9]+", "_", item.path.rsplit("/", 1)[-1].split(".", 1)[0])[:40].strip("_")
    return f"{source.name}-{stem}-{_digest(item.path)[:8]}"


def _digest(path: str) -> str:
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
