"""What boxes speak of that ask readers for something, or sell something."""

from __future__ import annotations

from cleaners.finders.pitch_topics import Topic, any_of

ASKS = Topic(
    any_of(r"""
        we.d (?:like|love) to hear (?:from you|your)
        (?:send|drop|e-?mail|tell|give) us (?:an? |your )(?:[a-z]+ )?\
            (?:note|tip|correction|message|line|thoughts|suggestions?|feedback|story|e-?mail|review)
        use our (?:submission|contact|online|tip|feedback) form
        ^["“]?(?:do you )?(?:have|got) (?:an?|any) (?:[a-z]+ )?\
            (?:question|suggestion|tip|joke|idea|comment|recipe|correction|complaint|story)s?\b[^.!?]{0,90}\?
        ^(?:see|spot|spotted|found|notice|noticed) (?:an?|any) (?:error|mistake|typo|inaccurac)
        ^is there more to this story
        ^(?:please )?contact (?:an?|your) local [^.!?]{2,40} (?:for (?:answers|a quote|details)|today)
        ^(?:schedule|book|request) an? (?:free )?(?:call|consultation|demo|quote|callback|appointment)\W*$
        ^(?:kontaktieren|schreiben|rufen|mailen) sie uns|^(?:schreib|kontaktier\w*|mail) uns
        ^haben sie (?:noch )?(?:fragen|anregungen|hinweise|kritik|ein thema|eine (?:frage|behauptung|idee))
        ^(?:hast du|habt ihr) (?:noch )?(?:fragen|anregungen|eine (?:frage|idee))
        envie (?:sua|a sua|suas) (?:pergunta|dúvida|sugest|foto|notícia|história|denúncia)
        ^(?:escríbenos|contáctanos|envíanos|mándanos|cuéntanos)
        ¿tienes (?:una|alguna) (?:pregunta|duda|historia|sugerencia)
        ^(?:écrivez|contactez|appelez)-nous|^(?:une|vous avez une) (?:question|remarque|suggestion|information)
        ^(?:scriveteci|scrivici|contattaci|contattateci)|^hai (?:una domanda|domande|una segnalazione)
        ^(?:напишите нам|пишите нам|присылайте|свяжитесь с нами)|^есть (?:вопрос|новость|тема)
        ^(?:napisz|skontaktuj się)[^.!?]{0,12} (?:do nas|z nami)|^masz (?:pytanie|temat|uwagi)
        ^(?:mail ons|neem contact (?:met ons )?op|stuur ons)|^heb je een (?:vraag|tip)
        ^(?:kontakta|tipsa|tips|kontakt|skriv til) (?:oss|os)\b|^har du (?:spørgsmål|spørsmål|frågor|tips)
        (?:periodismo|jornalismo) independiente? \
            (?:necesita|precisa|depende)|(?:con|com) (?:tu|seu) (?:apoyo|apoio), (?:seguir|continu)
        ^jede (?:noch so )?(?:kleine )?spende
        ^to support (?:her|his|their|my|our) (?:work|writing|journalism|channel|reporting)
        what do you think (?:of|about) this (?:story|article)|do you think of this story
        share your (?:thoughts|views|opinion|experience)s? (?:in the comments?|below|with us)
        ^(?:if so,? )?(?:please |you can |to [^.!?]{3,60},? |or )*(?:contact|e-?mail|reach(?: out to)?|message|text\
            |write to) (?:me |us |him |her |our [^.!?@]{3,40} |reporters? [^.!?@]{3,40} )?(?:at |on |via )?[\w.+-]+@
        (?:contact|reach(?: out)?|message|text|get in touch)[^.!?]{0,80} (?:on|via|through|over|using|at) (?:signal\
            |whatsapp|secure ?drop|our (?:tip|secure))
        help us (?:report|investigate|understand|tell)
        we.re (?:looking for|collecting|gathering) (?:information|sources|stories|people|tips)
        we (?:want|would like|need) to (?:talk to|hear from) (?:you|people|anyone)
        (?:please )?get in touch (?:with (?:us|our)|at \S+@)
        (?:every|your|each) (?:donation|contribution|gift|dollar) (?:we receive |you give |made )?(?:from|goes\
            |helps|counts|makes|matters|supports|brings)
        (?:please )?(?:support|fund) (?:our|accountability|independent|nonprofit|public-interest) (?:work\
            |journalism|reporting)
        learn how to donate|don.t forget to (?:nominate|vote|comment|like|subscribe)[^.!?]{0,60}
        ^(?:do you )?have (?:information|a tip|tips|details|documents|footage|photos)[^.!?]{0,80}\? ?$
        (?:si|se) (?:tienes|tiene|tens|tem|hai|avete) (?:información|informações|informazioni)[^.!?]{0,60} (?:escr\
            |contact|envi|scriv|contatt)
        (?:hinweise|informationen|tipps) (?:bitte |gerne )?(?:an|per)[^.!?]{0,40}\S+@
        (?:schreiben|melden) sie (?:sich|mir|uns)[^.!?]{0,40}(?:unter|an|bei|per)
    """),
    any_of(r"""
        suggest|error|typo|correction
        \bsend\b|e-?mail|contact|\bnote\b|\bform\b|\btips?\b|stor(?:y|ies)\b|feedback|improve
        \bcall us|consultation|appointment|\bagent|advisor|answers|donat|support|comments?\b|thoughts|opinion|whatsapp
        fragen|frage|hinweis|anregung|kontakt|schreiben|melden|spende|unterstütz|redaktion|pregunta|duda|correo|apoyo
        periodismo
        pergunta|dúvida|apoio|écri|domand|scriv|вопрос|пишите|почт|pytani|napisz|vraag|tip
        reach out|information|sources|signal|help us|journalism|reporting|donation|members?\b|confidential|anonym
    """),
    late=0.2,
)
SHOP = Topic(
    any_of(r"""
        (?:is|are) (?:now )?\d+ ?% off (?:plus|and|with)
        ^free gift!|free shipping and a|plus free shipping
        ^(?:order|get|buy|grab|pre-?order) (?:your|the|a) (?:[a-z]+ )?(?:copy|book|ebook|poster|calendar)
        download (?:a|the|your) free (?:chapter|e-?book|guide|report|sample)
        (?:delivered|straight) (?:through|to) your (?:letterbox|door|doorstep) every
        this (?:week|month).s [^.!?]{2,40}(?:podcast|newsletter|episode|show) is (?:sponsored|presented) by
        ticket details:
        ^(?:use|enter|apply) (?:the )?(?:promo |coupon |discount |voucher )?code [a-z0-9]{3,15} (?:for|to|at)
        (?:kauf|bestell)(?:en|t)? (?:sie |ihr )?(?:jetzt |hier |über diese)\
            [^.!?]{0,60}(?:provision|rabatt|versandkostenfrei)
        (?:partner|affiliate|provisions)-links?: |links [^.!?]{0,60}(?:partner|affiliate)-links
        (?:kein|keine) [^.!?]{2,30} zur hand\?
        kannst du dir hier ein [^.!?]{2,40} (?:ausleihen|bestellen|kaufen|sichern)
        attraktive [^.!?]{2,40} zum kostenlosen download
        ^(?:get started|start) with [^.!?]{2,40} here\W*$
        ^(?:try|order|be|get|buy|receive)\b[^.!?]{0,120} money[- ]back guarantee|^100 ?% satisf|^satisfaction guaranteed
        ^(?:please )?(?:order|try|buy|get|grab) (?:yours?|our)\b[^.!?]{0,90} (?:today|now|here|by (?:clicking\
            |following))
        ^(?:satisfait ou remboursé|satisfacción garantizada|soddisfatti o rimborsati)
        (?:kostenlose|gratis) (?:lieferung|versand|retoure)|livraison (?:gratuite|offerte)|envío gratis|frete grátis
        spedizione gratuita
        \bour (?:product|formula|supplement|complex) (?:is|has|was|contains)
    """),
    any_of(r"""
        \bfree\b|\boff\b|shipping|gift|\border\b|\bbuy\b|shop|deal|discount|offer|copy|\bbook|download|series|issues
        \bcode\b|ticket|price
        explore|unlock|kauf|bestell|gratis|kostenlos|rabatt|euro|links?\b|provision|verkaufserlös|unterstützt
        product|formula|guarantee|yours\b|lieferung|entdecken
    """),
    late=0.15,
)
