import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.model import Rejection
from corpus.config import Config, Source
from corpus.delimited import read_csv, read_delimited
from corpus.shards import Shard, plan, read

SOURCE = Source(name="s", path="p")


def told(entries):
    """Key and content, or key and reason."""
    return [
        (entry.record.key, f"!{entry.item.reason}" if isinstance(entry.item, Rejection) else entry.item.content)
        for entry in entries
    ]


def read_bytes(content, name="a.csv", limit=1_000, source=SOURCE):
    return list(read_delimited(source, name, io.BytesIO(content), limit))


FILES = {
    "plain": (b"id,text\na,It rained.\n", [("a", "It rained.")]),
    "windows line ends": (b"id,text\r\na,It rained.\r\n", [("a", "It rained.")]),
    "no line end at the end": (b"id,text\na,It rained.", [("a", "It rained.")]),
    "quotes, commas and line ends inside": (
        b'id,text\na,"He said: ""Rain, again."""\nb,"One.\r\nTwo.\n"\n',
        [("a", 'He said: "Rain, again."'), ("b", "One.\r\nTwo.\n")],
    ),
    "a mark at the start": (b'\xef\xbb\xbf"id",text\na,x y\n', [("a", "x y")]),
    "semicolons": (b'id;"text, long"; text\na;x;"a;b"\n', [("a", "a;b")]),
    "no id": (b"text\nOne.\n\nTwo.\n", [("#1", "One."), ("#2", "Two.")]),
    "UTF-8": ("id,text\na,Es regnete über Nacht.\n".encode(), [("a", "Es regnete über Nacht.")]),
    "UTF-16": ("id\ttext\r\na\tEs regnete.\r\n".encode("utf-16"), [("a", "Es regnete.")]),
    "not UTF-8": (b"id,text,title\na,caf\xe9,r\xe9sum\xe9\n", [("a", b"caf\xe9")]),
    "too few values": (b"id,title,text\na,x\nb,y,z\n", [("#1", "!the row has 2 values, the fir"), ("b", "z")]),
    "too many values": (b"id,text\na,Rain, again\nb,z\n", [("#1", "!the row has 3 values, the fir"), ("b", "z")]),
    "cut off in a quote": (b'id,text\na,x\nb,"It rai', [("a", "x"), ("#2", "!the file is cut off: it ends")]),
    "too long": (
        b"id,text\na," + b"x" * 5_000 + b"\nb,z\n",
        [("#1", "!a row of more than 1,000 bytes"), ("b", "z")],
    ),
    "a quote that nothing closes": (
        b'id,text\na,"x\n' + b"c,y\n" * 400,
        [("#1", "!a row of more than 1,000 bytes")] + [("c", "y")] * 151,
    ),
    "a lone carriage return": (b"id,text\na,x\ry\nb,z\n", [("#1", "!the row is no CSV"), ("b", "z")]),
    "NUL": (b"id,text\na,x\0y\n", [("a", "x\0y")]),
    "no text": (b"id,size\na,3\n", [("a", "!no text field among the fields (id, size)")]),
    "names only": (b"id,text\n", []),
    "empty": (b"", []),
    "names that come again": (b"text,a,a,\nx,1,2,3\n", [("#1", "x")]),
}


@pytest.mark.parametrize(("content", "expected"), FILES.values(), ids=FILES)
def test_rows(content, expected):
    found = told(read_bytes(content))
    assert [key for key, _ in found] == [key for key, _ in expected]
    for (_, value), (_, wanted) in zip(found, expected, strict=True):
        assert value.startswith(wanted) if isinstance(wanted, str) and wanted[:1] == "!" else value == wanted


def test_the_other_columns_come_along():
    [entry] = read_bytes(b"text,a,a,\nx,1,2,3\n")
    assert entry.record.extra == {"a": "1", "a_3": "2", "column_4": "3"}
    [entry] = read_bytes(b"id,text,title\na,x,r\xe9sum\xe9\n")
    assert (entry.record.title, entry.record.extra) == ("r\ufffdsum\ufffd", {"title": "r\udce9sum\udce9"})


def test_a_rejected_row_keeps_its_bytes():
    [entry, _] = read_bytes(b'id,text\na,"x\ny",z\nb,w\n')
    assert entry.record.content == b'a,"x\ny",z\n'


def test_tabs_are_for_tsv_whatever_the_first_row_says():
    assert told(read_bytes(b"text, long\tid\nOne, two.\ta\n", "a.tsv")) == [
        ("a", "!no text field among the fields (text, long, id); name it in the config under fields")
    ]
    assert told(read_bytes(b"text\tid\nOne, two.\ta\n", "a.tsv.gz")) == [("a", "One, two.")]


def test_a_declared_encoding():
    source = Source(name="s", path="p", encoding="windows-1252")
    assert told(read_bytes(b"text\n\x93caf\xe9\x94\n", source=source)) == [("#1", "“café”")]


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), min_size=1, max_size=25),
    delimiter=st.sampled_from(",;\t|"),
    shard_bytes=st.integers(1_000, 3_000),
)
def test_every_value_comes_back_wherever_a_file_is_cut(tmp_path_factory, texts, delimiter, shard_bytes):
    folder = tmp_path_factory.mktemp("in")
    rows = [("id", "text", "filler"), *((f"k{n % 9}", text, "x" * 150) for n, text in enumerate(texts))]
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    config = Config.model_validate(
        {"sources": [{"name": "s", "path": str(folder)}], "output": str(folder / "out"), "shard_bytes": shard_bytes}
    )
    shards = [Shard.load(json.loads(json.dumps(shard.dump()))) for shard in plan(config)]
    found = [entry for shard in shards for entry in read(shard, config)]
    assert [entry.record.content for entry in found] == texts
    whole = list(read_csv(config.sources[0], "a.csv", str(folder / "a.csv"), 10_000))
    assert [(entry.record.id, entry.ordinal, entry.flags) for entry in found] == [
        (entry.record.id, entry.ordinal, entry.flags) for entry in whole
    ]


@pytest.mark.parametrize("content", [b"a" * 5_000, b'id,"text' + b"\nx" * 3_000, b'id,"te\n'])
def test_names_that_cannot_be_read_are_told(content):
    """Nothing else in the file may tell of them."""
    [(key, reason), *_] = told(read_bytes(content))
    assert key == "#0" and reason.startswith("!the names of the columns cannot be read: ")
