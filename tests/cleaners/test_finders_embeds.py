"""Embedded posts: what is taken, and what is read in it. All posts are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.finders import embeds, shared_posts
from cleaners.finders.quotes import LONGEST, fits
from cleaners.view import View

BEFORE = "The council met on Monday to talk about the old harbour bridge."
AFTER = "The works are to begin in the autumn, the engineer said."


def article(*middle: str) -> str:
    return "\n\n".join((BEFORE, *middle, AFTER))


def found(finder, text):
    view = View(text)
    return [(text[match.start : match.end], match.value) for match in finder(view, view.lines)]


SIGNED = [
    # (paragraph, author, handle, date)
    (
        "Closed again. Fifth time since June. — Ann-Kathrin Lund (@aklund) June 3, 2019",
        "Ann-Kathrin Lund",
        "aklund",
        "2019-06-03",
    ),
    (
        "Long queues at the ferry— Harbour Watch (@harbourwatch_) October 14, 2021",
        "Harbour Watch",
        "harbourwatch_",
        "2021-10-14",
    ),
    (
        "No bridge, no business -- Corner Bakery (@cornerbakes) November 8, 2016",
        "Corner Bakery",
        "cornerbakes",
        "2016-11-08",
    ),
    (
        "Die Brücke bleibt zu. – Stadtwerke Altmünde (@sw_altm) 2. April 2020",
        "Stadtwerke Altmünde",
        "sw_altm",
        "2020-04-02",
    ),
    (
        "El puente sigue cerrado #Puente — Alcaldía (@alcaldia_rc) 1 de febrero de 2017",
        "Alcaldía",
        "alcaldia_rc",
        "2017-02-01",
    ),
    (
        "Le pont restera fermé. — Ville de Montclar (@montclar) 21 mars 2022",
        "Ville de Montclar",
        "montclar",
        "2022-03-21",
    ),
    ("Most zamknięty. — Jan Wilk (@janwilk) 21 września 2019", "Jan Wilk", "janwilk", "2019-09-21"),
    ("Мост закрыт. — Иван Петров (@ivpetrov) 16 мая 2018 г.", "Иван Петров", "ivpetrov", "2018-05-16"),
    ("Köprü kapalı. — Deniz Aydın (@denizaydin) 4 Ekim 2020", "Deniz Aydın", "denizaydin", "2020-10-04"),
    ("Ponte chiuso. — Comune di Valdoro (@valdoro) 30 agosto 2018", "Comune di Valdoro", "valdoro", "2018-08-30"),
    (
        "Cerrado. — Prensa Río (@prensario) June *NUMBER*, *NUMBER*",
        "Prensa Río",
        "prensario",
        "June *NUMBER*, *NUMBER*",
    ),
    ("Unbelievable. — Rex – not the dog (@rexnot) May 1, 2020", "Rex – not the dog", "rexnot", "2020-05-01"),
    ("He said yes—at last. — 🐙 Octavia (@octavia88) December 24, 2022", "🐙 Octavia", "octavia88", "2022-12-24"),
]


@pytest.mark.parametrize(("post", "author", "handle", "date"), SIGNED, ids=[case[2] for case in SIGNED])
def test_signed_tweets(post, author, handle, date):
    [(taken, embed)] = found(embeds.posts, article(post))
    assert taken == post
    assert (embed.platform, embed.author, embed.handle, embed.date) == ("twitter", author, handle, date)
    assert embed.text == post[: len(embed.text)]


EXTENTS = [
    pytest.param(
        ["First of all: thank you. #bridge", "We open at six. pic.twitter.com/Ab1", "— Port (@port) May 8, 2018"],
        0,
        3,
        id="signature-below",
    ),
    pytest.param(["Seen from the tower: pic.twitter.com/Ab1"], 0, 1, id="bare-picture"),
    pytest.param(["We open at six. https://t.co/Ab1"], 0, 1, id="bare-link"),
    pytest.param(
        ["Breaking— Port (@port) May 8, 2018", "It opens at six.", "More soon. pic.twitter.com/Ab1"],
        0,
        3,
        id="signature-drawn-up",
    ),
    pytest.param(
        ["Here is what people wrote:", "We were never asked.", "— Port (@port) May 8, 2018"], 1, 3, id="introduced"
    ),
    pytest.param(["Here is one of the complaints:", "— Port (@port) May 8, 2018"], 1, 2, id="without-text"),
    pytest.param(["We open at six. —", "Port Authority (@port) May 8, 2018"], 0, 2, id="dash-on-the-line-above"),
    pytest.param(["We open at six. #bridge", "Port Authority (@port) May 8, 2018"], 0, 2, id="no-dash"),
    pytest.param(["We open at six. pic.twitter.com/Ab1 — Port (@port)"], 0, 1, id="no-date"),
    pytest.param(
        ["We open at six. — Port (@port) May 8, 2018", "https://twitter.com/port/status/12345"], 0, 2, id="with-its-url"
    ),
    pytest.param(
        ["The mayor, Jo Bell, was at home that night, and no one rang her.", "Thanks all. — Port (@port) May 8, 2018"],
        1,
        2,
        id="prose-above",
    ),
]


@pytest.mark.parametrize(("paragraphs", "first", "last"), EXTENTS)
def test_how_far_a_tweet_reaches(paragraphs, first, last):
    [(taken, _)] = found(embeds.posts, article(*paragraphs))
    assert taken == "\n\n".join(paragraphs[first:last])


ONE_LINE = [
    pytest.param(
        "The mayor replied on Monday. We open at six. — Port (@port) May 8, 2018",
        "We open at six. — Port (@port) May 8, 2018",
        id="last-sentence",
    ),
    pytest.param(
        "Nobody replied. Six it is, @anna! We open. — Port (@port) May 8, 2018",
        "Six it is, @anna! We open. — Port (@port) May 8, 2018",
        id="from-the-mention",
    ),
    pytest.param(
        "It went on in the U.K. #bridge is open — Port (@port) May 8, 2018",
        "#bridge is open — Port (@port) May 8, 2018",
        id="hashtag-begins",
    ),
]


@pytest.mark.parametrize(("line", "post"), ONE_LINE)
def test_in_one_long_line_only_what_is_sure_goes(line, post):
    text = f"{BEFORE} {BEFORE} {BEFORE} {AFTER} {AFTER} {AFTER} {line} {BEFORE} {AFTER} {BEFORE}"
    [(taken, _)] = found(embeds.posts, text)
    assert taken == post


def test_two_tweets_in_a_row_are_two_embeds():
    text = article("One. — A. Roe (@aroe) May 8, 2018", "Two. — B. Poe (@bpoe) May 9, 2018")
    assert [embed.handle for _, embed in found(embeds.posts, text)] == ["aroe", "bpoe"]


@pytest.mark.parametrize(
    "text",
    [
        "“We open at six,” the port authority tweeted on May 8, 2018.",
        "Its account (@port) was silent until May 8, 2018, when it wrote: We open.",
        "By Jane Roe (@janeroe) May 8, 2018",
        "The writer — Jane Roe (@janeroe) — covers ports.",
        "The hashtag #bridge and the handle @port were everywhere that day.",
        "Jane Roe (@janeroe) is a senior fellow at the institute.",
    ],
)
def test_prose_about_tweets_stays(text):
    assert found(embeds.posts, article(text)) == []


SHARED = [
    ("View this post on Instagram A post shared by Mona (@mona.climbs)", "instagram", "Mona", "mona.climbs", None),
    ("Voir cette publication sur Instagram Une publication partagée par Théo Blanc (@theob)", "instagram", "Théo Blanc", "theob", None),
    ("Ver esta publicación en Instagram Una publicación compartida de Río Vivo (@riovivo)", "instagram", "Río Vivo", "riovivo", None),
    ("Visualizza questo post su Instagram Un post condiviso da Bottega Nera (@bottega)", "instagram", "Bottega Nera", "bottega", None),
    ("Wyświetl ten post na Instagramie Post udostępniony przez Zofia (@zofia_k)", "instagram", "Zofia", "zofia_k", None),
    ("Посмотреть эту публикацию в Instagram Публикация от Анна (@anna.v)", "instagram", "Анна", "anna.v", None),
    ("Snow at last! A photo posted by Ski Club (@skiclub) on Aug 31, 2015 at 9:16am PDT", "instagram", "Ski Club", "skiclub", "2015-08-31"),
    ("We reopen,... Posted by Old Mill Inn on Monday, August 27, 2018", "facebook", "Old Mill Inn", None, "2018-08-27"),
    ("Nous rouvrons. Publiée par Le Vieux Moulin sur Lundi 27 août 2018", "facebook", "Le Vieux Moulin", None, "2018-08-27"),
    ("Wir öffnen. Gepostet von Alte Mühle am Montag, 27. August 2018", "facebook", "Alte Mühle", None, "2018-08-27"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("post", "platform", "author", "handle", "date"), SHARED, ids=[case[0][:20] for case in SHARED]
)
def test_shared_posts(post, platform, author, handle, date):
    [(taken, embed)] = found(getattr(shared_posts, platform), article(post))
    assert taken == post
    assert embed[:4] == (platform, author, handle, date)


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "youtube"),
        ("https://youtu.be/abcdefghijk", "youtube"),
        ("https://www.instagram.com/p/CMe36CjDPBh/", "instagram"),
        ("https://www.facebook.com/port/posts/1861849157163495", "facebook"),
        ("https://www.tiktok.com/@port/video/7000000000000000000", "tiktok"),
        ("https://t.me/portnews/1203", "telegram"),
        ("https://vk.com/wall-1234_5678", "vk"),
        ("https://truthsocial.com/@port/posts/112233445566", "truthsocial"),
        ("https://bsky.app/profile/port.example/post/3kabc", "bluesky"),
    ],
)
def test_lines_that_are_a_url(url, platform):
    [(taken, embed)] = found(shared_posts.url_line, article(url))
    assert (taken, embed.platform, embed.url) == (url, platform, url)


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_matches_lie_inside_the_text(text):
    view = View(f"{text} — Port (@port) May 8, 2018\n{text}")
    for match in embeds.posts(view, view.lines):
        assert 0 <= match.start < match.end <= len(view.text)


def test_long_text_is_no_post():
    assert fits("x" * LONGEST) and not fits("word " * LONGEST)


ONE_LINE = (
    "The council met on Monday to talk about the old harbour bridge. {} The works are to begin in the autumn, an "
    "engineer said, and until then a ferry will take people across the water twice an hour. Nobody knows who pays "
    "for it. The last ferry sank in 1962, with two cows and a piano on board, which was found again ten years later."
)

SPOKEN = [
    # (what stands before the sure last sentence and belongs to the post, the rest of it)
    ("I have walked over it for forty years.", "Now it is a fence. — Ada Kerr (@adakerr) May 2, 2019"),
    ("What a day!", "The bridge is open. pic.twitter.com/Ab12Cd34Ef"),
    ("Our bridge. Our town.", "Nobody else decides. https://t.co/a1B2c3D4e5 — Tom Weir (@tweir) May 2, 2019"),
]


@pytest.mark.parametrize(("first", "rest"), SPOKEN)
def test_first_sentences_in_a_text_of_one_line(first, rest):
    ((text, _),) = found(embeds.posts, ONE_LINE.format(f"{first} {rest}"))
    assert text == f"{first} {rest}"


def test_what_a_colon_introduces_in_a_text_of_one_line():
    post = "Gone by noon. Thanks to nobody. — Ada Kerr (@adakerr) May 2, 2019"
    ((text, _),) = found(embeds.posts, ONE_LINE.format(f"A baker tweeted: {post}"))
    assert text == post


def test_sentences_of_the_article_stay_in_a_text_of_one_line():
    middle = "We asked the baker. The baker was angry. Gone by noon. — Ada Kerr (@adakerr) May 2, 2019"
    ((text, _),) = found(embeds.posts, ONE_LINE.format(f"We know this town. {middle}"))
    assert text == "Gone by noon. — Ada Kerr (@adakerr) May 2, 2019"


def test_the_lead_of_the_article_is_no_post():
    lead = (
        "The old harbour bridge will stay closed until the autumn, and nobody in the council can say who will pay "
        "for the ferry that has replaced it since March."
    )
    text = f"Bridge stays closed\n\n{lead}\n\n— Ada Kerr (@adakerr) May 2, 2019\n\n{AFTER}"
    ((taken, _),) = found(embeds.posts, text)
    assert taken == "— Ada Kerr (@adakerr) May 2, 2019"


def test_telegram_post_without_a_dash():
    middle = "Об этом мэр написал в телеграм-канале. Мост закрыт. Мэр Заречья (@mer_zar) 2 мая 2021"
    ((text, value),) = found(
        embeds.posts,
        f"Мост закрыли в полдень. {middle} Утром мост открыли. " + "Пассажиры ждали парома шесть часов. " * 9,
    )
    assert text == "Мост закрыт. Мэр Заречья (@mer_zar) 2 мая 2021"
    assert (value.platform, value.author, value.handle) == ("telegram", "Мэр Заречья", "mer_zar")


SHOWN = [
    # (finder, the post, platform, author, handle, date)
    (
        embeds.twitter_page,
        "Ada Kerr\n@adakerr\nThe fence is new.\n5:12 PM - 3 Mar 2018\n12 Retweets 40 Likes",
        ("twitter", "Ada Kerr", "adakerr", "2018-03-03"),
    ),
    (
        embeds.twitter_page,
        "Ada Kerr @adakerr · Mar 3\nThe fence is new.\n5:12 PM · Mar 3, 2018",
        ("twitter", "Ada Kerr", "adakerr", "2018-03-03"),
    ),
    (
        embeds.truth_page,
        "Ada Kerr\n@adakerr\nThe fence is a DISGRACE!\nMar 3, 2024, 5:12 PM",
        ("truthsocial", "Ada Kerr", "adakerr", "2024-03-03"),
    ),
    (shared_posts.threads, "Post by @adakerr\nVer no Threads", ("threads", None, "adakerr", None)),
    (shared_posts.threads, "Publicación de @adakerr\nVer en Threads", ("threads", None, "adakerr", None)),
    (
        shared_posts.vk,
        "Мост откроют осенью.\n\nОпубликовано Анна Лебедь 3 марта 2020",
        ("vk", "Анна Лебедь", None, "2020-03-03"),
    ),
    (
        shared_posts.facebook,
        "Cầu đóng đến mùa thu.\nNgười đăng: Hội yêu cầu cũ vào Thứ Ba, 3 tháng 3, 2020",
        ("facebook", "Hội yêu cầu cũ", None, "2020-03-03"),
    ),
]


@pytest.mark.parametrize(("finder", "post", "values"), SHOWN)
def test_posts_as_their_platforms_show_them(finder, post, values):
    ((text, value),) = found(finder, article("It was said at once.", post))
    assert text == post or text == post.split("\n")[-1]
    assert (value.platform, value.author, value.handle, value.date) == values


def test_twitter_and_tiktok_inside_a_line():
    shown = "Ada Kerr @adakerr The fence is new. 8:14 PM - Dec 3, 2019 1,204 people are talking about this"
    ((text, value),) = found(embeds.twitter_page, ONE_LINE.format(shown))
    assert (text, value.author, value.text) == (shown, "Ada Kerr", "The fence is new.")
    danced = "@adakerr fence dance #fence ♬ original sound - ada"
    ((text, value),) = found(shared_posts.tiktok, ONE_LINE.format(danced))
    assert (text, value.handle, value.text) == (danced, "adakerr", "fence dance #fence")


def test_a_byline_box_is_no_post():
    box = "Ada Kerr\n@adakerr\nMonday\nMar 3, 2024, 5:12 PM"
    assert found(embeds.truth_page, f"Bridge stays closed\n{box}\n{BEFORE}") == []


LONGER = [
    (
        (
            "So what do you do? 1. Wait",
            "2. Take the ferry",
            "3. Swim pic.twitter.com/Ab12Cd34Ef — Tom Weir (@tweir) April 2, 2020",
        ),
        0,
    ),
    (("#BREAKING The bridge is closed.", "More soon. — Harbour Watch (@harbourwatch_) May 8, 2018"), 0),
    ((".@tweir: “The bolts are rusty.”", "2/3 pic.twitter.com/Ab12Cd34Ef — Lee Ash (@leeash) May 8, 2018"), 0),
    (("Nobody asked why.", "2. Take the ferry. — Tom Weir (@tweir) April 2, 2020"), 1),
]


@pytest.mark.parametrize(("paragraphs", "first"), LONGER)
def test_a_post_of_several_paragraphs(paragraphs, first):
    ((taken, _),) = found(embeds.posts, article(*paragraphs))
    assert taken == "\n\n".join(paragraphs[first:])


@pytest.mark.parametrize(
    "date",
    [
        "2018. május 8.",
        "8 Tháng Năm, 2018",
        "Tháng Năm 8, 2018",
        "2018 m. gegužės 8 d.",
        "2018. gada 8. maijs",
        "8. svibnja 2018.",
    ],
)
def test_dates_of_other_forms_belong_to_the_post(date):
    post = f"The bridge stays closed — Tom Weir (@tweir) {date}"
    assert [taken for taken, _ in found(embeds.posts, article(post))] == [post]


@pytest.mark.parametrize("line", ["instagram.com", "www.facebook.com", "pic.twitter.com"])
def test_a_bare_address_of_a_platform(line):
    assert [taken for taken, _ in found(shared_posts.url_line, article(line))] == [line]
