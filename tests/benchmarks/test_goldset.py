"""The gold set of this repository is sound, and its sources say what is wrong with them."""

from __future__ import annotations

import doctest
import json
from collections import Counter

import pytest

from benchmarks import align, fields, goldset, intervals
from cleaners.categories import OPTIONAL, REQUIRED

DOCUMENTS = list(goldset.read([goldset.FOLDER]))


@pytest.mark.parametrize("module", [align, fields, goldset, intervals], ids=lambda module: module.__name__)
def test_doctests(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


def test_it_is_as_large_and_as_varied_as_it_says():
    spans = Counter(span["category"] for document in DOCUMENTS for span in document["spans"])
    clean = [d for d in DOCUMENTS if all(span.get("optional") for span in d["spans"])]
    assert len({document["id"] for document in DOCUMENTS}) == len(DOCUMENTS) >= 150
    assert set(spans) == {*REQUIRED, *OPTIONAL}
    assert len({document["lang"] for document in DOCUMENTS}) >= 12
    assert len(clean) >= 50
    assert sum(bool(document["boundaries"]) for document in DOCUMENTS) >= 10


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["id"])
def test_a_document_is_sound(document):
    text, position = document["text"], 0
    for span in document["spans"]:
        residue = text[span["start"] : span["end"]]
        assert span["start"] >= position
        assert residue
        assert residue == residue.strip()
        position = span["end"]
    assert position <= len(text)
    assert all(0 < place < len(text) and not text[place].isspace() for place in document["boundaries"])
    assert list(goldset.problems(document)) == []


def test_json_lines_say_the_same_as_the_sources(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(document) + "\n" for document in DOCUMENTS))
    assert list(goldset.read([path])) == DOCUMENTS


def test_marks_become_spans_boundaries_and_invisible_characters():
    document = goldset.parse("x\noutlet: a.example\n\n⟦U+FEFF⟧One.\n⟦ad|Ad⟧\n⟦headline?|H⟧\n⟦#⟧Two.", "en")
    assert document["text"] == "\ufeffOne.\nAd\nH\nTwo."
    assert document["spans"] == [
        {"start": 6, "end": 8, "category": "ad"},
        {"start": 9, "end": 10, "category": "headline", "optional": True},
    ]
    assert document["boundaries"] == [11]
    assert document["clean_text"] == "\ufeffOne.\n\nTwo."


def test_headers_become_metadata():
    block = (
        "x\noutlet: a.example\ndateline: BREN | Ohio | AP |\nembed: twitter | Ann Orr | annorr | May 4, 2019\n"
        "credit: Photo: Bo Ek/AP | Bo Ek | AP\n\n⟦dateline|BREN, Ohio (AP) —⟧ It rained.\n"
        "⟦embed|Wet. — Ann Orr (@annorr) May 4, 2019⟧\n⟦image_credit|Photo: Bo Ek/AP⟧"
    )
    meta = goldset.parse(block, "en")["meta"]
    assert meta["dateline"] == {
        "place": "BREN",
        "region": "Ohio",
        "agency": "AP",
        "date": None,
        "raw": "BREN, Ohio (AP) —",
    }
    assert [(post["author"], post["text"]) for post in meta["embeds"]] == [("Ann Orr", "Wet.")]
    assert meta["credits"] == [{"raw": "Photo: Bo Ek/AP", "photographer": "Bo Ek", "agency": "AP"}]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("=== a\noutlet: x\n\n⟦adverts|Ad⟧", "no category 'adverts'"),
        ("=== a\noutlet: x\n\n⟦ad| Ad⟧", "begins or ends with white space"),
        ("=== a\noutlet: x\n\n⟦ad|Ad", "stray bracket"),
        ("=== a\noutlet: x\ncolour: red\n\nText.", "unknown header 'colour: red'"),
        ("=== a\noutlet: x\ndateline: Bren\n\nIt rained.", "more dateline headers"),
        ("=== a\noutlet: x\ncredit: AP\n\nIt rained.", "'AP' does not stand in the text"),
        ("lost words\n=== a\noutlet: x\n\nText.", "text before the first document"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path, source, says):
    path = tmp_path / "en.txt"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(ValueError, match=says) as raised:
        list(goldset.read([path]))
    assert str(path) in str(raised.value)
