"""Exports hold every document, whole, in the form that the other tool reads."""

import csv
import gzip
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import yaml
import zstandard

from cleaners.errors import SetupError
from cleaners.pipeline import Cleaner
from corpus import export as exporting
from corpus.export import columns, export
from corpus.load import load
from corpus.run import run

TEXTS = {
    "quay": 'AURORA, Colo. (AP) -- The quay, "closed" since May,\nis open.\n\nIts keeper said so; nobody minded, he told reporters.',
    "mill": "Share this article\n\nThe mill burned down on Monday night, and the café beside it.",
    "odd": "A tab\there, a NUL\x00there, a line end\u2028between.",
}


@pytest.fixture
def out(make_config, in_process, monkeypatch, write_lines):
    monkeypatch.setattr(in_process, "clean", Cleaner().clean)
    rows = [
        {"id": id, "url": f"https://a.example/{id}", "date": "2019-03-02", "beat": [1], "text": text}
        for id, text in TEXTS.items()
    ]
    write_lines("a.jsonl", rows)
    (write_lines("b.jsonl", []).parent / "c.txt").write_text("It rained all night, the mayor said.")
    config = make_config(source={"name": "news"})
    run(config)
    return config.output


def test_json_lines(out, tmp_path):
    assert export(out, "jsonl", tmp_path / "a.jsonl") == 4
    rows = {row["key"]: row for row in map(json.loads, (tmp_path / "a.jsonl").read_text().splitlines())}
    texts = dict(zip(load(out).documents["id"], load(out).documents["text"], strict=True))
    assert {row["id"]: row["text"] for row in rows.values()} == texts
    quay = rows["quay"]
    assert (quay["source"], quay["path"], quay["url"], quay["extra"]) == (
        "news",
        "a.jsonl",
        "https://a.example/quay",
        {"beat": [1]},
    )
    assert quay["date"] == quay["published"]["date"] == "2019-03-02"
    assert quay["quality"]["lines"] >= 2
    assert list(quay) == columns().names


@pytest.mark.parametrize(
    ("ending", "unpack"),
    [
        (".gz", gzip.decompress),
        (".zst", lambda packed: zstandard.ZstdDecompressor().decompressobj().decompress(packed)),
    ],
)
def test_packed_files(ending, unpack, out, tmp_path):
    for name in ("a", "b"):
        export(out, "jsonl", tmp_path / f"{name}.jsonl{ending}")
    export(out, "jsonl", tmp_path / "c.jsonl")
    packed = (tmp_path / f"a.jsonl{ending}").read_bytes()
    assert unpack(packed) == (tmp_path / "c.jsonl").read_bytes()
    assert packed == (tmp_path / f"b.jsonl{ending}").read_bytes()


def test_csv(out, tmp_path):
    export(out, "csv", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    documents = load(out).documents.set_index("id")
    assert {id: row["text"] for id, row in rows.items()} == dict(documents["text"])
    [quay] = [row for row in rows.values() if row["key"] == "quay"]
    assert json.loads(quay["quality"])["lines"] >= 2
    assert (quay["date"], quay["crawl_date"]) == ("2019-03-02", "")


def test_a_data_set(out, tmp_path, monkeypatch):
    monkeypatch.setattr(exporting, "FILE_BYTES", 1)
    monkeypatch.setattr(exporting, "ROWS", 3)
    assert export(out, "hf", tmp_path / "set") == 4
    assert sorted(path.name for path in (tmp_path / "set" / "data").iterdir()) == [
        "train-00000-of-00002.parquet",
        "train-00001-of-00002.parquet",
    ]
    table = pq.read_table(tmp_path / "set" / "data")
    assert table.num_rows == 4
    assert "map" not in str(table.schema)
    assert set(table["text"].to_pylist()) == set(load(out).documents["text"])
    head = yaml.safe_load((tmp_path / "set" / "README.md").read_text().split("---")[1])
    assert head["configs"][0]["data_files"] == [{"split": "train", "path": "data/train-*.parquet"}]
    assert head["size_categories"] == ["n<1K"]
    with pytest.raises(SetupError, match="is there already"):
        export(out, "hf", tmp_path / "set")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_nothing_half_written_stays(out, tmp_path, monkeypatch):
    def broken(*_):
        raise KeyboardInterrupt

    (tmp_path / "a.csv").write_text("before")
    monkeypatch.setattr(exporting, "_cell", broken)
    with pytest.raises(KeyboardInterrupt):
        export(out, "csv", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "in", "out"]


@pytest.mark.parametrize(
    ("format", "to", "problem"),
    [
        ("hf", None, "needs a folder"),
        ("csv", "no/such/folder/a.csv", "cannot be written"),
        ("hf", "in", "is there already"),
    ],
)
def test_where_it_cannot_go(format, to, problem, out, tmp_path):
    with pytest.raises(SetupError, match=problem):
        export(out, format, to and tmp_path / to)


def test_no_output(tmp_path):
    with pytest.raises(SetupError, match="holds no tables"):
        export(Path(tmp_path), "jsonl")
