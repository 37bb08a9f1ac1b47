"""Cutting a record into documents by signs inside it."""

import pytest

from cleaners.find import find
from cleaners.model import Match
from cleaners.rules.book import RuleBook
from cleaners.rules.pack import Rule
from cleaners.seams import places
from cleaners.view import Context

FERRY = (
    "The ferry to the northern islands stayed in harbour on Tuesday after a storm had damaged two of its engines. Passengers "
    "slept in the waiting room, where volunteers served soup. The harbour master expected repairs to last until Thursday. "
    "Fishermen offered to carry letters and medicine across the strait, as they had done in earlier winters. Islanders have "
    "asked the ministry for a second vessel since the spring, so far without an answer from the transport department."
)
BUDGET = (
    "Councillors approved next year's budget by a single vote, raising property taxes for the third time. Opponents said "
    "households could hardly bear another increase, while supporters pointed to crumbling classrooms. The finance committee "
    "will publish detailed figures next month. A petition against the decision gathered twelve hundred signatures within hours, "
    "and its organisers promised to challenge every single councillor in the municipal elections that follow."
)


def credit(view, lines):
    """A stand-in for the credit finders."""
    for line in lines:
        start = line.text.find("Hugo Brandt via Getty Images")
        if start >= 0:
            yield Match(line.start + start, line.start + start + 28)


GARDEN = (
    "Rose growers along the canal lost a third of their cuttings to an early frost this week. Growers had covered only the "
    "youngest cuttings with fleece, because the forecast spoke of mild nights. Fleece is cheap, said the chair of the growers' "
    "union, but nobody covers four hectares of roses without a reason. The frost reached the canal at three in the morning, "
    "when the sprinklers that might have saved the cuttings were switched off. Insurers will visit the canal growers on Friday. "
    "The union expects that roses will cost a tenth more next summer, and that some growers will give up the cuttings for good."
)
LIBRARY = (
    "Pupils in Westmoor borrow twice as many comics as novels, a count of library cards shows. Librarians had suspected it "
    "for years, since the comics shelves need mending every month. The count covers eleven school libraries and forty thousand "
    "loans. Novels fare best in Westmoor's smallest school, where the librarian reads a chapter aloud each Friday. Comics are "
    "no lesser reading, she says: pupils who take home comics come back for novels. The town will spend the prize money of "
    "its library award on both, and mend the shelves."
)

BOOK = RuleBook([Rule("image_credit/test", "", "finder", "", finder=credit, trigger=("via getty images",))])

CASES = [
    ("one article", FERRY, [FERRY]),
    ("a separator is enough", f"{FERRY}\n\n==========\n\n{FERRY}", [FERRY, FERRY]),
    ("export mark", f"{FERRY} \nstory_separator_special_tag\n{BUDGET}", [f"{FERRY} \n", f"\n{BUDGET}"]),
    ("a glued credit and another subject", f"{FERRY}Hugo Brandt via Getty Images\n\n{BUDGET}", [FERRY, None]),
    ("a glued credit alone", f"{FERRY}Hugo Brandt via Getty Images\n\n{FERRY}", [None]),
    ("another subject alone", f"{FERRY}\n\n{BUDGET}", [None]),
    ("a drawn rule and another subject", f"{FERRY}\n\n{'-' * 40}\n\n{BUDGET}", [FERRY, BUDGET]),
    ("a drawn rule alone", f"{FERRY}\n\n{'-' * 40}\n\n{FERRY}", [None]),
    ("a section break is no separator", f"{FERRY}\n\n* * *\n\n{BUDGET}", [None]),
    ("an underlined heading", f"{FERRY}\n\nThe budget\n==========\n\n{FERRY}", [None]),
    ("a sentence runs into a sentence", f"{GARDEN}{LIBRARY}", [GARDEN, LIBRARY]),
    ("a line ends", f"{GARDEN}\n{LIBRARY}", [GARDEN, LIBRARY]),
    ("a quotation opens the next", f'{GARDEN}"Mending shelves takes time." {LIBRARY}', [GARDEN, None]),
    ("a blank line says nothing", f"{GARDEN}\n\n{LIBRARY}", [None]),
    ("a line ends, same subject", f"{GARDEN}\n{GARDEN}", [None]),
    ("signs without end, and then a word", f"{FERRY}\n\n{'=' * 5_000}x\n{'|' * 5_000}x\n\n{FERRY}", [None]),
    ("a separator at the edge", f"==========\n{FERRY}", [None]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_cut(text, expected):
    parts = find(text, BOOK, Context())
    assert len(parts) == len(expected)
    for part, wanted in zip(parts, expected, strict=True):
        if wanted is not None:
            assert "".join(text[start:end] for start, end in part.segments).strip() == wanted.strip()


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_segments_and_separators_cover_the_text(text):
    parts = find(text, BOOK, Context())
    spans = [span for part in parts for span in part.segments]
    spans += [(f.start, f.end) for part in parts for f in part.findings if f.category == "separator"]
    assert sorted(spans)[0][0] == 0
    assert sorted(spans)[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in zip(sorted(spans), sorted(spans)[1:], strict=False))


def test_a_nested_article_is_a_document_of_its_own():
    frame = [
        "The glassworks of Ellern will blow its last bottle in December, the owners told the furnace crews on Monday. Nearly two "
        "hundred families in Ellern live on the glassworks, and most of the furnace crews have never worked elsewhere. The owners "
        "blame energy prices, which have doubled since the furnaces were rebuilt. A union lawyer called the furnaces "
        "profitable, and the bottles of Ellern the best in the valley.",
        "Furnace crews blocked the road to the glassworks on Tuesday and let nobody through but the night watchman of the Ellern "
        "plant. The owners answered that the furnaces could not be saved by blocking roads. Energy prices would have to halve "
        "before bottles from Ellern could compete again, a lawyer for the owners said, and no union could change energy prices. "
        "The night watchman of Ellern said he would stay until the furnaces were cold.",
    ]
    text = f"{frame[0]}{FERRY} {FERRY}\n\n{frame[1]}"
    parts = find(text, BOOK, Context())
    read = ["".join(text[start:end] for start, end in part.segments) for part in parts]
    assert read == [f"{frame[0]}\n\n{frame[1]}", f"{FERRY} {FERRY}"]


SEAMS = [
    ("The vote is over.Nobody cheered.", [17]),
    ("The vote is over. Nobody cheered.", []),
    ('"It is over."Nobody cheered.', [13]),
    ("It is over when it is overNobody cheered.", [26]),
    ("The vote is over\nNobody cheered.", [17]),
    ("Mr. Weir of the U.S. Army met Dr. Lund at AirAsia, news@Example.ORG.", []),
    ("Sold at www.Example.Shop and on ex.Example.com, p. 12. See there", []),
    ("* one\n* two\n- three", []),
]


@pytest.mark.parametrize(("text", "expected"), SEAMS, ids=[case[0] for case in SEAMS])
def test_places(text, expected):
    before, behind = f"{FERRY} ", f" {BUDGET}"
    found = [place.start - len(before) for place in places(before + text + behind, [])]
    assert [start for start in found if 0 < start < len(text)] == expected
