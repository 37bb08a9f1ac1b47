"""A Prefect server and whatever else a test needs beside it, as processes of their own."""

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

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0
"""Seconds for the server to become healthy, and for a scheduled run to appear, on a busy machine."""
RUN_PATIENCE = 150.0


def settings(home, roots):
    """The environment of a server of its own and of those who talk to it; nothing of Prefect's is inherited."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    port = free_port()
    return inherited | {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_UI_ENABLED": "false",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
        "PREFECT_WORKER_QUERY_SECONDS": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        "DO_NOT_TRACK": "1",
        "COPYDESK_ROOTS": str(roots),
    }


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
    """A command in a session of its own; nothing of it is left afterwards, and nobody waits for its farewells."""
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


def answers(environment, path):
    """Whether the server knows something there."""
    try:
        return api(environment, path)
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
