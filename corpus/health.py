"""Rule health: how often each rule fired in an output, where, on what; and which rules ought to be questioned."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

from cleaners.model import Edit
from corpus import stored
from corpus.load import shards
from corpus.tiling import Tile, rebuild

MEMORY = "1GB"
"""Memory duckdb may take before it goes to the disk."""
CONTEXT = 60
"""Characters shown on each side of a sample."""
SEEN = 5
"""Documents a rule must fire in before anything but its silence is held against it."""
SITES = 5
"""Sites an output must hold before a rule that fires on one of them only is questioned."""
OFTEN = 0.4
"""Share of all documents from which a rule fires suspiciously often."""
LONG = 1_000
"""Median length, in characters, from which a rule takes suspiciously much."""


@dataclass(frozen=True)
class Sample:
    """A removal in its place in the repaired text."""

    record: str
    site: str
    before: str
    text: str
    after: str
    applied: bool


@dataclass(frozen=True)
class RuleHealth:
    """What one rule did.

    ``removed`` and ``marked`` count its findings, ``length`` is their median in characters, ``site`` the site it fired
    on most and ``share`` that site's share of its findings. ``questions`` are the reasons to look at it.
    """

    rule: str
    removed: int = 0
    marked: int = 0
    documents: int = 0
    sites: int = 0
    length: int = 0
    confidence: float = 0.0
    site: str | None = None
    share: float = 0.0
    questions: tuple[str, ...] = ()
    samples: tuple[Sample, ...] = ()


@dataclass(frozen=True)
class Health:
    """All rules of an output, those that fired first, by how often."""

    documents: int
    sites: int
    rules: tuple[RuleHealth, ...]


SITE = """create macro site_of(site, url, source) as
    coalesce(site, nullif(regexp_extract(url, '^https?://(?:www\\.)?([^/:?#]+)', 1), ''), source, '')"""

FIRED = """
create table fired as
select m.rule, m.record, m.document, m.start, length(m.text) as size, m.confidence, m.applied,
    site_of(d.site, d.url, r.source) as site
from read_parquet($removals) m
left join (select id, site, url from read_parquet($documents)) d on d.id = m.document
left join (select id, source from read_parquet($records)) r on r.id = m.record
"""

TOTALS = """
select count(*), count(distinct site_of(d.site, d.url, r.source))
from read_parquet($documents) d left join (select id, source from read_parquet($records)) r on r.id = d.record
"""

COUNTS = """
with by_site as (select rule, site, count(*) as hits from fired group by rule, site),
top_site as (select rule, arg_max(site, (hits, site)) as site, max(hits) as hits from by_site group by rule)
select fired.rule, count(*) filter (applied), count(*) filter (not applied), count(distinct document),
    count(distinct fired.site), median(size)::bigint, avg(confidence), any_value(top_site.site),
    any_value(top_site.hits) / count(*)
from fired join top_site using (rule)
group by fired.rule
order by count(*) desc, fired.rule
"""

# Chosen by hash, so that the same output shows the same samples; one site after the other.
CHOSEN = """
create table chosen as
with ranked as (
    select *, row_number() over (partition by rule, site order by md5(record || start)) as turn from fired
)
select rule, record, start, size, site, applied,
    row_number() over (partition by rule order by turn, md5(record || start)) as place
