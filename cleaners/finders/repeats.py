"""Text that extraction printed twice: repeated paragraphs, and pull quotes that repeat a sentence of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest
from typing import Final

from cleaners.model import Match
from cleaners.view import Line, View

PARAGRAPH: Final = 60
"""Shortest paragraph whose exact repetition is no refrain, in characters."""

LONG: Final = 120
"""From here on even a third copy is no refrain."""

_ANNOUNCED: Final = 10
"""Lines from the top among which a list of what is to come stands."""

_ENDS: Final = ".!…\"'”’»“。！۔।"
"""How a paragraph of sentences ends. Entries of lists and recipes do not; several of them repeat for a reason."""

_QUOTES: Final = "\"'“”„‘’«»‹› \t"
_MARKS: Final = frozenset('"“”„«»')

_NAME: Final = 70
"""Longest line that may say who spoke, in characters."""

_PROBE: Final = 29
"""Where the piece of a line ends that is looked for elsewhere; it begins behind possible quotation marks."""

_LONGER: Final = 25
"""How much longer a paragraph is than the sentence of it that is printed again, in characters."""

_LONGEST: Final = 300
"""Longest pull quote, in characters."""

_NEAR: Final = 3000
"""How far from a pull quote its sentence stands, in characters (also: short haystacks are searched faster)."""
_CODE = re.compile(r"[{}<>=_#|]|\(\)|^[-•*+]|::|\w\(\w|^\W*https?:")
"""What stands in code, tables and lists, where lines repeat for a reason."""
_WORD = re.compile(r"[^\W_]+")
_UNSIGNED = re.compile(r"(?<=[.!?\"”»])\s*[—–-]\s*[^\W\d_a-z][\w.'’-]*(?: [\w.'’-]+){1,7}$")
"""A dash and who said it, behind a quotation."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_RESIDUE = re.compile(
    r"\(@|\bt\.co/|pic\.(?:twitter|x)\.com|Getty|Reuters\)|\bAP\)|/AFP|/AP\b|(?:[Pp]hoto|[Ff]oto|[Ii]mage):"
)
"""A post or caption: it goes itself, so that the article's own words must not go because it repeats them."""


