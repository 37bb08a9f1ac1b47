"""Finders of captions that betray themselves by a credit or by a word at their head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaners.finders.caption_signs import depicts, paragraphs, prose, shown
from cleaners.finders.caption_text import LONGEST_BODY, LONGEST_HEADED, STOP, abbreviated, caption_start, sentences
from cleaners.finders.captions_beside import beside, opening
from cleaners.finders.credit_forms import SHORT, labels_next, unsigned
from cleaners.finders.credit_span import Tail, head, inside, tail
from cleaners.finders.credit_text import LONGEST, read, without_label
from cleaners.knowledge.credit_labels import CAPTION_HEAD
from cleaners.model import Credit, Match
from cleaners.view import Line, View

SURE = 0.95
"""Above the confidence of a credit, so that a caption keeps the credit inside it."""

ALBUM = 3
"""Pictures with a credit from which on a line is an album."""

LONGEST_WEAK = 300
"""Characters of a caption in front of the bare name of an agency."""

LONGEST_PICTURE = 450
"""Characters of the longest caption in an album."""

_HEADED = re.compile(
    rf"(?:\(?(?:{CAPTION_HEAD})\)?\s*[:：]|(?:image|media) caption\b|(?:enlarge this image )?(?:toggle"
    rf"|hide) caption\b|file photo\s*[-–—]|(?-i:FILE)\s*[-–—:.]+\s)\s*",
    re.IGNORECASE,
)
_LED = re.compile(
    r"((?:CEN|SWNS|GETTY(?: IMAGES)?|REX|EPA|ALAMY|CATERS|BARCROFT|WENN|SPLASH(?: NEWS)?"
    r"|SHUTTERSTOCK)(?: ?[*/•] ?[A-Z]{2,12})*"
    r"|(?:PA|AP|AFP|BBC|ITV|SKY NEWS|REUTERS|FACEBOOK|TWITTER|INSTAGRAM)(?: ?[*/•] ?[A-Z]{2,12})*(?= {2}))\s+[A-Z][a-z]"
)
_SHOUTED = re.compile(r"(?:BILD|FOTO|PHOTO|IMAGE)S?: ?[A-ZÄÖÜ.\- ]+(?:/[A-ZÄÖÜ.\- ]+)+(?=\s[A-ZÄÖÜ][a-zäöüß-])")
_GLUED = re.compile(r".{20,220}[.!?](AFP|AP|Reuters|REUTERS|EPA|Getty|Getty Images|dpa|ANSA|EFE|AAP)")
_BUTTONS = re.compile(r"\s+(?:view full size image|enlarge|zoom|buy (?:this )?photo)", re.IGNORECASE)
_NEXT = re.compile(r"\s+[\"“‘]?[^\W\d_a-z]|\s*$")
_ALONE = re.compile(
    r"((?:AFP/)?Getty Images(?:/iStockphoto)?|Shutterstock|iStockphoto)\s(?!CEO|Holdings|Inc|Chief|Group|News"
    r"|Archive|Editorial)[A-Z][^\W\d]*\s(?!sa(?:id|ys)|told)[^\n]{20,}"
)
_PAIRED = re.compile(
    r"((?:تصویر کے کاپی رائٹ|تصویر کا ذریعہ|image copyright|image source|copyright de l[’']image"
    r"|derechos de autor de la imagen|fuente de la imagen|"
    r"crédito(?: da imagem)?,?|crédit photo,?|bildquelle|getty images)\s+.{1,60}?)\s+(?:image caption|légende image"
    r"|legenda da foto,?|pie de foto,?|bildbeschreibung|"
    r"تصویر کا کیپشن)\s",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?<=[.!?] )[A-Z][A-Z0-9/&-]{1,12}$")


def credited(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Lines that end in a credit: the whole line is the caption, unless it is a paragraph with a credit behind it.

    The same sentence once more beside it goes too, and the line before a credit that was broken off its caption.
    """
    for line in lines:
        if len(line.text) <= 50 and labels_next(line.text) and line.index + 1 < len(view.lines):
            following = view.lines[line.index + 1]
            if credit := read(f"{line.text.lstrip(' |–—-/(')} {following.text}"):
                yield from (match._replace(end=following.end) for match in beside(view, line, credit))
            continue
        found = None if len(line.text) <= LONGEST and read(line.text) else tail(line.text)
        fits = found and (caption_start(line.text, found.start) is not None or _described(line.text, found))
        if found and fits and (found.sure or _weakly(view, line, found)):
            yield Match(line.start, line.end, tuple(all_credits(line.text, found)), SURE)
            yield from _echoes(view, line, line.text[: found.start].rstrip(" |–—-"))
        elif (own := _broken_off(view, line)) and line.index:
            before = view.lines[line.index - 1]
            yield Match(before.start, line.end, (own,), SURE)
            yield from _echoes(view, before, before.text)
        elif len(line.text) <= LONGEST and (alone := read(line.text)):
            yield from (match._replace(confidence=SURE) for match in beside(view, line, alone))
        elif not line.index and (glued := _GLUED.fullmatch(line.text)):
            yield Match(line.start, line.end, (Credit(glued[1], None, glued[1]),), SURE)
        elif twin := _twin(view, line):
            yield twin
        elif not found:
            yield from _led(line)
        yield from _album(line, found)
        yield from _fragments(view, line, found.start if found else len(line.text))


