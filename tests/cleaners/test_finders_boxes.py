"""Boxes around an article: bloggers about themselves, comments grown together, headings above forms, gates."""

import pytest

from cleaners.finders import bios, comment_blocks, neighbours, pitch_sales, pitch_topics, pitches, threads
from cleaners.view import View

STORY = (
    "The ropes of the new ferry are made of hemp, and they cost a good deal more than the old ones did last year.\n\n"
    "They hold for ten years, the maker says, if somebody dries them after each trip to the islands and back.\n\n"
    "So the town will see them for a while, and the gulls will sit on them as they sat on the others before.\n\n"
)


def taken(finder, text: str, **facts) -> list[str]:
    view = View(text, **facts)
    return [text[match.start : match.end] for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    "box",
    [
        "Hi, I'm Lena! I live in Tamsel with two goats and write about knots.",
        "Hello and welcome! My name is Ada Holm and I love everything that floats.",
        "Ich bin Lena Marsh, 32 Jahre jung, und blogge über Knoten und Seile am Hafen.",
        "Mein Name ist Tom, ich lebe an der Küste und fotografiere mit Leidenschaft Boote.",
        "Je suis Claire, mère de deux enfants, et j'habite au bord de la mer depuis dix ans.",
        "Soy Marta, madre de dos hijos, y vivo en un barco desde hace muchos años, sin prisa.",
        "Olá! Sou Ana, mãe de dois filhos, e moro perto do porto há muitos anos com o meu cão.",
        "Mi chiamo Giulia, vivo vicino al porto e scrivo di barche, nodi e cucina di mare da anni.",
        "Ik ben Sanne, moeder van twee, en ik schrijf op dit blog over knopen en schepen aan zee.",
        "Jag heter Karin, bor vid havet och driver den här bloggen om knopar, rep och små båtar.",
    ],
)
def test_bloggers_tell_who_they_are(box):
    assert taken(bios.myself, STORY + box) == [box]


@pytest.mark.parametrize(
    "line",
    [
        "I am Spartacus, he cried, and the whole harbour laughed until the tide came in again.",
        "Ich bin Hafenmeister, sagte er, und kein Prophet; das Wetter kommt, wie es will.",
        "I'm sure that the ropes will hold, but nobody has asked the gulls what they think of it.",
    ],
)
def test_speech_is_no_box(line):
    assert taken(bios.myself, STORY + line) == []


@pytest.mark.parametrize(
    "block",
    [
        "Lena 6. Juni 2015 um 10:23 Schöner Knoten! Antworten Löschen Antworten Tom 7. Juni 2015 um 9:12 Danke! Löschen",
        "Lena Marsh\n\n12 de mayo de 2014, 18:22\n\n¡Qué bonito nudo!\n\nResponder Eliminar",
        "Ada Holm June 3, 2012 at 9:15 AM What a rope! Reply Delete",
        "Ana 4 de março de 2013 às 10:11 Que lindo nó! Responder Excluir",
        "Claire 3 mai 2016 à 10:02 Quel beau noeud ! Répondre Supprimer",
        "Giulia 4 maggio 2016 alle 21:30 Che bel nodo! Rispondi Elimina",
    ],
)
def test_comments_that_grew_together(block):
    assert len(taken(comment_blocks.grown, STORY + block)) == 1
    assert taken(comment_blocks.grown, STORY + block)[0].startswith(block[:3])


def test_buttons_in_a_story_are_no_comments():
    assert (
        taken(comment_blocks.grown, STORY + "Under each post stand two buttons, Reply Delete, she wrote in a letter.")
        == []
    )


def test_beginnings_of_comments_are_a_list():
    block = "h4fen : Thanks for the knots, they hold...\n\nLena : Never again...\n\nTom : Where did you buy the rope…"
    assert taken(threads.excerpts, STORY + block) == [block]
    assert taken(threads.excerpts, STORY + "Marsh: I never said so.\n\nLund: But you did...\n\nMarsh: Years ago.") == []


@pytest.mark.parametrize("category", ["newsletter", "paywall_cookie", "comments", "share_social"])
def test_the_only_heading_stands_above_a_box(category):
    lines = STORY.strip().split("\n\n")
    text = "\n\n".join([*lines[:2], "Beat the queue", lines[2]])
    assert taken(neighbours.above_box, text, gaps={3: category}) == ["Beat the queue"]
    assert taken(neighbours.above_box, text, gaps={2: category}) == []
    assert taken(neighbours.above_box, text, gaps={3: "ad"}) == []


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        (pitch_topics.LETTERS, "Subscribe to our newsletter today."),
        (pitch_topics.CONSENT, "Wir und Partner brauchen Ihre Einwilligung."),
        (pitch_topics.POLICY, "Comments will be moderated before they are published."),
        (pitch_topics.LEGAL, "The views expressed here are solely those of their author."),
        (pitch_sales.ASKS, "Please contact us at desk@heron.example with details."),
        (pitch_sales.SHOP, "Order yours today, or by clicking on the picture."),
    ],
)
def test_gates_let_sure_sentences_pass(topic, sentence):
    assert topic.sure.search(sentence.lower())
    assert pitches._gate(topic.sure).search("It rained. " + sentence.lower())
