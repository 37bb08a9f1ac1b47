"""However an output came about, it has the rows of a fresh one, and nothing was cleaned that did not change."""

import gzip
import json
import random

import pytest

from corpus.compact import compact
from corpus.run import run
from tests.corpus.upkeep import direct, rows

WORDS = ["The ferry left", "the harbour", "at noon", "and nobody minded,", "said the keeper", "of the old mill"]


def story(chance):
    words = " ".join(chance.choices(WORDS, k=chance.randint(1, 20)))
    return words + chance.choice([".[Ad]", ". ", ".\n", ".\r\n", " REFUSE", "\u00e9."])


def line(row):
    return json.dumps(row) + "\n"


def write(folder, files):
    """Make ``folder`` hold these files: rows of JSONL, packed or not, or a text."""
    for path in folder.iterdir():
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        text = content if isinstance(content, str) else "".join(map(line, content))
        data = gzip.compress(text.encode(), mtime=0) if name.endswith(".gz") else text.encode()
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def changed(files, chance):
    """One night's news: a row changed, added at any place or taken away; a file added, taken away or written anew."""
    files = dict(files)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(files))
        content = files[name]
        if isinstance(content, str):
            files[name] = story(chance)
            continue
        content = list(content)
        at = chance.randrange(len(content))
        match chance.randrange(3):
            case 0:
                content[at] = {**content[at], "text": story(chance)}
            case 1:
                content.insert(at, {"id": f"new-{chance.random()}", "text": story(chance)})
            case 2 if len(content) > 1:
                del content[at]
        files[name] = content
    if chance.random() < 0.4:
        files[f"{chance.randrange(5)}.txt"] = story(chance)
    elif chance.random() < 0.3 and len(files) > 3:
        del files[chance.choice(sorted(files))]
    return files


@pytest.mark.parametrize("seed", range(3))
def test_night_after_night(seed, make_config, in_process, tmp_path):
    chance = random.Random(seed)
    files = {f"{number}.txt": story(chance) for number in range(4)}
    for name in ("large.jsonl", "small.jsonl", "packed.jsonl.gz"):
        count = 8 if name == "small.jsonl" else 40
        files[name] = [{"id": f"{name}-{number}", "text": story(chance)} for number in range(count)]
    settings = {"shard_bytes": 3_000, "rejected_share": 1}
    config = make_config(**settings)
    for night in range(3):
        write(tmp_path / "in", files)
        summary = run(config)
        assert summary.problem is None
        if chance.random() < 0.3:
            compact(config.output)
        fresh = make_config(**settings, output=str(tmp_path / f"fresh{night}"))
        run(fresh)
        expected = rows(fresh.output)
        assert rows(config.output) == expected
        for table, found in expected.items():
            assert direct(config.output, table) == found
        in_process.seen.clear()
        assert (run(config).read, in_process.seen) == (0, [])
        files = changed(files, chance)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
@pytest.mark.parametrize("count", [1, 12])
def test_rows_that_grew_or_were_put_in_clean_nothing_else(name, count, make_config, in_process, tmp_path):
    """Everything behind them moves on, and some of it into the next shard."""
    files = {name: [{"id": f"r{number}", "text": f"Row {number}. " + "It rained. " * 12} for number in range(120)]}
    write(tmp_path / "in", files)
    config = make_config(shard_bytes=4_000)
    assert run(config).cleaned == 120
    in_process.seen.clear()
    grown = [{"id": f"n{number}", "text": "New. " * 20} for number in range(count)]
    files[name] = [*files[name][:5], *grown, *files[name][5:]]
    files[name][80] = {**files[name][80], "text": "It did not rain. " * 30}
    write(tmp_path / "in", files)
    summary = run(config)
    assert sorted(in_process.seen) == sorted([*(row["id"] for row in grown), files[name][80]["id"]])
    assert (summary.cleaned, summary.totals["records"]) == (count + 1, 120 + count)