from ranked
qualify place <= $samples
"""


def health(out: str | Path, known: Collection[str], *, samples: int = 3, prefix: str = "") -> Health:
    """Look at what every rule did in an output.

    ``known`` are the ids of the rules in use; ``prefix`` limits the report to rules whose id starts like this. Raises
    :class:`~cleaners.errors.SetupError` when there is no output.
    """
    names = shards(out)
    files = {table: stored.files(out, table, names) for table in ("documents", "records", "removals")}
    with tempfile.TemporaryDirectory() as scratch:
        settings: dict[str, Any] = {"temp_directory": scratch, "memory_limit": MEMORY}
        with duckdb.connect(str(Path(scratch) / "health.duckdb"), config=settings) as database:
            database.execute(SITE)
            database.execute(FIRED, files)
            documents, sites = database.execute(
                TOTALS, {name: files[name] for name in ("documents", "records")}
            ).fetchall()[0]
            counted = [
                RuleHealth(row[0], row[1], row[2], row[3], row[4], row[5], round(row[6], 3), row[7], round(row[8], 3))
                for row in database.execute(COUNTS).fetchall()
            ]
            database.execute(CHOSEN, {"samples": samples})
            shown = _samples(database, files)
    silent = [RuleHealth(name) for name in sorted(set(known) - {rule.rule for rule in counted})]
    rules = [rule for rule in (*counted, *silent) if rule.rule.startswith(prefix)]
    return Health(
        documents,
        sites,
        tuple(
            replace(
                rule,
                questions=questions(rule, known, documents, sites),
                samples=tuple(shown.get(rule.rule, ())),
            )
            for rule in rules
        ),
    )


def questions(rule: RuleHealth, known: Collection[str], documents: int, sites: int) -> tuple[str, ...]:
    """Return the reasons to look at a rule, given how many documents and sites the output has.

    >>> questions(RuleHealth("ad/label"), {"ad/label"}, 900, 30)
    ('never fired',)
    >>> questions(RuleHealth("ad/label", removed=80, documents=80, sites=1, site="a.example"), {"ad/label"}, 900, 30)
    ('fired on a.example only: a template of that site?',)
    """
    if not rule.documents:
        return ("never fired",)
    asked = []
    if rule.rule not in known and not rule.rule.startswith("separator/"):
        asked.append("not among the rules in use")
    if rule.documents >= SEEN:
        if rule.sites == 1 and sites >= SITES:
            asked.append(f"fired on {rule.site} only: a template of that site?")
        if rule.documents > OFTEN * documents and documents > SEEN:
            asked.append(f"fired in {rule.documents / documents:.0%} of the documents")
        if rule.length >= LONG:
            asked.append(f"takes {rule.length} characters at a time")
    return tuple(asked)


def _samples(database: duckdb.DuckDBPyConnection, files: Mapping[str, Sequence[str]]) -> dict[str, list[Sample]]:
    texts = _texts(database, files)
    found: dict[str, list[Sample]] = {}
    rows = database.execute("select rule, record, start, size, site, applied from chosen order by rule, place")
    for rule, record, start, size, site, applied in rows.fetchall():
        text, end = texts[record], start + size
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        found.setdefault(rule, []).append(Sample(record, site, before, text[start:end], after, applied))
    return found


def _texts(database: duckdb.DuckDBPyConnection, files: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The repaired texts of the records that samples were chosen from."""
    chosen = "(select distinct record from chosen)"
    lengths = database.execute(
        f"select id, length from read_parquet(?) where id in {chosen} order by id", [files["records"]]
    ).fetchall()
    documents = database.execute(
        f"select record, segments, text, spaces from read_parquet(?) where record in {chosen} order by record, part",
        [files["documents"]],
    ).fetchall()
    removals = database.execute(
        f"select record, start, text from read_parquet(?) where applied and record in {chosen}", [files["removals"]]
    ).fetchall()
    tiles: dict[str, list[Tile]] = {}
    for record, segments, text, spaces in documents:
        regions = [(region["start"], region["end"]) for region in segments]
        tiles.setdefault(record, []).append(Tile(regions, text, _edits(spaces)))
    holes: dict[str, list[tuple[int, str]]] = {}
    for record, start, text in removals:
        holes.setdefault(record, []).append((start, text))
    return {record: rebuild(length, tiles.get(record, []), holes.get(record, ())) for record, length in lengths}


def _edits(rows: Iterable[Mapping[str, Any]]) -> list[Edit]:
    return [Edit(**row) for row in rows]
