"""The tables: explicit schemas, every column described. ``docs/tables.md`` is generated from here.

A change of a schema raises :data:`VERSION`; new columns are nullable, so that older files stay readable.
"""

from __future__ import annotations

from typing import Final

import pyarrow as pa

VERSION: Final = 1
"""Schema version, in the footer of every file."""

STRING, INT, FLOAT, BOOL, BINARY = pa.string(), pa.int32(), pa.float64(), pa.bool_(), pa.binary()


def _struct(**fields: pa.DataType) -> pa.DataType:
    return pa.struct(list(fields.items()))


def _list(item: pa.DataType) -> pa.DataType:
    return pa.list_(item)


EDITS = _list(_struct(start=INT, before=STRING, after=STRING, fix=STRING))
ENCODING = _struct(
    name=STRING, source=STRING, bom=BOOL, candidates=_list(_struct(name=STRING, source=STRING, badness=INT))
)
DATE = _struct(date=STRING, precision=STRING, source=STRING, confidence=FLOAT, raw=STRING)
DATES = _list(_struct(date=STRING, precision=STRING, source=STRING, confidence=FLOAT, raw=STRING, role=STRING))
DATELINE = _struct(raw=STRING, place=STRING, region=STRING, country=STRING, agency=STRING, date=STRING)
EMBEDS = _list(_struct(platform=STRING, author=STRING, handle=STRING, date=STRING, text=STRING, url=STRING))
CREDITS = _list(_struct(raw=STRING, photographer=STRING, agency=STRING))
PAIRS = pa.map_(STRING, STRING)
QUALITY = _struct(
    characters=FLOAT,
    words=FLOAT,
    lines=FLOAT,
    mean_word_length=FLOAT,
    mean_line_length=FLOAT,
    lines_ending_sentence=FLOAT,
    duplicate_lines=FLOAT,
    ellipsis_lines=FLOAT,
    replacement_characters=FLOAT,
    removed_share=FLOAT,
)


def _table(*columns: tuple[str, pa.DataType, str]) -> pa.Schema:
    return pa.schema([pa.field(name, kind, metadata={"description": text}) for name, kind, text in columns])


RECORDS = _table(
    ("id", STRING, "Record id: first 20 hex digits of the SHA-256 of source name, path and key."),
    ("source", STRING, "Name of the source in the config."),
    ("path", STRING, "File the record was read from, relative to the source's root."),
    (
        "key",
        STRING,
        "The record's own id in its file, else its position there; for a file that is one record, its path.",
    ),
    (
        "ordinal",
        pa.int64(),
        "Position in the file, counted from 1 (line of JSONL, row of CSV or Parquet, record of WARC).",
    ),
    ("kind", STRING, "What came: text or html."),
    (
        "form",
        STRING,
        "How it came: bytes (a file, a page of WARC) or text (a value of JSONL, CSV or Parquet, a text of WET).",
    ),
    ("bytes", pa.int64(), "Size of the content in bytes (of a text value: as UTF-8)."),
    ("sha256", STRING, "SHA-256 of the content's bytes (of a text value: as UTF-8)."),
    ("state", STRING, "Hash of what the source gave for this record; when it changes, the record is cleaned again."),
    ("url", STRING, "Address, as given."),
    ("site", STRING, "Site, as given or set for the source."),
    ("title", STRING, "Title, as given."),
    ("date", STRING, "Date, as given."),
    ("crawl_date", STRING, "Date of the crawl, as given."),
    (
        "extra",
        STRING,
        "The other fields that came along, as a JSON object (of WARC the headers, and where in the file the record "
        "begins: warc_offset); null when there were none.",
    ),
    ("encoding", ENCODING, "Encoding the bytes were read with, who said so, and what else was considered."),
    ("line_end", STRING, "Line end of the input where it is uniform; mixed ones stay in the text."),
    ("raw", BINARY, "The input's bytes, only where the text does not encode back to them."),
    ("extractor", STRING, "What extracted the text of a page; null for plain text."),
    ("length", INT, "Length of the repaired text in code points."),
    ("repairs", EDITS, "Repairs, counted in the decoded text: at start, before became after; fix names the repair."),
    ("outcome", STRING, "cleaned or rejected."),
    ("documents", INT, "Number of documents found in the record."),
    ("flags", _list(STRING), "Remarks on the record, such as duplicate-key."),
)

