"""White space at seams, and the law that text, removals and spaces tile the repaired text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import edits
from cleaners.space import merge, settle, subtract

SEAMS = [
    ("a paragraph between two", "One.\n\nPhoto: AP\n\nTwo.", ["Photo: AP"], "One.\n\nTwo."),
    ("a line between two lines", "One.\nPhoto: AP\nTwo.", ["Photo: AP"], "One.\nTwo."),
    ("the longer break stays", "One.\nPhoto: AP\n\nTwo.", ["Photo: AP"], "One.\n\nTwo."),
    ("inside a sentence", "It [Share] rained.", ["[Share]"], "It rained."),
    ("glued on both sides", "rained.(AP)Then", ["(AP)"], "rained. Then"),
    ("glued on the left", "rained.Getty Images\n\nThen", ["Getty Images"], "rained.\n\nThen"),
    ("at the head", "  Share\n\nIt rained.", ["Share"], "It rained."),
    ("at the end", "It rained.\n\nShare\n", ["Share"], "It rained."),
    ("neighbours", "One.\n\nShare\n\nTweet\n\nTwo.", ["Share", "Tweet"], "One.\n\nTwo."),
    ("everything", "Share", ["Share"], ""),
]


def spans_of(text, residue):
    return [(text.index(piece), text.index(piece) + len(piece)) for piece in residue]


@pytest.mark.parametrize(("text", "residue", "clean"), [case[1:] for case in SEAMS], ids=[case[0] for case in SEAMS])
def test_seams(text, residue, clean):
    assert settle(text, [(0, len(text))], spans_of(text, residue)).text == clean


texts = st.text(alphabet="ab.  \n\u00a0é", max_size=60)
cuts = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)


def clipped(text, pairs):
    return merge([(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs])


@given(texts, cuts)
def test_text_removals_and_spaces_tile_the_repaired_text(text, pairs):
    removed = clipped(text, pairs)
    standing = settle(text, [(0, len(text))], removed)
    gone = [edits.Edit(start, text[start:end], "", "removal") for start, end in removed]
    everything = sorted([*gone, *standing.edits])
    assert edits.apply(text, everything) == standing.text
    assert edits.undo(standing.text, everything) == text


@given(texts, cuts)
def test_spaces_change_white_space_only(text, pairs):
    for edit in settle(text, [(0, len(text))], clipped(text, pairs)).edits:
        assert not edit.before.strip()
        assert edit.after in ("", " ")


@given(texts, cuts)
def test_offsets_lead_home(text, pairs):
    standing = settle(text, [(0, len(text))], clipped(text, pairs))
    for offset, character in enumerate(standing.text):
        start, end = standing.origin(offset, offset + 1)
        assert text[start:end] == character or character == " "


@given(texts, cuts)
def test_settling_is_stable(text, pairs):
    clean = settle(text, [(0, len(text))], clipped(text, pairs)).text
    assert settle(clean, [(0, len(clean))], []).edits == ()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_subtract_leaves_what_is_not_covered(pairs):
    holes = merge([(min(pair), max(pair)) for pair in pairs])
    left = subtract([(0, 31)], holes)
    covered = {i for start, end in holes for i in range(start, end)}
    assert {i for start, end in left for i in range(start, end)} == set(range(31)) - covered
