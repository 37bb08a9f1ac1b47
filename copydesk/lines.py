"""Lines of JSON."""

from __future__ import annotations

import json
from typing import Any

import orjson


def json_line(row: dict[str, Any]) -> bytes:
    """One line of JSON in UTF-8; strings that UTF-8 cannot hold (lone surrogates of a file name) are escaped.

    >>> json_line({"text": "Zoë"}), json_line({"text": "\\udcff"})
    (b'{"text":"Zo\\xc3\\xab"}\\n', b'{"text":"\\\\udcff"}\\n')
    """
    try:
        return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
    except (orjson.JSONEncodeError, TypeError):
        return json.dumps(row, separators=(",", ":")).encode("ascii") + b"\n"
