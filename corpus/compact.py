"""Few large files instead of many small ones, while every shard keeps its name, its commit and its state.

``compact`` writes bundles (:mod:`corpus.bundles`): the rows stay the same, and so does what stands. A run first gives
the shards it is about to change files of their own again (:func:`release`); all others stay where they are. Whatever is
interrupted, every row can be read at every moment through :func:`corpus.stored.read`; only who reads whole folders by
himself sees some rows twice in the moment between putting a bundle in place and taking the files away that went into
it. :func:`settle` ends what was interrupted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from cleaners.errors import SetupError
from corpus import bundles, footers, output, schema, stored
from corpus.fingerprint import Parts

TARGET = 512_000_000
"""Size of a bundle in bytes, its tables together; a shard or bundle of half of it is large enough by itself."""


class Compacted(NamedTuple):
    """Number of Parquet files before and after, and their size in bytes then."""

    before: int
    after: int
    bytes: int


def compact(out: str | Path) -> Compacted:
    """Bundle the small files of an output.

    Raises :class:`SetupError` when there is no output or a run is writing, ``OSError`` when the disk is full: then all
    is as it was.
    """
    if not output.committed(out):
        raise SetupError("holds no tables", where=str(out), remedy="name the output folder of a run")
    with output.writing(out):
        settle(out)
        before = len(_files(out))
        small = [bundle for bundle in bundles.whole(out) if _size(out, bundle.name) < TARGET // 2]
        made, bundled = set[str](), set[str]()
        for shards in list(_groups(out, small)):
            made.add(_bundle(out, shards))
            bundled.update(shards)
            replaced = [bundle.name for bundle in small if bundled.issuperset(bundle.commits)]
            output.remove_files(out, *shards, *(name for name in replaced if name not in made))
        settle(out)
        files = _files(out)
        return Compacted(before, len(files), sum(path.stat().st_size for path in files))


def release(out: str | Path, shards: Iterable[str]) -> None:
    """Give shards that stand in bundles files of their own, and take them out of the bundles."""
    settle(out)
    inside = bundles.members(out)
    wanted = [shard for shard in shards if shard in inside]
    for shard in wanted:
        facts = inside[shard].facts
        columns = _footers(inside[shard].commits[shard], facts["parts"])
        output.put(out, shard, {name: (columns[name], stored.batches(out, name, shard)) for name in schema.TABLES})
    if wanted:
        settle(out)


def settle(out: str | Path) -> None:
    """End what was interrupted: remove what has no ``documents``, and from bundles what stands elsewhere as well."""
    folders = {table: {path.stem for path in (Path(out) / table).glob("*.parquet")} for table in schema.TABLES}
    for name in sorted(set().union(*folders.values()) - folders["documents"]):
        output.remove_files(out, name)
    for name in bundles.names(out):
        bundle = bundles.read(out, name)
        if bundle is None:
            output.remove_files(out, name)
            continue
        believed = _believed(out, name)
        if len(believed) == len(bundle.commits):
            continue
        if believed:
            _bundle(out, believed)
        output.remove_files(out, name)


def _believed(out: str | Path, name: str) -> list[str]:
    """The shards whose rows are read from this bundle."""
    inside = bundles.members(out)
    return sorted(
        shard for shard, bundle in inside.items() if bundle.name == name and output.own_footer(out, shard) is None
    )


def _groups(out: str | Path, small: list[bundles.Bundle]) -> Iterator[list[str]]:
    """Shards to be bundled together: small ones, and those of small bundles, of one fingerprint and in order."""
    inside = bundles.members(out)
    kinds: dict[str, list[tuple[str, int]]] = {}
    for shard in output.committed(out):
        facts, bundle = output.footer(out, shard), inside.get(shard)
        if facts is None or facts["schema_version"] != schema.VERSION or (bundle and bundle not in small):
            continue
        size = _share(out, bundle, shard) if bundle else _size(out, shard)
        if size < TARGET // 2:
            kinds.setdefault(facts["fingerprint"], []).append((shard, size))
    for sizes in kinds.values():
        for group in _filled(sizes):
            if len({inside[shard].name if shard in inside else shard for shard in group}) > 1:
                yield group


def _filled(sizes: Iterable[tuple[str, int]]) -> Iterator[list[str]]:
    """Fill bundles one after the other."""
    group, total = list[str](), 0
    for shard, size in sizes:
        if group and total + size > TARGET:
            yield group
            group, total = [], 0
        group.append(shard)
        total += size
    yield group


def _bundle(out: str | Path, shards: list[str]) -> str:
    """Write one bundle of shards that stand; return its name, which depends on what is in it only."""
    stands = {shard: output.footer(out, shard) or {} for shard in shards}
    commits = {shard: facts["commit"] for shard, facts in stands.items()}
    digest = hashlib.sha256(json.dumps(commits, sort_keys=True).encode()).hexdigest()
    tables = {}
    for table, columns in _footers(digest[:20], stands[shards[0]]["parts"]).items():
        metadata = {**columns.metadata, footers.MEMBERS: json.dumps(_places(out, table, commits)).encode()}
        tables[table] = (columns.with_metadata(metadata), _rows(out, table, shards))
    name = f"bundle_{digest[:16]}"
    output.put(out, name, tables)
    return name


def _rows(out: str | Path, table: str, shards: list[str]) -> Iterator[pa.Table]:
    for shard in shards:
        yield stored.read(out, table, shard)


def _places(out: str | Path, table: str, commits: dict[str, str]) -> dict[str, tuple[str, int, int]]:
    """Commit, first row group and the one after the last of each shard in a bundle of these."""
    places, first = {}, 0
    for shard, commit in commits.items():
        end = first + -(-stored.count(out, table, shard) // output.GROUP_ROWS)
        places[shard] = (commit, first, end)
        first = end
    return places


def _footers(commit: str, parts: Parts) -> dict[str, pa.Schema]:
    """The schema of every table with the facts of a commit."""
    facts = output.footer_facts(commit, parts)
    return {name: schema.TABLES[name].with_metadata(facts) for name in output.ORDER}


def _files(out: str | Path) -> list[Path]:
    return [path for table in schema.TABLES for path in (Path(out) / table).glob("*.parquet")]


def _size(out: str | Path, name: str) -> int:
    return sum(output.file(out, table, name).stat().st_size for table in schema.TABLES)


def _share(out: str | Path, bundle: bundles.Bundle, shard: str) -> int:
    """About the size of a shard's rows in a bundle: its share of the row groups."""
    count = sum(end - start for start, end in bundle.groups["documents"].values()) or 1
    start, end = bundle.groups["documents"][shard]
    return _size(out, bundle.name) * (end - start) // count
