import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.model import Edit
from corpus.tiling import Tile, rebuild


@st.composite
def tilings(draw):
    """A text cut into stretches, each kept, removed, or white space taken out or replaced, by one of two documents."""
    stretch = st.tuples(
        st.sampled_from(["keep", "remove", "space", "glue"]), st.text(min_size=1, max_size=8), st.integers(0, 1)
    )
    text, removed = "", []
    clean, spaces, segments = ["", ""], ([], []), ([], [])
    for what, piece, owner in draw(st.lists(stretch, max_size=20)):
        start = len(text)
        if what == "glue":
            spaces[owner].append(Edit(start, "", " ", "space/glue"))
            clean[owner] += " "
            continue
        text += piece
        segments[owner].append((start, len(text)))
        if what == "keep":
            clean[owner] += piece
        elif what == "remove":
            removed.append((start, piece))
        else:
            spaces[owner].append(Edit(start, piece, "\n", "space/seam"))
            clean[owner] += "\n"
    tiles = [Tile(segments[owner], clean[owner], spaces[owner]) for owner in (0, 1)]
    return text, tiles, removed


@given(tilings())
def test_the_parts_give_the_text_back(tiling):
    text, tiles, removed = tiling
    assert rebuild(len(text), tiles, removed) == text


WRONG = {
    "too short": (5, [Tile([(0, 5)], "One.", [])], []),
    "too long": (3, [Tile([(0, 3)], "One.", [])], []),
    "a gap": (6, [Tile([(0, 3)], "One", [])], [(4, "xx")]),
    "overlap": (5, [Tile([(0, 5)], "O", [])], [(1, "ne."), (3, "..")]),
    "beyond the end": (3, [Tile([(0, 3)], "One", [])], [(3, "xx")]),
}


@pytest.mark.parametrize("parts", WRONG.values(), ids=WRONG)
def test_parts_that_do_not_fit_are_refused(parts):
    with pytest.raises(ValueError, match=r"\w"):
        rebuild(*parts)
