"""Compare metadata that was read with metadata in the gold: dates, datelines, bylines, embeds, credits.

Gold values stand as printed; comparison knows months, states and the short names of agencies. Counts go into a
``Counter``: ``dateline:both|missed|extra`` for whether a value was there, ``dateline.place:right|asked`` for what it
said. A field that gold leaves empty is not asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.align import norm
from cleaners.knowledge.months import MONTH_NUMBERS
from cleaners.knowledge.regions import AU_STATES, BR_STATES, CA_PROVINCES, US_STATES

MONTHS = {norm(form).rstrip("."): number for form, number in MONTH_NUMBERS.items()}
STATES = {
    form: norm(name)
    for table in (AU_STATES, CA_PROVINCES, US_STATES)
    for name, forms in table.items()
    for form in (norm(name).replace(" ", ""), *map(str.casefold, forms.split()))
}
AGENCIES = {
    "ap": "associated press",
    "afp": "agence france-presse",
    "getty": "getty images",
    "upi": "united press international",
}

Values = dict[str, Any]
Compare = Callable[[Any, Any], bool]


def parse_date(text: str | None) -> tuple[int | None, int, int | None] | None:
    """Return year, month and day as far as they are printed; None where no month can be read.

    >>> parse_date("Published: Sept. 8, 2020 at 9:22 a.m."), parse_date("31 мая"), parse_date("2019-04-10T08:00")
    ((2020, 9, 8), (None, 5, 31), (2019, 4, 10))
    """
    plain = norm(text)
    if found := re.search(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})", plain):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.search(r"\b(\d{1,2})[./](\d{1,2})[./](\d{2,4})", plain):
        day, month, year = map(int, found.groups())
        if month > 12:  # American
            day, month = month, day
        return (year + 2000 if year < 100 else year), month, day
    years = re.search(r"\b(?:19|20)\d\d\b", plain)
    year_read = int(years[0]) if years else None
    if found := re.search(r"\b(\d{1,2}) tháng (\d{1,2})\b", plain):
        return year_read, int(found[2]), int(found[1])
    for word in sorted(re.findall(r"[^\W\d]+", plain), key=lambda word: word not in MONTHS):  # martedì is no March
        month = _month(word)
        if month:
            name = re.escape(word)
            day = re.search(
                rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|e|\.)?\s+(?:de\s+)?{name}|{name}\.?\s+(\d{{1,2}})(?!\d)", plain
            )
            return year_read, month, int(day[1] or day[2]) if day else None
    return None


def _month(word: str) -> int | None:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode() or word
    short = plain[:3] if len(plain) > 3 else ""
    return MONTHS.get(word) or MONTHS.get(plain) or MONTHS.get(short)


def same_date(gold: str, read: str | None) -> bool:
    """True if both mean the same day; a year that one of them leaves out may be any."""
    left, right = parse_date(gold), parse_date(read)
    if left is None:
        return norm(gold) == norm(read)
    return right is not None and left[1:] == right[1:] and (left[0] == right[0] or None in (left[0], right[0]))


def same(gold: str, read: str | None) -> bool:
    """True if both are the same but for case, dashes and quotes."""
    return norm(gold).strip(".") == norm(read).strip(".")


def same_handle(gold: str, read: str | None) -> bool:
    """True if both are the same account, with or without an at sign."""
    return norm(gold).lstrip("@") == norm(read).lstrip("@")


def same_region(gold: str, read: str | None) -> bool:
    """True if both name the same state, printed in full, in AP style or by its postal code.

    >>> same_region("Colo.", "Colorado"), same_region("N.H.", "New Hampshire")
    (True, True)
    """

    def plain(name: str | None) -> str:
        letters = re.sub(r"[^\w ]", "", norm(name)).strip()
        return STATES.get(letters.replace(" ", ""), letters)

    brazilian = {code.casefold(): norm(name) for name, code in BR_STATES.items()}
    return plain(gold) == plain(read) or brazilian.get(norm(gold)) == norm(read)


def same_agency(gold: str, read: str | None) -> bool:
    """True if both name the same agency, in full or in short."""

    def plain(name: str | None) -> str:
        short = norm(name).strip(". ").removeprefix("the ")
        return AGENCIES.get(short, short)

    return plain(gold) == plain(read)


def words(text: str | None) -> set[str]:
    """Return the words of two letters and more."""
    return set(re.findall(r"\w{2,}", norm(text)))


def likeness(left: str | None, right: str | None) -> float:
    """Return the share of words that two texts have in common (Jaccard)."""
    a, b = words(left), words(right)
    return len(a & b) / len(a | b) if a and b else 0.0


def pair(gold: Sequence[Any], read: Sequence[Any], score: Callable[[Any, Any], float]) -> list[tuple[Any, Any]]:
    """Match each gold item with the unused item that scores highest above zero, in order."""
    left, pairs = list(read), []
    for item in gold:
        scores = [score(item, other) for other in left]
        if scores and max(scores) > 0:
            pairs.append((item, left.pop(scores.index(max(scores)))))
    return pairs


def compare(gold: Values, read: Values) -> Counter[str]:
    """Count what was found and what was right in one document's metadata."""
    counts: Counter[str] = Counter()
    dateline, found = gold.get("dateline"), read.get("dateline")
    _presence(counts, "dateline", dateline, found)
    if dateline:
        _dateline(counts, dateline, found or {})
    byline, names = gold.get("byline"), read.get("byline")
    names = "; ".join(names) if isinstance(names, list) else names
    _presence(counts, "byline", byline, names)
    _asked(counts, "byline.names", byline, names, lambda a, b: likeness(a, b) >= 0.5)
    _asked(counts, "date.day", gold.get("date"), read.get("date"), lambda a, b: same_date(a, str(b)))
    for post, other in _paired(counts, "embeds", gold, read, _embed_likeness):
        for name, equal in EMBED:
            _asked(counts, f"embeds.{name}", post.get(name), other.get(name), equal)
    for credit, other in _paired(counts, "credits", gold, read, _credit_likeness):
        _asked(counts, "credits.agency", credit.get("agency"), other.get("agency"), _agency_like)
        _asked(counts, "credits.photographer", credit.get("photographer"), other.get("photographer"), _half)
    return counts


