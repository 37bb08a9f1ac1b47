"""Menus, archives and lists that were flattened into one line: names side by side, and no sentence among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cleaners.finders.buttons import words
from cleaners.finders.menu_words import FIRST, WORDS
from cleaners.knowledge.months import MONTH_NUMBERS
from cleaners.model import Match
from cleaners.view import Line, View

_SMALL: Final = words("& and und y e et i и ve og och en of de del la des du di van | - – / · • › » +")
"""Small words and signs that stand between the names of a menu."""

_VERBAL: Final = words("""
    a an the in on at to for from with by as is are was were be has have had not no how why what who when where after
    before over under against amid says said will would can could may must should than that this these if it its his
    her their our your my we you they he she into out up off about more der die das den dem des ein eine einen einem
    im am auf für mit von vom zum zur bei nach aus wie warum was wer ist sind war wird hat haben nicht sich als auch
    el los las un una por para con se que su es como más al le les une dans par pour sur avec est ne pas qui aux o os
    um uma em na do da dos das com não il lo gli uno per non che в на с по из за от для не что как
""")
"""Words of sentences, in the languages whose titles are written in capitals."""

_STOPS: Final = frozenset('.!?:;"”…»')
_LAST: Final = frozenset("0123456789)er…")
"""What lists of months and of counted categories end in; also ``more`` and ``mehr``."""
_WIDEST: Final = 4000
"""Characters of the longest menu in one line."""


def is_list(text: str) -> bool:
    """Whether a line holds names side by side and no sentence.

    >>> is_list("Umwelt Landschaftsschutz Klimaschutz Jugend Hütten Touren Ausbildung Sicherheit")
    True
    >>> is_list("Council Closes the Harbour Bridge After a Crack in One of Its Piers Is Found")
    False
    """
    names = [word for word in text.split() if word not in _SMALL]
    if len(names) < 7 or not names[0][0].isupper():
        return False
    capitals = sum(name[0].isupper() for name in names)
    stops = sum(name[-1] in ".,;:!?" for name in names)
    verbal = any(name.lower() in _VERBAL for name in names)
    return 5 * capitals >= 4 * len(names) and 12 * stops <= len(names) and not verbal


def _hits(said: Sequence[str]) -> int:
    """How many words, or pairs of them, are of menus."""
    pairs = {index for index, pair in enumerate(pairwise(said)) if " ".join(pair) in WORDS}
    alone = sum(word in WORDS and not {index, index - 1} & pairs for index, word in enumerate(said))
    return len(pairs) + alone


def menu(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find menus whose entries stand side by side, in one line or in several, one below the other."""
    done = -1
    for line in [line for line in lines if line.text[-1] not in _STOPS]:
        if line.index <= done or not _side_by_side(line.text):
            continue
        last = line.index
        while last + 1 < len(view.lines) and _side_by_side(view.lines[last + 1].text):
            last += 1
        done = last
        block = view.lines[line.index : last + 1]
        said = [word for each in block for word in view.lowered(each).split()]
        hits = _hits(said)
        edge = _at_edge(view, line.index, last)
        columns = (
            edge and all(_is_column(each.text) for each in block) and (len(block) > 1 or (hits > 1 and line.index))
        )
        if columns or (said[0] in FIRST and len(said) > 5 and hits >= 3):
            alike = True
        elif len(block) == 1 or not edge:
            plain = all(is_list(each.text) and not any(map(str.isdigit, each.text)) for each in block)
            alike = plain and hits >= 3 and 5 * hits >= 2 * len(said)
        else:
            alike = hits >= 5 and 6 * hits >= len(said)
        if alike:
            yield Match(line.start, block[-1].end)


def _at_edge(view: View, first: int, last: int) -> bool:
    """Whether no paragraph stands above the lines, or none below."""
    return not any(len(line.text) > 80 and line.text[-1] in ".!?" for line in view.lines[:first]) or not any(
        len(line.text) > 80 and line.text[-1] in ".!?" for line in view.lines[last + 1 :]
    )


