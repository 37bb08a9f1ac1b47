"""The output folder: where files lie, who may write, and how a shard's files are put in place.

Each file is written under ``_staging``, synced, and moved; ``documents`` last. Its footer is the commit mark: a shard
stands when the footers of all its files name the same commit.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from cleaners.errors import SetupError
from corpus import bundles, footers, schema
from corpus.fingerprint import Parts, fingerprint

GROUP_ROWS = 10_000
"""Rows in a row group."""

ORDER = ("removals", "rejections", "records", "documents")
"""Order in which a shard's files are put in place."""

COMMITTED = {
    "records": ("id", "state", "outcome", "ordinal", "documents"),
    "rejections": ("record", "stage", "reason"),
}
"""What tells one commit from another: the columns that change whenever a shard's rows do."""

STAGING, STATE, RUNS, SURVEYS, LOCK = "_staging", "_state", "_runs", "_surveys", "_lock"


@contextmanager
def writing(out: str | Path) -> Iterator[Path]:
    """Make the output folder, keep other runs out of it, and sweep what a killed run left in staging.

    Raises :class:`SetupError` when the folder cannot be written or another run is writing.
    """
    root = Path(out)
    try:
        for folder in (*schema.TABLES, STAGING, STATE, RUNS, SURVEYS):
            (root / folder).mkdir(parents=True, exist_ok=True)
        lock = (root / LOCK).open("w")
    except OSError as error:
        raise SetupError(
            f"the output cannot be written: {error.strerror}", where=str(root), remedy="name a folder you may write to"
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SetupError(
                "another run is writing here", where=str(root), remedy="wait for it, or use another output"
            ) from error
        sweep(root)
        yield root


def file(out: str | Path, table: str, shard: str) -> Path:
    """Where a shard's rows of a table lie."""
    return Path(out) / table / f"{shard}.parquet"


def committed(out: str | Path) -> list[str]:
    """Names of the shards that have documents, in files of their own or in a bundle, sorted."""
    own = {path.stem for path in (Path(out) / "documents").glob("*.parquet")}
    return sorted({name for name in own if not bundles.NAME.fullmatch(name)} | set(bundles.members(out)))


def footer(out: str | Path, shard: str) -> dict[str, Any] | None:
    """The facts in a shard's footers, or None if it does not stand.

    They are ``commit``, ``fingerprint``, ``parts`` and ``schema_version``.
    """
    if (facts := own_footer(out, shard)) is not None:
        return facts
    bundle = bundles.members(out).get(shard)
    return {**bundle.facts, "commit": bundle.commits[shard]} if bundle else None


def own_footer(out: str | Path, shard: str) -> dict[str, Any] | None:
    """The facts in the footers of a shard's own files, or None if these do not stand."""
    facts: dict[str, Any] | None = None
    for table in reversed(ORDER):
        try:
            found = footers.read(file(out, table, shard))
        except (OSError, pa.ArrowException):
            return None
        facts = facts or found
        if facts["commit"] != found["commit"]:
            return None
    return facts


def commit(out: str | Path, shard: str, tables: Mapping[str, pa.Table], parts: Parts) -> str:
    """Put a shard's rows in place of what stood there, unless the same stand already; return the name of the commit.

    Raises ``OSError`` when the disk is full or fails; what stood before then still stands or is cleaned again.
    """
    name_of_commit = _commit(tables, parts)
    standing = own_footer(out, shard)
    if not standing or standing["commit"] != name_of_commit:
        facts = footer_facts(name_of_commit, parts)
        put(out, shard, {name: (schema.TABLES[name].with_metadata(facts), [tables[name]]) for name in ORDER})
    return name_of_commit


def put(out: str | Path, name: str, tables: Mapping[str, tuple[pa.Schema, Iterable[pa.Table]]]) -> None:
    """Put files of one name in place, one for each table: written aside and synced first, ``documents`` moved last."""
    staging = Path(out) / STAGING / name
    staging.mkdir(parents=True, exist_ok=True)
    for table in ORDER:
        columns, rows = tables[table]
        write_tables(staging / f"{table}.parquet", table, columns, rows)
    for table in ORDER:
        (staging / f"{table}.parquet").replace(file(out, table, name))
        _sync(Path(out) / table)
    shutil.rmtree(staging)


def before(out: str | Path) -> str:
    """The folder with shards as they stood when the run began: one shard's rows may move to another's file."""
    return str(Path(out) / STAGING / "_before")


def keep(out: str | Path, shards: Iterable[str]) -> list[str]:
    """Keep these shards' files, as they are, under :func:`before`; return the names of those that could be kept.

    They are hard links, and take no room. Where the file system has none, a few records more are cleaned again.
    """
    kept = []
    for table in schema.TABLES:
        Path(before(out), table).mkdir(parents=True, exist_ok=True)
    for shard in shards:
        try:
            for table in schema.TABLES:
                with suppress(FileExistsError):  # another look at the same plan
                    file(before(out), table, shard).hardlink_to(file(out, table, shard))
        except OSError:
            continue
        kept.append(shard)
    return kept


def sweep(out: str | Path) -> None:
    """Empty the staging folder."""
    for left in (Path(out) / STAGING).iterdir():
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


def remove(out: str | Path, shard: str) -> None:
    """Take a shard away, and what is noted of it."""
    remove_files(out, shard)
    state_file(out, shard).unlink(missing_ok=True)


def remove_files(out: str | Path, *names: str) -> None:
    """Take the files of these names away: ``documents`` first, so that what is left never counts as standing."""
    for table in reversed(ORDER):
        for name in names:
            file(out, table, name).unlink(missing_ok=True)
        _sync(Path(out) / table)


def state_file(out: str | Path, shard: str) -> Path:
    """Where the stamps of a shard's inputs lie. They only save reading: without them the rows are compared."""
    return Path(out) / STATE / f"{shard}.json"


def read_state(out: str | Path, shard: str) -> dict[str, Any]:
    """The stamps noted for a shard, or nothing."""
    try:
        found = json.loads(state_file(out, shard).read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json(path: Path, value: object) -> None:
    """Write a JSON file whole or not at all."""
    staged = path.with_name(f".{path.name}.{os.getpid()}")
    with staged.open("w", encoding="utf-8") as stream:
        json.dump(value, stream, indent=1)
        stream.write("\n")
        stream.flush()
        os.fsync(stream.fileno())
    staged.replace(path)


def footer_facts(commit: str, parts: Parts) -> dict[bytes, bytes]:
    """What the footers of a commit say."""
    return {
        b"copydesk.schema_version": str(schema.VERSION).encode(),
        b"copydesk.fingerprint": fingerprint(parts).encode(),
        b"copydesk.parts": json.dumps(parts, sort_keys=True).encode(),
        b"copydesk.commit": commit.encode(),
    }


def _commit(tables: Mapping[str, pa.Table], parts: Parts) -> str:
    """A name for these rows: it depends on them and on the fingerprint only, never on when they were written."""
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True).encode())
    for table, names in COMMITTED.items():
        for row in sorted(zip(*(tables[table][name].to_pylist() for name in names), strict=True)):
            digest.update(repr(row).encode())
    return digest.hexdigest()[:20]


def write_table(path: Path, name: str, columns: pa.Schema, table: pa.Table) -> None:
    """Write a table sorted, in bounded row groups, and sync it to disk."""
    write_tables(path, name, columns, [table])


def write_tables(path: Path, name: str, columns: pa.Schema, tables: Iterable[pa.Table]) -> None:
    """Write tables one after the other, each sorted and in row groups of its own, and sync the file to disk."""
    dictionary: Any = [column for column in columns.names if column in schema.LOW_CARDINALITY]
    with path.open("wb") as stream:
        with pq.ParquetWriter(
            stream,
            columns,
            compression="zstd",
            compression_level=3,
            use_dictionary=dictionary,
            write_statistics=True,
            write_page_index=True,
            write_page_checksum=True,
        ) as writer:
            for table in tables:
                order = pc.sort_indices(table, sort_keys=[(column, "ascending") for column in schema.SORT[name]])
                for start in range(0, table.num_rows, GROUP_ROWS):
                    writer.write_table(table.take(order.slice(start, GROUP_ROWS)), row_group_size=GROUP_ROWS)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
