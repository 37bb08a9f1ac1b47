"""Timestamps: when a page says that it was published or updated, on a line of its own or before the first sentence.

A line is a stamp when it holds nothing but a date, a time, weekdays, zones and labels (``Updated``, ``Stand:``,
``Publié le``). With a label or a time of day it counts anywhere, else only near the head or the end, and not where a
chronicle prints its days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.dates import parse
from cleaners.knowledge.months import MONTH_NUMBERS
from cleaners.model import DateCandidate, Match
from cleaners.view import Line, View

HEAD = 7
"""Lines from the top among which a bare date is a stamp."""
TAIL = 2
"""Lines from the end among which it is one."""
LONGEST = 110
"""Characters of the longest line that is a stamp."""
CHRONICLE = 3
"""A text with more different days on lines of their own is a chronicle or a list."""

_MODIFIED: Final = frozenset(
    """
    updated update modified edited aktualisiert aktualisierung bearbeitet stand geändert modifié màj maj
    actualisé jour actualizado actualización modificado atualizado atualização aggiornato aggiornamento modifica
    bijgewerkt gewijzigd uppdaterad oppdatert opdateret обновлено zaktualizowano aktualizacja güncelleme
    تحديث به‌روزرسانی
    güncellenme cập nhật diperbarui revised überarbeitet überarbeitung geänderte ergänzt ajourné reviewed
    aktualisierte akt rettet revision
    수정 업데이트 更新日 更新日時 最終更新 最終更新日 最終更新日時
    更新时间 更新時間 ändrad uppdaterat päivitetty актуализирано изменено
    """.split()  # noqa: SIM905
)
_PUBLISHED: Final = frozenset(
    """
    published posted created date pubdate dated released issued filed veröffentlicht erschienen publiziert
    erstellt datum erscheinungsdatum ausgabejahr publié publiée paru créé publicado publicación creado fecha
    criado data pubblicato pubblicata gepubliceerd geplaatst publicerad publisert publiceret опубликовано дата
    verfügbar available release online eingestellt opublikowane publikacji додано оновлено публикувано
    julkaistu publisered udgivet objavljeno shpërndarë wydrukowano gedruckt
    입력 등록 게시 발행 승인 公開日 公開日時 投稿日 投稿日時 掲載日 掲載日時 作成日 発行日 配信 配信日
    質問日時 发布时间 发布 发表于 發布時間
    opublikowano dodano yayınlanma yayın tarih eklenme tarihi đăng ngày diterbitkan dipublikasikan tanggal
    """.split()  # noqa: SIM905
)
_FILLERS: Final = frozenset(
    """
    first last originally on at am pm a p m et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist cet cest
    آخر تحديث الساعة نشر تاريخ صباحا مساء م ص
    jst msk sgt hkt aest aedt wib wita
    ksa ast eat wat sast pkt npt uae nzst nzdt hst akst akdt trt eastern pacific central
    time o clock of the and h hr hrs uhr um den vom
    zuerst des artikels artikel beitrags beitrag latest as
    zuletzt letzte letztes änderung le la à au mis mise heure el las los de del horas hora alle ore il ultimo
    ultima último última em às os og kl klokken klo sist senest op om uur лет г года в saat son şuan min mins
    minute minutes read minuten lesezeit lesedauer minutos lectura leitura lettura lecture th st nd rd er z t
    phút giờ lúc thứ ngày mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday
    saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato domenica maandag
    dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag
    tirsdag lørdag søndag понедельник вторник среда четверг пятница суббота воскресенье poniedziałek wtorek
    środa czwartek piątek sobota niedziela godz godzina pazartesi salı çarşamba perşembe cuma cumartesi pazar
    bis until hs news live
    hai ba tư năm sáu bảy chủ nhật senin selasa rabu kamis jumat sabtu minggu الأحد الاثنين الثلاثاء الأربعاء
    الخميس الجمعة السبت 年 月 日 時 分 更新 公開
    """.split()  # noqa: SIM905
)
_MONTHS = frozenset(word for form in MONTH_NUMBERS for word in form.split())
_ALLOWED: Final = _MODIFIED | _PUBLISHED | _FILLERS | _MONTHS
_LABELS: Final = _MODIFIED | _PUBLISHED

_OPENERS: Final = _LABELS | {"last", "first", "originally", "zuletzt", "letzte", "mis", "ultimo", "última", "sist"}
"""Words that open a stamp with a label."""

_WORDS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)|\d ?[ap]\.?m\b", re.IGNORECASE)
_GLUED_CLOCK = re.compile(r"\b((?:19|20)\d\d)(\d{1,2}:\d\d)")
"""A year and a time whose elements stood side by side on the page."""
_AGO = re.compile(
    r"(?:(?:updated|published|posted):? )?(?:an?|one|two|three|\d{1,2}) "
    r"(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)s? ago"
    r"|vor \d{1,2} (?:sekunden|minuten|stunden?|tage?n?|wochen|monaten|jahren)"
    r"|il y a \d{1,2} (?:minutes|heures?|jours?|mois|ans)"
    r"|hace \d{1,2} (?:minutos|horas?|días?|meses|años)|há \d{1,2} (?:minutos|horas?|dias?|meses|anos)",
    re.IGNORECASE,
)
_VERSION = re.compile(r"v?\d+(?:\.\d+){2,}\s+\d{4}-|#\d")
_LONE_CLOCK = re.compile(
    r"(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[,.]? )?\d{1,2}[:.h]\d\d(?::\d\d)?"
    r"\s*(?:uhr|h|hs|hrs|[ap]\.?m\.?)?(?:\s*[a-z]{2,4})?\.?",
    re.IGNORECASE,
)
"""A time of day alone."""
_LABEL_LINE = re.compile(
    r"(?:last |first )?(?:published|updated|posted|modified|date|released?)(?: on| at| date)?\s*:?"
    r"|(?:zuletzt )?(?:aktualisiert|veröffentlicht|erschienen|erstellt|datum|stand)(?: am)?\s*:?"
    r"|(?:publié|mis à jour)(?: le)?\s*:?|(?:fecha|publicado|actualizado|atualizado|pubblicato|aggiornato|data)"
    r"(?: el| em| il)?\s*:?|дата(?: публикации)?\s*:?|опубликовано\s*:?",
    re.IGNORECASE,
)
"""A label whose value stands on the next line."""
_BY_LEFT = re.compile(r"\s*[|·•–—-]\s*(?:von|von:|by|por|par)$", re.IGNORECASE)
"""A label of a byline whose name stands on the next line."""
_FILED = re.compile(
    r"\s+(?:filed (?:under|in)|posted in|im format|in der rubrik|in|im|unter|under|dans|en|em)\s+(?=[A-ZÄÖÜÀ-Ý])",
    re.IGNORECASE,
)
_JALALI = re.compile(
    r"(?:[\u0600-\u06ff]{3,8}(?:\u200c[\u0600-\u06ff]+)?،? )?[۰-۹]{1,2} [\u0600-\u06ff]{2,9} [۰-۹]{4}"
    r"(?:\s*[-–،|]?\s*(?:ساعت )?[۰-۹]{1,2}:[۰-۹]{2})?"
)
"""A day of the Persian calendar, which nothing here turns into one of ours."""
_OFFER: Final = frozenset({"verfügbar", "available"})
"""What says until when a recording stands on the site, and nothing about its text."""
_PROSE = 110
"""Characters of a paragraph."""
_DEEPEST = 60
"""Lines from the top within which a bare date above the first paragraph is a stamp."""
_SALUTATION = re.compile(
    r"(?:my )?dear |to whom |sehr geehrte|liebe[rs]? |chère? |estimad[oa]|car[oa] |уважаем", re.IGNORECASE
)
_EDGE = " \t|,;·•–—/-"
_PIECES = re.compile(r"\s*[|·•∙]\s*|\s+[–—-]\s+|\s{3,}")
_MONTH_NAMES = "|".join(
    sorted((form for form in MONTH_NUMBERS if form.isascii() and len(form) > 2), key=len, reverse=True)
)
_ZONE = r"(?:\s?(?-i:[A-Z]{2,4})\b)?"
_TIME = rf"\d{{1,2}}(?::\d\d){{1,2}}\s?(?:[ap]\.?\s?m\b\.?)?{_ZONE}|\d{{1,2}}\s?[ap]\.?m\b\.?{_ZONE}"
_DAY = (
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:(?:{_MONTH_NAMES})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:{_MONTH_NAMES})\.?,?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
)
_GLUED = re.compile(
    rf"(?:(?-i:(?P<label>(?:(?:First|Originally|Last) )(?:[Pp]ublished|[Uu]pdated|[Pp]osted)|"
    r"Published|Updated|Posted|UPDATED|PUBLISHED|POSTED)(?: on| at)?)(?P<colon>:)?\s*)"
    rf"(?:(?:{_TIME}),?\s+(?:on\s+)?{_DAY}|{_DAY}(?:,?\s+(?:at\s+)?(?:{_TIME}))?)(?!\d)",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:date|pub_?date|published|publish_date|timestamp)[:=]?\s+"
    r"(?P<date>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?)(?=\s|$)",
    re.IGNORECASE,
)


def allowed(word: str) -> bool:
    """Whether a word in lower case stands in stamps: a month, a weekday, a zone, a label, or one of the small words."""
    return word in _ALLOWED


def is_labelled(text: str) -> bool:
    """Whether a word such as *published* stands in a stamp."""
    return not _LABELS.isdisjoint(word.lower() for word in _WORDS.findall(text))


def is_update(text: str) -> bool:
    """Whether a stamp says that it is the one of an update."""
    return not _MODIFIED.isdisjoint(word.lower() for word in _WORDS.findall(text))


def own_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines that are nothing but stamps."""
    count = len(view.lines)
    for line in lines:
        text = line.text
        if len(text) > LONGEST or not _DIGIT.search(text):
            continue
        if ":" in text:
            text = _GLUED_CLOCK.sub(r"\1 \2", text)
        if text[-1] in "nryNRY" and (label := _BY_LEFT.search(text)):
            text = text[: label.start()]
        edge = line.index < HEAD or line.index >= count - TAIL or _above_all(view, line)
        if line.index < HEAD + 3 and len(text) < 22 and _LONE_CLOCK.fullmatch(text) and _beside_stamp(view, line):
            yield Match(line.start, line.end, None, 0.8)
            continue
        if not edge and _LABEL_LINE.fullmatch(view.lines[line.index - 1].text[:40]):
            edge = True
        if not edge and not _CLOCK.search(text):
            opener = text.split(None, 1)[0].lower().rstrip(":")
            if opener not in _OPENERS or opener == "update":  # the heading of a part that was added
                continue
        words = [word.lower() for word in _WORDS.findall(text.replace("İ", "i"))]
        labelled = not _LABELS.isdisjoint(words[:4])
        if _ALLOWED.issuperset(words):
            values = tuple(_read(text, view))
            if _is_stamp(view, line, values, words, labelled=labelled):
                yield Match(_start(view, line), line.end, values or None, 0.9 if labelled else 0.8)
        elif line.index < HEAD and "\u0600" < text[-1] < "\u06ff" and _JALALI.fullmatch(text):
            yield Match(line.start, line.end, None, 0.85)
        elif edge and (found := _with_company(line, view)):
            yield found