def lone(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Captions beside a line that is a credit without the signs others have, as ``Foto Jane Roe``."""
    for line in lines:
        if len(line.text) <= SHORT and (credit := unsigned(line.text)):
            yield from beside(view, line, credit)


def headed(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Lines that open with ``FILE PHOTO:``, ``Image caption``, ``Legende:`` and the like."""
    for line in lines:
        if paired := _PAIRED.match(line.text):
            yield Match(line.start, line.end, (read(paired[1]) or Credit(paired[1]),), SURE)
            continue
        opened = _HEADED.match(line.text)
        if not opened or opened.end() == len(line.text):
            continue
        text = line.text
        if len(text) > LONGEST_HEADED:
            end = next((stop for _, stop, _ in inside(text[:LONGEST_HEADED])), 0)
            if not end:
                continue
            text = text[:end]
        found = tail(text)
        last = _ACRONYM.search(text)
        credits = tuple(all_credits(text, found)) if found else (Credit(last[0], None, last[0]),) if last else ()
        yield Match(line.start, line.start + len(text), credits, SURE)


def led_by_agency(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Lines without a full stop that British picture agencies lead: ``SWNS * PA   The tram after the crash``."""
    for line in lines:
        led = _LED.match(line.text)
        if led and line.text[-1].isalnum() and 30 < len(line.text) < 230 and len(line.text.split()) > 5:
            yield Match(line.start, line.end, (Credit(led[1], None, led[1]),), SURE)


def _described(text: str, found: Tail) -> bool:
    """A longer text before a credit in brackets whose first sentence plainly tells what the picture shows."""
    if not found.sure or text[found.start] not in "([" or not LONGEST_BODY < found.start < LONGEST_HEADED:
        return False
    stop = next((stop.end() for stop in STOP.finditer(text) if not abbreviated(text, stop.start())), found.start)
    return shown(text[:stop]) or depicts(text[:stop])


def _twin(view: View, line: Line) -> Match | None:
    """A credit, buttons and the line before once more: that line and this one are a caption."""
    before = view.lines[line.index - 1] if line.index else None
    again = line.text.find(before.text) if before and len(before.text) > 20 else -1
    if before is None or not 3 < again <= 90 or len(line.text) > again + len(before.text) + 3:
        return None
    buttons = _BUTTONS.search(line.text[:again])
    credit = read(line.text[: buttons.start() if buttons else again])
    return Match(before.start, line.end, (credit,), SURE) if credit else None


def _weakly(view: View, line: Line, found: Tail) -> bool:
    """A bare ``(AP)`` or ``AP`` also ends agency reports: a caption before it is short, and no paragraph of one.

    It has no full stop, or tells what a picture shows, or stands in the middle of an article and goes on from nothing.
    """
    body = line.text[: found.start].rstrip()
    if body[-1] not in '.!?”"»':
        return len(body) < 220 and not STOP.search(body) and len(body.split()) > 3
    if depicts(body) or shown(body):
        return True
    inner = 0 < line.index < len(view.lines) - 2
    return inner and len(body) <= LONGEST_WEAK and sentences(body) < 3 and not prose(body)


def _album(line: Line, last: Tail | None) -> Iterator[Match]:
    """Three pictures or more in a row, each with a sentence or three and its credit."""
    text = line.text
    if len(text) < LONGEST_BODY:
        return
    credits = [*inside(text[: last.start] if last else text)]
    credits += [(last.start, last.start + len(last.credit.raw), last.credit)] if last else []
    edge, row = 0, []
    for start, end, credit in [*credits, (len(text) + 2 * LONGEST_PICTURE, 0, None)]:
        body = text[edge:start]
        body = body.strip()
        if credit and 15 < len(body) <= LONGEST_PICTURE and sentences(body) <= 3 and not prose(body):
            row.append((edge, end, credit))
        else:
            if len(row) >= ALBUM:
                yield Match(line.start + row[0][0], line.start + row[-1][1], tuple(each[2] for each in row), SURE)
            row = []
        edge = end


def _fragments(view: View, line: Line, stop: int) -> Iterator[Match]:
    """Captions in the middle of a line, as joined text has them: the words or sentences before a credit."""
    text, edge = line.text, 0
    for start, end, credit in inside(text[:stop]):
        bracket = text[start] in "(["
        begin = _unstopped(text, edge, start) if bracket and _NEXT.match(text, end) else None
        if begin is None and (bracket or credit.photographer) and len(text) - end > 150 and text[start - 1].isspace():
            begin = opening(text, edge, start, paragraphs(view, line), first=line.index == 0)
        if begin is None and text[:start].endswith("| ") and _heads(view, line, text[edge:start]):
            begin = edge
        if begin is not None:
            yield Match(line.start + begin, line.start + end, (credit,), SURE)
        edge = end


def _heads(view: View, line: Line, body: str) -> bool:
    """Whether a sentence or two in front of a bar and a credit head a text: ``… in Elm. | AP Photo Headline``."""
    return line.index < 3 and 30 < len(body) <= LONGEST_WEAK and sentences(body) < 4 and body.rstrip(" |")[-1:] in '.”"'


def _unstopped(text: str, edge: int, start: int) -> int | None:
    """Where the words without a full stop begin that stand between a sentence and a credit."""
    before = text[edge:start].rstrip()
    if not before or not before[-1].isalnum():
        return None
    stops = [match.end() for match in STOP.finditer(before) if not abbreviated(before, match.start())]
    body = before[stops[-1] if stops else 0 :].strip(' "”’')
    sized = 20 < len(body) <= 220 and body[0].isupper() and len(body.split()) > 3
    return text.rindex(body, edge, start) if sized and (stops or edge) else None


def all_credits(text: str, last: Tail) -> Iterator[Credit]:
    """The credits of a caption, the one at its end last."""
    for _, _, credit in inside(text[: last.start]):
        yield credit
    yield last.credit


def _echoes(view: View, line: Line, body: str) -> Iterator[Match]:
    """The caption's sentence on the next line or the one before (pages print captions twice, once with the credit)."""
    for near in view.lines[max(0, line.index - 1) : line.index + 2]:
        if near.index == line.index or len(body) < 15:
            continue
        other = near.text.rstrip(" .…")
        if other == body.rstrip(" .") or (len(other) > 25 and other[-1] != "." and body.startswith(other)):
            yield Match(near.start, near.end, (), SURE)


def _broken_off(view: View, line: Line) -> Credit | None:
    """A credit on its own line whose caption is the line before: white space at the break shows that both were one."""
    if not line.index or len(line.text) > LONGEST:
        return None
    before = view.lines[line.index - 1]
    left, *right = view.text[before.end : line.start].replace("\r", "").split("\n")
    torn = (left and not _trails(view, before)) or (right and right[-1] and not _indent(view, before))
    if (
        len(right) != 1
        or not torn
        or len(before.text) > 250
        or len(before.text.split()) < 3
        or sentences(before.text) > 2
    ):
        return None
    return read(line.text)


def _indent(view: View, line: Line) -> str:
    """The white space a line begins with."""
    start = view.text.rfind("\n", 0, line.start) + 1
    return view.text[start : line.start]


def _trails(view: View, line: Line) -> bool:
    """The line before this one has white space at its end, too: then it says nothing."""
    if not line.index:
        return False
    return view.text[view.lines[line.index - 1].end] not in "\r\n"


def _led_on(body: str) -> bool:
    """Whether the words behind a credit are its caption: they have no full stop, or describe a picture."""
    return body[-1] not in ".!?:…" or (sentences(body) == 1 and (depicts(body) or shown(body)))


def _led(line: Line) -> Iterator[Match]:
    """A short line without a full stop that a credit leads: ``Drew Roe / Getty Images The crowd at the gate``."""
    text = line.text
    rest, labelled = without_label(text)
    offset = len(text) - len(rest) if labelled else 0
    end = offset + head(text[offset : offset + 120])
    body = text[end:].strip(" :–—-|")
    alone = _ALONE.match(text)
    if alone and len(body) <= 240 and sentences(text) < 3:
        yield Match(line.start, line.end, (Credit(alone[1], None, alone[1]),), SURE)
    elif (capitals := _SHOUTED.match(text)) and 20 < len(text) - capitals.end() < 220:
        yield Match(line.start, line.end, (read(capitals[0]) or Credit(capitals[0]),), SURE)
    elif end > offset and len(body.split()) > 3 and len(body) <= 260 and body[0].isupper() and _led_on(body):
        credit = read(text[:end])
        if credit:
            yield Match(line.start, line.end, (credit,), SURE)
