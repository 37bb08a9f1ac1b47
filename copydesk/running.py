"""``copydesk run`` and ``copydesk relate``."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleaners.errors import SetupError
from copydesk.configured import config_path
from copydesk.console import note, out, progress

if TYPE_CHECKING:
    from rich.progress import Progress

    from copydesk.server import GuardedServer
    from corpus.run import RunSummary
    from flows.options import CleanOptions

INTERRUPTED = 130
"""What a shell reports for an interrupted program (128 + SIGINT)."""
TOP_RULES = 5
REASONS = 3
QUIET: Mapping[str, str] = {
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    "DO_NOT_TRACK": "1",
}
"""How Prefect behaves under ``copydesk run``, as far as the environment does not say otherwise."""


def quieten_prefect() -> None:
    """Set Prefect up for a run on this machine; must come before the first import of it.

    Its database goes to the user's cache, unless ``PREFECT_HOME`` is set. With ``PREFECT_API_URL`` the run is reported
    to that server instead of one that lives as long as the run.
    """
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    if "PREFECT_HOME" not in os.environ:
        os.environ["PREFECT_HOME"] = str(_prefect_home())


def _prefect_home() -> Path:
    """A folder that can be written: Prefect does not make the folders above its own, and never starts without it."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "copydesk", "prefect")
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="copydesk-prefect-"))
    return home if os.access(home, os.W_OK) else Path(tempfile.mkdtemp(prefix="copydesk-prefect-"))


def run(
    *,
    inputs: list[str],
    output: str | None,
    config: Path | None,
    limit: int | None,
    workers: int | None,
    dry_run: bool,
    verify_inputs: bool = False,
) -> int:
    """Run ``clean-corpus`` here and print what came of it; return the exit code.

    Raises :class:`SetupError` if config, sources or output are at fault.
    """
    from flows.options import CleanOptions

    path = config_path(config)
    options = CleanOptions(
        config=str(path) if path else None,
        inputs=inputs,
        output=output or None,
        limit=limit,
        workers=workers,
        verify_inputs=verify_inputs,
    )
    summary = dry(options) if dry_run else unchanged(options) or through_prefect(options)
    report(summary)
    return 1 if summary.problem else 0


def unchanged(options: CleanOptions) -> RunSummary | None:
    """Close a run that has nothing to clean, without starting Prefect for it; None if there is something.

    It also finds what is wrong with config, sources and output at once. With ``PREFECT_API_URL`` set every run goes to
    that server, this one too.
    """
    from corpus.output import writing
    from corpus.run import finish, prepare
    from corpus.sources import find

    config = options.configured()
    found = find(config)  # a source that is missing leaves no output behind
    with writing(config.output):
        plan = prepare(config, found, verify_inputs=options.verify_inputs)
        if plan.due or os.environ.get("PREFECT_API_URL"):
            return None
        return finish(plan, [], limited=options.limit is not None, watch=True)


def through_prefect(options: CleanOptions) -> RunSummary:
    """Run the flow with a progress display; a setup error of the flow is raised here."""
    quieten_prefect()
    with progress() as bar:
        task = bar.add_task("starting Prefect", total=options.limit)
        from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

        from flows.clean import PROGRESS, clean_corpus

        if not os.environ.get("PREFECT_API_URL"):
            from copydesk.server import GuardedServer

            server = GuardedServer()
            signal.signal(signal.SIGINT, lambda *_: _leave(bar, server))
        token = PROGRESS.set(lambda _shard, more: bar.update(task, advance=more, description="records"))
        try:
            # Without heartbeats a short run ends at once instead of after a second.
            with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
                outcome: Any = clean_corpus(options, return_state=True).result(raise_on_failure=False)
        except RuntimeError as error:
            raise SetupError(
                f"Prefect did not start: {error}", remedy="try again, or set PREFECT_API_URL to a server"
            ) from error
        finally:
            PROGRESS.reset(token)
    if isinstance(outcome, BaseException):
        raise outcome
    summary: RunSummary = outcome
    return summary


def _leave(bar: Progress, server: GuardedServer) -> None:
    """End an interrupted run at once.

    A terminal interrupts Prefect's temporary server together with this process, and Prefect would go on asking it. The
    workers of shards die with their parent; a shard half done leaves nothing.
    """
    bar.stop()
    server.stop()
    note("copydesk: interrupted. Finished shards stay; the next run does the rest.")
    os._exit(INTERRUPTED)


def dry(options: CleanOptions) -> RunSummary:
    """Clean without writing anything, and without Prefect."""
    from corpus.run import run as run_corpus

    with progress() as bar:
        task = bar.add_task("records", total=options.limit)
        return run_corpus(
            options.configured(),
            limit=options.limit,
            dry_run=True,
            verify_inputs=options.verify_inputs,
            on_progress=lambda _shard, more: bar.advance(task, more),
        )


def report(summary: RunSummary) -> None:
    """Print what a run did and where the tables are."""
    totals = summary.totals
    records, cleaned, rejected = (totals.get(name, 0) for name in ("records", "cleaned", "rejected"))
    lines = [
        f"{records:,} records: {cleaned:,} cleaned, {rejected:,} rejected",
        f"{totals.get('documents', 0):,} documents with {totals.get('characters', 0):,} characters",
        f"{totals.get('removals', 0):,} removals with {totals.get('removed_characters', 0):,} characters, "
        f"{totals.get('marked', 0):,} more only marked; {totals.get('repairs', 0):,} repairs",
    ]
    top = list(totals.get("rules", {}).items())[:TOP_RULES]
    if top:
        lines.append("most by " + ", ".join(f"{rule} ({count:,})" for rule, count in top))
    if summary.read:
        lines.append(
            f"this run read {summary.read:,} records and cleaned {summary.cleaned:,} in {summary.seconds:.1f} s"
        )
    else:
        lines.append("this run found nothing new or changed")
    if summary.why:
        more = f" and {len(summary.why) - REASONS} more" if len(summary.why) > REASONS else ""
        lines.append(f"cleaned again because {', '.join(summary.why[:REASONS])}{more}")
    lines.append("a dry run: nothing was written" if summary.dry_run else f"tables: {_tables(summary.output)}")
    out().print("\n".join(lines))
    for failure in summary.failures:
        note(f"copydesk: {failure}")
    if summary.problem:
        note(f"copydesk: the run counts as failed: {summary.problem}")


def relate(folder: Path) -> None:
    """Write the table of relations and print how many were found."""
    from corpus.relate import relate as relate_output

    with progress() as bar:
        bar.add_task("relating", total=None)
        found = relate_output(folder)
    lines = [f"{count:,} {kind}" for kind, count in found.items()] or ["no relations"]
    out().print("\n".join([*lines, f"table: {folder / 'relations'}"]))


def _tables(folder: str) -> str:
    """The folders of the tables, relative to the working directory where they lie below it."""
    path = Path(folder)
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return f"{shown}/documents, records, removals, rejections"
