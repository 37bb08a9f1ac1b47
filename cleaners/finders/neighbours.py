"""What stands beside prose and beside residue: lines that only their neighbours give away.

An article whose lines are paragraphs ends with one. Lines that are no sentence and stand behind its last paragraph are
headlines of other articles, labels, menus; so is a lone short line that stands where a form or a share bar was taken.
Confused with: lists, tables and results that belong to the article, lines broken in mid-sentence, sub-headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleaners.model import Match
from cleaners.rules.pack import Finder
from cleaners.view import Line, View

PROSE, LONG = 80, 160
"""Characters from which a line is prose: with the end of a sentence, and without."""
BRIEF, TITLE = 110, 140
"""Most characters of a line that is a label or a title between others, and of one behind the article."""
SHARE = 0.7
"""Least share of the characters that stand in prose, and most short lines between paragraphs for each of them."""

ENDS: Final = {
    **dict.fromkeys(("author_bio", "comments", "navigation", "pr_boilerplate", "share_social"), 0.3),
    **dict.fromkeys(("newsletter", "paywall_cookie", "reporting_credit", "widget"), 0.15),
    **dict.fromkeys(("copyright", "cta", "related_link"), 0.06),
}
"""Categories that stand behind the end of an article; the share of its words that what goes on may have in common."""
MIDST: Final = frozenset({"cta", "related_link"})
"""Those of them that stand between two paragraphs as well: behind the end there is more than paragraphs."""
ARTICLE, REST = 600, 0.6
"""Least prose before such an end, in characters, and most text behind it for each of them."""
FEWEST = 6
"""Different longer words that the text behind needs for a comparison."""

HEADING: Final = 60
"""Most characters of a box's heading."""

_WORD: Final = re.compile(r"[^\W\d_]{5,7}")
_DENSE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_DENSITY: Final = 2.2  # a Chinese or Japanese character says as much as so many letters
_ENDED: Final = re.compile(r"[.!?…;。！？۔؟।][\"”’»)\]*」』）]*$")
_CLOSED: Final = re.compile(r"[.!;:,。！۔।\x85][\"”’»)\]*」』）]*$|[\U0001f300-\U0001faff]$|^[^\"“„«]*[”»]$")
_SENTENCES: Final = re.compile(r"[^\W\d_]{4}[.!?][\"”’»)]* +[^\W\d_]")
_BROKEN: Final = re.compile(r"\w[.!?] +[^\W\d_]|[.!?…] ?\([^()]{2,24}\)$")
_ADVERB: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}, [a-zà-ÿ]")
"""How a sentence opens that goes on from another: ``However, the …``."""
_SIGNED: Final = re.compile(
    r"(?:[^\W\d_][\w.’'-]* ){1,3}(?:and (?:[^\W\d_][\w.’'-]* ){1,3})?[^\W\d_][\w.’'-]*, [^.]{3,50}"
)
_LISTED: Final = re.compile(r"[-*•–·‣▪●■◦✓✔]\s|\d+[.)]\s|[\"“„«»‘']|.*(?::\s*[\d$€£]|\d[^\d]*\d[^\d]*\d)")


class _Layout(NamedTuple):
    """The first and the last line of prose, and how many short lines stand between paragraphs."""

    first: int
    last: int
    inner: int


def _size(text: str) -> float:
    return len(text) * (_DENSITY if _DENSE.match(text) else 1)


def _short(text: str) -> bool:
    return _size(text) <= BRIEF and not _ENDED.search(text)


def _title(text: str) -> bool:
    """Whether a line may be a title or a label: it is no whole sentence, though it may ask or break off."""
    if _size(text) > TITLE or (len(text) > BRIEF and (_BROKEN.search(text) or _ADVERB.match(text))):
        return False
    return not (_CLOSED.search(text) or _SENTENCES.search(text) or _SIGNED.fullmatch(text))


def _prose(text: str) -> bool:
    size = _size(text)
    return size >= LONG or (size >= PROSE and bool(_ENDED.search(text)))


def _layout(view: View) -> _Layout | None:
    """The layout of a text whose lines are paragraphs; None for lists, tables, broken lines and short texts."""
    prose = [line for line in view.lines if _prose(line.text)]
    if (
        len(prose) < 3
        or len(view.text) > 2 * prose[-1].end
        or sum(len(line.text) for line in prose) < SHARE * prose[-1].end
    ):
        return None
    first, last = prose[0].index, prose[-1].index
    inner = sum(_short(line.text) for line in view.lines[first:last])
    return _Layout(first, last, inner) if inner <= SHARE * len(prose) else None


