"""The flow in this process: outcome in the state, artifacts, options."""

from __future__ import annotations

import pandas as pd
import pytest
from prefect.client.orchestration import get_client
from pydantic import ValidationError

from cleaners.errors import SetupError
from corpus.supervise import ShardError
from flows import clean
from flows.clean import PROGRESS, clean_corpus, clean_shard, is_transient, sorted_out
from flows.options import CleanOptions, sources

pytestmark = pytest.mark.prefect


def run(folder, **options):
    return clean_corpus(CleanOptions(config=str(folder / "config.yaml"), **options), return_state=True)


def artifacts(key):
    with get_client(sync_client=True) as client:
        found = [artifact for artifact in client.read_artifacts() if artifact.key == key]
    return max(found, key=lambda artifact: artifact.created)


def test_a_run_cleans_says_so_and_leaves_artifacts(prefect_server, folder):
    seen = []
    token = PROGRESS.set(lambda shard, more: seen.append(more))
    try:
        state = run(folder)
    finally:
        PROGRESS.reset(token)
    assert state.name == "Completed"
    assert state.message.startswith("3 records: 3 cleaned, 0 rejected; 3 documents")
    assert sum(seen) == 3
    documents = pd.read_parquet(folder / "out" / "documents")
    assert "The pump on Mill Road ran all night.\n\nThe water fell by a foot." in set(documents["text"])
    assert "| records | 3 |" in artifacts("clean-corpus-summary").data
    assert '"rule"' in artifacts("clean-corpus-rules").data
    assert '"none"' in artifacts("clean-corpus-rejections").data

    again = run(folder)
    assert again.message.endswith("this run cleaned 0")


def test_a_limit_bounds_the_records(prefect_server, folder):
    assert run(folder, limit=2).message.startswith("2 records")


def test_too_many_rejections_fail_the_run_and_keep_the_rest(prefect_server, folder):
    with (folder / "news" / "pond.jsonl").open("a") as stream:
        stream.write("no json\n")
    state = run(folder)
    assert state.name == "Failed"
    assert state.message.startswith("25.0% of the records were rejected, above the tolerance of 5.0%")
    assert len(pd.read_parquet(folder / "out" / "documents")) == 3


def test_no_input_fails_the_run_with_one_clear_line(prefect_server, folder):
    state = run(folder, inputs=[str(folder / "nwes")])
    assert state.name == "Failed"
    assert state.message == f"{folder}/nwes: source 'nwes' does not exist (did you mean '{folder}/news'?)"
    assert isinstance(state.result(raise_on_failure=False), SetupError)


def test_a_failed_shard_fails_the_run(prefect_server, folder, monkeypatch):
    def broken(job, **_):
        raise ShardError(job.shard.name, "disk full", transient=False)

    monkeypatch.setattr(clean, "run_shard", broken)
    state = run(folder)
    assert state.name == "Failed"
    assert state.message.startswith("1 of 1 shards failed: shard news-0000-of-0001: disk full")


@pytest.mark.parametrize(
    "error, worth_it",
    [
        (OSError(5, "Input/output error"), True),
        (ShardError("s", "no space left on device", transient=True), True),
        (ShardError("s", "TypeError: …", transient=False), False),
        (ValueError("wrong"), False),
        (SetupError("no such rule"), False),
    ],
    ids=lambda value: getattr(value, "reason", None) or str(value),
)
def test_only_reading_and_writing_is_tried_again(error, worth_it):
    class Failed:
        def result(self):
            raise error

    assert is_transient(None, None, Failed()) is worth_it


def test_a_shard_task_is_neither_cached_nor_stored():
    assert clean_shard.cache_policy.compute_key(None, {}, {}) is None
    assert clean_shard.persist_result is False
    assert clean_shard.retry_jitter_factor == 0.5


def test_what_is_no_failure_of_a_shard_is_raised():
    with pytest.raises(SetupError, match="broken pattern"):
        sorted_out([SetupError("broken pattern")])


@pytest.mark.parametrize(
    "options",
    [{"inptus": ["a"]}, {"limit": 0}, {"workers": "many"}, {"output": ""}, {"inputs": ["a\0"]}],
    ids=lambda options: next(iter(options)),
)
def test_wrong_options_are_refused(options):
    with pytest.raises(ValidationError):
        CleanOptions.model_validate(options)


def test_options_lie_over_the_config(folder):
    options = CleanOptions(
        config=str(folder / "config.yaml"), inputs=[str(folder / "news" / "*.txt")], output=str(folder / "x"), workers=7
    )
    config = options.configured()
    assert (config.output, config.workers, config.shard_bytes) == (str(folder / "x"), 7, 32_000_000)
    assert [(source.name, source.path) for source in config.sources] == [("txt", str(folder / "news" / "*.txt"))]


def test_inputs_of_one_name_become_sources_of_two():
    assert [source.name for source in sources(["a/x", "b/X", "-"])] == ["x", "X-2", "input"]
