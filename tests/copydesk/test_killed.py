"""``copydesk run``, the flow with Prefect's own server beside it, killed in the middle: nothing of it is left running."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from benchmarks import trials
from benchmarks.speed import document
from corpus.config import load_config
from corpus.run import run


@pytest.mark.prefect
def test_a_killed_flow_leaves_no_process_and_the_next_run_does_the_rest(copydesk, tmp_path):
    rows = [{"id": number, "text": document(number)} for number in range(36)]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    settings = {"sources": [{"name": "news", "path": "news.jsonl"}], "shard_bytes": 50_000, "workers": 1}
    for name in ("killed", "undisturbed"):
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump({**settings, "output": name}))
    words = [sys.executable, "-m", "copydesk", "run", "-c", "killed.yaml"]
    killed = subprocess.Popen(words, cwd=tmp_path, env=copydesk.environment, start_new_session=True)
    try:
        wait_for(lambda: list((tmp_path / "killed" / "_state").glob("news*.json")) or killed.poll() is not None)
        assert killed.poll() is None and len(trials.processes(killed.pid)) > 1  # Prefect's server at least
    finally:
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
        left = trials.gone(killed.pid, 20)
    assert left == []
    again = run(load_config(tmp_path / "killed.yaml"))
    assert again.problem is None and 0 < again.cleaned < len(rows)
    run(load_config(tmp_path / "undisturbed.yaml").model_copy(update={"workers": 2}))
    assert trials.files(tmp_path / "killed") == trials.files(tmp_path / "undisturbed")
    assert list(Path(tmp_path, "killed", "_staging").iterdir()) == []


def wait_for(what, seconds=150):
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)
