"""The stable shape of the output, and its coordinates."""

import pytest

from cleaners import clean

KEYS = [
    "source_key",
    "doc_id",
    "part",
    "segments",
    "text",
    "title",
    "published",
    "dateline",
    "authors",
    "byline",
    "embeds",
    "credits",
    "language",
    "encoding",
    "removals",
    "repairs",
    "flags",
]
REMOVAL = ["start", "end", "raw_start", "raw_end", "text", "category", "rule", "confidence", "applied"]

STORY = "AURORA, Colo. -- The caf&eacute; didn`t open on Tuesday, its owner said.\n\nSign up for our daily newsletter here.\n"


def test_keys():
    [document] = clean(STORY, key="a")
    assert list(document) == KEYS
    assert list(document["removals"][0]) == REMOVAL
    assert list(document["repairs"][0]) == ["start", "before", "after", "fix"]


def test_a_rejection():
    [rejected] = clean(b"", key="a")
    assert rejected["source_key"] == "a"
    assert rejected["rejected"]["stage"] == "decode"
    assert rejected["rejected"]["reason"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_raw_offsets_count_in_the_input(line_end):
    raw = STORY.replace("\n", line_end)
    [document] = clean(raw.encode())
    assert len(document["removals"]) == 2
    for removal in document["removals"]:
        assert raw[removal["raw_start"] : removal["raw_end"]] == removal["text"]
    for repair in document["repairs"]:
        assert raw[repair["start"] :].startswith(repair["before"])
    [[start, end]] = document["segments"]
    assert (start, end) == (0, len(raw))


def test_a_repair_at_the_very_end_is_told():
    [document] = clean("It rained all day.\u00ad")
    assert [(repair["start"], repair["before"]) for repair in document["repairs"]] == [(18, "\u00ad")]


def test_repairs_stand_with_their_document():
    body = "It rained all day in the caf\u00c3\u00a9. "
    first, second = clean(f"{body}\n\n==========\n\n{body}")
    assert len(first["repairs"]) == len(second["repairs"]) == 1
    assert first["repairs"][0]["start"] < second["repairs"][0]["start"]
