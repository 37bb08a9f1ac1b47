import datetime

import pytest

from cleaners.errors import RecordError
from corpus.config import Fields, Source
from corpus.fields import record_id, row_key, to_record

SOURCE = Source(name="s", path="p")

ROWS = {
    "cc-news": (
        {
            "plain_text": "It rained.",
            "published_date": "2019-03-01",
            "sitename": "Hill Post",
            "requested_url": "http://a",
        },
        {"content": "It rained.", "date": "2019-03-01", "site": "Hill Post", "url": "http://a", "extra": {}},
    ),
    "news-please": (
        {
            "maintext": "It rained.",
            "date_publish": "2019-03-01 10:00:00",
            "source_domain": "hill.example",
            "title": "Rain",
        },
        {"content": "It rained.", "date": "2019-03-01 10:00:00", "site": "hill.example", "title": "Rain"},
    ),
    "fineweb": (
        {"text": "It rained.", "id": "<urn:1>", "dump": "x", "date": "2020", "language_score": 0.9},
        {"content": "It rained.", "date": "2020", "extra": {"dump": "x", "language_score": 0.9}},
    ),
    "names in another case": ({"Body": "It rained.", "Head-Line": "x", "Headline": "Rain"}, {"title": "Rain"}),
    "the more telling name wins": (
        {"body": "Short.", "text": "The whole text."},
        {"content": "The whole text.", "extra": {"body": "Short."}},
    ),
    "an empty text gives way": ({"text": "", "content": "It rained."}, {"content": "It rained."}),
    "a page": ({"html": "<p>It rained.", "url": "http://a"}, {"content": "<p>It rained.", "kind": "html"}),
    "a page in base64": ({"html_b64": "PHA+UmFpbg=="}, {"content": b"<p>Rain", "kind": "html"}),
    "text before page": ({"html": "<p>It rained.", "text": "It rained."}, {"content": "It rained.", "kind": "text"}),
    "a date that is a date": ({"text": "a", "date": datetime.date(2019, 3, 1)}, {"date": "2019-03-01"}),
    "a list is no title": ({"text": "a", "title": ["x"]}, {"title": None, "extra": {"title": ["x"]}}),
    "lone surrogates in a title": (
        {"text": "a", "title": "x\ud800"},
        {"title": "x\ufffd", "extra": {"title": "x\ud800"}},
    ),
}


@pytest.mark.parametrize(("row", "expected"), ROWS.values(), ids=ROWS)
def test_usual_field_names(row, expected):
    record = to_record(row, SOURCE, id="i", key="k")
    assert {name: getattr(record, name) for name in expected} == expected


def test_names_in_the_config_count_and_the_usual_ones_do_not():
    source = Source(name="s", path="p", fields=Fields(text="lede", title="slug"), site="Hill Post")
    record = to_record({"lede": "It rained.", "text": "x", "slug": "rain", "html": "<p>"}, source, id="i", key="k")
    assert (record.content, record.title, record.site) == ("It rained.", "rain", "Hill Post")
    assert record.extra == {"text": "x", "html": "<p>"}


REFUSED = {
    "no text field": ({"id": 1, "words": "a"}, "no text field among the fields (id, words)"),
    "null": ({"text": None}, "field 'text' holds null"),
    "number": ({"text": 3}, "field 'text' holds a number"),
    "list": ({"text": ["a"]}, "field 'text' holds a list"),
    "not base64": ({"html_b64": "é"}, "field 'html_b64' is not base64"),
    "nothing": ({}, "(none at all)"),
}


@pytest.mark.parametrize(("row", "reason"), REFUSED.values(), ids=REFUSED)
def test_rows_without_text_are_refused(row, reason):
    with pytest.raises(RecordError) as caught:
        to_record(row, SOURCE, id="i", key="k")
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ({"id": 7}, "7"),
        ({"id": "a"}, "a"),
        ({"id": ""}, None),
        ({"id": None, "uid": "b"}, "b"),
        ({"id": True}, None),
        ({}, None),
    ],
)
def test_a_rows_own_key(row, key):
    assert row_key(row, SOURCE) == key


def test_record_ids_depend_on_source_path_and_key():
    ids = {record_id("a", "b", "c"), record_id("a", "bc", ""), record_id("a", "b", "d"), record_id("x", "b", "c")}
    assert len(ids) == 4
    assert all(len(id) == 20 for id in ids)
    assert record_id("a", "\udcff.txt", "\ud800")
