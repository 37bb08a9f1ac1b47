"""Blocks of press releases: contacts, what stands behind the end mark, "About <organisation>" paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.knowledge.names import has_given_name
from cleaners.model import Match
from cleaners.view import Line, View

BLOCK = 10
"""Lines: a contact block is no longer."""
LARGE_REST = 1.2
"""The same where the first line behind the mark opens boilerplate."""
SHORT = 140
"""Characters: lines of a contact block are shorter."""
REST = 0.35
"""Share of a document that may stand behind an end mark and still be boilerplate."""

LABEL = re.compile(
    r"(?:for (?:more|further) (?:information|details)[^.]{0,60}contact|(?:for )?(?:media|press|news|pr|investors?"
    r"|editorial"
    r"|presse|prensa|stampa|company|public relations|corporate|sales|business|general|marketing|research)?"
    r"(?:(?: and | & |/|, | or )(?:media|press|investors?|analysts?|public|news))?[ -]?(?:relations )?"
    r"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|contact information|contact details|kontakte?|pressekontakte?"
    r"|ansprechpartner(?:in)?|rückfragen|rückfragehinweis|contacto|contato|contatti|kontakt dla mediów)"
    r"(?: (?:information|details|for media|for press|person|us|:|presse|médias|de prensa|stampa"
    r"|para la prensa))*)[ ]*(?::.*|\*?)",
    re.IGNORECASE,
)
REACH = re.compile(
    r"\S+@\S+\.\w|[+(]?\d[\d ()./–-]{6,}\d|\[email protected\]|www\.|https?://|\b(?:tel|phone|fax|telefon)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:Corp|Inc|Ltd|Co|Cos|Bros|LLC|Jr|Sr|e\. ?V|S\.A|S\.p\.A|N\.V|B\.V|Ph\. ?D|M\.D|R\.N|Ave|Dr)\.$"
)
"""A full stop that ends no sentence."""
ABOUT = re.compile(
    r"(?:[*_]{0,2})(?:About|ABOUT|Über|Zu|À propos d[eu]|A propos d[eu]|Acerca de|Sobre|Informazioni su"
    r"|О компании|O firmie)"
    r" (?:(?:the|The|THE|l'|la|le|les|el|o|a|die|der|den"
    r"|das) ?)?(?P<name>[A-Z0-9À-ÖØ-ÞА-Яa-z](?:[^.!?:]|\.(?=\S)"
    r"|(?:Inc|Ltd|Corp|Co|e\.V|S\.A|S\.p\.A|plc|St|Dr|U\.S)\.){1,120}?)"
    r"(?:[*_]{0,2}) ?(?P<rest>:.*)?"
)
IS = re.compile(
    r"\b(?:is|are|was founded|founded|provides?|offers?|delivers?|develops?|helps?|serves?|works|operates"
    r"|represents|combines"
    r"|publishes|advances|conducts|brings|has been|leads|supports|strives|manufactures|specializes|ist|sind|est"
    r"|es|é|è|wurde"
    r"|bietet|entwickelt|headquartered|based|includes|comprises|consists|sponsors|promotes|produces|aims|works|seeks"
    r"|funds|unites|employs|enables|creates|designs|builds|connects|was|were|will|is|has|had|gehört|zählt|vertritt|betreibt"
    r"|fördert|unterstützt|développe|propose|offre|produce|sviluppa|offrece|desarrolla|desenvolve|oferece)\b"
)


RELEASE = re.compile(
    r"^(?:# ?){3}|^-?\s?(?:ENDS|Ends|END)\s?-?$|(?i:for immediate release|press release|media contact"
    r"|press contact|pressekontakt"
    r"|news release|embargo|/prnewswire|business ?wire|globenewswire|newswise|notes to editors|for more information"
    r"|for additional information|forward-looking statements|pressemitteilung|ansprechpartner|media inquiries"
    r"|media enquiries|medienkontakt|weitere informationen)"
)
"""What only press releases hold."""
_NAMED = re.compile(
    r"(?:(?:The|Die|Der|Das|Le|La|El|L['’]) ?)?(?P<name>[\w&.'’®™-]+(?: (?:[A-Z0-9&(][\w&.,'’®™()-]*"
    r"|of|the|for|and|in|für|und|der|des|de"
    r"|du|la|del))*),?(?: \([^()]{2,60}\),?| [A-Z]{2,6},?)*(?:,? (?:an?|the|headquartered|based|founded)[^.]{3,90},)? "
    r"(?:is|are|ist|sind|was founded|provides|offers|develops|publishes|represents|utilizes|operates|works"
    r"|bietet|est|es|è|é)"
    r" (?:(?:an?|the|one of|among|eine?r?|das|die|der|une?|la|le|un[oa]?|dedicated|committed|Marktführer|in)\b|\w+)",
)
_DOES = re.compile(
    r"(?:(?:The|Die|Der|Das|Le|La|El) )?(?P<name>[A-Z][\w&.'’®™-]+(?: (?:[A-Z0-9&(][\w&.,'’®™()-]*|of|the|for|and|für"
    r"|und|der|des|de|du|la|del)){0,9}) (?:conducts|supports|provides|offers|develops|publishes|represents|operates"
    r"|delivers|advances"
    r"|is (?:dedicated|committed) to|was founded"
    r"|employs|manufactures|specializes|bietet|entwickelt|vertritt|fördert) "
)
_TELLS = re.compile(
    r"\b(?:he|she|his|her|er|sein|said|says|told|sagte|según|selon|today|yesterday|heute|this week)\b|[“”]",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:The )?\S+ is (?:an? |the )(?:leading|global|world|publicly|premier|largest|nonprofit|non-profit|not-for)"
)
_NOUN = re.compile(
    r"compan(?:y|ies)|organi[sz]ation|provider|society|institut|universit|foundation|association|\bcent(?:er|re)\b|hospital"
    r"|agency|charity|\bfirm\b|manufacturer|\bgroup\b|network|academy|journal\b|college|alliance|federation|council|leader"
    r"|platform|unternehmen|verband|stiftung|anbieter|marktführer|hersteller|gesellschaft|verlag|entreprise|empresa|azienda"
)
"""What an organisation says it is."""
_FURTHER = re.compile(
    r"(?:For (?:more|further|additional) information|To learn more|Learn more|Visit |Find out more|Weitere Infos?)"
)
_GROWN = re.compile(
    r"(?:About|ABOUT|Über) (?:the )?(?P<name>\S.{1,60}?)(?: \([^()]{2,12}\))?[:.]? (?:The )?(?P=name)[®™]?,? "
)


_NOUN_FIRST = re.compile(r":\s*(?:Eine?|Der|Die|Das|An?|The|Une?|Le|La|El|Una|O|Uma?|Il|Lo) [\w-]+ ")
TOPICS = frozenset(
    {"top", "data", "study", "survey", "report", "research", "book", "author", "authors", "this", "series", "project"}
)
"""First words of headings that speak of the text itself."""
ORGANISATION = re.compile(
    r"compan(?:y|ies)|organi[sz]ation|provider|society|institute?|universit|foundation|association|cent(?:er|re)"
    r"|hospital|leader"
    r"|leading|agency|non-?profit|charity|\bfirm\b|manufactur|\bgroup\b|founded|headquartered|based in|network"
    r"|clinic|medic"
    r"|patients|indicated|unternehmen|gegründet|anbieter|verband|stiftung|empresa|entreprise|azienda|société"
    r"|members|advances|congress|conference|dedicated to|committed to|non-?governmental"
    r"|publicly traded|\(nyse|\(nasdaq|nasdaq:"
    r"|nyse:|\(tse|bureau of|department of|ministry of"
    r"|marktführer|mitarbeiter|mitglieder|\bverein|gesellschaft|hochschule"
    r"|medical research|official journal|peer-reviewed"
)


def contacts(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A contact label with the names, telephones and addresses under it."""
    reached = 0
    for line in lines:
        if line.start < reached or len(line.text) > 240 or not LABEL.fullmatch(line.text):
            continue
        last = line if REACH.search(line.text) else None
        for follower in view.lines[line.index + 1 : line.index + 1 + BLOCK]:
            text = follower.text
            ended = text.endswith((".", "?", "”", '"')) and not _COMPANY.search(text)
            if len(text) > SHORT or (ended and not REACH.search(text)):
                break
            if REACH.search(text):
                last = follower
        if last is not None:
            reached = last.end
            yield Match(line.start, last.end)


