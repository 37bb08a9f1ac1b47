"""Drift: whether what came in since the last run is still like what stood before it.

Records that are new or changed are held to those that stood (:class:`~corpus.profile.Counted`); where rules, settings
or libraries have changed, records that stood are also held to what they were like under the old ones. Sites are
compared with themselves, and sums over all sites are taken as if the sites had kept their shares: another mix of
sites is no drift. A site that brings few records a night waits until enough have come together. What moved is said
once, and does not become what later records are held to.

``OUT/_drift`` holds what the next run compares with. A run that was killed leaves it as it was, so that the next
one looks at what came since the last run that was looked at.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from corpus import output
from corpus.config import Drift as Bounds

if TYPE_CHECKING:
    from corpus.profile import Marks, Profile, Sums
    from corpus.tombstones import Forgotten

FOLDER, STATE = "_drift", "last.json"
VERSION = 1
"""Version of :data:`STATE`; one of another version is not compared with."""
SIGMAS = 4.0
"""Standard errors by which two shares must differ: by chance, less than one comparison in ten thousand does."""
SPREAD = 0.1
"""Least variance of shares that documents have each of their own, as a part of what yes or no would have."""
SHOWN = 30
"""Sites and rules that are shown although they did not move: those that changed most."""
TOLD = 3
"""Moves that a message names."""

MEASURES = {"removed": "removed share", "empty": "empty texts", "undated": "documents without a date"}
ALL = "all sites"

Verdict = Literal["steady", "moved", "known", "too few"]


@dataclass(frozen=True)
class Change:
    """A share before and now, of ``subject``: all sites, one site, one rule or one language.

    ``before`` and ``now`` are means over records (rejections) or documents (all else), ``count`` how many are behind
    ``now``. ``by`` names the rule or site that did most of it. ``known``: it moved, and an earlier run has said so.
    """

    subject: str
    measure: str
    before: float
    now: float
    count: int
    verdict: Verdict
    by: str = ""
    again: bool = False

    @property
    def key(self) -> str:
        """What is one alarm: the subject, its measure, and the direction."""
        return f"{self.subject}, {self.measure}, {'up' if self.now > self.before else 'down'}"

    def __str__(self) -> str:
        """The change in a few words.

        >>> str(Change("site hill.example", "removed share", 0.031, 0.48, 120, "moved", "rule caption/gallery"))
        'site hill.example: removed share 3.1% before, 48.0% in 120 new documents, most by rule caption/gallery'
        """
        what = "records" if self.measure == "rejected" else "documents"
        where = f"the same {what}, cleaned again" if self.again else f"{self.count:,} new {what}"
        by = f", most by {self.by}" if self.by else ""
        return f"{self.subject}: {self.measure} {self.before:.1%} before, {self.now:.1%} in {where}{by}"


@dataclass(frozen=True)
class Report:
    """What a comparison gave. ``against`` is the id of the run compared with, None where there was nothing before."""

    against: str | None = None
    new: int = 0
    changes: tuple[Change, ...] = ()

    @property
    def moved(self) -> list[Change]:
        """What moved past its bound and was not said before: sites and rules first."""
        return [change for change in self.changes if change.verdict == "moved"]

    @property
    def problem(self) -> str | None:
        """What moved, in one line, or None."""
        moved = self.moved
        if not moved:
            return None
        more = f"; {len(moved) - TOLD} more" if len(moved) > TOLD else ""
        return "drift since the last run: " + "; ".join(map(str, moved[:TOLD])) + more


@dataclass(frozen=True)
class _Last:
    """What stood when a run last looked: ``profile`` and ``marks`` of what is normal, marks of what was ``odd``."""

    run: str
    fingerprint: str
    commits: str
    profile: Profile
    moved: tuple[str, ...] = ()
    marks: Marks = field(default_factory=lambda: np.empty(0, np.uint64))
    odd: Marks = field(default_factory=lambda: np.empty(0, np.uint64))


def watch(out: str | Path, shards: Collection[str], run: str, fingerprint: str, bounds: Bounds) -> Report:
    """Compare what stands in ``shards`` with what stood at the last look, and note it for the next.

    ``run`` names this run, ``fingerprint`` what its records were cleaned by. The caller holds the output.
    """
    from corpus import profile  # duckdb takes a while to import, and runs that find nothing to do need none

    last = _load(out)
    commits = _commits(out, shards)
    if last is not None and last.commits == commits:
        return Report(last.run)
    if last is None:
        found = profile.count(out, shards)
        _save(out, _Last(run, fingerprint, commits, found.new, (), np.sort(found.arrived)))
        return Report(None, _records(found.new))
    found = profile.count(out, shards, last.marks, last.odd)
    changes, before = [], last.profile
    if last.fingerprint != fingerprint and found.known:
        changes = [replace(change, again=True) for change in compare(before, found.known, bounds)]
        before = found.known
    new = [_known(change, last.moved) for change in compare(before, found.new, bounds)]
    odd = _odd(new, found.new)
    waiting = {site for site, sums in found.new.items() if _waits(sums, before.get(site, {}), bounds)}
    settled = found.new.keys() - odd - waiting
    normal = profile.added(found.known, {site: found.new[site] for site in settled})
    normal |= {site: before[site] for site in odd & before.keys()}
    note = _Last(
        run,
        fingerprint,
        commits,
        normal,
        _said(new, last.moved, normal),
        np.sort(np.concatenate([found.marks, found.of(settled)])),
        np.sort(np.concatenate([found.odd, found.of(odd - waiting)])),
    )
    _save(out, note)
    return Report(last.run, _records(found.new), tuple(_shown([*changes, *new])))


def compare(before: Profile, now: Profile, bounds: Bounds) -> list[Change]:
    """Compare two profiles: all sites together, each site, each rule and each language.

    A share has moved when it differs by more than its bound and by more than :data:`SIGMAS` standard errors, with
    enough documents on both sides. Of the two usual errors of proportions, pooled or not, the larger counts.
    """
    sites = [site for site in sorted(now) if site in before]
    names = {name for profile_ in (before, now) for sums in profile_.values() for name in sums}
    rules = sorted(name for name in names if name.startswith("rule "))
    languages = sorted(name for name in names if name.startswith("language "))
    changes = []
    for site in sites:
        for measure in ("removed", "rejected", "empty", "undated"):
            change = _change(f"site {site}", measure, [site], before, now, bounds)
            if change and change.verdict == "moved" and measure in ("removed", "empty"):
                change = replace(change, by=_rule(before[site], now[site], rules, up=change.now > change.before))
            changes.append(change)
    for rule in rules:
        change = _change(rule, rule, sites, before, now, bounds)
        if change and change.verdict == "moved":
            change = replace(change, by=_site(before, now, sites, rule, up=change.now > change.before))
        changes.append(change)
    changes += [
        _change(ALL, measure, sites, before, now, bounds) for measure in ("removed", "rejected", "empty", "undated")
    ]
    changes += [_change(language, language, sites, before, now, bounds) for language in languages]
    return [change for change in changes if change is not None]


def _change(
    subject: str, name: str, sites: Iterable[str], before: Profile, now: Profile, bounds: Bounds
) -> Change | None:
    """One share over some sites; before, each site counts for as much as it does now."""
    of = "records" if name == "rejected" else "documents"
    weights = {site: now[site][of] for site in sites if now[site].get(of) and before[site].get(of)}
    count = sum(weights.values())
    if not count:
        return None
    share = sum(now[site].get(name, 0) for site in weights) / count
    expected = sum(weight * _share(before[site], name, of) for site, weight in weights.items()) / count
    against = count**2 / sum(weight**2 / before[site][of] for site, weight in weights.items())
    apart = sum(
        (weight / count) ** 2
        * (_variance(now[site], name, of) / weight + _variance(before[site], name, of) / before[site][of])
        for site, weight in weights.items()
    )
    pooled = (expected * against + share * count) / (against + count)
    together = pooled * (1 - pooled) * (1 / against + 1 / count) * (1 if _counted(name) else SPREAD)
    verdict: Verdict = "steady"
    if min(count, against) < bounds.documents:
        verdict = "too few"
    elif abs(share - expected) > max(_bound(name, bounds), SIGMAS * math.sqrt(max(apart, together, 0))):
        verdict = "moved"
    return Change(subject, _measure(name), round(expected, 6), round(share, 6), round(count), verdict)


def _counted(name: str) -> bool:
    """Whether each record or document is so or not; else each has a share of its own."""
    return not name.startswith(("rule ", "removed"))


def _variance(sums: Sums, name: str, of: str) -> float:
    """How much records or documents vary.

    >>> _variance({"records": 10, "rejected": 5}, "rejected", "records")
    0.25
    >>> _variance({"documents": 2, "removed": 0.5, "squares removed": 0.25}, "removed", "documents")
    0.0625
    """
    mean = _share(sums, name, of)
    squares = mean if _counted(name) else _share(sums, f"squares {name}", of)
    return max(squares - mean**2, 0.0)


def _measure(name: str) -> str:
    if name.startswith("rule "):
        return MEASURES["removed"]
    return "share of documents" if name.startswith("language ") else MEASURES.get(name, name)


def _bound(name: str, bounds: Bounds) -> float:
    bound: float = getattr(bounds, name.partition(" ")[0])
    return bound


def _share(sums: Sums, name: str, of: str) -> float:
    return sums.get(name, 0) / sums[of] if sums.get(of) else 0.0


def _rule(before: Sums, now: Sums, rules: Iterable[str], *, up: bool) -> str:
    """The rule that moved most, in one direction, at a site."""
    return _most({rule: _share(now, rule, "documents") - _share(before, rule, "documents") for rule in rules}, up=up)


def _site(before: Profile, now: Profile, sites: Iterable[str], rule: str, *, up: bool) -> str:
    """The site on which a rule moved most, in all its documents together."""
    grown = {}
    for site in sites:
        here, there = now[site], before[site]
        grown[f"site {site}"] = here.get(rule, 0) - here.get("documents", 0) * _share(there, rule, "documents")
    return _most(grown, up=up)


def _most(grown: Mapping[str, float], *, up: bool) -> str:
    turned = {name: value if up else -value for name, value in grown.items()}
    name = max(sorted(turned), key=lambda one: turned[one], default="")
    return name if name and turned[name] > 0 else ""


def _waits(now: Sums, before: Sums, bounds: Bounds) -> bool:
    """Whether a site's new records are too few to be judged yet, while there is something to hold them to."""
    return now.get("records", 0) < bounds.documents <= before.get("records", 0)


