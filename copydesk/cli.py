"""The command line. Each command imports what it needs by itself, so that the small ones start at once.

``clean``, ``explain`` and ``rules`` (``rules report`` apart) touch neither Prefect nor pandas, pyarrow or duckdb;
a test holds that.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cleaners.errors import SetupError
from copydesk import templates, upkeep
from corpus.secrets import hidden

EXIT_CODES = "Exit codes: 0 done; 1 done, but something is wrong; 2 nothing done, the error says what to change."
app = typer.Typer(
    name="copydesk",
    help="Cleans scraped news and web text, and keeps a record of every character it changed.\n\n" + EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules_app = typer.Typer(help="Look at the rules, and test rule packs.", no_args_is_help=True)
app.add_typer(rules_app, name="rules")
app.add_typer(templates.app, name="templates")


class InputFormat(StrEnum):
    """How the content of a file is to be read."""

    auto = "auto"
    text = "text"
    html = "html"
    jsonl = "jsonl"
    csv = "csv"
    warc = "warc"


class OutputFormat(StrEnum):
    """What ``clean`` writes."""

    jsonl = "jsonl"
    text = "text"


ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config", "-c", help="Settings. Without it config.yaml of this folder, if there is one.", show_default=False
    ),
]
Files = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Files or URLs to read; - is standard input.", show_default=False)
]
ReadAs = Annotated[
    InputFormat,
    typer.Option(
        "--input-format", help="auto goes by the file's name; what that does not tell is text, standard input is jsonl."
    ),
]
OutputFolder = Annotated[Path, typer.Argument(metavar="OUT", help="The output folder of a run.", show_default=False)]


@app.command()
def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INPUT]",
            help="Files, folders, globs or URLs to clean instead of the config's sources.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="Folder for the tables, instead of the config's.", show_default=False),
    ] = None,
    config: ConfigFile = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Read at most this many records.", show_default=False)
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=256, help="Shards worked on at the same time.", show_default=False)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")] = False,
    verify_inputs: Annotated[
        bool,
        typer.Option("--verify-inputs", help="Read everything again; do not trust size, time or ETag for what is new."),
    ] = False,
) -> None:
    """Clean whole collections into Parquet tables.

    Runs the flow clean-corpus on this machine. What an earlier run has cleaned and is unchanged is not cleaned again.
    Exit code 1 means that the tables are there and the run is marked Failed, with the reason.
    """
    from copydesk.running import run as run_flow

    raise typer.Exit(
        run_flow(
            inputs=inputs or [],
            output=output,
            config=config,
            limit=limit,
            workers=workers,
            dry_run=dry_run,
            verify_inputs=verify_inputs,
        )
    )


@app.command()
def clean(
    files: Files,
    input_format: ReadAs = InputFormat.auto,
    output_format: Annotated[
        OutputFormat,
        typer.Option("--format", help="jsonl: one line per document with all evidence. text: clean text alone."),
    ] = OutputFormat.jsonl,
    config: ConfigFile = None,
) -> None:
    """Clean a few files and write the result to standard output.

    A .jsonl file holds a record in each line ({"id": …, "text": …} or "html"), a .csv file in each row, .warc, .wet and
    .parquet files hold many; any other file is one record. URLs are read, too, and .gz, .zst, .bz2 and .xz unpacked.

    A record that cannot be cleaned gives a line with "rejected"; in the text format it is named on standard error
    instead, and the exit code is 1.
    """
    from copydesk.cleaning import write_jsonl, write_text

    write = write_text if output_format is OutputFormat.text else write_jsonl
    raise typer.Exit(write(files, input_format.value, config))


@app.command()
def explain(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Files to read; - is standard input.", show_default=False)
    ],
    input_format: ReadAs = InputFormat.auto,
    config: ConfigFile = None,
) -> None:
    """Show a text with every finding marked and named, what was read in it, and what was mended.

    Red and struck out is what cleaning takes away; yellow and underlined is only marked.
    """
    from copydesk.cleaning import show

    show(files, input_format.value, config)


@rules_app.command("list")
def rules_list(config: ConfigFile = None) -> None:
    """List all rules: name, what they do, languages, and why they are there."""
    from copydesk.rulebook import show_list

    show_list(config)


@rules_app.command("show")
def rules_show(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Its name, as embed/tweet.", show_default=False)],
    config: ConfigFile = None,
) -> None:
    """Show one rule with its examples."""
    from copydesk.rulebook import show_rule

    show_rule(rule, config)


@rules_app.command("check")
def rules_check(
    packs: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PACK]", help="YAML files. Without any, all rules in use are checked.", show_default=False
        ),
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Test rule packs: are they well formed, and does every example do what it says?

    Exit code 1 if an example fails.
    """
    from copydesk.rulebook import check

    raise typer.Exit(check(packs or [], config))


@rules_app.command("report")
def rules_report(
    out: OutputFolder,
    rule: Annotated[str, typer.Option("--rule", help="Only rules whose name starts like this, as caption/.")] = "",
    samples: Annotated[int, typer.Option("--samples", min=0, help="Removals shown for each rule.")] = 3,
    questioned: Annotated[bool, typer.Option("--questioned", help="Only rules that are questioned.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    config: ConfigFile = None,
) -> None:
    """Show what each rule did in OUT: findings, documents, sites, samples in context.

    A rule that never fired, fired on one site only, very often, or on very long passages is questioned.
    """
    from copydesk.rule_report import report

    report(out, rule, samples, questioned=questioned, as_json=as_json, config=config)


@app.command()
def restore(
    out: OutputFolder,
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Write nothing; check every record against its SHA-256 and against the sources."),
    ] = False,
    record: Annotated[
        str | None,
        typer.Option(
            "--record", help="Only this record, by its id or key; written to standard output.", show_default=False
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="PATTERN",
            help="Only records of this source, or whose source/path matches, as 'news/2018/*.txt'.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[Path, typer.Option("--to", help="Folder to write the records to.")] = Path("restored"),
) -> None:
    """Get the original records back from the tables alone.

    Files come back byte for byte, values of JSONL and Parquet as lines of JSON, of pages the extracted text.
    Exit code 1 if a record does not come back, or the sources are not those of the tables any more.
    """
    from copydesk.restoring import restore as restore_records

    raise typer.Exit(restore_records(out, verify=verify, record=record, source=source, to=to))


@app.command()
def relate(out: OutputFolder) -> None:
    """Find duplicates, near-duplicates and articles that contain others, over all tables in OUT."""
    from copydesk.running import relate as relate_output

    relate_output(out)


for command in (upkeep.replay, upkeep.export, upkeep.compact, upkeep.forget):
    app.command()(command)


def main() -> None:
    """Run the command line; errors that the user can mend are one line on standard error and exit code 2."""
    try:
        app()
    except SetupError as error:
        print(f"copydesk: {hidden(str(error))}", file=sys.stderr)
        sys.exit(2)
    except OSError as error:  # a disk that is full or fails, a folder that is no longer there
        where = f"{error.filename}: " if error.filename else ""
        print(f"copydesk: {where}{error.strerror or error} (check the disk and the permissions)", file=sys.stderr)
        sys.exit(2)