def glued(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A stamp with its label before other text: the date column of a data set, or a line that lost its break."""
    for line in lines:
        if line.index == 0 and (found := _PREFIX.match(line.text)):
            yield from _one(line, found.span(), found["date"], found["date"], "published", 0.9)
        for found in _GLUED.finditer(line.text):
            before = line.text[: found.start()].rstrip(" |·•–—-")
            timed = bool(_CLOCK.search(found[0]))
            after = line.text[found.end() : found.end() + 3].strip()
            if found["colon"] and line.index < HEAD and len(before) < 200 and (not after or after[0].isupper()):
                timed, before = True, ""
            if (
                before
                and not (timed and before[-1] in '.!?)”"')
                and not (timed and line.index < HEAD and len(before) < 60)
            ):
                continue
            role = "modified" if "pdated" in found["label"].lower() else "published"
            yield from _one(line, found.span(), found[0], found[0], role, 0.85)


def ago(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines that tell the age of the page (*3 hours ago*), near the head."""
    for line in lines:
        if line.index < HEAD and len(line.text) < 40 and _AGO.fullmatch(line.text.rstrip(".")):
            yield Match(line.start, line.end)


def _above_all(view: View, line: Line) -> bool:
    """Whether the line stands above the first paragraph, however far from the top."""
    if len(line.text) > 30 or not HEAD <= line.index < _DEEPEST:
        return False
    return not any(len(other.text) > _PROSE for other in view.lines[: line.index]) and any(
        len(other.text) > _PROSE for other in view.lines[line.index + 1 : line.index + 6]
    )


def _beside_stamp(view: View, line: Line) -> bool:
    """Whether a date stands on the line above or below a time of day, or a weekday does on the line itself."""
    for other in (*view.lines[max(0, line.index - 1) : line.index], *view.lines[line.index + 1 : line.index + 2]):
        if len(other.text) <= LONGEST and _DIGIT.search(other.text) and parse(other.text):
            return _ALLOWED.issuperset(word.lower() for word in _WORDS.findall(other.text))
    return line.text[0].isalpha() and line.index < 3


def _one(line: Line, span: tuple[int, int], raw: str, text: str, role: str, confidence: float) -> Iterator[Match]:
    found = parse(text)
    if found:
        value = DateCandidate(*found, "", confidence, raw, role)
        yield Match(line.start + span[0], line.start + span[1], value, confidence)


def _is_stamp(view: View, line: Line, values: Sequence[DateCandidate], words: Sequence[str], *, labelled: bool) -> bool:
    """Whether a line of nothing but dates, times and labels is a stamp where it stands."""
    if line.text[-1] == ":" or _VERSION.match(line.text) or _opens_letter(view, line) or _in_list(view, line):
        return False
    if labelled:
        if values or not _OFFER.isdisjoint(words):
            return True
        whole_year = re.search(r": (?:19|20)\d\d$", line.text) is not None
        few = sum(len(word) > 1 for word in words) < 7  # a, p and m count for nothing
        return words[0] in _OPENERS and few and (whole_year or bool(_CLOCK.search(line.text)))
    if not values or any(len(value.date) < 10 for value in values):
        return False
    if all(len(value.date) > 10 for value in values):
        return not _beside_another(
            view, line, values[0].date[:10]
        )  # a date with a time of day on a line of its own is a machine's
    edge = line.index < HEAD or line.index >= len(view.lines) - TAIL or _above_all(view, line)
    if not edge and line.index:
        edge = _LABEL_LINE.fullmatch(view.lines[line.index - 1].text[:40]) is not None
    return edge and (not line.index or not _is_chronicle(view))


def _beside_another(view: View, line: Line, day: str) -> bool:
    """Whether a line next to it is a bare date and time of another day: an agenda."""
    for other in (*view.lines[max(0, line.index - 1) : line.index], *view.lines[line.index + 1 : line.index + 2]):
        if len(other.text) <= LONGEST and _CLOCK.search(other.text) and (found := parse(other.text)):
            words = {word.lower() for word in _WORDS.findall(other.text)}
            if found[0][:10] != day and words <= _ALLOWED and not _LABELS & words:
                return True
    return False


def _in_list(view: View, line: Line) -> bool:
    """Whether the line is one of several that a dash opens."""
    neighbours = (*view.lines[max(0, line.index - 1) : line.index], *view.lines[line.index + 1 : line.index + 2])
    return line.text.startswith("- ") and any(other.text.startswith("- ") for other in neighbours)


def _opens_letter(view: View, line: Line) -> bool:
    """Whether a salutation follows: the date is the letter's own."""
    return line.index + 1 < len(view.lines) and _SALUTATION.match(view.lines[line.index + 1].text) is not None


def _is_chronicle(view: View) -> bool:
    """Whether the text prints more different days on lines of their own than a page has stamps."""
    days = set()
    for line in view.lines:
        if len(line.text) > 45 or not _DIGIT.search(line.text):
            continue
        if _ALLOWED.issuperset(word.lower() for word in _WORDS.findall(line.text)) and (found := parse(line.text)):
            days.add(found[0][:10])
            if len(days) > CHRONICLE:
                return True
    return False


def _start(view: View, line: Line) -> int:
    """Where the stamp begins: with the weekday on the line before, if one stands there alone."""
    if line.index and line.index < HEAD:
        before = view.lines[line.index - 1]
        word = before.text.lower().rstrip(",")
        if len(word) < 12 and word in _FILLERS and word.endswith(("day", "tag")):
            return before.start
    return line.start


def _read(text: str, view: View) -> Iterator[DateCandidate]:
    """The dates of a stamp, each with its role."""
    american = view.context.language == "en" and not re.search(r"\b(?:GMT|BST)\b", text)
    for piece in _by_label(text):
        words = {word.lower() for word in _WORDS.findall(piece)}
        role = "modified" if _MODIFIED & words else "published"
        if _OFFER & words:
            continue
        found = parse(piece, month_first=american and "/" in piece)
        options = [found] if found else [parse(part, month_first=american) for part in _PIECES.split(piece)]
        for read in options:
            if read:
                yield DateCandidate(*read, "", 0.85 if _LABELS & words else 0.75, piece.strip(_EDGE), role)


def _by_label(text: str) -> list[str]:
    """The text cut before each label."""
    cuts = [found.start() for found in _WORDS.finditer(text) if found[0].lower() in _LABELS]
    if cuts and parse(text[: cuts[0]].strip(_EDGE)) and parse(text[cuts[0] :]):
        cuts.insert(0, 0)  # the first date has no label
    starts = [cut for number, cut in enumerate(cuts) if number == 0 or _DIGIT.search(text[cuts[number - 1] : cut])]
    if len(starts) < 2:
        return [text]
    return [text[a:b] for a, b in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True)]


