"""Embedded posts of Instagram, Facebook and TikTok, and lines that are the URL of a post or a video."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.finders.embeds import DAY, iso
from cleaners.finders.quotes import quote_start
from cleaners.model import Embed, Match
from cleaners.view import Line, View

# Instagram: "View this post on Instagram", the caption, "A post shared by Name (@handle) on …"
_VIEW_POST: Final = (
    r"view this post on instagram|view on instagram|sieh dir diesen beitrag auf instagram an"
    r"|diesen beitrag auf instagram ansehen|(?:voir|afficher) cette publication sur instagram"
    r"|ver esta publicación en instagram|ver ess[ae] (?:foto|post|publicação) no instagram"
    r"|ver esta publicação no instagram|visualizza questo post su instagram"
    r"|dit bericht (?:op instagram bekijken|bekijken op instagram)|wyświetl ten post na instagramie"
    r"|bu gönderiyi instagram['’]da gör|посмотреть эту публикацию в instagram"
    r"|visa detta inlägg på instagram|vis dette innlegget på instagram|se dette opslag på instagram"
    r"|näytä tämä julkaisu instagramissa|xem bài viết này trên instagram|lihat postingan ini di instagram"
    r"|переглянути цей допис в instagram|zobrazit příspěvek na instagramu"
    r"|vezi această postare pe instagram|この投稿をinstagramで見る|instagram에서 이 게시물 보기"
    r"|عرض هذا المنشور على instagram"
)
_SHARED_BY: Final = (
    r"a (?:post|photo|video|reel) (?:shared|posted) by|ein beitrag geteilt von|ein von"
    r"|une publication partagée par|una publicación compartida (?:de|por)"
    r"|uma publicação (?:compartilhada|partilhada) por|un post condiviso da|een bericht gedeeld door"
    r"|post udostępniony przez|публикация от|ett inlägg delat av|et innlegg delt av|et opslag delt af"
    r"|henkilön|bài viết do|sebuah kiriman dibagikan oleh|допис, поширений|příspěvek sdílený"
    r"|o postare distribuită de|تمت مشاركة منشور بواسطة"
)
_INSTAGRAM = re.compile(
    rf"(?:{_SHARED_BY})\s+(?P<author>[^()@\n]{{0,80}}?)\s*\(@(?P<handle>[\w.]{{1,40}})\)"
    rf"(?P<tail>\s*(?:geteilter beitrag|jakama julkaisu|chia sẻ))?"
    rf"(?:\s+(?:on|am|le|el|em|il|op|w dniu|den|d\.)?\s*(?P<date>{DAY})"
    r"(?:,? (?:at|um|à|a las?|às|alle|om|o|kl\.?) \d{1,2}[:.]\d\d ?(?:[ap]m)? ?(?:p[sd]t|uhr)?)?)?"
)
_VIEW_LINE = re.compile(rf"(?:{_VIEW_POST})")


def instagram(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find Instagram posts: from the prompt to view them, over the caption, to who shared them."""
    floor = 0
    for line in lines:
        lowered = view.lowered(line)
        shared = None
        for shared in _INSTAGRAM.finditer(lowered):
            start, text = _caption(view, line, line.start + shared.start(), floor)
            if start is None:
                continue
            end = line.start + shared.end()
            author = line.text[shared.start("author") : shared.end("author")].strip() or None
            handle = line.text[shared.start("handle") : shared.end("handle")].rstrip(".")
            date = iso(shared["date"])
            yield Match(start, end, Embed("instagram", author, handle, date, text or None))
            floor = end
        if shared is None and (prompt := _VIEW_LINE.fullmatch(lowered)) and not _followed(view, line):
            yield Match(line.start, line.start + prompt.end(), Embed("instagram"))


def _caption(view: View, line: Line, stop: int, floor: int) -> tuple[int | None, str]:
    """Where the post begins whose sharer is named at ``stop``, and its caption; None if this is no embed at all."""
    before = view.lower[line.start : stop]
    if prompts := list(_VIEW_LINE.finditer(before)):
        start = line.start + prompts[-1].start()
        return start, view.text[line.start + prompts[-1].end() : stop].strip()
    for above in reversed(view.lines[max(0, line.index - 6) : line.index]):
        if above.start < floor:
            break
        if prompt := _VIEW_LINE.search(view.lowered(above)):
            start = above.start + prompt.start()
            return start, "\n".join(view.text[above.start + prompt.end() : stop].split("\n")).strip()
    if view.lower.startswith(("ein von", "henkilön", "bài viết do"), stop) and "(@" not in view.lower[stop : stop + 90]:
        return None, ""
    if not before.strip():
        return stop, ""
    if len(view.lines) > 1 and len(before) <= 400 and line.start >= floor:
        return line.start, view.text[line.start : stop].strip()
    start = quote_start(view, line, stop, floor)
    return start, view.text[start:stop].strip()


