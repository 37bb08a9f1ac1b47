"""Cheap quality signals of a clean text, in the manner of the well-known web corpora; nothing is filtered by them."""

from __future__ import annotations

TERMINAL = frozenset(".!?…。！？।۔")
CLOSING = "\"'”’»)]"


def signals(text: str, removed: int) -> dict[str, float]:
    """Return name → value. ``removed`` is how many characters of residue were taken out of the document.

    >>> signals("It rained.\\nMore soon", 10)["lines_ending_sentence"]
    0.5
    """
    words = len(text.split())
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    count = len(lines)
    characters = len(text)
    return {
        "characters": characters,
        "words": words,
        "lines": count,
        "mean_word_length": round((characters - text.count(" ") - text.count("\n")) / words, 3) if words else 0.0,
        "mean_line_length": round(characters / count, 3) if count else 0.0,
        "lines_ending_sentence": round(sum(map(_ends_sentence, lines)) / count, 4) if count else 0.0,
        "duplicate_lines": round(1 - len(set(lines)) / count, 4) if count else 0.0,
        "ellipsis_lines": round(sum(line.endswith(("...", "…")) for line in lines) / count, 4) if count else 0.0,
        "replacement_characters": text.count("\ufffd"),
        "removed_share": round(removed / (removed + characters), 4) if removed + characters else 0.0,
    }


def _ends_sentence(line: str) -> bool:
    return line.rstrip(CLOSING)[-1:] in TERMINAL
