"""The words of menus and footers, in lower case: what a page's own navigation says in the languages of news sites."""

from __future__ import annotations

from typing import Final


def _entries(text: str) -> frozenset[str]:
    """Split at bars and line ends."""
    return frozenset(entry.strip() for line in text.strip().split("\n") for entry in line.split("|"))


FIRST: Final = _entries("""
home | startseite | accueil | inicio | início | главная | strona główna | ana sayfa | anasayfa | trang chủ
hjem | forside | hem | beranda
""")
"""What a menu or breadcrumb begins with."""

ALONE: Final = FIRST | _entries("""
back to top | close | en espanol | en español | haut de page | inhalt | inhaltsverzeichnis | menu | menü
nach oben | next | nächster artikel | previous | search | skip to content | skip to main content
skip to navigation | suche | volver arriba | voriger artikel | zum seitenanfang
""")
"""What is navigation even as a single line at the edge of a text."""

WORDS: Final = ALONE | _entries("""
architecture | design | art | cities | specials | books | book reviews | film
films | movies | music | theater | theatre
fashion | beauty | food & drink | real estate | property | cars | motoring | family | education | religion
environment | climate | crime | investigations | asia | africa | europe
americas | middle east | asia pacific | australia
canada | china | india | latin america | u.s. & canada | north america | personal finance
investing | stocks | companies
small business | retail | energy | autos | real-time | explore | explainers
fact check | letters | cartoons | interactives
newsletters & alerts | shopping | deals | coupons | the magazine | research
publications | press releases | press room
bücher | film & serien | serien | musik | mode | bauen | wohnen | familie
bildung | umwelt | klima | recht | karriere & beruf
börse | finanzen | verbraucher | immobilien | leben | magazin | veranstaltungen
termine | downloads | links | partner
home | homepage | news | latest news | breaking news | world | world news | us news | uk news | u.s. | us | uk
politics | business | markets | money | economy | tech | technology | science | health | sport | sports
football | opinion | opinions | editorial | editorials | culture | arts | entertainment | lifestyle | life
style | travel | food | video | videos | photos | photo | gallery | galleries | podcasts | podcast | weather
local | national | international | features | columns | columnists | authors | topics | listings | events | jobs
careers | classifieds | obituaries | archive | archives | shop | store | community | forum | forums | blogs
blog | about | about us | contact | contact us | privacy | privacy policy | cookie policy | terms | terms of use
terms of service | terms and conditions | terms & conditions | sitemap | site map | rss | feed | feeds | help
faq | faqs | support | advertise | advertise with us | subscribe | newsletter | newsletters | log in | login
sign in | sign up | register | my account | account | search | menu | more | skip to content
skip to main content | back to top | top | press | media | live | live tv | tv | radio | magazine | e-paper
epaper | games | crossword | puzzles | horoscopes | directory | staff | our team | accessibility
do not sell my personal information | ad choices | adchoices | sections | categories | tags | follow us
english | español | français | deutsch | русский | startseite | nachrichten | aktuell | aktuelles | politik
wirtschaft | inland | ausland | gesellschaft | kultur | wissen | wissenschaft | panorama | regional | reise
meinung | unterhaltung | gesundheit | auto | technik | digital | bilder | fotos | wetter | impressum
datenschutz | datenschutzerklärung | agb | kontakt | über uns | hilfe | suche | menü | hauptmenü | servicemenü
hauptnavigation | inhalt | inhaltsverzeichnis | anmelden | registrieren | abo | abonnement | mediadaten
karriere | presse | archiv | nach oben | seitenanfang | zum seitenanfang | barrierefreiheit | leichte sprache
gebärdensprache | wir über uns | publikationen | service | werbung | cookie-einstellungen | nutzungsbedingungen
newsletter abonnieren | breadcrumb | accueil | actualités | actualité | politique | économie | monde | société
vidéos | météo | mentions légales | qui sommes-nous | plan du site | recherche | se connecter | connexion
s'abonner | haut de page | données personnelles | aide | inicio | portada | noticias | política | economía
mundo | nacional | internacional | deportes | cultura | opinión | sociedad | tecnología | salud | vídeos
contacto | quiénes somos | aviso legal | política de privacidad | buscar | iniciar sesión | suscríbete
publicidad | hemeroteca | volver arriba | início | notícias | economia | esportes | desporto | saúde
tecnologia | opinião | contato | fale conosco | quem somos | política de privacidade | anuncie | home page
cronaca | esteri | politica | spettacoli | contatti | chi siamo | cerca | accedi | abbonati | главная | новости
политика | экономика | общество | мир | спорт | культура | наука | происшествия | контакты | о нас | реклама
поиск | видео | фото | архив | strona główna | wiadomości | polityka | gospodarka | świat | kraj | kultura
o nas | szukaj | reklama | regulamin | redakcja | ana sayfa | anasayfa | haberler | gündem | siyaset | ekonomi
dünya | spor | kültür | sağlık | yaşam | iletişim | hakkımızda | künye | ara | trang chủ | thời sự | thế giới
kinh doanh | giải trí | thể thao | pháp luật | giáo dục | sức khỏe | đời sống | du lịch | khoa học | liên hệ
facebook | twitter | instagram | youtube | linkedin | pinterest | tiktok | whatsapp | telegram | flipboard | rss feed
service | karriere | stellenangebote | pressekontakt | pressemitteilungen | ansprechpartner | standorte | publikationen
seiteninformationen | servicemenü | hilfe | barrierefreiheit | leichte sprache | gebärdensprache | inhaltsverzeichnis
helpline | help center | help centre | press office | press releases | media kit | our team | our story | masthead
licensing | reprints | permissions | corrections | ethics policy | editorial policy | accessibility statement
do not sell my personal information | your privacy choices | cookie settings | cookie preferences | ad choices
adchoices | subscribe | sign in | log in | log out | register | my account | my profile | manage account | newsletters
podcasts | videos | photos | galleries | live tv | live | crossword | puzzles | games | obituaries | archive | archives
back issues | print edition | e-edition | digital edition | mobile apps | site map | feedback | contact the newsroom
datenschutzerklärung | nutzungsbedingungen | mediadaten | abo | abonnement | anmelden | registrieren | aboshop
mon compte | se connecter | s'abonner | nous contacter | qui sommes-nous | conditions générales | politique de cookies
mi cuenta | iniciar sesión | suscríbete | contacto | contáctanos | publicidad | términos y condiciones
minha conta | entrar | assine | fale conosco | anuncie | termos de uso | política de privacidade | expediente
accedi | abbonati | contatti | pubblicità | redazione | note legali | informativa privacy
войти | подписка | реклама | редакция | архив | о проекте | о компании | обратная связь | правила
zaloguj | reklama | redakcja | kontakt | polityka prywatności | o nas
üye girişi | iletişim | reklam | gizlilik politikası | arşiv
tìm kiếm | hjem | forside | nyheter | nyheder | innenriks | utenriks | økonomi | meninger | om oss | om os
kontakt oss | kontakt os | søk | søg | til toppen | hem | kontakta oss | sök | nieuws | binnenland | buitenland
economie | over ons | zoeken | beranda | berita | kontak kami
""")
"""Entries of menus and footers."""
