"""Tables that an older Copydesk wrote, read as if this one had written them.

A change of the schema raises :data:`corpus.schema.VERSION`. New columns, and new fields inside old ones, are null in
older rows and need nothing here. Whatever else changes (a column renamed, a unit changed) gets an entry in
:data:`UPGRADES`, from its version to the next; what can no longer be read raises :data:`OLDEST`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from cleaners.errors import SetupError
from corpus import schema

OLDEST = 1
"""Oldest schema version that can be read."""

UPGRADES: dict[int, Callable[[str, pa.Table], pa.Table]] = {}
"""By version: takes a table's name and its rows of that version, returns them as those of the next version."""


def check(version: int, where: str | Path) -> None:
    """Raise :class:`SetupError` unless tables of this version can be read."""
    if version > schema.VERSION:
        raise SetupError(
            f"was written by a newer Copydesk: schema version {version}, and this one reads up to {schema.VERSION}",
            where=str(where),
            remedy="update Copydesk, or clean the sources into another output",
        )
    if version < OLDEST:
        raise SetupError(
            f"has schema version {version}, and this Copydesk reads from {OLDEST} on",
            where=str(where),
            remedy="copydesk run cleans its sources again, in the present form",
        )


def upgrade(table: str, rows: pa.Table, version: int, columns: pa.Schema) -> pa.Table:
    """Return the rows of a table of ``version`` with the present ``columns``; what they lacked is null."""
    for number in range(version, schema.VERSION):
        if number in UPGRADES:
            rows = UPGRADES[number](table, rows)
    there = set(rows.column_names)
    arrays = [
        rows[field.name].cast(field.type) if field.name in there else pa.nulls(rows.num_rows, field.type)
        for field in columns
    ]
    return pa.table(arrays, schema=columns.remove_metadata())
