"""The stable shape of a cleaned record as plain dictionaries: one per document, or one for a rejection.

All offsets are code points. ``start`` and ``end`` count in the repaired text; ``raw_start``, ``raw_end`` and
``segments`` in the decoded input with its own line ends (for a page: in the extracted text).
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import Any

from cleaners import edits
from cleaners.edits import OffsetMap
from cleaners.model import Cleaned, Document, Rejection, Removal, Span


class RawOffsets:
    """Carries offsets of the repaired text to the decoded input as it was, ``\\r\\n`` line ends included."""

    def __init__(self, cleaned: Cleaned) -> None:
        self._back = OffsetMap(cleaned.repairs)
        self._breaks: list[int] = []
        if not cleaned.page and cleaned.decoded.line_end == "\r\n":
            self._breaks = [index for index, character in enumerate(cleaned.decoded.text) if character == "\n"]

    def span(self, start: int, end: int) -> Span:
        """Map a span of the repaired text."""
        return self.decoded(self._back.start(start)), self.decoded(self._back.end(end))

    def decoded(self, offset: int) -> int:
        """Map an offset of the decoded text with uniform line ends."""
        return offset + bisect_left(self._breaks, offset)


def as_dicts(cleaned: Cleaned | Rejection) -> list[dict[str, Any]]:
    """Return one dictionary per document, in order; for a rejection one with ``rejected``."""
    if isinstance(cleaned, Rejection):
        rejected = {"stage": cleaned.stage, "reason": cleaned.reason}
        return [{"source_key": cleaned.record.key, "rejected": rejected}]
    offsets = RawOffsets(cleaned)
    last = max(0, cleaned.length - 1)  # what was dropped at the very end belongs to the last document
    places = [min(edit.start, last) for edit in edits.inverse(cleaned.repairs)]
    rows = {part: list(group) for part, group in groupby(cleaned.removals, key=lambda row: row.part)}
    return [
        _document(cleaned, document, rows.get(document.part, []), offsets, places) for document in cleaned.documents
    ]


def _document(
    cleaned: Cleaned, document: Document, rows: list[Removal], offsets: RawOffsets, places: list[int]
) -> dict[str, Any]:
    data = document.metadata
    published = data.published
    return {
        "source_key": cleaned.record.key,
        "doc_id": document.id,
        "part": document.part,
        "segments": [list(offsets.span(*segment)) for segment in document.segments],
        "text": document.text,
        "title": data.title,
        "published": published
        and {
            "date": published.date,
            "precision": published.precision,
            "source": published.source,
            "confidence": published.confidence,
        },
        "dateline": data.dateline and data.dateline._asdict(),
        "authors": list(data.authors),
        "byline": data.byline,
        "embeds": [embed._asdict() for embed in data.embeds],
        "credits": [credit._asdict() for credit in data.credits],
        "language": document.language.code,
        "encoding": cleaned.decoded.encoding.name,
        "removals": [_removal(row, offsets) for row in rows],
        "repairs": [
            {**edit._asdict(), "start": offsets.decoded(edit.start)}
            for start, end in document.segments
            for edit in cleaned.repairs[bisect_left(places, start) : bisect_left(places, end)]
        ],
        "flags": list(document.flags),
    }


def _removal(row: Removal, offsets: RawOffsets) -> dict[str, Any]:
    raw_start, raw_end = offsets.span(row.start, row.end)
    return {
        "start": row.start,
        "end": row.end,
        "raw_start": raw_start,
        "raw_end": raw_end,
        "text": row.text,
        "category": row.category,
        "rule": row.rule,
        "confidence": row.confidence,
        "applied": row.applied,
    }
