"""Embedded tweets and posts signed alike: with signature, as bare picture links, or as Twitter's own page shows them.

The signature is the sure sign; the hard part is where the quoted text begins. A quote that is a paragraph of its own is
taken whole; out of a longer line only what must belong to the post is taken (:mod:`cleaners.finders.quotes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleaners.dates import parse
from cleaners.finders.quotes import LONGEST, fits, has_cue, quote_start
from cleaners.model import Embed, Match
from cleaners.view import Line, View

_HANDLE = re.compile(r"[(（]\s?@\s?(?P<handle>[\w.\-]{1,40}(?:@[\w.\-]{3,40})?)\s?[)）]")
_MONTH = r"[^\s\d,.()*/]{2,20}"
_NUMBER = r"(?:\*(?:NUMBER|number)\*|\d{1,2})"
_YEAR = r"(?:\*(?:NUMBER|number)\*|\d{4})"
DAY: Final = (
    rf"(?:{_MONTH}\.? ?{_NUMBER}(?:st|nd|rd|th)?,? {_YEAR}"
    rf"|(?:ngày )?{_NUMBER}(?:\.|er|º|ª)?(?: de| tháng)? {_MONTH}[.,]?(?: de| del| năm)?,? {_YEAR}"
    r"(?: ?[гр]\.|\.(?=\s*$))?"
    r"|(?:ngày )?\d{1,2} tháng \d{1,2},?(?: năm)? \d{4}"
    rf"|\d{{1,2}} [Tt]háng {_MONTH}, \d{{4}}|[Tt]háng {_MONTH} \d{{1,2}}, \d{{4}}"
    rf"|\d{{4}}\. (?:gada \d{{1,2}}\. {_MONTH}|{_MONTH} \d{{1,2}}\.)|\d{{4}} m\. {_MONTH} \d{{1,2}} d\."
    r"|\d{4} ?[-/.年년] ?\d{1,2} ?[-/.月월] ?\d{1,2} ?[日일]?|\d{1,2}[./-]\d{1,2}[./-]\d{4})"
)
_AT = r"(?:at |um |à |a las |às |alle |om |kl\. ?|klo |pukul |o godz\. |в |о )?"
_CLOCK = rf"(?:,? {_AT}\d{{1,2}}[:.]\d\d(?: ?[APap]\.?[Mm]\b\.?)?)?"
_DATE = re.compile(rf"\s*(?:on |·|-)?\s*(?P<date>{DAY}{_CLOCK})")
_DASHES: Final = (re.compile(r"[—―]"), re.compile(r"–|--+"), re.compile(r"(?:^|(?<=\s)|(?<=[^\w\s]))-(?=\s|\S*$)"))
_BY = re.compile(r"(?i)(?:by|von|par|por|di|da|door|av|follow|reach|contact|tweet|e-?mail|twitter)\b")
_END_URLS = re.compile(r"(?:\s*(?:https?://)?(?:t\.co|pic\.(?:twitter|x)\.com)/\w+)+")
_STATUS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(?P<handle>\w+)/status(?:es)?/\d+\S*")
_BARE_END = re.compile(r"(?:pic\.(?:twitter|x)\.com|\bt\.co)/\w+(?:…|[^\w\s.,;:!?\"”’)<>]|\s)*\Z")
_PICTURE = re.compile(r"(?:(?:https?://)?t\.co/\w+\s*)*pic\.(?:twitter|x)\.com/\w+")
_BROKEN = re.compile(r"\s?[—–―-]\s?([^\s—–―-]{0,6}\.?)$")
_LONGEST_AUTHOR = 60
_ENDED = re.compile(r"[^\W\d_]{4}[.!?…]\s+(?=[^\W\d_a-zß-ÿ])")
"""Where a sentence ends, which it does not within a name."""
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][^\s@]*(?: [^\s@.!?]+){0,4}")
_TELEGRAM = re.compile(r"telegram|телеграм|\bt\.me/|в сво[её]м канале|telegram-kana")


class _Signature(NamedTuple):
    """Where a signature stands in its line, and what it says; ``broken``: its dash stands on the line before."""

    start: int
    end: int
    author: str | None
    handle: str
    date: str | None
    broken: bool = False


def posts(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find tweets (and posts signed alike elsewhere), bare picture links, and lines that are a status URL."""
    lines = [line for line in lines if "<a " not in line.text]
    signed: list[Match] = []
    for line in lines:
        for signature in _signatures(view, line):
            match = _signed(view, line, signature, signed[-1].end if signed else 0)
            if match:
                signed.append(match)
    yield from signed
    for line in lines:
        if not any(match.start < line.end and match.end > line.start for match in signed):
            floor = max((match.end for match in signed if match.end <= line.start), default=0)
            yield from _unsigned(view, line, floor)
        elif signed and any(line.start <= match.end < line.end for match in signed):
            floor = max(match.end for match in signed if match.end < line.end)
            if not any(match.start > floor and match.start < line.end for match in signed):
                yield from _unsigned(view, line, floor)


