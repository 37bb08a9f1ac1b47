"""Captions beside their credits, in galleries and films, of East Asian papers; credits of rarer forms."""

import pytest

from cleaners.finders.caption_signs import SURE, depicts, points, prose, shown
from cleaners.finders.captions import credited, lone
from cleaners.finders.captions_forms import chart, eastern, film, gallery, slideshow
from cleaners.finders.captions_style import depicted, restated
from cleaners.finders.credit_forms import alone, institution, labels_next, pair
from cleaners.finders.credits import credits
from cleaners.view import View

BODY = "The old mill in Elm was sold to Ada Brill, a baker from Lindow, who wants to grind flour there from May on."
NEXT = "Nobody had lived in the mill since the flood, and the people of Elm were glad to hear of the sale on Monday."


def taken(finder, text):
    view = View(text)
    return [text[match.start : match.end] for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    ("finder", "caption", "credit"),
    [
        (credited, "Ada Brill at the gate of the old mill in Elm, which she wants to open again", "Image: Ida Falk"),
        (credited, "Ada Brill looks at the wheel of the old mill in Elm on Monday.", "© Ida Falk/dpa"),
        (credited, "The old mill in Elm was sold to a baker from Lindow.", "Credit: Ida Falk/Getty Images"),
        (lone, "Ada Brill at the gate of the old mill in Elm, which she wants to open again", "Photo iStock"),
        (lone, "Ada Brill at the gate of the old mill in Elm, which she wants to open again", "Peter Falk/Elm Courier"),
    ],
)
def test_caption_on_the_line_before_its_credit(finder, caption, credit):
    text = f"{BODY}\n\n{caption}\n\n{credit}\n\n{NEXT}"
    assert taken(finder, text) == [f"{caption}\n\n{credit}"]


@pytest.mark.parametrize(
    "before",
    [
        "However, she has not said when the old mill in Elm will open again.",
        "“I want to grind flour in the old mill in Elm,” she said.",
        "What the sale of the old mill means",
        "The neighbours agree:",
        f"{BODY} {NEXT} It rained.",
    ],
)
def test_what_stands_before_a_credit_and_stays(before):
    assert not taken(credited, f"{NEXT}\n\n{before}\n\nImage: Ida Falk\n\n{BODY}")


def test_credit_on_the_line_behind_its_label():
    assert taken(credits, f"{BODY}\nFoto: \nIda Falk\n{NEXT}") == ["Foto: \nIda Falk"]


def test_credit_and_the_caption_once_more():
    caption = "The wheel of the old mill in Elm."
    assert taken(credited, f"{BODY}\n{caption}\nCredit: NASA View full size image {caption}\n{NEXT}") == [
        f"{caption}\nCredit: NASA View full size image {caption}"
    ]


def test_sentences_before_a_credit_in_joined_text():
    caption = "Neighbours gather at the old mill in Elm, Ark., Monday, May 7, 2018. It was sold last week."
    credit = "(AP Photo/Ida Falk)"
    text = f"{BODY} {caption} {credit} {NEXT} {NEXT}"
    assert taken(credited, text) == [f"{caption} {credit}"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foto Peter Falk", "Peter Falk"),
        ("Bild Anna Brill", "Anna Brill"),
        ("Photo Peter Falk / Elm Courier", "Peter Falk"),
        ("(Quelle: IMAGO/Peter Falk)", "Peter Falk"),
        ("Peter Falk/Elm Courier", "Peter Falk"),
        ("Foto: falke / DW", "falke"),
    ],
)
def test_rarer_forms_of_credits(text, name):
    assert alone(text).photographer == name


@pytest.mark.parametrize("text", ["Photo Gallery", "Foto der Woche", "Image Problems of the Mayor", "Health/Science"])
def test_no_credits(text):
    assert alone(text) is None


