"""What the footers of an output's files say. They are read once, and again only when the file is another one."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

MEMBERS = b"copydesk.shards"
"""Where the footer of a bundle (:mod:`corpus.bundles`) names its shards."""


def read(path: Path) -> dict[str, Any]:
    """The facts in a file's footer: ``commit``, ``fingerprint``, ``schema_version``, ``parts`` and ``members``.

    Raises ``OSError`` where there is no file, ``pyarrow.ArrowException`` for a damaged one.
    """
    facts = path.stat()
    return _read(str(path), facts.st_mtime_ns, facts.st_size, facts.st_ino)


def facts_of(metadata: dict[bytes, bytes]) -> dict[str, Any]:
    """The facts in the metadata of a file's schema."""
    return {
        "commit": metadata.get(b"copydesk.commit", b"").decode(),
        "fingerprint": metadata.get(b"copydesk.fingerprint", b"").decode(),
        "schema_version": int(metadata.get(b"copydesk.schema_version", b"0")),
        "parts": _parsed(metadata.get(b"copydesk.parts", b"{}")),
        "members": json.loads(metadata.get(MEMBERS, b"{}")),
    }


@lru_cache(maxsize=1 << 16)
def _read(path: str, mtime_ns: int, size: int, inode: int) -> dict[str, Any]:
    return facts_of(pq.read_schema(path).metadata or {})


@lru_cache(maxsize=256)
def _parsed(parts: bytes) -> Any:
    """The parts of a fingerprint, which is nearly always the same."""
    return json.loads(parts)
