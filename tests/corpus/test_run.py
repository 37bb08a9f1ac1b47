import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from cleaners.errors import SetupError
from corpus import output
from corpus.load import load
from corpus.run import prepare, run
from corpus.supervise import ShardError

ROWS = [{"id": number, "text": f"Line {number} of the news.[Ad]"} for number in range(12)]


@pytest.fixture
def texts(tmp_path):
    """Five small files."""
    for number in range(5):
        (tmp_path / "in" / f"{number}.txt").write_text(f"Text {number}.")
    return tmp_path / "in"


def parquet(config):
    """Bytes of all tables."""
    return {path.name + path.parent.name: path.read_bytes() for path in Path(config.output).rglob("*.parquet")}


def keys(config):
    return sorted(load(config.output).records["key"])


def test_a_second_run_cleans_nothing(make_config, texts, in_process):
    config = make_config()
    first = run(config)
    assert (first.read, first.cleaned, first.shards["cleaned"], first.problem) == (5, 5, 1, None)
    before = parquet(config)
    second = run(config)
    assert (second.read, second.cleaned, second.shards["skipped"], second.problem) == (0, 0, 1, None)
    assert second.totals == first.totals
    assert parquet(config) == before
    assert len(in_process.seen) == 5


def test_only_a_changed_record_is_cleaned_again(make_config, texts, in_process, tmp_path):
    config = make_config()
    run(config)
    (texts / "3.txt").write_text("Text three.")
    in_process.seen.clear()
    summary = run(config)
    assert (in_process.seen, summary.cleaned, summary.copied) == (["3.txt"], 1, 4)
    fresh = make_config(output=str(tmp_path / "fresh"))
    run(fresh)
    assert parquet(config) == parquet(fresh)


def test_a_file_name_that_is_not_utf8(make_config, tmp_path, in_process):
    Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/caf\xe9.txt")).write_text("It rained.")
    config = make_config()
    assert run(config).problem is None
    assert keys(config) == ["caf\ufffd.txt"]
    assert run(config).read == 0


def test_rows_of_a_deleted_file_go(make_config, texts, in_process):
    config = make_config()
    run(config)
    (texts / "3.txt").unlink()
    in_process.seen.clear()
    summary = run(config)
    assert (in_process.seen, summary.copied) == ([], 4)
    assert keys(config) == ["0.txt", "1.txt", "2.txt", "4.txt"]


def test_files_of_a_source_that_is_gone_go(make_config, texts, in_process):
    run(make_config())
    config = make_config(source={"name": "other"})
    run(config)
    assert {path.stem for path in Path(config.output).rglob("*.parquet")} == {"other-0000-of-0001"}
    assert set(load(config.output).records["source"]) == {"other"}


def test_touching_a_file_reads_it_and_cleans_nothing(make_config, texts, in_process):
    config = make_config()
    run(config)
    before = parquet(config)
    (texts / "3.txt").write_text("Text 3.")
    summary = run(config)
    assert (summary.read, summary.cleaned, summary.copied) == (5, 0, 5)
    assert parquet(config) == before
    assert run(config).read == 0


def test_without_its_notes_a_run_compares_the_rows(make_config, texts, in_process):
    config = make_config()
    run(config)
    for note in (Path(config.output) / "_state").iterdir():
        note.unlink()
    assert (run(config).cleaned, len(in_process.seen)) == (0, 5)


def test_another_setting_cleans_again_and_says_why(make_config, texts, in_process):
    run(make_config())
    summary = run(make_config(cleaning={"brake": 0.5}))
    assert (summary.cleaned, summary.why) == (5, ["setting brake: 0.8, now 0.5"])


def test_another_plan_copies_the_rows(make_config, write_lines, in_process, tmp_path):
    write_lines("a.jsonl", [{"id": number, "text": "x" * 500} for number in range(20)])
    run(make_config())
    smaller = make_config(shard_bytes=3_000)
    summary = run(smaller)
    assert (summary.cleaned, summary.copied, len(in_process.seen)) == (0, 20, 20)
    fresh = make_config(shard_bytes=3_000, output=str(tmp_path / "fresh"))
    run(fresh)
    assert parquet(smaller) == parquet(fresh)
    assert len(parquet(fresh)) == 4 * 4


def test_an_interrupted_commit_counts_as_nothing(make_config, texts, in_process, monkeypatch, tmp_path):
    """Killed between two moves: the next run does the shard again, and the result is that of an undisturbed run."""
    config = make_config()
    run(config)
    (texts / "3.txt").write_text("Text three.")
    monkeypatch.setattr(output, "ORDER", ("removals", "rejections", "records"))  # documents never get moved
    run(config)
    monkeypatch.undo()
    assert output.footer(config.output, "news-0000-of-0001") is None
    with output.writing(config.output):
        assert len(prepare(config).due) == 1


def test_what_a_killed_run_left_is_swept(make_config, texts, in_process):
    config = make_config()
    left = Path(config.output) / "_staging" / "news-0000-of-0001"
    left.mkdir(parents=True)
    (left / "documents.parquet").write_text("half")
    run(config)
    assert list((Path(config.output) / "_staging").iterdir()) == []


def test_the_parts_of_a_packed_file(make_config, in_process, tmp_path):
    import gzip

    path = tmp_path / "in" / "a.jsonl.gz"
    texts = [hashlib.sha512(bytes([number])).hexdigest() * 2 for number in range(20)]
    rows = [json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts)]
    path.write_bytes(gzip.compress("".join(rows).encode()))
    config = make_config(shard_bytes=2_000)
    summary = run(config)
    assert len(summary.files) == 3
    assert (summary.cleaned, summary.totals["records"]) == (20, 20)
    assert run(config).read == 0
    path.write_bytes(gzip.compress("".join(rows[:2] + rows[3:10]).encode()))
    summary = run(config)
    assert (summary.cleaned, summary.copied, summary.totals["records"]) == (0, 9, 9)
    assert len(load(config.output).records) == 9
    assert len(parquet(config)) == 4 * 2


