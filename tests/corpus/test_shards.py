import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.config import Config
from corpus.shards import Shard, plan, read, stamp


def entries(config):
    """Everything read, after each shard went through JSON."""
    shards = [Shard.load(json.loads(json.dumps(shard.dump()))) for shard in plan(config)]
    return [(shard.name, entry) for shard in shards for entry in read(shard, config)]


@settings(max_examples=40)
@given(
    lines=st.lists(st.sampled_from([0, 1, 5, 40, 300, 2_500, -1]), min_size=1, max_size=60),
    shard_bytes=st.integers(1_000, 6_000),
    ends=st.booleans(),
)
def test_each_line_is_read_once_wherever_a_file_is_cut(tmp_path_factory, lines, shard_bytes, ends):
    folder = tmp_path_factory.mktemp("in")
    rows = [b"" if size < 0 else json.dumps({"text": "x" * size}).encode() for size in lines]
    (folder / "a.jsonl").write_bytes(b"\n".join(rows) + b"\n" * ends)
    config = Config.model_validate(
        {"sources": [{"name": "s", "path": str(folder)}], "output": str(folder / "out"), "shard_bytes": shard_bytes}
    )
    found = [entry for _, entry in entries(config)]
    assert [entry.ordinal for entry in found] == [number for number, size in enumerate(lines, 1) if size >= 0]
    assert len({entry.record.id for entry in found}) == len(found)


def test_a_file_that_grows_keeps_its_shards(make_config, write_lines):
    rows = [{"id": number, "text": "x" * 90} for number in range(60)]
    config = make_config(shard_bytes=1_000)
    write_lines("a.jsonl", rows[:40])
    before = {entry.record.id: name for name, entry in entries(config)}
    write_lines("a.jsonl", rows)
    after = {entry.record.id: name for name, entry in entries(config)}
    assert before.items() <= after.items()
    assert len(set(before.values())) > 2


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_keys_that_come_again_in_another_stretch(make_config, write_lines, tmp_path, name):
    """However a file is cut, its records have the same ids, all different."""
    rows = [{"id": f"k{number % 7}" if number % 3 else f"u{number}", "text": "x" * 200} for number in range(60)]
    if name == "a.jsonl":
        write_lines(name, rows)
    else:
        pq.write_table(
            pa.Table.from_pylist(rows),
            tmp_path / "in" / name,
            row_group_size=4,
            use_dictionary=False,
            compression="none",
        )
    whole = [entry for _, entry in entries(make_config(shard_bytes=1_000_000))]
    cut = [entry for _, entry in entries(make_config(shard_bytes=2_000))]
    assert len({shard for shard, _ in entries(make_config(shard_bytes=2_000))}) > 3
    assert [(entry.record.id, entry.flags) for entry in cut] == [(entry.record.id, entry.flags) for entry in whole]
    assert len({entry.record.id for entry in cut}) == 60
    assert sum("duplicate-key" in entry.flags for entry in cut) == 33


def test_small_files_share_shards(make_config, tmp_path):
    for number in range(50):
        (tmp_path / "in" / f"{number}.txt").write_text("x" * 100)
    assert [shard.name for shard in plan(make_config())] == ["news-0000-of-0001"]
    shards = plan(make_config(shard_bytes=2_000))
    assert [shard.name for shard in shards] == [f"news-{number:04d}-of-0004" for number in range(4)]
    assert sorted(piece.path for shard in shards for piece in shard.pieces) == sorted(f"{n}.txt" for n in range(50))


def test_row_groups_of_a_large_file(make_config, tmp_path):
    table = pa.table({"text": [f"{number:0300d}" for number in range(100)]})
    pq.write_table(table, tmp_path / "in" / "a.parquet", row_group_size=10, compression="none")
    found = entries(make_config(shard_bytes=7_000))
    assert [entry.ordinal for _, entry in found] == list(range(1, 101))
    assert len({name for name, _ in found}) == 5  # two row groups each


def test_packed_and_utf16_files_have_one_reader(make_config, tmp_path):
    (tmp_path / "in" / "a.jsonl.gz").write_bytes(b"x" * 900)
    (tmp_path / "in" / "c.csv.xz").write_bytes(b"x" * 60)  # may well unpack to less than a shard
    (tmp_path / "in" / "b.jsonl").write_bytes("{}\n".encode("utf-16") * 1_000)
    shards = plan(make_config(shard_bytes=1_000))
    assert [(len(shard.pieces), shard.stream) for shard in shards] == [(1, False), (1, True), (1, True)]


def test_a_stamp_changes_with_file_and_settings(make_config, write_lines):
    write_lines("a.jsonl", [{"text": "a"}])
    [shard] = plan(make_config())
    same = stamp(shard, make_config())
    assert stamp(shard, make_config(source={"site": "x"})) != same
    assert stamp(shard, make_config(workers=7)) == same
    write_lines("a.jsonl", [{"text": "ab"}])
    assert stamp(plan(make_config())[0], make_config()) != same
