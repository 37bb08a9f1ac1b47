"""What a page says of itself: JSON-LD, meta tags, ``<time>``, microdata, embeds and captions.

Everything is read from one lxml tree, which stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from cleaners import jsonld
from cleaners.dates import LATEST, parse
from cleaners.model import DateCandidate, Embed
from cleaners.page_embeds import read_embeds
from cleaners.page_names import clean_authors, clean_title, key, plain, site_keys


class Structured(NamedTuple):
    """A page's own account of itself; ``body`` is the article text that its JSON-LD carries."""

    title: str | None
    authors: tuple[str, ...]
    dates: tuple[DateCandidate, ...]
    site: str | None
    url: str | None
    language: str | None
    embeds: tuple[Embed, ...]
    captions: tuple[str, ...]
    body: str | None


def read(tree: Any, *, url: str | None = None, latest: date = LATEST) -> Structured:
    """Return what the page in ``tree`` says of itself. Dates after ``latest`` are left out."""
    meta = _meta(tree)
    page_url = _url(tree, meta, url)
    nodes = [node for script in tree.iter("script") if _is_jsonld(script) for node in jsonld.parse(script.text)]
    articles = _articles(nodes, page_url)
    site = _site(meta, nodes)
    sites = site_keys(site, page_url or url) | site_keys(_first(meta, ("twitter:site", "application-name")), url)
    return Structured(
        title=_title(tree, meta, articles, sites),
        authors=_authors(tree, meta, articles, sites),
        dates=_dates(tree, meta, articles, nodes, _reader(_prefers_month(tree, meta), latest)),
        site=site,
        url=page_url,
        language=_language(tree, meta),
        embeds=read_embeds(tree),
        captions=_captions(tree),
        body=next(
            (body for node in articles if isinstance(body := node.get("articleBody"), str) and body.strip()), None
        ),
    )


Meta = dict[str, list[str]]


def _meta(tree: Any) -> Meta:
    """Return the contents of all meta tags by lower-case name, property or itemprop."""
    found: Meta = {}
    for tag in tree.iter("meta"):
        content = (tag.get("content") or "").strip()
        for name in ("property", "name", "itemprop", "http-equiv"):
            if content and tag.get(name):
                found.setdefault(tag.get(name).strip().lower(), []).append(content)
    return found


def _first(meta: Meta, names: Iterable[str]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _is_jsonld(script: Any) -> bool:
    return bool(script.text) and "ld+json" in (script.get("type") or "").lower()


def _articles(nodes: list[jsonld.Node], url: str | None) -> list[jsonld.Node]:
    """Return the nodes that describe this page's article, best first; teasers of other articles are left out."""
    articles = [node for node in nodes if jsonld.is_article(node)]
    if len(articles) > 1 and url:
        own = [node for node in articles if _path(url) in {_path(link) for link in _links(node)}]
        articles = own or articles[:1]
    return articles


def _links(node: jsonld.Node) -> Iterator[str]:
    for name in ("url", "@id", "mainEntityOfPage"):
        for value in jsonld.as_list(node.get(name)):
            if isinstance(value, dict):
                value = value.get("@id") or value.get("url")
            if isinstance(value, str):
                yield value


def _path(link: str) -> str:
    try:
        return urlsplit(link).path.rstrip("/")
    except ValueError:
        return link


def _url(tree: Any, meta: Meta, url: str | None) -> str | None:
    """Return the canonical address, absolute; the given one if the page names none."""
    canonical = next(
        (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )
    for candidate in (canonical, _first(meta, ("og:url", "twitter:url"))):
        try:
            absolute = urljoin(url or "", (candidate or "").strip())
            if candidate and urlsplit(absolute).netloc and absolute.startswith("http"):
                return absolute
        except ValueError:
            continue
    return url


def _site(meta: Meta, nodes: list[jsonld.Node]) -> str | None:
    names = [_first(meta, ("og:site_name",))]
    names += [jsonld.text_of(node.get("publisher")) for node in nodes if jsonld.is_article(node)]
    names += [
        jsonld.text_of(node.get("name"))
        for node in nodes
        if {"WebSite", "NewsMediaOrganization"} & {*jsonld.types(node)}
    ]
    names += [_first(meta, ("application-name", "dc.publisher", "publisher"))]
    return next((plain(name) for name in names if name and not name.startswith("http")), None)


_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])")


