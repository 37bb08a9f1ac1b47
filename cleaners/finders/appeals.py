"""Appeals for money: whole paragraphs in which an outlet asks its readers to pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.model import Match
from cleaners.view import Line, View

LONGEST = 1500
"""Characters: longer paragraphs are left alone."""
ASK = re.compile(
    r"(?:support|fund|sustain|power|back) (?:us|our|independent|quality|non-?profit|this|the work"
    r"|[a-z’']+ journalism)\b"
    r"|(?:mak(?:e|ing)|give|giving) (?:us )?(?:a|your|any) (?:[a-z-]+ ){0,3}(?:contribution|donation|gift)"
    r"|becom(?:e|ing) a (?:[a-z-]+ )?(?:member|supporter|subscriber|patron|donor)|(?:contribut|donat)(?:e"
    r"|ing) (?:to|today|now|from|as)"
    r"|chip(?:ping)? in|your (?:[a-z-]+ )?(?:support|contributions?|donations?|gifts?) (?:helps?|will|means"
    r"|makes?|keeps?|enables?|allows?|today|is|are|ensures?)|(?:need|without|with|for) your (?:[a-z-]+ )?support"
    r"|financial contributions?|(?:we|to) ask for your help"
    r"|support from (?:our )?readers|reader (?:support|contributions)|a (?:small )?favou?r to ask"
)
PRESS = re.compile(
    r"journalis|reporting|newsroom|our readers|readers like you|reader-funded|advertis|paywall|nonprofit"
    r"|non-profit|our mission"
    r"|as little as|tax-deductible|free for (?:all|everyone)|our work|open to (?:all|everyone)|\bthis site\b"
    r"|our stor(?:y|ies)"
)
WE = re.compile(r"\b(?:we|our|us)\b")
YOU = re.compile(r"\b(?:you|your|readers)\b")


def paragraphs(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Paragraphs that ask for support in the outlet's own voice, without a quotation."""
    for line in lines:
        text = view.lowered(line)
        if len(text) > LONGEST or "“" in text or '"' in text:
            continue
        if ASK.search(text) and PRESS.search(text) and WE.search(text) and YOU.search(text):
            yield Match(line.start, line.end)
