"""From a JSONL or Parquet row to a record: which field is the text, the title, the date.

Names that the config gives count as they are; the others are found by the usual ones of news data sets.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from cleaners.errors import RecordError
from cleaners.model import Record
from corpus.config import Fields, Source

USUAL = {
    "id": "id _id doc_id docid document_id article_id record_id uid uuid guid",
    "text": "text content plain_text plaintext maintext main_text article_text article_body articlebody article body "
    "story full_text fulltext raw_text news_text",
    "html": "html html_b64 raw_html html_content content_html page_html",
    "url": "url link source_url article_url web_url page_url original_url canonical_url responded_url requested_url "
    "permalink target_uri",
    "title": "title headline article_title page_title",
    "date": "published_date publish_date date_published date_publish publication_date published published_at "
    "publishedat datepublished pub_date pubdate date datetime",
    "site": "site outlet domain sitename site_name source_domain publisher publication newspaper hostname",
    "crawl_date": "crawl_date crawldate date_crawled crawled_at date_download download_date fetched_at fetch_date "
    "scraped_at date_fetched warc_date",
}
"""Usual names of each field, the most telling first; compared without case, with ``-`` and space as ``_``."""

BASE64 = "html_b64"
SURROGATES = re.compile("[\ud800-\udfff]")


class Plan(NamedTuple):
    """For one set of keys: the candidates for each field, best first."""

    id: tuple[str, ...]
    text: tuple[str, ...]
    html: tuple[str, ...]
    url: tuple[str, ...]
    title: tuple[str, ...]
    date: tuple[str, ...]
    site: tuple[str, ...]
    crawl_date: tuple[str, ...]


@lru_cache(maxsize=1024)
def plan(keys: tuple[str, ...], given: Fields) -> Plan:
    """Decide which keys may hold which field.

    >>> plan(("Headline", "body", "date"), Fields()).title
    ('Headline',)
    """
    folded = {key.lower().replace("-", "_").replace(" ", "_"): key for key in reversed(keys)}
    named = {value for value in given.model_dump().values() if value}
    found: dict[str, tuple[str, ...]] = {}
    for field, usual in USUAL.items():
        chosen = getattr(given, field)
        if chosen:
            found[field] = (chosen,) if chosen in keys else ()
        else:
            found[field] = tuple(folded[name] for name in usual.split() if name in folded and folded[name] not in named)
    if given.text and not given.html:
        found["html"] = ()
    if given.html and not given.text:
        found["text"] = ()
    return Plan(**found)


def record_id(source: str, path: str, key: str) -> str:
    """Return a record's id: 20 hex digits that depend on source name, relative path and key only.

    >>> record_id("sample", "a.txt", "a.txt")
    'a2603f94d935979f9dbd'
    """
    parts = "\0".join((source, path, key)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(parts).hexdigest()[:20]


def key_hash(key: str) -> str:
    """A short hash of a key: 16 hex digits."""
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def printable(text: str) -> str:
    """The text with lone surrogates replaced by U+FFFD, so that it can be written as UTF-8."""
    return text if text.isascii() else SURROGATES.sub("\ufffd", text)


def to_record(row: Mapping[str, object], source: Source, *, id: str, key: str) -> Record:
    """Make a record of a row; ``key`` is used if the row has no id of its own (:func:`row_key`).

    Raises :class:`RecordError` when there is no text and no page in it.
    """
    keys = plan(tuple(row), source.fields)
    content, kind, field = _content(row, keys)
    used = {field}
    known: dict[str, str | None] = {}
    for name in ("url", "title", "date", "site", "crawl_date"):
        known[name] = None
        for candidate in getattr(keys, name):
            value = _scalar(row[candidate])
            if value:
                known[name] = printable(value)
                if known[name] == value:  # else the original is kept among the extra fields
                    used.add(candidate)
                break
    if (own := _own(row, keys)) and printable(own[1]) == own[1]:
        used.add(own[0])
    return Record(
        id=id,
        source=source.name,
        key=key,
        content=content,
        kind="html" if kind == "html" else "text",
        url=known["url"],
        site=known["site"] or source.site,
        title=known["title"],
        date=known["date"],
        crawl_date=known["crawl_date"],
        extra={name: value for name, value in row.items() if name not in used},
    )


def row_key(row: Mapping[str, object], source: Source) -> str | None:
    """The row's own id, or None."""
    own = _own(row, plan(tuple(row), source.fields))
    return own[1] if own else None


def _own(row: Mapping[str, object], keys: Plan) -> tuple[str, str] | None:
    """The field with the row's own id, and the id."""
    for candidate in keys.id:
        if value := _scalar(row[candidate]):
            return candidate, value
    return None


def _content(row: Mapping[str, object], keys: Plan) -> tuple[str | bytes, str, str]:
    """The text or page, its kind, and the field it stands in."""
    for kind, candidates in (("text", keys.text), ("html", keys.html)):
        for name in candidates:
            value = row[name]
            if isinstance(value, str) and name.lower() == BASE64:
                return _unpack(value, name), kind, name
            if isinstance(value, str | bytes) and (value or len(keys.text) + len(keys.html) == 1):
                return value, kind, name
    for name in (*keys.text, *keys.html):
        if isinstance(row[name], str | bytes):
            return row[name], "html" if name in keys.html else "text", name  # type: ignore[return-value]
        raise RecordError("read", f"field {name!r} holds {_name(row[name])}, not text")
    names = ", ".join(printable(name) for name in list(row)[:12]) or "none at all"
    raise RecordError("read", f"no text field among the fields ({names}); name it in the config under fields")


def _unpack(value: str, name: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise RecordError("read", f"field {name!r} is not base64: {error}") from error


def _scalar(value: object) -> str | None:
    """A single value as text; None for nothing, lists and objects."""
    if isinstance(value, str):
        return value.strip() and value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value) if isinstance(value, int | float) else None


def _name(value: object) -> str:
    if value is None:
        return "null"
    return {"list": "a list", "dict": "an object", "bool": "true or false"}.get(type(value).__name__, "a number")
