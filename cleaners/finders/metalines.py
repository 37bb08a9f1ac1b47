"""Meta lines: who, when, in which section and with how many comments, all on one line.

*by Anna Lund in News, Harbour // 0 Comments*, *Gepostet von Anna Lund | Wohnen*, *Anna Lund | Reporter | 5 days ago*,
*Anna Lund Publié le 02/06/2019 à 18h30*. The line is cut at its bars and dots, and every piece must be read to its end
as names, dates, sections, roles, or counts; a name must stand in it, and something beside the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from cleaners.dates import parse
from cleaners.finders.timestamps import allowed, is_labelled, is_update
from cleaners.knowledge.names import ROLES, has_given_name, is_name, read_names
from cleaners.model import Byline, DateCandidate, Match
from cleaners.view import Line, View

HEAD: Final = 12
"""Lines from the top among which a meta line stands."""
TAIL: Final = 3
"""Lines from the end among which one stands."""
TOP: Final = 3
"""Lines from the top within which an author stands on the line of the title or of the first sentence."""
LONGEST: Final = 180
"""Characters of the longest one."""
SURE: Final = 0.9
"""How sure a date in such a line is: more than the line, so that its piece is credited to it."""
SECTION: Final = 5
"""Words of the longest section."""

_BARS = re.compile(r"\s*(?:[|•·∙●¦]|//)\s*|\s+[–—-]\s+|\s/\s|\s{3,}|\t+")
_WEAK = re.compile(r"[\s,;:()/*–—-]+")
_SIGN = re.compile(
    r"\d|[Kk]omment|[Cc]omment|[|•·]|//|\A(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[A-Za-zé]+ (?:by|von|par|por|da)) "
)
_LABEL = re.compile(
    r"(?:(?:posted|published|written|story|article|report|submitted|created|added|uploaded|contributed|reviewed|"
    r"gepostet|erstellt|veröffentlicht|geschrieben|verfasst|eingestellt|eingetragen|"
    r"publié|écrit|posté|rédigé|publicado|escrito|postado|enviado|pubblicato|scritto|inserito|postato|geplaatst|"
    r"geschreven|gepost|skrevet|skriven|publicerad|publisert|opublikowane|opublikowany|dodane|dodany|ditulis)\s+"
    r"(?:by|von|par|por|da|di|door|av|af|przez|oleh)\b|by\b|von\b|par\b|por\b|door\b|av\b|oleh\b|przez\b|"
    r"(?:author|autor|autorin|auteur|autore|автор|yazan|penulis|redakteur|redakteurin|verfasser)\s?:)\s*:?\s*",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?:\(?\d[\d.,]*k?\)?\+?\s*|no |keine |kein |leave a |add (?:a )?|aucun |sin |nenhum |nessun |post a "
    r"|schreibe einen )"
    r"(?:comments?|kommentare?n?|commentaires?|comentarios?|comentários?|commenti|commento|comentario|reacties|replies|"
    r"responses?|views?|shares?|likes?|reads?|aufrufe|vues|visitas|visualizaciones|views|klicks|votes?|"
    r"комментари\w+|просмотр\w+|yorum|komentarzy|kommentarer)\b|(?:kommentieren|comments?|kommentare?)\s*:?\s*\d*\Z"
    r"|comments off|comments closed|print|share|permalink|email this",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd)"
    r"\s*:?\s*(?:ca\. ?)?\d{1,3}\s?(?:min\w*\.?)?|\d{1,3}[ -]min(?:ute[ns]?|utos?|uti)?\.?"
    r"(?: (?:read|lesezeit|de lectur[ea]"
    r"|de leitura|di lettura))?(?!\w)",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:an?|one|\d{1,3}) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago|vor \d{1,3} \w{3,8}"
    r"|il y a \d{1,3} \w{3,7}|hace \d{1,3} \w{3,7}|há \d{1,3} \w{3,7}|\d{1,3} \w{3,6} geleden"
    r"|(?:yesterday|gestern|today|heute|hier|ayer|ieri)(?=\s|$)",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:(?:filed|posted|published|categori[sz]ed|tagged)\s+(?:in|under)|in der kategorie|in the category"
    r"|abgelegt unter"
    r"|unter|kategorien?|categor(?:y|ies)|catégorie|categoría|categoria|rubrik|ressort|thema|tags?|in|under|dans|em|en"
    r"|im)(?:\s*:\s*|\s+)(?=[A-ZÀ-ÞА-Я0-9#])",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\S+")
_WORDS = re.compile(r"[^\W\d_]+")
_USER = re.compile(
    r"(?:[a-z]{3,15}\d{0,4}|[\w-]*[\d_][\w-]*|[A-Z][a-z]+[A-Z]\w+|[A-Z]{2,6}|[A-Z][a-z]{2,12})"
    r"(?=\s*(?:$|[|(,·•]|(?:on|in|am|at|le|el|em) |\d))"
)
_TEAM = re.compile(
    r"(?:[A-ZÄÖÜ][\w.&-]*\s+){0,3}(?:Team|Staff|Editors?|Admin|Redaktion|Redazione|Redacción|Redação|Desk)\b"
)
_SMALL = frozenset("and & of the for und y e et de la le del di da i u to amp on".split())  # noqa: SIM905
_UPDATE = re.compile(
    r"(?:last )?(?:updated|modified)|aktualisiert|mis à jour|actualizado|atualizado|aggiornato", re.IGNORECASE
)
_BEGINS = frozenset({"on", "in", "am", "em", "en", "el", "le", "il", "at", "im", "a", "o", "the", "de"})
"""Small words that begin a sentence with a date."""
_GREETING = frozenset({"dear", "hello", "hi", "liebe", "lieber", "sehr", "chère", "cher"})


@dataclass
class Read:
    """What a line was read as."""

    names: list[str] = field(default_factory=list)
    labelled: bool = False
    given: bool = False
    dates: list[tuple[int, int]] = field(default_factory=list)
    counts: int = 0
    roles: int = 0
    sections: int = 0


def meta_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines near the head or at the end that hold an author and what else a page prints about its text."""
    count = len(view.lines)
    for line in lines:
        if HEAD <= line.index < count - TAIL:
            continue
        text = line.text
        if len(text) > LONGEST or text[-1] in '.!?…:;”"»' or not _SIGN.search(text):
            continue
        if (found := _read(text)) and _is_meta(view, line, found):
            yield Match(line.start, line.end, Byline(text, tuple(found.names)), 0.85 if found.labelled else 0.75)
            yield from _dates(line, found)


