"""Author bios at the end, and persons of the story that look like authors."""

import pytest

from cleaners.finders.bios import about, author_bio
from cleaners.view import View

STORY = "The ferry will not sail before the ice is gone, its captain said on Monday.\n\nNobody on the island objected."

BIOS = [
    "Sunny Park is a markets reporter based in New York.",
    "Tom Reese covers harbors and shipping for the Courier as a freelance journalist.",
    "Brad Hallam is director of strategy for an agency in Ohio and the author of three books.",
    "Jana Holm ist Redakteurin im Ressort Wissen.",
    "– Maria Costa, a contributing editor, is a fellow at the Harbor Institute.",
    "The author is a sailor and lives in Bergen.",
    "Paula Ríos es periodista y corresponsal en Lima.",
]


@pytest.mark.parametrize("bio", BIOS)
def test_bio(bio):
    view = View(f"{STORY}\n\n{bio}")
    assert [view.text[match.start : match.end] for match in author_bio(view, view.lines)] == [bio]


NOT_BIOS = [
    f"{STORY}\n\n“I was there,” said Lena Marsh.\n\nNobody believed her.\n\nLena Marsh is a reporter for the Courier.",
    f"{STORY}\n\nAndrew Adams is chief of the harbor police. He said that the ice would be gone by May.",
    f"{STORY}\n\nMelissa Jagger was charged with the loss of the boat by the director of public prosecutions.",
    f"Anna Berg is a reporter who went to sea.\n\n{STORY}",
]


@pytest.mark.parametrize("text", NOT_BIOS)
def test_not_a_bio(text):
    view = View(text)
    assert list(author_bio(view, view.lines)) == []


@pytest.mark.parametrize(
    "block",
    [
        "About the Author\n\nTom Reese has written about ferries for twenty years.",
        "About the author: Tom Reese has written about ferries for twenty years.",
        "Über den Autor\n\nJan Holm schreibt seit 2010 über Häfen.",
        "Sobre el autor\n\nJulio Amarante vive en Lima.",
    ],
)
def test_about_the_author(block):
    view = View(f"{STORY}\n\n{block}")
    assert [view.text[match.start : match.end] for match in about(view, view.lines)] == [block]
