"""The flow ``relate``."""

from __future__ import annotations

import pandas as pd
import pytest

from corpus.config import load_config
from corpus.run import run
from flows.options import RelateOptions
from flows.relate import relate_output

pytestmark = pytest.mark.prefect


def test_relate_connects_copies(prefect_server, folder):
    text = (folder / "news" / "pump.txt").read_text()
    (folder / "news" / "copy.txt").write_text(text)
    run(load_config(folder / "config.yaml"))
    state = relate_output(RelateOptions(config=str(folder / "config.yaml")), return_state=True)
    assert state.name == "Completed"
    assert "duplicate" in state.message
    assert "duplicate" in set(pd.read_parquet(folder / "out" / "relations")["kind"])


def test_relate_without_output_fails_with_one_clear_line(prefect_server, folder):
    state = relate_output(RelateOptions(config=str(folder / "config.yaml")), return_state=True)
    assert state.name == "Failed"
    assert "holds no tables" in state.message
