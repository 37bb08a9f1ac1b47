"""The same texts through every format and packing: all come back, code point for code point."""

import bz2
import csv
import gzip
import io
import json
import lzma
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from cleaners.pipeline import Cleaner
from copydesk.restoring import placed
from corpus.restore import restore, verify
from corpus.run import run

TEXTS = [
    "The river rose by a metre overnight, the mayor said.",
    "One line.\r\nAnother line.\rA third.\nThe end. ",
    "Share this article\n\nEs regnete über Nacht, und “niemand” merkte es.\n\nPhoto: Ana Roe/AP",
    'A "quoted" text; with, all\tthe | signs that could part columns.',
    "It rained on Monday.\n\n==========\n\nThe council will meet on Tuesday.\n",
    "The cafÃ© isn’t open, he said. &amp; so\u00adft \u200b\ufeff\x07 \U0001f327",
    "\ufeffx",
]


def as_jsonl():
    return "".join(json.dumps({"id": f"k{n}", "text": text}) + "\n" for n, text in enumerate(TEXTS)).encode()


def as_table(delimiter):
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerows([("id", "text"), *((f"k{n}", text) for n, text in enumerate(TEXTS))])
    return stream.getvalue().encode()


def as_parquet():
    sink = io.BytesIO()
    pq.write_table(pa.table({"id": [f"k{n}" for n in range(len(TEXTS))], "text": TEXTS}), sink)
    return sink.getvalue()


def as_wet():
    records = []
    for number, text in enumerate(TEXTS):
        head = (
            f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:k{number}>\r\nContent-Type: text/plain\r\n"
        )
        body = text.encode()
        records.append(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n")
    return b"".join(records)


FORMATS = {
    "jsonl": as_jsonl,
    "csv": lambda: as_table(","),
    "tsv": lambda: as_table("\t"),
    "parquet": as_parquet,
    "warc.wet": as_wet,
}
PACK = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


@pytest.fixture(scope="module")
def real():
    return Cleaner()


def test_texts_come_back_from_every_format_and_packing(make_config, in_process, real, monkeypatch, tmp_path):
    monkeypatch.setattr(in_process, "clean", real.clean)
    for ending, made in FORMATS.items():
        for packing, pack in PACK.items():
            (tmp_path / "in" / f"a.{ending}{packing}").write_bytes(pack(made()))
    for packing, pack in PACK.items():
        for number, text in enumerate(TEXTS):
            (tmp_path / "in" / f"{number}.txt{packing}").write_bytes(pack(text.encode()))
    config = make_config(rejected_share=1)
    summary = run(config)
    expected = len(TEXTS) * len(PACK) * (len(FORMATS) + 1)
    assert (summary.problem, summary.totals["records"], summary.totals["rejected"]) == (None, expected, 0)
    for one in restore(config.output):
        text = TEXTS[int(Path(one.path).name[0] if one.key == one.path else one.key[1:])]
        assert one.content == (text.encode() if one.key == one.path else text), one.path
    check = verify(config.output, config)
    assert (check.records, check.exact, [*check.wrong, *check.unread]) == (expected, expected, [])
    assert run(config).read == 0


def test_where_restored_files_go(make_config, in_process, tmp_path):
    (tmp_path / "in" / "a.txt").write_bytes(b"One.")
    (tmp_path / "in" / "a.txt.xz").write_bytes(lzma.compress(b"Two."))
    (tmp_path / "in" / "b.csv").write_bytes(b"id,text\nx,Three.\n")
    config = make_config()
    run(config)
    assert dict(placed(one) for one in restore(config.output)) == {
        Path("news/a.txt"): b"One.",
        Path("news/a.txt.xz.unpacked"): b"Two.",
        Path("news/b.csv.restored.jsonl"): b'{"id":"x","text":"Three."}\n',
    }
