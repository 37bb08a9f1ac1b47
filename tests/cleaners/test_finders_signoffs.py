"""Bylines without a plain label, meta lines, datelines of other shapes, and tags of agencies: values read, and traps."""

import pytest

from cleaners.finders import bios, dateline_forms, endings, metalines, pressblocks, signoffs
from cleaners.view import Context, View

STORY = (
    "The ferry will not sail before the ice is gone, its captain said on Monday, and there is nothing that the "
    "islanders can do about it but wait."
)


def authors(finder, text, language="en"):
    view = View(text, Context(language=language))
    return [match.value.authors for match in finder(view, view.lines) if hasattr(match.value, "authors")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("by Anna Lund in News, Harbour // 0 Comments", ("Anna Lund",)),
        ("Posted by Tom Berg 21.10.2019", ("Tom Berg",)),
        ("4. März 2021 by Jana Holm", ("Jana Holm",)),
        ("Gepostet von Jana Holm | Wohnen", ("Jana Holm",)),
        ("Erstellt von JANA HOLM am 12.03.2019", ("JANA HOLM",)),
        ("Tom Berg | Contributing Writer | 5 days ago", ("Tom Berg",)),
        ("Domingo, 16 de febrero de 2020 | Por Ana Ruiz", ("Ana Ruiz",)),
        ("Claire Marchand Publié le 02/06/2019 à 18h30", ("Claire Marchand",)),
        ("Anna Lund on Nov 12, 2019 3:15 PM", ("Anna Lund",)),
        ("Posted on May 3, 2017 by Anna Lund in Health, Politics | 5 Comments", ("Anna Lund",)),
        ("By admin on March 5, 2018 · 3 Comments", ("admin",)),
    ],
)
def test_meta_lines(line, names):
    assert authors(metalines.meta_line, f"Ferry stays in port\n\n{line}\n\n{STORY}") == [names]


@pytest.mark.parametrize(
    "line",
    [
        "By 2019, Anna Lund",
        "By accident in New York",
        "Anna Lund | Captain",
        "Summer Games 2024 in Paris",
        "Loops in the Harbour by Anna Lund",
        "- Anna Lund in Bergen",
    ],
)
def test_lines_that_are_no_meta(line):
    assert authors(metalines.meta_line, f"Ferry stays in port\n\n{line}\n\n{STORY}") == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("-- Anna Lund", [("Anna Lund",)]),
        ("– Tom Berg, Reuters", [("Tom Berg",)]),
        ("—Anna Lund with Tom Berg and readers like you!", [("Anna Lund", "Tom Berg")]),
        ("-- Thomas H. Marsh II / Harbour Times", [("Thomas H. Marsh II",)]),
        ("-- the end", []),
        ("— Anna Lund said so", []),
    ],
)
def test_dashed(line, names):
    assert authors(signoffs.dashed, f"{STORY}\n\nNobody at all objected.\n\n{line}") == names


@pytest.mark.parametrize("list_of", ["- Anna Lund\n- Tom Berg", "Winners\n- Anna Lund\n- Tom Berg"])
def test_a_list_is_not_signed(list_of):
    assert authors(signoffs.dashed, f"{STORY}\n\n{list_of}") == []


@pytest.mark.parametrize(
    ("start", "names"),
    [
        ("By Anna B. Lund It was", [("Anna B. Lund",)]),
        ("Por Juan Pérez El barco", [("Juan Pérez",)]),
        ("Par Jean Dupont L’eau", [("Jean Dupont",)]),
        ("By Anna Lund standards the", []),
        ("By Martin Luther King Day the city", []),
    ],
)
def test_grown(start, names):
    assert authors(signoffs.grown, f"{start} {STORY}") == names


@pytest.mark.parametrize(
    ("tag", "language", "taken"),
    [
        (" (dpa/gem)", "de", "(dpa/gem)"),
        (" (mz)", "de", "(mz)"),
        (" (HARBOR 24 with AFP, AP)", "en", "(HARBOR 24 with AFP, AP)"),
        (" / W.MAIL, NYT, REUTERS e AP", "pt", "/ W.MAIL, NYT, REUTERS e AP"),
        (" (Agencies)", "en", "(Agencies)"),
        (" (avec AFP)", "fr", "(avec AFP)"),
        (" (SPD)", "de", None),
        (" (mz)", "en", None),
        (" (Anna Lund)", "en", None),
        (" (sic)", "de", None),
    ],
)
def test_tags(tag, language, taken):
    view = View(f"{STORY}\n\n{STORY}{tag}", Context(language=language))
    assert [view.text[match.start : match.end] for match in endings.tag(view, view.lines)] == ([taken] if taken else [])


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("【オスロ＝山本花子】" + "港のフェリーは氷が溶けるまで出航しない。" * 3, "オスロ", None),
        ("【3月4日 AFP】" + "港のフェリーは氷が溶けるまで出航しない。" * 3, None, "AFP"),
        ("(서울=연합뉴스) 김하나 기자 = " + "얼음이 녹을 때까지 여객선은 출항하지 않는다. " * 3, "서울", "연합뉴스"),
        ("新华社大连3月4日电 " + "渡轮船长星期一表示，在海冰融化之前，渡轮不会起航。" * 3, "大连", "新华社"),
    ],
)
def test_brackets(text, place, agency):
    view = View(text)
    (match,) = dateline_forms.brackets(view, view.lines)
    assert (match.value.place, match.value.agency) == (place, agency)


@pytest.mark.parametrize(
    "bio",
    [
        "Anna Lund is Harbour Rope’s Marketing Manager.",
        "Tom Berg recently graduated from the University of Bergen. Email him at tom@harbour.example.",
        "Jana Holm ist Co-Gründerin einer Werft und lebt in Kiel.",
        "Megan lives in Bergen with her husband and two dogs.",
        "Megan is an associate editor for the Courier.",
    ],
)
def test_bios(bio):
    view = View(f"{STORY}\n\nNobody objected.\n\n{bio}")
    assert [view.text[match.start : match.end] for match in bios.author_bio(view, view.lines)] == [bio]


@pytest.mark.parametrize("name", ["Anna Lund", "Dr. Lund"])
def test_an_organisation_is_no_person(name):
    text = f"{name} is a leading member of a society of surgeons, an association with 3,000 members and a hospital."
    view = View(f"{STORY}\n\n{STORY}\n\n{text}\n\nFor more information, call the town.")
    assert list(pressblocks.organisation(view, view.lines)) == []
