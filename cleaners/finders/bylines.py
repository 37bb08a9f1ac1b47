"""Bylines: who wrote an article, as a line at its head or tail.

A label (``By``, ``Von``, ``Par``, ``Autor:``) with names that fill the line but for a role, an organisation or a
date; a name alone on a line between title and text or at the very end; a name with its Twitter handle; an author's
initials after the last sentence. A label alone is no evidence: sentences begin with it (*By this point, …*), so what
follows must be names. :mod:`cleaners.finders.byline_text` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaners.finders.byline_text import (
    EMAIL,
    LONGEST,
    bare_names,
    extent,
    is_date,
    is_wire,
    names_role,
    of_news,
    organisation,
)
from cleaners.finders.outlets import OUTLET
from cleaners.knowledge.names import has_given_name, is_name, read_names, surname
from cleaners.model import Byline, Match
from cleaners.view import Line, View

HEAD = 8
"""Lines from the top among which a labelled byline stands."""
TAIL = 4
"""Lines from the end among which one stands."""

_LABEL = re.compile(
    r"(?:[-–—/•|*]+\s*)?(?P<label>"
    r"by:?|von:?|par:?|por:?|di|av:?|af:?|door:?|oleh:?|"
    r"(?P<strong>(?:written|posted|story|report(?:ed)?|text|words|analysis|review|opinion|submitted|"
    r"commentary|compiled|edited) by:?|(?:ein(?:e)? )?(?:text|kommentar|kolumne|gastbeitrag|analyse|interview|bericht|"
    r"essay|glosse|reportage|porträt|rezension)(?: und interview)?(?: von|:)|veröffentlicht von|geschrieben von|"
    r"verfasst von|propos recueillis par|publié par|écrit par|escrito por:?|publicado por:?|redacción:|texto:|"
    r"reportagem de|a cura di|scritto da|pubblicato da|geschreven door|tekst(?: og foto)?(?: av)?:?|"
    r"text(?: och foto)?:|skrevet av|skriven av|"
    r"autor(?:in|en|ka|zy|es|a|e|i)? ?:|authors? ?:|words ?:|correspondent ?:|report ?:|"
    r"auteur ?:|autore:|auteurs:|автор(?:ы)?:|текст:|"
    r"подготовил[аи]?:?|penulis:|reporter:|yazan:|haber:|yayıncı:|muhabir:|editör:|opracowa(?:ł|ła|nie):?|napisał[a]?:?))(?:(?<=:)\s*|\s+)(?=\S)",
    re.IGNORECASE,
)  # fmt: skip
OPENING = 30
"""Characters among which the first word of a label ends."""
_FIRST_WORDS = frozenset(
    """
    by von par por di av af door oleh written posted story report reported text words analysis review opinion submitted
    commentary compiled edited ein eine kommentar kolumne gastbeitrag analyse interview bericht essay glosse reportage
    porträt rezension authors words correspondent veröffentlicht geschrieben
    verfasst propos publié écrit escrito publicado redacción texto
    reportagem a scritto pubblicato geschreven tekst skrevet skriven autor autorin autoren autorka autorzy autores
    autora autore autori author auteur auteurs автор авторы текст подготовил подготовила подготовили penulis reporter
    yazan haber yayıncı muhabir editör opracował opracowała opracowanie napisał napisała
    """.split()  # noqa: SIM905
)
"""The first words of all labels."""
_LABEL_ALONE = re.compile(
    r"(?:written by|posted by|by|von|par|por|di|av|door|author|autor(?:in)?|автор)\s*:?", re.IGNORECASE
)
_ORPHANS = frozenset({"by", "by:", "von", "von:", "par", "por", "written by", "posted by", "author:", "autor:"})
"""Labels whose name is lost."""
_ROLE_LINE = re.compile(
    r"(?:(?:the )?(?:[\w&.'’/-]+,? ){0,5}(?:reporter|writer|correspondent|editor|columnist|contributor|staff|producer|"
    r"bureau|redakteurin|redakteur|korrespondentin|korrespondent|medical writer|health editor|"
    r"journalist)s?(?:,? (?:for |at )?[A-Z][\w.&’' ]{2,30})?|special to .{3,40}|"
    r"for (?:the )?[A-Z].{2,40}|(?:the )?associated press|reuters|bbc news(?:, [\w ]{3,30})?)",
    re.IGNORECASE,
)
_LISTED = re.compile(r",|\s[—–-]\s")
_NICKNAME = re.compile(r"[a-z][\w.-]{2,15}")
_SENTENCE_END = tuple('.!?…”"»“:)')
_INITIALS = re.compile(
    r"(?<=[.!?\"“”»)])\s+(?P<cut>\((?!sic|sz|hc|pdf|red\b)[a-zäöüß]{2,4}(?:/[a-zäöüß]{2,5}){0,2}\)"
    r"|\([a-z]{2,4}/(?:dpa|apa|afp|sda|sid|epd|kna)\))\Z"
)
_SIGNED = re.compile(
    r"(?<=[.!?\"”»])\s+(?P<cut>(?P<name>[^\W\d_]{2,}(?: [^\W\d_]{2,}){1,2}) ?"
    r"[(/-] ?(?P<agency>[^\W\d_]{2,12}(?:-[^\W\d_]{2,12})?)\)?)\Z"
)


def labelled(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines that open with a label and hold names and little else."""
    last = len(view.lines)
    for line in lines:
        if HEAD <= line.index < last - TAIL:
            continue
        if not _opens_with_label(line.text):
            continue
        found = _LABEL.match(line.text)
        if not found:
            if len(line.text) < 12 and _LABEL_ALONE.fullmatch(line.text):
                yield from _under_label(view, line)
            continue
        rest = line.text[found.end() :]
        names, end = read_names(rest)
        names = names[:1] + tuple(name for name in names[1:] if not OUTLET.search(name))
        if not names:
            end = organisation(rest, strong=bool(found["strong"]) or found["label"].endswith(":"))
            if not end:
                continue
        length = extent(line, rest, end)
        if length is None:
            continue
        stop = line.start + found.end() + length
        if stop == line.end:
            stop = _with_role_line(view, line, stop)
        raw = " ".join(view.text[line.start : stop].split())
        yield Match(line.start, stop, Byline(raw, names), 0.95 if names and line.index < HEAD else 0.85)


