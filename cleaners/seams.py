"""Places where one text may run into another, and how strongly its words speak for a seam.

A place is a line's end, a sentence or a word that runs into a capital, or an edge of residue. What the words say is
measured on the longer words that not every text holds (:mod:`cleaners.knowledge.common_words`): at a seam the sides
share hardly any of them (after Hearst's TextTiling, 1997), the words right behind it come back further on but do not
stand before it, and the words right before it stand further up but do not come back.

The weights are logarithms of odds in half steps, set by hand: how much more often a sign is seen at a seam of two
articles than inside one. A seam is rare, so only several signs together reach the bound.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

import re2

from cleaners.knowledge.common_words import common_stems
from cleaners.model import Finding, Span
from cleaners.space import merge, subtract

_UPPER: Final = "A-ZÀ-ÖØ-ÞА-ЯЁ"
_LOWER: Final = rf"[^\W\d_{_UPPER}]"
_OPENING: Final = r"[\"“„«‘'(\[¡¿]"
_SHUT: Final = r"[\"”’»)\]]"

SENTENCE_GLUED: Final = re.compile(
    rf"[.!?…](?:(?<=[^\s.].){_SHUT}{{0,2}}\.?(?={_OPENING}{{0,2}}[{_UPPER}][^\W_])|(?<= .)(?=[{_UPPER}][^\W_]))"
)
"""A sentence's end that runs into a capital."""
GLUED_CAPITAL: Final = re.compile(rf"[{_UPPER}](?<=[^\s(\[/.@&‘'’-].)")
"""A capital right behind something else than an opening mark, which is quickly found."""
WORD_GLUED: Final = re.compile(
    rf"(?:(?<={_LOWER}{_LOWER})|(?<={_LOWER}[\"”»)\]>:]))[{_UPPER}][^\W_]"
    rf"|(?:(?<=[\d#>*%])|(?<=[{_UPPER}][{_UPPER}]))[{_UPPER}]{_LOWER}{{2}}"
)
"""A word or a number that runs into a capital, with no full stop."""
_SMALL: Final = r"a-z\x{80}-\x{10ffff}"
_MAY_BE_GLUED: Final = re2.compile(
    rf"[{_SMALL}][{_SMALL}\"”»)\]>:][{_UPPER}][\pL\pN]"
    rf"|(?:[\pN#>*%]|[{_UPPER}][{_UPPER}])[{_UPPER}][{_SMALL}]{{2}}"
    rf"|[.!?…][\"”’»)\]]{{0,2}}\.?[\"“„«‘'(\[¡¿]{{0,2}}[{_UPPER}][\pL\pN]"
)
"""What stands in every line that holds one of the two: a quick look, after which most lines need no slower one."""
LINE_END: Final = re.compile(r"\n(?<=[^\n]\n)(?=[^\n•*–—·-])")
"""A line's end with no blank line."""
_ABBREVIATED: Final = re.compile(
    rf"(?:(?<!\w)(?:[^\W\d_]|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Sgt|Col|Prof|Jr|Sr|No|Nr|Inc|Co|Corp|Ph|vs|bzw|ca|str"
    rf"|Hr|Fr|Abs|Art|www|pp|Vol|al|ул|им|стр|тыс)|\.[^\W\d_]|(?<!\w)\d{{1,2}}|\b[{_UPPER}]{{2}})\. ?$"
)
_BRAND: Final = re.compile(rf"(?<!\w)(?:[{_UPPER}]{_LOWER}{{0,5}}|[’'#@]\w*)$")
"""The first part of names like ``AirAsia``, and of hashtags."""
_CONTINUES: Final = re.compile(
    r"[\"“„«‘'(\[]*(?:But|And|Or|So|Yet|He|She|They|It|Its|His|Her|Their|This|That|These|Those|Also|However|Meanwhile"
    r"|Moreover|Furthermore|Additionally|Instead|Then|Such|Another|Others?|Both|Nor|Still|Indeed|Thus|Therefore|Hence"
    r"|Because|Otherwise|Nevertheless|Nonetheless|Und|Aber|Doch|Denn|Sie|Er|Dies\w*|Auch|Zudem|Außerdem|Dabei|Damit"
    r"|Daher|Deshalb|Sonst|Allerdings|Dennoch|Jedoch|Mais|Et|Il|Elle|Ils|Elles|Cela|Ce|Cette|Ces|Ainsi|Toutefois"
    r"|Cependant|Donc|Pero|Y|Además|También|Sin embargo|Est[aeo]s?|Es[aeo]s?|Ell[ao]s?|Así|Asimismo|Por ell?o|Por eso"
    r"|Mas|E|El[ae]s?|Isso|Esse|Essa|Também|Além|Porém|Assim|Ma|Inoltre|Quest[aeio]|Anche|Però|Così|Quindi|Но|И|А|Он"
    r"|Она|Они|Эт[аио]|Этот|Также|Кроме того|Однако|При этом|Поэтому|Ama|Ancak|Ve|Bu|Bun\w*|Böyle\w*|Ayrıca|Fakat"
    r"|Nhưng|Và|Tuy nhiên|Ngoài ra|Do đó|Vì vậy"
    r"|Ale|Jednak|Ten|Maar|En|Hij|Zij|Ook|Dit|Dat|Deze|Men|Och|Han|Hon|Det|Detta|Og|Hun)"
    r"(?=[\s,.’'])"
)
"""How a sentence begins that goes on with what was said: no article begins so."""

