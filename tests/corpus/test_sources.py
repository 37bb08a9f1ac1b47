import io
import json
import os

import pytest

from cleaners.errors import SetupError
from cleaners.model import Rejection
from corpus.config import Source
from corpus.sources import inputs, read_files


@pytest.fixture
def folder(tmp_path):
    for name in (
        "b.txt",
        "a.jsonl.gz",
        "sub/c.HTML",
        "sub/deep/d.parquet",
        ".hidden.txt",
        "_done.txt",
        ".git/e.txt",
        "notes.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def names(path, **options):
    return [item.path for item in inputs(Source(name="s", path=str(path), **options))]


def test_a_folder_with_all_folders_below_it(folder):
    assert names(folder) == ["a.jsonl.gz", "b.txt", "sub/c.HTML", "sub/deep/d.parquet"]
    assert names(folder, format="html") == ["sub/c.HTML"]


def test_a_file_and_a_glob(folder):
    assert names(folder / "b.txt") == ["b.txt"]
    assert names(folder / "notes.md", format="txt") == ["notes.md"]
    assert names(f"{folder}/**/*.txt") == ["_done.txt", "b.txt"]
    assert names(f"{folder}/sub/*.[Hh]*") == ["c.HTML"]
    assert names(f"{folder}/*.md", format="txt") == ["notes.md"]


def test_a_name_with_brackets_is_a_name_if_it_is_there(tmp_path):
    (tmp_path / "a[1].txt").write_text("x")
    assert names(tmp_path / "a[1].txt") == ["a[1].txt"]


def test_a_pipe_is_passed_over(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("x")
    assert names(tmp_path) == ["b.txt"]


def test_the_output_is_never_a_source(folder):
    source = Source(name="s", path=str(folder))
    assert [item.path for item in inputs(source, output=str(folder / "sub"))] == ["a.jsonl.gz", "b.txt"]


MISSING = {
    "folder": ("txts", "did you mean"),
    "nothing like it": ("zzz/zzz", "is not a folder that can be read"),
    "glob": ("*.csv", "no file matches"),
    "bad glob": ("**.txt/*", "source 's'"),
    "no known ending": ("notes.md", "does not tell its format"),
}


@pytest.mark.parametrize(("path", "said"), MISSING.values(), ids=MISSING)
def test_what_is_not_there_stops_the_run(folder, path, said):
    (folder / "txt").mkdir()
    with pytest.raises(SetupError) as caught:
        names(folder / path)
    assert said in str(caught.value)


def test_a_folder_without_a_readable_file(folder):
    with pytest.raises(SetupError, match=r"no file that can be read.*\.jsonl"):
        names(folder / ".git" / "..", format="txt") and names(folder / "sub", format="txt")


def test_reading_without_a_run(tmp_path):
    (tmp_path / "a.jsonl").write_text(
        '{"id": "x", "text": "one"}\n{"id": "y", "html_b64": "PHA+", "url": "http://a"}\n[]\n'
    )
    (tmp_path / "b.md").write_bytes(b"two \xff")
    paths = [str(tmp_path / name) for name in ("a.jsonl", "b.md")]
    first, second, third, fourth = read_files(paths)
    assert (first.key, first.content) == ("x", "one")
    assert (second.key, second.kind, second.content, second.url) == ("y", "html", b"<p>", "http://a")
    assert isinstance(third, Rejection)
    assert (fourth.key, fourth.content, fourth.kind) == (paths[1], b"two \xff", "text")


def test_reading_standard_input():
    rows = json.dumps({"id": "x", "text": "one"}).encode()
    [record] = read_files(["-"], stdin=io.BytesIO(rows))
    assert (record.key, record.content) == ("x", "one")
    [record] = read_files(["-"], "html", stdin=io.BytesIO(b"<p>"))
    assert (record.key, record.content, record.kind) == ("-", b"<p>", "html")


def test_reading_a_file_that_does_not_exist(tmp_path):
    with pytest.raises(SetupError, match="is not a file"):
        list(read_files([str(tmp_path / "none.txt")]))
