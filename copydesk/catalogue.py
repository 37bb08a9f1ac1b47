"""The catalogue of rules, ``docs/rules.md``: made from the packs, never written by hand.

python -m copydesk.catalogue > docs/rules.md
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cleaners.categories import CATEGORIES, OPTIONAL
from cleaners.rules.pack import Rule, load_rules
from cleaners.settings import Settings

HEAD = """# Rules

Made from the packs by `make docs`; do not edit. Each rule's examples are run by the tests; `copydesk rules show NAME`
prints them all.
"""


def render(rules: Iterable[Rule]) -> str:
    """Return the catalogue as Markdown: a section for each category, a row for each rule."""
    return (
        "\n".join([HEAD, *_sections(sorted(rules, key=lambda rule: (CATEGORIES.index(rule.category), rule.id)))]) + "\n"
    )


def _sections(rules: Iterable[Rule]) -> Iterator[str]:
    for category, members in groupby(rules, key=lambda rule: rule.category):
        tier = " (optional: marked, not removed, by default)" if category in OPTIONAL else ""
        yield f"## {category}{tier}\n"
        yield "| rule | what it takes | for example | and keeps |\n|---|---|---|---|"
        for rule in members:
            name = rule.id.split("/", 1)[1]
            yield f"| `{name}` | {_cell(rule.why)} | {_cell(_residue(rule))} | {_cell(rule.keeps[0])} |"
        yield ""


def _residue(rule: Rule) -> str:
    case = rule.removes[0]
    start, end = case.spans[0]
    return case.text[start:end]


def _cell(text: str, width: int = 100) -> str:
    """One line of Markdown table, shortened."""
    line = " ".join(text.split())
    line = line if len(line) <= width else line[: width - 1] + "…"
    return line.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


if __name__ == "__main__":
    print(render(load_rules(Settings())), end="")
