"""Readers' comments below an article: each begins with a name and when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.model import Match
from cleaners.view import Line, View

_SAID = (
    r"(?:says|said|wrote|sagt|schreibt|meint|dice|dijo|disse|a dit|dit|scrive|пишет|говорит|pisze|mówi|zegt|sier|säger)"
)
_CLOCK = r"\d{1,2}[:.h]\d\d"
_HEAD = re.compile(
    rf"(?:\d{{1,3}}[.)]? )?(?P<name>[^\n:]{{1,50}}?) (?:on .{{6,40}} )?{_SAID}\s?:\s*"
    rf"(?P<when>[^\n]{{0,40}}?\d{{4}}[^\n]{{0,14}}{_CLOCK})?"
    rf"|.{{1,40}}? (?:on|am|le|el|em|il) [^\n]{{6,40}} (?:at|um|à|a las|às|alle) {_CLOCK}[^\n]{{0,6}}(?: {_SAID})?\s?:?"
)
_AGO = r"\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago"
_WHEN = re.compile(rf"[^\n]{{0,30}}\d{{4}}[^\n]{{0,12}}{_CLOCK}[^\n]{{0,8}}|[^\n]{{0,12}}{_AGO}")
_REPLY = re.compile(r"(?i)reply|antworten|responder|répondre|rispondi|ответить|odpowiedz|svara|svar|beantwoorden")
_TITLE = re.compile(
    r"(?i)(?:\d+|one|no) (?:thoughts?|responses?|comments?|replies|kommentare?|antworten|comentarios?|commentaires?"
    r"|commenti)\b.{0,120}|(?:readers['’] )?comments?(?: \(\d+\))?:?|kommentare?(?: \(\d+\))?:?|comentarios:?"
    r"|commentaires:?|commenti:?|комментарии:?"
)


def thread(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a thread of comments, from its title to its last line; it needs two comments, or a title."""
    heads = [line for line in lines if _is_head(view, line)]
    if not heads:
        return
    first = heads[0]
    titled = False
    for above in reversed(view.lines[max(0, first.index - 2) : first.index]):
        if _TITLE.fullmatch(above.text):
            first, titled = above, True
    if len(heads) < 2 and not titled:
        return
    if first.index < 3 or first.start < len(view.text) // 5:
        return
    yield Match(first.start, view.lines[_last(view, heads[-1])].end)


def _is_head(view: View, line: Line) -> bool:
    """Whether a comment begins here: name and time in the line, or the time on the line below."""
    found = _HEAD.match(line.text)
    if not found or len(line.text.split()) < 2:
        return False
    if found["name"] is None:
        return found.end() == len(line.text)
    if found["when"]:
        return True
    below = view.lines[line.index + 1 : line.index + 2]
    return found.end() == len(line.text) and bool(below and _WHEN.fullmatch(below[0].text))


def _last(view: View, head: Line) -> int:
    """The last line of the last comment: its reply button, else the end of the text."""
    for line in view.lines[head.index : head.index + 40]:
        words = line.text.split()
        if _REPLY.fullmatch(words[-1]) and (len(words) == 1 or line.index == head.index):
            return line.index
    return len(view.lines) - 1
