"""Where an entry is filed and what it is about: a blog's closing sentence, key words, hash tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.menu_words import WORDS
from cleaners.model import Match
from cleaners.view import Line, View

_REACH: Final = 40
"""Most lines of a sentence whose links stand on lines of their own."""
_HEAD: Final = 6
"""Lines at the head of a text among which tags without a label stand."""
_LONGEST: Final = 700
"""Characters of the longest such sentence."""

_BEGIN: Final = re.compile(
    r"this (?:entry|post|article) was (?:posted|published|filed|written)"
    r"|(?:dieser|der) (?:beitrag|eintrag|artikel) wurde"
    r"|veröffentlicht (?:in|unter|am) |ce contenu a été publié|cette entrée a été publiée|publicado en "
    r"|(?:esta|la) entrada (?:fue|ha sido) publicada|est[ea] (?:registro|post|artigo) foi (?:postado|publicado)"
    r"|esse registro foi postado|questa voce è stata pubblicata|dit bericht (?:is|werd) geplaatst|ten wpis został"
    r"|запись опубликована|эта запись была|bu yazı .{3,60} yayınlan|dette innlegget (?:ble|er) publisert"
    r"|detta inlägg (?:är |publicerades)",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"(?:lesezeichen auf den\s+)?permalink\s*\.?|permalien\s*\.?|enlace permanente\s*\.?|link permanente\s*\.?"
    r"|bezpośredniego odnośnika\s*\.?|постоянн\w+ ссылк\w+\s*\.?|kalıcı bağlantı\w*\s*\.?"
    r"|permanent(?:e|na)? (?:link|länk)\w*"
    r"|verschlagwortet(?: mit [^\n.]{2,200})?\s*\.?(?=\s*(?:$|\n))",
    re.IGNORECASE,
)


def filed(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the sentence in which a blog says where an entry is filed, also when its links stand on their own lines."""
    done = 0
    for line in lines:
        near = view.lines[max(0, line.index - _REACH) : line.index + 1]
        first = next((each for each in reversed(near) if each.start >= done and _BEGIN.match(each.text)), None)
        if first and line.end - first.start <= _LONGEST and (last := _last(view, line)):
            yield Match(first.start, last)
            done = last


def _last(view: View, line: Line) -> int:
    """Where the sentence ends that says in this line how to keep the link; 0 when it does not."""
    ends = [match.end() for match in _END.finditer(view.text, line.start, line.end + 4)]
    if not ends or view.text[ends[-1] : max(ends[-1], line.end)].strip(" ."):
        return 0
    return max(len(view.text[: ends[-1]].rstrip()), line.end)


def keywords(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find key words in the last line, parted by commas: half of them at least stand in the text above."""
    if len(view.lines) < 4:
        return
    above, line = view.lines[-2:]
    if line.text.count(",") < 3 or ":" in line.text or line.text[-1] in '.!?:;"”' or len(line.text) > _LONGEST:
        return
    parts = [part.strip() for part in view.lowered(line).split(",")]
    if above.text[-1] in '.!?"”»)' and all(part and len(part) <= 40 and len(part.split()) <= 4 for part in parts):
        body = view.lower[: line.start]
        if 2 * sum(part in body for part in parts) >= len(parts):
            yield Match(line.start, line.end)


def parted(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find tags that stand on lines of their own with the commas between them, and nothing else beside them."""
    done = -1
    for line in lines:
        first, last = line.index - 1, line.index
        if line.text != "," or first < 0 or first <= done:
            continue
        while last + 2 < len(view.lines) and view.lines[last + 2].text == ",":
            last += 2
        done = last + 1
        if last + 1 >= len(view.lines):
            continue
        begin, end = view.lines[first], view.lines[last + 1]
        apart = first == 0 or view.text.count("\n", view.lines[first - 1].end, begin.start) > 1
        labelled = first > 0 and view.lines[first - 1].text.lower().strip(" :") in WORDS
        closed = last + 2 == len(view.lines) or view.text.count("\n", end.end, view.lines[last + 2].start) > 1
        edge = first < _HEAD or last + 2 == len(view.lines)
        names = view.lines[first : last + 2 : 2]
        if (
            (labelled or (apart and edge and len(names) > 2))
            and closed
            and all(len(name.text.split()) <= 4 and name.text[-1] not in ".!?" for name in names)
        ):
            yield Match((view.lines[first - 1] if labelled else begin).start, end.end)
