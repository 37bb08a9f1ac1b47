"""Timestamps: what is read in lines nobody has listed, and dates that are content."""

import pytest

from cleaners.finders.timestamps import ago, glued, own_line
from cleaners.model import DateCandidate
from cleaners.view import Context, View

STORY = "The ferry will not sail before the ice is gone, its captain said, and nobody on the island objected."

LINES = [
    ("Published: Sept. 9, 2021 at 8:12 a.m. ET", [("2021-09-09T08:12", "published")]),
    ("Updated Dec. 30, 2015 11:30 a.m. EST.", [("2015-12-30T11:30", "modified")]),
    ("22:31, 8 MAY 2021", [("2021-05-08T22:31", "published")]),
    ("January 4th, 2018", [("2018-01-04", "published")]),
    ("Monday, February 27, 2012; 9:39 PM", [("2012-02-27T21:39", "published")]),
    ("5:27 am CST, Wednesday, November 21, 2018", [("2018-11-21T05:27", "published")]),
    ("Nov 17, 2018 at 9:24 pm ET • 2 min read", [("2018-11-17T21:24", "published")]),
    ("Publié le jeudi 24 Décembre 2020 à 07h47", [("2020-12-24T07:47", "published")]),
    ("Stand: 21.03.2022, 17:05 Uhr", [("2022-03-21T17:05", "modified")]),
    ("Aktualisiert am 3. März 2021", [("2021-03-03", "modified")]),
    ("Mi, 17. Oktober 2021 um 12:50 Uhr", [("2021-10-17T12:50", "published")]),
    ("Actualizado 27/04/2021 00:10", [("2021-04-27T00:10", "modified")]),
    ("miércoles, 5 de mayo de 2021 - 00:38", [("2021-05-05T00:38", "published")]),
    ("02 Novembre 2022", [("2022-11-02", "published")]),
    ("31 marca 2020", [("2020-03-31", "published")]),
    ("30.11.2019 18:14", [("2019-11-30T18:14", "published")]),
    ("7. oktober 2019", [("2019-10-07", "published")]),
    ("2021-08-29 14:15:57", [("2021-08-29T14:15:57", "published")]),
    ("Xinhua | Updated: 2018-09-14 21:45", [("2018-09-14T21:45", "modified")]),
    ("| Sep 21, 2016 | Harbor News", [("2016-09-21", "published")]),
    (
        "Published: 22:00 GMT, 25 September 2019 | Updated: 08:39 GMT, 27 September 2019",
        [("2019-09-25T22:00", "published"), ("2019-09-27T08:39", "modified")],
    ),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=lambda value: str(value)[:40])
def test_lines(line, expected):
    view = View(f"Ferry stays in port\n\n{line}\n\n{STORY}", Context(language="en"))
    (found,) = own_line(view, view.lines)
    assert view.text[found.start : found.end] == line
    assert [(value.date[:19].rstrip("Z"), value.role) for value in found.value] == expected


def test_a_time_with_a_label_has_no_date():
    view = View(f"Färjan ligger kvar\n\nPublicerad 22:31\n\n{STORY}")
    (found,) = own_line(view, view.lines)
    assert found.value is None


def test_the_weekday_on_the_line_before_belongs_to_it():
    view = View(f"Ferry stays in port\n\nMonday\nApr 12, 2021 at 4:38 PM\n\n{STORY}")
    (found,) = own_line(view, view.lines)
    assert view.text[found.start : found.end] == "Monday\nApr 12, 2021 at 4:38 PM"


KEPT = [
    "On October 30, 2016, the paper’s editor wrote that the bridge would fall.",
    "The chronicle\n\n1 May 2001\n\nIt opens.\n\n4 June 2004\n\nIt closes.\n\n5 July 2006\n\nIt opens.\n\n9 May 2011\n\nIt is painted.",
    "Summer Games 2024\n\nThe games begin on Friday.",
    "2.34.0 2021-11-15\n\nFixed a bug that nobody had seen.",
    "November 20, 2018\n\nDear Ms. Hale,\n\nI write to you about the ferry.",
    "Best ferries of 2021\n\nThere are 14 of them.",
    f"{STORY}\n\n{STORY}\n\n(4-2, 3-1)\n\n{STORY}\n\n{STORY}",
]


