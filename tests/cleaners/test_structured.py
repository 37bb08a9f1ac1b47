"""What pages say of themselves."""

import datetime
import json

import pytest
from lxml import html as lxml_html

from cleaners.pages.jsonld import names_of, parse
from cleaners.pages.names import clean_authors, clean_title, site_keys
from cleaners.pages.structured import read

SITES = site_keys("The Daily Bugle", "https://www.dailybugle.co.uk/news/1")


def read_page(head="", body="", language="en", url="https://www.dailybugle.co.uk/news/1", **more):
    page = f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>'
    return read(lxml_html.document_fromstring(page), url=url, **more)


def script(value):
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry returns to the island",
    "datePublished": "2021-04-02T09:00:00+01:00",
    "dateModified": "2021-04-03T10:30:00+01:00",
    "author": {"@type": "Person", "name": "Nora Whelan"},
}


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Daily Bugle"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Report", "NewsArticle"]},
        {**ARTICLE, "@type": "http://schema.org/NewsArticle"},
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE) + ";",
        json.dumps({"@type": "WebSite"}) + json.dumps(ARTICLE),
        json.dumps(ARTICLE)[:-1] + ', "description": "a "broken" value"}',
    ],
    ids=str,
)
def test_reads_json_ld_however_it_is_wrapped(value):
    said = read_page(script(value))
    assert said.title == "Ferry returns to the island"
    assert said.authors == ("Nora Whelan",)
    assert [(c.date, c.role, c.source) for c in said.dates] == [
        ("2021-04-02T09:00:00+01:00", "published", "jsonld"),
        ("2021-04-03T10:30:00+01:00", "modified", "jsonld"),
    ]


@pytest.mark.parametrize(
    "value", ["", "{", "[" * 50_000, "null", '"text"', '{"@type": 5, "author": 7}', '{"headline": [{}]}']
)
def test_useless_json_ld_does_no_harm(value):
    said = read_page(script(value), "<h1>Ferry returns to the island</h1>")
    assert (said.title, said.authors, said.dates) == ("Ferry returns to the island", (), ())


def test_teasers_of_other_articles_are_not_the_article():
    other = {**ARTICLE, "headline": "Something else entirely", "url": "https://www.dailybugle.co.uk/news/2"}
    own = {**ARTICLE, "mainEntityOfPage": {"@id": "https://www.dailybugle.co.uk/news/1"}}
    assert read_page(script([other, own])).title == "Ferry returns to the island"


def test_body_in_json_ld_is_handed_over():
    assert read_page(script({**ARTICLE, "articleBody": "The ferry is back."})).body == "The ferry is back."


