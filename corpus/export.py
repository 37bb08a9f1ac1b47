"""The documents of an output in the forms that other tools read: JSONL, CSV, a folder as on the Hugging Face Hub."""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO, Literal, TextIO

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from cleaners.errors import SetupError
from corpus import schema, stored
from corpus.load import shards

Format = Literal["jsonl", "csv", "hf"]

LEFT_OUT = ("segments", "spaces")
"""Columns of ``documents`` that only serve to restore."""
ALONG = ("source", "path", "key", "crawl_date", "extra")
"""Columns of ``records`` that go along with each document."""
FIRST = ("id", "text", "title", "url", "site", "date", "language")
"""Columns that stand first."""
FILE_BYTES = 500_000_000
"""Size of a Parquet file, in bytes of its rows in memory."""
ROWS = 1_000


def columns() -> pa.Schema:
    """The columns of an export: those of ``documents``, what its record says, and ``date``, which is published.date."""
    named = {field.name: field for field in schema.DOCUMENTS if field.name not in LEFT_OUT}
    named |= {name: schema.RECORDS.field(name) for name in ALONG}
    named["date"] = pa.field("date", pa.string())
    # Data sets have no maps: the evidence is a list of pairs there, as it is in the JSON of a map.
    pairs = pa.list_(pa.struct([("field", pa.string()), ("source", pa.string())]))
    named["evidence"] = pa.field("evidence", pairs)
    names = [*FIRST, *(name for name in named if name not in FIRST)]
    return pa.schema([pa.field(name, named[name].type) for name in names])


def export(out: str | Path, format: Format, to: str | Path | None = None) -> int:
    """Write all documents of an output; return their number.

    ``jsonl`` and ``csv`` go to the file ``to`` (packed where its name ends in ``.gz`` or ``.zst``) or, without it, to
    standard output; ``hf`` to a new folder. Nothing is at ``to`` before all of it is written. Raises
    :class:`SetupError` when there is no output or ``to`` cannot be used.
    """
    names = shards(out)
    if format == "hf":
        if to is None:
            raise SetupError("a data set needs a folder", remedy="name a new one with --to")
        return _as_dataset(out, names, Path(to))
    write = _json_lines if format == "jsonl" else _csv
    if to is None:
        return write(sys.stdout, _rows(out, names))
    with _whole(Path(to)) as staged, _opened(staged, Path(to).suffix.lower()) as stream:
        return write(stream, _rows(out, names))


def tables(out: str | Path, names: list[str]) -> Iterator[pa.Table]:
    """Yield the documents of the named shards in the columns of an export, a few at a time."""
    wanted = columns()
    for name in names:
        known = stored.read(out, "records", name, ["id", *ALONG])
        along = {row.pop("id"): row for row in known.to_pylist()}
        for group in stored.batches(out, "documents", name):
            for part in group.drop_columns(list(LEFT_OUT)).to_batches(ROWS):
                yield pa.Table.from_pylist([_row(row, along[row["record"]]) for row in part.to_pylist()], wanted)


def _row(row: dict[str, Any], along: dict[str, Any]) -> dict[str, Any]:
    published = row["published"]
    evidence = [{"field": field, "source": source} for field, source in row["evidence"] or ()]
    return {**row, **along, "evidence": evidence, "date": published and published["date"]}


def _rows(out: str | Path, names: list[str]) -> Iterator[dict[str, Any]]:
    for table in tables(out, names):
        yield from table.to_pylist()


def _json_lines(stream: TextIO, rows: Iterator[dict[str, Any]]) -> int:
    count = 0
    for row in rows:
        row["evidence"] = {pair["field"]: pair["source"] for pair in row["evidence"]}
        row["extra"] = json.loads(row["extra"]) if row["extra"] else None
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def _csv(stream: TextIO, rows: Iterator[dict[str, Any]]) -> int:
    """Lists and objects are written as JSON, nothing as an empty cell."""
    writer = csv.DictWriter(stream, columns().names, lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
        count += 1
    return count


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _as_dataset(out: str | Path, names: list[str], to: Path) -> int:
    """``data/train-00000-of-00002.parquet`` and a card, as ``datasets.load_dataset`` reads a folder."""
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise SetupError("is there already", where=str(to), remedy="name a new folder with --to")
    staged = to.with_name(f".{to.name}.part")
    try:
        shutil.rmtree(staged, ignore_errors=True)
        (staged / "data").mkdir(parents=True)
        count, files = _parquet(out, names, staged / "data")
        for number in range(files):
            part = staged / "data" / f"{number}.parquet"
            part.rename(part.with_name(f"train-{number:05d}-of-{files:05d}.parquet"))
        (staged / "README.md").write_text(_card(count), encoding="utf-8")
        staged.replace(to)
    except OSError as error:
        shutil.rmtree(staged, ignore_errors=True)
        raise SetupError(f"cannot be written: {error.strerror}", where=str(to), remedy="name another folder") from error
    return count


def _parquet(out: str | Path, names: list[str], folder: Path) -> tuple[int, int]:
    """Write the files of a data set, each of about :data:`FILE_BYTES`; return the number of documents and of files."""
    count = files = 0
    parts = tables(out, names)
    part = next(parts, columns().empty_table())
    while files == 0 or part is not None:
        path = folder / f"{files}.parquet"
        files += 1
        with pq.ParquetWriter(path, columns(), compression="zstd", write_page_index=True) as writer:
            size = 0
            while part is not None and size < FILE_BYTES:
                writer.write_table(part)
                size += part.nbytes
                count += part.num_rows
                part = next(parts, None)
    return count, files


def _card(count: int) -> str:
    """The card of a data set: its head is what tools read."""
    size = next(name for bound, name in SIZES if count < bound)
    return f"""---
configs:
- config_name: default
  data_files:
  - split: train
    path: data/train-*.parquet
size_categories:
- {size}
---

# Articles

{count:,} documents, cleaned by Copydesk (schema version {schema.VERSION}). `text` is the clean article;
`title`, `date`, `authors`, `dateline`, `embeds` and `credits` were read in it or in its page, `evidence` says where.
"""


SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
    (100_000_000, "10M<n<100M"),
    (float("inf"), "100M<n<1B"),
)
"""How the Hub calls the size of a data set."""


@contextmanager
def _whole(to: Path) -> Iterator[Path]:
    """A file beside ``to`` that takes its place when all went well."""
    staged = to.with_name(f".{to.name}.part")
    try:
        staged.touch()
    except OSError as error:
        raise SetupError(f"cannot be written: {error.strerror}", where=str(to), remedy="name another file") from error
    try:
        yield staged
        staged.replace(to)
    finally:
        staged.unlink(missing_ok=True)


@contextmanager
def _opened(path: Path, ending: str) -> Iterator[TextIO]:
    """Open a file for text, packed as the ending says; the same text gives the same bytes."""
    with (
        path.open("wb") as file,
        _packed(file, ending) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="") as stream,
    ):
        yield stream


def _packed(file: BinaryIO, ending: str) -> Any:
    if ending == ".gz":
        return gzip.GzipFile("", "wb", fileobj=file, mtime=0)
    if ending == ".zst":
        return zstandard.ZstdCompressor().stream_writer(file, closefd=False)
    return nullcontext(file)
