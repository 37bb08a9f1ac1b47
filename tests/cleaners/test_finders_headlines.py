"""Titles printed in the text."""

import pytest

from cleaners.finders.headlines import printed
from cleaners.view import Context, View

STORY = (
    "The ferry will not sail before the ice is gone, its captain said on Monday, and nobody on the island objected to that.\n\n"
    "The ice is thicker than in any year since the war, and the harbor has been closed to all ships but the coast guard."
)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Ferry Stays in Port as Ice Thickens", "Ferry Stays in Port as Ice Thickens"),
        ("Ferry Stays in Port as Ice Thickens | Harbor Mail", "Ferry stays in port as ice thickens"),
        ("Ferry stays in port as ice thickens - Harbor Mail", "Ferry stays in port, as ice thickens"),
        (None, "Ferry stays in port as ice thickens"),
    ],
)
def test_own_line(title, line):
    view = View(f"{line}\n\n{STORY}", Context(title=title))
    (found,) = printed(view, view.lines)
    assert view.text[found.start : found.end] == found.value.text == line


def test_title_under_other_lines():
    view = View(
        f"News\n\nFerry stays in port as ice thickens\n\n{STORY}", Context(title="Ferry stays in port as ice thickens")
    )
    (found,) = printed(view, view.lines)
    assert found.value.text == "Ferry stays in port as ice thickens"


def test_title_before_the_first_sentence():
    title = "Ferry stays in port as ice thickens"
    view = View(f"{title} {STORY}", Context(title=title))
    (found,) = printed(view, view.lines)
    assert view.text[found.start : found.end] == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (STORY, "Ferry stays in port as ice thickens"),
        (STORY, None),
        (f"The ice is back.\n\n{STORY}", None),
        (f"Dear Ms. Hale,\n\n{STORY}", None),
        ("Ferry stays in port\n\nNobody objected.\n\nThe ice is back.", None),
        (f"Ferry stays in port as ice thickens, and {STORY}", "Ferry stays in port as ice thickens"),
    ],
)
def test_no_title(text, title):
    view = View(text, Context(title=title))
    assert list(printed(view, view.lines)) == []
