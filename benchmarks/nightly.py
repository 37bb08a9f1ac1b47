"""Nights on end in production's shape: Prefect on Postgres, a worker, the deployment ``nightly`` on its schedule.

    python -m benchmarks.nightly [--hold SECONDS]

Takes about ten minutes. Needs Debian's ``postgresql``. In the first night the corpus is new.
In the second the flow, its workers and Prefect's worker are killed at once with SIGKILL: the automation must mark the
run Crashed, and a later night must do what was left, losing and doubling nothing. In the third a site changes its
pages: the run must fail and name it. The fourth is like the first ones and must complete. Prints what happened when;
exits 1 if a night was not as it should be. ``--hold`` leaves the server up for a while, to look at its pages.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.postgres import free_port, postgres
from benchmarks.speed import document

ROOT = Path(__file__).parents[1]
NIGHTLY = "30 2 * * *"
"""The schedule in ``prefect.yaml``; here it becomes every minute."""
SITES = ("harbour.example", "hill.example", "mill.example", "pond.example")
CHANGED = "hill.example"
TITLES = ("Council Delays Vote On Harbour Road", "Storm Closes Two Schools", "New Ferry Timetable Starts In May")
WALL = "".join(
    f"\n\nADVERTISEMENT\n\nSign up for our free daily newsletter\n\nRead more: {title}" for title in TITLES * 5
)
"""What the changed site prints below every article: a quarter of the page."""
EACH = {"one": 100, "two": 300, "three": 60, "four": 60}
"""Articles that each site brings in a night."""
MARK = "COPYDESK_NIGHTLY"
"""Variable in the environment of Prefect's worker and of all that it starts, by which they are known."""
HEARTBEAT = 30
PATIENCE = 900.0
"""Seconds that a night may take, the waiting for a crash to be noticed included."""


