"""Captions by the form around them: slide shows, films with their length, charts, the credits of East Asian papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cleaners.finders.caption_text import sentences
from cleaners.model import Credit, Match
from cleaners.view import Line, View

LONGEST_SHOW = 160
"""Lines of the longest slide show."""

LONGEST_GALLERY = 3000
"""Characters of the longest gallery in joined text."""

LONGEST_PICTURE = 900
"""Characters of the longest caption in a gallery whose pictures are numbered."""

_NUMBERED = re.compile(r"(?:Hide|Show) Caption\s+(\d{1,3}) of (\d{1,3})", re.IGNORECASE)
ROW = 3
"""Agencies behind captions from which on a line is a gallery."""

_BACK = (("caption close", "back to gallery"), ("view slideshow", "back continue"), ("up next", "view slideshow"))
_SIGN = re.compile(
    r"(?<!\btold)(?<!\bto)(?<!\bby)(?<!\bfrom)(?<!\bthe)(?<!\bThe)(?<!\bwith)(?<!\band)(?<!\bof)"
    r"(?<!\bfor)(?<=[\w)”\"’'.]) "
    r"((?:[A-Z][a-z]+ [A-Z][a-z]+ ?[/|] ?)?(?:AP|Reuters|REUTERS|AFP|EPA|PA|Getty Images|AFP/Getty Images|AP Photo"
    r"|Shutterstock|Splash News|AFP via Getty Images|Getty|WireImage|FilmMagic|Alamy|Rex|SWNS))(?= [A-Z\d]|$)"
)
_FULLSCREEN = frozenset({"fullscreen", "vollbild", "plein écran", "pantalla completa", "tela cheia", "full screen"})
_COUNT = re.compile(r"\d{1,3} (?:photos|images|slides|fotos|bilder|pictures)", re.IGNORECASE)
_FILM = re.compile(r"(?:\d{1,2}\.\d{1,2}\.(?:\d{4})? ?[|•·] ?)?\d{1,2}:\d\d (?:min|Min\.?|Minuten)(?: ?[|•·] .{2,40})?")
_CHART = re.compile(
    r"(?:[\w.]{0,20}\s?)?(?:Infografik|Infographic|Infografía|Infographie|Infografica|Инфографика)(?::.{2,60})?"
    r"|(?:.{0,90}(?:•|·|–|-|\|)\s*)?(?:Created|Made|Erstellt) (?:with|mit) (?:Datawrapper|Flourish|Infogram|Canva)\.?"
    r"|A Flourish (?:chart|map|data visualization|table)(?: .{0,40})?",
    re.IGNORECASE,
)
_WIRES = "AP|AFP|EPA|로이터|연합뉴스|뉴시스|뉴스1|뉴스핌|신화"
_JAPANESE = (
    r"[＝=]\s?(?P<a>ＡＰ|AP|ＡＦＰ|AFP|ＥＰＡ|EPA|ロイター|共同|時事|ゲッティ"
    r"|[^\s＝=。、（）]{1,14}?(?:撮影|提供|撮|新聞社|通信社|通信|記者))"
    r"|[（(][ＣCcｃ][）)]\s?(?P<b>[^\s（）()。]{2,22}?)"
)
_BRACKETED = (
    r"[（(【［\[](?:(?:写真|撮影|画像|提供|図|圖|图|资料图|資料照)(?:提供|片)?[：:＝=／/]?)?(?P<c>[^\s（）()【】\[\]。]{0,24}?)"
    r"(?:提供|撮影|写す|摄|攝|供图|供圖|資料照片?|资料图片?|翻攝(?:自.{1,12})?)[）)】］\]]"
)
_CHINESE = (
    r"[\s　（(](?P<d>(?:新华社|新華社|中新社|本报|本報)?(?:记者|記者)?\s?[\u4e00-\u9fff·]{2,12}?)"
    r"\s?(?:摄|攝)(?:影)?[）)]?"
)
_KOREAN = (
    rf"[/／]\s?(?P<e>{_WIRES}|사진=.{{1,20}}|[가-힣A-Za-z0-9]{{2,12}} ?(?:제공|캡처|캡쳐|연합뉴스))"
    r"|(?P<f>[가-힣]{2,4} ?기자)(?: ?[\w.+-]+@[\w.-]+)?"
    r"|[\[(<〈【][^\[\]()]{0,40}?(?P<g>연합뉴스|제공|자료사진|DB ?금지|캡처|캡쳐|사진|뉴시스|뉴스1|출처)"
    r"[^\[\]()]{0,40}[\])>〉】]"
    r"|\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?(?: ?[\w.+-]+@[\w.-]+)?(?: ?\*?재판매.{0,12})?|\*재판매 및 DB ?금지"
    r"|[|ㅣ/▲]?\s?사진\s?[=|ㅣ:：]\s?(?P<h>.{1,24}?)|[ⓒ©]\s?(?P<i>[가-힣A-Za-z0-9]{2,16}(?: [가-힣]{2,4} ?기자)?)"
)
_EASTERN = re.compile(rf"(?:{_JAPANESE}|{_BRACKETED}|{_CHINESE}|{_KOREAN})[.。)\]]?$")
_SIGNED = re.compile(r"다\.(?P<place>(?:[가-힣]{2,8}[=·])?)$")
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


def eastern(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """Lines that end in a credit as East Asian papers set it: ``…警察官ら＝ＡＰ``, ``…视频 李明 摄``."""
    for line in lines:
        found = _EASTERN.search(line.text[-50:]) if len(line.text) <= 170 else None
        if not found or not _HAN.search(line.text):
            continue
        start = max(0, len(line.text) - 50) + found.start()
        body = line.text[:start].rstrip()
        if body and (len(body) < 6 or body.count("。") > 1 or body[-1] == "。"):
            continue
        if found["f"] and (signed := _SIGNED.search(body)):
            start = signed.start("place")  # the reporter signs the article's last sentence, which stays
            yield Match(line.start + start, line.end, (Credit(line.text[start:], None, found["f"]),))
            continue
        owner = next((name.strip() for name in found.groups() if name), "") or None
        yield Match(line.start, line.end, (Credit(line.text[start:].strip(), None, owner),))


def slideshow(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """All that stands between the buttons of a slide show (``Fullscreen`` … ``Next Slide``), with its title."""
    for line in lines:
        if line.text.lower() not in ("next slide", "nächstes bild"):
            continue
        before = view.lines[max(0, line.index - LONGEST_SHOW) : line.index]
        first = next((other for other in before if other.text.lower() in _FULLSCREEN), None)
        if not first:
            continue
        title = view.lines[first.index - 1] if first.index else first
        after = view.lines[line.index + 1 : line.index + 3]
        last = after[0] if after and _COUNT.fullmatch(after[0].text) else line
        if len(after) > 1 and last is not line and after[1].text == title.text:
            last = after[1]
        begin = title if len(title.text) < 100 and title.text[-1].isalnum() else first
        yield Match(begin.start, last.end, ())


def film(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """The sentence or two above the date and length of a film: ``18.04.2024 | 0:21 min``."""
    for line in lines:
        before = view.lines[line.index - 1] if line.index else None
        if before and _FILM.fullmatch(line.text) and 30 < len(before.text) <= 340 and sentences(before.text) < 4:
            near = view.text[before.end : line.start].count("\n") == 1
            yield Match(before.start if near else line.start, line.end, ())


def chart(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """The line that says who drew a chart, with the chart's title above it."""
    for line in lines:
        if len(line.text) > 130 or not _CHART.fullmatch(line.text):
            continue
        before = view.lines[line.index - 1] if line.index else None
        titled = before and len(before.text) < 110 and before.text[-1].isalnum() and len(before.text.split()) > 1
        near = before is not None and view.text[before.end : line.start].count("\n") == 1
        yield Match(before.start if before and titled and near else line.start, line.end, ())


