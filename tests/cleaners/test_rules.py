"""Every rule's own examples, and what holds for all rules together."""

import pytest

from cleaners.model import Record
from cleaners.pipeline import Cleaner
from cleaners.rules.book import RuleBook
from cleaners.rules.check import problems
from cleaners.rules.pack import load_rules
from cleaners.settings import Settings

RULES = load_rules(Settings())
BOOK = RuleBook(RULES)


@pytest.fixture(scope="module")
def cleaner():
    return Cleaner(Settings())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule):
    assert list(problems(rule, BOOK)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_one_rule_keeps_no_rule_takes(rule, cleaner):
    for text in rule.keeps:
        cleaned = cleaner.clean(Record("k", "", "k", text))
        assert [(row.rule, row.text) for row in cleaned.removals if row.applied] == [], text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_removed_examples_stay_removed(rule, cleaner):
    """Cleaning a cleaned example again takes nothing more."""
    for case in rule.removes:
        for document in cleaner.clean(Record("k", "", "k", case.text)).documents:
            if not document.text:
                continue
            again = cleaner.clean(Record("k", "", "k", document.text))
            assert [(row.rule, row.text) for row in again.removals if row.applied] == [], case.text
