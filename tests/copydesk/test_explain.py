"""What ``copydesk explain`` shows, on a result made by hand."""

from __future__ import annotations

import pytest
from rich.console import Console

from cleaners.model import (
    Cleaned,
    Credit,
    DateCandidate,
    Dateline,
    Decoded,
    Document,
    Edit,
    Embed,
    Encoding,
    Language,
    Metadata,
    Record,
    Rejection,
    Removal,
)
from copydesk.explain import explain, marked_text
from copydesk.marks import repaired_text, stretches

RAW = "YUMA, Ariz. -- The well didn`t run dry.\nDate palms. (Ann Ruiz/AP)\n-----\nA second story begins."
TEXT = RAW.replace("`", "'")


def removal(text: str, rule: str, *, applied: bool = True, part: int = 0, confidence: float = 0.9) -> Removal:
    start = TEXT.index(text)
    return Removal(start, start + len(text), text, rule, confidence, applied, part)


REMOVALS = (
    removal("YUMA, Ariz. -- ", "dateline/agency"),
    removal("Date palms. (Ann Ruiz/AP)", "caption/credit-line"),
    removal("(Ann Ruiz/AP)", "image_credit/parenthesis", confidence=0.7),
    removal("-----\n", "separator/line"),
)


def document(part: int, start: int, end: int, metadata: Metadata) -> Document:
    return Document(f"d{part}", part, ((start, end),), TEXT[start:end], (), metadata, Language("en", 0.98), {})


def result(removals: tuple[Removal, ...] = REMOVALS) -> Cleaned:
    seam = TEXT.index("-----")
    read = Metadata(
        title="The well",
        published=DateCandidate("2019-04-02", "day", "url", 0.9),
        dateline=Dateline("YUMA, Ariz.", "YUMA", "Arizona", "US"),
        authors=("Bo Lind", "Mia Orr"),
        embeds=(Embed("twitter", None, "wellwatch", "2019-04-01"),),
        credits=(Credit("Ann Ruiz/AP", "Ann Ruiz", "AP"),),
        evidence={"title": "jsonld", "published": "url"},
    )
    return Cleaned(
        Record("r1", "files", "well.txt", RAW.encode()),
        Decoded(RAW, Encoding("utf-8", "utf-8")),
        None,
        (Edit(RAW.index("`"), "`", "'", "apostrophe"),),
        len(TEXT),
        (document(0, 0, seam, read), document(1, seam + 6, len(TEXT), Metadata())),
        removals,
    )


def test_marked_text_sets_findings_in_brackets_when_nobody_can_see_colours():
    assert marked_text(result(), colour=False).plain == (
        "\n── document 1 ──\n"
        "⟦YUMA, Ariz. -- ⟧{dateline/agency}The well didn't run dry.\n"
        "⟦Date palms. ⟧⟦(Ann Ruiz/AP)⟧{caption/credit-line}{image_credit/parenthesis}\n"
        "⟦-----⟧{separator/line}\n"
        "\n── document 2 ──\n"
        "A second story begins."
    )


def test_a_marked_finding_looks_different_from_a_removed_one():
    only = (removal("The well", "headline/first-line", applied=False),)
    assert "⟦The well⟧{headline/first-line, only marked}" in marked_text(result(only), colour=False).plain


@pytest.mark.parametrize("applied, sequence", [(True, "\x1b[9;31m"), (False, "\x1b[4;33m")])
def test_colours_in_a_terminal(applied, sequence):
    console = Console(force_terminal=True, color_system="standard", width=200, highlight=False)
    with console.capture() as capture:
        console.print(marked_text(result((removal("The well", "headline/x", applied=applied),)), colour=True))
    assert f"{sequence}The well\x1b[0m" in capture.get()


@pytest.mark.parametrize(
    "line",
    [
        "encoding     utf-8 (from utf-8)",
        "outcome      2 documents, 4 removals, 0 only marked, 1 repair",
        "title        The well  [jsonld]",
        "published    2019-04-02 (url, 0.90)",
        "dateline     YUMA, Arizona, US",
        "authors      Bo Lind, Mia Orr",
        "language     en (0.98)",
        "embed        twitter · @wellwatch · 2019-04-01",
        "credit       Ann Ruiz · AP",
        "1 caption/credit-line",
        f"1 apostrophe  '`' → \"'\"  at {RAW.index('`')}",
    ],
)
def test_what_was_read_and_mended_is_listed(line):
    lines = [shown.strip() for shown in explain(result(), colour=False).plain.splitlines()]
    assert line in lines


def test_a_rejection_says_where_and_why():
    rejection = Rejection(Record("r2", "files", "empty.txt", b""), "decode", "the file is empty")
    assert explain(rejection, colour=False).plain == "empty.txt\nrejected at decode: the file is empty\n"


def test_stretches_tile_the_text():
    pieces = stretches(TEXT, REMOVALS, [5, 10_000])
    assert "".join(piece.text for piece in pieces) == TEXT
    assert [piece.start for piece in pieces] == sorted({piece.start for piece in pieces})


def test_the_applied_and_surest_removal_of_a_stretch_comes_first():
    marked = removal("(Ann Ruiz/AP)", "caption/marked", applied=False, confidence=1.0)
    credit = next(piece for piece in stretches(TEXT, (*REMOVALS, marked)) if piece.text == "(Ann Ruiz/AP)")
    assert [r.rule for r in credit.removals] == ["caption/credit-line", "image_credit/parenthesis", "caption/marked"]


def test_repaired_text_is_what_findings_count_in():
    assert repaired_text(result()) == TEXT
