"""What a deployment's parameters can reach, and that secrets stay out of what is stored and shown."""

from types import SimpleNamespace

import pytest

from cleaners.errors import SetupError
from corpus.sources import find
from flows import roots
from flows.clean import clean_corpus
from flows.options import CleanOptions, RelateOptions
from flows.relate import relate_output


@pytest.fixture
def deployed(monkeypatch, folder):
    """A run of a deployment whose working directory is ``folder/home``; beside it lies what is not its own."""
    (folder / "home" / "news").mkdir(parents=True)
    (folder / "home" / "news" / "a.txt").write_text("The mill stands empty.")
    (folder / "home" / "config.yaml").write_text("sources:\n  - name: news\n    path: news\noutput: out\n")
    monkeypatch.chdir(folder / "home")
    monkeypatch.setattr(roots, "deployment", SimpleNamespace(id="a"))
    monkeypatch.delenv(roots.VARIABLE, raising=False)
    return folder


def outcome(**options):
    return clean_corpus.fn(CleanOptions(**options)).message


OUTSIDE = {
    "an output": {"output": "../elsewhere"},
    "an input": {"inputs": ["../news"]},
    "an input by its full path": {"inputs": ["/etc/*.txt"]},
    "a glob": {"inputs": ["news/*/../../../news/*.txt"]},
    "settings": {"config": "../config.yaml"},
    "a file's address": {"inputs": ["file:///etc/passwd"]},
    "another machine": {"inputs": ["http://169.254.169.254/latest/"]},
    "a wrapped address": {"inputs": ["simplecache::https://feeds.example/a.txt"]},
}


@pytest.mark.parametrize("options", OUTSIDE.values(), ids=OUTSIDE)
def test_parameters_cannot_reach_outside(deployed, options):
    assert "lies outside the roots of deployed runs" in outcome(**options)
    assert not (deployed / "elsewhere").exists()


def test_settings_below_the_roots_cannot_either(deployed):
    """A parameter could name any YAML that lies there."""
    evil = deployed / "home" / "news" / "evil.yaml"
    for text in (
        "output: ../../x",
        f"sources: [{{name: a, path: {deployed}/news}}]",
        "cleaning: {packs: [/etc/a.yaml]}",
    ):
        evil.write_text(text + "\n")
        assert "lies outside" in outcome(config="news/evil.yaml")


def test_links_are_followed(deployed):
    (deployed / "home" / "news" / "b.txt").symlink_to(deployed / "news" / "pump.txt")
    assert "lies outside" in outcome()
    (deployed / "home" / "linked").symlink_to(deployed)
    assert "lies outside" in outcome(output="linked/out")


def test_more_roots_are_named_in_the_environment(deployed, monkeypatch):
    monkeypatch.setenv(roots.VARIABLE, f"{deployed / 'news'}; s3://news/2018/")
    allowed = roots.roots()
    config = CleanOptions(inputs=[str(deployed / "news")], output="out").configured()
    roots.hold(config, find(config), allowed)
    roots.hold_paths(["s3://news/2018/05/a.jsonl", "s3://news/2018/*.gz"], allowed)
    for path in (
        "s3://news/2019/a",
        "s3://news/2018/../2019/a",
        "s3://news/2018/%2e%2e/a",
        "zip://a::s3://news/2018/a.zip",
    ):
        with pytest.raises(SetupError, match="lies outside"):
            roots.hold_paths([path], allowed)


def test_relations_are_held_too(deployed):
    assert "lies outside" in relate_output.fn(RelateOptions(output="../elsewhere")).message


def test_a_run_of_ones_own_is_free(deployed, monkeypatch):
    monkeypatch.setattr(roots, "deployment", SimpleNamespace(id=None))
    assert roots.roots() is None
    roots.hold_paths(["/etc"], roots.roots())


def test_a_secret_is_no_parameter(deployed, monkeypatch):
    monkeypatch.setenv(roots.VARIABLE, "https://feeds.example/")
    said = outcome(inputs=["https://feeds.example/a.jsonl?X-Amz-Signature=0a1b2c3d"])
    assert "Prefect stores it" in said and "0a1b2c3d" not in said
