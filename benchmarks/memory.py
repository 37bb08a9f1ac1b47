"""Show that memory does not grow with the corpus: short documents by the million, pages by the ten thousand.

    python -m benchmarks.memory [--documents 100000 1000000] [--pages 2000 20000] [--plain]

Writes so many short documents, as lines that are cut and as a packed stream, and so many pages as files of their own;
cleans each number in a run of its own, and prints the largest memory that the run's process and any of its workers had.
Exits 1 when either grows by a tenth or more from the first number to the last. ``--plain``: with a cleaner without
rules, which takes a fraction of the time.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from subprocess import run as run_command
from typing import Any, NamedTuple

import zstandard

from benchmarks.speed import DEEDS, REASONS, RESIDUE, SUBJECTS, VERBS, document, filled

SHARD_BYTES = 8_000_000
"""Little, so that the smaller corpus fills several shards, too."""
MOST = 1.1
PACKED = 3
"""One document out of so many is in the packed stream."""


class Peaks(NamedTuple):
    """The largest memory in MB of a run's own process, and of any worker; records cleaned, seconds."""

    run: float
    worker: float
    cleaned: int
    seconds: float


def short(number: int) -> str:
    """A short document, the same every time: two or three sentences, now and then with residue."""
    draw = random.Random(number)
    count = draw.choice([2, 2, 3])
    text = " ".join(
        f"{draw.choice(SUBJECTS)} {draw.choice(VERBS)} {draw.choice(DEEDS)}, {draw.choice(REASONS)}."
        for _ in range(count)
    )
    text = filled(text, draw)
    return f"{text}\n\n{draw.choice(RESIDUE)}" if number % 5 == 0 else text


def page(number: int) -> str:
    """A page of about 6 kB."""
    menu = "".join(f'<li><a href="/section/{part}">Section {part}</a></li>' for part in range(30))
    story = "".join(f"<p>{part}</p>" for part in document(number).split("\n\n"))
    head = f"<head><title>Story {number}</title><meta property='og:site_name' content='Ashby Herald'></head>"
    body = f"<ul>{menu}</ul><article><h1>Story {number}</h1>{story}</article>"
    return f"<!doctype html><html>{head}<body>{body}</body></html>"


def write_documents(folder: Path, count: int) -> None:
    """Write short documents as lines, plain and packed; every one has an id."""
    with (
        (folder / "lines.jsonl").open("w", encoding="utf-8") as plain,
        zstandard.open(folder / "stream.jsonl.zst", "wt", encoding="utf-8") as packed,
    ):
        for number in range(count):
            line = json.dumps({"id": f"story-{number}", "text": short(number)}) + "\n"
            (plain if number % PACKED else packed).write(line)


def write_pages(folder: Path, count: int) -> None:
    """Write pages, a thousand to a folder."""
    for number in range(count):
        path = folder / str(number // 1_000) / f"{number}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page(number), encoding="utf-8")


KINDS: dict[str, Callable[[Path, int], None]] = {"documents": write_documents, "pages": write_pages}


def measure(kind: str, count: int, *, plain: bool = False) -> Peaks:
    """Make so many inputs, clean them, and return what that took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "in")
        folder.mkdir()
        KINDS[kind](folder, count)
        command = [sys.executable, "-m", "benchmarks.memory", "--run", name, *["--plain"] * plain]
        begun = time.monotonic()
        done = run_command(command, check=True, capture_output=True, text=True)
        found = json.loads(done.stdout.splitlines()[-1])
        workers = [int(line) for line in Path(name, "workers").read_text().split()]
        return Peaks(found["peak"] / 1e3, max(workers) / 1e3, found["cleaned"], time.monotonic() - begun)


def peak() -> int:
    """The largest memory this process had, in kB. (What ``getrusage`` says of a child counts its parent's, too.)"""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def clean(root: Path, *, plain: bool) -> dict[str, Any]:
    """Clean ``root/in``; return the peak of this process, and how many records were cleaned."""
    from corpus import run as runs
    from corpus.config import Config
    from corpus.supervise import run_shard

    command = [sys.executable, "-m", "benchmarks.memory", "--worker", str(root / "workers"), *["--plain"] * plain]
    runs.run_shard = partial(run_shard, command=command)
    given = {"sources": [{"name": "in", "path": str(root / "in")}], "output": str(root / "out")}
    summary = runs.run(Config.model_validate({**given, "shard_bytes": SHARD_BYTES}))
    if summary.problem:
        sys.exit(summary.problem)
    return {"peak": peak(), "cleaned": summary.cleaned}


def work(peaks: Path, *, plain: bool) -> None:
    """Be a worker, and note at the end how much memory that took."""
    from corpus import shard_worker

    if plain:
        from benchmarks import trials
        from cleaners import pipeline

        trials.PLAIN_SECONDS, pipeline.Cleaner = 0, trials.Plain
    shard_worker.main()
    with peaks.open("a") as lines:
        lines.write(f"{peak()}\n")


def growth(measured: list[Peaks]) -> Iterator[tuple[str, float]]:
    """By how many times each grew from the first to the last."""
    for name in ("run", "worker"):
        yield name, getattr(measured[-1], name) / getattr(measured[0], name)


def main() -> int:
    """Measure; the exit code says whether memory stayed the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="*", metavar="N", default=[100_000, 1_000_000])
    parser.add_argument("--pages", type=int, nargs="*", metavar="N", default=[2_000, 20_000])
    parser.add_argument("--plain", action="store_true", help="a cleaner without rules")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(options.worker, plain=options.plain)
        return 0
    if options.run:
        print(json.dumps(clean(options.run, plain=options.plain)))
        return 0
    missed = False
    for kind in KINDS:
        measured = []
        for count in getattr(options, kind):
            measured.append(found := measure(kind, count, plain=options.plain))
            sizes = f"run {found.run:6.0f} MB, largest worker {found.worker:6.0f} MB"
            print(f"{count:>9,} {kind:9} {sizes}, {found.cleaned:>9,} cleaned in {found.seconds:,.0f} s", flush=True)
        for name, times in growth(measured) if measured else ():
            missed |= times >= MOST
            print(f"{kind}: the {name} grew {times:.2f} × ({'pass' if times < MOST else 'MISS'}: < {MOST})", flush=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
