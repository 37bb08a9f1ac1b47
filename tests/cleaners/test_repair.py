"""What repair mends, what it leaves alone, and that every change can be undone."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaners import edits
from cleaners.repair import repair

MENDED = [
    # (what, dirty, mended, fixes)
    ("latin-1 mojibake", "Le prÃ©sident a dÃ©jÃ\xa0 parlÃ©.", "Le président a déjà parlé.", {"encoding"}),
    ("cp1252 quotes", "He said â€œnoâ€\x9d â€” twice.", "He said “no” — twice.", {"encoding"}),
    ("mojibake twice over", "un cafÃƒÂ© noir", "un café noir", {"encoding"}),
    ("mojibake in one line only", "naÃ¯ve\nnaïve", "naïve\nnaïve", {"encoding"}),
    ("stray  before a space", "30 USD perÂ month", "30 USD per month", {"encoding"}),
    ("C1 quotes", "the mayor\x92s \x93plan\x94", "the mayor’s “plan”", {"encoding"}),
    ("entities", "Tom &amp; Ann&rsquo;s caf&eacute; &#8211; &quot;open&quot;", 'Tom & Ann’s café – "open"', {"entity"}),
    ("an ampersand escaped twenty times", "R &" + "amp;" * 20 + " D, &" + "amp;" * 15 + "lt;", "R & D, <", {"entity"}),
    ("double-escaped entities", "ten&amp;nbsp;miles, AT&amp;amp;T", "ten miles, AT&T", {"entity"}),
    ("entity inside mojibake", "10Î&frac14;s", "10μs", {"encoding"}),
    ("ligatures", "The ﬁrst oﬃce", "The first office", {"ligature"}),
    ("full width in Latin text", "ＷＯＷ！ said no one", "WOW! said no one", {"width"}),
    ("decomposed letters", "Zoe\u0308 and Rene\u0301", "Zoë and René", {"normal-form"}),
    ("soft hyphens", "Touristen\xadattraktion", "Touristenattraktion", {"invisible"}),
    ("BOM and zero width", "\ufeffAURORA\u200b \u2060– Police", "AURORA – Police", {"invisible"}),
    ("control characters", "a\x00b\x08c \x1b[1mbold\x1b[0m", "abc bold", {"control"}),
    ("no-break spaces", "10\xa0000 euros\u202f; « oui\xa0»", "10 000 euros ; « oui »", {"space"}),
    ("mixed line ends", "one\r\ntwo\nthree\rfour\u2028five\x0bsix", "one\ntwo\nthree\nfour\nfive\nsix", {"line-end"}),
    ("direction marks in Latin text", "\u200ethe\u202c end", "the end", {"invisible"}),
    ("backtick apostrophe", "They didn`t say it`s Mary`s.", "They didn't say it's Mary's.", {"apostrophe"}),
    ("backtick in capitals", "SHE`LL NEVER", "SHE'LL NEVER", {"apostrophe"}),
    ("acute apostrophe", "I don´t think we´re done", "I don't think we're done", {"apostrophe"}),
    ("apostrophe as the text has them", "It’s late, isn`t it?", "It’s late, isn’t it?", {"apostrophe"}),
    ("French elision", "l`été d`une vie, qu`il aujourd`hui", "l'été d'une vie, qu'il aujourd'hui", {"apostrophe"}),
    ("German clitic", "Wie geht`s rund um`s Geld?", "Wie geht's rund um's Geld?", {"apostrophe"}),
    ("Italian elision", "dell`arte e l`acqua", "dell'arte e l'acqua", {"apostrophe"}),
    ("Irish name", "Conan O`Brien spoke", "Conan O'Brien spoke", {"apostrophe"}),
    ("a heap of marks", "Z" + "\u0338" * 40 + "algo", "Z" + "\u0338" * 10 + "algo", {"combining"}),
]

LEFT_ALONE = [
    ("curly quotes", "“It’s ‘fine’,” he said — “really”…"),
    ("quoted mojibake", 'How often I saw "Ã¤" instead of "ä" and “Ã¼” for “ü”.'),
    ("capital à before a space", "The MELIÃ COZUMEL hotel"),
    ("capitals in Portuguese", "C O N C L U S Ã O, VOCÊ…"),
    ("replacement characters", "Pedro S\ufffdnchez"),
    ("Somali glottal stop", "go`aansaday in uu la`aan"),
    ("Uzbek letters", "O`zbekiston so`m bo`ldi, yo`l to`g`ri"),
    ("code between backticks", "run `echo it´s` or `ls -l`"),
    ("paired backticks", "``quoted''"),
    ("ampersand", "R&D at AT&T; M&S"),
    ("entities where markup is shown", 'Write <a href="x">one &amp; two</a> or &lt;b&gt;'),
    ("Persian joiners", "می\u200cخواهم کتاب\u200cها"),
    ("emoji joiners", "👩\u200d👩\u200d👧 and 🏴\U000e0067\U000e0062\U000e007f"),
    ("Khmer word spaces", "ភាសា\u200bខ្មែរ"),
    ("Chinese punctuation", "今天，天气很好！（他说）\u3000好"),
    ("direction marks in Arabic", "قال \u200fABC\u200e اليوم"),
    ("less-than", "if a<b and c>d"),
    ("double accents", "ấ ệ ǭ"),
]


@pytest.mark.parametrize(("dirty", "mended", "fixes"), [row[1:] for row in MENDED], ids=[row[0] for row in MENDED])
def test_mends(dirty, mended, fixes):
    text, made = repair(dirty)
    assert text == mended
    assert {edit.fix for edit in made} == fixes
    assert edits.undo(text, made) == dirty
    assert repair(text) == (text, [])


@pytest.mark.parametrize("text", [row[1] for row in LEFT_ALONE], ids=[row[0] for row in LEFT_ALONE])
def test_leaves_alone(text):
    assert repair(text) == (text, [])


def test_edits_are_small():
    _, made = repair("A long line with one cafÃ© and one it`s, and nothing else wrong in it.")
    assert [(edit.start, edit.before, edit.after) for edit in made] == [(24, "Ã©", "é"), (37, "`", "'")]


def test_the_length_of_runs_of_marks_is_a_setting():
    assert repair("a" + "\u0317" * 9, combining_run=3)[0] == "a" + "\u0317" * 3


# fmt: off
PIECES = st.sampled_from([
    "Ã©", "â€™", "Ã ", " Ã ", "â€œ", "Â ", "Â»", "Ð¿", "вЂ™", "\xe2\x80\x99", "&amp;", "&amp;amp;", "&lt;b&gt;", "&#769;",
    "&#10;", "&nbsp;", "<b>", "<br/>", "é", "e\u0301", "\u0301" * 3, "\u0316\u0301", "ﬁ", "，", "中", "ガ", "ｶﾞ", "\x00",
    "\x1b[0m", "\r\n", "\r", "\n", "\x0b", "\u2028", "\x85", "\x81", "\xa0", "\u202f", "\xad", "\u200b", "\u200d", "\u200e",
    "\ufeff", "א", "ا", "n`t", "it`s", "o`z", "l´a", "“", "”", "’", "'", '"', "`", "´", "œ", "Œ", "Ã", "Â", "A", "a", "1",
    ".", " ", "\U0001f600", "\ufffd", "\u09c7\u09be", "\u1100\u1161\u11a8",
])
# fmt: on
DIRT = st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=14).map("".join))


@given(DIRT)
@settings(max_examples=2500, deadline=None)
@example("Ã\xa0\u0301" * 20)
def test_edits_apply_undo_and_are_final(text):
    mended, made = repair(text)
    assert edits.apply(text, made) == mended
    assert edits.undo(mended, made) == text
    assert all(edit.before != edit.after for edit in made)
    assert repair(mended) == (mended, [])


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("marks", "a" + "\u0301" * 210_000),
        ("marks in mojibake", "a" + "Ì\x81" * 100_000),
        ("marks in entities", "a" + "&#769;" * 100_000),
        ("mojibake on one line", "cafÃ© noir et thÃ©, " * 50_000),
        ("Chinese mojibake on one line", "中文字符".encode().decode("latin-1") * 20_000),
        ("ascii on one line", "word and " * 1_000_000),
        ("quotes on one line", "mayor’s and " * 1_000_000),
        ("backticks", "a`" * 100_000),
        ("ampersands", "&" * 200_000),
        ("angles", "<a " * 100_000),
    ],
    ids=lambda value: value if len(value) < 40 else "",
)
def test_giant_lines_do_not_hang(what, text):
    start = time.process_time()
    mended, made = repair(text)
    assert time.process_time() - start < 10
    assert edits.undo(mended, made) == text
