"""A page becomes text: limits, one parse, what the page says of itself, then the main content.

trafilatura and lxml are imported on first use, so that cleaning text alone never waits for them.
"""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from cleaners.dates import EARLIEST, last_day, parse, url_date
from cleaners.errors import RecordError
from cleaners.model import DateCandidate, Page
from cleaners.pages.limits import check
from cleaners.pages.structured import Structured, read

if TYPE_CHECKING:
    from cleaners.settings import Limits

# What libxml2 stops at or refuses: controls that no page means.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])

_PAGES_PER_RESET: Final = 500
"""trafilatura and htmldate remember what they saw; emptied this often, memory stays flat at no measurable cost."""

# When trafilatura's fast mode has found a part only (measured on labelled pages: nine of ten pages taken here gain):
_FEW_CHARACTERS: Final = 4_000  # a longer text is never doubted
_SHARE_OF_PAGE: Final = 0.45  # ... nor one with more than this share of the page's paragraphs
_CLEARLY_MORE: Final = 3.0  # the comparison's text is taken if it is this many times as long

_SHARE_OF_BODY: Final = 0.5
"""The article is lost if the text has less than this share of what the page's JSON-LD carries."""

_SURE: Final = 0.65
"""Confidence; with a declared date below it the page's text is searched for a better one."""

_MIN_BODY: Final = 400
"""Characters; a shorter ``articleBody`` is a teaser and proves nothing."""


def extract(html: str, *, limits: Limits, url: str | None = None, crawl_date: str | None = None) -> Page:
    """Return the article text of a page, one paragraph a line, and what the page says of itself.

    ``extractor`` names what gave the text: ``trafilatura`` (its fast mode); ``trafilatura+readability`` (its comparison
    with readability) when fast mode has less than .45 of the page's paragraphs and the comparison three times as much;
    or ``articleBody`` (the text in the page's JSON-LD) when what was found is shorter than half of that. ``crawl_date``
    bounds the dates; without one they are bounded by a fixed day, never by the clock.

    Raises :class:`RecordError` (stage ``extract``) when the page is beyond ``limits`` or holds no article text.
    """
    check(html, limits)
    tree = _parse(html)
    latest = last_day(crawl_date)
    said = read(tree, url=url, latest=latest)
    text, extractor = _text(tree, said, url)
    if not text:
        raise RecordError("extract", "no article text found on the page")
    dates = said.dates
    if all(candidate.role != "published" or candidate.confidence < _SURE for candidate in dates):
        dates = (*dates, *_search_date(tree, url, latest))
    _count_page()
    return Page(
        text=text,
        extractor=extractor,
        title=said.title,
        authors=said.authors,
        dates=dates,
        site=said.site,
        url=said.url,
        language=said.language,
        embeds=said.embeds,
        captions=said.captions,
    )


def _parse(html: str) -> Any:
    """Return the page's lxml tree; ``huge_tree`` because without it long texts and deep pages lose content silently."""
    from lxml import html as lxml_html
    from lxml.etree import ParserError

    parser = lxml_html.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
    )
    try:
        return lxml_html.document_fromstring(html.translate(_CONTROLS).encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise RecordError("extract", "the page is empty") from None


def _text(tree: Any, said: Structured, url: str | None) -> tuple[str, str]:
    """Return the text and the name of what gave it; empty text when nothing did."""
    text, extractor = _main_content(tree, url, fast=True), "trafilatura"
    if len(text) < _FEW_CHARACTERS and len(text) < _SHARE_OF_PAGE * _paragraph_characters(tree):
        compared = _main_content(tree, url, fast=False)
        if len(compared) > _CLEARLY_MORE * len(text) and _on_topic(compared, text, said.title):
            text, extractor = compared, "trafilatura+readability"
    body = _body_text(said.body) if said.body and len(said.body) >= _MIN_BODY else ""
    return (body, "articleBody") if len(text) < _SHARE_OF_BODY * len(body) else (text, extractor)


def _main_content(tree: Any, url: str | None, *, fast: bool) -> str:
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without an article is our own rejection
    try:
        document = bare_extraction(tree, url=url, fast=fast, include_comments=False, deduplicate=False)
    except RecursionError:
        raise RecordError("extract", "the page is nested too deep for the extractor") from None
    return str(getattr(document, "text", None) or "").strip()


_FRAME: Final = frozenset({"aside", "footer", "nav", "form", "header"})


def _paragraph_characters(tree: Any) -> int:
    """Count the characters in paragraphs of some length outside the page's frame."""
    lengths = (
        len(" ".join(paragraph.text_content().split()))
        for paragraph in tree.iter("p")
        if not any(ancestor.tag in _FRAME for ancestor in paragraph.iterancestors())
    )
    return sum(length for length in lengths if length >= 40)


def _on_topic(candidate: str, text: str, title: str | None) -> bool:
    """Tell whether a candidate speaks of the title's subject as much as ``text`` does: a cookie notice does not."""
    words = set(re.findall(r"\w{4,}", (title or "").casefold()))
    return _common(words, candidate) >= min(_common(words, text), len(words) / 2)


def _common(words: set[str], text: str) -> int:
    return len(words.intersection(re.findall(r"\w{4,}", text.casefold())))


_BREAK = re.compile(r"(?i)\s*<(?:br|/?p|/?div|/?h\d|/?li)\b[^<>]*>\s*")
_TAG = re.compile(r"<[^<>]*>")


def _body_text(body: str) -> str:
    """Return an ``articleBody`` as lines: markup (escaped, too) becomes line ends or goes."""
    body = html_entities.unescape(body)
    body = _TAG.sub("", _BREAK.sub("\n", body))
    return "\n".join(line for part in body.split("\n") if (line := " ".join(part.split())))


def _search_date(tree: Any, url: str | None, latest: date) -> Iterator[DateCandidate]:
    """Look in the address and the page's text, for pages that declare no date: near the usual marks, then anywhere."""
    from htmldate import find_date

    if in_url := url_date(url or "", latest=latest):
        yield in_url
        if in_url.precision == "day":
            return
    for extensive, confidence in ((False, 0.7), (True, 0.55)):
        try:
            found = find_date(
                tree,
                extensive_search=extensive,
                original_date=True,
                min_date=str(EARLIEST),
                max_date=str(latest),
            )
        except (ValueError, RecursionError):
            return
        if found and (read_back := parse(found, latest=latest)):
            yield DateCandidate(*read_back, "htmldate", confidence, found)
            return


_pages = 0


def _count_page() -> None:
    """Empty the libraries' caches every so many pages."""
    global _pages
    _pages += 1
    if _pages % _PAGES_PER_RESET == 0:
        from trafilatura.meta import reset_caches

        reset_caches()
