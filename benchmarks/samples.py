"""Print random removals with their context, rule by rule, to be read by a person.

    python -m benchmarks.samples DOCS.jsonl[.gz] [--rule caption/] [--each 5] [--limit 3000] [--seed 0]
    python -m benchmarks.samples DOCS.jsonl[.gz] --by category --each 30 --applied

Each line of the input is a JSON object with ``id`` and ``text``. ``--rule`` takes the start of a rule's id.
``--applied`` leaves out what is only marked.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

from cleaners.contract import as_dicts
from cleaners.model import Record
from cleaners.pipeline import Cleaner

CONTEXT = 90
"""Characters shown on each side."""


def documents(path: Path, limit: int | None, seed: int) -> list[dict[str, Any]]:
    """Read the file; with a limit, a random sample of that many documents (the same for the same seed)."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        rows = list(lines)
    if limit and limit < len(rows):
        rows = random.Random(seed).sample(rows, limit)
    return [json.loads(row) for row in rows]


def main() -> None:
    """Run the sampler."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--rule", default="", help="only rules whose id starts like this")
    parser.add_argument("--each", type=int, default=5, help="removals shown for each rule")
    parser.add_argument("--limit", type=int, help="clean a random sample of so many documents")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--by", choices=("rule", "category"), default="rule", help="what the removals are drawn by")
    parser.add_argument("--applied", action="store_true", help="only what is taken out, not what is marked")
    options = parser.parse_args()
    cleaner = Cleaner()
    found: dict[str, list[tuple[str, dict[str, Any], str]]] = defaultdict(list)
    for row in documents(options.path, options.limit, options.seed):
        record = Record(row["id"], "raw", row["id"], row["text"], url=row.get("url"), title=row.get("title"))
        for document in as_dicts(cleaner.clean(record)):
            for removal in document.get("removals", ()):
                if removal["rule"].startswith(options.rule) and (removal["applied"] or not options.applied):
                    found[removal[options.by]].append((row["id"], removal, row["text"]))
    draw = random.Random(options.seed)
    for group, hits in sorted(found.items()):
        print(f"\n## {group}: {len(hits)} removals in {len({hit[0] for hit in hits})} documents")
        for key, removal, text in draw.sample(hits, min(options.each, len(hits))):
            start, end = removal["raw_start"], removal["raw_end"]
            before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
            rule = f" {removal['rule']}" if options.by == "category" else ""
            print(f"  [{key}]{rule} …{before!r} ⟦{text[start:end]!r}⟧ {after!r}…")


if __name__ == "__main__":
    main()
