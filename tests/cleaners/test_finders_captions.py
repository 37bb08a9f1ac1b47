"""Captions: which lines are one, what is read in them, and which paragraphs stay."""

import pytest

from cleaners.finders.caption_text import caption_start, sentences
from cleaners.finders.captions import credited, headed
from cleaners.finders.captions_near import unlabelled
from cleaners.view import Context, View


def taken(finder, text, context=None):
    view = View(text, context or Context())
    return [(text[match.start : match.end], match.value) for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Crowds wait outside the court in Elm on Friday. (Ida Falk/AP)", "AP"),
        ("A lynx in the snow near Tromsø, Norway, on February 3. Ida Falk/Getty Images", "Getty Images"),
        ("FILE PHOTO: Minister Ada Brill arrives in Rome, Italy, May 4, 2019. REUTERS/Omar Said/File Photo", "Reuters"),
        (
            "FILE - In this May 4, 2019 file photo, Ada Brill arrives. She resigned on Monday. (AP Photo/Ida Falk, File)",
            "AP",
        ),
        ("The minister leaves her house (Image: Getty Images)", "Getty Images"),
        ("JUBEL: Laget feiret lenge etter kampen. Foto: Kari Moen / NTB", "NTB"),
        ("Trainer Ole Brandt hofft auf drei Punkte. IMAGO/Kai Stern", "imago"),
        ("Le port de Sète au matin — © BELGA", "Belga"),
        ("Новый мост через реку Эльм. Фото: Иван Петров/ТАСС", "TASS"),
        ("Cầu mới qua sông Elm - Ảnh: AFP", "AFP"),
        ("Il nuovo ponte di Olmo | Ida Falco/AFP tramite Getty Images", "AFP tramite Getty Images"),
        ("Most nad rzeką. Fot. Jan Lis / PAP", "PAP"),
        ("Elm'de yeni köprü. Fotoğraf: Murat Kaya/AA", "Anadolu"),
        ("The train at Harlow station. Jim Ward | AFP | Getty Images", "AFP | Getty Images"),
        ("La plaza mayor, vacía (EFE/Ana Ruiz)", "EFE"),
    ],
)
def test_credit_at_the_end(text, agency):
    text = f"The vote is on Monday, as the speaker of the house announced.\n{text}\nNobody objected to it."
    ((caption, value),) = taken(credited, text)
    assert caption == text.split("\n")[1]
    assert value[-1].agency == agency


def test_sentence_before_a_credit_that_was_broken_off():
    text = "Ingen kom.\n\nPresidenten på torget i går. \nFoto: Kari Moen/AP\nMøtet varte i to timer."
    assert [caption for caption, _ in taken(credited, text)] == ["Presidenten på torget i går. \nFoto: Kari Moen/AP"]


def test_same_caption_twice():
    text = "The mayor speaks in Elm.\nThe mayor speaks in Elm. (Ida Falk/AP)\nHe was late."
    assert {caption for caption, _ in taken(credited, text)} == set(text.split("\n")[:2])


@pytest.mark.parametrize(
    "text",
    [
        "He thanked the crew.NorthLightStudio via Getty Images",
        "The agency was told by the ministry, as it wrote (dpa)." + " More was not known on Friday." * 20,
        '"We stay," she told the Associated Press (AP)',
        "The sentence was read out. Nobody spoke. It was late. The judge rose. He left. Ida Falk/AP",
        "- Which cars go furthest? Photo: Adobe Stock",
        "The column was written in May. © 2017 Elm Content Agency, LLC",
    ],
)
def test_no_caption(text):
    assert taken(credited, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "FILE PHOTO: The logo of Orbis Bank is seen in Basel",
        "FILE - Ada and Jonas Brill with their son at their home in Elm, March 1, 2024.",
        "Image caption The river has risen by two metres since Monday",
        "Media caption Footage shows the moment the bridge gave way",
        "Legende: Anna Gerber vor ihrem Haus in Thun. RTX",
        "Bildunterschrift: Der Markt nach dem Umbau",
        "Enlarge this image toggle caption Ida Falk/NPR Ida Falk/NPR",
        "تصویر کے کاپی رائٹ AFP Image caption پل کل بند رہا".partition("AFP ")[2],
    ],
)
def test_word_at_the_head(text):
    assert [caption for caption, _ in taken(headed, text)] == [text]


