"""Find the encoding of bytes that are no UTF-8: several candidates read a sample, and the evidence decides.

First the mojibake that each would leave, then what was declared, then how much the text looks like a language: what the
language model thinks of it, less what does not belong in that language's writing. Among equals habit decides.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from ftfy.badness import badness

from cleaners import charsets
from cleaners.language import detect
from cleaners.model import Encoding, EncodingCandidate

DEFAULT: Final = "windows-1252"

_SAMPLE: Final = 20_000  # bytes that the candidates are compared on
_CLOSE_LOOK: Final = 2_000  # characters of it that are looked at one by one
_MARKUP: Final = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^<>]*>|&#?\w+;", re.IGNORECASE | re.DOTALL)
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_ASCII_LETTER: Final = re.compile(rb"[A-Za-z]")

_LATIN: Final = (DEFAULT, "windows-1250", "windows-1254", "windows-1257", "iso-8859-2", "windows-1258", "macintosh")
_CYRILLIC: Final = ("windows-1251", "koi8-r", "koi8-u", "ibm866")
_OTHER: Final = (*_CYRILLIC, "windows-1253", "windows-1256", "windows-1255", "windows-874")
_ASIAN: Final = ("shift_jis", "euc-jp", "gb18030", "big5", "euc-kr")
_DENSE: Final = 0.5  # share of non-ASCII bytes among the letters; words in Latin letters stay below

_MANY: Final = 24  # non-ASCII bytes that byte statistics need

_MOSTLY: Final = 4  # UTF-8 with one sequence in so many broken is still UTF-8
_NOISE: Final = 50  # one odd pair in so many non-ASCII bytes says nothing against a candidate
_PUNCTUATION: Final = frozenset("‘’“”„‚«»‹›–—…·•°§€£©®™¿¡№\xa0\xad、。，．「」『』（）：；！？・ー\u3000、،؛؟")

_HAN: Final = "\u3400-\u9fff"
_KANA: Final = "\u3041-\u30ff"
_ARABIC: Final = "\u0621-\u06ff\u200c"
_RUSSIAN: Final = "а-яё"
_EXPECTED: Final = {
    language: re.compile(f"[{letters}]", re.IGNORECASE)
    for language, letters in {
        "en": "àâäçéèêëïíóôöñüáã",
        "fr": "àâæçéèêëîïôœùûüÿ",
        "de": "äöüßéàè",
        "es": "áéíóúñüàç",
        "pt": "áâãàçéêíóôõúü",
        "it": "àèéìíîòóùú",
        "ca": "àçéèíïóòúü",
        "nl": "áäèéëïóöü",
        "sv": "åäöéàü",
        "da": "åæøéäöü",
        "no": "åæøéòôäöü",
        "fi": "åäöšžé",
        "is": "áðéíóúýþæö",
        "et": "äõöüšž",
        "lt": "ąčęėįšųūž",
        "lv": "āčēģīķļņšūž",
        "pl": "ąćęłńóśźżé",
        "cs": "áčďéěíňóřšťúůýžöü",
        "sk": "áäčďéíĺľňóôŕšťúýž",
        "sl": "čšžćđéö",
        "hr": "čćđšž",
        "bs": "čćđšž",
        "sh": "čćđšž",
        "hu": "áéíóöőúüű",
        "ro": "ăâîșşțţ",
        "tr": "çğıİöşüâîû",
        "az": "çğıİöşüə",
        "ru": _RUSSIAN,
        "bg": _RUSSIAN,
        "be": _RUSSIAN + "ўі",
        "uk": "а-щьюяєіїґ",
        "sr": "а-шђјљњћџčćđšž",
        "mk": "а-шѓѕјљњќџѐѝ",
        "el": "α-ωάέήίόύώϊϋΐΰ",
        "he": "א-ת",
        "ar": _ARABIC,
        "fa": _ARABIC,
        "ur": _ARABIC,
        "th": "\u0e01-\u0e4d",
        "zh": _HAN,
        "ja": _HAN + _KANA,
        "ko": "\uac00-\ud7af" + _HAN,
    }.items()
}


class _Reading(NamedTuple):
    candidate: EncodingCandidate
    text: str


def detect_encoding(data: bytes, declared: str | None = None) -> Encoding:
    """Return the encoding that leaves the least mojibake, with all that were considered; never fails.

    ``declared`` is a canonical name (:func:`cleaners.charsets.canonical`); it wins among equals. An Asian encoding is
    not even considered for a text of Latin words, unless declared.
    """
    sample = _sample(data)
    broken = _read(sample, "utf-8", "utf-8")
    lost = broken.text.count("\ufffd")
    if sum(not character.isascii() for character in broken.text) > _MOSTLY * lost:
        return Encoding("utf-8", "utf-8", candidates=(broken.candidate,))  # no other encoding looks like it by chance
    high = len(_HIGH.findall(sample))
    dense = high > _DENSE * (high + len(_ASCII_LETTER.findall(sample)))
    readings = [_read(sample, name, source) for name, source in _proposals(sample, declared, dense=dense).items()]
    limit = min(reading.candidate.badness for reading in readings) + high // _NOISE
    finalists = [reading for reading in readings if reading.candidate.badness <= limit]
    best = finalists[0]
    if best.candidate.source != "declared":
        # max takes the first of equals, and the proposals stand in order of habit
        best = max(finalists, key=lambda reading: _promise(reading, trusted=dense and high >= _MANY))
    return Encoding(best.candidate.name, best.candidate.source, candidates=tuple(r.candidate for r in readings))


def _proposals(sample: bytes, declared: str | None, *, dense: bool) -> dict[str, str]:
    """Return the names to try with who proposes them, the most trusted first."""
    detected = _ask_detector(sample)
    proposals = {declared: "declared"} if declared else {}
    habit = (*_OTHER, *_ASIAN, *_LATIN) if dense else (*_LATIN, *_OTHER)
    for name in habit:
        proposals.setdefault(name, "detector" if name == detected else "fallback")
    if detected and (dense or detected not in _ASIAN):
        proposals.setdefault(detected, "detector")
    return proposals


def _ask_detector(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    match = from_bytes(sample).best()
    return charsets.canonical(match.encoding) if match else None


def _read(sample: bytes, name: str, source: str) -> _Reading:
    text = charsets.read(sample, name, whole=False)
    return _Reading(EncodingCandidate(name, source, badness(text) + 2 * text.count("\ufffd")), text)


def _promise(reading: _Reading, *, trusted: bool) -> float:
    # byte statistics know Asian and Cyrillic encodings, but mislead where most letters are ASCII or all are few
    bonus = 0.3 if trusted and reading.candidate.source == "detector" else 0.0
    return round(_plausibility(reading.text) + bonus, 1)


def _plausibility(text: str) -> float:
    """Return how much ``text`` looks like written language: 0 not at all, 1 perfectly."""
    code, score = detect(text)
    expected = _EXPECTED.get(code or "")
    foreign = odd = 0
    previous = " "
    for character in text[:_CLOSE_LOOK]:
        if not character.isascii():
            foreign += 1
            if expected and expected.match(character):
                odd += previous.islower() and character.isupper()
            elif character.isalpha():
                odd += bool(expected) or (previous.isalpha() and _script(previous) != _script(character))
            else:
                odd += character not in _PUNCTUATION
        elif character.isalpha() and not previous.isascii() and previous.isalpha():
            odd += _script(previous) != "LATIN"
        previous = character
    return (score or 0.5) * (1 - min(1.0, odd / max(1, foreign)))


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ", 1)[0]


def _sample(data: bytes) -> bytes:
    """Return the first lines that are not plain ASCII, without markup."""
    lines, length = [], 0
    for line in _MARKUP.sub(b" ", data[: 20 * _SAMPLE]).split(b"\n"):
        if not line.isascii():
            lines.append(line[: _SAMPLE - length])
            length += len(lines[-1]) + 1
            if length >= _SAMPLE:
                break
    return b"\n".join(lines) or data[-_SAMPLE:]
