"""Links that one line betrays: arrows, titles printed twice, kickers, cards, teasers, offers."""

import pytest

from cleaners.finders import link_lines
from cleaners.view import Context, View

BODY = [
    "Ashford Council closed the Harbour Bridge on Monday after a crack had been found in one of its piers.",
    "Nobody was hurt, said Ann-Kathrin Lund, the engineer who had warned of the crack in the month of March.",
    "The ring road took the traffic, and Ashford Ferries put on two more boats for the rest of the week.",
]


def taken(finder, *lines, language="en"):
    view = View("\n\n".join(lines), Context(language=language))
    return [view.text[match.start : match.end].split("\n\n") for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        (">> Ferry crews vote to strike for the third time <<", True),
        (">>> Der große Bericht über die Brücken des Landes", True),
        ("► Why the old harbour cranes may be saved", True),
        ("👉 Five walks along the river that need no bridge", True),
        ("This is what the crews have to say >>>", True),
        ("Das kosten die Fähren im Herbst »", True),
        ("See our guide to the harbour →", True),
        ("Go to Settings > Network > Harbour Radio >", False),
        (">> 20 % off all ferry tickets until Friday", False),
        ("» Das haben wir nie gesagt.", False),
        ("»Das haben wir nie gesagt«, rief der Bürgermeister »und nie gemeint«", False),
        ("> and nobody answered him", False),
    ],
)
def test_arrows(line, goes):
    assert taken(link_lines.arrowed, *BODY, line, BODY[0]) == ([[line]] if goes else [])


def test_arrows_of_a_list_stay():
    points = ["► A ferry that runs at night", "► A bus to the customs house", "► A new bridge for everyone"]
    assert taken(link_lines.arrowed, *BODY, *points, BODY[0]) == []


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Lund: The council is hurting its own fight Lund: The council is hurting its own fight", True),
        ("Ferry crews ‘do not belong’ here, captain says Ferry crews 'do not belong' here, captain says", True),
        ("Le maire ferme le vieux pont jusqu’en maiLe maire ferme le vieux pont jusqu’en mai", True),
        ("Tomorrow, and tomorrow, and tomorrow, and tomorrow, and tomorrow again", False),
        ("We want the bridge, and we want the bridge, and nothing but the bridge", False),
        ("Row, row, row your boat Row, row, row your boat.", False),
    ],
)
def test_titles_printed_twice(line, goes):
    assert taken(link_lines.doubled, BODY[0], line, BODY[1]) == ([[line]] if goes else [])


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Fähren am Hafen : Wie die Mannschaften den Fahrplan retten wollen", True),
        ("„Zum Alten Anker“ : Bier vom Kapitän im Herzen der Stadt", True),
        ("Streit um die Brücke: Wie der Rat sich dreimal vertagte", False),
        ("Anna Lund : Die Brücke der anderen. Hafen Verlag, 170 Seiten", False),
        ("Er sagte nur eines : Das wird nichts mit der Brücke.", False),
    ],
)
def test_kickers(line, goes):
    assert taken(link_lines.kicker, *BODY, line, language="de") == ([[line]] if goes else [])


@pytest.mark.parametrize(
    ("card", "goes"),
    [
        (["The Bridge, the Ferry… and the Mayor?", "Anna Lund • The Harbour Review • March 13, 2023 • 3,200 Words"], True),
        (["Why the cranes may be saved", "Peter Weir | Harbour Post | 12 May 2021"], True),
        (["It was closed again on the next day.", "Anna Lund • The Harbour Review • March 13, 2023"], False),
        (["Why the cranes may be saved", "Old customs house • Norview • Saturday, 8 pm"], False),
    ],
)  # fmt: skip
def test_signed_cards(card, goes):
    assert taken(link_lines.signed, *BODY, *card, BODY[0]) == ([card] if goes else [])


EXCERPT = "The swimmer who was pulled out of the water this morning by the crew of a ferry said"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Harbour Swimmer Wins His Second Medal", f"{EXCERPT}…", "Read more"], 3),
        (["Harbour Swimmer Wins His Second Medal", f"{EXCERPT}... Read More"], 2),
        (["Hafenschwimmer gewinnt zum zweiten Mal", f"{EXCERPT} [...] Weiterlesen →"], 2),
        (["Le nageur du port gagne encore une fois", f"{EXCERPT} […]", "Lire la suite"], 3),
        ([f"{EXCERPT}…", "He went home."], 0),
        ([f"{EXCERPT} so.", "Read more"], 0),
        ([f"{EXCERPT}… Nobody knows"], 0),
    ],
)
def test_teasers(lines, found):
    spans = taken(link_lines.teaser, *BODY, *lines, BODY[0])
    assert spans == ([lines[-found:]] if found else [])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("The tide comes in, she said. [Drifting Tales: The History of 8 Harbours]", "[Drifting Tales: The History of 8 Harbours]"),
        ("It is old. [10 Bridges That Nobody Wanted] The crew went home.", "[10 Bridges That Nobody Wanted]"),
        ("They sang. [Applause and Cheers From the Hall] He went on.", None),
        ("It was so. [The Harbour Times, 10/11/14]", None),
        ("She said so. [the bridge was closed by then, of course]", None),
        ("“Look,” he said. [Points at the bridge that is no more]", None),
    ],
)  # fmt: skip
def test_titles_in_brackets(line, title):
    assert taken(link_lines.bracketed_title, line) == ([[title]] if title else [])


def test_addresses_of_agencies():
    block = ["___", "Online:", "Tidal Society: http://tides.example.org", "www.ferry.example.org"]
    assert taken(link_lines.online, *BODY, *block, BODY[0]) == [block]
    assert taken(link_lines.online, *BODY, "Online:", BODY[0]) == []


def test_offers_take_their_headlines_along():
    heads = ["Why the Old Harbour Cranes May Be Saved", "Five Walks Along the River That Need No Bridge"]
    for offer in (
        "Like this? You might also be interested in:",
        "If you enjoyed reading this, why not try one of our other stories?",
    ):
        assert taken(link_lines.offer, *BODY, offer, *heads) == [[offer, *heads]]
    assert taken(link_lines.offer, *BODY, "If you liked the old bridge, you will love the new one.", *heads) == []


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        (["Weitere Informationen:", "http://presse.hafen.example"], True),
        (["Further information on the bridge:", "www.harbour.example/bridge"], True),
        (["Weitere Infos"], True),
        (["Weitere Informationen", "Es gab keine, und niemand fragte."], False),
    ],
)
def test_headings_above_addresses(lines, goes):
    assert taken(link_lines.more_addresses, *BODY, *lines) == ([lines] if goes else [])
