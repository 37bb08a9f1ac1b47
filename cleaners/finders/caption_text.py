"""What is said of the text of captions: how many sentences it has, and whether a credit behind it makes it one."""

from __future__ import annotations

import re

LONGEST_BODY = 380
"""Characters of the longest caption believed without a sign at its head; a longer line is a paragraph with a credit."""

LONGEST_HEADED = 1100
"""Characters of the longest line that is believed to be a caption because of the word at its head."""

STOP = re.compile(r"[.!?。۔](?:[\"”’»)]|\[\d+\])*(?=\s+[\"“‘«„(]?[^\W_a-z])")
_FILE = re.compile(r"file ?(?:photo|picture|pic|image)\b|FILE\b|.{0,90}\bfile photo\b", re.IGNORECASE)
_NO_CAPTION = re.compile(
    r"copyright|\b(?:syndicate|content agency|media services|all rights|inc|llc|ltd)\b", re.IGNORECASE
)
_BULLET = re.compile(r"[-•*▪◦»>–—]\s|\d{1,2}[.)]\s")


def caption_start(text: str, credit: int) -> int | None:
    """Where the caption begins whose credit stands at ``credit`` and ends the text; ``None`` if it is no caption.

    >>> caption_start("The bridge on Monday. Jane Roe/AP", 22), caption_start("It was closed.Jane Roe/AP", 14)
    (0, None)
    """
    body = text[:credit].rstrip(" |–—-·•+")
    glued = bool(credit) and text[credit - 1] in '.!?”"' and text[credit] not in "([©"
    if (
        len(body) < 3
        or glued
        or body.removesuffix("(c)").endswith("。")
        or _NO_CAPTION.search(text[max(0, credit - 12) :])
        or _BULLET.match(text)
    ):
        return None
    if len(body) <= LONGEST_BODY and sentences(body) <= 4:
        return 0
    return 0 if len(body) < LONGEST_HEADED and _FILE.match(text) else None


def sentences(text: str) -> int:
    """How many sentences a text seems to hold.

    >>> sentences("He met Gov. J. Roe in the U.S. Senate on Nov. 3. Nobody came.")
    2
    """
    return 1 + sum(not abbreviated(text, match.start()) for match in STOP.finditer(text))


def abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an initial or an abbreviation (``U.S.``, ``Nov.``, ``Gov.``)."""
    word = re.search(r"[^\s(]*$", text[max(0, stop - 20) : stop])
    return word is not None and (
        len(word[0]) <= word[0].isalpha() or "." in word[0] or (len(word[0]) <= 4 and word[0].istitle())
    )