def gallery(view: View, lines: Sequence[Line]) -> Iterable[Match]:
    """A gallery in joined text: up to the button that leads back, its numbered captions, or its row of agencies."""
    for line in lines:
        yield from _numbered(line)
        yield from _signed(line)
        low = view.lowered(line)
        end = max((low.find(word, low.find(opened)) + len(word)) * (opened in low) for opened, word in _BACK)
        if len(min((word for _, word in _BACK), key=len)) < end <= LONGEST_GALLERY:
            yield Match(line.start, line.start + end, ())


def _numbered(line: Line) -> Iterator[Match]:
    """``Photos: … Hide Caption 1 of 9 Photos: … Hide Caption 2 of 9``."""
    numbers = list(_NUMBERED.finditer(line.text))
    if len(numbers) < 2 or len({found[2] for found in numbers}) > 1:
        return
    if max(second.start() - first.end() for first, second in pairwise(numbers)) > LONGEST_PICTURE:
        return
    photos = line.text.rfind("Photos:", 0, numbers[0].start())
    begin = max(photos, 0)
    begin = begin if numbers[0].start() - begin <= LONGEST_PICTURE else numbers[0].start()
    yield Match(line.start + begin, line.start + numbers[-1].end(), ())


def _signed(line: Line) -> Iterator[Match]:
    """Three captions or more without a full stop, each with the name of an agency behind it."""
    if len(line.text) < 200:
        return
    signs = list(_SIGN.finditer(line.text))
    if len(signs) < ROW or signs[0].start() > LONGEST_PICTURE // 2:
        return
    ends = [0, *(sign.end() for sign in signs)]
    bodies = [line.text[end : sign.start()] for end, sign in zip(ends, signs, strict=False)]
    if all(15 < len(body) < LONGEST_PICTURE // 2 and sentences(body) < 3 for body in bodies):
        yield Match(line.start, line.start + signs[-1].end(), tuple(Credit(sign[1], None, sign[1]) for sign in signs))
