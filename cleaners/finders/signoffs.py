"""How authors sign without a label: a dash and a name at the end, ``By Name`` grown together with the first sentence,
and the ways of Vietnamese, Korean and Chinese papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.outlets import OUTLET
from cleaners.knowledge.agencies import NEWS, agency
from cleaners.knowledge.names import has_given_name, is_name, read_names, surname
from cleaners.model import Byline, Match
from cleaners.view import Line, View

TAIL: Final = 4
"""Lines from the end among which a signature stands."""
LONGEST: Final = 160
"""Characters of the longest one."""
TOP: Final = 4
"""Lines from the top among which a byline grows together with a sentence."""

_DASH = re.compile(r"(?:[-–—―~•]+\s*)+")
_DASHED = re.compile(r"(?<=[^\W\d_]{2}[.!?…)])\s*(?:--|—|–|―| -)\s*(?P<name>[^\W\d_][^.!?:;”\"]{4,60})\.?\Z")
_WITH = re.compile(r"(?:,? (?:and|with|und|mit|et|avec) (?:readers like you|the )?.{0,40}|\W*)")
_OF = re.compile(r"\s*(?:[,/|(]|for |of )\s*(?P<outlet>[A-Z][\w.&'’ -]{1,40}?)\)?\.?\Z")
_QUOTE = tuple('”"»’“')
_ENDS = tuple('.!?…)”"»’:“')
_GLUED = re.compile(
    r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|Text:?|Autor:|Author:|Written by|Posted by|Story by)\s+"
    r"(?P<names>(?:[^\W\d_][^\W\d_'’-]+|[^\W\d_a-zß-ÿ]\.)"
    r"(?: (?:[^\W\d_a-zß-ÿ]\.|van|von|de|der|di|da|del|la|[Mm]c|O[’']))*"
    r"(?: [^\W\d_][^\W\d_'’-]+){1,2}?)"
    r"(?:,? (?:Staff Writer|Staff Reporter|Contributing Writer|Contributor|Guest Writer|Correspondent))?"
    r"\s+(?=(?P<next>[A-ZÀ-Þ][^\s,]*)\s+\S+\s+\S)"
)
_OPENERS: Final = frozenset(
    """
    The A An In On At It He She They We I You When While As After Before If There This That These Those For With From
    Since Although Though Despite During Two Three Four Five Six Ten Most Many Some More Last Just Now Today Even Every
    Former President Police Officials Republican Republicans Democrat Democrats U.S. US Prime What Why How Who Not No
    Once Until According Nearly About Almost By His Her Their Our My To Both Each Another One All Only Over Under
    Der Die Das Ein Eine Es Er Sie Wir Im Am Auf Mit Nach Bei Für Wer Was Wie Wenn Seit Noch Auch Immer Vor Zwei Drei
    Den Dem Als An Aus Dass Zum Zur Nun Jetzt Viele Mehr Kein Keine
    Le La Les L’ Un Une Des Il Elle Ils Ce Cette Ces Dans En Au Aux À Pour Depuis Selon Après Quand Si C’est
    El Los Las Una Este Esta Según Con Por Tras Desde Cuando Más
    O Os As Um Uma Na No Nas Nos Em Depois Segundo Após Quem
    Gli Lo Il Nel Nella Dopo Secondo Per Con Da
    """.split()  # noqa: SIM905
)
"""Words that begin a sentence and are part of no name."""

_VIETNAMESE = re.compile(
    r"(?:(?P<name>(?-i:[A-ZĐÀ-Ỹ][^\s().,;:!?/]{0,7}\.?(?:[ .]?[A-ZĐÀ-ỸƬ][^\s().,;:!?/]{0,7}){0,3})\.?)"
    r"\s*[(/–-]\s*|\(\s*)"
    r"(?:theo|tɦeo|tổng hợp|t/h|th|dịch|lược dịch|nguồn)\b[^.!?;]{0,60}\.?|\(?(?:tổng hợp|t/h)\)?\.?"
    r"|theo (?-i:[A-ZĐÀ-Ỹ][^\s().,;:!?]{0,12}(?: [A-ZĐÀ-Ỹ][^\s().,;:!?]{0,12}){0,4})",
    re.IGNORECASE,
)
_VI_SIGN = re.compile(r"(?:theo|tổng hợp|\(t/?h\)|lược dịch|dịch từ|tɦeo)", re.IGNORECASE)
_VI_NAME = re.compile(r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,6}(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,6}){1,3}")


def dashed(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A dash and names on one of the last lines, or behind the last sentence of all."""
    count = len(view.lines)
    for line in lines[-TAIL:]:
        text = line.text
        if line.index < max(1, count - TAIL):
            continue
        if text[0] in "-–—―~•" and len(text) <= LONGEST:
            before = view.lines[line.index - 1].text
            opens = _DASH.match(text)
            found = _names(text[opens.end() :]) if opens else None
            closed = before.endswith(_ENDS) and not before.endswith(_QUOTE)
            if found and closed and not _dashes(view, line) and _stranger(view, line, found):
                yield Match(line.start, line.end, Byline(text, found), 0.8)
        elif line.index == count - 1 and (hit := _behind_dash(text)):
            found = _names(hit["name"])
            if found and has_given_name(found[0]) and _stranger(view, line, found, hit.start()):
                at = line.start + hit.start()
                at += len(view.text[at : line.end]) - len(view.text[at : line.end].lstrip())
                yield Match(at, line.end, Byline(hit["name"], found), 0.75)


