from pathlib import Path

import pytest

from cleaners.errors import SetupError
from cleaners.rules.yaml_strict import load
from corpus.config import Config, load_config

CONFIG = Path(__file__).parents[2] / "config.yaml"


def leaves(values, model):
    """Every dotted name in a dumped model."""
    for name, value in values.items():
        yield name
        if isinstance(value, dict):
            yield from leaves(value, model)


def test_the_config_file_is_every_setting_at_its_default():
    values = load(CONFIG)
    assert Config.model_validate(values) == Config()
    assert values == Config().model_dump(mode="json"), "a setting is missing in config.yaml"


def test_every_line_of_the_config_file_has_its_comment():
    lines = [line for line in CONFIG.read_text(encoding="utf-8").split("\n") if line.strip()]
    assert [line for line in lines if "#" not in line] == []


def test_relative_paths_count_from_the_config_files_folder(tmp_path):
    path = tmp_path / "my.yaml"
    path.write_text("sources:\n  - name: a\n    path: texts/*.txt\noutput: tables\ncleaning:\n  packs: [mine.yaml]\n")
    config = load_config(path)
    assert config.sources[0].path == str(tmp_path / "texts/*.txt")
    assert config.output == str(tmp_path / "tables")
    assert config.cleaning.packs == (str(tmp_path / "mine.yaml"),)


MISTAKES = {
    "unknown key": ("output: out\nouptut: x\n", ":2: unknown key 'ouptut' (did you mean 'output'?)"),
    "unknown key in a source": (
        "sources:\n  - name: a\n    pth: x\n    path: y\n",
        ":3: unknown key 'sources.0.pth' (did you mean 'path'?)",
    ),
    "unknown key under cleaning": (
        "cleaning:\n  limits:\n    page_node: 3\n",
        ":3: unknown key 'cleaning.limits.page_node' (did you mean 'page_nodes'?)",
    ),
    "unknown field": ("sources:\n  - name: a\n    path: b\n    fields: {txt: x}\n", "did you mean 'text'?"),
    "missing key": ("sources:\n  - name: a\n", ":2: 'sources.0.path' is missing (add 'path: …')"),
    "duplicate key": ("output: a\noutput: b\n", ":2: duplicate key 'output'"),
    "out of range": ("workers: 0\n", ":1: workers: Input should be greater than or equal to 1 (found 0)"),
    "no is no number": ("workers: no\n", ":1: workers: "),
    "1:30 is no number": ("record_seconds: 1:30\n", ":1: record_seconds: "),
    "format": ("sources:\n  - name: a\n    path: b\n    format: json\n", "'json' (did you mean 'jsonl'?)"),
    "encoding": ("sources:\n  - name: a\n    path: b\n    encoding: utf9\n", "unknown encoding 'utf9'"),
    "source name": ("sources:\n  - name: ../a\n    path: b\n", ":2: sources.0.name: "),
    "two sources of one name": (
        "sources:\n  - {name: a, path: b}\n  - {name: A, path: c}\n",
        "two sources are named 'a'",
    ),
    "not a mapping": ("- a\n", "is not a list of settings"),
    "unknown category": (
        "cleaning:\n  policy:\n    capton: mark\n",
        "'capton' is no category (did you mean 'caption'?)",
    ),
    "separators only marked": ("cleaning:\n  policy: {separator: mark}\n", "separator cannot be 'mark'"),
    "no encoding of text": ("sources:\n  - {name: a, path: b, encoding: base64}\n", "unknown encoding 'base64'"),
    "a path for sources": ("sources: texts\n", ":1: sources is 'texts' (write a list"),
    "a path for a source": ("sources: [texts]\n", "sources.0 is 'texts' (write lines"),
    "a number for a text": ("output: 5\n", ":1: output is 5 (write a text"),
    "no end of seconds": ("record_seconds: 1e999\n", ":1: record_seconds: "),
    "more memory than there is": ("worker_bytes: 9" + 20 * "0" + "\n", ":1: worker_bytes: "),
    "a number of 5,000 digits": ("workers: " + 5_000 * "9" + "\n", "a value cannot be read"),
    "a list as key": ("{[a]: b}\n", ":1: a key must be a plain value"),
    "100,000 brackets": ("{a: " * 100_000, "nested deeper than 100"),
    "a bomb of aliases": (
        "a0: &a0 [x, x]\n" + "".join(f"a{n + 1}: &a{n + 1} [{9 * f'*a{n}, '}]\n" for n in range(20)),
        ":2: an alias (*a0)",
    ),
    "a NUL": ('output: "a\\0b"\n', ":1: output: no path holds a NUL character (write the path"),
    "broken YAML": ("output: [a\n", "my.yaml:2"),
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_names_line_and_remedy(tmp_path, text, said):
    path = tmp_path / "my.yaml"
    path.write_text(text)
    with pytest.raises(SetupError) as caught:
        load_config(path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_config_that_does_not_exist(tmp_path):
    with pytest.raises(SetupError, match="cannot be read: No such file"):
        load_config(tmp_path / "none.yaml")


def test_categories_that_are_left_out_keep_their_default(tmp_path):
    path = tmp_path / "my.yaml"
    path.write_text("cleaning:\n  policy:\n    caption: mark\n")
    assert load_config(path).cleaning.policy == Config().cleaning.policy | {"caption": "mark"}
