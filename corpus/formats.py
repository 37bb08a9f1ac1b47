"""The formats: by which endings they are known, and what reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cleaners.errors import SetupError
from corpus.config import Source
from corpus.readers import WHOLE, Entry, Stretch, read_json_lines, read_jsonl, read_parquet, read_whole
from corpus.streams import PACKED, unpacked_name

ENDINGS = {
    "txt": (".txt", ".text"),
    "html": (".html", ".htm", ".xhtml"),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv", ".tsv"),
    "warc": (".warc", ".wet"),
    "parquet": (".parquet", ".pq"),
}
"""File endings of each format, with or without a compression's behind."""


def format_of(name: str) -> str | None:
    """The format that a file's name tells, or None.

    >>> format_of("a/b.JSONL.gz"), format_of("CC-MAIN-2018.warc.wet.gz"), format_of("notes.md")
    ('jsonl', 'warc', None)
    """
    plain = unpacked_name(name)
    return next((format for format, endings in ENDINGS.items() if plain.endswith(endings)), None)


def known_endings() -> str:
    """All endings, for messages."""
    endings = ", ".join(ending for some in ENDINGS.values() for ending in some)
    return f"{endings}; packed ones with {', '.join(PACKED)} behind"


def entries(
    source: Source, path: str, location: str, format: str, limit: int, stretch: Stretch = WHOLE
) -> Iterator[Entry]:
    """Read a file, or a stretch of it."""
    if format == "jsonl":
        return read_jsonl(source, path, location, limit, stretch)
    if format == "csv":
        from corpus.delimited import read_csv

        return read_csv(source, path, location, limit, stretch)
    if format == "warc":
        from corpus.warc import read_warc

        return read_warc(source, path, location, limit, stretch)
    if format == "parquet":
        return read_parquet(source, path, location, stretch)
    return read_whole(source, path, location, format, limit)


def stream_entries(source: Source, path: str, stream: BinaryIO, format: str, limit: int) -> Iterator[Entry]:
    """Read an open stream, such as standard input."""
    if format == "jsonl":
        return read_json_lines(source, path, stream, limit)
    if format == "csv":
        from corpus.delimited import read_delimited

        return read_delimited(source, path, stream, limit)
    if format == "warc":
        from corpus.warc import read_archive

        return read_archive(source, path, stream, limit)
    if format == "parquet":
        raise SetupError("Parquet cannot be read from standard input", where=path, remedy="name the file")
    return read_whole(source, path, stream, format, limit)
