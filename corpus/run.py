"""A whole run: plan, clean what is new or changed, tidy up, and note the facts.

The three steps stand alone, so that a flow can put its own tasks between them::

    with output.writing(config.output):
        plan = prepare(config)
        results = [run_shard(plan.job(shard)) for shard in plan.due]
        summary = finish(plan, results)
"""

from __future__ import annotations

import platform
import re
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cleaners.errors import SetupError
from corpus import output
from corpus.config import Config
from corpus.fingerprint import Parts, explain_change, fingerprint, parts
from corpus.shard_worker import Job
from corpus.shards import Shard, plan, stamp
from corpus.supervise import ShardError, ShardResult, run_shard

MOST = 200
"""Names in a count of a run's facts, the most frequent first; rules are fewer, sites may be many more."""

Progress = Callable[[str, int], None]
"""Is told a shard's name and how many more of its records were read."""


@dataclass(frozen=True)
class RunPlan:
    """What a run will do.

    ``due`` are the shards to clean; ``standing`` the names of files that stand, with their facts; ``gone`` the names
    that nothing stands for any more; ``why`` says why earlier rows do not count, when they do not.
    """

    config: Config
    parts: Parts
    shards: list[Shard]
    due: list[Shard]
    standing: dict[str, dict[str, Any]]
    existing: list[str]
    gone: list[str]
    why: list[str]
    started: datetime

    def job(self, shard: Shard, *, limit: int | None = None, dry_run: bool = False) -> Job:
        """What a worker needs to clean ``shard``."""
        own = [name for name in self.existing if _belongs(name, shard)]
        moved = [name for name in self.gone if name.startswith(shard.source)]
        return Job(shard, self.config, self.parts, tuple(own + moved), limit=limit, dry_run=dry_run)


@dataclass
class RunSummary:
    """The facts of a run.

    ``totals`` counts what stands in the output now; ``read``, ``cleaned`` and ``copied`` count what this run did.
    """

    id: str
    output: str
    started: str
    finished: str
    seconds: float
    fingerprint: str
    versions: dict[str, str]
    why: list[str]
    sources: list[dict[str, Any]]
    config: dict[str, Any]
    shards: dict[str, int]
    read: int
    cleaned: int
    copied: int
    restarts: int
    limited: bool
    dry_run: bool
    totals: dict[str, Any]
    failures: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    rejected_share: float = 0.0
    tolerance: float = 0.0

    @property
    def problem(self) -> str | None:
        """Why the run counts as failed, or None."""
        if self.failures:
            return f"{len(self.failures)} of {self.shards['total']} shards failed: {self.failures[0]}"
        if self.totals.get("bugs"):
            return f"{self.totals['bugs']} records met a bug: see the tracebacks in rejections"
        if self.rejected_share > self.tolerance:
            share, bound = f"{self.rejected_share:.1%}", f"{self.tolerance:.1%}"
            return f"{share} of the records were rejected, above the tolerance of {bound} (rejected_share)"
        if not self.totals.get("records"):
            return "there was no record in the sources"
        return None

    @property
    def message(self) -> str:
        """The outcome in one line."""
        totals = self.totals
        counts = (
            f"{totals.get('records', 0):,} records: {totals.get('cleaned', 0):,} cleaned, "
            f"{totals.get('rejected', 0):,} rejected; {totals.get('documents', 0):,} documents; "
            f"this run cleaned {self.cleaned:,}"
        )
        return f"{self.problem}; {counts}" if self.problem else counts


def run(
    config: Config, *, limit: int | None = None, dry_run: bool = False, on_progress: Progress | None = None
) -> RunSummary:
    """Clean whatever is new or changed, and return the facts.

    ``limit`` bounds the number of records; ``dry_run`` cleans but writes nothing. Raises :class:`SetupError` before the
    first record when sources, rules or output are at fault.
    """
    with nullcontext() if dry_run else output.writing(config.output):
        plan = prepare(config)
        report = on_progress or _quiet
        if limit is None:
            results, failures = _together(plan, dry_run, report)
        else:
            results, failures = _until(plan, limit, dry_run, report)
        return finish(plan, results, failures=failures, limited=limit is not None, dry_run=dry_run)


def prepare(config: Config) -> RunPlan:
    """Find the inputs and what stands of them already.

    Raises :class:`SetupError` when a source or a rule pack is missing.
    """
    started = datetime.now(UTC)
    shards = plan(config)
    made_of = parts(config.cleaning)
    mark = fingerprint(made_of)
    existing = output.committed(config.output)
    standing: dict[str, dict[str, Any]] = {}
    due, why = [], list[str]()
    for shard in shards:
        stands, reason = _standing(config, shard, mark, made_of)
        standing |= stands
        why = why or reason
        if not stands:
            due.append(shard)
    gone = [name for name in existing if not any(_belongs(name, shard) for shard in shards)]
    left = set(existing) - set(standing) - set(gone)
    # Parts of a stream that became shorter: its shard stands, but with fewer parts than there are files.
    gone += sorted(name for name in left if not any(_belongs(name, shard) for shard in due))
    return RunPlan(config, made_of, shards, due, standing, existing, gone, why, started)


