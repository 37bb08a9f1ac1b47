"""A site that changes overnight fails the flow's run, by name, and stands in an artifact."""

from __future__ import annotations

import json

import pytest
from prefect.client.orchestration import get_client

from flows.clean import clean_corpus
from flows.options import CleanOptions

pytestmark = pytest.mark.prefect

STORY = (
    "The mill of Upper Wexley stands empty, and its owner has moved away. Nobody knows what will become of number {}."
)
CAPTION = "\n\nShare\n\nSign up for our newsletter\n\nClick here to read more\n\nAdvertisement"


def night(folder, name, **sites):
    rows = [
        {
            "id": f"{name}-{site}-{number}",
            "url": f"https://{site}.example/{number}",
            "text": STORY.format(number) + more,
        }
        for site, (count, more) in sites.items()
        for number in range(count)
    ]
    (folder / "news" / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return clean_corpus(CleanOptions(config=str(folder / "config.yaml")), return_state=True)


def drift_artifact():
    with get_client(sync_client=True) as client:
        found = [artifact for artifact in client.read_artifacts() if artifact.key == "clean-corpus-drift"]
    return max(found, key=lambda artifact: artifact.created)


def test_a_changed_site_fails_the_run_and_is_named(prefect_server, folder):
    with (folder / "config.yaml").open("a") as stream:
        stream.write("drift: {documents: 20}\n")
    assert night(folder, "one", mill=(40, ""), pond=(40, "")).name == "Completed"
    assert "nothing before them to compare with" in drift_artifact().description

    state = night(folder, "two", mill=(30, CAPTION), pond=(30, ""))
    assert state.name == "Failed"
    assert state.message.startswith("drift since the last run: site mill.example: removed share 0.0% before, ")
    first = json.loads(drift_artifact().data)[0]
    assert (first["of"], first["verdict"], first["in"]) == ("site mill.example", "moved", 30)
    assert first["most by"].startswith("rule ")
