"""Rows of a shard as they are stored: in its own files or in a bundle, of this schema version or an older one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corpus import bundles, footers, output, schema, versions


def read(out: str | Path, table: str, shard: str, columns: list[str] | None = None) -> pa.Table:
    """Return a shard's rows of one table, with the given columns or all; no rows where the shard does not stand.

    Checksums of the pages are held to. Raises :class:`~cleaners.errors.SetupError` for a schema version that this
    Copydesk cannot read, ``pyarrow.ArrowException`` for a damaged file.
    """
    rows: pa.Table = pa.concat_tables([empty(table, columns), *batches(out, table, shard, columns)])
    return rows


def empty(table: str, columns: list[str] | None = None) -> pa.Table:
    """A table without rows."""
    return _wanted(table, columns).remove_metadata().empty_table()


def batches(out: str | Path, table: str, shard: str, columns: list[str] | None = None) -> Iterator[pa.Table]:
    """Yield a shard's rows of one table, a row group at a time; raises as :func:`read` does."""
    path, groups = place(out, table, shard)
    if path is None:
        return
    wanted = _wanted(table, columns)
    with pq.ParquetFile(path, page_checksum_verification=True) as file:
        version = footers.facts_of(file.schema_arrow.metadata or {})["schema_version"]
        versions.check(version, path)
        there = set(file.schema_arrow.names)
        # An older version may have called a column otherwise: its upgrade needs all of them.
        chosen = [name for name in wanted.names if name in there] if version == schema.VERSION else None
        for group in range(*(groups or (0, file.num_row_groups))):
            rows = file.read_row_group(group, columns=chosen, use_threads=False).replace_schema_metadata(None)
            yield versions.upgrade(table, rows, version, wanted)


def count(out: str | Path, table: str, shard: str) -> int:
    """Number of a shard's rows in one table."""
    path, groups = place(out, table, shard)
    if path is None:
        return 0
    with pq.ParquetFile(path) as file:
        if groups is None:
            return int(file.metadata.num_rows)
        return sum(file.metadata.row_group(group).num_rows for group in range(*groups))


def place(out: str | Path, table: str, shard: str) -> tuple[Path | None, tuple[int, int] | None]:
    """The file a shard's rows lie in, and its row groups there if the file is a bundle's."""
    if output.own_footer(out, shard) is not None:
        return output.file(out, table, shard), None
    bundle = bundles.members(out).get(shard)
    if bundle is None:
        return None, None
    return output.file(out, table, bundle.name), bundle.groups[table][shard]


def files(out: str | Path, table: str, shards: Iterable[str]) -> list[str]:
    """The files that hold these shards' rows of a table, for a reader of whole files such as duckdb."""
    found = {str(path) for shard in shards if (path := place(out, table, shard)[0]) is not None}
    return sorted(found)


def _wanted(table: str, columns: list[str] | None) -> pa.Schema:
    whole = schema.TABLES[table]
    return whole if columns is None else pa.schema([whole.field(name) for name in columns])
