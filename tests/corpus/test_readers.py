import bz2
import gzip
import json
import lzma

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from cleaners.model import Rejection
from corpus import streams
from corpus.config import Source
from corpus.readers import Stretch, read_jsonl, read_parquet, read_whole

SOURCE = Source(name="s", path="p")
ROW = b'{"id": "a", "text": "It rained."}\n'


def told(entries):
    """Key and content, or key and reason."""
    return [
        (entry.record.key, f"!{entry.item.reason}" if isinstance(entry.item, Rejection) else entry.item.content)
        for entry in entries
    ]


def jsonl(tmp_path, content, name="a.jsonl", limit=1_000, **options):
    path = tmp_path / name
    path.write_bytes(content)
    return list(read_jsonl(SOURCE, name, str(path), limit, Stretch(**options)))


LINES = {
    "plain": (ROW, [("a", "It rained.")]),
    "no line end at the end": (ROW.strip(), [("a", "It rained.")]),
    "windows line ends": (ROW.replace(b"\n", b"\r\n"), [("a", "It rained.")]),
    "blank lines": (b"\n" + ROW + b"  \n", [("a", "It rained.")]),
    "a mark at the start": (b"\xef\xbb\xbf" + ROW, [("a", "It rained.")]),
    "no id": (b'{"text": "a"}\n{"text": "b"}\n', [("#1", "a"), ("#2", "b")]),
    "no JSON": (b"{nope\n" + ROW, [("#1", "!the line is no JSON: "), ("a", "It rained.")]),
    "no object": (b"[1]\n" + ROW, [("#1", "!the line is JSON, but no object"), ("a", "It rained.")]),
    "no text": (b'{"id": "x"}\n' + ROW, [("x", "!no text field among"), ("a", "It rained.")]),
    "lone surrogate": (b'{"text": "a\\ud800b"}\n', [("#1", "a\ud800b")]),
    "not a number": (b'{"text": "a", "n": NaN}\n', [("#1", "a")]),
    "not UTF-8": (b'{"text": "caf\xe9"}\n' + ROW, [("#1", "!the line is not UTF-8: byte 0xe9"), ("a", "It rained.")]),
    "too long": (
        b'{"text": "' + b"x" * 5_000 + b'"}\n' + ROW,
        [("#1", "!a line of 5,013 bytes, above the limit of 1,000"), ("a", "It rained.")],
    ),
    "too long at the end": (b"x" * 3_000, [("#1", "!a line of 3,000 bytes")]),
    "nested too deeply": (b'{"text": ' + b"[" * 400 + b"\n" + ROW, [("#1", "!the line is no"), ("a", "It rained.")]),
    "empty file": (b"", []),
    "UTF-16": ('{"text": "Es regnete über Nacht."}\n'.encode("utf-16"), [("#1", "Es regnete über Nacht.")]),
    "a broken UTF-16 file": (b"\xff\xfe{\x00\x00\xd8", [("#1", "!the file is not utf-16")]),
}


@pytest.mark.parametrize(("content", "expected"), LINES.values(), ids=LINES)
def test_lines_of_json(tmp_path, content, expected):
    found = told(jsonl(tmp_path, content))
    assert [key for key, _ in found] == [key for key, _ in expected]
    for (_, value), (_, wanted) in zip(found, expected, strict=True):
        assert value.startswith(wanted) if wanted.startswith("!") else value == wanted


PACK = {"gz": gzip.compress, "zst": zstandard.compress, "bz2": bz2.compress, "xz": lzma.compress}


@pytest.mark.parametrize("name", PACK)
@pytest.mark.parametrize("cut", [0, 1, 40])
def test_packed_files_whole_or_cut_off(tmp_path, name, cut):
    content = b"".join(
        json.dumps({"id": number, "text": f"It rained {number * 7919} mm."}).encode() + b"\n" for number in range(500)
    )
    packed = PACK[name](content)
    entries = jsonl(tmp_path, packed[: len(packed) - cut], f"a.jsonl.{name}")
    good = [entry for entry in entries if not isinstance(entry.item, Rejection)]
    assert [entry.record.key for entry in good] == [str(number) for number in range(len(good))]
    if not cut:
        assert len(entries) == 500
    else:
        assert len(entries) == len(good) + 1
        assert told(entries)[-1][1] == "!the file is cut off: its data stops short"
        assert entries[-1].ordinal == len(good) + 1


@pytest.mark.parametrize("name", PACK)
def test_several_members_are_one_file(tmp_path, name):
    assert len(jsonl(tmp_path, PACK[name](ROW) * 3, f"a.jsonl.{name}")) == 3
    assert len(jsonl(tmp_path, PACK[name](ROW) + b"\0" * 512, f"a.jsonl.{name}")) == 1  # padded, as tapes and xz are


@pytest.mark.parametrize("name", PACK)
def test_a_whole_file_that_is_packed(tmp_path, name):
    path = tmp_path / f"a.txt.{name}"
    path.write_bytes(PACK[name](b"It rained.\r\n"))
    assert told(read_whole(SOURCE, path.name, str(path), "txt", 100)) == [(path.name, b"It rained.\r\n")]


