"""Outputs of older schema versions are read as if they were of this one; newer ones are refused."""

import pyarrow as pa
import pytest

from cleaners.errors import SetupError
from corpus import fingerprint, schema, stored, versions
from corpus.compact import compact
from corpus.forget import forget
from corpus.load import load
from corpus.restore import verify
from corpus.run import run


@pytest.fixture
def config(make_config, write_lines, in_process):
    """An output of version 1."""
    write_lines("a.jsonl", [{"id": "x", "text": "One.[Ad]"}, {"id": "y", "text": "Two."}])
    config = make_config()
    run(config)
    return config


def later(monkeypatch):
    """Make this Copydesk one of version 3: a new column, a new field inside one, and a column called otherwise."""
    documents = schema.DOCUMENTS
    quality = pa.struct([*schema.QUALITY, pa.field("mood", pa.float64())])
    documents = documents.set(documents.get_field_index("quality"), pa.field("quality", quality))
    documents = documents.append(pa.field("topic", pa.string()))
    removals = schema.REMOVALS
    at = removals.get_field_index("confidence")
    removals = removals.set(at, removals.field(at).with_name("certainty"))
    monkeypatch.setattr(schema, "TABLES", {**schema.TABLES, "documents": documents, "removals": removals})
    monkeypatch.setattr(schema, "VERSION", 3)

    def renamed(table, rows):
        names = {"confidence": "certainty"} if table == "removals" else {}
        return rows.rename_columns([names.get(name, name) for name in rows.column_names])

    monkeypatch.setattr(versions, "UPGRADES", {2: renamed})


def test_an_older_output_is_read_as_a_new_one(config, monkeypatch):
    before = load(config.output).documents
    later(monkeypatch)
    tables = load(config.output)
    assert list(tables.documents["text"]) == list(before["text"])
    assert tables.documents["topic"].isna().all()
    assert tables.documents["quality"][0]["mood"] is None
    assert list(tables.removals["certainty"]) == [1.0]
    assert list(
        stored.read(config.output, "removals", "news-0000-of-0001", ["certainty"])["certainty"].to_pylist()
    ) == [1.0]
    assert verify(config.output).exact == 2
    forget(config.output, records=["y"])
    assert list(load(config.output).documents["text"]) == ["One."]


def test_a_run_cleans_it_again_and_says_why(config, monkeypatch):
    monkeypatch.setattr(schema, "VERSION", 2)
    assert compact(config.output).after == 4, "what is older is left as it is"
    summary = run(config)
    assert (summary.cleaned, summary.why) == (2, ["schema version: 1, now 2"])
    assert run(config).read == 0


def test_a_newer_output_is_refused(config, monkeypatch):
    monkeypatch.setattr(schema, "VERSION", 0)
    monkeypatch.setattr(versions, "OLDEST", 0)
    with pytest.raises(SetupError, match="newer Copydesk: schema version 1, and this one reads up to 0"):
        _ = load(config.output).documents


def test_one_that_is_too_old_says_what_to_do(config, monkeypatch):
    monkeypatch.setattr(versions, "OLDEST", 2)
    monkeypatch.setattr(schema, "VERSION", 2)
    with pytest.raises(SetupError, match=r"has schema version 1.*copydesk run cleans its sources again"):
        _ = load(config.output).records


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"libraries": {"ftfy": "9.9"}}, "library ftfy: {ftfy}, now 9.9"),
        ({"code": {"rules/ad.yaml": "0123"}}, "code rules/ad.yaml changed"),
        ({"packs": {"1 mine.yaml": "0123"}}, "pack 1 mine.yaml is new"),
    ],
)
def test_the_part_of_the_fingerprint_that_changed_is_named(change, reason, config, monkeypatch):
    honest = fingerprint.parts
    old = honest(config.cleaning)
    changed = {group: {**names, **change.get(group, {})} for group, names in old.items()}
    monkeypatch.setattr("corpus.run.parts", lambda _: changed)
    summary = run(config)
    assert (summary.cleaned, summary.why) == (2, [reason.format(**old["libraries"])])
