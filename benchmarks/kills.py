"""Kill runs at random moments, start them again, and compare with a run that nobody disturbed.

    python -m benchmarks.kills N [--seed 0] [--plain]

N times a process is killed with SIGKILL: a worker, the run, its process group, or all of its processes at once; half of
the times when files are just being put in place. Begun are fresh outputs and outputs whose input has changed since.
After every kill no process may be left; the run that comes to its end must clean what did not stand and nothing else,
and leave the tables of an undisturbed run, byte by byte, and nothing in staging. Exits 1 otherwise. ``--plain``: with a
cleaner without rules, which takes a fraction of the time.
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
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import trials
from benchmarks.speed import document
from corpus.config import Config

TARGETS = ("worker", "run", "group", "all")
SHARD_BYTES = 60_000
TELL = 10
"""Outputs after which it is said how far things are."""


@dataclass
class Tally:
    """What came of the kills. ``wrong`` says what was not as it should be."""

    kills: Counter[str] = field(default_factory=Counter)
    finished: int = 0
    cleaned_twice: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Scenario:
    """An input, the output that stood before (if one did), and the tables and records of an undisturbed run."""

    name: str
    config: Config
    before: Path | None
    tables: dict[str, bytes]
    records: list[tuple[str, str]]
    seconds: float


def write_input(folder: Path) -> None:
    """Write texts, a large file that is cut, a packed one that is read as a stream, and pages."""
    folder.mkdir()
    rows = [{"id": number, "text": document(number)} for number in range(36)]
    lines = [json.dumps(row) + "\n" for row in rows]
    (folder / "cut.jsonl").write_text("".join(lines[:24]), encoding="utf-8")
    packed = "".join(json.dumps({"id": n, "text": os.urandom(900).hex()}) + "\n" for n in range(40)) + "".join(
        lines[24:]
    )
    (folder / "stream.jsonl.gz").write_bytes(gzip.compress(packed.encode(), mtime=0))
    for number in range(36, 52):
        (folder / f"{number}.txt").write_text(document(number), encoding="utf-8")
    for number in range(52, 56):
        paragraphs = "".join(f"<p>{part}</p>" for part in document(number).split("\n\n"))
        (folder / f"{number}.html").write_text(f"<html><body><article>{paragraphs}</article></body></html>")


def change_input(folder: Path) -> None:
    """Change a text, take one away, add one, change a line in the middle and add one at the end."""
    (folder / "36.txt").write_text(document(136), encoding="utf-8")
    (folder / "37.txt").unlink()
    (folder / "new.txt").write_text(document(137), encoding="utf-8")
    path = folder / "cut.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[11] = json.dumps({"id": 11, "text": document(111)}) + "\n"
    path.write_text("".join([*lines, json.dumps({"id": "late", "text": document(112)}) + "\n"]), encoding="utf-8")


def scenarios(root: Path, plain: bool) -> Iterator[Scenario]:
    """A fresh output, and one that stood before its input changed."""
    old, new = root / "old", root / "new"
    write_input(old)
    shutil.copytree(old, new)
    change_input(new)
    before = root / "before"
    trials.finished(trials.start(_config(old, before), plain=plain))
    for name, folder, standing in (("fresh", old, None), ("changed", new, before)):
        config = _config(folder, root / f"undisturbed-{name}")
        begun = time.monotonic()
        trials.finished(trials.start(config, plain=plain))
        tables, records = trials.files(config.output), trials.standing(config.output)
        yield Scenario(name, config, standing, tables, records, time.monotonic() - begun)


def _config(source: Path, out: Path) -> Config:
    given: dict[str, Any] = {"sources": [{"name": "news", "path": str(source)}], "output": str(out)}
    return Config.model_validate({**given, "shard_bytes": SHARD_BYTES, "workers": 2})


def kills(count: int, root: Path, *, seed: int = 0, plain: bool = False) -> Tally:
    """Kill ``count`` times, in as many outputs as it takes, and tell what came of it."""
    draw, tally = random.Random(seed), Tally()
    if plain:
        trials.warm_up()
    known = list(scenarios(root, plain))
    number = 0
    while tally.kills.total() < count:
        scenario = known[number % len(known)]
        out = root / f"trial{number}"
        if scenario.before:
            shutil.copytree(scenario.before, out)
        config = scenario.config.model_copy(update={"output": str(out)})
        most = min(draw.randint(1, 6), count - tally.kills.total())
        _trial(f"trial {number} ({scenario.name})", scenario, config, draw, tally, most, plain)
        shutil.rmtree(out)
        number += 1
        if number % TELL == 0:
            print(f"{tally.kills.total()} kills, {len(tally.wrong)} things wrong so far", file=sys.stderr, flush=True)
    return tally


def _trial(
    name: str, scenario: Scenario, config: Config, draw: random.Random, tally: Tally, most: int, plain: bool
) -> None:
    """Kill at most so many times, then let the run come to its end."""
    killed = 0
    while True:
        standing = set(trials.standing(config.output))
        run = trials.start(config, plain=plain)
        target = draw.choice(TARGETS) if killed < most else None
        hit = _kill(target, run, config, draw, scenario.seconds) if target else None
        if hit:
            killed += 1
            tally.kills[hit] += 1
        if hit and hit != "worker":
            run.wait()
            assert run.stdout
            run.stdout.close()
            if left := trials.gone(run.pid):
                tally.wrong.append(f"{name}: processes {left} are left after {hit} was killed")
            continue
        try:
            facts = trials.finished(run)
        except (RuntimeError, ValueError) as error:
            tally.wrong.append(f"{name}: {error}")
            return
        if facts["failures"]:
            tally.wrong.append(f"{name}: {facts['failures'][0]}")
            return
        _compare(name, scenario, config, standing, facts, tally)
        if left := trials.gone(run.pid):
            tally.wrong.append(f"{name}: processes {left} are left after the end")
        return


def _kill(target: str, run: trials.Run, config: Config, draw: random.Random, seconds: float) -> str | None:
    """Wait for a random moment and kill; return what was killed, None if the run came to its end before."""
    staging = Path(config.output, "_staging") if draw.random() < 0.5 else None
    end = time.monotonic() + draw.uniform(0, (0.4 if staging else 0.8) * seconds)
    while run.poll() is None and (time.monotonic() < end or (staging and not _moving(staging))):
        time.sleep(0.001)
    if staging:
        time.sleep(draw.uniform(0, 0.01))
    workers = [pid for pid in trials.processes(run.pid) if pid != run.pid]
    if run.poll() is not None:
        return None
    if target == "worker" and not workers:
        target = "run"
    if target == "group":
        os.killpg(run.pid, signal.SIGKILL)
    for victim in {"worker": workers[:1], "run": [run.pid], "group": [], "all": [run.pid, *workers]}[target]:
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
    return target


def _moving(staging: Path) -> bool:
    """Whether a shard's files are being written or put in place."""
    try:
        return any(not entry.name.startswith("_") for entry in staging.iterdir())
    except OSError:
        return False


