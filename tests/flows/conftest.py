"""One Prefect server for all tests in this process, far from the user's own."""

from __future__ import annotations

import pytest
from prefect.settings import (
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    PREFECT_LOGGING_LEVEL,
    PREFECT_LOGGING_TO_API_ENABLED,
    PREFECT_SERVER_ANALYTICS_ENABLED,
    temporary_settings,
)
from prefect.testing.utilities import prefect_test_harness


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory):
    """Flows of this process run against a server of their own while the tests last."""
    settings = {
        PREFECT_LOGGING_LEVEL: "CRITICAL",
        PREFECT_LOGGING_TO_API_ENABLED: False,
        PREFECT_SERVER_ANALYTICS_ENABLED: False,
        PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None,
    }
    with temporary_settings(settings), prefect_test_harness(server_startup_timeout=120):
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
