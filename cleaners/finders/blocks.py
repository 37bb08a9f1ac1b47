"""Blocks of links and menus of which other finders took a part: what stands between two parts, or runs on behind one.

What is left of such a block is no paragraph of the article: short lines that residue encloses, titles behind a label,
cards of a title and a sentence that repeat to the end. Confused with: the article's own lists and sub-headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.menus import known
from cleaners.model import Match
from cleaners.rules.pack import Finder
from cleaners.view import Line, View

BLOCKS: Final = frozenset(
    {"comments", "copyright", "navigation", "newsletter", "related_link", "share_social", "video_placeholder", "widget"}
)
"""Categories whose blocks have many lines."""
LISTS: Final = frozenset({"navigation", "related_link"})
MENU: Final = 6
"""Fewest lines of a menu's rest above the article: fewer may be its title and what belongs to it."""
ARTICLE: Final = 500
"""Least prose before what is left of a block behind the article, in characters."""
PROSE, LONG = 80, 160
"""Characters from which a line is prose: with the end of a sentence, and without."""
BRIEF: Final = 130
"""Most characters of a line that is a title or a label."""
CARD: Final = 420
"""Most characters of a card's sentences."""

_DENSE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_ENDED: Final = re.compile(r"[.!?…;。！？۔؟।:,][\"”’»)\]*」』）]*$|[\U0001f300-\U0001faff]$")
_STOPPED: Final = re.compile(r"[.!…;。！۔।:,][\"”’»)\]*」』）]*$|[\U0001f300-\U0001faff]$")
_SENTENCES: Final = re.compile(r"[^\W\d_]{4}[.!?][\"”’»)]* +[^\W\d_]")
_LISTED: Final = re.compile(r"\d+[.)]\s|[-*•–·]\s|.*(?::\s*[\d$€£]|\d[^\d]*\d[^\d]*\d)")


_QUOTES: Final = "\"“„«»‘'"


def _is_prose(text: str) -> bool:
    size = len(text) * (2 if _DENSE.match(text) else 1)
    return size >= LONG or (size >= PROSE and bool(_ENDED.search(text)))


def _is_brief(text: str) -> bool:
    """Whether a line may be a title, a label or an entry of a menu."""
    return len(text) <= BRIEF and not _STOPPED.search(text) and not _SENTENCES.search(text)


def _prose(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines if _is_prose(line.text))


def _rest(category: str) -> Finder:
    """The short lines between a part of the category that was taken and the next part of a block, or the end."""

    def rest(view: View, lines: Sequence[Line]) -> Iterator[Match]:
        if category not in view.gaps.values():
            return
        bounds = sorted(view.gaps)
        for index, stop in zip(bounds, [*bounds[1:], len(view.lines)], strict=True):
            around = view.gaps[index], view.gaps.get(stop, category)
            if index == stop or category not in around or not BLOCKS.issuperset(around):
                continue
            run = view.lines[index:stop]
            behind = _prose(view.lines[:index]) >= ARTICLE
            within = stop in view.gaps and LISTS.issuperset(around) and len(run) >= MENU
            if _is_left(run) and (behind or (within and _prose(view.lines[stop:]) >= ARTICLE)):
                yield Match(run[0].start, run[-1].end)

    rest.__doc__ = f"Find what is left between parts of blocks, one of them {category}."
    return rest


def _is_left(run: Sequence[Line]) -> bool:
    if not all(_is_brief(line.text) and line.text[0] not in _QUOTES for line in run):
        return False
    return 3 * sum(bool(_LISTED.match(line.text)) for line in run) <= len(run)


related_rest = _rest("related_link")
navigation_rest = _rest("navigation")
widget_rest = _rest("widget")


