"""Boxes of a page: a sure sentence takes those that lean on it, and leaves the story alone."""

import pytest

from cleaners.finders import pitches
from cleaners.view import View

STORY = "The bridge over the Tamsel was closed on Monday after a crack had been found in one of its piers, the council said."


def taken(finder, text, gaps=None):
    view = View(text)
    if gaps:
        view.gaps = gaps
    return [text[match.start : match.end] for match in finder(view, view.lines)]


BOXES = [
    (
        pitches.letters,
        "Join our WhatsApp channel for news. It is free, and you can leave whenever you want to unsubscribe.",
    ),
    (pitches.letters, "Try Harbour Premium for free and enjoy the site without ads."),
    (pitches.letters, "Jetzt kostenlos testen: Unsere Redaktion schickt Ihnen jeden Tag die besten Nachrichten."),
    (pitches.letters, "Con tu suscripción accedes a contenidos exclusivos. Tenemos más noticias para ti."),
    (pitches.letters, "Découvrez nos newsletters. Recevez chaque jour les articles de la rédaction."),
    (pitches.letters, "Schrijf je in: onze nieuwsbrief brengt je elke dag het nieuws."),
    (pitches.consent, "Ihre Zustimmung können Sie jederzeit widerrufen. Mehr dazu in den Datenschutzeinstellungen."),
    (pitches.consent, "We and our partners store and process personal data. You can change your preferences."),
    (pitches.consent, "Your account has been created. Please click the confirmation link in the e-mail."),
    (pitches.consent, "Avec votre consentement, nos partenaires utilisent des cookies."),
    (pitches.policies, "Please keep comments civil. Offensive language will be removed by the moderators."),
    (pitches.policies, "Es besteht kein Recht auf Veröffentlichung. Die Redaktion kann Kommentare entfernen."),
    (pitches.policies, "Los comentarios son moderados antes de ser publicados."),
    (pitches.policies, "Комментарии проходят модерацию. Редакция удаляет оскорбления."),
    (pitches.legal, "The views expressed here are solely those of the author. The publisher accepts no liability."),
    (pitches.legal, "This article is not intended as legal advice. Consult a professional before you act."),
    (pitches.legal, "Las opiniones son responsabilidad exclusiva de sus autores."),
    (pitches.legal, "Мнение редакции может не совпадать с мнением автора."),
    (pitches.asks, "Got a news tip? Send us a message by e-mail."),
    (pitches.asks, "Haben Sie Hinweise? Schreiben Sie uns an die Redaktion."),
    (pitches.asks, "Есть новость? Напишите нам на почту."),
    (pitches.shop, "Order your copy of the book today. Free shipping on each order."),
]


@pytest.mark.parametrize(("finder", "box"), BOXES)
def test_a_box_goes_as_a_whole(finder, box):
    assert taken(finder, f"{STORY}\n\n{STORY}\n\n{box}") == [box]


@pytest.mark.parametrize(("finder", "box"), BOXES)
def test_a_quoted_box_is_told(finder, box):
    told = f"“{box}” That is what she said to the police."
    assert all("said" not in piece and STORY not in piece for piece in taken(finder, f"{STORY}\n\n{told}"))


PROSE = [
    (pitches.letters, "The ministry publishes a weekly newsletter, and its subscribers doubled in a year."),
    (pitches.letters, "WhatsApp groups of ministers were handed to the inquiry in September."),
    (pitches.letters, "El boletín semanal refleja 20 casos activos."),
    (pitches.consent, "The regulator fined the shop because it had stored data without consent."),
    (pitches.consent, "Ein gutes Passwort ist lang, und es steht in keinem Wörterbuch."),
    (pitches.consent, "Mit Zustimmung der EU konnte der Backstop ersetzt werden."),
    (pitches.policies, "The professor is available to comment on this study."),
    (pitches.policies, "The network removes accounts that violate its rules."),
    (pitches.legal, "The new scan is not intended to replace the old one."),
    (pitches.legal, "The mayor is not known for her views on the harbour."),
    (pitches.asks, "They have a question, and nobody in the village can answer it."),
    (pitches.asks, "Frequently asked questions"),
    (pitches.shop, "Each shop sold shoes at 50% off before the feast."),
]


@pytest.mark.parametrize(("finder", "prose"), PROSE)
def test_prose_stays(finder, prose):
    assert taken(finder, f"{STORY}\n\n{STORY}\n\n{prose}\n\n{STORY}") == []


def test_lists_of_offers_keep_their_copy():
    offers = "\n".join(f"A kettle for ${price}." for price in range(20, 30))
    assert taken(pitches.shop, f"{offers}\nOrder your copy of the book today.") == []


def test_texts_about_newsletters_keep_them():
    about = "\n".join("Every newsletter of the firm has a newsletter of its own." for _ in range(6))
    assert taken(pitches.letters, f"{about}\nSign up for our free newsletter.") == []


def test_what_leans_on_a_box_that_is_gone_goes():
    text = f"{STORY}\n\nWe send you the best stories of the week by email.\n\n{STORY}"
    assert taken(pitches.letters_near, text, {1: "newsletter"}) == [
        "We send you the best stories of the week by email."
    ]
    assert taken(pitches.letters_near, text, {1: "caption"}) == []
    assert taken(pitches.letters_near, text) == []


def test_broken_lines_go_to_the_end_of_their_sentence():
    box = "The publisher may remove comments that are offensive or that break\nthe law of the land."
    assert taken(pitches.policies, f"{STORY}\n{STORY}\n{box}") == [box]


def test_an_abbreviation_ends_no_sentence():
    text = f"{STORY}\n\n{STORY}\n\nThe opinions expressed in this blog are solely those of St. Bride Inc. and of its members."
    assert taken(pitches.legal, text) == [text.rpartition("\n")[2]]