TITLES = [
    ("Flood in Aurora | The Daily Bugle", "Flood in Aurora"),
    ("Flood in Aurora - Daily Bugle", "Flood in Aurora"),
    ("Flood in Aurora – dailybugle.co.uk", "Flood in Aurora"),
    ("The Daily Bugle: Flood in Aurora", "The Daily Bugle: Flood in Aurora"),
    ("The Daily Bugle | Flood in Aurora", "Flood in Aurora"),
    ("Flood in Aurora | News | The Daily Bugle", "Flood in Aurora | News"),
    ("Flood in Aurora - what we know so far", "Flood in Aurora - what we know so far"),
    ("Jets 3 - 1 Giants", "Jets 3 - 1 Giants"),
    ("Q&amp;A: <b>the</b> ferry", "Q&A: the ferry"),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_cuts_the_site_off_the_title_and_nothing_else(title, expected):
    assert clean_title(title, SITES) == expected


def test_a_heading_tells_where_the_title_ends():
    said = read_page(
        "<title>Ferry returns to the island - Travel and Leisure</title>", "<h1>Ferry returns to the island</h1>"
    )
    assert said.title == "Ferry returns to the island"


AUTHORS = [
    (["Nora Whelan"], ("Nora Whelan",)),
    (["By Nora Whelan and Tom O’Dea"], ("Nora Whelan", "Tom O’Dea")),
    (["Von Jörg Häberle und Käthe Brüderle"], ("Jörg Häberle", "Käthe Brüderle")),
    (["Nora Whelan, Staff Writer"], ("Nora Whelan",)),
    (["Nora Whelan (nora@dailybugle.co.uk)"], ("Nora Whelan",)),
    (["NORA WHELAN", "Nora Whelan"], ("NORA WHELAN",)),
    (["Nora Whelan | The Daily Bugle"], ("Nora Whelan",)),
    (["Nora Whelan Senior Reporter"], ("Nora Whelan",)),
    (["Nora Whelan, dpa"], ("Nora Whelan", "dpa")),
    (["The Daily Bugle"], ()),
    (["dailybugle.co.uk"], ()),
    (["@dailybugle", "https://www.facebook.com/dailybugle"], ()),
    (["admin", "Redaktion", "News Desk", "Guest Author"], ()),
    (["nwhelan77"], ()),
    (["The ferry came back to the island after nine long years of waiting"], ()),
    ([""], ()),
]


@pytest.mark.parametrize(("raw", "expected"), AUTHORS, ids=[str(raw)[2:22] for raw, _ in AUTHORS])
def test_authors_are_people(raw, expected):
    assert clean_authors(raw, SITES) == expected


def test_organisations_are_no_authors_but_agencies_are():
    assert names_of({"@type": "Organization", "name": "The Daily Bugle"}) == []
    assert names_of([{"@type": "Organization", "name": "Reuters"}, {"@type": "Person", "name": "Jo"}]) == [
        "Reuters",
        "Jo",
    ]


def test_authors_of_marked_elements_when_nothing_is_declared():
    assert read_page(body='<p class="byline">By <a href="/nora">Nora Whelan</a></p>').authors == ("Nora Whelan",)
    assert read_page(body='<a rel="author" href="/n">Nora Whelan</a>').authors == ("Nora Whelan",)
    assert read_page(body='<div class="comment-author">Grumpy Reader</div>').authors == ()


def test_dates_of_meta_and_time_with_their_roles():
    said = read_page(
        '<meta property="article:published_time" content="2021-04-02T08:00:00Z">'
        '<meta property="article:modified_time" content="2021-04-03T08:00:00Z">',
        '<article><p>Updated: <time datetime="2021-04-03T08:00:00Z">3 April</time></p></article>',
    )
    assert [(c.role, c.date[:10], c.source) for c in said.dates] == [
        ("published", "2021-04-02", "meta"),
        ("modified", "2021-04-03", "meta"),
        ("modified", "2021-04-03", "time"),
    ]


def test_utc_is_told_by_the_clock_that_the_page_shows():
    said = read_page(
        '<meta property="article:published_time" content="2023-09-15T01:42:10+00:00">',
        '<time class="published" datetime="2023-09-14T19:42:10-06:00">Thursday</time>',
    )
    assert {c.date for c in said.dates} == {"2023-09-14T19:42:10-06:00"}
    assert said.dates[0].raw == "2023-09-15T01:42:10+00:00"


def test_the_same_moment_without_an_offset_shows_the_clock_too():
    said = read_page(
        '<meta property="article:published_time" content="2023-09-15T01:42:10+00:00">',
        '<time datetime="2023-09-14T19:42:10">Thursday</time>',
    )
    assert said.dates[0].date == "2023-09-14T19:42:10-06:00"


def test_utc_stays_when_the_page_shows_no_clock_of_its_own():
    said = read_page('<meta property="article:published_time" content="2023-09-15T01:42:10Z">')
    assert said.dates[0].date == "2023-09-15T01:42:10Z"


def test_dates_after_the_crawl_and_of_teasers_count_little():
    said = read_page(
        '<meta name="date" content="2031-01-01">',
        '<time class="published" datetime="2021-04-02">2 April</time><aside><time datetime="2021-05-09">9 May</time></aside>',
        latest=datetime.date(2021, 12, 31),
    )
    assert [(c.date, c.confidence) for c in said.dates] == [("2021-04-02", 0.8), ("2021-05-09", 0.3)]


def test_numbers_are_read_as_the_page_s_country_writes_them():
    american = read_page('<meta name="pubdate" content="03/04/2020">', language="en-US")
    british = read_page('<meta name="pubdate" content="03/04/2020">', language="en-GB")
    assert (american.dates[0].date, british.dates[0].date) == ("2020-03-04", "2020-04-03")


def test_site_language_and_address():
    said = read_page(
        '<meta property="og:site_name" content="The Daily Bugle"><link rel="canonical" href="/news/1?x">',
        language="de-AT",
    )
    assert (said.site, said.language, said.url) == ("The Daily Bugle", "de", "https://www.dailybugle.co.uk/news/1?x")
    assert read_page('<meta property="og:locale" content="pt_BR">', language="").language == "pt"


EMBEDS = [
    (
        '<blockquote class="twitter-tweet"><p lang="en">The ferry is back!<br>See you on board.</p>&mdash; Nora Whelan '
        '(@norawhelan) <a href="https://twitter.com/norawhelan/status/1378?ref_src=x">April 2, 2021</a></blockquote>',
        ("twitter", "Nora Whelan", "norawhelan", "2021-04-02", "https://twitter.com/norawhelan/status/1378"),
        "The ferry is back!",
    ),
    (
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cab1/?utm_source=ig">'
        "<p>View this post on Instagram</p><p>A post shared by Island Ferries (@island.ferries) on "
        '<time datetime="2021-04-02T10:00:00+00:00">Apr 2</time></p></blockquote>',
        (
            "instagram",
            "Island Ferries",
            "island.ferries",
            "2021-04-02T10:00:00+00:00",
            "https://www.instagram.com/p/Cab1/",
        ),
        None,
    ),
    (
        '<div class="fb-post" data-href="https://www.facebook.com/ferries/posts/10"><blockquote>Back on Friday.</blockquote></div>',
        ("facebook", None, None, None, "https://www.facebook.com/ferries/posts/10"),
        "Back on Friday.",
    ),
    (
        '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ferryfan/video/77"><section>On deck</section></blockquote>',
        ("tiktok", None, "ferryfan", None, "https://www.tiktok.com/@ferryfan/video/77"),
        "On deck",
    ),
    (
        '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:x/app.bsky.feed.post/3k"><p>Ahoy.</p>&mdash; Nora '
        '(<a href="https://bsky.app/profile/nora.example.org">@nora.example.org</a>) '
        '<a href="https://bsky.app/profile/nora.example.org/post/3k?ref_src=e">2 April 2024 at 10:00</a></blockquote>',
        (
            "bluesky",
            "Nora",
            "nora.example.org",
            "2024-04-02T10:00",
            "https://bsky.app/profile/nora.example.org/post/3k",
        ),
        "Ahoy.",
    ),
    (
        '<blockquote class="mastodon-embed" data-embed-url="https://sea.example/@nora/109/embed"><p>Ahoy.</p></blockquote>',
        ("mastodon", None, None, None, "https://sea.example/@nora/109"),
        "Ahoy.",
    ),
    (
        '<iframe src="//www.youtube-nocookie.com/embed/abcdefghijk?rel=0" title="Ferry ride"></iframe>',
        ("youtube", None, None, None, "https://www.youtube.com/watch?v=abcdefghijk"),
        "Ferry ride",
    ),
]


@pytest.mark.parametrize(("markup", "fields", "text"), EMBEDS, ids=[fields[0] for _, fields, _ in EMBEDS])
def test_reads_embedded_posts(markup, fields, text):
    (embed,) = read_page(body=f"<p>Before.</p>{markup}{markup}").embeds
    assert (embed.platform, embed.author, embed.handle, embed.date, embed.url) == fields
    assert (embed.text or "").startswith(text or "") and bool(embed.text) == bool(text)


def test_other_quotes_and_frames_are_no_embeds():
    body = '<blockquote>A plain quote — Somebody (1901)</blockquote><iframe src="https://ads.example/x"></iframe><iframe></iframe>'
    assert read_page(body=body).embeds == ()


def test_captions_once_each_in_page_order():
    body = "<figure><figcaption>The  pier\n in April.</figcaption></figure><p class='wp-caption-text'>The deck.</p>"
    assert read_page(body=body + body).captions == ("The pier in April.", "The deck.")


def test_the_tree_stays_as_it_is():
    tree = lxml_html.document_fromstring(f"<html><body>{EMBEDS[0][0]}<figcaption>x</figcaption></body></html>")
    before = lxml_html.tostring(tree)
    read(tree)
    assert lxml_html.tostring(tree) == before


def test_parse_keeps_order_and_nesting():
    assert [node["@id"] for node in parse('{"@id": "1", "@graph": [{"@id": "2"}, {"@id": "3"}]}')] == ["1", "2", "3"]
