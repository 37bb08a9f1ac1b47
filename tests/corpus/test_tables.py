import json
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from cleaners.quality import signals
from corpus import dictionary, output, schema
from corpus.load import load
from corpus.run import run


def test_the_data_dictionary_is_fresh():
    assert dictionary.PAGE.read_text(encoding="utf-8") == dictionary.page(), "run python -m corpus.dictionary"


@pytest.mark.parametrize("name", [*schema.TABLES, "relations"])
def test_every_column_is_described(name):
    columns = schema.RELATIONS if name == "relations" else schema.TABLES[name]
    assert all(field.metadata[b"description"].decode().endswith((".", "…")) for field in columns)
    assert set(schema.SORT[name]) <= set(columns.names)


def test_every_quality_signal_has_its_column():
    assert [field.name for field in schema.QUALITY] == list(signals("", 0))


@pytest.fixture
def out(make_config, write_lines, in_process, monkeypatch):
    monkeypatch.setattr(output, "GROUP_ROWS", 10)
    rows = [{"id": number, "text": f"Line {number}.[Ad] More. ", "section": "local"} for number in range(35)]
    write_lines("a.jsonl", [*rows, {"id": "bad", "text": "REFUSE"}])
    config = make_config()
    run(config)
    return Path(config.output)


def test_files_are_as_data_engineers_expect_them(out):
    for name, columns in schema.TABLES.items():
        [path] = (out / name).glob("*.parquet")
        file = pq.ParquetFile(path)
        assert file.schema_arrow.remove_metadata().equals(columns.remove_metadata())
        facts = file.schema_arrow.metadata
        assert facts[b"copydesk.schema_version"] == b"1"
        assert len(facts[b"copydesk.fingerprint"]) == 16
        assert json.loads(facts[b"copydesk.parts"])["libraries"]["ftfy"]
        assert b"pandas" not in facts
        rows = file.read().select(schema.SORT[name]).to_pylist()
        assert rows == sorted(rows, key=lambda row: list(row.values()))
        if file.num_row_groups:
            column = file.metadata.row_group(0).column(0)
            assert column.compression == "ZSTD"
            assert column.has_offset_index
            assert column.has_column_index
            assert column.is_stats_set
    assert pq.ParquetFile(path.parents[1] / "documents" / path.name).num_row_groups == 4


def test_pandas_and_duckdb_read_a_tables_folder(out):
    frame = pd.read_parquet(out / "documents")
    assert len(frame) == 35
    assert set(frame["text"].str.contains("[Ad]", regex=False)) == {False}
    count = "select count(*), count(distinct record) from read_parquet(?)"
    assert duckdb.execute(count, [f"{out}/removals/*.parquet"]).fetchone() == (35, 35)


def test_load_gives_frames(out):
    tables = load(out)
    assert (len(tables.documents), len(tables.records), len(tables.removals), len(tables.rejections)) == (35, 36, 35, 1)
    assert len(tables.relations) == 0
    assert tables.documents["text"].dtype == "str"
    record = tables.records.set_index("key").loc["3"]
    assert json.loads(record["extra"]) == {"section": "local"}
    assert (record["outcome"], record["ordinal"], record["path"], record["form"]) == ("cleaned", 4, "a.jsonl", "text")
    rejection = tables.rejections.iloc[0]
    assert (rejection["stage"], rejection["reason"], rejection["raw"]) == ("decode", "it says so", b"REFUSE")
    removal = tables.removals.iloc[0]
    assert (removal["text"], removal["category"], removal["applied"]) == ("[Ad]", "ad", True)


def test_a_file_holds_no_clock_value(out, make_config, tmp_path):
    """The same records elsewhere, at another time, give the same bytes."""
    before = {path.relative_to(out): path.read_bytes() for path in out.rglob("*.parquet")}
    run(make_config(output=str(tmp_path / "again"), workers=1))
    after = {
        path.relative_to(tmp_path / "again"): path.read_bytes() for path in (tmp_path / "again").rglob("*.parquet")
    }
    assert before == after
    assert len(before) == 4
