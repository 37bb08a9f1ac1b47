"""What signs off a text on a last line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaners.knowledge.agencies import NEWS, agency
from cleaners.model import Match
from cleaners.view import Line, View

LONGEST = 40
"""Characters of the longest line of agencies."""
EDGES = " -–—/()[]*.|"
NAME = 60
"""Characters the line before has at least: it is a sentence, and no item of a list."""


def agency_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A news agency, or several, alone on the last line."""
    line = lines[-1]
    if len(line[3]) > LONGEST or len(lines) < 2 or line.index + 1 != len(view.lines):
        return
    text = line.text.strip(EDGES).removeprefix("The ").removeprefix("the ")
    names = text.replace(" / ", "/").replace(", ", "/").replace(" and ", "/").replace(" und ", "/").split("/")
    before = lines[-2].text
    if len(before) > NAME and text and all((agency(name.strip()) or "") in NEWS for name in names):
        yield Match(line.start, line.end)
