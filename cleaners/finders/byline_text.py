"""Reading bylines: is this stretch of text a name, and do a role, an organisation or a date stand behind it?

No finder is in here; they are in :mod:`cleaners.finders.bylines`.
"""

from __future__ import annotations

import re

from cleaners.dates import parse
from cleaners.finders.datelines import read as read_dateline
from cleaners.finders.outlets import OUTLET
from cleaners.knowledge.agencies import NEWS, agency
from cleaners.knowledge.names import ROLES, is_name, read_names
from cleaners.knowledge.places import known
from cleaners.view import Line

LONGEST = 170
"""Characters of the longest byline with its roles."""

EMAIL = re.compile(r"[\s|,(–—-]*[\w.+-]+@[\w-]+\.[\w.]{2,12}\)?")
"""An address behind a name or under it."""
_ORGANISATION = re.compile(
    r"(?:the )?(?:[A-Z][\w.&'’-]*\s+){0,4}(?:Staff|Editors?|Editorial Board|Team|Reporters?|Newsroom|Desk|"
    r"Correspondents?|News Service|Redaktion|Redazione|Redacción|Redação|Rédaction|Writers?|Admin|"
    r"Administrator)(?: Reports?)?",
    re.IGNORECASE,
)
_TAIL_ROLE = re.compile(r"\s*(?:,|[|/–—(-]|\bfor\b|\bspecial\b|\bin\b|\bof\b|\bat\b|\bfür\b)\s*", re.IGNORECASE)
_DATE_LEAD = re.compile(
    r"[\s|,;·•:–—(-]*(?:(?:posted|published|updated|last updated|publiziert|publié|veröffentlicht|aktualisiert|"
    r"zuletzt bearbeitet|publicado|pubblicato)\b[: ]*)?(?:on|am|le|il|el|em|den|vom)?\s*"
    r"(?=\S{0,12}\d|(?:\w+[.,]*\s+){1,3}\d)",
    re.IGNORECASE,
)
_READ_TIME = re.compile(r"[\s|,·•–—-]*\d{1,2}[ -]min(?:ute)?s?(?: read)?\.?", re.IGNORECASE)
_FOLLOW = re.compile(r"[\s|,–—·•-]*(?:(?:follow|twitter:?)\s*)?@?@\w{2,20}\.?|[\s|,-]*follow @\w{2,20}", re.IGNORECASE)
_HANDLE_LINE = re.compile(r"(?P<name>[^\W\d_][^@|]{4,40}?)\s*[|,(–-]?\s*@[A-Za-z]\w{2,14}\)?")
_VAGUE = frozenset({"chief", "special", "fellow", "author", "analyst", "team", "desk"})
_PAGE = re.compile(r"[\s|,(–—-]*(?:https?://|www\.)\S+\)?")
_USER = re.compile(r"(?:\W?(?=\w*[_\d])[\w-]{4,25}|[A-Z][a-z]+[A-Z]\w{2,20})\W?")


def of_news(text: str) -> bool:
    """Whether a text is the name of a news agency.

    >>> of_news("Reuters"), of_news("Getty Images")
    (True, False)
    """
    return (agency(text) or "") in NEWS


def organisation(rest: str, *, strong: bool) -> int:
    """The length of an organisation that signs in place of a person, 0 if there is none."""
    found = _ORGANISATION.match(rest)
    if found and rest[0].isupper() | rest.startswith("the "):
        return found.end()
    whole = rest.rstrip(" .")
    if of_news(whole.removeprefix("The ").removeprefix("the ")):
        return len(rest)
    if strong and re.fullmatch(r"[^\W\d_][\w.@'’-]{1,20}", whole):
        return len(rest)
    words = whole.split()
    if len(words) < 6 and all(word[0].isupper() for word in words) and OUTLET.search(words[-1]):
        return len(rest)
    if _USER.fullmatch(whole):
        return len(rest)
    return 0