def _shown(changes: Iterable[Change]) -> list[Change]:
    """What moved, then the sums over all sites, then those that changed most."""
    order = {"moved": 0, "known": 1, "steady": 2, "too few": 2}
    whole = [change for change in changes if change.subject == ALL or change.subject.startswith("language ")]
    parts = sorted(
        (change for change in changes if change not in whole),
        key=lambda one: (order[one.verdict], not one.subject.startswith("site "), -abs(one.now - one.before), one.key),
    )
    told = [change for change in parts if order[change.verdict] < 2]
    rest = sorted(parts[len(told) :], key=lambda one: -abs(one.now - one.before))
    return [*told, *whole, *rest[:SHOWN]]


def _said(changes: Iterable[Change], before: Iterable[str], there: Profile) -> tuple[str, ...]:
    """What need not be said again: what moved now, and what did before and was not seen to be back in place."""
    changes = list(changes)
    judged = {(change.subject, change.measure) for change in changes if change.verdict != "too few"}
    still = {change.key for change in changes if change.verdict in ("moved", "known")}
    for key in before:
        subject, measure, _ = key.rsplit(", ", 2)
        if (subject, measure) not in judged and _site_of(key) in {None, *there}:
            still.add(key)
    return tuple(sorted(still))


def _site_of(key: str) -> str | None:
    """The site that a key is about.

    >>> _site_of("site hill.example, removed share, up"), _site_of("rule ad/label, removed share, down")
    ('hill.example', None)
    """
    subject = key.rsplit(", ", 2)[0]
    return subject.removeprefix("site ") if subject.startswith("site ") else None


