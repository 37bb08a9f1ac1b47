"""Which files a source stands for, and reading them without a run."""

from __future__ import annotations

import difflib
import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cleaners.errors import SetupError
from cleaners.model import Record, Rejection
from corpus.config import Config, Source
from corpus.fields import printable
from corpus.files import Facts, is_url
from corpus.formats import entries, format_of, known_endings, stream_entries


class Input(NamedTuple):
    """A file of a source. ``path`` is relative to the source's root, with ``/``."""

    path: str
    location: str
    format: str
    facts: Facts


def find(config: Config) -> dict[str, list[Input]]:
    """Return the files of every source by its name, without opening any.

    Raises :class:`SetupError` for a source that is missing or empty.
    """
    return {source.name: inputs(source, output=config.output) for source in config.sources}


def inputs(source: Source, *, output: str | None = None) -> list[Input]:
    """Return the source's files, sorted by path. Files below ``output`` and hidden ones are left out.

    Raises :class:`SetupError` when there is nothing there.
    """
    if is_url(source.path):
        from corpus.remote import listed

        found = [Input(path, url, _format(source, path), facts) for path, url, facts in listed(source.path)]
    else:
        found = list(_local(source, output))
    found = [item for item in found if item.format]
    if not found:
        raise SetupError(
            f"source {source.name!r} has no file that can be read",
            where=source.path,
            remedy=f"give its files one of these endings: {known_endings()}; or set the source's format",
        )
    return sorted(found)


def _local(source: Source, output: str | None) -> Iterator[Input]:
    root, names = _names(source)
    start = os.path.join(root, "")  # noqa: PTH118 - with the sign at its end
    below = os.path.realpath(output) + os.sep if output else None
    for name in names:
        location = start + name  # paths as objects would take more room than all else, by the million
        if below and os.path.realpath(location).startswith(below):
            continue
        try:
            found = os.stat(location)  # noqa: PTH116
        except OSError:
            continue  # a dangling link, or gone since the folder was listed
        if stat.S_ISREG(found.st_mode):  # a pipe would be waited for without end
            facts = Facts(found.st_size, found.st_mtime_ns)
            yield Input(name.replace(os.sep, "/"), location, _format(source, name), facts)


def _format(source: Source, name: str) -> str:
    """The format of a file; nothing if it is none of the source's."""
    return source.format if source.format != "auto" else format_of(name) or ""


def _names(source: Source) -> tuple[Path, list[str]]:
    """The root of a source and the names of its files below it."""
    path = Path(source.path)
    if glob.has_magic(source.path) and not path.exists():
        fixed = []
        for part in path.parts:
            if glob.has_magic(part):
                break
            fixed.append(part)
        root = Path(*fixed) if fixed else Path()
        names = _matches(source, root, str(Path(*path.parts[len(fixed) :])))
        if not names:
            raise SetupError(
                f"source {source.name!r}: no file matches", where=source.path, remedy="check the pattern and the folder"
            )
        return root, names
    if path.is_dir():
        return path, list(_walk(path, source.format))
    if path.is_file():
        if source.format == "auto" and format_of(path.name) is None:
            raise SetupError(
                f"source {source.name!r}: the file's name does not tell its format",
                where=source.path,
                remedy="set the source's format: txt, html, jsonl, csv, warc or parquet",
            )
        return path.parent, [path.name]
    raise _missing(source, path)


def _matches(source: Source, root: Path, pattern: str) -> list[str]:
    """Names below ``root`` that match, hidden ones left out."""
    try:
        found = [path.relative_to(root) for path in root.glob(pattern) if path.is_file()]
    except ValueError as error:
        raise SetupError(f"source {source.name!r}: {error}", where=source.path, remedy="write **/*.txt, say") from error
    return [str(name) for name in found if not any(part.startswith(".") for part in name.parts)]


def _walk(root: Path, format: str) -> Iterator[str]:
    start = os.path.join(root, "")  # noqa: PTH118 - with the sign at its end
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in files:
            if not name.startswith((".", "_")) and (format == "auto" or format_of(name) == format):
                yield (folder + os.sep + name)[len(start) :]


def _missing(source: Source, path: Path) -> SetupError:
    if path.is_symlink() or path.exists():
        return SetupError(
            f"source {source.name!r} is no file", where=source.path, remedy="a link to nowhere, a pipe or a device?"
        )
    try:
        siblings = [sibling.name for sibling in path.parent.iterdir()]
    except OSError:
        remedy = f"{path.parent} is not a folder that can be read, either"
    else:
        close = difflib.get_close_matches(path.name, siblings, 1)
        remedy = f"did you mean {str(path.parent / close[0])!r}?" if close else "check the path"
    return SetupError(f"source {source.name!r} does not exist", where=source.path, remedy=remedy)


def is_file(path: str) -> bool:
    """Whether there is a file; what cannot be a path at all is none. Of an address, nothing is known before."""
    try:
        return is_url(path) or Path(path).is_file()
    except OSError:  # a name that is too long
        return False


def read_files(
    paths: Iterable[str], input_format: str = "auto", *, stdin: BinaryIO | None = None, limit: int | None = None
) -> Iterator[Record | Rejection]:
    """Read files or URLs outside a run: by their records, or as one record whose key is its path.

    ``-`` is ``stdin`` (by default the process's own): JSONL unless ``input_format`` says otherwise. Raises
    :class:`SetupError` for a file that does not exist.
    """
    limit = limit or int(Config.model_fields["record_bytes"].default)
    for path in paths:
        format = input_format if input_format != "auto" else (format_of(path) or ("jsonl" if path == "-" else "txt"))
        source = Source.model_validate({"name": "files", "path": printable(path) or ".", "format": format})
        if path == "-":
            found = stream_entries(source, path, stdin or sys.stdin.buffer, format, limit)
        elif is_file(path):
            found = entries(source, path, path, format, limit)
        else:
            raise SetupError("is not a file", where=path, remedy="name files, or - for standard input")
        for entry in found:
            yield entry.item