def test_a_part_of_tiny_records_ends_by_their_number(make_config, in_process, tmp_path, monkeypatch):
    import gzip

    monkeypatch.setattr("corpus.readers.MOST_RECORDS", 10)
    (tmp_path / "in" / "a.jsonl.gz").write_bytes(gzip.compress(b"1\n" * 35 + os.urandom(900).hex().encode()))
    summary = run(make_config(shard_bytes=2_000, rejected_share=1))
    assert (len(summary.files), summary.totals["rejected"]) == (4, 36)


def test_a_small_file_of_too_many_records_harms_only_itself(make_config, write_lines, in_process, monkeypatch):
    """A packed one may hold hundreds of millions of empty lines of JSON."""
    monkeypatch.setattr("corpus.shards.MANY", 20)
    monkeypatch.setattr("corpus.shards.SMALLEST", 10**9)
    write_lines("a.jsonl", ROWS)
    write_lines("b.jsonl", [{}] * 100)
    write_lines("c.jsonl", ROWS[:1])
    totals = run(make_config(rejected_share=1)).totals
    assert totals["cleaned"] + totals["rejected"] == totals["records"] == 22
    assert totals["rejections"]["read: more records than so small a file can hold; the rest of it is not read"] == 2


def test_a_limit_bounds_the_records_and_takes_nothing_away(make_config, write_lines, in_process):
    write_lines("a.jsonl", ROWS)
    config = make_config()
    assert run(config, limit=5).totals["records"] == 5
    assert run(config, limit=7).cleaned == 2
    assert run(config).cleaned == 5
    assert run(config, limit=3).totals["records"] == 12


def test_a_limit_over_several_shards(make_config, write_lines, in_process):
    for name in "abcdef":
        write_lines(f"{name}.jsonl", [{"text": "x" * 400} for _ in range(3)])
    summary = run(make_config(shard_bytes=2_000), limit=7)
    assert (summary.read, summary.totals["records"], summary.limited) == (7, 7, True)


def test_a_dry_run_writes_nothing(make_config, texts, in_process):
    config = make_config()
    summary = run(config, dry_run=True)
    assert (summary.cleaned, summary.totals["records"]) == (5, 5)
    assert not Path(config.output).exists()


def test_the_facts_of_a_run(make_config, write_lines, in_process):
    write_lines("a.jsonl", [*ROWS, {"id": "bad", "text": "REFUSE"}])
    config = make_config()
    summary = run(config)
    [path] = (Path(config.output) / "_runs").glob("*.json")
    facts = json.loads(path.read_text())
    assert facts == json.loads(json.dumps(asdict(summary)))
    assert facts["totals"]["rules"] == {"ad/fake": 12}
    assert facts["totals"]["rejections"] == {"decode: it says so": 1}
    assert facts["sources"][0]["files"] == 1
    assert facts["versions"]["ftfy"]
    assert summary.rejected_share == pytest.approx(1 / 13, abs=1e-6)
    assert "7.7% of the records were rejected, above the tolerance of 5.0%" in summary.message
    assert run(make_config(rejected_share=0.5)).problem is None


def test_every_record_is_cleaned_or_rejected(make_config, write_lines, tmp_path, in_process):
    path = write_lines("a.jsonl", ROWS)
    with path.open("ab") as stream:
        stream.write(b"nope\n\n[1]\n" + json.dumps({"id": 1, "text": "again"}).encode())
    totals = run(make_config()).totals
    assert (totals["records"], totals["cleaned"], totals["rejected"]) == (15, 13, 2)
    assert totals["flags"] == {"duplicate-key": 1}


def test_a_cleaner_that_loses_text_is_found_out(make_config, texts, in_process, monkeypatch):
    honest = in_process.clean
    monkeypatch.setattr(in_process, "clean", lambda record: _lossy(honest(record)))
    summary = run(make_config())
    assert summary.totals["bugs"] == 5
    assert "5 records met a bug" in summary.message
    assert "Untrue" in load(make_config().output).rejections.iloc[0]["traceback"]


def _lossy(cleaned):
    from dataclasses import replace

    [document] = cleaned.documents
    return replace(cleaned, documents=(replace(document, text=document.text[:-1]),))


def test_a_shard_that_fails_does_not_keep_the_others(make_config, write_lines, in_process, monkeypatch):
    import corpus.run

    for name in "abcdef":
        write_lines(f"{name}.jsonl", [{"text": "x" * 400} for _ in range(3)])
    config, honest = make_config(shard_bytes=2_000), corpus.run.run_shard
    broken = prepare(config).due[0].name

    def run_shard(job, **options):
        if job.shard.name == broken:
            raise ShardError(broken, "the disk is full", transient=True)
        return honest(job, **options)

    monkeypatch.setattr(corpus.run, "run_shard", run_shard)
    summary = run(config)
    assert summary.shards["failed"] == 1
    assert "the disk is full" in summary.problem
    assert summary.shards["cleaned"] == summary.shards["total"] - 1


def test_two_runs_on_one_output(make_config, texts, in_process):
    config = make_config()
    with output.writing(config.output), pytest.raises(SetupError, match="another run is writing here"):
        run(config)


def test_an_output_that_cannot_be_written(make_config, texts, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(SetupError, match="the output cannot be written"):
        run(make_config(output=str(tmp_path / "file" / "out")))


def test_no_output_to_load(tmp_path):
    with pytest.raises(SetupError, match="holds no tables"):
        load(tmp_path)
