"""What is left of blocks of links and menus, boxes of facts, and cards whose text stands twice."""

import pytest

from cleaners.finders import blocks, widgets
from cleaners.view import View

ABOVE = "The council closed the bridge on Monday after a crack had been found in one of its four piers. " * 3
BELOW = "Nobody was hurt, the police said, and the ring road took the traffic until the bridge was open again. " * 3


def taken(finder, text, gaps=None):
    view = View(text, gaps=gaps or {})
    return [view.text[match.start : match.end] for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    ("label", "first", "second"),
    [
        ("More:", "Ferry crews vote to strike in May", "Old cranes may be saved after all"),
        ("Lue lisää:", "Lautat jäivät satamaan toisena päivänä", "Vanhat nosturit säilyvät sittenkin rannassa"),
        ("Læs også:", "Færgefolk stemmer for strejke i maj", "De gamle kraner bliver måske stående"),
        ("Przeczytaj też:", "Załogi promów głosują za strajkiem", "Stare dźwigi jednak zostaną w porcie"),
        ("Ayrıca okuyun:", "Feribot çalışanları mayısta greve gidiyor", "Eski vinçler belki de limanda kalacak"),
        ("Citește și:", "Echipajele votează pentru grevă în mai", "Macaralele vechi ar putea fi salvate"),
    ],
)
def test_labels_in_any_language(label, first, second):
    block = f"{label}\n\n{first}\n\n{second}"
    assert taken(blocks.labelled, f"{ABOVE}\n\n{block}\n\n{BELOW}") == [block]


@pytest.mark.parametrize("label", ["Advantages:", "Vorteile:", "The crews want:", "Zutaten:"])
def test_labels_of_the_articles_own_lists(label):
    text = f"{ABOVE}\n\n{label}\n\nVery good seats for a small boat\n\nIt is quiet even at full speed\n\n{BELOW}"
    assert not taken(blocks.labelled, text)


def test_what_stands_between_two_parts_of_a_block():
    lines = [ABOVE, BELOW, "harbour notes", "Old cranes may be saved", BELOW]
    text = "\n\n".join(lines)
    left = "harbour notes\n\nOld cranes may be saved"
    assert taken(blocks.related_rest, text, {2: "related_link", 4: "navigation"}) == [left]
    assert not taken(blocks.related_rest, text, {2: "related_link"})
    assert not taken(blocks.related_rest, text, {2: "caption", 4: "related_link"})


def test_cards_with_a_title_and_a_sentence():
    cards = (
        "Ferry crews vote to strike in the summer\n\nThey were warned by the court.\n\n"
        "Old cranes may be saved after all\n\nA club has the money."
    )
    assert taken(blocks.cards, f"{ABOVE}\n\n{BELOW}\n\n{cards}", {2: "related_link"}) == [cards]
    assert not taken(blocks.cards, f"{ABOVE}\n\n{BELOW}\n\n{cards}")
    assert not taken(blocks.cards, f"{ABOVE}\n\n{BELOW}\n\n{cards}\n\n{BELOW}", {2: "related_link"})


@pytest.mark.parametrize("button", ["Watch the talk", "Read the Q&A", "Hier ansehen", "Leer la entrevista"])
def test_cards_told_twice(button):
    card = "Captain Lund on how her crews lived through the three weeks of the closure."
    assert taken(blocks.retold, f"{ABOVE}\n\n{card}\n\n{button} {card}") == [f"{card}\n\n{button} {card}"]
    assert not taken(blocks.retold, f"{ABOVE}\n\n{card}\n\nNobody knew of {card}")


def test_lines_of_one_end():
    run = "\n\n".join(
        f"{head} saved_icon Saved" for head in ("Ferry crews vote", "Old cranes stay on", "Leader steps down")
    )
    assert not taken(blocks.framed, f"{ABOVE}\n\nCut into 1-inch pieces\n\nPeel and cut into 1-inch pieces\n\nBoil it")
    assert taken(blocks.framed, f"{ABOVE}\n\n{run}") == [run]


def test_titles_above_addresses():
    run = "\n".join(f"Ferry report {word}\nhttps://harbour.example/{word}" for word in ("one", "two", "three"))
    listed = "\n".join(f"{n}) Ferry toy\nhttps://shop.example/{n}" for n in range(1, 5))
    assert taken(blocks.above_address, f"{ABOVE}\n{run}") == [run]
    assert not taken(blocks.above_address, f"{ABOVE}\n{listed}")


@pytest.mark.parametrize("mark", ["- ", "• ", "» "])
def test_listed_paths(mark):
    path = "\n".join(mark + step for step in ("News", "Local", "Bridge closed after crack"))
    assert taken(blocks.crumbs, f"{path}\nBridge closed after crack\n{ABOVE}\n{BELOW}") == [path]
    points = "\n".join(mark + point for point in ("The bridge was closed on Monday", "Nobody was hurt"))
    assert not taken(blocks.crumbs, f"{points}\nBridge closed\n{ABOVE}\n{BELOW}")


@pytest.mark.parametrize(
    "box",
    [
        "Expect to pay $20 Developer Harbour Works Publisher Elm Games Reviewed on a laptop Link Official site",
        "Regie Ann Lund Darsteller Tom Weir, Mary Roe Laufzeit 95 Minuten FSK 12",
        "Type Collapse Date May 3, 2019 Location Ashford Deaths 0 Injuries 4",
    ],
)
def test_boxes_of_facts(box):
    assert taken(widgets.facts, f"{ABOVE}\n\n{box}\n\n{BELOW}") == [box]
    assert not taken(widgets.facts, f"{ABOVE}\n\n{box}, the engineer of the bridge told the council.\n\n{BELOW}")
