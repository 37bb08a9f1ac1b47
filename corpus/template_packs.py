"""Learned packs as files: written for a person to read, approved by that person, pinned by hash."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from cleaners.errors import SetupError
from cleaners.rules import pins
from cleaners.rules.check import problems
from cleaners.rules.pack import read_pack
from cleaners.view import View
from corpus.template_counts import Site
from corpus.template_evidence import Judged

CATEGORY = "other"
"""Category of learned lines; rename the file to give them another one."""
CONFIDENCE = 0.8

HEAD = """\
# Lines that repeat around the articles of one site. They take part in cleaning only after a person has read them:
# delete the rules that take words of an article, then run 'copydesk templates approve' on this file.
# The category of all lines is the file's name up to the first dot; rename the file if another one fits.
site: {site}
approved: false
learned: {learned}
rules:
"""
RULE = """
- name: {name}
  why: {why}
  line: {line}
  trigger: [{trigger}]
  confidence: {confidence}
  anchored: false
  removes: [{removes}]
  evidence: {evidence}
"""


def render(site: Site, lines: Iterable[Judged]) -> str:
    """Return the text of a pack, not yet approved, with a rule for each line."""
    learned = _flow({"documents": site.documents, "first": site.first, "last": site.last})
    return HEAD.format(site=_quoted(site.name), learned=learned) + "".join(_rule(site, line) for line in lines)


def file_name(site: str, day: str | None, taken: Iterable[str] = ()) -> str:
    """Return the name of a site's pack: category, site, date.

    >>> file_name("www.example.org", "2026-01-31")
    'other.www-example-org.2026-01-31.yaml'
    """
    name = f"{CATEGORY}.{slug(site)}.{day or 'undated'}.yaml"
    return name if name not in taken else f"{CATEGORY}.{slug(site)}-{_digest(site)}.{day or 'undated'}.yaml"


def slug(site: str) -> str:
    """The site in letters and digits that any file system takes."""
    return "-".join(re.findall(r"[^\W_]+", site.lower()))[:60] or _digest(site)


def write(folder: Path, packs: dict[str, str]) -> list[Path]:
    """Write packs (name to text) and return their paths.

    Raises :class:`SetupError`, before anything is written, if a file of another content is there: it may hold a
    person's decisions.
    """
    paths = {folder / name: text for name, text in packs.items()}
    for path, text in paths.items():
        if path.exists() and path.read_text(encoding="utf-8") != text:
            raise SetupError(
                "exists already and is different",
                where=str(path),
                remedy="name another --date or --output, or remove it",
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in paths.items():
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SetupError(
            f"cannot be written: {error.strerror}", where=str(folder), remedy="name a folder you may write to"
        ) from error
    return list(paths)


def approve(path: Path) -> str:
    """Mark a learned pack as approved; return the entry for ``cleaning.packs`` that pins it.

    Raises :class:`SetupError` if it is no learned pack, or if one of its rules does not do what it says.
    """
    pack = read_pack(path)
    if pack.approved is None:
        raise SetupError("is not a learned pack", where=str(path), remedy="list it in cleaning.packs as it is")
    for rule in pack.rules:
        for problem in problems(rule):
            raise SetupError(problem, where=rule.where, remedy="correct the rule or delete it")
    if not pack.approved:
        text = re.sub(r"(?m)^approved:[ \t]+false\b", "approved: true", path.read_text(encoding="utf-8"), count=1)
        staged = path.with_name(f".{path.name}.staged")
        staged.write_text(text, encoding="utf-8")
        staged.replace(path)
    return pins.pinned(path)


def _rule(site: Site, line: Judged) -> str:
    lowered = View(line.wordings[0]).lower
    pieces = re.split("[0-9]+", lowered)
    return RULE.format(
        name=f"{slug(site.name)}-{_digest(chr(32).join(lowered.split()))}",
        why=_quoted(f"Stands {_position(line)} in {line.documents} of {site.documents} documents of {site.name}."),
        line=_quoted(r"\d+".join(_escaped(piece) for piece in pieces)),
        trigger=_quoted(max(pieces, key=len).strip()),
        confidence=CONFIDENCE,
        removes=", ".join(_quoted(wording) for wording in line.wordings[:3]),
        evidence=_flow({key: value for key, value in line._asdict().items() if key not in ("wordings", "against")}),
    )


def _position(line: Judged) -> str:
    if max(line.before, line.after) * 2 < line.documents:
        return "beside the same other line"
    return "before the article" if line.before >= line.after else "after the article"


def _escaped(literal: str) -> str:
    return re.sub(r"[\\.+*?()|\[\]{}^$]", r"\\\g<0>", literal)


def _quoted(text: str) -> str:
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=1_000_000).strip()


def _flow(values: dict[str, object]) -> str:
    return ", ".join(f"{key}: {_value(value)}" for key, value in values.items()).join("{}")


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_quoted, value)).join("[]")
    return _quoted(value) if isinstance(value, str) else json.dumps(value)


def _digest(text: str) -> str:
    """Eight hex digits that depend on the text with its digits masked."""
    return hashlib.blake2b(re.sub("[0-9]+", "0", text).encode(), digest_size=4).hexdigest()
