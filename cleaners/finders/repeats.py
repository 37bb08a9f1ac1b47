"""Text that extraction printed twice: repeated paragraphs, and pull quotes that repeat a sentence of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.model import Match
from cleaners.view import Line, View

PARAGRAPH: Final = 60
"""Shortest paragraph whose exact repetition is no refrain, in characters."""

LONG: Final = 120
"""From here on even a third copy is no refrain."""

_QUOTES: Final = "\"'“”„‘’«»‹› \t"
_PROBE: Final = 26
_CODE = re.compile(r"[{}<>=_#|]|\(\)|^[-•*+]|::|\w\(\w|^\W*https?:")
"""What stands in code, tables and lists, where lines repeat for a reason."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_RESIDUE = re.compile(
    r"\(@|\bt\.co/|pic\.(?:twitter|x)\.com|Getty|Reuters\)|\bAP\)|/AFP|/AP\b|(?:[Pp]hoto|[Ff]oto|[Ii]mage):"
)
"""A post or caption: it goes itself, so that the article's own words must not go because it repeats them."""


def paragraphs(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the later copies of long paragraphs."""
    texts = [line.text for line in lines]
    if len(set(texts)) == len(texts):
        return
    seen: dict[str, int] = {}
    for line in lines:
        if len(line.text) >= PARAGRAPH and not _CODE.search(line.text) and line.text.count(" ") >= 7:
            copies = seen[line.text] = seen.get(line.text, 0) + 1
            if copies > 1 and (len(line.text) >= LONG or texts.count(line.text) == 2) and line.text[-1] not in ":?":
                yield Match(line.start, line.end)


def pull_quotes(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find lines that repeat a longer paragraph's words near by, with the short lines below that say whose they are."""
    text = view.text
    for line in lines[1:-1]:
        if not 45 <= len(line.text) <= 320 or text.count(line.text[1:12]) < 2:
            continue
        whole = text.count(line.text[3 : 3 + _PROBE]) > 1
        quote = line.text.strip(_QUOTES)
        if len(quote.split()) < 8 or not _stands_alone(view, line):
            continue
        if not (whole and _is_repeated(view, line, quote)) and not _is_put_together(view, line, quote):
            continue
        end = line.end
        for below in view.lines[line.index + 1 : line.index + 3]:
            if not _is_name(below.text):
                break
            end = below.end
        yield Match(line.start, end)


def _stands_alone(view: View, line: Line) -> bool:
    """Whether a line is a paragraph of its own: no code, no piece of a sentence that was broken into lines."""
    quote = line.text.lstrip(_QUOTES)
    below = view.lines[line.index + 1].text.lstrip(_QUOTES)
    if not quote[:1].isupper() or line.text[-1] in ":,;" or _CODE.search(line.text):
        return False
    above = view.lines[line.index - 1].text
    return (
        above[-1] not in ",;"
        and (above[-1] in ".!?:…\"”»’')" or line.text[-1] in '.!?…"”»’')
        and not below[:1].islower()
    )


def _is_repeated(view: View, line: Line, quote: str) -> bool:
    """Whether a longer line among those around holds the whole quote, word for word."""
    words = _bare(quote)
    around = view.lines[max(1, line.index - 14) : line.index + 15]
    return any(
        len(other.text) > len(line.text) + 20 and line.text[3 : 3 + _PROBE] in other.text and words in _bare(other.text)
        for other in around
        if other.index != line.index and not _goes_itself(view, other)
    )


def _is_put_together(view: View, line: Line, quote: str) -> bool:
    """Whether a quotation with a name below joins sentences that the article prints apart."""
    sentences = [words for part in _SENTENCE.split(quote) if len(words := _bare(part)) >= 8]
    if len(sentences) < 2 or not _is_name(view.lines[line.index + 1].text):
        return False
    around = view.lines[: line.index] + view.lines[line.index + 1 :]
    told = "\n".join(_bare(other.text) for other in around if any(mark in other.text for mark in '"“”„«»'))
    return all(words in told for words in sentences)


def _goes_itself(view: View, line: Line) -> bool:
    """Whether a line is part of a post or a caption, by itself or by the signature on the line below."""
    below = view.lines[line.index + 1 : line.index + 2]
    return bool(_RESIDUE.search(line.text) or (below and len(below[0].text) < 100 and _RESIDUE.search(below[0].text)))


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _is_name(text: str) -> bool:
    """Whether a line may say who spoke: short, a capital first, no sentence."""
    if len(text) > 70 or text[0] in _QUOTES or text[-1] in '.!?:;,"”' or len(text.split()) > 9:
        return False
    return text.lstrip("–—- ")[:1].isupper()
