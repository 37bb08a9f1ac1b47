"""The find loop: run all finders, take what they found off the view, run them again, until nothing new turns up.

So ``lead`` and ``tail`` rules reach what stood behind other residue, and cleaning clean text finds nothing more: the
last round looked at exactly the text that is handed out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaners.categories import SEPARATOR
from cleaners.cut import Nested, cut
from cleaners.model import Finding, Span
from cleaners.rules.book import RuleBook
from cleaners.space import Standing, covered, merge, settle
from cleaners.view import Context, View

ROUNDS = 7
"""Most rounds over one document; nearly always one or two are enough."""


@dataclass
class Part:
    """One document: its regions of the repaired text, what was found in it, and whether the loop came to rest."""

    segments: tuple[Span, ...]
    findings: list[Finding] = field(default_factory=list)
    settled: bool = False


class Look(NamedTuple):
    """What the rounds over one text share. ``marked`` are the categories that stay in the text."""

    text: str
    book: RuleBook
    context: Context
    marked: Container[str]


def find(text: str, book: RuleBook, context: Context, marked: Container[str] = ()) -> list[Part]:
    """Find all residue in a repaired text and cut it into documents.

    What is found of the categories in ``marked`` is off the view like all that is found, so that rules see what stands
    behind it; when nothing new turns up, it is put back, for the text as it will be handed out to be looked at too.

    Returns at least one part; the parts' segments cover the text but for the separators between them, which are
    findings of the part before.
    """
    return _find(Look(text, book, context, marked), ((0, len(text)),))


def _find(look: Look, segments: tuple[Span, ...]) -> list[Part]:
    part = Part(segments)
    hidden: list[Span] = []
    taken: list[Span] = []
    seen: frozenset[str] = frozenset()
    bare = False
    for _ in range(ROUNDS):
        standing = settle(look.text, segments, taken if bare else hidden)
        view = View(standing.text, look.context, seen)
        view.gaps = _gaps(look.text, part.findings, standing, view)
        found = look.book.find(view)
        if bare:
            found = [finding for finding in found if finding.category not in look.marked]
        cuts = cut(view, found)
        if isinstance(cuts, Nested):
            start, end = standing.boundary(cuts.start, cuts.start)[0], standing.boundary(cuts.end, cuts.end)[0]
            frame = [*_clip(segments, segments[0][0], start), *_clip(segments, end, segments[-1][1])]
            pieces = (tuple(frame), tuple(_clip(segments, start, end)))
            return [part for piece in pieces for part in _find(look, piece)]
        if cuts:
            return _cut(look, segments, [standing.boundary(*boundary) for boundary in cuts])
        new = [piece for finding in found for piece in _home(finding, standing, segments)]
        new = [finding for finding in new if not covered((finding.start, finding.end), taken if bare else hidden)]
        if not new and (bare or taken == hidden):
            part.settled = True
            break
        bare = not new
        part.findings += new
        hidden = merge([*hidden, *((finding.start, finding.end) for finding in new)])
        taken = merge([*taken, *((each.start, each.end) for each in new if each.category not in look.marked)])
        seen = frozenset(line.text for line in view.lines).difference(
            view.line_at(finding.start).text for finding in found
        )
    return [part]


def _gaps(text: str, findings: Sequence[Finding], standing: Standing, view: View) -> dict[int, str]:
    """Where whole lines were taken off the view, by the index of the line behind, with what stood right before it."""
    if not findings:
        return {}
    origins = [standing.origin(line.start, line.end)[0] for line in view.lines]
    gaps: dict[int, str] = {}
    run: list[Finding] = []
    for finding in [*sorted(findings, key=lambda finding: finding.start), None]:
        if run and (finding is None or text[max(each.end for each in run) : finding.start].strip()):
            start, end = run[0].start, max(each.end for each in run)
            if not text[text.rfind("\n", 0, start) + 1 : start].strip() and not text[end:].partition("\n")[0].strip():
                last = max(run, key=lambda each: (each.end, each.confidence, each.rule))
                gaps[bisect_left(origins, end)] = last.category
            run = []
        if finding:
            run.append(finding)
    return gaps


def _home(finding: Finding, standing: Standing, segments: Sequence[Span]) -> list[Finding]:
    """The finding counted in the repaired text: one piece for each segment it lies in, the first has the value.

    What stands between two segments belongs to another document.
    """
    pieces = _clip(segments, *standing.origin(finding.start, finding.end))
    values = [finding.value, *(None for _ in pieces)]
    return [
        finding._replace(start=start, end=end, value=value) for (start, end), value in zip(pieces, values, strict=False)
    ]


def _cut(look: Look, segments: Sequence[Span], cuts: Sequence[Span]) -> list[Part]:
    """Cut the regions at ``cuts`` and look at each piece as a document of its own; blank ones are no document."""
    parts: list[Part] = []
    position = segments[0][0]
    for start, resume in [*_joined(look.text, cuts), (segments[-1][1], segments[-1][1])]:
        parts += _find(look, tuple(_clip(segments, position, start)))
        if resume > start:
            parts[-1].findings.append(Finding(start, resume, f"{SEPARATOR}/line", None, 1.0))
        position = resume
    return parts


def _joined(text: str, cuts: Sequence[Span]) -> list[Span]:
    """The cuts, those with nothing but white space between them as one."""
    joined: list[Span] = []
    for start, resume in cuts:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], resume)
        else:
            joined.append((start, resume))
    return joined


def _clip(segments: Sequence[Span], start: int, end: int) -> list[Span]:
    return [(max(a, start), min(b, end)) for a, b in segments if max(a, start) < min(b, end)]
