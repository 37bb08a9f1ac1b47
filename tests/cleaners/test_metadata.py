"""The published date: what is chosen out of several candidates, and when none is."""

import pytest

from cleaners.metadata import choose
from cleaners.model import DateCandidate


def candidate(date, confidence, role="published"):
    return DateCandidate(date, "day", "timestamp/own-line", confidence, date, role)


CHOSEN = [
    ([candidate("2019-05-14", 0.85)], "2019-05-14"),
    ([candidate("2019-05-14", 0.75), candidate("2019-05-20", 0.85, "modified")], "2019-05-14"),
    ([candidate("2019-05-14", 0.85, "modified")], "2019-05-14"),
    ([candidate("2019-05-20", 0.85, "modified"), candidate("2019-05-14", 0.85, "modified")], "2019-05-14"),
    ([candidate("2019-05-14", 0.6, "modified")], None),
    ([candidate("2019-05-14", 0.8), candidate("2011-01-01", 0.8)], None),
    ([], None),
]


@pytest.mark.parametrize(("candidates", "date"), CHOSEN)
def test_chosen(candidates, date):
    chosen = choose(candidates)
    assert (chosen and chosen.date) == date


def test_the_date_of_an_update_is_less_sure():
    assert choose([candidate("2019-05-14", 0.85, "modified")]).confidence < 0.6
