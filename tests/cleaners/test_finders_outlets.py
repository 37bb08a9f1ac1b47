"""Names beside outlets, desks that sign, and lines of addresses."""

import pytest

from cleaners.finders import outlets
from cleaners.view import View

BODY = (
    "The ferry will not sail before the ice is gone, its captain said on Monday, and there is nothing that the "
    "islanders can do about it but wait for warmer days.\n\nNobody was hurt, the harbour office said."
)


def read(line):
    text = f"Ferry stays in port\n\n{line}\n\n{BODY}"
    view = View(text)
    return [match.value.authors for match in outlets.bylines(view, view.lines)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Helen Marsh | Lantern", ("Helen Marsh",)),
        ("Helen Marsh, Island Herald", ("Helen Marsh",)),
        ("Helen Marsh, For the Lantern", ("Helen Marsh",)),
        ("Helen Marsh Associated Press", ("Helen Marsh",)),
        ("Helen Marsh for The Island Times", ("Helen Marsh",)),
        ("Helen Marsh - Island News", ("Helen Marsh",)),
        ("Helen Marsh, WXYZ", ("Helen Marsh",)),
        ("3 May 2021 | Helen Marsh", ("Helen Marsh",)),
        ("From Helen Marsh in Oslo", ("Helen Marsh",)),
        ("Redacción", ()),
        ("Da redazione", ()),
        ("Our Staff Reporter", ()),
    ],
)
def test_bylines_beside_outlets(line, names):
    assert read(line) == [names]


@pytest.mark.parametrize(
    "line", ["Helen Marsh, a captain", "Island News at Ten", "Helen Marsh, Lake Superior", "Helen Marsh wins"]
)
def test_other_lines_with_names_stay(line):
    assert read(line) == []


def test_the_source_of_a_quoted_paragraph_is_no_byline():
    view = View(f"“{BODY.split(chr(10))[0]}”\n\nHelen Marsh, Island Herald\n\n{BODY}\n\n{BODY}")
    assert list(outlets.bylines(view, view.lines)) == []


def addresses(line):
    text = f"{BODY}\n\n{line}"
    view = View(text)
    return [text[match.start : match.end] for match in outlets.contacts(view, view.lines)]


@pytest.mark.parametrize(
    "line",
    [
        "hmarsh@lantern.example",
        "Helen Marsh: hmarsh@lantern.example",
        "Contact Helen Marsh at hmarsh@lantern.example or 555-010-0199.",
        "Reach the reporter at hmarsh@lantern.example.",
        "Follow Helen Marsh on X: @hmarsh",
        "Email hmarsh@lantern.example, Twitter: @hmarsh",
        "@hmarsh",
        "Kontakt: hmarsh@laterne.example",
        "Helen Marsh | hmarsh@lantern.example | 555-010-0199",
        "You can reach Helen at hmarsh@lantern.example",
    ],
)
def test_lines_of_addresses(line):
    assert addresses(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Residents should write to mayor@town.example before May.",
        "The account @hmarsh was closed.",
        "Call 555-010-0199 for help",
    ],
)
def test_sentences_with_addresses_stay(line):
    assert addresses(line) == []