def titles(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find titles right behind links that were taken, three at least, where paragraphs stand around them."""
    for index, left in view.gaps.items():
        if left not in ("related_link", "truncation") or index == 0:
            continue
        stop = index
        while stop < len(view.lines) and _is_title(view.lines[stop].text):
            stop += 1
        run = view.lines[index:stop]
        if len(run) < 3 or not _is_left(run) or not _is_prose(view.lines[index - 1].text):
            continue
        if stop == len(view.lines) or _is_prose(view.lines[stop].text):
            yield Match(run[0].start, run[-1].end)


def _is_title(text: str) -> bool:
    return len(text) * (2 if _DENSE.match(text) else 1) >= 25 and not text[0].islower() and _is_brief(text)


_GLUED: Final = re.compile(
    r"[^\W\d_][\w’'-]*[\"”“’]? (?:Der|Die|Das|Ein|Eine|Im|Am|Für|Mit|Nach|"
    r"Den|Dem|Wer|Wie|Neue[rs]?|Von|Auf|Über|Vor|Zu|Aus|Wo|Was|Warum|Auch|Bei|Seit|Zum|In|Es|Sie|Er|Laut"
    r"|The|An?|It|He|She|They|This|These|Le|La|Les|Une?|L[’'][A-ZÉ]\w+|El|Los|Las|Il|Lo|Gli|O|Os|As) [^\W\d_]"
)
"""A sentence that begins where no other ended."""


def glued_cards(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find cards at the end, each a line with its title and its sentence, behind links or buttons that were taken."""
    if not _may_end(view):
        return
    first = len(view.lines)
    while first and first not in view.gaps and _is_card(view.lines[first - 1].text):
        first -= 1
    run = view.lines[first:]
    if len(run) < 2 or view.gaps.get(first) not in LISTS or _prose(view.lines[:first]) < ARTICLE:
        return
    if 3 * sum(bool(_GLUED.search(line.text, 15, 160)) for line in run) >= len(run):
        yield Match(run[0].start, run[-1].end)


def _may_end(view: View) -> bool:
    return len(view.lines[-1].text) <= CARD


def _is_card(text: str) -> bool:
    return 50 <= len(text) <= CARD and bool(_ENDED.search(text))


def cards(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find cards at the end, each a title and a paragraph below it, behind links or menus that were taken.

    The first title may have been taken with the label above it.
    """
    if not _may_end(view):
        return
    first, count = len(view.lines), 0
    while first > 1 and first not in view.gaps and len(view.lines[first - 1].text) <= CARD:
        headed = first - 1 not in view.gaps and _is_title(view.lines[first - 2].text)
        if not headed and first - 1 not in view.gaps:
            break
        first, count = first - 1 - headed, count + 1
    if count < 2 or view.gaps.get(first) not in LISTS:
        return
    if _prose(view.lines[:first]) >= max(ARTICLE, view.lines[-1].end - view.lines[first].start):
        yield Match(view.lines[first].start, view.lines[-1].end)


_BUTTON: Final = re.compile(
    r"(?i)(?:read|watch|see|view|listen|learn|find|play|hear|download|continue|lesen|ansehen|anhören|jetzt|zum|zur|hier"
    r"|lire|voir|écouter|leer|ver|escuchar|ler|ouvir|leggi|guarda|ascolta|читать|смотреть|czytaj|zobacz|oku|izle)\b"
)


def retold(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a card whose text stands twice, behind its title and behind its button: ``Read the story …``."""
    for line in lines:
        text = line.text
        if len(text) < 50 or not line.index or text[-12:] != (above := view.lines[line.index - 1].text)[-12:]:
            continue
        same = next((n for n in range(min(len(text), len(above))) if text[-n - 1] != above[-n - 1]), len(above))
        if same >= 40 and 3 <= len(text) - same <= 40 and len(above) - same <= 80 and _BUTTON.match(text):
            yield Match(view.lines[line.index - 1].start, line.end)


_ALSO: Final = re.compile(
    r"(?i)(?:.*\b)?(?:more|mehr|auch|également|aussi|anche|també|também|también|más|mais|altro|также|тоже|ещё|też|także"
    r"|więcej|ook|meer|också|også|lisää|lue|další|více|také|viac|tiež|još|takođe|ayrıca|thêm|juga|lainnya|related"
    r"|verwandt\w*|weitere\w*|citește|citiți|διαβάστε|olvassa|kapcsolódó|loe|lasi|skaityk\w*|lexo|прочетете|още|читайте"
    r"|читать|leia|lea|lee|leggi|lire|lees|läs|læs|les|lesen|read|siehe|see|przeczytaj|zobacz|vedi|ver|veja)\b[^.!?]*:"
)


def labelled(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a short label for more of its kind, in any language, with two titles and more below it."""
    for line in lines:
        text = line.text
        if text[-1] != ":" or len(text) > 40 or not line.index or text.count(" ") > 4 or not _ALSO.fullmatch(text):
            continue
        stop = line.index + 1
        while stop < len(view.lines) and _is_title(view.lines[stop].text) and view.lines[stop].text.count(" ") > 2:
            stop += 1
        run = view.lines[line.index + 1 : stop]
        if len(run) > 1 and _is_left(run):
            yield Match(line.start, run[-1].end)


def twice(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a menu above the article that a page has twice, for large screens and for small ones."""
    if len(view.loose) < 6 or any(line.text[-1] == "." and len(line.text) >= PROSE for line in view.lines[:6]):
        return
    zone: list[Line] = []
    for line in view.lines[:120]:
        if len(line.text) >= PROSE and _ENDED.search(line.text):
            break
        zone.append(line)
    if len(zone) < 6:
        return
    places: dict[str, list[int]] = {}
    for line in zone:
        places.setdefault(line.text, []).append(line.index)
    again = [found for text, found in places.items() if len(found) > 1 and len(text) > 2]
    if len(again) < 3 or sum(known(zone[found[0]].text) for found in again) < 2:
        return
    first, last = min(found[0] for found in again), max(found[-1] for found in again)
    while first and len(zone[first - 1].text) > 60 and _is_row(zone[first - 1].text):
        first -= 1
    while last + 1 < len(zone) and _is_row(zone[last + 1].text):
        last += 1
    yield Match(zone[first].start, zone[last].end)


def _is_row(text: str) -> bool:
    """Whether a line is a row of names, long enough that it can be no title."""
    names = [word for word in text.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in names)
    return len(names) > 13 and 5 * capitals >= 4 * len(names) and 12 * text.count(",") <= len(names)


def crumbs(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a breadcrumb as a list with dashes: it opens the text, its first steps are of a word or two."""
    if len(lines) < 5 or lines[0].text[:2] not in ("- ", "• ", "* ", "› ", "» "):
        return
    stop = 0
    while stop < len(lines) and lines[stop].text[:2] == lines[0].text[:2]:
        stop += 1
    steps = [line.text[2:].strip() for line in lines[:stop]]
    short = all(len(step) <= 70 and step[-1:] not in ".!?;:" for step in steps)
    sections = all(step.count(" ") <= 1 and len(step) <= 22 for step in steps[:2])
    if 2 <= stop <= 7 and short and sections and stop + 2 < len(lines):
        yield Match(lines[0].start, lines[stop - 1].end)


ALIKE: Final = 14
"""Fewest characters that lines must end with alike."""
TITLE: Final = 160
"""Most characters of a title with the words of its button."""


def framed(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find lines that end in the same words, those of a button: three of them at least, one below the other."""
    loose = view.loose
    if len(loose) < 3:
        return
    for run in zip(loose, loose[1:], loose[2:], strict=False):
        if run[2].index != run[0].index + 2 or not run[0].text[-ALIKE:] == run[1].text[-ALIKE:] == run[2].text[-ALIKE:]:
            continue
        heads = {line.text[:-ALIKE] for line in run}
        plain = all(len(head) > ALIKE and head.count(" ") > 1 and not head[0].isdigit() for head in heads)
        ends = run[0].text[-ALIKE:]
        brief = all(len(line.text) <= BRIEF + ALIKE for line in run)
        if (
            len(heads) == 3
            and plain
            and brief
            and " " in ends
            and ends[-1].isalpha()
            and _prose(view.lines[: run[0].index])
        ):
            yield Match(run[0].start, run[2].end)


def above_address(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find titles with an address below each: three of them at least in a row."""
    first = -1
    for line in lines:
        index = line.index
        if index <= first or not index or not _ADDRESS.fullmatch(line.text):
            continue
        last = index
        while last + 2 < len(view.lines) and _ADDRESS.fullmatch(view.lines[last + 2].text):
            last += 2
        heads = view.lines[index - 1 : last : 2]
        plain = all(len(head.text) <= 200 and not _LISTED.match(head.text) for head in heads)
        if len(heads) > 2 and plain and not any(_ADDRESS.fullmatch(head.text) for head in heads):
            yield Match(heads[0].start, view.lines[last].end)
        first = last


_ADDRESS: Final = re.compile(r"https?://\S+")
