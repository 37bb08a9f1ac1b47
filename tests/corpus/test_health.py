"""Rule health: counts, sites, samples in their place, and the questions."""

from __future__ import annotations

import pytest

from cleaners.errors import SetupError
from corpus.health import RuleHealth, health, questions
from corpus.run import run

KNOWN = {"ad/fake", "ad/silent"}


@pytest.fixture
def out(make_config, write_lines, in_process):
    rows = [
        {"id": "one", "url": "https://www.harbour.example/1", "text": "The ferry sailed. [Ad] It came back. [Ad]"},
        {"id": "two", "url": "https://hill.example/2", "text": "Nothing was sold.\n[Ad]\nNobody minded."},
        {"id": "three", "url": "https://hill.example/3", "text": "A quiet day."},
    ]
    write_lines("a.jsonl", rows)
    config = make_config(source={"fields": {"url": "url"}})
    assert run(config).problem is None
    return config.output


def test_counts_findings_documents_and_sites(out):
    found = health(out, KNOWN)
    rule = found.rules[0]
    assert (found.documents, found.sites) == (3, 2)
    assert (rule.rule, rule.removed, rule.marked, rule.documents, rule.sites) == ("ad/fake", 3, 0, 2, 2)
    assert (rule.site, rule.share, rule.length, rule.questions) == ("harbour.example", 0.667, 4, ())


def test_samples_stand_in_their_place_one_site_after_the_other(out):
    samples = health(out, KNOWN, samples=2).rules[0].samples
    assert {sample.site for sample in samples} == {"harbour.example", "hill.example"}
    (hill,) = (sample for sample in samples if sample.site == "hill.example")
    assert (hill.before, hill.text, hill.after) == ("Nothing was sold.\n", "[Ad]", "\nNobody minded.")


def test_a_rule_that_never_fired_is_listed_and_questioned(out):
    assert health(out, KNOWN).rules[1] == RuleHealth("ad/silent", questions=("never fired",))


def test_a_rule_that_is_no_longer_in_use_is_questioned(out):
    assert health(out, {"ad/silent"}).rules[0].questions == ("not among the rules in use",)


def test_a_prefix_limits_the_report(out):
    assert [rule.rule for rule in health(out, KNOWN, prefix="ad/s").rules] == ["ad/silent"]


def test_the_same_output_gives_the_same_report(out):
    assert health(out, KNOWN) == health(out, KNOWN)


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ({"documents": 30, "sites": 20}, []),
        ({"documents": 30, "sites": 1, "site": "hill.example"}, ["hill.example only"]),
        ({"documents": 4, "sites": 1, "site": "hill.example"}, []),
        ({"documents": 500, "sites": 20}, ["50% of the documents"]),
        ({"documents": 30, "sites": 20, "length": 2_400}, ["2400 characters"]),
    ],
)
def test_questions(more, asked):
    found = questions(RuleHealth("ad/fake", removed=9, **more), KNOWN, 1_000, 40)
    assert len(found) == len(asked)
    assert all(part in question for part, question in zip(asked, found, strict=True))


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(SetupError, match="holds no tables"):
        health(tmp_path, KNOWN)
