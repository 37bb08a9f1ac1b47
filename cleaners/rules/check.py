"""Run every rule's own examples: what it must remove, keep and read, and that its triggers are sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaners.find import find
from cleaners.model import Finding
from cleaners.rules.book import RuleBook
from cleaners.rules.pack import Example, Rule
from cleaners.space import merge
from cleaners.view import Context, View


def problems(rule: Rule, around: RuleBook | None = None) -> Iterator[str]:
    """Yield a sentence for each example that does not hold; a known miss that is found now is a problem too.

    Where a rule alone finds nothing, it may find something once the rules ``around`` it have taken what they know.
    """
    book = RuleBook([rule])
    for case in rule.removes:
        yield from _missed(book, rule, case, around)
    for text in rule.keeps:
        for finding in book.find(View(text, Context(site=rule.site))):
            yield f"takes {text[finding.start : finding.end]!r} out of a text to keep: {text!r}"
    for case in rule.misses:
        if not list(_missed(book, rule, case)):
            yield f"finds a known miss now; move it to 'removes': {case.text!r}"


def _missed(book: RuleBook, rule: Rule, case: Example, around: RuleBook | None = None) -> Iterator[str]:
    context = Context(site=rule.site)
    found = book.find(View(case.text, context))
    if not found and around:
        parts = find(case.text, around, context)
        found = [finding for part in parts for finding in part.findings if finding.rule == rule.id]
    expected = [case.text[start:end] for start, end in case.spans]
    taken = [case.text[start:end].strip() for start, end in merge([(f.start, f.end) for f in found])]
    if [piece.strip() for piece in expected] != taken:
        hint = ""
        if rule.trigger and not any(word in View(case.text).lower for word in rule.trigger):
            hint = " (none of its triggers stands in the text)"
        yield f"takes {taken} instead of {expected} out of {case.text!r}{hint}"
    for name, value in case.reads.items():
        if value not in list(_read(found, name)):
            yield f"reads {name} as {list(_read(found, name))} instead of {value!r} in {case.text!r}"


def _read(found: Iterable[Finding], name: str) -> Iterator[object]:
    for finding in found:
        values = finding.value if type(finding.value) is tuple else (finding.value,)
        for value in values:
            read = getattr(value, name, None)
            yield list(read) if isinstance(read, tuple) else read
