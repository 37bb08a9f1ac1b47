"""``copydesk clean`` and ``copydesk explain``: a few files, cleaned at once, without Prefect or tables."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from cleaners.contract import as_dicts
from cleaners.errors import SetupError
from cleaners.model import Cleaned, Rejection
from cleaners.pipeline import Cleaner
from copydesk.configured import cleaning_settings
from copydesk.console import note, out, tracked, while_read
from copydesk.lines import json_line
from corpus.sources import is_file, read_files


def results(files: Sequence[str], input_format: str, config: Path | None) -> Iterator[Cleaned | Rejection]:
    """Yield what became of each record, in input order.

    Raises :class:`~cleaners.errors.SetupError` before the first record if a file or the settings cannot be used.
    """
    for file in files:
        if file != "-" and not is_file(file):
            raise SetupError("is not a file", where=file, remedy="name files, or - for standard input")
    cleaner = Cleaner(cleaning_settings(config))
    for record in read_files(files, "txt" if input_format == "text" else input_format):
        yield record if isinstance(record, Rejection) else cleaner.clean(record)


def write_jsonl(files: Sequence[str], input_format: str, config: Path | None) -> int:
    """Write one JSON line per document, and one per rejected record; return the exit code."""
    with while_read():
        for result in tracked(results(files, input_format, config), "records"):
            sys.stdout.buffer.writelines(json_line(row) for row in as_dicts(result))
        sys.stdout.buffer.flush()
    return 0


def write_text(files: Sequence[str], input_format: str, config: Path | None) -> int:
    """Write the clean texts, an empty line between two documents; return the exit code."""
    code, first = 0, True
    with while_read():
        for result in tracked(results(files, input_format, config), "records"):
            if isinstance(result, Rejection):
                note(f"copydesk: {result.record.key} rejected at {result.stage}: {result.reason}")
                code = 1
                continue
            for document in result.documents:
                text = document.text + "\n" * (not document.text.endswith("\n"))
                sys.stdout.buffer.write(b"" if first else b"\n")
                sys.stdout.buffer.write(text.encode("utf-8", "replace"))
                first = False
        sys.stdout.buffer.flush()
    return code


def show(files: Sequence[str], input_format: str, config: Path | None) -> None:
    """Print the explanation of each record."""
    from copydesk.explain import explain

    console = out()
    with while_read():
        for number, result in enumerate(results(files, input_format, config)):
            if number:
                console.rule(style="dim")
            console.print(explain(result, colour=console.is_terminal), end="")
