"""Dates that a page declares: JSON-LD, meta tags and ``<time>``, told in the page's own time zone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

from cleaners.dates import parse
from cleaners.model import DateCandidate
from cleaners.pages import jsonld

Meta = dict[str, list[str]]
"""Contents of meta tags by lower-case name."""

Reader = Callable[[str, str, float, str], DateCandidate | None]


def read_dates(
    tree: Any, meta: Meta, articles: list[jsonld.Node], nodes: list[jsonld.Node], latest: date
) -> tuple[DateCandidate, ...]:
    """Return all date candidates, each once, the surest first (in page order where equally sure).

    Where the page shows its own clock beside UTC, times in UTC are told by that clock: what went out at 01:30
    UTC is of the evening before in Denver, and that day stands in the article. ``raw`` stays as printed.
    """
    read_date = _reader(_prefers_month(tree, meta), latest)
    found = [*_jsonld_dates(articles, nodes, read_date), *_meta_dates(meta, read_date), *_time_dates(tree, read_date)]
    candidates = [candidate for candidate in found if candidate]
    if zone := _own_zone(candidates):
        candidates = [_retell(candidate, zone) for candidate in candidates]
    unique: dict[tuple[str, str, str], DateCandidate] = {}
    for candidate in sorted(candidates, key=lambda candidate: -candidate.confidence):
        unique.setdefault((candidate.date, candidate.source, candidate.role), candidate)
    return tuple(unique.values())


def _reader(month_first: bool, latest: date) -> Reader:
    def read_date(raw: str, source: str, confidence: float, role: str) -> DateCandidate | None:
        found = parse(raw, month_first=month_first, latest=latest)
        return DateCandidate(found[0], found[1], source, confidence, raw.strip(), role) if found else None

    return read_date


def _prefers_month(tree: Any, meta: Meta) -> bool:
    """Tell whether numbers of a date are printed month first: only pages that call themselves American do so."""
    declared = [*meta.get("og:locale", ()), *meta.get("content-language", ()), tree.getroottree().getroot().get("lang")]
    return next((name.lower().replace("_", "-") == "en-us" for name in declared if name), False)


_QUARTER: Final = timedelta(minutes=15)
_WIDEST: Final = timedelta(hours=14)


def _own_zone(candidates: list[DateCandidate]) -> timezone | None:
    """Return the one offset from UTC that the page's dates show, by itself or as the same moment told twice."""
    times = [datetime.fromisoformat(c.date) for c in candidates if c.precision in ("minute", "second")]
    shown = {offset for time in times if (offset := time.utcoffset())}
    if not shown:
        universal = {time.replace(tzinfo=None) for time in times if time.tzinfo and time.second}
        told = {time for time in times if not time.tzinfo and time.second}
        gaps = {local - moment for local in told for moment in universal}
        shown = {gap for gap in gaps if gap and abs(gap) <= _WIDEST and not gap % _QUARTER}
    return timezone(shown.pop()) if len(shown) == 1 else None


def _retell(candidate: DateCandidate, zone: timezone) -> DateCandidate:
    if candidate.precision not in ("minute", "second"):
        return candidate
    time = datetime.fromisoformat(candidate.date)
    if time.tzinfo != UTC:
        return candidate
    return candidate._replace(date=time.astimezone(zone).isoformat(timespec=f"{candidate.precision}s"))


def _jsonld_dates(
    articles: list[jsonld.Node], nodes: list[jsonld.Node], read_date: Reader
) -> Iterator[DateCandidate | None]:
    pages = [node for node in nodes if jsonld.is_page(node)]
    for group, sureness in ((articles, 0.95), (pages, 0.8)):
        for node in group:
            for name, role, factor in (
                ("datePublished", "published", 1.0),
                ("dateCreated", "published", 0.85),
                ("uploadDate", "published", 0.8),
                ("dateModified", "modified", 1.0),
            ):
                if raw := jsonld.text_of(node.get(name)):
                    yield read_date(raw, "jsonld", round(sureness * factor, 2), role)


_META_DATES: Final = {
    "published": {
        "article:published_time": 0.95, "datepublished": 0.9, "og:article:published_time": 0.9,
        "parsely-pub-date": 0.9, "article.published": 0.9, "published_time": 0.9, "og:published_time": 0.9,
        "sailthru.date": 0.85, "pubdate": 0.9, "publish-date": 0.9, "publish_date": 0.9, "publishdate": 0.9,
        "published-date": 0.9, "publication_date": 0.85, "cxenseparse:recs:publishtime": 0.9,
        "cxenseparse:publishtime": 0.9, "dc.date.issued": 0.9, "dcterms.issued": 0.9,
        "dcterms.created": 0.85, "dc.date.created": 0.85, "article:published": 0.9,
        "rnews:datepublished": 0.9, "article_date_original": 0.9, "originalpublicationdate": 0.9,
        "displaydate": 0.85, "ptime": 0.8, "pub_date": 0.85, "dc.date": 0.7, "dcterms.date": 0.7,
        "date": 0.7, "last_published": 0.6, "citation_publication_date": 0.8, "datecreated": 0.75,
        "uploaddate": 0.5, "gentime": 0.5, "creation_date": 0.75, "dc.created": 0.8,
    },
    "modified": {
        "article:modified_time": 0.95, "datemodified": 0.9, "og:updated_time": 0.9,
        "og:article:modified_time": 0.9, "last-modified": 0.8, "dcterms.modified": 0.85,
        "dc.date.modified": 0.85, "lastmod": 0.8, "revised": 0.7, "article:modified": 0.9,
        "modified_time": 0.9,
    },
}  # fmt: skip


def _meta_dates(meta: Meta, read_date: Reader) -> Iterator[DateCandidate | None]:
    for role, names in _META_DATES.items():
        for name, confidence in names.items():
            for content in meta.get(name, ()):
                yield read_date(content, "meta", confidence, role)


_MODIFIED = re.compile(r"modif|updat|aktualis|zuletzt|actualiz|mise?-?a?-?jour|edited|last", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|pubdate|entry-date|posted|erstell|created|byline|article|dateline", re.IGNORECASE)
_ASIDE: Final = frozenset({"aside", "nav", "footer", "li", "blockquote"})


def _time_dates(tree: Any, read_date: Reader) -> Iterator[DateCandidate | None]:
    """Read ``<time>``: sure where its marks say published, less so elsewhere, hardly in lists and side columns.

    Only the first of a role is the article's; those after it belong to teasers, comments or entries.
    """
    first: dict[str, str] = {}
    for stamp in tree.iter("time"):
        ancestors = [ancestor for ancestor, _ in zip(stamp.iterancestors(), range(6), strict=False)]
        names = (stamp, *ancestors[:2])
        marks = " ".join([stamp.get("itemprop") or "", *(element.get("class") or "" for element in names)])
        role = "modified" if _MODIFIED.search(f"{marks} {_lead(stamp)}") else "published"
        sure = stamp.get("pubdate") is not None or _PUBLISHED.search(marks)
        candidate = read_date(stamp.get("datetime") or stamp.text_content(), "time", 0.8 if sure else 0.6, role)
        if not candidate:
            continue
        aside = any(ancestor.tag in _ASIDE for ancestor in ancestors)
        if aside or first.setdefault(role, candidate.date[:10]) != candidate.date[:10]:
            candidate = candidate._replace(confidence=0.3)
        yield candidate


def _lead(stamp: Any) -> str:
    """Return the words printed just before a ``<time>``: *Updated:* tells its role."""
    before = stamp.getprevious()
    words = (before.tail or before.text_content()) if before is not None else stamp.getparent().text
    return (words or "").strip()[-20:]