def _records(profile_: Profile) -> int:
    return round(sum(sums.get("records", 0) for sums in profile_.values()))


def _known(change: Change, moved: Collection[str]) -> Change:
    """The change, marked as known if it moved and an earlier run has said so."""
    return replace(change, verdict="known") if change.verdict == "moved" and change.key in moved else change


def _odd(changes: Iterable[Change], new: Profile) -> set[str]:
    """The sites whose new records must not become what later ones are held to: those that moved.

    They are all sites where a sum over all of them moved, and none of them alone.
    """
    moved = [change for change in changes if change.verdict in ("moved", "known")]
    sites = {change.subject.removeprefix("site ") for change in moved if change.subject.startswith("site ")}
    return sites if sites or not moved else set(new)


def _commits(out: str | Path, shards: Iterable[str]) -> str:
    """A hash of what stands."""
    digest = hashlib.sha256()
    for name in sorted(shards):
        facts = output.footer(out, name) or {}
        digest.update(f"{name} {facts.get('commit')}\n".encode())
    return digest.hexdigest()[:20]


def _load(out: str | Path) -> _Last | None:
    """What the last look noted; None if there was none, or its notes cannot be read."""
    folder = Path(out) / FOLDER
    try:
        found = json.loads((folder / STATE).read_text(encoding="utf-8"))
        if found["version"] != VERSION:
            return None
        with np.load(folder / found["marks"], allow_pickle=False) as marks:
            return _Last(
                found["run"],
                found["fingerprint"],
                found["commits"],
                found["profile"],
                tuple(found["moved"]),
                marks["marks"],
                marks["odd"],
            )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _save(out: str | Path, last: _Last) -> None:
    """Note what stands: the marks first, under a name of their own, then what names them."""
    folder = Path(out) / FOLDER
    folder.mkdir(exist_ok=True)
    name = f"{last.run}.npz"
    with (folder / name).open("wb") as stream:
        np.savez(stream, marks=last.marks, odd=last.odd)
        stream.flush()
        os.fsync(stream.fileno())
    _write(folder, last)
    for old in folder.glob("*.npz"):
        if old.name != name:
            old.unlink()


def _write(folder: Path, last: _Last) -> None:
    values: dict[str, Any] = {
        "version": VERSION,
        "run": last.run,
        "fingerprint": last.fingerprint,
        "commits": last.commits,
        "moved": list(last.moved),
        "marks": f"{last.run}.npz",
        "profile": last.profile,
    }
    output.write_json(folder / STATE, values)


def forget(out: str | Path, forgotten: Forgotten) -> None:
    """Take forgotten sites out of the notes."""
    last = _load(out)
    if last is None:
        return
    kept = {site: sums for site, sums in last.profile.items() if not forgotten.of_site(site)}
    moved = tuple(key for key in last.moved if not forgotten.of_site(_site_of(key)))
    if (len(kept), len(moved)) != (len(last.profile), len(last.moved)):
        _write(Path(out) / FOLDER, replace(last, profile=kept, moved=moved))