def behind_end(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """An end mark (``###``, ``ENDS``) and what stands behind it, if that is a small part of the document."""
    for line in _with_next(view, lines):
        if not END.fullmatch(line.text):
            continue
        head, rest = line.start - view.lines[0].start, view.lines[-1].end - line.end
        below = view.lines[line.index + 1 : line.index + 2]
        share = LARGE_REST if below and _BEHIND.match(below[0].text) else REST
        if head and rest <= share * head:
            yield Match(line.start, view.lines[-1].end)
            return
        yield Match(line.start, line.end)


_BEHIND = re.compile(
    r"About |Über |Notes? (?:to|for) |Editor|Contacts?|Media|Press|Kontakt|Pressekontakt"
    r"|References?"
    r"|For (?:more|further)|Note:|"
    r"Disclaimer|Forward|Safe Harbor|Source|Image|Reference|Funding|This (?:study|work|research) (?:was|is)",
    re.IGNORECASE,
)
END = re.compile(
    r"(?:# ?){3,5}|\[(?:Ends|END)\]|-+ ?(?:ENDS?|30|ende|END) ?-+|ENDS"
    r"|\(ENDS?\)|-30-|(?:- ?)?o0o(?: ?-)?|/ENDS/|\[ENDS\]"
    r"|– ?ENDS ?–|~ ?ENDS? ?~|\(END\)"
)


def about(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A heading "About X" with the paragraph that says what X is."""
    for line in _with_next(view, lines):
        found = ABOUT.fullmatch(line.text)
        if 3 * line.start < len(view.text):
            continue
        if not found:
            if _grown(line.text):
                yield Match(line.start, line.end)
            continue
        name = found["name"].strip(" *_")
        if found["rest"] and len(found["rest"]) > 30:
            if _describes(found["rest"], name) or _defines(found["rest"], name):
                yield Match(line.start, line.end)
            continue
        following = view.lines[line.index + 1 : line.index + 2]
        if following and _describes(following[0].text, name):
            yield Match(line.start, _rest_of(view, following[0], name).end)


def _rest_of(view: View, line: Line, name: str) -> Line:
    """The last of the paragraphs that go on about the organisation."""
    last = line
    for other in view.lines[line.index + 1 : line.index + 5]:
        head = other.text[:200].lower()
        names = any(key in head for key in _keys(name))
        if not (names and ORGANISATION.search(head)) and not _FURTHER.match(other.text):
            break
        last = other
    return last


def _grown(text: str) -> bool:
    """Whether a heading *About X* has grown together with the paragraph that begins with X."""
    found = _GROWN.match(text)
    return found is not None and IS.search(text[found.end() : found.end() + 120]) is not None


def _keys(name: str) -> list[str]:
    """What a paragraph about an organisation may call it: each longer word of its name, and its short form."""
    words = [word.strip("®™,()“”\"'’.").lower() for word in name.split()]
    return [word for word in words if len(word) > 3 or (len(words) < 3 and len(word) > 1)] + re.findall(
        r"[a-z0-9]{2,}", " ".join(re.findall(r"\(([^()]{2,12})\)", name.lower()))
    )


def organisation(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """A paragraph near the end of a press release that says what the organisation is, without a heading."""
    if "pr_boilerplate" not in view.gaps.values() and not any(RELEASE.search(line.text) for line in view.lines):
        return
    for line in lines:
        if 2 * line.start < len(view.text) or len(line.text) < 90 or len(line.text) > 1500:
            continue
        if _beside(view, line):
            yield Match(line.start, line.end)
            continue
        found = _NAMED.match(line.text)
        if not found or _TELLS.search(line.text) or len(ORGANISATION.findall(line.text.lower())) < 2:
            continue
        if not _is_organisation(found["name"], line.text):
            continue
        if any(len(other.text) > 150 and not _is_release(other.text) for other in view.lines[line.index + 1 :]):
            continue
        yield Match(line.start, line.end)


def _beside(view: View, line: Line) -> bool:
    """Whether a paragraph right beside boilerplate says what an organisation does."""
    if "pr_boilerplate" not in (view.gaps.get(line.index), view.gaps.get(line.index + 1)):
        return False
    found = _DOES.match(line.text)
    if not found or _TELLS.search(line.text) or has_given_name(found["name"]):
        return False
    return " " in found["name"] or found["name"].isupper()


def _is_organisation(name: str, text: str) -> bool:
    """Whether it is an organisation that a paragraph says something about, and no person, illness or idea."""
    words = name.split()
    if words[0] in ("Dr.", "Prof.", "Dr", "Mr.", "Ms.", "Mrs.") or (has_given_name(name) and len(words) < 4):
        return False
    if len(words) < 2 and name.capitalize() == name and not _LEADS.match(text):
        return False
    return _NOUN.search(text[:220].lower()) is not None and sum(word[0].isupper() for word in words) * 2 >= len(words)


def _is_release(text: str) -> bool:
    return bool(
        RELEASE.search(text)
        or _NAMED.match(text)
        or re.match(r"About |Über |(?:[A-Z][\w-]+ )*[Ff]orward-[Ll]ooking", text)
    )


def _with_next(view: View, lines: Sequence[Line]) -> list[Line]:
    """The lines and those behind them: a trigger that starts with a line break is found on the line before."""
    return sorted({*lines, *(line for hit in lines for line in view.lines[hit.index + 1 : hit.index + 2])})


def _defines(rest: str, name: str) -> bool:
    """Whether what follows the colon begins with what the organisation is: ``: A charity founded in 1901``."""
    topic = name.split()[0].lower() in TOPICS
    return not topic and bool(_NOUN_FIRST.match(rest)) and ORGANISATION.search(rest[:300].lower()) is not None


def _describes(text: str, name: str) -> bool:
    """Whether the paragraph tells what the organisation (or its product) is."""
    head = text[:300].lower()
    keys = _keys(name)
    return (
        name.split()[0].lower().strip("®™,") not in TOPICS
        and (any(key in head[:200] for key in keys) or _NAMED.match(text) is not None)
        and IS.search(head[:200]) is not None
        and ORGANISATION.search(head) is not None
    )
