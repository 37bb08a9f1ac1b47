"""The shipped rules on the shipped gold: never worse than this. ``python -m benchmarks.residue benchmarks/gold`` says why.

The figures are a ratchet, not a goal: raise them when the rules have become better, and never fit a rule to a document.
"""

from __future__ import annotations

import pytest

from benchmarks.figures import report
from benchmarks.goldset import FOLDER, read
from benchmarks.residue import predict
from benchmarks.scoring import score
from cleaners.pipeline import Cleaner

AT_LEAST = {"recall": 0.72, "precision": 0.97, "clean documents kept": 0.89, "perfect documents": 0.5}
AT_MOST = {"article characters taken": 0.004, "documents damaged": 0.05}


@pytest.fixture(scope="module")
def overall():
    cleaner = Cleaner()
    return report([score(gold, predict(cleaner, gold)) for gold in read([FOLDER])])["overall"]


@pytest.mark.parametrize("name", AT_LEAST)
def test_is_not_less(overall, name):
    assert overall[name].value >= AT_LEAST[name]


@pytest.mark.parametrize("name", AT_MOST)
def test_is_not_more(overall, name):
    assert overall[name].value <= AT_MOST[name]
