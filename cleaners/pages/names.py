"""Names that a page prints: titles without the site's name, authors without the site, handles and job titles."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

_TITLE_SPLIT = re.compile(r"\s+[|–—·•»«:/~-]\s+|\s*\|\s*|\s+::\s+")
_TAG = re.compile(r"<[^<>]*>")
_NOT_WORD = re.compile(r"[\W_]+")

_BY = re.compile(
    r"^(?:(?:(?:written|authored|reported|posted|words|story|text|review|published|article|analysis|opinion)\s+)?by"
    r"|von|por|par|di|przez|door|af|av|text|texto|autor(?:in)?|author|authors|автор)\b\s*:?\s*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?:[;,|•·/\n\t]|\s[-–—]\s|&| and | und | og | och |\sy\s|\set\s|\se\s|\si\s)\s*", re.IGNORECASE
)
_EMAIL_OR_HANDLE = re.compile(r"\(?\S+@\S+\.\w+\)?|(?<!\w)@\w+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TAIL = re.compile(r"\s+(?:for|at|in|of|from|via|with|on|to|updated|published|is)\s.*$", re.IGNORECASE)

GENERIC: Final = frozenset(
    [
        "admin", "administrator", "anonymous", "author", "authors", "blogs", "buro", "desk", "editor",
        "editors", "editorial", "guest", "intern", "journalist", "moderator", "news", "newsdesk", "newsroom",
        "none", "null", "office", "online", "press", "publisher", "redactie", "redaction", "redaccion",
        "redacción", "redação", "redacao", "redakcja", "redaktion", "redaktionen", "redazione", "redakcia",
        "reporter", "reporters", "staff", "superuser", "team", "unknown", "user", "web", "webdesk",
        "webmaster", "website", "writer", "writers", "редакция",
    ]
)  # fmt: skip
"""Words that name nobody: a name made of these alone, or of these and the site, is no author."""

AGENCIES: Final = frozenset(
    ["afp", "ansa", "ap", "apa", "associatedpress", "dpa", "dts", "efe", "epd", "kna", "lusa", "ntb", "pap", "pti",
     "reuters", "ritzau", "sda", "sid", "tass", "upi"]
)  # fmt: skip
"""News agencies that sign as authors."""

_NOBODY = re.compile(
    r"(?i)\b(?:copyright|rights reserved|gmbh|kg|ltd|llc|inc|e\. ?v|ag|phd|mph|mba|md|presse(?:stelle)?"
    r"|reporter|writer|editor|correspondent|columnist|contributor|journalist|producer|photographer|blogger|reviewer"
    r"|bureau|staff|newsroom|redakteur(?:in)?|korrespondent(?:in)?|redacción|redaktion|agencies|editorial|news ?desk"
    r"|web ?desk|news ?team|press release|newspapers?|magazine|media group|expert|specialist|consultant)\b"
)
_JOB_AFTER = re.compile(
    r"(?i)\s+(?:(?:senior|staff|chief|expert|co-?)\s*)*(?:founder|reporter|reviewer|writer|editor|correspondent)$"
)


def key(name: str) -> str:
    """Return letters and digits only, in lower case: the form in which names are compared."""
    return _NOT_WORD.sub("", name).casefold()


def site_keys(site: str | None, url: str | None) -> frozenset[str]:
    """Return the forms under which a site may sign: its name, its domain, the domain's own word.

    >>> sorted(site_keys("The Daily Bugle", "https://www.dailybugle.co.uk/a"))
    ['dailybugle', 'dailybuglecouk', 'thedailybugle']
    """
    keys = {key(site), key(re.sub(r"(?i)^the\s+|\.\w{2,4}$", "", site))} if site else set()
    try:
        host = (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        host = ""
    host = re.sub(r"^(?:www\d?|m|amp|edition|mobile)\.", "", host)
    if "." in host:
        labels = host.split(".")
        while len(labels) > 1 and len(labels[-1]) <= 3 and labels[-1] != host:
            labels.pop()
        keys |= {key(host), key(labels[-1])}
    return frozenset(name for name in keys if len(name) > 1)


def plain(text: str) -> str:
    """Return text without tags, entities and doubled spaces."""
    text = html.unescape(text) if "&" in text else text
    return " ".join((_TAG.sub("", text) if "<" in text else text).split())


def clean_title(title: str, sites: frozenset[str], headlines: Iterable[str] = ()) -> str:
    """Return a title without the site's name before or after it.

    A part is cut only when it is the site's name (or begins or ends with it and is short), or when what remains is one
    of ``headlines``, the same title read elsewhere on the page.

    >>> clean_title("Flood in Aurora | The Daily Bugle", frozenset({"dailybugle"}))
    'Flood in Aurora'
    >>> clean_title("Flood - what we know", frozenset({"dailybugle"}))
    'Flood - what we know'
    """
    title = plain(title)
    known = {key(headline) for headline in headlines}
    while True:
        splits = list(_TITLE_SPLIT.finditer(title))
        for split in (*reversed(splits), *splits[:1]):
            head, tail = title[: split.start()].strip(), title[split.end() :].strip()
            if not head or not tail:
                continue
            if _is_site(tail, sites) or (key(head) in known and len(head) > 15):
                title = head
                break
            if split is splits[0] and (_is_site(head, sites) or (key(tail) in known and len(tail) > 15)):
                title = tail
                break
        else:
            return title


def _is_site(part: str, sites: frozenset[str]) -> bool:
    name = key(part)
    if name in sites or name.removeprefix("the") in sites:
        return True
    # "BBC News" for the site BBC, "Reuters.com" for Reuters; a long part is a sentence that happens to begin so.
    return len(name) <= 30 and any(
        len(site) >= 3 and (name.startswith(site) or name.endswith(site) or (len(name) >= 3 and site.startswith(name)))
        for site in sites
    )


def clean_authors(raw: Iterable[str], sites: frozenset[str]) -> tuple[str, ...]:
    """Return the people named in ``raw``, in order and once each.

    Prefixes (*By*), handles, addresses, brackets and job titles go; the site, newsrooms and whatever does not look like
    a name are left out.

    >>> clean_authors(["By Ada Byron and Jo March, Staff Writer", "@bugle", "The Bugle"], frozenset({"bugle"}))
    ('Ada Byron', 'Jo March')
    """
    names: dict[str, str] = {}
    for entry in raw:
        if len(entry) > 400 or entry.strip().lower().startswith(("http:", "https:", "www.")):
            continue
        entry = _BRACKETS.sub(" ", _EMAIL_OR_HANDLE.sub(" ", plain(entry)))
        for part in _SEPARATOR.split(_BY.sub("", entry.strip())):
            name = _JOB_AFTER.sub("", _TAIL.sub("", _BY.sub("", part.strip()))).strip(" .:-–—*\"'“”")
            if _is_name(name, sites):
                names.setdefault(key(name), name)
    return tuple(names.values())


def _is_name(name: str, sites: frozenset[str]) -> bool:
    words = name.split()
    if key(name) in AGENCIES - sites:
        return True
    if not 1 <= len(words) <= 5 or not 2 < len(name) <= 50 or any(character.isdigit() for character in name):
        return False
    if words[-1][:1].islower() and (len(words) == 1 or name[:1].isupper()):
        return False  # a login, or the beginning of a sentence
    form = key(name)
    if form in sites or form.removeprefix("the") in sites or "." in words[-1][1:]:
        return False
    if any(form.startswith(site) or form.endswith(site) for site in sites if len(site) >= 5 and len(words) > 1):
        return False
    return not _NOBODY.search(name) and not all(word.strip(".").casefold() in GENERIC for word in words)
