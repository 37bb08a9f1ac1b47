"""The words of share buttons, in all languages at once."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


NETWORKS = words("""
    ycombinator
    google facebook fb twitter x linkedin whatsapp telegram reddit pinterest tumblr google+ googleplus xing
    pocket flipboard stumbleupon digg delicious instagram youtube tiktok snapchat threads bluesky mastodon
    truthsocial gab parler gettr mewe vk vkontakte вконтакте одноклассники odnoklassniki messenger viber skype
    weibo wechat weixin sms livejournal hackernews addthis sharethis printfriendly addtoany zalo hatena
    kakaotalk meneame yummly feedly evernote myspace nextdoor wykop телеграм телеграмм твиттер фейсбук твитър
    facebookmessenger rss rssfeed фб вк ок 微博 微信 flattr buffer diaspora line signal substack vimeo stocktwits
    toutiao plurk mix 페이스북 트위터 카카오톡 카카오스토리 네이버블로그 밴드 フェイスブック
    はてブ はてなブックマーク lineで送る
    فيسبوك تويتر واتساب تلغرام תוויטר פייסבוק x.com twitter.com facebook.com
""")
"""Networks and messengers."""

SHARES = words("""
    share shares sharethis tweet tweets retweet pinit copylink repost reshare teilen geteilt teile teilt
    weitersagen twittern weiterleiten partager partagez partages compartir comparte compártelo compartilhar
    compartilhe compartilhamentos partilhar partilhe tuitear tuitea twittear tweeter condividi condividere
    condivisioni tweetta поделиться поделись поделитесь репост твитнуть сподели споделете udostępnij
    udostępnień podziel tweetnij paylaş paylaşın paylaşım tweetle dela delen deel jaa del bagikan kongsi
    sdílet zdieľať megosztás podijeli подели distribuie साझा शेयर شارك مشاركة shareicon シェア ツイート 分享 공유하기
    mitteilen drucken druckversion ausdrucken imprimer imprimir распечатать drukuj yazdır udskriv
    weiterempfehlen empfehlen recomendar recommander zdieľaj comparti spargi bookmarken copied zurmerkliste
    skopiuj sharen shpërndaje κοινοποίηση поділитися שתף แชร์ اشتراک‌گذاری シェアする ポスト ポストする ブックマーク
    ツイートする 分享到 转发 공유 트윗 trimite megosztom poslat odeslat
""")
"""Verbs and nouns of sharing; ``copylink`` and ``pinit`` stand for phrases."""

WEAK = words("""
    print printer email e-mail mail emails save saved like likes liked comment comments pin more link bookmark
    icon copy gift resize reactions loading loading... reblog download listen favorite views drucken
    druckversion drucker kommentare kommentar merken mehr kopieren gefälltmir gefälltdas wirdgeladen wirdgeladen...
    imprimer enregistrer envoyer commenter j'aime jaime imprimir enviar guardar comentar comentarios
    comentários megusta curtir correo stampa invia salva commenta commenti mipiace печать распечатать
    отправить нравится комментарии комментировать drukuj wyślij komentarze lubięto yazdır gönder beğen yorum
    kaydet skrivut tulosta udskriv kommentarer print-friendly chiasẻ thích tải lưu cetak simpan printa
    afdrukken mailen e-posta eposta e-postala merkliste feedback anhören vorlesen speichern artikel-merken
    reader whatsapp lesezeichen kommentieren favorit favoriten follow connect submit stumble bookmarks icon:
    open schließen close discuss discussion respond reply
""")
"""Other buttons: no bar without a network or a verb beside them."""

FILLERS = words("""
    this on via with to by the your our a an and or click please article story post page news url it using
    friends all options sharing for in at through us button buttons opens new window article: now social media
    networks here auf per bei über mit diesen diese dieser den artikel beitrag seite klicken klick klicke um
    zu als und öffnet neuem fenster wird geöffnet externer link sur par cet cette l'article cliquez pour dans
    une nouvelle fenêtre et avec lien en por con este esta esto el la artículo articulo noticia nota haz clic
    para abre ventana nueva enlace tus amigos no na em com artigo matéria notícia clique nova janela su questo
    questa l'articolo articolo fai qui si apre nuova finestra una un в на с через статьей новостью ссылкой
    друзьями эту статью новость страницу przez artykuł ten tym się z znajomymi bu haberi haber yazıyı sayfayı
    facebook'ta twitter'da facebook'da whatsapp'ta üzerinde ile på med artikkelen artikeln artiklen saken
    denne här op dit bericht met bài viết này lên qua ini ke di करें sie dies dieses dich inhalte inhalt
    möchten möchtest du wollen gerne jetzt hier zum zur weiter geht es versenden senden verschicken übernehmen
    im von der die das ihr ihren freunden euch that me my of from is be if you like liked enjoy love found
    helpful useful these are external links will panel clipboard copied feed posted add remove read more about
    
    view via permalink në 印刷 打印 인쇄 スクラップ
    kommentieren oder artikel: hinzufügen au vos à sélections offrir e le al clipboard.
""")
"""Small words between them."""

VOCABULARY = NETWORKS | SHARES | WEAK

HEADS = VOCABULARY | words("""
    click please all sharing auf per bei via diesen artikel beitrag seite klick klicke klicken cliquez haz
    clique fai нажмите bu haberi facebook'ta twitter'da chia gefällt me mi lubię sao bağlantıyı salin kopier
    kopiera kopieer kopiuj copier copiar copia скопировать копировать wird google truth hacker linked opens
    inhalte teile zum möchten jetzt in this if read these connect den icon: submit open
""")
"""Words that a bar starts with: other lines are put away after one look-up."""
