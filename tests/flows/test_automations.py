"""The automations, on the tests' own server: set up as often as one likes, they are there once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from prefect.blocks.notifications import SlackWebhook
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from flows.automations import NOTICES, ZOMBIES, main

pytestmark = pytest.mark.prefect


@pytest.fixture
def heartbeat(prefect_server):
    """A heartbeat for the zombies to lack; what was set up goes afterwards, for other tests' runs may fail, too."""
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: 60}):
        yield
        with get_client(sync_client=True) as client:
            for found in client.read_automations():
                client.delete_automation(found.id)


def named(name):
    with get_client(sync_client=True) as client:
        return client.read_automations_by_name(name)


def test_runs_without_a_sign_of_life_are_marked_crashed(heartbeat, capsys):
    assert main([]) == 0
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: 30}):
        assert main([]) == 0
    assert capsys.readouterr().out.splitlines() == [f"created: {ZOMBIES}", f"up to date: {ZOMBIES}"]
    [zombies] = named(ZOMBIES)
    assert zombies.trigger.within == timedelta(seconds=90)
    assert zombies.trigger.after == {"prefect.flow-run.heartbeat"}
    assert zombies.trigger.match_related["prefect.resource.name"] == ["clean-corpus", "relate"]
    assert [(action.type, action.state.value) for action in zombies.actions] == [("change-flow-run-state", "CRASHED")]


def test_a_block_is_told_of_failed_runs(heartbeat, capsys):
    SlackWebhook(url="https://hooks.slack.com/services/a/b/c").save("ops", overwrite=True)
    for _ in range(2):
        assert main(["--notify", "slack-webhook/ops"]) == 0
    [notices] = named(NOTICES)
    assert notices.trigger.expect == {"prefect.flow-run.Failed", "prefect.flow-run.Crashed"}
    assert "hooks.slack" not in repr(notices) + capsys.readouterr().out


@pytest.mark.parametrize("block", ["slack-webhook/nobody", "nonsense"])
def test_a_block_that_is_not_there_is_named(heartbeat, capsys, block):
    assert main(["--notify", block]) == 2
    assert f"there is no block '{block}'" in capsys.readouterr().err


def test_without_heartbeats_nothing_is_set_up(prefect_server, capsys):
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        assert main([]) == 2
    assert "runs give no signs of life" in capsys.readouterr().err
