"""Laws that hold for any text: nothing is lost, offsets are true, clean text stays as it is, order does not matter.

The texts are put together from residue, article sentences and everything that breaks parsers.
"""

from __future__ import annotations

import random

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaners import edits
from cleaners.contract import as_dicts
from cleaners.decode import encode
from cleaners.model import Cleaned, Record, Rejection
from cleaners.pipeline import Cleaner
from cleaners.rules.book import RuleBook
from corpus.tiling import rebuild_cleaned

SENTENCES = [
    "The harbour board voted on Monday to dredge the inner basin before winter.",
    "“It has waited long enough,” said Ingrid Solheim, who runs the chandlery by the quay.",
    "Nobody was hurt when the crane fell, the fire brigade said.",
    "Der Stadtrat hat am Dienstag beschlossen, die Brücke zu sperren.",
    "Le conseil a voté mardi la fermeture du pont à l’unanimité.",
    "It didn`t rain for forty days, and the wells ran dry.",
]
RESIDUE = [
    "Share", "Photo: AP", "(AP)", "Advertisement", "ADVERTISEMENT", "Read more: Bridge closed for repairs",
    "Sign up for our newsletter", "Subscribe to our newsletter and never miss a story.",
    "By Martha Oyelaran", "HALIFAX, N.S. (AP) — ", "LISBON (Reuters) - ", "Published 9:41 am, May 8, 2018",
    "— Tove Lind (@tovelind) May 8, 2018", "pic.twitter.com/Ab3dEf9Gh1", "https://t.co/Ab3dEf9Gh1",
    "Jane Roe/Getty Images", "(Photo by Jane Roe/Getty Images)", "Follow us on Facebook and Twitter", "Tweet", "Email",
    "Comments (12)", "© 2018 The Harbour Post. All rights reserved.", "Click here to watch the video", "Related:",
    "5 min read", "Copyright 2019 Harbour Press", "Reporting by Jane Roe; Editing by Max Mole", "<div class=\"ad\">", "[…]",
    "A lorry stands on the quay in Halifax on Monday. (Jane Roe/AP)", "Continue reading", "|||||", "==========",
]  # fmt: skip
DIRT = [
    "\r\n", "\r", "\n", "\n\n", "\n \n", "\x0b", "\x0c", "\u2028", "\u2029", "\x85", "\t", " ", "  ", "\xa0", "\u3000",
    "\x00", "\x1b[31m", "\x7f", "\ufeff", "\u200b", "\u200d", "\xad", "\u202e", "\u2066", "\u202c", "\u200f", "\ufffd", "\ufffc",
    "&amp;", "&nbsp;", "&lt;p&gt;", "&#8217;", "&#x1F600;", "&#xD800;", "&bogus;", "&", "<br>", "<p>", "</p>",
    "Ã©", "â€™", "Ã\xa0", "Ð¡Ð¾Ð²ÐµÑ‚", "ï»¿", "â€œ", "é", "ﬁ", "Ａ", "İ", "ẞ", "ı", "𝒜", "😀", "👩\u200d👩", "क्ष",
    "\u0301", "e\u0301", "\u0301" * 40, "`", "´", "'", "“", "”", "«", "...", "…", "-" * 12, "_" * 30, "=" * 10, "*", "#",
    "@", "0", "٣", "א", "العربية", "日本語", "ไทย", "\U0010ffff", "\ue000", "w" * 300, "12:30",
]  # fmt: skip
SURROGATES = ["\ud800", "\udc00", "\ud83d", "\ude00"]

glued = st.lists(st.sampled_from(SENTENCES + RESIDUE + DIRT), min_size=1, max_size=25).map("".join)
lines = st.lists(
    st.lists(st.sampled_from(SENTENCES + RESIDUE + DIRT), min_size=1, max_size=3).map("".join), min_size=1, max_size=12
).flatmap(lambda parts: st.sampled_from(["\n", "\n\n", "\r\n", "\r"]).map(lambda end: end.join(parts)))
stories = st.lists(st.sampled_from(SENTENCES * 3 + RESIDUE), min_size=2, max_size=25).map("\n\n".join)
anything = st.text(max_size=80)
texts = glued | lines | stories | anything
broken = st.lists(st.sampled_from(SENTENCES + SURROGATES + DIRT), min_size=1, max_size=12).map("".join)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1251", "gb18030", "shift_jis", "utf-32"]


