"""``copydesk run``, ``restore``, ``relate`` and ``load``, one after the other on one small folder."""

from __future__ import annotations

import json

import pytest

NEWS = {
    "mill.txt": b"OMAHA, Neb. (AP) -- The old mill on the river stands empty, the town said.\r\n\r\nShare\r\n\r\nIts owner has moved away.\r\n",
    "caf\u00e9.txt": "The caf\u00e9\u2019s owner sold \u201ceverything\u201d in May.\n".encode("cp1252"),
    "pond.jsonl": json.dumps({"id": "a", "text": "Two herons nest on the island in the pond.\r\n"}).encode() + b"\n",
}


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for name, content in NEWS.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.prefect
def test_the_whole_way(copydesk, news, tmp_path):
    first = copydesk("run", "news", "--output", "out")
    assert first.returncode == 0, first.stderr.decode()
    assert first.stderr == b""
    lines = first.stdout.decode().splitlines()
    assert lines[0] == "3 records: 3 cleaned, 0 rejected"
    assert lines[-1] == "tables: out/documents, records, removals, rejections"

    second = copydesk("run", "news", "--output", "out")
    assert "this run found nothing new or changed" in second.stdout.decode()

    verified = copydesk("restore", "out", "--verify")
    said = b"3 records: 3 come back exactly\nthe sources hold the same records\n"
    assert (verified.returncode, verified.stdout) == (0, said)
    assert copydesk("restore", "out", "--record", "mill.txt").stdout == NEWS["mill.txt"]
    assert copydesk("restore", "out", "--to", "back").stdout == b"3 records in 3 files below back\n"
    for name in ("mill.txt", "caf\u00e9.txt"):
        assert (tmp_path / "back" / "news" / name).read_bytes() == NEWS[name]
    restored = (tmp_path / "back" / "news" / "pond.jsonl.restored.jsonl").read_text()
    assert json.loads(restored) == json.loads(NEWS["pond.jsonl"])

    related = copydesk("relate", "out")
    assert (related.returncode, related.stdout.decode().splitlines()[-1]) == (0, "table: out/relations")

    import copydesk as package

    tables = package.load(tmp_path / "out")
    assert len(tables.documents) == 3
    assert list(tables.removals["text"].str.strip().sort_values()) == ["OMAHA, Neb. (AP) --", "Share"]


def test_a_dry_run_writes_nothing(copydesk, news, tmp_path):
    done = copydesk("run", "news", "--output", "out", "--dry-run")
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1] == "a dry run: nothing was written"
    assert not (tmp_path / "out").exists()


def test_a_run_that_counts_as_failed_has_exit_code_1(copydesk, news):
    (news / "bad.jsonl").write_text("nonsense\n")
    done = copydesk("run", "news", "--output", "out", "--dry-run")
    assert done.returncode == 1
    assert "4 records: 3 cleaned, 1 rejected" in done.stdout.decode()
    assert "the run counts as failed: 25.0% of the records were rejected" in done.stderr.decode()


def test_the_package_offers_load_and_nothing_else():
    import copydesk as package

    assert package.__all__ == ["load"]
    with pytest.raises(AttributeError, match="laod"):
        _ = package.laod
