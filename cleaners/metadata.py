"""What is known about a document: what the finders read in it, what the page said, and what came along with the record.

Text and metadata cannot disagree, since what a finder reads is what it takes out. Where sources contradict each other
all candidates are kept, and a value that nothing makes sure stays null.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from cleaners.dates import last_day, parse, url_date
from cleaners.model import (
    Byline,
    Credit,
    DateCandidate,
    Dateline,
    Embed,
    Finding,
    Headline,
    Metadata,
    Page,
    Record,
)

RECORD_DATE = 0.85
"""Confidence of a date field that came along with the record."""
T = TypeVar("T", bound=Hashable)

SURE = 0.5
"""Below this a published date stays null."""

UPDATE = 0.7
"""How sure the date of an update is as the published date, next to its own confidence."""


def assemble(findings: Sequence[Finding], record: Record, page: Page | None, *, first: bool) -> Metadata:
    """Put a document's metadata together.

    What came along with the record (or the page) belongs to the ``first`` document; later ones have only what stands
    in them.
    """
    known_page = page if first else None
    candidates = tuple(sorted(_dates(findings, record if first else None, known_page), key=_rank))
    published = choose(candidates)
    dateline, dateline_rule = next(((f.value, f.rule) for f in findings if isinstance(f.value, Dateline)), (None, ""))
    bylines = [(f.value, f.rule) for f in findings if isinstance(f.value, Byline)]
    title, title_source = _title(findings, record if first else None, known_page)
    authors, authors_source = _authors(bylines, known_page)
    evidence = {
        "title": title_source,
        "published": published.source if published else "",
        "dateline": dateline_rule,
        "authors": authors_source,
        "byline": bylines[0][1] if bylines else "",
    }
    return Metadata(
        title=title,
        published=published,
        date_candidates=candidates,
        dateline=dateline,
        authors=authors,
        byline=bylines[0][0].raw if bylines else None,
        embeds=_unique(value for f in findings for value in _flat(f.value) if isinstance(value, Embed)),
        credits=tuple(value for f in findings for value in _flat(f.value) if isinstance(value, Credit)),
        evidence={name: source for name, source in evidence.items() if source},
    )


def choose(candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The surest published date, its confidence lowered by what contradicts it; None if nothing is sure enough.

    >>> a = DateCandidate("2018-05-08", "day", "url", 0.8)
    >>> choose([a, DateCandidate("2018-05-08T10:00", "minute", "jsonld", 0.95)]).date
    '2018-05-08T10:00'
    >>> choose([a, DateCandidate("2011-01-01", "day", "record", 0.8)]) is None
    True
    """
    published = [candidate for candidate in candidates if candidate.role == "published"]
    if not published:
        return _choose_update(candidates)
    best = min(published, key=_rank)
    against = max((c.confidence for c in published if not _agree(c, best)), default=0.0)
    confidence = round(best.confidence * (1 - 0.5 * against), 3)
    return best._replace(confidence=confidence) if confidence > SURE else None


def _choose_update(candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The earliest date of an update, less sure, where the page prints no other; news is seldom updated much later.

    >>> _choose_update([DateCandidate("2019-05-14", "day", "timestamp/own-line", 0.85, role="modified")]).confidence
    0.595
    """
    sure = [candidate for candidate in candidates if candidate.confidence * UPDATE > SURE]
    if not sure:
        return None
    first = min(sure, key=lambda candidate: (candidate.date, *_rank(candidate)))
    return first._replace(confidence=round(first.confidence * UPDATE, 3))


def _rank(candidate: DateCandidate) -> tuple[float, int, str, str]:
    return (-candidate.confidence, -len(candidate.date), candidate.date, candidate.source)


def _agree(one: DateCandidate, other: DateCandidate) -> bool:
    """Equal as far as both say; time zones may shift a day, so only the day counts."""
    length = min(len(one.date), len(other.date), 10)
    return one.date[:length] == other.date[:length]


def _dates(findings: Iterable[Finding], record: Record | None, page: Page | None) -> Iterator[DateCandidate]:
    for finding in findings:
        for value in _flat(finding.value):
            if isinstance(value, DateCandidate):
                yield value._replace(source=finding.rule)
            elif isinstance(value, Dateline) and value.date and value.date[:4].isdigit():
                precision = {4: "year", 7: "month", 10: "day"}.get(len(value.date), "minute")
                yield DateCandidate(value.date, precision, finding.rule, 0.75, value.raw)
    if page:
        yield from page.dates
    if record:
        latest = last_day(record.crawl_date)
        if record.date and (read := parse(record.date, latest=latest)):
            yield DateCandidate(*read, "record", RECORD_DATE, record.date)
        if record.url and not (page and any(c.source == "url" for c in page.dates)):
            found = url_date(record.url, latest=latest)
            if found:
                yield found


def _title(findings: Iterable[Finding], record: Record | None, page: Page | None) -> tuple[str | None, str]:
    if record and record.title:
        return record.title, "record"
    if page and page.title:
        return page.title, "page"
    for finding in findings:
        if isinstance(finding.value, Headline):
            return finding.value.text, finding.rule
    return None, ""


def _authors(bylines: Sequence[tuple[Byline, str]], page: Page | None) -> tuple[tuple[str, ...], str]:
    """The page's authors if it names any, else those of the bylines."""
    if page and page.authors:
        return page.authors, "page"
    names = _unique(name for byline, _ in bylines for name in byline.authors)
    return (names, bylines[0][1]) if names else ((), "")


def _flat(value: object) -> Iterator[object]:
    """A finding's value, or the several values of a plain tuple (named tuples are values themselves)."""
    if type(value) is tuple:
        yield from value
    elif value is not None:
        yield value


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
