"""What is forgotten is gone from every file, stays gone, and nothing else goes with it."""

import json
from pathlib import Path

import pytest

from cleaners.errors import SetupError
from cleaners.pipeline import Cleaner
from corpus import forget as forgetting
from corpus import output
from corpus.compact import compact
from corpus.forget import Forgetting, forget
from corpus.load import load
from corpus.relate import relate
from corpus.restore import restore, verify
from corpus.run import run
from corpus.tombstones import Forgotten, site_name
from tests.corpus.upkeep import said

ROWS = [
    {"id": "heron", "url": "https://www.pond.example/1", "text": "Two herons nest on the island.[Ad] "},
    {"id": "ferry", "url": "https://news.harbour.example/2", "text": "The ferry sailed at noon.[Ad]"},
    {"id": "crane", "site": "harbour.example", "text": "A crane fell into the basin."},
    {"id": "tug", "site": "The Daily Tug", "text": "REFUSE to tell of the tug."},
    {"id": "twin", "text": "Two herons nest on the island.[Ad] "},
]


@pytest.fixture
def config(make_config, write_lines, in_process):
    write_lines("a.jsonl", ROWS)
    config = make_config(rejected_share=1)
    run(config)
    return config


def keys(config):
    return sorted(load(config.output).records["key"])


@pytest.mark.parametrize(
    ("what", "words", "left"),
    [
        ({"records": ["ferry"]}, [b"ferry sailed", b"news.harbour.example"], "crane heron tug twin"),
        ({"records": ["tug"]}, [b"tell of the tug", b"Daily Tug"], "crane ferry heron twin"),
        ({"sites": ["Harbour.example"]}, [b"ferry sailed", b"crane fell", b"news.harbour"], "heron tug twin"),
        ({"sites": ["the daily tug"]}, [b"tell of the tug", b"Daily Tug"], "crane ferry heron twin"),
    ],
)
def test_it_is_gone_from_every_byte_and_stays_gone(what, words, left, config, in_process, write_lines):
    before = said(config.output)
    assert all(word in before for word in words)
    gone = forget(config.output, **what)
    assert gone.records == len(ROWS) - len(left.split())
    assert keys(config) == left.split()
    assert not any(word in said(config.output) for word in words)
    in_process.seen.clear()
    assert run(config).read == 0, "the shard stands as it is"
    write_lines("a.jsonl", [*ROWS, {"id": "new", "text": "A new day."}])
    summary = run(config)
    assert in_process.seen == ["new"]
    assert keys(config) == sorted([*left.split(), "new"])
    assert summary.totals["forgotten"] == gone.records
    assert f"{gone.records} left out as forgotten" in summary.message
    assert not any(word in said(config.output) for word in words)
    assert verify(config.output).unread == ()
    run(config.model_copy(update={"cleaning": config.cleaning.model_copy(update={"brake": 0.5})}))
    assert not any(word in said(config.output) for word in words), "cleaned again, and still left out"


def test_new_records_of_a_forgotten_site_are_left_out(config, write_lines):
    assert forget(config.output, sites=["www.mill.example"]) == Forgetting()
    write_lines("a.jsonl", [*ROWS, {"id": "mill", "url": "http://mill.example/9", "text": "The mill burned."}])
    assert run(config).totals["forgotten"] == 1
    assert b"mill burned" not in said(config.output)


def test_a_page_that_names_a_forgotten_site_itself(make_config, in_process, monkeypatch, tmp_path):
    monkeypatch.setattr(in_process, "clean", Cleaner().clean)
    head = '<head><link rel="canonical" href="https://www.quay.example/a"></head>'
    page = f"<html>{head}<body><article><p>{'The quay is closed for repairs. ' * 20}</p></article></body></html>"
    (tmp_path / "in" / "a.html").write_text(page)
    (tmp_path / "in" / "b.txt").write_text("It rained.")
    config = make_config()
    run(config)
    assert len(load(config.output).records) == 2
    forget(config.output, sites=["quay.example"])
    assert keys(config) == ["b.txt"]
    (tmp_path / "in" / "c.html").write_text(page)
    run(config)
    assert keys(config) == ["b.txt"]
    assert b"quay is closed" not in said(config.output)
    assert verify(config.output).unread == ()


def test_relations_and_old_facts_go_with_it(config):
    relate(config.output)
    assert len(load(config.output).relations) == 2
    gone = forget(config.output, records=["twin"])
    assert (gone.relations, len(load(config.output).relations)) == (2, 0)
    forget(config.output, records=["tug"])
    for path in (Path(config.output) / "_runs").glob("*.json"):
        assert json.loads(path.read_text())["totals"]["rejections"] == {}


STORY = "The council voted on Monday to close the old bridge over the river for two years, its chairman said."
OTHER = "Two herons nest on the island in the pond behind the school, didn`t they, the keeper told reporters."


@pytest.fixture
def digest(make_config, in_process, monkeypatch, write_lines):
    """A record of two articles, and one of one."""
    monkeypatch.setattr(in_process, "clean", Cleaner().clean)
    write_lines(
        "a.jsonl",
        [
            {"id": "two", "title": STORY[:30], "summary": STORY, "text": f"{STORY}\n\n==========\n\n{OTHER}\n"},
            {"id": "one", "text": "It rained all night, the mayor said."},
        ],
    )
    config = make_config()
    run(config)
    assert len(load(config.output).documents) == 3
    return config


