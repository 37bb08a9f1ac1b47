"""The rows of one shard while they are gathered: packed into Arrow as they come, joined with rows that stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute

from corpus import output, schema, stored
from corpus.rows import Row
from corpus.tombstones import NOTHING, Forgotten

pc: Any = pyarrow.compute

PACK = 500
"""Rows that are held as Python objects at most, per table."""

RECORD = {"documents": "record", "records": "id", "removals": "record", "rejections": "record"}
"""Column that holds the record's id."""

Place = tuple[str, str]
"""Where a shard stands: folder and name."""


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
    """Rows of earlier runs that may be copied: those cleaned under the same fingerprint, and not forgotten.

    ``shards`` stand in ``out``; ``before`` are shards as they stood when the run began (:func:`corpus.output.keep`).
    ``rejected`` says whether rejections may be copied, too.
    """

    def __init__(
        self,
        out: str | Path,
        shards: Iterable[str],
        fingerprint: str,
        *,
        before: Iterable[str] = (),
        forgotten: Forgotten = NOTHING,
        rejected: bool = True,
    ) -> None:
        self._states: dict[str, tuple[str, Place]] = {}
        seen = set()
        # First those that nobody replaces while this shard is cleaned.
        for place in [*((output.before(out), shard) for shard in before), *((str(out), shard) for shard in shards)]:
            facts = output.footer(*place)
            if facts and facts["fingerprint"] == fingerprint and (place[1], facts["commit"]) not in seen:
                seen.add((place[1], facts["commit"]))
                self._look(place, forgotten, rejected)

    def _look(self, place: Place, forgotten: Forgotten, rejected: bool) -> None:
        """Note the records that stand in one place; what was noted before stays."""
        gone = set[str]()
        if forgotten.sites:
            sites = stored.read(place[0], "documents", place[1], ["record", "site", "url"]).to_pylist()
            gone = {row["record"] for row in sites if forgotten.of_site(row["site"], row["url"])}
        records = stored.read(place[0], "records", place[1], ["id", "state", "outcome"])
        for id, state, outcome in zip(*(column.to_pylist() for column in records.columns), strict=True):
            if id not in gone and (rejected or outcome != "rejected"):
                self._states.setdefault(id, (state, place))

    def has(self, id: str, state: str) -> bool:
        """Whether this record stands as it is."""
        return id in self._states and self._states[id][0] == state

    def ids(self, shard: str) -> set[str]:
        """The records that stand in the files of one name."""
        return {id for id, (_, place) in self._states.items() if place[1] == shard}

    def rows(self, ids: Mapping[str, int | None]) -> list[dict[str, pa.Table]]:
        """Return the rows of these records; with the place in the file that is given, or else that they had."""
        places: dict[Place, dict[str, int | None]] = {}
        for id in sorted(ids):
            places.setdefault(self._states[id][1], {})[id] = ids[id]
        return [self._of(place, wanted) for place, wanted in sorted(places.items())]

    def replaced(self, out: str | Path, shard: str) -> None:
        """Forget the rows of a shard whose files were just written."""
        self._states = {id: found for id, found in self._states.items() if found[1] != (str(out), shard)}

    def _of(self, place: Place, ids: Mapping[str, int | None]) -> dict[str, pa.Table]:
        wanted = pa.array(list(ids), pa.string())
        found = {}
        for name, columns in schema.TABLES.items():
            table = stored.read(place[0], name, place[1])
            rows = table.filter(pc.is_in(table[RECORD[name]], wanted))
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
