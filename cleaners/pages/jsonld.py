"""Read JSON-LD: the articles that a page's scripts describe, broken JSON included."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from cleaners.pages.names import AGENCIES, key

Node = dict[str, Any]

_ARTICLE = re.compile(r"Article$|BlogPosting$|^SocialMediaPosting$|^Report$|^Review$")
_PAGE: Final = frozenset({"WebPage", "ItemPage", "VideoObject", "AudioObject", "PodcastEpisode", "WebSite"})
_INNER: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart")
_MARKS: Final = ("<!--", "//", "<![CDATA[", "/*", "*/", "-->", "]]>", ";")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_BROKEN_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|dateCreated|articleBody)"\s*:\s*"((?:[^"\\]|\\.)*)"', re.DOTALL
)
_BROKEN_AUTHOR = re.compile(r'"author"\s*:\s*[\[{\s]*[^\[\]{}]*?"name"\s*:\s*"((?:[^"\\]|\\.)*)"', re.DOTALL)


def parse(script: str) -> list[Node]:
    """Return the objects that one script holds, in order, nested ones (``@graph``, lists) after their holder.

    Comment marks around the JSON, raw line ends in strings, trailing commas, several objects in a row and escaped
    quotes are put up with. When nothing else helps, the few fields that matter are picked out of the broken text.

    >>> [node["headline"] for node in parse('[{"@type": "NewsArticle", "headline": "Flood",},]')]
    ['Flood']
    """
    text = _unwrap(script)
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text) if "&quot;" in text else ""):
        values = list(_values(attempt))
        if values:
            return list(_walk(values))
    broken: Node = {key: _string(value) for key, value in reversed(_BROKEN_FIELD.findall(text))}
    if not broken:
        return []
    names = [_string(name) for name in _BROKEN_AUTHOR.findall(text)]
    return [{"@type": "Article", "author": names, **broken}]


def _unwrap(script: str) -> str:
    """Take the marks of comments and CDATA off both ends."""
    text = script.strip()
    while trimmed := next((mark for mark in _MARKS if text.startswith(mark)), None):
        text = text.removeprefix(trimmed).lstrip()
    while trimmed := next((mark for mark in _MARKS if text.endswith(mark)), None):
        text = text.removesuffix(trimmed).rstrip()
    return text


def _values(text: str) -> Iterator[Any]:
    """Yield the JSON values that stand one after the other in ``text``; nothing when any of it is broken."""
    decoder = json.JSONDecoder(strict=False)
    values, position = [], 0
    try:
        while position < len(text):
            value, position = decoder.raw_decode(text, position)
            values.append(value)
            while position < len(text) and text[position] in " \t\r\n,;":
                position += 1
    except (ValueError, RecursionError):
        return
    yield from values


def _string(escaped: str) -> str:
    """Decode the inside of a JSON string; as it stands if its escapes are broken too."""
    try:
        return str(json.loads(f'"{escaped}"', strict=False))
    except ValueError:
        return escaped


def _walk(values: Iterable[Any], depth: int = 0) -> Iterator[Node]:
    for value in values:
        if isinstance(value, list) and depth < 8:
            yield from _walk(value, depth + 1)
        elif isinstance(value, dict):
            yield value
            if depth < 8:
                yield from _walk((value[key] for key in _INNER if key in value), depth + 1)


def types(node: Node) -> list[str]:
    """Return a node's types without their schema.org prefix."""
    return [kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in as_list(node.get("@type")) if isinstance(kind, str)]


def is_article(node: Node) -> bool:
    """Tell whether a node describes an article of its own."""
    return any(_ARTICLE.search(kind) for kind in types(node))


def is_page(node: Node) -> bool:
    """Tell whether a node describes the page (or the video that is its content)."""
    return any(kind in _PAGE for kind in types(node))


def as_list(value: Any) -> list[Any]:
    """Return a list as it is, nothing as an empty one, anything else as a list of one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(value: Any) -> str | None:
    """Return the first string of a value that may be a string, a list or an object with a name or ``@value``."""
    for item in as_list(value):
        if isinstance(item, dict):
            item = item.get("name") or item.get("@value")
        if isinstance(item, str) and item.strip():
            return item.strip()
    return None


def names_of(value: Any) -> list[str]:
    """Return the names of people in an ``author`` value; of organisations only news agencies sign articles.

    >>> names_of([{"@type": "Person", "name": "Ada Byron"}, {"@type": "Organization", "name": "Bugle"}, "Jo March"])
    ['Ada Byron', 'Jo March']
    """
    names: list[str] = []
    for item in as_list(value):
        if isinstance(item, str):
            names.append(item)
        elif isinstance(item, dict):
            name = item.get("name")
            if any("Organization" in kind for kind in types(item)) and key(str(name)) not in AGENCIES:
                continue
            if isinstance(name, (list, dict)):
                names += names_of(name)
            elif isinstance(name, str):
                names.append(name)
            elif isinstance(item.get("givenName"), str) and isinstance(item.get("familyName"), str):
                names.append(f"{item['givenName']} {item['familyName']}")
    return names
