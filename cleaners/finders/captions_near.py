"""Finders of captions without an agency: what stands around them gives them away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaners.finders.caption_signs import goes_on
from cleaners.finders.caption_text import caption_start, sentences
from cleaners.finders.captions import SURE, all_credits
from cleaners.finders.credit_span import tail
from cleaners.finders.credit_text import owned, plausible, read
from cleaners.model import Credit, Match
from cleaners.view import Line, View

SHORTEST, LONGEST = 50, 360
"""Characters of a line that may be a caption with a bare name behind it."""

OVERLAP = 0.6
"""Share of a caption's longer words that a neighbour says as well."""

_NAME = r"[^\W\d_a-z][\w’'.-]*"
_OWNER = re.compile(rf"{_NAME}(?:(?: (?:for|of|the|de|von|van|and|&))* {_NAME}|/[\w.@-]+){{1,6}}")
_PERSON = re.compile(r"[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]{2,}")
_NORDIC = re.compile(
    r"[æøåÆØÅ]|\b(?:og|av|til|med|etter|har|det|som|ikke|seg|at|er|tror|vil|kan|får|fra|ble|mot|sin|her|han|hun)\b"
)
_STATION = re.compile(
    r"\((?:[KW][A-Z]{2,3}(?:[ -]?(?:TV|News|\d{1,2}))?|(?:FOX|Fox|ABC|NBC|CBS) ?\d{1,2}|(?:FOX|Fox) News)\)"
)
_CAPS_HEAD = re.compile(r"([A-ZÆØÅÄÖÉ][A-ZÆØÅÄÖÉ -]{3,28}):\s+[«–”\"]?[A-ZÆØÅÄÖ]")

_SHORTENED = re.compile(r"(?:\b[A-Z]|\b(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Sgt|Col|Prof|Jr|Sr|vs|No))\.$")
"""A full stop that ends no sentence: ``U.S.``, ``Sen.``"""


def unlabelled(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A sentence or two with a bare name behind them that say what a neighbour says; and what the page marked."""
    if view.context.captions:
        yield from _marked(view, lines)
    for line in lines:
        if line.text[-1] == ")":
            yield from _in_brackets(line)
        elif line.text[-1].isalnum() and SHORTEST <= len(line.text) <= LONGEST:
            credit = _bare(line.text)
            body = line.text[: -len(credit.raw)] if credit else ""
            if credit and (_for_paper(line.text) or (_said_nearby(view, line, body) and not _is_prose(view, body))):
                yield Match(line.start, line.end, (credit,))


def _in_brackets(line: Line) -> Iterator[Match]:
    """A sentence and in brackets a name with its paper, or the letters of a television station."""
    text = line.text
    opened = text.rfind("(", max(0, len(text) - 90))
    if opened < 12 or len(text) > LONGEST or not ("/" in text[opened:] or _STATION.fullmatch(text, opened)):
        return
    found = tail(text)
    body = text[:opened].rstrip()
    if found and found.sure and found.start == opened and caption_start(text, opened) is not None:
        yield Match(line.start, line.end, tuple(all_credits(text, found)))
    elif body[-1] == "." and _STATION.fullmatch(text, opened) and sentences(body) < 3:
        yield Match(line.start, line.end, (Credit(text[opened:], None, text[opened + 1 : -1]),))


def capitals(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Norwegian and Danish captions: a word in capitals, a colon, a sentence (``LETTET: Hun jublet etter målet.``)."""
    heads = [(line, head[1]) for line in lines if line.text[1:3].isupper() and (head := _CAPS_HEAD.match(line.text))]
    for line, word in heads:
        if (
            len(line.text) <= 220
            and sentences(line.text) <= 2
            and sum(word == other for _, other in heads) == 1
            and _NORDIC.search(line.text)
        ):
            yield Match(line.start, line.end, ())


def _bare(text: str) -> Credit | None:
    """The name behind the last full stop: two to eight words, no stop behind it."""
    if ". " not in text[-70:] and ".” " not in text[-70:] and '." ' not in text[-70:] and "! " not in text[-70:]:
        return None
    stop = max(text.rfind(mark, max(0, len(text) - 70)) for mark in (". ", ".” ", '." ', "! "))
    if stop < 30:
        return None
    raw = text[stop + 1 :].lstrip('”" ')
    body = text[: stop + 1]
    if _SHORTENED.search(body) or not body[0].isupper() or sentences(body) > 3:
        return None
    if not _OWNER.fullmatch(raw) or not plausible(raw):
        return None
    return owned(raw, raw)


def _for_paper(text: str) -> bool:
    """Whether the name behind the last full stop is a photographer's, with the paper it worked for."""
    found = tail(text) if " for " in text[-60:] else None
    return found is not None and found.sure and " for " in found.credit.raw and caption_start(text, found.start) == 0


def _said_nearby(view: View, line: Line, body: str) -> bool:
    """Most of the longer words of the caption stand in the paragraphs around it, or somebody's full name."""
    words = _words(body)
    if line.index in (0, len(view.lines) - 1) or len(words) < 4:
        return False
    near = view.lines[max(0, line.index - 3) : line.index] + view.lines[line.index + 1 : line.index + 4]
    paragraphs = [other.text for other in near if len(other.text) > 80]
    around = {word for text in paragraphs for word in _words(text)}
    if len(words & around) >= OVERLAP * len(words):
        return True
    told = {name for text in paragraphs for name in _PERSON.findall(text)}
    return len(paragraphs) >= 2 and any(name in told for name in _PERSON.findall(body))


def _is_prose(view: View, body: str) -> bool:
    """Whether a sentence opens like prose and stands nowhere else (a pull quote does); captions say where at times."""
    return goes_on(body) and not body.startswith(("In ", "On ", "At ")) and view.text.count(body[:40]) < 2


def _words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]{4,}", text)}


def _marked(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines that the page itself marked as captions."""
    known = [" ".join(caption.split()) for caption in view.context.captions]
    known = [caption for caption in known if len(caption) > 14]
    for line in lines if known else ():
        text = " ".join(line.text.split())
        if len(text) > 14 and any(_same(text, caption) for caption in known):
            found = tail(line.text)
            yield Match(line.start, line.end, tuple(all_credits(line.text, found)) if found else (), SURE)


def _same(text: str, caption: str) -> bool:
    """Equal, but for a credit behind one of them."""
    if text == caption:
        return True
    long, short = (text, caption) if len(text) > len(caption) else (caption, text)
    return (
        len(short) > 30
        and long.startswith(short)
        and len(long) - len(short) < 80
        and bool(read(long[len(short) :].strip(" .|–—-")))
    )
