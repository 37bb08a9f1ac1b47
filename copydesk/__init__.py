"""What a person touches: the command line, and the tables as pandas frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.load import load as load

__all__ = ["load"]


def __getattr__(name: str) -> object:
    """Import :func:`corpus.load.load` (and pandas with it) on first use only: the command line must start at once."""
    if name == "load":
        from corpus.load import load

        return load
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
