"""Bundles: one file per table that holds the rows of many shards, each shard's in row groups of its own.

A bundle's footer names its shards, the commit of each, and its row groups. A shard's own file is believed before a
bundle, and an earlier bundle before a later one; so putting a bundle in place, or taking a shard out of it, may be
interrupted at any point (:mod:`corpus.compact`). What a bundle says of a shard is what the shard's own footer said.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from corpus import schema

NAME = re.compile(r"bundle_[0-9a-f]{16}")
"""Names of bundles. A shard's name has a hyphen, so it is never one of them."""

MEMBERS = b"copydesk.shards"
"""Where a footer names the shards: name to commit, first row group, and the one after the last."""


class Bundle(NamedTuple):
    """What the footers of a bundle say. ``groups``: table to shard to its row groups."""

    name: str
    facts: dict[str, Any]
    commits: dict[str, str]
    groups: dict[str, dict[str, tuple[int, int]]]


def facts_of(metadata: dict[bytes, bytes]) -> dict[str, Any]:
    """The facts that stand in the footer of any table's file."""
    return {
        "commit": metadata.get(b"copydesk.commit", b"").decode(),
        "fingerprint": metadata.get(b"copydesk.fingerprint", b"").decode(),
        "schema_version": int(metadata.get(b"copydesk.schema_version", b"0")),
        "parts": json.loads(metadata.get(b"copydesk.parts", b"{}")),
    }


def names(out: str | Path) -> list[str]:
    """Names of all bundles of which there is a file, whole or not, sorted."""
    there = {path.stem for table in schema.TABLES for path in (Path(out) / table).glob("bundle_*.parquet")}
    return sorted(name for name in there if NAME.fullmatch(name))


def whole(out: str | Path) -> list[Bundle]:
    """The bundles of which all files are there, in the order in which they are believed."""
    found = (read(out, name) for name in names(out))
    return [bundle for bundle in found if bundle is not None]


def members(out: str | Path) -> dict[str, Bundle]:
    """The shards that stand in bundles, each with the bundle that is believed."""
    found: dict[str, Bundle] = {}
    for bundle in whole(out):
        for shard in bundle.commits:
            found.setdefault(shard, bundle)
    return found


def read(out: str | Path, name: str) -> Bundle | None:
    """What a bundle's footers say; None unless all of them are there and of one commit."""
    footers = {}
    for table in schema.TABLES:
        try:
            path = Path(out) / table / f"{name}.parquet"
            facts = path.stat()
            footers[table] = _footer(str(path), facts.st_mtime_ns, facts.st_size, facts.st_ino)
        except (OSError, pa.ArrowException):
            return None
    documents = footers["documents"][0]
    if any(facts["commit"] != documents["commit"] for facts, _ in footers.values()):
        return None
    commits = {shard: str(entry[0]) for shard, entry in footers["documents"][1].items()}
    groups = {
        table: {shard: (int(entry[1]), int(entry[2])) for shard, entry in entries.items()}
        for table, (_, entries) in footers.items()
    }
    return Bundle(name, documents, commits, groups)


@lru_cache(maxsize=4096)
def _footer(path: str, mtime_ns: int, size: int, inode: int) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """A file's facts and its shards, remembered as long as the file is the same."""
    metadata = pq.read_schema(path).metadata or {}
    return facts_of(metadata), json.loads(metadata.get(MEMBERS, b"{}"))
