"""Links to other articles that one line betrays: arrows, a title printed twice, a kicker, a card's own byline, teasers.

Each stands alone on its line. What tells it from the article's own line is a sign that prose does not have: an arrow at
its head or end, the same words twice, a colon with a space before it, an excerpt that breaks off above "Read more".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.headline_lists import kind
from cleaners.finders.links import headline_run, is_headline, is_titled
from cleaners.model import Match
from cleaners.view import Line, View

PARAGRAPH: Final = 60
"""Shortest neighbour that is a paragraph, in characters."""

_ARROWS: Final = frozenset(">»►▶➤➜➡→👉🔴📌🔗↪⏩☞<\ufe0f")
_PATH = re.compile(r"\w >? ?> \w|< \w|.{70} »$")
"""Breadcrumbs, and the end of a quotation that began on a line before."""
_OPENS = re.compile(r"(?:>{1,3}|»|►|▶️?|➤|➜|➡️?|→|👉\S?|🔴|📌|🔗|↪️?|⏩|☞)\s?")
_CLOSES = re.compile(r"\s?(?:>{2,3}|\s>|\s»|→|▶️?|►|➜|➤|➡️?|\s<<)$")
_PRICE = re.compile(r"[$€£]\s?\d|\d\s?[$€£]|\d+ ?%")


def arrowed(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find lines that an arrow opens or closes, alone between paragraphs: headlines that were links."""
    for line in lines:
        text = line.text
        if not (text[0] in _ARROWS or text[-1] in _ARROWS) or line.index < 3 or len(text) > 190:
            continue
        opened, closed = _OPENS.match(text), _CLOSES.search(text)
        if not (opened or closed) or text.count("»") > 1 or "«" in text or _PATH.search(text):
            continue
        bare = text[opened.end() if opened else 0 : closed.start() if closed else len(text)].strip()
        if len(bare.split()) < 3 or not _starts(bare) or bare[-1] in ".,;:…" or _PRICE.search(bare):
            continue
        if closed or not _has_like(view, line):
            yield Match(line.start, line.end)


def _starts(bare: str) -> bool:
    return bare[0].isupper() or bare[0].isdigit() or bare[0] in "„“\"'‘¿¡"


def _has_like(view: View, line: Line) -> bool:
    """Whether a line beside this one begins with the same sign: then they are the points of a list."""
    sign = line.text[0]
    return any(
        0 <= index < len(view.lines) and view.lines[index].text[0] == sign for index in (line.index - 1, line.index + 1)
    ) or not any(
        0 <= index < len(view.lines) and len(view.lines[index].text) >= PARAGRAPH
        for index in (line.index - 1, line.index + 1)
    )


_LETTERS = re.compile(r"[\W_]+")