def bare(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Names without a label: alone on a line at head or tail, with a role, or with a Twitter handle."""
    count = len(view.lines)
    if count < 3:
        return
    for line in lines:
        text = line.text
        if 5 <= line.index < count - 6 or len(text) > 90 or text[0].islower() or text[-1] in "?!:;…":
            continue
        if view.context.language == "vi" and _is_vietnamese_signature(view, line):
            yield Match(line.start, line.end, Byline(text, (text.strip(" ."),)), 0.7)
            continue
        if "/" in text or not (has_given_name(text) or _above_date(view, line)):
            continue
        names, end = bare_names(text)
        if not names or _in_list(view, line):
            continue
        if end < len(text.rstrip(" .")):
            if line.index < 5 and is_date(text[end:]):
                yield Match(line.start, line.start + end, Byline(text[:end], names), 0.8)
                continue
            if not names_role(text[end:]) and not EMAIL.fullmatch(text[end:]):
                continue
            if _tells_speaker(view, line, text[end:]):
                continue
        elif not _stands_alone(view, line, names):
            continue
        stop = _with_role_line(view, line, line.end)
        raw = " ".join(view.text[line.start : stop].split())
        yield Match(line.start, stop, Byline(raw, names), 0.8)


def signature(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """What signs the last sentence of all on its own line: initials in brackets, or a name with its agency."""
    line = lines[-1]
    if line.index != len(view.lines) - 1:
        return
    end = line.text[-70:]
    offset = line.end - len(end)
    if end[-1] != ")" and not end[-1].isupper():
        return
    if (found := _INITIALS.search(end)) and not is_wire(found["cut"].strip("()")):
        yield Match(offset + found.start("cut"), line.end, Byline(found["cut"], ()), 0.8)
    elif (found := _SIGNED.search(end)) and of_news(found["agency"]) and is_name(found["name"]):
        yield Match(offset + found.start("cut"), line.end, Byline(found["cut"], (found["name"],)), 0.85)


def _opens_with_label(text: str) -> bool:
    """A quick look at the first word."""
    words = text[:OPENING].lstrip("-–—/•|* ").split(None, 1)
    return bool(words) and words[0].lower().rstrip(":") in _FIRST_WORDS


def _under_label(view: View, line: Line) -> Iterator[Match]:
    """Names on the line under one that is nothing but a label."""
    if line.index + 1 == len(view.lines):
        return
    follower = view.lines[line.index + 1]
    names, end = read_names(follower.text)
    end = end or organisation(follower.text, strong=False)
    length = extent(follower, follower.text, end) if end else None
    if length is None and line.index < HEAD and line.text.lower() == "by" and _NICKNAME.fullmatch(follower.text):
        length = len(follower.text)
    if length is None or len(follower.text) > LONGEST:
        if line.text.lower() in _ORPHANS:
            yield Match(line.start, line.end, None, 0.8)
        return
    stop = follower.start + length
    if stop == follower.end:
        stop = _with_role_line(view, follower, stop)
    yield Match(line.start, stop, Byline(" ".join(view.text[line.start : stop].split()), names), 0.9)


def _tells_speaker(view: View, line: Line, tail: str) -> bool:
    """Whether a name with its paper stands under a quotation that fills a paragraph: it says who wrote that."""
    before = view.lines[line.index - 1].text if line.index > 4 else ""
    quoted = before.rstrip(".").endswith(("”", '"', "»", "“")) and before[0] in '“"„«'
    return quoted and of_news(tail.strip(" ,|()"))


def _in_list(view: View, line: Line) -> bool:
    """Whether a neighbour opens with a name in the same way."""
    neighbours = view.lines[max(0, line.index - 1) : line.index] + view.lines[line.index + 1 : line.index + 2]
    return any(
        len(other.text) < 90
        and _LISTED.search(other.text)
        and read_names(other.text)[0]
        and not _ROLE_LINE.fullmatch(other.text)
        for other in neighbours
    )


def _above_date(view: View, line: Line) -> bool:
    """Whether nothing but a name stands on a line among the first, and a date on the next."""
    if line.index >= 5 or len(line.text) > 40 or not is_name(line.text) or line.index + 1 == len(view.lines):
        return False
    after = view.lines[line.index + 1].text
    return len(after) < 40 and is_date(after)


def _is_vietnamese_signature(view: View, line: Line) -> bool:
    """Vietnamese authors sign with two to four short words on the last line, or the last before a source."""
    words = line.text.rstrip(".").split()
    before = view.lines[line.index - 1].text
    last = line.index >= len(view.lines) - 4 and all(len(other.text) < 40 for other in view.lines[line.index + 1 :])
    return (
        last
        and 2 <= len(words) <= 4
        and all(word[0].isupper() and word.isalpha() and len(word) < 8 for word in words)
        and words[0] not in ("Theo", "Nguồn", "Ảnh", "Video", "Xem", "Từ")
        and not line.text.isascii()
        and (before.endswith(_SENTENCE_END) or before.startswith(("Nguồn", "Theo")))
    )


def _with_role_line(view: View, line: Line, stop: int) -> int:
    """The end of the next line if that names the author's role, else ``stop``."""
    if line.index + 1 < len(view.lines):
        follower = view.lines[line.index + 1]
        if len(follower.text) < 60 and _ROLE_LINE.fullmatch(follower.text.rstrip(" .")):
            return follower.end
    return stop


def _stands_alone(view: View, line: Line, names: tuple[str, ...]) -> bool:
    """Whether a line that is nothing but names is an author's and no heading, list item or broken link."""
    if "@" in line.text:
        return True
    before, after = view.above(line), view.below(line)
    if names[0].startswith("Theo ") and view.context.language == "vi":
        return False
    if line.text.isupper() and len(line.text.split()) > 3:
        return False
    signed = line.index > 3 and (EMAIL.fullmatch(after) is not None or after.startswith(names[0] + " "))
    if signed and before.endswith(_SENTENCE_END) and surname(names[0]) not in view.text[: line.start]:
        return True
    if any(view.text.count(surname(name)) > 1 for name in names) or len(names) > 3:
        return False
    if is_name(before) or (is_name(after) and not _ROLE_LINE.fullmatch(after)):
        return False
    if not after:
        closed = before.endswith(_SENTENCE_END) and len(before) > 8
        return closed and (line.text.isupper() or not before.rstrip(".").endswith(("”", '"', "»", ":")))
    if _ROLE_LINE.fullmatch(after) and len(after) < 60:
        return True
    if before.endswith(_SENTENCE_END) and _heads_people(view, line):
        return False
    if line.index >= 5 or (len(before) > 60 and not before.endswith(_SENTENCE_END)):
        return False
    return (len(after) > 120 and (after[0].isupper() or after[0] in "\"“„«'‘(")) or is_date(after)


def _heads_people(view: View, line: Line) -> bool:
    """Whether another name heads a paragraph in the same way: a list of people."""
    return any(
        4 < len(name.text) < 40
        and len(below.text) > 100
        and name.index not in (0, line.index)
        and is_name(name.text)
        and has_given_name(name.text)
        for name, below in pairwise(view.lines)
    )
