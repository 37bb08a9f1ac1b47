"""Blocks of readers' comments below an article that its title or its buttons give away, whatever the comments say.

Each comment has a line with a date, a time or an age, and a name in that line or on the one above. A date line alone is
no sign: lists of articles have them too. So a title (``Kommentare (3)``) or buttons (``Reply``, ``Melden``) must stand
beside them, and prose before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.threads import TITLE as COUNTED
from cleaners.model import Match
from cleaners.view import Line, View

PROSE: Final = 140
"""Characters of a line that is a paragraph of the article."""
HEAD: Final = 90
"""Most characters of a comment's first line."""

TITLE: Final = re.compile(
    r"(?i)(?:\d+ )?(?:(?:all|top|user|reader|readers['’]|leser|nutzer|view|show|load|see|alle|neueste|ihre)[ -]?)*"
    r"(?:comments?|responses?|replies|discussion|conversation|kommentare?|leserkommentare|antworten|diskussion|meinungen"
    r"|comentarios|comentários|opiniones|commentaires|réactions|commenti|комментари[ий]|обсуждение|komentarze"
    r"|yorumlar|reacties|kommentarer|bình luận|bewertungen|gästebuch|reviews)(?: ?[(\[]?\d+[)\]]?)?"
    r"(?: (?:zu|zum|on|to|for|sur|sobre|zu diesem|zum artikel|der leser).{0,90})?[.:»]*"
)
BUTTON: Final = re.compile(
    r"(?i)(?:[\d↑↓▲▼👍👎+-]+ ?)*(?:reply|antworten|auf diesen kommentar antworten|kommentar melden|melden"
    r"|zitieren|quote|report|report (?:abuse|comment)|permalink|permanenter link|responder|répondre|rispondi"
    r"|ответить|пожаловаться|odpowiedz|zgłoś|cevapla|yanıtla|svara?|beantwoorden|reageer|trả lời|like|upvote"
    r"|empfehlen|flag|share|helpful|log ?in (?:to reply|für vote)|hilfreich|edited|bearbeitet)"
    r"(?: ?[(\[]?\d+[)\]]?)?[ |·•/]*(?:reply|like|share|report|\d+|[|·•])*"
)
_MONTH: Final = r"(?:\d{1,2}[.,]?|(?:\d{1,2}\.? ?(?:de )?)?[^\W\d]{3,10}\.?,?)"
STAMP: Final = re.compile(
    r"(?i)(?:\b(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]{1,2} )?"
    r"(?:\b\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d\d)\b|\b\d{4}-\d\d-\d\d\b"
    rf"|\b{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?(?:de )?\d{{4}}\b)"
    r"(?:(?:,| um| at| at:| à| a las| às| alle| kl\.?| -| –| @| \||T)?"
    r" ?\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: uhr| h)?)?"
    r"|\b(?:\d{1,3}|an?|one) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago|\bvor \d{1,3} [a-zä]{3,9}"
    r"|\b(?:hace|há|il y a) \d{1,3} [^\W\d]{3,9}"
)


def stamped(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the block, from its title or the name over its first date, to the end of the text."""
    after = _behind_prose(view)
    if after is None:
        return
    standing = view.lines[after:]
    heads = [line for line in standing if _head(line.text)]
    if not heads:
        return
    titles = [line.index for line in standing if len(line.text) <= HEAD and _title(line.text)]
    titled = [index for index in titles if any(index < head.index <= index + 3 for head in heads)]
    buttons = sum(bool(BUTTON.fullmatch(line.text)) for line in view.lines[heads[0].index :] if len(line.text) < 60)
    if titled and (len(heads) > 1 or buttons):
        first = titled[0]
    elif len(heads) > 1 and buttons > 1 and buttons >= len(heads) // 2:
        first = heads[0].index
        first -= bool(STAMP.fullmatch(heads[0].text.strip(" |-–—•·,:")) and _name(view.lines[first - 1].text))
    else:
        return
    yield Match(view.lines[first].start, view.lines[-1].end)


def _behind_prose(view: View) -> int | None:
    """The index of the first line where comments may begin: two paragraphs and a third of the text stand before."""
    paragraphs = 0
    for line in view.lines:
        if paragraphs >= 2 and line.start > len(view.text) * 0.3:
            return line.index
        paragraphs += len(line.text) >= PROSE
    return None


def _title(text: str) -> bool:
    return bool(TITLE.fullmatch(text) or COUNTED.fullmatch(text))


def _head(text: str) -> bool:
    """Whether a line holds a date and at most a name beside it."""
    if len(text) > HEAD or text[-1] in '!?;”"':
        return False
    found = STAMP.search(text)
    if not found:
        return False
    rest = text[: found.start()] + " " + text[found.end() :]
    return len(rest.split()) <= 6 and "." not in rest.strip(" .") and "©" not in rest


def _name(text: str) -> bool:
    return len(text) <= 40 and len(text.split()) <= 4 and text[-1] not in ".!?:;,"


BLOG: Final = re.compile(
    r"(?:^|\s)(?:Antworten\s*Löschen|Löschen\s*Antworten|Reply\s*Delete|Delete\s*Repl(?:y|ies)|Responder\s*(?:Eliminar|Borrar|Excluir)"
    r"|(?:Eliminar|Excluir|Borrar)\s*(?:Responder|Respuestas|Respostas)|Répondre\s*Supprimer|Supprimer\s*Réponses"
    r"|Rispondi\s*Elimina|Elimina\s*(?:Rispondi|Risposte)|Ответить\s*Удалить|Удалить\s*Ответы|Odpowiedz\s*Usuń"
    r"|Usuń\s*Odpowiedzi|Beantwoorden\s*Verwijderen|Svara\s*(?:Radera|Ta bort)|Svar\s*Slett|Besvar\s*Slet)(?=\s|$)"
)
"""The two buttons under each comment of a blog."""
FRAME: Final = 4
"""Lines from the end among which such a block ends, if it is one line."""


def grown(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the grown-together comments of a blog, from the name and the date over the first to the last button."""
    hits = [line for line in lines if BLOG.search(line.text)]
    if not hits or 10 * hits[0].start < len(view.text):
        return
    first, last = hits[0].index, hits[-1].index
    if first == last and len(BLOG.findall(hits[0].text)) < 2 and last < len(view.lines) - FRAME:
        return
    for line in reversed(view.lines[max(1, first - 12) : first + 1]):
        found = STAMP.search(line.text, 0, HEAD)
        if found and len(line.text[: found.start()].split()) <= 4:
            own = found.end() >= len(line.text) - 2 and found.start() < 3 and _name(view.lines[line.index - 1].text)
            yield Match(view.lines[line.index - own].start, view.lines[last].end)
            return
