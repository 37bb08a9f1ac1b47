"""Take records, documents or whole sites out of an output, for good.

Their rows go from every table, with the bytes that were kept of them, and so do relations that name them. What the
output remembers of them (:mod:`corpus.tombstones`) are ids, places and hashes: later runs leave them out.

The list is written first. So a ``forget`` that was killed is finished by the next run, or by calling it again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from cleaners.errors import SetupError
from corpus import batch, bundles, compact, drift, output, schema, stored, tombstones
from corpus.load import relations_file
from corpus.tombstones import Forgotten, Regions, Rows

pc: Any = pyarrow.compute


class Forgetting(NamedTuple):
    """What was taken out: records as a whole, documents of records that stay, and the rows of the other tables."""

    records: int = 0
    documents: int = 0
    removals: int = 0
    rejections: int = 0
    relations: int = 0


class _Found(NamedTuple):
    """What is to go of one shard: records, and documents by their record."""

    records: set[str]
    documents: dict[str, set[str]]


def forget(
    out: str | Path,
    *,
    records: Collection[str] = (),
    documents: Collection[str] = (),
    sites: Collection[str] = (),
    dry_run: bool = False,
) -> Forgetting:
    """Forget records (by id or key), documents (by id) and sites (a name or a domain, with all domains below it).

    A record of which every document is forgotten goes as a whole. One of which others stay keeps these, but cannot be
    restored any more. Raises :class:`SetupError` for an id that names nothing; a site may be unknown, and later records
    of it are left out.
    """
    if not output.committed(out):
        raise SetupError("holds no tables", where=str(out), remedy="name the output folder of a run")
    with nullcontext() if dry_run else output.writing(out):
        before = tombstones.load(out)
        sites = {tombstones.site_name(site) for site in sites}
        if "" in sites:
            raise SetupError("a site has no name", remedy="give a site as in the documents table, or its domain")
        wanted = replace(before, sites=before.sites | sites)
        found = {shard: _find(out, shard, records, documents, wanted) for shard in output.committed(out)}
        found = {shard: one for shard, one in found.items() if one.records or one.documents}
        _all_found(out, records, documents, before, found.values())
        if dry_run:
            return _count(out, found)
        ids = {id for one in found.values() for id in one.records}
        after = replace(
            wanted,
            records=before.records | ids,
            documents={
                id: regions
                for id, regions in {**before.documents, **_regions(out, before, found)}.items()
                if id not in ids
            },
        )
        tombstones.save(out, after)
        compact.release(out, found)
        done = _count(out, found)
        for shard, one in found.items():
            _rewrite(out, shard, one, after)
        _drop_broken(out)
        for shard in output.committed(out):
            _mark(out, shard, after.mark)
        relations = _relations(out)
        _facts(out, after)
        drift.forget(out, after)
        return done._replace(relations=relations)


def _find(
    out: str | Path, shard: str, records: Collection[str], documents: Collection[str], wanted: Forgotten
) -> _Found:
    """Look for what is to go in one shard."""
    gone = {
        row["id"]
        for row in stored.read(out, "records", shard, ["id", "key", "site", "url"]).to_pylist()
        if {row["id"], row["key"]}.intersection(records)
        or row["id"] in wanted.records
        or wanted.of_site(row["site"], row["url"])
    }
    parts: dict[str, set[str]] = {}
    held: dict[str, int] = {}
    for row in stored.read(out, "documents", shard, ["id", "record", "site", "url"]).to_pylist():
        held[row["record"]] = held.get(row["record"], 0) + 1
        if wanted.of_site(row["site"], row["url"]):
            gone.add(row["record"])
        elif row["id"] in documents:
            parts.setdefault(row["record"], set()).add(row["id"])
    gone |= {id for id, ids in parts.items() if len(ids) == held[id]}
    return _Found(gone, {id: ids for id, ids in parts.items() if id not in gone})


def _all_found(
    out: str | Path,
    records: Collection[str],
    documents: Collection[str],
    before: Forgotten,
    found: Iterable[_Found],
) -> None:
    """Raise :class:`SetupError` for ids that name nothing, and for a key that names several records."""
    known: dict[str, set[str]] = {}
    for shard in output.committed(out):
        for row in stored.read(out, "records", shard, ["id", "key"]).to_pylist():
            for name in {row["id"], row["key"]}.intersection(records):
                known.setdefault(name, set()).add(row["id"])
    for name in records:
        if len(known.get(name, ())) > 1:
            raise SetupError(f"{len(known[name])} records have the key {name!r}", where=str(out), remedy="give the id")
        if name not in known and name not in before.records:
            remedy = "look it up in the records table"
            raise SetupError(f"no record has the id or key {name!r}", where=str(out), remedy=remedy)
    there = set[str]()
    for shard in output.committed(out):
        there |= set(documents).intersection(stored.read(out, "documents", shard, ["id"])["id"].to_pylist())
    for name in documents:
        if name not in there:
            remedy = "look it up in the documents table; it may be forgotten already"
            raise SetupError(f"no document has the id {name!r}", where=str(out), remedy=remedy)


def _regions(out: str | Path, before: Forgotten, found: Mapping[str, _Found]) -> dict[str, Regions]:
    """For each record that stays in part: where in it the forgotten documents stand."""
    made = {}
    for shard, one in found.items():
        for id, rows in _records(out, shard, one.documents):
            spans = [
                (segment["start"], segment["end"])
                for row in rows["documents"]
                if row["id"] in one.documents[id]
                for segment in row["segments"]
            ]
            known = before.documents.get(id) or Regions(rows["records"][0]["state"], tombstones.text_hash(rows), ())
            made[id] = known._replace(spans=tuple(sorted({*known.spans, *spans})))
    return made


def _rewrite(out: str | Path, shard: str, gone: _Found, forgotten: Forgotten) -> None:
    """Write a shard's files without what is to go, and note its counts anew."""
    facts = output.footer(out, shard)
    if facts is None:
        return
    ids = pa.array(sorted({*gone.records, *gone.documents}), pa.string())
    left = batch.Batch()
    for id, rows in _records(out, shard, gone.documents):
        kept = tombstones.without(rows, gone.documents[id])
        [record] = kept["records"]
        base = forgotten.documents[id].state
        left.add({**kept, "records": [{**record, "state": forgotten.state(id, base)}]})
    others = {}
    for name in schema.TABLES:
        rows = stored.read(out, name, shard)
        others[name] = rows.filter(pc.invert(pc.is_in(rows[batch.RECORD[name]], ids)))
    tables = left.tables([others])
    state = output.read_state(out, shard)
    noted = {*state.get("forgotten", {}).get("records", ()), *gone.records}
    made = output.commit(out, shard, tables, facts["parts"])
    state |= {
        "commit": made,
        "fingerprint": facts["fingerprint"],
        "facts": {**batch.facts(tables), "forgotten": len(noted)},
        "forgotten": {"mark": forgotten.mark, "records": sorted(noted)},
    }
    output.write_json(output.state_file(out, shard), state)


