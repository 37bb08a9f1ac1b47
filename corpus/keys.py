"""The ids of a file's records: each key gives one, and a key that comes again is numbered and flagged."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping

from corpus.fields import key_hash, record_id

LATEST = 1 << 16
"""Hashes that are held as Python objects."""


class Keys:
    """Hands out record ids.

    ``repeats`` says of keys (by :func:`corpus.fields.key_hash`) how often they stood in the stretches before.
    """

    def __init__(self, source: str, path: str, repeats: Mapping[str, int] | None = None) -> None:
        self._source, self._path = source, path
        self._before = repeats or {}
        self._seen = HashSet()
        self._times: dict[int, int] = {}

    def take(self, key: str) -> tuple[str, tuple[str, ...]]:
        """Return the id for ``key``, and a flag if the key is not new."""
        digest = key_hash(key)
        value = int(digest, 16)
        new = self._seen.add(value)
        count = 1 + (self._before.get(digest, 0) if new else self._times.get(value, 1))
        if count == 1:
            return record_id(self._source, self._path, key), ()
        self._times[value] = count
        return record_id(self._source, self._path, f"{key}\0{count}"), ("duplicate-key",)


class HashSet:
    """A set of 64-bit numbers in 8 bytes each; a Python set would take ten times as much for a file of millions."""

    def __init__(self) -> None:
        self._latest: set[int] = set()
        self._runs: list[array[int]] = []  # sorted; each more than twice as long as the next

    def add(self, value: int) -> bool:
        """Add a number; return whether it is new.

        >>> some = HashSet()
        >>> some.add(7), some.add(7)
        (True, False)
        """
        if value in self._latest or any(_holds(run, value) for run in self._runs):
            return False
        self._latest.add(value)
        if len(self._latest) == LATEST:
            self._runs.append(array("Q", sorted(self._latest)))
            self._latest = set()
            while len(self._runs) > 1 and len(self._runs[-2]) <= 2 * len(self._runs[-1]):
                self._runs.append(_merged(self._runs.pop(), self._runs.pop()))
        return True


def _holds(run: array[int], value: int) -> bool:
    at = bisect_left(run, value)
    return at < len(run) and run[at] == value


def _merged(one: array[int], other: array[int]) -> array[int]:
    import numpy as np

    both = np.concatenate([np.frombuffer(one, np.uint64), np.frombuffer(other, np.uint64)])
    both.sort()
    merged = array("Q")
    merged.frombytes(both.view(np.uint8).data)
    return merged
