"""What the quality benchmark reports: which figures there are, and how they look in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.intervals import Ratio, Value, by_outlet, evaluate
from benchmarks.scoring import Scored

OVERALL = {
    "recall": Ratio(("found",), ("found", "missed")),
    "precision": Ratio(("found",), ("found", "wrong")),
    "article characters taken": Ratio(("wrong",), ("article",)),
    "documents damaged": Ratio(("damaged",), ("documents",)),
    "clean documents kept": Ratio(("clean_kept",), ("clean",)),
    "dirty documents cleaned": Ratio(("dirty_cleaned",), ("dirty",)),
    "perfect documents": Ratio(("perfect",), ("documents",)),
    "optional residue taken": Ratio(("free_taken",), ("free",)),
}
PRESENCE = ("dateline", "byline", "embeds", "credits", "boundaries")
FIELDS = (
    "date.day",
    "dateline.place",
    "dateline.region",
    "dateline.agency",
    "dateline.date",
    "byline.names",
    "embeds.platform",
    "embeds.author",
    "embeds.handle",
    "embeds.date",
    "embeds.text",
    "credits.agency",
    "credits.photographer",
)


def report(scored: Sequence[Scored]) -> dict[str, Any]:
    """Return all figures: overall, per category, per language, of metadata and boundaries."""
    outlets = by_outlet((_outlet(item.gold), item.counts) for item in scored)
    totals = sum(outlets, Counter())
    names = sorted({key.split("/")[1].split(":")[0] for key in totals if key.startswith("all/")})
    languages = Counter(item.gold["lang"] for item in scored)
    return {
        "documents": totals["documents"],
        "outlets": len(outlets),
        "unanswered": totals["unanswered"],
        "overall": evaluate(OVERALL, outlets),
        "categories": {name: evaluate(_category(name), outlets) for name in names},
        "languages": {
            language: {"documents": count, **evaluate(OVERALL, _only(scored, language))}
            for language, count in languages.most_common()
        },
        "metadata": evaluate(_metadata(), outlets),
    }


def _outlet(gold: Mapping[str, Any]) -> str:
    """Documents of no outlet, or put together from several, stand for themselves."""
    outlet = gold.get("outlet")
    return gold["id"] if outlet in (None, "", "constructed") else outlet


def _only(scored: Iterable[Scored], language: str) -> list[Counter[str]]:
    mine = [item for item in scored if item.gold["lang"] == language]
    return by_outlet((_outlet(item.gold), item.counts) for item in mine)


def _category(name: str) -> dict[str, Ratio]:
    return {
        "spans": Ratio((f"required/{name}:found",), (f"required/{name}:spans",)),
        "characters": Ratio((f"required/{name}:taken",), (f"required/{name}:characters",)),
        "spans with optional": Ratio((f"all/{name}:found",), (f"all/{name}:spans",)),
        "characters with optional": Ratio((f"all/{name}:taken",), (f"all/{name}:characters",)),
        "labelled right": Ratio((f"label/{name}:right",), (f"label/{name}:characters",)),
        "labelled residue": Ratio((f"label/{name}:residue",), (f"label/{name}:characters",)),
    }


def _metadata() -> dict[str, Ratio]:
    ratios = {}
    for name in PRESENCE:
        ratios[f"{name} recall"] = Ratio((f"{name}:both",), (f"{name}:both", f"{name}:missed"))
        ratios[f"{name} precision"] = Ratio((f"{name}:both",), (f"{name}:both", f"{name}:extra"))
    for name in FIELDS:
        ratios[name] = Ratio((f"{name}:right",), (f"{name}:asked",))
    return ratios


def as_json(figures: Any) -> Any:
    """Return the report with every value as a dict, for ``json``."""
    if isinstance(figures, Value):
        return figures._asdict()
    return {name: as_json(item) for name, item in figures.items()} if isinstance(figures, Mapping) else figures


def show(figures: Mapping[str, Any]) -> Iterable[str]:
    """Yield the report's lines for a terminal, the summary last."""
    yield f"{'category':20} {'spans':>9} {'':>5}  {'characters':>10}  {'95 % interval':>13}   {'with optional':>13}"
    for name, row in figures["categories"].items():
        spans, characters, every = row["spans"], row["characters"], row["spans with optional"]
        optional = f"{every.right}/{every.of}" if every.of != spans.of else ""
        found = f"{spans.right}/{spans.of}" if spans.of else "-"
        yield (
            f"{name:20} {found:>9} {_number(spans.value, 2):>5}  {_number(characters.value):>10}"
            f"  {_interval(characters):>13}   {optional:>13}"
        )
    yield ""
    yield f"{'language':10} {'docs':>4}  {'recall':>6} {'taken':>8} {'damaged':>7} {'clean kept':>10} {'perfect':>7}"
    for language, row in figures["languages"].items():
        clean = row["clean documents kept"]
        yield (
            f"{language:10} {row['documents']:>4}  {_number(row['recall'].value):>6}"
            f" {_percent(row['article characters taken'].value):>8} {row['documents damaged'].right:>7}"
            f" {f'{clean.right}/{clean.of}' if clean.of else '-':>10} {row['perfect documents'].right:>7}"
        )
    asked = {name: value for name, value in figures["metadata"].items() if value.of}
    if asked:
        yield ""
    for name, value in asked.items():
        yield f"{name:24} {f'{value.right}/{value.of}':>9}  {_number(value.value)}  {_interval(value)}"
    yield ""
    for name, value in figures["overall"].items():
        if value.of:
            shown = _percent(value.value, 4) if name == "article characters taken" else _number(value.value)
            yield f"{name:24} {f'{value.right}/{value.of}':>15}  {shown:>8}  {_interval(value)}"


def summary(figures: Mapping[str, Any]) -> str:
    """Return the report in one line."""
    overall = figures["overall"]
    clean = overall["clean documents kept"]
    unanswered = f" ({figures['unanswered']} without an answer)" if figures["unanswered"] else ""
    return (
        f"{figures['documents']} documents of {figures['outlets']} outlets{unanswered}:"
        f" recall {_number(overall['recall'].value)}, damaged {overall['documents damaged'].right}"
        f" ({_percent(overall['article characters taken'].value, 4)} of article characters),"
        f" clean kept {clean.right}/{clean.of}, perfect {overall['perfect documents'].right}"
    )


def _number(value: float | None, digits: int = 3) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _percent(value: float | None, digits: int = 2) -> str:
    return "-" if value is None else f"{value:.{digits}%}"


def _interval(value: Value) -> str:
    if value.low is None or value.high is None:
        return ""
    digits = 4 if 0 < value.high < 0.01 else 3
    return f"[{value.low:.{digits}f}, {value.high:.{digits}f}]"