def examples(count):
    """So many examples, the same every time."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=count, deadline=None, derandomize=True, suppress_health_check=slow)


@pytest.fixture(scope="module")
def cleaner():
    return Cleaner()


def record(content):
    return Record("r", "hostile", "key", content, title="Harbour board votes")


def cleaned(cleaner, content):
    """Clean it; a rejection has a reason that is no bug, and None comes back."""
    result = cleaner.clean(record(content))
    if isinstance(result, Rejection):
        assert result.traceback is None, result.traceback
        return None
    return result


def check(result, content):
    """Hold one result to the laws of restoring and of offsets."""
    repaired = rebuild_cleaned(result)
    decoded = result.decoded
    assert edits.undo(repaired, result.repairs) == decoded.text
    assert restored(decoded, content) == content
    raw = decoded.text.replace("\n", decoded.line_end)
    spans = [span for document in result.documents for span in document.segments]
    assert all(0 <= start <= end <= len(repaired) for start, end in spans)
    rows = as_dicts(result)
    orjson.dumps(rows)  # refuses lone surrogates
    assert sum(len(row["repairs"]) for row in rows) == len(result.repairs)
    for row in rows:
        for edit in row["repairs"]:
            assert raw[edit["start"] :].replace(decoded.line_end, "\n").startswith(edit["before"])
        for removal in row["removals"]:
            assert removal["text"] == repaired[removal["start"] : removal["end"]]
            read = raw[removal["raw_start"] : removal["raw_end"]].replace(decoded.line_end, "\n")
            assert removal["text"] in mended(read, raw, removal, result)


def restored(decoded, content):
    if isinstance(content, bytes):
        return encode(decoded.text, decoded.encoding, decoded.line_end) if decoded.raw is None else decoded.raw
    if decoded.raw is not None:
        return decoded.raw.decode("utf-8", "surrogatepass")
    return decoded.text.replace("\n", decoded.line_end)


def mended(read, raw, removal, result):
    """A removal's raw text with the repairs that lie in it."""
    start = len(raw[: removal["raw_start"]].replace(result.decoded.line_end, "\n"))
    end = start + len(read)
    inside = [e for e in result.repairs if start <= e.start and e.start + len(e.before) <= end]
    return edits.apply(read, [edit._replace(start=edit.start - start) for edit in inside])


@examples(600)
@given(texts | broken)
def test_any_text_comes_back_and_offsets_are_true(cleaner, text):
    if result := cleaned(cleaner, text):
        check(result, text)


@examples(300)
@given(texts, st.sampled_from(ENCODINGS), st.binary(max_size=3))
def test_any_bytes_come_back(cleaner, text, encoding, tail):
    content = text.encode(encoding, "ignore") + tail
    if result := cleaned(cleaner, content):
        check(result, content)


@examples(200)
@given(st.binary(max_size=200))
def test_bytes_of_any_kind_come_back(cleaner, content):
    if result := cleaned(cleaner, content):
        check(result, content)


@pytest.fixture(scope="module")
def other(cleaner):
    """A cleaner with its rules in another order."""
    other, rules = Cleaner(), list(cleaner.book.rules)
    random.Random(7).shuffle(rules)
    other.book = RuleBook(rules)
    return other


@examples(300)
@given(texts)
def test_the_same_text_gives_the_same_answer_in_any_order_of_rules(cleaner, other, text):
    assert as_dicts(cleaner.clean(record(text))) == as_dicts(other.clean(record(text)))


def test_clean_stories_stay_as_they_are(cleaner):
    """Counted, not held one by one: a text of nothing but residue can have more than one reading."""
    chooser = random.Random(20)
    changed = []
    for _ in range(300):
        parts = [chooser.choice(SENTENCES) for _ in range(6)] + chooser.sample(RESIDUE, 6)
        chooser.shuffle(parts)
        result = cleaned(cleaner, "\n\n".join(parts))
        for document in filter(lambda document: document.text, result.documents):
            again = cleaned(cleaner, document.text)
            changed += [(document.text, again.removals)] * (again.documents[0].text != document.text)
    assert len(changed) <= 3, changed[:5]
    assert isinstance(result, Cleaned)
