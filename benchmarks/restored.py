"""Clean whatever there is, restore every record from the tables alone, and hold it to its source.

    python -m benchmarks.restored PATH… [--hostile 10000] [--seed 0]

Each PATH (a file or a folder) becomes a source of its own; --hostile adds so many files that were made of those in
``data/sample`` by bending them at random. Prints per source how many records came back exactly, of how many pages the
extracted text does, and what does not come back; exits 1 if anything does not.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.fuzz import LARGEST, bend, seeds
from corpus.config import Config
from corpus.restore import Check, verify
from corpus.run import run

MANY = 500
"""Files in a folder."""


def write_hostile(folder: Path, count: int, seed: int) -> None:
    """Write so many bent files of all formats."""
    draw, good = random.Random(seed), seeds("readers")
    for number in range(count):
        name, content = draw.choice(good)
        path = folder / str(number // MANY) / f"{number}-{name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bend(draw, content, draw.choice(good)[1])[:LARGEST])


def line(name: str, check: Check) -> str:
    """What became of a source."""
    lost = len(check.wrong) + len(check.unread) + len(check.gone)
    counts = (check.records, check.exact, check.pages, check.not_kept, lost)
    return f"{name:20}{''.join(f' {count:>8,}' for count in counts)} {100 * (1 - lost / max(check.records, 1)):>8.3f} %"


def main() -> int:
    """Clean, restore and compare; the exit code says whether all came back."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--hostile", type=int, default=0, metavar="N", help="bent files to make")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        paths = {f"{number:02}-{path.name[:14]}": path.absolute() for number, path in enumerate(options.paths, 1)}
        if options.hostile:
            paths["hostile"] = Path(name, "hostile")
            write_hostile(paths["hostile"], options.hostile, options.seed)
        sources = [{"name": source, "path": str(path)} for source, path in paths.items()]
        config = Config.model_validate({"sources": sources, "output": f"{name}/out", "rejected_share": 1})
        begun = time.monotonic()
        summary = run(config)
        print(f"{summary.message}; {time.monotonic() - begun:.0f} s", flush=True)
        print(f"{'source':20} {'records':>8} {'exactly':>8} {'pages':>8} {'not kept':>8} {'lost':>8}", flush=True)
        lost = len(summary.failures)
        for source in paths:
            check = verify(config.output, config, source=source)
            lost += len(check.wrong) + len(check.unread) + len(check.gone)
            print(line(source, check), *check.wrong[:3], *check.unread[:3], flush=True)
    return 1 if lost or summary.totals["bugs"] else 0


if __name__ == "__main__":
    sys.exit(main())
