"""``copydesk rules``: look at the rules, and test packs."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from cleaners.errors import SetupError
from cleaners.rules.pack import CLOSE, OPEN, Example, Rule, load_pack, load_rules
from copydesk.configured import cleaning_settings
from copydesk.console import out, while_read


def show_list(config: Path | None) -> None:
    """Print all rules in use: a table in a terminal, else one tab-separated line each."""
    settings = cleaning_settings(config)
    rules = load_rules(settings)
    with while_read():
        if not sys.stdout.isatty():
            for rule in rules:
                print(rule.id, settings.policy[rule.category], _languages(rule), rule.why, sep="\t")
            return
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        table.add_column("rule", style="cyan", no_wrap=True)
        table.add_column("does", no_wrap=True)
        table.add_column("languages")
        table.add_column("why")
        for rule in rules:
            action = settings.policy[rule.category]
            table.add_row(
                rule.id, Text(action, "red" if action == "remove" else "yellow"), _languages(rule), Text(rule.why)
            )
        console = out()
        console.print(table)
        console.print(f"{len(rules)} rules. 'copydesk rules show RULE' shows one with its examples.")


def show_rule(name: str, config: Path | None) -> None:
    """Print one rule; raises :class:`SetupError` if there is none of that name."""
    settings = cleaning_settings(config)
    by_id = {rule.id: rule for rule in load_rules(settings)}
    if name not in by_id:
        near = get_close_matches(name, by_id, n=1, cutoff=0.5)
        raise SetupError(
            f"no rule {name!r}", remedy=f"did you mean {near[0]!r}?" if near else "see 'copydesk rules list'"
        )
    with while_read():
        console = out()
        rule = by_id[name]
        console.print(described(rule, settings.policy[rule.category], colour=console.is_terminal), end="")


_GIVEN = {
    "lines": "every line is looked at",
    "short": "every short line is looked at",
    "loose": "every line that no stop ends is looked at",
    "beside_gaps": "the lines beside what was taken are looked at",
}


def described(rule: Rule, action: str, *, colour: bool) -> Text:
    """Return a rule's text: what it is for, how it matches, and its examples with the residue marked."""
    text = Text.assemble((rule.id, "bold cyan"), "\n", rule.why, "\n\n")
    for name, value in (
        ("policy", action),
        ("languages", _languages(rule)),
        (rule.kind, rule.source),
        ("trigger", ", ".join(rule.trigger) or f"none: {_GIVEN[rule.among]}"),
        ("confidence", f"{rule.confidence:g}" + ("" if rule.anchored else ", under the brake")),
        ("written in", rule.where),
    ):
        text.append_text(Text.assemble((f"  {name:<12} ", "dim"), value, "\n"))
    for title, examples in (("removes", rule.removes), ("does not find yet", rule.misses)):
        if examples:
            text.append(f"\n{title}\n", "bold")
            for example in examples:
                text.append_text(_indented(_marked(example, colour=colour)))
    text.append("\nkeeps\n", "bold")
    for kept in rule.keeps:
        text.append_text(_indented(Text(kept)))
    return text


def check(packs: list[Path], config: Path | None) -> int:
    """Run every example of the packs (of all rules in use, if none is given); return the exit code."""
    from cleaners.rules.book import RuleBook
    from cleaners.rules.check import problems

    for pack in packs:
        if not pack.is_file():
            raise SetupError("no such rule pack", where=str(pack), remedy="give the path of a YAML file")
    everything = load_rules(cleaning_settings(config))
    rules = [rule for pack in packs for rule in load_pack(pack)] if packs else everything
    book = RuleBook(everything)
    found = [f"{rule.where}: {problem}" for rule in rules for problem in problems(rule, book)]
    examples = sum(len(rule.removes) + len(rule.keeps) + len(rule.misses) for rule in rules)
    print(*found, f"{len(rules)} rules, {examples} examples, {len(found)} problems", sep="\n")
    return 1 if found else 0


def _languages(rule: Rule) -> str:
    return " ".join(sorted(rule.languages)) or "all"


def _marked(example: Example, *, colour: bool) -> Text:
    """The example with its residue in red; without colours in brackets, as the packs have it."""
    text, position = Text(), 0
    for start, end in example.spans:
        residue = example.text[start:end]
        text.append(example.text[position:start])
        text.append(residue if colour else f"{OPEN}{residue}{CLOSE}", "red")
        position = end
    return text.append(example.text[position:])


def _indented(text: Text) -> Text:
    """Indent every line by two, a dash before the first."""
    lines = text.split("\n")
    first, *rest = lines
    return (
        Text("\n").join([Text("- ").append_text(first), *(Text("  ").append_text(line) for line in rest)]).append("\n")
    )