def _behind_dash(text: str) -> re.Match[str] | None:
    """What stands behind a dash at the end of a text."""
    start = max(0, len(text) - 70)
    return _DASHED.search(text, start) if any(stroke in text[start:] for stroke in "-–—―") else None


def _dashes(view: View, line: Line) -> bool:
    """Whether a neighbour opens with a dash too: a list."""
    near = (*view.lines[line.index - 1 : line.index], *view.lines[line.index + 1 : line.index + 2])
    return any(other.text[0] in "-–—―~•" for other in near)


def _names(text: str) -> tuple[str, ...]:
    """The names that fill a text but for an outlet or thanks behind them; empty if there is more."""
    names, end = read_names(text)
    if not names or not all(is_name(name) for name in names):
        return ()
    rest = text[end:]
    if not rest.strip(" .,)"):
        return names
    if outlet := _OF.match(rest):
        known = OUTLET.search(outlet["outlet"]) or (agency(outlet["outlet"]) or "") in NEWS or "/" in rest
        return names if known else ()
    return names if has_given_name(names[0]) and _WITH.fullmatch(rest) else ()


def _stranger(view: View, line: Line, names: Sequence[str], offset: int = 0) -> bool:
    """Whether the text before does not tell about the first one who signs."""
    return surname(names[0]) not in view.text[: line.start + offset]


def grown(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """``By Name`` before the first word of a sentence on the same line."""
    for line in lines[:TOP]:
        text = line.text
        if len(text) < 100 or text[0] not in "BVPDTAWS":
            continue
        found = _GLUED.match(text)
        if not found or found["next"].split("’")[0] + "’" * ("’" in found["next"][:3]) not in _OPENERS:
            continue
        name = found["names"]
        if is_name(name) and has_given_name(name):
            end = line.start + len(text[: found.end()].rstrip())
            yield Match(line.start, end, Byline(text[: found.end()].strip(), (name,)), 0.85)


def vietnamese(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Names on the first line, and names with the paper they were taken from on the last ones."""
    if view.context.language not in (None, "vi") or len(lines) < 3:
        return
    first = lines[0]
    if (
        view.context.language == "vi"
        and _VI_NAME.fullmatch(first.text)
        and not first.text.isascii()
        and len(view.lines[1].text) > 80
        and first.text.casefold() not in view.text[first.end :].casefold()
    ):
        yield Match(first.start, first.end, Byline(first.text, (first.text,)), 0.75)
    for line in lines[-2:]:
        text = line.text
        if (
            len(text) > 70
            or not _VI_SIGN.search(text)
            or not view.lines[line.index - 1].text.endswith((".", "”", "!", ")", "?"))
        ):
            continue
        found = _VIETNAMESE.fullmatch(text)
        if found:
            name = (found["name"] or "").strip(" .")
            yield Match(line.start, line.end, Byline(text, (name,) if " " in name else ()), 0.8)
