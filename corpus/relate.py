"""Relations over a whole output: duplicates, near-duplicates, and texts that hold others or share paragraphs with them.

Documents are compared with documents, and records (all documents of each together) with records. The result depends
on the texts only, not on the order in which they are read.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from corpus import output, schema, stored
from corpus.load import relations_file, shards
from corpus.near import Signatures
from corpus.paragraphs import paragraphs, signature, text_hash

NEAR = 0.8
"""Estimated Jaccard similarity of word shingles from which two texts are near-duplicates."""
CONTAINS = 0.9
"""Share of a text's paragraphs, by characters, from which another one contains it."""
SHARES = 0.1
"""Share from which two texts share paragraphs, if that is also :data:`LEAST` characters."""
LEAST = 80
COMMON = 100
"""Paragraphs in more texts than this are boilerplate of a site; they relate nothing."""

STRING: pa.DataType = pa.string()
INT: pa.DataType = pa.int64()
LOADED = pa.schema([("id", STRING), ("record", STRING), ("part", INT), ("hash", INT)])
FOUND = pa.schema([("document", STRING), ("record", STRING), ("hash", INT), ("chars", INT)])

ENTITIES = """
create table entities as
select 'document' as level, id, hash, record from texts
union all
select 'record', record,
    case when count(*) = 1 then any_value(hash) else (hash(list(hash order by part)) >> 1)::bigint end, record
from texts group by record
"""

HEADS = """
create table heads as
select level, id, min(id) over (partition by level, hash) as head from entities
"""

PARAGRAPHS = """
create table held as
with every as (
    select 'document' as level, document as id, hash, sum(chars) as chars from found group by document, hash
    union all
    select 'record', record, hash, sum(chars) from found group by record, hash
),
unique_texts as (select every.* from every join heads using (level, id) where heads.head = heads.id)
select * from unique_texts
qualify count(*) over (partition by level, hash) <= $common
"""

PAIRS = """
with totals as (select level, id, sum(chars) as total from held group by level, id),
shared as (
    select a.level, a.id as a, b.id as b, sum(a.chars) as of_a, sum(b.chars) as of_b
    from held a join held b on a.level = b.level and a.hash = b.hash and a.id < b.id
    group by a.level, a.id, b.id
)
select level, a, b, of_a / ta.total as share_a, of_b / tb.total as share_b, ta.total as total_a, tb.total as total_b
from shared
join totals ta using (level) join totals tb using (level)
where ta.id = a and tb.id = b and least(of_a, of_b) >= $least and greatest(of_a / ta.total, of_b / tb.total) >= $shares
"""


def relate(out: str | Path) -> dict[str, int]:
    """Find the relations of an output and write them to ``OUT/relations``; return their number by level and kind.

    Raises :class:`~cleaners.errors.SetupError` when there is no output.
    """
    names = shards(out)
    with (
        tempfile.TemporaryDirectory(prefix="copydesk-") as scratch,
        duckdb.connect(str(Path(scratch) / "relate.duckdb"), config={"temp_directory": scratch}) as database,
    ):
        signatures = _read(database, out, names)
        database.execute(ENTITIES)
        database.execute(HEADS)
        rows = [*_duplicates(database)]
        near = {level: found.clusters(_unique(database, level), NEAR) for level, found in signatures.items()}
        rows += _near_rows(near)
        rows += _shared(database, near)
    table = pa.Table.from_pylist(rows, schema.RELATIONS)
    path = relations_file(out)
    path.parent.mkdir(exist_ok=True)
    staged = path.with_name(".staged")
    facts = {b"copydesk.schema_version": str(schema.VERSION).encode()}
    output.write_table(staged, "relations", schema.RELATIONS.with_metadata(facts), table)
    staged.replace(path)
    counts: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: (row["level"], row["kind"])):
        name = f"{row['level']} {row['kind']}"
        counts[name] = counts.get(name, 0) + 1
    return counts


def _read(database: duckdb.DuckDBPyConnection, out: str | Path, names: list[str]) -> dict[str, Signatures]:
    """Put every document's hashes into the database; return the signatures by level."""
    signatures = {"document": Signatures(), "record": Signatures()}
    for table, columns in (("texts", LOADED), ("found", FOUND)):
        database.register("batch", columns.empty_table())
        database.execute(f"create table {table} as select * from batch")
    for batch in _batches(out, names):
        texts, found = [], []
        for row in batch:
            if not row["text"].strip():
                continue
            texts.append({**row, "hash": text_hash(row["text"])})
            found += [
                {"document": row["id"], "record": row["record"], "hash": hash, "chars": length}
                for hash, length in paragraphs(row["text"])
            ]
            made = signature(row["text"])
            if made is not None:
                signatures["document"].add(row["id"], made, len(row["text"]))
                signatures["record"].add(row["record"], made, len(row["text"]))
        for table, rows, columns in (("texts", texts, LOADED), ("found", found, FOUND)):
            database.register("batch", pa.Table.from_pylist(rows, columns))
            database.execute(f"insert into {table} select * from batch")
    return signatures


def _batches(out: str | Path, names: list[str]) -> Iterator[list[dict[str, Any]]]:
    for name in names:
        for rows in stored.batches(out, "documents", name, ["id", "record", "part", "text"]):
            for batch in rows.to_batches(2_000):
                yield batch.to_pylist()


def _unique(database: duckdb.DuckDBPyConnection, level: str) -> list[str]:
    """One id for each different text of a level, sorted."""
    found = database.execute("select id from heads where level = ? and id = head order by id", [level])
    return [id for (id,) in found.fetchall()]


def _duplicates(database: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    for level, id, head in database.execute("select level, id, head from heads where id <> head").fetchall():
        yield _relation(level, "duplicate", head, id, 1.0, head)


def _near_rows(near: dict[str, dict[str, tuple[str, float]]]) -> Iterator[dict[str, Any]]:
    for level, clusters in near.items():
        for id, (head, score) in clusters.items():
            if id != head:
                yield _relation(level, "near_duplicate", head, id, score, head)


def _shared(
    database: duckdb.DuckDBPyConnection, near: dict[str, dict[str, tuple[str, float]]]
) -> Iterator[dict[str, Any]]:
    """Pairs of which one holds the other, or that share paragraphs; near-duplicates have their relation already."""
    database.execute(PARAGRAPHS, {"common": COMMON})
    pairs = database.execute(PAIRS, {"least": LEAST, "shares": SHARES})
    while found := pairs.fetchmany(10_000):
        for level, a, b, share_a, share_b, total_a, total_b in found:
            if a in near[level] and near[level].get(b, ("", 0))[0] == near[level][a][0]:
                continue
            # The larger one stands left; score is the share of the other that is in it.
            a_is_left = (total_a, b) >= (total_b, a)
            left, right, score = (a, b, share_b) if a_is_left else (b, a, share_a)
            yield _relation(level, "contains" if score >= CONTAINS else "shares_paragraphs", left, right, score, None)


def _relation(level: str, kind: str, left: str, right: str, score: float, cluster: str | None) -> dict[str, Any]:
    score = float(np.round(score, 4))
    return {"level": level, "kind": kind, "left": left, "right": right, "score": score, "cluster": cluster}
