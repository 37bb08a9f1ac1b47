"""Clean the same records in many ways, and show that the tables are the same, byte for byte.

    python -m benchmarks.determinism PATH… [--records 5000] [--seed 0] [--plain]

PATH is JSON lines, plain or gzip (pages may stand in it as ``html_b64`` or ``html``), or a folder of such files, texts
and pages. So many records are drawn from them, and cleaned by 1, 2 and 8 workers, with other hash seeds, with files
written and shards taken in another order, by runs that are killed and resumed, and on top of an output of a part of
them. Prints how each went and one hash; exits 1 when two ways differ.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import trials
from corpus.config import Config

FILES = 40
"""Records out of so many go into files of their own, the others into lines."""
KILLS = 3


class Way(NamedTuple):
    """A way to clean, and what came of it: the hash of the files, that of the rows, records, seconds."""

    name: str
    files: str
    rows: str
    records: int
    seconds: float


def lines_of(paths: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield every record below ``paths``: ``.jsonl`` and a line, or a file's own ending and its content."""
    for path in paths:
        for file in sorted(item for item in path.rglob("*") if item.is_file()) if path.is_dir() else [path]:
            if file.name.endswith((".jsonl", ".jsonl.gz")):
                with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as lines:
                    yield from ((".jsonl", line) for line in lines if line.strip())
            elif file.suffix in (".txt", ".html"):
                yield file.suffix, file.read_bytes()


def draw_records(paths: list[Path], count: int, seed: int) -> list[tuple[str, bytes]]:
    """Return ``count`` records at random, the same for the same seed; all if there are fewer."""
    found = list(lines_of(paths))
    return found if len(found) <= count else random.Random(seed).sample(found, count)


def write(folder: Path, records: list[tuple[str, bytes]], seed: int = 0) -> None:
    """Write records as files and lines, below names that do not depend on the order in which they are written."""
    lines, files = [], []
    for number, (ending, content) in enumerate(records):
        text = _text(content) if ending == ".jsonl" and number % FILES == 0 else None
        if text is not None:
            files.append((f"{number % 7}/{number}.txt", text))
        elif ending == ".jsonl":
            lines.append(content.rstrip(b"\r\n") + b"\n")
        else:
            files.append((f"{number % 7}/{number}{ending}", content))
    third = len(lines) // 3
    files += [
        ("cut.jsonl", b"".join(lines[: 2 * third])),
        ("stream.jsonl.gz", gzip.compress(b"".join(lines[2 * third :]), mtime=0)),
    ]
    random.Random(seed).shuffle(files)
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _text(line: bytes) -> bytes | None:
    """The text in a line; None where it holds none."""
    try:
        text = json.loads(line).get("text")
    except (ValueError, AttributeError):
        return None
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else None


def ways(records: list[tuple[str, bytes]], root: Path, shard_bytes: int, *, plain: bool = False) -> Iterator[Way]:
    """Clean the records in every way, each from a folder and into an output of its own.

    ``plain``: without rules, for a quick look at the machinery.
    """
    write(root / "in", records)
    write(root / "shuffled", records, seed=1)
    write(root / "part", records[: len(records) * 2 // 3])

    def clean(source: str, out: str, workers: int, **how: Any) -> dict[str, Any]:
        facts = trials.finished(trials.start(_config(root, source, out, workers, shard_bytes), plain=plain, **how))
        if facts["failures"]:
            raise RuntimeError(facts["failures"][0])
        return facts

    def resumed() -> dict[str, Any]:
        draw = random.Random(4)
        for _ in range(KILLS):
            run = trials.start(_config(root, "in", "resumed", 2, shard_bytes), plain=plain)
            time.sleep(draw.uniform(0.2, 0.5) * seconds)
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            assert run.stdout
            run.stdout.close()
            trials.gone(run.pid)
        return clean("in", "resumed", 2)

    def incremental() -> dict[str, Any]:
        clean("part", "incremental", 2)
        return clean("in", "incremental", 2)

    kinds: dict[str, tuple[str, Callable[[], dict[str, Any]]]] = {
        "2 workers": ("two", lambda: clean("in", "two", 2, PYTHONHASHSEED="0")),
        "1 worker, hash seed 1": ("one", lambda: clean("in", "one", 1, PYTHONHASHSEED="1")),
        "8 workers, hash seed 2": ("eight", lambda: clean("in", "eight", 8, PYTHONHASHSEED="2")),
        "files and shards in another order": ("other", lambda: clean("shuffled", "other", 2, shuffle=5)),
        f"killed {KILLS} times and resumed": ("resumed", resumed),
        "after an output of two thirds": ("incremental", incremental),
    }
    seconds = float("inf")
    for name, (out, way) in kinds.items():
        begun = time.monotonic()
        facts = way()
        seconds = min(seconds, time.monotonic() - begun)
        made = Way(
            name,
            trials.digest(trials.files(root / out)),
            trials.rows(root / out),
            facts["totals"]["records"],
            time.monotonic() - begun,
        )
        shutil.rmtree(root / out)
        yield made


def _config(root: Path, source: str, out: str, workers: int, shard_bytes: int) -> Config:
    given: dict[str, Any] = {"sources": [{"name": "docs", "path": str(root / source)}], "output": str(root / out)}
    return Config.model_validate({**given, "shard_bytes": shard_bytes, "workers": workers, "rejected_share": 1})


def main() -> int:
    """Clean in every way; the exit code says whether all came to the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--records", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--plain", action="store_true", help="without rules, and forked: for the machinery alone")
    options = parser.parse_args()
    if options.plain:
        trials.warm_up()
    records = draw_records(options.paths, options.records, options.seed)
    size = sum(len(content) for _, content in records)
    print(f"{len(records):,} records, {size / 1e6:,.1f} MB", flush=True)
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for way in ways(records, Path(folder), max(size // 12, 20_000), plain=options.plain):
            made.append(way)
            print(f"{way.name:36} {way.records:>7,} records {way.seconds:>7.1f} s  {way.files[:16]}", flush=True)
    same = len({way.files for way in made}) == 1 and len({way.rows for way in made}) == 1
    print(f"all the same: {made[0].files}" if same else "THEY DIFFER")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
