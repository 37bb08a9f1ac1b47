"""Links to other articles: a heading with the run of headlines below it, labels inside a paragraph, links in brackets.

A headline betrays itself by its shape: one line, capital first, no full stop. A rule's triggers name the heading's
words; the finders here look at the shape around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from cleaners.model import Match
from cleaners.view import Line, View

_DECOR: Final = " \t•·–—-*+|►▶▸»>→⇒➤✔☛👉#=_:：.…«\"“”'"
_FILLER = re.compile(
    r"(?i)(?:\d{1,2}[./ -](?:\d{1,2}|[^\W\d]+\.?)[./ -]\d{2,4}|[^\W\d]+\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)"
    r"(?:[ ,-]*\d{1,2}:\d\d.{0,6})?"
    r"|\d+ (?:comments?|shares?|views?|kommentare?|comentarios?|commentaires?|hours? ago|days? ago)"
    r"|\d+ min(?:ute)?s? (?:ago|read)"
    r"|(?:vor|il y a|hace|há) \d+ \w+|video|photos?|gallery|opinion|analysis|live|trending|popular|related|\d{1,2}"
)
_SENTENCES = re.compile(r"\w{4,}[\"”’]?[.!] [\"“]?[^\W\d_]")
_INITIAL = re.compile(r"\b[A-Z]\.$")
HEADER_LENGTH: Final = 55
LONGEST_HEADLINE: Final = 240
LONGEST_INLINE: Final = 150
"""Longest headline that is taken out of the middle of a line, in characters."""


def is_headline(text: str) -> bool:
    """Whether a line has a headline's shape.

    >>> is_headline("Ferry fares to rise again next year"), is_headline("Fares will rise, she said.")
    (True, False)
    """
    if not 12 <= len(text) <= LONGEST_HEADLINE:
        return False
    if text[-1] in ".:;,：" and not text.endswith(("...", "…")) and not _INITIAL.search(text):
        return False
    if text[-1] in '”"’»“' and text[-2] in ".,":
        return False  # a sentence that somebody said
    bare = text.lstrip(_DECOR)
    if not bare or bare[0].islower() or (len(bare.split()) < 3 and bare.isascii()):
        return False
    return not _SENTENCES.search(text[min(24, len(text)) :])


def headline_run(view: View, index: int) -> int:
    """How many lines from ``view.lines[index]`` on are a run of headlines (with their dates and counts).

    A short last line that a paragraph follows is a sub-heading of the article, and stays.
    """
    lines = view.lines
    stop = index
    while stop < len(lines) and stop - index < 30:
        text = lines[stop].text
        if not (is_headline(text) or (len(text) < 40 and _FILLER.fullmatch(text)) or not text.strip(_DECOR)):
            break
        stop += 1
    if index < stop < len(lines) and len(lines[stop].text) >= 80 and lines[stop].text[0] not in "–—-":
        last = lines[stop - 1].text
        if len(last.split()) <= 5 or len(last) < 30:
            stop -= 1
    return stop - index


def headed(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find headings (short lines that hold a trigger), alone or with the headlines below them."""
    for line in lines:
        if _is_heading(line):
            yield _with_run(view, line)


