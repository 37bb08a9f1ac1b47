"""Prompts: short lines in which an outlet offers its own letters, alerts, apps, channels and subscriptions.

No wording is fixed. A prompt opens with an imperative (or names where things are delivered), names a channel, and says
that it is the outlet's own: *our*, *us*, *news*, *daily*, *now*. All three are needed, in any language; a verb of
telling, a quotation or a third person make the line prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.model import Match
from cleaners.view import Line, View

LONGEST = 260
"""Characters: longer lines are paragraphs."""
WORDS = 14
"""Words of a sentence that may stand beside a prompt in its line."""

OPENERS = frozenset(
    """
    get sign subscribe join download follow listen receive register try unlock become add enable turn allow stay keep
    never don't don’t start enjoy make text tap click view buy pick watch select manage want need like love check
    discover find explore install access add activate catch hear be looking choose upgrade support read recommended
    also available wake begin opt enter stream
    abonnieren abonniere abonniert melden melde laden lade erhalten erhalte verpassen verpasse bestellen jetzt hier
    immer folgen folge lesen testen sichern bleiben bleib holen hol nichts kostenlos mit
    inscrivez-vous abonnez-vous recevez téléchargez ne retrouvez suivez découvrez activez rejoignez écoutez restez
    suscríbete suscríbase recibe reciba descarga descárgate descargue apúntate regístrate entérate no únete activa
    inscreva-se assine receba baixe cadastre-se quer siga ative acesse entre clique participe
    iscriviti ricevi scarica abbonati attiva resta unisciti
    подписывайтесь подпишитесь скачайте получайте читайте следите включите установите
    zapisz subskrybuj pobierz otrzymuj dołącz bądź włącz
    indirin katılın
    tải đăng theo nhận
    last få meld følg abonner abonnér ladda prenumerera anmäl följ hent tilmeld hold
    ontvang schrijf meld abonneer volg blijf
    """.split()  # noqa: SIM905
)
"""First words of prompts."""
CHANNEL = re.compile(
    r"newsletters?|inbox|e-?mails?\b|alerts?\b|notifications?|\bapps?\b|podcasts?|whatsapp|telegram|google news|youtube"
    r"|briefings?|e-?paper|e-edition|digital edition|\brss\b|bulletins?|subscri(?:be|ption)|full access|unlimited"
    r"|mailing list|digest"
    r"|\babos?\b|push-|infobrief|eilmeldung|kanal|postfach|handy|boîte|infolettre|alertes|notre application|chaîne"
    r"|bolet[íi]n|boletim|correo|notificaci|notificaç|alertas|aplicaci|aplicativo|\bcanale?\b|notifiche|рассылк"
    r"|приложени|уведомлени|канал|powiadomieni|aplikacj|kanał|bülten|uygulama|bildirim|ứng dụng|bản tin|kênh"
    r"|nyhetsbrev|nyhedsbrev|\bappen\b|varsler|innboks|mejl|inkorg|indbakke|nieuwsbrief|mailbox",
)
OWN = re.compile(
    r"\b(?:our|us|breaking|latest|news|stor(?:y|ies)|headlines?|daily|weekly|morning|evening|every|each|top|today|now"
    r"|here|exclusive|updates?|best|free|more|like this|reads?|briefing|first to know|miss|must-read|week"
    r"|unsere[nmr]?|jetzt|hier|täglich|jeden|wichtigsten?|nachrichten|laufenden|kostenlos|keine|mehr|"
    r"notre|nos|l[’']actu\w*|l[’']essentiel|gratuit\w*|chaque|actualités?|nuestr[oa]s?|noticias|cada|diari\w+|gratis"
    r"|noss[oa]s?|notícias|principais|dia|grátis|nostr[oaie]|notizie|giorno|ogni|"
    r"naszą?|nasz|najważniejsze|codziennie|wiadomości|haber\w*|son dakika|vårt?|våre|viktigste|nyhet\w*|nyhed\w*"
    r"|vores|onze|dagelijks|nieuws|belangrijkste|bài viết|mới nhất|nhanh)\b"
    r"|наш|новост|важн|первыми|мобильн|главн|\bof the day|[$£€]\d|\d ?[$£€]|'mız|ımıza|imize|umuza",
)
DELIVERED = re.compile(
    r"(?:in|to|into|on|by) your (?:e-?mail |email )?(?:inbox|mailbox|e-?mail|phone|mobile)|free in your|aufs handy"
    r"|\bper (?:e-)?mail\b|(?:in|ins) (?:(?:ihr|dein)(?:em|en)? )?(?:privaten? )?(?:e-mail-)?postfach"
    r"|dans votre (?:boîte|bo[iî]te mail|messagerie)|par (?:e-?)?mail|en (?:tu|su) (?:correo|e-?mail|bandeja|móvil"
    r"|celular|whatsapp)|no seu (?:e-?mail|celular|whatsapp)|(?:sulla|nella) tua (?:e-?mail|casella)|na e-?mail"
    r"|na maila|на (?:вашу )?почту|в нашем (?:telegram|телеграм)|rett i innboksen|direkt i (?:mejlen|inkorgen|mobilen)"
    r"|i din (?:indbakke|innboks)|in je (?:mailbox|inbox)|cebin",
)
TELLS = re.compile(
    r"[“”\"„«»]|\b(?:said|says|told|(?<!, )was|were|had|has been|he|she|his|her|they|their|according|police"
    r"|sagte|wurde|hatte|er|war|il a|elle|dijo|fue|disse|foi|ha detto"
    r"|сказал\w*|сообщил\w*|был\w*|powiedział\w*|dedi|sa|sade|sagde|zei)\b"
)
FIRST = re.compile(r"(?:(?:please|also|and|or|now|just|bitte|[¡¿*•>→+–—-]+|👉|📲|➡️?)\s*)*(?P<word>[^\s:,!.?]+)")
LEAD = re.compile(r"(?:for|to|pour|para|per|um|чтобы|aby|if you|want|voulez|möchten|quieres|quer) [^.!?]{2,120}?[,?:] ")
SENTENCES = re.compile(r"(?<=[.!?:])\s+|\s+[|–—-]\s+")


def lines(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Short lines that hold a prompt and nothing that tells a story."""
    for line in lines:
        if len(line.text) > LONGEST:
            continue
        text = view.lowered(line)
        if TELLS.search(text) or not OWN.search(text) or not (CHANNEL.search(text) or DELIVERED.search(text)):
            continue
        if line.text.endswith((":", ";", ",")) or _in_list(view, line):
            continue
        sentences = SENTENCES.split(text)
        if any(map(_prompt, sentences)) and all(_prompt(part) or len(part.split()) <= WORDS for part in sentences):
            yield Match(line.start, line.end)


