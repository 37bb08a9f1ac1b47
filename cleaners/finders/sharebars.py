"""Share bars: runs of button words, on lines of their own, in one line, or glued into one word.

A share bar needs no grammar: every word of it is the name of a network, a button's verb ("share", "teilen"), a small
word around them ("this", "auf") or a count. So a line is read as a bag of words, in all languages at once: one word
that belongs to no button makes it prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaners.finders.buttons import FILLERS, HEADS, NETWORKS, SHARES, VOCABULARY, WEAK
from cleaners.model import Match
from cleaners.view import Line, View

LONGEST = 240
"""Characters: no bar is longer."""
EDGE = 6
"""Lines at a document's head and tail where names of networks alone are a bar."""

WINDOW = re.compile(
    r"\((?:opens?|öffnet|ouvre|s'ouvre|se abre|abre|si apre|wird|opent|otwiera|åpnes|öppnas|åbner)[^()]{0,40}\)"
)
"""The note of a link that it opens a new window."""
COPY = (
    r"copy (?:the |this )?(?:link|url)|link copied!?|link kopieren|copier le lien|copiar (?:el )?(?:enlace|link)"
    r"|copia (?:il )?link|kopiuj link|с?копировать ссылку|kopier len?ke|kopiera länk|kopieer link|share[- ]icon"
    r"|sao chép (?:liên kết|link)|bağlantıyı kopyala|salin (?:tautan|link)|chia sẻ|podziel się|pin (?:it|this)"
)
JOINED = re.compile(
    r"truth social|google ?plus|google \+|hacker news|y combinator|facebook messenger|linked in|rss[ -]feed\b"
    r"|gefällt (?:mir|das)|wird geladen|me gusta|mi piace|lubię to"
)
PHRASES = re.compile(rf"(?P<window>{WINDOW.pattern})|(?P<copy>{COPY})|(?P<joined>{JOINED.pattern})")
"""Buttons of several words."""
MARKS = " -–—•·*|>→/+\u200b"
"""What may stand before the first button of a bar."""
EDGES = ":;,.!?…|/·•*>›»«<–—-()[]{}#&+→↓▶@_✉️\u200b\u200e\ufe0f"
COUNT = re.compile(r"\+?\d[\d.,]{0,8}(?:k|m|tsd|mil|тыс)?\+?|\d{1,2}:\d\d")
BUTTONS = sorted(
    {
        *NETWORKS,
        "share",
        "tweet",
        "email",
        "e-mail",
        "print",
        "pinit",
        "copylink",
        "save",
        "comment",
        "more",
        "connect",
        "like",
        "teilen",
        "google+",
        "google",
        "plus",
    }
    - {"x", "fb", "ok", "vk", "rss", "gab"},
    key=len,
    reverse=True,
)
GLUE = tuple(name for name in BUTTONS if len(name) > 3)
STOPS = frozenset(".”\"?,;’'“")
"""Last characters of lines that are no bars."""
GLUED = re.compile("(?:" + "|".join(map(re.escape, BUTTONS)) + ")")
NAME = (
    r"(?:[Ff]acebook|FACEBOOK|Twitter|TWITTER|Linked[Ii]n|LINKEDIN|Whats[Aa]pp|WHATSAPP|Telegram|Reddit|REDDIT"
    r"|Pinterest|PINTEREST|Tumblr|Google ?\+|Google Plus|Flipboard|Stumble[Uu]pon|Digg|Pocket|XING|Xing|Messenger"
    r"|SMS|Bluesky"
    r"|Threads|RSS|TikTok|Mastodon|Truth Social|Gettr|Parler|MeWe|VK|Viber|Instagram|You[Tt]ube|E-?[Mm]ail"
    r"|E-?MAIL|Print|PRINT|Share|SHARE"
    r"|Tweet|TWEET|Pin It|Pin|Copy [Ll]ink|Teilen|Drucken|Partager|Imprimer|Compartir|Imprimir|Compartilhar"
    r"|Condividi|Stampa|Поделиться|В[Кк]онтакте|Одноклассники|Udostępnij|Paylaş"
)
SPACED = NAME + "|X|Gab|Post|Save|Link)"
INLINE = re.compile(
    rf"(?:(?<=^)|(?<=[\s(|]))(?:\d[\d.,]*[kKM]? (?:SHARES|[Ss]hares)[ :|]+)?{SPACED}"
    rf"(?:[ |/·•]+{SPACED}){{2,}}(?=$|[\s.|)])"
)
RUN_TOGETHER = re.compile(rf"{NAME}|X(?=[A-Z])){{3,}}(?![a-z])")


