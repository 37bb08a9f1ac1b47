"""Headlines of other articles without a heading: at the tail, between paragraphs, above a film."""

import pytest

from cleaners.finders import headline_lists
from cleaners.view import Context, View

BODY = [
    "Ashford Council closed the Harbour Bridge on Monday after a crack had been found in one of its piers.",
    "Nobody was hurt, said Ann-Kathrin Lund, the engineer who had warned of the crack in the month of March.",
    "The ring road took the traffic, and Ashford Ferries put on two more boats for the rest of the week.",
    "“We should have listened,” the mayor told reporters at the town hall on Tuesday, and went home early.",
    "The council is to meet again on Friday, when the report of the engineers on the old pier is due.",
]
HEADLINES = [
    "Ferry crews vote to strike over the summer timetable",
    "Why the old harbour cranes may be saved after all",
    "Council leader steps down over bridge report",
]


def taken(finder, *lines, language="en"):
    view = View("\n\n".join(lines), Context(language=language))
    return [view.text[match.start : match.end].split("\n\n") for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    "tail",
    [
        HEADLINES,
        ["Top Reads This Hour", *HEADLINES],
        [HEADLINES[0], "Sport", HEADLINES[1], "12 May", HEADLINES[2]],
        [*HEADLINES, "Is the new ferry too loud for the town?"],
        ["Hafen: Fähren fahren im Herbst öfter", "Brücke bleibt bis Mai gesperrt", "Rat vertagt sich zum dritten Mal"],
        [
            "誰も望まなかった橋の物語をもう一度読む",
            "フェリーの運賃がこの秋また値上げへ",
            "市議会、三度目の延期を決める見通し",
        ],
        [
            "Ferry crews vote to strike",
            "The crews want more time between two crossings, and say that the new timetable leaves...",
            "Old harbour cranes may be saved",
            "They were to be scrapped in May, and then the divers found something below the quay...",
            "Five walks along the river for the summer",
        ],
    ],
    ids=["bare", "headed", "sections", "question", "German", "Japanese", "excerpts"],
)
def test_headlines_at_the_tail(tail):
    assert taken(headline_lists.tail, *BODY, *tail) == [tail]


@pytest.mark.parametrize(
    "tail",
    [
        HEADLINES[:2],
        ["Those who signed the letter on Monday:", *HEADLINES],
        ["Summary", *HEADLINES],
        [headline + "." for headline in HEADLINES],
        [f"- the {name} that nobody wanted to pay for" for name in ("bridge", "ferry", "pier")],
        [f"Oct. {day} at the Forum in the old town of Alderley" for day in (1, 2, 3)],
        [f"Port {name} for the season that begins in May" for name in ("one", "two", "three")],
        [f"Harbour {name} of Norview (2014): $506,000" for name in ("Steel", "Wood", "Stone")],
        [f"Low in salt: {name}, kelp, dulse, laver, sea grapes" for name in ("mussels", "cockles", "whelks")],
    ],
    ids=["two", "introduced", "summary", "sentences", "bullets", "dates", "list", "sums", "food"],
)
def test_other_tails_stay(tail):
    assert taken(headline_lists.tail, *BODY, *tail) == []


def test_a_tail_below_a_text_full_of_points_stays():
    points = [point for paragraph in BODY for point in (paragraph, "What the crews say about the pier")]
    assert taken(headline_lists.tail, *points, BODY[0], *HEADLINES) == []


@pytest.mark.parametrize(
    ("run", "goes"),
    [
        (["Ferry crews vote to strike over the new summer timetable", "Why the old harbour cranes may yet be saved"], False),
        (["Ferry crews vote to strike over the new summer timetable", "Why the old harbour cranes may yet be saved after all"], True),
        (["Fährleute stimmen für einen Streik gegen den neuen Fahrplan", "Warum die alten Kräne am Hafen nun doch bleiben dürfen"], True),
        (["Barqueiros votam pela greve contra a nova tabela de verão", "Por que os velhos guindastes do porto podem ser salvos"], True),
        (["Harbour Chief Faces New Questions Over the Crack Report", "Harbour Crews to Strike Over the New Summer Timetable", "Why the Old Harbour Cranes May Yet Be Saved After All"], True),
        (["The pier must have a second ladder on the seaward side", "The pier must have a light that can be seen from the sea"], False),
        (["We never asked for a second bridge over the old harbour", "My father worked on the first one until his hands gave up"], False),
        (["Some 40 % of the crews have signed the letter to the mayor", "Only 12 % of them have had an answer from the town hall yet"], False),
        (["1. Take the ferry when the bridge is closed for the night", "2. Walk along the river until you see the old customs house"], False),
    ],
    ids=["short", "two", "German", "Portuguese", "titles", "points", "voices", "figures", "steps"],
)  # fmt: skip
def test_headlines_between_paragraphs(run, goes):
    assert taken(headline_lists.inner, *BODY[:3], *run, *BODY[3:], *BODY) == ([run] if goes else [])


def test_headlines_that_a_paragraph_announces_stay():
    run = [
        "Ferry crews vote to strike over the new summer timetable",
        "Why the old harbour cranes may yet be saved after all",
    ]
    told = "These were the headlines that the Harbour Gazette had on its first page on the day it closed:"
    assert taken(headline_lists.inner, *BODY[:3], told, *run, *BODY[3:], *BODY) == []


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        (["Play Mayor under pressure to say who knew Embed", "Mayor under pressure to say who knew 7:23"], True),
        (["PlayHarbour crew booed after the vote Embed", "Harbour crew booed after the vote 01:18"], True),
        (["Harbour crew booed after the vote", "Harbour crew booed after the vote 12:05"], True),
        (["The last ferry leaves at 7:23", "The first of them leaves at 7:23"], False),
        (["The ferry leaves at", "It was late when they went. The ferry leaves at 7:23"], False),
    ],
)
def test_titles_of_films(lines, goes):
    assert taken(headline_lists.twins, BODY[0], *lines, BODY[1]) == ([lines] if goes else [])
