"""Score the cleaning against gold documents, and list what was missed and what was wrongly taken.

    python -m benchmarks.residue GOLD.jsonl [GOLD.jsonl …] [--missed] [--taken] [--category embed] [--convert OUT.jsonl]

Gold is one JSON object per line: ``id``, ``text``, ``lang``, ``spans`` [{start, end, category, optional?}], ``meta``.
Only characters that are not white space count; optional spans are free. ``--convert`` writes the contract's output in
the form that span scorers read.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cleaners.contract import as_dicts
from cleaners.model import Record
from cleaners.pipeline import Cleaner

SLACK = 2
"""Characters of a document that may be wrong before it counts as damaged or dirty."""


def read(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the gold documents of all files."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


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
        "boundaries": [document["segments"][0][0] for document in documents[1:]],
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


def mask(length: int, spans: Iterable[dict[str, Any]]) -> bytearray:
    """One byte per character: 1 where a span covers it."""
    covered = bytearray(length)
    for span in spans:
        start, end = max(0, span["start"]), min(length, span["end"])
        covered[start:end] = b"\1" * max(0, end - start)
    return covered


def stretches(covered: bytearray, text: str) -> Iterator[tuple[int, int]]:
    """Runs of covered characters that hold more than white space."""
    start = 0
    while (start := covered.find(1, start)) >= 0:
        end = covered.find(0, start)
        end = len(covered) if end < 0 else end
        if len(text[start:end].strip()) > SLACK:
            yield start, end
        start = end


def compare(gold: dict[str, Any], prediction: dict[str, Any]) -> dict[str, Any]:
    """Character masks of one document: required, optional, predicted, and the counts."""
    text = gold["text"]
    visible = bytearray(0 if c.isspace() or unicodedata.category(c) == "Cf" else 1 for c in text)
    required = mask(len(text), [span for span in gold["spans"] if not span.get("optional")])
    free = mask(len(text), [span for span in gold["spans"] if span.get("optional")])
    taken = mask(len(text), prediction["removed"])
    missed = bytearray(v & r & (1 - p) for v, r, p in zip(visible, required, taken, strict=True))
    wrong = bytearray(v & p & (1 - r) & (1 - f) for v, p, r, f in zip(visible, taken, required, free, strict=True))
    found = sum(v & r & p for v, r, p in zip(visible, required, taken, strict=True))
    article = sum(v & (1 - r) & (1 - f) for v, r, f in zip(visible, required, free, strict=True))
    return {"missed": missed, "wrong": wrong, "found": found, "article": article}


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--missed", action="store_true", help="list residue that was left")
    parser.add_argument("--taken", action="store_true", help="list article text that was taken")
    parser.add_argument("--category", action="append", default=[], help="score and list these categories only")
    parser.add_argument("--convert", type=Path, help="write predictions as JSON lines for a span scorer")
    options = parser.parse_args()
    cleaner = Cleaner()
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    count = damaged = clean = clean_kept = perfect = wrong_characters = article_characters = 0
    written = []
    for gold in read(options.gold):
        if options.category:
            for span in gold["spans"]:
                span["optional"] = span.get("optional", False) or span["category"] not in options.category
        prediction = predict(cleaner, gold)
        written.append(prediction)
        result = compare(gold, prediction)
        missed, wrong = sum(result["missed"]), sum(result["wrong"])
        count += 1
        damaged += wrong > SLACK
        perfect += wrong <= SLACK and missed <= SLACK
        wrong_characters += wrong
        article_characters += result["article"]
        if not any(not span.get("optional") for span in gold["spans"]):
            clean += 1
            clean_kept += wrong <= SLACK
        for span in gold["spans"]:
            if not span.get("optional"):
                total = totals[span["category"]]
                length = sum(not c.isspace() for c in gold["text"][span["start"] : span["end"]])
                left = sum(result["missed"][span["start"] : span["end"]])
                total[0] += length - left
                total[1] += length
                total[2] += left <= 0.1 * length
                total[3] += 1
        if options.missed:
            for span in gold["spans"]:
                if not span.get("optional"):
                    for start, end in stretches(
                        result["missed"][span["start"] : span["end"]], gold["text"][span["start"] :]
                    ):
                        _show("missed", gold, span["category"], span["start"] + start, span["start"] + end)
        if options.taken:
            for start, end in stretches(result["wrong"], gold["text"]):
                rules = [row["rule"] for row in prediction["removed"] if row["start"] < end and row["end"] > start]
                _show("TAKEN", gold, ",".join(rules), start, end)
    for name, (found, characters, spans_found, spans) in sorted(totals.items()):
        print(
            f"{name:20} spans {spans_found:4}/{spans:<4} {spans_found / spans:.2f}"
            f"   characters {found / max(1, characters):.3f}"
        )
    found, characters = sum(t[0] for t in totals.values()), sum(t[1] for t in totals.values())
    print(
        f"{count} documents: recall {found / max(1, characters):.3f}, damaged {damaged} "
        f"({wrong_characters / max(1, article_characters):.4%} of article characters), "
        f"clean kept {clean_kept}/{clean}, perfect {perfect}"
    )
    if options.convert:
        options.convert.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in written), encoding="utf-8"
        )


def _show(kind: str, gold: dict[str, Any], label: str, start: int, end: int) -> None:
    text = gold["text"]
    left, right = text[max(0, start - 60) : start], text[end : end + 60]
    print(f"{kind} {label} [{gold['id']} {gold['lang']}] {left!r} ⟦{text[start:end]!r}⟧ {right!r}")


if __name__ == "__main__":
    main()
