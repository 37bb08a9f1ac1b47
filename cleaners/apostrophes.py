"""Backticks and acute accents that were typed for an apostrophe (``didn`t``, ``l´année``).

In Somali, Uzbek and Hawaiian the same sign is a letter. So only what looks like an English, German, French or Italian
clitic is mended, and the doubtful ones only where such signs mostly are clitics in the text at hand. Code between
backticks stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cleaners.model import Edit

_SIGN: Final = "[`´]"
_LETTER: Final = r"[^\W\d_]"

_BETWEEN_LETTERS: Final = re.compile(f"(?<={_LETTER}){_SIGN}(?={_LETTER})")
_CODE: Final = re.compile(r"(?<!\w)`[^`\n]+`(?!\w)")
_CURLY: Final = re.compile(f"{_LETTER}’{_LETTER}")

# nobody writes these with a letter in the middle
_CERTAIN: Final = re.compile(
    rf"(?<=n){_SIGN}(?=t\b)"
    rf"|(?:(?<=\bI)|(?<=\bwe)|(?<=\byou)|(?<=\bthey)){_SIGN}(?=(?:ve|ll|re|d)\b)"
    rf"|(?:(?<=\bhe)|(?<=\bshe)|(?<=\bit)|(?<=\bthat)|(?<=\bwho)|(?<=\bthere)){_SIGN}(?=(?:ll|d|s)\b)"
    rf"|(?:(?<=could)|(?<=would)|(?<=should)|(?<=might)|(?<=must)){_SIGN}(?=ve\b)"
    rf"|(?<=\bI){_SIGN}(?=m\b)|(?<=\blet){_SIGN}(?=s\b)|(?<=\bo){_SIGN}(?=clock\b)|(?<=\baujourd){_SIGN}(?=hui\b)"
    rf"|(?:(?<=\b[jlnd])|(?<=\bqu)|(?<=\bdell)|(?<=\ball)|(?<=\bnell)|(?<=\bsull)|(?<=\bdall)){_SIGN}(?=[éèêàâîôûœ]|h[aeéiou])"
    rf"|(?-i:(?<=\b[OD]){_SIGN}(?=[A-Z][a-zé]))",
    re.IGNORECASE,
)
_LIKELY: Final = re.compile(
    rf"{_SIGN}(?=(?:s|ll|re|ve)\b)"
    rf"|(?:(?<=\b[cdjlmnst])|(?<=\bqu)|(?<=\b(?:un))|(?<=sq)|(?<=\b[dnac]ell)|(?<=\b[ds]all)|(?<=\ball)|(?<=\bsull)"
    rf"|(?<=\bquell)|(?<=usqu)|(?<=orsqu)|(?<=uisqu)){_SIGN}(?=[aeiouyàâäéèêëîïôöùûüœ])",
    re.IGNORECASE,
)


def apostrophes(text: str) -> Iterator[Edit]:
    """Yield an edit for each sign that stands for an apostrophe; curly if the text's own apostrophes are.

    >>> [edit.start for edit in apostrophes("I didn`t, and the Somali go`aan stays")]
    [6]
    """
    between = {match.start() for match in _BETWEEN_LETTERS.finditer(text)}
    if not between:
        return
    for code in _CODE.finditer(text):
        between -= set(range(code.start() + 1, code.end() - 1))
    certain = between & {match.start() for match in _CERTAIN.finditer(text)}
    doubtful = between - certain
    likely = doubtful & {match.start() for match in _LIKELY.finditer(text)}
    if 2 * len(likely) > len(doubtful):
        certain |= likely
    mark = "’" if _CURLY.search(text) else "'"
    for position in sorted(certain):
        yield Edit(position, text[position], mark, "apostrophe")
