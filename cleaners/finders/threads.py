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
TITLE = re.compile(
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
        if TITLE.fullmatch(above.text):
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


_AGE = (
    r"(?:\d{1,3}|an?|one) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?) ago"
    r"(?:,? at \d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?)?"
    r"|vor \d{1,3} (?:Sekunden|Minuten|Stunden?|Tage?n?|Wochen?|Monate?n?|Jahre?n?)"
    r"|(?:hace|há|il y a) \d{1,3} [^\W\d]{3,9}|\d{1,3} [^\W\d]{3,7} (?:önce|назад|fa|geleden|temu|sedan|siden)"
)
_AGED = re.compile(
    rf"(?:(?P<who>[^\n.!?:]{{2,40}}?)[\s,•·|–—-]+)?(?:{_AGE})(?: ?[•·|–-]? ?(?:edited|reply|report|flag))?", re.I
)


def aged(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find threads whose comments each begin with a name and an age: ``3 days ago``. They run on to the end."""
    heads = [
        line for line in lines if line.index > 3 and (found := _AGED.fullmatch(line.text)) and _named(view, line, found)
    ]
    while heads and heads[0].start < len(view.text) // 4:
        heads.pop(0)
    if not heads:
        return
    first = heads[0].index
    if not _AGED.fullmatch(view.lines[first].text)["who"]:  # type: ignore[index]
        first -= 1
    titled = False
    for above in reversed(view.lines[max(0, first - 2) : first]):
        if TITLE.fullmatch(above.text):
            first, titled = above.index, True
    if len(heads) >= (2 if titled else 3):
        yield Match(view.lines[first].start, view.lines[-1].end)


def _named(view: View, line: Line, found: re.Match[str]) -> bool:
    """Whether a name stands before the age, in the line or on the line above."""
    who = found["who"] or view.lines[line.index - 1].text
    return len(who) <= 40 and len(who.split()) <= 4 and who[-1] not in '.!?:;,"”'


_EXCERPT = re.compile(
    r"[A-ZÀ-ÞА-Я][^\n:.!?]{1,38}: .{8,200}(?:…|\.\.\.)|[^\n:.!?]{2,38} (?:on|zu|bei|en|em|su|sur|к|на) \S.{6,160}"
)


def recent(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the list of the site's latest comments: a title, and below it names, each with a beginning or a place."""
    for line in lines:
        if not TITLE.fullmatch(line.text) and not _LATEST.fullmatch(line.text):
            continue
        last = line.index
        while last < len(view.lines) - 1 and _EXCERPT.fullmatch(view.lines[last + 1].text):
            last += 1
        if last - line.index >= 2:
            yield Match(line.start, view.lines[last].end)


_LATEST = re.compile(
    r"(?i)(?:recent|latest|new) comments|(?:neueste|letzte|aktuelle) kommentare|(?:derniers|nouveaux) commentaires"
    r"|commentaires récents|(?:últimos )?coment[áa]rios(?: recientes| recentes)?|(?:ultimi )?commenti(?: recenti)?"
)


_BROKEN = re.compile(r"[^\W_][^\n:.!?“”\"]{0,30}? ?: [^\n]{5,220}")


def excerpts(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find lists of the latest comments without a title: names with beginnings of what they wrote, most broken off."""
    done = 0
    for line in lines:
        if line.index < done or not _begun(line.text):
            continue
        first = last = line.index
        while first and _BROKEN.fullmatch(view.lines[first - 1].text):
            first -= 1
        while last + 1 < len(view.lines) and _BROKEN.fullmatch(view.lines[last + 1].text):
            last += 1
        done = last + 1
        run = view.lines[first:done]
        if len(run) > 2 and 3 * sum(_begun(each.text) for each in run) >= 2 * len(run):
            yield Match(run[0].start, run[-1].end)


def _begun(text: str) -> bool:
    return text.endswith(("...", "…")) and _BROKEN.fullmatch(text) is not None
