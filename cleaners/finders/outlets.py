"""Bylines by the outlet that stands beside a name, and author lines that hold an address.

*Name | Outlet*, *Name, Outlet*, *Name Outlet* at the head of a text: the outlet betrays itself by a newspaper's word
(Times, Herald, Zeitung), by being an agency, or by a bar between the two. An author's address is a line of which
nothing is left once names, addresses, telephone numbers and the small words around them are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.dates import parse
from cleaners.knowledge.agencies import NEWS, agency
from cleaners.knowledge.names import has_given_name, is_name, read_names
from cleaners.model import Byline, Match
from cleaners.view import Line, View

HEAD = 5
"""Lines from the top among which such a byline stands."""
TAIL = 6
"""Lines from the end among which an address stands."""
LONGEST = 90
"""Characters of a byline with its outlet."""
CONTACT = 220
"""Characters of a line with an author's addresses."""

OUTLET = re.compile(
    r"\b(?:News(?:paper|room)?|Times|Post|Herald|Tribune|Journal|Gazette|Chronicle|Press|Daily|Weekly|Today|TODAY|Ledger"
    r"|Star|Sun|Globe|Observer|Register|Sentinel|Courier|Bee|Dispatch|Examiner|Enquirer|Inquirer|Monitor|Standard"
    r"|Telegraph|Guardian|Mail|Express|Mirror|Record|Bulletin|Banner|Independent|Republic|Democrat|Citizen|Reporter"
    r"|Advocate|Argus|Review|Magazine|Radio|TV|Television|Network|Wire|CNN|BBC|ABC|NBC|CBS|FOX|Fox|NPR|PBS|CBC|CTV|SBS"
    r"|MSNBC|CNBC|HuffPost|[KW][A-Z]{2,3}(?:-TV)?|Zeitung|Nachrichten|Anzeiger|Rundschau|Blatt|Tagblatt|Kurier|Presse"
    r"|Bote|Spiegel|Focus|Stern|Monde|Figaro|Libération|Parisien|Diario|Periódico|País|Mundo|Prensa|Jornal|Folha"
    r"|Estado|Globo|Corriere|Gazzetta|Giornale|Stampa|Gazeta|Rzeczpospolita|Gazetesi|Haber|Avisa|Bladet|Tidende|Posten"
    r"|Staff|Contributor|Correspondent|Reporter|Writer|Editor)\b|\.(?:com|org|net|co\.uk|de|tv|ca|fr|it|es|info|news|ch|at|nl|be|ie|com\.au|co\.za|in|ru|ua|pl)\b"
)
DESK = re.compile(
    r"(?:da |dalla |di |la |de la |de |por |par |von der |van de |door (?:de |onze ))?"
    r"(?:redacción(?: [\w. ]{2,30})?|redação(?: [\w. ]{2,30})?|redazione(?: [\w. ]{2,30})?|rédaction(?: [\w. ]{2,30})?"
    r"|redaktion|redactie|redakcja|redakcija|редакция|staff (?:writer|reporter|report)|web desk|news ?desk|online desk"
    r"|our (?:correspondent|reporter|staff reporter)|special correspondent|editorial (?:board|team|staff)"
    r"|agencias|agências|agenzie)",
    re.IGNORECASE,
)
DATED = re.compile(
    r"(?P<date>[^|·•–—]{6,30}?\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4})\s*(?:[|·•–—/-]|\bby\b)\s*(?P<name>.+)"
)
FROM = re.compile(
    r"(?:From|from) (?:our (?:own )?correspondents? )?(?P<name>.+?)(?:,? in (?P<place>[A-Z][\w .-]{2,30}))"
)

ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]*\w|(?<!\w)@\w{2,30}|(?:https?://|www\.)\S+|(?:twitter|x|instagram|facebook)\.com/\S+"
    r"|\+?\(?\d[\d().\s/-]{5,24}\d"
)
SMALL = frozenset(
    """
    telefon telefax fax mobil mobile handy fon durchwahl tél téléphone portable courriel teléfono móvil telefone
    telefono cellulare pressesprecher pressesprecherin pressestelle pressekontakt
    contact email e-mail mail reach reached follow on at or and via by to the a reporter author writer reporters editor
    columnist correspondent can be may him her them me us phone call text tel telephone twitter x instagram facebook
    threads bluesky linkedin signal find story this of in for with write you also more tips send his their is
    kontakt per bei unter an der die und autor autorin contacto contato correo escribir écrire à contactez suivez sur
    scrivi a su folgen sie auf et y e o ou oder
    """.split()  # noqa: SIM905
)
VERB = re.compile(
    r"\b(?:contact|e-?mail|reach(?:ed)?|follow|write to|kontakt|contacto|contato|twitter|instagram)\b", re.IGNORECASE
)


