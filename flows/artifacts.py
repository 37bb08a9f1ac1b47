"""What a run leaves in Prefect's UI, each with its history: a summary, the rules that took most, rejections, drift."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from corpus.drift import Change, Report
from corpus.run import RunSummary

TOP = 30
"""Rows of a table; the tables themselves hold everything."""


def publish(summary: RunSummary) -> None:
    """Write the artifacts of a run."""
    totals = summary.totals
    create_markdown_artifact(key="clean-corpus-summary", markdown=markdown(summary), description=summary.message)
    create_table_artifact(
        key="clean-corpus-rules",
        table=counted(totals.get("rules", {}), "rule", totals.get("documents", 0)),
        description=f"Rules that took most: removals in {summary.output}",
    )
    create_table_artifact(
        key="clean-corpus-rejections",
        table=counted(totals.get("rejections", {}), "reason", totals.get("records", 0)),
        description=f"Why records were rejected: see {summary.output}/rejections",
    )
    if summary.drift:
        create_table_artifact(
            key="clean-corpus-drift", table=drifted(summary.drift), description=drift_in_words(summary.drift)
        )


def counted(counts: Mapping[str, int], name: str, of: int) -> list[dict[str, Any]]:
    """Rows of counts, largest first; one row even without any, and all with the same keys: the first makes the columns.

    >>> counted({"embed/tweet": 3, "ad/label": 5}, "rule", 10)
    [{'rule': 'ad/label', 'count': 5, 'per 100': 50.0}, {'rule': 'embed/tweet', 'count': 3, 'per 100': 30.0}]
    >>> counted({}, "reason", 0)
    [{'reason': 'none', 'count': 0, 'per 100': 0.0}]
    """
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:TOP] or [("none", 0)]
    return [{name: key, "count": count, "per 100": round(100 * count / max(of, 1), 2)} for key, count in top]


def drifted(report: Report) -> list[dict[str, Any]]:
    """Rows of what was compared, what moved first; one row even where there was nothing, and all with the same keys."""
    changes = report.changes or (Change("nothing", "", 0, 0, 0, "too few"),)
    return [
        {
            "of": change.subject,
            "measure": change.measure,
            "before": round(change.before, 4),
            "now": round(change.now, 4),
            "in": change.count,
            "verdict": change.verdict,
            "most by": change.by,
            "what": "cleaned again" if change.again else "new",
        }
        for change in changes
    ]


def drift_in_words(report: Report) -> str:
    """What the comparison was, in a line.

    >>> drift_in_words(Report(None, 3))
    'Drift: 3 records, and nothing before them to compare with'
    >>> drift_in_words(Report("20260101T023000Z-0a1b2c", 0))
    'Drift: nothing is new since run 20260101T023000Z-0a1b2c'
    """
    if report.against is None:
        return f"Drift: {report.new:,} records, and nothing before them to compare with"
    if not report.new and not report.changes:
        return f"Drift: nothing is new since run {report.against}"
    return report.problem or f"Drift: {report.new:,} new records since run {report.against}; nothing moved"


def markdown(summary: RunSummary) -> str:
    """The run on one page."""
    totals, shards = summary.totals, summary.shards
    rows = {
        "records": f"{totals.get('records', 0):,}",
        "cleaned": f"{totals.get('cleaned', 0):,}",
        "rejected": f"{totals.get('rejected', 0):,} ({summary.rejected_share:.2%}; tolerated {summary.tolerance:.2%})",
        "documents": f"{totals.get('documents', 0):,}",
        "removals": f"{totals.get('removals', 0):,} ({totals.get('marked', 0):,} more only marked)",
        "repairs": f"{totals.get('repairs', 0):,}",
        "characters": f"{totals.get('characters', 0):,} kept, {totals.get('removed_characters', 0):,} removed",
        "this run": f"read {summary.read:,}, cleaned {summary.cleaned:,}, copied {summary.copied:,}",
        "time": f"{summary.seconds:,.1f} s",
        "shards": ", ".join(f"{count:,} {name}" for name, count in shards.items()),
        "output": f"`{summary.output}`",
        "fingerprint": f"`{summary.fingerprint}`",
    }
    lines = [f"# {'Failed' if summary.problem else 'Completed'}", "", summary.message, "", "| | |", "|---|---|"]
    lines += [f"| {name} | {value} |" for name, value in rows.items()]
    for title, entries in (("Cleaned again because", summary.why), ("Failed shards", summary.failures)):
        if entries:
            lines += ["", f"## {title}", "", *(f"- {entry}" for entry in entries)]
    return "\n".join(lines) + "\n"
