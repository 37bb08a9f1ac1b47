"""Bundles: one file per table that holds the rows of many shards, each shard's in row groups of its own.

A bundle's footer names its shards, the commit of each, and its row groups. A shard's own file is believed before a
bundle, and an earlier bundle before a later one; so putting a bundle in place, or taking a shard out of it, may be
interrupted at any point (:mod:`corpus.compact`). What a bundle says of a shard is what the shard's own footer said.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from corpus import footers, schema

NAME = re.compile(r"bundle_[0-9a-f]{16}")
"""Names of bundles. A shard's name has a hyphen, so it is never one of them."""


class Bundle(NamedTuple):
    """What the footers of a bundle say. ``groups``: table to shard to its row groups."""

    name: str
    facts: dict[str, Any]
    commits: dict[str, str]
    groups: dict[str, dict[str, tuple[int, int]]]


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
    said = {}
    for table in schema.TABLES:
        try:
            said[table] = footers.read(Path(out) / table / f"{name}.parquet")
        except (OSError, pa.ArrowException):
            return None
    documents = said["documents"]
    if any(facts["commit"] != documents["commit"] for facts in said.values()):
        return None
    commits = {shard: str(entry[0]) for shard, entry in documents["members"].items()}
    groups = {
        table: {shard: (int(entry[1]), int(entry[2])) for shard, entry in facts["members"].items()}
        for table, facts in said.items()
    }
    return Bundle(name, documents, commits, groups)