def _signatures(view: View, line: Line) -> Iterator[_Signature]:
    """The signatures in a line, left to right."""
    floor = 0
    for handle in _HANDLE.finditer(line.text):
        date = _DATE.match(line.text, handle.end())
        end = date.end() if date else handle.end()
        found = _author(view, line, floor, handle.start(), dated=bool(date), last=not line.text[end:].strip())
        if found is None:
            continue
        start, author, broken = found
        if urls := _END_URLS.match(line.text, end):
            end = urls.end()
        yield _Signature(start, end, author or None, handle["handle"], date["date"] if date else None, broken)
        floor = end


def _author(view: View, line: Line, floor: int, stop: int, *, dated: bool, last: bool) -> tuple[int, str, bool] | None:
    """Where the signature that ends at a handle begins, its author, and whether the dash stands on the line before.

    Without a dash a date must follow, and the name must stand alone or behind a link; without a date the quote must
    look like a post.
    """
    window = max(floor, stop - _LONGEST_AUTHOR - 12)
    before = line.text[window:stop]
    for pattern in _DASHES:
        dashes = list(pattern.finditer(before))
        if not dashes:
            continue
        author = before[dashes[-1].end() :].strip()
        if author[:1].islower() and _ENDED.search(author):  # the dash belongs to the text
            continue
        if not author or len(author) > _LONGEST_AUTHOR or author.startswith(">>"):
            continue
        if dated or (last and _looks_posted(view, line, window + dashes[-1].start())):
            return window + dashes[-1].start(), author, False
    if not dated:
        return None
    unmarked = list(_ENDED.finditer(before))
    if unmarked and _NAME.fullmatch(author := before[unmarked[-1].end() :].strip()):
        return window + unmarked[-1].end(), author, False
    links = list(_END_URLS.finditer(before))
    if links and (author := before[links[-1].end() :].strip()):
        return window + links[-1].end(), author, False
    author = line.text[:stop].strip()
    if floor or not line.index or len(author) > _LONGEST_AUTHOR or _BY.match(author):
        return None
    above = view.lines[line.index - 1].text
    if head := _BROKEN.search(above):
        return 0, f"{head[1]} {author}".strip(), True
    return (0, author, False) if author and has_cue(above) else None


def _looks_posted(view: View, line: Line, start: int) -> bool:
    """Whether what stands before an undated signature looks like a post."""
    quote = line.text[:start].strip()
    if not quote and line.index:
        quote = view.lines[line.index - 1].text
    return has_cue(quote[-320:])


def _signed(view: View, line: Line, signature: _Signature, floor: int) -> Match | None:
    """The post that a signature closes."""
    dash = line.start + signature.start
    end = line.start + signature.end
    if signature.broken:
        line = view.lines[line.index - 1]
        broken = _BROKEN.search(line.text)
        dash = line.start + (broken.start() if broken else len(line.text))
    if dash < floor:
        return None
    start = quote_start(view, line, dash, floor)
    text = view.text[start:dash].strip()
    url = None
    following = view.lines[line.index + 1 + signature.broken :][:1]
    if following and not view.text[end : following[0].start].strip() and _STATUS.fullmatch(following[0].text):
        url, end = following[0].text, following[0].end
    elif (hoisted := _hoisted(view, line, dash, text, end)) > end:
        text, end = f"{text}\n{view.text[end:hoisted]}", hoisted
    handle = signature.handle
    platform = "mastodon" if "@" in handle else "bluesky" if "." in handle else "twitter"
    unmarked = not any(pattern.match(view.text, dash) for pattern in _DASHES)
    if platform == "twitter" and unmarked and _TELEGRAM.search(view.lower, max(0, start - 250), end):
        platform = "telegram"
    lines_of_text = "\n".join(piece.strip() for piece in text.split("\n") if piece.strip())
    return Match(start, end, Embed(platform, signature.author, handle, iso(signature.date), lines_of_text or None, url))


def _hoisted(view: View, line: Line, dash: int, text: str, end: int) -> int:
    """Where a post ends whose signature was drawn up to its first paragraph: glued to it, a picture's link closes."""
    if not text or view.text[dash - 1].isspace():
        return end
    for below in view.lines[line.index + 1 : line.index + 7]:
        if "(@" in below.text or not fits(f"{text} {view.text[end : below.end]}"):
            break
        if _BARE_END.search(below.text):
            return below.end
    return end