@pytest.mark.parametrize("text", KEPT)
def test_kept(text):
    view = View(text, Context(language="en"))
    assert list(own_line(view, view.lines)) == []


def test_in_the_middle_a_bare_date_is_content():
    view = View("\n\n".join([STORY] * 10 + ["3 May 2019"] + [STORY] * 10))
    assert list(own_line(view, view.lines)) == []


GLUED = [
    (f"date 2019-06-18 {STORY}", "date 2019-06-18", "2019-06-18"),
    (f"Updated 1:23 PM ET, Mon March 2, 2020 {STORY}", "Updated 1:23 PM ET, Mon March 2, 2020", "2020-03-02T13:23"),
    (f"Published 8:05 AM EDT May 4, 2017 {STORY}", "Published 8:05 AM EDT May 4, 2017", "2017-05-04T08:05"),
    (f"{STORY} Updated: Apr 25, 2021 21:43 IST", "Updated: Apr 25, 2021 21:43 IST", "2021-04-25T21:43"),
]


@pytest.mark.parametrize(("text", "stamp", "date"), GLUED, ids=lambda value: value[:30])
def test_glued(text, stamp, date):
    view = View(text)
    (found,) = glued(view, view.lines)
    assert view.text[found.start : found.end] == stamp
    assert isinstance(found.value, DateCandidate)
    assert found.value.date == date


@pytest.mark.parametrize(
    "text",
    [
        "The report was published on May 4, 2017, and updated a year later by the same authors.",
        "It was posted at 5:20 p.m. on Monday, March 2, 2020, and taken down within the hour.",
        "The date 2019-06-18 is not a date that anybody on the island will forget.",
    ],
)
def test_not_glued(text):
    view = View(text)
    assert list(glued(view, view.lines)) == []


def test_ago():
    view = View(f"7 years ago\n\nvor 3 Stunden\n\n{STORY}\n\nThree years ago, nobody knew.")
    assert [view.text[match.start : match.end] for match in ago(view, view.lines)] == ["7 years ago", "vor 3 Stunden"]


PARAGRAPH = (
    "The ferry will not sail before the ice is gone, its captain said on Monday, and there is nothing that the "
    "islanders can do about it but wait."
)


@pytest.mark.parametrize(
    ("stamp", "dates"),
    [
        ("07.03.2019 - 16:20 | Son Güncelleme : 07.03.2019 - 17:00", ["2019-03-07T16:20", "2019-03-07T17:00"]),
        ("3 May 2019, 10:20 Updated 4 May 2019, 11:00", ["2019-05-03T10:20", "2019-05-04T11:00"]),
        ("Erschienen am 26. Jan 2022 im Format Kurzes", ["2022-01-26"]),
        ("3. August 2015 · Filed under ganz privat", ["2015-08-03"]),
        ("2021-10-16 | Botschaft", ["2021-10-16"]),
        ("zuletzt überarbeitet am 29. Mai 2019", ["2019-05-29"]),
        ("NEWS RELEASE 18-JUN-2018", ["2018-06-18"]),
        ("13 gusht 2020, 09:08", ["2020-08-13T09:08"]),
        ("Verfügbar bis: 12.03.2021", []),
        ("۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵", []),
    ],
)
def test_stamps_of_other_shapes(stamp, dates):
    view = View(f"A title of few words\n\n{stamp}\n\n{PARAGRAPH}")
    (match,) = own_line(view, view.lines)
    assert view.text[match.start : match.end] == stamp
    assert [value.date for value in match.value or ()] == dates


def test_a_first_date_without_label_is_the_published_one():
    view = View(f"A title\n\n07.03.2019 - 16:20 | Son Güncelleme : 07.03.2019 - 17:00\n\n{PARAGRAPH}")
    (match,) = own_line(view, view.lines)
    assert [value.role for value in match.value] == ["published", "modified"]


@pytest.mark.parametrize(
    "line", ["May 4, 2019 in London", "20:15", "Monday, May 4, 2019 at 3:00 PM\n\nMonday, May 11, 2019 at 3:00 PM"]
)
def test_dates_that_are_content(line):
    view = View(
        "\n\n".join(
            ["A title of few words", PARAGRAPH, PARAGRAPH, PARAGRAPH, *["Short."] * 6, line, PARAGRAPH, *["Short."] * 4]
        )
    )
    assert list(own_line(view, view.lines)) == []
