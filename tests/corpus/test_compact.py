"""Bundles: fewer files with the same rows, for readers of every kind and for the next run."""

from pathlib import Path

import pytest

from cleaners.errors import SetupError
from corpus import bundles, output, schema
from corpus import compact as compacting
from corpus.compact import compact, settle
from corpus.health import health
from corpus.relate import relate
from corpus.restore import verify
from corpus.run import run
from tests.corpus.upkeep import direct, rows


@pytest.fixture
def news(write_lines):
    def write(name, count=9, word="told"):
        lines = [
            {"id": f"{name}{number}", "text": f"Story {number} of {name}, {word}.[Ad] "} for number in range(count)
        ]
        write_lines(f"{name}.jsonl", [*lines, {"id": f"{name}-bad", "text": f"REFUSE {name}"}])

    return write


@pytest.fixture
def config(make_config, news, in_process, monkeypatch):
    monkeypatch.setattr(output, "GROUP_ROWS", 15)
    for name in "abcdefgh":
        news(name)
    config = make_config(shard_bytes=1_000, rejected_share=1)
    run(config)
    return config


def files(config, table="documents"):
    return sorted(path.stem for path in (Path(config.output) / table).glob("*.parquet"))


def same(config, expected):
    """Whether every way of reading gives these rows."""
    assert rows(config.output) == expected
    for table in schema.TABLES:
        assert direct(config.output, table) == expected[table]


def test_fewer_files_and_the_same_rows(config, in_process):
    expected = rows(config.output)
    assert len(files(config)) == 4
    done = compact(config.output)
    assert (done.before, done.after) == (16, 4)
    [name] = files(config)
    assert bundles.NAME.fullmatch(name)
    same(config, expected)
    assert verify(config.output).exact == 80
    assert health(config.output, {"ad/fake"}).documents == 72
    relate(config.output)
    in_process.seen.clear()
    summary = run(config)
    assert (summary.read, in_process.seen, summary.totals["records"]) == (0, [], 80)
    assert compact(config.output).after == 4
    assert files(config) == [name]


def test_a_change_takes_its_shard_out_of_the_bundle(config, news, in_process, make_config, tmp_path):
    compact(config.output)
    news("c", word="denied")
    in_process.seen.clear()
    summary = run(config)
    assert (summary.cleaned, summary.totals["records"]) == (9, 80), "the rejected one is as it was"
    assert len(files(config)) == 2
    fresh = make_config(shard_bytes=1_000, rejected_share=1, output=str(tmp_path / "fresh"))
    run(fresh)
    same(config, rows(fresh.output))
    compact(config.output)
    assert len(files(config)) == 1
    same(config, rows(fresh.output))


def test_a_deleted_source_leaves_the_bundle(config, tmp_path):
    compact(config.output)
    (tmp_path / "in" / "d.jsonl").unlink()
    summary = run(config)
    assert (summary.totals["records"], summary.cleaned) == (70, 0)
    assert len(direct(config.output, "records")) == 70


def test_other_rules_take_everything_out(config):
    compact(config.output)
    other = config.model_copy(update={"cleaning": config.cleaning.model_copy(update={"brake": 0.5})})
    assert run(other).cleaned == 80
    assert not bundles.names(config.output)


def test_a_dry_run_leaves_the_bundle_alone(config, news):
    compact(config.output)
    before = files(config)
    news("c", word="denied")
    assert run(config, dry_run=True).cleaned == 9
    assert files(config) == before


def test_large_shards_stay_and_bundles_are_bounded(config, monkeypatch):
    expected = rows(config.output)
    size = sum(output.file(config.output, table, files(config)[0]).stat().st_size for table in schema.TABLES)
    monkeypatch.setattr(compacting, "TARGET", 4 * size)
    compact(config.output)
    assert 2 <= len(files(config)) <= 3
    same(config, expected)
    monkeypatch.setattr(compacting, "TARGET", size)
    assert compact(config.output).before == compact(config.output).after


@pytest.mark.parametrize("step", [1, 4, 5, 6, 7, 8, 9, 13])
def test_killed_at_any_step(step, config, monkeypatch, news):
    """Whatever was moved or removed before: no row is lost, none doubled, and the next run goes on from there."""
    compact(config.output)
    news("c", word="denied")
    run(config)
    expected = rows(config.output)
    done = 0

    def killed(*_, **__):
        nonlocal done
        done += 1
        if done == step:
            raise KeyboardInterrupt

    unlink = Path.unlink

    def unlinked(path, missing_ok=False):
        killed()
        unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(output, "_sync", killed)
        patched.setattr(Path, "unlink", unlinked)
        with pytest.raises(KeyboardInterrupt):
            compact(config.output)
        assert rows(config.output) == expected
    settle(config.output)
    same(config, expected)
    assert run(config).read == 0


def test_no_output(tmp_path):
    with pytest.raises(SetupError, match="holds no tables"):
        compact(tmp_path)
