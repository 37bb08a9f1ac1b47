"""Addresses are written and shown without what must stay secret."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from cleaners.errors import SetupError
from corpus import files
from corpus.config import Config
from corpus.run import run
from corpus.secrets import has_secret, hidden
from corpus.sources import inputs
from corpus.supervise import ShardError

SECRET = "0a1b2c3d"
CARRY = [
    "https://b.s3.amazonaws.com/x.jsonl?X-Amz-Date=1&X-Amz-Signature={}&X-Amz-Expires=60",
    "https://b.s3.amazonaws.com/x.jsonl?X-Amz-Security-Token={}",
    "https://a.blob.core.windows.net/x.jsonl?sv=2020&sig={}",
    "https://storage.googleapis.com/x.jsonl?X-Goog-Credential={}",
    "https://a.example/x.jsonl?AWSAccessKeyId={}&Expires=1",
    "https://a.example/x.jsonl?access_token={}#top",
    "https://a.example/x.jsonl?page=1&api_key={}",
    "https://{}@a.example/x.jsonl",
    "ftp://jane:{}@a.example/x.jsonl",
]
HARMLESS = [
    "https://a.example/x.jsonl?day=1&author=jane&monkey=2&keyword=tokyo&design=3",
    "s3://news/signature=none/x.jsonl",
    "/data/a?token=1.txt",
    "mail jane@a.example",
]


@pytest.mark.parametrize("address", CARRY)
def test_secrets_are_hidden(address):
    full = address.format(SECRET)
    assert has_secret(full)
    for said in (hidden(full), hidden(f"GET '{full}' failed: 403, url={full!r}"), hidden(hidden(full))):
        assert (SECRET not in said and "a.example" in said.replace("amazonaws.com", "a.example")) or "x.jsonl" in said
        assert SECRET not in said


@pytest.mark.parametrize("text", HARMLESS)
def test_all_else_stays(text):
    assert hidden(text) == text and not has_secret(text)


def test_facts_and_errors_do_not_tell(make_config, tmp_path, in_process, monkeypatch):
    """A run whose source is an address with a signature: its facts, its tables and its notes are looked through."""
    location = f"https://a.example/x.jsonl?X-Amz-Signature={SECRET}"
    (tmp_path / "in" / "x.jsonl").write_text(json.dumps({"text": "It rained."}) + "\nnope\n")
    config = make_config(source={"path": location}, rejected_share=1)
    found = inputs(make_config().sources[0])
    monkeypatch.setattr("corpus.run.find", lambda config: {"news": found})
    summary = run(config)
    assert summary.totals["records"] == 2
    assert SECRET not in json.dumps(asdict(summary))
    for path in Path(config.output).rglob("*"):
        assert path.is_dir() or SECRET.encode() not in path.read_bytes()
    assert SECRET not in str(ShardError("news", f"Cannot connect to {location}", traceback=location))


def test_errors_of_places_do_not_tell():
    location = f"memory://none.jsonl?token={SECRET}"
    with pytest.raises(OSError) as caught:
        files.facts(location)
    assert SECRET not in str(caught.value)
    source = Config.model_validate({"sources": [{"name": "a", "path": location}]}).sources[0]
    with pytest.raises(SetupError) as refused:
        inputs(source)
    assert SECRET not in str(refused.value)


def test_a_password_in_an_address_is_refused():
    with pytest.raises(ValueError, match="a password does not belong in an address") as caught:
        Config.model_validate({"sources": [{"name": "a", "path": "ftp://jane:pw@a.example/"}]})
    assert "environment" in str(caught.value)