def _unsigned(view: View, line: Line, floor: int) -> Iterator[Match]:
    """Posts without a signature: a status URL, a line that ends in a picture's link, or that link in a long line."""
    if status := _STATUS.fullmatch(line.text):
        yield Match(line.start, line.end, Embed("twitter", handle=status["handle"], url=line.text))
        return
    start = max(line.start, floor)
    rest = view.text[start : line.end]
    bare = _BARE_END.search(rest)
    if bare and fits(rest) and len(view.lines) > 1:
        first = quote_start(view, line, line.end, floor)
        yield Match(first, line.end, Embed("twitter", text=view.text[first : line.end].strip()))
        return
    for picture in _PICTURE.finditer(rest):
        stop = start + picture.end()
        first = quote_start(view, line, stop, max(floor, start))
        yield Match(first, stop, Embed("twitter", text=view.text[first:stop].strip()))
        floor = stop


def iso(printed: str | None) -> str | None:
    """The date as ISO text where it can be read, else as printed."""
    if not printed:
        return None
    read = parse(printed, month_first=True)
    return read[0] if read else printed


# A copied Twitter page: "Name @handle", the text, "11:22 PM - 19 Oct 2016", "4,101 Retweets 3,957 likes"
_STAMP = re.compile(rf"\d{{1,2}}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)? ?[-–·] ?(?P<date>{DAY})(?:\s*[-–·][^\n]{{0,60}})?")
_STAMP_LAST = re.compile(rf"(?P<date>{DAY}),? (?:at )?\d{{1,2}}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?")
_NAMED = re.compile(
    rf"(?P<author>[^@\n]{{0,60}}?)\s*[?✔✓]?\s*@(?P<handle>\w{{2,30}})"
    rf"(?:\s*·\s*(?P<date>{DAY}|[^\s\d]{{3,9}}\.? \d{{1,2}}))?"
)
_COUNTED = r"\b(?:retweets?|re-?truths|reposts|quote tweets|likes?|replies|views|people are talking about this)\b"
_COUNTS = re.compile(rf"(?i)(?:[\d.,km\s]*{_COUNTED}|twitter ads info(?:rmation)? and privacy|[\d.,km\s·])+")
_PROMPTS: Final = ("follow", "following", "folgen", "seguir", "suivre")
_PERSON = re.compile(r"(?:(?<=[.!?…”\"»)] )|^)(?P<author>[^\W\d_a-zß-ÿ][^@.!?]{1,40}?) ?[✔✓]? @(?P<handle>\w{2,30}) ")


def twitter_page(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find posts as their platform's own page shows them: name and handle first, then the text, time and counts."""
    for line in lines:
        if stamp := _STAMP.fullmatch(line.text):
            yield from _shown(view, line, stamp["date"], "twitter")
        elif len(line.text) > 60:
            yield from _shown_inside(line)


def truth_page(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Find posts as Truth Social's page shows them: like Twitter's, but with the date before the time."""
    for line in lines:
        if len(line.text) < 50 and (stamp := _STAMP_LAST.fullmatch(line.text)):
            for match in _shown(view, line, stamp["date"], "truthsocial"):
                said = match.value.text if isinstance(match.value, Embed) else None
                if said and said.count(" ") > 2 and len(view.text[: match.start].strip()) > 60:  # not a byline's box
                    yield match


def _shown(view: View, line: Line, date: str, platform: str) -> Iterator[Match]:
    """A post whose time is a line of its own."""
    above = view.lines[max(0, line.index - 6) : line.index]
    head = next((other for other in reversed(above) if _NAMED.fullmatch(other.text)), None)
    if not head:
        return
    named = _NAMED.fullmatch(head.text)
    assert named is not None
    text = "\n".join(other.text for other in view.lines[head.index + 1 : line.index])
    author = named["author"].strip() or None
    first = head
    if head.index:
        before = view.lines[head.index - 1]
        if not author and len(before.text) <= 50 and before.text[-1] not in '.!?:…"”':
            author, first = before.text.rstrip(" ✔✓"), before
        elif before.text.lower() in _PROMPTS:
            first = before
    end = line.end
    for below in view.lines[line.index + 1 : line.index + 4]:
        if not _COUNTS.fullmatch(below.text):
            break
        end = below.end
    yield Match(first.start, end, Embed(platform, author, named["handle"], iso(date), text or None))


def _shown_inside(line: Line) -> Iterator[Match]:
    """Posts with their time inside a longer line."""
    floor = 0
    for stamp in _STAMP_INSIDE.finditer(line.text):
        people = list(_PERSON.finditer(line.text, max(floor, stamp.start() - LONGEST - 80), stamp.start()))
        if not people or not fits(line.text[people[-1].end() : stamp.start()]):
            continue
        person = people[-1]
        counts = _COUNTS.match(line.text, stamp.end())
        end = len(line.text[: counts.end()].rstrip()) if counts else stamp.end()
        text = line.text[person.end() : stamp.start()].strip()
        floor = end
        value = Embed("twitter", person["author"].strip(), person["handle"], iso(stamp["date"]), text or None)
        yield Match(line.start + person.start(), line.start + end, value)


_STAMP_INSIDE = re.compile(rf"\b\d{{1,2}}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)? [-–·] (?P<date>{DAY})")
