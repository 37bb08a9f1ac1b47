"""A whole run: plan, clean what is new or changed, tidy up, and note the facts.

The three steps stand alone, so that a flow can put its own tasks between them::

    with output.writing(config.output):
        plan = prepare(config)
        results = [run_shard(plan.job(shard)) for shard in plan.due]
        summary = finish(plan, results)
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from cleaners.errors import SetupError
from corpus import compact, drift, output, stored, tombstones
from corpus.config import Config
from corpus.facts import RunSummary
from corpus.facts import summary as summed_up
from corpus.fingerprint import Parts, explain_change, fingerprint, parts
from corpus.shard_worker import Job
from corpus.shards import Shard, plan, stamp, sweep
from corpus.sources import Input, find
from corpus.supervise import ShardError, ShardResult, run_shard

Progress = Callable[[str, int], None]
"""Is told a shard's name and how many more of its records were read."""


@dataclass(frozen=True)
class RunPlan:
    """What a run will do.

    ``due`` are the shards to clean; ``standing`` the names of files that stand, with their facts; ``older`` those that
    stand until their shard is cleaned; ``owned`` the names that belong to each shard; ``near`` the shards that rows may
    move to or from, since they are neighbours in one file; ``gone`` the names that nothing stands for any more;
    ``kept`` those that are kept until the run ends, as they are; ``why`` says why earlier rows do not count, when they
    do not. ``replay``: nothing but what was rejected is tried again.
    """

    config: Config
    parts: Parts
    shards: list[Shard]
    due: list[Shard]
    standing: dict[str, dict[str, Any]]
    older: dict[str, dict[str, Any]]
    owned: dict[str, list[str]]
    near: dict[str, list[str]]
    gone: list[str]
    kept: list[str]
    why: list[str]
    started: datetime
    replay: bool = False

    def job(self, shard: Shard, *, limit: int | None = None, dry_run: bool = False) -> Job:
        """What a worker needs to clean ``shard``."""
        own = self.owned.get(shard.name, [])
        moved = [name for name in self.gone if name.startswith(shard.source)]
        near = {*own, *(name for other in self.near.get(shard.name, ()) for name in self.owned.get(other, ()))}
        before = [name for name in self.kept if name in near]
        return Job(
            shard,
            self.config,
            self.parts,
            tuple(own + moved),
            tuple(before),
            replay=self.replay,
            limit=limit,
            dry_run=dry_run,
        )


def run(
    config: Config,
    *,
    limit: int | None = None,
    dry_run: bool = False,
    replay: bool = False,
    verify_inputs: bool = False,
    on_progress: Progress | None = None,
) -> RunSummary:
    """Clean whatever is new or changed, and return the facts.

    ``limit`` bounds the number of records; ``dry_run`` cleans but writes nothing; ``replay`` takes the shards that hold
    rejections, and of their records those that were rejected; ``verify_inputs`` reads also what is unchanged by
    size and time. Raises :class:`SetupError` before the first record when sources, rules or output are at fault.
    """
    found = find(config)  # before there is an output folder
    with nullcontext() if dry_run else output.writing(config.output):
        plan = prepare(config, found, dry_run=dry_run, replay=replay, verify_inputs=verify_inputs)
        del found  # the plan holds what is needed of it
        report = on_progress or _quiet
        if limit is None:
            results, failures = _together(plan, dry_run, report)
        else:
            results, failures = _until(plan, limit, dry_run, report)
        return finish(plan, results, failures=failures, limited=limit is not None, dry_run=dry_run)


def prepare(
    config: Config,
    found: Mapping[str, list[Input]] | None = None,
    *,
    dry_run: bool = False,
    replay: bool = False,
    verify_inputs: bool = False,
) -> RunPlan:
    """Find the inputs and what stands of them already, and make the output ready for what will change.

    ``found`` are the files of the sources where they are known already; with ``verify_inputs`` all are read
    and compared by their hashes. Raises :class:`SetupError` when a source or a rule pack is missing.
    """
    started = datetime.now(UTC)
    shards = plan(config, found, again=verify_inputs)
    made_of = parts(config.cleaning)
    mark = fingerprint(made_of)
    forgotten = tombstones.load(config.output).mark
    owned, gone = _owned(output.committed(config.output), shards)
    standing: dict[str, dict[str, Any]] = {}
    due, why = [], list[str]()
    for shard in shards:
        stands, reason = _standing(config, shard, mark, made_of, forgotten)
        if replay:
            if any(_rejected(config.output, name) for name in owned.get(shard.name, ())):
                due.append(shard)
                why = why or reason
            continue
        if verify_inputs:
            stands = {}
        standing |= stands
        why = why or reason
        if not stands:
            due.append(shard)
        else:  # parts of a stream that became shorter: it stands, but with fewer parts than there are files
            gone += [name for name in owned[shard.name] if name not in stands]
    if replay:
        if any(_rejected(config.output, name) for name in gone):
            raise SetupError(
                "the sources have changed, so that its rejections are in other shards now",
                where=config.output,
                remedy="copydesk run first",
            )
        gone = []
    older = {name: facts for names in owned.values() for name in names if (facts := _facts(config.output, name))}
    kept = []
    if not dry_run:
        changing = [name for shard in due for name in owned.get(shard.name, ())]
        compact.release(config.output, [*changing, *gone])
        kept = output.keep(config.output, (name for name in changing if _is_of(config.output, name, mark)))
    return RunPlan(
        config,
        made_of,
        shards,
        due,
        standing,
        {name: facts for name, facts in older.items() if name not in standing and name not in gone},
        owned,
        _near(shards),
        sorted(gone),
        kept,
        why,
        started,
        replay,
    )


