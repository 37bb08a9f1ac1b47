"""A look through a large file before it is cut: where its stretches begin, and which keys come again in a later one.

Without it two stretches, each read by its own worker, would give two records the same id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import orjson

from corpus.config import Source
from corpus.fields import plan, row_key
from corpus.streams import lines, open_stream


class Known(NamedTuple):
    """What the reader of a stretch has to know of those before.

    ``first`` is the ordinal of its first record; ``repeats`` says of keys in it (by :func:`key_hash`) how often they
    stood before.
    """

    first: int
    repeats: dict[str, int]


def key_hash(key: str) -> str:
    """A short hash of a key: 16 hex digits."""
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def survey_jsonl(source: Source, location: str, cuts: list[int], limit: int) -> list[Known]:
    """Look through a JSONL file that is cut at the offsets ``cuts`` (the first is 0)."""
    firsts = [1] * len(cuts)
    hashes: list[list[int]] = [[] for _ in cuts]
    here, ordinal = 0, 0
    with open_stream(location) as stream:
        for ordinal, line in enumerate(lines(stream, limit), 1):
            while here + 1 < len(cuts) and line.start >= cuts[here + 1]:
                here += 1
                firsts[here] = ordinal
            if not line.too_long and (key := _line_key(line.content, source)):
                hashes[here].append(int(key_hash(key), 16))
    for later in range(here + 1, len(cuts)):  # stretches in which no line begins
        firsts[later] = ordinal + 1
    return [Known(first, repeats) for first, repeats in zip(firsts, _repeats(hashes), strict=True)]


def survey_parquet(source: Source, location: str, groups: list[list[int]]) -> list[dict[str, int]]:
    """Look through the key column of a Parquet file that is cut into ``groups`` of row groups; return the repeats."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(location) as file:
        names = plan(tuple(file.schema_arrow.names), source.fields).id
        if not names:
            return [{} for _ in groups]
        hashes = []
        for some in groups:
            rows = file.read_row_groups(some, columns=list(names)).to_pylist()
            hashes.append([int(key_hash(key), 16) for key in _row_keys(rows, source)])
    return list(_repeats(hashes))


def _row_keys(rows: Iterable[dict[str, object]], source: Source) -> Iterator[str]:
    for row in rows:
        if key := row_key(row, source):
            yield key


def _line_key(content: bytes, source: Source) -> str | None:
    try:
        row = orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
    return row_key(row, source) if isinstance(row, dict) else None


def _repeats(hashes: Iterable[list[int]]) -> Iterator[dict[str, int]]:
    """For each stretch, the keys in it that stood in one before: hash to how often."""
    stretches: list[npt.NDArray[np.uint64]] = [np.array(values, dtype=np.uint64) for values in hashes]
    uniques = [np.unique(values) for values in stretches]
    values, counts = np.unique(np.concatenate(uniques), return_counts=True)
    several = values[counts > 1]
    before: dict[int, int] = {}
    for stretch in stretches:
        mine, times = np.unique(stretch[np.isin(stretch, several)], return_counts=True)
        yield {f"{value:016x}": before[value] for value in mine.tolist() if value in before}
        for value, count in zip(mine.tolist(), times.tolist(), strict=True):
            before[value] = before.get(value, 0) + count
