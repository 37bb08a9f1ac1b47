"""Find out which spans of a text another tool removed, from its clean text alone.

Both texts become tokens, written alike (quotes, dashes, entities, case), so that repairing a character is not taken
for removing a word.
"""

from __future__ import annotations

import html
import re
import unicodedata
from difflib import SequenceMatcher
from typing import Any

ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘`´", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("–—―−‑", "-"),
        **dict.fromkeys("\xa0\u200b\ufeff", " "),
    }
)
JOINERS = re.compile("[\xad\u200c\u200d]")
# Entities, soft hyphens and joiners stay inside one token.
TOKEN = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,8});|[\w\xad\u200c\u200d]+|[^\w\s]")
LARGE = 40_000_000
"""Product of the token counts from which on the slower, contiguous alignment is not affordable."""
SAME = 0.4
"""Likeness from which on a replaced stretch counts as kept."""


def norm(text: str | None) -> str:
    """Return the text as comparisons see it.

    >>> norm("“A&amp;B” –\\xa0Ltd.")
    '"a&b" - ltd.'
    """
    plain = unicodedata.normalize("NFKC", html.unescape(text or "")).translate(ALIKE)
    return re.sub(r"\s+", " ", JOINERS.sub("", plain)).strip().casefold()


def removed(source: str, clean: str) -> list[dict[str, Any]]:
    """Return the spans of ``source`` that have nothing like them in ``clean``.

    >>> removed("Home. It rained. Share", "It rained.")
    [{'start': 0, 'end': 5}, {'start': 17, 'end': 22}]
    """
    places = [match.span() for match in TOKEN.finditer(source)]
    left = [norm(source[start:end]) or source[start:end] for start, end in places]
    right = [norm(token) or token for token in TOKEN.findall(clean)]
    spans = []
    for tag, i, j, k, m in _operations(left, right):
        gone = tag == "delete"
        if tag == "replace":
            gone = SequenceMatcher(None, "".join(left[i:j]), "".join(right[k:m]), autojunk=False).ratio() < SAME
        if gone:
            spans.append({"start": places[i][0], "end": places[j - 1][1]})
    return spans


def _operations(left: list[str], right: list[str]) -> list[tuple[str, int, int, int, int]]:
    if len(left) * len(right) < LARGE:
        return SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    from rapidfuzz.distance import Levenshtein

    return [(o.tag, o.src_start, o.src_end, o.dest_start, o.dest_end) for o in Levenshtein.opcodes(left, right)]
