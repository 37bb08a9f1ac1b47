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
    r"|give what you can|gifts? of any size|will you (?:chip in|join|help|give|donate|support)"
    r"|monthly (?:gift|donation)"
    r"|we need your (?:help|support)|readers like you|pay for it|please (?:donate|give)|if you value"
    r"|donate (?:today|now)"
    r"|einen beitrag|mit einer spende|unterstützen sie|unterstütze uns|ihre hilfe|deine hilfe|werden sie"
    r" mitglied|werde mitglied|(?:faites|faire) un don|soutenez|hazte (?:socio|miembro)|dona\b|apóyanos|apoye?\b"
    r"|faça uma doação"
    r"|assine\b|sostienici|fai una donazione|una donazione|поддержите|пожертв"
)
PRESS = re.compile(
    r"journalis|reporting|newsroom|our readers|readers like you|reader-funded|advertis|paywall|nonprofit"
    r"|non-profit|our mission"
    r"|as little as|tax-deductible|free for (?:all|everyone)|our work|open to (?:all|everyone)|\bthis site\b"
    r"|our stor(?:y|ies)|local news|stories like|\barticles\b|reporters|independent"
    r"|journalismus|redaktion|recherch|unsere arbeit|presse\b|journal\b|média|periodismo|nuestro trabajo|jornalismo"
    r"|nosso trabalho|giornal|nostro lavoro|журналист|редакци|наша работа|мы работаем"
)
WE = re.compile(
    r"\b(?:we|our|us|wir|uns|unsere?[nr]?|nous|notre|nos|nuestr[oa]s?|hazte|noss[oa]s?|jornalismo|nostr[oaie]"
    r"|мы|нас|наш\w*)\b"
)
YOU = re.compile(
    r"\b(?:you|your|readers|reader|sie|ihnen|ihre|dir|dich|vous|votre|lectores|valoras|tu|leitores|você"
    r"|lettori|apprezzi"
    r"|читател\w+|вам|вас)\b"
)
NARRATES = re.compile(
    r"\b(?:he|she|his|her|said|says|told|asked|according|er|sagte|il a|a dit|dijo|disse|ha detto|сказал\w*)\b"
)
_NAMED = re.compile(r"[“\"][^“”\"]{1,24}[”\"]")
"""A word in quotation marks; it is no quotation."""


def paragraphs(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Paragraphs that ask for support in the outlet's own voice, without a quotation."""
    for line in lines:
        text = _NAMED.sub("", view.lowered(line))
        if len(text) > LONGEST or "“" in text or '"' in text or NARRATES.search(text):
            continue
        if ASK.search(text) and PRESS.search(text) and WE.search(text) and YOU.search(text):
            yield Match(line.start, line.end)
