"""Score one document's removed spans against its gold spans, in counts that add up over documents.

Only characters that are neither white space nor format characters (BOM, zero width, soft hyphen) count. Optional gold
spans are free: taking and leaving them are both right.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks import fields
from benchmarks.align import removed

SLACK = 2
"""Characters of a document that may be wrong before it counts as damaged or dirty."""
NEAR = 3
"""Visible characters by which a boundary may be off."""
WHOLE = 0.9
"""Share of a span's characters that must go before the span counts as found."""


@dataclass(frozen=True)
class Scored:
    """One document's counts, and where it went wrong (one byte per character)."""

    gold: dict[str, Any]
    prediction: dict[str, Any]
    counts: Counter[str]
    missed: bytearray
    wrong: bytearray


def mask(length: int, spans: Iterable[dict[str, Any]]) -> bytearray:
    """One byte per character: 1 where a span covers it."""
    covered = bytearray(length)
    for span in spans:
        start, end = max(0, span["start"]), min(length, span["end"])
        covered[start:end] = b"\1" * max(0, end - start)
    return covered


def visible(text: str) -> bytearray:
    """One byte per character: 1 where it counts."""
    return bytearray(not (c.isspace() or unicodedata.category(c) == "Cf") for c in text)


def _and(*masks: bytearray) -> bytearray:
    number = int.from_bytes(masks[0], "little")
    for other in masks[1:]:
        number &= int.from_bytes(other, "little")
    return bytearray(number.to_bytes(len(masks[0]), "little"))


def _not(mask: bytearray) -> bytearray:
    return bytearray(mask.translate(bytes([1, 0]) + bytes(254)))


def score(gold: dict[str, Any], prediction: dict[str, Any] | None, slack: int = SLACK) -> Scored:
    """Score one document; a prediction has ``removed`` spans or a ``clean_text`` (or is missing: nothing removed)."""
    text = gold["text"]
    counts: Counter[str] = Counter(documents=1, unanswered=prediction is None)
    prediction = prediction or {}
    if "removed" not in prediction:
        clean = prediction.get("clean_text", prediction.get("text", text))
        prediction = {**prediction, "removed": removed(text, clean)}
    seen = visible(text)
    required = mask(len(text), (span for span in gold["spans"] if not span.get("optional")))
    free = mask(len(text), (span for span in gold["spans"] if span.get("optional")))
    taken = mask(len(text), prediction["removed"])
    article = _and(seen, _not(required), _not(free))
    missed, wrong = _and(seen, required, _not(taken)), _and(taken, article)
    counts["found"] = sum(_and(seen, required, taken))
    counts["missed"], counts["wrong"], counts["article"] = sum(missed), sum(wrong), sum(article)
    counts["free"], counts["free_taken"] = sum(_and(seen, free)), sum(_and(seen, free, taken))
    damaged, dirty = counts["wrong"] > slack, counts["missed"] > slack
    has_residue = any(not span.get("optional") for span in gold["spans"])
    counts["damaged"], counts["perfect"] = int(damaged), int(not damaged and not dirty)
    counts["clean"], counts["clean_kept"] = int(not has_residue), int(not has_residue and not damaged)
    counts["dirty"], counts["dirty_cleaned"] = int(has_residue), int(has_residue and not dirty)
    _spans(counts, gold["spans"], seen, taken)
    _labels(counts, gold, prediction, seen)
    _boundaries(counts, gold.get("boundaries") or [], prediction.get("boundaries") or [], seen)
    if prediction.get("meta") is not None:
        counts.update(fields.compare(gold["meta"], prediction["meta"]))
    return Scored(gold, prediction, counts, missed, wrong)


def _spans(counts: Counter[str], spans: Iterable[dict[str, Any]], seen: bytearray, taken: bytearray) -> None:
    for span in spans:
        inside = slice(span["start"], span["end"])
        total, hit = sum(seen[inside]), sum(_and(seen[inside], taken[inside]))
        tiers = ("all",) if span.get("optional") else ("all", "required")
        for tier in tiers:
            key = f"{tier}/{span['category']}"
            counts.update(
                {
                    f"{key}:characters": total,
                    f"{key}:taken": hit,
                    f"{key}:spans": 1,
                    f"{key}:found": hit >= WHOLE * total,
                }
            )


def _labels(counts: Counter[str], gold: dict[str, Any], prediction: dict[str, Any], seen: bytearray) -> None:
    labels: list[str | None] = [None] * len(seen)
    for span in gold["spans"]:
        labels[span["start"] : span["end"]] = [span["category"]] * (span["end"] - span["start"])
    for row in prediction["removed"]:
        category = row.get("category")
        if category:
            given = [labels[i] for i in range(max(0, row["start"]), min(len(seen), row["end"])) if seen[i]]
            counts[f"label/{category}:characters"] += len(given)
            counts[f"label/{category}:right"] += given.count(category)
            counts[f"label/{category}:residue"] += len(given) - given.count(None)


def _boundaries(counts: Counter[str], gold: list[int], read: list[int], seen: bytearray) -> None:
    if not gold and not read:
        return
    before = [0]
    for value in seen:
        before.append(before[-1] + value)
    mine = [before[place] for place in gold]
    other = [before[min(len(seen), max(0, place))] for place in read]
    pairs = fields.pair(mine, other, lambda a, b: 1 / (1 + abs(a - b)) if abs(a - b) <= NEAR else 0)
    counts["boundaries:both"] = len(pairs)
    counts["boundaries:missed"] = len(mine) - len(pairs)
    counts["boundaries:extra"] = len(other) - len(pairs)


def stretches(covered: bytearray, text: str) -> Iterator[tuple[int, int]]:
    """Runs of covered characters that hold more than white space (white space between two runs joins them)."""
    start = 0
    while (start := covered.find(1, start)) >= 0:
        end = start
        while end < len(covered) and (covered[end] or text[end].isspace()):
            end += 1
        while not covered[end - 1]:
            end -= 1
        if len(text[start:end].strip()) > SLACK:
            yield start, end
        start = end