def finish(
    plan: RunPlan,
    results: Iterable[ShardResult],
    *,
    failures: Iterable[str] = (),
    limited: bool = False,
    dry_run: bool = False,
    watch: bool = False,
) -> RunSummary:
    """Take away what nothing stands for any more, and note the run's facts under ``_runs``.

    ``watch``: look for drift (:mod:`corpus.drift`), if the run did all that was due.
    """
    results, failures = list(results), list(failures)
    files = {name: facts for result in results for name, facts in zip(result.files, result.facts, strict=True)}
    replaced = {name for result in results for name in plan.owned.get(result.shard, ())} - set(files)
    whole = not limited and not failures
    if not dry_run:
        for name in {*plan.gone, *replaced} if whole else ():
            output.remove(plan.config.output, name)
        output.sweep(plan.config.output)
        sweep(plan.config, plan.shards)
    older = {name: facts for name, facts in plan.older.items() if name not in replaced}
    summary = summed_up(plan, results, failures, {**older, **plan.standing, **files}, limited, dry_run)
    if not dry_run:
        if watch and whole:
            out, bounds = plan.config.output, plan.config.drift
            summary.drift = drift.watch(out, summary.files, summary.id, summary.fingerprint, bounds)
        output.write_json(Path(plan.config.output) / output.RUNS / f"{summary.id}.json", asdict(summary))
    return summary


def _together(plan: RunPlan, dry_run: bool, report: Progress) -> tuple[list[ShardResult], list[str]]:
    """Clean all shards, as many at a time as there are workers; one that fails does not keep the others."""
    results, failures = [], []
    stop = threading.Event()
    with ThreadPoolExecutor(plan.config.workers) as pool:
        waiting = [pool.submit(_one, plan, shard, None, dry_run, report, stop) for shard in plan.due]
        try:
            for future in as_completed(waiting):
                try:
                    results.append(future.result())
                except ShardError as error:
                    failures.append(str(error))
        except BaseException:  # a rule that cannot be used, or the user's Ctrl-C: nothing goes on behind their back
            stop.set()
            pool.shutdown(cancel_futures=True)
            raise
    return results, sorted(failures)


def _until(plan: RunPlan, limit: int, dry_run: bool, report: Progress) -> tuple[list[ShardResult], list[str]]:
    """Clean one shard after another until ``limit`` records were read."""
    results, failures = list[ShardResult](), list[str]()
    left = limit - sum(facts["records"] for facts in plan.standing.values())
    for shard in plan.due:
        if left <= 0:
            break
        try:
            results.append(_one(plan, shard, left, dry_run, report, None))
            left -= results[-1].entries
        except ShardError as error:
            failures.append(str(error))
    return results, failures


def _one(
    plan: RunPlan, shard: Shard, limit: int | None, dry_run: bool, report: Progress, stop: threading.Event | None
) -> ShardResult:
    job = plan.job(shard, limit=limit, dry_run=dry_run)
    return run_shard(job, on_progress=lambda more: report(shard.name, more), stop=stop)


def _standing(
    config: Config, shard: Shard, mark: str, made_of: Parts, forgotten: str
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The files of a shard with their facts if all of it stands, else nothing and the reason."""
    first = f"{shard.name}-00000" if shard.stream else shard.name
    footer = output.footer(config.output, first)
    if footer is None:
        return {}, []
    if footer["fingerprint"] != mark:
        return {}, explain_change(footer["parts"], made_of)
    note = output.read_state(config.output, first)
    if not note.get("stamp") or note["stamp"] != stamp(shard, config):
        return {}, []
    if note.get("forgotten", {}).get("mark", "") != forgotten:
        return {}, ["the list of what is forgotten changed"]
    files = {}
    for name in note["shards"]:
        facts = _facts(config.output, name)
        if facts is None or not _is_of(config.output, name, mark):
            return {}, []
        files[name] = facts
    return files, []


def _facts(out: str, name: str) -> dict[str, Any] | None:
    """The counts that are noted of the files of one name, if they stand as noted."""
    footer, state = output.footer(out, name), output.read_state(out, name)
    return state["facts"] if footer and state.get("commit") == footer["commit"] else None


def _is_of(out: str, name: str, mark: str) -> bool:
    footer = output.footer(out, name)
    return footer is not None and footer["fingerprint"] == mark


def _rejected(out: str, name: str) -> bool:
    """Whether files hold rejections."""
    return stored.count(out, "rejections", name) > 0


def _owned(existing: Iterable[str], shards: Iterable[Shard]) -> tuple[dict[str, list[str]], list[str]]:
    """The names of files that belong to each shard (a stream has several parts), and those that belong to none."""
    streams = {shard.name: shard.stream for shard in shards}
    owned: dict[str, list[str]] = {}
    gone = []
    for name in existing:
        stem = re.sub(r"-[0-9]{5,}$", "", name)
        if streams.get(name) is False:
            owned.setdefault(name, []).append(name)
        elif streams.get(stem):
            owned.setdefault(stem, []).append(name)
        else:
            gone.append(name)
    return owned, gone


def _near(shards: list[Shard]) -> dict[str, list[str]]:
    """The shards before and after each one in its file: where something grew, records move to the next stretch."""
    near: dict[str, list[str]] = {}
    for one, other in pairwise(shards):
        files = {(shard.source, piece.path) for shard in (one, other) for piece in shard.pieces}
        if len(files) == 1:
            near.setdefault(one.name, []).append(other.name)
            near.setdefault(other.name, []).append(one.name)
    return near


def _quiet(shard: str, more: int) -> None:
    """No progress wanted."""


__all__ = ["Progress", "RunPlan", "RunSummary", "SetupError", "finish", "prepare", "run"]
