"""Places of datelines: what is known, and what is sure enough to be resolved."""

import pytest

from cleaners.knowledge.places import key, known, region, resolve

RESOLVED = [
    (("AURORA", "Colo."), ("Colorado", "US")),
    (("PEORIA", "Ill."), ("Illinois", "US")),
    (("Salem", "Ore."), ("Oregon", "US")),
    (("PORTLAND", "Maine"), ("Maine", "US")),
    (("LONDON", "Ont."), ("Ontario", "CA")),
    (("LONDON", None), ("England", "GB")),
    (("BIRMINGHAM", "England"), ("England", "GB")),
    (("BIRMINGHAM", "Ala."), ("Alabama", "US")),
    (("MACON", "Ga."), ("Georgia", "US")),
    (("TBILISI", "Georgia"), (None, "GE")),
    (("LAHORE", "Pakistan"), (None, "PK")),
    (("KHAN YOUNIS", "Gaza Strip"), ("Gaza Strip", "PS")),
    (("PERTH", "Australia"), ("Western Australia", "AU")),
    (("WASHINGTON", None), ("District of Columbia", "US")),
    (("WASHINGTON", "D.C."), ("District of Columbia", "US")),
    (("Wien", None), (None, "AT")),
    (("Köln", None), (None, "DE")),
    (("МОСКВА", None), (None, "RU")),
    (("Roma", None), (None, "IT")),
    (("SEUL", None), (None, "KR")),
    (("Londres", None), (None, "GB")),
    (("İSTANBUL", None), (None, "TR")),
    (("ELAZIĞ", None), (None, "TR")),
    (("SÃO PAULO", None), (None, "BR")),
    (("PARIS/LYON", None), (None, "FR")),
    (("PARIS/BERLIN", None), (None, None)),
    (("NAPA COUNTY", "Calif."), ("California", "US")),
    (("UNITED NATIONS", None), ("New York", "US")),
]


@pytest.mark.parametrize(("asked", "answer"), RESOLVED, ids=lambda value: "-".join(map(str, value)))
def test_resolved(asked, answer):
    assert resolve(*asked) == answer


@pytest.mark.parametrize("place", ["AURORA", "SAN JOSE", "BERGEN", "GEORGIA", "Utopia", "Mansion"])
def test_what_is_not_sure_stays_null(place):
    assert resolve(place) == (None, None)


@pytest.mark.parametrize("word", ["UPDATE", "Note", "READING", "Best", "Prepare", "Apple"])
def test_words_are_no_places(word):
    assert not known(word, sure=True)


@pytest.mark.parametrize("name", ["Madison", "Nice", "Essen", "Sofia"])
def test_names_that_are_words_or_persons_are_less_sure(name):
    assert known(name)
    assert not known(name, sure=True)


def test_regions():
    assert region("N.M.") == ("New Mexico", "US")
    assert region("N.S.W.") == ("New South Wales", "AU")
    assert region("Ukraine") == (None, "UA")
    assert region("Tuesday") is None


@pytest.mark.parametrize(
    ("printed", "compared"), [("ST. JOHN’S", "st johns"), ("Łódź", "lodz"), ("Île-de-France", "ile de france")]
)
def test_key(printed, compared):
    assert key(printed) == compared
