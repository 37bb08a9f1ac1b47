"""Overlaps, mark and remove, and the brake."""

from hypothesis import given
from hypothesis import strategies as st

from cleaners.find import Part
from cleaners.model import Finding
from cleaners.policy import credited, decide
from cleaners.rules.pack import Rule
from cleaners.settings import Settings, default_policy

TEXT = "Home News Sport. It rained on the hills and the river rose."
LEARNED = Rule("navigation/learned", "", "finder", "", anchored=False)


def finding(start, end, rule="ad/x", confidence=0.9):
    return Finding(start, end, rule, None, confidence)


def rows(findings, settings=None, text=TEXT):
    part = Part(((0, len(text)),), list(findings))
    found, used, braked = decide(text, part, 0, {LEARNED.id: LEARNED}, settings or Settings())
    assert {row.rule for row in found} == {finding.rule for finding in used}
    return found, braked


def test_remove_and_mark():
    found, braked = rows([finding(0, 4, "headline/title"), finding(5, 9)])
    assert [(row.text, row.applied) for row in found] == [("Home", False), ("News", True)]
    assert not braked


def test_marks_give_way_to_removals():
    found, _ = rows([finding(0, 9, "headline/title"), finding(5, 16, confidence=0.5)])
    assert [(row.text, row.applied) for row in found] == [("News Sport.", True)]


def test_what_a_covered_finding_read_does_not_count():
    found, _ = rows([finding(0, 16), finding(5, 9, "timestamp/x", confidence=0.5)])
    assert [row.rule for row in found] == ["ad/x"]


def test_policy_is_configurable():
    settings = Settings(policy={**default_policy(), "ad": "mark", "headline": "remove"})
    found, _ = rows([finding(0, 4, "headline/title"), finding(5, 9)], settings)
    assert [row.applied for row in found] == [True, False]


def test_the_brake_holds_unanchored_findings_back():
    found, braked = rows([finding(0, 50, LEARNED.id), finding(51, 55)])
    assert braked
    assert [(row.rule, row.applied) for row in found] == [(LEARNED.id, False), ("ad/x", True)]


def test_below_the_brake_unanchored_findings_apply():
    found, braked = rows([finding(0, 16, LEARNED.id)])
    assert not braked
    assert found[0].applied


def test_anchored_findings_know_no_brake():
    found, braked = rows([finding(0, len(TEXT))])
    assert not braked
    assert found[0].applied


def test_white_space_at_the_edges_is_not_residue():
    found, _ = rows([finding(3, 10)])
    assert [(row.start, row.end, row.text) for row in found] == [(3, 9, "e News")]


spans = st.lists(
    st.builds(
        lambda start, length, confidence, name: finding(start, start + length, f"ad/{name}", confidence),
        st.integers(0, 40),
        st.integers(1, 20),
        st.sampled_from([0.5, 0.7, 0.9]),
        st.sampled_from("abc"),
    ),
    max_size=8,
)


@given(spans)
def test_united_findings_cover_the_same_text_once(findings):
    pieces = [span for _, span in credited(findings)]
    covered = [i for start, end in pieces for i in range(start, end)]
    assert len(covered) == len(set(covered))
    assert set(covered) == {i for f in findings for i in range(f.start, f.end)}


@given(spans)
def test_each_piece_goes_to_the_surest(findings):
    for chosen, (start, end) in credited(findings):
        for other in findings:
            if other.start < end and start < other.end:
                assert other.confidence <= chosen.confidence