def _language(tree: Any, meta: Meta) -> str | None:
    root = tree.getroottree().getroot()
    names = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        _first(meta, ("og:locale", "content-language")),
    )
    for name in names:
        if name and (match := _LANGUAGE.match(name.strip().lower())):
            return str(match[0])
    return None


def _prefers_month(tree: Any, meta: Meta) -> bool:
    """Tell whether numbers of a date are printed month first: only pages that call themselves American do so."""
    locale = (_first(meta, ("og:locale", "content-language")) or tree.getroottree().getroot().get("lang") or "").lower()
    return locale.replace("_", "-") == "en-us"


_META_TITLES: Final = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")


def _title(tree: Any, meta: Meta, articles: list[jsonld.Node], sites: frozenset[str]) -> str | None:
    headings = [text for heading in tree.iter("h1") if (text := plain(_text(heading)))]
    declared = [title for node in articles if (title := jsonld.text_of(node.get("headline")))]
    declared += [meta[name][0] for name in _META_TITLES if name in meta]
    printed = [text for title in tree.iter("title") if (text := plain(_text(title)))][:1]
    known = [*headings, *declared]
    for title in (*declared, *(headings if len(headings) == 1 else ()), *printed, *headings):
        cleaned = clean_title(title, sites, known)
        if cleaned and key(cleaned) not in sites:
            return cleaned
    return None


def _text(element: Any) -> str:
    return str(element.text_content())


_META_AUTHORS: Final = (
    "author", "article:author", "parsely-author", "byl", "sailthru.author", "dc.creator", "dcterms.creator",
    "citation_author", "og:author", "og:article:author", "article:author_name", "authors", "creator",
)  # fmt: skip
_AUTHOR_CLASS = re.compile(
    r"(?:^|[\s_-])(?:author|byline|autor)[\w-]*name(?:$|\s)|^(?:byline|author|autor)$", re.IGNORECASE
)


def _authors(tree: Any, meta: Meta, articles: list[jsonld.Node], sites: frozenset[str]) -> tuple[str, ...]:
    """Return the authors of the first place that names one: JSON-LD, meta tags, then marked elements of the page."""
    for source in (
        [name for node in articles for name in jsonld.names_of(node.get("author"))],
        [content for name in _META_AUTHORS for content in meta.get(name, ())],
    ):
        if authors := clean_authors(source, sites):
            return authors
    return _printed_authors(tree, sites)


def _printed_authors(tree: Any, sites: frozenset[str]) -> tuple[str, ...]:
    for matches in (
        lambda element: (
            "author" in (element.get("rel") or "").lower().split() or "author" in (element.get("itemprop") or "")
        ),
        lambda element: _AUTHOR_CLASS.search(element.get("class") or ""),
    ):
        for element in tree.iter("a", "span", "div", "p", "address", "strong", "li"):
            if (
                matches(element)
                and len(text := _text(element).strip()) < 120
                and (names := clean_authors([text], sites))
            ):
                return names
    return ()


Reader = Callable[[str, str, float, str], DateCandidate | None]


def _reader(month_first: bool, latest: date) -> Reader:
    def read_date(raw: str, source: str, confidence: float, role: str) -> DateCandidate | None:
        found = parse(raw, month_first=month_first, latest=latest)
        return DateCandidate(found[0], found[1], source, confidence, raw.strip(), role) if found else None

    return read_date


