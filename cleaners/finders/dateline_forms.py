"""Datelines of other shapes: alone on a line, before a bar, behind title and standfirst on one line, in the brackets of
East Asian papers, and in Arabic letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.dateline_slots import DOMAIN, Slot, is_source, parse_slot, value_of
from cleaners.finders.outlets import OUTLET
from cleaners.knowledge import places
from cleaners.model import Dateline, Match
from cleaners.view import Line, View

ALONE: Final = 70
"""Characters of the longest dateline that fills a line."""
HEAD: Final = 12
"""Lines from the top among which one stands alone."""
TOP: Final = 6
"""Lines from the top among which a site prints its own name."""
LEAST: Final = 40
"""Characters a line holds at least that opens with it."""
PARAGRAPH: Final = 90
"""Characters the line below one has at least."""
FIRST: Final = 900
"""Characters of the first line within which title and standfirst end."""

_OWN_NAME = re.compile(
    r"\((?P<name>[^\W\d_][\w.&-]*(?: [A-Z][\w.&-]*){0,2})\)(?:\.|\s*[-–—]+)?\s+(?=[^\W\d_a-zß-ÿ]|[\"“„‘'])"
)
_JOINED = re.compile(r"(?:[A-Z][a-z]+){2,4}")
_NUMBER = re.compile(r",? (?:Nr\.? ?)?\d{1,4}/(?:\d\d|\d{4})$|,? \d{1,2}[:.]\d\d(?: Uhr| h)?$")
_SALUTATION = re.compile(r"(?:my )?dear |to whom |sehr geehrte|liebe|chère?s? |estimad|car[oa] |уважаем", re.IGNORECASE)
_BEHIND = re.compile(
    r"[.!?…”\"]\s{1,3}(?P<slot>[A-ZÀ-Ý][A-ZÀ-Ý.' ]{2,30}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?)"
    r"\s(?:-|–|—|--)\s(?=[A-ZÀ-Ý\"“])"
)
_BAR = re.compile(r"(?P<name>[A-Z][\w.'’ -]{2,28})\|\s*")

_BRACKET = re.compile(
    r"(?:【(?P<black>[^】]{2,40})】|［(?P<wide>[^］]{4,40})］\s*[-ー―–—]?|\[(?P<square>[^\]]{3,40})\]|\((?P<round>[^()]{3,30})\))"
)
_JA_AGENCY = re.compile(
    r"AFP|ＡＦＰ|CNN|ＣＮＮ|ロイター|共同|時事|新華社|聯合ニュース|タス|ＡＰ|\bAP\b|UPI|EPA|KNS|毎日|読売|朝日"
)
_JA_DAY = re.compile(r"\d{1,2}月\d{1,2}日|[０-９]{1,2}日|\d{1,2}日")
_KO_AGENCY = re.compile(
    r"연합뉴스|뉴시스|뉴스1|뉴스핌|이데일리|머니투데이|헤럴드경제|아시아경제|파이낸셜뉴스|서울경제|한국경제|매일경제|조선일보|중앙일보|동아일보|경향신문"
    r"|스포츠\w{2,4}|OSEN|엑스포츠뉴스|스타뉴스|마이데일리|텐아시아|엔터미디어"
    r"|노컷뉴스|쿠키뉴스|더팩트|신화|로이터|\w{2,6}(?:뉴스|일보|신문|경제|미디어|타임스|데일리|투데이)"
)
_KO_REPORTER = re.compile(
    r"\s*(?:[가-힣]{2,4}(?:[·,] ?[가-힣]{2,4})* ?(?:인턴)?"
    r"(?:기자|특파원|통신원|논설위원|칼럼니스트)\s*)?(?:=|-)?\s*"
)
_ZH_LEAD = re.compile(
    r"(?:(?P<agency>新华社|新華社|中新社|中新网|中新網|人民网|央视网"
    r"|央广网|中央社|法新社|路透社|美联社|塔斯社|国际在线|环球网|光明网)"
    r"(?P<place>[\u4e00-\u9fff]{0,6}?)(?P<date>(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日)?"
    r"(?:[电電讯訊](?=[\s（(　])|[电電讯訊](?:[（(][^）)]{2,30}[）)])?|消息[：:]?)"
    r"(?:\s*[（(][^）)]{2,30}[）)])?|本[报報][讯訊]\s*(?:[（(][^）)]{2,30}[）)])?)\s*"
)
_AR_AGENCIES = (
    "CNN|AFP|رويترز|أ ف ب|ا ف ب|أ.ف.ب|د ب أ|د.ب.أ|أ ب|وكالات|الوكالات|سبوتنيك|سكاي نيوز(?: عربية)?"
    "|الأناضول"
    "|واس|وام|قنا|بترا|معا|وفا|"
    "سانا|كونا|بنا|شينخوا|العربية(?:.نت)?|الجزيرة(?: نت)?|فرانس برس|"
    "ایسنا|ایرنا|مهر|تسنیم|فارس|آئی این پی|اے پی پی|نیوز ڈیسک"
)
_AR = re.compile(
    rf"(?P<place>[\u0621-\u064a\u0670-\u06d3]+(?: [\u0621-\u064a\u0670-\u06d3]+){{0,2}}"
    rf"(?:، ?[\u0621-\u064a\u0670-\u06d3 ]{{2,25}})?)?\s*"
    rf"(?:\((?P<agency>{_AR_AGENCIES})\)\s*(?:--|[-–—ـ:])?|[-–—]\s*(?P<plain>{_AR_AGENCIES})\s*[:-])\s*"
)
_HI = re.compile(
    r"(?P<place>[\u0900-\u097f]{2,14}(?: [\u0900-\u097f]{2,14})?)(?:[,，] ?\d{1,2} [\u0900-\u097f]{2,9})?\s?"
    r"[（(](?P<agency>भाषा|आईएएनएस|एएनआई|वार्ता|पीटीआई|पीटीआई-भाषा|ब्यूरो|हि\.?स\.?)[）)]\s?[।.:-]?\s*"
)


def alone(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Place and date, or place and country in capitals, on a line above the first paragraph."""
    for line in lines:
        text = line.text
        if line.index >= HEAD or len(text) > ALONE or len(text) < 8 or text[0].islower() or text[-1] in '!?…:;”"':
            continue
        below = view.below(line)
        if len(below) < PARAGRAPH or _SALUTATION.match(below) or "," not in text:
            continue
        core = _NUMBER.sub("", text.rstrip(". –—-"))
        slot = parse_slot(core.replace(" | ", "/"), view.context.language)
        if not slot or not slot.place or slot.unknown or slot.strangers:
            continue
        known = all(places.known(part, sure=bool(slot.dates)) for part in re.split(r"\s*/\s*", slot.place))
        dated = any(char.isdigit() for date in slot.dates for char in date)
        shouted = text.isupper() and any(places.region(hint) for hint in slot.hints) and not slot.agencies
        if (known and dated) or (shouted and (places.known(slot.place) or len(slot.place) > 3)):
            yield Match(line.start, line.end, value_of(text, slot), 0.8)


