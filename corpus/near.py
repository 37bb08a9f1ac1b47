"""Clusters of near-duplicates by MinHash signatures."""

from __future__ import annotations

from array import array

import numpy as np
import numpy.typing as npt

from corpus.paragraphs import PERMUTATIONS

BANDS = 16
"""Signatures that agree in one of so many bands are compared; with 128 values that finds pairs from about .7."""

Matrix = npt.NDArray[np.uint32]


class Signatures:
    """Signatures by id. An id that comes again (a record's next document) stands for both texts together."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._values = array("I")
        self._sizes: list[int] = []

    def add(self, id: str, signature: list[int], size: int) -> None:
        """Take a text's signature and its length in characters."""
        row = self._rows.get(id)
        if row is None:
            self._rows[id] = len(self._sizes)
            self._values.extend(signature)
            self._sizes.append(size)
            return
        start = row * PERMUTATIONS
        known = self._values[start : start + PERMUTATIONS]
        self._values[start : start + PERMUTATIONS] = array("I", map(min, known, signature))
        self._sizes[row] += size

    def clusters(self, ids: list[str], threshold: float) -> dict[str, tuple[str, float]]:
        """Group ``ids`` whose estimated similarity reaches ``threshold``, directly or through others.

        Returns each member of a group of several with its head (the longest, then the first by id) and how alike
        they are.
        """
        ids = sorted(id for id in ids if id in self._rows)
        if len(ids) < 2:
            return {}
        matrix = np.frombuffer(self._values, dtype=np.uint32).reshape(-1, PERMUTATIONS)[[self._rows[id] for id in ids]]
        roots = np.arange(len(ids))
        for a, b in _candidates(matrix):
            if _root(roots, a) != _root(roots, b) and _similarity(matrix, a, b) >= threshold:
                first, second = sorted((_root(roots, a), _root(roots, b)))
                roots[second] = first
        groups: dict[int, list[int]] = {}
        for member in range(len(ids)):
            groups.setdefault(_root(roots, member), []).append(member)
        found = {}
        for members in groups.values():
            if len(members) > 1:
                head = min(members, key=lambda member: (-self._sizes[self._rows[ids[member]]], ids[member]))
                for member in members:
                    found[ids[member]] = (ids[head], _similarity(matrix, head, member))
        return found


def _candidates(matrix: Matrix) -> list[tuple[int, int]]:
    """Pairs that agree in a band: each with the first and with the one before it."""
    pairs = set()
    width = PERMUTATIONS // BANDS
    for band in range(BANDS):
        part = np.ascontiguousarray(matrix[:, band * width : (band + 1) * width])
        keys = part.view(np.dtype((np.void, part.dtype.itemsize * width))).ravel()
        _, inverse = np.unique(keys, return_inverse=True)
        order = np.argsort(inverse, kind="stable")
        first = previous = -1
        for here in order.tolist():
            if previous < 0 or inverse[here] != inverse[previous]:
                first = here
            else:
                pairs |= {(first, here), (previous, here)}
            previous = here
    return sorted(pairs)


def _similarity(matrix: Matrix, a: int, b: int) -> float:
    return float(np.mean(matrix[a] == matrix[b]))


def _root(roots: npt.NDArray[np.int64], member: int) -> int:
    while roots[member] != member:
        roots[member] = roots[roots[member]]
        member = int(roots[member])
    return member
