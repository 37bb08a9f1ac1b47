"""Count the lines of an output, site by site, in a duckdb database on disk: memory does not grow with the output.

A line counts once in a document, by its normal form: white space folded, lower case, digits masked. A document speaks
for a line only if it has prose of its own besides (paragraphs that hardly any other document of the site has), so that
copies of one story say nothing about each other's lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from corpus import stored
from corpus.load import shards

MEMORY = "1GB"
"""Memory duckdb may take before it goes to the disk."""
OWN = 200
"""Bytes of own prose from which a document counts."""
SAMPLED = 40
"""Documents looked at closely for each line."""

MACROS = (
    r"create macro stripped(line) as regexp_replace(line, '^[\s\p{Z}]+|[\s\p{Z}]+$', '', 'g')",
    r"""create macro masked(line) as
        regexp_replace(regexp_replace(lower(line), '[\s\p{Z}]+', ' ', 'g'), '[0-9]+', '0', 'g')""",
    r"""create macro is_prose(line) as strlen(line) >= 160
        or strlen(line) >= 80 and regexp_matches(line, '[.!?…。！？۔।][\pP\pS]*$')""",
    "create macro number(id) as ('0x' || left(id, 15))::bigint",
    """create macro split(text) as
        list_filter(list_transform(string_split(text, chr(10)), lambda x: stripped(x)), lambda x: x <> '')""",
)

# Copies of one text count as one document.
DOCS = """
create table docs as
select min(number(d.id)) as doc, coalesce(d.site, r.source) as site, min(left(d.published.date, 10)) as date,
    min(case when len(d.authors) > 0 then d.authors[1] end) as author
from read_parquet($documents) d left join read_parquet($records) r on r.id = d.record
where coalesce(d.site, r.source) is not null and ($sites is null or list_contains($sites, coalesce(d.site, r.source)))
group by coalesce(d.site, r.source), hash(d.text)
"""

LINES = """
create table lines as
select doc, pos, hash(site, masked(line)) as key, strlen(line) as size, is_prose(line) as prose
from (
    select doc, site, generate_subscripts(stripped_lines, 1) as pos, unnest(stripped_lines) as line
    from (
        select docs.doc, docs.site, split(d.text) as stripped_lines
        from read_parquet($documents) d join docs on number(d.id) = docs.doc
    )
)
"""

REPEATED = """
create table repeated as
select key from lines semi join (select key from lines group by key having count(*) >= $least) often using (key)
group by key having count(distinct doc) >= $least
"""

BODIES = f"""
create table bodies as
select doc, min(pos) as first, max(pos) as last
from lines anti join repeated using (key) where prose
group by doc having sum(size) >= {OWN}
"""

HITS = """
create table hits as
select doc, key, pos from lines semi join repeated using (key) semi join bodies using (doc)
"""

STANDING = """
create table standing as
select doc, key, count(*) as times,
    case when max(pos) < any_value(first) then 'before' when min(pos) > any_value(last) then 'after' else 'inside' end
        as place
from hits join bodies using (doc) group by doc, key
"""

NEIGHBOURS = """
create table neighbours as
with pairs as (
    select a.key as above, b.key as below, count(distinct a.doc) as documents
    from hits a join hits b on b.doc = a.doc and b.pos = a.pos + 1 and b.key <> a.key
    group by above, below
)
select key, max(documents) as documents
from (select above as key, documents from pairs union all select below, documents from pairs) group by key
"""

# Lines that rules found and the policy leaves in the text are meant to stand; what repeats is no headline, though.
MARKED = """
create table marked as
select distinct hash(docs.site, masked(stripped(r.text))) as key
from read_parquet($removals) r join docs on number(r.document) = docs.doc
where not r.applied and r.category <> 'headline'
"""

EVIDENCE = """
create table evidence as
with sites as (
    select site, count(*) as site_documents, count(distinct author) as site_authors,
        min(date) as site_first, max(date) as site_last
    from docs semi join bodies using (doc) group by site
)
select site, key, any_value(site_documents) as site_documents, any_value(site_authors) as site_authors,
    any_value(site_first) as site_first, any_value(site_last) as site_last,
    count(*) as documents, sum(times) as times,
    count(*) filter (where place = 'before') as before, count(*) filter (where place = 'inside') as inside,
    count(*) filter (where place = 'after') as after,
    coalesce(any_value(neighbours.documents), 0) as neighbour,
    count(author) as signed, count(distinct author) as authors, min(date) as first, max(date) as last,
    bool_or(marked.key is not null) as marked
