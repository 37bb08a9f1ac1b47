"""Credits: what is read of them, where they stand in a line, and what looks like one and is none."""

import pytest

from cleaners.finders.credit_span import head, inside, tail
from cleaners.finders.credit_text import read
from cleaners.finders.credits import credits
from cleaners.view import View


@pytest.mark.parametrize(
    ("text", "photographer", "agency"),
    [
        ("Ida Falk/AP", "Ida Falk", "AP"),
        ("Ida Falk / Getty Images", "Ida Falk", "Getty Images"),
        ("Ida Falk/AFP via Getty Images", "Ida Falk", "AFP via Getty Images"),
        ("NorthLightStudio via Getty Images", "NorthLightStudio", "Getty Images"),
        ("REUTERS/Omar Said", "Omar Said", "Reuters"),
        ("Ida Falk/Pool via REUTERS", "Ida Falk", "Reuters"),
        ("imago images/Jan Veer", "Jan Veer", "imago"),
        ("Ida Falk | Moment | Getty Images", "Ida Falk", "Getty Images"),
        ("(AP Photo/Ida Falk, File)", "Ida Falk", "AP"),
        ("(Image: Getty Images)", None, "Getty Images"),
        ("(Image: Ida Falk)", "Ida Falk", None),
        ("Photo: Brickworks", None, "Brickworks"),
        ("Picture: Imgur / brick_fan", "brick_fan", "Imgur"),
        ("Foto: Kari Moen / NTB", "Kari Moen", "NTB"),
        ("Foto: Ida Falk/TT", "Ida Falk", "TT"),
        ("— © BELGA".lstrip("— "), None, "Belga"),
        ("Фото: Иван Петров / РИА Новости", "Иван Петров", "RIA Novosti"),
        ("Ảnh: Hà Văn", "Hà Văn", None),
        ("Photo: Ida Falk for District Attorney", None, "Ida Falk for District Attorney"),
        ("Fot. Jan Lis / PAP", "Jan Lis", "PAP"),
        ("Crédit photo : Luc Morel", "Luc Morel", None),
        ("Fotoğraf: Murat Kaya/AA", "Murat Kaya", "Anadolu"),
        ("photo by Dean Harrow / CC BY 2.0 / cropped", "Dean Harrow", None),
        ("Featured image is from The Daily Owl", None, "The Daily Owl"),
        ("© Provided by Meridian", None, "Meridian"),
        ("Photographer: Tim Moss/Bloomberg", "Tim Moss", "Bloomberg"),
        ("© 2019 AP Photo/Ida Falk", "Ida Falk", "AP"),
        ("(Reuters photo: Ida Falk)", "Ida Falk", "Reuters"),
        ("[File: Aron P Bell/Reuters]", "Aron P Bell", "Reuters"),
        ("nicolas roe / Getty Images", "nicolas roe", "Getty Images"),
        ("(Foto: picture alliance/Kyodo)", None, "picture alliance/Kyodo"),
        ("Фото: Turar Roe, globallookpress.com", "Turar Roe", "globallookpress.com"),
    ],
)
def test_reads_whose_picture_it_is(text, photographer, agency):
    credit = read(text)
    assert credit is not None
    assert (credit.raw, credit.photographer, credit.agency) == (text, photographer, agency)


@pytest.mark.parametrize(
    "text",
    [
        "The big picture: rates are rising faster than anybody expected",
        "Photo",
        "Image: how others see you is what counts",
        "International Fuel Tax Agreement (IFTA)",
        "Facebook | Twitter | Instagram",
        "ATHENS, Greece, March 10, 2016 /PRNewswire/ --",
        "[Bloomberg, 5/19/14]",
        "Los Angeles/New York",
        "Credit: banks lend less than they did.",
        "Environmental Protection Agency (EPA) Regulations",
        "Headquarters: Harlow, PA",
        "© 2021 Tamsel Media GmbH",
        "Ph: 555.821.2413",
        "Designer Ida Falk (NASA/GSFC)",
        "© Elm Courier. All rights reserved.",
    ],
)
def test_no_credit(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry left at noon. Ida Falk/AP", "Ida Falk/AP"),
        ("The ferry left at noon.IdaFalkPictures via Getty Images", "IdaFalkPictures via Getty Images"),
        ("The ferry left at noon (Ida Falk/AP)", "(Ida Falk/AP)"),
        ("The ferry left at noon. (Ida Falk/The Elm Courier)", "(Ida Falk/The Elm Courier)"),
        ("The ferry at noon | Photo: Ida Falk", "Photo: Ida Falk"),
        ("Bến phà buổi trưa – Ảnh: Hà Văn", "Ảnh: Hà Văn"),
        ("The ferry, built by J. P. Holm, at noon. J. Scott Falk/AP", "J. Scott Falk/AP"),
        ("The ferry in 1971 Picture: Brickworks", "Picture: Brickworks"),
        ("Die Fähre am Mittag. © imago/Jan Veer", "© imago/Jan Veer"),
        ("The ferry left. REUTERS/Omar Said/File Photo", "REUTERS/Omar Said/File Photo"),
        ("The ferry left at noon. Ida Falk/Getty Images Buy Photo", "Ida Falk/Getty Images"),
    ],
)
def test_tail(text, found):
    last = tail(text)
    assert last is not None
    assert last.credit.raw == found
    assert text[last.start :].startswith(found)


@pytest.mark.parametrize(
    "text",
    [
        "He told The Associated Press (AP)",
        "It is watched by the Environmental Protection Agency (EPA)",
        "We live in hard times, she told AFP",
        "That is the clear picture: nobody cares",
        "He quoted a poem (Rilke/Hofmannsthal)",
        "Shares fell again on Friday (FB).",
        "",
    ],
)
def test_no_tail(text):
    assert tail(text) is None


def test_head_stops_behind_the_agency():
    text = "AP Photo / Ida Falk The Senate Met Again"
    assert text[: head(text)] == "AP Photo / Ida Falk"
    text = "Ida Falk / Getty Images Monica Doe speaks in Rome"
    assert text[: head(text)] == "Ida Falk / Getty Images"
    assert head("Monica Doe speaks in Rome") == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was closed. (Photo: Getty Images) Nobody came.", ["(Photo: Getty Images)"]),
        ("It was closed. Ida Falk/AP Nobody came.", ["Ida Falk/AP"]),
        ("Он ушёл. Фото: © Ivan Roe, globallookpress.com Никто не пришёл.", ["Фото: © Ivan Roe, globallookpress.com"]),
        ("Ele saiu. Foto: Correio BRS. Ninguém veio.", ["Foto: Correio BRS"]),
        ("In a Reuters/Ipsos poll he led. The ABC News/Elm Post survey had him behind.", []),
        ("He (Photo: he said) left. It was (as AP/UPI wrote) late.", []),
    ],
)
def test_inside(text, found):
    assert [text[start:end] for start, end, _ in inside(text)] == found


def test_glued_credit_leaves_the_sentence():
    text = "He thanked the crew in the film.NorthLightStudio via Getty Images"
    view = View(text)
    (match,) = credits(view, view.lines)
    assert text[: match.start] == "He thanked the crew in the film."
    assert match.value.agency == "Getty Images"
