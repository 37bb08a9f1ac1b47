"""Bend good input at random and look for what breaks the law: decode, extract, cut, rules and readers.

    python -m benchmarks.fuzz [--seconds 60] [--target decode]… [--seed 0] [--keep FOLDER]

Takes the files of ``data/sample`` and the examples of the rules, bends them, and holds each target to what must be true
of any input: nothing is raised but the errors made for it, nothing takes ten seconds, text comes back as it came,
offsets are true, every entry has an id of its own. Prints inputs and findings per target; ``--keep`` writes each input
that found something to a file. The same seed bends the same way. Exits 1 on a finding.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from cleaners import edits
from cleaners.cut import cut
from cleaners.decode import decode, encode
from cleaners.errors import RecordError, SetupError
from cleaners.model import Cleaned, Record
from cleaners.pages.extract import extract
from cleaners.pipeline import Cleaner
from cleaners.rules.pack import load_pack
from cleaners.settings import Limits
from cleaners.view import Context, View
from corpus.config import Source
from corpus.formats import entries, format_of
from corpus.readers import Entry
from corpus.rows import of_cleaned, state_of
from corpus.tiling import rebuild_cleaned

ROOT = Path(__file__).parents[1]
SAMPLE, PACKS = ROOT / "data" / "sample", ROOT / "cleaners" / "rules"
LARGEST = 200_000
"""Bytes of an input, so that many can be tried."""
SLOWEST = 10.0
"""Seconds of computing that an input may take."""
TOKENS = [
    *(b"\0", b"\r", b"\n", b"\r\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xcc\x81", b"\xed\xa0\x80"),
    *(b"<", b">", b"</p>", b"<p>", b"<!--", b"-->", b"<script>", b"&amp;", b"&#0;", b"&#x110000;", b"\xc3\x83\xc2\xa9"),
    *(b'"', b"'", b"\\", b"\\u", b"{", b"}", b"[", b"]", b",", b":", b"- ", b"  ", b"\t", b"|", b"*", b"#", b"%", b"@"),
    *(b"Share", b"Photo: ", b"By ", b"(AP) ", b"Read more: ", b"\xe2\x80\x94", b"\xe2\x80\x9c", b"2018", b"31/12/99"),
    *(b"http://", b"WARC/1.0\r\n", b"PAR1", b"=" * 12, b"_" * 12),
]  # fmt: skip

Target = Callable[[bytes, str], None]


def hold(holds: object, what: str) -> None:
    """Raise ``AssertionError`` with ``what`` unless it holds."""
    if not holds:
        raise AssertionError(what)


@lru_cache(maxsize=1)
def cleaner() -> Cleaner:
    """One cleaner for all inputs."""
    return Cleaner()


def fuzz_decode(content: bytes, name: str) -> None:
    """Bytes come back from the text and its encoding, or were kept."""
    try:
        decoded = decode(content, kind="html" if name.endswith(".html") else "text")
    except RecordError:
        return
    hold(
        decoded.raw == content or encode(decoded.text, decoded.encoding, decoded.line_end) == content, "bytes are lost"
    )
    decoded.text.encode("utf-8")


def fuzz_extract(content: bytes, name: str) -> None:
    """A page gives a text or a reason, the same a second time."""

    def found() -> object:
        try:
            return extract(content.decode("utf-8", "replace"), limits=Limits(), url="https://a.example/2018/05/08/a")
        except RecordError as error:
            return error.reason

    hold(found() == found(), "a second look finds something else")


def fuzz_cut(content: bytes, name: str) -> None:
    """Boundaries lie inside the text, in order."""
    text = content.decode("utf-8", "replace").replace("\r", "")
    found = cut(View(text, Context()), [])
    last = 0
    for boundary in found if isinstance(found, list) else ():
        hold(last <= boundary.start <= boundary.resume <= len(text), f"{boundary} is out of place")
        last = boundary.resume


def fuzz_clean(content: bytes, name: str) -> None:
    """A record comes back from its rows; nothing is a bug."""
    record = Record("r", "fuzz", name, content, "html" if name.endswith(".html") else "text")
    result = cleaner().clean(record)
    if not isinstance(result, Cleaned):
        hold(result.traceback is None, result.traceback or "")
        return
    before = result.page.text if result.page else result.decoded.text
    hold(edits.undo(rebuild_cleaned(result), result.repairs) == before, "the text does not come back")
    entry = Entry(record, name, 1, len(content))
    of_cleaned(entry, result, state_of(entry))


def fuzz_rules(content: bytes, name: str) -> None:
    """A pack loads, or says what is wrong with it."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "other.yaml")
        path.write_bytes(content)
        try:
            load_pack(path)
        except SetupError as error:
            hold(error.remedy, f"no remedy: {error}")


