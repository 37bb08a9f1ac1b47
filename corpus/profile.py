"""What the records of an output are like, site by site: the sums that a later run is held to (:mod:`corpus.drift`).

Shards are counted one after the other, so that memory does not grow with the output.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import numpy as np
import pyarrow as pa

from corpus import stored
from corpus.health import SITE

Sums = dict[str, float]
"""Sums over the records or documents of one site.

``records`` and ``documents`` are their numbers; ``rejected``, ``empty``, ``undated`` and ``language X`` count those of
them that are so; ``removed`` and ``rule X`` add up, document by document, the share of its characters that was taken
out, by all rules or by one, and ``squares …`` the squares of these shares.
"""

Profile = dict[str, Sums]
"""Sums by site; a record without a site counts to its source."""

Marks = np.ndarray[Any, np.dtype[np.uint64]]
"""Sorted hashes of records, each of id and state: one that changes in its source becomes another."""

NONE: Marks = np.empty(0, np.uint64)

MEMORY = "500MB"
"""Memory duckdb may take for a shard before it goes to the disk."""

COLUMNS = {
    "records": ["id", "state", "source", "site", "url", "outcome"],
    "documents": ["id", "record", "part", "site", "url", "language", "published", "quality"],
    "removals": ["document", "start", "end", "rule", "applied"],
}

MARKED = """
create or replace temp table marked as
with named as (select record, min_by(site, part) as site, min_by(url, part) as url from documents group by record)
select id as record, md5_number_lower(id || state) as mark, outcome,
    site_of(coalesce(named.site, records.site), coalesce(named.url, records.url), source) as site
from records left join named on named.record = records.id
"""

SUMS = """
with rules as (
    select document, rule, sum("end" - start) as taken from removals where applied group by document, rule
),
totals as (select document, sum(taken) as taken from rules group by document),
texts as (
    select marked.site, seen.known, documents.id, language, published, quality.characters as characters,
        coalesce(totals.taken, 0) as taken, greatest(coalesce(totals.taken, 0) + coalesce(characters, 0), 1) as size
    from documents join marked using (record) join seen using (mark) left join totals on totals.document = documents.id
),
told as (
    select site, known, unnest(['records', 'rejected']) as name, unnest([1.0, (outcome = 'rejected')::int]) as value
    from marked join seen using (mark)
    union all
    select site, known,
        unnest(['documents', 'empty', 'undated', 'language ' || coalesce(language, 'unknown')]),
        unnest([1.0, coalesce(characters = 0, false)::int, (published is null)::int, 1.0])
    from texts
    union all
    select site, known, unnest(['removed', 'squares removed']), unnest([taken / size, (taken / size) ** 2]) from texts
    union all
    select texts.site, texts.known, unnest(['rule ' || rule, 'squares rule ' || rule]),
        unnest([rules.taken / size, (rules.taken / size) ** 2])
    from rules join texts on texts.id = rules.document
)
select site, known, name, sum(value) from told group by site, known, name order by site, name
"""


class Counted(NamedTuple):
    """An output's profile: of the records that were known, and of those that are new.

    ``marks`` are those of the known, ``odd`` of those that were left aside, both as far as they are still there;
    ``arrived`` those of the new, each from the site of the same place in ``places``, a number in ``sites``.
    """

    known: Profile
    new: Profile
    marks: Marks
    odd: Marks
    arrived: Marks
    places: np.ndarray[Any, np.dtype[np.int64]]
    sites: list[str]

    def of(self, sites: Collection[str]) -> Marks:
        """The marks of the new records of some sites."""
        chosen = [number for number, site in enumerate(self.sites) if site in sites]
        return self.arrived[np.isin(self.places, chosen)]


def count(out: str | Path, shards: Iterable[str], known: Marks = NONE, odd: Marks = NONE) -> Counted:
    """Profile the records of these shards.

    ``known`` are the marks of records that an earlier run has seen, ``odd`` of those it has seen and that are counted
    neither as known nor as new.
    """
    profiles: dict[bool, Profile] = {True: {}, False: {}}
    numbers: dict[str, int] = {}
    there, aside, arrived, places = [NONE], [NONE], [NONE], [np.empty(0, np.int64)]
    with tempfile.TemporaryDirectory() as scratch:
        settings: dict[str, Any] = {"temp_directory": scratch, "memory_limit": MEMORY}
        with duckdb.connect(config=settings) as database:
            database.execute(SITE)
            for shard in shards:
                for table, columns in COLUMNS.items():
                    database.register(table, stored.read(out, table, shard, columns))
                database.execute(MARKED)
                found = database.execute("select mark, site from marked").fetchnumpy()
                mark = np.asarray(found["mark"], np.uint64)
                is_known, is_odd = _among(mark, known), _among(mark, odd)
                seen = pa.table({"mark": mark, "known": is_known}).filter(pa.array(~is_odd))
                database.register("seen", seen)
                for site, was_known, name, value in database.execute(SUMS).fetchall():
                    sums = profiles[was_known].setdefault(site, {})
                    sums[name] = round(sums.get(name, 0.0) + value, 6)
                there.append(mark[is_known])
                aside.append(mark[is_odd])
                new = ~is_known & ~is_odd
                arrived.append(mark[new])
                of = [numbers.setdefault(site, len(numbers)) for site in found["site"][new]]
                places.append(np.array(of, np.int64))
    return Counted(
        profiles[True],
        profiles[False],
        np.concatenate(there),
        np.concatenate(aside),
        np.concatenate(arrived),
        np.concatenate(places),
        list(numbers),
    )


def added(one: Profile, other: Profile) -> Profile:
    """The sum of two profiles.

    >>> added({"a": {"records": 1}}, {"a": {"records": 2, "rejected": 1}, "b": {"records": 1}})
    {'a': {'records': 3, 'rejected': 1}, 'b': {'records': 1}}
    """
    total = {site: dict(sums) for site, sums in one.items()}
    for site, sums in other.items():
        into = total.setdefault(site, {})
        for name, value in sums.items():
            into[name] = round(into.get(name, 0) + value, 6)
    return total


def _among(marks: Marks, known: Marks) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which of the marks are among the known ones, which are sorted."""
    if not len(known):
        return np.zeros(len(marks), bool)
    at = np.minimum(np.searchsorted(known, marks), len(known) - 1)
    found: np.ndarray[Any, np.dtype[np.bool_]] = known[at] == marks
    return found
