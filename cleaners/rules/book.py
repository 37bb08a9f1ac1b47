"""All rules together: one scan for their triggers, then each pattern only where its trigger stands.

The cost of a document hardly depends on the number of rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import ahocorasick_rs

from cleaners.model import Finding, Match
from cleaners.rules.pack import Rule
from cleaners.view import Line, View


class RuleBook:
    """Rules made ready to run."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.by_id = {rule.id: rule for rule in self.rules}
        self._untriggered: dict[str, list[Rule]] = {}
        for rule in self.rules:
            if not rule.trigger:
                self._untriggered.setdefault(rule.among, []).append(rule)
        triggers: dict[str, int] = {}
        self._everywhere: list[list[int]] = []
        self._of_site: dict[str, dict[int, list[int]]] = {}
        for index, rule in enumerate(self.rules):
            for word in rule.trigger:
                number = triggers.setdefault(word, len(triggers))
                if number == len(self._everywhere):
                    self._everywhere.append([])
                if rule.site is None:
                    self._everywhere[number].append(index)
                else:
                    self._of_site.setdefault(rule.site, {}).setdefault(number, []).append(index)
        self._scanner = ahocorasick_rs.AhoCorasick(list(triggers)) if triggers else None

    def find(self, view: View) -> list[Finding]:
        """Run every rule on the view; offsets count in its text."""
        lines = view.lines
        if not lines:
            return []
        findings: list[Finding] = []
        for among, rules in self._untriggered.items():
            if given := getattr(view, among):
                for rule in rules:
                    _run(rule, view, given, findings)
        for index, numbers in sorted(self._hits(view).items()):
            _run(self.rules[index], view, [lines[number] for number in sorted(numbers)], findings)
        return findings

    def _hits(self, view: View) -> dict[int, set[int]]:
        """Which rules find a trigger on which lines."""
        hits: dict[int, set[int]] = {}
        if not self._scanner:
            return hits
        here = self._of_site.get(view.context.home or "", {})
        for pattern, _, end in self._scanner.find_matches_as_indexes(view.lower, overlapping=True):
            number = view.line_at(end - 1).index
            for index in self._everywhere[pattern]:
                hits.setdefault(index, set()).add(number)
            for index in here.get(pattern, ()):
                hits.setdefault(index, set()).add(number)
        return hits


def _run(rule: Rule, view: View, lines: Sequence[Line], findings: list[Finding]) -> None:
    """Add what one rule finds on the given lines."""
    if rule.site and rule.site != view.context.home:
        return
    if rule.languages and view.context.language and view.context.language not in rule.languages:
        return
    found = rule.finder(view, lines) if rule.finder else _by_pattern(rule, view, lines)
    for start, end, value, confidence in found:
        findings.append(Finding(start, end, rule.id, value, rule.confidence if confidence is None else confidence))


def _by_pattern(rule: Rule, view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """What a rule's pattern takes of the given lines."""
    assert rule.pattern is not None, "a rule without a finder has a pattern"
    for line in lines:
        if not _is_due(rule.kind, view, line):
            continue
        text = line.text if rule.cased else view.lowered(line)
        for start, end in rule.pattern.spans(text):
            if rule.kind == "line" or _bordered(text, start, end):
                yield Match(line.start + start, line.start + end)


def _is_due(kind: str, view: View, line: Line) -> bool:
    """Whether a pattern of the kind has to look at a line."""
    if kind in ("lead", "tail"):
        return line.index == (0 if kind == "lead" else len(view.lines) - 1)
    return line.text not in view.seen


def _bordered(text: str, start: int, end: int) -> bool:
    """No word is cut in two at either end (RE2's own ``\\b`` knows ASCII only)."""
    return not (
        (start > 0 and text[start - 1].isalnum() and text[start].isalnum())
        or (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())
    )
