"""Flattened menus, archives, tables of contents, where entries are filed, and what players leave."""

import pytest

from cleaners.finders import contents, flat, menus, players, tags, widgets
from cleaners.view import View

ABOVE = "The council closed the bridge on Monday after a crack had been found in one of its four piers."
BELOW = "Nobody was hurt, the police said, and the ring road took the traffic until the bridge was open again."


def taken(finder, text):
    view = View(text)
    return [view.text[match.start : match.end] for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    "line",
    [
        "Startseite Politik Wirtschaft Kultur Sport Reise Wetter Impressum",
        "Home News Business Sport Culture Travel Obituaries Jobs",
        "Accueil Politique Économie Société Culture Sport Santé",
        "Inicio Política Economía Deportes Cultura Sociedad Salud",
        "Início Política Economia Esportes Cultura Saúde Tecnologia",
        "Cronaca Politica Economia Esteri Spettacoli Sport Cultura",
        "Новости Политика Экономика Общество Спорт Культура Наука",
        "Wiadomości Polityka Gospodarka Kultura Sport Zdrowie Nauka",
        "Gündem Siyaset Ekonomi Dünya Spor Kültür Sağlık",
        "Nyheter Sport Kultur Debatt Ekonomi Nöje Väder",
        "Nieuws Binnenland Buitenland Economie Sport Cultuur Opinie",
    ],
)
def test_menus_side_by_side(line):
    assert taken(flat.menu, f"{line}\n\n{ABOVE}\n\n{BELOW}") == [line]
    assert taken(flat.menu, f"{ABOVE}\n\n{BELOW}\n\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Council Closes Harbour Bridge for a Week After Crack Is Found",
        "World Business Leaders Meet in Ashford to Talk About Climate",
        "Ann Lund Peter Weir Tom Hollis Mary Roe Jack Stone",
        "Der Rat sperrt die Brücke am Hafen und öffnet die Straße",
        "Sport and Culture were what he lived for in Ashford",
        "Health Minister Opens New Harbour Clinic Beside Ashford Hall",
        "Wie der Sport die Kultur und die Politik in Altmünde verändert",
        "Goals: Lund, Weir, Hollis, Roe, Stone, Brandt, Olm",
        "Politik und Wirtschaft streiten über den Hafen von Altmünde",
        "1 Home 2 News 3 Sport 4 Weather 5 Jobs 6 Cars 7 Food",
    ],
)
def test_lines_that_are_no_menu(line):
    assert taken(flat.menu, f"{ABOVE}\n\n{line}\n\n{BELOW}") == []


@pytest.mark.parametrize(
    "line",
    [
        "Archives May 2019 April 2019 March 2019 February 2019 January 2019",
        "Archiv Mai 2019 April 2019 März 2019 Februar 2019 Januar 2019",
        "Archives mai 2019 avril 2019 mars 2019 février 2019 janvier 2019",
        "Archivo mayo 2019 abril 2019 marzo 2019 febrero 2019 enero 2019",
        "Arquivo maio de 2019 abril de 2019 março de 2019 fevereiro de 2019 janeiro de 2019",
        "Archivio maggio 2019 aprile 2019 marzo 2019 febbraio 2019 gennaio 2019",
        "Архив Май 2019 Апрель 2019 Март 2019 Февраль 2019 Январь 2019",
        "Archives Select Month May 2019 (3) April 2019 (12) March 2019 (7) February 2019 (1) January 2019 (2)",
        "Kategorien Hafen (74) Brücken (5) Fähren (19) Märkte (8) Umland (11)",
        "► 2019 (31) ► May (3) ► April (12) ► March (7) ► February (1) ► January (8)",
    ],
)
def test_archives(line):
    assert taken(flat.archive, f"{ABOVE}\n\n{line}\n\n{BELOW}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "He came in May 2019, in April 2019, in March 2019 and in 2018",
        "Hill (9), Dale (16), Elm (4), Lindow (20), Olm (13), Ashford (10)",
        "The Mill 2019 The Wheel 2018 The Weir 2017 The Ford 2016 The Lock 2015",
        "Lund (12)",
        "Weir scored in May 2019",
    ],
)
def test_lists_that_are_no_archive(line):
    assert taken(flat.archive, f"{ABOVE}\n\n{line}\n\n{BELOW}") == []


HEADINGS = ["How it was built", "Who lived in it", "What it costs"]


def test_a_table_of_contents_goes_and_its_headings_stay():
    body = [line for heading in HEADINGS for line in (heading, ABOVE)]
    text = "\n\n".join([BELOW, "Contents", *HEADINGS, *body])
    assert taken(contents.table, text) == ["\n\n".join(["Contents", *HEADINGS])]
    assert taken(contents.table, "\n\n".join([BELOW, *HEADINGS, *body])) == ["\n\n".join(HEADINGS)]


def test_a_list_that_a_sentence_announces_stays():
    body = [line for heading in HEADINGS for line in (heading, ABOVE)]
    assert taken(contents.table, "\n\n".join(["We asked three things about the mill:", *HEADINGS, *body])) == []
    assert taken(contents.table, "\n\n".join([BELOW, *HEADINGS, *HEADINGS, ABOVE])) == []


