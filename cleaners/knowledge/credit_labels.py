"""The words that label a picture's credit or caption, as pattern sources (no flags set; compile them with IGNORECASE).

``PICTURE`` words need a colon behind them (``Foto: dpa``), ``GIVEN_BY`` words lead straight to a name
(``Photo by Jane Roe``).
"""

from __future__ import annotations

from typing import Final

_ENGLISH = (
    r"(?:(?:reuters|ap|afp|epa|getty|family|police|nasa|wikimedia|twitter|facebook|youtube|instagram)\s+)?"
    r"(?:(?:file|featured?|header|cover|lead|top|main|hero|stock|staff|banner|handout|archive|homepage|thumbnail"
    r"|press|social)\s+)?"
    r"(?:photo[ -]?illustrations?|photos?|photographs?|photographers?|photography|pics?|pictures?|images?"
    r"|illustrations?|graphics?|infographics?|cartoons?"
    r"|screen ?(?:shots?|grabs?|caps?)|renderings?|artwork)"
    r"(?:\s+(?:and|&)\s+(?:videos?|captions?|styling|text|illustrations?))?"
    r"(?:\s+(?:creds?|credits?|courtesy(?:\s+of)?|sources?|copyright|by))?"
)
_PLAIN = (r"(?:mandatory )?credits?(?:\s+line)?", r"courtesy(?:\s+of)?", r"main image", r"(?:image|photo) courtesy")
_GERMAN = (
    r"(?:titel|symbol|archiv|beitrags|agentur|vorschau|header|presse|rubriklisten|start|aufmacher|themen|teaser"
    r"|handout|privat)?"
    r"(?:bild|foto)(?:er|s)?(?:quellen?|nachweise?|rechte|credits?|montage|grafie|graf(?:in)?|hinweis)?",
    r"grafik|illustration(?:en)?",
)
_ROMANCE = (
    r"cr[ée]dits?(?:\s+(?:photos?|image|foto|de la (?:photo|foto)|da (?:foto|imagem)))?",
    r"cr[ée]ditos?(?:\s+(?:da|de|de la|das|fotos?|imagen|imagem|foto)){0,3}",
    r"photographie|visuel|fotos?\s+(?:(?:de )?(?:archivo|arquivo)|cortes[ií]a(?: de)?|di|de)",
    r"fotos?|fotograf[ií]as?|im[aá]gen(?:es)?|imagem|imagens|ilustraci[oó]n|ilustração|immagin[ei]|crediti(?: foto)?"
    r"|ph\.?",
    r"sursa foto|fonte (?:da )?(?:foto|imagem|immagine)",
)
_NORTHERN = (
    r"foto[’']s|fotografie|beeld|illustratie|bilde[rt]?|billede(?:r)?|foton|(?:arkiv|illustra(?:sjons|tions)"
    r"|press?e?)(?:foto|bilde?)",
    r"illustrasjon|fotograf(?:i|er)?|foto/(?:video|montage|grafik)|skjermdump|skärmdump|kuvat?|kuvaaja|nuotr\.?"
    r"|grafikk?|genrebild",
)
_EASTERN = (
    r"zdjęci[ea]|źródło (?:zdjęcia|fot\.?|foto)|autor (?:zdjęcia|fotografii|foto)|ilustra(?:ční|čné) (?:foto|snímek)"
    r"|zdroj foto|fotók?|képe?k?",
    r"фото(?:граф(?:ия|ии)?)?(?:\s+автора)?|снимк[аи]|иллюстрация|источник (?:фото|изображения)|скриншот"
    r"|кадр(?: из видео)?|коллаж",
    r"изображение|слика|фотографија|світлина|ілюстрація|φωτο(?:γραφία|γραφίες)?|πηγή φωτο(?:γραφίας)?",
)
_ASIAN = (
    r"thực hiện|đồ họa|fotoğraf(?:lar|çı)?",
    r"görsel(?:ler)?|(?:nguồn )?(?:ảnh|hình ảnh|hình)(?: minh h(?:ọa|oạ)| cắt từ clip"
    r"| chụp màn hình| tư liệu)?|gambar|ilustrasi|sumber foto|dok(?:umentasi)?",
    r"写真(?:提供)?|画像|사진(?:제공)?|图片?(?:来源)?|图源|摄影|圖片?(?:來源)?|攝影"
    r"|صورة|مصدر الصورة|تصوير|عکس|صاحب عکس|צילום|फोटो|तस्वीर"
    r"|picha",
)
PICTURE: Final = "|".join((_ENGLISH, *_PLAIN, *_GERMAN, *_ROMANCE, *_NORTHERN, *_EASTERN, *_ASIAN))
"""Words that stand before a colon."""