from standing join docs using (doc) join sites using (site)
    left join neighbours using (key) left join marked using (key)
group by site, key having count(*) >= $least and count(*) >= $share * any_value(site_documents)
"""

EXCERPTS = f"""
create table excerpts as
with chosen as (
    select doc, key from standing semi join evidence using (key)
    qualify row_number() over (partition by key order by doc) <= {SAMPLED}
),
plain as (
    select doc from docs semi join bodies using (doc) semi join evidence using (site)
    qualify row_number() over (partition by site order by doc) <= {SAMPLED}
),
looked_at as (select doc from chosen union select doc from plain),
texts as (
    select number(d.id) as doc, d.id, split(d.text) as stripped_lines
    from read_parquet($documents) d semi join looked_at on looked_at.doc = number(d.id)
),
split_lines as (
    select doc, id, generate_subscripts(stripped_lines, 1) as pos, unnest(stripped_lines) as line from texts
),
known as (
    select docs.site, split_lines.*, hash(docs.site, masked(line)) as key from split_lines join docs using (doc)
)
select site, doc, id, pos, key, line, repeated.key is null as own, chosen.key is not null as chosen,
    plain.doc is not null as plain
from known left join repeated using (key) left join chosen using (doc, key) left join plain using (doc)
"""


class Excerpt(NamedTuple):
    """A line of a document that is looked at closely.

    ``own``: hardly another document has it. ``chosen``: the document is a sample for this line. ``plain``: the document
    is a sample of its site.
    """

    document: str
    key: int
    line: str
    own: bool
    chosen: bool
    plain: bool


class Site(NamedTuple):
    """A site with lines to judge.

    ``documents`` are those with prose of their own, ``first`` and ``last`` their dates. ``rows`` are the counts of each
    line (columns of the table ``evidence``), ``excerpts`` the lines of the documents looked at closely, in order.
    """

    name: str
    documents: int
    authors: int
    first: str | None
    last: str | None
    rows: list[dict[str, Any]]
    excerpts: list[Excerpt]


def count(out: str | Path, scratch: str, sites: Sequence[str], least: int, share: float) -> Iterator[Site]:
    """Yield the sites, by name, that have lines in at least ``least`` documents and ``share`` of all.

    ``scratch`` is a folder for the database; ``sites`` bounds the work to those named, if any. Raises
    :class:`~cleaners.errors.SetupError` when there is no output.
    """
    names = shards(out)
    files = {table: stored.files(out, table, names) for table in ("documents", "records", "removals")}
    settings: dict[str, Any] = {"temp_directory": scratch, "memory_limit": MEMORY, "preserve_insertion_order": "false"}
    with duckdb.connect(str(Path(scratch) / "templates.duckdb"), config=settings) as database:
        for macro in MACROS:
            database.execute(macro)
        documents = {"documents": files["documents"]}
        database.execute(DOCS, {**documents, "records": files["records"], "sites": list(sites) or None})
        database.execute(LINES, documents)
        database.execute(REPEATED, {"least": least})
        for statement in (BODIES, HITS, STANDING, NEIGHBOURS):
            database.execute(statement)
        database.execute(MARKED, {"removals": files["removals"]})
        database.execute(EVIDENCE, {"least": least, "share": share})
        database.execute(EXCERPTS, documents)
        for (name,) in database.execute("select distinct site from evidence order by site").fetchall():
            yield _site(database, name)


def _site(database: duckdb.DuckDBPyConnection, name: str) -> Site:
    found = database.execute("select * from evidence where site = ? order by key", [name])
    columns = [column[0] for column in found.description]
    rows = [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
    excerpts = database.execute(
        "select id, key, line, own, chosen, plain from excerpts where site = ? order by doc, pos", [name]
    ).fetchall()
    facts = rows[0]
    return Site(
        name,
        facts["site_documents"],
        facts["site_authors"],
        facts["site_first"],
        facts["site_last"],
        rows,
        [Excerpt(*row) for row in excerpts],
    )
