import random

import pytest

from corpus.load import load
from corpus.relate import relate
from corpus.run import run

WORDS = (
    "river",
    "council",
    "mayor",
    "bridge",
    "water",
    "school",
    "storm",
    "market",
    "budget",
    "harvest",
    "street",
    "ferry",
)


def paragraph(seed, length=40):
    """Made-up text: the same for the same seed."""
    dice = random.Random(seed)
    return " ".join(dice.choice(WORDS) + str(dice.randrange(50)) for _ in range(length)).capitalize() + "."


def article(*seeds):
    return "\n\n".join(paragraph(seed) for seed in seeds)


@pytest.fixture
def related(make_config, write_lines, in_process):
    """Relations of texts by name: a set of (level, kind, left, right)."""

    def find(**texts):
        write_lines("a.jsonl", [{"id": name, "text": text} for name, text in texts.items()])
        config = make_config()
        run(config)
        relate(config.output)
        tables = load(config.output)
        names = dict(zip(tables.records["id"], tables.records["key"], strict=True))
        names |= {
            document: names[record]
            for document, record in zip(tables.documents["id"], tables.documents["record"], strict=True)
        }
        return tables.relations.assign(
            left=tables.relations["left"].map(names), right=tables.relations["right"].map(names)
        )

    return find


def pairs(rows, level="record"):
    return {(row.kind, *sorted((row.left, row.right))) for row in rows.itertuples() if row.level == level}


def test_texts_that_have_nothing_in_common(related):
    assert len(related(a=article(1, 2), b=article(3, 4))) == 0


def test_duplicates_are_a_star(related):
    rows = related(a=article(1, 2), b=article(1, 2), c=article(1, 2) + "\n", d=article(3))
    record = rows[rows["level"] == "record"]
    assert set(record["kind"]) == {"duplicate"}
    assert len(record) == 2
    assert record["left"].nunique() == 1
    assert set(record["score"]) == {1.0}


def test_a_text_that_holds_another(related):
    rows = related(long=article(1, 2, 3, 4, 5), short=article(2, 3))
    assert pairs(rows) == pairs(rows, "document") == {("contains", "long", "short")}
    row = rows.iloc[0]
    assert (row["left"], row["right"], row["score"]) == ("long", "short", 1.0)


def test_texts_that_share_paragraphs(related):
    rows = related(a=article(1, 2, 3), b=article(3, 4, 5))
    assert pairs(rows) == {("shares_paragraphs", "a", "b")}
    assert 0.25 < rows.iloc[0]["score"] < 0.4


def test_near_duplicates_and_their_head(related):
    text = article(1, 2, 3, 4)
    rows = related(a=text + " Then it rained.", b=text.replace("river", "stream", 1), c=article(7))
    assert pairs(rows) == {("near_duplicate", "a", "b")}
    row = rows.iloc[0]
    assert row["left"] == "a"
    assert 0.8 <= row["score"] < 1
    assert row["cluster"]


def test_a_paragraph_that_everybody_has_relates_nobody(related, monkeypatch):
    monkeypatch.setattr("corpus.relate.COMMON", 3)
    rows = related(**{f"t{number}": article(number, 99) for number in range(5)})
    assert pairs(rows) == set()


def test_case_and_spacing_of_paragraphs_do_not_count(related):
    text = article(1, 2)
    assert pairs(related(a=text.upper().replace(" ", "  "), b=text + "\n\n" + article(3, 4, 5))) == {
        ("contains", "a", "b")
    }


def test_relations_do_not_depend_on_the_order_of_the_input(related, make_config):
    texts = {f"t{number}": article(*range(number % 5, number % 5 + 1 + number % 3)) for number in range(20)}
    first = related(**texts)
    second = related(**dict(reversed(texts.items())))
    assert len(first) > 10
    assert first.to_dict("records") == second.to_dict("records")


def test_empty_texts_are_not_duplicates(related):
    assert len(related(a="[Ad]", b="[Ad]")) == 0
