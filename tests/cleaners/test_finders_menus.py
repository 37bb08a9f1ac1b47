"""Menus, breadcrumbs, tags and threads of comments: runs of short lines."""

import pytest

from cleaners.finders import menus, threads
from cleaners.view import View

BODY = [
    "Ashford Council closed the Harbour Bridge on Monday after a crack had been found in one of its piers.",
    "Nobody was hurt, said Ann-Kathrin Lund, the engineer who had warned of the crack in March.",
    "The ring road took the traffic, and Ashford Ferries put on two more boats for the week.",
    "The council is to meet again on Friday, when the report of the engineers is due.",
]


def taken(finder, *lines):
    view = View("\n\n".join(lines))
    return [view.text[match.start : match.end].split("\n\n") for match in finder(view, view.lines)]


MENUS = [
    ["Home", "News", "Business", "Sport"],
    ["Startseite", "Politik", "Wirtschaft", "Kultur", "Impressum"],
    ["Accueil", "Politique", "Économie", "Culture"],
    ["Inicio", "Noticias", "Deportes", "Cultura"],
    ["Главная", "Новости", "Политика", "Спорт"],
    ["Strona główna", "Wiadomości", "Gospodarka", "Sport"],
    ["Ana Sayfa", "Gündem", "Ekonomi", "Spor"],
    ["Trang chủ", "Thời sự", "Thế giới", "Kinh doanh"],
    ["Hjem", "Nyheter", "Sport", "Kultur"],
    ["Home", "About Us", "Weather Desk", "Contact"],
]


@pytest.mark.parametrize("menu", MENUS, ids=[menu[0] + menu[1] for menu in MENUS])
def test_menus_at_the_head(menu):
    assert taken(menus.edge_menu, *menu, *BODY) == [menu]


@pytest.mark.parametrize("menu", MENUS, ids=[menu[0] + menu[1] for menu in MENUS])
def test_menus_at_the_tail(menu):
    assert taken(menus.edge_menu, *BODY, *menu) == [menu]


def test_a_breadcrumb_ends_before_the_title():
    assert taken(menus.edge_menu, "Home", "World", "Bridge closed", *BODY) == [["Home", "World"]]


@pytest.mark.parametrize(
    "lines",
    [
        ["Results", "Ashford 2", "Brookfield 1"],
        ["Ann Lund", "Peter Weir", "Tom Hollis"],
        ["Flour", "Two eggs", "A glass of milk"],
        ["Sport", "By Ann Lund"],
    ],
    ids=lambda lines: lines[0],
)
def test_short_lines_that_are_no_menu(lines):
    assert taken(menus.edge_menu, *lines, *BODY) == []
    assert taken(menus.edge_menu, *BODY, *lines) == []


def test_a_menu_inside():
    menu = ["About Us", "Contact Us", "Careers", "Privacy Policy"]
    assert taken(menus.inner_menu, *BODY[:2], *menu, *BODY[2:]) == [menu]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Home » World » Asia", True),
        ("Startseite > Politik > Brücken", True),
        ("You are here: Home / News", True),
        ("About | Contact | Privacy Policy", True),
        ("Ashford 2 | Brookfield 1", False),
        ("Monday / Tuesday / Friday", False),
    ],
)
def test_menus_in_one_line(line, found):
    assert bool(taken(menus.menu_line, line, *BODY)) is found


def test_tags_at_the_tail_name_what_the_text_names():
    tags = ["Ashford Council", "Harbour Bridge", "Ashford Ferries"]
    assert taken(menus.tail_tags, *BODY, *tags) == [tags]
    assert taken(menus.tail_tags, *BODY, "Those who signed:", *tags) == []
    assert taken(menus.tail_tags, *BODY, "Tom Weir", "Mary Hollis", "Peter Roe") == []


THREADS = [
    ["2 Responses to The bridge", "Gull says: 22. July 2019 at 16:25 At last! Reply", "Tern says: 23. July 2019 at 05:00 Too late. Reply"],
    ["Kommentare (2)", "Möwe sagt: 22. Juli 2019 um 16:25 Endlich! Antworten", "Fischer schreibt: 23. Juli 2019 um 05:00 Zu spät. Antworten"],
    ["Comments", "Gull says:", "July 22, 2019 at 4:25 pm", "At last!", "Reply"],
]  # fmt: skip


@pytest.mark.parametrize("comments", THREADS, ids=lambda comments: comments[0])
def test_threads_of_comments(comments):
    assert taken(threads.thread, *BODY, *comments) == [comments]


@pytest.mark.parametrize(
    "line", ["Lund says: We begin at 16:25.", "The mayor said: nothing.", "Q: What does Lund say? A: Wait."]
)
def test_interviews_are_no_thread(line):
    assert taken(threads.thread, *BODY, line, line) == []
