"""Labels, appeals, key points and press blocks: what their finders take and what they leave."""

import pytest

from cleaners.finders import ads, appeals, keypoints, pressblocks
from cleaners.view import View

LONG = (
    "The ferry to the island was cancelled on Monday because of the storm, the harbour office said, and passengers who had "
    "booked a cabin were sent to the old hotel on the pier, where they waited until the wind had turned and the captain dared "
    "to leave the bay in the early morning."
)


def taken(finder, text):
    view = View(text)
    return [text[match.start : match.end] for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    "label",
    [
        "AD",
        "Advertisement",
        "ADVERTISEMENT ADVERTISEMENT",
        "- Anzeige -",
        "Werbung",
        "Publicité",
        "PUBLICIDADE",
        "Реклама",
        "Reklam",
        "Quảng cáo",
    ],
)
def test_labels(label):
    assert taken(ads.labels, f"{LONG}\n\n{label}\n\n{LONG}") == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Advertisers left",
        "Anzeige gegen den Wirt",
        "An advertisement",
        'users of "\nreklam\n", he said',
        "Publicidad engañosa",
        "- Branding\n- Advertising\n- Illustration",
    ],
)
def test_no_labels(text):
    assert taken(ads.labels, f"{LONG}\n\n{text}\n\n{LONG}") == []


@pytest.mark.parametrize(
    "text",
    [
        "We have no paywall. If you value our reporting, please make a contribution of any size today.",
        "Our newsroom is nonprofit, and we rely on readers like you. Become a member and keep our journalism free for all.",
        "Support independent journalism: we need your help to keep our reporting going, from as little as $1.",
    ],
)
def test_appeals(text):
    assert taken(appeals.paragraphs, f"{LONG}\n\n{text}") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The paper asked its readers to make a contribution, and the journalists thanked them.",
        '"We need your support, because our journalism is under attack," the editor said.',
        "You may receive a benefit if half of your support came from a child, and we pay it monthly.",
    ],
)
def test_no_appeals(text):
    assert taken(appeals.paragraphs, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Story highlights\n\nFerry cancelled\n\nWind to turn\n\n{LONG}",
            "Story highlights\n\nFerry cancelled\n\nWind to turn",
        ),
        (
            f"KEY POINTS\n\n- Ferry cancelled.\n\n- Wind to turn.\n\n{LONG}",
            "KEY POINTS\n\n- Ferry cancelled.\n\n- Wind to turn.",
        ),
        (f"Das Wichtigste in Kürze\n\n{LONG}", "Das Wichtigste in Kürze"),
    ],
)
def test_highlights(text, expected):
    assert taken(keypoints.highlights, text) == [expected]


def test_highlights_need_their_heading_near_the_top():
    assert taken(keypoints.highlights, "\n\n".join([LONG] * 12 + ["Key points", "One", "Two", LONG])) == []


@pytest.mark.parametrize(
    ("finder", "block"),
    [
        (pressblocks.contacts, "Media contact:\n\nJane Roe\n\n+1 555 010 0199\n\njane@harbour.example"),
        (pressblocks.contacts, "Press enquiries: press@harbour.example"),
        (pressblocks.contacts, "Contact: Jane Roe, 555-010-0199"),
        (pressblocks.contacts, "Pressekontakt:\n\nMax Muster\n\nTel. 030 / 00 00 00-12"),
        (pressblocks.behind_end, "###\n\nThe Ferry Society is the oldest."),
        (pressblocks.behind_end, "-30-"),
        (pressblocks.behind_end, "- ENDS -\n\nNotes: none."),
        (pressblocks.about, "About Harbour Ferries\n\nHarbour Ferries is a company that runs eight ships."),
        (pressblocks.about, "About the Ferry Society: The Ferry Society is a charity that was founded in 1980."),
        (pressblocks.about, "Über Hafenfähren\n\nHafenfähren ist ein Unternehmen mit acht Schiffen."),
    ],
)
def test_press_blocks(finder, block):
    assert taken(finder, f"{LONG}\n\n{LONG}\n\n{block}") == [block]


@pytest.mark.parametrize(
    ("finder", "text"),
    [
        (pressblocks.contacts, "Contact\n\nThe crew lost contact with the office."),
        (pressblocks.contacts, "Contacts with the crew were rare."),
        (pressblocks.behind_end, "How it ends"),
        (pressblocks.about, "About Monday\n\nNobody knows what happened on that day."),
        (pressblocks.about, "About 40 people were on board."),
    ],
)
def test_no_press_blocks(finder, text):
    assert taken(finder, f"{LONG}\n\n{LONG}\n\n{text}") == []


def test_an_end_mark_in_the_middle_takes_itself_only():
    assert taken(pressblocks.behind_end, f"{LONG}\n\n###\n\n{LONG}\n\n{LONG}") == ["###"]
