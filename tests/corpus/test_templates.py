"""Site templates: what is learned of a made-up site, what is not, and what an approved pack does."""

import random
import re
from datetime import date, timedelta

import pytest

from cleaners.errors import SetupError
from cleaners.model import Record
from cleaners.pipeline import Cleaner
from cleaners.rules import pins
from cleaners.rules.check import problems
from cleaners.rules.pack import load_rules, read_pack
from cleaners.settings import Settings
from corpus.fingerprint import explain_change, parts
from corpus.run import run
from corpus.template_evidence import _is_name
from corpus.template_packs import file_name
from corpus.templates import approve, learn, learn_packs

SYLLABLES = re.findall("..", "bacedifoguhaleminopurasetivowuyabecidofugahelimonuparesitovawu")
VOCABULARY = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in ("n", "s", "ting", "ral", "mer")]

HEAD = "Harbour Gazette, the paper of the lower valley"
TAIL = ("Tide tables hang in our window on the quay", "Issue {} of the Gazette, {} pages thick")
BACKGROUND = (
    "The old sluice at Marren broke in the spring flood, and the town has argued over who pays for it ever since."
)
REFRAIN = "And still the river ran below the mill"
CLOSING = "Good night, then, and mind the low step"


def prose(dice, words=VOCABULARY, sentences=2):
    """A paragraph that nobody has written before."""
    made = [" ".join(dice.choices(words, k=14)).capitalize() + "." for _ in range(sentences)]
    return " ".join(made)


def article(number, *, words=VOCABULARY, paragraphs=5):
    dice = random.Random(number)
    return [prose(dice, words) for _ in range(paragraphs)]


def framed(number, lines):
    return [HEAD, *lines, TAIL[0], TAIL[1].format(number + 100, number % 7 + 8)]


def corpus():
    """Rows of one site: framed articles, and everything that repeats for another reason."""
    pages = [framed(number, article(number)) for number in range(60)]
    for number in range(60, 90):  # one story, printed thirty times, each time with a few words changed
        dice = random.Random(number)
        lines = [" ".join(dice.choice(VOCABULARY) if dice.random() < 0.1 else w for w in p.split()) for p in article(1)]
        story = article(1000)
        pages.append([story[0], *lines[:2], *story[1:], "Those are the facts as the valley has them."])
    topic = random.Random(7).sample(VOCABULARY, 60)
    for number in range(90, 105):  # a running story with its background at the end
        pages.append([*article(number, words=topic), BACKGROUND])
    for number in range(105, 120):  # ballads
        lines = article(number)
        pages.append(
            [line for paragraph in lines for line in (paragraph, REFRAIN)] + [prose(random.Random(number + 500))]
        )
    for number in range(120, 150):  # section headings
        lines = article(number, paragraphs=8)
        places = sorted(random.Random(number).sample(range(2, 7), 2))
        lines.insert(places[1], "How it goes on")
        lines.insert(places[0], "What the town makes of it")
        pages.append(["What was decided", *lines])
    for number in range(150, 165):  # a columnist who always takes leave in the same words
        pages.append(["By Maria Lindqvist", *article(number), CLOSING])
    others = ("Peter Hansen", "Laura Bennett", "David Miller", "Anna Schmidt")
    for number in range(165, 185):
        pages.append([f"By {others[number % 4]}", *article(number)])
    return [row(number, lines) for number, lines in enumerate(pages)]


def row(number, lines, site="gazette.example"):
    day = date(2020, 1, 1) + timedelta(days=number * 11 % 700)
    return {"id": f"{site}-{number}", "site": site, "date": day.isoformat(), "text": "\n\n".join(lines)}


@pytest.fixture
def cleaner():
    """The runs of these tests clean with the real rules."""
    return Cleaner(Settings())


@pytest.fixture
def output(make_config, write_lines, in_process):
    """The output folder of a run over the given rows."""

    def make(rows):
        write_lines("a.jsonl", rows)
        config = make_config()
        run(config)
        return config.output

    return make