_DOMAIN: Final = re.compile(r"\w+\.[a-z]{2}")
_ENDS: Final = frozenset('.!?…"”’»)')

STEM: Final = re.compile(r"([^\W\d_]{4,7})[^\W\d_]*")
_SENTENCE: Final = re.compile(r"[.!?…:。।۔](?:[\s\"”’»)\]]|$)")
PROSE: Final = re.compile(r"[^\n]{60,}")
"""A line that counts as prose."""
SMALLEST: Final = 240
"""Characters of prose below which a side says too little to be an article."""
FEWEST: Final = 12
"""Different words of its own that each side must have."""
NOTHING: Final = 0.012
"""Share of common words that is as good as none."""
SHARED: Final = 0.15
"""Most words that the sides of a seam share, as a share of the fewer: nearly all seams lie below."""

Kind = str
SENTENCE, WORD, LINE, EDGE, BLOCK = "sentence", "word", "line", "edge", "block"


class Place(NamedTuple):
    """A place where a document may end (at ``start``) and the next begin (at ``resume``)."""

    start: int
    resume: int
    kind: Kind


class Signs(NamedTuple):
    """What speaks for and against a seam at a place, as numbers; :data:`WEIGHTS` are their weights."""

    one: float
    """Always 1."""
    word: float
    """A word runs into the next: brand names do that too."""
    edge: float
    block: float
    """A dateline behind a blank line, or a drawn rule."""
    strangers: float
    """A sentence runs into one with whose side its own has nothing in common."""
    cohesion: float
    """Share of words in common across the place, over the mean share between the halves of each side."""
    cohesion_log: float
    near: float
    """Share of words in common between the stretches right before and right behind."""
    ahead: float
    """How much rather the next words come back than that they stood before (logarithm of a ratio)."""
    behind: float
    """The same of the words right before the place, looking up."""
    both: float
    """The weaker of both, over longer stretches."""
    continues: float
    """The next sentence goes on with what was said."""
    ended: float
    """A sentence ends before the place."""
    lines: float
    """For ends of lines: how many there are without a blank line, in 1,000 characters."""
    residue: float
    """Residue stands right before the place."""
    length: float
    """Logarithm of the number of words."""


WEIGHTS: Final = Signs(
    one=1.5,
    word=-1.5,
    edge=-6.0,
    block=3.0,
    strangers=3.0,
    cohesion=-6.0,
    cohesion_log=1.5,
    near=-20.0,
    ahead=1.5,
    behind=0.5,
    both=1.0,
    continues=-1.5,
    ended=2.0,
    lines=-1.0,
    residue=1.5,
    length=0.5,
)


