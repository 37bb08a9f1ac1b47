"""Words that any article may hold: sharing them says nothing about what two texts are about (stopwords-iso)."""

from __future__ import annotations

from functools import cache

import stopwordsiso

LANGUAGES = [
    "cs",
    "da",
    "de",
    "en",
    "es",
    "fi",
    "fr",
    "hu",
    "it",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sv",
    "tr",
    "uk",
    "vi",
]
LENGTH = 7
"""Characters to which words are cut: good enough a stem to compare."""


@cache
def common_stems() -> frozenset[str]:
    """The stems of common words of four letters and more.

    >>> {"through", "because"} <= common_stems(), "bridge" in common_stems()
    (True, False)
    """
    words = (word for language in LANGUAGES for word in stopwordsiso.stopwords(language))
    return frozenset(word[:LENGTH] for word in words if len(word) >= 4 and word.isalpha())
