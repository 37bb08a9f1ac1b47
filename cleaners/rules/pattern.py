"""Patterns of rules: RE2, in linear time whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import re2

ASCII_ONLY = (r"\b", r"\w", r"\B", r"\W")
"""What RE2 reads as if all letters were ASCII."""


class Pattern:
    """A pattern of one kind (``line``, ``phrase``, ``lead``, ``tail``).

    It is compiled when it is first needed: that takes milliseconds, and a text needs few of all patterns.

    >>> list(Pattern("phrase", r"\\((?P<cut>photo): [a-z]+\\)").spans("rain (photo: roe) and (photo: doe)"))
    [(6, 11), (23, 28)]
    """

    def __init__(self, kind: str, source: str) -> None:
        self.kind, self.source = kind, source

    @cached_property
    def compiled(self) -> Any:
        """The compiled pattern. Raises ``ValueError`` saying what is wrong with it."""
        if not self.source.isascii() and any(mark in self.source for mark in ASCII_ONLY):
            raise ValueError(r"\b and \w know ASCII only: write [\pL\d] for letters; word borders are checked anyway")
        anchored = {"lead": rf"\A(?:{self.source})", "tail": rf"(?:{self.source})\z"}.get(self.kind, self.source)
        options = re2.Options()
        options.log_errors = False
        try:
            return re2.compile(anchored, options=options)
        except re2.error as error:
            reason = error.args[0].decode() if isinstance(error.args[0], bytes) else error
            raise ValueError(f"broken pattern: {reason} (RE2 has no look-around and no back-references)") from error

    @cached_property
    def _group(self) -> int:
        """The group to take: ``cut`` if there is one, else the whole match."""
        return int(self.compiled.groupindex.get("cut", 0))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """What the pattern takes of a line's text, in order."""
        if self.kind == "line":
            whole = self.compiled.fullmatch(text)
            found = [whole] if whole else []
        else:
            found = self.compiled.finditer(text)
        for match in found:
            start, end = match.span(self._group)
            if start < 0:  # an alternative without the group
                start, end = match.span()
            if start < end:
                yield start, end