@pytest.fixture
def learned_pack(output, tmp_path):
    """The pack learned of the framed articles."""
    [found] = learn(output([row(n, framed(n, article(n))) for n in range(30)]))
    [path] = learn_packs([found], tmp_path / "packs", "2026-01-31")
    return path


def test_templates_are_told_from_what_repeats_otherwise(output):
    [found] = learn(output(corpus()), min_share=0.05)
    assert {re.sub("[0-9]+", "{}", line.wordings[0]) for line in found.templates} == {HEAD, *TAIL}
    against = {line.wordings[0]: line.against for line in found.others}
    assert against.pop(BACKGROUND) == "one running story"
    assert against.pop(REFRAIN) == "refrain"
    assert against.pop("How it goes on") == against.pop("What the town makes of it") == "inside articles"
    assert against.pop("What was decided") == "section heading"
    assert against.pop(CLOSING) == "one author's words"
    assert against.pop("Those are the facts as the valley has them.") == "copies of one story"
    assert set(against.values()) <= {"copies of one story"}
    evidence = next(line for line in found.templates if line.wordings[0] == TAIL[0])
    assert (evidence.documents, evidence.before, evidence.inside, evidence.after) == (60, 0, 0, 60)
    assert evidence.stories == 1
    assert evidence.neighbour == 60
    assert evidence.first < evidence.last
    assert len(evidence.samples) == 3


def test_copies_of_one_text_count_once(output):
    text = article(1)
    assert list(learn(output([{**row(number, [*text, TAIL[0]]), "site": "x"} for number in range(30)]))) == []


def test_lines_that_stood_for_a_few_days_only(output):
    rows = [row(number, article(number)) for number in range(60)]
    rows += [
        {**row(n, [*article(n), "The quay fair opens on Saturday at noon."]), "date": "2021-03-05"}
        for n in range(60, 80)
    ]
    [found] = learn(output(rows))
    assert [line.against for line in found.others] == ["seen for a short time only"]


@pytest.mark.parametrize("line", ["Laura Bennett", "By David Miller, Staff Writer", "Anna Schmidt and Peter Hansen"])
def test_names_are_left_to_the_rules_for_bylines(line):
    assert _is_name(line)
    assert not _is_name(HEAD)


def test_a_site_that_is_not_named_is_its_source(output):
    rows = [{"id": str(n), "text": "\n\n".join(framed(n, article(n)))} for n in range(20)]
    [found] = learn(output(rows))
    assert found.site.name == "news"
    assert len(found.templates) == 3


def test_sites_are_learned_apart_and_can_be_chosen(output):
    rows = [row(n, framed(n, article(n)), "a.example") for n in range(20)]
    rows += [row(n, [*article(n + 50), "Printed on the other bank"], "b.example") for n in range(20)]
    out = output(rows)
    assert [found.site.name for found in learn(out)] == ["a.example", "b.example"]
    [found] = learn(out, sites=["b.example"])
    assert [line.wordings for line in found.templates] == [("Printed on the other bank",)]


def test_learning_again_gives_the_same_bytes(output, tmp_path):
    out = output([row(number, framed(number, article(number))) for number in range(30)])
    [first] = learn_packs(list(learn(out)), tmp_path / "one")
    [second] = learn_packs(list(learn(out)), tmp_path / "two")
    assert first.name == "other.gazette-example.2020-11-15.yaml"
    assert first.read_bytes() == second.read_bytes()


def test_a_pack_is_not_overwritten(learned_pack, output, tmp_path):
    learned_pack.write_text(learned_pack.read_text() + "\n# I am still reading this\n")
    found = list(learn(tmp_path / "out"))
    with pytest.raises(SetupError, match="exists already"):
        learn_packs(found, learned_pack.parent, "2026-01-31")


def test_a_learned_pack_is_a_pack(learned_pack):
    pack = read_pack(learned_pack)
    assert pack.approved is False
    assert {rule.site for rule in pack.rules} == {"gazette.example"}
    assert not any(rule.anchored for rule in pack.rules)
    assert [problem for rule in pack.rules for problem in problems(rule)] == []
    assert r"issue \d+ of the gazette, \d+ pages thick" in {rule.source for rule in pack.rules}


