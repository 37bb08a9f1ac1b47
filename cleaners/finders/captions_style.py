"""Finder of captions by their style: what agencies and papers write under pictures, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaners.finders.caption_signs import SIDE, depicts, unended
from cleaners.finders.caption_text import LONGEST_BODY, sentences
from cleaners.model import Match
from cleaners.view import Line, View

UNENDED = 0.7
"""Confidence of a caption that only lacks its full stop."""


def depicted(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Short lines that describe a picture: the present tense with a date of the past, who stands left, what it shows.

    A paper that sets captions without a full stop does so everywhere: two sure ones give away the others.
    """
    found = [line for line in lines if _sized(line.text) and depicts(line.text) and not _goes_on(view, line)]
    for line in found:
        yield Match(line.start, line.end, ())
    if sum(unended(line.text) and bool(SIDE.search(line.text)) for line in found) > 1 and _stops_elsewhere(view):
        for line in view.lines[1:]:
            if line not in found and _like_a_sentence(line.text) and not _goes_on(view, line):
                yield Match(line.start, line.end, (), UNENDED)


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
    following = view.lines[line.index + 1].text if line.index + 1 < len(view.lines) else ""
    return following[:1].islower() or following[:1] in (",", ".", ";", ")")
