"""Bylines that no list holds: which names are read, how far the span goes, and what only looks like one."""

import pytest

from cleaners.finders.bylines import bare, labelled, signature
from cleaners.knowledge.names import has_given_name, is_name, read_names
from cleaners.view import Context, View

STORY = (
    "The ferry will not sail before the ice is gone, its captain said on Monday, and there is nothing that the islanders "
    "can do about it but wait for warmer days."
)

LABELLED = [
    ("By Marta Ellingsen", ["Marta Ellingsen"]),
    ("by marta", None),
    ("By JONAH T. PRICE", ["JONAH T. PRICE"]),
    ("By Dana Whitcombe\n\nHealthDay Reporter", ["Dana Whitcombe"]),
    ("By PAUL ELLROY, AP Medical Writer", ["PAUL ELLROY"]),
    ("By Ana Ruiz-Ortega, Tom O’Dell and Lin Wu", ["Ana Ruiz-Ortega", "Tom O’Dell", "Lin Wu"]),
    ("By Glen Arden For Dailyherald.Com", ["Glen Arden"]),
    ("By Ed Larkin, Special to the Courier", ["Ed Larkin"]),
    ("By: Rory McInnes", ["Rory McInnes"]),
    ("-- By Michelle Rossi Follow @mrossi", ["Michelle Rossi"]),
    ("Written by Paul van der Meer", ["Paul van der Meer"]),
    ("Von Jutta Kamphausen und Nils Petersen, NDR", ["Jutta Kamphausen", "Nils Petersen"]),
    ("Von: Nadine Zimmermann", ["Nadine Zimmermann"]),
    ("Ein Kommentar von Sven Hartwig", ["Sven Hartwig"]),
    ("Par Éloïse Marchand", ["Éloïse Marchand"]),
    ("Por FIDEL AMARANTE RUIZ", ["FIDEL AMARANTE RUIZ"]),
    ("di Teresa Campofiorito", ["Teresa Campofiorito"]),
    ("Av Ingrid Solheim", ["Ingrid Solheim"]),
    ("Door Pieter de Groot", ["Pieter de Groot"]),
    ("Автор: Марина Ключевская", ["Марина Ключевская"]),
    ("By\n\nHarry Bullard\n\nReporter", ["Harry Bullard"]),
    ("Von\nKatharina Schmied", ["Katharina Schmied"]),
    ("Written By\n\nMiguel Zabala", ["Miguel Zabala"]),
    ("Autor: red", []),
    ("By Associated Press", []),
    ("By CNN Staff", []),
    ("By this point, nothing had happened", None),
    ("By Any Means Necessary", None),
    ("By The Numbers", None),
    ("By Functionality", None),
    ("Von Obama lernen", None),
    ("Por su parte, Delia Montes calló", None),
    ("Par le passé", None),
    ("Di Maio cambia idea", None),
    ("Door Anchor for Resistance Bands", None),
]


@pytest.mark.parametrize(("line", "names"), LABELLED, ids=lambda value: str(value)[:40])
def test_labelled(line, names):
    view = View(f"{line}\n\n{STORY}")
    found = list(labelled(view, view.lines))
    if names is None:
        assert found == []
    else:
        assert [list(match.value.authors) for match in found] == [names]
        assert view.text[found[0].start : found[0].end] == line


BEFORE_DATE = ["By Maya Trent", "By Louis Jacoby", "Von Eileen Wagener"]
DATES = [
    " | Posted May 4, 2017",
    " on Monday, November 18th, 2019 at 11:04 a.m.",
    " 10.09.2025, 09:53 Uhr",
    " - 2019-04-10",
]


@pytest.mark.parametrize("names", BEFORE_DATE)
@pytest.mark.parametrize("date", DATES)
def test_a_date_behind_the_name_is_left_to_the_timestamps(names, date):
    view = View(f"{names}{date}\n\n{STORY}")
    (found,) = labelled(view, view.lines)
    assert view.text[found.start : found.end] == names


def test_in_the_middle_a_label_is_not_enough():
    view = View("\n\n".join([STORY] * 10 + ["By Adam Kowalski"] + [STORY] * 10))
    assert list(labelled(view, view.lines)) == []