DOCUMENTS = _table(
    ("id", STRING, "Document id."),
    ("record", STRING, "Id of the record it was found in."),
    ("part", INT, "Place among the record's documents, counted from 0."),
    (
        "segments",
        _list(_struct(start=INT, end=INT)),
        "Regions of the repaired text that belong to it, residue included.",
    ),
    ("url", STRING, "Address of the record or of the page."),
    ("site", STRING, "Site of the record or of the page."),
    ("title", STRING, "Title, from the text, the page or the record."),
    ("text", STRING, "The clean article."),
    (
        "published",
        DATE,
        "Date of publication (ISO 8601 to its precision), where it was read and how sure it is; null when unsure.",
    ),
    ("date_candidates", DATES, "Every date that was considered, with its role (published or modified)."),
    ("dateline", DATELINE, "Dateline as printed, and what it says; region and country are resolved."),
    ("authors", _list(STRING), "Names of the authors."),
    ("byline", STRING, "Author line as printed."),
    ("language", STRING, "Language (ISO 639-1, else 639-3); null when the text is too short to tell."),
    ("language_score", FLOAT, "Score of the language model, 0 to 1."),
    ("embeds", EMBEDS, "Posts that were embedded."),
    ("credits", CREDITS, "Credits of photos and videos."),
    ("evidence", PAIRS, "Where each metadata value was read: field name to source."),
    ("quality", QUALITY, "Cheap quality signals; nothing is filtered by them."),
    ("flags", _list(STRING), "Remarks on the document, such as braked."),
    (
        "spaces",
        EDITS,
        "White-space edits, counted in the repaired text; with text and applied removals they give it back.",
    ),
)

REMOVALS = _table(
    ("record", STRING, "Id of the record."),
    ("document", STRING, "Id of the document it was taken from; separators go with the document before them."),
    ("part", INT, "Part of that document."),
    ("start", INT, "Start in the repaired text, in code points."),
    ("end", INT, "End in the repaired text (not included)."),
    ("raw_start", INT, "Start in the decoded input (of a page: the extracted text)."),
    ("raw_end", INT, "End in the decoded input."),
    ("text", STRING, "The residue."),
    ("category", STRING, "Category of residue."),
    ("rule", STRING, "Rule that found it: category/name."),
    ("confidence", FLOAT, "How sure the rule is, 0 to 1."),
    ("applied", BOOL, "True: taken out. False: only marked."),
)

REJECTIONS = _table(
    ("record", STRING, "Id of the record."),
    ("source", STRING, "Name of the source."),
    ("path", STRING, "File, relative to the source's root."),
    ("key", STRING, "The record's own id in its file, else its position there."),
    ("ordinal", pa.int64(), "Position in the file, counted from 1."),
    ("stage", STRING, "Step that gave up: read, decode, extract, limit, …"),
    ("reason", STRING, "Why."),
    ("traceback", STRING, "For an error nobody expected: its traceback; this is a bug."),
    ("form", STRING, "What raw holds: bytes as they were, or text (a text value as UTF-8; lone surrogates pass)."),
    ("bytes", pa.int64(), "Size of the input in bytes."),
    ("raw", BINARY, "The input, unless it is larger than the config's kept_bytes: then it is at path and ordinal."),
)

RELATIONS = _table(
    ("level", STRING, "document or record: what left and right are."),
    ("kind", STRING, "duplicate, near_duplicate, contains or shares_paragraphs."),
    ("left", STRING, "Id; for contains the one that holds the other, for duplicates the head of the cluster."),
    ("right", STRING, "Id of the other."),
    (
        "score",
        FLOAT,
        "duplicate 1; near_duplicate estimated Jaccard similarity; else the share of right that is in left.",
    ),
    ("cluster", STRING, "Id of the cluster's head for duplicates and near-duplicates, else null."),
)

TABLES: Final[dict[str, pa.Schema]] = {
    "documents": DOCUMENTS,
    "records": RECORDS,
    "removals": REMOVALS,
    "rejections": REJECTIONS,
}
"""The tables of a shard."""

ROW: Final = {
    "documents": "document",
    "records": "record, cleaned or rejected",
    "removals": "finding, applied or only marked",
    "rejections": "rejected record",
    "relations": "pair of documents or records",
}
"""What one row of each table is."""

SORT: Final[dict[str, list[str]]] = {
    "documents": ["record", "part"],
    "records": ["id"],
    "removals": ["record", "start", "end", "rule"],
    "rejections": ["record"],
    "relations": ["level", "kind", "left", "right"],
}
"""Order of the rows of each file."""

LOW_CARDINALITY: Final = {
    "source",
    "kind",
    "form",
    "site",
    "line_end",
    "extractor",
    "outcome",
    "language",
    "category",
    "rule",
    "stage",
    "level",
}
"""Columns stored with a dictionary."""
