"""A record's repaired text from the tables: clean texts, removals and white-space edits tile it without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from cleaners.model import Cleaned, Edit, Span


class Tile(NamedTuple):
    """A document's share: its regions of the repaired text, its clean text, and its white-space edits."""

    segments: Sequence[Span]
    text: str
    spaces: Sequence[Edit]


class _Hole(NamedTuple):
    start: int
    width: int  # in the repaired text
    before: str
    tile: int  # whose clean text holds ``after`` characters for it; -1: nobody's
    after: int


def rebuild(length: int, tiles: Sequence[Tile], removed: Iterable[tuple[int, str]]) -> str:
    """Return the repaired text of ``length`` code points. ``removed`` are the applied removals: start and text.

    Raises ``ValueError`` where the parts overlap, leave a gap or leave text over.

    >>> space = Edit(4, "\\n", "", "space/edge")
    >>> rebuild(13, [Tile([(0, 13)], "One.", [space])], [(5, "Photo: X")])
    'One.\\nPhoto: X'
    """
    holes = [_Hole(start, len(text), text, -1, 0) for start, text in removed]
    for number, tile in enumerate(tiles):
        holes += [_Hole(edit.start, len(edit.before), edit.before, number, len(edit.after)) for edit in tile.spaces]
    regions = sorted((start, end, number) for number, tile in enumerate(tiles) for start, end in tile.segments)
    used = [0] * len(tiles)
    pieces: list[str] = []
    position = region = 0

    def keep(until: int) -> None:
        """Take the clean text that stands before ``until`` from the documents whose regions it lies in."""
        nonlocal position, region
        while position < until:
            while region < len(regions) and regions[region][1] <= position:
                region += 1
            if region == len(regions) or regions[region][0] > position:
                raise ValueError(f"nothing stands at {position}")
            _, end, number = regions[region]
            count = min(until, end) - position
            piece = tiles[number].text[used[number] : used[number] + count]
            if len(piece) < count:
                raise ValueError(f"document {number} is too short at {position}")
            pieces.append(piece)
            used[number] += count
            position += count

    for hole in sorted(holes):
        if hole.start < position:
            raise ValueError(f"two changes overlap at {hole.start}")
        keep(hole.start)
        pieces.append(hole.before)
        position += hole.width
        if hole.tile >= 0:
            used[hole.tile] += hole.after
    keep(length)
    if position != length or any(count != len(tile.text) for count, tile in zip(used, tiles, strict=True)):
        raise ValueError("the parts are longer than the text")
    return "".join(pieces)


def rebuild_rows(
    record: Mapping[str, Any], documents: Iterable[Mapping[str, Any]], removals: Iterable[Mapping[str, Any]]
) -> str:
    """Return the repaired text of a record from its rows. Raises ``ValueError`` where they do not fit together."""
    tiles = [
        Tile(
            [(span["start"], span["end"]) for span in row["segments"]],
            row["text"],
            [Edit(**edit) for edit in row["spaces"]],
        )
        for row in sorted(documents, key=lambda row: int(row["part"]))
    ]
    return rebuild(record["length"], tiles, ((row["start"], row["text"]) for row in removals if row["applied"]))


def rebuild_cleaned(cleaned: Cleaned) -> str:
    """Return the repaired text of a record that was just cleaned. Raises ``ValueError`` if its parts do not tile it."""
    tiles = [Tile(document.segments, document.text, document.spaces) for document in cleaned.documents]
    return rebuild(cleaned.length, tiles, ((row.start, row.text) for row in cleaned.removals if row.applied))
