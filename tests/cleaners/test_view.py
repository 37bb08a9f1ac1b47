"""What a view says of its lines."""

from cleaners.view import View

TEXT = """The ferry

It stayed in port, the captain said, \u201cbecause of the ice.\u201d

Will it sail on Monday?
"""


def test_lines_without_a_stop():
    assert [line.index for line in View(TEXT).loose] == [0, 2]


def test_short_lines():
    assert [line.index for line in View("Ice\n" + 141 * "x" + "\n" + 140 * "x").short] == [0, 2]


def test_lines_beside_gaps():
    assert [line.index for line in View(TEXT, gaps={0: "byline", 3: "cta"}).beside_gaps] == [0, 2]
    assert View(TEXT).beside_gaps == []


def test_what_was_read_is_not_read_again():
    asked = []

    def count(view):
        asked.append(view)
        return len(view.lines)

    view = View(TEXT)
    assert [view.once(count), view.once(count), len(asked)] == [3, 3, 1]


def test_neighbours_of_a_line():
    view = View("Elm\n\nIt rained.")
    first, last = view.lines
    assert (view.above(first), view.below(first)) == ("", "It rained.")
    assert (view.above(last), view.below(last, "A")) == ("Elm", "A")