def bylines(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Names with an outlet or behind a date, and desks that sign, among the first lines."""
    if len(view.lines) < 3:
        return
    for line in lines:
        text = line.text
        if line.index >= HEAD or len(text) > LONGEST or text[-1] in '?!:;…”"' or not _before_text(view, line):
            continue
        if DESK.fullmatch(text.strip(" .|-–—")) and (line.index or text[0].isupper()):
            yield Match(line.start, line.end, Byline(text, ()), 0.8)
            continue
        if found := DATED.fullmatch(text) or FROM.fullmatch(text):
            name = found["name"].strip()
            dated = "date" not in found.groupdict() or parse(found["date"]) is not None
            if dated and is_name(name) and has_given_name(name):
                start = line.start + found.start("name") if "date" in found.groupdict() else line.start
                yield Match(start, line.end, Byline(name, (name,)), 0.75)
            continue
        if not has_given_name(text):
            continue
        names, outlet = _split(text)
        if names and outlet:
            yield Match(line.start, line.end, Byline(text, names), 0.75)


def _before_text(view: View, line: Line) -> bool:
    """Whether a paragraph of the article follows within three lines."""
    before = view.above(line)
    if before.endswith(("”", '"', "»", "’", ",")) or len(before) > 200:
        return False  # the name may say who is quoted
    return any(len(other.text) > 100 for other in view.lines[line.index + 1 : line.index + 4])


def _split(text: str) -> tuple[tuple[str, ...], str]:
    """The names and the outlet of a line; empty where it holds anything else."""
    for mark in (" | ", " / ", " • ", " · ", " – ", " — ", " - ", ", "):
        head, _, tail = text.partition(mark)
        if tail and is_name(head):
            words = tail.split()
            titled = all(word[0].isupper() or word in ("of", "the", "for", "and", "&") for word in words)
            sure = OUTLET.search(tail) or (agency(tail) or "") in NEWS or tail.startswith(("For the ", "for the "))
            return ((head,), tail) if titled and len(words) <= 6 and (sure or mark == " | ") else ((), "")
    words = text.split()
    for size in (2, 3):
        name, tail = " ".join(words[:size]), " ".join(words[size:])
        plain = tail.removeprefix("for ").removeprefix("The ").removeprefix("the ")
        outlet = (agency(plain) or "") in NEWS or (tail.startswith(("The ", "the ", "for ")) and OUTLET.search(plain))
        if tail and is_name(name) and outlet and not OUTLET.search(name) and len(words) <= size + 5:
            return (name,), tail
    return (), ""


def contacts(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines near the end, or right at the head, that hold nothing but an author's name and addresses."""
    last = len(view.lines)
    for line in lines:
        text = line.text
        if len(text) > CONTACT or HEAD <= line.index < last - TAIL or "“" in text or last < 3:
            continue
        if _broken(view, line):
            continue
        rest, addresses = ADDRESS.subn(" ", text)
        if not addresses or "(@" in text:
            continue
        words = [word.strip("|,.:;()*-–—/•&'’\"") for word in rest.split()]
        words = [word for word in words if word]
        if not all(word.lower() in SMALL or word[0].isupper() for word in words):
            continue
        names = [word for word in words if word.lower() not in SMALL]
        if len(names) > 4 * addresses + 2 or (line.index < min(HEAD, last - 2) and "@" not in text):
            continue
        signed = bool(names) and bool(read_names(text)[0] or read_names(" ".join(names))[0])
        if VERB.search(rest) or (len(names) <= 4 and (not names or signed)) or (addresses > 1 and signed):
            yield Match(line.start, line.end)


def _broken(view: View, line: Line) -> bool:
    """Whether the line is a piece of a sentence that was broken over lines."""
    before = view.above(line, ".")
    after = view.below(line, "A")
    return before.endswith(("(", ":", ",")) or after[0].islower() or after[0] in ").,;"
