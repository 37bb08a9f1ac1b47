"""Finder of captions by their style: what agencies and papers write under pictures, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaners.finders.captions import LONGEST_BODY, sentences
from cleaners.model import Match
from cleaners.view import Line, View

UNENDED = 0.7
"""Confidence of a caption that only lacks its full stop."""

_VERBS = (
    r"speaks|poses?|gestures?|looks? on|attends?|arrives?|waves?|listens?|reacts?|celebrates?|testif(?:ies|y)"
    r"|stands?|sits?|walks?|holds?|"
    r"greets?|shakes? hands|leaves?|delivers?|gathers?|march(?:es)?|protests?|smiles?|performs?|watch(?:es)?"
    r"|appears?|works?|prepares?|"
    r"waits?|checks?|carr(?:ies|y)|is seen|are seen|is pictured|are pictured|is shown|are shown|takes? part|pray"
    r"|prays|participates?|runs?|rides?"
)
_SHOWN = re.compile(rf"^[^.!?\"“]{{4,130}}?\b(?:{_VERBS})\s(?:[^\"“]*)$")
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DATED = re.compile(rf"\b(?:{_MONTH} \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} {_MONTH},? (?:19|20)\d\d)\b", re.IGNORECASE)
_DATELINE = re.compile(r"(?:\)|\b(?:19|20)\d\d|[A-Z]{3,})\s*(?:--|—|–|-)\s")
_PAST = re.compile(r"\b(?:said|told|was|were|had|has|have|did|would|could|according)\b")
_SIDE = re.compile(
    r"\((?:pictured(?: [a-z ]{3,20})?|(?:far |second )?(?:left|right)|centre|center|front|back|above|below)\)"
    r"|, (?:far )?(?:left|right|center|centre),|"
    r"\b(?:pictured (?:here|above|below|left|right|in this)|(?:is|are|was|were) (?:seen|shown) (?:here|above"
    r"|below))\b|, seen here\b|^seen here\b",
    re.IGNORECASE,
)
_GERMAN_SIDE = re.compile(r"\((?:v\. ?)?(?:[lrmLRM]\.|v\. ?l\. ?n\. ?r\.)(?:,[^()]{2,30})?\)")
_VIEW = re.compile(
    r"(?:an? |the |this )?(?:undated |file |general |aerial |archive |satellite |still |combination |composite )*"
    r"(?:photo(?:graph)?|picture|image|view|screen ?(?:grab|shot)|still|rendering|portrait|handout|illustration"
    r"|artist[’']s (?:impression|concept|rendering)|"
    r"footage|graphic|map|chart|sign|mugshot)s? (?:of|from|shows?|showing|taken|released|posted|provided)\b",
    re.IGNORECASE,
)


def depicted(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Short lines that describe a picture: the present tense with a date of the past, who stands left, what it shows.

    A paper that sets captions without a full stop does so everywhere: two sure ones give away the others.
    """
    found = [line for line in lines if _sized(line.text) and _depicts(line.text) and not _goes_on(view, line)]
    for line in found:
        yield Match(line.start, line.end, ())
    if sum(_unended(line.text) and bool(_SIDE.search(line.text)) for line in found) > 1 and _stops_elsewhere(view):
        for line in view.lines[1:]:
            if line not in found and _like_a_sentence(line.text) and not _goes_on(view, line):
                yield Match(line.start, line.end, (), UNENDED)


def _sized(text: str) -> bool:
    return (
        24 < len(text) <= LONGEST_BODY and len(text.split()) > 4 and not text.endswith((":", ",", ";", "?", "”", '"'))
    )


def _unended(text: str) -> bool:
    return text[-1].isalnum() or text[-1] == ")"


def _like_a_sentence(text: str) -> bool:
    """Long, without a full stop, and mostly in lower case (a heading is short, a headline has capitals)."""
    words = text.split()
    return (
        60 < len(text) <= LONGEST_BODY
        and _unended(text)
        and text[0].isupper()
        and len(words) > 10
        and sum(word[0].islower() for word in words) > 0.55 * len(words)
        and sentences(text) < 3
    )


def _stops_elsewhere(view: View) -> bool:
    """Most long lines of the text end in a full stop, so that a line without one stands out."""
    long = [line.text for line in view.lines if len(line.text) > 100]
    return len(long) > 5 and sum(text[-1] in ".!?”\"'’" for text in long) >= 0.6 * len(long)


def _depicts(text: str) -> bool:
    """Whether the line's own words say that it stands under a picture."""
    count = sentences(text)
    if count > 3 or _DATELINE.search(text[:90]) or text[0] in "\"“‘'-•*" or text[0].islower():
        return False
    first = text[: text.find(". ")] if count > 1 and ". " in text else text
    unended = _unended(text)
    dated = any(map(str.isdigit, first)) and bool(_DATED.search(first))
    if dated and _SHOWN.match(text) and not _PAST.search(text[:140].lower()):
        return True
    if _GERMAN_SIDE.search(text):
        return count < 3
    if _SIDE.search(text):
        return unended and count == 1
    return bool(_VIEW.match(text)) and count < 3 and (unended or dated)


def _goes_on(view: View, line: Line) -> bool:
    """A sentence broken into lines: the next line goes on in lower case."""
    following = view.lines[line.index + 1].text if line.index + 1 < len(view.lines) else ""
    return following[:1].islower() or following[:1] in (",", ".", ";", ")")