class Bag(NamedTuple):
    """What kinds of button words a line holds."""

    shares: int
    networks: int
    weak: int
    counts: int
    fillers: int

    @property
    def buttons(self) -> int:
        """Words that name a button."""
        return self.shares + self.networks + self.weak


def bag(text: str) -> Bag | None:
    """Read a line as button words; None if a word in it is none.

    >>> bag("Share this on Facebook")
    Bag(shares=1, networks=1, weak=0, counts=0, fillers=2)
    >>> bag("TwitterFacebookLinkedInEmail").networks
    3
    >>> bag("Share prices rose") is None
    True
    """
    text = PHRASES.sub(_one_word, text.lower())
    shares = networks = weak = counts = fillers = 0
    for word in text.replace("|", " ").replace("/", " ").split():
        if word not in VOCABULARY:
            word = word.strip(EDGES)
            word = word.rstrip("0123456789") or word
        if not word:
            continue
        if word in SHARES:
            shares += 1
        elif word in NETWORKS:
            networks += 1
        elif word in WEAK:
            weak += 1
        elif word in FILLERS:
            fillers += 1
        elif COUNT.fullmatch(word):
            counts += 1
        elif pieces := _pieces(word):
            networks += sum(piece in NETWORKS for piece in pieces)
            weak += sum(piece in WEAK for piece in pieces)
            shares += sum(piece in SHARES for piece in pieces)
        else:
            return None
    return Bag(shares, networks, weak, counts, fillers)


def _one_word(phrase: re.Match[str]) -> str:
    """A button of several words as the one word that the vocabulary knows it by."""
    if phrase.lastgroup == "window":
        return " "
    return " copylink " if phrase.lastgroup == "copy" else f" {phrase[0].replace(' ', '').replace('-', '')} "


def _pieces(word: str) -> list[str]:
    """The buttons that were glued into one word."""
    pieces = GLUED.findall(word) if len(word) > 8 else []
    return pieces if len(pieces) > 1 and sum(map(len, pieces)) == len(word) else []


def _bar(line: Line, found: Bag) -> bool:
    """Whether the line is a share bar all by itself."""
    if found.shares:
        # "In on this share" is no button; a button says its verb among its first words, and little else
        return found.fillers <= 3 * found.buttons + 1 and not line.text.endswith(".")
    if "," in line.text or found.fillers:
        return False
    return (
        found.networks >= 3
        or (found.networks == 2 and found.weak > 0)
        or (found.networks == 2 and not found.counts and len(line.text) < 24)
    )


def bars(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines, and runs of lines, that hold nothing but share buttons."""
    run: list[tuple[Line, Bag]] = []
    for line in lines:
        text = line[3]
        # most lines are prose, and end like it: they are put away without another look
        found = None if len(text) > LONGEST or (text[-1] in STOPS and not text.endswith("...")) else _read(text)
        if found and (found.buttons or found.counts):
            run.append((line, found))
        elif run:
            yield from _run(view, run)
            run = []
    if run:
        yield from _run(view, run)


def _read(text: str) -> Bag | None:
    """Read a line whose first word may begin a bar."""
    words = text[:28].lstrip(MARKS).split(None, 1)
    head = words[0].lower() if words else ""
    if head not in HEADS:
        head = head.strip(EDGES)
        if head not in HEADS and not head[:1].isdigit() and not (len(head) > 8 and head.startswith(GLUE)):
            return None
    return bag(text)


def _run(view: View, run: list[tuple[Line, Bag]]) -> Iterable[Match]:
    """Decide on neighbouring lines of button words together."""
    while run and not run[0][1].buttons and not (len(run) > 1 and run[1][1].shares):
        run = run[1:]
    while run and not run[-1][1].buttons:
        run = run[:-1]
    if not run:
        return ()
    full = [_bar(line, found) for line, found in run]
    networks = {line.text.lower() for line, found in run if found.networks}
    buttons = sum(found.weak for _, found in run)
    plain = not any(found.fillers for _, found in run)
    edge = run[0][0].index < EDGE or run[-1][0].index >= len(view.lines) - EDGE
    if any(full) or (plain and len(networks) >= 2 and (edge or (buttons and len(run) > 2))):
        return (Match(run[0][0].start, run[-1][0].end),)
    return ()


def inline(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Three buttons and more in a row inside a line of prose, or glued together there."""
    for line in lines:
        for pattern in (INLINE, RUN_TOGETHER):
            for found in pattern.finditer(line.text):
                if any(name in found[0].lower() for name in ("facebook", "twitter", "whatsapp", "tweet", "linkedin")):
                    yield Match(line.start + found.start(), line.start + found.end())
