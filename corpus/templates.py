"""Site templates: lines that a site prints around its articles, learned from what cleaning has left in an output."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cleaners.errors import SetupError
from cleaners.rules.check import problems
from cleaners.rules.pack import read_pack
from corpus.template_counts import Site, count
from corpus.template_evidence import Judged, judge
from corpus.template_packs import approve, file_name, render, write

__all__ = ["MIN_DOCUMENTS", "MIN_SHARE", "Learned", "approve", "learn", "learn_packs"]

MIN_DOCUMENTS = 10
MIN_SHARE = 0.01


class Learned(NamedTuple):
    """What was learned of one site: the ``templates``, and the lines that repeat for another reason."""

    site: Site
    templates: list[Judged]
    others: list[Judged]


def learn(
    out: str | Path,
    *,
    sites: Sequence[str] = (),
    min_documents: int = MIN_DOCUMENTS,
    min_share: float = MIN_SHARE,
) -> Iterator[Learned]:
    """Judge the repeated lines of an output, site by site, in order of their names.

    A document without a site counts to its source. ``sites`` bounds the work to those named; a line counts that stands
    in ``min_documents`` different documents of a site, and in ``min_share`` of them. Raises :class:`SetupError` when
    there is no output.
    """
    with tempfile.TemporaryDirectory(prefix="copydesk-") as scratch:
        for site in count(out, scratch, sites, min_documents, min_share):
            lines = judge(site, min_documents)
            yield Learned(site, [line for line in lines if not line.against], [line for line in lines if line.against])


def learn_packs(found: Sequence[Learned], folder: Path, day: str | None = None) -> list[Path | None]:
    """Write a pack for each site that has templates; return the paths, None for a site without.

    ``day`` dates the packs; without it the last date of the site's documents does. The same templates give the same
    bytes. Raises :class:`SetupError` if ``day`` is no date, or the folder cannot be written or holds another pack of
    the same name.
    """
    if day is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        raise SetupError(f"{day!r} is no date", remedy="write --date as 2026-01-31")
    packs: dict[str, str] = {}
    names: list[str | None] = []
    for site, templates, _ in found:
        names.append(file_name(site.name, day or site.last, packs) if templates else None)
        if name := names[-1]:
            packs[name] = render(site, _sound(site, templates))
    write(folder, packs)
    return [folder / name if name else None for name in names]


def _sound(site: Site, templates: list[Judged]) -> list[Judged]:
    """The lines whose rules do what they say."""
    with tempfile.TemporaryDirectory(prefix="copydesk-") as scratch:
        path = Path(scratch) / file_name(site.name, None)
        path.write_text(render(site, templates), encoding="utf-8")
        rules = read_pack(path).rules
    return [line for line, rule in zip(templates, rules, strict=True) if not list(problems(rule))]