class Night:
    """The project of a deployment in a folder of its own, and what its server says."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder, self.mark, port = folder, uuid.uuid4().hex, free_port()
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        self.key = base64.b64encode(f"copydesk:{self.mark}".encode()).decode()
        self.url = f"http://127.0.0.1:{port}"
        self.environment = inherited | {
            "PREFECT_HOME": str(folder / "prefect"),
            "PREFECT_API_URL": f"{self.url}/api",
            "PREFECT_SERVER_API_PORT": str(port),
            "PREFECT_SERVER_DATABASE_CONNECTION_URL": database,
            "PREFECT_SERVER_API_AUTH_STRING": f"copydesk:{self.mark}",
            "PREFECT_API_AUTH_STRING": f"copydesk:{self.mark}",
            "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(HEARTBEAT),
            "PYTHONPATH": str(folder),
            "DO_NOT_TRACK": "1",
        }
        self.begun = time.monotonic()
        (folder / "news").mkdir(parents=True)
        for name in ("cleaners", "corpus", "flows"):  # copied, so that work on the code does not change the fingerprint
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "prefect.toml", folder)
        deployments = (ROOT / "prefect.yaml").read_text(encoding="utf-8")
        assert NIGHTLY in deployments
        (folder / "prefect.yaml").write_text(deployments.replace(NIGHTLY, "* * * * *"), encoding="utf-8")
        (folder / "config.yaml").write_text("sources: [{name: news, path: news}]\noutput: out\nshard_bytes: 400000\n")

    def say(self, text: str) -> None:
        """Print what happened, with the seconds since the beginning."""
        print(f"{time.monotonic() - self.begun:6.0f} s  {text}", flush=True)

    def bring(self, name: str, more: Mapping[str, str]) -> None:
        """Put a night's articles into the source, whole at once; ``more`` stands at the end of a site's."""
        rows = [
            {
                "id": f"{name}-{site}-{number}",
                "url": f"https://{site}/{name}/{number}",
                "text": document(1_000 * (list(EACH).index(name) * len(SITES) + place) + number) + more.get(site, ""),
            }
            for place, site in enumerate(SITES)
            for number in range(EACH[name])
        ]
        staged = self.folder / f"{name}.part"
        staged.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        staged.replace(self.folder / "news" / f"{name}.jsonl")

    def prefect(self, *words: str) -> None:
        """Run a command of Prefect's in the project."""
        self.run("prefect", *words)

    def run(self, module: str, *words: str) -> None:
        """Run a Python module in the project. Raises ``RuntimeError`` with what it said."""
        command = [sys.executable, "-m", module, *words]
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command[2:])}: {done.stdout}{done.stderr}")

    @contextmanager
    def background(self, *words: str, mark: str = "") -> Iterator[subprocess.Popen[bytes]]:
        """A command of Prefect's that runs on, in a process group of its own."""
        with (self.folder / f"{words[0]}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "prefect", *words],
                cwd=self.folder,
                env=self.environment | {MARK: mark},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                yield process
            finally:
                process.terminate()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(15)
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def worker(self, mark: str = "") -> Any:
        """Prefect's worker."""
        return self.background("worker", "start", "--pool", "copydesk", "--type", "process", mark=mark)

    def api(self, path: str, body: object = None) -> Any:
        """Ask the server."""
        request = urllib.request.Request(
            f"{self.url}/api/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Basic {self.key}"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    def runs(self, *types: str) -> list[dict[str, Any]]:
        """The flow runs in these states, the last that began first."""
        chosen = {"flow_runs": {"state": {"type": {"any_": list(types)}}}, "sort": "START_TIME_DESC"}
        return list(self.api("flow_runs/filter", chosen))

    def wait(self, what: str, holds: Callable[[], Any], patience: float = PATIENCE) -> Any:
        """Wait until something holds and return it. Raises ``RuntimeError`` when patience ends."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            with suppress(OSError):
                if found := holds():
                    return found
            time.sleep(0.5)
        begun = self.runs("RUNNING", "COMPLETED", "FAILED", "CRASHED")
        states = "; ".join(f"{run['name']} {run['state']['name']}: {run['state']['message']}" for run in begun)
        raise RuntimeError(f"{what}: not within {patience:.0f} s; runs: {states}")

    def ended(self, night: str, records: int, state: str) -> str:
        """Wait for a run that ended in a state with so many records in the output; return its message."""

        def found() -> str | None:
            messages = [run["state"]["message"] or "" for run in self.runs(state)]
            return next((message for message in messages if f"{records:,} records" in message), None)

        message = str(self.wait(f"night {night}", found))
        self.say(f"night {night}: {state.capitalize()}: {message}")
        return message

    def rows(self) -> tuple[int, int]:
        """Records in the output, and distinct ones."""
        files = str(self.folder / "out" / "records" / "*.parquet")
        [(records, distinct)] = duckdb.sql(
            f"select count(*), count(distinct id) from read_parquet('{files}')"
        ).fetchall()
        return int(records), int(distinct)


def nights(night: Night) -> list[str]:
    """Go through the nights; return what was not as it should be."""
    wrong, records = [], len(SITES) * EACH["one"]
    night.bring("one", {})
    with night.worker(night.mark) as worker:
        message = night.ended("one", records, "COMPLETED")
        if "drift" in message:
            wrong.append(f"night one drifted: {message}")

        night.bring("two", {})
        records += len(SITES) * EACH["two"]
        killed = night.wait("night two begins", lambda: _halfway(night))
        victims = marked(night.mark)
        for victim in victims:
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
        worker.wait()
        at = time.monotonic()
        stood = night.rows()[0]
        night.say(
            f"night two: {killed['name']} killed with its worker, {len(victims)} processes; {stood:,} records stand"
        )
        time.sleep(5)
        if left := marked(night.mark):
            wrong.append(f"processes {left} are left after the kill")
        if night.api(f"flow_runs/{killed['id']}")["state"]["type"] != "RUNNING":
            wrong.append("Prefect knew of the kill at once: nothing was tested")
    with night.worker():
        night.wait(
            "the dead run is noticed", lambda: night.api(f"flow_runs/{killed['id']}")["state"]["type"] == "CRASHED"
        )
        night.say(f"night two: marked Crashed by the automation, {time.monotonic() - at:.0f} s after the kill")
        message = night.ended("two", records, "COMPLETED")
        if "drift" in message:
            wrong.append(f"night two drifted: {message}")
        if not message.endswith(f"this run cleaned {records - stood:,}"):
            wrong.append(f"not the {records - stood:,} records were cleaned that did not stand: {message}")
        if night.rows() != (records, records):
            wrong.append(f"{night.rows()} records and distinct ones in the output, not {records}")

        night.bring("three", {CHANGED: WALL})
        records += len(SITES) * EACH["three"]
        message = night.ended("three", records, "FAILED")
        if f"site {CHANGED}: removed share" not in message:
            wrong.append(f"night three does not name {CHANGED}: {message}")

        night.bring("four", {})
        records += len(SITES) * EACH["four"]
        night.ended("four", records, "COMPLETED")
        if night.rows() != (records, records):
            wrong.append(f"{night.rows()} records and distinct ones in the output, not {records}")
    return wrong


def marked(mark: str) -> list[int]:
    """Ids of the living processes that a worker with this mark has started, its own included."""
    sign, found = f"{MARK}={mark}\0".encode(), []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            if entry.name.isdecimal() and sign in (entry / "environ").read_bytes():
                found.append(int(entry.name))
    return found


def _halfway(night: Night) -> dict[str, Any] | None:
    """The run at work, when some of its records stand and others do not."""
    running = night.runs("RUNNING")
    return running[0] if running and len(SITES) * EACH["one"] < night.rows()[0] else None


def main(words: Sequence[str] | None = None) -> int:
    """Go through the nights and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hold", type=float, default=0, metavar="SECONDS", help="leave the server up so long")
    options = parser.parse_args(words)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and leave nothing behind
    with tempfile.TemporaryDirectory() as root:
        Path(root).chmod(0o755)  # for the user postgres
        with postgres(Path(root) / "postgres") as database:
            night = Night(Path(root) / "project", database)
            with night.background("server", "start", "--host", "127.0.0.1"):
                night.wait("the server", lambda: night.api("health"), 180)
                night.say(f"Prefect on Postgres at {night.url}; its password is copydesk:{night.mark}")
                night.prefect("work-pool", "create", "copydesk", "--type", "process")
                night.prefect("--no-prompt", "deploy", "--all")
                night.run("flows.automations")
                try:
                    wrong = nights(night)
                except RuntimeError as error:
                    wrong = [str(error)]
                print("\n".join(wrong) if wrong else "all nights were as they should be", flush=True)
                time.sleep(options.hold)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
