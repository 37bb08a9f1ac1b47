"""Names of the months, the one place where they are written.

Each language has twelve entries, January first; an entry lists the forms that are printed with a date (cases and
abbreviations), without full stops and in lower case.
"""

from __future__ import annotations

from typing import Final

MONTHS: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sept sep", "october oct", "november nov", "december dec",
    ),
    "de": (
        "januar jänner jan", "februar feber feb", "märz maerz mär mrz", "april apr", "mai", "juni jun", "juli jul",
        "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez",
    ),
    "fr": (
        "janvier janv", "février fevrier févr fevr fév", "mars", "avril avr", "mai", "juin", "juillet juil",
        "août aout", "septembre sept", "octobre oct", "novembre nov", "décembre decembre déc",
    ),
    "es": (
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago",
        "septiembre setiembre sept sep", "octubre oct", "noviembre nov", "diciembre dic",
    ),
    "pt": (
        "janeiro jan", "fevereiro fev", "março marco mar", "abril abr", "maio mai", "junho jun", "julho jul",
        "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez",
    ),
    "it": (
        "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug",
        "agosto ago", "settembre sett set", "ottobre ott", "novembre nov", "dicembre dic",
    ),
    "nl": (
        "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug",
        "september sep", "oktober okt", "november nov", "december dec",
    ),
    "sv": (
        "januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
        "september sep", "oktober okt", "november nov", "december dec",
    ),
    "no": (
        "januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli jul", "august aug",
        "september sep", "oktober okt", "november nov", "desember des",
    ),
    "da": (
        "januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul", "august aug",
        "september sep", "oktober okt", "november nov", "december dec",
    ),
    "fi": (
        "tammikuuta tammikuu", "helmikuuta helmikuu", "maaliskuuta maaliskuu", "huhtikuuta huhtikuu",
        "toukokuuta toukokuu", "kesäkuuta kesäkuu", "heinäkuuta heinäkuu", "elokuuta elokuu", "syyskuuta syyskuu",
        "lokakuuta lokakuu", "marraskuuta marraskuu", "joulukuuta joulukuu",
    ),
    "ru": (
        "января январь янв", "февраля февраль фев", "марта март мар", "апреля апрель апр", "мая май", "июня июнь июн",
        "июля июль июл", "августа август авг", "сентября сентябрь сент сен", "октября октябрь окт",
        "ноября ноябрь ноя", "декабря декабрь дек",
    ),
    "uk": (
        "січня січень", "лютого лютий", "березня березень", "квітня квітень", "травня травень", "червня червень",
        "липня липень", "серпня серпень", "вересня вересень", "жовтня жовтень", "листопада листопад", "грудня грудень",
    ),
    "bg": (
        "януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември",
        "декември",
    ),
    "pl": (
        "stycznia styczeń sty", "lutego luty lut", "marca marzec", "kwietnia kwiecień kwi", "maja maj",
        "czerwca czerwiec cze", "lipca lipiec lip", "sierpnia sierpień sie", "września wrzesień wrz",
        "października październik paź", "listopada listopad lis", "grudnia grudzień gru",
    ),
    "cs": (
        "ledna leden", "února únor", "března březen", "dubna duben", "května květen", "června červen",
        "července červenec", "srpna srpen", "září", "října říjen", "listopadu listopad", "prosince prosinec",
    ),
    "ro": (
        "ianuarie ian", "februarie feb", "martie", "aprilie apr", "mai", "iunie iun", "iulie iul", "august aug",
        "septembrie sept", "octombrie oct", "noiembrie noi", "decembrie dec",
    ),
    "tr": (
        "ocak oca", "şubat subat şub", "mart", "nisan nis", "mayıs mayis", "haziran haz", "temmuz tem",
        "ağustos agustos ağu", "eylül eylul eyl", "ekim eki", "kasım kasim kas", "aralık aralik ara",
    ),
    "id": (
        "januari jan", "februari feb", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu agt",
        "september sep", "oktober okt", "november nov", "desember des",
    ),
    "vi": (
        "tháng 1|tháng 01|tháng một", "tháng 2|tháng 02|tháng hai", "tháng 3|tháng 03|tháng ba",
        "tháng 4|tháng 04|tháng tư", "tháng 5|tháng 05|tháng năm", "tháng 6|tháng 06|tháng sáu",
        "tháng 7|tháng 07|tháng bảy", "tháng 8|tháng 08|tháng tám", "tháng 9|tháng 09|tháng chín",
        "tháng 10|tháng mười", "tháng 11|tháng mười một", "tháng 12|tháng mười hai",
    ),
    "hi": (
        "जनवरी", "फ़रवरी फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर सितम्बर",
        "अक्टूबर अक्तूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर",
    ),
    "ur": (
        "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
    ),
    "ar": (
        "يناير|كانون الثاني", "فبراير شباط", "مارس آذار", "أبريل ابريل إبريل نيسان", "مايو أيار", "يونيو حزيران",
        "يوليو تموز", "أغسطس اغسطس آب", "سبتمبر أيلول", "أكتوبر|اكتوبر|تشرين الأول", "نوفمبر|تشرين الثاني",
        "ديسمبر|كانون الأول",
    ),
    "el": (
        "ιανουαρίου ιανουάριος ιαν", "φεβρουαρίου φεβρουάριος φεβ", "μαρτίου μάρτιος μαρ", "απριλίου απρίλιος απρ",
        "μαΐου μάιος μαι", "ιουνίου ιούνιος", "ιουλίου ιούλιος", "αυγούστου αύγουστος αυγ", "σεπτεμβρίου σεπτέμβριος",
        "οκτωβρίου οκτώβριος οκτ", "νοεμβρίου νοέμβριος", "δεκεμβρίου δεκέμβριος",
    ),
    "hu": (
        "január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember", "október",
        "november", "december",
    ),
    "hr": (
        "siječnja siječanj", "veljače veljača", "ožujka ožujak", "travnja travanj", "svibnja svibanj",
        "lipnja lipanj", "srpnja srpanj", "kolovoza kolovoz", "rujna rujan", "okt", "studenoga studenog",
        "prosinca prosinac",
    ),
    "sr": (
        "januar јануар", "februar фебруар", "mart март", "april април", "maj мај", "jun јун", "jul јул",
        "avgust август", "septembar септембар", "oktobar октобар", "novembar новембар", "decembar децембар",
    ),
    "sk": (
        "januára", "februára", "marca", "apríla", "mája", "júna", "júla", "augusta", "septembra", "októbra",
        "novembra", "decembra",
    ),
    "sl": (
        "januarja", "februarja", "marca", "aprila", "maja", "junija", "julija", "avgusta", "septembra", "oktobra",
        "novembra", "decembra",
    ),
    "lt": (
        "sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio", "rugsėjo", "spalio",
        "lapkričio", "gruodžio",
    ),
    "et": (
        "jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august", "september", "oktoober",
        "november", "detsember",
    ),
    "ca": (
        "gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre", "novembre",
        "desembre",
    ),
    "sq": (
        "janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor",
        "dhjetor",
    ),
}  # fmt: skip


def _forms(entry: str) -> list[str]:
    """Split an entry at spaces, or at bars where the names themselves hold spaces."""
    return entry.split("|") if "|" in entry else entry.split()


MONTH_NUMBERS: Final[dict[str, int]] = {
    form: number for names in MONTHS.values() for number, entry in enumerate(names, 1) for form in _forms(entry)
}
"""Every form of every language with its month (1 to 12); no form means two months."""
