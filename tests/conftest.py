"""Options of the test command, and what holds for the processes that tests start."""

import os

# They would compile every module anew, each of them.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_addoption(parser):
    parser.addoption("--write-golden", action="store_true", help="write the golden documents anew")
