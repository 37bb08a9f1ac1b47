"""Printed dates and dates in addresses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.dates import last_day, parse, url_date
from cleaners.knowledge.months import MONTH_NUMBERS, MONTHS

READ = [
    ("2018-05-08", "2018-05-08", "day"),
    ("2018-05-08T10:11:12.123Z", "2018-05-08T10:11:12Z", "second"),
    ("2018-05-08T10:11:12+0200", "2018-05-08T10:11:12+02:00", "second"),
    ("2018-05-08 10:11", "2018-05-08T10:11", "minute"),
    ("20180508", "2018-05-08", "day"),
    ("2019/05/08 12:30", "2019-05-08T12:30", "minute"),
    ("May 8, 2018", "2018-05-08", "day"),
    ("8 May 2018", "2018-05-08", "day"),
    ("May 8th, 2018 10pm", "2018-05-08T22:00", "minute"),
    ("May 8, 2018 12:15 AM", "2018-05-08T00:15", "minute"),
    ("Sept. 8, 2020 at 9:22 a.m. ET", "2020-09-08T09:22", "minute"),
    ("22:30, 9 MAY 2020", "2020-05-09T22:30", "minute"),
    ("Monday 9 April 2018 06.00 BST", "2018-04-09T06:00", "minute"),
    ("Tue, 08 May 2018 10:11:12 +0000", "2018-05-08T10:11:12+00:00", "second"),
    ("Tue May 08 10:11:12 +0000 2018", "2018-05-08T10:11:12+00:00", "second"),
    ("Published: 14 February 2019", "2019-02-14", "day"),
    ("27/03/2020", "2020-03-27", "day"),
    ("03/27/2020", "2020-03-27", "day"),
    ("8.5.18", "2018-05-08", "day"),
    ("8. Mai 2018", "2018-05-08", "day"),
    ("1. März 2021, 9.30 Uhr", "2021-03-01T09:30", "minute"),
    ("le 27 mars 2020 à 9h21", "2020-03-27T09:21", "minute"),
    ("1er août 2019", "2019-08-01", "day"),
    ("2 de marzo de 2020", "2020-03-02", "day"),
    ("16 DE ENERO DE 2019", "2019-01-16", "day"),
    ("15 oct 2024 - 08:22", "2024-10-15T08:22", "minute"),
    ("3 de março de 2017", "2017-03-03", "day"),
    ("12 giugno 2016", "2016-06-12", "day"),
    ("8 мая 2018, 12:30", "2018-05-08T12:30", "minute"),
    ("8 października 2015", "2015-10-08", "day"),
    ("8 Mayıs 2018 Salı 10:20", "2018-05-08T10:20", "minute"),
    ("İSTANBUL 8 KASIM 2018", "2018-11-08", "day"),
    ("ngày 12 tháng 12 năm 2019", "2019-12-12", "day"),
    ("8. maj 2018 kl. 12.30", "2018-05-08T12:30", "minute"),
    ("8 mei 2018", "2018-05-08", "day"),
    ("8 मई 2018", "2018-05-08", "day"),
    ("8 اگست 2018", "2018-08-08", "day"),
    ("2018年5月8日", "2018-05-08", "day"),
    ("Juni 2019", "2019-06", "month"),
    ("2019-06", "2019-06", "month"),
    ("2019", "2019", "year"),
]

NOT_READ = [
    "two hours ago",
    "yesterday",
    "31 February 2020",
    "2018-13-45",
    "12:30",
    "1525773600",
    "May 8",
    "Published May 8, 2018, updated May 9, 2018",
    "8 May 1815",
    "8 May 2203",
    "10.1371/journal.2018",
    "the " * 60 + "8 May 2018",
    "",
]


@pytest.mark.parametrize(("raw", "iso", "precision"), READ, ids=[raw for raw, _, _ in READ])
def test_reads(raw, iso, precision):
    assert parse(raw) == (iso, precision)


@pytest.mark.parametrize("raw", NOT_READ, ids=[raw[:20] or "empty" for raw in NOT_READ])
def test_leaves(raw):
    assert parse(raw) is None


def test_a_hint_says_which_number_is_the_month():
    assert parse("03/04/2020") == ("2020-04-03", "day")
    assert parse("03/04/2020", month_first=True) == ("2020-03-04", "day")
    assert parse("27/04/2020", month_first=True) == ("2020-04-27", "day")


def test_bounds_hold_on_both_sides():
    assert parse("8 May 1815", earliest=date(1800, 1, 1)) == ("1815-05-08", "day")
    assert parse("8 May 2018", latest=date(2018, 5, 8)) == ("2018-05-08", "day")
    assert parse("9 May 2018", latest=date(2018, 5, 8)) is None
    assert parse("June 2018", latest=date(2018, 5, 8)) is None


def test_every_language_has_twelve_months_and_no_name_means_two():
    seen = {}
    for language, names in MONTHS.items():
        assert len(names) == 12, language
        for number, entry in enumerate(names, 1):
            for form in entry.split("|") if "|" in entry else entry.split():
                assert seen.setdefault(form, number) == number, f"{language}: {form}"
    assert seen == MONTH_NUMBERS


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(sorted(MONTH_NUMBERS)))
def test_every_month_name_is_read_in_every_year(day, name):
    day = day.replace(day=min(day.day, 28), month=MONTH_NUMBERS[name])
    assert parse(f"{day.day} {name} {day.year}") == (day.isoformat(), "day")


@given(st.text(max_size=60))
def test_never_fails_on_any_text(text):
    found = parse(text)
    assert found is None or found[1] in {"year", "month", "day", "minute", "second"}


URLS = [
    ("https://example.org/2018/05/08/flood", "2018-05-08", "day"),
    ("https://example.org/world/2018/may/08/flood", "2018-05-08", "day"),
    ("https://example.org/2018/5/8/flood.html", "2018-05-08", "day"),
    ("https://example.org/news/2018-05-08-flood", "2018-05-08", "day"),
    ("https://example.org/flood-2018-05-08.html", "2018-05-08", "day"),
    ("https://example.org/20180508/flood", "2018-05-08", "day"),
    ("https://example.org/2018/05/flood", "2018-05", "month"),
]
NO_URLS = [
    "https://example.org/doi/10.1000/2018/05/08",
    "https://example.org/article-201805081234",
    "https://example.org/12018-05-08-3",
    "https://example.org/2018/13/40/flood",
    "https://example.org/wp-content/uploads/2018/05/flood.html",
    "https://example.org/?date=2018-05-08",
    "https://example.org/2203/05/08/flood",
    "https://[broken/2018/05/08/",
]


@pytest.mark.parametrize(("url", "iso", "precision"), URLS)
def test_reads_dates_in_addresses(url, iso, precision):
    found = url_date(url)
    assert (found.date, found.precision, found.source) == (iso, precision, "url")


@pytest.mark.parametrize("url", NO_URLS)
def test_leaves_numbers_in_addresses(url):
    assert url_date(url) is None


def test_an_address_cannot_be_younger_than_the_crawl():
    assert url_date("https://example.org/2018/05/08/x", latest=last_day("2018-05-06")) is None
    assert url_date("https://example.org/2018/05/08/x", latest=last_day("2018-05-07")).date == "2018-05-08"


def test_without_a_readable_crawl_date_the_bound_is_fixed():
    assert last_day(None) == last_day("soon") == date(2100, 1, 1)
