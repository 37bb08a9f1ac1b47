"""Datelines that no list holds in this form: what is read, and how far the span goes."""

import pytest

from cleaners.finders.datelines import at_line_start, read
from cleaners.view import Context, View

STORY = "The council voted on Tuesday to close the old bridge for good, officials said in the evening."

READ = [
    ("TULSA, Okla. -- ", "TULSA", "Oklahoma", "US", None, None),
    ("CARACAS, Venezuela (AP) — ", "CARACAS", None, "VE", "AP", None),
    ("(Reuters) - ", None, None, None, "Reuters", None),
    ("NAIROBI, Aug 14 (Reuters) - ", "NAIROBI", None, "KE", "Reuters", "Aug 14"),
    ("OSLO/STOCKHOLM, Aug 14 (Reuters) - ", "OSLO/STOCKHOLM", None, None, "Reuters", "Aug 14"),
    ("July 18, 2011 -- ", None, None, None, None, "2011-07-18"),
    ("MONDAY, Aug. 2 (HealthDay News) -- ", None, None, None, "HealthDay News", "Aug. 2"),
    ("Zürich – ", "Zürich", None, "CH", None, None),
    ("Dresden (dpa) - ", "Dresden", None, "DE", "dpa", None),
    ("Brüssel (dpa/AFP) - ", "Brüssel", None, "BE", "dpa/AFP", None),
    ("(Bremen) - ", "Bremen", None, "DE", None, None),
    ("МИНСК, 3 мая. /ТАСС/. ", "МИНСК", None, "BY", "ТАСС", "3 мая"),
    ("КИЕВ, 3 мая - РИА Новости. ", "КИЕВ", None, "UA", "РИА Новости", "3 мая"),
    ("Torino, 9 ott – ", "Torino", None, "IT", None, "9 ott"),
    ("(ANSA) - NAPOLI, 2 GIU - ", "NAPOLI", None, "IT", "ANSA", "2 GIU"),
    ("FORTALEZA - ", "FORTALEZA", None, "BR", None, None),
    ("Madrid, 12 may (EFE).- ", "Madrid", None, "ES", "EFE", "12 may"),
    ("BERNE, 3 mars (ATS) — ", "BERNE", None, "CH", "ATS", "3 mars"),
    ("ADANA (DHA) - ", "ADANA", None, "TR", "DHA", None),
    ("TTO - ", None, None, None, "TTO", None),
    ("SURABAYA, KOMPAS.com - ", "SURABAYA", None, "ID", "KOMPAS.com", None),
    ("TRUMP TOWER – ", "TRUMP TOWER", "New York", "US", None, None),
    ("Omaha, NE-- ", "Omaha", "Nebraska", "US", None, None),
    ("Newswise — ", None, None, None, "Newswise", None),
    ("DENVER, May 2, 2019 /PRNewswire/ -- ", "DENVER", "Colorado", "US", "PRNewswire", "2019-05-02"),
    ("BEIJING, Jan. 3 (Xinhua) -- ", "BEIJING", None, "CN", "Xinhua", "Jan. 3"),
    ("Oslo (NTB): ", "Oslo", None, "NO", "NTB", None),
    ("KHARKIV, Ukraine — ", "KHARKIV", None, "UA", None, None),
    ("Atlanta (CNN)", "Atlanta", "Georgia", "US", "CNN", None),
    ("ERIE COUNTY, Pa. (WICU) -- ", "ERIE COUNTY", "Pennsylvania", "US", "WICU", None),
    ("MUMBAI: ", "MUMBAI", None, "IN", None, None),
    ("WASHINGTON—", "WASHINGTON", "District of Columbia", "US", None, None),
    ("EUGENE, Oregon, Sept. 4, 2019 -- ", "EUGENE", "Oregon", "US", None, "2019-09-04"),
    ("WEDNESDAY, Sept. 3, 2014 (HealthDay News) -- ", None, None, None, "HealthDay News", "2014-09-03"),
    ("MONTERREY, Nuevo León, 2 de mayo.- ", "MONTERREY", "Nuevo León", "MX", None, "2 de mayo"),
    ("КИЕВ. 3 мая. УНИАН. ", "КИЕВ", None, "UA", "УНИАН", "3 мая"),
    ("БЕРЛИН, 3 мая. /Корр. ТАСС Ольга Лис/. ", "БЕРЛИН", None, "DE", "ТАСС", "3 мая"),
    ("BURSA/İHA - ", "BURSA", None, "TR", "İHA", None),
    ("BERLIN taz | ", "BERLIN", None, "DE", "taz", None),
    ("ABUJA, Nigeria, March 3, 2020/APO Group/ -- ", "ABUJA", None, "NG", "APO Group", "2020-03-03"),
    ("FRESNO, Calif. [AP] — ", "FRESNO", "California", "US", "AP", None),
    ("London, UK – 3 May 2019 – ", "London", None, "GB", None, "2019-05-03"),
    ("Paris, le 3 mars – ", "Paris", None, "FR", None, "3 mars"),
    ("SERRA DA PEDRA - ", "SERRA DA PEDRA", None, None, None, None),
]  # fmt: skip