GIVEN_BY: Final = "|".join((
    r"(?:(?:file|featured?|header|cover|lead|top|main|hero|stock|staff|handout|courtesy)\s+)?"
    r"(?:photo(?:s|graphs?|graphy)?|pics?|pictures?|images?|illustrations?|graphics?|screen ?(?:shots?|grabs?)"
    r"|video|map|chart|cartoon)\s+"
    r"(?:credits?\s+)?(?:(?:is|are|was)\s+)?"
    r"(?:by|via|from|courtesy of|courtesy|provided by|supplied by|taken by|used under licen[sc]e from"
    r"|used with permission from)",
    r"all (?:images|photos|pictures) (?:via|by|from|courtesy of)|images? used under licen[sc]e from|(?:images?\s+"
    r"|photos?\s+)?courtesy of|provided by|supplied by|handout (?:photo )?(?:by|from)",
    r"(?:foto|bild|fotos|bilder|fotografie|illustration) (?:von|av|di|by|door|de|por|via|par|cortes[ií]a de"
    r"|per gentile concessione di)",
    r"cortes[ií]a(?: de)?|crédits?\s+photos?|fot\.|foto:|nuotr\.|ph\.",
    r"تصویر کے کاپی رائٹ|تصویر کا ذریعہ|image copyright|image source|photo (?:credit|source)|image credit"
    r"|copyright de l'image",
    r"derechos de autor de la imagen|fuente de la imagen|crédito, |legenda da foto,?",
))  # fmt: skip
"""Words that lead straight to a name."""

CAPTION_HEAD: Final = (
    r"file ?(?:photo|picture|pic|image|foto)s?|(?:image|media|video|photo|picture) caption|caption|bildunterschrift"
    r"|bildlegende|bildtext|"
    r"legende|légende|legenda(?: da foto)?|pie de foto|leyenda|didascalia|bildetekst|billedtekst|onderschrift|podpis"
    r"|archivbild|archivfoto|"
    r"symbolbild|symbolfoto|foto de archivo|foto de arquivo|photo d[’']archives|photo d[’']illustration"
    r"|foto d[’']archivio|"
    r"архивное фото|ảnh minh h(?:ọa|oạ)|arşiv|(?:cover|lead|header|featured?|main|hero|top|banner)"
    r" (?:image|photo|picture)"
)
"""Words that open a caption."""

STOCK: Final = (
    r"ảnh minh h(?:ọa|oạ)|hình minh h(?:ọa|oạ)|ảnh [A-ZĐ][\w.]{1,20}|symbol(?:bild|foto|grafik)|archiv(?:bild|foto)"
    r"|themenbild|file(?: photo| image| picture)?|"
    r"courtesy photo|contributed photo|submitted photo|handout(?: photo)?|family photo|stock (?:photo|image)"
    r"|representative image|representational image|"
    r"image for representation|foto de archivo|foto de arquivo|imagem de arquivo|imagen de archivo"
    r"|foto d[’']archivio|photo d[’'](?:archives|illustration)|"
    r"архивное фото|фото из архива|illustrasjonsfoto|arkivfoto|arkivbild|genrebild|illustrationsfoto|kuvituskuva"
    r"|arşiv|temsili(?: fotoğraf| görsel)?|zdjęcie ilustracyjne|"
    r"ilustrační foto|screenshot|screengrab|photo illustration|mugshot|reprodução|divulgação|reproducción"
    r"|istimewa|ist|dok\.? .{2,40}|tangkapan layar|ilustrasi|archivio|repertorio|d\.r\.|zvg|privat|gentileza|cortesía"
)
"""What stands in brackets behind a caption when the picture shows something like it, or comes from an archive."""

PLAIN_OWNERS: Final = frozenset(
    """
    afp anp ap apa arch. archiv archive archived archives archivo ard arquivo arşiv belga contributed cortesia
    cortesía courtesy ctv d.r. diverse divulgación divulgação dpa dr efe eigen epa epd facebook fb file files
    getty handout hersteller imago instagram internet istock keystone kna materiały ntb nvcc pexels pixabay
    prasowe press presse pressebild pressefoto pressfoto pressmaterial privat private promo provided reddit
    reproduccion reproducción reproduction reprodução reuters sammlung screengrab screenshot shutterstock
    submitted supplied tiktok tt twitter unbekannt undatiert unknown unsplash veranstalter wikimedia wikipedia
    własne youtube zdf zvg архив пресс-служба
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
"""Lower-case words that may stand where a photographer's name is expected."""