class Lexis:
    """The longer words of a text that not every text holds, as stems; ``marks`` are where it may be taken apart."""

    def __init__(self, lower: str, marks: Iterable[int]) -> None:
        self._marks = sorted({0, *marks, len(lower)})
        common = common_stems()
        pieces = [[stem for stem in STEM.findall(lower[a:b]) if stem not in common] for a, b in pairwise(self._marks)]
        self.stems = [stem for piece in pieces for stem in piece]
        self._indices = [0, *accumulate(map(len, pieces))]

    def index(self, mark: int) -> int:
        """The index of the first stem behind a mark."""
        return self._indices[bisect_left(self._marks, mark)]

    def between(self, start: int, end: int) -> list[str]:
        """The stems between two marks."""
        return self.stems[self.index(start) : self.index(end)]

    @cached_property
    def _counts(self) -> tuple[list[int], list[int]]:
        """For each index: how many different stems have begun before it, and how many of them have ended."""
        count = len(self.stems)
        first = dict(zip(reversed(self.stems), range(count - 1, -1, -1), strict=True))
        last = dict(zip(self.stems, range(count), strict=True))
        begun, ended = [0] * (count + 1), [0] * (count + 1)
        for index in first.values():
            begun[index + 1] = 1
        for index in last.values():
            ended[index + 1] = 1
        return list(accumulate(begun)), list(accumulate(ended))

    def shared(self, mark: int) -> float:
        """Share of the stems in common across a mark; 1 where a side has too few."""
        begun, ended = self._counts
        index = self.index(mark)
        left, right = begun[index], begun[-1] - ended[index]
        return (begun[index] - ended[index]) / min(left, right) if min(left, right) >= FEWEST else 1.0


def places(text: str, findings: Sequence[Finding]) -> list[Place]:
    """Return where the text may have a seam, in order, with enough prose on both sides."""
    found = {match.end(): Place(match.end(), match.end(), LINE) for match in LINE_END.finditer(text)}
    found |= {place.start: place for span in _suspects(text) for place in _glued_places(text, *span)}
    for edge in _edges(text, findings):
        if edge.kind == BLOCK or edge.start not in found:
            found[edge.start] = edge
    last = len(text) - SMALLEST
    bounds = _prose(text, findings) if any(SMALLEST <= start <= last for start in found) else None
    if not bounds:
        return []
    first, last = bounds
    taken = merge([(finding.start, finding.end) for finding in findings])
    return [
        place
        for start, place in sorted(found.items())
        if first <= start <= last and (place.kind in (SENTENCE, WORD) or not _inside(start, taken))
    ]


def _suspects(text: str) -> Iterator[Span]:
    """The lines in which a word or a sentence may run into a capital."""
    end = -1
    for match in _MAY_BE_GLUED.finditer(text):
        if match.start() > end:
            start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
            end = len(text) if end < 0 else end
            yield start, end


def _glued_places(text: str, first: int, last: int) -> Iterator[Place]:
    """Words, then sentences, that run into a capital on a line."""
    for match in GLUED_CAPITAL.finditer(text, first, last):
        start = match.start()
        if WORD_GLUED.match(text, start) and _is_seam_of_words(text, start):
            yield Place(start, start, WORD)
    for match in SENTENCE_GLUED.finditer(text, first, last):
        if (place := _glued(text, match.end())) is not None:
            yield Place(place, place, SENTENCE)


def _prose(text: str, findings: Sequence[Finding]) -> tuple[int, int] | None:
    """From where and up to where there is enough prose on the other side; None if that is nowhere."""
    ends: list[int] = []
    spans = [match.span() for match in PROSE.finditer(text) if _SENTENCE.search(text, *match.span())]
    if sum(end - start for start, end in spans) < 2 * SMALLEST:
        return None
    residue = merge([(finding.start, finding.end) for finding in findings])
    for lines in (subtract(spans, residue), [(-b, -a) for a, b in reversed(subtract(spans, residue))]):
        room = SMALLEST
        for start, end in lines:
            if end - start >= room:
                ends.append(start + room)
                break
            room -= end - start
        else:
            return None
    return (ends[0], -ends[1]) if ends[0] <= -ends[1] else None


def _inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(spans, (offset, 0)) - 1
    return index >= 0 and spans[index][1] > offset


def _token(text: str, offset: int) -> tuple[str, str]:
    """What stands before and behind ``offset`` up to the next white space."""
    before = text[max(0, offset - 40) : offset].split()
    behind = text[offset : offset + 40].split()
    return (before or [""])[-1] if not text[offset - 1].isspace() else "", (behind or [""])[0]


def _glued(text: str, offset: int) -> int | None:
    """The place where a sentence's end runs into a capital, unless it is part of a name, an address or a number."""
    before, behind = _token(text, offset)
    if _ABBREVIATED.search(before) or _is_address(before, behind):
        return None
    if text[offset - 1] == '"' and text.count('"', text.rfind("\n", 0, offset) + 1, offset - 1) % 2 == 0:
        return offset - 1  # the mark opens the next text
    return offset


