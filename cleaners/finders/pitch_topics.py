"""What boxes of a page speak of: their sure sentences, and the words of the sentences that lean on them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cleaners.finders.prompts import TELLS

SAYS: Final = re.compile(
    r"\b(?:said|says|told|he|she|his|her|according|police|sagte|er|sie sagte|il a|elle|dijo|disse|ha detto"
    r"|сказал\w*|сообщил\w*|powiedział\w*|dedi|sa|sade|sagde|zei)\b"
)
"""What tells a story where forms speak of what has been done, and quote their buttons."""


HEARD: Final = re.compile(r"[“”„«»]|\b(?:said|says|told|according|sagte|dijo|disse|a dit|ha detto|сказал\w*)\b")
"""What tells a story in sentences that must speak of authors and their rights."""


class Topic(NamedTuple):
    """A kind of box. ``sure`` stands in a sentence that only the page says; ``words`` are what the others speak of.

    ``addressed``: sentences without the page's or the reader's person do not lean. ``tells`` makes a sentence a
    story. ``heard`` does so for the sure ones, if they may hold more than that. ``encloses``: two pieces of such a
    box belong together with what stands between. ``late``: the share of the text before which no box is looked for.
    """

    sure: re.Pattern[str]
    words: re.Pattern[str]
    tells: re.Pattern[str] = TELLS
    heard: re.Pattern[str] | None = None
    addressed: bool = True
    encloses: bool = False
    late: float = 0.0


def any_of(alternatives: str) -> re.Pattern[str]:
    """Read alternatives that are written a line each; a line may hold several, or go on behind a backslash."""
    lines = re.sub(r"\\\n *", "", alternatives.strip()).splitlines()
    return re.compile("|".join(line.strip() for line in lines))


LETTERS = Topic(
    any_of(r"""
        (?:join|follow|our|ikuti|abonn\w+|folge\w*|seguici|únete|siga|nuestro|nosso)\b\
            [^.!?]{0,40}whatsapp[- ](?:chan|comm|gro|gru|kan)
        (?:join|select) .?join community
        our (?:telegram|whatsapp)
        canal de whatsapp de
        (?:your|a|our) (?:digital |print |paid )?subscription(?: to \
            [^.!?]{2,50})? (?:fund|help|support|give|include)s?\b
        (?:^|, )(?:try|get|enjoy) [^.!?]{2,40}(?:premium|plus|\+|pro)(?: ad-free)? for (?:free|just|only)
        (?:^|please |now )sign up (?:for|to) (?:our|the|one of our) \
            [^.!?]{0,60}(?:newsletter|email|briefing|alert|updates)
        subscribe to (?:our|this) (?:newsletter|magazine|channel|podcast|youtube)
        \bour (?:free |daily |weekly )*newsletters?\b
        (?:^(?:get|sign|subscribe|receive)|hol\w* dir)\b[^.!?]{0,60} (?:free|gratis|daily) newsletters?\b
        is (?:a|the|our) (?:new )?(?:daily |weekly |free )+newsletter (?:from|by|designed|that delivers|to help)
        successfully subscribed
        bookmark (?:[a-z]+\.[a-z]+|our (?:web)?site|this (?:page|site))
        flash briefing
        (?:^|[–—-] )(?:get|enjoy|subscribe|try|read|access|unlock|invest)\b\
            [^.!?]{0,60}(?:journalism|report|access|edition|stories)[^.!?]{0,40} for(?: only| just)? (?:[$£€]|n\$)\d
        (?:issues|months|weeks) for (?:only |just )?(?:[$£€])\d
        (?:unsubscribe|opt out|cancel) (?:at )?any ?time
        probeabo
        newsletter (?:abonnieren|bestellen|anmelden)
        (?:^|jetzt |hier |wochen |tage |monat )kostenlos (?:anmelden|abonnieren|testen|lesen)
        (?:abonnieren|hören) sie (?:den|unseren) (?:podcast|newsletter)
        themen-newsletter
        per rss-?feed
        votre inscription
        en vous (?:inscrivant|abonnant)
        nos (?:autres )?newsletters
        (?:notre|la) newsletter
        con tu suscripción
        nuestro (?:newsletter|boletín)
        promos? de suscripción
        suscr[ií]bete a (?:nuestr|la)
        com sua assinatura
        nossa newsletter
        la nostra newsletter
        iscriviti alla
        abbonati (?:a|al|alla) (?:nostr|newsletter)
        onze nieuwsbrief
        vårt nyhetsbrev
        vores nyhedsbrev
        наш\w* рассылк
        нашего newsletter
        naszego newslettera
        kostenlosen? newsletter
        unseren? newsletter
        gratis newsletter
        keep up with the [^.!?]{2,40} newsletter|subscribe loading
        (?:join|become) [^.!?]{0,60}you.ll (?:get|receive|enjoy) [^.!?]{0,30}(?:unlimited|full|ad-free|exclusive)
        (?:interesse|lust) (?:an|auf) [^.!?]{3,80}\? dann abonnier
        abonnier\w* (?:jetzt )?(?:meinen|unseren|den) [^.!?]{0,30}newsletter
        (?:подпис\w+|присоединя\w+)[^.!?]{0,30} (?:на|к) (?:наш|наши|нашему|нашим) (?:канал|telegram|телеграм\
            |сообществ|групп)
        в\s+(?:telegram|телеграм)\w*\s+[–—-]\s+быстро
        (?:nuestro|nosso|nostro|notre|nasz\w*|ons) (?:canale?|kanał\w*|chaîne|kanaal) \
            (?:(?:de|di|no|na|en|su|op|sur) )?(?:telegram|whatsapp|youtube)
        theo dõi (?:kênh|trang|fanpage)|(?:telegram|whatsapp|youtube) kanalımız
    """),
    any_of(r"""
        subscri|newsletter|inbox|e-?mail|daily|weekly|(?:each|every) (?:day|week|morning)|\bfree\b|privacy|terms
        \bclick|opt out|\boffers|partners|adverts|community|exclusive|breaking|headlines|stories|\bnews\b|updates
        content|reporting|journalis|thank you|unlimited|puzzle|crossword|ad-free|\bads\b|magazine|podcast|\bapp\b
        website|sign up|membership|full access|phone|desktop|bookmark|invest in|unsubscribe|scroll|qr code
        abo(?:nn|s?\b)|kostenlos|täglich|jeden|woche|tageszeitung|redaktion|datenschutz|argumente|inscription|abonn
        gratuit|chaque|tous les|rédaction|politique de|conditions|adresse|suscri|boletín|gratis|contenido|exclusiv
        sin límites|acced|noticias|benefici|assin|conteúdo|notícias|grátis|iscri|abbon|notizie|contenuti|подпис
        рассылк|новост|prenumer|subskry|bezpłat|wiadomości|nieuws|gratis|nyhet|nyhed
        channel|\bjoin\b|kanal|канал|canale?\b|kênh|access|high-quality
    """),
    tells=re.compile(TELLS.pattern + r"|^in (?:this|today.s) (?:edition|issue|episode|roundup)"),
    encloses=True,
)
CONSENT = Topic(
    any_of(r"""
        cookie settings on this|our use of cookies|allow cookies|our cookie policy|accept(?:ing)? cookies
        \b(?:um|erst wenn sie)\b[^.!?]{0,80}(?:nachgeladen|inhalt[^.!?]{0,60}zu laden)
        ihre ip-adresse wird
        (?:ihre|deine) zustimmung[^.!?]{0,60}(?:widerrufen|erforderlich|anpassen)
        (?:externe[nr]?|diese[nr]?) inhalte?[^.!?]{0,60}(?:laden|anzeigen|anzuzeigen|nachgeladen|aktivier)
        privatsphäre-?einstellungen
        datenschutz-?einstellungen
        ein klick für den datenschutz
        personenbezogene daten (?:an|können)
        revoke (?:this|your) consent
        (?:we|wir|nous|nosotros|nós|noi|wij)[^.!?]{0,40} (?:partner|partenaire|socio|parceiro)\w*\b\
            [^.!?]{0,40}(?:store|process|use|speicher|verarbeit|utilis|almacen|armazen|archivi|verwerk)
        information(?:en)? (?:on|auf) (?:a|your|einem|ihrem) (?:device|gerät|endgerät)
        (?:strictly necessary|functional|performance|targeting|analytics|marketing|these|(?:first|third)[- ]party) \
             cookies (?:are|may|help|allow|enable|collect|track)
        (?:diese|notwendige|funktionale|statistik|marketing)[- ]cookies \
            (?:sind|werden|helfen|ermöglichen|erfassen|sammeln)
        avec votre (?:accord|consentement)
        con (?:tu|su) consentimiento
        com o seu consentimento
        con il tuo consenso
        met (?:je|uw) toestemming
        med dit samtykk?e
        (?:reject|accept)[^.!?]{0,30} all[^.!?]{0,20} (?:cookies|purposes)
        manage (?:your )?(?:cookie|privacy|consent) (?:preferences|settings|choices)
        (?:change|withdraw|update) your (?:consent|preferences|choices|mind)[^.!?]{0,30} (?:at )?any ?time
        please enable (?:javascript|cookies)|browser (?:supports|does not support) (?:javascript|cookies)
        (?:you must be|please|you need to)[^.!?]{0,20} (?:logged in|log in|sign in|signed in) to
        ^(?:incorrect|invalid|wrong) (?:e-?mail|user ?name|password)
        ^(?:reset|forgot(?:ten)?) (?:your )?password
        \b(?:dein|ihr|das bestehende|neues) (?:neues )?passwort\
            [^.!?]{0,40}(?:zurück|geändert|festlegen|muss mind|eingeben)
        \b(?:your|votre|tu|su|sua) (?:password|mot de passe|contraseña|senha) \
            (?:must be|has been|was|is incorrect|a été|ha sido|foi)
        ^(?:neues )?passwort (?:geändert|vergessen|vergeben|zurücksetzen)
        (?:deine|ihre) registrierung|registrierung (?:wird|war|ist|fehlgeschlagen)
        your (?:account|registration|e-?mail address|subscription) (?:has been|is now|was|could not be|will be)
        (?:bestätigungs|aktivierungs)(?:link|mail)|(?:confirmation|activation) link|altersprüfung|verify your \
            (?:age|e-?mail|account)
        (?:nutzen|verwenden) wir cookies
        password must be at least \d|(?:verification|confirmation) (?:link|code|e-?mail) (?:has|was|to your)
        (?:contraseña|mot de passe|passwort|senha|wachtwoord|hasł[oa]|парол[ья]|lösenord|adgangskode|mật khẩu|şifre)\
            [^.!?]{0,30}(?:incorrect|oublié|olvid|vergessen|esquec|falsch|zapomn|забы|unut|quên|ungültig)
        your personal data will
        we (?:and our partners )?(?:process|use) (?:your )?(?:personal )?data
        (?:legitimate interest|store and/or access information)
        create an account or (?:sign|log) in
        subscribe now to read
        (?:sign in or create|register to unlock|sign in to (?:unlock|continue)|to unlock (?:more|this|these) articles?)
        (?:articles|features) (?:from|across) [^.!?]{2,60}with one account
        additional articles per month
        möchten sie weiterlesen
        ich bin abonnent
        ich benötige ein abo
        (?:donn[ée]es personnelles|vos données|vos choix)[^.!?]{0,80}(?:cookies|partenaires|consent)
        tus datos personales
        (?:nosotros y )?nuestros socios
        seus dados pessoais
        (?:i|tuoi) dati personali
        персональных данных
        обработк[уи] (?:персональных )?данных
        danych osobowych
        kişisel veri
        persoonsgegevens
        (?:brauchen|benötigen|holen|bitten)[^.!?]{0,60} (?:ihre|deine) (?:einwilligung|zustimmung)
        mit klick auf [^.!?]{2,90}(?:einwillig|zustimm)
        um (?:den inhalt|die inhalte|das video|den beitrag|die karte)\b[^!?]{0,50} (?:zu laden|anzuzeigen|anzusehen)
        (?:ihre|deine) einwilligung (?:können|kannst) (?:sie|du)|your consent (?:at any time|to the|for the)
        join now or (?:log|sign) in
    """),
    any_of(r"""
        cookies?|consent|privacy|personal data|third part|\bdata\b|settings|browser|preferences|\baccept|website
        account|articles?|subscri|unlock|sign in|log in|register|puzzles?|crossword|epaper|e-paper|unlimited
        exclusive|newsletter|join the conversation|authors|zustimmung|datenschutz|daten\b|server|anbieter
        einstellungen|inhalte?|nachgeladen|laden|anzeigen|darstellung|software|aktivier|klick|abonnent|konto
        registrier|grafiken
        infografik|passwor[dt]|anmeld|bestätig|aktivierung|erfolgreich|fehlgeschlagen|e-mail|verify
        expired|contraseña|mot de passe|senha|hasło|wachtwoord|device|purposes|\bpartners?\b|gerät|données
        consent|partenaires|cookie|abonn|datos|socios|acept|dados|aceit|dati|accett|данн|согласи
        dane|danych|zgod|veri|gegevens|toestemming
        einwillig|datennutzung|impressum|join now|member|digital access
    """),
    tells=SAYS,
    addressed=False,
    encloses=True,
)
POLICY = Topic(
    any_of(r"""
        comments? (?:are|is|will be|may be|may take|must be|should be)\
            [^.!?]{0,60}(?:moderat|remov|delet|publish|relevant|approv|clos)
        comments? (?:policy|policies|guidelines|section)[^.!?]{0,60}(?:moderat|remov|solely|libel|abus|banned)
        comments? that (?:are|contain)[^.!?]{0,60}(?:libel|defam|abus|remov|offens|delet|spam)
        keep (?:your )?comments
        (?:please|visit|read|see|mindful|adhere|familiar)\
            [^.!?]{0,30} our (?:community|comment(?:ing)?) (?:guidelines|standards|rules|policy)
        before commenting
        not (?:currently )?accepting comments
        to (?:post|leave|make|write|submit) (?:a|your) comments?
        (?:sign|log) ?in [^.!?]{0,20}to comment
        to comment on this (?:article|story|post)
        commentary or statements that are
        join the (?:conversation|discussion)\?
        your (?:public )?display name
        akismet
        comment(?:s)? (?:rss|feed)
        trackback ur[il]
        spare (?:some|a) (?:time|moment) to comment
        purposes of publishing your comment
        kommentare (?:der|von) (?:user|nutzer|leser|usern|nutzern|lesern)
        kommentare (?:zu (?:löschen|kürzen)|werden[^.!?]{0,60}(?:gelöscht|freigeschaltet|moderiert|geprüft|entfernt))
        recht auf veröffentlichung
        netiquette
        diskutieren sie mit
        ihre meinung gefragt
        kommentarfunktion[^.!?]{0,40} (?:geschlossen|deaktiviert|nutzen|anmelden|registrier)
        keine kommentare
        (?:les|vos) commentaires (?:sont|ne)[^.!?]{0,60}(?:modér|publi|engag)
        charte de modération
        (?:los|sus|tus) comentarios[^.!?]{0,60}(?:moderad|responsabilidad|autores|publicad|ofensiv)
        normas de (?:participación|la comunidad)
        (?:os|seus) comentários[^.!?]{0,60}(?:responsabilidade|moderad|autores|publicad|ofensiv)
        i commenti[^.!?]{0,60}(?:moderat|responsabilit|pubblicat|autor)
        комментарии[^.!?]{0,60}(?:модер|удал|правил|автор)
        komentarze[^.!?]{0,60}(?:moder|usuw|redakcj|autor|odpowiedzial)
        yorum(?:lar|larınız)[^.!?]{0,60}(?:onay|sorumlu|yayınl)
        reacties[^.!?]{0,60}(?:moder|verwijder|geplaatst)
        kommentarer[^.!?]{0,60}(?:moder|slett|raderas|fjernes)
        bình luận[^.!?]{0,60}(?:kiểm duyệt|ban biên tập)
        مراجعة التعليقات
        إرشادات الاستخدام
        thank you for sharing your thoughts|share your experiences,? [^.!?]{0,80}(?:here to listen|issues you)
    """),
    any_of(r"""
        comment|libel|defam|abusive|offensive|\blanguage|moderat|respectful|discussion|account|register|log ?in
        log ?out|display name|publish|remove|delete|opinions?|polic|terms|guidelines|standards|e-?mail|thread
        privacy|personal data|third parties|data|consent|kommentar|redaktion|nutzer|user\b|löschen|entfernen|meinung
        rechtlich|nutzungsbedingungen|community|konto|ansprüche|anzeige|verletz|comentario|moderad|opini|comentário
        commentaire|modér|commenti|комментар|модер|удал|оскорб|редакц|komentarz|yorum|reactie|التعليقات|سياسة|موقع
        feedback|suggestions|experiences|listen|share your
    """),
    tells=SAYS,
    addressed=False,
    late=0.3,
)
LEGAL = Topic(
    any_of(r"""
        (?:views|opinions|statements)[^.!?]{0,40} (?:expressed|contained|presented)\
            [^.!?]{0,80}(?:solely|own\b|those of|not necessarily|do not|author.s alone)
        information[^.!?]{0,30} (?:contained|provided|included|presented|herein)\
            [^.!?]{0,80}(?:not (?:be|intended)|for (?:general )?inform|subject to)
        (?:is|are) not (?:intended|meant|designed)[^.!?]{0,60}(?:advice|diagnos|a substitute|an offer|solicit)
        (?:not|be) (?:be )?construed as
        (?:does|do) not (?:provide|constitute|offer)[^.!?]{0,60}(?:advice|endorsement|recommendation)
        (?:always|should|must|please) do your own (?:due diligence|research)
        past performance
        (?:for|is) (?:general )?informational purposes only
        not guarantee(?:d)? (?:the )?(?:accuracy|completeness|timeliness)
        member (?:finra|sipc|fdic)|securities offered through|is an? (?:sec )?registered investment advis[eo]r
        prices (?:are|is) subject to change
        no (?:representations?|warrant(?:y|ies)) (?:or|are|is|as)
        (?:is|are) not (?:responsible|liable) for
        assumes? no (?:responsibility|liability)
        for licensing opportunities
        available without charge to any
        reproduc\w* (?:in whole|without|is prohibited|by permission)
        without (?:the )?(?:express |prior )*(?:written )?(?:permission|consent) (?:of|from|is)
        (?:originally|first) (?:appeared|published) (?:on|in|at|by) [^.!?]{2,40}\.(?:com|org|net|co)
        see our terms for
        archived (?:article|story|page|content)
        this (?:article|page|story) (?:is|has been) archived
        from (?:our|the) archives? and
        geben (?:nicht|immer|ausschließlich|lediglich)[^.!?]{0,60}meinung
        namentlich gekennzeichnet
        keine (?:haftung|gewähr) für|keine anlageberatung|ohne gewähr
        creative-commons-lizenz
        (?:alle|die|unsere) (?:inhalte|texte|fotos|beiträge)[^.!?]{0,60} urheberrechtlich geschützt
        ohne (?:schriftliche )?(?:genehmigung|zustimmung) de[rs]
        (?:las|los) (?:opiniones|contenidos|textos)[^.!?]{0,60}(?:responsabilidad|no reflejan|exclusiv|expresad)
        (?:les )?(?:opinions|propos|points de vue)[^.!?]{0,40}(?:exprim|engage)[^.!?]{0,60}auteur
        (?:as|os) (?:opiniões|textos|artigos)[^.!?]{0,60}(?:responsabilidade|não refletem|autor)
        le opinioni[^.!?]{0,40}(?:espresse|autor)
        мнение (?:редакции|автора)[^.!?]{0,60}совпада
        редакция не несёт
        redakcja nie (?:ponosi|odpowiada)
        xuất bản phẩm
        không sở hữu (?:tất cả )?
        về bản quyền
        저작권자
        무단 ?전재
        版权所有
        转载请注明
        無断転載
        著作権
        (?:statements?|information) (?:on|in|contained on) this (?:web ?site|newsletter|page|video|channel|blog)\
            [^.!?]{0,40} (?:may|are|is|do|does|should)
        disclaims any (?:obligation|liabil|respons)|(?:not be|be held|held) (?:liable|responsible) for any
        at your own risk
        provided for (?:your )?(?:convenience|information|educational) (?:purposes )?only
        (?:permission|licen[cs]e|rights?) to (?:reprint|republish|reproduce)
        feel free to (?:distribute|republish|reprint|repost|cite)
        (?:please|must|and) credit (?:the|us|our)\b|contact us (?:for|about) (?:reprint|republish|licens|permission)
        (?:content|text|photos?|material)s?[^.!?]{0,90} published (?:in|on) this (?:web ?)?site
        (?:shall|may|must) not be (?:re-?published|reproduced|copied|redistributed|rewritten|re-?broadcast)
        without (?:prior |express )?(?:written )?authori[sz]ation
        (?:articles?|posts?|stories|columns?) (?:is|are|represent|reflects?) [^.!?]{0,40} (?:opinions?\
            |views?) of (?:the|its|their) authors?
        (?:nachdruck|vervielfältigung|weiterverbreitung|verwendung)[^.!?]{0,60} nur mit[^.!?]{0,40} (?:genehmigung\
            |zustimmung|quellen)
        (?:prohibida|proibida|vietata|interdite)[^.!?]{0,40} (?:reproduc|reprodu[çz]|riproduz|reproduction)
        toute reproduction
        (?:reproducción|reprodução|riproduzione|reproduction) (?:total|parcial|partielle|totale|riservata|interdite\
            |prohibida|proibida)
    """),
    any_of(r"""
        advice|accura|liabilit|\brisks?\b|loss|invest|securities|guarantee|warrant|purposes|professional|consult
        advis[eo]r|solicitation|\boffer|responsib|authors?\b|publish|views|opinions?|reflect|licen[sc]|permission
        rights|copyright|terms|property|trademark|disclaim|coupon|availab|subject to change|without notice|diagnos
        treatment|physician|recipient|communication|registered|affiliate|purchase|haftung|gewähr|meinung|urheber
        inhalte|autor|leser|recht|responsab|opini|derechos|direitos|diritti|droits|прав|ответствен|редакц|prawa
        bản quyền|tài trợ|email
        obligation|third[- ]party|website|convenience|inaccurac|delays|content|reliance|links\b|republish|reprint
        credit|written
    """),
    heard=HEARD,
    addressed=False,
    late=0.3,
)
