"""Rule packs: what a rule is, and how packs are read and checked.

A pack is a YAML list, one file per category, named like the category. The keys of a rule:

``name``, ``why``
    the rule's id is ``<category>/<name>``; ``why`` says in a sentence what it takes out.
``line`` | ``phrase`` | ``lead`` | ``tail`` | ``finder``
    exactly one. ``line`` matches one whole stripped line, ``phrase`` inside a line, ``lead`` at the head of the
    document's first standing line, ``tail`` at the end of its last one. ``finder`` names Python: ``embeds.tweet`` is
    ``cleaners/finders/embeds.py``.
``trigger``
    lower-case literals, one of which stands in every match. Obligatory for patterns; a finder without it sees every
    line, or those that ``among`` names.
``among``
    the lines that a finder without a trigger is given: ``short``, ``loose`` (no stop ends them) or ``beside_gaps`` (of
    residue that was taken), as :class:`~cleaners.view.View` has them. Where there are none, it is not run.
``languages``
    ISO 639-1 codes; without it the rule holds for any language.
``cased``
    true: the pattern sees the line as printed. Otherwise it sees it in lower case (so write it in lower case).
``confidence``, ``anchored``
    how sure the rule is (default .9); ``anchored: false`` puts it under the brake.
``removes``, ``keeps``, ``misses``
    examples. In ``removes`` the residue stands between ``⟦`` and ``⟧`` (all of it, without them). ``keeps`` must stay
    untouched.
    ``misses`` are known failures. A mapping ``{text: …, reads: {…}}`` also says which values are read.

A named group ``cut`` in a pattern marks the part to take when the pattern needs context around it.

A learned pack (``copydesk templates learn``) is a mapping instead: ``site`` (its rules hold for records of that site,
or source, only), ``approved``, ``learned`` (from what) and ``rules``, the list. Its rules may have ``evidence`` in
place of ``keeps``. It takes part only when approved and pinned by its hash (:mod:`cleaners.rules.pins`).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FunctionType
from typing import Any, NamedTuple

from cleaners.categories import CATEGORIES
from cleaners.errors import SetupError
from cleaners.model import Match
from cleaners.rules import form, pins, yaml_strict
from cleaners.rules.form import CLOSE, OPEN
from cleaners.rules.pattern import Pattern
from cleaners.settings import Settings
from cleaners.view import Line, View

Finder = Callable[[View, Sequence[Line]], Iterable[Match]]
"""A structural finder: gets the view and the lines where a trigger stands (all lines when the rule has none)."""

BUILT_IN = Path(__file__).parent
KINDS = ("line", "phrase", "lead", "tail", "finder")
REQUIRED = {"name", "why", "removes", "keeps"}
AMONG = ("short", "loose", "beside_gaps")
KEYS = {*REQUIRED, *KINDS, "trigger", "among", "languages", "cased", "confidence", "anchored", "misses", "evidence"}
LEARNED = ("site", "approved", "learned", "rules")


class Example(NamedTuple):
    """An example text, the spans in it that the rule takes, and the values it reads there."""

    text: str
    spans: tuple[tuple[int, int], ...]
    reads: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as its pack wrote it; exactly one of ``pattern`` and ``finder`` is set."""

    id: str
    why: str
    kind: str
    source: str
    pattern: Pattern | None = None
    finder: Finder | None = None
    trigger: tuple[str, ...] = ()
    among: str = "lines"
    languages: frozenset[str] = frozenset()
    cased: bool = False
    confidence: float = 0.9
    anchored: bool = True
    where: str = ""
    site: str | None = None
    removes: tuple[Example, ...] = ()
    keeps: tuple[str, ...] = ()
    misses: tuple[Example, ...] = field(default=())

    @property
    def category(self) -> str:
        """The part of the id before the slash."""
        return self.id.split("/", 1)[0]


class Pack(NamedTuple):
    """The rules of a file. ``approved`` is None for packs written by hand, which need no approval."""

    rules: list[Rule]
    approved: bool | None = None


def example(raw: str | dict[str, Any]) -> Example:
    """Read an example's marks.

    >>> example("He left.⟦Jane Roe via Getty Images⟧").spans
    ((8, 33),)
    >>> example("Now playing").spans
    ((0, 11),)
    """
    marked, reads = (raw, {}) if isinstance(raw, str) else (raw["text"], raw.get("reads", {}))
    spans: list[tuple[int, int]] = []
    text = ""
    for index, piece in enumerate(marked.split(OPEN)):
        inside, _, after = piece.partition(CLOSE) if index else ("", "", piece)
        if index:
            spans.append((len(text), len(text) + len(inside)))
        text += inside + after
    return Example(text, tuple(spans) or ((0, len(text)),), dict(reads))


def load_rules(settings: Settings) -> list[Rule]:
    """Read the built-in packs and those that ``settings`` names, without the disabled rules.

    Raises :class:`SetupError` naming file, rule and remedy for the first mistake.
    """
    rules = [rule for path in sorted(BUILT_IN.glob("*.yaml")) for rule in load_pack(path)]
    for configured in settings.packs:
        path, digest = pins.parse(configured)
        pins.check(path, digest)
        pack = read_pack(path)
        if pack.approved is not None:
            pins.require(path, digest, approved=pack.approved)
        rules += pack.rules
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise SetupError(
                f"rule {rule.id} exists already in {seen[rule.id].where}", where=rule.where, remedy="rename one"
            )
        seen[rule.id] = rule
    for name in settings.disabled:
        if name not in seen:
            raise SetupError(f"unknown rule {name!r} in 'disabled'", remedy="see 'copydesk rules list'")
    return [rule for rule in rules if rule.id not in settings.disabled]


