"""The process that cleans one shard: ``python -m corpus.shard_worker``, a job on stdin, progress on stdout.

It says which record it works on, so that its parent knows which one killed it. It sets hard limits on itself: an
alarm that the kernel delivers even while C code runs, and a limit of memory.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from cleaners.errors import SetupError
from cleaners.model import Cleaned, Record, Rejection
from corpus import batch, output, rows, tombstones
from corpus.config import Config
from corpus.fingerprint import Parts, fingerprint
from corpus.readers import Entry
from corpus.shards import Changed, Shard, read, stamp
from corpus.tombstones import Forgotten

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
"""Errors of writing, of which the system does not say where."""
NEWS = 1_000
"""Entries after which a sign of life is given, if nothing else was said."""

Say = Callable[[dict[str, Any]], None]


class CleanerLike(Protocol):
    """What cleans a record."""

    def clean(self, record: Record) -> Cleaned | Rejection:
        """Clean one record."""
        ...


class Job(NamedTuple):
    """What a worker is told.

    ``previous`` are the shards whose rows may be copied, ``before`` those of them that are kept as they stood when the
    run began. ``rejected``: id to (stage, reason) of records that killed workers before. ``replay``: what was rejected
    is cleaned again.
    """

    shard: Shard
    config: Config
    parts: Parts
    previous: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    replay: bool = False
    rejected: dict[str, tuple[str, str]] = {}  # noqa: RUF012 - never changed
    limit: int | None = None
    dry_run: bool = False

    def dump(self) -> dict[str, Any]:
        """The job as plain values for JSON."""
        return {**self._asdict(), "shard": self.shard.dump(), "config": self.config.model_dump(mode="json")}

    @classmethod
    def load(cls, values: dict[str, Any]) -> Job:
        """The inverse of :meth:`dump`, also after a way through JSON."""
        return cls(
            **{**values, "shard": Shard.load(values["shard"]), "config": Config.model_validate(values["config"])}
        )


class Counter(NamedTuple):
    """How far a part got: all entries, those cleaned now, those copied, and whether the limit stopped the reading.

    ``forgotten`` are the ids of those that are left out for good.
    """

    entries: int
    cleaned: int
    copied: int
    limited: bool
    forgotten: tuple[str, ...] = ()


def work(job: Job, cleaner: CleanerLike, say: Say) -> None:
    """Clean a shard and put its files in place, one part after another."""
    config, out = job.config, job.config.output
    forgotten = tombstones.load(out)
    standing = batch.Standing(
        out,
        job.previous,
        fingerprint(job.parts),
        before=job.before,
        forgotten=forgotten,
        rejected=not job.replay,
    )
    unsettled: list[str] = []
    entries = _noting(read(job.shard, config), unsettled)
    done: list[str] = []
    total = 0
    while True:
        name = f"{job.shard.name}-{len(done):05d}" if job.shard.stream else job.shard.name
        gathered, copied, count = _gather(job, entries, cleaner, standing, forgotten, say, total)
        if not count.entries and done:
            break
        total += count.entries
        if count.limited:
            copied |= dict.fromkeys(
                _beyond(gathered, standing.ids(name), copied)
            )  # what was not read this time is not known to be gone
        tables = gathered.tables(standing.rows(copied))
        _account(tables, count)
        counted = {**batch.facts(tables), "forgotten": len(count.forgotten)}
        if not job.dry_run:
            made = output.commit(out, name, tables, job.parts)
            standing.replaced(out, name)
            state = {
                "commit": made,
                "fingerprint": fingerprint(job.parts),
                "facts": counted,
                "forgotten": {"mark": forgotten.mark, "records": list(count.forgotten)},
            }
            if not job.shard.stream and not count.limited:
                state |= _stands(job, [name], unsettled)
            output.write_json(output.state_file(out, name), state)
        done.append(name)
        say(
            {"part": name, "entries": count.entries, "cleaned": count.cleaned, "copied": count.copied, "facts": counted}
        )
        if not job.shard.stream or count.limited:
            break
        del gathered, tables  # the next part needs the room
    if job.shard.stream and not job.dry_run and not count.limited:
        note = output.read_state(out, done[0]) | _stands(job, done, unsettled)
        output.write_json(output.state_file(out, done[0]), note)
    say({"done": done, "limited": count.limited})


def _stands(job: Job, names: list[str], unsettled: list[str]) -> dict[str, Any]:
    """The note by which the next run passes over the shard: what its inputs were, and the names its rows lie under."""
    return {"stamp": None if unsettled else stamp(job.shard, job.config), "shards": names}


def _noting(entries: Iterator[Entry], unsettled: list[str]) -> Iterator[Entry]:
    """Pass entries on, and note those that the next run has to look at again, though no file has changed."""
    for entry in entries:
        if not entry.settled:
            unsettled.append(entry.record.id)
        yield entry


def _gather(
    job: Job,
    entries: Iterator[Entry],
    cleaner: CleanerLike,
    standing: batch.Standing,
    forgotten: Forgotten,
    say: Say,
    before: int,
) -> tuple[batch.Batch, dict[str, int | None], Counter]:
    """Read and clean until the shard, a part of a stream, or the limit ends."""
    gathered = batch.Batch()
    copied: dict[str, int | None] = {}  # id to the place it has now
    gone: list[str] = []
    count = cleaned = size = 0
    for entry in entries:
        count += 1
        size += entry.weight(job.config.shard_bytes)
        id = entry.record.id
        state = forgotten.state(id, rows.state_of(entry))
        if forgotten.has(entry.record):
            gone.append(id)
        elif standing.has(id, state):
            copied[id] = entry.ordinal
            if count % NEWS == 0:
                say({"read": before + count})
        else:
            say({"record": id})
            made = tombstones.kept(forgotten, _rows(job, entry, state, cleaner))
            if made is None:
                gone.append(id)
            else:
                gathered.add(made)
                cleaned += 1
            say({"read": before + count})
        if job.limit is not None and before + count >= job.limit:
            return gathered, copied, Counter(count, cleaned, len(copied), True, tuple(gone))
        if job.shard.stream and size >= job.config.shard_bytes:
            break
    return gathered, copied, Counter(count, cleaned, len(copied), False, tuple(gone))


def _rows(job: Job, entry: Entry, state: str, cleaner: CleanerLike) -> dict[str, list[rows.Row]]:
    """Clean one record within its time; whatever happens, it has rows."""
    record = entry.record
    if record.id in job.rejected:
        item = Rejection(record, *job.rejected[record.id])
    elif isinstance(entry.item, Rejection):
        item = entry.item
    else:
        signal.setitimer(signal.ITIMER_REAL, job.config.record_seconds)
        try:
            made = cleaner.clean(record)
            if isinstance(made, Cleaned):
                return rows.of_cleaned(entry, made, state)
            item = made
        except Exception as error:
            item = Rejection(record, "bug", f"{type(error).__name__}: {error}", traceback.format_exc())
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    if item.reason.startswith("MemoryError"):
        item = Rejection(record, "limit", "it needs more memory than worker_bytes allows")
    return rows.of_rejected(entry, item, state, job.config.kept_bytes)


def _beyond(gathered: batch.Batch, standing: set[str], copied: Iterable[str]) -> set[str]:
    """Records that stand but were not reached."""
    return standing.difference(copied, gathered.tables()["records"]["id"].to_pylist())


def _account(tables: dict[str, Any], count: Counter) -> None:
    """Hold law 6: every record read is cleaned, rejected or forgotten, once."""
    records = tables["records"]
    outcomes = records["outcome"].to_pylist()
    rejected = tables["rejections"].num_rows
    if len(set(records["id"].to_pylist())) != len(outcomes):
        raise AssertionError("a record stands twice")
    if outcomes.count("rejected") != rejected or outcomes.count("cleaned") + rejected != len(outcomes):
        raise AssertionError("records are not cleaned + rejected")
    if not count.limited and len(outcomes) + len(count.forgotten) != count.entries:
        raise AssertionError(
            f"{count.entries} records were read, {len(outcomes)} stand, {len(count.forgotten)} are forgotten"
        )


def _confine(config: Config, parent: int) -> None:
    """Die with the parent, leave no core file, and keep to the memory limit."""
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the line above
        sys.exit(1)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (config.worker_bytes, config.worker_bytes))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # kills, whatever runs
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides


def main() -> None:
    """Do the job on standard input."""
    pipe = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not reach the pipe

    def say(message: dict[str, Any]) -> None:
        os.write(pipe, json.dumps(message).encode() + b"\n")

    values = json.load(sys.stdin)
    parent = values.pop("parent")
    job = Job.load(values)
    _confine(job.config, parent)
    try:
        from cleaners.pipeline import Cleaner

        say({"ready": os.getpid()})
        work(job, Cleaner(job.config.cleaning), say)
    except SetupError as error:
        say({"setup": [error.problem, error.where, error.remedy]})
    except OSError as error:
        retry = not isinstance(error, Changed)
        where = error.filename or (job.config.output if error.errno in FULL else "")
        say({"failed": f"{error.strerror or error}", "where": str(where), "retry": retry})
    except Exception as error:
        say({"failed": f"{type(error).__name__}: {error}", "traceback": traceback.format_exc(), "retry": False})


if __name__ == "__main__":
    main()
