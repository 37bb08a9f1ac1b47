"""Mistakes in rule packs: each is named with file, rule and remedy, before the first record."""

import pytest

from cleaners.errors import SetupError
from cleaners.rules.pack import load_pack, load_rules
from cleaners.settings import Settings

GOOD = {
    "name": "x",
    "why": "It is residue.",
    "line": "'share'",
    "trigger": "[share]",
    "removes": "[Share]",
    "keeps": "[They share.]",
}

MISTAKES = [
    ("no examples to keep", {"keeps": None}, "'keeps' is missing"),
    ("no reason", {"why": None}, "'why' is missing"),
    ("an unknown key", {"linee": "'x'"}, "unknown key 'linee'"),
    ("two kinds", {"phrase": "'x'"}, "exactly one of"),
    ("no kind", {"line": None}, "exactly one of"),
    ("no trigger", {"trigger": None}, "no trigger"),
    ("unknown lines to look at", {"line": None, "trigger": None, "finder": "ads.labels", "among": "all"}, "is 'all'"),
    ("lines to look at beside a trigger", {"line": None, "finder": "ads.labels", "among": "short"}, "is 'short'"),
    ("an upper-case trigger", {"trigger": "[Share]"}, "lower-case"),
    ("a number as trigger", {"trigger": "[12]"}, "lower-case"),
    ("triggers that are no list", {"trigger": "share"}, "must be a list"),
    ("a broken pattern", {"line": "'(share'"}, "broken pattern"),
    ("look-around", {"line": "'share(?=x)'"}, "broken pattern"),
    ("ASCII borders beside other letters", {"line": r"'\bteilen für\b'"}, "ASCII only"),
    ("an unknown finder", {"line": None, "finder": "nothing.here"}, "no finder 'nothing.here'"),
    ("a finder that is no function", {"line": None, "finder": "embeds.re"}, "no function"),
    ("a duplicate key", {"why ": "again"}, "duplicate key"),
    ("a number as name", {"name": "5"}, "'name' is no text but 5"),
    ("a mapping as pattern", {"line": "{a: b}"}, "'line' is no text but {'a': 'b'}"),
    ("a name with a slash", {"name": "a/b"}, "'a/b' is no name"),
    ("a word for a switch", {"anchored": "maybe"}, "'anchored' is 'maybe'"),
    ("a switch that is null", {"anchored": "null"}, "'anchored' is None"),
    ("a word as confidence", {"confidence": "high"}, "'confidence' is 'high'"),
    ("confidence above 1", {"confidence": "90"}, "'confidence' is 90"),
    ("a language that is a list", {"languages": "[[en]]"}, "['en'] is no code"),
    ("a number to keep", {"keeps": "[5]"}, "'keeps' holds 5"),
    ("null to remove", {"removes": "[null]"}, "'removes' holds None"),
    ("a number to remove", {"removes": "[5]"}, "'removes' holds 5"),
    ("a mapping without text to remove", {"removes": "[{reads: {raw: x}}]"}, "which has no text"),
    ("readings that are no mapping", {"removes": "[{text: Share, reads: 5}]"}, "which is no example"),
    ("a mark that is not closed", {"removes": "[⟦Share]"}, "do not fit together"),
    ("a list as key", {"[a]": "x"}, "a key must be a plain value"),
    ("a tag that does not fit", {"confidence": "!!float high"}, "a value cannot be read"),
    ("a thousand brackets", {"keeps": "[" * 1000 + "]" * 1000}, "nested deeper"),
]


def written(changes):
    rule = {key: value for key, value in {**GOOD, **changes}.items() if value is not None}
    return "- " + "\n  ".join(f"{key.strip()}: {value}" for key, value in rule.items())


@pytest.mark.parametrize(("changes", "message"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_mistakes(pack, changes, message):
    with pytest.raises(SetupError) as caught:
        load_pack(pack(written(changes)))
    assert message in str(caught.value)
    assert "other.yaml" in caught.value.where
    assert caught.value.remedy


def test_the_line_is_named(pack):
    with pytest.raises(SetupError, match=r"other\.yaml:8 \(y\)"):
        load_pack(pack(written({}) + "\n\n" + written({"name": "y", "keeps": None})))


def test_a_pack_is_named_after_its_category(pack):
    with pytest.raises(SetupError, match="'adverts' is no category"):
        load_pack(pack(written({}), name="adverts"))
    assert [rule.id for rule in load_pack(pack(written({}), name="ad.mysite"))] == ["ad/x"]


def test_rules_of_the_same_name_are_refused(pack):
    path = str(pack(written({})))
    with pytest.raises(SetupError, match="other/x exists already"):
        load_rules(Settings(packs=(path, path)))


def test_disabling_an_unknown_rule_is_refused():
    with pytest.raises(SetupError, match="unknown rule 'ad/nothing'"):
        load_rules(Settings(disabled=("ad/nothing",)))


def test_yaml_has_no_surprises(pack):
    [rule] = load_pack(pack(written({"trigger": "[no, 1:30, yes]"})))
    assert rule.trigger == ("no", "1:30", "yes")


def test_a_missing_pack_is_named():
    with pytest.raises(SetupError, match="cannot be read"):
        load_rules(Settings(packs=("nowhere/ad.yaml",)))
