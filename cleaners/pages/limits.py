"""Refuse pages that would hold a parser for minutes, by one linear look at the markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cleaners.errors import RecordError

if TYPE_CHECKING:
    from cleaners.settings import Limits

MOST_ATTRIBUTES: Final = 1_000
"""Of one tag; parsers compare each with all before it."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_OPENING = re.compile(r"""<[a-zA-Z](?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+""")
_SHORT: Final = 2 * MOST_ATTRIBUTES  # characters that cannot hold that many attributes
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_BETWEEN = re.compile(r"[\s/]+")
_VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)  # fmt: skip
_CLOSED_BY_NEXT: Final = frozenset(
    ["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot", "colgroup", "rp", "rt"]
)  # fmt: skip
_SCRIPT = re.compile(r"<script\b[^<>]*>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_RAW: Final = frozenset({"script", "style"})


def check(html: str, limits: Limits) -> None:
    """Raise :class:`RecordError` if a page is larger, has more tags or attributes, or nests deeper than allowed."""
    size = len(html) if len(html) > limits.page_bytes or html.isascii() else len(html.encode("utf-8", "replace"))
    if size > limits.page_bytes:
        raise RecordError("extract", f"the page has more than {limits.page_bytes:,} bytes")
    if _crowded(html) and _crowded(_without_scripts(html)):  # in a script "a<b" is no tag
        raise RecordError("extract", f"a tag has more than {MOST_ATTRIBUTES:,} attributes")
    nodes = html.count("<") - html.count("</")
    if nodes <= min(limits.page_nodes, limits.page_depth):
        return
    tags = _TAG.findall(html)
    if sum(not closing for closing, _ in tags) > limits.page_nodes:
        raise RecordError("extract", f"the page has more than {limits.page_nodes:,} tags")
    if _depth(tags) > limits.page_depth:
        raise RecordError("extract", f"tags are nested deeper than {limits.page_depth:,}")


def _crowded(html: str) -> bool:
    """Tell whether a tag has too many attributes."""
    return any(
        tag.end() - tag.start() > _SHORT and len(_BETWEEN.split(_VALUE.sub(" ", tag[0]))) > MOST_ATTRIBUTES
        for tag in _OPENING.finditer(html)
    )


def _without_scripts(html: str) -> str:
    pieces, position = [], 0
    for script in _SCRIPT.finditer(html):
        if script.start() < position:  # inside the one before
            continue
        end = _SCRIPT_END.search(html, script.end())
        if end is None:
            break
        pieces.append(html[position : script.end()])
        position = end.start()
    return "".join([*pieces, html[position:]])


def _depth(tags: list[tuple[str, str]]) -> int:
    """Return the deepest nesting, as far as a look without a parser tells."""
    deepest, raw = 0, ""
    stack: list[str] = []
    open_count: dict[str, int] = {}
    for closing, tag in tags:
        name = tag.lower()
        if raw:
            if closing and name == raw:
                raw = ""
        elif name in _RAW:
            raw = "" if closing else name
        elif name in _VOID or name in _CLOSED_BY_NEXT:
            continue
        elif not closing:
            stack.append(name)
            open_count[name] = open_count.get(name, 0) + 1
            deepest = max(deepest, len(stack))
        elif open_count.get(name):
            while (top := stack.pop()) != name:
                open_count[top] -= 1
            open_count[name] -= 1
    return deepest