def _is_tag(text: str, view: View, line: Line) -> bool:
    """Whether what stands beside a date is a section or a format, and the line none of a list of dates."""
    near = (*view.lines[max(0, line.index - 1) : line.index], *view.lines[line.index + 1 : line.index + 2])
    if any(len(other.text) < LONGEST and _DIGIT.search(other.text) and parse(other.text[:40]) for other in near):
        return False
    filed = re.match(r"(?:filed|posted) (?:under|in) ", text, re.IGNORECASE) is not None
    words = text.split()
    below = view.lines[line.index + 1 : line.index + 4]
    return (filed and len(words) < 9) or (
        len(words) <= 2
        and text[0].isupper()
        and text[-1] not in ".!?"
        and any(len(other.text) > _PROSE for other in below)
    )


def _with_company(line: Line, view: View) -> Match | None:
    """A date that shares its line with a name, a section or the rest of a byline."""
    text = line.text
    core = text.lstrip(_EDGE)
    by = re.search(r"\s*[|,–—-]?\s+(?:by|von|par|por|di)\s+(?=[A-Z])", core)
    pieces = [core[: by.start()]] if by else _PIECES.split(core)
    if len(pieces) == 1 and not _LABELS.isdisjoint(core.lower().split()[:3]):
        pieces = _FILED.split(core, maxsplit=1)
    for number, piece in enumerate(pieces):
        words = [word.lower() for word in _WORDS.findall(piece)]
        if not _DIGIT.search(piece) or not _ALLOWED.issuperset(words):
            continue
        values = tuple(_read(piece, view))
        if not values or any(len(value.date) < 10 for value in values):
            continue
        rest = [other for place, other in enumerate(pieces) if place != number and other]
        if len(rest) == 1 and len(pieces) == 2 and line.index < HEAD and _is_tag(rest[0], view, line):
            return Match(line.start, line.end, values, 0.75)
        leftover = len(core) < len(text)
        longest = 7 if _CLOCK.search(piece) else 4
        short = all(len(other.split()) <= longest and other[:1].isupper() for other in rest if other)
        if by:
            return Match(line.start, line.start + len(text) - len(core) + by.start(), values, 0.8)
        if rest and (leftover or (short and not _LABELS.isdisjoint(words))) and line.index < HEAD:
            return Match(line.start, line.end, values, 0.75)
    return None
