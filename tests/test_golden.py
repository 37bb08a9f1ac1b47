"""Golden documents: each ``tests/golden/NAME.txt`` or ``.html`` with the contract's output beside it as ``NAME.json``.

``pytest tests/test_golden.py --write-golden`` writes them anew; read the difference before it goes in.
"""

import json
from pathlib import Path

import pytest

from cleaners import clean

CASES = sorted(path for path in (Path(__file__).parent / "golden").iterdir() if path.suffix in (".txt", ".html"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden(path, request):
    kind = "html" if path.suffix == ".html" else "text"
    found = clean(path.read_bytes(), kind=kind, key=path.name)
    expected = path.with_suffix(".json")
    if request.config.getoption("--write-golden"):
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cleaning_golden_text_again_removes_nothing(path):
    for document in clean(path.read_bytes(), kind="html" if path.suffix == ".html" else "text"):
        for again in clean(document["text"]):
            assert again["text"] == document["text"]
            assert [row for row in again["removals"] if row["applied"]] == []
