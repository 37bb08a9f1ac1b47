"""Hostile input in the test command: a few quick kinds, each accounted for; 1,000 by all kinds are a command."""

import pytest

from benchmarks.fuzz import TARGETS, fuzz
from benchmarks.hostile import trial

QUICK = ["page: deep", "packed: cut or bent"]


def test_hostile_input_harms_only_itself(capsys):
    assert trial(QUICK, 2 * len(QUICK), seconds=20) == 0, capsys.readouterr().out
    assert "0 things wrong" in capsys.readouterr().out


@pytest.mark.parametrize("target", TARGETS)
def test_a_little_fuzz(target):
    tried, found = fuzz(target, 0.7, 1, None)
    assert (tried > 0, found) == (True, [])
