"""Sources that are missing, change, vanish or are cut short; and what a run does not look at again."""

import gzip
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaners.errors import SetupError
from cleaners.model import Rejection
from corpus import shards, survey
from corpus.load import load
from corpus.run import run
from corpus.shards import Changed, plan, read
from corpus.supervise import ShardError, run_shard

ROWS = [{"id": number, "text": f"Line {number} of the news. " + "x" * 90} for number in range(60)]


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def keys(config):
    return sorted(load(config.output).records["key"])


@pytest.fixture
def surveyed(monkeypatch):
    """The files that are looked through before they are cut."""
    seen, honest = [], survey.survey

    def spy(source, item, config):
        seen.append(item.path)
        return honest(source, item, config)

    monkeypatch.setattr(survey, "survey", spy)
    return seen


def large_files(folder):
    write(folder / "a.jsonl", ROWS)
    (folder / "b.csv").write_text("id,text\n" + "".join(f"{row['id']},{row['text']}\n" for row in ROWS))
    pq.write_table(pa.Table.from_pylist(ROWS), folder / "c.parquet", row_group_size=10, compression="none")


def test_large_files_are_looked_through_once(make_config, tmp_path, in_process, surveyed):
    large_files(tmp_path / "in")
    config = make_config(shard_bytes=2_000)
    assert run(config).cleaned == 180
    assert sorted(surveyed) == ["a.jsonl", "b.csv", "c.parquet"]
    surveyed.clear()
    assert run(config).read == 0
    assert surveyed == []
    write(tmp_path / "in" / "a.jsonl", [*ROWS, {"id": "new", "text": "A new line."}])
    assert (run(config).cleaned, surveyed) == (1, ["a.jsonl"])
    surveyed.clear()
    run(make_config(shard_bytes=3_000))
    assert sorted(surveyed) == ["a.jsonl", "b.csv", "c.parquet"]  # other cuts


def test_notes_on_files_that_are_gone_go(make_config, tmp_path, in_process):
    large_files(tmp_path / "in")
    config = make_config(shard_bytes=2_000)
    run(config)
    notes = Path(config.output, "_surveys")
    assert len(list(notes.iterdir())) == 3
    (tmp_path / "in" / "a.jsonl").unlink()
    run(config)
    assert len(list(notes.iterdir())) == 2


@pytest.mark.parametrize("damage", ["nothing", "{}", '{"mark": 1}', "\0\0"])
def test_a_damaged_note_is_no_note(make_config, tmp_path, in_process, surveyed, damage):
    large_files(tmp_path / "in")
    config = make_config(shard_bytes=2_000)
    run(config)
    for note in Path(config.output, "_surveys").iterdir():
        note.write_text(damage)
    surveyed.clear()
    assert run(config).read == 0
    assert len(surveyed) == 3