def _tail(view: View) -> Sequence[Line]:
    """The run of titles and labels behind the last paragraph."""
    if not _title(view.lines[-1].text) or not (layout := view.once(_layout)):
        return ()
    run = view.lines[layout.last + 1 :]
    while run and not _title(run[0].text):
        run = run[1:]
    if not run or ":" in (view.lines[run[0].index - 1].text[-1], run[0].text[-1]):  # the article announces a list
        return ()
    if sum(not _title(line.text) for line in run) * 20 > len(run) or (len(run) == 1 and run[0].text[-1] == "?"):
        return ()
    if len(run) > 2 and 2 * len({line.text.rsplit(" ", 1)[-1] for line in run}) <= len(run):
        return ()  # a table: its lines end alike
    return run if 3 * sum(bool(_LISTED.match(line.text)) for line in run) <= len(run) else ()


def tail_titles(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find titles behind the last paragraph: five words and more; one that asks may be the article's own."""
    titles = [
        line
        for line in view.once(_tail)
        if _size(line.text) > 30 and (len(line.text.split()) > 4 or _DENSE.match(line.text))
    ]
    if len(titles) > 1 or not any("?" in line.text for line in titles):
        yield from (Match(line.start, line.end) for line in titles)


def tail_labels(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find labels behind the last paragraph: up to four words."""
    for line in view.once(_tail):
        if len(line.text.split()) <= 4:
            yield Match(line.start, line.end)


def behind_end(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find what goes on behind the end of an article and hardly shares a word with it."""
    ends = [index for index, left in view.gaps.items() if left in ENDS and 0 < index < len(view.lines)]
    for index in sorted(ends):
        article, rest = view.text[: view.lines[index - 1].end], view.text[view.lines[index].start :]
        if view.gaps[index] in MIDST and not any(_title(line.text) for line in view.lines[index:]):
            continue
        prose = sum(len(line.text) for line in view.lines[:index] if _prose(line.text))
        if prose < ARTICLE or len(rest) > REST * prose:
            continue
        words = set(_WORD.findall(rest.lower()))
        shared = len(words & set(_WORD.findall(article.lower())))
        if len(words) >= FEWEST and shared <= ENDS[view.gaps[index]] * len(words):
            yield Match(view.lines[index].start, view.lines[-1].end)
            return


def _rest(category: str) -> Finder:
    """What is left of a block of the category: the lone short line right behind it, and short lines between two."""

    def rest(view: View, lines: Sequence[Line]) -> Iterator[Match]:
        for index, left in view.gaps.items():
            if left == category and index < len(view.lines) and _short(view.lines[index].text):
                yield from (Match(line.start, line.end) for line in _left_over(view, index))

    rest.__doc__ = f"Find what is left behind {category}."
    return rest


def _left_over(view: View, index: int) -> Sequence[Line]:
    """The short lines from ``index`` on that are no sub-heading: enclosed by residue, or the only one of the text."""
    layout = view.once(_layout)
    if not layout or index <= layout.first or view.lines[index].text[-1] == ":":
        return ()
    stop = index + 1
    while stop < len(view.lines) and stop not in view.gaps and _short(view.lines[stop].text):
        stop += 1
    return view.lines[index:stop] if stop in view.gaps or stop - index == layout.inner == 1 else ()


ad_rest = _rest("ad")
comments_rest = _rest("comments")
copyright_rest = _rest("copyright")
cta_rest = _rest("cta")
newsletter_rest = _rest("newsletter")
paywall_rest = _rest("paywall_cookie")
share_rest = _rest("share_social")
video_rest = _rest("video_placeholder")


BOXES: Final = frozenset({"comments", "cta", "newsletter", "paywall_cookie", "share_social"})
"""Categories whose boxes have a heading above them."""


def above_box(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the heading of a box: the only short line of the text, or one in capitals, between prose and the box."""
    for index, left in view.gaps.items():
        if left not in BOXES or not 1 < index <= len(view.lines):
            continue
        line = view.lines[index - 1]
        if len(line.text) > HEADING or not _short(line.text) or index - 1 in view.gaps or line.text[-1] in ":,–-":
            continue
        layout = view.once(_layout)
        if not layout or index - 1 <= layout.first or not _prose(view.lines[index - 2].text):
            continue
        inner = layout.inner + (index - 1 > layout.last)
        if (inner == 1 and left != "cta" and index < len(view.lines)) or (line.text.isupper() and inner <= 2):
            yield Match(line.start, line.end)