def _half(gold: str, read: str | None) -> bool:
    return likeness(gold, read) >= 0.5


def _agency_like(gold: str, read: str | None) -> bool:
    return same_agency(gold, read) or _half(gold, read)


EMBED: tuple[tuple[str, Compare], ...] = (
    ("platform", same),
    ("author", lambda a, b: norm(a) == norm(b)),
    ("handle", same_handle),
    ("date", same_date),
    ("text", lambda a, b: likeness(a, b) >= 0.8),
)


def _presence(counts: Counter[str], name: str, gold: Any, read: Any) -> None:
    if gold or read:
        counts[f"{name}:{'both' if gold and read else 'missed' if gold else 'extra'}"] += 1


def _asked(counts: Counter[str], name: str, gold: Any, read: Any, equal: Compare) -> None:
    if gold:
        counts[f"{name}:asked"] += 1
        counts[f"{name}:right"] += bool(read) and equal(gold, read)


def _dateline(counts: Counter[str], gold: Values, read: Values) -> None:
    _asked(counts, "dateline.place", gold.get("place"), read.get("place"), same)
    region = gold.get("region")
    if region:  # gold does not tell regions from countries
        counts["dateline.region:asked"] += 1
        counts["dateline.region:right"] += any(
            read.get(name) and same_region(region, read[name]) for name in ("region", "country")
        )
    _asked(counts, "dateline.agency", gold.get("agency"), read.get("agency"), same_agency)
    _asked(counts, "dateline.date", gold.get("date"), read.get("date"), same_date)


def _paired(
    counts: Counter[str], name: str, gold: Values, read: Values, score: Callable[[Any, Any], float]
) -> list[tuple[Values, Values]]:
    mine, other = gold.get(name) or [], read.get(name) or []
    pairs = pair(mine, other, score)
    counts[f"{name}:both"] += len(pairs)
    counts[f"{name}:missed"] += len(mine) - len(pairs)
    counts[f"{name}:extra"] += len(other) - len(pairs)
    return pairs


def _embed_likeness(gold: Values, read: Values) -> float:
    handle, author = norm(gold.get("handle")).lstrip("@"), norm(gold.get("author"))
    score = 2.0 * bool(handle and handle == norm(read.get("handle")).lstrip("@"))
    score += bool(author and author == norm(read.get("author")))
    alike = likeness(gold.get("text"), read.get("text"))
    return score + alike if score or alike > 0.5 else 0.0


def _credit_likeness(gold: Values, read: Values) -> float:
    left, right = norm(gold.get("raw")), norm(read.get("raw"))
    if left == right:
        return 2.0
    if left and right and (left in right or right in left):
        return 1.0
    alike = likeness(left, right)
    return alike if alike >= 0.5 else 0.0