def headed_run(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find headings that are residue only with headlines below them, or at the very end."""
    for line in lines:
        if _is_heading(line):
            match = _with_run(view, line)
            run = sum(line.start < other.start < match.end for other in view.lines[line.index : line.index + 31])
            if run >= 2 or (line.index == len(view.lines) - 1 and line.index > 2):
                yield match


def brief_heading(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find headings of one or two common words: they need headlines below them, their like beside them, or the end."""
    for line in lines:
        if line.end - line.start > 30 or line.text[0].islower() or not 0 < len(line.text.strip(_DECOR).split()) <= 2:
            continue
        match = _with_run(view, line)
        run = sum(line.start < other.start < match.end for other in view.lines[line.index : line.index + 31])
        single = run == 1 and line.text.strip(_DECOR).lower() in _SINGLE and _is_long_headline(view, line.index + 1)
        if run >= 2 or single or (line.index == len(view.lines) - 1 and line.index > 2):
            yield match


_SINGLE: Final = frozenset({"related", "recommended", "trending"})
"""Headings that need no more than one headline below them."""


def _is_long_headline(view: View, index: int) -> bool:
    return len(view.lines[index].text.split()) >= 5


def _is_heading(line: Line) -> bool:
    if line.end - line.start > HEADER_LENGTH + 12:
        return False
    bare = line.text.strip(_DECOR)
    if not bare or len(bare) > HEADER_LENGTH or len(bare.split()) > 8:
        return False
    return (not bare[0].islower() and line.text[-1] not in ".!?;,)。！？；，।۔") or line.text.endswith("...")


def _with_run(view: View, line: Line) -> Match:
    run = headline_run(view, line.index + 1)
    if run == 1 and _points_nowhere(view, line):
        run = 0
    return Match(line.start, view.lines[line.index + run].end)


def _points_nowhere(view: View, line: Line) -> bool:
    """Whether the links of a heading are lost, or it is a button: then the line below it is the article's sub-heading.

    Such a heading breaks off, or stands in the same words more than once without a colon.
    """
    below = view.lines[line.index + 2 : line.index + 3]
    if not below or len(below[0].text) < 80:
        return False
    if line.text.endswith(("...", "…")):
        return True
    return bool(_BUTTON.fullmatch(line.text)) and sum(other.text == line.text for other in view.lines) > 1


_BUTTON = re.compile(
    r"(?:Read|Learn|See|View|Show) more|Read (?:article|story)|Continue reading|Mehr lesen|Weiterlesen"
    r"|Lire (?:la suite|plus)|En savoir plus|Leer más|Ver más|Leia mais|Saiba mais"
    r"|Leggi tutto|Scopri di più|Lees (?:meer|verder)|L[äe]s mer"
    r"|Læs mere|Czytaj (?:więcej|dalej)|Читать (?:далее|дальше)|Xem thêm"
)


_BRACKETS: Final = {"(": ")", "[": "]", "（": "）", "【": "】"}


def bracketed(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find links in brackets: ``(RELATED: …)``; the label must follow the opening bracket."""
    for line in lines:
        for found in _BRACKETED.finditer(line.text):
            stop = _closing(line.text, found.start())
            if stop and stop - found.start() <= 300:
                yield Match(line.start + found.start(), line.start + stop)


_BRACKETED = re.compile(
    r"[(\[（【]\s?(?:(?=[A-Z])(?i:(?:(?:also|just) )?(?:related|read|more|see|watch|must[- ]read|recommended)"
    r"(?: (?:also|more|next|this|here|on [\w.]+|story|stories|articles?|video|coverage|reading|from [\w.]+))*)"
    r"\s?:\s?(?=[^a-z\s])|(?i:lesen sie (?:auch|hier|mehr)|siehe auch|mehr dazu|(?:à )?lire aussi"
    r"|voir aussi|lire notre [\w ]+|lee también|lea también|leer más|leia (?:também|mais)|veja também"
    r"|leggi (?:anche|qui)|vedi anche|(?:читайте|смотрите) также|czytaj (?:też|także|więcej)"
    r"|zobacz też|ayrıca bkz|lees ook|les også"
    r"|läs (?:också|även)|læs også|xem thêm)\s?[:：]\s?(?=\S))"
)


def _closing(text: str, start: int) -> int | None:
    """Where the bracket that opens at ``start`` is closed (behind it), counting nested ones."""
    depth = 0
    for index in range(start, min(len(text), start + 320)):
        if text[index] in _BRACKETS:
            depth += 1
        elif text[index] in _BRACKETS.values():
            depth -= 1
            if not depth:
                return index + 1
    return None


_OPENER = re.compile(
    r"And|But|The|An?|He|She|It|In|On|At|This|That|These|Those|They|We|I|However|While|When|As|After|Before|Meanwhile"
    r"|His|Her|Their|Its|For|If|So|Now|There|Then|With|By|From|To|According|Since|Although|Despite|Last|Earlier|Later"
    r"|Both|Yet|Our"
    r"|O|Os|Um|Uma|No|Na|Nos|Nas|Em|Ao|À|Para|Por|Com|Como|Quando|Segundo|Ele|Ela|Eles|Elas|Isso|Esse|Essa|Este|Esta"
    r"|Nessa|Nesse|Nesta|Neste|Já|Mas|Também|Apesar|Depois|Ainda|Se|De|Do|Da|Dos|Das|Espero|Até|Entre|Durante|Após"
    r"|El|La|Los|Las|Un|En|Con|Cuando|Según|Pero|Además|Tras|Desde|Él|Ella|Al|Del|Sin|Aunque|Así|Esto|Ayer"
    r"|Le|Les|Une|Dans|Sur|Pour|Avec|Mais|Selon|Après|Il|Elle|Ils|Elles|Cette|Ce|Ces|Depuis|Lors|Au|Aux|Son|Sa"
    r"|Lo|Gli|Nel|Nella|Dopo|Secondo|Ma|Per|Anche|Questa|Questo|Alla|Come|Dal|Dalla"
    r"|Der|Die|Das|Ein|Eine|Im|Am|Auf|Nach|Bei|Mit|Für|Doch|Aber|Und|Er|Sie|Es|Wir|Ich|Zu|Zum|Zur|Vor|Seit|Laut"
    r"|De|Het|Een|Op|Maar|Volgens|Dat|Hij|Zij|Det|Den|Han|Hun|Hon|På|Men|Ifølge|Enligt|Til|Till|Etter|Efter|Også|Jeg|Jag"
    r"|W|Z|Po|Od|Nie|Jak|Ale|To|Przy|Ten|Ta|В|На|По|С|Как|Но|Он|Она|Они|Это|При|Для|Из|Об|За|Уже|Также|Ранее|Кроме"
    r"|Однако|После|По словам|Bu|Bir|Ancak|Theo|Trong|Tại|Sau|Mỗi|Trước|Khi"
)
_INLINE = re.compile(
    r"(?:(?<=[.!?\"”’)] )|^)(?:READ MORE|READ NEXT|READ ALSO|ALSO READ|SEE ALSO"
    r"|RELATED(?: (?:STORY|STORIES|ARTICLES?|VIDEO|COVERAGE|CONTENT))?|MORE FROM [A-Z ]{3,30}|MUST READ"
    r"|DON'T MISS|TRENDING|LEIA MAIS|LEIA TAMBÉM|VEJA TAMBÉM|LEE TAMBIÉN|LEGGI ANCHE|LIRE AUSSI|LESEN SIE AUCH"
    r"|Read [Mm]ore|Also [Rr]ead|Read [Aa]lso|See also|Related(?: (?:Story|Stories|Articles?|Video|Coverage))?"
    r"|(?=[A-ZÀ-ÞĐČŞİА-ЯΑ-Ω])(?i:le(?:a|e|é|er) (?:también|además|más)|(?:también )?(?:te|le) (?:puede|podría)"
    r" interesar|puedes? leer|mir[aá] también|vea también|no te pierdas|te recomendamos|nota relacionada"
    r"|le(?:ia|r) (?:mais|também)|veja (?:mais|também)|confira também|saiba mais|(?:à )?lire (?:aussi|également)"
    r"|voir aussi|(?:leggi|vedi|guarda) anche|(?:ti )?potrebbe(?:ro)? interessar(?:ti|e)(?: anche)?"
    r"|lesen sie (?:auch|mehr)|lies auch|siehe auch|mehr zum thema|auch interessant|passend dazu"
    r"|читайте (?:также|ещ[её])|смотрите также|по теме|читайте також|(?:prze)?czytaj (?:też|także|również|więcej)"
    r"|zobacz (?:też|także|również)|les (?:også|mer)|läs (?:också|även|mer)|læs (?:også|mere)|lue (?:myös|lisää)"
    r"|lees (?:ook|meer)|čtěte také|citește și|διαβάστε επίσης|ilgili haber|bunlar da ilginizi çekebilir"
    r"|(?:xem|đọc) thêm|baca juga)\s?):\s+|(?<=[.!?\"”’)] )\+{3}\s+(?=[^+\n]{20})"
)
_LOUD_END = re.compile(
    r"(?<=[.!?\"”’)] )(?:TRENDING|READ (?:MORE|NEXT|ALSO)|RELATED(?: STORIES| ARTICLES?)?|MORE NEWS|RECOMMENDED"
    r"|MOST READ|DON'T MISS|LEIA (?:MAIS|TAMBÉM)|LEE TAMBIÉN|LEGGI ANCHE|LIRE AUSSI|ЧИТАЙТЕ ТАКЖЕ)"
    r"(?= [A-ZÀ-ÞА-Я\"“'‘0-9][^.\n]{20,260}$)"
)


def inline(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find a label and its headline inside a long line, where nothing but the wording tells where the headline ends."""
    for line in lines:
        for found in _INLINE.finditer(line.text):
            rest = line.text[found.end() : found.end() + 220]
            length = _headline_length(rest, whole=found.end() + len(rest) == len(line.text))
            if length and length > LONGEST_INLINE and not rest[:4].isupper():
                continue  # a sentence of the article's own stands behind the headline, and nothing parts them
            if length and found.start():
                yield Match(line.start + found.start(), line.start + found.end() + length)
        if line.text[-1].isalnum() and (loud := _LOUD_END.search(line.text, max(0, len(line.text) - 330))):
            yield Match(line.start + loud.start(), line.end)


def _headline_length(text: str, *, whole: bool) -> int | None:
    """How long the headline is that ``text`` begins with, when a sentence follows it; None if that cannot be told.

    >>> _headline_length("Ferry fares to rise again And nobody was asked.", whole=True)
    25
    """
    words = list(re.finditer(r"\S+", text))
    for number, (word, after) in enumerate(zip_longest(words[1:], words[2:]), 1):
        plain = word[0].strip("\"“'‘,")
        if words[number - 1][0][-1] in ".?!" and number >= 3:
            return None if words[number - 1][0][-1] == "." else words[number - 1].end()  # no headline: a sentence
        if (
            number >= 4
            and _OPENER.fullmatch(plain)
            and words[number - 1][0][-1].isalnum()
            and after
            and (after[0][0].islower() or words[number - 1][0][0].islower())
            and (after[0][0].islower() or sum(other[0][0].islower() for other in words[:number]) * 2 > number)
        ):
            return words[number - 1].end()
    return len(text.rstrip()) if whole and len(words) >= 4 and text.rstrip()[-1] != "." else None


def more_information(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find the heading "More information" with the pointer below it."""
    for line in lines:
        below = view.lines[line.index + 1 : line.index + 2]
        if below and line.text.strip(_DECOR).lower() == "more information" and _POINTER.match(view.lowered(below[0])):
            yield Match(line.start, below[0].end)


_POINTER = re.compile(
    r"(?:for (?:more|additional|further)|to (?:learn|find out|read|see)|visit|there['’]?s (?:is )?more|learn more"
    r"|read more|find out more|you can (?:learn|find|read)|see )"
    r"|.{3,120} (?:has|have|offers?|provides?) (?:more|additional|tips|details|information|advice|help|a )"
)


def is_titled(text: str) -> bool:
    """Whether most of a line's long words begin with a capital.

    >>> is_titled("Why the Old Cranes May Be Saved"), is_titled("Why the old cranes may be saved")
    (True, False)
    """
    words: list[str] = [word for word in re.findall(r"[^\W\d_][\w’']{3,}", text) if word not in _SMALL]
    capital = sum(word[0].isupper() for word in words)
    return capital * 5 >= len(words) * 4


_SMALL: Final = frozenset({"with", "from", "into", "over", "that", "than", "after", "about", "your", "their"})


def piped(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find runs of three or more lines ``Section | headline``."""
    indexes = [line.index for line in lines if _is_piped(line.text)]
    while indexes:
        run = 1
        while run < len(indexes) and indexes[run] == indexes[0] + run:
            run += 1
        if run >= 3:
            yield Match(view.lines[indexes[0]].start, view.lines[indexes[run - 1]].end)
        indexes = indexes[run:]


def _is_piped(text: str) -> bool:
    head, bar, headline = text.partition(" | ")
    if not bar or "|" in headline or not head or len(head) > 40 or text[0] in "|-•*":
        return False
    return len(headline.split()) >= 4 and len(text) <= LONGEST_HEADLINE and headline[-1] not in ".:;,0123456789"


_INSERT = re.compile(
    r"(?P<last>[A-Z][\w’'-]+) (?P<cut>(?:[(\"“]?[A-Z][\w.’'-]*[)\"”]? ){0,5}(?P=last)(?=[A-Z“‘\"'\d])"
    r"[^\n]{10,420}? MORE)\b"
)


def name_insert(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find what a link on a name left behind it: the full name, glued to headlines with bars between, and ``MORE``."""
    for line in lines:
        if " MORE" in line.text:
            for found in _INSERT.finditer(line.text):
                yield Match(line.start + found.start("cut"), line.start + found.end("cut"))
