"""Keep secrets out of what is written and shown: an address may carry a signature, a token or a password."""

from __future__ import annotations

import re
from typing import Any

HIDDEN = "…"

_TELLING = r"[\w.-]*(?:signature|credential|secret|token|passw(?:or)?d|pwd|api[-_]?key|accesskeyid)[\w.-]*"
_SHORT = r"(?:[\w.-]*[-_.])?(?:sig|key|auth|pass)"
_VALUE = re.compile(rf"(?i)((?<=[?&;])(?:{_TELLING}|{_SHORT})=)[^&#\s'\"<>)]+")
_USER = re.compile(r"(?<=://)[^/@\s'\"]+(?=@)")


def hidden(text: str) -> str:
    """Return the text with the secrets in its addresses replaced: values of telling parameters, and user names.

    >>> hidden("https://a.org/day.jsonl?day=1&X-Amz-Signature=0a1b2c and ftp://jane:pw@a.org/b")
    'https://a.org/day.jsonl?day=1&X-Amz-Signature=… and ftp://…@a.org/b'
    """
    if "://" not in text:
        return text
    return _USER.sub(HIDDEN, _VALUE.sub(rf"\g<1>{HIDDEN}", text))


def hidden_in(value: Any) -> Any:
    """Return plain values (of JSON) with the secrets in all their texts replaced."""
    if isinstance(value, str):
        return hidden(value)
    if isinstance(value, dict):
        return {name: hidden_in(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [hidden_in(item) for item in value]
    return value


def has_secret(address: str) -> bool:
    """Whether an address carries a secret.

    >>> has_secret("https://a.org/day.jsonl?sig=0a1b"), has_secret("https://a.org/day.jsonl?page=2")
    (True, False)
    """
    return hidden(address) != address