@pytest.mark.parametrize("name", PACK)
def test_a_packed_file_that_explodes(tmp_path, name, monkeypatch):
    monkeypatch.setattr(streams, "BOMB", (1 << 22, 50))
    [(_, reason)] = told(jsonl(tmp_path, PACK[name](b"x" * (1 << 24)), f"a.jsonl.{name}"))
    assert reason == "!the file is damaged: it unpacks to more than 50 times its size"


@pytest.mark.parametrize("name", PACK)
def test_a_file_that_is_not_packed_at_all(tmp_path, name):
    [(key, reason)] = told(jsonl(tmp_path, ROW, f"a.jsonl.{name}"))
    assert key == "#1"
    assert reason.startswith("!the file is damaged")


def test_equal_keys_are_numbered_and_flagged(tmp_path):
    first, second, third = jsonl(tmp_path, ROW * 3)
    assert len({first.record.id, second.record.id, third.record.id}) == 3
    assert (first.flags, second.flags) == ((), ("duplicate-key",))
    assert {first.record.key, second.record.key} == {"a"}


def test_a_stretch_of_a_file(tmp_path):
    content = ROW * 10
    halves = [
        *jsonl(tmp_path, content, end=len(ROW) * 5 - 3),
        *jsonl(tmp_path, content, start=len(ROW) * 5 - 3, first=6),
    ]
    assert [entry.ordinal for entry in halves] == list(range(1, 11))


def test_whole_files(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9\r\n")
    [entry] = read_whole(SOURCE, "sub/a.txt", str(path), "txt", 100)
    assert (entry.record.key, entry.record.content, entry.record.kind) == ("sub/a.txt", b"caf\xe9\r\n", "text")
    [entry] = read_whole(SOURCE, "a.txt", str(path), "html", 3)
    assert told([entry]) == [("a.txt", "!6 bytes, above the limit of 3 (record_bytes)")]
    assert entry.size == 6
    [entry] = read_whole(SOURCE, "b.txt", str(tmp_path / "b.txt"), "txt", 100)
    assert told([entry]) == [("b.txt", "!cannot be read: No such file or directory")]


def test_parquet(tmp_path):
    path = tmp_path / "a.parquet"
    table = pa.table(
        {
            "id": [1, 2, 3],
            "text": ["a", None, "c"],
            "published_date": pa.array([0, 1, 2], pa.date32()),
            "n": [1.5, 2, 3],
        }
    )
    pq.write_table(table, path, row_group_size=2)
    entries = list(read_parquet(SOURCE, "a.parquet", str(path)))
    assert told(entries) == [("1", "a"), ("2", "!field 'text' holds null, not text"), ("3", "c")]
    assert entries[2].record.date == "1970-01-03"
    assert entries[2].record.extra == {"n": 3.0}
    assert [entry.ordinal for entry in read_parquet(SOURCE, "a.parquet", str(path), Stretch(groups=(1,), first=3))] == [
        3
    ]


def test_parquet_of_a_data_set_on_a_hub(tmp_path):
    """Packed or not, with a text that is a large string, and folders that say something of all rows in them."""
    folder = tmp_path / "lang=en" / "source=wire%20a"
    folder.mkdir(parents=True)
    table = pa.table({"text": pa.array(["It rained."], pa.large_string()), "meta": [{"url": "http://a.org"}]})
    pq.write_table(table, folder / "train-00000-of-00001.parquet")
    packed = gzip.compress((folder / "train-00000-of-00001.parquet").read_bytes())
    (folder / "train-00000-of-00001.parquet.gz").write_bytes(packed)
    for path in sorted(folder.iterdir()):
        name = str(path.relative_to(tmp_path))
        [entry] = read_parquet(SOURCE, name, str(path))
        assert entry.record.content == "It rained."
        assert entry.record.extra == {"meta": {"url": "http://a.org"}, "lang": "en", "source": "wire a"}


def test_parquet_with_a_value_that_is_not_utf8(tmp_path):
    path = tmp_path / "a.parquet"
    offsets, data = pa.py_buffer(b"\0\0\0\0\2\0\0\0\6\0\0\0"), pa.py_buffer(b"okcaf\xe9")
    bad = pa.StringArray.from_buffers(2, offsets, data)
    pq.write_table(pa.table({"text": bad}), path)
    assert [value[:20] for _, value in told(read_parquet(SOURCE, "a.parquet", str(path)))] == [
        "ok",
        "!a value cannot be r",
    ]


def test_a_damaged_parquet_file(tmp_path):
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 nothing PAR1")
    [(key, reason)] = told(read_parquet(SOURCE, "a.parquet", str(path)))
    assert key == "#1"
    assert reason.startswith("!the Parquet file is damaged")


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress], ids=["bz2", "xz"])
def test_a_dense_packing_is_unpacked_bit_by_bit(tmp_path, pack, monkeypatch):
    """300 packed bytes may hold 400 MB: they must not be all in memory at once, nor be copied again and again."""
    monkeypatch.setattr("corpus.streams.MOST", 1_000)
    content = b"a" * 50_000 + b"\n" + bytes(range(256)) * 40
    path = tmp_path / f"x.{'bz2' if pack is bz2.compress else 'xz'}"
    path.write_bytes(pack(content) + pack(b"more"))
    with streams.open_stream(str(path)) as stream:
        assert stream.read() == content + b"more"
    path.write_bytes(pack(content)[:-15])
    with streams.open_stream(str(path)) as stream, pytest.raises(EOFError):
        stream.read()
