"""Author bios: paragraphs at the end that say who wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.knowledge.names import ROLES, read_names, surname
from cleaners.model import Match
from cleaners.view import Line, View

TAIL = 5
"""Lines from the end among which a bio stands."""
LONGEST = 700
"""Characters of the longest bio."""

_OPENING = re.compile(r"[-–—*•( ]*(?:[^\W\d_]\S* [^\W\d_a-zß-ÿ]|(?i:the |der |die |l[’']|el |la |o |a )[aw])")
_SAYS_WHO = re.compile(
    r",?\s*(?:[^.!?]{0,40},\s)?(?:is|are|ist|est|es|è|writes|covers|reports|works|teaches|"
    r"has (?:written|covered|been)|joined|lives|schreibt|arbeitet|leitet|é|jest|escribe|scrive"
    r"|écrit)\b\s*(?P<what>[^.!?]{2,200})"
)
_TELLS = re.compile(r"\b(?:said|says|told|charged|added|according|arrested|accused|killed)\b|[“”]", re.IGNORECASE)
_VERB = re.compile(
    r" (?:is|are|ist|est|es|è|writes|covers|reports|works|teaches|has|joined|lives|schreibt|arbeitet|leitet|vive|é|jest"
    r"|escribe|scrive|écrit) "
)
_NAMELESS = re.compile(
    r"[-–—*•(\s]*(?:the (?:author|writer)s?|der autor|die autorin|l[’']auteur|el autor|la autora|o autor|a autora) "
    r"(?:is|are|was|has|ist|est|es|é|writes|lives|teaches|works|schreibt|lebt) ",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"author of|fellow (?:at|with|of|in)|professor|director|founder|host of|blogs?\b|contribut|freelance|based in|"
    r"newsletter|podcast|twitter|is writing|ressort|books?\b|profess|journalist|dziennikar|scrittric?e?"
    r"|escritora?|lives in",
    re.IGNORECASE,
)
_WRITES = re.compile(r"\b(?:covers|writes|reports|has (?:covered|written)|schreibt|escribe|scrive|écrit)\s*$")
_HEADING = re.compile(
    r"[-–—*•:\s]*(?:about the (?:authors?|writer|reporter)|über (?:den autor|die autorin)|"
    r"zu(?:m|r) (?:autor|autorin|person)|"
    r"à propos de l[’']aute?urs?|sobre (?:el|la|o|a) autora?|over de auteur|об? авторе|om forfatteren|"
    r"l[’']autore)\s*(?::|$)",
    re.IGNORECASE,
)


def author_bio(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines near the end that begin with a name and say what that person does at a newspaper, or where else."""
    last = len(view.lines)
    for line in lines:
        if line.index < max(1, last - TAIL) or len(line.text) > LONGEST or not _OPENING.match(line.text):
            continue
        if not _VERB.search(line.text, 0, 200):
            continue
        if _NAMELESS.match(line.text):
            yield Match(line.start, line.end, None, 0.85)
            continue
        text = line.text.lstrip("-–—*•( ")
        names, end = read_names(text)
        if not names or names[0].startswith("Von "):
            continue
        says = _SAYS_WHO.match(text, end)
        if not says or _TELLS.search(text) or _told_about(view, line, names) or _story_goes_on(view, line):
            continue
        words = {word.strip(",.()").lower() for word in says["what"].split()}
        journalist = bool((ROLES - {"chief", "fellow", "special"}) & words) or any(
            word.endswith(("redakteur", "redakteurin")) for word in words
        )
        journalist = journalist or _WRITES.search(text[end : says.start("what")]) is not None
        if journalist or (_STRONG.search(says["what"]) and line.index >= last - 2):
            yield Match(line.start, line.end, None, 0.85 if journalist else 0.7)


def about(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """The heading *About the author* with the paragraph that follows it, or that shares its line."""
    for line in lines:
        found = _HEADING.match(line.text)
        if not found or line.index < max(1, len(view.lines) // 3):
            continue
        if found.end() < len(line.text):
            yield Match(line.start, line.end)
            continue
        follower = view.lines[line.index + 1] if line.index + 1 < len(view.lines) else None
        close = follower is not None and len(follower.text) <= LONGEST
        yield Match(line.start, follower.end if follower and close else line.end)


def _story_goes_on(view: View, line: Line) -> bool:
    """Whether a paragraph of the article follows."""
    return any(len(other.text) > 150 and not read_names(other.text)[0] for other in view.lines[line.index + 1 :])


def _told_about(view: View, line: Line, names: Sequence[str]) -> bool:
    """Whether the article tells about one of the persons before the line (short first lines do not count)."""
    body = next((other.start for other in view.lines[: min(3, line.index)] if len(other.text) > 60), 0)
    return any(surname(name) in view.text[body : line.start] for name in names)
