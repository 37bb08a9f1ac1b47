"""Titles printed in the text: the page's own title again, or a line that can be nothing else.

Sure is only what agrees with the title that came along. Without one, a short line above a byline, dateline or
timestamp, or above the first paragraphs of a text, is taken for the title with less confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from cleaners.finders.datelines import read as read_dateline
from cleaners.model import Headline, Match
from cleaners.view import Line, View

HEAD = 4
"""Lines from the top among which a title is looked for."""
SAME = 90
"""Least similarity (0 to 100) of a line and the title."""
SHORTEST, LONGEST = 15, 170
"""Characters of a title."""
PARAGRAPH = 100
"""Characters of a line that is a paragraph and no title."""

_SITE = re.compile(r"\s+(?:[|»·]|[-–—]{1,2}|::)\s+[^|»·–—]{2,40}$")
_OPENS_STORY = re.compile(
    r"(?:by|von|par|por) [^\W\d_]|(?:published|updated|posted|veröffentlicht|publié|publicado)\b|\d{1,2}[:.]\d\d|"
    r"\d{1,2}\.? ?[^\W\d_]{3,9}\.? \d{4}$|[^\W\d_]{3,9}\.? \d{1,2}, \d{4}$",
    re.IGNORECASE,
)


def printed(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """The title as it stands in the text: the one that came along, or without one a line that looks like it."""
    return _known_title(view, lines) if view.context.title else _title_line(lines)


def _known_title(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """The title that came along, printed near the head of the text, alone on a line or before the first sentence."""
    title = view.context.title or ""
    forms = {title.strip(), _SITE.sub("", title).strip()}
    for line in lines[:HEAD]:
        for form in forms:
            if len(form) < SHORTEST:
                continue
            if abs(len(line.text) - len(form)) < 20 and fuzz.ratio(line.text.lower(), form.lower()) >= SAME:
                yield Match(line.start, line.end, Headline(line.text), 0.95)
                return
            if line.index == 0 and len(form) > 2 * SHORTEST and _is_glued(line.text, form):
                yield Match(line.start, line.start + len(form), Headline(form), 0.85)
                return


def _title_line(lines: Sequence[Line]) -> Iterator[Match]:
    """The first line where it is short, ends like a title, and what opens a story or long paragraphs follow."""
    if len(lines) < 3:
        return
    first, second, third = lines[:3]
    text = first.text
    if not SHORTEST <= len(text) <= LONGEST or text[-1] in ".,:;" or not (text[0].isupper() or text[0] in "\"“„«‘'¿¡"):
        return
    opened = _OPENS_STORY.match(second.text) is not None or read_dateline(second.text, 0) is not None
    if opened or (len(second.text) > PARAGRAPH > len(text) and len(third.text) > PARAGRAPH):
        yield Match(first.start, first.end, Headline(text), 0.8 if opened else 0.6)


def _is_glued(text: str, title: str) -> bool:
    """Whether a line goes on after the title with a sentence of its own."""
    rest = text[len(title) :].lstrip()
    return (
        text[: len(title)].lower() == title.lower()
        and len(rest) > PARAGRAPH
        and not rest[0].islower()
        and rest[0] not in ",;:."
    )
