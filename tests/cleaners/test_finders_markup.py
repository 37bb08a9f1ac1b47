"""Markup, widgets and placeholders: what is followed to its end, and what stays."""

import pytest

from cleaners.finders import lone, markup, placeholders, widgets
from cleaners.view import View


def taken(finder, text):
    view = View(text)
    return [text[match.start : match.end] for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    "script",
    [
        "OO.ready(function() { OO.Player.create('p-1', 'x', { a: '})' }); });",
        "mboxCreate('News-Autoplay');",
        "googletag.cmd.push(function() { googletag.display('ad-1'); });",
        "(function(d, s, id) { if (d.getElementById(id)) { return; } }(document, 'script', 'sdk'));",
        "!function(d,s){var js;}(document,'script');",
        "var _gaq = _gaq || []; _gaq.push(['_trackPageview']);",
        "jQuery(document).ready(function($) { $('#x').hide(); });",
        "BF_STATIC.timequeue.push(function () { document.getElementById('t').innerHTML = UI.date('x'); });",
        "window._taboola = window._taboola || []; _taboola.push({article:'auto'});",
        "document.write('<b>(ad)</b>');",
    ],
)
def test_scripts_are_followed_to_their_end(script):
    assert taken(markup.scripts, f"The mill was sold. {script} Nobody knew why.") == [script]


def test_a_script_that_never_closes_takes_nothing():
    assert taken(markup.scripts, "OO.ready(function() { The mill was sold.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The mill (as the council wrote) was sold; nobody knew {why}.",
        "He looked out of the window. (It rained.)",
        "In this HTML and CSS course you write JavaScript code: document.write('x'); and const x = 1.",
    ],
)
def test_prose_and_articles_about_code_stay(text):
    assert taken(markup.scripts, text) == []


def test_tags_go_and_their_text_stays():
    text = 'He told <a href="x">the paper</a> that <em>all</em> was well.<br/><script>f(1)</script>'
    assert taken(markup.tags, text) == [
        "<script>f(1)</script>",
        '<a href="x">',
        "</a>",
        "<em>",
        "</em>",
        "<br/>",
        "<script>",
        "</script>",
    ]
    assert taken(markup.tags, "The price is <10 euros; write to Jan <jan@elm.example>, or use <name>.") == []


@pytest.mark.parametrize(
    "text", ['{"@type": "NewsArticle", "name": "Mill", "list": [1, 2]}', '[{"type":"media","fid":"1","view":"x"}]']
)
def test_json(text):
    assert taken(markup.json, f"It rained. {text}") == [text]


def test_style_sheets():
    assert taken(markup.style_sheets, "It rained.\n.ad { color: red; margin: 0 }\nNobody came.") == [
        ".ad { color: red; margin: 0 }"
    ]


@pytest.mark.parametrize("word", ["VIDEO", "Watch now", "CLOSE", "Смотреть видео", "Video abspielen"])
def test_a_word_alone_stands_for_a_player(word):
    assert taken(placeholders.video, f"The mill was sold.\n{word}\nNobody knew why.") == [word]


@pytest.mark.parametrize(
    "text", ["They saw the\nvideo\nof the mill.", "He sent text,\nvideo\n, and sound.", "Video games", "Close to home"]
)
def test_a_word_of_a_broken_sentence_stays(text):
    assert taken(placeholders.video, text) == []


def test_a_film_between_its_titles():
    title = "Brill: the mill will be sold"
    text = f"It rained.\n{title}\nPlay video\n{title}\nNobody came."
    assert taken(placeholders.video, text) == [f"{title}\nPlay video\n{title}"]


def test_reading_time_over_two_lines():
    assert taken(widgets.reading_time, "Lesezeit:\n3 Minuten\nDie Mühle wurde verkauft.") == ["Lesezeit:\n3 Minuten"]
    assert taken(widgets.reading_time, "Reading time\nis over, he said.") == []


def test_ticker_but_no_figures_of_the_economy():
    assert taken(
        widgets.ticker, "Orbis ORBS, -3.19% fell, while GDP, -0.3% in May, and the US, +2.1% in June, rose."
    ) == ["ORBS, -3.19%"]


def test_a_number_on_the_first_line():
    assert taken(lone.number, "13\n\nThe mill was sold.") == ["13"]
    assert taken(lone.number, "1\n\nThe mill\n\n2\n\nThe ferry") == []
    assert taken(lone.number, "1804\nwas the year of the mill.") == []
