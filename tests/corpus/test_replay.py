"""What was rejected is tried again, and nothing else."""

import pytest

from cleaners.errors import SetupError
from corpus.load import load
from corpus.replay import replay
from corpus.run import run


@pytest.fixture
def config(make_config, write_lines, in_process):
    write_lines("a.jsonl", [{"id": f"a{number}", "text": "Told. " * 80} for number in range(16)])
    write_lines("e.jsonl", [{"id": "bad", "text": "REFUSE"}, {"id": "good", "text": "Told. " * 300}])
    config = make_config(shard_bytes=2_000, rejected_share=0.01)
    assert "above the tolerance" in run(config).problem
    in_process.seen.clear()
    return config


def test_only_what_was_rejected(config, in_process, monkeypatch):
    assert run(config).cleaned == 0, "a run leaves it as it is"
    summary = replay(config.output)
    assert (in_process.seen, summary.copied) == (["bad"], 1)
    assert (summary.totals["records"], summary.totals["rejected"]) == (18, 1)
    assert summary.shards["cleaned"] == 1
    honest = in_process.clean
    monkeypatch.setattr(
        in_process, "clean", lambda record: honest(record.__class__(record.id, "news", record.key, "x"))
    )
    summary = replay(config.output)
    assert (summary.problem, summary.totals["rejected"], summary.totals["records"]) == (None, 0, 18)
    assert list(load(config.output).rejections["reason"]) == []
    assert replay(config.output).read == 0
    assert run(config).read == 0


def test_another_reason_stands_in_the_table(config, in_process, monkeypatch):
    def broken(record):
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr(in_process, "clean", broken)
    summary = replay(config.output)
    assert "1 records met a bug" in summary.problem
    [row] = load(config.output).rejections.to_dict("records")
    assert (row["stage"], row["reason"], row["raw"]) == ("bug", "ZeroDivisionError: no such luck", b"REFUSE")
    assert "in broken" in row["traceback"]


def test_other_settings_and_what_else_is_due(config, in_process, write_lines):
    """New input waits for a run; the tables that stand stay in sight."""
    write_lines("a.jsonl", [{"id": f"a{number}", "text": "Said. " * 80} for number in range(15)])
    tolerant = config.model_copy(update={"rejected_share": 0.5})
    summary = replay(config.output, tolerant)
    assert (summary.problem, in_process.seen) == (None, ["bad"])
    assert len(load(config.output).records) == summary.totals["records"] == 18
    assert run(tolerant).totals["records"] == 17


def test_shards_that_are_cut_otherwise_now(config, write_lines):
    write_lines("e.jsonl", [{"id": "good", "text": "Told. " * 500}])
    with pytest.raises(SetupError, match="the sources have changed"):
        replay(config.output)


def test_no_output(tmp_path):
    with pytest.raises(SetupError, match="holds no tables"):
        replay(tmp_path)
