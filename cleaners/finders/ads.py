"""Advertising labels on lines of their own, in any language: one look-up a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaners.model import Match
from cleaners.view import Line, View

LONGEST = 64
"""Characters: no label is longer."""
EDGES = " -–—:.()[]*•·|_/!<>«»=~\u200b"
BULLETS = ("- ", "• ", "* ", "· ")
_LABELS = """
ad, ads, adv, advert, adverts, advertisement, advertisements, advertising, advertisment, advertisemnt,
advertorial, sponsored, sponsor, sponsored content, sponsored links, sponsored link, sponsored post, sponsored
stories, sponsor content, sponsor message, sponsored by, promoted, promoted content, promoted stories, promoted
links, paid content, paid post, paid advertisement, paid for by, partner content, ad feedback, ad choices,
adchoices, report ad, report this ad, remove ads, hide ad, close ad, skip ad, why this ad, why am i seeing this
ad, ads by google, google ads, ad content continues below, ad loading, loading ad, external ad, anzeige,
anzeigen, werbung, bezahlte anzeige, gesponsert, gesponserter inhalt, werbeanzeige, sonderveröffentlichung,
promotion, google anzeigen, anzeige schließen, werbung schließen, werbehinweis, affiliate link, affiliate-link,
publicité, pub, annonce, annonces, contenu sponsorisé, sponsorisé, publi-communiqué, publireportage, annonce
publicitaire, publicidad, publicidade, anuncio, anuncios, anúncio, anúncios, patrocinado, contenido patrocinado,
conteúdo patrocinado, publieditorial, contenu partenaire, pubblicità, annuncio pubblicitario, contenuto
sponsorizzato, sponsorizzato, inserzione, реклама, на правах рекламы, реклама 18+, реклама 16+, реклама 0+,
рекламный блок, партнерский материал, партнёрский материал, спонсор, реклама и объявления, promocja, reklama,
reklamy, artykuł sponsorowany, materiał sponsorowany, ogłoszenie, publicitate, reklame, oglas, reklam,
reklamlar, reklamı geç, ilan, sponsorlu içerik, hirdetés, mainos, mainokset, ilmoitus, διαφήμιση, оглас,
реклами, объявление, annonse, annonser, annonsørinnhold, annons, sponsrat innehåll, annoncer, annoncørbetalt
indhold, reklameindhold, advertentie, advertenties, gesponsord, gesponsorde inhoud, quảng cáo, qc, iklan,
sponsor iklan, विज्ञापन, إعلان, اعلان, إعلانات, تبلیغات, 广告, 廣告, 広告, 광고, הפרסומת, פרסומת, โฆษณา, advertisement
1, advertisement 2, publicité 1
"""
LABELS = frozenset(" ".join(label.split()) for label in _LABELS.split(","))


def labels(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Lines that consist of an advertising label, once or several times."""
    for line in lines:
        text = line[3]
        if len(text) <= LONGEST and _label(text.lower().strip(EDGES)) and _alone(view, line):
            yield Match(line.start, line.end)


def _alone(view: View, line: Line) -> bool:
    """Whether a label is more than an item of a list, or a word of a sentence that was broken over lines."""
    if line.text.startswith(BULLETS):
        around = view.lines[max(0, line.index - 1) : line.index] + view.lines[line.index + 1 : line.index + 2]
        return not any(other.text.startswith(BULLETS) for other in around)
    if not line.text[0].islower():
        return True
    above = view.above(line, ".")
    before = "." if above.endswith(('."', '!"', '?"')) else above[-1]
    after = view.below(line, "A")[0]
    return before not in '"“„,(‘' and not after.islower() and after not in '",.;)'


def _label(text: str) -> bool:
    """Whether the text is a label, also when it is repeated.

    >>> _label("advertisement 3"), _label("ad ad"), _label("anzeige wegen betrugs")
    (True, True, False)
    """
    if text in LABELS or text.rstrip("0123456789 ") in LABELS:
        return True
    first, _, rest = text.partition(" ")
    return first in LABELS and all(word.strip(EDGES) in LABELS for word in rest.split())


COUPON = re.compile(
    r"(?i)[^.!?:]{0,40}(?:gutscheine?|rabattcodes?|(?:im )?vergleich|coupons?(?: codes?)?|promo codes?"
    r"|vouchers?(?: codes?)?|discount codes?|codes? promo|cup[oó]n(?:es)?|cupo(?:m|ns)"
    r"|códigos? (?:promocionales|de descuento|de desconto)|codic[ei] sconto|kod(?:y)? rabatow[ey]|kortingscodes?"
    r"|rabattkod(?:er)?|rabatkoder?|промокоды?)(?: [^.!?:]{0,30})?"
)
"""What a link to coupons says, after the shop's name or before it."""


def coupons(view: View, lines: Sequence[Line]) -> Iterator[Match]:
    """Runs of three lines and more that link to coupons and comparisons."""
    run: list[Line] = []
    for line in lines:
        if len(line.text) > LONGEST or not COUPON.fullmatch(line.text):
            continue
        if run and line.index != run[-1].index + 1:
            yield from _coupon_run(run)
            run = []
        run.append(line)
    yield from _coupon_run(run)


def _coupon_run(run: Sequence[Line]) -> Iterator[Match]:
    if len(run) > 2:
        yield Match(run[0].start, run[-1].end)
