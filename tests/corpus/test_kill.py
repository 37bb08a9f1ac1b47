"""A run that is killed leaves no process and no trace: the next run ends where an undisturbed one would have."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

from corpus.config import Config
from corpus.run import run

ROOT = Path(__file__).parents[2]
RUN = "import sys; from corpus.run import run; from corpus.config import Config; run(Config.model_validate_json(sys.argv[1]))"


def workers_of(parent):
    """Ids of the processes that ``parent`` started."""
    found = []
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        found += [int(pid) for pid in task.read_text().split()]
    return found


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(what, seconds=60):
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)
    return found


def tables(out):
    return {str(path.relative_to(out)): path.read_bytes() for path in Path(out).rglob("*.parquet")}


def test_killed_and_started_again(tmp_path):
    (tmp_path / "in").mkdir()
    for name in "abcd":
        rows = ({"id": f"{name}{number}", "text": f"The council met on day {number}. " * 20} for number in range(30))
        (tmp_path / "in" / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    source = {"name": "news", "path": str(tmp_path / "in")}
    settings = {"sources": [source], "shard_bytes": 30_000, "workers": 1}
    config = Config.model_validate({**settings, "output": str(tmp_path / "out")})
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.Popen([sys.executable, "-c", RUN, config.model_dump_json()], env=environment)
    try:
        wait_for(lambda: list((tmp_path / "out" / "_state").glob("n*.json")))  # one shard stands
        children = wait_for(lambda: workers_of(killed.pid))
    finally:
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
    wait_for(lambda: not any(map(alive, children)), 10)
    summary = run(config)
    assert summary.shards["skipped"] >= 1, summary.why
    assert summary.problem is None
    fresh = Config.model_validate({**settings, "workers": 2, "output": str(tmp_path / "fresh")})
    run(fresh)
    assert tables(config.output) == tables(fresh.output)
    assert not list((tmp_path / "out" / "_staging").iterdir())


def test_a_full_disk(tmp_path):
    """What could be written stands, what could not is said, and the next run does the rest."""
    (tmp_path / "in").mkdir()
    rows = ({"id": number, "text": "The board voted. " + os.urandom(1_500).hex()} for number in range(40))
    (tmp_path / "in" / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "in" / "b.txt").write_text("It rained.")
    source = {"name": "news", "path": str(tmp_path / "in")}
    config = Config.model_validate({"sources": [source], "shard_bytes": 100_000, "output": str(tmp_path / "out")})
    most, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, hard))
    try:
        summary = run(config)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    assert f"File too large ({config.output})" in summary.problem
    assert summary.shards["failed"] and 1 <= summary.totals["records"] < 41
    assert not list((tmp_path / "out" / "_staging").iterdir())
    again = run(config)
    assert again.problem is None and again.totals["records"] == 41
    assert again.cleaned == 41 - summary.totals["records"]


def test_thirty_kills():
    """Of workers, runs, and all at once, over fresh and changed inputs; 200 of the real cleaner are a command."""
    words = [sys.executable, "-m", "benchmarks.kills", "30", "--plain"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("30 kills") and "0 records cleaned twice; 0 things wrong" in done.stdout
