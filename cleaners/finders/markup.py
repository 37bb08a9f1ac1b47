"""Finders of markup that the extraction left: scripts, tags, style sheets, JSON. Articles about code keep theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaners.finders.buttons import words
from cleaners.model import Match
from cleaners.view import Line, View

LONGEST = 20_000
"""Characters of the longest script that is followed to its end."""

CODE_WORDS = (
    "html",
    "css",
    "javascript",
    "python",
    "php",
    "code",
    "function",
    "const ",
    "import ",
    "npm ",
    "json",
    "api",
    "github",
)
"""Words of articles about code; several different ones in a text and its markup stays."""

_SCRIPT = re.compile(
    r"(?:<!--//-->)?(?:OO\.ready\(|OO\.Player\.create\(|mboxCreate\(|googletag\.\w+|window\._taboola"
    r"|window\.\w+\s*=\s*window\.|window\.NREUM|"
    r"_\w{2,20}\.push\(|dataLayer\.push\(|fbq\(|gtag\(|ga\(['\"]|adsbygoogle|jwplayer\(|jQuery\(|\$\(document\)"
    r"|\$\(function|\$\(['\"][#.]|"
    r"document\.(?:write|getElementById|addEventListener|createElement)\(|\(function ?\([\w, ]*\) ?\{|!function ?\("
    r"|var [\w$]+ ?= ?|"
    r"twttr\.|FB\.init\(|instgrm\.|brightcove\.\w+\(|_satellite\.|require\(\[|define\(\[|\(adsbygoogle|"
    r"[A-Z_]{2,20}\.[\w.]{2,40}\(function|addEventListener\(|if ?\(typeof |setTimeout\(function|new [A-Z]\w+\(\{)"
)
_CALL = re.compile(r"[\w$.!()'\"#\[\], =|&-]{0,80}?[({\[]")
_CHAIN = re.compile(r"\s*(?:\.[\w$.]+\s*(?:=\s*[\w$.]+\s*)?)?[(\[{]")
_REST = re.compile(r"(?:\s*[)\]}])*\s*;?(?:\s*//[\]\s>–-]*(?=\s|$))?")
_NAMES = (
    r"(?:a|b|big|blockquote|br|center|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|script|small|span"
    r"|strike|strong|style|sub|sup|table|tbody|"
    r"td|th|thead|tr|u|ul|noscript|object|param|embed|video|audio|amp-[a-z]+|o:p|st1:[a-z]+)"
)
_TAG = re.compile(
    rf"<!--.{{0,2000}}?-->|<(?:/?{_NAMES}\s*/?|{_NAMES}\s[^<>]{{0,600}}=[^<>]{{0,600}})>", re.IGNORECASE | re.DOTALL
)
_WITH_CONTENT = re.compile(
    r"<(script|style|noscript|iframe|object|svg)\b[^<>]{0,900}>.{0,8000}?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_STYLE = re.compile(
    r"(?:@media[^{}]{1,90}\{\s*)?(?:[.#]?[\w-]+(?:[\s.#:>,+~*\w\[\]=\"'()-]*))\{\s*(?:[a-z-]+\s*:\s*[^;{}]{1,120};?\s*){1,40}\}(?:\s*\})?"
)
_TEMPLATE = re.compile(
    r"\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}|<%[^<>\n]{1,120}%>|--pageNumber-- von --total--"
    r"|\[\[[^\[\]\n]{1,20}:[^\[\]\n]{1,300}\]\]|%%[a-z_]{3,30}%%|"
    r"NEWLINE_CHAR|\[if (?:lt |gt )?IE[^\]]{0,20}\]>?|<!\[endif\]|//<!\[CDATA\[|//\]\]>|<!–|//–>"
)
_JSON = re.compile(r"[\[{]\s*(?:\{\s*)?\"[\w@$-]+\"\s*:")


def scripts(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Statements of players, advertising and analytics, followed to their closing bracket."""
    if about_code(view):
        return
    end = 0
    for line in lines:
        for match in _SCRIPT.finditer(view.text, max(line.start, end), line.end):
            if match.start() < end or not _opens(view.text, match.start()):
                continue
            end = _statement(view.text, match.start())
            if end > match.end() or end - match.start() > 20:
                yield Match(match.start(), end)


