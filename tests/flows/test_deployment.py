"""The whole way: a real server and worker, everything in prefect.yaml deployed, a run on demand to its end.

It would catch what unit tests cannot: a server that looks healthy and never schedules a run, a parameter that the
deployment refuses, a worker that cannot import the flow.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path

import pandas as pd
import pytest

pytestmark = pytest.mark.prefect

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0
"""Seconds for the server to become healthy, and for a scheduled run to appear, on a busy machine."""
RUN_PATIENCE = 150.0


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Prefect's settings for this test alone: own home, own port, nothing inherited."""
    home = tmp_path_factory.mktemp("prefect")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    port = free_port()
    return inherited | {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_UI_ENABLED": "false",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
        "PREFECT_WORKER_QUERY_SECONDS": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        "DO_NOT_TRACK": "1",
        "COPYDESK_ROOTS": str(tmp_path_factory.getbasetemp()),
    }


@pytest.fixture(scope="module")
def server(environment, tmp_path_factory):
    """A server with the work pool of prefect.yaml, all deployments, and a worker."""
    logs = tmp_path_factory.mktemp("logs")
    with background(["server", "start", "--host", "127.0.0.1"], environment, logs / "server"):
        wait_until(lambda: healthy(environment), logs / "server")
        prefect(environment, "work-pool", "create", "copydesk", "--type", "process")
        prefect(environment, "--no-prompt", "deploy", "--all")
        with background(["worker", "start", "--pool", "copydesk", "--type", "process"], environment, logs / "worker"):
            yield logs


def test_a_scheduled_run_appears(server, environment):
    def scheduled():
        found = api(environment, "flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}})
        return [run["deployment_id"] for run in found]

    deployments = {
        f"{flow_of(environment, one['flow_id'])}/{one['name']}": one
        for one in api(environment, "deployments/filter", {})
    }
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


def prefect(environment, *words, check=True):
    return subprocess.run(
        [sys.executable, "-m", "prefect", *words],
        cwd=ROOT,
        env=environment,
        check=check,
        capture_output=True,
        text=True,
        timeout=RUN_PATIENCE,
    )


@contextmanager
def background(words, environment, log):
    """A command in a process group of its own; nothing of it is left afterwards."""
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", *words],
            cwd=ROOT,
            env=environment,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def api(environment, path, body=None):
    request = urllib.request.Request(
        f"{environment['PREFECT_API_URL']}/{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def flow_of(environment, flow_id):
    return api(environment, f"flows/{flow_id}")["name"]


def healthy(environment):
    try:
        return api(environment, "health")
    except OSError:
        return False


def wait_until(holds, log):
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, log.read_text()[-3000:]
        time.sleep(0.25)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
