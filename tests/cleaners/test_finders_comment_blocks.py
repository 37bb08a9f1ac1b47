"""Blocks of comments, by their title or their buttons."""

import pytest

from cleaners.finders import comment_blocks
from cleaners.view import View

STORY = "\n".join(
    f"The choir of Ulm sings again in May, number {number}, after two years in which the hall on the market had been closed"
    " for repairs that cost far more than planned, said the mayor."
    for number in range(3)
)

BLOCKS = [
    "Kommentare (2)\nSturmvogel7\n31.10.2019, 19.18 Uhr\nNa endlich.\nKaffeetante\n01.11.2019, 08.02 Uhr\nSchön!",
    "Kommentare\nSturmvogel7\nvor 3 Stunden\nNa endlich.\nAntworten",
    "Comments\nold_gull\nMarch 4, 2018 at 7:50 am\nI will be there.\nReply",
    "3 Comments\nold_gull on March 4, 2018 at 7:50 am\nYes.\nharbourman on March 5, 2018 at 9:12 am\nNo.",
    "old_gull\n3 March 2018 10:14\nAbout time.\nReply\nharbourman\n4 March 2018 11:20\nIndeed.\nReply",
    "Comentarios\nmarinero\nhace 2 horas\nPor fin.\nResponder",
    "Commentaires\nmouette\n12/05/2019 à 14:03\nEnfin.\nRépondre",
    "Комментарии\nЧайка\n12.05.2019 14:03\nНаконец-то.\nОтветить",
    "Reacties\nmeeuw\n12-05-2019 14:03\nEindelijk.\nBeantwoorden",
    "Commenti\ngabbiano\n12/05/2019 14:03\nEra ora.\nRispondi",
]


def taken(text):
    view = View(text)
    return [text[match.start : match.end] for match in comment_blocks.stamped(view, view.lines)]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_goes_to_the_end(block):
    assert taken(f"{STORY}\n{block}") == [block]


KEPT = [
    "The small choir\n12.05.2019\nThe large choir\n19.05.2019",
    "Kommentare",
    "He read the comments on 12 May 2019.\nThen he went home.",
    "Reply\n12.05.2019\nThe answer came late.",
]


@pytest.mark.parametrize("end", KEPT)
def test_dates_and_words_alone_are_no_block(end):
    assert taken(f"{STORY}\n{end}") == []


def test_no_block_above_the_story():
    assert taken(f"{BLOCKS[0]}\n{STORY}") == []
