"""Where a text was taken from: labels whose source stands on the line below, and lists of references at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.model import Match
from cleaners.view import Line, View

LONGEST: Final = 90
"""Longest line that names a source, in characters."""
REFERENCE: Final = 500
"""Longest line that is one reference."""
BROKEN: Final = 6
"""Lines over which a broken sentence about the first place of publication goes."""

_CITED = re.compile(
    r"\bet al\b|\bdoi\b|10\.\d{4,}/|https?://|www\.|\b(?:19|20)\d\d\b|\bpp?\. ?\d|\bretrieved\b|\baccessed\b"
    r"|\babgerufen\b"
    r"|\bvol\.|\bJournal\b|ISBN|\[\d+\]|^\s*\[?\d{1,3}[.\])]? ?\S",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:(?:verwendete |weitere |selected |further |key )?(?:references?|sources?|bibliograph(?:y|ie)"
    r"|works cited|citations?|"
    r"notes|endnotes|footnotes|literatur(?:verzeichnis|hinweise|angaben)?|quellen(?:angaben?|verzeichnis|nachweise?)?|"
    r"einzelnachweise|fußnoten|referenzen|références?|sources|notes et références|referencias|bibliografía|fuentes|"
    r"referências|fontes|riferimenti|bibliografia|fonti|źródła|przypisy|источники|примечания|литература|tham khảo|"
    r"tài liệu tham khảo|kaynaklar|kaynakça|bronnen|källor|kilder))\s*:?\s*",
    re.IGNORECASE,
)


def above(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the word for source alone on a line near the end, with the short lines below it."""
    for line in lines:
        below = view.lines[line.index + 1 :]
        if len(line.text.split()) > 2 or not 1 <= len(below) <= 4:
            continue
        if all(len(other.text) <= LONGEST and other.text[-1] not in "!?" for other in below):
            yield Match(line.start, below[-1].end)


def references(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A heading for references behind the first third of a text, with the lines under it that cite something."""
    reached = 0
    for hit in lines:
        for line in view.lines[hit.index : hit.index + 2]:
            if line.start < reached or 3 * line.start < len(view.text) or not _HEADING.fullmatch(line.text):
                continue
            last, cited, number = None, 0, 0
            for number, other in enumerate(view.lines[line.index + 1 :], 1):
                short = len(other.text) <= 4 or (other.text[0] in ",.;)" and len(other.text) < LONGEST)
                if not short and (len(other.text) > REFERENCE or not _CITED.search(other.text)):
                    break
                last = other
                cited += not short
                if number > 80:
                    break
            if last is not None and cited:
                reached = last.end
                yield Match(line.start, last.end)


def broken(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """The sentence about the first place of publication, broken over lines by its links."""
    for line in lines:
        if len(line.text) > LONGEST or line.text[-1] in ".!?":
            continue
        for other in view.lines[line.index + 1 : line.index + 1 + BROKEN]:
            if len(other.text) > LONGEST:
                break
            if other.text[-1] in ".!" and (
                other.text in (".", ". ") or other.index - line.index < 3 or len(other.text) < 4
            ):
                following = view.lines[other.index + 1 : other.index + 4]
                tail = next((late for late in reversed(following) if late.text in (".", "article.")), other)
                linked = other.text.lower().startswith((". read", ". see"))
                yield Match(line.start, tail.end if linked else other.end)
                break
            if other.text.lower().startswith((". read", ". see")):
                continue
