"""Ratios of summed counts, with bootstrap intervals by outlet.

Documents of one outlet share their template, so they are not independent: whole outlets are drawn with replacement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

DRAWS = 2_000
SEED = 20
EDGES = (2.5, 97.5)
"""Percentiles: the intervals hold 95 % of the draws."""


class Ratio(NamedTuple):
    """A figure: the sum of the counts ``top`` over the sum of the counts ``bottom``."""

    top: tuple[str, ...]
    bottom: tuple[str, ...]


class Value(NamedTuple):
    """What a ratio comes to: ``right`` of ``of``, and the interval's edges. None where there is nothing to count."""

    value: float | None
    low: float | None
    high: float | None
    right: int
    of: int


def by_outlet(scored: Iterable[tuple[str, Counter[str]]]) -> list[Counter[str]]:
    """Sum the counts of each outlet's documents, outlets in the order of their names."""
    sums: dict[str, Counter[str]] = {}
    for outlet, counts in scored:
        sums.setdefault(outlet, Counter()).update(counts)
    return [sums[outlet] for outlet in sorted(sums)]


def evaluate(ratios: Mapping[str, Ratio], outlets: Sequence[Counter[str]]) -> dict[str, Value]:
    """Return each ratio's value and interval.

    >>> by_site = [Counter(found=9, missed=1), Counter(found=1, missed=1)]
    >>> evaluate({"recall": Ratio(("found",), ("found", "missed"))}, by_site)["recall"]
    Value(value=0.8333333333333334, low=0.5, high=0.9, right=10, of=12)
    """
    draw = np.random.default_rng(SEED)
    size = len(outlets)
    weights = draw.multinomial(size, [1 / size] * size, DRAWS) if size else np.zeros((DRAWS, 0))
    return {name: _value(ratio, outlets, weights) for name, ratio in ratios.items()}


def _value(ratio: Ratio, outlets: Sequence[Counter[str]], weights: np.ndarray) -> Value:
    top = np.array([sum(counts[key] for key in ratio.top) for counts in outlets], dtype=float)
    bottom = np.array([sum(counts[key] for key in ratio.bottom) for counts in outlets], dtype=float)
    if not bottom.sum():
        return Value(None, None, None, int(top.sum()), 0)
    tops, bottoms = weights @ top, weights @ bottom
    drawn = tops[bottoms > 0] / bottoms[bottoms > 0]
    low, high = np.percentile(drawn, EDGES) if len(drawn) else (None, None)
    return Value(
        float(top.sum() / bottom.sum()),
        None if low is None else float(low),
        None if high is None else float(high),
        int(top.sum()),
        int(bottom.sum()),
    )