def _followed(view: View, line: Line) -> bool:
    """Whether a post's sharer stands within the next lines, so that the prompt will be taken with it."""
    return any(_INSTAGRAM.search(view.lowered(below)) for below in view.lines[line.index + 1 : line.index + 7])


# Facebook: the post, then "Posted by Page on Tuesday, November 13, 2018"
_WEEKDAY: Final = (
    r"mon|tues|wednes|thurs|fri|satur|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|lunedì|martedì|mercoledì"
    r"|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|понедельник|вторник|среда|четверг"
    r"|пятница|суббота|воскресенье|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag"
    r"|søndag|chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy)"
)
_FACEBOOK = re.compile(
    r"(?P<label>posted by|gepostet von|publié(?:e)? par|posté par|publicad[oa] por|pubblicato da|geplaatst door"
    r"|opublikowany przez|опубликовано|publicerat av|slået op af|publisert av|lagt ut av|người đăng:?)"
    r"\s+(?P<author>[^\n]{2,80}?)\s+"
    rf"(?:(?:on|am|sur|le|en|em|su|op|i|på|vào)\s+)?(?P<date>(?:{_WEEKDAY})(?:day)?,? {DAY})"
)


def facebook(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find Facebook posts, closed by who posted them on which weekday and date."""
    floor = 0
    for line in lines:
        for posted in _FACEBOOK.finditer(view.lowered(line)):
            stop, end = line.start + posted.start(), line.start + posted.end()
            if view.text[stop].islower():  # "a picture posted by the crew on …" is prose
                continue
            before = view.text[max(line.start, floor) : stop]
            whole = line.start >= floor and len(view.lines) > 1 and len(before) <= 900
            start = line.start if whole and before.strip() else quote_start(view, line, stop, floor)
            if whole:
                start = min(start, quote_start(view, line, stop, floor))
            author = line.text[posted.start("author") : posted.end("author")].strip()
            text = "\n".join(piece.strip() for piece in view.text[start:stop].split("\n") if piece.strip())
            yield Match(start, end, Embed("facebook", author, None, iso(posted["date"]), text or None))
            floor = end


_SOUND = re.compile(r"♬ [^\n]{2,80} [-–] [^\n]{1,80}$")
_SOUND_INSIDE = re.compile(
    r"♬ (?:original sound|originalton|son original|sonido original|som original|suono originale|оригинальный звук"
    r"|orijinal ses|oryginalny dźwięk|origineel geluid|originalljud|nhạc nền)(?: [-–] (?P<name>\S+))?",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?:^|(?<=[.!?…:”\"] ))@(?P<handle>[\w.]{2,30})\s")


def tiktok(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find TikTok posts: ``@handle caption ♬ sound - artist``."""
    for line in lines:
        if inside := list(_sounds_inside(line)):
            yield from inside
            continue
        sound = _SOUND.search(line.text)
        if not sound:
            continue
        first = next(
            (
                above
                for above in reversed(view.lines[max(0, line.index - 4) : line.index + 1])
                if above.text.startswith("@")
            ),
            None,
        )
        start = first.start if first and line.start + sound.start() - first.start < 600 else line.start + sound.start()
        said = view.text[start : line.start + sound.start()].strip()
        handle = re.match(r"@([\w.]+)\s*", said)
        text = said[handle.end() :].strip() if handle else said
        yield Match(start, line.end, Embed("tiktok", handle=handle[1] if handle else None, text=text or None))


def _sounds_inside(line: Line) -> Iterator[Match]:
    """TikTok posts inside a longer line: only where the sound is the account's own is its end known."""
    floor = 0
    for sound in _SOUND_INSIDE.finditer(line.text):
        if not line.text[sound.end() :].strip():
            return
        accounts = list(_ACCOUNT.finditer(line.text, max(floor, sound.start() - 600), sound.start()))
        if accounts:
            text = line.text[accounts[-1].end() : sound.start()].strip()
            value = Embed("tiktok", handle=accounts[-1]["handle"], text=text or None)
            yield Match(line.start + accounts[-1].start(), line.start + sound.end(), value)
        floor = sound.end()


_VIEW_THREADS = re.compile(
    r"(?:view|see) on threads|ver no threads|ver en threads|voir sur threads|auf threads (?:ansehen|anzeigen)"
    r"|visualizza su threads|bekijken op threads|zobacz w threads|visa på threads|vis på threads|threads['’]te gör"
)
_THREADS_BY = re.compile(
    r"(?:post by|beitrag von|publicación de|publicação de|publication de|post di) @(?P<handle>[\w.]+)"
)


def threads(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find Threads posts: the account, and the prompt to view it, with what stands between them."""
    for line in lines:
        prompt = _VIEW_THREADS.search(view.lowered(line))
        if not prompt or (prompt.start() and not _THREADS_BY.match(view.lowered(line))):
            continue
        for above in reversed(view.lines[max(0, line.index - 4) : line.index + 1]):
            if found := _THREADS_BY.match(view.lowered(above)):
                handle = above.text[found.start("handle") : found.end("handle")]
                stop = line.start + prompt.start()
                text = view.text[above.start + found.end() : stop].strip() if above.start + found.end() < stop else ""
                end = line.start + prompt.end()
                yield Match(above.start, end, Embed("threads", handle=handle, text=text or None))
                break
        else:
            if prompt.end() == len(line.text):
                yield Match(line.start, line.end, Embed("threads"))


_VK_POSTED = re.compile(rf"опубликовано (?P<author>[^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+)?) (?P<date>{DAY})")


def vk(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find VK posts in the midst of an article: a paragraph, and under it who posted it on which day."""
    for line in lines:
        posted = _VK_POSTED.fullmatch(view.lowered(line))
        if not posted or line.index < 2 or line.index + 1 >= len(view.lines):
            continue
        author = line.text[posted.start("author") : posted.end("author")]
        above = view.lines[line.index - 1]
        if author.istitle() and len(above.text) <= 900:
            yield Match(above.start, line.end, Embed("vk", author, None, iso(posted["date"]), above.text))


_CHANNEL_URL = re.compile(r"(?:https?://)?t\.me/(?:s/)?(?P<handle>\w{4,40})/\d+\S*")
_CHANNEL = re.compile(r"telegram|телеграм|канал|channel|kanal|canal")


def telegram(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find Telegram posts: a line that is the post's address, with the post where the line before that announces it."""
    for line in lines:
        found = _CHANNEL_URL.fullmatch(line.text)
        if not found:
            continue
        start, text = line.start, None
        if line.index >= 2:
            above, before = view.lines[line.index - 1], view.lines[line.index - 2]
            announced = _CHANNEL.search(view.lowered(before)[-160:])
            if announced and len(above.text) <= 900 and not _CHANNEL.search(view.lowered(above)):
                start, text = above.start, above.text
        url = line.text if line.text.startswith("http") else None
        yield Match(start, line.end, Embed("telegram", handle=found["handle"], text=text, url=url))


_PLATFORMS: Final = (
    ("youtube", r"(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?|embed/|shorts/|live/)|youtu\.be/)\S+"),
    ("instagram", r"(?:www\.)?(?:instagram\.com|instagr\.am)/(?:\w[\w.]*/)?(?:p|reel|tv)/\S+"),
    (
        "facebook",
        r"(?:www\.|m\.|web\.)?(?:facebook\.com/(?:[^\s/]+/(?:posts|videos|photos)/|watch|reel/|permalink|story\.php|video\.php|photo\.php)\S+|fb\.watch/\S+)",
    ),
    ("tiktok", r"(?:www\.|vm\.|m\.)?tiktok\.com/(?:@[\w.]+/video/)?\w+\S*"),
    ("telegram", r"t\.me/(?:s/)?\w+/\d+\S*"),
    ("vk", r"(?:m\.)?vk\.com/(?:wall|video|clip)[\w\-]+\S*"),
    ("truthsocial", r"truthsocial\.com/@\w+/(?:posts/)?\d+\S*"),
    ("bluesky", r"bsky\.app/profile/[^\s/]+/post/\w+\S*"),
    ("threads", r"(?:www\.)?threads\.(?:net|com)/@[\w.]+/post/\S+"),
    ("rumble", r"rumble\.com/(?:embed/)?v\w+\S*"),
    ("vimeo", r"(?:player\.|www\.)?vimeo\.com/(?:video/)?\d+\S*"),
    ("dailymotion", r"(?:www\.)?(?:dailymotion\.com/(?:embed/)?video|dai\.ly)/\w+\S*"),
)
_BARE_HOST = re.compile(r"(?:www\.|pic\.)?(instagram|twitter|facebook|tiktok|threads|x)\.com")
_HOSTS: Final = {"x": "twitter"}
_POST_URL = re.compile("https?://(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PLATFORMS) + ")")


def url_line(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find lines that are nothing but the URL of a post or video, or a platform's address that a frame left behind."""
    for line in lines:
        if len(line.text) < 20 and (bare := _BARE_HOST.fullmatch(line.text)) and 0 < line.index < len(view.lines) - 1:
            yield Match(line.start, line.end, Embed(_HOSTS.get(bare[1], bare[1])))
        if line.text[:4] == "http" and (found := _POST_URL.fullmatch(line.text)):
            yield Match(line.start, line.end, Embed(found.lastgroup or "", url=line.text))
