"""A look through a large file before it is cut: where its stretches begin, and which keys come again in a later one.

Without it two stretches, each read by its own worker, would give two records the same id. What was found is noted in
the output, so that a file which has not changed is looked through once.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from corpus import output
from corpus.config import Config, Source
from corpus.fields import key_hash, plan, row_key
from corpus.repeats import Repeats
from corpus.streams import BROKEN, is_packed, lines, open_stream

if TYPE_CHECKING:
    from corpus.readers import Stretch
    from corpus.sources import Input

VERSION = 1
"""Raised when a survey finds something else in the same file."""
PACKING = 4
"""How many times its size a packed file is thought to unpack to."""


def stretches(source: Source, item: Input, config: Config, *, again: bool = False) -> list[Stretch] | None:
    """Cut a large file; None where only one reader can read it.

    The cuts stand in a note from the last time if the file is the same and not ``again`` to be looked through.
    """
    from corpus.readers import Stretch

    note = note_file(config, item.path, source)
    mark = {
        "version": VERSION,
        "facts": list(item.facts),
        "reading": source.model_dump(mode="json", include={"fields", "encoding"}),
        "format": item.format,
        "cut": [config.shard_bytes, config.record_bytes],
    }
    known = _noted(note)
    if not again and known.get("mark") == mark:
        found = known["stretches"]
        return None if found is None else [Stretch.load(values) for values in found]
    made = survey(source, item, config)
    if item.facts.telling and note.parent.is_dir():  # there is none in a dry run
        with suppress(OSError):
            output.write_json(note, {"mark": mark, "stretches": _plain(made)})
    return made


def survey(source: Source, item: Input, config: Config) -> list[Stretch] | None:
    """Look through a large file and cut it; None where it has no places to cut at, or is damaged."""
    if item.format == "parquet":
        return _of_parquet(source, item, config.shard_bytes)
    if item.format == "jsonl":
        return _of_lines(source, item, config)
    starts = _csv_rows(source, item, config.record_bytes) if item.format == "csv" else _warc_records(item)
    step = config.shard_bytes // PACKING if is_packed(item.location) else config.shard_bytes
    try:
        return _of_records(starts, step)
    except (*BROKEN, OSError):
        return None  # the reader will say what is wrong


def note_file(config: Config, path: str, source: Source) -> Path:
    """Where the survey of a file is noted; ``path`` is relative to its source's root."""
    name = hashlib.sha256(f"{source.name}\0{path}".encode("utf-8", "surrogatepass")).hexdigest()[:20]
    return Path(config.output) / output.SURVEYS / f"{name}.json"


def sweep(config: Config, kept: Iterable[Path]) -> None:
    """Take away the notes on files that are gone."""
    names = {path.name for path in kept}
    for path in (Path(config.output) / output.SURVEYS).glob("*.json"):
        if path.name not in names:
            path.unlink()


def _plain(made: list[Stretch] | None) -> list[dict[str, Any]] | None:
    return None if made is None else [stretch._asdict() for stretch in made]


