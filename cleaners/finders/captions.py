"""Finders of captions: a sentence or two about a picture, known by the credit it ends with or by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaners.finders.credit_span import Tail, head, inside, tail
from cleaners.finders.credit_text import LONGEST, read, signed
from cleaners.model import Credit, Match
from cleaners.view import Line, View

SURE = 0.95
"""Above the confidence of a credit, so that a caption keeps the credit inside it."""

LONGEST_BODY = 380
"""Characters of the longest caption believed without a sign at its head: a longer line is a paragraph with a credit behind it."""

_STOP = re.compile(r"[.!?。۔](?:[\"”’»)]|\[\d+\])*(?=\s+[\"“‘«„(]?[^\W_a-z])")
_FILE = re.compile(r"file\b.{0,12}(?:photo|picture|image|-|–|—|:)|\w+ \d{1,2}, \d{4}.{0,12}file photo", re.IGNORECASE)
_NAME = r"[^\W\d_a-z][\w’'.-]*"
_ORGANISED = re.compile(rf"(?:{_NAME}|for|of|the|de|von|/|&)(?:[ /](?:{_NAME}|for|of|the|de|von|&)){{1,6}}")


def credited(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Lines that end in a credit: the whole line is the caption, unless it is a paragraph."""
    for line in lines:
        found = tail(line.text)
        if (
            found
            and (start := caption_start(line.text, found.start)) is not None
            and (found.sure or _weakly(line, found))
        ):
            yield Match(line.start + start, line.end, tuple(_credits(line.text, found)), SURE)


def caption_start(text: str, credit: int) -> int | None:
    """Where the caption begins whose credit stands at ``credit`` and ends the text; ``None`` if there is no caption.

    The whole text is one, if it is short; of a paragraph, what stands without a full stop before the credit.

    >>> caption_start("The bridge on Monday. Jane Roe/AP", 22), caption_start("It was closed.Jane Roe/AP", 14)
    (0, None)
    """
    body = text[:credit].rstrip(" |–—-·•")
    if len(body) < 3 or (credit and body[-1] in ".!?”" and text[credit - 1] == body[-1] and text[credit] not in "([©"):
        return None
    stops = [match.end() for match in _STOP.finditer(body) if not _abbreviated(body, match.start())]
    if len(body) <= LONGEST_BODY and len(stops) <= 3 or _FILE.match(text) and len(body) < 1200:
        return 0
    return None


def _abbreviated(text: str, stop: int) -> bool:
    """The full stop belongs to an initial or an abbreviation (``U.S.``, ``Nov.``, ``St.``)."""
    word = re.search(r"[^\s(]*$", text[:stop])
    return bool(word) and (len(word[0]) <= 1 or "." in word[0] or (len(word[0]) <= 4 and word[0].istitle()))


def _weakly(line: Line, found: Tail) -> bool:
    """A bare ``(AP)`` also ends agency reports: a caption before it is short and has no full stop."""
    body = line.text[: found.start].rstrip()
    return len(body) < 220 and body[-1] not in '.!?”"»' and not _STOP.search(body) and len(body.split()) > 3


def _credits(text: str, last: Tail) -> Iterator[Credit]:
    for _, _, credit in inside(text[: last.start]):
        yield credit
    yield last.credit