PARAGRAPH = 700
"""Characters: longer paragraphs are left alone."""
ACTION = re.compile(
    r"(?:^|[.!?:] )(?:(?:please|just|then|so|and|to [^.!?]{1,60},|for more [^.!?]{1,60},|jetzt|hier|bitte) )*"
    r"(?:sign (?:me )?up|subscribe|join (?:[\d,.]+|over|more than|our|us)|enter your e-?mail|get it (?:free|in|by)"
    r"|melden sie sich|melde dich|abonnier(?:en sie|e)|kostenlos (?:bestellen|anmelden|abonnieren)|inscrivez-vous"
    r"|abonnez-vous|apúntate|suscríbete|regístrate|cadastre-se|inscreva-se|assine|iscriviti|abbonati"
    r"|подпишитесь|подписывайтесь|zapisz się|schrijf je in|meld je aan|meld deg på|tilmeld dig|anmäl dig)\b"
)
VOICE = re.compile(
    r"\b(?:we|our|us|we.ll|wir|unser\w*|nous|nos|notre|rédaction|nuestr[oa]s?|enviamos|noss[oa]s?|nostr[oaie]|naszą?|nasz"
    r"|vår[ta]?|våre|vores|onze|wij)\b|\b(?:мы|наш\w*)\b"
)
SENT = re.compile(
    r"newsletter|inbox|e-?mail|\bapp\b|\bletter|lettre|bolet|unlimited|subscribers|edition|headlines|recipes|stories"
    r"|texte|nachrichten|actualité|noticias|notícias|notizie|рассылк|новост|wiadomości|nieuws|nyhet|nyhed|podcast"
)
YOU = re.compile(
    r"\b(?:you|your|you.ll|readers|sie|ihnen|dir|dich|vous|votre|te|tu|você|seu|ti|tua|je|jouw|deg|dig|twój|ci)\b|\bвам|\bвас"
)

OFTEN = re.compile(r"newsletter|weekly|daily|\bfree\b|every (?:day|week|morning)|kostenlos|gratuit|gratis|бесплатн")


def paragraphs(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Paragraphs in the outlet's own voice that say what it sends to its readers, and ask them to sign up."""
    for line in lines:
        if len(line.text) > PARAGRAPH:
            continue
        text = view.lowered(line)
        if TELLS.search(text) or not ACTION.search(text) or _in_list(view, line):
            continue
        if SENT.search(text) and VOICE.search(text) and (YOU.search(text) or OFTEN.search(text)):
            yield Match(line.start, line.end)


def _prompt(sentence: str) -> bool:
    """Whether a sentence in lower case opens like a prompt and names a channel.

    >>> _prompt("get the ledger's top stories by email"), _prompt("email was invented in 1971")
    (True, False)
    """
    if DELIVERED.search(sentence):
        return True
    lead = LEAD.match(sentence)
    found = FIRST.match(sentence, lead.end() if lead else 0)
    return found is not None and found["word"] in OPENERS and CHANNEL.search(sentence) is not None


def _in_list(view: View, line: Line) -> bool:
    """Whether the line is an item of a list: advice in articles has the form of prompts."""
    if not line.text.startswith(("- ", "• ", "* ", "· ", "– ")) and not line.text[:1].isdigit():
        return False
    mark = line.text[0]
    around = view.lines[max(0, line.index - 1) : line.index] + view.lines[line.index + 1 : line.index + 2]
    return any(other.text[0] == mark or (mark.isdigit() and other.text[0].isdigit()) for other in around)