def test_inputs_are_read_again_on_request(make_config, tmp_path, in_process, surveyed):
    """A change that neither size nor time tells is found, and only what changed is cleaned."""
    large_files(tmp_path / "in")
    config = make_config(shard_bytes=2_000)
    run(config)
    path = tmp_path / "in" / "a.jsonl"
    times = path.stat()
    path.write_text(path.read_text().replace("Line 7 of", "Line 8 of"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    surveyed.clear()
    assert run(config).read == 0
    summary = run(config, verify_inputs=True)
    assert (summary.read, summary.cleaned, summary.copied) == (180, 1, 179)
    assert len(surveyed) == 3
    assert run(config).read == 0


MISSING = {"a folder": "none", "a file": "none.jsonl", "a glob": "*.warc", "an empty folder": "empty"}


@pytest.mark.parametrize("path", MISSING.values(), ids=MISSING)
def test_a_missing_source_leaves_no_output_behind(make_config, tmp_path, path):
    (tmp_path / "in" / "empty").mkdir()
    config = make_config(source={"path": str(tmp_path / "in" / path)})
    with pytest.raises(SetupError):
        run(config)
    assert not Path(config.output).exists()


def changed(path):
    write(path, ROWS[:30])


def grown(path):
    with path.open("a") as stream:
        stream.write('{"id": "late", "text": "One more."}\n{"id": "half')


def truncated(path):
    os.truncate(path, 3_456)


def vanished(path):
    path.unlink()


def replaced(path):
    write(path.with_suffix(".new"), ROWS[::-1])
    path.with_suffix(".new").replace(path)


HAPPENINGS = [changed, grown, truncated, vanished, replaced]


@pytest.mark.parametrize("happening", HAPPENINGS)
@pytest.mark.parametrize("shard_bytes", [3_000, 1_000_000])
def test_a_file_that_is_not_what_it_was(make_config, tmp_path, happening, shard_bytes):
    path = tmp_path / "in" / "a.jsonl"
    write(path, ROWS)
    config = make_config(shard_bytes=shard_bytes)
    found = read(plan(config)[0], config)
    next(found)
    happening(path)
    with pytest.raises(Changed, match=r"the file (changed|vanished) while it was read") as caught:
        list(found)
    assert caught.value.filename == str(path)


@pytest.mark.parametrize("happening", [changed, truncated, vanished])
def test_a_file_that_was_cut_must_stay_as_it_was_planned(make_config, tmp_path, happening):
    path = tmp_path / "in" / "a.jsonl"
    write(path, ROWS)
    config = make_config(shard_bytes=3_000)
    last = plan(config)[-1]
    happening(path)
    with pytest.raises(Changed):
        list(read(last, config))


def test_a_small_file_that_changed_since_the_plan_is_read_as_it_is(make_config, tmp_path, in_process):
    path = tmp_path / "in" / "a.jsonl"
    write(path, ROWS)
    config = make_config()
    [shard] = plan(config)
    write(path, ROWS[:2])
    assert len(list(read(shard, config))) == 2


def test_a_shard_whose_file_changes_fails_and_what_stood_stands(make_config, tmp_path, in_process, monkeypatch):
    import corpus.run

    path = tmp_path / "in" / "a.jsonl"
    write(path, ROWS[:10])
    config = make_config()
    run(config)
    before = {file.name: file.read_bytes() for file in Path(config.output).rglob("*.parquet")}
    write(path, ROWS)
    honest = corpus.run.run_shard

    def disturbed(job, **options):
        monkeypatch.setattr(in_process, "clean", _after(5, in_process.clean, lambda: truncated(path)))
        try:
            return honest(job, **options)
        except Changed as error:
            raise ShardError(job.shard.name, str(error)) from error

    monkeypatch.setattr(corpus.run, "run_shard", disturbed)
    summary = run(config)
    assert "changed while it was read" in summary.problem
    assert {file.name: file.read_bytes() for file in Path(config.output).rglob("*.parquet")} == before
    monkeypatch.undo()


def _after(count, clean, happening):
    left = [count]

    def cleaning(record):
        left[0] -= 1
        if left[0] == 0:
            happening()
        return clean(record)

    return cleaning


def test_a_stream_that_changes_puts_nothing_in_place_that_was_read_since(make_config, tmp_path):
    path = tmp_path / "in" / "a.jsonl.gz"
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in ROWS).encode() + os.urandom(200)))
    config = make_config(shard_bytes=2_000)
    [shard] = plan(config)
    found = read(shard, config)
    parts, size = 0, 0

    def take():  # as the worker does: a part ends with the entry that fills it
        nonlocal parts, size
        size += next(found).size
        if size >= config.shard_bytes:
            parts, size = parts + 1, 0

    for _ in range(25):
        take()
    before = parts
    path.write_bytes(b"x")
    with pytest.raises(Changed):
        while True:
            take()
    assert parts == before == 1


def test_a_worker_says_that_a_file_changed(make_config, tmp_path):
    """Through the real process: no second try, which would find the same."""
    from corpus.run import prepare

    path = tmp_path / "in" / "a.jsonl"
    write(path, ROWS)
    config = make_config(shard_bytes=3_000)
    plan = prepare(config, dry_run=True)
    truncated(path)
    with pytest.raises(ShardError, match="changed while it was read") as caught:
        run_shard(plan.job(plan.due[-1], dry_run=True))
    assert not caught.value.transient


def test_a_text_that_vanishes_is_rejected_and_looked_at_again(make_config, tmp_path, in_process, monkeypatch):
    """It may be back, unchanged in size and time; the shard must not count as done."""
    path = tmp_path / "in" / "a.txt"
    path.write_text("It rained.")
    (tmp_path / "in" / "b.txt").write_text("It snowed.")
    config = make_config()
    hidden = path.with_suffix(".away")

    import corpus.run

    monkeypatch.setattr(corpus.run, "plan", lambda config, found, again: _hidden(plan(config, found), path, hidden))
    summary = run(config)
    assert (summary.cleaned, summary.totals["rejected"]) == (2, 1)
    assert "cannot be read" in load(config.output).rejections.iloc[0]["reason"]
    hidden.rename(path)
    monkeypatch.setattr(corpus.run, "plan", plan)
    assert (run(config).totals["rejected"], run(config).read) == (0, 0)


def _hidden(planned, path, hidden):
    path.rename(hidden)
    return planned


def test_a_text_that_never_stays_the_same(make_config, tmp_path, monkeypatch):
    path = tmp_path / "in" / "a.txt"
    path.write_text("It rained.")
    config = make_config()
    [shard] = plan(config)
    honest = shards.entries

    def restless(*arguments):
        yield from honest(*arguments)
        with path.open("a") as stream:
            stream.write("x")

    monkeypatch.setattr(shards, "entries", restless)
    [entry] = read(shard, config)
    assert isinstance(entry.item, Rejection)
    assert (entry.item.reason, entry.settled) == ("the file changes while it is read", False)
    assert path.read_text() == "It rained.xxx"


def test_a_disk_that_fails_is_no_rejection(make_config, tmp_path, monkeypatch):
    write(tmp_path / "in" / "a.jsonl", ROWS)
    config = make_config()
    [shard] = plan(config)

    def failing(*_):
        raise OSError(5, "Input/output error", "a.jsonl")

    monkeypatch.setattr("corpus.readers.open_stream", failing)
    with pytest.raises(OSError, match="Input/output error"):
        list(read(shard, config))