BARE = [
    (f"Ferry stays in port\n\nMatthias Brunner\n\n{STORY}", "Matthias Brunner"),
    (f"Ferry stays in port\n\n{STORY}\n\nNobody objected.\n\nHelen Marsh", "Helen Marsh"),
    (f"Katherine Ostrowski    @KatOstro\n\n{STORY}\n\nNobody objected.", "Katherine Ostrowski    @KatOstro"),
    (f"Ferry stays in port\n\nGreg Tillman, Staff Writer\n\n{STORY}", "Greg Tillman, Staff Writer"),
    (f"{STORY}\n\nNobody objected.\n\nMEHMET KARADAĞ", "MEHMET KARADAĞ"),
    (
        f"{STORY}\n\nNobody objected.\n\nIrene Falk\n\nGeneral Assignment Reporter",
        "Irene Falk\n\nGeneral Assignment Reporter",
    ),
]


@pytest.mark.parametrize(("text", "line"), BARE, ids=lambda value: value[-30:])
def test_bare(text, line):
    view = View(text)
    assert [view.text[match.start : match.end] for match in bare(view, view.lines)] == [line]


NOT_BARE = [
    f"Our choices\n\nMichael Tanner\n\nMichael Tanner, 41, runs the bakery. {STORY}\n\nSarah Lowe\n\nSarah Lowe paints.",
    "The winners\n\nThe jury named three of them.\n\nAnna Berg\n\nTom Fields\n\nMaria Costa",
    f"Ferry stays in port\n\nMarket Outlook\n\n{STORY}",
    f"{STORY}\n\n“We must go on, whatever the price and however long the road may be.”\n\nNelson Hargrove",
    f"Ferry stays in port\n\nScott Ames / Getty Images\n\n{STORY}",
    f"Bethany Falk agreed to be interviewed by the defense team.\n\n{STORY}\n\nNobody objected.",
    f"CRISTIANO RONALDO TAMBIÉN JUEGA EN LA LIGA MEXICANA\n\n{STORY}\n\nNobody objected.",
    f"Guests\n\nJim Kavan — Political analyst and editor\n\nMichelle Hudd — Communications strategist\n\n{STORY}",
    f"Votes\n\nDennis Hall, Governor of Kansas\n\nRodney Lee, Senator of Maine\n\n{STORY}",
]


@pytest.mark.parametrize("text", NOT_BARE)
def test_not_bare(text):
    view = View(text)
    assert list(bare(view, view.lines)) == []


def test_vietnamese_authors_sign_on_the_last_line():
    text = "Cây cầu cũ sẽ đóng cửa.\n\nThành phố cho biết cầu mới sẽ mở cửa vào năm sau.\n\nLê Hạnh"
    view = View(text, Context(language="vi"))
    assert [match.value.authors for match in bare(view, view.lines)] == [("Lê Hạnh",)]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{STORY} Einen Termin gibt es nicht. (kmb)", "(kmb)"),
        (f"{STORY} Kaptan bunu dün açıkladı. Mehmet Karadağ (DHA)", "Mehmet Karadağ (DHA)"),
        (f"{STORY} So der Sprecher Heiner Vogt (SPD)", None),
        (f"{STORY} “We was there.” (sic)", None),
        (f"{STORY} Mehr steht nicht fest. (dpa)", None),
    ],
)
def test_signature(text, signed):
    view = View(text)
    found = [view.text[match.start : match.end] for match in signature(view, view.lines)]
    assert found == ([signed] if signed else [])


@pytest.mark.parametrize(
    "name", ["Jean-Luc d’Arcy", "MARÍA JOSÉ LÓPEZ", "J. R. Tolland", "Ludwig van der Aa", "Любовь Степанова"]
)
def test_names(name):
    assert is_name(name)
    assert read_names(f"{name} | 12 May")[0] == (name,)


@pytest.mark.parametrize(
    "text", ["Staff Writer", "The Numbers", "Read More", "Anna", "story continues", "Monday Morning"]
)
def test_no_names(text):
    assert not is_name(text)


def test_given_names():
    assert has_given_name("Şule Yılmaz") or has_given_name("İbrahim Yılmaz")
    assert not has_given_name("Market Outlook")
