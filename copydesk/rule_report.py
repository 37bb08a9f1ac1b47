"""``copydesk rules report``: how often each rule fired in an output, on what, and which ones to question."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

from rich.text import Text

from cleaners.rules.pack import load_rules
from copydesk.configured import cleaning_settings
from copydesk.console import out as console_out
from copydesk.console import while_read
from corpus.health import Health, RuleHealth, Sample, health

SHOWN = 240
"""Characters of a sample that are shown."""


def report(out: Path, prefix: str, samples: int, *, questioned: bool, as_json: bool, config: Path | None) -> None:
    """Print what each rule did in an output; raises :class:`~cleaners.errors.SetupError` when there is none."""
    known = {rule.id for rule in load_rules(cleaning_settings(config))}
    found = health(out, known, samples=samples, prefix=prefix)
    if questioned:
        found = replace(found, rules=tuple(rule for rule in found.rules if rule.questions))
    with while_read():
        if as_json:
            print(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        else:
            _show(found)


def _show(found: Health) -> None:
    console = console_out()
    silent = [one for one in found.rules if not one.documents]
    for one in found.rules:
        if one.documents:
            console.print(Text.assemble(_line(one), *(_sample(sample) for sample in one.samples)))
    if silent:
        console.print(Text.assemble(("never fired", "bold yellow"), f": {len(silent)} rules"))
        for one in silent:
            console.print(f"  {one.rule}")
    fired = len(found.rules) - len(silent)
    console.print(f"\n{fired} of {len(found.rules)} rules fired in {found.documents} documents of {found.sites} sites.")


def _line(one: RuleHealth) -> Text:
    counts = f"{one.removed} removed" + f", {one.marked} marked" * bool(one.marked)
    sites = f"{one.sites} sites" if one.sites != 1 else f"{one.site or 'one site'} only"
    facts = f"  {counts}; {one.documents} documents, {sites}; {one.length} characters; confidence {one.confidence:g}"
    asked = (Text.assemble("\n  ", (f"? {question}", "yellow")) for question in one.questions)
    return Text.assemble((one.rule, "bold cyan"), facts, *asked)


def _sample(sample: Sample) -> Text:
    return Text.assemble(
        "\n    ",
        (f"{sample.site} ", "dim"),
        _flat(sample.before),
        "⟦",
        (_flat(sample.text), "red"),
        "⟧",
        _flat(sample.after),
    )


def _flat(text: str) -> str:
    """Return the text on one line, the middle of a long one left out."""
    flat = text.replace("\n", "⏎")
    return flat if len(flat) <= SHOWN else f"{flat[: SHOWN // 2]} … {flat[-SHOWN // 2 :]}"
