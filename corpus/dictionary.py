"""Writes ``docs/tables.md``, the data dictionary, from the schemas: ``python -m corpus.dictionary``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa

from corpus import schema

PAGE = Path(__file__).parent.parent / "docs" / "tables.md"


def page() -> str:
    """Return the data dictionary as Markdown."""
    tables = {**schema.TABLES, "relations": schema.RELATIONS}
    parts = [
        "# Tables",
        "",
        "Made from `corpus/schema.py` by `python -m corpus.dictionary`; do not edit.",
        "",
        f"Schema version {schema.VERSION}. Offsets are code points, the start included and the end not.",
        "Files: `OUT/<table>/<shard>.parquet`; after `copydesk compact` also `OUT/<table>/bundle_<hash>.parquet`,",
        "which hold the rows of many shards, each in row groups of its own. Every file's footer holds the schema",
        "version, the fingerprint of what cleaned it, and the name of the commit it belongs to.",
    ]
    for name, columns in tables.items():
        parts += [
            "",
            f"## {name}",
            "",
            f"One row per {schema.ROW[name]}, sorted by {', '.join(schema.SORT[name])}.",
            "",
        ]
        parts += ["| column | type | holds |", "|---|---|---|"]
        for field in columns:
            parts.append(
                f"| `{field.name}` | {_type(field.type)} | {(field.metadata or {})[b'description'].decode()} |"
            )
    return "\n".join(parts) + "\n"


def _type(kind: Any) -> str:
    """A type, readable.

    >>> _type(schema.CREDITS)
    'list of {raw string, photographer string, agency string}'
    """
    if pa.types.is_map(kind):
        return f"map of {_type(kind.key_type)} to {_type(kind.item_type)}"
    if pa.types.is_list(kind):
        return f"list of {_type(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "{" + ", ".join(f"{field.name} {_type(field.type)}" for field in kind) + "}"
    return str(kind)


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
