"""Runs in processes of their own, to be killed and compared; shared by the benchmarks of kills and of determinism.

    python -m benchmarks.trials < CONFIG.json

cleans as the config says and prints the facts of the run as JSON.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from cleaners import pipeline
from cleaners.model import Cleaned, Record, Rejection
from cleaners.rules.book import RuleBook
from cleaners.settings import Settings
from corpus import output, shard_worker, stored
from corpus import run as runs
from corpus.config import Config
from corpus.fingerprint import parts
from corpus.shards import Shard, plan

ROOT = Path(__file__).parents[1]
PLAIN_SECONDS = 0.001
"""What a record costs the plain cleaner, so that there is time to be killed in."""
Run = subprocess.Popen[bytes]


class Forked(Run):
    """A process that goes on with ``args[0]()`` in a copy of this one: nothing is imported again."""

    def _execute_child(self, args: Any, *given: Any) -> None:
        stdin, stdout = given[9], given[12]
        self.pid = os.fork()
        if self.pid == 0:
            code = 1
            try:
                os.dup2(stdin, 0)
                os.dup2(stdout, 1)
                os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
                os.closerange(3, 256)
                sys.stdin, sys.stdout = os.fdopen(0, closefd=False), os.fdopen(1, "w", closefd=False)
                args[0]()
                sys.stdout.flush()
                code = 0
            except BaseException:
                traceback.print_exc()  # to nowhere, unless somebody looks for a mistake here
            finally:
                os._exit(code)
        self._child_created = True
        os.close(stdin)
        os.close(stdout)


def start(config: Config, *, plain: bool = False, shuffle: int | None = None, **environment: str) -> Run:
    """Start a run in a session of its own; its facts come on standard output.

    ``shuffle`` is the seed of an order in which the shards are taken. ``plain``: without rules, and forked.
    """
    if plain:
        run: Run = Forked([_plain_run], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    else:
        words = [
            sys.executable,
            "-m",
            "benchmarks.trials",
            *(["--shuffle", str(shuffle)] if shuffle is not None else []),
        ]
        run = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            start_new_session=True,
        )
    assert run.stdin
    run.stdin.write(config.model_dump_json().encode())
    run.stdin.close()
    return run


def finished(run: Run) -> dict[str, Any]:
    """Wait for a run's end and return its facts. Raises ``RuntimeError`` when it has none."""
    assert run.stdout
    with run.stdout:
        said = run.stdout.read()
    if run.wait() or not said:
        raise RuntimeError(f"the run ended with code {run.returncode}")
    return dict(json.loads(said))


def processes(session: int) -> list[int]:
    """Ids of the living processes of a session; it has the id of the run that began it."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                state, _, _, of = (entry / "stat").read_text().rsplit(")", 1)[1].split()[:4]
            except (OSError, ValueError):
                continue  # gone since
            if state != "Z" and int(of) == session:
                found.append(int(entry.name))
    return found


def gone(session: int, seconds: float = 5.0) -> list[int]:
    """Wait until no process of a session lives; return those that still do after ``seconds``."""
    end = time.monotonic() + seconds
    while (left := processes(session)) and time.monotonic() < end:
        time.sleep(0.01)
    return left


def files(out: str | Path) -> dict[str, bytes]:
    """The bytes of all tables by their names."""
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(Path(out).rglob("*.parquet"))}


def digest(tables: Mapping[str, bytes]) -> str:
    """One hash for names and bytes of all tables."""
    found = hashlib.sha256()
    for name, content in sorted(tables.items()):
        found.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return found.hexdigest()


def rows(out: str | Path) -> str:
    """One hash for the rows of all tables, wherever they lie."""
    found = hashlib.sha256()
    for table in output.ORDER:
        lines = [
            json.dumps(row, sort_keys=True, default=repr)
            for name in output.committed(out)
            for row in stored.read(out, table, name).to_pylist()
        ]
        found.update("\n".join([table, *sorted(lines)]).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def standing(out: str | Path) -> list[tuple[str, str]]:
    """Id and state of every record in shards that stand."""
    names = [name for name in output.committed(out) if output.footer(out, name)]
    tables = [stored.read(out, "records", name, ["id", "state"]) for name in names]
    return [(row["id"], row["state"]) for table in tables for row in table.to_pylist()]


def _plain_run() -> None:
    """A run whose workers have no rules, and are forked."""
    from corpus import supervise

    os.setsid()
    supervise.subprocess = SimpleNamespace(Popen=Forked, PIPE=subprocess.PIPE, TimeoutExpired=subprocess.TimeoutExpired)
    runs.run_shard = partial(supervise.run_shard, command=[_plain_worker])
    _run()


class Plain(pipeline.Cleaner):
    """Cleans without rules, and takes a little time for it."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings, self.book, self.marked = settings or Settings(), RuleBook([]), frozenset()

    def clean(self, record: Record) -> Cleaned | Rejection:  # noqa: D102 - as the base's
        time.sleep(PLAIN_SECONDS)
        return super().clean(record)


def warm_up() -> None:
    """Load here what forked runs and workers would each load again; what is edited meanwhile changes nothing."""
    parts(Settings())
    page = b"<html><body><article><p>It rained all night in the hills.</p></article></body></html>"
    Plain().clean(Record("r", "s", "k", b"It rained all night in the hills, and nobody slept.", "text"))
    Plain().clean(Record("r", "s", "k", page, "html"))


def _plain_worker() -> None:
    os.setpgid(0, 0)
    pipeline.Cleaner = Plain
    shard_worker.main()


def _run(shuffle: int | None = None) -> None:
    """Do one run as standard input says."""
    if shuffle is not None:

        def shuffled(*given: Any, **named: Any) -> list[Shard]:
            shards = plan(*given, **named)
            random.Random(shuffle).shuffle(shards)
            return shards

        runs.plan = shuffled
    print(json.dumps(asdict(runs.run(Config.model_validate_json(sys.stdin.read())))))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shuffle", type=int, metavar="SEED", help="take the shards in another order")
    _run(parser.parse_args().shuffle)
