"""Which keys of a file stand in more than one of its stretches: found on disk, in memory that does not grow with it."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

BANDS = 256
"""Hashes are compared in bands of neighbours."""
AT_ONCE = 100_000
"""About so many are held in memory."""
EDGES = np.arange(1, BANDS, dtype=np.uint64) << np.uint64(56)


class Repeats:
    """Takes the hashes of the keys of one stretch after the other, and says which come again in a later one."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when this object is left
        self._bands: list[list[int]] = []  # for each stretch, where in the file its bands begin and the last one ends
        self._count = 0

    def __enter__(self) -> Repeats:
        return self

    def __exit__(self, *_: Any) -> None:
        self._file.close()

    def add(self, hashes: array[int]) -> None:
        """Take the hashes of 64 bits of the next stretch."""
        values = np.sort(np.array(hashes, dtype=np.uint64))
        inner = np.searchsorted(values, EDGES).tolist()
        self._bands.append([self._count + edge for edge in (0, *inner, len(values))])
        self._file.write(values.tobytes())
        self._count += len(values)

    def found(self) -> list[dict[str, int]]:
        """For each stretch, the keys in it that stood in one before: hash to how often.

        >>> with Repeats() as repeats:
        ...     for hashes in ([1, 1, 2], [3, 2], [2, 1]):
        ...         repeats.add(array("Q", hashes))
        ...     repeats.found()[1:]
        [{'0000000000000002': 1}, {'0000000000000001': 2, '0000000000000002': 2}]
        """
        found: list[dict[str, int]] = [{} for _ in self._bands]
        step = min(BANDS, max(1, BANDS * AT_ONCE // max(self._count, 1)))
        for band in range(0, BANDS, step) if found else ():
            mine = list(self._read(band, min(band + step, BANDS)))
            values, counts = np.unique(np.concatenate([np.unique(hashes) for hashes in mine]), return_counts=True)
            several = values[counts > 1]
            before: dict[int, int] = {}
            for repeats, hashes in zip(found, mine, strict=True) if len(several) else ():
                again, times = np.unique(hashes[np.isin(hashes, several)], return_counts=True)
                for value, count in zip(again.tolist(), times.tolist(), strict=True):
                    if value in before:
                        repeats[f"{value:016x}"] = before[value]
                    before[value] = before.get(value, 0) + count
        return found

    def _read(self, band: int, end: int) -> Iterator[Hashes]:
        """The hashes of some bands of each stretch."""
        for edges in self._bands:
            self._file.seek(edges[band] * EDGES.itemsize)
            yield np.frombuffer(self._file.read((edges[end] - edges[band]) * EDGES.itemsize), dtype=np.uint64)
