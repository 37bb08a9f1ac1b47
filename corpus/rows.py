"""From what cleaning gives to the rows of the tables."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

import orjson

from cleaners import edits
from cleaners.contract import RawOffsets
from cleaners.model import Cleaned, Document, Edit, Record, Rejection
from corpus.fields import printable
from corpus.readers import Entry
from corpus.tiling import rebuild_cleaned

Row = dict[str, Any]
ADDRESS = re.compile("0x[0-9a-f]{6,}")


class Untrue(Exception):
    """The rows would not give the record back: a bug in cleaning, found before it is written."""


def of_cleaned(entry: Entry, cleaned: Cleaned, state: str) -> dict[str, list[Row]]:
    """Return the rows of a cleaned record, table by table.

    Raises :class:`Untrue` when the record could not be restored from them.
    """
    _check(cleaned)
    decoded, encoding = cleaned.decoded, cleaned.decoded.encoding
    record = _record(entry, state, "cleaned") | {
        "encoding": {
            "name": encoding.name,
            "source": encoding.source,
            "bom": encoding.bom,
            "candidates": [candidate._asdict() for candidate in encoding.candidates],
        },
        "line_end": decoded.line_end,
        "raw": decoded.raw,
        "extractor": cleaned.page.extractor if cleaned.page else None,
        "length": cleaned.length,
        "repairs": [edit._asdict() for edit in cleaned.repairs],
        "documents": len(cleaned.documents),
    }
    offsets = RawOffsets(cleaned)
    ids = {document.part: document.id for document in cleaned.documents}
    removals = []
    for row in cleaned.removals:
        raw_start, raw_end = offsets.span(row.start, row.end)
        removals.append(
            {
                "record": entry.record.id,
                "document": ids[row.part],
                "part": row.part,
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
        )
    documents = [_document(cleaned, document) for document in cleaned.documents]
    return {"records": [record], "documents": documents, "removals": removals, "rejections": []}


def of_rejected(entry: Entry, rejection: Rejection, state: str, kept_bytes: int) -> dict[str, list[Row]]:
    """Return the rows of a rejected record; its input is kept up to ``kept_bytes``."""
    content = rejection.record.content
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    rejected = {
        "record": entry.record.id,
        "source": entry.record.source,
        "path": printable(entry.path),
        "key": entry.record.key,
        "ordinal": entry.ordinal,
        "stage": rejection.stage,
        "reason": _steady(rejection.reason),
        "traceback": rejection.traceback and _steady(rejection.traceback),
        "form": "bytes" if isinstance(content, bytes) else "text",
        "bytes": entry.size,
        "raw": raw if len(raw) == entry.size <= kept_bytes else None,
    }
    return {"records": [_record(entry, state, "rejected")], "documents": [], "removals": [], "rejections": [rejected]}


def state_of(entry: Entry) -> str:
    """Hash everything that the source gave for a record."""
    record = entry.record
    known = (record.kind, record.url, record.site, record.title, record.date, record.crawl_date, record.charset)
    rejected = entry.item.reason if isinstance(entry.item, Rejection) else None
    parts = json.dumps([*known, record.key, rejected, _extra(record), entry.sha256])
    digest = hashlib.sha256(parts.encode())
    digest.update(_bytes(record))
    return digest.hexdigest()[:20]


def _check(cleaned: Cleaned) -> None:
    """Hold law 1: nothing is lost."""
    try:
        repaired = rebuild_cleaned(cleaned)
        restored = edits.undo(repaired, cleaned.repairs)
    except ValueError as error:
        raise Untrue(str(error)) from error
    if restored != (cleaned.page.text if cleaned.page else cleaned.decoded.text):
        raise Untrue("the restored text differs from the record's")


def _record(entry: Entry, state: str, outcome: str) -> Row:
    record = entry.record
    content = _bytes(record)
    return {
        "id": record.id,
        "source": record.source,
        "path": printable(entry.path),
        "key": record.key,
        "ordinal": entry.ordinal,
        "kind": record.kind,
        "form": "bytes" if isinstance(record.content, bytes) else "text",
        "bytes": entry.size,
        "sha256": entry.sha256 or hashlib.sha256(content).hexdigest(),
        "state": state,
        "url": record.url,
        "site": record.site,
        "title": record.title,
        "date": record.date,
        "crawl_date": record.crawl_date,
        "extra": _extra(record),
        "encoding": None,
        "line_end": None,
        "raw": None,
        "extractor": None,
        "length": None,
        "repairs": [],
        "outcome": outcome,
        "documents": 0,
        "flags": list(entry.flags),
    }


def _document(cleaned: Cleaned, document: Document) -> Row:
    record, page, data = cleaned.record, cleaned.page, document.metadata
    published = data.published
    return {
        "id": document.id,
        "record": record.id,
        "part": document.part,
        "segments": [{"start": start, "end": end} for start, end in document.segments],
        "url": record.url or (page.url if page else None),
        "site": record.site or (page.site if page else None),
        "title": data.title,
        "text": document.text,
        "published": published and {name: getattr(published, name) for name in published._fields if name != "role"},
        "date_candidates": [candidate._asdict() for candidate in data.date_candidates],
        "dateline": data.dateline and data.dateline._asdict(),
        "authors": list(data.authors),
        "byline": data.byline,
        "language": document.language.code,
        "language_score": document.language.score,
        "embeds": [embed._asdict() for embed in data.embeds],
        "credits": [credit._asdict() for credit in data.credits],
        "evidence": sorted(data.evidence.items()),
        "quality": document.quality,
        "flags": list(document.flags),
        "spaces": [_edit(edit) for edit in document.spaces],
    }


def _edit(edit: Edit) -> Row:
    return edit._asdict()


def _bytes(record: Record) -> bytes:
    content = record.content
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")


def _steady(message: str) -> str:
    """A message as it may stand in a table: without addresses of memory, which are others in each process.

    >>> _steady("no clue about <object at 0x7f63b2c1d0a0>")
    'no clue about <object at 0x…>'
    """
    return printable(ADDRESS.sub("0x…", message))


def _extra(record: Record) -> str | None:
    """The other fields as JSON; what JSON has no word for is written as text."""
    if not record.extra:
        return None
    try:
        return orjson.dumps(record.extra, option=orjson.OPT_NON_STR_KEYS).decode()
    except (TypeError, orjson.JSONEncodeError):
        return json.dumps(record.extra, default=_plain)


def _plain(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
