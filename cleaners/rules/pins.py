"""Packs in the config: a path, with the hash of what was approved behind it (``packs/x.yaml#sha256=…``).

A learned pack takes part only if a person approved it and it has not changed since.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from cleaners.errors import SetupError

MARK = "#sha256="


def parse(configured: str) -> tuple[Path, str | None]:
    """Split an entry of ``cleaning.packs`` into the path and the hash, if there is one.

    >>> parse("packs/other.example-org.2026-01-31.yaml#sha256=9f86")
    (PosixPath('packs/other.example-org.2026-01-31.yaml'), '9f86')
    """
    path, mark, digest = configured.rpartition(MARK)
    return (Path(path), digest) if mark else (Path(configured), None)


def pinned(path: Path) -> str:
    """Return the entry for ``cleaning.packs`` that names the file as it is now."""
    return f"{path}{MARK}{_sha256(path)}"


def check(path: Path, digest: str | None) -> None:
    """Raise :class:`SetupError` if the file is not the one that ``digest`` names; without one anything goes."""
    if digest is not None and digest != _sha256(path):
        raise SetupError(
            "the pack has changed since it was pinned in the config",
            where=str(path),
            remedy="look at it, run 'copydesk templates approve' on it, and pin the line that prints",
        )


def require(path: Path, digest: str | None, *, approved: bool) -> None:
    """Raise :class:`SetupError` unless a learned pack is approved and pinned."""
    remedy = f"read its lines, then run 'copydesk templates approve {path}' and pin the line that prints"
    if not approved:
        raise SetupError("the learned pack is not approved", where=str(path), remedy=remedy)
    if digest is None:
        raise SetupError("the learned pack is not pinned by its hash", where=str(path), remedy=remedy)


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SetupError(f"cannot be read: {error.strerror}", where=str(path), remedy="check cleaning.packs") from error
