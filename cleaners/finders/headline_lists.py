"""Headlines of other articles that no heading announces: at the end of a text, between two paragraphs, above a video.

They have no literal sign. What betrays them is that several lines in a row are long, end without a full stop and stand
where only prose was before. Articles that are full of such lines (guides, checklists, recipes) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleaners.finders.links import is_titled
from cleaners.model import Match
from cleaners.view import Line, View

PARAGRAPH: Final = 60
"""Shortest line that is a paragraph before a list of headlines, in characters."""

LONG: Final = 8
"""Lines from which a run is taken for links whatever stands before it."""

MANY: Final = 15
"""Lines from which a run is long."""

_SAID: Final = re.compile(r"^[“\"„«].{40,}[”\"»] [—–-] |^(?:[A-Z][\w.’'-]* ){1,5}[A-Z][\w.’'-]*, [A-Z][^.!?]{2,40}$")
"""What others wrote, and who they are: a review of the press."""
_CLOSED: Final = ".!:;,”\"»。！।۔…'’)"
_BULLETS: Final = "-•*–·›»>"
_EXCERPT = ("...", "…", "[...]", "[…]", "[&hellip;]")
_DENSE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that set few spaces or none, so that words cannot be counted."""
_COUNTED = re.compile(r"\d{1,3} [A-Z][\w-]+ [A-Z]\w")
"""How a headline may begin that is short: ``10 Strangest Bridges``."""
_LISTED = re.compile(
    r"[$€£]|: [a-z\d]|photo|https?:|www\.|@|\b(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.|^\[?\d{1,2}[\].)]|[=†©]"
)
"""What entries of lists, footnotes and legal lines hold, and headlines seldom."""
_ENTRY = re.compile(r"[：]|^[“\"]|(?:,[^,]+){3}")
"""What most lines of a company's profile, of quotations and of shopping lists hold."""
_OWN = re.compile(
    r"(?i)(?:summary|zusammenfassung|fazit|checklist|key (?:points|facts|takeaways)|ingredients|zutaten|references"
    r"|sources?|notes|quellen|literatur\w*|sources|bibliograph\w*|contents|tracklist|cast|results|ergebnisse|termine"
    r"|transcript|appendix|faqs?)\b"
)
"""Headings of lists that are the article's own."""


def kind(text: str) -> str:
    """What a line may be: ``H`` a headline, ``S`` a short line, ``E`` an excerpt that breaks off, ``P`` prose.

    >>> [kind(text) for text in ("Ferry fares to rise again next year", "Sport", "It was closed.")]
    ['H', 'S', 'P']
    >>> kind("They were to be scrapped in May, and then the divers found...")
    'E'
    """
    if text[-1] in _CLOSED:
        if text.endswith(_EXCERPT):
            return "E" if len(text) > 45 else "H" if len(text) > 30 else "P"
        return "H" if text[-1] in "”\"»'’)" and _quotes(text) else "P"
    if len(text) > 300 or text[0].islower():
        return "P"
    if _DENSE.search(text):
        return "H" if len(text) >= 13 else "S"
    if len(text) >= 28 and text.count(" ") >= 3:
        return "H"
    return "H" if _COUNTED.match(text) else "S"


def _quotes(text: str) -> bool:
    """Whether a line ends in a quotation or bracket but is no sentence itself: its stop would stand before the mark."""
    return 30 <= len(text) <= 160 and text[-2] not in ".!?,…" and not text[0].islower() and ". " not in text


class Block(NamedTuple):
    """Lines ``first`` to ``last`` of a view, both of them in it."""

    first: int
    last: int


