"""Blocks of press releases: contacts, what stands behind the end mark, "About <organisation>" paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.model import Match
from cleaners.view import Line, View

BLOCK = 10
"""Lines: a contact block is no longer."""
SHORT = 140
"""Characters: lines of a contact block are shorter."""
REST = 0.35
"""Share of a document that may stand behind an end mark and still be boilerplate."""

LABEL = re.compile(
    r"(?:for (?:more|further) (?:information|details)[^.]{0,60}contact|(?:for )?(?:media|press|news|pr|investors?"
    r"|editorial"
    r"|presse|prensa|stampa|company|public relations|corporate|sales|business|general|marketing|research)?"
    r"(?:(?: and | & |/|, | or )(?:media|press|investors?|analysts?|public|news))?[ -]?(?:relations )?"
    r"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|contact information|contact details|kontakte?|pressekontakte?"
    r"|ansprechpartner(?:in)?|rückfragen|rückfragehinweis|contacto|contato|contatti|kontakt dla mediów)"
    r"(?: (?:information|details|for media|for press|person|us|:|presse|médias|de prensa|stampa"
    r"|para la prensa))*)[ ]*(?::.*|\*?)",
    re.IGNORECASE,
)
REACH = re.compile(
    r"\S+@\S+\.\w|[+(]?\d[\d ()./–-]{6,}\d|\[email protected\]|www\.|https?://|\b(?:tel|phone|fax|telefon)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"(?:[*_]{0,2})(?:About|ABOUT|Über|Zu|À propos d[eu]|A propos d[eu]|Acerca de|Sobre|Informazioni su"
    r"|О компании|O firmie)"
    r" (?:(?:the|The|THE|l'|la|le|les|el|o|a|die|der|den"
    r"|das) ?)?(?P<name>[A-Z0-9À-ÖØ-ÞА-Я][^.!?:]{1,70}?)(?:[*_]{0,2}) ?(?P<rest>:.*)?"
)
IS = re.compile(
    r"\b(?:is|are|was founded|founded|provides?|offers?|delivers?|develops?|helps?|serves?|works|operates"
    r"|represents|combines"
    r"|publishes|advances|conducts|brings|has been|leads|supports|strives|manufactures|specializes|ist|sind|est"
    r"|es|é|è|wurde"
    r"|bietet|entwickelt|headquartered|based)\b"
)


TOPICS = frozenset(
    {"data", "study", "survey", "report", "research", "book", "author", "authors", "this", "series", "project"}
)
"""First words of headings that speak of the text itself."""
ORGANISATION = re.compile(
    r"compan(?:y|ies)|organi[sz]ation|provider|society|institute?|universit|foundation|association|cent(?:er|re)"
    r"|hospital|leader"
    r"|leading|agency|non-?profit|charity|\bfirm\b|manufactur|\bgroup\b|founded|headquartered|based in|network"
    r"|clinic|medic"
    r"|patients|indicated|unternehmen|gegründet|anbieter|verband|stiftung|empresa|entreprise|azienda|société"
    r"|members|advances"
)


def contacts(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A contact label with the names, telephones and addresses under it."""
    reached = 0
    for line in lines:
        if line.start < reached or len(line.text) > 240 or not LABEL.fullmatch(line.text):
            continue
        last = line if REACH.search(line.text) else None
        for follower in view.lines[line.index + 1 : line.index + 1 + BLOCK]:
            text = follower.text
            if len(text) > SHORT or (text.endswith((".", "?", "”", '"')) and not REACH.search(text)):
                break
            if REACH.search(text):
                last = follower
        if last is not None:
            reached = last.end
            yield Match(line.start, last.end)


def behind_end(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """An end mark (``###``, ``ENDS``) and what stands behind it, if that is a small part of the document."""
    for line in _with_next(view, lines):
        if not END.fullmatch(line.text):
            continue
        head, rest = line.start - view.lines[0].start, view.lines[-1].end - line.end
        if head and rest <= REST * head:
            yield Match(line.start, view.lines[-1].end)
            return
        yield Match(line.start, line.end)


END = re.compile(
    r"(?:# ?){3,5}|-+ ?(?:ENDS?|30|ende|END) ?-+|ENDS|\(ENDS?\)|-30-|(?:- ?)?o0o(?: ?-)?|/ENDS/|\[ENDS\]"
    r"|– ?ENDS ?–|~ ?ENDS? ?~|\(END\)"
)


def about(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A heading "About X" with the paragraph that says what X is."""
    for line in _with_next(view, lines):
        found = ABOUT.fullmatch(line.text)
        if not found or 2 * line.start < len(view.text):
            continue
        name = found["name"].strip(" *_")
        key = name.split()[0].strip("®™,").lower()
        if found["rest"] and len(found["rest"]) > 30:
            if _describes(found["rest"], key):
                yield Match(line.start, line.end)
            continue
        following = view.lines[line.index + 1 : line.index + 2]
        if following and _describes(following[0].text, key):
            yield Match(line.start, following[0].end)


def _with_next(view: View, lines: Sequence[Line]) -> list[Line]:
    """The lines and those behind them: a trigger that starts with a line break is found on the line before."""
    return sorted({*lines, *(line for hit in lines for line in view.lines[hit.index + 1 : hit.index + 2])})


def _describes(text: str, key: str) -> bool:
    """Whether the paragraph tells what the organisation (or its product) is."""
    head = text[:300].lower()
    return (
        key not in TOPICS
        and key in head[:160]
        and IS.search(head[:160]) is not None
        and ORGANISATION.search(head) is not None
    )
