"""Score a cleaning against gold documents, and list what was missed and what was wrongly taken.

    python -m benchmarks.residue GOLD… [--missed] [--taken] [--category embed] [--language de]
    python -m benchmarks.residue GOLD… --clean OTHER.jsonl      another tool's output: {"id", "clean_text"}
    python -m benchmarks.residue GOLD… --pred SPANS.jsonl       {"id", "removed": [{start, end, category?}], "meta"?}

Gold is a folder (``benchmarks/gold``), a source file or a JSON lines file; :mod:`benchmarks.goldset` describes them.
Only characters that are not white space count; optional spans are free. Intervals are a bootstrap by outlet, the same
in every run. ``--json`` writes all figures for machines, ``--convert`` the predictions for another scorer.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.figures import as_json, report, show, summary
from benchmarks.goldset import read
from benchmarks.scoring import SLACK, Scored, score, stretches
from cleaners.contract import as_dicts
from cleaners.model import Record
from cleaners.pipeline import Cleaner

CONTEXT = 60
"""Characters shown on each side."""


def predict(cleaner: Cleaner, gold: dict[str, Any]) -> dict[str, Any]:
    """Clean one gold document and return its prediction in the scorers' span form."""
    record = Record(gold["id"], "gold", gold["id"], gold["text"], url=gold.get("url"), title=gold["meta"].get("title"))
    documents = [document for document in as_dicts(cleaner.clean(record)) if "rejected" not in document]
    applied = [row for document in documents for row in document["removals"] if row["applied"]]
    removed = [
        {"start": row["raw_start"], "end": row["raw_end"], "category": row["category"], "rule": row["rule"]}
        for row in applied
    ]
    return {
        "id": gold["id"],
        "removed": removed,
        "boundaries": sorted(start for document in documents for start, _ in document["segments"])[1:],
        "meta": _meta(documents),
    }


def _meta(documents: list[dict[str, Any]]) -> dict[str, Any]:
    def first(name: str) -> Any:
        return next((document[name] for document in documents if document[name]), None)

    published = first("published")
    return {
        "date": published and published["date"],
        "dateline": first("dateline"),
        "byline": "; ".join(first("authors") or ()) or first("byline"),
        "embeds": [embed for document in documents for embed in document["embeds"]],
        "credits": [credit for document in documents for credit in document["credits"]],
    }


def only(gold: dict[str, Any], categories: list[str]) -> dict[str, Any]:
    """Return the gold document with all other categories optional, so that only these are scored."""
    spans = [
        span if span["category"] in categories or span.get("optional") else {**span, "optional": True}
        for span in gold["spans"]
    ]
    return {**gold, "spans": spans}


def _answers(path: Path, *, text_only: bool) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: {k: v for k, v in row.items() if k != "removed" or not text_only} for row in rows}


def _listed(item: Scored, *, missed: bool, taken: bool) -> Iterator[str]:
    text = item.gold["text"]
    if missed:
        for span in item.gold["spans"]:
            if not span.get("optional"):
                inside = slice(span["start"], span["end"])
                for start, end in stretches(item.missed[inside], text[inside]):
                    yield _shown("missed", item, span["category"], span["start"] + start, span["start"] + end)
    if taken:
        for start, end in stretches(item.wrong, text):
            rows = [row for row in item.prediction["removed"] if row["start"] < end and row["end"] > start]
            yield _shown(
                "TAKEN", item, ",".join(row.get("rule") or row.get("category") or "?" for row in rows), start, end
            )


def _shown(kind: str, item: Scored, label: str, start: int, end: int) -> str:
    text = item.gold["text"]
    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return f"{kind} {label} [{item.gold['id']} {item.gold['lang']}] {left!r} ⟦{text[start:end]!r}⟧ {right!r}"


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--missed", action="store_true", help="list residue that was left")
    parser.add_argument("--taken", action="store_true", help="list article text that was taken")
    parser.add_argument("--category", action="append", default=[], help="score and list these categories only")
    parser.add_argument("--language", action="append", default=[], help="score these languages only")
    answers = parser.add_mutually_exclusive_group()
    answers.add_argument("--clean", type=Path, metavar="FILE", help="score clean texts, aligned with the source")
    answers.add_argument("--pred", type=Path, metavar="FILE", help="score removed spans that were found elsewhere")
    parser.add_argument("--slack", type=int, default=SLACK, help="characters of a document that may be wrong")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures with their intervals")
    parser.add_argument("--convert", type=Path, metavar="FILE", help="write the predictions as JSON lines")
    options = parser.parse_args()
    given = options.clean or options.pred
    known = _answers(given, text_only=bool(options.clean)) if given else {}
    cleaner = None if given else Cleaner()
    scored = []
    for gold in read(options.gold):
        if options.language and gold["lang"] not in options.language:
            continue
        prediction = predict(cleaner, gold) if cleaner else known.get(gold["id"])
        item = score(only(gold, options.category) if options.category else gold, prediction, options.slack)
        scored.append(item)
        for line in _listed(item, missed=options.missed, taken=options.taken):
            print(line)
    figures = report(scored)
    print(*show(figures), "", summary(figures), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(as_json(figures), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if options.convert:
        rows = [{"id": item.gold["id"], **item.prediction} for item in scored]
        options.convert.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
