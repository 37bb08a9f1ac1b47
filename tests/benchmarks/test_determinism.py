"""The same records give the same bytes, however they are cleaned; 5,000 documents are a command."""

import subprocess
import sys
from pathlib import Path

from benchmarks import trials
from benchmarks.determinism import draw_records, write
from corpus.config import Config

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample"


def test_every_way_to_clean_gives_the_same_bytes():
    words = [sys.executable, "-m", "benchmarks.determinism", str(SAMPLE), "--plain"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    *_, last = done.stdout.splitlines()
    assert len(done.stdout.splitlines()) == 8 and last.startswith("all the same: ")


def test_the_hash_seed_decides_nothing(tmp_path):
    """With all rules, in processes of their own at the same time."""
    write(tmp_path / "in", draw_records([SAMPLE], 1_000, 0))
    source = {"name": "docs", "path": str(tmp_path / "in")}
    configs = [
        Config.model_validate({"sources": [source], "output": str(tmp_path / seed), "rejected_share": 1})
        for seed in ("1", "2")
    ]
    runs = [trials.start(config, PYTHONHASHSEED=Path(config.output).name) for config in configs]
    facts = [trials.finished(run) for run in runs]
    assert facts[0]["totals"] == facts[1]["totals"] and facts[0]["totals"]["removals"] > 20
    first, second = (trials.files(config.output) for config in configs)
    assert first == second
