"""What the tests of an output's upkeep share."""

from pathlib import Path

import pyarrow.parquet as pq

from corpus import schema
from corpus.load import load


def rows(out):
    """All rows of all tables, in an order of their own: what an output says, however it lies on disk."""
    tables = load(out)
    return {name: sorted(map(repr, tables.arrow(name).to_pylist())) for name in schema.TABLES}


def direct(out, table):
    """What a reader of the whole folder sees."""
    return sorted(map(repr, pq.read_table(Path(out) / table, schema=schema.TABLES[table]).to_pylist()))


def said(out):
    """Everything that stands anywhere in an output: the bytes of every file, and the values of every table."""
    found = []
    for path in sorted(Path(out).rglob("*")):
        if path.is_file():
            found.append(path.read_bytes())
            if path.suffix == ".parquet":
                found.append(repr(pq.read_table(path).to_pylist()).encode())
        found.append(str(path).encode())
    return b"\n".join(found)
