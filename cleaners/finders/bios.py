"""Author bios: paragraphs at the end that say who wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import re2

from cleaners.knowledge.names import ROLES, has_given_name, is_name, read_names, surname
from cleaners.model import Match
from cleaners.view import Line, View

TAIL = 12
"""Lines from the end among which a bio stands, if no paragraph of the article follows."""
WEAK = 0.7
"""How sure a bio is that names no trade of journalism."""
SURE = 0.85
"""How sure a bio is that names such a trade."""
HEAD = 4
"""Lines from the top among which a bio stands."""
LONGEST = 700
"""Characters of the longest bio."""

_OPENING = re.compile(r"[-–—*•( ]*(?:[^\W\d_]\S* [^\W\d_a-zß-ÿ]|(?i:the |der |die |l[’']|el |la |o |a )[aw])")
_SAYS_WHO = re.compile(
    r",?\s*(?:\([^()]{2,60}\)\s*)?(?:[^.!?]{0,40},\s)?(?:currently |also |recently |now )?"
    r"(?:is|are|was|ist|war|est|es|è|writes|covers|reports|works|worked|teaches|serves|graduated|studied|leads|holds"
    r"|has (?:written|covered|been|worked|published|reported|appeared)|joined|lives|schreibt|arbeitet|arbeitete|leitet"
    r"|studiert"
    r"|studierte|lebt|é|jest|escribe|scrive|écrit|vive|vit|travaille|trabaja|trabalha|lavora|werkt|schrijft|skriver)\b"
    r"\s*(?P<what>[^.!?]{2,200})"
)
_TITLE = re.compile(
    r"(?:\b(?:of|and|including|called|(?:en)?titled|books?|novels?|memoirs?|hosts?|podcast|show|series|film|column|is)|[,:&])"
    r" [“‘][A-Z0-9][^“”]{2,100}[”’]"
)
"""The title of a book or a programme in quotation marks, where nobody speaks."""
_TELLS = re2.compile(r"(?i)\b(?:said|says|told|charged|added|according|arrested|accused|killed)\b|[“”]")
_VERBS = frozenset(
    """
    is are was ist war est es è writes covers reports works worked teaches serves graduated studied leads holds has
    joined lives schreibt arbeitet arbeitete leitet studiert studierte lebt vive vit é jest escribe scrive écrit
    travaille trabaja trabalha lavora werkt schrijft skriver
    """.split()  # noqa: SIM905
)
_NAMELESS = re.compile(
    r"[-–—*•(\s]*(?:the (?:author|writer)s?|der autor|die autorin|l[’']auteur|el autor|la autora|o autor|a autora) "
    r"(?:is|are|was|has|ist|est|es|é|writes|lives|teaches|works|schreibt|lebt) ",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"author of|co-?author\b|fellow (?:at|with|of|in|for)|(?:senior|research|visiting|media) fellow|professor|director"
    r"|founder|host of|blogs?\b|contribut|freelance|based in|"
    r"newsletter|podcast|twitter|is writing|ressort|books?\b|profess|journalist|dziennikar|scrittric?e?"
    r"|escritora?|lives in|lebt in|wohnt in|vive en|vive em|vit à"
    r"|(?:marketing|content|community|product|communications?|sales)"
    r" (?:manager|director|lead|strategist|specialist)|(?:co-?)?founder|(?:mit)?gründer|geschäftsführer|inhaber|"
    r"chief executive|\bceo\b|\bcto\b|vice president|recently graduated|graduate of|graduated from|graduate student|"
    r"phd (?:student|candidate)|doktorand|wissenschaftlich|consultant|berater|\bcoach\b|speaker|attorney|rechtsanw|"
    r"specialist|enthusiast|bestselling|best-selling|award-winning|preisgekr|pseudonym|redakteur|lecturer|dozent|"
    r"research(?:er| associate| assistant)|analyst|adviser|advisor|resident of|native|consultora?|economista|politólog"
    r"|chief \w+ officer|board[- ]certified|physician|psycholog|therapist|dietitian|nutritionist|economist|historian"
    r"|scholar|scientist|secretary[- ]general|(?:president|chair(?:man|woman|person)?|head|member) (?:of|and|at)"
    r"|mestr[ea] em|doutora?(?:nd[oa])? em|pesquisador|advogad[oa]|soci[óo]log|filósof|historiador|docente|catedrátic"
    r"|investigadora?|abogad[oa]|médic[oa]\b|historien|cherche(?:ur|use)|maître de conférences|avocate?\b|enseignant"
    r"|essayiste|ricercat|avvocat|storic[oa]\b|saggista|politologe|soziolog|historiker|forscher|ökonom|publizist",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:About the )?(?:AUTHOR|Author|Writer|Reporter)|BIO|Bio|Autor(?:in|a|\*in|:in)?|Auteure?|Zur Person)\s*:\s*"
)
_CONTACT = re.compile(
    r"(?:tweets|blogs) (?:at|as|@)|(?:be (?:reached|contacted|emailed)"
    r"|(?:e-?mail|follow|find|contact) (?:him|her|them)) "
    r"[^.!?]{0,40}(?:@|twitter|facebook|instagram|linkedin|\d{3}-|\.com)",
    re.IGNORECASE,
)
"""How to reach the author, or where to follow."""
_PERSONAL = re.compile(
    r"lives? (?:in|with)|living in|when (?:s?he(?:['’]s| is)|they['’]re) not"
    r"|in (?:his|her) (?:spare|free) time|(?:his|her) "
    r"(?:husband|wife|partner|family|kids|children|two|three|dog|cats?)|\bloves?\b|\benjoys?\b|passion|blogger|"
    r"freelance|writer|writes about|journalist|photographer|follow (?:him|her|them)|(?:his|her) work has"
    r"|lebt (?:in|mit)|"
    r"in (?:seiner|ihrer) freizeit|bloggt|schreibt (?:über|hier)|liebt|native|enthusiast|author of|mother of|father of",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(
    r"[-–—*•( ]*(?P<name>[A-ZÄÖÜ][a-zäöüßé]{2,12}) "
    r"(?:is|lives|loves|enjoys|writes|has|covers|ist|lebt|schreibt|bloggt) "
)
_JOURNALIST = re.compile(
    r"[A-Z][a-z]{2,12} (?:is|was) an? (?:[\w-]+ ){0,3}(?:editor|reporter|writer|correspondent|columnist|journalist"
    r"|producer|blogger|contributor|intern|fellow)s?\b"
)
_SURNAME = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'-]{2,20}) (?:is an? (?:(?!for|of|in|to|that|with|where|who)[\w-]+ ){0,4}"
    r"(?:writer|journalist|reporter|columnist|correspondent|producer|editor|student|sophomore|junior|senior|freshman|professor)"
    r"(?: (?:based|living|who|in|for|at|from|with|and)\b[^.!?]{2,120}|,? [^.!?]{0,40}\bfrom [A-Z][^.!?]{2,60})?"
    r"|(?:covers|writes about|reports (?:on|for)) [^.!?]{3,80})\.(?: .{0,160})?"
)
_GOES_ON = re.compile(
    r"(?:He|She|They|His|Her|Their|Er|Sie|Seine?|Ihre?|Il|Elle|You can (?:follow|reach|find)|Follow|Find|Contact) "
)
_ABOUT_PERSON = re.compile(
    r"(?:About|Über|Sobre|À propos de|A propos de|Over|Om|Об?|O autorze|Meet|Chi è|Quién es|Quem é)"
    r" (?P<name>[^.!?:,]{5,40}?)\s*:?"
)
_SENTENCE = re.compile(r"[.!?”\"…]\s*(?:[*•_–—-]{1,3}\s*)?(?=[A-ZÄÖÜÀ-Þ][^\W\d_]+ [A-ZÄÖÜÀ-Þ])")
REACH = 900
"""Characters from the end within which a bio behind the last sentence begins."""
_WRITES = re.compile(r"\b(?:covers|writes|reports|has (?:covered|written)|schreibt|escribe|scrive|écrit)\s*$")
_BUSY = re.compile(
    r"(?!writ|work|study|pursu|complet|research|finish|liv|teach|serv|fascinat)[a-z]{3,}ing (?:an?|the|his|her) "
)
"""What somebody does at the moment: *is directing the film*."""
_EXPECTED = (
    "likely ",
    "expected ",
    "set to ",
    "due ",
    "scheduled ",
    "not ",
    "said ",
    "believed ",
    "reported ",
    "going to ",
)
"""What is told about a person of the story."""
_LIVES = re.compile(r"\b(?:graduated|lives|lebt|studiert|studierte|vive|vit)\s*$")
_PRESENT = re.compile(
    r"(?: \([^()]{2,60}\))?,? (?:is (?!the (?:first|only|latest|last|second)\b)(?:an? |the |[A-Z][^.!?]{2,40}['’]s )"
    r"|covers |writes |ist |est |es )"
)
"""Says what somebody is now."""
_ADDRESSED = re.compile(r"[\w.-]{0,20}(?:@|\.\w)")
"""What goes on behind a name that is part of an address."""
_HEADING = re.compile(
    r"[-–—*•:\s]*(?:about the (?:authors?|writer|reporter)|über (?:den autor|die autorin)|"
    r"zu(?:m|r) (?:autor|autorin|person)|"
    r"à propos de l[’']aute?urs?|sobre (?:el|la|o|a) autora?|over de auteur|об? авторе|om forfatteren|"
    r"l[’']autore)\s*(?::|$)",
    re.IGNORECASE,
)


_MYSELF = re.compile(
    r"(?:(?:Hi|Hey|Hello|Hallo|Hola|Olá|Oi|Ciao|Salut|Bonjour|Moin|Servus|Willkommen|Welcome)\b[^.!?]{0,24}[,.!:;]* ?)?"
    r"(?:Ich bin|Ich heiße|Mein Name ist|I am|I['’]m|My name is|Je suis|Je m['’]appelle|Soy|Me llamo|Mi nombre es"
    r"|(?:Eu )?[Ss]ou|Meu nome é|Sono|Mi chiamo|Ik ben|Jag är|Jag heter|Jeg er|Jeg heter|Jeg hedder|Jestem|Mam na imię)"
    r" (?P<name>[A-ZÄÖÜÀ-Þ][\w.’'-]+)(?: [A-ZÄÖÜÀ-Þ][\w.’'-]+){0,2}[ ,.!–—:(]"
)
_PERSONA = re.compile(
    r"\bblog|autorin|gründer|mama\b|papa\b|\bmom\b|mother of|father of|wife|husband|lebe\b|wohne|liebe\b|\blive"
    r"|\blove|founder|author|writer|photograph|fotograf|passion|leidenschaft|schreibe|write|years old"
    r"|jahre (?:alt|jung)|madre|mãe|mère|mamma|vivo|moro|habite|j['’]aime|adoro|reis|travel|kitchen|recipe|rezept"
)
"""What people tell of themselves in such a box."""
_I = re.compile(
    r"\b(?:ich|mich|mir|mein\w{0,2}|wir|unser\w{0,2}|I|my|me|we|our|je|mon|mes|moi|mi|mis|yo|meus?|minhas?|eu|mio|mia|io"
    r"|ik|mijn|jag|mitt|min|jeg)\b"
)


def author_bio(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines near the end that begin with a name and say what that person does at a newspaper, or where else."""
    last = len(view.lines)
    first = max(1, last - TAIL, view.once(_story_end))
    for line in lines:
        if line.index < first or len(line.text) > LONGEST or not _may_be(line.text):
            continue
        if _by_first_name(view, line):
            yield Match(line.start, _last(view, line, ()).end, None, 0.75)
            continue
        if (found := _NAMELESS.match(line.text)) and not _story_goes_on(view, line):
            rest = line.text[found.end() :][:120]
            if found[0].split()[-1] in ("are", "have") and not _STRONG.search(rest):
                continue
            yield Match(line.start, line.end, None, SURE)
            continue
        if _by_surname(view, line):
            yield Match(line.start, line.end, None, 0.75)
            continue
        text = _plain(line.text)
        if _TELLS.search(text):
            continue
        names, end = read_names(text)
        if not names or names[0].startswith("Von "):
            continue
        sure = _says_who(text, end)
        if not sure or _told_about(view, line, names) or _story_goes_on(view, line) or _among_people(view, line):
            continue
        if sure > WEAK or line.index >= last - 4:
            yield Match(line.start, _last(view, line, names).end, None, sure)


