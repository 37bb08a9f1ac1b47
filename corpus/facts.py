"""The facts of a run: what it did, what stands now, and whether it counts as failed."""

from __future__ import annotations

import platform
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from corpus.drift import Report
from corpus.fingerprint import fingerprint
from corpus.secrets import hidden, hidden_in
from corpus.supervise import ShardResult

if TYPE_CHECKING:
    from corpus.run import RunPlan

MOST = 200
"""Names in a count of a run's facts, the most frequent first; rules are fewer, sites may be many more."""


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
    drift: Report | None = None

    @property
    def problem(self) -> str | None:
        """Why the run counts as failed, or None."""
        reasons = [self._failure, self.drift.problem if self.drift else None]
        return "; ".join(reason for reason in reasons if reason) or None

    @property
    def _failure(self) -> str | None:
        """What went wrong in the run itself, or None."""
        if self.failures:
            return f"{len(self.failures)} of {self.shards['total']} shards failed: {self.failures[0]}"
        if self.totals.get("bugs"):
            return f"{self.totals['bugs']} records met a bug: see the tracebacks in rejections"
        if self.rejected_share > self.tolerance:
            share, bound = f"{self.rejected_share:.1%}", f"{self.tolerance:.1%}"
            return f"{share} of the records were rejected, above the tolerance of {bound} (rejected_share)"
        if not self.totals.get("records") and not self.totals.get("forgotten"):
            return "there was no record in the sources"
        return None

    @property
    def message(self) -> str:
        """The outcome in one line."""
        totals = self.totals
        forgotten = f", {totals['forgotten']:,} left out as forgotten" if totals.get("forgotten") else ""
        counts = (
            f"{totals.get('records', 0):,} records: {totals.get('cleaned', 0):,} cleaned, "
            f"{totals.get('rejected', 0):,} rejected{forgotten}; {totals.get('documents', 0):,} documents; "
            f"this run cleaned {self.cleaned:,}"
        )
        return f"{self.problem}; {counts}" if self.problem else counts


def summary(
    plan: RunPlan,
    results: list[ShardResult],
    failures: list[str],
    files: dict[str, dict[str, Any]],
    limited: bool,
    dry_run: bool,
) -> RunSummary:
    """Sum up a run; ``files`` are the names of files that stand now, with their counts."""
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
        config=hidden_in(plan.config.model_dump(mode="json")),
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
            piece.path: max(piece.facts.size, 0)
            for shard in plan.shards
            if shard.source == source.name
            for piece in shard.pieces
        }
        told.append(
            {"name": source.name, "path": hidden(source.path), "files": len(pieces), "bytes": sum(pieces.values())}
        )
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
