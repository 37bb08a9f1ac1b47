"""Links to other articles that no label announces, comment threads told by ages, sources below their label."""

import pytest

from cleaners.finders import recirculation, sources, threads
from cleaners.view import View

BODY = [
    "Ashford Council closed the Harbour Bridge on Monday after a crack had been found in one of its piers.",
    "Nobody was hurt, said Ann-Kathrin Lund, the engineer who had warned of the crack in March.",
    "The ring road took the traffic, and Ashford Ferries put on two more boats for the week.",
    "“We should have listened,” the mayor told reporters at the town hall on Tuesday.",
    "The council is to meet again on Friday, when the report of the engineers is due.",
    "Until then the bridge stays closed, and the ferries sail until midnight, the council said.",
]


def taken(finder, *lines):
    view = View("\n\n".join(lines))
    return [view.text[match.start : match.end].split("\n\n") for match in finder(view, view.lines)]


SHOUTED = [
    "COUNCIL FACES BACKLASH OVER 'SECRET' BRIDGE REPORT",
    "FERRY CREWS VOTE TO STRIKE OVER SUMMER TIMETABLE",
    "'NOBODY ASKED US': DIVERS SPEAK OUT ON HARBOUR CRACK",
    "ENGINEER LUND, TWICE IGNORED, TO TESTIFY ON FRIDAY",
    "MAYOR'S BROTHER HELD SHARES IN CRANE FIRM, RECORDS SHOW",
]
SPOKEN = [
    "WHAT HAPPENS NEXT",
    "WHO PAYS FOR THE BRIDGE, AND WHEN?",
    "RADIO ASHFORD INTERVIEW WITH THE MAYOR, SEPT. 18.",
    "- HOW MANY BOATS ARE THERE NOW -",
    "NOBODY WILL EVER TAKE OUR BRIDGE AWAY!",
]


@pytest.mark.parametrize("line", SHOUTED)
def test_headlines_in_capitals_go(line):
    assert taken(recirculation.capitals, BODY[0], line, BODY[1]) == [[line]]


@pytest.mark.parametrize("line", SPOKEN)
def test_sub_headings_in_capitals_stay(line):
    assert taken(recirculation.capitals, BODY[0], line, BODY[1]) == []


def test_capitals_stay_where_the_article_uses_them_for_sub_headings():
    body = [BODY[0], "THE CRACK", BODY[1], "THE COST", BODY[2], "THE FUTURE", BODY[3], SHOUTED[0], BODY[4]]
    assert taken(recirculation.capitals, *body) == []


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("[The harbour master who saw it coming, and whom nobody believed]", True),
        ("[ Five very important questions about the bridge ]", True),
        ("[Do you live near the bridge? Tell us what you have seen.]", True),
        ("[Applause and cheers from the back of the hall]", False),
        ("[Above: the author on the bridge, before the crack]", False),
        ("[She turns to the mayor, who has been asleep all the while.]", False),
        ("[and nobody was told of it, until Monday]", False),
    ],
)
def test_brackets_between_paragraphs(line, goes):
    assert taken(recirculation.bracketed_line, BODY[0], line, BODY[1]) == ([[line]] if goes else [])


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("PHOTOS: The harbour cranes, then and now", True),
        ("Go deeper: When the bridge is not safe", True),
        ("EDITORIAL: A New Bridge Can Wait No Longer", True),
        ("FACT CHECK: Was the council warned three times", True),
        ("MAP: it hung on the door of the little room, and nobody read it.", False),
        ("Quiz: nobody knew", False),
    ],
)
def test_kinds_of_other_pieces(line, goes):
    assert taken(recirculation.kinds, BODY[0], line, BODY[1]) == ([[line]] if goes else [])


def test_the_kind_of_the_article_itself_stays():
    assert taken(recirculation.kinds, "OPINION: The bridge that nobody wanted", *BODY) == []


def test_teasers_go_with_their_headline_at_the_tail():
    teaser = ["Der Kran, den keiner wollte", "Im März hatten die Gutachter gewarnt, der Rat vertagte sich. mehr"]
    assert taken(recirculation.teasers, *BODY[:4], *teaser) == [teaser]
    assert taken(recirculation.teasers, *BODY[:4], *teaser, BODY[4]) == [teaser[1:]]


CARDS = [
    ["Why the Cranes May Be Saved", "Anna Lund - 3:10 pm", "Five Walks by the River", "Jo Hale - May 3"],
    ["Why the Cranes May Be Saved", "By Anna Lund | 2 hours ago", "The divers found it.", "Jo Hale | 3 days ago"],
]


@pytest.mark.parametrize("cards", CARDS)
def test_cards_go(cards):
    assert taken(recirculation.cards, *BODY, *cards) == [cards]


def test_one_card_is_a_byline():
    assert taken(recirculation.cards, *BODY, "Anna Lund - 3:10 pm") == []


def test_dated_lists():
    rows = [
        f"Ferry crews vote for the {word} time 1{day}/05/2021" for day, word in enumerate(["first", "second", "third"])
    ]
    assert taken(recirculation.dated_list, *BODY, *rows) == [rows]
    assert (
        taken(recirculation.dated_list, *BODY, *(f"The Forum in the old town, WA 1{day}/05/2021" for day in range(3)))
        == []
    )


COMMENTS = ["Gull", "3 days ago", "What an evening!", "Old Tar", "2 days ago", "I never liked it."]


def test_threads_told_by_ages():
    assert taken(threads.aged, *BODY, "2 Comments", *COMMENTS) == [["2 Comments", *COMMENTS]]
    assert taken(threads.aged, *BODY, *COMMENTS) == []
    third = ["Anna", "an hour ago", "Nor did I."]
    assert taken(threads.aged, *BODY, *COMMENTS, *third) == [[*COMMENTS, *third]]


def test_ages_in_prose_stay():
    assert taken(threads.aged, *BODY, "It all began with four singers in a kitchen, three years ago", BODY[0]) == []


def test_latest_comments():
    rows = [
        "Recent Comments",
        "Peter Gull: What an evening that will be for all…",
        "Anna Tar: I never liked sea songs…",
    ]
    assert taken(threads.recent, BODY[0], *rows, BODY[1]) == [rows]
    assert taken(threads.recent, BODY[0], "Comments", BODY[1]) == []


@pytest.mark.parametrize("label", ["Source:", "Quelle:", "Источник:"])
def test_sources_below_their_label(label):
    assert taken(sources.above, *BODY, label, "Harbour Gazette") == [[label, "Harbour Gazette"]]
    assert taken(sources.above, *BODY, label, BODY[0]) == []
