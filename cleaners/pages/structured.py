"""What a page says of itself: JSON-LD, meta tags, ``<time>``, microdata, embeds and captions.

Everything is read from one lxml tree, which stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from cleaners.dates import LATEST
from cleaners.model import DateCandidate, Embed
from cleaners.pages import jsonld
from cleaners.pages.dates import Meta, read_dates
from cleaners.pages.embeds import read_embeds
from cleaners.pages.names import clean_authors, clean_title, key, plain, site_keys


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
        dates=read_dates(tree, meta, articles, nodes, latest),
        site=site,
        url=page_url,
        language=_language(tree, meta),
        embeds=read_embeds(tree),
        captions=_captions(tree),
        body=next(
            (body for node in articles if isinstance(body := node.get("articleBody"), str) and body.strip()), None
        ),
    )


def _meta(tree: Any) -> Meta:
    """Return the contents of all meta tags by lower-case name, property or itemprop.

    Of an itemprop only the first counts: later ones describe comments, references and teasers.
    """
    found: Meta = {}
    for tag in tree.iter("meta"):
        content = (tag.get("content") or "").strip()
        for name in ("property", "name", "http-equiv"):
            if content and tag.get(name):
                found.setdefault(tag.get(name).strip().lower(), []).append(content)
        if content and tag.get("itemprop"):
            found.setdefault(tag.get("itemprop").strip().lower(), [content])
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
                return str(absolute)
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
    "citation_author", "author", "article:author", "parsely-author", "byl", "sailthru.author", "dc.creator",
    "dcterms.creator", "og:author", "og:article:author", "article:author_name", "authors", "creator",
)  # fmt: skip


def _authors(tree: Any, meta: Meta, articles: list[jsonld.Node], sites: frozenset[str]) -> tuple[str, ...]:
    """Return the authors of the first place that names one: JSON-LD, meta tags, then marked elements of the page."""
    for source in (
        [name for node in articles for name in jsonld.names_of(node.get("author"))],
        [content for name in _META_AUTHORS for content in meta.get(name, ())],
    ):
        if authors := clean_authors(source, sites):
            return authors
    return _printed_authors(tree, sites)


_AUTHOR_TAGS: Final = ("a", "span", "div", "p", "address", "strong", "li", "h3", "h4", "cite", "em", "author")
_AUTHOR = re.compile(r"(?i)author|byline|\bautor|\bbyl\b|posted-by|submitted-by|journalist|writer|redakteur")
_NOT_AUTHOR = re.compile(
    r"comment|bio|box|image|avatar|social|related|widget|sidebar|footer|list|desc|count", re.IGNORECASE
)


def _printed_authors(tree: Any, sites: frozenset[str]) -> tuple[str, ...]:
    """Return the people named by an element marked as author: by its link or property, else by its class."""
    marked: tuple[str, ...] = ()
    for element in tree.iter(*_AUTHOR_TAGS):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        sure = "author" in f"{element.get('rel') or ''} {element.get('itemprop') or ''}" or element.tag == "author"
        if not sure and (marked or not _AUTHOR.search(marks) or _NOT_AUTHOR.search(marks)):
            continue
        text = "\n".join(part for part in element.itertext() if part.strip())
        names = clean_authors([text], sites) if len(text) <= 150 else ()
        if sure and names:
            return names
        marked = tuple(name for name in names if len(name.split()) > 1 and name[0].isupper())
    return marked


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