def tags(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Tags left in the text; what scripts, styles and frames enclose goes with them."""
    if about_code(view):
        return
    for match in _WITH_CONTENT.finditer(view.text, lines[0].start):
        yield Match(match.start(), match.end())
    for line in lines:
        for match in _TAG.finditer(line.text):
            yield Match(line.start + match.start(), line.start + match.end())


def style_sheets(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Rules of style sheets: a selector, and properties in braces."""
    if about_code(view):
        return
    for line in lines:
        found = _STYLE.search(line.text)
        if found and (found.start() == 0 or line.text[found.start() - 1] in "};>"):
            yield Match(line.start + found.start(), line.end if line.text[-1] == "}" else line.start + found.end())


def templates(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Placeholders of a template that nobody filled."""
    if about_code(view):
        return
    for line in lines:
        for match in _TEMPLATE.finditer(line.text):
            yield Match(line.start + match.start(), line.start + match.end())


def json(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Objects and lists in JSON that fill a line or end it."""
    if about_code(view):
        return
    for line in lines:
        match = _JSON.search(line.text)
        if match:
            end = _balanced(view.text, line.start + match.start())
            if end - match.start() - line.start > 30:
                yield Match(line.start + match.start(), end)


_BARE = re.compile(r"(?:[\w-]+\.){1,3}[a-z]{2,6}/(?=[^\s]*[-_=?&.\d])[^\s<>\"“”]{6,400}")
_ADDRESS = re.compile(
    r"(?:[-–—•»›>*(\[]\s?|\[?\(?\d{1,2}[\])] ?)*(?:(?:image|photo|logo|video|link|url|permalink|article url|short url"
    r"|foto|bild|audio|pdf|download|listen|watch|itunes|apple podcasts?|spotify|soundcloud|google play|iphone"
    r"|android|facebook|twitter|instagram|youtube|linkedin|crosspost|shortlink|\[?(?:youtube|facebook|twitter|instagram|rss|email|website)\])\s?[:–-]*\s*)?"
    r"(?:(?:https?|ftp)\s?:\s?//|www\.)\S{3,600}(?:(?<=[/-]) [\w./?=&%#-]+)*"
    r"(?:\s*[)\]»›<>.,;]|\s\(?(?:pdf|[\d.,]+ ?[km]b)\)?)*",
    re.IGNORECASE,
)
_LEADS_ON = words("""
    at to on in of from via see visit under and or by for with is von zu auf in unter bei und oder an über aus mit siehe
    sur à de par via dans et ou en por con y o su da di e na no em do w z pod på i av fra til van op naar met
""")


def address(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Web addresses that fill a line, with what names them, and belong to no sentence around them."""
    for line in lines:
        if _ADDRESS.fullmatch(line.text) and not _torn(view, line):
            yield Match(line.start, line.end)


def bare_address(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """The same without a scheme: a host and a path."""
    for line in lines:
        if _BARE.fullmatch(line.text) and not _torn(view, line):
            yield Match(line.start, line.end)


def _torn(view: View, line: Line) -> bool:
    """Whether the line is part of a sentence that was broken into lines at its links."""
    if line.index + 1 < len(view.lines):
        after = view.lines[line.index + 1]
        if after.text[0] in ".,;()" and view.text.count("\n", line.end, after.start) == 1:
            return True
    if not line.index:
        return False
    before = view.lines[line.index - 1]
    if view.text.count("\n", before.end, line.start) > 1:
        return False
    return before.text[-1] in ",;" or before.text.rsplit(" ", 1)[-1].lower() in _LEADS_ON


def about_code(view: View) -> bool:
    """Whether the text speaks of code so much that its markup is part of it."""
    return sum(word in view.lower for word in CODE_WORDS) > 3


def _opens(text: str, start: int) -> bool:
    """A statement begins here: nothing before it, or the end of another."""
    before = text[max(0, start - 200) : start].rstrip(" \t")
    return not before or before[-1] in '\n;})>].!?"”/' or not before[-1].isalnum()


def _statement(text: str, start: int) -> int:
    """The end of the script at ``start``: its brackets close, and those of each statement that follows at once."""
    end = start
    while end - start < LONGEST:
        opened = _CALL.match(text, end)
        stop = _balanced(text, opened.end() - 1) if opened else 0
        if not stop:
            break
        while link := _CHAIN.match(text, stop):
            further = _balanced(text, link.end() - 1)
            if not further:
                break
            stop = further
        end = _REST.match(text, stop).end()  # type: ignore[union-attr]  # it matches the empty text, too
        following = end + len(text[end : end + 50]) - len(text[end : end + 50].lstrip())
        if not _SCRIPT.match(text, following):
            break
        end = following
    return len(text[:end].rstrip())


def _balanced(text: str, start: int) -> int:
    """The end of the bracket that opens at ``start``, 0 if it never closes; brackets in quotes do not count."""
    closing = {"(": ")", "[": "]", "{": "}"}
    stack: list[str] = []
    quote = ""
    position = start
    limit = min(len(text), start + LONGEST)
    while position < limit:
        letter = text[position]
        if quote:
            if letter == "\\":
                position += 1
            elif letter == quote or letter == "\n":
                quote = ""
        elif letter in "\"'":
            quote = letter
        elif letter in closing:
            stack.append(closing[letter])
        elif stack and letter == stack[-1]:
            stack.pop()
            if not stack:
                return position + 1
        position += 1
    return 0
