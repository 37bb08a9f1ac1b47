"""Story highlights: a heading that announces key points, with the short lines under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.model import Match
from cleaners.view import Line, View

POINTS = 8
"""Most points in a list of highlights."""
LONGEST = 240
"""Characters: a point is no longer."""
HEAD = 8
"""Lines: the list stands before this one."""
HEADING = re.compile(
    r"(?:the )?(?:story |article )?(?:highlights|key (?:points|takeaways|findings|facts)|at a glance|in brief"
    r"|tl;dr|summary|ai summary"
    r"|quick read|what you need to know)|das wichtigste in kürze|(?:das wichtigste )?auf einen blick"
    r"|darum geht.?s|kurz & bündig"
    r"|(?:les )?points clés|l.essentiel|en bref|ce qu.il faut retenir|puntos clave|lo más importante"
    r"|(?:las )?claves|resumo|destaques"
    r"|in sintesi|(?:i )?punti chiave|(?:самое )?главное|коротко|najważniejsze|w skrócie|kort fortalt|i korthet"
)


def highlights(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A heading near the top of the document and the run of short lines under it, if a longer paragraph follows."""
    for line in lines:
        if line.index > HEAD or not HEADING.fullmatch(view.lowered(line).strip(" :.*–-#")):
            continue
        points: list[Line] = []
        for point in view.lines[line.index + 1 : line.index + 2 + POINTS]:
            if len(point.text) > LONGEST:
                break
            points.append(point)
        follows = line.index + 1 + len(points) < len(view.lines)
        listed = [point for point in points if point.text[0] in "-•*·–▪" or point.text[-1] not in '.!?”"']
        if 1 < len(points) <= POINTS and follows and len(listed) * 2 >= len(points):
            yield Match(line.start, points[-1].end)
        else:
            yield Match(line.start, line.end)
