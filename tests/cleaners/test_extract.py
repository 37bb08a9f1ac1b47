"""Pages become text, or a clear rejection."""

import contextlib
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.errors import RecordError
from cleaners.pages.extract import extract
from cleaners.pages.limits import check
from cleaners.settings import Limits

PAGES = Path(__file__).parent / "pages"
SAMPLES = Path(__file__).parents[2] / "data" / "sample" / "pages"
LIMITS = Limits()
PARAGRAPHS = [
    "The ferry to the island sailed again on Friday morning, with forty cars and a brass band on board.",
    "It had been out of service since the storm in November tore away the loading ramp on the mainland side.",
    "Repairs took four months longer than planned because the steel had to come from a yard in the north.",
]


def page(body, head=""):
    return f"<html><head><title>Ferry</title>{head}</head><body><article>{body}</article></body></html>"


def paragraphs(texts=PARAGRAPHS):
    return "".join(f"<p>{text}</p>" for text in texts)


def sample(name, folder=SAMPLES, encoding="utf-8"):
    return (folder / name).read_bytes().decode(encoding)


def test_an_american_page_with_everything():
    result = extract(sample("council-bridge.html"), limits=LIMITS, crawl_date="2023-09-20")
    assert result.extractor == "trafilatura"
    assert result.title == "Council votes to rebuild the Mill Street bridge"
    assert result.authors == ("Teresa Okafor",)
    assert (result.site, result.language) == ("Harlow Valley Courier", "en")
    assert result.url == "https://www.harlowvalleycourier.example/2023/09/14/mill-street-bridge/"
    published = [candidate for candidate in result.dates if candidate.role == "published"]
    assert published[0].date == "2023-09-14T19:42:10-06:00"
    assert {candidate.date[:10] for candidate in published if candidate.confidence > 0.5} == {"2023-09-14"}
    assert {c.date[:10] for c in result.dates if c.role == "modified"} == {"2023-09-15"}
    (tweet,) = result.embeds
    assert (tweet.author, tweet.handle, tweet.date) == ("Priya Raman", "PriyaForHarlow", "2023-09-15")
    assert result.captions[0].endswith("(Dana Whitfield/Harlow Valley Courier)")
    lines = result.text.split("\n")
    assert any(line.startswith("HARLOW, Colo. — The town council voted 6-1") for line in lines)
    assert any(line.endswith("finished in the autumn of 2025.") for line in lines)
    assert "Truck driver fined" not in result.text


def test_a_german_page_whose_charset_label_is_wrong():
    result = extract(sample("hochwasser-wiese.html", encoding="cp1252"), limits=LIMITS)
    assert result.title == "Hochwasser: Pegel der Wiese sinkt langsam"
    assert result.authors == ("Jörg Häberle",)
    assert result.dates[0].date == "2021-07-16T06:30:00+02:00"
    assert "„Das Schlimmste ist überstanden“, sagte Bürgermeisterin Ilse Mößner" in result.text
    assert result.captions == ("Helfer füllen Sandsäcke vor der Alten Mühle. Foto: Käthe Brüderle",)


def test_a_french_page_with_commented_json_and_an_instagram_post():
    result = extract(sample("ferme-du-lac.html"), limits=LIMITS)
    assert result.title == "La ferme du lac rouvre ses portes après dix ans de travaux"
    assert result.authors == ("Solène Vautrin",)
    assert result.dates[0].date == "2022-06-03T09:21:00+02:00"
    assert [(embed.platform, embed.handle) for embed in result.embeds] == [("instagram", "fermedulac")]
    assert "Une trentaine de bénévoles" in result.text


def test_a_page_whose_text_is_only_in_its_script():
    result = extract(sample("harbor-script-only.html"), limits=LIMITS)
    lines = result.text.split("\n")
    assert result.extractor in ("articleBody", "trafilatura")
    assert lines[0].startswith("Harbor pilots went back to work on Tuesday")
    assert "the pilots’ association" in result.text and "<p>" not in result.text
    assert "enable JavaScript" not in result.text


def test_an_old_page_that_declares_nothing():
    result = extract(sample("old-blog.html", PAGES), limits=LIMITS, url="http://www.fourcornersgazette.example/?p=12")
    assert result.title == "Library opens late on Mondays"
    assert [(c.date, c.source) for c in result.dates] == [("2009-03-04", "htmldate")]
    assert result.dates[0].confidence < 0.8
    assert result.authors == ()


def test_first_published_is_not_last_updated():
    result = extract(sample("live-ticker.html", PAGES), limits=LIMITS)
    roles = {candidate.role: candidate.date[:10] for candidate in reversed(result.dates)}
    assert roles == {"published": "2024-01-22", "modified": "2024-01-23"}
    assert result.authors == ()


def test_lines_stay_lines():
    assert extract(page(paragraphs()), limits=LIMITS).text.split("\n") == PARAGRAPHS


def test_the_crawl_date_bounds_every_date():
    head = '<meta property="article:published_time" content="2022-05-01"><meta name="date" content="2021-05-01">'
    found = extract(page(paragraphs(), head), limits=LIMITS, crawl_date="2021-06-01T00:00:00Z")
    assert [candidate.date for candidate in found.dates] == ["2021-05-01"]


