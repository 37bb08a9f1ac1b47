"""Where output goes: results to standard output, all else to standard error, progress only where somebody watches."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

T = TypeVar("T")

BROKEN_PIPE = 141
"""What a shell reports for a program whose reader went away (128 + SIGPIPE)."""


def out() -> Console:
    """A console on standard output: coloured in a terminal; elsewhere plain, and lines are not wrapped."""
    from rich.console import Console

    watched = sys.stdout.isatty()
    return Console(soft_wrap=not watched, highlight=False, markup=False, emoji=False)


def note(message: str) -> None:
    """Say something that is not part of the result."""
    print(message, file=sys.stderr)


@contextmanager
def while_read() -> Iterator[None]:
    """Leave quietly when the reader of standard output goes away (``| head``)."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter flushes once more at exit
        sys.exit(BROKEN_PIPE)


def progress() -> Progress:
    """A progress display on standard error, invisible unless that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )


def tracked(items: Iterable[T], description: str) -> Iterator[T]:
    """Yield ``items``, counting them in a progress display, unless results go to the same terminal."""
    if sys.stdout.isatty() or not sys.stderr.isatty():
        yield from items
        return
    with progress() as bar:
        task = bar.add_task(description, total=None)
        for item in items:
            yield item
            bar.advance(task)
