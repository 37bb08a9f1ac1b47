"""The command line as a user has it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    """A user's cache: Prefect makes its database there once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def copydesk(tmp_path, cache):
    """Run ``python -m copydesk`` in an empty folder; returns the finished process, output as bytes."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        "XDG_CACHE_HOME": str(cache),
        "COLUMNS": "120",
    }
    for name in [name for name in environment if name.startswith("PREFECT_")]:
        del environment[name]

    def run(*words, stdin=b"", **more):
        command = [sys.executable, "-m", "copydesk", *map(str, words)]
        return subprocess.run(
            command, input=stdin, capture_output=True, cwd=tmp_path, env=environment | more, timeout=200, check=False
        )

    run.environment = environment
    return run
