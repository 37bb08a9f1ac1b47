"""What signs off a text: the agencies it was taken from, on a last line of their own or behind the last sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.outlets import OUTLET
from cleaners.knowledge.agencies import NEWS, agency
from cleaners.model import Match
from cleaners.view import Line, View

LONGEST = 40
"""Characters of the longest line of agencies."""
EDGES = " -–—/()[]*.|"
NAME = 60
"""Characters the line before has at least: it is a sentence, and no item of a list."""
TAG: Final = 90
"""Characters of the longest tag behind a last sentence."""

_TAG = re.compile(
    r"(?:(?<=[.!?…”\"»’'*])|(?<=[.!?…”\"»’'*]\))|\A)\s*(?P<tag>\((?P<round>[^()]{1,70})\)|\[(?P<square>[^\[\]]{1,70})\]"
    r"|[-–—/*]+\s?(?P<open>[^\W\d_](?:[^.!?()\"“”:;]|\.(?=[A-Z])){1,70}))\.?\Z"
)
_STROKES = frozenset("-–—/*")
_AGENCY_WORDS = frozenset(
    """
    agencies agency agencias agência agências agencia agenzie agenturen agentur agences agence wires wire news staff
    redaktion redação redacción rédaction und and y e et with mit com con avec de del da das the la le l also ajansları
    ajanslar agentschappen agencje byråer agentur combined reports report sources bureau inputs input from
    """.split()  # noqa: SIM905
)
_SHORT = re.compile(r"[a-zäöü]{2,5}(?:[/,-]\s?[a-zäöü]{2,6}){0,4}")
_SPLIT = re.compile(r"\s*[,/;+&]\s*|\s+(?:and|und|y|e|et|with|mit|com|con|avec|–|-)\s+", re.IGNORECASE)
_PAGE = re.compile(r"[A-Z]-?\d{1,2}")
_NOT_SIGNED = frozenset(
    {"sic", "hc", "pdf", "red", "ff", "siehe", "lacht", "laughs", "sz", "pp", "etc", "usw", "und", "or", "ca"}
)


def agency_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A news agency, or several, alone on the last line."""
    line = lines[-1]
    if len(line.text) > LONGEST or not line.index or line.index + 1 != len(view.lines):
        return
    text = line.text.strip(EDGES).removeprefix("The ").removeprefix("the ")
    names = text.replace(" / ", "/").replace(", ", "/").replace(" and ", "/").replace(" und ", "/").split("/")
    before = view.lines[-2].text
    if len(before) > NAME and text and all((agency(name.strip()) or "") in NEWS for name in names):
        yield Match(line.start, line.end)


def tag(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Agencies, or the desk's short forms, behind the last sentence of a paragraph that the article ends with."""
    end = len(view.lines) - 1
    for line in [line for line in lines if line.text[-1] in ")]" or line.index == end]:
        last = line.index == end
        text = line.text[-TAG:]
        if text[-1] not in ")]" and _STROKES.isdisjoint(text):
            continue
        found = _TAG.search(text)
        if not found or (found.start() == 0 and len(line.text) > TAG):
            continue
        quoted = text[: found.start("tag")].rstrip()[-1:] in tuple("\"”“»’'")
        if quoted and (not last or line.text[0] in "-–—•*"):
            continue  # says whom the quote is from
        inner = (found["round"] or found["square"] or found["open"]).strip()
        alone = found["tag"] == line.text.rstrip(".")
        if quoted and found["open"] and not all(_is_agency(piece) for piece in _SPLIT.split(inner) if piece):
            continue
        if _is_signed(inner, last=last, language=view.context.language, bracket=not found["open"]):
            if alone and not (line.index and len(view.lines[line.index - 1].text) > NAME):
                continue
            yield Match(line.end - len(text) + found.start("tag"), line.end)


def _is_signed(inner: str, *, last: bool, language: str | None, bracket: bool) -> bool:
    """Whether a tag names agencies (one at least, and outlets beside them), a page, or a desk in short."""
    pieces = [piece for piece in _SPLIT.split(inner) if piece]
    known = [piece for piece in pieces if _is_agency(piece)]
    if known:
        others = [piece for piece in pieces if piece not in known]
        return len(inner) < TAG and all(_beside(piece) for piece in others)
    if not last or not bracket:
        return False
    if _PAGE.fullmatch(inner):
        return True
    words = inner.lower().split()
    if (
        words
        and all(word.strip(".,") in _AGENCY_WORDS for word in words)
        and words[0].startswith(("agen", "wire", "news", "ajans"))
    ):
        return True
    return language == "de" and bool(_SHORT.fullmatch(inner)) and inner not in _NOT_SIGNED


def _is_agency(piece: str) -> bool:
    name = piece.strip(" .*").removeprefix("The ").removeprefix("the ").removeprefix("l’").removeprefix("l'")
    for word in ("with ", "mit ", "com ", "con ", "avec ", "da ", "de ", "la ", "der "):
        name = name.removeprefix(word)
    short = name.islower() and 2 <= len(name) <= 4 and agency(name) is None and agency(name.upper()) in NEWS
    return (agency(name) or "") in NEWS or (
        short and name in ("dpa", "afp", "epd", "kna", "sid", "apa", "sda", "ats", "ots", "ap")
    )


def _beside(piece: str) -> bool:
    """Whether a piece next to an agency may be an outlet, a desk or a place: short, and capitalised or abbreviated."""
    words = piece.split()
    if piece.lower().strip(".") in _AGENCY_WORDS or OUTLET.search(piece):
        return True
    short = piece.islower() and len(piece) < 6
    return len(words) <= 3 and (short or all(word[0].isupper() or word.isdecimal() for word in words))