def extent(line: Line, rest: str, end: int) -> int | None:
    """How far the byline goes in what follows the label: names, a role, a handle; None if a sentence does."""
    tail = rest[end:]
    if not tail.strip(" .,;:*|–—-/"):
        return len(rest)
    for pattern in (_FOLLOW, _READ_TIME, EMAIL, _PAGE):
        if pattern.fullmatch(tail):
            return len(rest)
    if len(rest) <= LONGEST:
        if is_date(tail):
            return end
        if _is_role(tail):
            return len(rest)
        for found in re.finditer(
            r"\s*[|·•–—]\s*|\s-\s|\s{2,}|, (?=[A-Z][a-z]{2,8}\.? \d)|(?<=\w)\s(?=[A-Z][a-z]+ \d{1,2}, \d{4})", tail
        ):
            head = tail[: found.start()]
            if is_date(tail[found.end() :]) and (not head.strip(" ,") or _is_role(head)):
                return end + found.start()
    if line.index < 3 and re.match(r"\s*[|–—-]?\s*(?:(?i:posted|published|updated|last updated)\b)", tail):
        return end
    if line.index < 3 and read_dateline(tail.lstrip(" ,|–—-"), 0):
        return end
    return None


def _is_role(tail: str) -> bool:
    """Whether what follows a name says what that person does or for whom."""
    lead = _TAIL_ROLE.match(tail)
    body = tail[lead.end() :].strip(" .)|:") if lead else tail.strip(" .)|:")
    words = [word.strip(",.()&|/").lower() for word in body.split()]
    if not words or len(words) > 12 or len(body) > 90:
        return False
    if any(mark in body for mark in ".!?") and re.search(r"[a-z]{3}[.!?] ", body):
        return False
    verbs = {"is", "was", "are", "has", "had", "said", "says", "will", "who", "ist", "war", "hat", "est", "es", "è"}
    if verbs.intersection(words):
        return False
    if ROLES.intersection(words) or any(word.rstrip("s") in ROLES for word in words):
        return True
    if of_news(body):
        return True
    capitalised = all(
        word[0].isupper() or word in ("of", "the", "and", "for", "on", "&", "de", "in") for word in body.split()
    )
    return (
        bool(lead)
        and capitalised
        and (len(words) <= 5)
        and (tail.lstrip()[:1] != "," or len(words) <= 4)
        and not known(body, sure=True)
    )


def names_role(tail: str) -> bool:
    """Whether a role stands after a name, beyond doubt: set off by a comma or bar, or a newspaper's word for it."""
    if "/" in tail or re.search(r"photo|getty|foto|image|credit", tail, re.IGNORECASE):
        return False
    body = tail.strip(" .")
    if body[0] not in ",|(–—-" and not all(word[0].isupper() for word in body.split()):
        return False
    words = {word.strip(",.()&|").lower() for word in tail.split()}
    return _is_role(tail) and (bool((ROLES - _VAGUE) & words) or of_news(tail.strip(" ,|()")))


def is_date(tail: str) -> bool:
    """Whether what follows a name is a date, to the month at least, with or without a label."""
    found = _DATE_LEAD.match(tail)
    if not found or len(tail) > 110:
        return False
    rest = tail[found.end() :]
    first = re.split(r"\s*[|•·]\s*|\s{2,}| - ", rest)[0]
    return any(read and read[1] != "year" for read in (parse(rest[:100]), parse(first[:60])))


def bare_names(text: str) -> tuple[tuple[str, ...], int]:
    """The names that open a line without a label, with a handle or not, and where the last one ends."""
    if "@" in text and (found := _HANDLE_LINE.fullmatch(text)) and is_name(found["name"]):
        return (found["name"],), len(text)
    if text.count(" ") == 0 or text.count(" ") > 12:
        return (), 0
    return read_names(text)


def is_wire(initials: str) -> bool:
    """Whether initials, parted by slashes, are agencies and no author's."""
    return all((agency(part) or agency(part.upper()) or "") in NEWS for part in initials.split("/"))
