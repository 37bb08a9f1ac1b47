"""The find loop: edges behind other residue, the fixpoint, offsets, and the order of rules."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaners.cut import Nested
from cleaners.find import find
from cleaners.model import Finding
from cleaners.rules.book import RuleBook
from cleaners.space import merge, settle
from cleaners.view import Context, View

CASES = [
    ("a line", "Share\n\nIt rained.", "It rained."),
    ("head behind a line", "Share\n\nvia: wire The town slept.", "The town slept."),
    ("tail before a line", "It rained. Thanks for reading.\n\nShare this", "It rained."),
    ("not at the tail", "Thanks for reading. It rained.", "Thanks for reading. It rained."),
    (
        "a line that is left where the same line was found",
        "Share\n\nIt rained.\n\nvia: wire\n[ad] Share",
        "It rained.\n\nvia: wire",
    ),
    ("inside a line", "It [ad] rained.", "It rained."),
    ("a word is not cut", "They share a flat.", "They share a flat."),
    ("capital I with a dot does not shift offsets", "İstanbul\nShare\nİzmir", "İstanbul\nİzmir"),
]


def clean(text, book):
    parts = find(text, book, Context())
    removed = merge([(f.start, f.end) for part in parts for f in part.findings])
    return [settle(text, part.segments, removed).text for part in parts], parts


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_find(text, expected, book):
    texts, parts = clean(text, book)
    assert texts == [expected]
    assert parts[0].settled


pieces = st.lists(
    st.sampled_from(
        ["Share", "share this", "It rained.", "via: wire ", "[ad]", "Thanks for reading.", "\n", "\n\n", " ", "İ"]
    ),
    max_size=12,
).map("".join)
quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@quiet
@given(pieces)
def test_clean_text_is_left_alone(book, text):
    [first], parts = clean(text, book)
    if parts[0].settled:
        assert book.find(View(first)) == []


@quiet
@given(pieces, st.randoms(use_true_random=False))
def test_the_order_of_rules_does_not_matter(book, text, shuffler):
    rules = list(book.rules)
    shuffler.shuffle(rules)
    assert sorted(clean(text, RuleBook(rules))[1][0].findings) == sorted(clean(text, book)[1][0].findings)


def test_findings_count_in_the_given_text(book):
    text = "Share\n\n  via: wire The town [ad] slept.\nThanks for reading."
    [part] = find(text, book, Context())
    taken = {(finding.rule, text[finding.start : finding.end]) for finding in part.findings}
    assert taken == {
        ("other/share-line", "Share"),
        ("other/via", "via: wire "),
        ("other/bracket", "[ad]"),
        ("other/thanks", "Thanks for reading."),
    }


@pytest.mark.parametrize("between", ["|||||\n|||||", "|||||\n \n\n|||||\n\n==========", "|||||"])
def test_separators_in_a_row_are_one(between, book):
    text = f"It rained.\n{between}\nIt snowed."
    texts, parts = clean(text, book)
    assert texts == ["It rained.", "It snowed."]
    assert [text[f.start : f.end] for f in parts[0].findings] == [between]


def test_export_rows_and_separators_cut_in_the_order_of_the_text(book):
    text = "It rained in the hills.34\t0\tIt snowed.\n|||||\nA storm came up.35\t1\tIt passed."
    texts, parts = clean(text, book)
    assert texts == ["It rained in the hills.", "34\t0\tIt snowed.", "A storm came up.", "35\t1\tIt passed."]
    assert [segment for part in parts for segment in part.segments] == [(0, 23), (23, 39), (44, 61), (61, 76)]


class BarBook:
    """Takes a share bar, whatever stands between its first and its last line."""

    def find(self, view):
        start, end = view.text.find("Share:"), view.text.rfind("Copy")
        return [Finding(start, end + 4, "share_social/bar", "read", 0.9)] if 0 <= start < end else []


def test_what_is_found_around_a_nested_article_does_not_reach_into_it(monkeypatch):
    before, inner, after = "It rained.\nShare:\n", "Another story.\n", "Mail\nCopy\nIt snowed."
    nested = Nested(len(before), len(before) + len(inner))
    monkeypatch.setattr(
        "cleaners.find.cut", lambda view, found: nested if inner in view.text and before in view.text else []
    )
    frame, article = find(before + inner + after, BarBook(), Context())
    taken = [((before + inner + after)[f.start : f.end], f.value) for f in frame.findings]
    assert taken == [("Share:\n", "read"), ("Mail\nCopy", None)]
    assert (article.segments, article.findings) == ((nested,), [])


def test_rounds_are_bounded(book):
    [part] = find("via: wire " * 40 + "The town slept.", book, Context())
    assert not part.settled


def test_what_is_only_marked_is_looked_at_as_the_text_it_stays() -> None:
    text = "Read on here:\n\nvia: wire\n\nThe town slept.\n\nShare"

    class Book:
        def find(self, view: View) -> list[Finding]:
            if "via" in view.text:
                return [Finding(0, 13, "leadin/colon", None, 1.0), Finding(15, 24, "source_line/via", None, 1.0)]
            start = view.text.find("Read on here:")
            return [Finding(start, start + 13, "cta/here", None, 1.0)] if start >= 0 else []

    [part] = find(text, Book(), Context(), {"leadin"})  # type: ignore[arg-type]
    assert [finding.rule for finding in part.findings] == ["leadin/colon", "source_line/via", "cta/here"]
    assert part.settled
