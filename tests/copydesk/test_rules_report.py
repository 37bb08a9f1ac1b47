"""``copydesk rules report``."""

from __future__ import annotations

import json

import pytest

from corpus.config import Config
from corpus.run import run

STORY = "The harbour office opened its doors again on Monday after a week of repairs to the roof and the stairs."


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    tmp_path = tmp_path_factory.mktemp("report")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"{STORY}\n\nAdvertisement\n\nNobody was hurt, the port said.")
    config = {"sources": [{"name": "news", "path": str(tmp_path / "in")}], "output": str(tmp_path / "out")}
    assert run(Config.model_validate(config)).problem is None
    return tmp_path / "out"


def test_shows_what_fired_in_its_place_and_lists_what_never_did(copydesk, out):
    done = copydesk("rules", "report", out)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "stairs.⏎⏎⟦Advertisement⟧⏎⏎Nobody was hurt" in text
    assert "never fired" in text
    assert text.rstrip().endswith("rules fired in 1 documents of 1 sites.")


def test_json_for_machines(copydesk, out):
    found = json.loads(copydesk("rules", "report", out, "--rule", "ad/", "--json").stdout)
    assert found["documents"] == 1
    assert [rule["removed"] for rule in found["rules"] if rule["documents"]] == [1]


def test_only_the_questioned(copydesk, out):
    found = json.loads(copydesk("rules", "report", out, "--questioned", "--json").stdout)
    assert found["rules"]
    assert all(rule["questions"] for rule in found["rules"])


def test_a_folder_without_tables_is_an_error_with_a_remedy(copydesk, tmp_path):
    done = copydesk("rules", "report", tmp_path)
    assert done.returncode == 2
    assert b"holds no tables" in done.stderr
