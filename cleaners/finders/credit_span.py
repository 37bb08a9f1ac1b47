"""Where credits stand in a line: at its end, at its head, or inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import re2

from cleaners.finders.credit_forms import bracketed, institution, pair, platform, uncoloned
from cleaners.finders.credit_text import (
    ALONE,
    GIVEN_BY_WORD,
    LONGEST,
    PICTURE_WORD,
    SPACE,
    WIRES,
    bound,
    owned,
    plausible,
    read,
    signed,
    without_label,
)
from cleaners.knowledge.agencies import agency
from cleaners.knowledge.credit_labels import PLAIN_OWNERS, STOCK
from cleaners.knowledge.names import has_given_name
from cleaners.model import Credit

_OPEN_LABEL = re2.compile(
    rf"(?i)(?P<colon>(?:{PICTURE_WORD}){SPACE}*[:：]{SPACE}?)|(?P<by>(?:{GIVEN_BY_WORD})(?:{SPACE}*[:：])?{SPACE})"
    rf"|(?P<sign>©\x{{fe0f}}?{SPACE}?)"
)
_STRONG = re.compile(r"/|\||¦|\s(?:via|tramite)\s")
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_WORD = re.compile(r"[^\s/|,;()]+")
_BREAK = re.compile(
    r"[.!?…”\"»’)\]](?:\s+(?:[|–—]\s+)?|(?=[^\W\d_a-z]))|\s[|–—]\s|\s-\s|\s{2,}|(?i:(?:toggle|hide) caption|this image"
    r"|previous next)\s"
)
_NAME = r"[^\W\d_a-z][^\s/|()]*"
_NAMES = re.compile(rf"{_NAME}(?:[ \u00a0](?:{_NAME}|of|the|de|van|von|for|da|al|bin)){{0,5}}")
_TIE = re.compile(r"\s?[/|]\s?|\svia\s|\stramite\s|\s-\s(?=Getty)|-(?=USA TODAY|Imagn)")
_SUFFIX = re.compile(
    r"\s+(?:buy (?:this )?photo|more|hide caption|toggle caption|enlarge(?: image)?|close|expand|share"
    r"|\d{1,2} of \d{1,2}|"
    r"(?:image|photo|slide) \d{1,2} (?:of|/) \d{1,2}|read more related articles|view full size image|view gallery"
    r"|copy)\s*$",
    re.IGNORECASE,
)
_STOCK = re.compile(STOCK, re.IGNORECASE)
_SOURCE = re.compile(r"(?:Source|Quelle|Fuente|Fonte|Nguồn|Источник|Credit|Photo|Foto)\s?:?\s+(?=\S)")
_CREDIT = re.compile(
    r"\s(Credit\s+(?!Suisse|Union|Agricole|Card|Score|Default|Bureau|Control|Rating|Risk|Lyonnais|Unions"
    r"|Cards)[^\W\d_a-z][^:;!?]{2,80})$"
)
_AFTER_BAR = re.compile(r"(?<=[.!?…”\"»\d])\s+[/|]\s?([^\W\d_][^/|().]{1,30})$")
_BEFORE_BRACKET = re.compile(r"(?<=[.!?…”\"»] )([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,3}) $")
_BARE = re.compile(r"(?<=[.!?…”\"»] )((?:The )?[^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+){0,2})\.?$")
_PAIR = re.compile(
    r"(?<=[.!?…”\"»])\s+([^\W\d_a-z][^.!?/]{4,40} ?/ ?[^\W\d_a-z][^.!?/]{1,40}(?:\.(?:com|org|net|de))?)$"
)
_BARRED = re.compile(
    r"(?<= [|] )(AP Photo|Getty(?: Images)?|AFP|AP(?! Photo)|Reuters|Shutterstock|iStock)(?= [A-Z\d“\"‘'])"
)
_FOR = re.compile(
    r"(?<=[.!?…”\"»])\s+([^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]+){1,3} for (?:The |the )?([A-Z][^.!?/]{3,40}))$"
)
_OUTLET = re.compile(
    r"\b(?:News|Times|Post|Tribune|Chronicle|Courier|Herald|Gazette|Star|Sun|Journal|Press|Record|Register|Daily|Mail"
    r"|Telegraph|Observer|Review|Guardian|Independent|Express|Standard|Sentinel|Bee|Dispatch|Democrat|Republican|Globe"
    r"|Examiner|Enquirer|Inquirer|Free|Ledger|Mercury|Argus|Echo|Media|Radio|TV|Zeitung|Kurier|Anzeiger|Bote|Presse)\b"
)
_PLAIN = re.compile(r"(?<=[.!?…”\"»|])\s+((?:Bild|Fotos?|Photos?|Image|Ảnh|Hình|Beeld|Fotó|Фото)\s[^.!?]{4,80})$")
_SHOUTED = re.compile(r"(?<=[.!?”\"] )([A-Z][A-Z.,'’& -]{3,60}) ?/ ?([A-Z][A-Z.'’& -]{2,40})(?= [A-Z][a-z]|\s*$)")
_INITIAL = re.compile(r"\b[^\W\d_a-z]\.\s*$")
_NEXT = re.compile(r"\.?\s+[\"“‘«„(]?[^\W\d_a-z]|\.?\s*$")
_ADDRESS = re.compile(
    rf"(?:{_NAME}(?: {_NAME}){{0,3}}, )?(?:www\.)?[\w-]+\.(?:com|org|net|de|ru|fr|it|es|pl|co\.uk|gov)\b"
)
_STOPPED = re.compile(r"(?:[^\W\d_a-z][^\s.]*)(?: [^\W\d_a-z][^\s.]*){0,3}(?=\.\s)")
_NEWS_IN_BRACKETS = re.compile(
    r"(?:AP|AFP|EPA|PA|REUTERS|Reuters|EFE|ANSA|ANI|PTI|AAP|Xinhua|XINHUA|dpa|NTB|TT|ANP|Belga|PAP|LUSA|Lusa|SWNS)"
)


class Tail(NamedTuple):
    """A credit at the end of a line: where it starts, what it says, and whether it can be nothing else."""

    start: int
    credit: Credit
    sure: bool


@lru_cache(maxsize=64)
def tail(text: str) -> Tail | None:
    """Find the credit that a line ends with, if there is one.

    >>> tail("The bridge on Monday. Jane Roe/Getty Images")[0]
    22
    >>> tail("The mayor left (Photo: Reuters)").credit.agency
    'Reuters'
    >>> tail("He painted a clear picture: nobody cares") is None
    True
    """
    suffix = _SUFFIX.search(text, max(0, len(text) - 40))
    text = text[: suffix.start()] if suffix else text
    end = len(text) - (text[-1:] == "." and text[-2:-1] in _BRACKETS)
    if text[end - 1 : end] in _BRACKETS and (found := _bracket_tail(text, end)):
        return found if found.sure else _label_tail(text) or found
    return _label_tail(text) or _agency_tail(text) or _credit_tail(text) or _plain_tail(text) or _bare_tail(text)


def head(text: str) -> int:
    """Where the credit ends that a text begins with (name and agency, tied together); 0 if there is none.

    >>> text = "Drew Roe / Getty Images Monica Doe speaks in Rome"
    >>> text[:head(text)]
    'Drew Roe / Getty Images'
    """
    position = 0
    agency_first = False
    for _ in range(5):
        words = _NAMES.match(text, position)
        if not words:
            return 0
        tie = _TIE.match(text, words.end())
        if tie and not agency(text[position : words.end()]):
            position = tie.end()
            continue
        end = _agency_end(text, position, words.end())
        if not end and agency_first:  # "AP Photo / Jane Roe": a name has two words
            return position + len(" ".join(text[position : words.end()].split(" ")[:2]))
        if not end:
            return 0
        agency_first = agency_first or not position
        tie = _TIE.match(text, end)
        if not tie:
            return end if position else 0
        position = tie.end()
    return 0


@lru_cache(maxsize=64)  # captions and credits ask for the same lines, and the next round does again
def inside(text: str) -> tuple[tuple[int, int, Credit], ...]:
    """Credits that stand in the middle of a line: in brackets, or between two sentences (often glued to the first)."""
    end = 0
    kept = []
    for found in sorted(_inside(text), key=lambda found: (found[0], -found[1])):
        if found[0] >= end:
            kept.append(found)
            end = found[1]
    return tuple(kept)


def _inside(text: str) -> Iterator[tuple[int, int, Credit]]:
    for match in re.finditer(r"\(\s?[^()\n]{4,120}\)|\[[^\[\]\n]{4,120}\]", text):
        inner = match.group()[1:-1].strip()
        _, labelled = without_label(inner)
        credit = read(match.group())
        if credit and (labelled or (_STRONG.search(inner) and credit.agency)):
            yield match.start(), match.end(), credit
    tied = _STRONG.search(text) is not None
    for start in [0, *(match.end() for match in _BREAK.finditer(text))] if tied else ():
        if (
            start < len(text)
            and _STRONG.search(text, start, start + 60)
            and not _INITIAL.search(text[max(0, start - 5) : start])
        ):
            end = start + head(text[start : start + 120])
            if end > start and _NEXT.match(text, end):
                credit = signed(text[start:end], text[start:end])
                if credit:
                    yield start, end, credit
    for match in _BARRED.finditer(text) if tied else ():
        yield match.start(1), match.end(), Credit(match[1], None, agency(match[1]))
    for match in _SHOUTED.finditer(text) if tied else ():
        yield match.start(), match.end(), Credit(match[0], match[1], match[2])
    for label in _labels(text, 0):
        before = text[: label.start].rstrip()
        if not text[label.start].islower():
            end = _owner_end(text, label.end)
            credit = read(text[label.start : end]) if end and _NEXT.match(text, end) else None
            if credit and (not before or before[-1] in '.!?…”"»)' or (credit.agency and agency(credit.agency))):
                yield label.start, end, credit


class _Label(NamedTuple):
    """A word that may label a credit; ``kind`` is ``colon``, ``by`` or ``sign``."""

    start: int
    end: int
    kind: str


def _labels(text: str, start: int) -> Iterator[_Label]:
    """The labels in the text from ``start`` on."""
    for match in _OPEN_LABEL.finditer(text[start:]):
        first = start + match.start()
        if not (first and text[first - 1].isalnum()):
            kind = next(name for name in ("colon", "by", "sign") if match.group(name) is not None)
            yield _Label(first, start + match.end(), kind)


def _owner_end(text: str, start: int) -> int:
    """Where the name ends that follows a label in the middle of a line: at an agency, a web address, or a full stop."""
    sign = re.match(r"©\s*", text[start : start + 3])
    start += sign.end() if sign else 0
    if end := head(text[start : start + 120]):
        return start + end
    if match := _ADDRESS.match(text, start) or _STOPPED.match(text, start):
        return match.end()
    word = re.match(r"[^\W\d_]+", text[start : start + 30])
    if word and word[0].lower() in PLAIN_OWNERS:
        return start + word.end()
    names = _NAMES.match(text, start)
    end = _agency_end(text, start, names.end()) if names else 0
    return 0 if _TIE.match(text, end) or text[end : end + 6] == " Photo" else end


def _agency_end(text: str, start: int, end: int) -> int:
    """The end of the longest agency name that begins at ``start``, 0 if none does."""
    words = [start + match.end() for match in re.finditer(r"\S+", text[start:end])]
    return next((stop for stop in reversed(words[:4]) if agency(text[start:stop])), 0)


def _bracket_tail(text: str, end: int) -> Tail | None:
    start = text.rfind(_BRACKETS[text[end - 1]], max(0, end - LONGEST), end)
    if text[end - 2 : end] == "))" and start > 0:
        start = text.rfind("(", max(0, end - LONGEST), start)
    if start < 0:
        return None
    if text[:start].rstrip()[-1:] == ")" and (before := text.rfind("(", 0, start)) >= 0:  # "(Jane Roe/AP) (AP)"
        first = read(text[before:start])
        if first and agency(text[start + 1 : end - 1]):
            return Tail(before, first._replace(raw=text[before:end]), sure=True)
    inner = text[start + 1 : end - 1].strip()
    raw = text[start:end]
    named = _BEFORE_BRACKET.search(text, max(0, start - 60), start) if agency(inner) else None
    if named and has_given_name(named[1]):
        return Tail(named.start(1), Credit(text[named.start(1) : end], named[1], agency(inner)), sure=True)
    _, labelled = without_label(inner)
    if labelled and (credit := read(raw) or _nobody(raw, inner)):
        return Tail(start, credit, sure=True)
    if _STOCK.fullmatch(inner):
        return Tail(start, Credit(raw), sure=True)
    if found := bracketed(inner, raw):
        return Tail(start, found, sure=True)
    credit = signed(raw, inner)
    ended = text[:start].rstrip()[-1:] in '.!?…”"»'
    if credit:
        if credit.photographer or _STRONG.search(inner):
            return Tail(start, credit, sure=True)
        if bound(inner, credit) or _NEWS_IN_BRACKETS.fullmatch(inner):
            return None if _spells_out(text[:start], inner) else Tail(start, credit, sure=bound(inner, credit))
    if (
        ended
        and re.fullmatch(r"[^\W\d_a-z][^\s/]*(?: [^\W\d_a-z][^\s/]*){1,3} ?/ ?[^\W\d_a-z@][^/()]{2,60}", inner)
        and plausible(inner)
        and (not inner.isupper() or has_given_name(inner))
    ):
        return Tail(start, owned(raw, inner), sure=True)
    if (ended and institution(inner)) or (platform(inner) and len(text[:start].split()) > 2):
        return Tail(start, Credit(raw, None, inner), sure=True)
    return None


def _nobody(raw: str, inner: str) -> Credit | None:
    """A label in brackets whose name was lost: ``(Photo: .)``."""
    owner, _ = without_label(inner + " ")
    return None if any(map(str.isalnum, owner)) or ":" not in inner else Credit(raw)


def _spells_out(before: str, short: str) -> bool:
    """``The Associated Press (AP)``: the bracket abbreviates the words before it."""
    words = re.findall(r"[^\W_]+", before)[-len(short) - 1 :]
    initials = "".join(word[0] for word in words if word[0].isupper()).lower()
    return initials.endswith(short.lower()) or (bool(words) and words[-1].lower() == short.lower())


def _label_tail(text: str) -> Tail | None:
    window = max(0, len(text) - LONGEST)
    best: Tail | None = None
    for label in _labels(text, window):
        start = label.start
        if best or start == 0:
            break
        before = text[:start].rstrip()
        word = text[start : label.end].rstrip()
        lone = before[-1:] in '.!?…”"»)|–—-,:;/]' or text[start - 2 : start] == "  "
        if word[0].islower() and not (lone and before[-1:] != ",") and "credit" not in word.lower():
            continue
        if label.kind == "by" and word[-1] not in ":：" and not (lone and before[-1:] not in ",:;"):
            continue
        credit = read(text[start:])
        if credit and (label.kind != "sign" or len(text) - start < 70):
            opened = text[start - 1] in "|–—-" or text[start - 1].isspace()
            best = Tail(start, credit, sure=True) if opened or lone else None
    return best


def _credit_tail(text: str) -> Tail | None:
    """The word Credit without a colon, and a name: ``… at home in Elm. Credit Ida Falk for The Elm Courier``."""
    match = _CREDIT.search(text, max(0, len(text) - 100))
    if not match or text[: match.start()].rstrip()[-1:] in ",;:":
        return None
    owner = match[1][len("Credit") :].strip()
    if not plausible(owner) or not all(
        word[0].isupper() or word in ("for", "of", "the", "via", "and", "courtesy") for word in owner.split()
    ):
        return None
    return Tail(match.start(1), owned(match[1], without_label(owner)[0]), sure=True)


def _agency_tail(text: str) -> Tail | None:
    window = max(0, len(text) - 110)
    last = _WORD.findall(text[-40:])
    if not last or (not _STRONG.search(text, window) and not agency(last[-1]) and not agency(" ".join(last[-2:]))):
        return None
    for match in _BREAK.finditer(text, window):
        start = match.end()
        fragment = text[start:]
        if not 3 < len(fragment) <= 110 or (not fragment[0].isupper() and not agency(fragment.split("/")[0])):
            continue
        if _INITIAL.search(text[max(0, start - 5) : start]):  # not the end of a sentence
            continue
        source = _SOURCE.match(fragment)
        named = fragment[source.end() :] if source else fragment
        credit = signed(fragment, named)
        if credit and bound(named, credit):
            return Tail(start, credit, sure=True)
    return None


def _bare_tail(text: str) -> Tail | None:
    """The bare name of an agency behind a full stop, which also ends agency reports: ``… on Monday. Reuters``."""
    match = _BARE.search(text, max(0, len(text) - 40))
    name = agency(match[1]) if match else None
    if not match or not name or name in WIRES:
        return None
    if name not in ALONE and _INITIAL.search(text[: match.start(1)][-5:]):
        return None
    return Tail(match.start(1), Credit(match[1], None, name), sure=False)


def _plain_tail(text: str) -> Tail | None:
    """An agency behind a bar, or a label without a colon: ``… am Morgen. / EFE``, ``… am Morgen. Bild Jane Roe``."""
    match = _AFTER_BAR.search(text, max(0, len(text) - 40))
    if match and agency(match[1]):
        return Tail(match.start(1), Credit(match[1], None, match[1]), sure=True)
    match = _PAIR.search(text, max(0, len(text) - 80))
    if match and (_OUTLET.search(match[1]) or institution(match[1])) and (found := pair(match[1])):
        return Tail(match.start(1), found, sure=True)
    match = _FOR.search(text, max(0, len(text) - 90))
    if match and _OUTLET.search(match[2]) and has_given_name(match[1]):
        return Tail(match.start(1), owned(match[1], match[1]), sure=True)
    match = _PLAIN.search(text, max(0, len(text) - 90))
    found = uncoloned(match[1]) if match else None
    return Tail(match.start(1), found, sure=True) if match and found else None