@pytest.mark.parametrize(
    "text",
    [
        "This entry was posted in Bridges by Ann Lund. Bookmark the permalink.",
        "This entry was posted on May 3, 2019 in Bridges and tagged steel. Bookmark the permalink .",
        "Dieser Beitrag wurde unter Brücken veröffentlicht. Setze ein Lesezeichen auf den Permalink.",
        "Dieser Eintrag wurde am 3. Mai 2019 in Brücken veröffentlicht und mit Hafen, Stahl verschlagwortet.",
        "Ce contenu a été publié dans Ponts par Anne Roe. Mettez-le en favori avec son permalien.",
        "Esta entrada fue publicada en Puentes y etiquetada acero. Guarda el enlace permanente.",
        "Esse registro foi postado em Pontes. Adicione aos favoritos o link permanente.",
        "Questa voce è stata pubblicata in Ponti. Contrassegna il permalink.",
        "Dit bericht is geplaatst in Bruggen. Bookmark de permalink.",
        "Ten wpis został opublikowany w kategorii Mosty. Dodaj zakładkę do bezpośredniego odnośnika.",
        "Запись опубликована в рубрике Мосты. Добавьте в закладки постоянную ссылку.",
    ],
)
def test_where_entries_are_filed(text):
    assert taken(tags.filed, f"{ABOVE}\n\n{text}") == [text]


def test_tags_with_the_commas_between_them():
    assert taken(tags.parted, f"Harbour\n,\nBridges\n,\nAshford\n\n{ABOVE}") == ["Harbour\n,\nBridges\n,\nAshford"]
    assert taken(tags.parted, f"{ABOVE}\nHarbour\n,\nBridges\nand ferries were closed.") == []


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("Should the mill be sold?\nYes\nNo\nVote", True),
        ("Soll die Mühle verkauft werden?\nJa\nNein\nAbstimmen", True),
        ("Faut-il vendre le moulin ?\nOui\nNon\nVoter", True),
        ("¿Hay que vender el molino?\nSí\nNo\nVotar", True),
        ("Gefällt dir dieser Beitrag?\nVielen Dank für deine Stimme!", True),
        ("Did you like this story?\nThank you for your feedback!", True),
        ("Продать мельницу?\nДа\nНет\nПроголосовать", True),
        ("Who would sell it?\nNobody would sell a mill that has fed the whole town for years.\nVote", False),
        ("The mill was sold.\nVote", False),
        ("What now?\nIt rained", False),
    ],
)
def test_polls(block, found):
    assert taken(widgets.poll, f"{ABOVE}\n\n{block}\n\n{BELOW}") == ([block] if found else [])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Play A storm over Elm Facebook Twitter Embed A storm over Elm 1:27", True),
        ("Play Facebook\nTwitter\nEmbed What comes after the storm? 2:30 autoplay autoplay", True),
        ("Embed How the bridge was built in a year 12:05", True),
        ("They embed reporters with the fleet at 6:30 on Monday.", False),
    ],
)
def test_titles_between_the_words_of_a_player(line, found):
    assert bool(taken(players.embedded, f"{ABOVE}\n\n{line}\n\n{BELOW}")) is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("How the Bridge of Ashford Was Built in a Year 12:05", True),
        ("'There Is No Way Back,' Says Mayor of Elm 0:48", True),
        ("Doors open on Saturday at the town hall of Ashford 7:30", False),
        ("Ashford United vs Elm City at the Old Ground 15:30", False),
        ("Posted by: Gull of Elm, 6 October 2011 | 13:30", False),
        ("Genesis 7:17", False),
    ],
)
def test_titles_with_a_length(line, found):
    assert bool(taken(players.with_length, f"{ABOVE}\n\n{line}\n\n{BELOW}")) is found


@pytest.mark.parametrize(
    ("run", "found"),
    [
        (["Privacy Policy", "Cookie Policy", "Contact Us", "Returns"], True),
        (["Facebook", "Twitter", "WhatsApp"], True),
        (["North Pier", "South Pier", "Sport"], False),
        (["Ashford 2", "Sport 1", "News 4"], False),
    ],
)
def test_menus_between_paragraphs(run, found):
    text = "\n\n".join([ABOVE, *run, BELOW])
    assert taken(menus.edge_menu, text) == (["\n\n".join(run)] if found else [])


def test_a_list_between_paragraphs_that_is_announced():
    run = ["North America", "Europe", "China", "India"]
    assert taken(menus.edge_menu, "\n\n".join([ABOVE, "They sell wheels in these markets:", *run, BELOW])) == []


CRUMBS = [
    (["Home", "Seeds", "Sunflower"], "The bridge is closed, and nobody knows for how long"),
    (["Startseite", "Ratgeber", "Wohnen"], "Warum die Brücke am alten Hafen gesperrt ist"),
    (["Главная", "Новости", "Мосты"], "Почему мост у старого порта закрыт уже неделю"),
    (["خانه", "سیاست", "انتخابات"], "پل بندر قدیمی از روز دوشنبه به روی همه بسته شده است"),
    (["ホーム", "社会", "地域"], "古い港の橋は月曜日から閉鎖されている"),
]


@pytest.mark.parametrize(("crumbs", "title"), CRUMBS, ids=[crumbs[0] for crumbs, _ in CRUMBS])
def test_breadcrumbs_above_a_title(crumbs, title):
    assert taken(menus.edge_menu, "\n\n".join([*crumbs, title, ABOVE, BELOW])) == ["\n\n".join(crumbs)]
