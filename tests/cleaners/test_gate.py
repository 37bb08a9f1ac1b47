"""The gate gives ftfy's own answer on every string."""

import ftfy
import pytest
from ftfy.badness import MOJIBAKE_CATEGORIES
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners import gate


def expand(classes: str) -> str:
    """Write out the ranges of a regex character class."""
    characters, position = [], 0
    while position < len(classes):
        if classes[position + 1 : position + 2] == "-":
            characters += map(chr, range(ord(classes[position]), ord(classes[position + 2]) + 1))
            position += 3
        else:
            characters.append(classes[position])
            position += 1
    return "".join(characters)


# every character that ftfy's badness pattern knows, and some that the other fixers know
RISKY = (
    "".join(map(expand, MOJIBAKE_CATEGORIES.values()))
    + "Ђў√≈βā²³ŸŠŽ−"
    + "ﬁŉǆ，　ｶﾞ\ufeff\u206a\ufffc\x1b[31m\x00\x0b\r\x85\u2028"
)
NEIGHBOURS = "abzAZ 0.,?!-\"'&;\n\n\t中あ한یक\u0301\u0327e"
CLEAN = (
    "It’s “fine” — really… said the mayor’s office, “no more”—",
    "L’été à l’école, où « tout » est prêt ; Zoë’s naïve façade.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy. Zażółć gęślą jaźń.",
    "Городской совет «проголосовал» за закрытие — двух библиотек.",
    "Το δημοτικό συμβούλιο ψήφισε «ναι» — χθες.",
    "市議会は火曜日、二つの図書館を閉鎖すると決めた。",
    "صوت مجلس المدينة، يوم الثلاثاء، على إغلاق مكتبتين",
    "दो पुस्तकालय बंद होंगे। 시의회는 화요일",
    "Hội đồng thành phố bỏ phiếu đóng cửa hai thư viện.",
    "AT&T paid $5 & left.\n\n\tIndented.",
)


def direct(text: str, *, width: bool = True) -> str:
    return ftfy.fix_text(text, unescape_html=False, uncurl_quotes=False, fix_character_width=width)


@given(
    st.text(
        st.one_of(st.sampled_from(RISKY), st.sampled_from(NEIGHBOURS), st.characters(exclude_categories=[])),
        max_size=25,
    ),
    st.booleans(),
)
@settings(max_examples=1500, deadline=None)
def test_the_answer_is_ftfys(text, width):
    assert gate.fix(text, width=width) == direct(text, width=width)


@given(st.lists(st.sampled_from([*RISKY, *NEIGHBOURS]), min_size=2, max_size=6).map("".join))
@settings(max_examples=1500, deadline=None)
def test_the_answer_is_ftfys_on_dense_mojibake(text):
    assert gate.fix(text) == direct(text)


@given(
    st.text(min_size=1, max_size=20),
    st.sampled_from(["latin-1", "cp1252", "cp1250", "cp1251", "cp1253", "cp1257", "mac-roman"]),
)
@settings(max_examples=500, deadline=None)
def test_the_answer_is_ftfys_on_made_mojibake(text, encoding):
    mojibake = text.encode("utf-8").decode(encoding, "replace")
    assert gate.fix(mojibake) == direct(mojibake)


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_does_not_reach_ftfy(text, monkeypatch):
    monkeypatch.setattr(gate, "fix_segment", None)
    assert gate.fix(text, width=False) == text == direct(text, width=False)


@pytest.mark.parametrize(
    "text",
    [
        "cafÃ© noir\nclean line\nâ€œquotedâ€\n",
        "fÃ cil, Ã la mode",
        "Ã la carte",
        "and then Â he left",
        "cœur",
        "cœ 12",
        "un vœ",
        "cœur et sœur, SÃO PAULO",
        "SÃ PAULO",
        "sÃ ",
        "ﬂuﬃest",
        "e\u0301",
        "\u1112\u1161\u11ab",
        "ＬＯＵＤ　ＮＯＩＳＥＳ",
        "a\r\nb\rc\x85d\u2028e",
        "В»С",
        "вЂ™",
        "x" * 30 + "Ã©" * 10,
    ],
)
@pytest.mark.parametrize("width", [True, False])
def test_the_answer_is_ftfys_on_known_cases(text, width):
    assert gate.fix(text, width=width) == direct(text, width=width)


@pytest.mark.parametrize("filling", [gate.SEGMENT - 3, gate.SEGMENT - 1, gate.SEGMENT])
def test_long_lines_are_cut_where_ftfy_cuts_them(filling):
    text = "a" * filling + "Ã© b" + "c" * 10
    assert gate.fix(text) == direct(text)
    assert all(end - start <= gate.SEGMENT for start, end in gate.suspects(text, width=True))
