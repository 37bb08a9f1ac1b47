"""Links to other articles that no label announces: capitals or brackets between paragraphs, teasers, cards, dates.

They betray themselves by their shape and their place. Prose stands before and behind a link inside an article; at its
tail, cards and dated lists run on to the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cleaners.finders.links import is_headline
from cleaners.model import Match
from cleaners.view import Line, View

PARAGRAPH: Final = 60
"""Shortest neighbour that is a paragraph, in characters."""

_CLOSED: Final = '.!?"”’»)…'
_WORDS: Final = re.compile(r"[^\W\d_]{3,}")


def _between_paragraphs(view: View, line: Line) -> bool:
    """Whether a whole paragraph of prose stands before a line, and another behind it."""
    if not 0 < line.index < len(view.lines) - 1:
        return False
    above, below = view.lines[line.index - 1].text, view.lines[line.index + 1].text
    ended = above[-1] in _CLOSED or len(above) > 3 * PARAGRAPH
    return len(above) >= PARAGRAPH and ended and len(below) >= PARAGRAPH and not below[0].islower()


def _near_paragraph(view: View, line: Line) -> bool:
    """Whether a line stands between two others, one of them a paragraph."""
    near = view.lines[max(0, line.index - 1) : line.index + 2]
    return len(near) == 3 and any(other is not line and len(other.text) >= PARAGRAPH for other in near)


def capitals(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find headlines in capitals between paragraphs, where the article has no sub-headings in capitals."""
    shouted = [line for line in view.loose if line.text[:6].isupper() and _is_shouted(line.text)]
    if not shouted or sum(len(line.text.split()) < 5 for line in shouted) > 2:
        return
    heads = [line for line in shouted if _is_loud_headline(line.text) and _between_paragraphs(view, line)]
    sure = any(line.text[-1] != "?" for line in heads)
    for line in heads:
        if sure or line.text[-1] != "?":
            yield Match(line.start, line.end)


def _is_shouted(text: str) -> bool:
    """Whether a line is in capitals, but for the plural of an abbreviation.

    >>> _is_shouted("HARBOUR TO HOST THE AMAs IN MAY"), _is_shouted("NATO says no")
    (True, False)
    """
    return text.isupper() or (len(text) > 27 and sum(map(str.islower, text)) * 20 <= len(text))


def _is_loud_headline(text: str) -> bool:
    if not 28 <= len(text) <= 150 or text[-1] in ".!:;,-" or not (text[0].isalnum() or text[0] in "'‘"):
        return False
    return len(_WORDS.findall(text)) >= 4 and len(text.split()) >= 5


_ASKS = re.compile(r"(?:Read|See|Watch|Listen|Sign up|Subscribe|Are you|Have you|Do you|Did you|Tell us|Here[’']s)\b")
_STAGE = re.compile(
    r"(?i)(?:editor|applause|laughter|music|crosstalk|cheer|inaudible|begin|end|audio|video|sic|translat|the following"
    r"|above|below|left|right|note|photo|image|source|\w+\.)|.*\bno\. ?\d"
)


def bracketed_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find headlines in square brackets between paragraphs."""
    for line in lines:
        text = line.text
        if text[0] != "[" or text[-1] != "]" or not 25 <= len(text) <= 220 or len(text.split()) < 5:
            continue
        inside = text[1:-1].strip()
        if "[" in inside or inside[:1].islower() or _STAGE.match(inside) or not _near_paragraph(view, line):
            continue
        if inside[-1] not in ".!;:," or _ASKS.match(inside):
            yield Match(line.start, line.end)


_KIND = re.compile(
    r"(?:[»►▶•*–-] ?)?(?:(?:PHOTO GALLERY|PHOTOS|GALLERY|SLIDESHOW|PICTURES|IN PICTURES|QUIZ|LISTEN|PODCAST|INTERACTIVE"
    r"|GRAPHIC|EXPLAINER|OPINION|EDITORIAL|TIMELINE|FACT CHECK|LIVE UPDATES|LIVE BLOG|READ|ANALYSIS|MAP|EXPLAINED"
    r"|COMMENTARY|COLUMN|DATABASE|EXCLUSIVE|POLL|Photo gallery|Photos|Gallery|Slideshow|Go deeper|Live updates"
    r"|Fact check|Quiz|Podcast)): [“\"'‘A-Z0-9].{18,160}[^.:,;\s]"
)


def kinds(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the kind of another piece and its headline: ``PHOTOS: …``; in the first line it is the article's own."""
    for line in lines:
        if line.index and _KIND.fullmatch(line.text):
            yield Match(line.start, line.end)


_MORE = re.compile(
    r".{25,320}[.!?…“”\"] (?:mehr|Mehr)|.{20,300} \| (?:mehr|audio|video|bilder|Mehr|Audio|Video|Bilder)"
)


def teasers(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find short summaries of other articles that end with ``mehr`` or ``| audio``, with their headline at the tail."""
    for line in lines:
        if not _MORE.fullmatch(line.text) or line.index < 3:
            continue
        first = line
        above = view.lines[line.index - 1]
        rest = view.lines[line.index + 1 :]
        if is_headline(above.text) and all(is_headline(other.text) or _MORE.fullmatch(other.text) for other in rest):
            first = above
        yield Match(first.start, line.end)


_NAME = r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3}"
_DAY = (
    r"(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}\.? [^\W\d]{3,9}\.?,? \d{4}"
    r"|[^\W\d]{3,9}\.? \d{1,2}(?:, \d{4})?"
    r"|\d{1,3} ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[mhdw]) ago"
    r"|(?:vor|hace|há|il y a) \d{1,3} [^\W\d]{3,8})"
)
_TIME = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?"
_CARD = re.compile(
    rf"(?:[Bb]y )?{_NAME}(?:(?:, | and | & ){_NAME}){{0,3}} ?[-–—|•·,]? ?(?:{_DAY}|{_TIME})(?:,? {_TIME})?"
)
_STAMPED = re.compile(rf"(?P<head>\S.{{14,160}}?)[\s,|·•–—-]+\(?{_DAY}(?:[ ,]*{_TIME})?\)?")
_PLACED = re.compile(r", [A-Z]{2}\b|, .*, |\d–\d|\d:\d\d .*\d:\d\d")
"""What tour dates and fixtures hold."""


def cards(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the cards of other articles at the tail: each a headline with its author and time, perhaps a summary."""
    if lines[-1].index < len(view.lines) - 40:
        return
    heads = [line for line in view.lines[-40:] if line.index > 5 and len(line.text) < 90 and _CARD.fullmatch(line.text)]
    while heads and heads[0].start < len(view.text) * 0.5:
        heads.pop(0)
    if len(heads) < 2 or len(view.lines) - heads[-1].index > 4:
        return
    if any(b.index - a.index > 5 for a, b in pairwise(heads)):
        return
    first = heads[0].index
    while first > 4 and is_headline(view.lines[first - 1].text) and view.lines[first - 1].text[-1] not in _CLOSED:
        first -= 1
    yield Match(view.lines[first].start, view.lines[-1].end)


def dated_list(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find three headlines or more at the tail that each end with their day."""
    if lines[-1].index < len(view.lines) - 2:
        return
    first = len(view.lines)
    while first > 3 and _is_dated(view.lines[first - 1].text):
        first -= 1
    if len(view.lines) - first >= 3:
        yield Match(view.lines[first].start, view.lines[-1].end)


def _is_dated(text: str) -> bool:
    found = _STAMPED.fullmatch(text)
    return bool(found) and len(found["head"].split()) >= 4 and not _PLACED.search(found["head"])  # type: ignore[index]