def first_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A place in capitals behind title and standfirst, and names before a bar at the head of the text."""
    for line in lines[:2]:
        text = line.text
        if line.index == 0 and "|" in text[:30] and (found := _BAR.match(text)):
            rest = text[found.end() :] or (view.lines[1].text if len(view.lines) > 1 else "")
            name = found["name"].strip()
            if len(rest) > 60 and rest[0].isupper() and " | " not in text[:80]:
                if places.known(name, sure=True):
                    slot = parse_slot(name, view.context.language)
                    if slot and slot.place:
                        yield Match(line.start, line.start + found.end("name") + 1, value_of(name, slot), 0.8)
                elif name.isupper() and text[found.end("name")] == "|" and len(name.split()) < 3:
                    yield Match(
                        line.start,
                        line.start + found.end("name") + 1,
                        Dateline(name, None, None, None, name, None),
                        0.8,
                    )
        if len(text) < 120 or not any(dash in text for dash in "-–—"):
            continue
        for found in _BEHIND.finditer(text, 0, FIRST):
            slot = parse_slot(found["slot"], view.context.language)
            if (
                slot
                and slot.upper
                and not slot.unknown
                and _sure(slot)
                and text[: found.start()].upper() != text[: found.start()]
            ):
                raw = text[found.start("slot") : found.end()].rstrip()
                yield Match(
                    line.start + found.start("slot"),
                    line.start + found.start("slot") + len(raw),
                    value_of(raw, slot)._replace(raw=raw),
                    0.85,
                )
                break


def brackets(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """``【City＝Name】``, ``【6月18日 AFP】``, ``(서울=연합뉴스) … 기자 =`` and the agencies of Chinese papers."""
    for line in lines[:40]:
        text = line.text
        if text[0].isascii() and text[0] not in "([":
            continue
        if len(text) < 40:
            continue
        if text[0] in "【［[(" and (found := _BRACKET.match(text)):
            inner = found["black"] or found["wide"] or found["square"] or found["round"]
            value = _asian(inner, found[0], korean=text[0] in "[(")
            if value:
                end = found.end()
                if text[0] in "[(":
                    end = _KO_REPORTER.match(text, end).end()  # type: ignore[union-attr]
                raw = text[:end].rstrip()
                yield Match(line.start, line.start + len(raw), value._replace(raw=raw), 0.85)
        elif (
            text[0] in "新中人央法路美塔国环光本"
            and (found := _ZH_LEAD.match(text))
            and (found["date"] or not found["agency"] or "消息" in found[0])
        ):
            raw = found[0].strip()
            yield Match(
                line.start,
                line.start + len(raw),
                Dateline(raw, found["place"] or None, None, None, found["agency"], found["date"]),
                0.85,
            )


def _asian(inner: str, raw: str, *, korean: bool) -> Dateline | None:
    """The place and agency in brackets; None if neither a day, an agency, nor a correspondent stands in them."""
    place, mark, _ = inner.partition("=") if "=" in inner else inner.partition("＝")
    if korean:
        agency = _KO_AGENCY.search(inner)
        if not agency:
            return None
        return Dateline(raw, place if mark and not _KO_AGENCY.search(place) else None, None, None, agency[0], None)
    agency, day = _JA_AGENCY.search(inner), _JA_DAY.search(inner)
    if mark:
        return Dateline(raw, place.strip(), None, None, agency[0] if agency else None, None)
    if agency and (day or inner != agency[0]):
        head = re.split(r"[\s　]|" + re.escape(agency[0]), inner)[0]
        return Dateline(
            raw, head if head and not _JA_DAY.search(head) else None, None, None, agency[0], day[0] if day else None
        )
    return None


def other_scripts(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Place and agency before the first sentence in Arabic or Devanagari letters."""
    for line in lines:
        text = line.text
        if text[0].isascii() or len(text) < 60 or line.index > HEAD:
            continue
        found = (
            _AR.match(text)
            if "\u0600" < text[0] < "\u06ff"
            else _HI.match(text)
            if "\u0900" < text[0] < "\u097f"
            else None
        )
        if found and found.end() < len(text):
            agency = found["agency"] or (found["plain"] if "plain" in found.re.groupindex else None)
            raw = found[0].strip()
            yield Match(
                line.start, line.start + len(raw), Dateline(raw, found["place"], None, None, agency, None), 0.85
            )


def _sure(slot: Slot) -> bool:
    """Whether a place in capitals behind a sentence is no word that is only shouted."""
    if any(places.region(hint) for hint in slot.hints):
        return True
    return places.known(slot.place, sure=True) or slot.place in ("RIO", "ROMA", "SANTOS")


def own_name(line: Line, language: str | None) -> Match | None:
    """What a site prints in brackets before its first sentence: its own name, or a short form of an agency."""
    found = _OWN_NAME.match(line.text)
    if not found or line.index >= TOP or len(line.text) < LEAST:
        return None
    name = found["name"]
    short = name.islower() and len(name) < 6 and language == "de"
    named = not name.islower() and (DOMAIN.fullmatch(name) or OUTLET.search(name) or _JOINED.fullmatch(name))
    if not (short or named) or (is_source(name) and not short and not DOMAIN.fullmatch(name)):
        return None
    end = line.start + len(line.text[: found.end()].rstrip())
    return Match(line.start, end, Dateline(line.text[: found.end()].strip(), None, None, None, name, None), 0.85)
