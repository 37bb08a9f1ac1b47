"""The words of menus and footers, in lower case: what a page's own navigation says in the languages of news sites."""

from __future__ import annotations

from typing import Final


def _entries(text: str) -> frozenset[str]:
    """Split at bars and line ends."""
    return frozenset(entry.strip() for line in text.strip().split("\n") for entry in line.split("|"))


FIRST: Final = _entries("""
home | startseite | accueil | inicio | início | главная | strona główna | ana sayfa | anasayfa
trang chủ | hjem | forside | hem | beranda | homepage | home page | start | portada | página inicial
pagina inicial | la une | головна | начало | главная страница | на главную
etusivu | úvod | hlavní strana | domov | címlap | kezdőlap | főoldal | acasă | prima pagină | αρχική
naslovnica | početna | pradžia | sākums | avaleht | الرئيسية | الصفحة الرئيسية | خانه | صفحه اصلی | صفحه نخست
होम | मुख्य पृष्ठ | মূলপাতা | হোম | மুகப்பு | முகப்பு | ホーム | トップ | トップページ | 首页 | 首頁 | 主页 | 홈
หน้าแรก | ראשי | דף הבית | voorpagina | sie sind hier | you are here | vous êtes ici | estás aquí
""")
"""What a menu or breadcrumb begins with."""

ALONE: Final = FIRST | _entries("""
back to top | close | en espanol | en español | haut de page | inhalt | inhaltsverzeichnis | menu | menü
post navigation | posts navigation | beitragsnavigation | beitrags-navigation | navigation de l'article
navigation de l’article | navegación de entradas | navegação de posts | navegação de post
navigazione articoli | навигация по записям | nawigacja wpisu | yazı gezinmesi
berichtnavigatie | innleggsnavigasjon | inläggsnavigering | indlægsnavigation | artikkelien selaus | main menu
mobile menu | open menu | close menu | toggle menu | site navigation | main navigation | breadcrumbs
scroll to top | go to top | to top | skip navigation | menu principal | menú principal | menü öffnen
menü schließen | navigation öffnen | hauptmenü | главное меню | 返回顶部 | ページトップへ
トップへ戻る | nach oben | next | nächster artikel | previous | search | skip to content | skip to main content
skip to navigation | suche | volver arriba | voriger artikel | zum seitenanfang
""")
"""What is navigation even as a single line at the edge of a text."""

