import random
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from corpus import keys
from corpus.fields import key_hash
from corpus.keys import HashSet, Keys


def test_equal_keys_get_numbers():
    some = Keys("s", "p")
    ids = [some.take(key) for key in ["a", "b", "a", "a", "b"]]
    assert len({id for id, _ in ids}) == 5
    assert [flags for _, flags in ids] == [(), (), ("duplicate-key",), ("duplicate-key",), ("duplicate-key",)]


def test_a_later_stretch_counts_on():
    whole = Keys("s", "p")
    ids = [whole.take("a")[0] for _ in range(4)]
    later = Keys("s", "p", {key_hash("a"): 2})
    assert [later.take("a")[0] for _ in range(2)] == ids[2:]


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 30), max_size=200), st.integers(1, 20))
def test_a_set_of_numbers(values, latest):
    some, known = HashSet(), set()
    keys.LATEST, before = latest, keys.LATEST
    try:
        for value in values:
            assert some.add(value) == (value not in known)
            known.add(value)
    finally:
        keys.LATEST = before


def test_many_keys_take_little_room(monkeypatch):
    monkeypatch.setattr(keys, "LATEST", 1_000)
    numbers = random.Random(1)
    some = HashSet()
    tracemalloc.start()
    try:
        for _ in range(30_000):
            some.add(numbers.getrandbits(64))
        assert tracemalloc.get_traced_memory()[0] < 30_000 * 16
    finally:
        tracemalloc.stop()
