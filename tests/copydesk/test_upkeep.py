"""``replay``, ``export``, ``compact``, ``forget`` and ``restore --source`` as a user has them."""

from __future__ import annotations

import json

import pytest

from corpus.config import Config
from corpus.run import run


@pytest.fixture
def out(tmp_path):
    """An output of three records, one of them rejected."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "mill.txt").write_text("The old mill on the river stands empty.\n\nShare\n\nIts owner has moved away.\n")
    rows = [{"id": "heron", "url": "https://pond.example/1", "text": "Two herons nest in the pond."}, {"id": "none"}]
    (news / "pond.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    config = Config.model_validate(
        {"sources": [{"name": "news", "path": str(news)}], "output": str(tmp_path / "out"), "rejected_share": 1}
    )
    assert run(config).totals["rejected"] == 1
    return tmp_path / "out"


def lines(done):
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().splitlines()


def test_export(copydesk, out, tmp_path):
    texts = [json.loads(line)["text"] for line in lines(copydesk("export", "out"))]
    assert sorted(text.split()[0] for text in texts) == ["The", "Two"]
    assert lines(copydesk("export", "out", "--format", "csv", "--to", "news.csv")) == []
    assert (tmp_path / "news.csv").read_text().startswith("id,text,title,url,site,date,language,")
    assert copydesk("export", "out", "--format", "hf", "--to", "set").stderr == b"2 documents in set\n"
    wrong = copydesk("export", "nowhere")
    assert (wrong.returncode, b"holds no tables" in wrong.stderr) == (2, True)


def test_restore_by_source(copydesk, out, tmp_path):
    assert (
        lines(copydesk("restore", "out", "--source", "news/*.txt", "--verify"))[0] == "1 records: 1 come back exactly"
    )
    assert lines(copydesk("restore", "out", "--source", "news/*.txt", "--to", "back")) == [
        "1 records in 1 files below back"
    ]
    assert lines(copydesk("restore", "out", "--verify"))[1] == "the sources hold the same records"
    (tmp_path / "news" / "mill.txt").write_text("Another mill.")
    changed = copydesk("restore", "out", "--verify")
    assert (changed.returncode, b"or changed since" in changed.stderr) == (1, True)


def test_compact_replay_and_forget(copydesk, out, tmp_path):
    assert lines(copydesk("compact", "out"))[0].startswith("4 files before, 4 now")
    again = lines(copydesk("replay", "out"))
    assert "3 records: 2 cleaned, 1 rejected" in again
    assert "this run read 3 records and cleaned 1 in" in "\n".join(again)
    assert lines(copydesk("forget", "out", "--site", "pond.example", "--dry-run"))[0].startswith("would go: 1 records")
    gone = "forgotten: 1 records, 1 documents, 0 removals, 0 rejections, 0 relations"
    assert lines(copydesk("forget", "out", "--site", "pond.example")) == [gone]
    assert len(lines(copydesk("export", "out"))) == 1
    nothing = copydesk("forget", "out")
    assert (nothing.returncode, nothing.stderr) == (
        2,
        b"copydesk: nothing is named (give --record, --document or --site)\n",
    )