_META_DATES: Final = {
    "published": {
        "article:published_time": 0.95, "datepublished": 0.9, "og:article:published_time": 0.9,
        "parsely-pub-date": 0.9, "article.published": 0.9, "published_time": 0.9, "og:published_time": 0.9,
        "sailthru.date": 0.85, "pubdate": 0.9, "publish-date": 0.9, "publish_date": 0.9, "publishdate": 0.9,
        "published-date": 0.9, "publication_date": 0.85, "cxenseparse:recs:publishtime": 0.9,
        "cxenseparse:publishtime": 0.9, "dc.date.issued": 0.9, "dcterms.issued": 0.9,
        "dcterms.created": 0.85, "dc.date.created": 0.85, "article:published": 0.9,
        "rnews:datepublished": 0.9, "article_date_original": 0.9, "originalpublicationdate": 0.9,
        "displaydate": 0.85, "ptime": 0.8, "pub_date": 0.85, "dc.date": 0.75, "dcterms.date": 0.75,
        "date": 0.75, "last_published": 0.6, "citation_publication_date": 0.8, "datecreated": 0.75,
        "uploaddate": 0.7, "gentime": 0.7, "creation_date": 0.75, "dc.created": 0.8,
    },
    "modified": {
        "article:modified_time": 0.95, "datemodified": 0.9, "og:updated_time": 0.9,
        "og:article:modified_time": 0.9, "last-modified": 0.8, "dcterms.modified": 0.85,
        "dc.date.modified": 0.85, "lastmod": 0.8, "revised": 0.7, "article:modified": 0.9,
        "modified_time": 0.9,
    },
}  # fmt: skip


def _dates(
    tree: Any, meta: Meta, articles: list[jsonld.Node], nodes: list[jsonld.Node], read_date: Reader
) -> tuple[DateCandidate, ...]:
    """Return all date candidates, each once, the surest first (in page order where equally sure)."""
    found = [*_jsonld_dates(articles, nodes, read_date), *_meta_dates(meta, read_date), *_time_dates(tree, read_date)]
    unique: dict[tuple[str, str, str], DateCandidate] = {}
    for candidate in sorted(filter(None, found), key=lambda candidate: -candidate.confidence):
        unique.setdefault((candidate.date, candidate.source, candidate.role), candidate)
    return tuple(unique.values())


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


def _meta_dates(meta: Meta, read_date: Reader) -> Iterator[DateCandidate | None]:
    for role, names in _META_DATES.items():
        for name, confidence in names.items():
            for content in meta.get(name, ()):
                yield read_date(content, "meta", confidence, role)


_MODIFIED = re.compile(r"modif|updat|aktualis|zuletzt|actualiz|mise?-?a?-?jour|edited|last", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|pubdate|entry-date|posted|erstell|created|byline|article|dateline", re.IGNORECASE)
_ASIDE: Final = frozenset({"aside", "nav", "footer", "li", "blockquote"})


def _time_dates(tree: Any, read_date: Reader) -> Iterator[DateCandidate | None]:
    """Read ``<time>``: sure where its marks say published, less so elsewhere, hardly in lists and side columns."""
    for stamp in tree.iter("time"):
        raw = stamp.get("datetime") or _text(stamp)
        ancestors = [ancestor for ancestor, _ in zip(stamp.iterancestors(), range(6), strict=False)]
        marks = " ".join(
            (stamp.get("class") or "", stamp.get("itemprop") or "", *(a.get("class") or "" for a in ancestors[:2]))
        )
        role = "modified" if _MODIFIED.search(f"{marks} {_lead(stamp)}") else "published"
        if any(ancestor.tag in _ASIDE for ancestor in ancestors):
            confidence = 0.3
        elif stamp.get("pubdate") is not None or _PUBLISHED.search(marks):
            confidence = 0.8
        else:
            confidence = 0.6
        yield read_date(raw, "time", confidence, role)


def _lead(stamp: Any) -> str:
    """Return the words printed just before a ``<time>``: *Updated:* tells its role."""
    before = stamp.getprevious()
    words = (before.tail or before.text_content()) if before is not None else stamp.getparent().text
    return (words or "").strip()[-20:]


_LONGEST_CAPTION: Final = 1_500


def _captions(tree: Any) -> tuple[str, ...]:
    """Return what stands under the pictures, in page order, each text once."""
    found: dict[str, None] = {}
    for element in tree.iter("figcaption", "p", "div"):
        if element.tag == "figcaption" or "wp-caption-text" in (element.get("class") or ""):
            text = " ".join(_text(element).split())
            if 0 < len(text) <= _LONGEST_CAPTION:
                found.setdefault(text)
    return tuple(found)
