"""What was done to one record, for a person to read: the text with all findings marked, values read, characters mended.

In a terminal findings are coloured; anywhere else they are set in brackets, ``⟦taken out⟧{rule}`` or
``⟦left in place⟧{rule, only marked}``, so that the output can be searched and compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from cleaners.model import Cleaned, Document, Edit, Rejection, Removal
from cleaners.rules.pack import CLOSE, OPEN
from copydesk.marks import Stretch, repaired_text, stretches

TAKEN = "red strike"
MARKED = "yellow underline"
LABEL = "cyan"
HEAD = "bold"
FAINT = "dim"
POSITIONS_SHOWN = 5
"""How many positions are listed for one kind of repair."""


def explain(result: Cleaned | Rejection, *, colour: bool) -> Text:
    """Return the whole explanation of one record; ``colour`` False puts brackets where styles would be lost."""
    if isinstance(result, Rejection):
        return Text.assemble(
            (result.record.key, HEAD), "\n", ("rejected", "bold red"), f" at {result.stage}: {result.reason}\n"
        )
    out = Text()
    for line in _head(result):
        out.append_text(line).append("\n")
    out.append("\n").append_text(marked_text(result, colour=colour)).append("\n")
    for title, lines in (
        *((_title(result, document), list(_metadata(document))) for document in result.documents),
        ("Rules that found something", list(_rules(result.removals))),
        ("Repairs", list(_repairs(result.repairs))),
    ):
        out.append(f"\n{title}\n", HEAD)
        for line in lines or [Text("  none", FAINT)]:
            out.append_text(line).append("\n")
    return out


def marked_text(cleaned: Cleaned, *, colour: bool) -> Text:
    """Return the record's repaired text with every removal marked and named, documents set apart by a heading."""
    starts = {start: document.part for document in cleaned.documents for start, _ in document.segments}
    several = len(cleaned.documents) > 1
    out = Text()
    for piece in stretches(repaired_text(cleaned), cleaned.removals, starts):
        if several and piece.start in starts:
            out.append(f"\n── document {starts[piece.start] + 1} ──\n", FAINT)
        _append(out, piece, colour=colour)
    return out


def _append(out: Text, piece: Stretch, *, colour: bool) -> None:
    """Add one stretch, and after its last piece the name of each removal that ends there."""
    if not piece.removals:
        out.append(piece.text)
        return
    applied = piece.removals[0].applied
    body = piece.text.rstrip("\n")
    out.append(body if colour else f"{OPEN}{body}{CLOSE}", TAKEN if applied else MARKED)
    for removal in piece.removals:
        if removal.end == piece.end:
            label = removal.rule if removal.applied else f"{removal.rule}, only marked"
            out.append(f" {label}" if colour else f"{{{label}}}", LABEL)
    out.append(piece.text[len(body) :])


def _head(cleaned: Cleaned) -> Iterator[Text]:
    encoding = cleaned.decoded.encoding
    yield Text(cleaned.record.key, HEAD)
    yield _line("encoding", f"{encoding.name} (from {encoding.source})")
    if cleaned.page:
        yield _line("extracted by", cleaned.page.extractor)
    applied = sum(removal.applied for removal in cleaned.removals)
    yield _line(
        "outcome",
        f"{_count(len(cleaned.documents), 'document')}, {_count(applied, 'removal')}, "
        f"{len(cleaned.removals) - applied} only marked, {_count(len(cleaned.repairs), 'repair')}",
    )


def _title(cleaned: Cleaned, document: Document) -> str:
    return f"Document {document.part + 1}" if len(cleaned.documents) > 1 else "What was read"


def _metadata(document: Document) -> Iterator[Text]:
    """One line for each value that was read, with where it was read."""
    meta = document.metadata
    values: dict[str, str | None] = {"title": meta.title}
    if meta.published:
        values["published"] = f"{meta.published.date} ({meta.published.source}, {meta.published.confidence:.2f})"
    if meta.dateline:
        where = (meta.dateline.place, meta.dateline.region, meta.dateline.country)
        values["dateline"] = ", ".join(filter(None, where)) or meta.dateline.raw
        values["agency"] = meta.dateline.agency
    values["byline"] = meta.byline
    values["authors"] = ", ".join(meta.authors)
    values["language"] = f"{document.language.code} ({document.language.score:.2f})" if document.language.code else None
    values["flags"] = ", ".join(document.flags)
    for name, value in values.items():
        if value:
            source = meta.evidence.get(name)
            yield _line(name, value + (f"  [{source}]" if source and source not in value else ""))
    for embed in meta.embeds:
        who = embed.author or (f"@{embed.handle}" if embed.handle else "unknown")
        yield _line("embed", " · ".join(filter(None, (embed.platform, who, embed.date, embed.url))))
    for credit in meta.credits:
        yield _line("credit", " · ".join(filter(None, (credit.photographer, credit.agency))) or credit.raw)


def _rules(removals: tuple[Removal, ...]) -> Iterator[Text]:
    for (rule, applied), number in sorted(Counter((r.rule, r.applied) for r in removals).items()):
        yield Text.assemble("  ", (f"{number:>4} ", FAINT), (rule, LABEL), "" if applied else ("  only marked", MARKED))


def _repairs(repairs: tuple[Edit, ...]) -> Iterator[Text]:
    """Equal repairs on one line, with the first places they were made at."""
    places: dict[tuple[str, str, str], list[int]] = {}
    for edit in repairs:
        places.setdefault((edit.fix, edit.before, edit.after), []).append(edit.start)
    for (fix, before, after), starts in places.items():
        at = ", ".join(map(str, starts[:POSITIONS_SHOWN])) + ", …" * (len(starts) > POSITIONS_SHOWN)
        yield Text.assemble(
            "  ", (f"{len(starts):>4} ", FAINT), (fix, LABEL), f"  {before!r} → {after!r}", (f"  at {at}", FAINT)
        )


def _line(name: str, value: str) -> Text:
    return Text.assemble("  ", (f"{name:<12} ", FAINT), value)


def _count(number: int, noun: str) -> str:
    """
    >>> _count(1, "repair"), _count(3, "repair")
    ('1 repair', '3 repairs')
    """
    return f"{number} {noun}" + "s" * (number != 1)
