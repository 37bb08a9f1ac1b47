"""The generated pages are those that the code gives now."""

from __future__ import annotations

from pathlib import Path

from cleaners.rules.pack import load_rules
from cleaners.settings import Settings
from copydesk.catalogue import render

DOCS = Path(__file__).parents[2] / "docs"


def test_the_catalogue_of_rules_is_fresh():
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == render(load_rules(Settings())), "run: make docs"
