"""The parent's side of a shard: start a worker, watch it, and begin again without the record that killed it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cleaners.errors import CopydeskError, SetupError
from corpus.secrets import hidden
from corpus.shard_worker import Job

COMMAND = (sys.executable, "-m", "corpus.shard_worker")
SILENCE = 300.0
"""Seconds without a word, above a record's own time, after which a worker counts as dead."""
LOOK = 0.5
"""Seconds between looks at whether the worker is still wanted."""
IDLE_DEATHS = 2
"""Deaths outside any record (starting, reading, writing) after which the shard is given up."""

NOTHING_SLOW = (0.0, "")

Progress = Callable[[int], None]
"""Is told how many more records of a shard were read."""


class ShardError(CopydeskError):
    """A shard could not be finished: disk, memory or a bug. ``transient``: trying again may help."""

    def __init__(self, shard: str, reason: str, *, transient: bool = False, traceback: str = "") -> None:
        self.shard, self.transient = shard, transient
        self.reason, self.traceback = hidden(reason), hidden(traceback)
        super().__init__(f"shard {shard}: {self.reason}")


@dataclass
class ShardResult:
    """What came of a shard.

    ``files``: the names its tables lie under; ``facts``: counts of each of them; ``slowest``: the longest time that a
    record took, in seconds, and its id.
    """

    shard: str
    entries: int = 0
    cleaned: int = 0
    copied: int = 0
    limited: bool = False
    restarts: int = 0
    files: list[str] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0
    slowest: tuple[float, str] = NOTHING_SLOW


@dataclass
class _Life:
    """What one worker told before it ended."""

    current: str | None = None
    read: int = 0
    parts: list[dict[str, Any]] = field(default_factory=list)
    end: dict[str, Any] | None = None
    timed_out: bool = False
    begun: float = 0.0
    slowest: tuple[float, str] = NOTHING_SLOW

    def settle(self) -> None:
        """The current record is done, or has killed the worker: note how long it took."""
        if self.current is not None:
            self.slowest = max(self.slowest, (round(time.monotonic() - self.begun, 3), self.current))


def run_shard(
    job: Job,
    *,
    on_progress: Progress | None = None,
    stop: threading.Event | None = None,
    command: Sequence[str] = COMMAND,
) -> ShardResult:
    """Clean one shard in a process of its own.

    A record at which the worker hangs, or dies twice, is rejected, and the shard begun again. (Once, the worker may
    have been killed by somebody who did not mean the record.) Raises :class:`SetupError` for rules or settings that
    cannot be used, :class:`ShardError` when the shard cannot be finished or ``stop`` is set.
    """
    stop = stop or threading.Event()
    started = time.monotonic()
    rejected, suspected = dict(job.rejected), set[str]()
    idle, restarts, told = 0, 0, 0
    slowest = NOTHING_SLOW
    while True:
        life, code = _live(job._replace(rejected=rejected), command, on_progress, told, stop)
        if stop.is_set():
            raise ShardError(job.shard.name, "stopped")
        told, slowest = max(told, life.read), max(slowest, life.slowest)
        if life.end is not None:
            break
        restarts += 1
        if life.current is not None and life.current not in rejected:
            cause = _cause(job, code, life)
            if cause[0] == "limit" or life.current in suspected:
                rejected[life.current] = cause
            suspected.add(life.current)
            continue
        idle += 1
        if idle == IDLE_DEATHS:
            raise ShardError(job.shard.name, f"the worker {_death(code)} outside any record", transient=True)
    end = life.end
    if "setup" in end:
        problem, where, remedy = end["setup"]
        raise SetupError(problem, where=where, remedy=remedy)
    if "failed" in end:
        where = f" ({end['where']})" if end.get("where") else ""
        raise ShardError(
            job.shard.name, end["failed"] + where, transient=end["retry"], traceback=end.get("traceback", "")
        )
    return ShardResult(
        job.shard.name,
        entries=sum(part["entries"] for part in life.parts),
        cleaned=sum(part["cleaned"] for part in life.parts),
        copied=sum(part["copied"] for part in life.parts),
        limited=end["limited"],
        restarts=restarts,
        files=end["done"],
        facts=[part["facts"] for part in life.parts],
        seconds=time.monotonic() - started,
        slowest=slowest,
    )


def _live(
    job: Job, command: Sequence[str], on_progress: Progress | None, told: int, stop: threading.Event
) -> tuple[_Life, int]:
    """Run one worker to its end; return what it said and its exit code. ``told``: records that were reported before."""
    root = str(Path(__file__).parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1"}
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, process_group=0)
    life = _Life()
    try:
        assert worker.stdin and worker.stdout
        try:
            worker.stdin.write(json.dumps({**job.dump(), "parent": os.getpid()}).encode())
            worker.stdin.close()
        except BrokenPipeError:
            pass  # it died at once; its exit code tells
        _listen(worker.stdout.fileno(), life, job.config.record_seconds + SILENCE, on_progress, told, stop)
    finally:
        life.settle()
        _end(worker, at_once=life.timed_out or stop.is_set())
    return life, worker.returncode


def _listen(
    pipe: int, life: _Life, patience: float, on_progress: Progress | None, told: int, stop: threading.Event
) -> None:
    """Follow the worker's words until it closes the pipe, falls silent, or is not wanted any more."""
    rest = b""
    last = time.monotonic()
    while not stop.is_set():
        ready, _, _ = select.select([pipe], [], [], LOOK)
        if not ready:
            life.timed_out = time.monotonic() - last > patience
            if life.timed_out:
                return
            continue
        last = time.monotonic()
        heard = os.read(pipe, 1 << 16)
        if not heard:
            return
        *lines, rest = (rest + heard).split(b"\n")
        for line in lines:
            _note(json.loads(line), life)
        if on_progress and life.read > told:
            on_progress(life.read - told)
            told = life.read


def _note(message: dict[str, Any], life: _Life) -> None:
    if "record" in message:
        life.current, life.begun = message["record"], time.monotonic()
    elif "read" in message:
        life.settle()
        life.current, life.read = None, message["read"]
    elif "part" in message:
        life.parts.append(message)
        life.read = sum(part["entries"] for part in life.parts)
    elif "ready" not in message:
        life.end = message


def _end(worker: subprocess.Popen[bytes], *, at_once: bool) -> None:
    """Make sure that nothing of the worker's process group is left."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        worker.wait(timeout=0 if at_once else 2)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    if worker.stdout:
        worker.stdout.close()


def _cause(job: Job, code: int, life: _Life) -> tuple[str, str]:
    """Stage and reason for a record that killed its worker."""
    if code == -signal.SIGALRM or life.timed_out:
        return "limit", f"it took longer than record_seconds: {job.config.record_seconds:g}"
    return "crash", f"the process {_death(code)} while cleaning it"


def _death(code: int) -> str:
    """How a process ended.

    >>> _death(-9)
    'died of SIGKILL'
    """
    return f"died of {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