WORDS: Final = ALONE | _entries("""
architecture | design | art | cities | specials | books | book reviews | film | films | movies | music | theater
theatre | fashion | beauty | food & drink | real estate | property | cars | motoring | family | education
religion | environment | climate | crime | investigations | asia | africa | europe | americas | middle east
asia pacific | australia | canada | china | india | latin america | u.s. & canada | north america
personal finance | investing | stocks | companies | small business | retail | energy | autos | real-time
explore | explainers | fact check | letters | cartoons | interactives | newsletters & alerts | shopping | deals
coupons | the magazine | research | publications | press releases | press room | bücher | film & serien
serien | musik | mode | bauen | wohnen | familie | bildung | umwelt | klima | recht | karriere & beruf | börse
finanzen | verbraucher | immobilien | leben | magazin | veranstaltungen | termine | downloads | links | partner
news | latest news | breaking news | world | world news | us news | uk news | u.s. | us | uk | politics
business | markets | money | economy | tech | technology | science | health | sport | sports | football
opinion | opinions | editorial | editorials | culture | arts | entertainment | lifestyle | life | style | travel
food | video | videos | photos | photo | gallery | galleries | podcasts | podcast | weather | local | national
international | features | columns | columnists | authors | topics | listings | events | jobs | careers
classifieds | obituaries | archive | archives | shop | store | community | forum | forums | blogs | blog | about
about us | contact | contact us | privacy | privacy policy | cookie policy | terms | terms of use
terms of service | terms and conditions | terms & conditions | sitemap | site map | rss | feed | feeds | help
faq | faqs | support | advertise | advertise with us | subscribe | newsletter | newsletters | log in | login
sign in | sign up | register | my account | account | more | top | press | media | live | live tv | tv | radio
magazine | e-paper | epaper | games | crossword | puzzles | horoscopes | directory | staff | our team
accessibility | do not sell my personal information | ad choices | adchoices | sections | categories | tags
follow us | english | español | français | deutsch | русский | nachrichten | aktuell | aktuelles
politik | wirtschaft | inland | ausland | gesellschaft | kultur | wissen | wissenschaft | panorama | regional
reise | meinung | unterhaltung | gesundheit | auto | technik | digital | bilder | fotos | wetter | impressum
datenschutz | datenschutzerklärung | agb | kontakt | über uns | hilfe | servicemenü | hauptnavigation
anmelden | registrieren | abo | abonnement | mediadaten | karriere | presse | archiv | seitenanfang
barrierefreiheit | leichte sprache | gebärdensprache | wir über uns | publikationen | service | werbung
cookie-einstellungen | nutzungsbedingungen | newsletter abonnieren | breadcrumb | actualités | actualité
politique | économie | monde | société | vidéos | météo | mentions légales | qui sommes-nous
plan du site | recherche | se connecter | connexion | s'abonner | données personnelles | aide | noticias
política | economía | mundo | nacional | internacional | deportes | cultura | opinión | sociedad
tecnología | salud | vídeos | contacto | quiénes somos | aviso legal | política de privacidad | buscar
iniciar sesión | suscríbete | publicidad | hemeroteca | notícias | economia | esportes | desporto | saúde
tecnologia | opinião | contato | fale conosco | quem somos | política de privacidade | anuncie | cronaca
esteri | politica | spettacoli | contatti | chi siamo | cerca | accedi | abbonati | новости
политика | экономика | общество | мир | спорт | культура | наука
происшествия | контакты | о нас | реклама | поиск | видео | фото
архив | wiadomości | polityka | gospodarka | świat | kraj | kultura | o nas | szukaj | reklama | regulamin
redakcja | haberler | gündem | siyaset | ekonomi | dünya | spor | kültür | sağlık | yaşam | iletişim
hakkımızda | künye | ara | thời sự | thế giới | kinh doanh | giải trí | thể thao | pháp luật | giáo dục
sức khỏe | đời sống | du lịch | khoa học | liên hệ | facebook | twitter | instagram | youtube | linkedin
pinterest | tiktok | whatsapp | telegram | flipboard | rss feed | stellenangebote | pressekontakt
pressemitteilungen | ansprechpartner | standorte | seiteninformationen | helpline | help center | help centre
press office | media kit | our story | masthead | licensing | reprints | permissions | corrections
ethics policy | editorial policy | accessibility statement | your privacy choices | cookie settings
cookie preferences | log out | my profile | manage account | back issues | print edition | e-edition
digital edition | mobile apps | feedback | contact the newsroom | aboshop | mon compte | nous contacter
conditions générales | politique de cookies | mi cuenta | contáctanos | términos y condiciones | minha conta
entrar | assine | termos de uso | expediente | pubblicità | redazione | note legali | informativa privacy
войти | подписка | редакция | о проекте | о компании
обратная связь | правила | zaloguj | polityka prywatności | üye girişi | reklam
gizlilik politikası | arşiv | tìm kiếm | nyheter | nyheder | innenriks | utenriks | økonomi | meninger
om oss | om os | kontakt oss | kontakt os | søk | søg | til toppen | kontakta oss | sök | nieuws | binnenland
buitenland | economie | over ons | zoeken | berita | kontak kami | bundesliga | champions league | europa league
formel 1 | fußball | fussball | eishockey | handball | tennis | wintersport | motorsport | radsport
leichtathletik | weitere sportarten | sportarten | ergebnisse | tabelle | spielplan | liveticker | ticker
alle news | alle themen | alle artikel | themen | ratgeber | tests | test | tests & ratgeber | streaming
gaming | spiele | rätsel | horoskop | lotto | leserbriefe | leserreisen | todesanzeigen | traueranzeigen
inserate | inserieren | stellen | stellenmarkt | anzeigen | immo | marktplatz | kleinanzeigen | branchenbuch
veranstaltungskalender | kalender | galerie | bildergalerien | fotogalerie | videos & audios | audio | mediathek
tv-programm | app | apps | gemeinden | stadt | region | regionen | lokales | lokal | kreis | landkreis
österreich | deutschland | schweiz | europa | welt | schlagzeilen | newsticker | blaulicht | polizei | verkehr
landwirtschaft | vereine | team | unser team | unsere partner | preise | abonnieren | abonnements | abmelden
profil | mein konto | konto | passwort vergessen | merkliste | warenkorb | zum shop | mitglied werden
mitgliedschaft | spenden | projekte | verlag | redaktion | kontaktformular | anfahrt | öffnungszeiten
linkliste | gästebuch | rss-feed | rss-feeds | kommentare | comments-feed | kommentar-feed | beitrags-feed
eintrags-feed | kategorien | schlagwörter | schlagworte | blogroll | meta | neueste beiträge
neueste kommentare | letzte beiträge | letzte kommentare | neuste beiträge | ähnliche beiträge
verwandte themen | verwandte artikel | übersicht | überblick | im überblick | aktuelle meldungen | meldungen
pressemeldungen | presse & medien | medien | vor ort | aufgaben | angebote | leistungen | produkte
dienstleistungen | unternehmen | über das unternehmen | portrait | porträt | geschichte | vorstand | satzung
verein | verband | landesverbände | mitglieder | sektionen | jugend | ausbildung | forschung | studium | lehre
bibliothek | zurück | weiter | mehr | mehr anzeigen | mehr erfahren | alle anzeigen | drucken | einstellungen
datenschutzeinstellungen | privatsphäre | rechtliches | nutzungsbasierte werbung | garten | haushalt | rezepte
essen & trinken | ernährung | kochen | eltern | kinder | tiere | stars | mobilität | energie | bauen & wohnen
netzwelt | computer | handy | foto | kino | fernsehen | konzerte | kunst | ausstellungen | geld | steuern
versicherung | rente | börsenkurse | märkte | aktien | fonds | geldanlage | unfälle | corona | coronavirus
kirche | all news | top news | top stories | headlines | most read | most popular | trending | trending now
editors' picks | editor's picks | latest | latest stories | latest posts | recent posts | recent comments
recent articles | popular posts | random posts | select category | select month | entries rss | comments rss
entries feed | comments feed | rss feeds | reviews | review | guides | how to | how-to | tips | ideas | projects
learn | tutorials | resources | tools | documentation | docs | wiki | discussion | issues | pricing | products
product | services | solutions | industries | customers | case studies | company | our company | leadership
board of directors | investors | investor relations | newsroom | news room | media center | media centre
media room | get involved | donate | volunteer | membership | members | member login | join | join us | join now
partners | our partners | sponsors | programs | programmes | campaigns | our work | what we do | who we are
mission | history | locations | find a store | store locator | gift cards | cart | basket | my cart | checkout
wishlist | wish list | my orders | track order | shipping | returns | refund policy | size guide | sale
new arrivals | best sellers | brands | men | women | kids | accessories | home & garden | outdoors | pets
parenting | relationships | health & fitness | fitness | wellness | nutrition | recipes | cooking | restaurants
dining | drinks | wine | celebrity | celebrities | celebs | showbiz | gossip | tv shows | tv & radio | soaps
comics | books & arts | nfl | nba | mlb | nhl | mls | ncaa | ufc | mma | golf | cricket | rugby | rugby league
rugby union | soccer | baseball | basketball | hockey | boxing | racing | horse racing | cycling | athletics
swimming | olympics | f1 | formula 1 | high school sports | college sports | premier league | fixtures | results
scores | standings | schedule | transfers | elections | election 2016 | election 2020 | election 2024 | congress
white house | senate | supreme court | courts | law | military | defense | defence | foreign policy
immigration | labor | justice | civil rights | guns | abortion | public safety | traffic | commuting | closings
radar | hurricane | lottery | contests | promotions | daily deals | marketplace | real estate listings | homes
rentals | apartments | job search | find a job | place an ad | place a classified ad | death notices
legal notices | public notices | announcements | celebrations | neighborhoods | suburbs | city | state | metro
metro news | county | nation | nation & world | us & world | around the web | space | physics | biology
chemistry | archaeology | psychology | medicine | nature | animals | sustainability | green | green energy
oil & gas | startups | gadgets | mobile | internet | security | software | hardware | gear | computing | ai
artificial intelligence | crypto | cryptocurrency | bitcoin | blockchain | currencies | commodities | bonds
etfs | mutual funds | portfolio | watchlist | market data | taxes | retirement | banking | insurance | mortgages
loans | credit cards | debt | management | strategy | marketing | advertising | innovation | analysis
commentary | op-ed | perspectives | viewpoints | voices | in depth | in-depth | long reads | special reports
special report | series | infographics | data | polls | quizzes | quiz | slideshows | multimedia | webinars
white papers | whitepapers | conferences | calendar | event calendar | submit an event | contributors | writers
write for us | submit | submissions | guest post | disclaimer | disclosure | dmca | imprint
editorial guidelines | editorial standards | ethics | standards | ownership | do not sell my info
california notices | ca notice | privacy notice | privacy statement | privacy center | cookies | cookies policy
cookie notice | cookie list | copyright | legal | legal notice | terms & privacy | terms of sale
your california privacy rights | eeo report | fcc public file | fcc applications | public file
closed captioning | tv listings | what's on tv | program guide | schedules | shows | anchors | on-air
team coverage | meet the team | newscasts | livestream | live stream | watch | listen | episodes
radio schedule | logout | sign out | sign up now | create account | forgot password | forgot password?
lost password? | edit profile | settings | preferences | notifications | saved articles | reading list
bookmarks | my news | for you | follow | desktop | full site | mobile site | view full site | today's paper
today's newspaper | subscriber services | delivery | manage subscription | gift subscription | customer service
customer care | help & support | support us | user agreement | community guidelines | comment policy | comments
suggest a story | news tips | tip line | prev | prev post | next post | previous post | older | newer | first
last | back | back to home | show all | see all | view all | all topics | a-z | a-z index | index | rules
read more | load more | all | other | others | misc | miscellaneous | uncategorized | uncategorised | general
featured | popular | related | share | print | email | italiano | português | polski | nederlands | türkçe
svenska | norsk | dansk | suomi | čeština | magyar | română | українська | български
ελληνικά | العربية | فارسی | اردو | हिन्दी | हिंदी | বাংলা | தமிழ் | 中文 | 简体中文 | 繁體中文 | 日本語
한국어 | tiếng việt | bahasa indonesia | kiswahili | hausa | shqip | srpski | hrvatski | català | euskara
galego | русская | de | fr | it | en | es | pt | ru | zh | à la une | en direct | en continu
dernières nouvelles | dernières actualités | faits divers | faits-divers | france | afrique | amériques
moyen-orient | proche-orient | planète | environnement | sciences | santé | éducation | idées | débats
tribunes | éditoriaux | chroniques | livres | cinéma | musique | scènes | people | médias | télévision
jeux | mots croisés | horoscope | loisirs | voyage | voyages | cuisine | recettes | gastronomie | beauté
maison | immobilier | automobile | emploi | annonces | petites annonces | annonces légales | carnet
avis de décès | bourse | argent | entreprises | conso | consommation | high-tech | technologie | technologies
numérique | dossiers | enquêtes | reportages | grands formats | infographies | applications | boutique
s’abonner | abonnez-vous | faire un don | adhérer | agenda | catégories | catégorie | étiquettes
mots-clés | articles récents | commentaires récents | nos offres | espace abonné | gestion des cookies | cgu
cgv | crédits | régie publicitaire | publicité | tous les articles | voir plus | en savoir plus | retour
suivant | précédent | régions | île-de-france | última hora | últimas noticias | lo último
lo más leído | lo más visto | actualidad | país | nación | gobierno | congreso | justicia | ciudad
ciudades | provincias | migración | sucesos | policiales | judiciales | seguridad | educación | ciencia
ciencia y tecnología | medio ambiente | medioambiente | clima | tiempo | el tiempo | energía | empresas
empleo | finanzas | mercados | bolsa | dinero | vivienda | motor | agricultura | turismo | viajes | gastronomía
recetas | cocina | moda | belleza | estilo | estilo de vida | vida | gente | famosos | farándula
espectáculos | entretenimiento | cine | música | televisión | teatro | libros | arte | arte y cultura | toros
virales | curiosidades | mascotas | horóscopo | crucigrama | pasatiempos | juegos | cartelera | fútbol
béisbol | baloncesto | boxeo | tenis | fórmula 1 | voleibol | otros deportes | más deportes | liga mx
laliga | américa | américa latina | latinoamérica | áfrica | estados unidos | ee.uu. | ee. uu. | méxico
venezuela | argentina | chile | colombia | perú | españa | cuba | sociales | columnas | columnistas
editoriales | galerías | especiales | investigación | reportajes | entrevistas | ediciones anteriores
edición impresa | impreso | suplementos | clasificados | obituarios | esquelas | sorteos | loterías
boletines | quienes somos | nosotros | contáctenos | contactanos | contactar | anúnciate | anunciese
aviso de privacidad | política de cookies | términos de uso | mapa del sitio | mapa web | registrarse
regístrate | ingresar | salir | categorías | categoria | etiquetas | archivo | archivos | entradas recientes
comentarios recientes | más | ver más | ver todo | anterior | siguiente | últimas notícias | mais lidas
brasil | portugal | cotidiano | cidade | cidades | polícia | policial | segurança | justiça | educação
ciência | meio ambiente | previsão do tempo | emprego | empregos | concursos | negócios | finanças | mercado
agronegócio | agro | carros | imóveis | viagem | gastronomia | receitas | culinária | beleza | comportamento
celebridades | entretenimento | televisão | novelas | séries | cinema | livros | artes | esporte | futebol
vôlei | basquete | colunas | colunistas | editoriais | especiais | galerias | infográficos | edição impressa
classificados | loterias | contactos | anuncie aqui | assine já | assinar | cadastre-se | sair
termos e condições | ficha técnica | estatuto editorial | mapa do site | categorias | arquivo | arquivos
posts recentes | comentários recentes | mais | ver mais | veja mais | próximo | seguinte | ultime notizie
ultim'ora | notizie | primo piano | italia | mondo | attualità | società | lavoro | finanza | borsa | motori
salute | benessere | scienza | scuola | ambiente | meteo | viaggi | cucina | ricette | musica | libri | calcio
serie a | serie b | serie c | ciclismo | altri sport | opinioni | editoriali | rubriche | speciali | inchieste
interviste | fotogallery | annunci | necrologie | oroscopo | giochi | edizione digitale | edicola | contattaci
condizioni d'uso | mappa del sito | registrati | esci | categorie | archivio | tag | articoli recenti
commenti recenti | lingua | altro | tutte le notizie | precedente | successivo | лента новостей
все новости | последние новости | в мире | в россии | россия
армия | оружие | криминал | бизнес | финансы | недвижимость
авто | технологии | здоровье | медицина | образование | религия
история | туризм | путешествия | кино | музыка | телевидение
шоу-бизнес | звезды | мода | еда | дом | футбол | хоккей | мнения
мнение | колонки | аналитика | интервью | спецпроекты
расследования | статьи | публикации | авторы | инфографика
фотогалерея | подкасты | радио | погода | гороскоп | объявления
вакансии | рекламодателям | пользовательское соглашение
политика конфиденциальности | карта сайта | регистрация
выход | рубрики | рубрика | теги | метки | темы | свежие записи
свежие комментарии | читайте также | ещё | еще | далее | назад
украина | донбасс | сво | сша | европа | азия | регионы | москва
власть | право | интернет | гаджеты | игры | новини | політика
економіка | суспільство | світ | здоров'я | події | контакти
про нас | україна | відео | новини дня | българия | свят
икономика | култура | здраве | за нас | общи условия
криминално | любопитно | още | najnowsze | polska | biznes | finanse | pieniądze | giełda
praca | nieruchomości | prawo | motoryzacja | moto | nauka | zdrowie | edukacja | historia | muzyka | książki
teatr | telewizja | gwiazdy | plotki | uroda | kobieta | dom | ogród | kuchnia | przepisy | podróże
turystyka | piłka nożna | siatkówka | żużel | opinie | komentarze | felietony | wywiady | zdjęcia | wideo
podcasty | pogoda | program tv | ogłoszenia | nekrologi | zakupy | sklep | prenumerata | archiwum | kategorie
tagi | tematy | ostatnie wpisy | najnowsze wpisy | najnowsze komentarze | zaloguj się | zarejestruj się
rejestracja | więcej | polecane | son dakika | güncel | politika | haber | kadın | otomobil | eğitim
teknoloji | bilim | kültür sanat | kültür-sanat | sanat | sinema | müzik | kitap | televizyon | yemek
tarif | seyahat | tatil | emlak | finans | döviz | para | şirketler | iş dünyası | dış haberler | yurt haber
yurt haberleri | yerel | yerel haberler | seçim | asayiş | 3. sayfa | futbol | basketbol | spor haberleri
yazarlar | köşe yazıları | foto galeri | video galeri | galeri | canlı yayın | hava durumu | astroloji
burçlar | oyun | oyunlar | gazeteler | resmi ilanlar | ilanlar | mobil | etiketler | kategoriler | son yazılar
son yorumlar | kullanım şartları | çerez politikası | kvkk | üye ol | giriş yap | giriş | diğer | tümü
tin mới | tin nóng | tin tức | mới nhất | xã hội | chính trị | kinh tế | thị trường | tài chính
chứng khoán | bất động sản | doanh nghiệp | văn hóa | văn hoá | nghệ thuật | âm nhạc | phim | sao
thời trang | làm đẹp | ẩm thực | gia đình | giới trẻ | công nghệ | số hóa | xe | ô tô xe máy | bóng đá
quốc tế | trong nước | môi trường | ý kiến | góc nhìn | tâm sự | hình ảnh | ảnh | liên hệ quảng cáo
quảng cáo | đăng nhập | đăng ký | chuyên mục | thẻ | bài viết mới | đọc nhiều | xem thêm | tòa soạn
đường dây nóng | giới thiệu | verden | kjendis | kultur og underholdning | helse | mat | bolig | vær | debatt
kommentar | leder | langrenn | fotball | jobb | teknologi | vitenskap | tips oss | logg inn | bli abonnent
personvern | annonsere | annonsér | siste nytt | siste nyheter | kategorier | arkiv | siste innlegg
siste kommentarer | inrikes | utrikes | världen | sverige | näringsliv | nöje | kultur & nöje | ledare
insändare | fotboll | ishockey | hälsa | mat & dryck | resor | bostad | vetenskap | teknik | väder | familj
dödsannonser | prenumerera | logga in | kundservice | om cookies | tipsa oss | etiketter | senaste inläggen
indland | udland | danmark | erhverv | penge | sundhed | livsstil | mad | rejser | vejr | debat | ledere
kronik | fodbold | håndbold | log ind | bliv abonnent | privatlivspolitik | annoncering | seneste nyt | algemeen
politiek | werk | wonen | gezondheid | wetenschap | onderwijs | misdaad | cultuur | muziek | boeken | reizen
koken & eten | eten | voetbal | wielrennen | schaatsen | video's | foto's | het weer | weer | puzzels
spelletjes | inloggen | registreren | abonneren | klantenservice | adverteren | colofon | vacatures
privacybeleid | privacyverklaring | cookiebeleid | algemene voorwaarden | gebruiksvoorwaarden | archief
categorieën | recente berichten | recente reacties | meest gelezen | lees meer | kotimaa | ulkomaat | talous
politiikka | urheilu | kulttuuri | viihde | terveys | mielipide | sää | tiede | tekniikka | domácí
zahraničí | ekonomika | názory | zprávy | počasí | zdraví | cestování | bydlení | hry | technika | věda
zahraničie | správy | šport | komentáre | počasie | belföld | külföld | gazdaság | kultúra | tudomány
vélemény | időjárás | egészség | életmód | bulvár | kapcsolat | impresszum | médiaajánlat
adatvédelem | știri | actualitate | politică | externe | sănătate | cultură | opinii | despre noi | publicitate
termeni și condiții | vremea | monden | știri externe | social | πολιτική | οικονομία
κόσμος | ελλάδα | κοινωνία | αθλητικά | πολιτισμός | υγεία
τεχνολογία | επικοινωνία | απόψεις | vijesti | vesti | svijet | svet | hrvatska | srbija
gospodarstvo | ekonomija | crna kronika | hronika | zabava | zdravlje | tehnologija | uvjeti korištenja | أخبار
الأخبار | عاجل | العالم | الشرق الأوسط | سياسة | اقتصاد | رياضة | صحة | علوم | تكنولوجيا | علوم وتكنولوجيا
صحة وتكنولوجيا | ثقافة | فن | منوعات | فيديو | صور | مقالات | رأي | آراء | تقارير | ملفات وتقارير | حوادث
محليات | اتصل بنا | من نحن | عن الموقع | سياسة الخصوصية | شروط الاستخدام | خريطة الموقع | البث المباشر | مجتمع
سفر | طقس | بحث | المزيد | أعلن معنا | وظائف | كاريكاتير | الوسوم | كلمات دليلية | سیاست | سیاسی | اقتصادی
جامعه | اجتماعی | فرهنگ | فرهنگی | فرهنگ و هنر | ورزش | ورزشی | بین الملل | بین‌الملل | جهان | دانش | علمی
علم و فناوری | فناوری | سلامت | استان‌ها | عکس | فیلم | ویدئو | یادداشت | گفتگو | پربازدیدترین | آخرین اخبار
اخبار | درباره ما | تماس با ما | آرشیو | پیوندها | جستجو | تبلیغات | برچسب‌ها | برچسب ها | گالری | देश | विदेश
दुनिया | राजनीति | खेल | मनोरंजन | कारोबार | बिजनेस | टेक | टेक्नोलॉजी | लाइफस्टाइल | स्वास्थ्य | शिक्षा
क्रिकेट | बॉलीवुड | धर्म | राशिफल | राज्य | वीडियो | फोटो | ताजा खबर | खबरें | संपर्क करें | हमारे बारे में
विज्ञापन | 社会 | 政治 | 経済 | 国際 | 海外 | 国内 | 地域 | 地方 | 全国 | スポーツ | 野球 | プロ野球 | 高校野球
サッカー | ゴルフ | 大相撲 | 格闘技 | 競馬 | 芸能 | エンタメ | 文化 | 科学 | 環境 | 医療 | 健康 | 教育 | 生活
暮らし | くらし | ライフ | マネー | 地震・災害 | 事件・事故 | 天気 | 社説 | コラム | オピニオン | 論説 | 写真
動画 | 特集 | 連載 | 速報 | 新着 | ランキング | アクセスランキング | 記事一覧 | その他 | 検索 | 会員登録
ログイン | お問い合わせ | 会社概要 | 利用規約 | プライバシーポリシー | 個人情報保護方針 | サイトマップ | 広告
広告掲載 | 採用情報 | 書籍 | 関連記事 | 関連キーワード | 関連ニュース | 東京 | 大阪 | 関東 | 関西 | 東北
北海道 | 九州 | 中部 | 近畿 | 中国 | 四国 | 沖縄 | 政治・社会 | 次へ | 前へ | 次ページ | おすすめ | 人気記事
最新記事 | カテゴリー | カテゴリ | タグ | アーカイブ | 新闻 | 新聞 | 国际 | 國際 | 时政 | 社會 | 财经 | 財經
经济 | 經濟 | 军事 | 軍事 | 科技 | 体育 | 體育 | 娱乐 | 娛樂 | 汽车 | 房产 | 旅游 | 视频 | 图片 | 评论 | 專欄
专题 | 论坛 | 关于我们 | 联系我们 | 關於我們 | 聯絡我們 | 隐私政策 | 版权声明 | 网站地图 | 登录 | 注册 | 搜索
返回首页 | 上一篇 | 下一篇 | 更多 | 热门 | 標籤 | 标签 | 分类 | 港澳 | 台湾 | 兩岸 | 정치 | 경제 | 사회 | 국제
문화 | 스포츠 | 연예 | 생활 | 세계 | 오피니언 | 칼럼 | 사설 | 날씨 | 포토 | 영상 | 동영상 | 로그인 | 회원가입
회사소개 | 이용약관 | 개인정보처리방침 | 청소년보호정책 | 광고문의 | 고객센터 | 전체메뉴 | 검색 | nasional
internasional | bisnis | keuangan | olahraga | bola | sepak bola | hiburan | seleb | gaya hidup | kesehatan
otomotif | properti | wisata | kuliner | pendidikan | sains | daerah | hukum | kriminal | opini | kolom
infografis | indeks | tentang kami | redaksi | hubungi kami | pedoman media siber | karir | habari | kitaifa
kimataifa | biashara | michezo | burudani | siasa | afya | makala | wasiliana nasi | kuhusu sisi | izindaba
ezemidlalo | impilo | iindaba | ezemdlalo | labarai | wasanni | siyasa | ìròyìn | nuus | meer | rubrieke
policy | policies | lajme | kryesore | politikë | botë | rajoni | kulturë | shëndeti | opinione | kontakti
""")
"""Entries of menus and footers."""