def _may_be(text: str) -> bool:
    """Whether a line begins like a bio, and nobody speaks in it."""
    if " said " in text:
        return False
    bio = text[found.end() :] if (found := _LABEL.match(text)) else text
    if not _FIRST_NAME.match(bio) and not (_OPENING.match(bio) and _says_something(bio[:200])):
        return False
    return "“" not in text or "“" not in _TITLE.sub("", text)


def _says_something(text: str) -> bool:
    """Whether one of the verbs that say who somebody is stands between the first word and the last."""
    return not _VERBS.isdisjoint(text.split(" ")[1:-1])


def _plain(text: str) -> str:
    """A bio without what opens it (a dash, a label), and without the quotation marks of titles."""
    if found := _LABEL.match(text):
        text = text[found.end() :]
    text = text.lstrip("-–—*•( ")
    return _TITLE.sub(lambda title: re.sub("[“”‘’.!?]", " ", title[0]), text) if "“" in text else text


def at_head(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A bio between the title and the text, of somebody whom the text does not name."""
    for line in lines:
        if line.index >= HEAD:
            return
        if len(line.text) > LONGEST or 4 * line.end > len(view.text) or not _may_be(line.text):
            continue
        text = _plain(line.text)
        names, end = read_names(text)
        if not names or _TELLS.search(text) or not _PRESENT.match(text, end) or _says_who(text, end) < SURE:
            continue
        rest = view.text[line.end :]
        if not any(_mentions(rest, surname(name)) for name in names) and _story_goes_on(view, line):
            yield Match(line.start, line.end)


def behind(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A bio behind the last sentence, on the same line."""
    line = lines[-1]
    if line.index != len(view.lines) - 1 or len(line.text) < 200:
        return
    text = line.text
    for found in _SENTENCE.finditer(text, max(80, len(text) - REACH) - 1):
        rest = text[found.end() :]
        if not _says_something(rest[:160]):
            continue
        names, end = read_names(rest)
        sure = _says_who(rest, end) if names and is_name(names[0]) else 0
        if sure and not _mentions(view.text[_past_byline(view) : line.start + found.start()], surname(names[0])):
            yield Match(line.start + found.end(), line.end, None, sure)
            return


def _past_byline(view: View) -> int:
    """Where the text begins for somebody who may have signed at its head."""
    return 60 if len(view.lines) == 1 else view.lines[0].end


def _says_who(text: str, end: int) -> float:
    """How sure a text says what the person named up to ``end`` does; 0 if it tells something else."""
    says = _SAYS_WHO.match(text, end)
    if not says or _TELLS.search(text):
        return 0
    words = {word.strip(",.()").lower() for word in text[end : says.end("what")].split()}
    journalist = bool((ROLES - {"chief", "fellow", "special"}) & words) or any(
        word.endswith(("redakteur", "redakteurin")) for word in words
    )
    if journalist or _WRITES.search(text[end : says.start("what")]):
        return SURE
    if _BUSY.match(says["what"]) or says["what"].startswith(_EXPECTED):
        return 0
    if _CONTACT.search(text, says.end()) or _STRONG.search(says["what"]):
        return WEAK
    return WEAK if _LIVES.search(text[end : says.start("what")]) else 0


def _by_first_name(view: View, line: Line) -> bool:
    """Whether a line tells about an author by the first name alone."""
    found = _FIRST_NAME.match(line.text)
    if not found or _TELLS.search(line.text) or _story_goes_on(view, line):
        return False
    if found["name"] in view.text[view.lines[0].end : line.start]:
        return False
    signs = {hit[0].lower() for hit in _PERSONAL.finditer(line.text)}
    return len(signs) >= 2 or (has_given_name(found["name"]) and bool(_JOURNALIST.match(line.text)))


def _by_surname(view: View, line: Line) -> bool:
    """Whether one of the last two lines tells by the surname alone who wrote the text, and the text knows nobody so."""
    found = _SURNAME.match(line.text)
    if not found or line.index < max(3, len(view.lines) - 2) or len(line.text) > 300 or _TELLS.search(line.text):
        return False
    return not _mentions(view.text[view.lines[0].end : line.start], found["name"])


def _last(view: View, line: Line, names: Sequence[str]) -> Line:
    """The last of the paragraphs that go on about the author."""
    last = line
    for follower in view.lines[line.index + 1 : line.index + 4]:
        named = any(follower.text.startswith((name, surname(name))) for name in names)
        if len(follower.text) > LONGEST or _TELLS.search(follower.text) or not (named or _GOES_ON.match(follower.text)):
            break
        last = follower
    return last


def _among_people(view: View, line: Line) -> bool:
    """Whether the paragraph before tells about another person in the same way: a list of people."""
    before = view.lines[line.index - 1].text
    names, end = read_names(before)
    return bool(names) and line.index > 1 and bool(_SAYS_WHO.match(before, end)) and len(view.lines) - line.index < 3


def myself(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """The box of a blogger near the end who greets, or says the own name, and goes on about herself."""
    for line in lines:
        found = _MYSELF.match(line.text)
        if not found or 3 * line.start < len(view.text) or line.index < 3 or len(line.text) < 60:
            continue
        if _told_about(view, line, (found["name"],)) or not _PERSONA.search(line.text, found.end()):
            continue
        last = line
        for follower in view.lines[line.index + 1 : line.index + 1 + TAIL]:
            if not _I.search(follower.text):
                break
            last = follower
        yield Match(line.start, last.end)


def about_person(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A heading *About Jane Roe* near the end, with the paragraph under it."""
    for line in sorted({*lines, *(other for hit in lines for other in view.lines[hit.index + 1 : hit.index + 2])}):
        found = _ABOUT_PERSON.fullmatch(line.text)
        if not found or line.index < max(2, len(view.lines) // 2) or line.index + 1 == len(view.lines):
            continue
        name, follower = found["name"], view.lines[line.index + 1]
        if not is_name(name) or not has_given_name(name) or _story_goes_on(view, follower):
            continue
        if len(follower.text) <= 2 * LONGEST and not _TELLS.search(follower.text):
            yield Match(line.start, _last(view, follower, (name,)).end)


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
    return line.index < view.once(_story_end)


def _story_end(view: View) -> int:
    """The last line that is a paragraph of the article, by its number; -1 if there is none."""
    return next((line.index for line in reversed(view.lines) if _tells_on(line)), -1)


def _tells_on(line: Line) -> bool:
    """Whether a line is a paragraph that begins with nobody's name."""
    return len(line.text) > 150 and not (_OPENING.match(line.text) and read_names(line.text[:60])[0])


def _told_about(view: View, line: Line, names: Sequence[str]) -> bool:
    """Whether the article tells about one of the persons before the line (short first lines do not count)."""
    body = next((other.start for other in view.lines[: min(3, line.index)] if len(other.text) > 60), 0)
    return any(_mentions(view.text[body : line.start], surname(name)) for name in names)


def _mentions(text: str, name: str) -> bool:
    """Whether a text names somebody: not only in an address, a handle or a credit in square brackets."""
    start = text.find(name)
    while start >= 0:
        before, after = text[max(0, start - 40) : start], text[start + len(name) : start + len(name) + 20]
        credit = "[" in before and "/" in after.partition("]")[0] and "]" in text[start : start + 60]
        if not (before[-1:] in ("@", ".", "/", "_") or _ADDRESSED.match(after) or credit):
            return True
        start = text.find(name, start + 1)
    return False
