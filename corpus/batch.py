"""The rows of one shard while they are gathered: packed into Arrow as they come, joined with rows that stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from corpus import output, schema
from corpus.rows import Row

pc: Any = pyarrow.compute

PACK = 500
"""Rows that are held as Python objects at most, per table."""

RECORD = {"documents": "record", "records": "id", "removals": "record", "rejections": "record"}
"""Column that holds the record's id."""


class Batch:
    """Gathers rows table by table."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {name: [] for name in schema.TABLES}
        self._packed: dict[str, list[pa.RecordBatch]] = {name: [] for name in schema.TABLES}

    def add(self, rows: dict[str, list[Row]]) -> None:
        """Take the rows of one record."""
        for name, more in rows.items():
            self._rows[name] += more
            if len(self._rows[name]) >= PACK:
                self._pack(name)

    def tables(self, standing: Iterable[dict[str, pa.Table]] = ()) -> dict[str, pa.Table]:
        """Return all rows, those that stand included, as tables in no particular order."""
        more = list(standing)
        tables = {}
        for name, columns in schema.TABLES.items():
            self._pack(name)
            packed = pa.Table.from_batches(self._packed[name], columns)
            tables[name] = pa.concat_tables([packed, *(tables_[name] for tables_ in more)])
        return tables

    def _pack(self, name: str) -> None:
        if self._rows[name]:
            self._packed[name].append(pa.RecordBatch.from_pylist(self._rows[name], schema.TABLES[name]))
            self._rows[name] = []


class Standing:
    """Rows of earlier runs that may be copied: those cleaned under the same fingerprint."""

    def __init__(self, out: str | Path, shards: Iterable[str], fingerprint: str) -> None:
        self._out = out
        self._states: dict[str, tuple[str, str]] = {}
        for shard in shards:
            facts = output.footer(out, shard)
            if facts and facts["fingerprint"] == fingerprint:
                records: Any = pq.read_table(output.file(out, "records", shard), columns=["id", "state"])
                for id, state in zip(records["id"].to_pylist(), records["state"].to_pylist(), strict=True):
                    self._states[id] = (state, shard)

    def has(self, id: str, state: str) -> bool:
        """Whether this record stands as it is."""
        return self._states.get(id, ("", ""))[0] == state

    def ids(self, shard: str) -> set[str]:
        """The records that stand in the files of one name."""
        return {id for id, found in self._states.items() if found[1] == shard}

    def rows(self, ids: Mapping[str, int | None]) -> list[dict[str, pa.Table]]:
        """Return the rows of these records; with the place in the file that is given, or else that they had."""
        shards: dict[str, dict[str, int | None]] = {}
        for id in sorted(ids):
            shards.setdefault(self._states[id][1], {})[id] = ids[id]
        return [self._of_shard(shard, wanted) for shard, wanted in sorted(shards.items())]

    def replaced(self, shard: str) -> None:
        """Forget the rows of a shard whose files were just written."""
        self._states = {id: found for id, found in self._states.items() if found[1] != shard}

    def _of_shard(self, shard: str, ids: Mapping[str, int | None]) -> dict[str, pa.Table]:
        wanted = pa.array(list(ids), pa.string())
        found = {}
        for name, columns in schema.TABLES.items():
            table = pq.read_table(output.file(self._out, name, shard), schema=columns)
            rows = table.filter(pc.is_in(table[RECORD[name]], wanted)).replace_schema_metadata(None)
            found[name] = _placed(rows, RECORD[name], ids) if "ordinal" in columns.names else rows
        return found


def _placed(rows: pa.Table, key: str, ids: Mapping[str, int | None]) -> pa.Table:
    """The rows with the places in the file that their records have now."""
    found: Any = rows.select([key, "ordinal"]).to_pylist()
    now = [row["ordinal"] if ids[row[key]] is None else ids[row[key]] for row in found]
    at = rows.schema.get_field_index("ordinal")
    return rows.set_column(at, rows.schema.field(at), pa.array(now, pa.int64()))


def facts(tables: dict[str, pa.Table]) -> dict[str, Any]:
    """Count what stands in a shard: for summaries, and to compare one run with the next."""
    records, documents, removals, rejections = (
        tables[name] for name in ("records", "documents", "removals", "rejections")
    )
    applied = removals.filter(removals["applied"])
    lengths = pc.sum(pc.utf8_length(documents["text"])).as_py() or 0
    bugs = rejections.filter(pc.is_valid(rejections["traceback"])).num_rows
    return {
        "records": records.num_rows,
        "cleaned": _count(records["outcome"])["cleaned"],
        "rejected": rejections.num_rows,
        "bugs": bugs,
        "documents": documents.num_rows,
        "empty": pc.sum(pc.equal(documents["text"], "")).as_py() or 0,
        "dated": pc.sum(pc.is_valid(documents["published"])).as_py() or 0,
        "characters": lengths,
        "removed_characters": pc.sum(pc.utf8_length(applied["text"])).as_py() or 0,
        "removals": applied.num_rows,
        "marked": removals.num_rows - applied.num_rows,
        "repairs": pc.sum(pc.list_value_length(records["repairs"])).as_py() or 0,
        "bytes": pc.sum(records["bytes"]).as_py() or 0,
        "rules": dict(_count(applied["rule"])),
        "categories": dict(_count(applied["category"])),
        "languages": dict(_count(documents["language"])),
        "sites": dict(_count(documents["site"]).most_common(100)),
        "flags": dict(_count(pc.list_flatten(documents["flags"])) + _count(pc.list_flatten(records["flags"]))),
        "rejections": dict(_count(_reasons(rejections)).most_common(100)),
    }


def _reasons(rejections: pa.Table) -> Any:
    """Stage and reason in one, without the figures in it, so that like reasons count together."""
    plain = pc.replace_substring_regex(rejections["reason"], pattern=r"[0-9][0-9,.]*", replacement="N")
    return pc.binary_join_element_wise(rejections["stage"], pc.utf8_slice_codeunits(plain, 0, 120), ": ")


def _count(column: Any) -> Counter[str]:
    counts = pc.value_counts(column).to_pylist()
    return Counter(
        {str(row["values"] or "unknown"): row["counts"] for row in sorted(counts, key=lambda row: str(row["values"]))}
    )
