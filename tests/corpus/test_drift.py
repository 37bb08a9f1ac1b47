"""Drift: what moved is named, what only looks like it is not, and no alarm is lost or repeated."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import drift, output, profile
from corpus.config import Drift, load_config
from corpus.drift import compare, watch
from corpus.forget import forget
from corpus.run import _together, _until, finish, prepare, run

BOUNDS = Drift()


def site(documents, removed=0.0, empty=0, undated=0, rejected=0, rules=None, languages=None):
    """Sums of one site; ``removed`` and the rules' values are means."""
    return {
        "records": documents + rejected,
        "documents": documents,
        "rejected": rejected,
        **shares("removed", removed, documents),
        "empty": empty,
        "undated": undated,
        **{
            key: value
            for name, mean in (rules or {}).items()
            for key, value in shares(f"rule {name}", mean, documents).items()
        },
        **{f"language {name}": share * documents for name, share in (languages or {"en": 1}).items()},
    }


def shares(name, mean, documents):
    """Sums of shares that are spread as an exponential's would be."""
    return {name: mean * documents, f"squares {name}": min(2 * mean**2, mean) * documents}


HARBOUR = site(400, 0.05, empty=2, undated=20, rules={"ad/label": 0.02, "caption/label": 0.03})
HILL = site(300, 0.10, undated=15, rules={"ad/label": 0.05, "caption/label": 0.05})
BEFORE = {"harbour.example": HARBOUR, "hill.example": HILL}

MOVES = {
    "a site is taken apart": (
        site(120, 0.48, rules={"ad/label": 0.05, "caption/label": 0.43}),
        "site hill.example: removed share 10.0% before, 48.0% in 120 new documents, most by rule caption/label",
    ),
    "a rule eats": (site(120, 0.16, rules={"ad/label": 0.11, "caption/label": 0.05}), "rule ad/label: removed share 5.0%"),
    "texts are empty": (site(120, 0.10, empty=60), "site hill.example: empty texts 0.0% before, 50.0%"),
    "dates are gone": (site(120, 0.10, undated=120), "site hill.example: documents without a date 5.0% before, 100.0%"),
    "records are refused": (site(60, 0.10, rejected=60), "site hill.example: rejected 0.0% before, 50.0% in 120 new records"),
    "another language": (site(120, 0.10, languages={"de": 1}), "language de: share of documents 0.0% before, 100.0%"),
    "a rule falls silent": (site(120, 0.04, rules={"ad/label": 0, "caption/label": 0.04}), "rule ad/label: removed share 5.0%"),
}  # fmt: skip


@pytest.mark.parametrize(("now", "said"), MOVES.values(), ids=MOVES)
def test_what_moved_is_named(now, said):
    moved = [str(change) for change in compare(BEFORE, {"hill.example": now}, BOUNDS) if change.verdict == "moved"]
    assert any(one.startswith(said) for one in moved), moved


STEADY = {
    "the same again": BEFORE,
    "another mix of sites": {"hill.example": HILL, "harbour.example": site(50, 0.05, rules={"ad/label": 0.02})},
    "a site that was not there before": {"new.example": site(500, 0.9, empty=300, rejected=100)},
    "fewer than are compared": {"hill.example": site(49, 0.9, empty=49, undated=49)},
    "three of fifty": {"harbour.example": site(50, 0.05, empty=3)},
    "a little more": {"hill.example": site(10_000, 0.15, undated=500, rules={"ad/label": 0.07, "caption/label": 0.07})},
}


@pytest.mark.parametrize("now", STEADY.values(), ids=STEADY)
def test_what_only_looks_like_it_is_not_named(now):
    assert [str(change) for change in compare(BEFORE, now, BOUNDS) if change.verdict == "moved"] == []


