"""Bad input as a user meets it: each bad record says what is wrong with it, the rest is cleaned, nothing crashes."""

from __future__ import annotations

import gzip
import json

import pytest

from cleaners import clean

STORY = "The harbour board voted on Monday to dredge the inner basin before winter."
PAGE = f"<p>{STORY}</p>" * 5

FILES = {
    "empty.txt": (b"", "it is empty"),
    "blank.txt": (b" \n\t\n", "there is no text in it"),
    "invisible.txt": ("\u200b\u200b\n".encode(), "only invisible characters"),
    "image.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 50, "a PNG image"),
    "binary.txt": (bytes(range(256)) * 40, "this is binary, not text"),
    "zeros.txt": (b"\0" * 900, "this is binary, not text"),
    "truncated.txt.gz": (gzip.compress(bytes(range(256)) * 90)[:-20], "the file is cut off"),
    "truncated.jsonl.gz": (gzip.compress(b'{"text": "x"}' * 90)[:-9], "the file is cut off"),
    "unpacked.jsonl.gz": (STORY.encode(), "the file is damaged: it is not packed as its ending says"),
    "unpacked.jsonl.zst": (STORY.encode(), "the file is damaged"),
    "text.parquet": (STORY.encode(), "the Parquet file is damaged"),
    "huge.txt": (b"word " * 6_500_000, "above the limit of 32,000,000 (record_bytes)"),
    "nested.html": (b"<div>" * 100_000 + PAGE.encode(), "nested deeper than 1,000"),
    "attributes.html": (f"<p {' '.join(f'a{n}=1' for n in range(200_000))}>{PAGE}".encode(), "1,000 attributes"),
    "no-article.html": (b"<html><body></body></html>", "no article text"),
}
CLEANED = {
    "invalid.txt": STORY.encode() + b" caf\xe9 \xff\xfe",
    "utf-16.txt": STORY.encode("utf-16"),
    "utf-16-le.txt": STORY.encode("utf-16-le"),
    "utf-16-odd.txt": STORY.encode("utf-16") + b"a",
    "nul.txt": STORY.replace("harbour", "har\0bour").encode(),
    "carriage.txt": STORY.replace(" ", "\r").encode(),
    "no-page.html": STORY.encode(),
}
LINES = {
    b"{" + b"x" * 30: "the line is no JSON",
    b"[1]": "no object",
    b"null": "no object",
    b'"text"': "no object",
    b"[" * 100_000: "nested too deeply",
    b'{"id": 1' + b"0" * 5_000 + b', "text": "x"}': "more than 4,300 digits",
    b'{"text": "caf\xe9"}': "the line is not UTF-8",
    b'{"t\0e\0"': "it looks like UTF-16",
    b"{}": "no text field",
    b'{"title": "x"}': "no text field among the fields (title)",
    b'{"text": null}': "holds null",
    b'{"text": 5}': "holds a number",
    b'{"text": ["x"]}': "holds a list",
    b'{"text": ""}': "there is no text in it",
    b'{"html_b64": "%%%"}': "is not base64",
}
FIELDS = {
    "text": "lone \\ud800 surrogate in the text",
    "id": "\\ud800",
    "url": "https://example.org/\\udfff",
    "title": "a title \\udc00",
    "date": "\\ud800",
    "extra": '\\ud800", "\\ud801": ["\\ud802"], "more": "x',
}


def rows(done):
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_bad_files_are_rejected_and_the_rest_is_cleaned(copydesk, tmp_path):
    for name, content in [*((name, content) for name, (content, _) in FILES.items()), *CLEANED.items()]:
        (tmp_path / name).write_bytes(content)
    found = rows(copydesk("clean", *FILES, *CLEANED))
    said = [row["rejected"]["reason"] for row in found if "rejected" in row]
    assert len(said) == len(FILES)
    for reason, (name, (_, expected)) in zip(said, FILES.items(), strict=True):
        assert expected in reason, name
    assert [row["source_key"] for row in found[-len(CLEANED) :]] == list(CLEANED)
    assert all("basin" in row["text"] for row in found[-len(CLEANED) :])


def test_bad_lines_are_rejected_and_the_rest_is_cleaned(copydesk, tmp_path):
    good = json.dumps({"text": STORY}).encode()
    (tmp_path / "lines.jsonl").write_bytes(b"\n".join([*LINES, good]))
    *bad, last = rows(copydesk("clean", "lines.jsonl"))
    assert [row["source_key"] for row in bad] == [f"#{number + 1}" for number in range(len(LINES))]
    for row, expected in zip(bad, LINES.values(), strict=True):
        assert expected in row["rejected"]["reason"]
        assert row["rejected"]["stage"] in ("read", "decode")
    assert last["text"] == STORY


def test_lone_surrogates_in_any_field_do_no_harm(copydesk):
    lines = [f'{{"text": "{STORY}", "{field}": "{value}"}}' for field, value in FIELDS.items()]
    found = rows(copydesk("clean", "-", stdin="\n".join(lines).encode()))
    assert len(found) == len(FIELDS)
    assert all("text" in row for row in found)
    assert "\ufffd" in found[0]["text"] and found[1]["source_key"] == "\ufffd"


WRONG = {
    "a file that is not there": (("clean", "nope.txt"), "nope.txt: is not a file"),
    "a name that is too long": (("clean", "n" * 400), "is not a file"),
    "a folder to clean": (("clean", "."), "is not a file"),
    "a source that is not there": (("run", "nope"), "does not exist"),
    "no source at all": (("run", ""), "the path is empty"),
    "a source that is a device": (("run", "/dev/null"), "is no file"),
    "an output with a file in the way": (("run", "a.txt", "-o", "a.txt"), "the output cannot be written"),
    "an output below a file": (("run", "a.txt", "-o", "a.txt/out"), "the output cannot be written"),
    "an output in /proc": (("run", "a.txt", "-o", "/proc/out"), "the output cannot be written"),
    "tables that are not there": (("restore", "."), "holds no tables"),
    "an unknown key": (("clean", "a.txt", "-c", "key.yaml"), "key.yaml:1: unknown key 'ouptut'"),
    "a broken pattern": (("rules", "check", "ad.yaml"), "ad.yaml:1 (x): broken pattern"),
}


@pytest.mark.parametrize(("words", "said"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_one_line_and_exit_code_2(copydesk, tmp_path, words, said):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "key.yaml").write_text("ouptut: x\n")
    (tmp_path / "ad.yaml").write_text("- {name: x, why: y, line: '(', trigger: [x], removes: [x], keeps: [y]}\n")
    done = copydesk(*words)
    message = done.stderr.decode()
    assert (done.returncode, message.count("\n")) == (2, 1), message
    assert message.startswith("copydesk: ") and said in message and message.endswith(")\n")


def test_a_name_that_is_not_utf_8_can_be_cleaned(copydesk, tmp_path):
    name = "caf\udce9.txt"
    (tmp_path / name).write_text(STORY)
    done = copydesk("clean", name)
    assert [row["source_key"] for row in rows(done)] == ["caf\ufffd.txt"]


def test_python_refuses_what_is_no_text():
    with pytest.raises(TypeError, match="content is NoneType"):
        clean(None)
    assert clean("")[0]["rejected"]["stage"] == "decode"