def tail(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find what a site links to below an article: three headlines or more at its end, with their sections and dates."""
    lines = view.lines
    if len(lines) < 7 or kind(lines[-1].text) == "P" or view.context.language == "vi":
        return  # photo series without credits look the same in Vietnamese
    first = _first(lines)
    if first < 3 or _is_listy(lines[:first]):
        return
    run = [line.text for line in lines[first:]]
    above = lines[first - 1].text
    if (_is_prose(above) or (len(run) >= LONG and above[-1] not in ":：")) and _is_linked(run):
        yield Match(lines[first].start, lines[-1].end)


def _first(lines: Sequence[Line]) -> int:
    """Where the run of lines that are no prose begins; a lone short sentence among many of them is a headline too."""
    first = len(lines)
    while first > 0:
        text = lines[first - 1].text
        alone = (
            len(lines) - first >= LONG
            and len(text) <= 160
            and all(kind(other.text) == "H" for other in lines[max(0, first - 3) : first - 1])
        )
        if kind(text) == "P" and not alone:
            break
        first -= 1
    return first


def _is_linked(run: Sequence[str]) -> bool:
    heads = [text for text in run if kind(text) == "H"]
    excerpts = sum(kind(text) == "E" for text in run)
    if len(heads) < (2 if excerpts >= 2 else 3) or (len(heads) + excerpts) * (2 if len(run) < MANY else 3) < len(run):
        return False  # in a long run a topic may stand above each headline, and a day below
    if sum(bool(_SAID.search(text)) for text in run) * 3 > len(heads):
        return False
    if sum(bool(_LISTED.search(text)) for text in heads) * 3 > len(heads) or any(map(_OWN.match, run[:2])):
        return False
    if sum(bool(_ENTRY.search(text)) for text in heads) * 2 > len(heads):
        return False
    bullets = sum(text[0] in _BULLETS for text in heads)
    if bullets and sum(map(is_titled, heads)) * 4 < len(heads) * 3:
        return False
    if bullets not in (0, len(heads)):
        return False
    starts = {text.lstrip(_BULLETS).split()[0] for text in heads}
    ends = {text.split()[-1] for text in heads}
    return len(starts) * 2 > len(heads) or len(ends) * 2 > len(heads) or len(set(heads)) * 2 <= len(heads)


def _is_prose(text: str) -> bool:
    return _size(text) >= PARAGRAPH and text[-1] in ".!?”\"»)’'。…।۔"


def _size(text: str) -> int:
    """A line's length; a Chinese or Japanese character says as much as two letters."""
    return len(text) * 2 if _DENSE.search(text) else len(text)


def _is_listy(body: Sequence[Line]) -> bool:
    """Whether the article itself is full of lines without a full stop, or has hardly any prose."""
    prose = sum(_size(line.text) >= 80 for line in body)
    loose = sum(line.text[-1].isalnum() for line in body)
    return prose < 3 or loose * 4 > len(body)


def inner(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find two headlines or more that stand together between two paragraphs of an article without lists."""
    if len(view.loose) < 2 or view.context.language == "vi":
        return
    heads = [line for line in view.loose[:-1] if line.text[-1].isalnum() and _is_long_head(line.text)]
    heads = [line for line in heads if _is_long_head(view.lines[line.index + 1].text)]
    if not heads:
        return
    body = [line for line in view.lines if not _is_long_head(line.text)]
    if len(body) < 8 or _is_listy(body) or sum(line.text[-1].isalnum() for line in body) * 6 > len(body):
        return
    done = -1
    for line in heads:
        if line.index <= done:
            continue
        last = line.index
        while last + 1 < len(view.lines) and _is_long_head(view.lines[last + 1].text):
            last += 1
        done = last
        if _stands_between(view, line.index, last):
            yield Match(line.start, view.lines[last].end)


def _is_long_head(text: str) -> bool:
    return (
        45 <= len(text) <= 220
        and kind(text) == "H"
        and (text.count(" ") >= 6 or bool(_DENSE.search(text)))
        and (text[0].isalnum() or text[0] in "'‘“¿¡")
        and not _NUMBERED.match(text)
        and not _LABELLED.match(text)
    )


_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]+|[a-zA-Z]|Step \d+)[.):]|\S+: ?[-–]$")


_LABELLED = re.compile(
    r"(?i)(?:read|see|also|related|more|watch|lesen sie|mehr|lire|à lire|lea|lee|leia|leggi)\b.{0,24}:"
)
"""Links with a label of their own: what stands beside one of them may be a sub-heading."""


def _stands_between(view: View, first: int, last: int) -> bool:
    """Whether whole paragraphs stand before and behind a run of lines that are no list of the article's own."""
    if first < 2 or last + 1 >= len(view.lines) or last - first > 40:
        return False
    above, below = view.lines[first - 1].text, view.lines[last + 1].text
    if (
        not _is_prose(above)
        or (above[-1] == ")" and above[-2] not in ".!?…")
        or len(below) < 80
        or below[0].islower()
        or below[-1] in _LOOSE_END
    ):
        return False
    run = [view.lines[index].text for index in range(first, last + 1)]
    again = len(run) - len({text.split()[0] for text in run})
    if again > (len(run) > 2 and all(map(is_titled, run))) and not _DENSE.search(run[0]):
        return False
    odd = sum(text[-1] in "?\"”’'" or text.isupper() or bool(_UNLIKE.search(text)) for text in run)
    return odd * 2 < len(run) and sum(bool(_LISTED.search(text)) for text in run) * 2 <= len(run)


_UNLIKE = re.compile(r"\b(?:I|I[’']m|[Mm]y|[Ww]e|[Yy]our?|ich|wir)\b|\w{3}\. [A-Z]|\d ?%")
"""What lines of a broken paragraph and lists of figures hold, and headlines seldom."""
_LOOSE_END: Final = ",;-–"


_RUNS = re.compile(r"(?P<title>.{12,200}) \d{1,2}:\d\d")


def twins(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the title of a film that stands twice, as its button and above it, the second time with its length."""
    for line in view.loose:
        if not line.index or line.text[-3:-2] != ":" or not (found := _RUNS.fullmatch(line.text)):
            continue
        above = view.lines[line.index - 1]
        if found["title"] in above.text and len(above.text) - len(found["title"]) <= 12:
            yield Match(above.start, line.end)