def paragraphs(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the later copies of long paragraphs."""
    if len({line.text for line in lines}) == len(lines):
        return
    long = [line for line in lines if line.end - line.start >= PARAGRAPH]
    copies = Counter(line.text for line in long)
    entries = sum(number > 1 and text[-1] not in _ENDS for text, number in copies.items())
    seen: dict[str, Line] = {}
    for line in long:
        text = line.text
        if copies[text] == 1 or (copies[text] > 2 and len(text) < LONG) or text[-1] in ":?":
            continue
        if text.count(" ") < 7 or (entries > 1 and text[-1] not in _ENDS):
            continue
        if text not in seen:
            seen[text] = line
        elif not (_CODE.search(text) or _is_entry(view, line) or _says_again(view, seen[text], line)):
            yield Match(line.start, line.end)
    yield from _adjacent(lines)


def _adjacent(lines: Sequence[Line]) -> Iterator[Match]:
    """Lines that stand right below themselves, and nowhere else: a title and its link, a paragraph and its copy."""
    for above, line in pairwise(lines):
        text = line.text
        if text != above.text or not 35 <= len(text) < PARAGRAPH or text.count(" ") < 5 or text[-1] in ":?!":
            continue
        if not _CODE.search(text) and sum(other.text == text for other in lines) == 2:
            yield Match(line.start, line.end)


def _says_again(view: View, first: Line, line: Line) -> bool:
    """Whether an author repeats a line: a heading that a list at the top announced, or a quotation looked at again."""
    if line.index + 1 == len(view.lines) or line.index - first.index < 3:
        return False
    below = view.lines[line.index + 1].text
    if len(below) < len(line.text) or below[-1] not in _ENDS:
        return False
    if line.text[-1] not in _ENDS:
        between = view.lines[first.index + 1 : line.index]
        told = sum(len(other.text) > LONG and other.text[-1] in _ENDS for other in between)
        beside = (view.lines[first.index - 1], between[0])
        return 0 < first.index < _ANNOUNCED and told > 2 and any(other.text[-1] not in _ENDS for other in beside)
    whole = line.text[0] in _MARKS and line.text[-1] in _MARKS
    return whole and view.lines[line.index - 1].text[-1] in _ENDS and first.text != view.lines[0].text


def _is_entry(view: View, line: Line) -> bool:
    """Whether a line is one of a list: no sentence, among other lines that are none."""
    if line.index and view.lines[line.index - 1].text == line.text:
        return False
    around = view.lines[max(0, line.index - 1) : line.index + 2]
    return line.text[-1] not in _ENDS and all(
        other.text[-1] not in _ENDS and len(other.text) < LONG for other in around
    )


def pull_quotes(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find lines that repeat a longer paragraph's words near by, with the short lines below that say whose they are."""
    text = view.text
    for line, below in zip_longest(lines[1:], lines[2:]):
        start, end = line.start, line.end
        if not 45 <= end - start <= _LONGEST or line.text[-1] in ":,;":
            continue
        told = _is_told(text, line)
        if not told and (not below or below.end - below.start > _NAME or not _is_name(below.text)):
            continue
        signed = not told and text.count(line.text[1:12]) > 1
        quote = _UNSIGNED.sub("", line.text).strip(_QUOTES)
        if not (told or signed) or len(quote.split()) < 8 or not _stands_alone(view, line):
            continue
        if not (_is_repeated(view, line, quote) if told else _is_put_together(view, line, quote)):
            continue
        for follows in view.lines[line.index + 1 : line.index + 3]:
            if not _is_name(follows.text) or (follows is below and not _signs(text, follows.text)):
                break
            end = follows.end
        yield Match(start, end)


def _is_told(text: str, line: Line) -> bool:
    """Whether a piece of the line's beginning, or of the middle of a quotation, stands elsewhere near by."""
    own = line.text
    first, last = max(0, line.start - _NEAR), line.end + _NEAR
    if text.count(own[3:_PROBE], first, last) > 1:
        return True
    middle = len(own) // 2
    return own[0] in _MARKS and text.count(own[middle : middle + 20], first, last) > 1


def _stands_alone(view: View, line: Line) -> bool:
    """Whether a line is a paragraph of its own: no code, no piece of a sentence that was broken into lines."""
    quote = line.text.lstrip(_QUOTES)
    below = view.below(line).lstrip(_QUOTES)
    if not quote[:1].isupper() or line.text[-1] in ":,;" or _CODE.search(line.text):
        return False
    above = view.lines[line.index - 1].text
    return (
        above[-1] not in ",;"
        and (above[-1] in ".!?:…\"”»’')" or line.text[-1] in '.!?…"”»’')
        and not below[:1].islower()
    )


def _is_repeated(view: View, line: Line, quote: str) -> bool:
    """Whether a longer line among those around holds the whole quote, word for word.

    A plain sentence is a refrain when it stands there more than twice, and an entry of a list behind a label.
    """
    words = _bare(quote)
    below = view.below(line)
    named = bool(below) and _is_name(below)
    quoted = line.text[0] in _QUOTES or line.text[-1] not in ".!?" or named
    if not quoted and (":" in quote[:30] or view.text.count(quote[3:_PROBE]) != 2):
        return False
    whole = line.text[0] in _MARKS and _UNSIGNED.sub("", line.text)[-1] in _MARKS
    reach = 14 if quoted else 8
    for other in view.lines[max(1, line.index - reach) : line.index + 1 + reach]:
        if other.index == line.index or len(other.text) <= len(line.text) + _LONGER:
            continue
        heading = other.index == line.index + 1 and line.text[-1].isalnum() and line.text[0] not in _QUOTES
        if heading and _MARKS.isdisjoint(other.text):
            continue
        same = line.text[3:_PROBE] in other.text and (quote in other.text or words in _bare(other.text))
        if same and line.text[0] not in _QUOTES and _sums_up(view, line, other):
            continue
        if (same or (whole and _is_reworded(quote, other.text))) and not _goes_itself(view, other):
            return True
    return False


def _sums_up(view: View, line: Line, other: Line) -> bool:
    """Whether a paragraph repeats more lines than one: then it is what was printed twice."""
    for each in view.lines[max(0, line.index - 4) : line.index + 5]:
        if each.index not in (line.index, other.index) and len(each.text) > 30 and each.text[3:_PROBE] in other.text:
            return True
    return False


def _is_reworded(quote: str, told: str) -> bool:
    """Whether a longer line quotes the same with other marks, with a gap, or with a word in brackets.

    >>> _is_reworded("The best [plan] is to wait two more days", '"The best is to wait two more days," he said.')
    True
    """
    if _MARKS.isdisjoint(told) or not _MARKS.isdisjoint(quote):
        return False
    ours, theirs = _WORD.findall(quote.lower()), _WORD.findall(told.lower())
    if len(ours) < 8:
        return False
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    same = [block for block in blocks if block.size >= 2]
    if sum(block.size for block in same) < 0.85 * len(ours):
        return False
    return same[-1].b + same[-1].size - same[0].b <= 2 * len(ours)


def _is_put_together(view: View, line: Line, quote: str) -> bool:
    """Whether a quotation with a name below joins sentences that the article prints apart."""
    sentences = [words for part in _SENTENCE.split(quote) if len(words := _bare(part)) >= 8]
    if len(sentences) < 2 or not _is_name(view.lines[line.index + 1].text):
        return False
    around = view.lines[: line.index] + view.lines[line.index + 1 :]
    told = "\n".join(_bare(other.text) for other in around if any(mark in other.text for mark in '"“”„«»'))
    return all(words in told for words in sentences)


def _goes_itself(view: View, line: Line) -> bool:
    """Whether a line is part of a post or a caption, by itself or by the signature on one of the lines below."""
    if _RESIDUE.search(line.text):
        return True
    below = view.lines[line.index + 1 : line.index + 5]
    return any(len(other.text) < 120 and _RESIDUE.search(other.text) for other in below)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _signs(text: str, line: str) -> bool:
    """Whether a line may sign a quotation: a dash opens it, or the name stands elsewhere in the text as well."""
    return line[0] in "–—-" or any(text.count(word) > 1 for word in line.split()[:2] if len(word) > 2)


def _is_name(text: str) -> bool:
    """Whether a line may say who spoke: short, a capital first, no sentence."""
    if len(text) > _NAME or text[0] in _QUOTES or text[-1] in '.!?:;,"”' or len(text.split()) > 9:
        return False
    return text.lstrip("–—- ")[:1].isupper()


_OPENED = re.compile(r"[\"“„«](?<=[^\W\d_] .)(?=[^\W\d_a-z])")
_SPEAKER = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){1,3}$")


def _opened(text: str) -> Iterator[int]:
    """Where quotations begin, behind their marks."""
    for mark in '"“„«':  # four searches for a character are faster than one for any of them
        at = text.find(mark)
        while at >= 0:
            if _OPENED.match(text, at):
                yield at + 1
            at = text.find(mark, at + 1)


def glued_quotes(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find pull quotes with a name that stand, within a line, right before the quotation that they repeat."""
    for line in lines:
        text = line.text
        if len(text) < 300:
            continue
        for opened in _opened(text):
            said = text[opened : opened + 30]
            stop = opened - 2
            start = text.rfind(said, max(0, stop - 280), stop) if said.count(" ") >= 3 else -1
            if start < 0 or (start and not text[start - 1].isspace()):
                continue
            copy = text[start:stop]
            name = _SPEAKER.search(copy, len(said))
            if name and text.startswith(copy[: name.start()].strip(" —–-"), opened):
                yield Match(line.start + start, line.start + stop)
