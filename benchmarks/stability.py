"""Clean clean text again: how many documents still lose something, and what.

    python -m benchmarks.stability PATH… [--limit 5000] [--seed 0] [--clean]

PATH is gold in any form, or JSON lines (plain or gzip) with ``id`` and ``text``. Each document is cleaned, and its
clean text is cleaned once more; with ``--clean`` the gold's own clean text is cleaned instead.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.goldset import read
from benchmarks.samples import documents
from cleaners.contract import as_dicts
from cleaners.model import Record
from cleaners.pipeline import Cleaner

CONTEXT = 60
"""Characters shown on each side."""


class Again(NamedTuple):
    """A removal from a text that was clean already."""

    id: str
    rule: str
    before: str
    text: str
    after: str


def cleaned(cleaner: Cleaner, row: dict[str, Any], text: str) -> list[dict[str, Any]]:
    """Clean one text and return its documents; none if it is rejected."""
    record = Record(row["id"], "stability", row["id"], text, url=row.get("url"), title=row.get("title"))
    return [document for document in as_dicts(cleaner.clean(record)) if "rejected" not in document]


def again(cleaner: Cleaner, row: dict[str, Any], text: str) -> Iterator[Again]:
    """Yield what is removed from a text that ought to be clean."""
    for document in cleaned(cleaner, row, text):
        for removal in document["removals"]:
            if removal["applied"]:
                start, end = removal["raw_start"], removal["raw_end"]
                before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
                yield Again(row["id"], removal["rule"], before, text[start:end], after)


def main() -> None:
    """Run the check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="a random sample of so many documents of each file")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--clean", action="store_true", help="start from the gold's clean text")
    options = parser.parse_args()
    cleaner = Cleaner()
    count = unstable = 0
    rules: Counter[str] = Counter()
    for path in options.paths:
        plain = path.is_dir() or path.suffix == ".txt"
        for row in read([path]) if plain else documents(path, options.limit, options.seed):
            texts = (
                [row["clean_text"]] if options.clean else [one["text"] for one in cleaned(cleaner, row, row["text"])]
            )
            for text in texts:
                found = list(again(cleaner, row, text))
                count += 1
                unstable += bool(found)
                rules.update(removal.rule for removal in found)
                for removal in found:
                    print(f"{removal.rule} [{removal.id}] {removal.before!r} ⟦{removal.text!r}⟧ {removal.after!r}")
    for rule, times in rules.most_common():
        print(f"{times:6} {rule}")
    print(f"{count - unstable} of {count} clean texts stay as they are ({1 - unstable / max(1, count):.2%})")


if __name__ == "__main__":
    main()