NEIGHBOURS = (
    "Mara Quist won the nomination of the River Party in Lindow on Tuesday, and will now face mayor Jonas Peel in autumn.",
    "The River Party wants to close the harbour of Lindow, and to build houses for workers where the shipyard stood.",
)


@pytest.mark.parametrize(
    ("caption", "raw"),
    [
        ("Mara Quist won the nomination of the River Party in Lindow. Mara Quist for Mayor", "Mara Quist for Mayor"),
        (
            "The River Party wants to close the harbour of Lindow. It won on Tuesday. Quist/quist4lindow",
            "Quist/quist4lindow",
        ),
        (
            "The shipyard in the harbour of Lindow stood where workers will find houses. City of Lindow",
            "City of Lindow",
        ),
        ("Mayor Jonas Peel of Lindow will face Mara Quist in autumn. Friends of Jonas Peel", "Friends of Jonas Peel"),
        ("In Lindow, the River Party nomination was won by Mara Quist on Tuesday. Ida Falk", "Ida Falk"),
        ("Mara Quist, of the River Party, will face the mayor in autumn. River Party", "River Party"),
        (
            "Houses for workers will stand where the shipyard of Lindow stood. Lindow Harbour Company",
            "Lindow Harbour Company",
        ),
        ("The mayor, Jonas Peel, will face Mara Quist in autumn. Peel Campaign", "Peel Campaign"),
        ("Quist won the nomination of her party in Lindow on Tuesday. Omar Said", "Omar Said"),
        (
            "Jonas Peel, mayor of Lindow, will face the River Party in autumn. Jonas Peel for Lindow",
            "Jonas Peel for Lindow",
        ),
    ],
)
def test_bare_name_behind_a_sentence_that_a_neighbour_says_too(caption, raw):
    text = "\n\n".join((NEIGHBOURS[0], caption, NEIGHBOURS[1], "Both candidates were at the fair on Sunday."))
    ((found, value),) = taken(unlabelled, text)
    assert found == caption
    assert value[0].raw == raw


@pytest.mark.parametrize(
    "line",
    [
        "She read to the children until they slept, every evening of that long year. War and Peace",
        "The harbour closed. What now? A Timeline",
        "How Mara Quist won the nomination of the River Party in Lindow",
        "Mara Quist won the nomination of the River Party in Lindow on Tuesday, and left for the coast.",
        "“Mara Quist won the nomination of the River Party in Lindow,” he said. “Good for her”",
        "- Mara Quist",
        "Roses are red, the harbour is blue. Violets Too",
    ],
)
def test_lines_of_the_article_stay(line):
    text = "\n\n".join((NEIGHBOURS[0], line, NEIGHBOURS[1], "Both candidates were at the fair on Sunday."))
    assert taken(unlabelled, text) == []


def test_captions_of_the_page():
    context = Context(captions=("The harbour of Lindow at dawn in May",))
    text = "It rained.\nThe harbour of Lindow at dawn in May. Photo: Ida Falk\nNobody came."
    assert [caption for caption, _ in taken(unlabelled, text, context)] == [
        "The harbour of Lindow at dawn in May. Photo: Ida Falk"
    ]


def test_paragraph_with_a_credit_behind_it_is_no_caption():
    body = "The council met again on Monday. " * 14
    assert caption_start(body + "Ida Falk/AP", len(body)) is None


def test_sentences_know_abbreviations():
    assert sentences("He met Sen. J. Roe in the U.S. Senate on Nov. 3. Nobody came.") == 2