@given(st.integers(0, 1 << 30))
@settings(max_examples=20, deadline=None)
def test_chance_alone_moves_nothing(seed):
    draw = random.Random(seed)

    def sample(shares, count):
        return {
            f"{name}.example": site(
                count,
                sum(draw.betavariate(1, 9) for _ in range(count)) / count,
                empty=sum(draw.random() < share for _ in range(count)),
                undated=sum(draw.random() < 10 * share for _ in range(count)),
            )
            for name, share in shares.items()
        }

    shares = {number: draw.uniform(0, 0.08) for number in range(12)}
    assert not [one for one in compare(sample(shares, 60), sample(shares, 55), BOUNDS) if one.verdict == "moved"]


def test_a_bound_of_one_switches_a_measure_off():
    now = {"hill.example": site(120, 0.10, empty=120, rules={"ad/label": 0.05, "caption/label": 0.05})}
    assert not [one for one in compare(BEFORE, now, Drift(empty=1)) if one.verdict == "moved"]


# Nights on end, with a cleaner that takes out every [Ad]: who writes more of them is cleaned more.

CLEAN = "The ferry sailed at noon and came back before dark, the office said."
DIRTY = "The ferry sailed." + " [Ad]" * 40
WORSE = CLEAN + "[Ad]" * 6


@pytest.fixture
def night(make_config, write_lines, in_process):
    """Write a night's records of some sites, run, and return the facts. ``text`` for one site, or all."""
    given = Drift(documents=20)
    number = iter(range(10_000))

    def write(name, **texts):
        rows = [
            {"id": f"r{next(number)}", "url": f"https://{site_}.example/{index}", "text": f"{index}. {text}"}
            for site_, (count, text) in texts.items()
            for index in range(count)
        ]
        write_lines(f"{name}.jsonl", rows)

    config = make_config(source={"fields": {"url": "url"}}, drift=given.model_dump())

    def go(name=None, cleaning=None, limit=None, **texts):
        if name:
            write(name, **texts)
        chosen = config.model_copy(update={"cleaning": cleaning}) if cleaning else config
        with output.writing(chosen.output):
            plan = prepare(chosen)
            results, failures = _until(plan, limit, False, _quiet) if limit else _together(plan, False, _quiet)
            return finish(plan, results, failures=failures, limited=limit is not None, watch=True)

    go.config = config
    return go


def _quiet(shard, more):
    pass


@pytest.fixture(autouse=True)
def _characters(monkeypatch, cleaner):
    """The cleaner without rules gives no quality signals; drift needs the length."""
    clean = cleaner.clean

    def measured(record):
        made = clean(record)
        if hasattr(made, "documents"):
            documents = tuple(replace(one, quality={"characters": float(len(one.text))}) for one in made.documents)
            made = replace(made, documents=documents)
        return made

    monkeypatch.setattr(cleaner, "clean", measured)


def test_the_first_run_has_nothing_to_compare_with(night):
    facts = night("one", hill=(30, CLEAN))
    assert (facts.drift, facts.problem) == (drift.Report(None, 30), None)


def test_a_night_like_the_last_is_fine(night):
    night("one", hill=(30, CLEAN), harbour=(30, DIRTY))
    facts = night("two", hill=(25, CLEAN), harbour=(25, DIRTY))
    assert facts.problem is None
    assert (facts.drift.new, facts.drift.moved) == (50, [])
    assert {change.verdict for change in facts.drift.changes if change.subject.startswith("site")} == {"steady"}


def test_a_site_that_changed_fails_the_run_once_and_stays_in_sight(night):
    night("one", hill=(200, CLEAN), harbour=(200, CLEAN))
    facts = night("two", hill=(30, DIRTY), harbour=(30, CLEAN))
    assert facts.problem.startswith(
        "drift since the last run: site hill.example: removed share 0.0% before, 72.5% in 30 new documents, most by rule ad/fake"
    )
    stored = json.loads((Path(facts.output) / "_runs" / f"{facts.id}.json").read_text())
    assert stored["drift"]["changes"][0]["subject"] == "site hill.example"

    assert night().problem is None  # nothing is new
    still = night("three", hill=(30, DIRTY), harbour=(30, CLEAN))
    assert still.problem is None
    assert still.drift.changes[0].verdict == "known"

    assert night("four", hill=(60, CLEAN)).problem is None  # mended
    assert "hill.example" in night("five", hill=(200, DIRTY)).problem  # and broken again


