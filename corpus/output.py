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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from cleaners.errors import SetupError
from corpus import schema
from corpus.fingerprint import Parts, fingerprint

GROUP_ROWS = 10_000
"""Rows in a row group."""

ORDER = ("removals", "rejections", "records", "documents")
"""Order in which a shard's files are put in place."""

STAGING, STATE, RUNS, LOCK = "_staging", "_state", "_runs", "_lock"


@contextmanager
def writing(out: str | Path) -> Iterator[Path]:
    """Make the output folder, keep other runs out of it, and sweep what a killed run left in staging.

    Raises :class:`SetupError` when the folder cannot be written or another run is writing.
    """
    root = Path(out)
    try:
        for folder in (*schema.TABLES, STAGING, STATE, RUNS):
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
        for left in (root / STAGING).iterdir():
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()
        yield root


def file(out: str | Path, table: str, shard: str) -> Path:
    """Where a shard's rows of a table lie."""
    return Path(out) / table / f"{shard}.parquet"


def committed(out: str | Path) -> list[str]:
    """Names of the shards that have documents, sorted."""
    return sorted(path.stem for path in (Path(out) / "documents").glob("*.parquet"))


def footer(out: str | Path, shard: str) -> dict[str, Any] | None:
    """The facts in a shard's footers, or None if it does not stand.

    They are ``commit``, ``fingerprint``, ``parts`` and ``schema_version``.
    """
    facts: dict[str, Any] | None = None
    for table in reversed(ORDER):
        try:
            found = pq.read_schema(file(out, table, shard)).metadata or {}
        except (OSError, pa.ArrowException):
            return None
        commit = found.get(b"copydesk.commit", b"").decode()
        if facts is None:
            facts = {
                "commit": commit,
                "fingerprint": found.get(b"copydesk.fingerprint", b"").decode(),
                "schema_version": int(found.get(b"copydesk.schema_version", b"0")),
                "parts": json.loads(found.get(b"copydesk.parts", b"{}")),
            }
        elif facts["commit"] != commit:
            return None
    return facts


def commit(out: str | Path, shard: str, tables: Mapping[str, pa.Table], parts: Parts) -> str:
    """Put a shard's rows in place of what stood there, unless the same stand already; return the name of the commit.

    Raises ``OSError`` when the disk is full or fails; what stood before then still stands or is cleaned again.
    """
    facts = _facts(tables["records"], parts)
    name_of_commit = facts[b"copydesk.commit"].decode()
    standing = footer(out, shard)
    if standing and standing["commit"] == name_of_commit:
        return name_of_commit
    staging = Path(out) / STAGING / shard
    staging.mkdir(parents=True, exist_ok=True)
    for name in ORDER:
        _write(staging / f"{name}.parquet", name, tables[name], facts)
    for name in ORDER:
        (staging / f"{name}.parquet").replace(file(out, name, shard))
        _sync(Path(out) / name)
    shutil.rmtree(staging)
    return name_of_commit


def remove(out: str | Path, shard: str) -> None:
    """Take a shard away: ``documents`` first, so that what is left never counts as standing."""
    for name in reversed(ORDER):
        file(out, name, shard).unlink(missing_ok=True)
    state_file(out, shard).unlink(missing_ok=True)


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


def _facts(records: pa.Table, parts: Parts) -> dict[bytes, bytes]:
    """What the footers say. The commit depends on rows and fingerprint only, never on when they were written."""
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True).encode())
    columns = (records[name].to_pylist() for name in ("id", "state", "outcome", "ordinal"))
    for row in sorted(zip(*columns, strict=True)):
        digest.update(repr(row).encode())
    return {
        b"copydesk.schema_version": str(schema.VERSION).encode(),
        b"copydesk.fingerprint": fingerprint(parts).encode(),
        b"copydesk.parts": json.dumps(parts, sort_keys=True).encode(),
        b"copydesk.commit": digest.hexdigest()[:20].encode(),
    }


def write_table(path: Path, name: str, columns: pa.Schema, table: pa.Table) -> None:
    """Write a table sorted, in bounded row groups, and sync it to disk."""
    dictionary: Any = [column for column in columns.names if column in schema.LOW_CARDINALITY]
    order = pc.sort_indices(table, sort_keys=[(column, "ascending") for column in schema.SORT[name]])
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
            for start in range(0, table.num_rows, GROUP_ROWS):
                writer.write_table(table.take(order.slice(start, GROUP_ROWS)), row_group_size=GROUP_ROWS)
        stream.flush()
        os.fsync(stream.fileno())


def _write(path: Path, name: str, table: pa.Table, facts: dict[bytes, bytes]) -> None:
    write_table(path, name, schema.TABLES[name].with_metadata(facts), table)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
