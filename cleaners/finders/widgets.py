"""Finders of widgets that take several lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaners.model import Match
from cleaners.view import Line, View

_LABEL = re.compile(
    r"(?:reading time|read time|lesezeit|tempo de leitura|tiempo de lectura|temps de lecture|tempo di lettura"
    r"|leestijd|lesetid|lästid)\s?:?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?:ca\.? |< ?)?\d{1,3} ?(?:m|min\w*\.?|мин\w*\.?|dk\.?|dakika)\.?", re.IGNORECASE)
_POLL = "take our poll - story continues below"
_SMALL_PRINT = re.compile(r"(?:^completing this poll|privacy policy and terms of use)", re.IGNORECASE)

_TICKER = re.compile(
    r"TMUBM[A-Z]{2,4}\d\dY, [+-]?\d+\.\d+%|(?<![^\W_])[A-Z]{2,6}(?:\.[A-Z0-9]{1,3}|\d{2})?, [+−-]\d+\.\d+%"
)
_FIGURES = (
    "GDP",
    "CPI",
    "PPI",
    "PMI",
    "PCE",
    "GNP",
    "VAT",
    "EPS",
    "ROI",
    "US",
    "UK",
    "EU",
    "HICP",
    "BIP",
    "PIB",
    "IPC",
    "USA",
    "EBIT",
)

FORM = 16
"""Most lines of a poll's form."""
_VOTE = re.compile(
    r"vote(?: now)?|submit(?: vote| your vote)?|(?:view|see|show) results.{0,20}|poll results|polldaddy\.com"
    r"|crowdsignal\.com|(?:jetzt )?abstimmen|zum ergebnis|ergebnis(?:se)? anzeigen|voter|je vote|voir les résultats"
    r"|votar|ver resultados|vota|vedi i risultati|проголосовать|голосовать|głosuj|zagłosuj|oy ver|stem|stemmen"
    r"|bình chọn|biểu quyết|(?:thank you|thanks) for (?:voting|your (?:vote|feedback|rating))[.!]?"
    r"|(?:vielen dank|danke) für (?:deine|ihre) (?:stimme|bewertung|teilnahme|abstimmung)[.!]?"
    r"|merci (?:d.avoir voté|pour votre (?:vote|avis))[ .!]*|gracias por (?:tu|su) (?:voto|valoración|opinión)[.!]?"
    r"|obrigad[oa] (?:por votar|pelo seu voto)[.!]?|grazie per (?:aver votato|il tuo voto)[.!]?"
    r"|спасибо за (?:ваш )?голос[.!]?",
    re.IGNORECASE,
)
_POLLS = frozenset(
    {"poll", "umfrage", "sondage", "encuesta", "enquete", "sondaggio", "опрос", "ankieta", "sonda", "anket", "vote"}
)
_CHOICES = 9
"""Most answers of a poll."""


def reading_time(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """``Reading time`` on one line, its minutes on the next, or the other way about."""
    for line in lines:
        if not _LABEL.fullmatch(line.text):
            continue
        following = view.lines[line.index + 1] if line.index + 1 < len(view.lines) else None
        before = view.lines[line.index - 1] if line.index else None
        if following and _MINUTES.fullmatch(following.text):
            yield Match(line.start, following.end)
        elif before and _MINUTES.fullmatch(before.text):
            yield Match(before.start, line.end)


def poll_form(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A poll in the middle of a story, up to its small print."""
    for line in lines:
        start = view.lower.find(_POLL, line.start, line.end)
        end = next(
            (near.end for near in view.lines[line.index : line.index + FORM] if _SMALL_PRINT.search(near.text)), 0
        )
        if start >= 0 and end:
            yield Match(start, end)


def ticker(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A security's symbol with its change in per cent, inserted behind its name."""
    for line in lines:
        for match in _TICKER.finditer(line.text):
            if match.group().partition(",")[0] not in _FIGURES:
                yield Match(line.start + match.start(), line.start + match.end())


def poll(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A poll's question, its answers and the button below them."""
    for line in lines:
        if not _VOTE.fullmatch(line.text):
            continue
        first = line.index - 1
        while first > 0 and line.index - first <= _CHOICES and _is_choice(view.lines[first].text):
            first -= 1
        if first >= 0 and view.lines[first].text[-1] == "?" and len(view.lines[first].text) <= 160:
            headed = first > 0 and view.lines[first - 1].text.lower().strip(" :") in _POLLS
            yield Match(view.lines[first - headed].start, line.end)


def _is_choice(text: str) -> bool:
    return len(text) <= 80 and text[-1] not in "?:" and (len(text) <= 40 or text[-1] != ".")


_QUOTED = re.compile(r"\|? ?[A-Z.]{1,6} \|.*\d+\.\d\d.*\|? ?[+-]?\d+\.\d+ ?%? ?\|?|[|: -]{5,}")


def quotes(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A table of share prices: its head, and its rows with symbols and prices."""
    for line in lines:
        last = line.index
        while last + 1 < len(view.lines) and _QUOTED.fullmatch(view.lines[last + 1].text):
            last += 1
        if last > line.index:
            yield Match(line.start, view.lines[last].end)


_BOXES = (
    re.compile(
        r"Expect to pay|Developer|Publisher|Reviewed on|Multiplayer\??|Official site|Release [Dd]ate|Released?"
        r"|Platforms?|Genres?|Engine|Price|Modes?|Steam Deck|Copy protection|Entwickler|Plattform(?:en)?|Preis"
        r"|Erscheinungstermin"
    ),
    re.compile(
        r"Type|Location|Coordinates|Participants|Deaths|Injuries|Injured|Date|Born|Died|Occupation|Nationality|Spouse"
        r"|Founded|Founder|Headquarters|Industry|Owner|Website|Effect|Capital|Population|Language|Incantation|Weapons?"
        r"|Motive|Geboren|Gestorben|Beruf|Gründung|Sitz|Branche|Mitarbeiterzahl|Umsatz"
    ),
    re.compile(
        r"Director|Directed by|Starring|Cast|Running time|Runtime|Rating|Rated|Genre|Country|Studio|Written by|Writers?"
        r"|Producers?|Produced by|Distributor|Regie|Darsteller|Laufzeit|FSK|Drehbuch|Besetzung"
    ),
)
_LABELS = 4
"""Fewest labels of a box."""


def facts(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A box of facts that was flattened into one line: label, value, label, value, and no stop at its end."""
    for line in lines:
        text = line.text
        if not 60 <= len(text) <= 900 or text[-1] in '.!?"”' or text.count(", ") * 12 > len(text.split()) * 2:
            continue
        for box in _BOXES:
            labels = {found.group() for found in box.finditer(text) if _stands_apart(text, found.start(), found.end())}
            if len(labels) >= _LABELS and len(text) <= 75 * len(labels):
                yield Match(line.start, line.end)
                break


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a word is a label: no letter touches it, and no small word follows."""
    before, after = text[start - 1 : start], text[end : end + 2]
    return before in ("", " ", "]", ")") and (not after or (after[0] in " :?" and not after[1:].islower()))
