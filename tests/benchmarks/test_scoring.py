"""The scores: characters, spans, damage, boundaries, metadata, text mode, intervals."""

from __future__ import annotations

import pytest

from benchmarks.figures import as_json, report, show, summary
from benchmarks.goldset import FOLDER, parse, read
from benchmarks.scoring import score, stretches

GOLD = parse(
    "x\noutlet: a.example\n\n⟦headline|Rain⟧\n⟦ad|Advertisement⟧\nIt rained all day in the north.\n⟦share_social|Share⟧",
    "en",
)
RAIN, AD, STORY, SHARE = (0, 4), (5, 18), (19, 50), (51, 56)


def answer(*spans, **more):
    return {"removed": [{"start": start, "end": end} for start, end in spans], **more}


@pytest.mark.parametrize(
    ("prediction", "found", "missed", "wrong", "perfect"),
    [
        (None, 0, 18, 0, 0),
        (answer(AD, SHARE), 18, 0, 0, 1),
        (answer(AD, SHARE, RAIN), 18, 0, 0, 1),
        (answer((5, 56)), 18, 0, 25, 0),
        (answer(AD), 13, 5, 0, 0),
        (answer((5, 16), SHARE), 16, 2, 0, 1),
        (answer((-4, 400)), 18, 0, 25, 0),
        ({"clean_text": "It rained all day in the north."}, 18, 0, 0, 1),
        ({"clean_text": "Rain\n\nIt “rained” all day in the north. Share"}, 13, 5, 0, 0),
        ({"clean_text": ""}, 18, 0, 25, 0),
    ],
)
def test_characters(prediction, found, missed, wrong, perfect):
    counts = score(GOLD, prediction).counts
    assert (counts["found"], counts["missed"], counts["wrong"], counts["perfect"]) == (found, missed, wrong, perfect)
    assert counts["damaged"] == (wrong > 2)


def test_a_span_counts_as_found_from_nine_tenths_on():
    counts = score(GOLD, answer((5, 17), (51, 55))).counts
    assert (counts["required/ad:found"], counts["required/share_social:found"]) == (1, 0)
    assert (counts["all/headline:spans"], counts["required/headline:spans"]) == (1, 0)


def test_labels_are_held_to_the_gold():
    removed = [{"start": 5, "end": 18, "category": "ad"}, {"start": 51, "end": 56, "category": "ad"}]
    counts = score(GOLD, {"removed": removed}).counts
    assert [counts[f"label/ad:{name}"] for name in ("characters", "right", "residue")] == [18, 13, 18]


@pytest.mark.parametrize(
    ("read_places", "both", "missed", "extra"),
    [([6], 1, 0, 0), ([9], 1, 0, 0), ([11], 0, 1, 1), ([], 0, 1, 0), ([6, 20], 1, 0, 1)],
)
def test_boundaries_may_be_off_by_three_characters(read_places, both, missed, extra):
    gold = parse("x\noutlet: a.example\n\nOne.\n\n⟦#⟧Two went home at night.", "en")
    counts = score(gold, answer(boundaries=read_places)).counts
    assert (counts["boundaries:both"], counts["boundaries:missed"], counts["boundaries:extra"]) == (both, missed, extra)


META = {
    "title": None,
    "date": "Sept. 8, 2020 at 9:22 a.m.",
    "dateline": {"place": "BREN", "region": "Colo.", "agency": "AP", "date": None, "raw": "BREN, Colo. (AP) —"},
    "byline": "Ann Orr; Bo Ek",
    "embeds": [
        {"platform": "twitter", "author": "Ann Orr", "handle": "@annorr", "date": "8 września 2020", "text": "Wet."}
    ],
    "credits": [{"raw": "(AP Photo/Bo Ek)", "agency": "AP", "photographer": "Bo Ek"}],
}
READ = {
    "date": "2020-09-08T09:22",
    "dateline": {"place": "Bren", "region": "Colorado", "agency": "The Associated Press"},
    "byline": ["Ann Orr", "Bo Ek"],
    "embeds": [{"platform": "twitter", "author": "Ann Orr", "handle": "annorr", "date": "2020-09-08", "text": "Wet."}],
    "credits": [{"raw": "AP Photo/Bo Ek", "agency": "Associated Press", "photographer": "Bo Ek"}],
}


def metadata(read_meta):
    counts = score({**GOLD, "meta": META}, answer(meta=read_meta)).counts
    asked = [key.removesuffix(":asked") for key in counts if key.endswith(":asked")]
    return {name: (counts[f"{name}:right"], counts[f"{name}:asked"]) for name in asked}


def test_metadata_read_otherwise_but_right():
    fields = metadata(READ)
    assert len(fields) == 12
    assert set(fields.values()) == {(1, 1)}


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("date.day", {"date": "2020-08-09"}),
        ("dateline.place", {"dateline": {"place": "Breno", "region": "Colo.", "agency": "AP"}}),
        ("dateline.agency", {"dateline": {"place": "Bren", "region": "Colo.", "agency": None}}),
        ("byline.names", {"byline": "Carl Frost"}),
        ("embeds.handle", {"embeds": [{**READ["embeds"][0], "handle": "annor"}]}),
        ("credits.photographer", {"credits": [{**READ["credits"][0], "photographer": None}]}),
    ],
)
def test_metadata_read_wrong(name, changed):
    fields = metadata({**READ, **changed})
    assert fields.pop(name) == (0, 1)
    assert set(fields.values()) == {(1, 1)}


def test_a_value_that_is_not_there_is_extra():
    counts = score(GOLD, answer(meta={**READ, "dateline": None})).counts
    assert (counts["byline:extra"], counts["embeds:extra"], counts["credits:extra"], counts["dateline:extra"]) == (
        1,
        1,
        1,
        0,
    )


def oracle(gold):
    required = [span for span in gold["spans"] if not span.get("optional")]
    return {"removed": required, "meta": gold["meta"], "boundaries": gold["boundaries"]}


def test_the_gold_itself_scores_full_marks():
    gold = list(read([FOLDER]))
    figures = report([score(document, oracle(document)) for document in gold])
    overall = figures["overall"]
    assert overall["perfect documents"].value == overall["recall"].value == overall["clean documents kept"].value == 1
    assert overall["article characters taken"].value == 0
    assert {value.value for value in figures["metadata"].values() if value.of} == {1}


def test_clean_texts_of_the_gold_score_full_marks():
    gold = [document for document in read([FOLDER]) if document["lang"] == "de"]
    figures = report([score(document, {"clean_text": document["clean_text"]}) for document in gold])
    assert figures["overall"]["recall"].value == pytest.approx(1, abs=0.01)
    assert figures["overall"]["article characters taken"].value == pytest.approx(0, abs=0.01)


def test_a_report_is_the_same_in_every_run_and_can_be_read_by_people_and_machines():
    scored = [score(document, {"removed": document["spans"][:2]}) for document in read([FOLDER])]
    first, second = report(scored), report(list(reversed(scored)))
    assert {**as_json(first), "languages": 0} == {**as_json(second), "languages": 0}
    recall = first["overall"]["recall"]
    assert recall.low < recall.value < recall.high
    assert summary(first).startswith(f"{len(scored)} documents of ")
    assert any(line.startswith("caption") for line in show(first))


def test_stretches_leave_white_space_and_crumbs_out():
    covered = bytearray([1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 1, 1])
    assert list(stretches(covered, "abcd efg. hi")) == [(0, 8)]