def _drop_broken(out: str | Path) -> None:
    """Remove files that a killed run left half exchanged: none of their rows counts, but they may hold what must go."""
    there = {path.stem for table in schema.TABLES for path in (Path(out) / table).glob("*.parquet")}
    for name in sorted(there):
        if not bundles.NAME.fullmatch(name) and output.own_footer(out, name) is None:
            output.remove_files(out, name)


def _mark(out: str | Path, shard: str, mark: str) -> None:
    """Note that a shard holds nothing that is forgotten."""
    state = output.read_state(out, shard)
    if state and state.get("forgotten", {}).get("mark", "") != mark:
        state["forgotten"] = {"records": [], **state.get("forgotten", {}), "mark": mark}
        output.write_json(output.state_file(out, shard), state)


def _records(out: str | Path, shard: str, ids: Collection[str]) -> Iterator[tuple[str, Rows]]:
    """The rows of some records of a shard."""
    if not ids:
        return
    wanted = pa.array(sorted(ids), pa.string())
    found: dict[str, Rows] = {id: {name: [] for name in schema.TABLES} for id in ids}
    for name in schema.TABLES:
        rows = stored.read(out, name, shard)
        for row in rows.filter(pc.is_in(rows[batch.RECORD[name]], wanted)).to_pylist():
            found[row[batch.RECORD[name]]][name].append(row)
    yield from found.items()


def _count(out: str | Path, found: Mapping[str, _Found]) -> Forgetting:
    """Count the rows that are to go."""
    totals = dict.fromkeys(("records", "documents", "removals", "rejections"), 0)
    for shard, one in found.items():
        documents = {id for ids in one.documents.values() for id in ids}
        totals["records"] += len(one.records)
        for name, columns in (("documents", ["id", "record"]), ("removals", ["document", "record"])):
            for row in stored.read(out, name, shard, columns).to_pylist():
                totals[name] += row["record"] in one.records or row[columns[0]] in documents
        rejected = stored.read(out, "rejections", shard, ["record"])["record"].to_pylist()
        totals["rejections"] += sum(id in one.records for id in rejected)
    return Forgetting(**totals)


def _relations(out: str | Path) -> int:
    """Take out the relations of what is not there; return how many these were."""
    path = relations_file(out)
    if not path.exists():
        return 0
    ids: dict[str, list[pa.ChunkedArray]] = {"document": [], "record": []}
    for shard in output.committed(out):
        ids["document"].append(stored.read(out, "documents", shard, ["id"])["id"])
        ids["record"].append(stored.read(out, "records", shard, ["id"])["id"])
    table = pq.read_table(path)
    keep = pa.array([False] * table.num_rows, pa.bool_())
    for level, columns in ids.items():
        there = pa.chunked_array([chunk for column in columns for chunk in column.chunks], pa.string())
        both = pc.equal(table["level"], level)
        for side in ("left", "right", "cluster"):
            known = pc.is_in(table[side], value_set=there.combine_chunks())
            both = pc.and_(both, pc.or_(known, pc.is_null(table[side])) if side == "cluster" else known)
        keep = pc.or_(keep, both)
    left = table.filter(keep)
    if left.num_rows < table.num_rows:
        staged = Path(out) / output.STAGING / "relations.parquet"
        output.write_table(staged, "relations", table.schema, left)
        staged.replace(path)
    return int(table.num_rows - left.num_rows)


def _facts(out: str | Path, forgotten: Forgotten) -> None:
    """Take out of the facts of all runs the names of forgotten sites, and reasons that no rejection has any more."""
    reasons = set[str]()
    for shard in output.committed(out):
        reasons.update(output.read_state(out, shard).get("facts", {}).get("rejections", ()))
    for path in sorted((Path(out) / output.RUNS).glob("*.json")):
        try:
            facts = json.loads(path.read_text(encoding="utf-8"))
            totals = facts["totals"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        sites = {name: count for name, count in totals.get("sites", {}).items() if not forgotten.of_site(name)}
        said = {name: count for name, count in totals.get("rejections", {}).items() if name in reasons}
        if sites != totals.get("sites", {}) or said != totals.get("rejections", {}):
            facts["totals"] = {**totals, "sites": sites, "rejections": said}
            output.write_json(path, facts)
