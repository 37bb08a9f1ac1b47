"""The whole way: a real server and worker, everything in prefect.yaml deployed, a run on demand to its end.

It would catch what unit tests cannot: a server that looks healthy and never schedules a run, a parameter that the
deployment refuses, a worker that cannot import the flow.
"""

from __future__ import annotations

import json

import pandas as pd
import pytest

from tests.flows.servers import answers, api, background, prefect, wait_until

pytestmark = pytest.mark.prefect


@pytest.fixture(scope="module")
def server(environment, server_log):
    """The tests' server with the work pool of prefect.yaml, all deployments, and a worker; the folder of the logs."""
    logs = server_log.parent
    # The worker makes the pool.
    with background(["worker", "start", "--pool", "copydesk", "--type", "process"], environment, logs / "worker"):
        wait_until(lambda: answers(environment, "work_pools/copydesk"), logs / "worker")
        prefect(environment, "--no-prompt", "deploy", "--all")
        yield logs


def test_a_scheduled_run_appears(server, environment):
    def scheduled():
        found = api(environment, "flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}})
        return [run["deployment_id"] for run in found]

    flows = {flow["id"]: flow["name"] for flow in api(environment, "flows/filter", {})}
    found = api(environment, "deployments/filter", {})
    deployments = {f"{flows[one['flow_id']]}/{one['name']}": one for one in found}
    assert sorted(deployments) == ["clean-corpus/nightly", "clean-corpus/on-demand", "relate/on-demand"]
    wait_until(scheduled, server / "server")
    assert set(scheduled()) == {deployments["clean-corpus/nightly"]["id"]}
    nightly = deployments["clean-corpus/nightly"]
    assert [(one["slug"], one["schedule"]["timezone"]) for one in nightly["schedules"]] == [("nightly", "UTC")]
    assert nightly["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"


def test_a_run_on_demand_completes_and_writes_tables(server, environment, folder):
    options = {"config": str(folder / "config.yaml"), "output": str(folder / "tables")}
    done = prefect(
        environment,
        *("deployment", "run", "clean-corpus/on-demand", "--watch", "-p", f"options={json.dumps(options)}"),
        check=False,
    )
    assert done.returncode == 0, done.stdout + (server / "worker").read_text()
    assert "Completed" in done.stdout
    assert len(pd.read_parquet(folder / "tables" / "documents")) == 3


def test_a_wrong_parameter_is_refused_before_a_run_exists(server, environment):
    refused = prefect(
        environment, *("deployment", "run", "clean-corpus/on-demand", "-p", 'options={"inptus": ["news"]}'), check=False
    )
    assert refused.returncode == 1
    assert "inptus" in refused.stdout + refused.stderr