def test_one_document_of_a_record(digest, in_process, write_lines):
    documents = load(digest.output).documents
    gone = documents[documents["text"].str.startswith("The council")].iloc[0]
    assert forget(digest.output, documents=[gone["id"]]) == Forgetting(records=0, documents=1, removals=1)
    assert b"council voted" not in said(digest.output)
    [two] = restore(digest.output, "two")
    assert (two.partly, two.content) == (True, None)
    texts = sorted(load(digest.output).documents["text"])
    assert [text[:10] for text in texts] == ["It rained ", "Two herons"]
    assert run(digest).read == 0
    assert (verify(digest.output).partly, verify(digest.output).unread) == (1, ())
    again = digest.model_copy(update={"cleaning": digest.cleaning.model_copy(update={"brake": 0.5})})
    assert run(again).cleaned == 2
    assert sorted(load(digest.output).documents["text"]) == texts
    assert b"council voted" not in said(digest.output)
    # The other one after it: then nothing is left of the record.
    other = load(digest.output).documents
    forget(digest.output, documents=[other[other["record"] == gone["record"]].iloc[0]["id"]])
    assert keys(digest) == ["one"]


def test_a_forgotten_document_in_a_text_that_changed_takes_the_record_along(digest, write_lines):
    documents = load(digest.output).documents
    forget(digest.output, documents=[documents[documents["text"].str.startswith("The council")].iloc[0]["id"]])
    write_lines("a.jsonl", [{"id": "two", "text": f"New: {STORY}\n\n==========\n\n{OTHER}\n"}])
    run(digest)
    assert keys(digest) == []
    assert b"council voted" not in said(digest.output)


def test_every_document_of_a_record_is_the_record(digest):
    documents = load(digest.output).documents
    ids = documents[documents["record"] == documents[documents["text"].str.startswith("Two")].iloc[0]["record"]]["id"]
    assert forget(digest.output, documents=list(ids)).records == 1
    assert keys(digest) == ["one"]


def test_a_dry_run_takes_nothing_away(config):
    before = said(config.output)
    assert forget(config.output, sites=["harbour.example"], dry_run=True).records == 2
    assert said(config.output) == before


def test_in_a_bundle(make_config, write_lines, in_process):
    for name in "abcdef":
        write_lines(
            f"{name}.jsonl", [{"id": f"{name}{number}", "text": f"{name} {number} told."} for number in range(9)]
        )
    config = make_config(shard_bytes=1_000)
    run(config)
    compact(config.output)
    assert b"c 4 told" in said(config.output)
    forget(config.output, records=["c4"])
    assert b"c 4 told" not in said(config.output)
    assert (len(keys(config)), run(config).read) == (53, 0)


@pytest.mark.parametrize("step", ["_rewrite", "_drop_broken", "_mark", "_relations", "_facts"])
def test_killed_in_the_middle(step, config, monkeypatch, in_process):
    """The next run, or the same call, does the rest."""

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(forgetting, step, killed)
        with pytest.raises(KeyboardInterrupt):
            forget(config.output, records=["ferry"])
    in_process.seen.clear()
    run(config)
    assert (b"ferry sailed" in said(config.output), in_process.seen) == (False, [])
    assert keys(config) == ["crane", "heron", "tug", "twin"]
    forget(config.output, records=_tombstones(config))
    assert b"ferry sailed" not in said(config.output)


def _tombstones(config):
    return json.loads((Path(config.output) / "_forgotten.json").read_text())["records"]


def test_files_that_a_killed_run_left_half_exchanged_go_too(config):
    name = "news-0000-of-0001"
    output.file(config.output, "documents", "news-0007-of-0008").write_bytes(
        output.file(config.output, "documents", name).read_bytes()
    )
    forget(config.output, records=["ferry"])
    assert b"ferry sailed" not in said(config.output)


@pytest.mark.parametrize(
    ("what", "problem"),
    [
        ({"records": ["nobody"]}, "no record has the id or key 'nobody'"),
        ({"documents": ["nothing"]}, "no document has the id 'nothing'"),
        ({"sites": ["https://"]}, "a site has no name"),
    ],
)
def test_what_cannot_be_forgotten(what, problem, config):
    before = said(config.output)
    with pytest.raises(SetupError, match=problem):
        forget(config.output, **what)
    assert said(config.output) == before


def test_a_key_of_several_records(make_config, write_lines, in_process):
    for name in "ab":
        write_lines(f"{name}.jsonl", [{"text": name}])
    config = make_config()
    run(config)
    with pytest.raises(SetupError, match="2 records have the key '#1'"):
        forget(config.output, records=["#1"])


def test_a_list_that_cannot_be_read_stops_the_run(config):
    (Path(config.output) / "_forgotten.json").write_text("[")
    with pytest.raises(SetupError, match="the list of what is forgotten cannot be read"):
        run(config)


@pytest.mark.parametrize(
    ("known", "is_of"),
    [
        ("https://harbour.example/x", True),
        ("http://www.news.Harbour.example:80/", True),
        ("harbour.example", True),
        ("notharbour.example", False),
        ("https://other.example/harbour.example", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_what_is_of_a_site(known, is_of):
    assert Forgotten(sites=frozenset({site_name("harbour.example")})).of_site(known) is is_of
