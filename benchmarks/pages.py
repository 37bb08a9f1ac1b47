"""Score page extraction on labelled pages: body, date, title and authors.

``extractor`` has the call and the answer that page scorers expect: bytes and URL in, a dictionary out. Scored by an
external program (``score_pages.py SET --extractor benchmarks.pages:extractor``), or by this one, which prints how
often date and title are exact and how many authors agree::

    python benchmarks/pages.py PAGES.jsonl.gz [PAGES.jsonl.gz …] [--limit N]

Each line of a file is ``{"html_b64" or "html", "url", "gold": {"text"?, "date"?, "title"?, "authors"?}}``.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cleaners.errors import RecordError
from cleaners.pages.extract import extract
from cleaners.settings import Limits


def extractor(content: bytes, url: str | None) -> dict[str, Any] | None:
    """Extract one page; None when it is rejected."""
    try:
        page = extract(_decode(content), limits=Limits(), url=url)
    except RecordError:
        return None
    published = [candidate for candidate in page.dates if candidate.role == "published" and len(candidate.date) >= 10]
    best = max(published, key=lambda candidate: candidate.confidence, default=None)
    return {
        "text": page.text,
        "title": page.title,
        "date": best.date[:10] if best else None,
        "authors": list(page.authors),
        "sitename": page.site,
    }


def _decode(content: bytes) -> str:
    from cleaners.decode import decode

    return decode(content).text


def read(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSONL file, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)


def words(text: str) -> Counter[str]:
    """Return the bag of words by which texts are compared."""
    return Counter(re.findall(r"\w+", text.lower()))


def f1(gold: Counter[str], predicted: Counter[str]) -> float:
    """Return the harmonic mean of precision and recall of two bags."""
    common = (gold & predicted).total()
    return 2 * common / (gold.total() + predicted.total()) if common else 0.0


def score(path: Path, limit: int | None) -> dict[str, str]:
    """Score one file; each number is a mean over the pages that have the gold value."""
    sums: dict[str, list[float]] = {"text F1": [], "date": [], "title F1": []}
    authors, pages, started = [0, 0, 0], 0, time.process_time()
    for record in read(path, limit):
        gold, pages = record["gold"], pages + 1
        content = base64.b64decode(record["html_b64"]) if "html_b64" in record else record["html"].encode()
        answer = extractor(content, record.get("url")) or {}
        if gold.get("text"):
            sums["text F1"].append(f1(words(gold["text"]), words(answer.get("text") or "")))
        if gold.get("date"):
            sums["date"].append(float(answer.get("date") == str(gold["date"])[:10]))
        if gold.get("title"):
            sums["title F1"].append(f1(words(gold["title"]), words(answer.get("title") or "")))
        if gold.get("authors"):
            expected, given = (
                {a.casefold() for a in gold["authors"]},
                {a.casefold() for a in answer.get("authors") or ()},
            )
            authors = [authors[0] + len(expected & given), authors[1] + len(given), authors[2] + len(expected)]
    row = {name: f"{sum(values) / len(values):.3f}" for name, values in sums.items() if values}
    if authors[2]:
        row["author F1"] = f"{2 * authors[0] / (authors[1] + authors[2]):.3f}"
    return {"pages": str(pages), **row, "pages/s": f"{pages / (time.process_time() - started):.0f}"}


def main() -> None:
    """Print one line per file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="pages to read of each file")
    arguments = parser.parse_args()
    for path in arguments.files:
        print(path, *(f"{name} {value}" for name, value in score(path, arguments.limit).items()), sep="  ")


if __name__ == "__main__":
    main()
