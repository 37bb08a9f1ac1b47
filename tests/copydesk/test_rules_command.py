"""``copydesk rules``."""

from __future__ import annotations

import pytest

PACK = """
- name: tide-table
  why: The pointer to the harbour's tide table.
  languages: [en]
  trigger: [tide table]
  line: 'see (?:today.s|the) tide table'
  removes: [{removes}]
  keeps: [We read the tide table twice before we sailed.]
"""


def pack(tmp_path, removes):
    path = tmp_path / "related_link.harbour.yaml"
    path.write_text(PACK.format(removes=removes))
    return path


def test_list_gives_one_tab_separated_line_for_each_rule(copydesk):
    lines = copydesk("rules", "list").stdout.decode().splitlines()
    assert len(lines) > 50
    assert all(len(line.split("\t")) == 4 for line in lines)
    assert {line.split("\t")[1] for line in lines} <= {"remove", "mark"}


def test_show_prints_a_rule_with_its_marked_examples(copydesk, tmp_path):
    pack(tmp_path, "See the tide table")
    (tmp_path / "config.yaml").write_text("cleaning:\n  packs: [related_link.harbour.yaml]\n")
    text = copydesk("rules", "show", "related_link/tide-table").stdout.decode()
    assert text.startswith("related_link/tide-table\nThe pointer to the harbour's tide table.\n")
    assert "languages    en" in text
    assert "- ⟦See the tide table⟧" in text
    assert "- We read the tide table twice before we sailed." in text


@pytest.mark.parametrize(
    "removes, code, says",
    [
        ("See the tide table", 0, "1 rules, 2 examples, 0 problems\n"),
        ("Look at the tide table", 1, "takes [] instead of ['Look at the tide table']"),
    ],
    ids=["sound", "an example fails"],
)
def test_check_runs_the_examples_of_a_pack(copydesk, tmp_path, removes, code, says):
    done = copydesk("rules", "check", pack(tmp_path, removes))
    assert done.returncode == code
    assert says in done.stdout.decode()


def test_check_names_file_line_and_remedy_of_a_broken_pattern(copydesk, tmp_path):
    path = pack(tmp_path, "See the tide table")
    path.write_text(path.read_text().replace("(?:", "("))
    path.write_text(path.read_text().replace("the)", "the"))
    done = copydesk("rules", "check", path)
    assert done.returncode == 2
    assert "related_link.harbour.yaml:2 (tide-table): broken pattern" in done.stderr.decode()


def test_check_of_a_pack_that_is_not_there(copydesk):
    assert (
        copydesk("rules", "check", "no.yaml").stderr
        == b"copydesk: no.yaml: no such rule pack (give the path of a YAML file)\n"
    )
