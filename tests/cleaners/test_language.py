"""Languages are told apart, or honestly not."""

import subprocess
import sys

import pytest

from cleaners.language import detect
from cleaners.model import Language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The council voted on Tuesday to close two libraries, a decision that residents did not expect."),
        ("en", "COUNCIL VOTES TO CLOSE TWO LIBRARIES IN THE OLD TOWN"),
        ("de", "Der Gemeinderat hat am Dienstag beschlossen, zwei Büchereien zu schließen."),
        ("fr", "Le conseil municipal a voté mardi la fermeture de deux bibliothèques."),
        ("es", "El ayuntamiento votó el martes el cierre de dos bibliotecas."),
        ("pt", "A câmara municipal votou na terça-feira o fecho de duas bibliotecas."),
        ("tr", "Belediye meclisi salı günü iki kütüphanenin kapatılmasına karar verdi."),
        ("ru", "Городской совет проголосовал за закрытие двух библиотек."),
        ("ar", "صوت مجلس المدينة يوم الثلاثاء على إغلاق مكتبتين"),
        ("vi", "Hội đồng thành phố đã bỏ phiếu đóng cửa hai thư viện hôm thứ Ba."),
        ("zh", "市议会星期二投票决定关闭两所图书馆"),
        ("ja", "市議会は火曜日、図書館を閉鎖すると決めた"),
        ("ko", "시의회는 화요일 두 도서관을 폐쇄하기로 의결했다"),
    ],
)
def test_tells(code, text):
    language = detect(text)
    assert language.code == code
    assert 0.35 <= language.score <= 1
    assert detect(text) == language


@pytest.mark.parametrize(
    "text", ["", "  \n", "10:45", "Barcelona 2:1", "AP", "https://example.com/a/long/path/to/news.html"]
)
def test_admits_that_it_cannot_tell(text):
    assert detect(text) == Language(None, 0.0)


def test_looks_at_prose_not_at_menus():
    menu = "\n".join(["Home", "News", "Sports", "Share on Facebook", "Read more", "Subscribe"])
    story = "Der Gemeinderat hat am Dienstag beschlossen, zwei Büchereien in der Altstadt endgültig zu schließen.\n" * 3
    assert detect(f"{menu}\n{story}{menu}").code == "de"


def test_survives_odd_text():
    assert detect("the council voted \ufffd on Tuesday \r to close two libraries").code == "en"
    assert detect("a\x00b" * 1000).score >= 0


def test_the_model_is_loaded_late():
    script = "import sys, cleaners.language; assert 'fasttext' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)
