"""The fixed list of residue categories, the first half of every rule's id (``embed/tweet``)."""

from __future__ import annotations

from typing import Final

REQUIRED: Final = (
    "video_placeholder",
    "image_credit",
    "caption",
    "embed",
    "related_link",
    "newsletter",
    "share_social",
    "ad",
    "paywall_cookie",
    "comments",
    "copyright",
    "dateline",
    "byline",
    "author_bio",
    "reporting_credit",
    "timestamp",
    "navigation",
    "cta",
    "source_line",
    "pr_boilerplate",
    "markup",
    "duplicate",
    "truncation",
    "widget",
    "other",
)
"""Residue that must go; the default policy is ``remove``."""

OPTIONAL: Final = ("headline", "highlights", "editorial_note", "leadin")
"""Residue that some readers want to keep; the default policy is ``mark``."""

SEPARATOR: Final = "separator"
"""What stands between two documents of one record; it is removed and belongs to neither."""

CATEGORIES: Final = (*REQUIRED, *OPTIONAL, SEPARATOR)