def test_the_address_dates_a_page_that_does_not():
    found = extract(page(paragraphs()), limits=LIMITS, url="https://example.org/2018/05/08/ferry")
    assert [(c.date, c.source) for c in found.dates] == [("2018-05-08", "url")]


def test_an_article_split_over_containers_is_found_whole():
    body = f"<div class='article-body'>{paragraphs()}</div>" + "".join(
        f"<div class='chapter'><h2>Part {number}</h2><div>{paragraphs([f'{text} So says note {number}.' for text in PARAGRAPHS])}"
        "</div></div>"
        for number in range(1, 12)
    )
    found = extract(f"<html><head><title>Ferry</title></head><body>{body}</body></html>", limits=LIMITS)
    assert "So says note 11." in found.text
    assert found.extractor == "trafilatura+readability"


def test_a_short_teaser_gives_way_to_the_body_in_json_ld():
    text = " ".join(PARAGRAPHS * 3)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{text}"}}</script>'
    found = extract(page(f"<p>{PARAGRAPHS[0]}</p>" * 1, head), limits=LIMITS)
    assert found.text == text


@pytest.mark.parametrize(
    "html",
    ["", "  \n ", "<html></html>", "<html><body></body></html>", "<!-- nothing -->", "<script>var a = 1;</script>"],
)
def test_a_page_without_text_is_rejected(html):
    with pytest.raises(RecordError) as caught:
        extract(html, limits=LIMITS)
    assert caught.value.stage == "extract"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_odd_characters_lose_no_text(character):
    text = extract(page(paragraphs([*PARAGRAPHS[:2], f"End{character} of story."])), limits=LIMITS).text
    assert text.startswith(PARAGRAPHS[0]) and text.endswith("of story.")


HUGE = {
    "attributes": ("<div " + " ".join(f'a{n}="x"' for n in range(200_000)) + ">", "attributes"),
    "attributes-bare": ("<div " + " ".join(f"a{n}" for n in range(200_000)) + ">", "attributes"),
    "attributes-unspaced": ("<div " + "".join(f"a{n}='x'" for n in range(200_000)) + ">", "attributes"),
    "attributes-slashed": ("<div " + "/".join(f"a{n}" for n in range(200_000)) + ">", "attributes"),
    "attributes-with-brackets": ("<div " + " ".join(f"a{n}='<p>'" for n in range(200_000)) + ">", "attributes"),
    "nested": ("<div>" * 100_000, "nested deeper"),
    "nested-mixed": ("<div><span></x>" * 50_000, "nested deeper"),
    "tags": ("<br>" * 1_000_000, "tags"),
    "size": ("x" * 10_000_001, "bytes"),
    "size-in-bytes": ("é" * 5_000_001, "bytes"),
}


@pytest.mark.parametrize(("markup", "reason"), HUGE.values(), ids=HUGE)
def test_pages_beyond_the_limits_are_rejected_before_any_parser_sees_them(markup, reason):
    started = time.process_time()
    with pytest.raises(RecordError, match=reason):
        extract(page(markup + paragraphs()), limits=LIMITS)
    assert time.process_time() - started < 5


ALLOWED = {
    "paragraphs": "<p>x" * 100_000,
    "lists": "<ul>" + "<li>x" * 100_000 + "</ul>",
    "scripts": "<script>document.write('<div>')</script>" * 2_000,
    "scripts-with-less-than": f"<script>for (i = 0; i <n; i++) {{{'a = 1; ' * 2_000}}}</script>",
    "deep": "<div>" * 900 + "</div>" * 900,
    "data": f'<div data-json="{"key=value " * 50_000}">',
    "closed-out-of-order": "<b><i></b></i>" * 5_000,
}


@pytest.mark.parametrize("markup", ALLOWED.values(), ids=ALLOWED)
def test_what_only_looks_huge_is_let_through(markup):
    check(page(markup), LIMITS)


def test_a_text_of_nine_megabytes_and_a_deep_page_are_not_lost():
    long = "word and more " * 640_000
    assert len(extract(page(f"<p>{long}</p>"), limits=LIMITS).text) > 8_900_000
    deep = "<div>" * 900 + paragraphs() + "</div>" * 900
    assert PARAGRAPHS[1] in extract(page(deep), limits=LIMITS).text


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div class=a>", "</div>", "<", ">", "&amp;", "é", "\x00", '"', "<!--", "text "]
        )
    )
)
def test_any_markup_gives_a_page_or_a_rejection(parts):
    with contextlib.suppress(RecordError):
        assert extract("".join(parts), limits=LIMITS).text


def test_the_same_page_gives_the_same_answer():
    html = sample("council-bridge.html")
    assert extract(html, limits=LIMITS) == extract(html, limits=LIMITS)


def test_importing_the_module_loads_no_parser():
    code = "import sys, cleaners.pages.extract; print([m for m in ('lxml', 'trafilatura', 'htmldate') if m in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
