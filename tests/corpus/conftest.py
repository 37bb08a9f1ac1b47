"""Shared helpers: a config over a temporary folder, runs inside the test's own process, a cleaner without rules."""

import json
from pathlib import Path

import pytest

import corpus.run
from cleaners.model import Cleaned, Decoded, Document, Edit, Encoding, Language, Metadata, Rejection, Removal
from corpus.config import Config
from corpus.shard_worker import work
from corpus.supervise import ShardResult


class FakeCleaner:
    """Takes out every ``[Ad]`` and the white space at the edges; refuses the word REFUSE. Fast, and free of rules."""

    def __init__(self):
        self.seen = []

    def clean(self, record):
        self.seen.append(record.key)
        content = record.content
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        if "REFUSE" in text:
            return Rejection(record, "decode", "it says so")
        removals, kept, position = [], [], 0
        while (start := text.find("[Ad]", position)) >= 0:
            removals.append(Removal(start, start + 4, "[Ad]", "ad/fake", 1.0, True, 0))
            kept.append(text[position:start])
            position = start + 4
        tail = text[position:]
        body = tail.rstrip()
        spaces = (Edit(position + len(body), tail[len(body) :], "", "space/edge"),) if body != tail else ()
        document = Document(
            record.id + "0",
            0,
            ((0, len(text)),),
            "".join(kept) + body,
            spaces,
            Metadata(),
            Language("en", 0.9),
            {},
        )
        decoded = Decoded(text, Encoding("utf-8", "utf-8"))
        return Cleaned(record, decoded, None, (), len(text), (document,), tuple(removals))


@pytest.fixture
def make_config(tmp_path):
    """A config whose only source is ``tmp_path/in`` and whose output is ``tmp_path/out``."""
    (tmp_path / "in").mkdir()

    def make(**settings):
        source = {"name": "news", "path": str(tmp_path / "in"), **settings.pop("source", {})}
        return Config.model_validate({"sources": [source], "output": str(tmp_path / "out"), **settings})

    return make


@pytest.fixture
def cleaner():
    return FakeCleaner()


@pytest.fixture
def in_process(monkeypatch, cleaner):
    """Lets runs clean with the fake cleaner, in this process."""

    def run_shard(job, *, on_progress=None, stop=None):
        parts, end = [], {}

        def say(message):
            if "part" in message:
                parts.append(message)
            if "done" in message:
                end.update(message)

        work(type(job).load(json.loads(json.dumps(job.dump()))), cleaner, say)
        counts = {name: sum(part[name] for part in parts) for name in ("entries", "cleaned", "copied")}
        facts = [part["facts"] for part in parts]
        return ShardResult(job.shard.name, **counts, limited=end["limited"], files=end["done"], facts=facts)

    monkeypatch.setattr(corpus.run, "run_shard", run_shard)
    return cleaner


@pytest.fixture
def write_lines(tmp_path):
    """Writes rows as a JSONL file below ``tmp_path/in``."""

    def write(name, rows) -> Path:
        path = tmp_path / "in" / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write