def _side_by_side(text: str) -> bool:
    """Whether a line may be a row of names: most of its words begin in capitals, and it is no sentence."""
    if len(text) < 24 or text[-1] in _STOPS or len(text) > _WIDEST or text[0] in "-•*|":
        return False
    first = [word for word in text[:90].split() if word not in _SMALL]
    if 4 * sum(word[0].isupper() for word in first) < 3 * len(first) - 4:  # a title: put away by its first words
        return False
    names = [word for word in text.split() if word not in _SMALL]
    capitals = sum(name[0].isupper() for name in names)
    stops = sum(name[-1] in ".,;:!?" for name in names)
    verbal = sum(name.lower() in _VERBAL for name in names)
    return len(names) > 2 and 4 * capitals >= 3 * len(names) and 12 * stops <= len(names) >= 8 * verbal


def _is_column(text: str) -> bool:
    """Whether a line is a long row of names without a figure or a comma: a menu's column, whatever it is about."""
    return text.count(" ") >= 11 and is_list(text) and not any(sign.isdigit() or sign == "," for sign in text)


def bars(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find menus whose entries are parted by bars: five short names and more, without a figure."""
    for line in lines:
        parts = [part.strip() for part in line.text.strip("| ").split("|")]
        if len(parts) < 5 or line.text[0] == "|" or line.text[-1] in ".!?" or not all(parts):
            continue
        short = all(len(part) <= 30 for part in parts[1:]) and len(parts[0]) <= 50
        figures = sum(any(letter.isdigit() for letter in part) for part in parts)
        known = sum(part.lower() in WORDS for part in parts)
        if short and known > 1 and 4 * figures <= len(parts) and not any(part[0].islower() for part in parts):
            yield Match(line.start, line.end)


_MONTH: Final = r"[^\W\d_]{3,12}\.?(?: de)?,? ?(?:19|20)\d\d(?: ?\(\d{1,5}\))?"
_MONTHS_ON: Final = re.compile(rf"(?:{_MONTH}[ ,|•·]{{0,4}}){{5,}}(?:more|mehr|…|\.\.\.)?", re.IGNORECASE)
_MONTH_ALONE: Final = re.compile(rf"(?:[-•»›] ?)?{_MONTH}", re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W\d_]{3,}")
_COUNTED: Final = re.compile(r"(?:[^\d().,!?\n]{2,40} \(\d{1,5}\)[ |•·]{0,4}){5,}")
_COUNTED_ALONE: Final = re.compile(r"(?:[-•»›] ?)?(?:[^\W_][^().!?:\n]{1,40} \(\d{1,5}\) ?)+")


def archive(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find lists of months, and of categories with their counts, in one line or one below the other."""
    done = -1
    for line in [line for line in lines if line.text[-1] in _LAST]:
        text = line.text
        if line.index <= done:
            continue
        if len(text) > 45 and text.count("20") + text.count("19") < 5 and text.count(" (") < 5:
            continue
        if len(text) > 45:
            if found := _MONTHS_ON.search(text):
                head = found.start() if found.start() > 80 or text[: found.start()].count(".") else 0
                if _months(found.group()):
                    yield Match(line.start + head, line.start + found.end())
            elif found := _COUNTED.search(text):
                head = found.start() if found.start() > 60 else 0
                yield Match(line.start + head, line.start + found.end())
            continue
        following = view.below(line)
        if len(following) > 45 or not (following[-1:] == ")" or following[-2:].isdigit()):
            continue
        for pattern, least in ((_MONTH_ALONE, 3), (_COUNTED_ALONE, 4)):
            last = line.index
            while last < len(view.lines) and pattern.fullmatch(view.lines[last].text):
                last += 1
            if last - line.index >= least and (pattern is _COUNTED_ALONE or _months(text)):
                above = view.lines[max(0, line.index - 1)]
                headed = above.text.lower().strip(" :") in WORDS
                yield Match((above if headed else line).start, view.lines[last - 1].end)
                done = last - 1
                break


def _months(text: str) -> bool:
    """Whether the first name in the text, and most of them, are months."""
    names = [name.lower() in MONTH_NUMBERS for name in _NAME.findall(text)]
    return names[0] and 2 * sum(names) > len(names)
