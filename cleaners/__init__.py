"""Cleaning one record at a time: pure functions over text, no files but the rule packs, no network, no clock.

>>> from cleaners import clean
>>> clean("Share\\n\\nIt rained all day in the hills above the town.")[0]["text"]
'It rained all day in the hills above the town.'
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaners.model import Kind
    from cleaners.pipeline import Cleaner

__all__ = ["clean"]


def clean(
    content: str | bytes, *, kind: Kind = "text", key: str = "text", url: str | None = None, date: str | None = None
) -> list[dict[str, Any]]:
    """Clean one text or page with the default settings; return one dictionary per document.

    :mod:`cleaners.contract` describes its keys.

    ``bytes`` are decoded with evidence first; ``kind="html"`` extracts the article from a page. A content that cannot
    be cleaned gives one dictionary with ``rejected``. Raises ``TypeError`` for anything but a text or bytes.
    """
    if not isinstance(content, str | bytes):
        raise TypeError(f"content is {type(content).__name__}; give a str, or bytes to have them decoded")
    from cleaners.contract import as_dicts
    from cleaners.model import Record

    return as_dicts(_default_cleaner().clean(Record(key, "", key, content, kind, url=url, date=date)))


@lru_cache(maxsize=1)
def _default_cleaner() -> Cleaner:
    from cleaners.pipeline import Cleaner

    return Cleaner()
