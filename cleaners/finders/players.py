"""Players that left their title behind: between the words of the player, with its length, with a summary below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.model import Match
from cleaners.view import Line, View

_EMBEDDED: Final = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:Play\b(?: [^\n]{8,160}?)?\s+)?"
    r"(?:(?:Facebook|Twitter|X|Google Plus|Google\+|Email|LinkedIn|Pinterest|Reddit|WhatsApp|Share|Link)\s+)*"
    r"Embed\s+\S[^\n]{8,160}?\s\d{1,2}:\d\d(?::\d\d)?(?!\S)"
    r"(?:\s+autoplay)*(?:\s+Copy this code to your website or blog)?",
)
_TITLED: Final = re.compile(
    r"[A-ZÀ-ÞА-Я0-9'\"“‘¿¡][^.!?\n]{18,130}[^.,:;!?\d\s] (?:\(?\d{1,2}:[0-5]\d(?::[0-5]\d)?\)?)"
)
_TIMES: Final = re.compile(r"\d:\d\d.*\d:\d\d|;| vs\.? |(?:19|20)\d\d \|? ?\d\d?:\d\d$|[Pp]osted by|[Uu]pdate")
_PROMPT: Final = re.compile(r"(?:WATCH|LISTEN|PHOTOS|VIDEO)(?: LIVE)? ?\| ?\S.{3,140}")
_CLOCK: Final = re.compile(r"\(?(?:\d{1,2}:)?\d{1,2}:[0-5]\d\)?(?: ?(?:min|Min|h|std|Std)\.?)?")


def embedded(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a player's title between its buttons and its length: ``Play … Embed <title> 2:13``."""
    for line in lines:
        before = view.lines[max(0, line.index - 6)].start
        for match in _EMBEDDED.finditer(view.text, before):
            if match.start() <= line.end and match.end() >= line.start:
                yield Match(match.start(), match.end())


def with_length(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find titles that end in the length of a film, where most words begin in capitals."""
    found = [line for line in lines if line.text[-1:].isdigit() and _TITLED.fullmatch(line.text)]
    for line in found:
        words = [word for word in line.text.split()[:-1] if word[0].isalpha()]
        capitals = sum(word[0].isupper() for word in words)
        if len(words) >= 5 and 5 * capitals >= 3 * len(words) and not _TIMES.search(line.text):
            yield Match(line.start, line.end)


def summary(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the title and the summary that stand below ``WATCH | …``."""
    for line in lines:
        if not _PROMPT.fullmatch(line.text):
            continue
        below = view.lines[line.index + 1 : line.index + 3]
        titled = len(below) == 2 and len(below[0].text) <= 140 and below[0].text[-1] not in ".:;,"
        together = titled and "\n\n" not in view.text[below[0].end : below[1].start]
        whole = together and len(below[1].text) <= 500 and below[1].text[-1] in ".!?…"
        last = below[1] if whole else below[0] if titled else line
        yield Match(line.start, last.end)


def clock(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a film's length alone on a line, where no other line is a time."""
    found = [line for line in view.lines if len(line.text) < 14 and ":" in line.text and _CLOCK.fullmatch(line.text)]
    if len(found) == 1:
        yield Match(found[0].start, found[0].end)
