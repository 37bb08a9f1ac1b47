"""Whatever stands in a source comes back from the tables, bent files too; 10,000 of them are a command."""

import sys

from benchmarks import restored


def test_bent_files_come_back(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["restored", "data/sample", "--hostile", "40"])
    assert restored.main() == 0, capsys.readouterr().out
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["01-sample", "hostile"]
    assert all(line.endswith("100.000 %") for line in lines[2:])