def doubled(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find lines that hold the same title twice: the text of a picture's link, and the link below it."""
    for line in view.loose:
        text = line.text
        size = len(text)
        if not 50 <= size <= 420 or not line.index:
            continue
        if text.find(text[:12], size // 2 - 6, size // 2 + 18) < 0:
            continue
        bare = _LETTERS.sub("", text)
        half = len(bare) // 2
        if len(bare) % 2 == 0 and bare[:half] == bare[half:] and text.count(" ") >= 7:
            yield Match(line.start, line.end)


_KICKER = re.compile(r"[A-ZÄÖÜ„»\"][^:.!?\n]{2,44} : [A-ZÄÖÜ„»\"\d][^\n]{12,150}[^.:,;\s]")


def kicker(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find German headlines behind their kicker, ``Ort : Titel``: no German prose has a space before its colon."""
    for line in lines:
        text = line.text
        if line.index <= 2 or " : " not in text or not _KICKER.fullmatch(text) or text.count(" : ") > 1:
            continue
        if text[-1] not in '!…”"' and ". " not in text and not _BOOK.search(text):
            yield Match(line.start, line.end)


_BOOK = re.compile(r"ISBN|\bEUR\b|Verlag|€|\d{5}|http")


_SIGNED = re.compile(
    r"[^•·|\n]{3,60}(?: [•·|] [^•·|\n]{2,60}){1,3} [•·|] "
    r"(?:[^\W\d]{3,9}\.? \d{1,2}, \d{4}|\d{1,2}\.? [^\W\d]{3,9}\.? \d{4}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)(?: [•·|] [\d,.]+ [Ww]ords)?"
)


def signed(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find cards inside an article: a headline, and below it its author, outlet and day with dots between."""
    for line in lines:
        if line.index < 3 or not _SIGNED.fullmatch(line.text):
            continue
        above = view.lines[line.index - 1]
        head = above.text.lstrip("-–•* ")
        if 12 <= len(head) <= 160 and is_headline(head):
            yield Match(above.start, line.end)


_MORE = re.compile(
    r"(?i)[^\w\n]{0,3}(?:read (?:more|on|full story|the rest|article)|continue reading|full story|weiterlesen"
    r"|mehr lesen|mehr|lire (?:la suite|plus)|leer más|seguir leyendo|ver más|leia mais|ler mais|saiba mais"
    r"|leggi (?:tutto|di più)|continua(?: a leggere)?|czytaj (?:więcej|dalej)|читать (?:далее|дальше|полностью)"
    r"|lees (?:meer|verder)|läs mer|les mer|læs mere|devamı(?:nı oku)?|baca selengkapnya|xem thêm)[^\w\n]{0,4}"
)
_BREAKS = re.compile(r"(?:\.\.\.|…|\[(?:\.\.\.|…)\])$")
_TEASER = re.compile(r"(?P<text>.{40,480}(?:\.\.\.|…|\[(?:\.\.\.|…)\]))[\s»>→]*(?P<more>\S.{2,20})")


def teaser(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find an excerpt that breaks off before "Read more", on its line or the next, with the headline above it."""
    for line in lines:
        if line.index < 3:
            continue
        found = _TEASER.fullmatch(line.text)
        if found and _MORE.fullmatch(found["more"]):
            excerpt = line
        elif _MORE.fullmatch(line.text) and _BREAKS.search(view.lines[line.index - 1].text):
            excerpt = view.lines[line.index - 1]
        else:
            continue
        above = view.lines[excerpt.index - 1]
        first = above if excerpt.index > 2 and kind(above.text) == "H" else excerpt
        yield Match(first.start, line.end)


_STAGE = re.compile(
    r"(?i)(?:applause|laugh|sic|video|photo|image|see |source|editor|translat|emphasis|edit|note)|.*[,/]"
)


def bracketed_title(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a title in square brackets behind a sentence: ``… he said. [10 Bridges That Nobody Wanted]``."""
    for line in lines:
        for found in _BRACKETED.finditer(line.text):
            inside = found["title"]
            if len(inside.split()) >= 4 and is_titled(inside) and not _STAGE.match(inside):
                yield Match(line.start + found.start("cut"), line.start + found.end("cut"))


_BRACKETED = re.compile(r"[.!?”\"’)] (?P<cut>\[(?P<title>[A-Z\d‘“'][^\[\]]{18,130}[^\[\].,;\s])\])(?= [A-Z“\"‘]|$)")


def online(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the heading ``Online:`` of news agencies with the names and addresses below it."""
    for line in lines:
        if line.text.lower() not in ("online:", "on the net:", "on the web:", "online", "im internet:", "im netz:"):
            continue
        last = line.index
        while last + 1 < len(view.lines) and _ADDRESS.search(view.lines[last + 1].text[-160:]):
            last += 1
        if last > line.index:
            above = view.lines[line.index - 1] if line.index else line
            first = above if not above.text.strip("_*-—– ") else line
            yield Match(first.start, view.lines[last].end)


_ADDRESS = re.compile(r"^\S.{0,110}?\b(?:https?://|www\.)\S+$|^(?:https?://|www\.)\S+$")


_OFFER = re.compile(
    r"(?i)(?:if you (?:enjoyed|liked|loved|like) (?:this|reading|making|our)\b[^.!?\n]{0,110}[,.]?"
    r"|like (?:this|what you (?:see|read))\?|enjoyed this[^.!?\n]{0,40}\?"
    r"|(?:want|looking for) (?:to read )?more (?:from|like this|on this|great)[^.!?\n]{0,60}\??)"
    r"(?: (?:then|be sure to|make sure (?:to|you)|please|why not|how about|don[\'’]t forget to|also"
    r"|you(?:[\'’]ll| (?:might|may|will|can|should))(?: also)?))*"
    r" (?:check|see|read|try|like|love|enjoy|be interested|want to|have a look|take a look|look at|browse|explore"
    r"|visit|also|making)[^\n]{0,200}"
    r"|(?:wenn (?:ihnen|dir|euch) dieser artikel gefallen|hat (?:dir|ihnen|euch) der artikel gefallen"
    r"|si te (?:ha gustado|gustó) (?:este|esta)|si vous avez aimé cet|se ti è piaciuto questo"
    r"|se você gostou (?:deste|desse))[^\n]{5,200}"
)


def offer(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find an offer of other articles to those who liked this one, with the headlines below it."""
    for line in lines:
        if _OFFER.fullmatch(line.text):
            run = headline_run(view, line.index + 1) if line.text[-1] in ":?!" else 0
            yield Match(line.start, view.lines[line.index + run].end)


_URL = re.compile(r"(?:https?://|www\.)\S+")


def more_addresses(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a heading for more information that stands above an address, or at the very end."""
    for line in lines:
        if len(line.text) > 60 or line.text[-1] in ".!?," or line.index < 3:
            continue
        below = view.lines[line.index + 1 : line.index + 2]
        if _MORE_OF.fullmatch(line.text) and (not below or _URL.fullmatch(below[0].text)):
            yield Match(line.start, below[0].end if below else line.end)


_MORE_OF = re.compile(
    r"(?i)(?:weitere info(?:s|rmationen)?|mehr info(?:s|rmationen)?|weiterführende (?:links?|informationen)|more info"
    r"(?:rmation)?|further information|for more information|más información|plus d[\'’]informations?|per informazioni"
    r"|mais informações|więcej informacji|meer informatie|mer information|links?(?: zum thema)?)"
    r"(?: (?:zu[mr]?|über|on|about|sobre|sur|su|o) [^\n:]{2,40})?"
    r"(?: (?:finden sie |gibt es )?(?:unter|hier|auf|at))?\s?:?"
)
