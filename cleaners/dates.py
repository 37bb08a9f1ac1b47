"""Read printed dates: ISO text and precision out of what news pages and articles print.

Nothing here looks at a clock; whoever knows a bound (the day a page was crawled) passes it.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from cleaners.knowledge.months import MONTH_NUMBERS
from cleaners.model import DateCandidate

EARLIEST: Final = date(1990, 1, 1)
"""News on the web is not older; earlier dates are what an article is about."""

LATEST: Final = date(2100, 1, 1)
"""A bound for pages whose crawl date nobody knows; fixed, so that a run today and one next year agree."""

_LONGEST = 160  # a printed date with its labels; longer strings are prose

_MONTH = "(?P<month>" + "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True)) + r")(?!\w)\.?"
_DAY = r"(?<![\d.,:/])(?P<day>\d{1,2})(?!\d)"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|°|\.|:e)?"
_OF = r"(?:\s*,?\s*(?:de|del|of|d[’']|-|/|năm)?\s*)"

# Tried in this order; the first that gives a possible day wins.
_DATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d.])(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
        r"(?<![\d.])(?P<year>\d{4})(?P<number>\d\d)(?P<day>\d\d)(?=t\d{4}|\s|$)",
        r"(?<![\d.])(?P<year>\d{4})(?P<mark>[./])\s?(?P<number>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})\s?[年년]\s?(?P<number>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        rf"{_DAY}{_ORDINAL}{_OF}{_MONTH}{_OF}{_YEAR}",
        rf"(?<!\w){_MONTH}\s*{_DAY}{_ORDINAL}{_OF}{_YEAR}",
        rf"(?<!\w){_MONTH}\s+{_DAY}\s+\d\d?:\d\d(?::\d\d)?\s+(?:[+-]\d{{4}}\s+|[a-z]{{3,4}}\s+)?{_YEAR}",
        rf"(?<!\d){_YEAR}\.?\s+{_MONTH}\s+{_DAY}",
        r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second>\d{1,2})(?P=mark)\s?(?P<year>\d{4}|\d\d)(?![\d/])",
    )
)
_MONTHS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?<!\d\s){_MONTH}{_OF}{_YEAR}",
        r"^(?P<year>\d{4})-(?P<number>\d\d)$",
        r"^(?P<year>\d{4})$",
    )
)
_TIME = re.compile(
    r"(?<![\d.:/-])(?P<hour>\d{1,2})(?:(?P<mark>[:.h])(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r"(?!\d)(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?P<clock>\s?(?:uhr|h)\b)?"
    r"\s?(?P<zone>z\b|(?:utc|gmt)?\s?[+-]\d\d:?\d\d(?!\d)|utc\b|gmt\b)?"
)


class _Clock(NamedTuple):
    """A time of day as ISO text, and whether it tells seconds."""

    text: str
    precision: str


def parse(
    raw: str, *, month_first: bool = False, earliest: date = EARLIEST, latest: date = LATEST
) -> tuple[str, str] | None:
    """Return ISO 8601 text and precision of the one date that ``raw`` prints, or None.

    ``precision`` is ``year``, ``month``, ``day``, ``minute`` or ``second``. A time keeps the offset printed with it
    and is never moved to another zone. ``month_first`` reads 03/04/2020 as the fourth of March; without it the
    day comes first unless that is impossible. None is the answer for two different dates, for a day outside
    ``earliest`` to ``latest``, and for anything that needs a clock (*yesterday*).

    >>> parse("May 8, 2018"), parse("15 oct 2024 - 08:22")
    (('2018-05-08', 'day'), ('2024-10-15T08:22', 'minute'))
    >>> parse("le 27 mars 2020 à 9h21"), parse("27/03/2020"), parse("Juni 2019")
    (('2020-03-27T09:21', 'minute'), ('2020-03-27', 'day'), ('2019-06', 'month'))
    >>> parse("two hours ago") is None
    True
    """
    if len(raw) > _LONGEST:
        return None
    text = _simplify(raw)
    found = _find_day(text, month_first=month_first)
    if found:
        day, (start, end) = found
        if not earliest <= day <= latest:
            return None
        before, after = text[:start], text[end:]
        if _conflicts(before, day, month_first) or _conflicts(after, day, month_first):
            return None
        inside = text[start:end] if ":" in text[start:end] else ""  # the "21.10" of a date is no time
        clock = _find_time(after.removeprefix("t")) or _find_time(before) or _find_time(inside)
        return (f"{day.isoformat()}T{clock.text}", clock.precision) if clock else (day.isoformat(), "day")
    return _find_month(text, earliest, latest)


def _simplify(raw: str) -> str:
    """Lower case, plain spaces, composed characters; İ becomes a plain i so that Turkish names are found."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", raw).lower()).replace("i\u0307", "i")
    return " ".join(text.split())


def _find_day(text: str, *, month_first: bool) -> tuple[date, tuple[int, int]] | None:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            day = _to_day(match.groupdict(), month_first=month_first)
            if day:
                return day, match.span()
    return None