def _noted(note: Path) -> dict[str, Any]:
    try:
        found = json.loads(note.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _of_lines(source: Source, item: Input, config: Config) -> list[Stretch]:
    """JSONL in stretches of equal length; a line belongs to the stretch in which it begins."""
    cuts = list(range(0, item.facts.size, config.shard_bytes))
    firsts = [1] * len(cuts)
    hashes, here, ordinal = array("Q"), 0, 0
    with open_stream(item.location) as stream, Repeats() as repeats:
        for ordinal, line in enumerate(lines(stream, config.record_bytes), 1):
            while here + 1 < len(cuts) and line.start >= cuts[here + 1]:
                here += 1
                firsts[here] = ordinal
                repeats.add(hashes)
                hashes = array("Q")
            if not line.too_long and (key := _line_key(line.content, source)):
                hashes.append(int(key_hash(key), 16))
        for later in range(here + 1, len(cuts)):  # stretches in which no line begins
            firsts[later] = ordinal + 1
            repeats.add(hashes)
            hashes = array("Q")
        repeats.add(hashes)
        found = repeats.found()
    return _stretches(cuts, firsts, found)


def _of_records(records: Iterable[tuple[int | None, str | None]], step: int) -> list[Stretch] | None:
    """Cut before the first record at or behind each multiple of ``step``, given the offsets and keys of all."""
    starts, firsts = list[int](), list[int]()
    hashes, due = array("Q"), 0
    with Repeats() as repeats:
        for ordinal, (offset, key) in enumerate(records, 1):
            if offset is None:
                return None
            if offset >= due:
                if starts:
                    repeats.add(hashes)
                    hashes = array("Q")
                starts.append(offset if starts else 0)
                firsts.append(ordinal)
                due = (offset // step + 1) * step
            if key:
                hashes.append(int(key_hash(key), 16))
        if not starts:
            return None
        repeats.add(hashes)
        found = repeats.found()
    return _stretches(starts, firsts, found)


def _stretches(starts: list[int], firsts: list[int], repeats: list[dict[str, int]]) -> list[Stretch]:
    """The stretches that begin at these offsets, each up to the next."""
    from corpus.readers import Stretch

    ends = [*starts[1:], None]
    return [
        Stretch(start, end, first=first, repeats=again)
        for start, end, first, again in zip(starts, ends, firsts, repeats, strict=True)
    ]


def _csv_rows(source: Source, item: Input, limit: int) -> Iterator[tuple[int | None, str | None]]:
    from corpus.delimited import header, rows, values

    with open_stream(item.location) as stream:
        found = rows(source, item.path, stream, limit)
        first = next(found, None)
        if first is None:
            return
        names = header(first)
        for row in found:
            sound = not row.problem and len(row.cells) == len(names)
            yield row.start, row_key(values(names, row.cells, source), source) if sound else None


def _warc_records(item: Input) -> Iterator[tuple[int | None, str | None]]:
    from corpus.warc import OPENING, Archive

    with open_stream(item.location, opening=OPENING) as stream:
        for found in Archive(stream):
            yield found.offset, found.key


def _of_parquet(source: Source, item: Input, shard_bytes: int) -> list[Stretch] | None:
    """Parquet in runs of whole row groups."""
    import pyarrow as pa

    from corpus.readers import Stretch, open_parquet

    try:
        with open_parquet(item.location) as file:
            footer = file.metadata
            runs = _runs(
                [footer.row_group(group).total_byte_size for group in range(footer.num_row_groups)], shard_bytes
            )
            names = plan(tuple(file.schema_arrow.names), source.fields).id
            with Repeats() as repeats:
                for groups in runs:
                    rows = file.read_row_groups(groups, columns=list(names)).to_pylist() if names else []
                    repeats.add(array("Q", (int(key_hash(key), 16) for row in rows if (key := row_key(row, source)))))
                found = repeats.found()
    except (pa.ArrowException, *BROKEN, OSError):
        return None  # the reader will say what is wrong
    made, first = list[Stretch](), 1
    for groups, again in zip(runs, found, strict=True):
        made.append(Stretch(groups=tuple(groups), first=first, repeats=again))
        first += sum(footer.row_group(group).num_rows for group in groups)
    return made or None


def _runs(sizes: list[int], least: int) -> list[list[int]]:
    """Numbers of neighbours that together are at least ``least``; the last run may be smaller.

    >>> _runs([5, 5, 5, 20, 1], 10)
    [[0, 1], [2, 3], [4]]
    """
    runs: list[list[int]] = [[]]
    total = 0
    for number, size in enumerate(sizes):
        if total >= least:
            runs.append([])
            total = 0
        runs[-1].append(number)
        total += size
    return runs if runs[0] else []


def _line_key(content: bytes, source: Source) -> str | None:
    try:
        row = orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
    return row_key(row, source) if isinstance(row, dict) else None