def load_pack(path: Path) -> list[Rule]:
    """Read the rules of one pack, approved or not; see :func:`read_pack`."""
    return read_pack(path).rules


def read_pack(path: Path) -> Pack:
    """Read one pack. Its category is the file's name up to the first dot (``caption.mysite.yaml`` holds captions).

    Raises :class:`SetupError` naming file, rule and remedy for the first mistake.
    """
    category = path.name.split(".")[0]
    if category not in CATEGORIES:
        raise SetupError(
            f"{category!r} is no category",
            where=str(path),
            remedy=f"name the file after one of: {', '.join(CATEGORIES)}",
        )
    entries, site, approved = yaml_strict.load(path), None, None
    if isinstance(entries, dict):
        entries, site, approved = _learned(entries, path)
    if entries is None:
        return Pack([], approved)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SetupError("a pack is a list of rules", where=str(path), remedy="start each rule with '- name: …'")
    return Pack([_rule(category, entry, path, site) for entry in entries], approved)


def _learned(head: dict[str, Any], path: Path) -> tuple[Any, str, bool]:
    """The rules, the site and the approval of a learned pack."""
    if set(head) != set(LEARNED) or not isinstance(head["site"], str) or not isinstance(head["approved"], bool):
        raise SetupError(
            "a pack is a list of rules; a learned one has 'site', 'approved' (true or false), 'learned' and 'rules'",
            where=str(path),
            remedy="start each rule with '- name: …', or learn the pack again",
        )
    return head["rules"], head["site"], head["approved"]


def _rule(category: str, entry: yaml_strict.Mapping, path: Path, site: str | None) -> Rule:
    name = entry.get("name")
    where = f"{path.name}:{entry.line}" + (f" ({name})" if name else "")

    def fail(problem: str, remedy: str) -> SetupError:
        return SetupError(problem, where=where, remedy=remedy)

    if unknown := sorted(map(str, set(entry) - KEYS)):
        raise fail(f"unknown key {unknown[0]!r}", f"a rule has only: {', '.join(sorted(KEYS))}")
    required = REQUIRED - {"keeps"} if site and entry.get("evidence") else REQUIRED
    if missing := sorted(key for key in required if not entry.get(key)):
        raise fail(
            f"{missing[0]!r} is missing or empty", "every rule says why it exists, what it removes and what it keeps"
        )
    kinds = [kind for kind in KINDS if entry.get(kind)]
    if len(kinds) != 1:
        raise fail(f"needs exactly one of {', '.join(KINDS)}, has {len(kinds)}", "split it into several rules")
    for key in ("trigger", "languages", "removes", "keeps", "misses"):
        if not isinstance(entry.get(key, []), list):
            raise fail(f"{key!r} must be a list", f"write '{key}: [...]'")
    form.check(entry, kinds[0], fail)
    trigger = tuple(entry.get("trigger", ()))
    if bad := [word for word in trigger if not isinstance(word, str) or not word or word != word.lower()]:
        raise fail(
            f"trigger {bad[0]!r} is not a lower-case text", "triggers are looked up in lower-cased text; quote numbers"
        )
    kind = kinds[0]
    pattern = None if kind == "finder" else Pattern(kind, str(entry[kind]))
    if pattern and path.parent != BUILT_IN:  # the built-in ones are tested
        _check(pattern, fail)
    if kind != "finder" and not trigger:
        raise fail("has a pattern but no trigger", "name literals one of which stands in every match")
    if "among" in entry and (entry["among"] not in AMONG or trigger or kind != "finder"):
        raise fail(f"'among' is {entry['among']!r}", f"give a finder without a trigger one of: {', '.join(AMONG)}")
    return Rule(
        id=f"{category}/{name}",
        why=" ".join(str(entry["why"]).split()),
        kind=kind,
        source=str(entry[kind]),
        pattern=pattern,
        finder=_finder(str(entry[kind]), fail) if kind == "finder" else None,
        trigger=trigger,
        among=entry.get("among", "lines"),
        languages=frozenset(entry.get("languages", ())),
        cased=entry.get("cased", False),
        confidence=float(entry.get("confidence", 0.9)),
        anchored=entry.get("anchored", True),
        where=where,
        site=site,
        removes=tuple(map(example, entry["removes"])),
        keeps=tuple(entry.get("keeps", ())),
        misses=tuple(map(example, entry.get("misses", ()))),
    )


def _check(pattern: Pattern, fail: Callable[[str, str], SetupError]) -> None:
    try:
        _ = pattern.compiled
    except ValueError as error:
        raise fail(str(error), "correct the pattern") from error


def _finder(source: str, fail: Callable[[str, str], SetupError]) -> Finder:
    module, _, name = source.partition(".")
    try:
        finder: Finder = getattr(importlib.import_module(f"cleaners.finders.{module}"), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise fail(f"no finder {source!r}: {error}", "write '<module>.<function>' of cleaners/finders/") from error
    if not isinstance(finder, FunctionType):
        raise fail(f"{source!r} is no function", "write '<module>.<function>' of cleaners/finders/")
    return finder
