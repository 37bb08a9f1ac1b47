"""The commands that look after an output: ``replay``, ``export``, ``compact`` and ``forget``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

OutputFolder = Annotated[Path, typer.Argument(metavar="OUT", help="The output folder of a run.", show_default=False)]


class ExportFormat(StrEnum):
    """What ``export`` writes."""

    jsonl = "jsonl"
    csv = "csv"
    hf = "hf"


def replay(
    out: OutputFolder,
    config: Annotated[
        Path | None,
        typer.Option("--config", "-c", help="Settings, instead of those of the last run.", show_default=False),
    ] = None,
) -> None:
    """Clean again what was rejected in OUT, say after a limit was raised.

    Runs the shards that hold rejections; all other records of theirs are copied. Exit code 1 as for run.
    """
    from copydesk.console import progress
    from copydesk.running import report
    from corpus.config import load_config
    from corpus.replay import replay as replay_output

    settings = load_config(config) if config else None
    with progress() as bar:
        task = bar.add_task("records", total=None)
        summary = replay_output(out, settings, on_progress=lambda _shard, more: bar.advance(task, more))
    report(summary)
    raise typer.Exit(1 if summary.problem else 0)


def export(
    out: OutputFolder,
    format: Annotated[
        ExportFormat,
        typer.Option("--format", help="jsonl; csv, with lists as JSON; hf, a folder as on the Hugging Face Hub."),
    ] = ExportFormat.jsonl,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            help="File (.gz or .zst packs it), for hf a new folder. Without it: standard output.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write the documents of OUT for other tools: clean text and metadata, one document a line or row."""
    from copydesk.console import note, while_read
    from corpus.export import export as export_output

    with while_read():
        count = export_output(out, format.value, to)
    note(f"{count:,} documents" + (f" in {to}" if to else ""))


def compact(out: OutputFolder) -> None:
    """Put the small files of OUT together into few large ones. The rows stay the same; nothing is cleaned again."""
    from corpus.compact import compact as compact_output

    done = compact_output(out)
    print(f"{done.before:,} files before, {done.after:,} now, of {done.bytes / 1e6:,.1f} MB")


def forget(
    out: OutputFolder,
    record: Annotated[
        list[str] | None, typer.Option("--record", help="A record, by its id or key.", show_default=False)
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option("--document", help="A document, by its id.", show_default=False)
    ] = None,
    site: Annotated[
        list[str] | None,
        typer.Option("--site", help="All records of a site, by its name or domain.", show_default=False),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, and take nothing away.")] = False,
) -> None:
    """Take records, documents or sites out of all tables of OUT, for good: later runs leave them out.

    Options may be given again. Exports, copies and backups are yours to look after, and so are the sources.
    """
    from cleaners.errors import SetupError
    from corpus.forget import forget as forget_in

    if not (record or document or site):
        raise SetupError("nothing is named", remedy="give --record, --document or --site")
    gone = forget_in(out, records=record or (), documents=document or (), sites=site or (), dry_run=dry_run)
    counts = ", ".join(f"{count:,} {name}" for name, count in gone._asdict().items())
    print(f"{'would go' if dry_run else 'forgotten'}: {counts}")