def _compare(
    name: str, scenario: Scenario, config: Config, standing: set[tuple[str, str]], facts: dict[str, Any], tally: Tally
) -> None:
    """Hold a run that came to its end to the undisturbed one."""
    tally.finished += 1
    due = len(set(scenario.records) - standing)
    if facts["cleaned"] != due:
        tally.cleaned_twice += facts["cleaned"] - due
        tally.wrong.append(f"{name}: {facts['cleaned']} records were cleaned, {due} did not stand")
    records = trials.standing(config.output)
    if sorted(records) != sorted(scenario.records):
        lost, more = set(scenario.records) - set(records), len(records) - len(set(records))
        tally.wrong.append(f"{name}: {len(lost)} records lost, {more} doubled")
    tables = trials.files(config.output)
    if differing := sorted(
        path for path in {*tables, *scenario.tables} if tables.get(path) != scenario.tables.get(path)
    ):
        tally.wrong.append(f"{name}: {len(differing)} files differ: {', '.join(differing[:3])}")
    if left := list(Path(config.output, "_staging").iterdir()):
        tally.wrong.append(f"{name}: {left[0].name} is left in staging")


def main() -> int:
    """Kill as often as asked; the exit code says whether all was as it should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--plain", action="store_true", help="a cleaner without rules")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = kills(options.count, Path(folder), seed=options.seed, plain=options.plain)
    said = ", ".join(f"{count} × {target}" for target, count in sorted(tally.kills.items()))
    print(f"{tally.kills.total()} kills ({said}); {tally.finished} runs came to their end")
    print(f"{tally.cleaned_twice} records cleaned twice; {len(tally.wrong)} things wrong")
    print("\n".join(tally.wrong))
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