def finish(
    plan: RunPlan,
    results: Iterable[ShardResult],
    *,
    failures: Iterable[str] = (),
    limited: bool = False,
    dry_run: bool = False,
) -> RunSummary:
    """Take away what nothing stands for any more, and note the run's facts under ``_runs``."""
    results, failures = list(results), list(failures)
    files = {name: facts for result in results for name, facts in zip(result.files, result.facts, strict=True)}
    whole = not limited and not failures
    if whole and not dry_run:
        cleaned = {result.shard for result in results}
        stale = [
            name
            for name in plan.existing
            if name not in files and any(_belongs(name, shard) for shard in plan.shards if shard.name in cleaned)
        ]
        for name in {*plan.gone, *stale}:
            output.remove(plan.config.output, name)
    summary = _summary(plan, results, failures, {**plan.standing, **files}, limited, dry_run)
    if not dry_run:
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


def _standing(config: Config, shard: Shard, mark: str, made_of: Parts) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The files of a shard with their facts if all of it stands, else nothing and the reason."""
    first = f"{shard.name}-00000" if shard.stream else shard.name
    footer = output.footer(config.output, first)
    if footer is None:
        return {}, []
    if footer["fingerprint"] != mark:
        return {}, explain_change(footer["parts"], made_of)
    note = output.read_state(config.output, first)
    if note.get("stamp") != stamp(shard, config):
        return {}, []
    files = {}
    for name in note["shards"]:
        footer, state = output.footer(config.output, name), output.read_state(config.output, name)
        if footer is None or state.get("commit") != footer["commit"] or footer["fingerprint"] != mark:
            return {}, []
        files[name] = state["facts"]
    return files, []


def _belongs(name: str, shard: Shard) -> bool:
    """Whether a file's name is the shard's, or that of one of its parts."""
    if not shard.stream:
        return name == shard.name
    return re.fullmatch(re.escape(shard.name) + r"-\d{5,}", name) is not None


def _summary(
    plan: RunPlan,
    results: list[ShardResult],
    failures: list[str],
    files: dict[str, dict[str, Any]],
    limited: bool,
    dry_run: bool,
) -> RunSummary:
    now = datetime.now(UTC)
    totals = _add(files.values())
    records = totals.get("records", 0)
    return RunSummary(
        id=f"{plan.started:%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:6]}",
        output=plan.config.output,
        started=plan.started.isoformat(timespec="seconds"),
        finished=now.isoformat(timespec="seconds"),
        seconds=round((now - plan.started).total_seconds(), 3),
        fingerprint=fingerprint(plan.parts),
        versions={**plan.parts["libraries"], "python": platform.python_version()},
        why=plan.why,
        sources=_sources(plan),
        config=plan.config.model_dump(mode="json"),
        shards={
            "total": len(plan.shards),
            "cleaned": len(results),
            "skipped": len(plan.shards) - len(plan.due),
            "failed": len(failures),
        },
        read=sum(result.entries for result in results),
        cleaned=sum(result.cleaned for result in results),
        copied=sum(result.copied for result in results),
        restarts=sum(result.restarts for result in results),
        limited=limited,
        dry_run=dry_run,
        totals=totals,
        failures=failures,
        files=sorted(files),
        rejected_share=round(totals.get("rejected", 0) / records, 6) if records else 0.0,
        tolerance=plan.config.rejected_share,
    )


def _sources(plan: RunPlan) -> list[dict[str, Any]]:
    """Each source with the number and size of its files."""
    told = []
    for source in plan.config.sources:
        pieces = {
            piece.path: piece.size for shard in plan.shards if shard.source == source.name for piece in shard.pieces
        }
        told.append({"name": source.name, "path": source.path, "files": len(pieces), "bytes": sum(pieces.values())})
    return told


def _add(facts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Sum facts; of counts by name the most frequent come first.

    >>> _add([{"records": 1, "rules": {"a": 1}}, {"records": 2, "rules": {"b": 2}}])
    {'records': 3, 'rules': {'b': 2, 'a': 1}}
    """
    numbers, tables = Counter[str](), dict[str, Counter[str]]()
    order: dict[str, None] = {}
    for one in facts:
        for name, value in one.items():
            order[name] = None
            if isinstance(value, dict):
                tables.setdefault(name, Counter()).update(value)
            else:
                numbers[name] += value
    return {name: _frequent(tables[name]) if name in tables else numbers[name] for name in order}


def _frequent(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST])


def _quiet(shard: str, more: int) -> None:
    """No progress wanted."""


__all__ = ["Progress", "RunPlan", "RunSummary", "SetupError", "finish", "prepare", "run"]
