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


def reading_time(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """``Reading time`` on one line, its minutes on the next."""
    for line in lines:
        following = view.lines[line.index + 1] if line.index + 1 < len(view.lines) else None
        if following and _LABEL.fullmatch(line.text) and _MINUTES.fullmatch(following.text):
            yield Match(line.start, following.end)


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
            if not match.group().startswith(_FIGURES):
                yield Match(line.start + match.start(), line.start + match.end())