def within(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """The same before the first sentence, or behind the title, on one of the first lines."""
    for line in lines[:TOP]:
        text = line.text
        if text[:3].lower() in ("by ", "von", "par", "por") and len(text) > LONGEST:
            found, end = _opening(text)
            if found and end < len(text) and text[end].isupper():
                stop = len(text[:end].rstrip())
                yield Match(line.start, line.start + stop, Byline(text[:stop], tuple(found.names)), 0.85)
                yield from _dates(line, found)
        elif 20 < len(text) < 2 * LONGEST and text[-1].isalnum() and (at := _last_label(text)):
            found = _read(text[at:])
            if found and found.labelled and found.names and (found.dates or found.counts):
                found.dates = [(start + at, end + at) for start, end in found.dates]
                stamped = any(is_labelled(text[start:end]) for start, end in found.dates)
                if not stamped and not has_given_name(found.names[0]):
                    continue
                if any(_parsed(text[start:end]) for start, end in found.dates) or found.counts:
                    yield Match(line.start + at, line.end, Byline(text[at:], tuple(found.names)), 0.8)
                    yield from _dates(line, found)


def _opening(text: str) -> tuple[Read | None, int]:
    """What a text opens with, as far as it can be read, and where that ends; None without a name and something more."""
    found, position = Read(), 0
    while position < LONGEST:
        if weak := _WEAK.match(text, position):
            position = weak.end()
        step = _step(text, position, min(len(text), LONGEST), found)
        if not step or (found.dates and found.dates[-1][1] == step and (step := _trimmed(text, found)) <= position):
            break
        position = step
    whole = all((read := _parsed(text[start:end])) and len(read[0]) >= 10 for start, end in found.dates)
    begins = any(text[start].isupper() and text[start:end].split()[0].lower() in _BEGINS for start, end in found.dates)
    if not found.names or not has_given_name(found.names[0]) or not whole or begins:
        return None, 0
    if not found.labelled or not (found.dates or found.counts):
        return None, 0
    return found, position


def _trimmed(text: str, found: Read) -> int:
    """The end of the last date, without the small words behind it that begin the sentence."""
    start, stop = found.dates[-1]
    end = start
    for token in _TOKEN.finditer(text, start, stop):
        word = token[0].strip(".,")
        if any(char.isdigit() for char in word) or (end > start and (word.isupper() or word.lower() in ("am", "pm"))):
            end = token.end()
    found.dates[-1] = (start, end)
    return end


def _last_label(text: str) -> int:
    """Where the last label in small letters behind a title stands, 0 if there is none."""
    at = max(text.rfind(f" {word} ") for word in ("by", "By", "von", "par", "por", "Posted by", "posted by"))
    return at + 1 if at >= 10 else 0


def _dates(line: Line, found: Read) -> Iterator[Match]:
    for start, end in found.dates:
        raw = line.text[start:end].strip(" ,;|")
        if read := _parsed(raw):
            role = "modified" if is_update(raw) else "published"
            value = DateCandidate(*read, "", 0.8, raw, role)
            yield Match(line.start + start, line.start + end, value, SURE)


def _parsed(raw: str) -> tuple[str, str] | None:
    """The date of a run; the first one where it prints that of an update too."""
    if read := parse(raw):
        return read
    first = next((piece for piece in _UPDATE.split(raw) if any(char.isdigit() for char in piece)), "")
    return parse(first.strip(" ,;|-–"))


def _is_meta(view: View, line: Line, found: Read) -> bool:
    dates = [read[0] for start, end in found.dates if (read := _parsed(line.text[start:end]))]
    days, months = [date for date in dates if len(date) >= 10], [date for date in dates if len(date) >= 7]
    last = line.index == len(view.lines) - 1 > 0 and bool(months)
    beside = bool(days or found.counts) or last
    stamped = any(is_labelled(line.text[start:end]) for start, end in found.dates)
    if not found.names or not (found.labelled or found.given or stamped) or _in_list(view, line):
        return False
    if found.labelled:
        aside = (found.sections > 0 or found.roles > 0) and has_given_name(found.names[0])
        return (beside or aside) and line.text[0] not in "-–•"
    if last:
        return True
    below = view.lines[line.index + 1 : line.index + 13]
    return line.index < HEAD and beside and any(len(other.text) > 100 for other in below)


def _in_list(view: View, line: Line) -> bool:
    """Whether a neighbour is of the same form: the line is one of a list of texts."""
    near = (*view.lines[max(0, line.index - 2) : line.index], *view.lines[line.index + 1 : line.index + 3])
    for other in near:
        if len(other.text) <= LONGEST and _SIGN.search(other.text) and other.text != line.text:
            read = _read(other.text)
            if read and read.names and read.dates:
                return True
    return False


def _read(text: str) -> Read | None:
    """The line as names, dates, sections and counts; None if a piece of it is anything else."""
    found = Read()
    start = 0
    pieces: list[tuple[int, int]] = []
    for bar in _BARS.finditer(text):
        pieces.append((start, bar.start()))
        start = bar.end()
    pieces.append((start, len(text)))
    for start, end in pieces:
        if not text[start:end].strip(" ,;:()*-"):
            continue
        if not _piece(text, start, end, found) and not (len(pieces) > 1 and _section(text[start:end], found)):
            return None
    return found


def _piece(text: str, start: int, end: int, found: Read) -> bool:
    """Read one piece to its end; nothing is kept of one that cannot be."""
    here = Read(list(found.names), found.labelled, found.given)
    position = start
    while position < end:
        if weak := _WEAK.match(text, position, end):
            position = weak.end()
            continue
        step = _step(text, position, end, here)
        if not step:
            return False
        position = step
    found.names, found.labelled, found.given = here.names, here.labelled, here.given
    found.dates += here.dates
    found.counts += here.counts
    found.roles += here.roles
    found.sections += here.sections
    return True


def _step(text: str, at: int, end: int, found: Read) -> int:
    """Where the next thing in the piece ends, 0 if it is none that belongs here."""
    for pattern in (_COUNT, _LENGTH, _AGO):
        if hit := pattern.match(text, at, end):
            found.counts += 1
            return hit.end()
    if not found.names and (hit := _LABEL.match(text, at, end)):
        rest = text[hit.end() : end]
        names, length = read_names(_until_month(rest))
        length = length or _titled(" ".join(rest.split(" ")[:4]) if _TEAM.match(rest) else "")
        if length:
            found.names += names or (rest[:length],)
            found.labelled = True
            return hit.end() + length
        if (user := _USER.match(rest)) and not allowed(user[0].lower()):
            found.names.append(user[0])
            found.labelled = True
            return hit.end() + user.end()
        return hit.end() if not rest.strip(" :") else 0
    if stop := _date_run(text, at, end):
        found.dates.append((at, stop))
        return stop
    if hit := _UNDER.match(text, at, end):
        words = text[hit.end() : end]
        stop = _titled(words)
        if stop:
            found.sections += 1
            return hit.end() + stop
    word = _TOKEN.match(text, at, end)
    if word and found.names and word[0].strip(",.()").lower() in ROLES:
        found.roles += 1
        return word.end()
    if not found.names:
        names, length = read_names(_until_month(text[at:end]))
        if names and all(is_name(name) for name in names):
            found.names += names
            found.given = has_given_name(names[0])
            return at + length
    return 0


def _until_month(text: str) -> str:
    """The text before a date or its label: a month's name looks like a surname."""
    for word in _TOKEN.finditer(text):
        plain = word[0].strip(".,:").lower()
        dated = allowed(plain) and any(char.isdigit() for char in text[word.end() :][:5])
        if word.start() and (dated or is_labelled(plain)):
            return text[: word.start()]
    return text


def _date_run(text: str, at: int, end: int) -> int:
    """Where a run of digits, months, weekdays and the words around them ends; 0 if no digit stands in it."""
    stop = 0
    digits = False
    for token in _TOKEN.finditer(text, at, end):
        words = _WORDS.findall(token[0])
        if stop and _COUNT.match(text, token.start(), end):
            break
        if not all(allowed(word.lower()) for word in words):
            break
        digits = digits or any(char.isdigit() for char in token[0])
        stop = token.end()
    return stop if digits else 0


def _titled(text: str) -> int:
    """How long a run of capitalised words is."""
    stop = 0
    for words, token in enumerate(_TOKEN.finditer(text)):
        word = token[0].strip(",#&")
        if word and not (word[0].isupper() or word.lower() in _SMALL or word.isdecimal()):
            break
        if words and allowed(word.lower()) and any(char.isdigit() for char in text[token.start() :][:14]):
            break
        stop = token.end()
        if words == 3 * SECTION:
            return 0
    return stop


def _section(text: str, found: Read) -> bool:
    """Whether a piece between bars is a section, an outlet or a role: few words, each capitalised."""
    words = text.split()
    if not 0 < len(words) <= SECTION or words[0].lower() in _GREETING or text[-1] in ".!?":
        return False
    if all(word[0].isupper() or word.lower() in _SMALL or word[0] in "#&@" for word in words):
        if ROLES.intersection(word.lower().strip(",.") for word in words):
            found.roles += 1
        else:
            found.sections += 1
        return True
    return False
