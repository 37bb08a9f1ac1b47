"""Finder of captions by their style: what agencies and papers write under pictures, and nowhere else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaners.finders.caption_signs import SIDE, depicts, paragraphs, prose, shared, shown, staged, unended
from cleaners.finders.caption_text import LONGEST_BODY, sentences
from cleaners.finders.credit_span import tail
from cleaners.knowledge.names import has_given_name
from cleaners.model import Match
from cleaners.view import Line, View

UNENDED = 0.7
"""Confidence of a caption that only lacks its full stop."""

_PAPERS = re.compile(r"scroll down for video|mail ?online|dailymail\.com|daily mail uk", re.IGNORECASE)
PLAIN = 2
"""Plain captions without a full stop from which on a paper is known to set them so."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAME_AND_YEAR = re.compile(rf"[^\W\d_a-z]\w+(?: [^\W\d_a-z][\w.-]+){{1,2}} in (?:(?:{_MONTHS}) )?(?:19|20)\d\d\.?")
_ON_THE_DAY = re.compile(
    r"[A-Z][^.!?\"“:;]{30,240}, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
    rf"(?:{_MONTHS}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.) \d{{1,2}}, (?:19|20)\d\d"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FRAMES = 3
"""Pictures of one person from which on their captions are told by the words they share."""

SENTENCE = 80
"""Characters of the shortest line without a full stop that is no heading."""

RESTATED = 0.4
"""Which part of its longer words the paragraphs around a caption say, too."""


def depicted(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Short lines that describe a picture: the present tense with a date of the past, who stands left, what it shows.

    A paper that sets captions without a full stop does so everywhere: two sure ones give away the others.
    """
    found = [line for line in lines if _sized(line.text) and _depicts(line.text) and not _goes_on(view, line)]
    found += _frames(view, lines)
    for line in found:
        yield Match(line.start, line.end, ())
    if sum(unended(line.text) and bool(SIDE.search(line.text)) for line in found) > 1 and _stops_elsewhere(view):
        for line in view.lines[1:]:
            if line not in found and _like_a_sentence(line.text) and not _goes_on(view, line):
                yield Match(line.start, line.end, (), UNENDED)


def _depicts(text: str) -> bool:
    """What :func:`depicts` knows, or the present tense with a day in a sentence without a full stop."""
    return depicts(text) or (_like_a_sentence(text) and (shown(text) or staged(text)) and not prose(text))


def _sized(text: str) -> bool:
    return (
        24 < len(text) <= LONGEST_BODY and len(text.split()) > 4 and not text.endswith((":", ",", ";", "?", "”", '"'))
    )


def _like_a_sentence(text: str) -> bool:
    """Long, without a full stop, and mostly in lower case (a heading is short, a headline has capitals)."""
    words = text.split()
    return (
        60 < len(text) <= LONGEST_BODY
        and unended(text)
        and text[0].isupper()
        and len(words) > 10
        and sum(word[0].islower() for word in words) > 0.55 * len(words)
        and sentences(text) < 3
    )


def _stops_elsewhere(view: View) -> bool:
    """Most long lines of the text end in a full stop, so that a line without one stands out."""
    long = [line.text for line in view.lines if len(line.text) > 100]
    return len(long) > 5 and sum(text[-1] in ".!?”\"'’" for text in long) >= 0.6 * len(long)


def _goes_on(view: View, line: Line) -> bool:
    """A sentence broken into lines: the next line goes on in lower case."""
    following = view.below(line)
    return following[:1].islower() or following[:1] in (",", ".", ";", ")")


def dated(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A name and a year (``Jane Roe in May 2014``), or a line that ends in the weekday and date of a picture."""
    for line in lines:
        named = _NAME_AND_YEAR.fullmatch(line.text)
        if (named and has_given_name(line.text)) or (_ON_THE_DAY.fullmatch(line.text) and not prose(line.text)):
            yield Match(line.start, line.end, ())


def _frames(view: View, lines: Sequence[Line]) -> list[Line]:
    """Captions of a list of pictures: three or more that show the same person at some time, never side by side."""
    seen = [line for line in lines if len(line.text) <= 170 and sentences(line.text) == 1 and shown(line.text)]
    heads = Counter(line.text.split()[0] for line in seen)
    named = {head for head, count in heads.items() if count >= FRAMES}
    short = [line for line in view.lines if len(line.text) <= 170 and line.text.split()[0] in named]
    framed = [line for line in short if _YEAR.search(line.text) and not prose(line.text.rstrip('"”'))]
    return [] if any(second.index - first.index == 1 for first, second in pairwise(framed)) else framed


def restated(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Sentences without a full stop between paragraphs that say the same: a heading is shorter."""
    plain = [
        line
        for line in lines
        if len(line.text) >= SENTENCE
        and line.text[-1].isalnum()
        and _enclosed(view, line)
        and _like_a_sentence(line.text)
        and not prose(line.text)
        and "http" not in line.text
    ]
    if not plain or not _stops_elsewhere(view) or not _sets_them_so(view):
        return
    for line in plain:
        if sentences(line.text) == 1 and shared(line.text, paragraphs(view, line)) >= RESTATED:
            yield Match(line.start, line.end, ())


def _sets_them_so(view: View) -> bool:
    """Whether the paper sets captions without a full stop: some are plain, or the page is one that does."""
    if _PAPERS.search(view.text):
        return True
    plain = 0
    for line in view.lines:
        text = line.text
        if 40 < len(text) <= LONGEST_BODY and unended(text) and len(text.split()) > 6:
            credit = tail(text)
            behind = credit and credit.sure and text[: credit.start].rstrip()[-1:].isalnum()
            plain += bool(behind) or depicts(text) or (shown(text) and not prose(text))
    return plain >= PLAIN


def _enclosed(view: View, line: Line) -> bool:
    """The line stands between two paragraphs that end in a full stop."""
    around = [view.lines[line.index - 1].text] if line.index else []
    around += [other.text for other in view.lines[line.index + 1 : line.index + 2]]
    return len(around) == 2 and all(len(text) > 60 and text[-1] in ".!?”\"’'»…:" for text in around)