def fuzz_readers(content: bytes, name: str) -> None:
    """A file gives entries with ids of their own, and ends."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        source = Source.model_validate({"name": "fuzz", "path": str(path)})
        found = list(entries(source, name, str(path), format_of(name) or "txt", 1_000_000))
        ids = [entry.record.id for entry in found]
        hold(len(ids) == len(set(ids)), "two entries have one id")
        for entry in found:
            state_of(entry)


def seeds(target: str) -> list[tuple[str, bytes]]:
    """Good input for a target: names and content."""
    files = [path for path in sorted(SAMPLE.rglob("*")) if path.is_file()]
    if target == "rules":
        packs = sorted(PACKS.glob("*.yaml"))
        rules = [rule for pack in packs for rule in yaml.safe_load(pack.read_text(encoding="utf-8"))]
        return [("other.yaml", yaml.safe_dump([rule], allow_unicode=True).encode()) for rule in rules]
    if target == "extract":
        files = [path for path in files if path.suffix == ".html"]
    elif target in ("cut", "clean", "decode"):
        files = [path for path in files if path.suffix in (".txt", ".html")]
    return [(path.name, path.read_bytes()[:LARGEST]) for path in files]


TARGETS: dict[str, Target] = {
    "decode": fuzz_decode,
    "extract": fuzz_extract,
    "cut": fuzz_cut,
    "clean": fuzz_clean,
    "rules": fuzz_rules,
    "readers": fuzz_readers,
}


def bend(draw: random.Random, content: bytes, other: bytes) -> bytes:
    """Change bytes, put tokens in, double, cut and move stretches, or join two inputs."""
    bent = bytearray(content)
    for _ in range(draw.choice([1, 1, 2, 4, 16])):
        start = draw.randrange(len(bent) + 1)
        end = min(len(bent), start + draw.choice([1, 2, 8, 64, 1_000]))
        how = draw.randrange(6)
        if how == 0 and start < len(bent):
            bent[start] = draw.randrange(256)
        elif how == 1:
            bent[start:start] = draw.choice(TOKENS) * draw.choice([1, 1, 2, 50])
        elif how == 2:
            del bent[start:end]
        elif how == 3:
            bent[start:start] = bent[start:end] * draw.choice([1, 3, 20])
        elif how == 4:
            bent[start:end] = draw.choice(TOKENS)
        elif other:
            place = draw.randrange(len(other))
            bent[start:start] = other[place : place + draw.choice([8, 200, 2_000])]
    return bytes(bent[:LARGEST])


def fuzz(target: str, seconds: float, seed: int, keep: Path | None) -> tuple[int, list[str]]:
    """Bend and try for so many seconds; return how many inputs were tried, and what was found."""
    draw, check = random.Random(f"{target} {seed}"), TARGETS[target]
    good, found, tried = seeds(target), dict[str, str](), 0
    end = time.monotonic() + seconds
    before = signal.signal(signal.SIGVTALRM, _too_slow)
    while time.monotonic() < end:
        name, content = draw.choice(good)
        bent = bend(draw, content, draw.choice(good)[1])
        tried += 1
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, SLOWEST)
            check(bent, name)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        except Exception as error:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            place = traceback.extract_tb(error.__traceback__)[-1]
            known = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
            if known not in found:
                found[known] = f"{known}: {str(error)[:300]}"
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{target}-{len(found)}-{name}").write_bytes(bent)
    signal.signal(signal.SIGVTALRM, before)
    return tried, list(found.values())


def _too_slow(*_: object) -> None:
    raise TimeoutError(f"it takes more than {SLOWEST:g} seconds")


def main() -> int:
    """Fuzz the targets; the exit code says whether anything was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0, help="for each target")
    parser.add_argument("--target", action="append", choices=TARGETS, help="all, if none is named")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="folder for inputs that found something")
    options = parser.parse_args()
    wrong = 0
    for target in options.target or TARGETS:
        tried, found = fuzz(target, options.seconds, options.seed, options.keep)
        wrong += len(found)
        print(f"{target:8} {tried:>9,} inputs, {len(found)} findings", flush=True)
        print("".join(f"  {line}\n" for line in found), end="")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