@pytest.mark.parametrize("case", READ, ids=lambda case: case[0].strip())
def test_read(case):
    printed, *expected = case
    length, value = read(printed + STORY, 0)
    assert value.raw == printed.strip() == (printed + STORY)[:length]
    assert list(value[1:]) == expected


KEPT = [
    "Newsroom — Note: the desk will be closed on Monday, and nobody will answer the telephone until Tuesday.",
    "Venice: Stones and Water, a new film, opens on Friday in the two cinemas that the town has left.",
    "HANOI Vietnam. U.S. officials said that the talks would go on for another week in the old post office.",
    "The Haunted Cellar — Prepare yourself for an evening in the coldest rooms that the castle has to offer.",
    "The Senate plan — released on Tuesday night by its author — would close three of the four offices.",
    "WHAT YOU NEED TO KNOW -- The Courier, our rival, reports that the talks have broken down once again.",
    "ENTENJAGD – So wird gelockt und gejagt, und so lernen junge Hunde, was sie dabei zu tun haben.",
    "KO – 22 proc., PiS – 30 proc., tak wygląda najnowszy sondaż, który zamówiła redakcja w tym tygodniu.",
    "Paris — the city of light — went dark on Saturday night when the last lamps had been switched off.",
    "Russia – Exposure of a plan that nobody had seen coming shocks the ministers at their meeting.",
    "UPDATE — The mayor has resigned after the report was published on Friday, her office said.",
    "Madison – We met her in the summer when she was twelve years old and taller than her brother.",
    "SARAH LINDQVIST: I want to go over this once more, because nobody has read the second page.",
    "March 5 — The date picked in September as the last day of the programme — was a Tuesday again.",
    "Q: How often should I exercise to see results in a couple of weeks, and is it worth the pain?",
    "PARIS – City of Light",
]


@pytest.mark.parametrize("text", KEPT)
@pytest.mark.parametrize("index", [0, 12])
def test_kept(text, index):
    assert read(text, index) is None


def test_deep_in_the_text_a_place_alone_is_not_enough():
    assert read(f"DENVER — {STORY}", 12) is None
    assert read(f"DENVER (AP) — {STORY}", 12) is not None


def test_berlin_with_a_full_stop_is_german_newspaper_style_only():
    assert read(f"Berlin. {STORY}", 0, "de") is not None
    assert read(f"Berlin. {STORY}", 0, "en") is None


def test_line_broken_after_the_place():
    view = View(
        "SAMSUN - Büyükşehir \n                Belediyesi \n                yeni iskeleyi bu yaz açacağını duyurdu."
    )
    (found,) = at_line_start(view, view.lines)
    assert view.text[found.start : found.end] == "SAMSUN -"


def test_towns_of_a_list_are_no_datelines():
    items = [f"{town} - {STORY}" for town in ("DENVER", "BOSTON", "SEATTLE", "DALLAS")]
    view = View("\n".join(items), Context())
    assert list(at_line_start(view, view.lines)) == []


def test_brazilian_codes_are_states_in_portuguese_only():
    assert read(f"PEDRA BRANCA (PR) – {STORY}", 0, "pt")[1].region == "Paraná"
    assert read(f"CURITIBA, PR (FOLHAPRESS) - {STORY}", 0, "pt")[1][2:5] == ("Paraná", "BR", "FOLHAPRESS")


def test_vietnamese_papers_sign_with_their_initials():
    assert read(f"KTS - {STORY}", 0, "vi")[1].agency == "KTS"
    assert read(f"KTS - {STORY}", 0, "en") is None


def test_reporters_before_the_place():
    view = View(f"Aylin ŞAHİN-Can DEMİR/MUĞLA, (DHA) - {STORY}", Context("tr"))
    byline, dateline = at_line_start(view, view.lines)
    assert byline.value.authors == ("Aylin ŞAHİN", "Can DEMİR")
    assert (dateline.value.place, dateline.value.agency) == ("MUĞLA", "DHA")


def test_a_very_short_sentence_after_a_sure_dateline():
    assert read("OMAHA, Neb. (AP) -- The mill stands empty.", 0)[1].agency == "AP"
    assert read("OMAHA, Neb. -- The mill stands empty.", 0)[1].region == "Nebraska"
    assert read("OMAHA, Neb. -- Concert hall", 0) is None


def test_a_place_no_list_knows_that_is_named_further_down():
    text = f"HARROWGATE BEND — {STORY}"
    assert list(at_line_start(View(text), View(text).lines)) == []
    view = View(f"{text}\n\nThe bridge in Harrowgate Bend was built in 1911.", Context("en"))
    (found,) = at_line_start(view, view.lines)
    assert found.value.place == "HARROWGATE BEND"


def test_the_city_with_a_colon_before_a_whole_statement():
    assert read(f"Kigali: {STORY} Nobody answered.", 0, "en")[1].country == "RW"
    assert read("Kigali: A City And Its Hills", 0, "en") is None


def test_brackets_further_on_do_not_matter():
    assert read("MIAMI (AP) — The agency (NOAA) has found the old buoy again, officials said on Monday evening.", 0)
    assert read("Boston, MA--The agency (NOAA) has found the old buoy again, officials said on Monday evening.", 0)
    assert read("Hendrik Lang (CDU) hat den Film gelobt - nun fragen alle, ob er ihn überhaupt gesehen hat.", 0) is None
