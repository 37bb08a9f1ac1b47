"""The tables of an output as pandas frames."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from cleaners.errors import SetupError
from corpus import output, schema, stored


class Tables:
    """An output's tables, each read when it is first asked for, as of the last finished run."""

    def __init__(self, out: str | Path) -> None:
        self._out = out
        self._shards = shards(out)

    @cached_property
    def documents(self) -> pd.DataFrame:
        """One row per document."""
        return self._frame("documents")

    @cached_property
    def records(self) -> pd.DataFrame:
        """One row per record, cleaned or rejected."""
        return self._frame("records")

    @cached_property
    def removals(self) -> pd.DataFrame:
        """One row per finding, applied or only marked."""
        return self._frame("removals")

    @cached_property
    def rejections(self) -> pd.DataFrame:
        """One row per rejected record."""
        return self._frame("rejections")

    @cached_property
    def relations(self) -> pd.DataFrame:
        """One row per pair; empty before relations were looked for."""
        path = relations_file(self._out)
        return _pandas(pq.read_table(path) if path.exists() else schema.RELATIONS.empty_table())

    def arrow(self, table: str, columns: list[str] | None = None) -> pa.Table:
        """A table as Arrow, with the given columns or all."""
        return read(self._out, table, self._shards, columns)

    def _frame(self, table: str) -> pd.DataFrame:
        return _pandas(self.arrow(table))


def _pandas(table: pa.Table) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas()
    return frame


def load(out: str | Path) -> Tables:
    """Open an output's tables.

    Raises :class:`SetupError` when there is no output.
    """
    return Tables(out)


def relations_file(out: str | Path) -> Path:
    """Where the relations lie."""
    return Path(out) / "relations" / "relations.parquet"


def shards(out: str | Path) -> list[str]:
    """Names of the shards of the last finished run; without a run's facts, all that stand.

    Raises :class:`SetupError` when there is none.
    """
    there = output.committed(out)
    if not there:
        raise SetupError("holds no tables", where=str(out), remedy="run copydesk run first, or name its output folder")
    names = set(last_run(out).get("files", ()))
    there = [name for name in there if name in names] or there
    return [name for name in there if output.footer(out, name)]


def last_run(out: str | Path) -> dict[str, Any]:
    """The facts of the last run that left something standing; empty where there are none."""
    for path in sorted((Path(out) / output.RUNS).glob("*.json"), reverse=True):
        try:
            facts = json.loads(path.read_text())
        except (OSError, ValueError):
            continue
        if facts.get("files"):
            return dict(facts)
    return {}


def read(out: str | Path, table: str, names: list[str], columns: list[str] | None = None) -> pa.Table:
    """Read a table of the named shards; columns that an older file lacks are null.

    Raises :class:`SetupError` for tables of a newer Copydesk.
    """
    return pa.concat_tables([stored.empty(table, columns), *(stored.read(out, table, name, columns) for name in names)])
