"""Links to other articles: headings, brackets, labels inside a line."""

import pytest

from cleaners.finders import links
from cleaners.view import View

BODY = [
    "Ashford Council closed the Harbour Bridge on Monday after a crack had been found in one of its piers.",
    "Nobody was hurt, said Ann-Kathrin Lund, the engineer who had warned of the crack in March.",
    "The ring road took the traffic, and Ashford Ferries put on two more boats for the week.",
    "“We should have listened,” the mayor told reporters at the town hall on Tuesday.",
    "The council is to meet again on Friday, when the report of the engineers is due.",
]
HEADLINES = [
    "Ferry crews vote to strike over the summer timetable",
    "Why the old harbour cranes may be saved after all",
    "Council leader steps down over bridge report",
]


def taken(finder, *lines, trigger=""):
    view = View("\n\n".join(lines))
    seen = [line for line in view.lines if trigger in line.text]
    return [view.text[match.start : match.end].split("\n\n") for match in finder(view, seen)]


@pytest.mark.parametrize(
    "heading",
    [
        "Read more",
        "RELATED ARTICLES:",
        "Most read in News",
        "You may also like...",
        "Das könnte Sie auch interessieren",
        "Читайте также:",
    ],
)
def test_a_heading_takes_its_headlines_along(heading):
    assert taken(links.headed, heading, *HEADLINES, *BODY, trigger=heading) == [[heading, *HEADLINES]]


def test_a_sub_heading_behind_the_links_stays():
    assert taken(links.headed, *BODY, "Read more", *HEADLINES, "What happens now", *BODY)[0] == [
        "Read more",
        *HEADLINES,
    ]


@pytest.mark.parametrize(
    "line", ["He told them to read more books.", "read more", "Who has read more than we have, he asked?"]
)
def test_prose_is_no_heading(line):
    assert taken(links.headed, *BODY, line, *BODY, trigger=line) == []


def test_more_from_needs_headlines():
    heading = "More from Harbour Weekly"
    assert taken(links.headed_run, *BODY, "More from Lund:", BODY[0], trigger="More") == []
    assert taken(links.headed_run, *BODY, heading, *HEADLINES, trigger=heading) == [[heading, *HEADLINES]]


BRACKETS = [
    ("Nobody was hurt. (RELATED: Is the Bridge (Really) Safe?) It reopens.", "(RELATED: Is the Bridge (Really) Safe?)"),
    ("It is shut. [Read more: The bridge that nobody wanted]", "[Read more: The bridge that nobody wanted]"),
    ("Sie ist zu. (Lesen Sie auch: Fährpreise steigen) Bis Mai.", "(Lesen Sie auch: Fährpreise steigen)"),
    ("Il est fermé. (Lire aussi : Le port se tait)", "(Lire aussi : Le port se tait)"),
    ("The sign (read: the warning) fell down.", None),
    ("He came (more on that later: much later).", None),
    ("It is shut. (RELATED: Is the Bridge Safe", None),
]


@pytest.mark.parametrize(("line", "link"), BRACKETS, ids=[case[0][:24] for case in BRACKETS])
def test_links_in_brackets(line, link):
    assert taken(links.bracketed, line) == ([[link]] if link else [])


INLINE = [
    ("It was shut. READ MORE: Harbour chief's four biggest surprises as crew speaks out And his latest one is odd.", "READ MORE: Harbour chief's four biggest surprises as crew speaks out"),
    ("It was shut. Related: Why Did the Bridge Fail? The council will meet.", "Related: Why Did the Bridge Fail?"),
    ("He told them: read more: it helps.", None),
    ("The bridge is shut. Read more: ferry", None),
    ("The bridge is shut. Read more: \u200b", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "link"), INLINE, ids=[case[0][-24:] for case in INLINE])
def test_labels_inside_a_line(line, link):
    assert taken(links.inline, line) == ([[link]] if link else [])


@pytest.mark.parametrize(
    ("pointer", "found"),
    [
        ("For more on tides, visit the National Library of Tides.", True),
        ("The Tidal Society has more on smell disorders.", True),
        ("He asked the court for more, and waited.", False),
    ],
)
def test_more_information(pointer, found):
    spans = taken(links.more_information, *BODY, "More information", pointer)
    assert spans == ([["More information", pointer]] if found else [])
