"""Prompts, outlets' own paragraphs and appeals: what is taken, and what of the same words stays article."""

import pytest

from cleaners.finders import appeals, endings, prompts
from cleaners.view import View

STORY = "The ferry to the island was cancelled on Monday because of the storm, the harbour office said in the evening."


def taken(line, finder):
    text = f"{STORY}\n\n{line}"
    view = View(text)
    return [text[match.start : match.end] for match in finder(view, view.lines)]


@pytest.mark.parametrize(
    "line",
    [
        "Get the day's headlines in your inbox before breakfast.",
        "Turn on alerts for breaking news from the Lantern",
        "Download the Lantern app for the latest from the coast",
        "Listen to our new podcast every Friday",
        "For more stories like this, get our free email",
        "Erhalten Sie die wichtigsten Nachrichten per Mail",
        "Jetzt unseren WhatsApp-Kanal abonnieren",
        "Téléchargez notre application et suivez l'actualité",
        "Recibe las noticias del día en tu correo",
        "Receba as principais notícias no seu e-mail",
        "Ricevi le notizie del giorno nella tua casella",
        "Скачайте наше приложение и читайте новости первыми",
        "Pobierz naszą aplikację i czytaj najważniejsze wiadomości",
        "Ladda ner appen och få de viktigaste nyheterna",
        "Ontvang het belangrijkste nieuws in je mailbox",
    ],
)
def test_a_prompt_is_taken_whatever_its_words(line):
    assert taken(line, prompts.lines) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The newsletter said the bridge would open today.",
        "Every email he sent that week was read by our editors.",
        "Get a lawyer before you answer the letter.",
        "“Get the app today,” the thief wrote.",
        "Download speeds fell every week, the regulator found.",
        "Follow the canal to the lock and turn left.",
        "Their podcast was the best of the year.",
    ],
)
def test_prose_with_the_same_words_stays(line):
    assert taken(line, prompts.lines) == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Lantern's Friday letter is our pick of the week's best stories. Sign up to get it free.",
        "We write to our readers every morning about the coast and those who live on it. Subscribe to our email.",
        "Unsere Redaktion schreibt Ihnen jeden Morgen, was wichtig wird. Melden Sie sich zum Newsletter an.",
        "Notre rédaction vous envoie chaque jour l'actualité. Inscrivez-vous à la newsletter, c'est gratuit.",
        "Nuestra redacción te envía las noticias del mar. Apúntate gratis.",
    ],
)
def test_a_paragraph_in_the_outlets_voice_is_taken(paragraph):
    assert taken(paragraph, prompts.paragraphs) == [paragraph]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Join the queue early, and take our advice: bring your own chair.",
        "He told us to sign up for the free course. Sign up, he said, and your life will change.",
        "Families can sign up at the town hall.",
    ],
)
def test_other_paragraphs_stay(paragraph):
    assert taken(paragraph, prompts.paragraphs) == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "Our reporters answer to you alone. Please donate to keep the Lantern's journalism free.",
        "We are a small newsroom on a small island, and we need your support to keep reporting.",
        "Unsere Redaktion hat keinen Verlag im Rücken. Unterstützen Sie uns mit einer Spende!",
        "Nuestro periodismo depende de sus lectores: hazte socio.",
        "Il nostro giornale vive dei suoi lettori. Sostienici!",
    ],
)
def test_an_appeal_is_taken(paragraph):
    assert taken(paragraph, appeals.paragraphs) == [paragraph]


def test_an_appeal_that_somebody_makes_in_the_story_stays():
    assert taken("She asked us to donate to the newsroom, and told your readers why.", appeals.paragraphs) == []


@pytest.mark.parametrize("line", ["Reuters", "— AP", "(AFP/dpa)", "dpa und AFP"])
def test_an_agency_on_the_last_line_signs(line):
    assert taken(line, endings.agency_line) == [line]


@pytest.mark.parametrize("line", ["Reuters was sold", "Ulm", "The end"])
def test_other_last_lines_stay(line):
    assert taken(line, endings.agency_line) == []
