"""What the README shows is what happens."""

import re
from pathlib import Path

from cleaners import clean

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_example_is_cleaned_as_shown():
    dirty, shown = re.findall(r"```text\n(.*?)```", README, re.DOTALL)[:2]
    [document] = clean(dirty)
    assert document["text"] == shown.strip()
    assert document["published"]["date"] == "2018-03-14"
    assert document["dateline"]["region"] == "Oregon"
    assert [embed["author"] for embed in document["embeds"]] == ["Harbor Watch"]
    assert [credit["agency"] for credit in document["credits"]] == ["Getty Images"]


def test_every_command_of_the_table_exists():
    from typer.main import get_command

    from copydesk.cli import app

    commands = get_command(app).commands
    named = set(re.findall(r"^\| `copydesk (\w+)", README, re.MULTILINE))
    assert named
    assert named <= set(commands)
