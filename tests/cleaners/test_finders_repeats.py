"""Text that was printed twice: which copy goes, and what is a refrain."""

import pytest

from cleaners.finders import repeats
from cleaners.view import View

LEAD = "The bridge over the old harbour was closed on Monday after a crack had been found in a pier."
QUOTE = "We had asked for the money three times, and three times they told us to wait"
SAID = f"“{QUOTE},” said Ann-Kathrin Lund, the engineer who had warned of the crack in March."
END = "The ring road took the traffic, and the ferries put on two more boats for the week."


def taken(finder, *paragraphs, between="\n\n"):
    view = View(between.join(paragraphs))
    return [view.text[match.start : match.end] for match in finder(view, view.lines)]


def test_the_second_copy_of_a_paragraph_goes():
    assert taken(repeats.paragraphs, LEAD, END, LEAD) == [LEAD]


@pytest.mark.parametrize(
    "line",
    [
        "And still the river runs on.",
        "    when: key.changed or request.changed or certificate.changed",
        "What did the mayor know, and when did she know it, he asked?",
    ],
    ids=["short", "code", "question"],
)
def test_what_repeats_for_a_reason_stays(line):
    assert taken(repeats.paragraphs, line, LEAD, line, END) == []


def test_a_refrain_of_three_stays():
    refrain = "And still the river runs, and still the ferry waits for those who never came."
    assert taken(repeats.paragraphs, refrain, LEAD, refrain, END, refrain) == []


PULLED = [
    pytest.param([f"{QUOTE}."], id="a-plain-sentence"),
    pytest.param([f"“{QUOTE}”"], id="in-quotes"),
    pytest.param([QUOTE, "Ann-Kathrin Lund"], id="with-name"),
    pytest.param([f"“{QUOTE}.”", "Ann-Kathrin Lund", "Chief engineer of the port"], id="with-name-and-office"),
    pytest.param([f"«{QUOTE}»", "– Ann-Kathrin Lund"], id="with-dash"),
    pytest.param([f"“{QUOTE}” — Chief engineer Ann-Kathrin Lund"], id="with-dash-and-office"),
    pytest.param(["“We had asked for [the] money three times, and three times they told us to wait.”"], id="reworded"),
]


@pytest.mark.parametrize("quote", PULLED)
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_pull_quotes_go(quote, before):
    body = [LEAD, *quote, SAID, END] if before else [LEAD, SAID, END, *quote, LEAD + " Nobody was hurt."]
    assert taken(repeats.pull_quotes, *body) == ["\n\n".join(quote)]


def test_a_quotation_put_together_from_sentences_told_apart():
    quote = ["The view sells. But nobody talks about the noise.", "Lee Barker", "Owner of the Old Mill Inn"]
    told = ["“The view sells,” said Lee Barker.", "“But nobody talks about the noise,” he added, and sighed."]
    assert taken(repeats.pull_quotes, LEAD, *quote, END, *told, END + " So it went on.") == ["\n\n".join(quote)]


def test_a_title_right_below_itself_goes():
    title = "Ferries take over while the bridge is mended"
    assert taken(repeats.paragraphs, title, title, LEAD, END) == [title]
    assert taken(repeats.paragraphs, "Row on, row on, to sea", "Row on, row on, to sea", LEAD) == []


def test_an_entry_of_two_lists_stays():
    entry = "Rustproof bolts and washers made of steel for every kind of harbour wall"
    assert taken(repeats.paragraphs, "For piers", entry, "Paint", LEAD, "For walls", entry, "Tar", END) == []


def test_a_quotation_glued_to_its_pull_quote():
    quote = "Nobody asked us about the noise Ann-Kathrin Lund"
    text = f'{LEAD} {END} {quote} "Nobody asked us about the noise. Nobody came." {LEAD} {END}'
    assert taken(repeats.glued_quotes, text) == [quote]


KEPT = [
    pytest.param([LEAD, f"{QUOTE}.", SAID, f"{QUOTE}.", END], id="a refrain"),
    pytest.param([LEAD, "Three times they told us to wait", SAID, END], id="short sub-heading"),
    pytest.param([LEAD, f"“{QUOTE},” said the engineer.", END, SAID], id="told with another ending"),
    pytest.param(
        [LEAD, f"“{QUOTE}.”", END, f"{QUOTE}. — Ann-Kathrin Lund (@aklund) May 8, 2018"], id="quoted from a tweet"
    ),
    pytest.param(
        [LEAD, f"“{QUOTE}.”", END, f"{QUOTE}, says Ann-Kathrin Lund. Photo: Harbour Wire"], id="told in a caption"
    ),
    pytest.param(
        [LEAD, "and three times they told us to wait, as if that would mend it", END, SAID], id="piece of a sentence"
    ),
]


@pytest.mark.parametrize("paragraphs", KEPT)
def test_the_articles_own_words_stay(paragraphs):
    assert taken(repeats.pull_quotes, *paragraphs) == []
