"""Clean input that was made to do harm, and tell by kind what became of it.

    python -m benchmarks.hostile [N] [--kind KIND] [--seconds 10] [--seed 0]

Makes N hostile inputs (1,000 by default), as many of each kind, and cleans them in one run, with ``record_seconds`` set
to --seconds. Prints per kind: records, how many were cleaned and rejected, the reasons, the deaths of workers, and the
slowest record. Exits 1 if the run failed, a record met a bug or is not accounted for, a record hung for more than two
seconds past the limit, or a cleaned one does not come back.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.hostile_kinds import KINDS
from corpus import output
from corpus.batch import facts as counts
from corpus.config import Config
from corpus.load import read
from corpus.restore import restore
from corpus.run import finish, prepare
from corpus.schema import TABLES
from corpus.supervise import ShardError, ShardResult, run_shard

SHARD_BYTES = 4_000_000
"""Little, since a shard begins again when a record has killed its worker."""
GRACE = 2.0
"""Seconds past the limit after which a record counts as hung."""


def make(folder: Path, kind: str, count: int, seed: int) -> None:
    """Write ``count`` inputs of a kind into a folder."""
    folder.mkdir(parents=True)
    for number in range(count):
        for name, content in KINDS[kind](random.Random(f"{kind} {number} {seed}")).items():
            (folder / f"{number:04d}-{name}").write_bytes(content)


def clean(config: Config) -> tuple[list[ShardResult], list[str]]:
    """Clean everything; return what came of each shard, and the shards that failed."""
    results, failures = [], []
    with output.writing(config.output):
        plan = prepare(config)
        with ThreadPoolExecutor(config.workers) as pool:
            for waiting in [pool.submit(run_shard, plan.job(shard)) for shard in plan.due]:
                try:
                    results.append(waiting.result())
                except ShardError as error:
                    failures.append(str(error))
        finish(plan, results, failures=failures)
    return results, failures


def source_name(kind: str) -> str:
    """The name of the source that stands for a kind.

    >>> source_name("text: one line")
    'text-one-line'
    """
    return "-".join("".join(sign if sign.isalnum() else " " for sign in kind).split())


def main() -> int:
    """Make, clean, and tell; the exit code says whether all was as it should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=1_000, metavar="N")
    parser.add_argument("--kind", action="append", help="kinds whose names begin like this, not all")
    parser.add_argument("--seconds", type=float, default=10.0, help="time limit of a record")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    kinds = [kind for kind in KINDS if not options.kind or kind.startswith(tuple(options.kind))]
    return trial(kinds, options.count, options.seconds, options.seed)


def trial(kinds: list[str], count: int, seconds: float, seed: int = 0) -> int:
    """Make and clean ``count`` inputs and print what became of them; return the exit code."""
    wrong, totals, begun = list[str](), Counter[str](), time.monotonic()
    print(f"{'kind':32} {'records':>7} {'cleaned':>7} {'rejected':>8} {'deaths':>6} {'slowest':>8}  reasons")
    for place, kind in enumerate(kinds):
        number = count // len(kinds) + (place < count % len(kinds))
        if number:
            with tempfile.TemporaryDirectory() as folder:
                make(Path(folder, "in"), kind, number, seed)
                counted, line, problems = one_kind(kind, Path(folder), seconds)
            totals.update(counted, inputs=number)
            wrong += [f"{kind}: {problem}" for problem in problems]
            print(line, flush=True)
    said = ", ".join(f"{totals[name]:,} {name}" for name in ("inputs", "records", "cleaned", "rejected", "deaths"))
    print(f"{said}; {time.monotonic() - begun:.0f} s; {len(wrong)} things wrong")
    print("\n".join(wrong))
    return 1 if wrong else 0


def one_kind(kind: str, root: Path, seconds: float) -> tuple[dict[str, int], str, list[str]]:
    """Clean what lies in ``root/in``; return counts, a line of the table, and what was not as it should be."""
    config = Config.model_validate(
        {
            "sources": [{"name": source_name(kind), "path": str(root / "in")}],
            "output": str(root / "out"),
            "shard_bytes": SHARD_BYTES,
            "record_seconds": seconds,
            "worker_bytes": 4_000_000_000,
            "rejected_share": 1,
        }
    )
    results, wrong = clean(config)
    tables = {name: read(root / "out", name, output.committed(root / "out")) for name in TABLES}
    found = counts(tables)
    slowest = max((result.slowest[0] for result in results), default=0.0)
    paths = set(tables["records"]["path"].to_pylist())
    if lacking := sorted(path.name for path in (root / "in").iterdir() if path.name not in paths):
        wrong.append(f"nothing is said of {', '.join(lacking[:3])}")
    if found["records"] != found["cleaned"] + found["rejected"]:
        wrong.append(f"{found['records']} records are not {found['cleaned']} cleaned and {found['rejected']} rejected")
    if slowest > seconds + GRACE:
        wrong.append(f"a record hung for {slowest} s")
    if found["bugs"]:
        wrong.append(f"{found['bugs']} bugs: {list(found['rejections'])[:2]}")
    back = restore(root / "out") if found["records"] else ()
    wrong += [f"{one.path} {one.key[:20]} does not come back" for one in back if one.exact is False]
    reasons = ", ".join(f"{count} × {reason[:60]}" for reason, count in list(found["rejections"].items())[:3])
    deaths = sum(result.restarts for result in results)
    line = (
        f"{kind:32} {found['records']:>7} {found['cleaned']:>7} {found['rejected']:>8} {deaths:>6} "
        f"{slowest:>6.1f} s  {reasons}"
    )
    return {**{name: found[name] for name in ("records", "cleaned", "rejected")}, "deaths": deaths}, line, wrong


if __name__ == "__main__":
    sys.exit(main())
