"""What must stay forgotten: ``OUT/_forgotten.json`` names records, documents and sites that no run writes again.

It holds ids, places and hashes, and the names of sites; no text. A fresh output forgets the same if the file is put
into it first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from cleaners.errors import SetupError
from cleaners.model import Record
from corpus import output
from corpus.tiling import rebuild_rows

FILE = "_forgotten.json"
PARTLY = "partly-forgotten"
"""Flag of a record of which a document is forgotten."""

Rows = dict[str, list[dict[str, Any]]]
"""The rows of one record, table by table."""


class Regions(NamedTuple):
    """The parts of a record that were forgotten documents: spans of its repaired text, which has this SHA-256.

    ``state`` is that of the record while nothing of it was forgotten.
    """

    state: str
    sha256: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Forgotten:
    """The tombstones of an output: ids of records, regions of records by id, and sites."""

    records: frozenset[str] = frozenset()
    documents: Mapping[str, Regions] = field(default_factory=dict)
    sites: frozenset[str] = frozenset()

    @cached_property
    def mark(self) -> str:
        """A hash of all of it; empty when nothing is forgotten."""
        said = json.dumps(self.dump(), sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16] if self.records or self.documents or self.sites else ""

    def has(self, record: Record) -> bool:
        """Whether the record is not even to be read: by its id, its site or its address."""
        return record.id in self.records or self.of_site(record.site, record.url)

    def of_site(self, *names: str | None) -> bool:
        """Whether one of these sites or addresses is a forgotten site, or below one.

        >>> Forgotten(sites=frozenset({"harbour.example"})).of_site(None, "https://www.news.harbour.example/1")
        True
        """
        if not self.sites:
            return False
        known = {site_name(name) for name in names if name}
        return any(name in self.sites or any(name.endswith(f".{site}") for site in self.sites) for name in known)

    def state(self, id: str, state: str) -> str:
        """The state of a record in the tables: another one as soon as a part of it is forgotten."""
        regions = self.documents.get(id)
        return hashlib.sha256(f"{state} {regions}".encode()).hexdigest()[:20] if regions else state

    def dump(self) -> dict[str, Any]:
        """As plain values for JSON."""
        return {
            "records": sorted(self.records),
            "documents": {id: list(regions) for id, regions in sorted(self.documents.items())},
            "sites": sorted(self.sites),
        }


NOTHING = Forgotten()


def site_name(text: str) -> str:
    """A site, or the site of an address, as it is compared.

    >>> site_name("https://www.Harbour.example:8080/news"), site_name("The Daily Harbour")
    ('harbour.example', 'the daily harbour')
    """
    try:
        name = urlsplit(text).hostname or "" if "://" in text else text
    except ValueError:  # an address that is none
        name = ""
    return name.strip().casefold().removeprefix("www.").rstrip("./")


def load(out: str | Path) -> Forgotten:
    """Read an output's tombstones; none where there is no file.

    Raises :class:`SetupError` when the file cannot be read: going on would write again what was to be forgotten.
    """
    path = Path(out) / FILE
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        documents = {
            str(id): Regions(str(state), str(sha256), tuple((int(start), int(end)) for start, end in spans))
            for id, (state, sha256, spans) in found["documents"].items()
        }
        return Forgotten(frozenset(found["records"]), documents, frozenset(map(site_name, found["sites"])))
    except FileNotFoundError:
        return NOTHING
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SetupError(
            f"the list of what is forgotten cannot be read: {error}", where=str(path), remedy="restore it from a backup"
        ) from error


def save(out: str | Path, forgotten: Forgotten) -> None:
    """Write an output's tombstones."""
    output.write_json(Path(out) / FILE, forgotten.dump())


def kept(forgotten: Forgotten, rows: Rows) -> Rows | None:
    """Return of a record's rows those that may be written, or None.

    Where a document of it was forgotten and the text is another one now, or is cut otherwise, what overlaps it goes.
    """
    [record] = rows["records"]
    if any(forgotten.of_site(row["site"], row["url"]) for row in rows["documents"]):
        return None
    regions = forgotten.documents.get(record["id"])
    if regions is None:
        return rows
    if record["outcome"] == "rejected" or text_hash(rows) != regions.sha256:
        return None
    return without(rows, {row["id"] for row in rows["documents"] if _overlap(row["segments"], regions.spans)})


def text_hash(rows: Rows) -> str:
    """SHA-256 of a record's repaired text."""
    text = rebuild_rows(rows["records"][0], rows["documents"], rows["removals"])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def without(rows: Rows, drop: set[str]) -> Rows:
    """Return the rows of a record without the documents ``drop`` and without what could tell of them.

    The record keeps its place and its other documents. It cannot be restored any more, and its flag says so.
    """
    [record] = rows["records"]
    title = record["title"]
    documents = [
        {**row, "title": None if row["title"] == title else row["title"]}
        for row in rows["documents"]
        if row["id"] not in drop
    ]
    left = {
        **record,
        **dict.fromkeys(("raw", "title", "extra")),
        "repairs": [],
        "documents": len(documents),
        "flags": sorted({*record["flags"], PARTLY}),
    }
    removals = [row for row in rows["removals"] if row["document"] not in drop]
    return {"records": [left], "documents": documents, "removals": removals, "rejections": rows["rejections"]}


def _overlap(segments: Iterable[Mapping[str, int]], spans: Iterable[tuple[int, int]]) -> bool:
    spans = list(spans)
    return any(one["start"] < end and start < one["end"] for one in segments for start, end in spans)
