"""The folders import one way only, and the cleaning stays free of heavy company."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ORDER = ["cleaners", "corpus", "flows", "copydesk"]
FILES = [path for folder in ORDER for path in sorted((ROOT / folder).rglob("*.py"))]


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_imports_upwards(path):
    folder = path.relative_to(ROOT).parts[0]
    above = [*ORDER[ORDER.index(folder) + 1 :], "tests", "benchmarks"]
    assert [name for name in imported(path) if name.split(".")[0] in above] == []


@pytest.mark.parametrize("path", [p for p in FILES if "cleaners" in p.parts], ids=lambda path: path.name)
def test_cleaning_knows_no_framework(path):
    heavy = {"prefect", "pandas", "pyarrow", "duckdb", "requests", "httpx"}
    assert heavy.isdisjoint(name.split(".")[0] for name in imported(path))


def test_cleaning_imports_no_framework_at_run_time():
    script = (
        "import sys; from cleaners import clean; clean('It rained all day.');"
        "print([name for name in ('prefect', 'pandas', 'pyarrow', 'duckdb', 'trafilatura') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
