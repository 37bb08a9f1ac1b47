"""The form of a rule in a pack: values of the right type, before anything is made of them.

YAML gives numbers, nulls and mappings where quotes are forgotten; each is named with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from cleaners.errors import SetupError

Fail = Callable[[str, str], SetupError]
"""Makes the error of a problem and its remedy."""

OPEN, CLOSE = "⟦", "⟧"
"""What the residue of an example stands between."""

_NAME = re.compile("[a-z0-9][a-z0-9-]*")
_LANGUAGE = re.compile("[a-z]{2,3}")
_BALANCED = re.compile(f"[^{OPEN}{CLOSE}]*(?:{OPEN}[^{OPEN}{CLOSE}]+{CLOSE}[^{OPEN}{CLOSE}]*)*")
_EXAMPLE = f"write 'a text with {OPEN}the residue{CLOSE} in it', or {{text: …, reads: {{field: value}}}}"


def check(entry: Mapping[str, Any], kind: str, fail: Fail) -> None:
    """Raise :class:`SetupError` for the first value of a rule that has the wrong type; ``kind`` is its pattern's key.

    >>> check({"name": 5, "why": "…", "line": "x"}, "line", lambda problem, remedy: SetupError(problem, remedy=remedy))
    Traceback (most recent call last):
    ...
    cleaners.errors.SetupError: 'name' is no text but 5 (put it in quotes)
    """
    for key in ("name", "why", kind):
        if not isinstance(entry[key], str):
            raise fail(f"{key!r} is no text but {entry[key]!r}", "put it in quotes")
    if not _NAME.fullmatch(entry["name"]):
        raise fail(f"{entry['name']!r} is no name for a rule", "use small letters, digits and hyphens")
    for key in ("cased", "anchored"):
        if not isinstance(entry.get(key, True), bool):
            raise fail(f"{key!r} is {entry[key]!r}", f"write '{key}: true' or '{key}: false'")
    confidence = entry.get("confidence", 0.9)
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 < confidence <= 1:
        raise fail(f"'confidence' is {confidence!r}", "write a number above 0, up to 1")
    for code in entry.get("languages", ()):
        if not isinstance(code, str) or not _LANGUAGE.fullmatch(code):
            raise fail(f"{code!r} is no code of a language", "write ISO 639-1 codes: [en, de]")
    for text in entry.get("keeps", ()):
        if not isinstance(text, str) or not text.strip():
            raise fail(f"'keeps' holds {text!r}, which is no text", "put the example in quotes")
    for key in ("removes", "misses"):
        for raw in entry.get(key, ()):
            if problem := _wrong(raw):
                raise fail(f"{key!r} holds {raw!r}, {problem}", _EXAMPLE)


def _wrong(raw: object) -> str | None:
    """What is wrong with an example, or None."""
    marked = raw
    if isinstance(raw, dict):
        marked = raw.get("text")
        if set(raw) - {"text", "reads"} or not isinstance(raw.get("reads", {}), dict):
            return "which is no example"
    if not isinstance(marked, str) or not marked.strip():
        return "which has no text"
    return None if _BALANCED.fullmatch(marked) else f"whose {OPEN} and {CLOSE} do not fit together"
