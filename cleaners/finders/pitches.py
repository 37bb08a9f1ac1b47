"""Prose about the page itself: sentences that sign up, wall off, moderate or disclaim, and those that lean on them.

One sentence is sure: it names what only the page can mean (its WhatsApp community, its comment policy, the consent it
needs). The sentences and short paragraphs around it are taken as long as they speak of the same things, in the same
voice, and tell no story. So a box goes as a whole, whatever it says after the sentence that everybody knows. A box that
other rules have taken is as sure as such a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

import re2

from cleaners.finders.pitch_sales import ASKS, SHOP
from cleaners.finders.pitch_topics import CONSENT, LEGAL, LETTERS, POLICY, Topic
from cleaners.model import Match
from cleaners.view import Line, View

LONGEST: Final = 1800
"""Characters of the longest paragraph that may be a box as a whole."""
GROWN: Final = 20_000
"""The same for texts that have grown together into one line, where a box is looked for at the ends of the line."""
NEIGHBOUR: Final = 700
"""Characters of a paragraph beside a sure one."""
REACH: Final = 8
"""Paragraphs that are looked at on each side."""
TINY: Final = 8
"""Characters of a sentence that says nothing by itself: ``Yes.``, ``Merci !``"""
QUESTION: Final = 120
"""Most characters of a question to the reader that leads to a prompt."""
ABOUT: Final = 8
"""Most times that a text says ``newsletter`` without being about newsletters."""
PRICES: Final = 6
"""Most currency signs of a text that is no list of offers."""
ENCLOSED: Final = 320
"""Most characters of a paragraph that stands between two pieces of a box."""
BROKEN: Final = 160
"""Characters of a line in texts whose lines were broken at a width."""
LABEL: Final = 60
"""Characters up to which one word of the topic makes a sentence lean."""

_BREAK: Final = re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+(?=[^\sa-zà-ÿа-я])")
_ABBREVIATED: Final = re.compile(
    r"\b(?:U\.S|Dr|Mr|Mrs|Ms|St|Inc|Ltd|Co|Corp|No|vs|e\.g|i\.e|z\.B|bzw|Nr|etc)\.$|(?:^|\s)(?:[A-Z]|\d{1,2})\.$"
)
CODE: Final = re.compile(r"[{}]|^#|: [A-Z]\w+!?$|\(\)|::|=>")
VOICE: Final = re.compile(
    r"\b(?:you|your|yours|you.ll|you.re|we|we.ll|we.re|our|us|readers?|users?|click|please|sie|ihre?[nrms]?|ihnen|dir|dich|du"
    r"|dein\w*|wir|uns|unser\w*|vous|votre|vos|nous|notre|nos|tu|tus|usted|nuestr[oa]s?|você|seu|sua|noss[oa]s?|ti|tuo"
    r"|tua|nostr[oaie]|je|jouw|onze|wij|deg|dig|din|vår[te]?|vores|ci|twój|twoje|nasz\w*)\b|\b(?:вы|вам|вас|ваш\w*|наш\w*|мы)\b"
    r"|^(?:get|receive|join|enter|enjoy|discover|try|read|sign|subscribe|listen|recevez"
    r"|découvrez|retrouvez|inscrivez|erhalten"
    r"|lesen|testen|recibe|reciba|receba|ricevi|ontvang|få|получайте|otrzymuj|envie|escríb|scriv|écrivez|contacte?[rz]?)"
)

WISH: Final = re.compile(
    r"(?:want|need|looking|interested|have|got|fancy|ready|like|enjoy|love|lust|keine lust|mehr|interesse|quer|gostou"
    r"|hungry)\b"
)
"""How questions begin that lead to a prompt and leave out whom they ask."""


class _Sentence(NamedTuple):
    """A sentence in lower case, and where it stands."""

    start: int
    end: int
    text: str


def _sentences(view: View, line: Line) -> list[_Sentence]:
    """The sentences of a line; a break behind an abbreviation is none."""
    sentences: list[_Sentence] = []
    start = 0
    for found in [*_BREAK.finditer(line.text), None]:
        end = found.start() if found else len(line.text)
        if found and _ABBREVIATED.search(line.text, max(start, end - 12), end):
            continue
        begin, stop = line.start + start, line.start + end
        sentences.append(_Sentence(begin, stop, view.lower[begin:stop]))
        start = found.end() if found else end
    return sentences


def _leans(topic: Topic, sentence: str, need: int) -> bool:
    """Whether a sentence speaks of the topic's things in the page's voice, and tells nothing."""
    if topic.tells.search(sentence):
        return False
    if len(sentence) <= TINY:
        return True
    if sentence[-1] == "?":
        return len(sentence) <= QUESTION and bool(WISH.match(sentence) or VOICE.search(sentence))
    words = set(topic.words.findall(sentence))
    if topic.addressed and not VOICE.search(sentence):
        return bool(words) and len(sentence) <= LABEL
    return len(words) >= (1 if len(sentence) <= LABEL else need)


def _sure(topic: Topic, sentence: str) -> bool:
    return bool(topic.sure.search(sentence)) and not (topic.heard or topic.tells).search(sentence)


@cache
def _gate(sure: re.Pattern[str]) -> Any:
    """What stands in every line that holds a sure sentence: one quick look, instead of one at each sentence."""
    anywhere = re.sub(r"(?<![\[\\])\^|\\b|(?<!\\)\$(?=\||\)|\Z)", "", sure.pattern)
    anywhere = re.sub(r"\{\d+,\d+\}", "*", anywhere).replace(r"[\w", r"[\pL\pN_")
    return re2.compile(anywhere.replace(r"\w", r"[\pL\pN_]").replace(r"\s", r"[\s\pZ]").replace(r"\W", r"[^\pL\pN_]"))


def _boxes(topic: Topic, view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """The sure sentences among the lines, each with what leans on it."""
    late = topic.late * len(view.text)
    gate = _gate(topic.sure)
    for line in lines:
        if len(line.text) > GROWN or line.end < late or not gate.search(view.lowered(line)):
            continue
        grown = len(line.text) > LONGEST
        sentences = _sentences(view, line)
        sure = [sentence.start >= late and _sure(topic, sentence.text) for sentence in sentences]
        if not any(sure):
            continue
        flags = [known or _leans(topic, each.text, 1 + grown) for known, each in zip(sure, sentences, strict=True)]
        first = last = sure.index(True)
        while first and flags[first - 1]:
            first -= 1
        while last < len(flags) - 1 and (flags[last + 1] or (grown and any(sure[last + 2 : last + 3]))):
            last += 1
        if not grown and _whole(topic, sentences, flags):
            first, last = 0, len(flags) - 1
        if first and last < len(flags) - 1:
            continue
        start, end = sentences[first].start, line.end if last == len(flags) - 1 else sentences[last].end
        if first == 0:
            start = _above(topic, view, line.index, start)
        if last == len(flags) - 1:
            end = _below(topic, view, line.index, end)
        yield Match(start, end)


def _whole(topic: Topic, sentences: Sequence[_Sentence], flags: Sequence[bool]) -> bool:
    """Whether most of a paragraph speaks of the topic and nothing in it tells a story."""
    size = sum(len(each.text) for each, flag in zip(sentences, flags, strict=True) if flag)
    if sum(flags) < 3 or size < 0.65 * sum(len(each.text) for each in sentences):
        return False
    return not any(topic.tells.search(each.text) for each in sentences)


def _box_line(topic: Topic, view: View, line: Line) -> bool:
    """Whether a whole paragraph leans on the box beside it."""
    if len(line.text) > NEIGHBOUR or line.start < topic.late * len(view.text):
        return False
    if len(line.text) <= TINY or CODE.search(line.text):
        return False
    return all(_leans(topic, each.text, 2) or _sure(topic, each.text) for each in _sentences(view, line))


def _above(topic: Topic, view: View, index: int, edge: int) -> int:
    """Where the box that holds the line ``index`` begins."""
    for line in reversed(view.lines[max(0, index - REACH) : index]):
        if not _box_line(topic, view, line):
            break
        edge = line.start
    return edge


def _below(topic: Topic, view: View, index: int, edge: int) -> int:
    """Where the box that holds the line ``index`` ends."""
    for line in view.lines[index + 1 : index + 1 + REACH]:
        if not _box_line(topic, view, line) and not _goes_on(topic, view, line):
            break
        edge = line.end
    return edge


def _goes_on(topic: Topic, view: View, line: Line) -> bool:
    """Whether a line is the rest of a sentence that was broken over lines."""
    before = view.above(line, ".")
    if len(line.text) > BROKEN or topic.tells.search(view.lowered(line)):
        return False
    return (line.text[0].islower() or line.text[0] in ".,;") and before[-1] not in ".!?:"


def _enclosed(topic: Topic, text: str) -> bool:
    """Whether the only line between two pieces of a box belongs to it."""
    return len(text) <= ENCLOSED and bool(VOICE.search(text)) and not topic.tells.search(text)


def _near(topic: Topic, view: View, categories: tuple[str, ...]) -> Iterator[Match]:
    """What leans on boxes of these categories that are off the view."""
    for index, category in view.gaps.items():
        if category not in categories:
            continue
        if index and (start := _above(topic, view, index, -1)) >= 0:
            yield Match(start, view.lines[index - 1].end)
        if index < len(view.lines) and (end := _below(topic, view, index - 1, -1)) >= 0:
            yield Match(view.lines[index].start, end)
        if (
            topic.encloses
            and view.gaps.get(index + 1) in categories
            and _enclosed(topic, view.lowered(view.lines[index]))
        ):
            yield Match(view.lines[index].start, view.lines[index].end)


def letters(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Offers of letters, channels and subscriptions in prose."""
    about = view.lower.count("newsletter") > ABOUT or "email marketing" in view.lower
    return iter(()) if about else _boxes(LETTERS, view, lines)


def consent(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Consent layers and walls in prose, with their benefits."""
    return _boxes(CONSENT, view, lines)


def policies(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Comment policies and the notes around comment forms."""
    return _boxes(POLICY, view, lines)


def legal(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Disclaimers and notices of rights, to the end of what they say."""
    return _boxes(LEGAL, view, lines)


def letters_near(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """What else a box said that offered letters."""
    return _near(LETTERS, view, ("newsletter", "paywall_cookie"))


def consent_near(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """What else a layer or wall said."""
    return _near(CONSENT, view, ("paywall_cookie",))


def policies_near(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """What else was said around a comment form."""
    return _near(POLICY, view, ("comments",))


def legal_near(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """What else a notice of rights said."""
    return _near(LEGAL, view, ("copyright",))


def asks(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """What readers are asked for: questions, tips, corrections, help."""
    return _boxes(ASKS, view, lines)


def asks_near(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """What else readers were asked for."""
    return _near(ASKS, view, ("cta",))


def shop(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Copy that sells, in texts that are not about prices."""
    return _boxes(SHOP, view, lines) if sum(map(view.text.count, "$£€")) <= PRICES else iter(())
