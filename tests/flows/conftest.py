"""One Prefect server for all tests of this folder, far from the user's own."""

from __future__ import annotations

import pytest
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    PREFECT_HOME,
    PREFECT_LOGGING_LEVEL,
    PREFECT_LOGGING_TO_API_ENABLED,
    temporary_settings,
)

from tests.flows.servers import answers, background, settings, wait_until


@pytest.fixture(scope="session")
def environment(tmp_path_factory):
    """Prefect's settings for these tests alone: own home, own port, nothing inherited."""
    return settings(tmp_path_factory.mktemp("prefect"), tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def server_log(environment, tmp_path_factory):
    """A server that lasts as long as the tests; where it writes what it has to say."""
    log = tmp_path_factory.mktemp("logs") / "server"
    with background(["server", "start", "--host", "127.0.0.1"], environment, log):
        wait_until(lambda: answers(environment, "health"), log)
        yield log


@pytest.fixture(scope="session")
def prefect_server(environment, server_log):
    """Flows of this process run against the tests' own server."""
    own = {
        PREFECT_API_URL: environment["PREFECT_API_URL"],
        PREFECT_HOME: environment["PREFECT_HOME"],
        PREFECT_LOGGING_LEVEL: "CRITICAL",
        PREFECT_LOGGING_TO_API_ENABLED: False,
        PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None,
    }
    with temporary_settings(own):
        yield


@pytest.fixture
def folder(tmp_path):
    """An input folder with three records of news, and a config beside it."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "pump.txt").write_text("The pump on Mill Road ran all night.\n\nShare\n\nThe water fell by a foot.\n")
    lines = (
        '{"id": "a", "text": "The mill stands empty. Its owner has moved to Leeds and will not come back."}\n'
        '{"id": "b", "text": "Two herons nest on the island in the pond behind the school this year."}\n'
    )
    (news / "pond.jsonl").write_text(lines)
    (tmp_path / "config.yaml").write_text("sources:\n  - name: news\n    path: news\noutput: out\nworkers: 2\n")
    return tmp_path
