"""``copydesk clean`` and ``explain``: the stable contract, and manners on a pipe and in a terminal."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

import pytest

DIRTY = (
    "DULUTH, Minn. -- The lake froze over on Tuesday, a month early.\n"
    "\n"
    "It didn`t surprise anyone who keeps a boat there.\n"
    "\n"
    "Share\n"
)
CLEAN = "The lake froze over on Tuesday, a month early.\n\nIt didn't surprise anyone who keeps a boat there.\n"

DOCUMENT_KEYS = {
    "source_key", "doc_id", "part", "segments", "text", "title", "published", "dateline", "authors", "byline",
    "embeds", "credits", "language", "encoding", "removals", "repairs", "flags",
}  # fmt: skip
REMOVAL_KEYS = {"start", "end", "raw_start", "raw_end", "text", "category", "rule", "confidence", "applied"}


@pytest.fixture
def dirty(tmp_path):
    path = tmp_path / "dirty.txt"
    path.write_text(DIRTY, encoding="utf-8")
    return path


def rows(done):
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_document_has_all_keys_of_the_contract(copydesk, dirty):
    (row,) = rows(copydesk("clean", "dirty.txt", "--format", "jsonl"))
    assert set(row) == DOCUMENT_KEYS
    assert (row["source_key"], row["part"], row["segments"]) == ("dirty.txt", 0, [[0, len(DIRTY)]])
    assert row["text"] == CLEAN.rstrip("\n")
    assert row["dateline"] == {
        "raw": row["dateline"]["raw"], "place": "DULUTH", "region": "Minnesota", "country": "US", "agency": None, "date": None,
    }  # fmt: skip
    assert all(set(removal) == REMOVAL_KEYS for removal in row["removals"])
    assert [DIRTY[r["raw_start"] : r["raw_end"]].strip() for r in row["removals"]] == ["DULUTH, Minn. --", "Share"]
    assert row["repairs"] == [{"start": DIRTY.index("`"), "before": "`", "after": "'", "fix": row["repairs"][0]["fix"]}]


def test_records_keep_their_order_and_bad_ones_say_why(copydesk, dirty, tmp_path):
    lines = [
        {"id": "one", "text": "The first record is short but it is a sentence."},
        ["no object"],
        {"id": 7, "html": "<html><body><article><p>The ferry will sail again in May, said the harbour.</p></article>"},
        {"id": "none", "url": "https://example.org/"},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)))
    found = rows(copydesk("clean", "in.jsonl", "dirty.txt"))
    assert [row["source_key"] for row in found] == ["one", "#2", "7", "none", "dirty.txt"]
    assert [row.get("rejected", {}).get("stage") for row in found] == [None, "read", None, "read", None]
    assert set(found[1]) == {"source_key", "rejected"}
    assert set(found[1]["rejected"]) == {"stage", "reason"}


@pytest.mark.parametrize(
    "words, stdin",
    [
        (["clean", "-"], json.dumps({"id": "x", "text": DIRTY}).encode()),
        (["clean", "-", "--input-format", "text"], DIRTY.encode()),
        (["clean", "-", "--input-format", "jsonl"], json.dumps({"id": "x", "text": DIRTY}).encode()),
    ],
    ids=["auto is jsonl", "text", "jsonl"],
)
def test_standard_input(copydesk, words, stdin):
    (row,) = rows(copydesk(*words, stdin=stdin))
    assert row["text"] == CLEAN.rstrip("\n")


def test_input_format_overrides_the_name(copydesk, tmp_path):
    (tmp_path / "page.dump").write_text(
        "<html><body><article><p>" + "The harbour was dredged in June. " * 9 + "</p></article>"
    )
    (row,) = rows(copydesk("clean", "page.dump", "--input-format", "html"))
    assert row["text"].startswith("The harbour was dredged")


def test_text_format_writes_clean_text_alone(copydesk, dirty):
    done = copydesk("clean", "dirty.txt", "dirty.txt", "--format", "text")
    assert (done.returncode, done.stdout.decode()) == (0, f"{CLEAN}\n{CLEAN}")


def test_text_format_names_rejected_records_on_standard_error(copydesk, dirty, tmp_path):
    (tmp_path / "empty.jsonl").write_text("nonsense\n")
    done = copydesk("clean", "empty.jsonl", "dirty.txt", "--format", "text")
    assert (done.returncode, done.stdout.decode()) == (1, CLEAN)
    assert done.stderr.decode().startswith("copydesk: #1 rejected at read: the line is no JSON")


@pytest.mark.parametrize(
    "words, says",
    [
        (["clean", "nowhere.txt"], "copydesk: nowhere.txt: is not a file (name files, or - for standard input)\n"),
        (["clean", "dirty.txt", "--config", "no.yaml"], "no.yaml"),
        (["clean", "dirty.txt", "--config", "bad.yaml"], "bad.yaml:2: unknown key 'cleaning.braek'"),
        (
            ["rules", "show", "share_social/butons"],
            "copydesk: no rule 'share_social/butons' (did you mean 'share_social/",
        ),
        (["restore", "nowhere", "--verify"], "copydesk: nowhere: holds no tables"),
        (["relate", "nowhere"], "copydesk: nowhere: holds no tables"),
        (["run", "nowhere"], "nowhere: source 'nowhere' does not exist"),
        (["run", "dirty.txt", "--output", "dirty.txt/out"], "the output cannot be written"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_the_user_can_mend_is_one_line_and_exit_code_2(copydesk, dirty, tmp_path, words, says):
    (tmp_path / "bad.yaml").write_text("cleaning:\n  braek: 0.5\n")
    done = copydesk(*words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_nothing_heavy_is_imported(copydesk, dirty, tmp_path):
    program = (
        "import sys; from copydesk.cli import app; sys.argv = ['copydesk', *sys.argv[1:]]\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "heavy = {'prefect', 'pandas', 'pyarrow', 'duckdb', 'sqlalchemy', 'trafilatura'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    for words in (["clean", "dirty.txt"], ["explain", "dirty.txt"], ["rules", "list"], ["--help"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *words],
            cwd=tmp_path,
            env=copydesk.environment,
            capture_output=True,
            check=True,
        )
        assert done.stderr.decode().strip() == "[]", words


def test_a_reader_that_leaves_early_is_no_error(copydesk, tmp_path):
    line = json.dumps({"id": "x", "text": "The tower clock has stopped again, and nobody minds."}) + "\n"
    (tmp_path / "many.jsonl").write_text(line * 3000)
    command = f"{sys.executable} -m copydesk clean many.jsonl | head -n 1"
    done = subprocess.run(command, shell=True, cwd=tmp_path, env=copydesk.environment, capture_output=True, check=True)
    assert json.loads(done.stdout)["source_key"] == "x"
    assert done.stderr == b""


def test_explain_is_plain_on_a_pipe(copydesk, dirty):
    done = copydesk("explain", "dirty.txt")
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "\x1b" not in text
    assert "⟦DULUTH, Minn. --" in text and "⟧{dateline/" in text
    assert "⟦Share⟧{share_social/" in text
    assert "dateline     DULUTH, Minnesota, US" in text


def test_explain_is_coloured_in_a_terminal(copydesk, dirty, tmp_path):
    shown = in_terminal(["explain", "dirty.txt"], copydesk.environment, tmp_path)
    assert "\x1b[9;31mShare\x1b[0m" in shown
    assert "⟦" not in shown


def test_help_tells_the_exit_codes(copydesk):
    assert b"Exit codes: 0 done; 1 done, but something is wrong; 2 nothing done" in copydesk("--help").stdout


def in_terminal(words, environment, folder):
    """Run a command on a pseudo-terminal and return all that it showed."""
    main, terminal = pty.openpty()
    environment = environment | {"TERM": "xterm", "NO_COLOR": ""}
    process = subprocess.Popen(
        [sys.executable, "-m", "copydesk", *words],
        cwd=folder,
        env={name: value for name, value in environment.items() if name != "NO_COLOR"},
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    shown = b""
    try:
        while chunk := os.read(main, 1 << 16):
            shown += chunk
    except OSError:  # Linux says so at the end
        pass
    os.close(main)
    assert process.wait(60) == 0
    return shown.decode()
