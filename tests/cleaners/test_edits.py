"""Edits: applied, undone, composed, and carried across."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import edits
from cleaners.diff import diff
from cleaners.model import Edit

TEXT = st.text("abcé’ ", max_size=30)


@st.composite
def text_and_edits(draw, text=None):
    text = draw(TEXT) if text is None else text
    made, position = [], 0
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(position, len(text)))
        end = draw(st.integers(start, min(len(text), start + 4)))
        after = draw(st.text("xyz", max_size=3))
        if after != text[start:end]:
            made.append(Edit(start, text[start:end], after, "test"))
        position = end
        if start == end:
            position += 1
        if position > len(text):
            break
    return text, made


@given(text_and_edits())
def test_undo_is_the_inverse_of_apply(case):
    text, made = case
    assert edits.undo(edits.apply(text, made), made) == text


@given(st.data())
def test_composed_edits_do_what_the_two_do(data):
    text, first = data.draw(text_and_edits())
    between = edits.apply(text, first)
    _, second = data.draw(text_and_edits(text=between))
    final = edits.apply(between, second)
    composed = edits.compose(first, between, second)
    assert edits.apply(text, composed) == final
    assert edits.undo(final, composed) == text
    assert all(edit.before != edit.after for edit in composed)


def test_an_edit_taken_back_leaves_none():
    assert edits.compose([Edit(1, "b", "x", "one")], "axc", [Edit(1, "x", "b", "two")]) == []


def test_apply_refuses_an_edit_that_does_not_fit():
    with pytest.raises(ValueError, match="expects 'x', found 'b'"):
        edits.apply("abc", [Edit(1, "x", "y", "test")])
    with pytest.raises(ValueError, match="edit at 0"):
        edits.apply("abc", [Edit(1, "b", "y", "test"), Edit(0, "a", "y", "test")])


@given(text_and_edits())
def test_the_offset_map_carries_untouched_characters_back(case):
    text, made = case
    back = edits.OffsetMap(made)
    position = shift = 0
    for edit in [*made, Edit(len(text), "", "", "end")]:
        for offset in range(position, edit.start):  # untouched: maps exactly
            assert back.start(offset + shift) == offset
            assert back.end(offset + 1 + shift) >= offset + 1
            if offset + 1 < edit.start:
                assert back.end(offset + 1 + shift) == offset + 1
        position = edit.start + len(edit.before)
        shift += len(edit.after) - len(edit.before)


@given(text_and_edits(), st.data())
def test_a_span_mapped_back_covers_what_made_it(case, data):
    text, made = case
    after = edits.apply(text, made)
    start = data.draw(st.integers(0, len(after)))
    end = data.draw(st.integers(start, len(after)))
    back = edits.OffsetMap(made)
    assert 0 <= back.start(start) <= len(text)
    assert 0 <= back.end(end) <= len(text)
    if end > start:
        assert back.start(start) <= back.end(end)


@pytest.mark.parametrize(
    ("offset", "start", "end"),
    [(0, 0, 0), (2, 2, 2), (3, 7, 7), (4, 8, 8), (5, 9, 9)],
)
def test_offsets_around_a_replaced_entity(offset, start, end):
    back = edits.OffsetMap([Edit(2, "&amp;", "&", "entity")])
    assert (back.start(offset), back.end(offset)) == (start, end)


@given(TEXT, TEXT)
def test_diff_turns_one_into_the_other(old, new):
    changes = [Edit(*change, "test") for change in diff(old, new)]
    assert edits.apply(old, changes) == new
    assert all(change.before != change.after for change in changes)


def test_diff_of_long_strings_is_small_and_quick():
    old = "Le thÃ© et le cafÃ© noir, " * 5_000
    changes = diff(old, old.replace("Ã©", "é"))
    assert len(changes) == 10_000
    assert {(change.before, change.after) for change in changes} == {("Ã©", "é")}


def test_diff_of_strings_with_nothing_in_common_is_one_change():
    old, new = "ab" * 50_000, "xyz" * 30_000
    assert diff(old, new) == [(0, old, new)]