def test_institutions_and_pairs():
    assert institution("Elm County Sheriff's Office")
    assert not institution("Stanford University")
    assert pair("Peter Falk/Anna Brill") is None
    assert labels_next("| Bild:")
    assert not labels_next("Das Bild hat einen Rahmen:")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("会議に臨む市長ら＝ＡＰ", "ＡＰ"),
        ("会議のあと、記者の質問に答える市長＝共同", "共同"),
        ("試合前に練習する選手たち（Ｃ）共同通信社", "共同通信社"),
        ("工人们正在修建新的大桥 王明 摄", "王明"),
        ("工人们正在修建新的大桥（新华社记者 王明 摄）", "新华社记者 王明"),
        ("시장이 회의에서 발언하고 있다. /연합뉴스", "연합뉴스"),
        ("시장이 회의에서 발언하고 있다. [연합뉴스 자료사진]", "연합뉴스"),
        ("시장이 회의에서 발언하고 있다. ⓒ뉴스1", "뉴스1"),
    ],
)
def test_east_asian_credits(text, agency):
    view = View(text)
    ((match),) = eastern(view, view.lines)
    assert (match.start, match.end, match.value[0].agency) == (0, len(text), agency)


@pytest.mark.parametrize(
    "text", ["この写真は市が提供した。会議は月曜日に開かれた。＝ＡＰ", "사진을 찍었다.", "彼は写真を撮影した。"]
)
def test_east_asian_sentences(text):
    assert not taken(eastern, text)


def test_slideshow_needs_both_buttons():
    show = "The mill\nFullscreen\nThe wheel\nThe gate\nNext Slide\n2 Photos\nThe mill"
    assert taken(slideshow, f"{BODY}\n{show}\n{NEXT}") == [show]
    assert not taken(slideshow, f"{BODY}\nNext Slide\n{NEXT}")


def test_film_and_chart():
    assert taken(film, f"{BODY}\n\n{NEXT}\n18.04.2024 | 2:51 min\n{BODY}") == [f"{NEXT}\n18.04.2024 | 2:51 min"]
    chart_lines = "Mieten in Elm seit 1950\nElmheute Infografik"
    assert taken(chart, f"{BODY}\n{chart_lines}\n{NEXT}") == [chart_lines]


def test_album_on_one_line():
    pictures = [
        f"The people of Elm stand at the {thing} of the old mill and look at the flood that came in the night of Monday. "
        "Nobody was hurt in the house, as the town said. (Ida Falk/Getty Images)"
        for thing in ("gate", "wheel", "door")
    ]
    assert " ".join(pictures) in taken(credited, f"{BODY}\n{' '.join(pictures)}\n{NEXT}")


def test_galleries_in_joined_text():
    numbered = "Photos: The mill The wheel turns. Hide Caption 1 of 2 Photos: The mill It stands. Hide Caption 2 of 2"
    assert taken(gallery, f"{BODY} {numbered} {NEXT}") == [numbered]
    assert not taken(gallery, f"{BODY} Hide Caption 1 of 2 {NEXT}")


def test_one_person_in_many_pictures():
    lines = [f"Brill attends the fair of Elm in {year}." for year in (2019, 2020, 2021)]
    text = "\n".join(f"{BODY}\n{line}" for line in lines) + f"\n{NEXT}"
    assert taken(depicted, text) == lines
    assert not taken(depicted, f"{BODY}\n{lines[0]}\n{NEXT}")


def test_restated_only_where_the_paper_sets_captions_so():
    caption = "The baker Ada Brill bought the old mill in Elm because she wants to grind her own flour again"
    text = "\n".join([BODY, NEXT, BODY, caption, NEXT, BODY, NEXT, BODY])
    assert not taken(restated, text)
    assert taken(restated, f"{text}\nScroll down for video") == [caption]


def test_signs():
    assert depicts("Ada Brill speaks during a meeting on Friday in Elm, Ohio.")
    assert shown("Ada Brill leaves the court in Elm on Friday.")
    assert not shown("Ada Brill left the court in Elm on Friday.")
    assert prose("She sold it.")
    assert points("Ada Brill at the gate of the old mill in Elm that was sold", [BODY]) >= SURE
    assert points("But nobody knows who will pay for it.", [BODY]) < SURE
