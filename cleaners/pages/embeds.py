"""Embedded posts and players of a page, read from its tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from cleaners.dates import LATEST, parse
from cleaners.model import Embed

_SIGNATURE = re.compile(
    r"[—–-]\s*(?P<author>[^()\n]{1,80}?)\s*\((?P<handle>@[\w.\-]+(?:@[\w.\-]+)?)\)\s*(?P<rest>.*)$", re.DOTALL
)
_POSTED_BY = re.compile(
    r"(?:A post shared by|Ein Beitrag geteilt von|Une publication partagée par|Una publicación compartida (?:de|por)|"
    r"Un post condiviso da|Uma publicação compartilhada por)\s+(?P<author>[^()@]{0,80}?)\s*\(?@(?P<handle>[\w.]+)\)?"
)
_POST_URL: Final = re.compile(r"/(?:status(?:es)?|post|p|reel|video)/")


def read_embeds(tree: Any) -> tuple[Embed, ...]:
    """Return the posts and players of an lxml tree in page order, each URL once.

    ``date`` is ISO where the printed one could be read; ``text`` is the post's own words, without signature.
    """
    found: dict[tuple[str | None, ...], Embed] = {}
    for element in tree.iter("blockquote", "iframe", "div"):
        for embed in _embeds_of(element):
            found.setdefault((embed.platform, embed.url) if embed.url else tuple(map(str, embed)), embed)
    return tuple(found.values())


def _embeds_of(element: Any) -> Iterator[Embed]:
    if element.tag == "iframe":
        source = element.get("src") or element.get("data-src") or element.get("data-lazy-src") or ""
        if embed := _from_iframe(source, element.get("title")):
            yield embed
        return
    names = (element.get("class") or "").split()
    for name in names:
        if reader := _BLOCKS.get(name):
            yield reader(element)
            return


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())


def _signed(element: Any, platform: str, link: str | None = None) -> Embed:
    """Read the block that Twitter and its heirs hand out: paragraphs, then ``— Author (@handle) date``."""
    paragraphs = [_text(paragraph) for paragraph in element.iter("p")]
    text = "\n".join(part for part in paragraphs if part) or None
    whole = _text(element)
    signature = _SIGNATURE.search(
        whole[len(" ".join(paragraphs)) :] if whole.startswith(" ".join(paragraphs)) else whole
    )
    links = [anchor.get("href") for anchor in element.iter("a") if anchor.get("href")]
    url = link or next((href for href in reversed(links) if _POST_URL.search(href)), None)
    return Embed(
        platform,
        signature["author"].strip() if signature else None,
        signature["handle"].lstrip("@") if signature else _handle_in(url),
        _date(signature["rest"]) if signature else None,
        text if text or signature else whole or None,
        _without_query(url),
    )


def _date(printed: str) -> str | None:
    printed = printed.strip()
    found = parse(printed, latest=LATEST)
    return found[0] if found else printed[:40] or None


def _handle_in(url: str | None) -> str | None:
    match = re.search(r"(?:twitter|x|tiktok|threads|bsky)\.\w+/(?:profile/)?@?([\w.]+)/", url or "")
    return match[1] if match and match[1] not in ("i", "statuses") else None


def _without_query(url: str | None) -> str | None:
    return url.split("?", 1)[0] if url else None


def _twitter(element: Any) -> Embed:
    return _signed(element, "twitter")


def _bluesky(element: Any) -> Embed:
    return _signed(element, "bluesky", element.get("data-bluesky-uri") if not element.findall(".//a") else None)


def _mastodon(element: Any) -> Embed:
    return _signed(element, "mastodon", (element.get("data-embed-url") or "").removesuffix("/embed") or None)


def _threads(element: Any) -> Embed:
    url = element.get("data-text-post-permalink")
    return Embed("threads", handle=_handle_in(url), url=_without_query(url))


def _instagram(element: Any) -> Embed:
    whole = _text(element)
    posted = _POSTED_BY.search(whole)
    stamp = element.find(".//time")
    printed = (stamp.get("datetime") or _text(stamp)) if stamp is not None else ""
    words = whole[: posted.start()].removeprefix("View this post on Instagram").strip() if posted else ""
    return Embed(
        "instagram",
        (posted["author"].strip() or None) if posted else None,
        posted["handle"] if posted else None,
        _date(printed),
        words or None,
        _without_query(element.get("data-instgrm-permalink")),
    )


def _facebook(element: Any) -> Embed:
    quote = element.find(".//blockquote")
    words = _text(quote) if quote is not None else _text(element)
    return Embed("facebook", text=words or None, url=element.get("data-href"))


def _tiktok(element: Any) -> Embed:
    url = element.get("cite")
    section = element.find(".//section")
    words = _text(section if section is not None else element)
    return Embed("tiktok", handle=_handle_in(url), text=words or None, url=_without_query(url))


_BLOCKS: Final[dict[str, Callable[[Any], Embed]]] = {
    "twitter-tweet": _twitter,
    "twitter-video": _twitter,
    "bluesky-embed": _bluesky,
    "mastodon-embed": _mastodon,
    "text-post-media": _threads,
    "instagram-media": _instagram,
    "fb-post": _facebook,
    "fb-video": _facebook,
    "tiktok-embed": _tiktok,
}
"""Reader by the class name that the platform's own embed code uses."""

_PLAYERS: Final = {
    "youtube.com": "youtube",
    "youtube-nocookie.com": "youtube",
    "youtu.be": "youtube",
    "vimeo.com": "vimeo",
    "dailymotion.com": "dailymotion",
    "tiktok.com": "tiktok",
    "instagram.com": "instagram",
    "twitter.com": "twitter",
    "facebook.com": "facebook",
    "spotify.com": "spotify",
    "soundcloud.com": "soundcloud",
    "bsky.app": "bluesky",
}


def _from_iframe(source: str, title: str | None) -> Embed | None:
    """Read a player's frame; its title is the post's or video's own, where there is one."""
    try:
        parts = urlsplit("https:" + source if source.startswith("//") else source)
        host = parts.hostname or ""
        query = parse_qs(parts.query)
    except ValueError:
        return None
    platform = next((name for domain, name in _PLAYERS.items() if host == domain or host.endswith("." + domain)), None)
    if not platform:
        return None
    url: str | None = parts._replace(scheme="https", query="", fragment="").geturl()
    if platform == "youtube" and (match := re.search(r"/embed/([\w-]{11})", parts.path)):
        url = f"https://www.youtube.com/watch?v={match[1]}"
    elif platform == "twitter":
        url = f"https://twitter.com/i/status/{query['id'][0]}" if "id" in query else None
    elif platform == "facebook":
        url = unquote(query["href"][0]) if "href" in query else None
    elif platform == "instagram" and url:
        url = url.removesuffix("embed/").removesuffix("embed/captioned/").removesuffix("embed")
    return Embed(platform, text=title or None, url=url) if url else None
