"""Measure speed and memory on ordinary English news text, as ratios to ``ftfy.fix_text`` in the same run on one core.

    python -m benchmarks.speed [--quick]

Prints a table of measurements, targets and pass or miss, and exits 1 on a miss. ``--quick`` leaves the memory out,
which takes a few minutes. The text is generated from the sentences below, the same every time: documents of about 4 kB,
half of them plain ASCII, half with curly quotes and dashes, one in three with residue.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import ftfy
import yaml
import zstandard

from cleaners.decode import decode
from cleaners.find import find
from cleaners.model import Record
from cleaners.pipeline import Cleaner
from cleaners.repair import repair
from cleaners.settings import Settings
from cleaners.view import Context

DOCUMENTS = 240
ROUNDS = 5
SUBJECTS = (
    "{place}'s city council",
    "{name}, a spokesman for the port authority,",
    "The {place} school board",
    "{name} of the university hospital",
    "The {place} bakery's owner, {name},",
    "{number} former members of the committee",
    "Coach {name}",
    "Farmers near {place} and {place}",
    "Minister {name}",
    "Judge {name}",
    "In {place}, {number} volunteers from the food bank",
    "{name}'s ferry company",
)
VERBS = (
    "said on Tuesday that it had no plans to",
    "voted seven to four to",
    "told reporters it would take months to",
    "warned that nobody should expect it to",
    "has asked for another year to",
    "announced a new programme to",
    "refused for the third time to",
    "was praised last week for its promise to",
)
DEEDS = (
    "repair the bridge that was damaged in the January floods",
    "raise the price of a monthly ticket, which has not changed since 2011",
    "publish the report on the water supply before the end of the year",
    "hire more nurses for the night shift at both hospitals",
    "close the old library and sell the building to a developer",
    "pay back the 2.4 million dollars that auditors found missing",
    "keep the public pool open through the winter",
    "plant four thousand trees along the railway line",
    "let the team play its home games in the new stadium",
    "explain how the contract was awarded without a tender",
)
QUOTES = (
    '"We don\'t know what happened near {place} that night," {name} said, "but we\'re going to find out."',
    '"It isn\'t the money," {name} added. "It\'s the principle - everybody in {place} is tired of waiting."',
    "\"I've lived in {place} for {number} years and I've never seen anything like it,\" said {name}.",
    '"Nobody asked {place}," said {name}, a union leader. "They\'ll have to listen to all {number} of us now."',
)
REASONS = (
    "according to {name}, who kept the minutes",
    "a decision that {name} called long overdue",
    "and {number} people in {place} signed a letter against it",
    "which would cost {number},000 dollars, {name} estimated",
    "although {place} had asked for it {number} times",
    "as {name} had predicted at a meeting in {place}",
)
FIRST_NAMES = ("Ada", "Bela", "Carl", "Dora", "Emil", "Fern", "Gus", "Hana", "Ivo", "June", "Karl", "Lena", "Milo")
LAST_NAMES = ("Abbott", "Brandt", "Calder", "Dunmore", "Ekberg", "Farrow", "Gilmore", "Hadley", "Ingram", "Jessop")
PLACES = ("Ashby", "Birkdale", "Corran", "Dunmere", "Eastham", "Falkirk", "Garsdale", "Holloway", "Ilkeston", "Kelso")
RESIDUE = (
    "Share on Facebook\nShare on Twitter\nEmail this article",
    "Dana Whitlow / Getty Images",
    "The bridge over the Tarn on Monday after the flood. (Photo by Dana Whitlow/Getty Images)",
    "Read more: Council puts off its vote on the library",
    "Sign up for our daily newsletter to get the day's top stories in your inbox",
    "We heard the bridge is closed again. Take the ferry, friends. pic.twitter.com/Qx81aaPz\n"
    "- Rosa Tamm (@rosatamm) March 4, 2017",
)


class Result(NamedTuple):
    """A measurement, and whether it is good enough."""

    what: str
    value: str
    target: str
    passed: bool


def document(number: int) -> str:
    """Return the document of that number."""
    draw = random.Random(number)
    paragraphs = []
    size = 0
    while size < 4_000:
        sentences = [
            f"{draw.choice(SUBJECTS)} {draw.choice(VERBS)} {draw.choice(DEEDS)}, {draw.choice(REASONS)}."
            for _ in range(draw.randint(1, 3))
        ]
        if draw.random() < 0.4:
            sentences.append(draw.choice(QUOTES))
        paragraphs.append(filled(" ".join(sentences), draw))
        size += len(paragraphs[-1]) + 2
    if number % 3 == 0:
        paragraphs[0] = "MARLOW, Ohio (AP) - " + paragraphs[0]
        for residue in draw.sample(RESIDUE, 2):
            paragraphs.insert(draw.randint(1, len(paragraphs)), residue)
    text = "\n\n".join(paragraphs)
    return curled(text) if number % 2 else text


def filled(text: str, draw: random.Random) -> str:
    """Return the text with names, places and numbers in it, so that no two sentences are the same."""
    while "{" in text:
        text = text.replace("{name}", f"{draw.choice(FIRST_NAMES)} {draw.choice(LAST_NAMES)}", 1)
        text = text.replace("{place}", draw.choice(PLACES), 1).replace("{number}", str(draw.randint(11, 989)), 1)
    return text


def curled(text: str) -> str:
    """Return the text with curly quotes and dashes."""
    pieces = text.replace("'", "’").replace(" - ", " — ").split('"')
    return "".join(piece + ("“" if index % 2 == 0 else "”") for index, piece in enumerate(pieces))[:-1]


def rule_pack(folder: Path, count: int) -> str:
    """Write a pack of ``count`` rules whose triggers are phrases that news does not use, and return its path."""
    draw = random.Random(count)
    letters = "abcdefghijklmnopqrstuvwxyz"
    rules = []
    for number in range(count):
        phrase = " ".join("".join(draw.choices(letters, k=draw.randint(4, 8))) for _ in range(2))
        rules.append(
            {
                "name": f"generated-{number}",
                "why": "A rule of the benchmark.",
                "trigger": [phrase],
                "line": rf"{phrase} \d{{1,3}} times?",
                "removes": [f"{phrase} 5 times"],
                "keeps": [f"They said {phrase} 5 times."],
            }
        )
    path = folder / f"other.generated{count}.yaml"
    path.write_text(yaml.safe_dump(rules, sort_keys=False), encoding="utf-8")
    return str(path)


def seconds(*works: Callable[[], object]) -> list[float]:
    """Return the CPU time of each, the best of several rounds, taken in turns so that a busy machine hits all alike."""
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for index, work in enumerate(works):
            start = time.process_time()
            work()
            best[index] = min(best[index], time.process_time() - start)
    return best


def measure_speed(folder: Path) -> Iterator[Result]:
    """Yield decode + repair + find and the whole path against ftfy, and the cost of more rules."""
    cleaner = Cleaner(Settings())
    context = Context(language="en")

    def three_steps(data: Sequence[bytes]) -> None:
        for item in data:
            find(repair(decode(item).text)[0], cleaner.book, context, cleaner.marked)

    def whole(by: Cleaner, data: Sequence[bytes]) -> None:
        for item in data:
            by.clean(Record(id="speed", source="speed", key="speed", content=item))

    def by_ftfy(data: Sequence[bytes]) -> None:
        for item in data:
            ftfy.fix_text(item.decode())

    raw = [document(number).encode() for number in range(DOCUMENTS)]
    plain = [data for number, data in enumerate(raw) if number % 3]
    for kind, data, steps_target, path_target in (
        ("ordinary text", plain, 5, 2),
        ("  of it ASCII", [item for item in plain if item.isascii()], 0, 0),
        ("  of it with curly quotes", [item for item in plain if not item.isascii()], 0, 0),
        ("with residue in every third document", raw, 0, 0),
    ):
        reference, steps, path = seconds(
            lambda data=data: by_ftfy(data), lambda data=data: three_steps(data), lambda data=data: whole(cleaner, data)
        )
        speed = f"ftfy.fix_text {sum(map(len, data)) / 1e6 / reference:.1f} MB/s"
        yield Result(kind, speed, "", True)
        yield _at_least("    decode + repair + find, times as fast", reference / steps, steps_target)
        yield _at_least("    whole text path, times as fast", reference / path, path_target)
    several = [Cleaner(Settings(packs=(rule_pack(folder, count),))) for count in (500, 5_000)]
    base, *more = seconds(lambda: whole(cleaner, raw), *(lambda by=by: whole(by, raw) for by in several))
    for count, spent in zip((500, 5_000), more, strict=True):
        yield _at_most(f"whole path with {count:,} more rules", spent / base, 1.33)


def measure_memory(folder: Path) -> Iterator[Result]:
    """Yield the peak memory of a run over a stream of 10,000 and of 100,000 documents."""
    peaks = [_peak(folder, count) for count in (10_000, 100_000)]
    yield Result("peak memory, 10,000 documents", f"{peaks[0]:.0f} MB", "", True)
    yield _at_most(f"peak memory, 100,000 documents ({peaks[1]:.0f} MB)", peaks[1] / peaks[0], 1.33)


def _peak(folder: Path, count: int) -> float:
    path = folder / f"stream{count}.jsonl.zst"
    with zstandard.open(path, "wt", encoding="utf-8") as lines:
        for number in range(count):
            lines.write(json.dumps({"id": str(number), "text": document(number)}) + "\n")
    command = [sys.executable, "-m", "benchmarks.speed", "--run", str(path), str(folder / f"out{count}")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout.splitlines()[-1])


def _run(path: str, output: str) -> None:
    """Clean a stream of documents and print the largest memory that one process had, in MB."""
    from corpus.config import Config
    from corpus.run import run

    summary = run(Config.model_validate({"sources": [{"name": "stream", "path": path}], "output": output}))
    if summary.problem:
        sys.exit(summary.problem)
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(max(peaks) / 1000)


def _at_least(what: str, value: float, target: float) -> Result:
    """A measurement that should reach ``target``; 0 is no target."""
    return Result(what, f"{value:.1f} ×", f"≥ {target:g} ×" if target else "", value >= target)


def _at_most(what: str, value: float, target: float) -> Result:
    return Result(what, f"{value:.2f} ×", f"≤ {target:g} ×", value <= target)


def main() -> int:
    """Run the benchmark; the number of misses decides the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave the memory out")
    parser.add_argument("--run", nargs=2, metavar=("STREAM", "OUT"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        _run(*arguments.run)
        return 0
    missed = False
    with tempfile.TemporaryDirectory() as name:
        measures = [measure_speed] if arguments.quick else [measure_speed, measure_memory]
        for measure in measures:
            cores = os.sched_getaffinity(0)
            if measure is measure_speed:
                os.sched_setaffinity(0, {min(cores)})
            for result in measure(Path(name)):
                missed |= not result.passed
                verdict = ("pass" if result.passed else "MISS") if result.target else ""
                print(f"{result.what:48} {result.value:>12}  {result.target:>8}  {verdict}", flush=True)
            os.sched_setaffinity(0, cores)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
