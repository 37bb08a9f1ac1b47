"""Share bars: which lines are taken as button words, and which stay prose."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaners.finders import sharebars
from cleaners.finders.buttons import NETWORKS
from cleaners.view import View

STORY = "The ferry to the island was cancelled on Monday because of the storm, the harbour office said."


def taken(text, finder=sharebars.bars):
    view = View(text)
    return [text[match.start : match.end] for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    "bar",
    [
        "Share",
        "TEILEN",
        "Share this article",
        "Share on Facebook Share on Twitter Share via Email",
        "Facebook Twitter Pinterest",
        "1.2k Shares Share Tweet",
        "FacebookTwitterWhatsAppEmail",
        "Compartir en WhatsApp",
        "Partager sur Twitter",
        "Поделиться в Telegram",
        "Udostępnij artykuł",
        "Paylaş",
        "Condividi su Facebook",
        "Compartilhar no WhatsApp",
        "Chia sẻ bài viết này",
        "Del artikkelen",
        "Copy link",
        "Share\n\nTweet\n\nPin It",
        "Facebook\n\nTwitter\n\nLinkedIn\n\nEmail",
        "Drucken\n\nE-Mail\n\nTeilen",
        "Like this:\n\nLike Loading...\n\nShare",
        "Auf Facebook teilen\n\nPer WhatsApp teilen",
        "24\n\nShares\n\nShare\n\nTweet",
        "- Share\n- Tweet\n- Email",
    ],
)
@pytest.mark.parametrize("layout", ["{bar}\n\n{story}", "{story}\n\n{bar}", "{story}\n\n{bar}\n\n{story}"])
def test_a_bar_is_taken_whole_wherever_it_stands(bar, layout):
    assert taken(layout.format(bar=bar, story=STORY)) == [bar]


@pytest.mark.parametrize(
    "text",
    [
        "Share prices fell",
        "Shares in the firm fell by two per cent.",
        "Facebook",
        "Twitter, Facebook and the law",
        "Print",
        "Email marketing",
        "In this article",
        "He told Facebook.",
        "Follow the money",
        "More on this story",
        "12",
        "Pinterest users",
        "Like what?",
        "Los amigos del alcalde",
        "Share of the vote in 2019",
        "Link Wray",
    ],
)
def test_prose_and_headings_stay(text):
    assert taken(f"{STORY}\n\n{text}\n\n{STORY}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Facebook Twitter LinkedIn Email The ferry was late.", ["Facebook Twitter LinkedIn Email"]),
        ("It was late. Share Tweet Email Print The ferry left.", ["Share Tweet Email Print"]),
        ("TwitterFacebookLinkedInThe ferry was late.", ["TwitterFacebookLinkedIn"]),
        ("3,204 SHARES Facebook Twitter Pinterest The ferry was late.", ["3,204 SHARES Facebook Twitter Pinterest"]),
        ("Users of Facebook, Twitter and LinkedIn were late.", []),
        ("Facebook Twitter was what he wrote.", []),
    ],
)
def test_bars_inside_a_line(text, expected):
    assert taken(text, sharebars.inline) == expected


@given(st.lists(st.sampled_from(sorted(NETWORKS)), min_size=3, max_size=8, unique=True))
@example(["rss", "feedly", "addthis"])
def test_three_networks_on_a_line_are_a_bar(names):
    bar = " ".join(name.title() for name in names)
    assert taken(f"{bar}\n\n{STORY}") == [bar]


@given(st.text(max_size=300))
def test_matches_lie_inside_the_text_and_do_not_overlap(text):
    view = View(text)
    end = 0
    for match in sharebars.bars(view, view.lines):
        assert end <= match.start < match.end <= len(text)
        end = match.end