def _to_day(parts: dict[str, str | None], *, month_first: bool) -> date | None:
    year = int(parts["year"] or 0)
    if first := parts.get("first"):
        day, month = int(first), int(parts["second"] or 0)
        if month > 12 or (month_first and day <= 12):
            day, month = month, day
        if year < 100:
            year += 2000 if year < 70 else 1900
    else:
        day = int(parts["day"] or 0)
        month = MONTH_NUMBERS[name] if (name := parts.get("month")) else int(parts["number"] or 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _conflicts(text: str, day: date, month_first: bool) -> bool:
    """Tell whether the rest of the string prints another day."""
    other = _find_day(text, month_first=month_first)
    return other is not None and other[0] != day


def _find_month(text: str, earliest: date, latest: date) -> tuple[str, str] | None:
    for pattern in _MONTHS:
        if match := pattern.search(text):
            parts = match.groupdict()
            year, name, number = int(parts["year"]), parts.get("month"), parts.get("number")
            month = MONTH_NUMBERS[name] if name else int(number or 0)
            if not earliest.year <= year <= latest.year or month > 12 or (number and not month):
                return None
            if not month:
                return f"{year:04}", "year"
            inside = (earliest.year, earliest.month) <= (year, month) <= (latest.year, latest.month)
            return (f"{year:04}-{month:02}", "month") if inside else None
    return None


def _find_time(text: str) -> _Clock | None:
    for match in _TIME.finditer(text):
        if not (match["mark"] or match["half"] or match["clock"]):
            continue  # a bare number
        hour, minute, second = int(match["hour"]), int(match["minute"] or 0), match["second"]
        if match["half"]:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if match["half"] == "p" else 0)
        if hour > 23 or minute > 59 or int(second or 0) > 59:
            continue
        clock = f"{hour:02}:{minute:02}" + (f":{int(second):02}" if second else "") + _offset(match["zone"])
        return _Clock(clock, "second" if second else "minute")
    return None


def _offset(zone: str | None) -> str:
    """Return a printed zone as an ISO offset; zones known by letters only (ET, CEST) say too little and give none."""
    if not zone:
        return ""
    digits = re.sub(r"\D", "", zone)
    if not digits:
        return "Z"
    sign = "-" if "-" in zone else "+"
    return f"{sign}{digits[:2]}:{digits[2:]}" if int(digits[:2]) <= 14 else ""


_URL_DAYS: Final = (
    re.compile(r"/(?P<year>\d{4})/(?P<month>\d{1,2}|[a-z]{3,9})/(?P<day>\d{1,2})(?=[/_.-]|$)"),
    re.compile(r"(?<!\d)(?<!\d[.-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!-?\d)"),
    re.compile(r"/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=/|$)"),
)
_URL_MONTH = re.compile(r"/(?P<year>\d{4})/(?P<month>\d\d|[a-z]{3,9})(?=/(?!\d{1,2}(?:/|$)))")
_URL_TRAP = re.compile(r"/doi(?:/|$)|/10\.\d{4,}(?:/|$)|/uploads/")  # DOIs, and WordPress' month of an upload


def url_date(url: str, *, earliest: date = EARLIEST, latest: date = LATEST) -> DateCandidate | None:
    """Return the date in a URL's path: a day (sure), or year and month (less so).

    A DOI, a longer number that merely starts like a date, and a day outside the bounds give None.

    >>> url_date("https://example.org/2018/05/08/flood").date
    '2018-05-08'
    >>> url_date("https://example.org/news/item-201805081234") is None
    True
    """
    try:
        path = unquote(urlsplit(url).path).lower()
    except ValueError:
        return None
    if _URL_TRAP.search(path):
        return None
    for pattern in _URL_DAYS:
        for match in pattern.finditer(path):
            month = _url_month(match["month"])
            day = _to_day({"year": match["year"], "number": str(month), "day": match["day"]}, month_first=False)
            if day and earliest <= day <= latest:
                return DateCandidate(day.isoformat(), "day", "url", 0.85, match[0].strip("/"))
    if found := _URL_MONTH.search(path):
        year, month = int(found["year"]), _url_month(found["month"])
        if 1 <= month <= 12 and (earliest.year, earliest.month) <= (year, month) <= (latest.year, latest.month):
            return DateCandidate(f"{year:04}-{month:02}", "month", "url", 0.6, found[0].strip("/"))
    return None


def _url_month(text: str) -> int:
    return int(text) if text.isdecimal() else MONTH_NUMBERS.get(text, 0)


def last_day(crawl_date: str | None) -> date:
    """Return the latest day that a page crawled on ``crawl_date`` can name: a day more, as clocks east are ahead.

    Without a crawl date, or with one that cannot be read, it is :data:`LATEST`.

    >>> last_day("2020-03-27T21:00:00Z"), last_day(None)
    (datetime.date(2020, 3, 28), datetime.date(2100, 1, 1))
    """
    found = parse(crawl_date) if crawl_date else None
    if not found or len(found[0]) < 10:
        return LATEST
    return date.fromisoformat(found[0][:10]) + timedelta(days=1)
