"""Keys that come again in a later stretch of a file are found, in whatever bands they are compared."""

from array import array
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import repeats
from corpus.repeats import Repeats

HASHES = st.integers(0, 5) | st.integers(2**64 - 3, 2**64 - 1) | st.integers(0, 2**64 - 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(HASHES, max_size=20), max_size=6), st.sampled_from([1, 3, 100_000]))
def test_repeats_are_those_of_a_plain_count(stretches, at_once):
    expected, before = [], Counter()
    for hashes in stretches:
        expected.append({f"{value:016x}": before[value] for value in hashes if before[value]})
        before.update(hashes)
    repeats.AT_ONCE, usual = at_once, repeats.AT_ONCE
    try:
        with Repeats() as found:
            for hashes in stretches:
                found.add(array("Q", hashes))
            assert found.found() == expected
    finally:
        repeats.AT_ONCE = usual