def test_only_what_was_approved_and_pinned_takes_part(learned_pack):
    with pytest.raises(SetupError, match="not approved"):
        load_rules(Settings(packs=(str(learned_pack),)))
    with pytest.raises(SetupError, match="not approved"):
        load_rules(Settings(packs=(pins.pinned(learned_pack),)))
    pin = approve(learned_pack)
    assert approve(learned_pack) == pin
    with pytest.raises(SetupError, match="not pinned"):
        load_rules(Settings(packs=(str(learned_pack),)))
    assert len(load_rules(Settings(packs=(pin,)))) == len(load_rules(Settings())) + 3
    learned_pack.write_text(learned_pack.read_text().replace("quay", "bank"))
    for use in (load_rules, parts):
        with pytest.raises(SetupError, match="has changed since"):
            use(Settings(packs=(pin,)))


def test_a_person_takes_lines_out_before_approving(learned_pack):
    head, *rules = learned_pack.read_text().split("\n- name: ")
    learned_pack.write_text("\n- name: ".join([head, rules[0]]) + "\n")
    assert len(load_rules(Settings(packs=(approve(learned_pack),)))) == len(load_rules(Settings())) + 1


def test_packs_that_cannot_be_approved(learned_pack, tmp_path):
    learned_pack.write_text(learned_pack.read_text().replace('line: "', 'line: "not '))
    with pytest.raises(SetupError, match="instead of"):
        approve(learned_pack)
    other = tmp_path / "other.mine.yaml"
    other.write_text("- {name: x, why: y, line: z, trigger: [z], removes: [z], keeps: [a z]}\n")
    with pytest.raises(SetupError, match="is not a learned pack"):
        approve(other)


@pytest.mark.parametrize("head", ["approved: false\n", "approved: maybe\n", "approved: false\nlines: []\n"])
def test_a_learned_pack_has_its_head(learned_pack, head):
    learned_pack.write_text(learned_pack.read_text().replace("approved: false\n", head).replace("site: ", "sites: "))
    with pytest.raises(SetupError, match="a learned one has"):
        read_pack(learned_pack)


def test_packs_are_dated(tmp_path):
    with pytest.raises(SetupError, match="is no date"):
        learn_packs([], tmp_path, "yesterday")


def test_a_pinned_pack_is_part_of_the_fingerprint(learned_pack):
    pinned = parts(Settings(packs=(approve(learned_pack),)))
    assert explain_change(parts(Settings()), pinned) == [f"pack 1 {learned_pack.name} is new"]


def test_an_approved_pack_takes_the_lines_out_on_its_site_only(learned_pack):
    cleaner = Cleaner(Settings(packs=(approve(learned_pack),)))
    body = article(99)
    text = "\n\n".join(framed(4711, body))
    [document] = cleaner.clean(Record("k", "news", "k", text, site="gazette.example")).documents
    assert document.text == "\n\n".join(body)
    [document] = cleaner.clean(Record("k", "gazette.example", "k", text)).documents
    assert document.text == "\n\n".join(body)
    [document] = cleaner.clean(Record("k", "gazette.example", "k", text, site="other.example")).documents
    assert document.text == text


def test_the_brake_holds_for_a_page_that_is_all_template(learned_pack):
    cleaner = Cleaner(Settings(packs=(approve(learned_pack),)))
    text = "\n\n".join(framed(4711, []))
    cleaned = cleaner.clean(Record("k", "news", "k", text, site="gazette.example"))
    assert cleaned.documents[0].text == text
    assert "braked" in cleaned.documents[0].flags
    assert [row.applied for row in cleaned.removals] == [False, False, False]


def test_names_of_packs():
    assert file_name("unknown:x", None) == "other.unknown-x.undated.yaml"
    assert file_name("a.b", "2020", {"other.a-b.2020.yaml"}) != "other.a-b.2020.yaml"