def _is_seam_of_words(text: str, offset: int) -> bool:
    before, behind = _token(text, offset)
    return not (_BRAND.search(before) or _is_address(before, behind)) and text.count(before[-12:] + behind[:12]) == 1


def _is_address(before: str, behind: str) -> bool:
    return "@" in before + behind or "://" in before or before.startswith("www") or bool(_DOMAIN.match(behind))


def _edges(text: str, findings: Iterable[Finding]) -> Iterator[Place]:
    """Where residue begins or ends within a block, and where a dateline begins one."""
    run = closed = -1  # where residue with no text in between begins and ends
    for finding in sorted(findings):
        start, end = finding.start, finding.end
        run = start if text[max(0, closed) : start].strip() or run < 0 else run
        closed = max(closed, end)
        while end < len(text) and text[end].isspace():
            end += 1
        if text.count("\n", finding.end, end) < 2:
            yield Place(end, end, EDGE)
        before = start
        while before and text[before - 1].isspace():
            before -= 1
        if text.count("\n", before, start) < 2:
            yield Place(start, start, EDGE)
        elif finding.category == "dateline" and (run == start or text[run - 1 : run] == "\n"):
            yield Place(start, start, BLOCK)
        elif finding.category == "dateline":
            yield Place(run, run, BLOCK)


def signs(text: str, lexis: Lexis, place: Place, findings: Sequence[Finding]) -> Signs | None:
    """Read the signs at a place; None where its next words speak against a seam by themselves."""
    start, resume, kind = place
    ours, theirs = lexis.between(0, start), lexis.between(resume, len(text))
    if rather(theirs[:8], theirs[8:], set(ours)) < 0:
        return None
    ended = text[max(0, start - 60) : start].rstrip()
    breaks = text.count("\n\n")
    single = (text.count("\n") - 2 * breaks) * 1000 / len(text)
    return compare(ours, theirs)._replace(
        word=float(kind == WORD),
        edge=float(kind == EDGE),
        block=float(kind == BLOCK),
        strangers=float(kind == SENTENCE and lexis.shared(start) <= NOTHING),
        continues=float(bool(_CONTINUES.match(text, resume))),
        ended=float(ended[-1:] in _ENDS),
        lines=min(single, 6.0) if kind == LINE else 0.0,
        residue=float(any(finding.end <= start and not text[finding.end : start].strip() for finding in findings)),
    )


def compare(ours: Sequence[str], theirs: Sequence[str]) -> Signs:
    """The signs that two sides' words give; the others are 0."""
    left, right = set(ours), set(theirs)
    cohesion = overlap(left, right) / ((_halves(ours) + _halves(theirs)) / 2 + 0.02)
    ahead, behind = rather(theirs[:8], theirs[8:], left), rather(ours[-8:], ours[:-8], right)
    both = min(rather(theirs[:20], theirs[20:], left), rather(ours[-20:], ours[:-20], right))
    near = overlap(set(ours[-40:]), set(theirs[:40]))
    numbers = dict.fromkeys(Signs._fields, 0.0)
    numbers |= {
        "one": 1.0,
        "cohesion": min(cohesion, 1.5),
        "cohesion_log": math.log(cohesion + 0.08),
        "near": near,
        "ahead": ahead,
        "behind": behind,
        "both": both,
        "length": math.log(len(ours) + len(theirs)) - 5,
    }
    return Signs(**numbers)


def rather(words: Iterable[str], own: Iterable[str], other: set[str]) -> float:
    """Logarithm of the ratio of words that come back on their own side and words that stand on the other."""
    some = set(words)
    return math.log((len(some.intersection(own)) + 0.7) / (len(some & other) + 0.7))


def _halves(words: Sequence[str]) -> float:
    middle = len(words) // 2
    return overlap(set(words[:middle]), set(words[middle:]))


def overlap(one: set[str], other: set[str]) -> float:
    """Share of words in common, of the side with fewer."""
    return len(one & other) / max(1, min(len(one), len(other)))


def evidence(read: Signs) -> float:
    """The logarithm of the odds that there is a seam."""
    return sum(sign * weight for sign, weight in zip(read, WEIGHTS, strict=True))