def test_a_site_of_few_articles_is_judged_when_enough_have_come_together(night):
    night("one", hill=(100, CLEAN), harbour=(100, CLEAN))
    for name in ("two", "three"):
        facts = night(name, hill=(8, WORSE), harbour=(150, CLEAN))
        assert facts.problem is None
    assert "site hill.example: removed share 0.0% before, 25.3% in 24 new" in night("four", hill=(8, WORSE)).problem


def test_a_source_that_is_written_anew_every_night_is_held_to_last_night(night):
    night("news", hill=(60, CLEAN))
    assert night("news", hill=(60, CLEAN)).problem is None
    assert "hill.example" in night("news", hill=(60, DIRTY)).problem


def test_other_rules_are_held_to_what_the_same_records_were_like(night):
    first = night("one", hill=(60, DIRTY))
    notes = Path(first.output, drift.FOLDER, drift.STATE)
    last = json.loads(notes.read_text())
    last["profile"]["hill.example"] |= {"removed": 0.6, "rule ad/fake": 0.6}  # older rules took less
    notes.write_text(json.dumps(last))
    facts = night(cleaning=night.config.cleaning.model_copy(update={"disabled": ("ad/label",)}))
    assert "hill.example: removed share 1.0% before, 72.5% in the same documents, cleaned again" in facts.problem


def test_what_a_killed_or_limited_run_left_out_is_looked_at_by_the_next(night):
    first = night("one", hill=(60, CLEAN))
    assert night("two", limit=80, hill=(30, DIRTY)).drift is None
    notes = Path(first.output, drift.FOLDER, drift.STATE)
    before = notes.read_bytes()
    run(night.config)  # comes to its end without a look, as one that is killed before it
    assert notes.read_bytes() == before
    assert "hill.example" in night().problem


def test_notes_that_cannot_be_read_are_as_none(night):
    facts = night("one", hill=(60, CLEAN))
    for broken in ("", "[]", '{"version": 0}', '{"version": 1}'):
        Path(facts.output, drift.FOLDER, drift.STATE).write_text(broken)
        again = watch(facts.output, facts.files, "again", facts.fingerprint, BOUNDS)
        assert (again.against, again.new) == (None, 60)


def test_a_forgotten_site_leaves_the_notes(night):
    night("one", hill=(60, CLEAN), harbour=(60, CLEAN))
    facts = night("two", hill=(60, DIRTY))
    notes = Path(facts.output, drift.FOLDER, drift.STATE)
    assert "hill.example" in notes.read_text()
    forget(facts.output, sites=["hill.example"])
    assert "hill" not in notes.read_text()
    assert "harbour.example" in notes.read_text()


def test_a_profile_does_not_depend_on_the_shards(night, tmp_path):
    one = night("one", hill=(30, CLEAN), harbour=(30, DIRTY))
    whole = profile.count(one.output, one.files)
    small = night.config.model_copy(update={"shard_bytes": 1_000, "output": str(tmp_path / "small")})
    many = run(small)
    assert len(many.files) > 3
    parts = profile.count(many.output, many.files)
    assert parts.new == {site: pytest.approx(sums, abs=1e-4) for site, sums in whole.new.items()}
    assert sorted(parts.arrived) == sorted(whole.arrived)


def test_bounds_are_read_from_the_config(tmp_path):
    (tmp_path / "my.yaml").write_text("sources: [{name: a, path: b}]\ndrift: {removed: 0.3}\n")
    assert load_config(tmp_path / "my.yaml").drift == Drift(removed=0.3)
