"""Law 1: every record comes back exactly, from the tables alone."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaners.errors import SetupError
from cleaners.pipeline import Cleaner
from corpus.restore import Check, restore, verify
from corpus.run import run


@pytest.fixture(scope="module")
def real():
    return Cleaner()


@pytest.fixture
def real_run(in_process, monkeypatch, real):
    monkeypatch.setattr(in_process, "clean", real.clean)
    return in_process


TEXTS = {
    "plain": b"The river rose by a metre overnight, the mayor said.\n",
    "windows": b"One line.\r\nAnother line.\r\n\r\nThe end.",
    "old mac": b"One line.\rAnother line.\r",
    "mixed line ends": b"One line.\r\nAnother line.\nA third.\r",
    "mark": b"\xef\xbb\xbfIt rained.\n",
    "utf-16": "Es regnete über Nacht.\r\n".encode("utf-16"),
    "utf-16 without a mark": "It rained over night in the hills.".encode("utf-16-le"),
    "utf-32": "Es regnete über Nacht.".encode("utf-32"),
    "windows-1252": "She said “no”—it’s late, at the café. ".encode("windows-1252") * 4,
    "not one encoding": b"caf\xc3\xa9 and caf\xe9 and \x81\x8d\n",
    "mojibake": "The cafÃ© isn’t open, he said.\n".encode(),
    "entities": b"R&amp;D &lt;b&gt; &nbsp; didn`t\n",
    "invisible": "so\u00adft hy\u200bphens\ufeff and \x07 bells\n".encode(),
    "white space around": b" \n\t It rained. \n\n",
    "two articles": b"It rained on Monday.\n\n==========\n\nThe council will meet on Tuesday.\n",
    "NUL bytes": b"It rained\x00 all night long, and the river rose by a metre.\n",
    "residue": b"Share this article\n\nIt rained all night.\n\nPhoto: Ana Roe/AP\n\nSign up for our newsletter\n",
    "nothing but residue": b"Share this article\n",
    "empty": b"",
    "binary": bytes(range(256)) * 4,
    "lone surrogate bytes": b"It rained \xed\xa0\x80 all night.\n",
    "combining marks": ("a" + "\u0301" * 500 + " was all there was.\n").encode(),
}


def test_files_come_back_byte_for_byte(make_config, real_run, tmp_path):
    for name, content in TEXTS.items():
        (tmp_path / "in" / f"{name}.txt").write_bytes(content)
    config = make_config(rejected_share=1)
    summary = run(config)
    assert summary.problem is None
    found = {one.key.removesuffix(".txt"): one.content for one in restore(config.output)}
    assert found == TEXTS
    check = verify(config.output, config)
    assert (check.records, check.exact, check.wrong, check.unread) == (len(TEXTS), len(TEXTS), (), ())


VALUES = [
    "It rained.\r\nAll night.",
    "a\ud800b it rained",
    "caf\u00c3\u00a9",
    "",
    " ",
    "\ufeffIt rained.",
    "x\x00y rained\u2028on",
]


def test_values_come_back_code_point_for_code_point(make_config, real_run, write_lines):
    write_lines("a.jsonl", [{"id": number, "text": value} for number, value in enumerate(VALUES)])
    config = make_config(rejected_share=1)
    assert run(config).problem is None
    assert {int(one.key): one.content for one in restore(config.output)} == dict(enumerate(VALUES))


PIECES = st.lists(
    st.sampled_from(
        [
            "It rained all night.",
            "Share this article",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "=" * 12,
            "didn`t",
            "Ã©",
            "&amp;",
            "\u200b",
            "Photo: AP",
            "\u0301",
            "AURORA, Colo. --",
        ]
    )
    | st.text(max_size=6),
    max_size=25,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(PIECES.map("".join), min_size=1, max_size=8))
def test_any_text_comes_back(texts, real_run, tmp_path_factory, make_config):
    folder = tmp_path_factory.mktemp("any")
    lines = (json.dumps({"id": number, "text": text}) for number, text in enumerate(texts))
    (folder / "a.jsonl").write_text("\n".join(lines))
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    config = make_config(source={"path": str(folder)}, output=str(folder / "out"), rejected_share=1)
    summary = run(config)
    assert summary.totals["bugs"] == 0
    check = verify(config.output, config)
    assert (check.records, check.exact, check.unread) == (2 * len(texts), 2 * len(texts), ())


def test_a_page_gives_its_extracted_text(make_config, real_run, tmp_path):
    page = "<html><body><article><p>" + "The river rose by a metre. " * 30 + "</p></article></body></html>"
    (tmp_path / "in" / "a.html").write_text(page)
    config = make_config()
    run(config)
    [one] = restore(config.output)
    assert one.kind == "html"
    assert one.content.strip().startswith("The river rose by a metre.")
    assert verify(config.output, config) == Check(records=1, pages=1, compared=True)


def test_what_was_too_large_to_keep_is_told(make_config, in_process, write_lines):
    write_lines("a.jsonl", [{"text": "REFUSE" * 20}, {"text": "REFUSE"}])
    config = make_config(kept_bytes=50, rejected_share=1)
    run(config)
    check = verify(config.output, config)
    assert (check.records, check.exact, check.not_kept) == (2, 1, 1)


def test_one_record_by_id_or_key(make_config, in_process, write_lines):
    write_lines("a.jsonl", [{"id": "x", "text": "one"}, {"id": "y", "text": "two"}])
    config = make_config()
    run(config)
    [one] = restore(config.output, "y")
    assert one.content == "two"
    assert [again.key for again in restore(config.output, one.id)] == ["y"]
    with pytest.raises(SetupError, match="no record has the id or key 'z'"):
        list(restore(config.output, "z"))


def test_a_change_in_the_source_or_the_tables_is_seen(make_config, in_process, write_lines, monkeypatch):
    path = write_lines("a.jsonl", [{"id": "x", "text": "one"}, {"id": "y", "text": "two"}])
    config = make_config()
    run(config)
    Path(path).write_text('{"id": "x", "text": "one"}\n{"id": "y", "text": "new"}\n')
    assert len(verify(config.output, config).unread) == 1
    assert verify(config.output).unread, "the sources are those of the last run"
    Path(path).unlink()
    assert not verify(config.output).compared
    monkeypatch.setattr("corpus.restore.encode", lambda *_: b"other")
    monkeypatch.setattr("corpus.restore.rebuild_rows", lambda *_: "other")
    assert len(verify(config.output).wrong) == 2


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        ("news", "a.txt below/b.txt x y"),
        ("news/*.txt", "a.txt below/b.txt"),
        ("news/c.jsonl", "x y"),
        ("*/below/*", "below/b.txt"),
    ],
)
def test_records_of_a_source(pattern, keys, make_config, in_process, write_lines, tmp_path):
    (tmp_path / "in" / "below").mkdir()
    (tmp_path / "in" / "a.txt").write_text("one")
    (tmp_path / "in" / "below" / "b.txt").write_text("two")
    write_lines("c.jsonl", [{"id": "x", "text": "three"}, {"id": "y", "text": "four"}])
    config = make_config()
    run(config)
    assert [one.key for one in restore(config.output, source=pattern)] == keys.split()
    assert verify(config.output, source=pattern) == Check(len(keys.split()), len(keys.split()), compared=True)
    with pytest.raises(SetupError, match="no record is of source 'olds'"):
        list(restore(config.output, source="olds"))


def test_every_way_to_lie_at_once(make_config, real_run, tmp_path, write_lines):
    """Split, nested, braked, packed, cut into stretches, rejected: all come back, and all are in the sources."""
    import gzip

    story = "The ferry left the harbour at noon, and nobody was on board, the captain told reporters."
    nested = (
        f"{story}\n\n"
        + "Bridge closed for repairs\n\nBy Ana Roe\n\nAURORA, Colo. (AP) -- The bridge is closed.\n\n"
        + "=" * 20
    )
    texts = [
        f"{story}\r\n\r\n==========\r\n\r\n{story} It came back.",
        f"{nested}\n\n{story} {story}",
        "Share this article\n" * 30,
        "It rained.\ud800",
        "",
        *(f"Day {number}. {story}" for number in range(60)),
    ]
    rows = [{"id": number, "text": text} for number, text in enumerate(texts)]
    write_lines("a.jsonl", rows)
    (tmp_path / "in" / "b.jsonl.gz").write_bytes(
        gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())
    )
    (tmp_path / "in" / "c.jsonl").write_bytes(b'{"id": 1, "text": 3}\n[]\nno\n\xff\xfe\n' + b"x" * 30_000)
    config = make_config(shard_bytes=2_000, record_bytes=20_000, rejected_share=1)
    assert run(config).problem is None
    check = verify(config.output)
    assert check == Check(2 * len(texts) + 5, 2 * len(texts) + 4, not_kept=1, compared=True)


def test_rows_that_do_not_fit_are_told(make_config, in_process, write_lines, monkeypatch):
    def broken(*_):
        raise ValueError("two changes overlap")

    write_lines("a.jsonl", [{"id": "x", "text": "one"}])
    config = make_config()
    run(config)
    monkeypatch.setattr("corpus.restore.rebuild_rows", broken)
    assert len(verify(config.output).wrong) == 1
