"""Mend the characters of a text: mojibake, entities, invisible and control characters, white space, apostrophes.

``repair`` runs a few stages until none of them finds anything more. Each stage takes a text and yields edits on it; the
edits of all stages are composed into edits on the text that came in, so that every change can be seen and undone.

Left alone on purpose: curly quotes; mojibake that is quoted because the text speaks of it; full-width punctuation where
a text is Chinese, Japanese or Korean; entities where a text shows markup; the joiners of Persian, Kurdish, Hindi and
emoji; U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from unicodedata import combining, normalize

from ftfy.badness import is_bad
from ftfy.chardata import CONTROL_CHARS, HTML_ENTITY_RE, LIGATURES, WIDTH_MAP
from ftfy.fixes import unescape_html

from cleaners import edits as editing
from cleaners import gate
from cleaners.apostrophes import apostrophes
from cleaners.diff import diff
from cleaners.model import Edit

_ROUNDS: Final = 10  # two are the rule: one that mends, one that finds nothing
_LONG_SEGMENT: Final = 1_000

_MARKUP: Final = re.compile(r"<(?:/?[a-z][a-z0-9]*\s*/?>|[a-z][a-z0-9]*\s+[a-z-]+\s*=|!--|!doctype)", re.I | re.A)
_EAST_ASIAN: Final = re.compile(
    "[\u2e80-\u2fdf\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LINE_END: Final = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
# quoted on both sides and nothing else between: the text speaks of the mojibake
_QUOTED: Final = re.compile("""(?<=["'`“”„‘‚«])[^\x00-\x7f]{2,4}?(?=["'`”“’‘»])""")
# in a name in capitals an Ã is an Ã: à would be a small letter
_CAPITAL_NAME: Final = re.compile("(?<=[A-Z])Ã\xa0(?=[A-Z])")

# an ampersand that was escaped again and again, or any entity
_ENTITY: Final = re.compile(f"(&(?:amp;){{2,}})|{HTML_ENTITY_RE.pattern}")

_SPACES: Final = "\xa0\u2000-\u200a\u202f\u205f"
_DIRECTIONS: Final = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Thai, Lao, Burmese and Khmer have no spaces between words: there a zero-width space is one
_UNSPACED: Final = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
_OWN: Final = re.compile(
    f"(?P<space>[{_SPACES}])|(?P<control>[\x80-\x9f])|(?P<direction>[{_DIRECTIONS}])"
    f"|(?P<invisible>[\xad\u2060-\u2064]|(?<!{_UNSPACED})\u200b(?!{_UNSPACED}))"
)
_OURS: Final = re.compile(f"[`´&\r\x0b\x0c\u2028\u2029\xad\x80-\x9f\u200b\u2060-\u2064{_SPACES}{_DIRECTIONS}]")


class _Plan(NamedTuple):
    """What is decided once, from the text as it came."""

    unescape: bool
    width: bool
    combining_run: int


def repair(text: str, combining_run: int = 10) -> tuple[str, list[Edit]]:
    """Return the mended text and the edits that mend it: ``edits.apply(text, edits)`` is the mended text.

    Runs of more than ``combining_run`` combining marks are cut to that length. Mended text comes back unchanged.

    >>> mended, edits = repair("It`s a cafÃ© &amp; bar")
    >>> mended
    "It's a café & bar"
    >>> [(edit.before, edit.after, edit.fix) for edit in edits]
    [('`', "'", 'apostrophe'), ('Ã©', 'é', 'encoding'), ('&amp;', '&', 'entity')]
    """
    characters = gate.notable(text)
    if not characters:
        return text, []
    distinct = "".join(characters)
    plan = _Plan(
        unescape="&" in characters and not _MARKUP.search(text),
        width=_EAST_ASIAN.search(distinct) is None,
        combining_run=combining_run,
    )
    if not (
        _OURS.search(distinct) or gate.may_change(text, characters, width=plan.width) or any(map(combining, distinct))
    ):
        return text, []
    made: list[Edit] = []
    for _ in range(_ROUNDS):
        before = text
        for stage in _STAGES:
            found = list(stage(text, distinct, plan))
            if found:
                made = editing.compose(made, text, found)
                text = editing.apply(text, found)
                distinct = "".join(gate.notable(text))
        if text == before:
            break
    return text, made


def _line_ends(text: str, distinct: str, plan: _Plan) -> Iterator[Edit]:
    """Mixed line ends and the exotic ones become line feeds."""
    if _LINE_END.search(distinct):
        for match in _LINE_END.finditer(text):
            yield Edit(match.start(), match[0], "\n", "line-end")


def _entities(text: str, distinct: str, plan: _Plan) -> Iterator[Edit]:
    """Entities become characters, unless the text shows markup."""
    if plan.unescape and "&" in distinct:
        for match in _ENTITY.finditer(text):
            character = "&" if match[1] else unescape_html(match[0])
            if character != match[0]:
                yield Edit(match.start(), match[0], character, "entity")


def _combining_runs(text: str, distinct: str, plan: _Plan) -> Iterator[Edit]:
    """Overlong runs of combining marks are cut: normalising one takes time by the square of its length."""
    marks = "".join(character for character in distinct if combining(character))
    if marks:
        kept = plan.combining_run
        for match in re.finditer(f"[{marks}]{{{kept + 1},}}", text):
            yield Edit(match.start() + kept, match[0][kept:], "", "combining")


def _ftfy(text: str, distinct: str, plan: _Plan) -> Iterator[Edit]:
    """What ftfy mends: mojibake, ligatures, full-width letters, control characters, normal form."""
    if not gate.may_change(text, set(distinct), width=plan.width):
        return
    for start, end in gate.suspects(text, width=plan.width):
        segment = text[start:end]
        fixed = _ask_ftfy(segment, plan)
        normalized = normalize("NFC", segment) == fixed
        for change in diff(segment, fixed) if fixed != segment else ():
            fix = "normal-form" if normalized else _name(change.before, change.after)
            yield Edit(start + change.start, change.before, change.after, fix)


def _ask_ftfy(segment: str, plan: _Plan) -> str:
    spoken_of = _CAPITAL_NAME.sub("A ", _QUOTED.sub("x", segment))
    encoding = spoken_of == segment or is_bad(spoken_of)
    if len(segment) > _LONG_SEGMENT:
        # normalised in the next round, when overlong runs of marks that come out of mojibake have been cut
        fixed = gate.fix_segment(segment, width=plan.width, encoding=encoding, normalize=False)
        if fixed != segment:
            return fixed
    return gate.fix_segment(segment, width=plan.width, encoding=encoding)


def _name(before: str, after: str) -> str:
    """Say which of ftfy's fixes made a change."""
    if before.startswith("\x1b") or before.translate(CONTROL_CHARS) == after:
        return "invisible" if before.strip("\ufeff") == after else "control"
    if before.translate(LIGATURES) == after:
        return "ligature"
    if before.translate(WIDTH_MAP) == after:
        return "width"
    return "normal-form" if normalize("NFC", before) == normalize("NFC", after) else "encoding"


def _characters(text: str, distinct: str, plan: _Plan) -> Iterator[Edit]:
    """Odd spaces become plain ones; soft hyphens, zero-width and control characters go."""
    if not _OWN.search(distinct):
        return
    directions = _RIGHT_TO_LEFT.search(distinct) is None
    for match in _OWN.finditer(text):
        kind = str(match.lastgroup)
        if kind == "space":
            yield Edit(match.start(), match[0], " ", "space")
        elif kind != "direction" or directions:
            yield Edit(match.start(), match[0], "", "control" if kind == "control" else "invisible")


def _apostrophes(text: str, distinct: str, plan: _Plan) -> Iterator[Edit]:
    """Backticks and acute accents that stand for an apostrophe become one."""
    if "`" in distinct or "´" in distinct:
        yield from apostrophes(text)


_STAGES: Final = (_line_ends, _entities, _combining_runs, _ftfy, _characters, _apostrophes)
