"""Bytes become text with the right encoding and its evidence, and go back to the same bytes."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.charsets import canonical
from cleaners.decode import decode, encode
from cleaners.errors import RecordError

SENTENCES = {
    "en": "He said “no”—it’s not the café’s fault.",
    "en-short": "said “no”—it’s",
    "fr": "Le conseil a voté mardi la fermeture de deux bibliothèques, où l’été fût très chaud, à côté de l’église.",
    "fr-short": "très à",
    "de": "Der Gemeinderat beschloss gestern, zwei Büchereien zu schließen; die Bürger sind empört.",
    "es": "El alcalde anunció el cierre de dos bibliotecas, según los vecinos del año pasado. ¿Qué pasó?",
    "pl": "Zażółć gęślą jaźń, powiedział premier w Łodzi, że książki są drogie.",
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl ministr včera v Brně.",
    "hu": "Az önkormányzat kedden két könyvtár bezárásáról döntött, mondta a hűvös őszi ülésen.",
    "ro": "Consiliul a votat marţi închiderea a două biblioteci, spun locuitorii oraşului.",
    "tr": "Belediye meclisi salı günü iki kütüphanenin kapatılmasına karar verdi, şehir sakinleri üzgün.",
    "lt": "Miesto taryba antradienį nusprendė uždaryti dvi bibliotekas, sakė gyventojai šįvakar.",
    "ru": "Городской совет во вторник проголосовал за закрытие двух библиотек.",
    "uk": "Міська рада у вівторок проголосувала за закриття двох бібліотек, їхні мешканці проти.",
    "el": "Το δημοτικό συμβούλιο ψήφισε την Τρίτη το κλείσιμο δύο βιβλιοθηκών.",
    "ar": "صوت مجلس المدينة يوم الثلاثاء على إغلاق مكتبتين",
    "he": "מועצת העיר הצביעה ביום שלישי על סגירת שתי ספריות",
    "th": "สภาเมืองลงมติเมื่อวันอังคารให้ปิดห้องสมุดสองแห่ง",
    "ja": "市議会は火曜日、二つの図書館を閉鎖すると決めた。住民は驚いている。",
    "zh": "市议会星期二投票决定关闭两所图书馆，居民们感到意外。",
    "zh-hant": "市議會星期二投票決定關閉兩所圖書館，居民們感到意外。",
    "ko": "시의회는 화요일 두 도서관을 폐쇄하기로 의결했다.",
}
ENCODINGS = [
    *(("en", "cp1252"), ("en-short", "cp1252"), ("fr", "cp1252"), ("fr-short", "latin-1"), ("de", "latin-1")),
    *(("es", "latin-1"), ("pl", "cp1250"), ("pl", "iso8859-2"), ("cs", "cp1250"), ("cs", "iso8859-2")),
    *(("hu", "cp1250"), ("ro", "iso8859-2"), ("tr", "cp1254"), ("lt", "cp1257"), ("ru", "cp1251"), ("ru", "koi8-r")),
    *(("uk", "cp1251"), ("uk", "koi8-u"), ("el", "cp1253"), ("ar", "cp1256"), ("he", "cp1255"), ("th", "tis-620")),
    *(
        ("ja", "shift_jis"),
        ("ja", "euc-jp"),
        ("ja", "iso2022_jp"),
        ("zh", "gbk"),
        ("zh-hant", "big5"),
        ("ko", "euc-kr"),
    ),
]


@pytest.mark.parametrize(("sentence", "encoding"), ENCODINGS, ids=["-".join(case) for case in ENCODINGS])
@pytest.mark.parametrize("declared", [False, True], ids=["undeclared", "declared"])
def test_reads_legacy_encodings(sentence, encoding, declared):
    text = SENTENCES[sentence]
    data = text.encode(encoding)
    decoded = decode(data, encoding if declared else None)
    assert decoded.text == text
    assert decoded.raw is None
    assert encode(text, decoded.encoding) == data


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_reads_unicode_encodings_and_line_ends(name, line_end):
    text = "Le maire a dit « non ».\nPuis il est parti — très vite.\n"
    data = text.replace("\n", line_end).encode(name)
    decoded = decode(data)
    assert (decoded.text, decoded.line_end, decoded.raw) == (text, line_end, None)
    assert decoded.encoding.source == ("detector" if name.endswith(("le", "be")) else "bom")
    assert encode(decoded.text, decoded.encoding, decoded.line_end) == data


def test_mixed_line_ends_stay_for_repair():
    decoded = decode(b"one\r\ntwo\nthree")
    assert (decoded.text, decoded.line_end) == ("one\r\ntwo\nthree", "\n")


def test_the_evidence_is_kept():
    encoding = decode("Zażółć gęślą jaźń, powiedział premier".encode("cp1250"), "iso-8859-1").encoding
    assert encoding.name == "windows-1250"
    badness = {candidate.name: candidate.badness for candidate in encoding.candidates}
    assert badness["windows-1252"] > badness["windows-1250"]
    assert encoding.candidates[0].source == "declared"


def test_what_is_declared_wins_among_equals():
    assert decode("trčs ŕ".encode("cp1250"), "windows-1250").text == "trčs ŕ"


@pytest.mark.parametrize(
    "head",
    [
        b"<html><head><meta charset=iso-8859-2>",
        b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">',
        b"<?xml version='1.0' encoding='iso-8859-2'?>",
    ],
)
def test_a_page_declares_its_charset(head):
    decoded = decode(head + "<p>Ąść</p>".encode("iso8859-2"), kind="html")
    assert decoded.text.endswith("<p>Ąść</p>")
    assert (decoded.encoding.name, decoded.encoding.source) == ("iso-8859-2", "declared")


def test_broken_utf8_is_still_utf8_and_keeps_its_bytes():
    good = "Le maire a dit « non » à l’été — très bien.\n".encode()
    data = good + b"\xff" + good
    decoded = decode(data)
    assert decoded.encoding.name == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert decoded.raw == data


def test_stray_nul_bytes_stay_for_repair():
    assert decode(b"The mayor\0 said no, and left the room.").text == "The mayor\0 said no, and left the room."


@pytest.mark.parametrize(
    ("text", "clean"), [("a\ud800b", "a\ufffdb"), ("\ud83d\ude00 ok", "😀 ok"), ("\udc00\ud800", "\ufffd\ufffd")]
)
def test_surrogates_become_characters_and_the_original_is_kept(text, clean):
    decoded = decode(text)
    assert decoded.text == clean
    assert decoded.raw is not None
    assert decoded.raw.decode("utf-8", "surrogatepass") == text
    assert decoded.encoding.source == "text"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        ("", "no text"),
        (b" \r\n\t", "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b"%PDF-1.4\n1 0 obj", "a PDF file"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "gzip"),
        (b"PK\x03\x04\x14\x00\x00\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\x00" * 500, "control characters"),
        (bytes(range(256)) * 4, "control characters"),
    ],
)
def test_refuses_what_is_no_text(content, reason):
    with pytest.raises(RecordError, match=reason) as caught:
        decode(content)
    assert caught.value.stage == "decode"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ISO-8859-1", "windows-1252"),
        ("latin1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        (" GB2312 ", "gb18030"),
        ("x-sjis", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("iso-8859-9", "windows-1254"),
        ("UTF8", "utf-8"),
        ("hex", None),
        ("idna", None),
        ("klingon", None),
        ("", None),
    ],
)
def test_labels_mean_what_browsers_mean(label, name):
    assert canonical(label) == name


@given(
    st.one_of(
        st.binary(max_size=80),
        st.text(max_size=40).map(str.encode),
        st.text("aé’ \r\n", max_size=40).map(lambda text: text.encode("cp1252")),
    ),
    st.sampled_from([None, "utf-8", "latin-1", "gbk", "shift_jis", "utf-16", "hex"]),
)
@settings(max_examples=150, deadline=None)
def test_any_bytes_come_back_or_are_kept(data, charset):
    try:
        decoded = decode(data, charset, "html" if len(data) % 2 else "text")
    except RecordError:
        return
    decoded.text.encode()  # no surrogates
    if decoded.raw is None:
        assert encode(decoded.text, decoded.encoding, decoded.line_end) == data
    else:
        assert decoded.raw == data


def test_detection_does_not_depend_on_what_came_before():
    data = SENTENCES["cs"].encode("cp1250")
    first = decode(data)
    decode(SENTENCES["ru"].encode("koi8-r"))
    decode(os.urandom(50).replace(b"\0", b"") + b"text " * 50)
    assert decode(data) == first


RUSSIAN = "Совет собрался во вторник, чтобы обсудить бюджет.\nЖители довольны.\n" * 5


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_russian_in_utf_16_needs_no_byte_order_mark(name):
    decoded = decode(RUSSIAN.encode(name))
    assert (decoded.text, decoded.encoding.name, decoded.encoding.source) == (RUSSIAN, name, "detector")


def test_a_declared_wide_encoding_counts_where_there_are_zero_bytes():
    text = "市议会周二开会，讨论明年的预算。\n"
    decoded = decode(text.encode("utf-16-le"), charset="UTF-16")
    assert (decoded.text, decoded.encoding.name, decoded.encoding.source) == (text, "utf-16-le", "declared")
    assert decode(b"plain", charset="utf-16").text == "plain"
