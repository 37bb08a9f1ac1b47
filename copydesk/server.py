"""Prefect's temporary server, which must not outlive the run it was started for."""

from __future__ import annotations

import subprocess
from typing import Any

from prefect.server.api.server import SubprocessASGIServer

WATCH = ("/bin/sh", "-c", 'read -r _; kill -9 "$0"')
"""Waits for the end of its standard input, which comes with the end of whoever holds the other end, and then kills."""


class GuardedServer(SubprocessASGIServer):
    """A temporary server with a guard beside it.

    Prefect stops its server when Python ends, but a process that is killed ends nothing. Prefect keeps one server for
    each port, so one that is made before it asks for its own is the one it uses.
    """

    _guard: subprocess.Popen[bytes] | None = None

    def _run_uvicorn_command(self) -> subprocess.Popen[Any]:
        process = super()._run_uvicorn_command()
        self._dismiss()
        # In a session of its own, so that it outlives a killed process group.
        self._guard = subprocess.Popen(
            [*WATCH, str(process.pid)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
        )
        return process

    def stop(self) -> None:
        """End the server; the guard first, which would take its time for another."""
        self._dismiss()
        super().stop()

    def _dismiss(self) -> None:
        if self._guard:
            self._guard.kill()
            self._guard.wait()
            if self._guard.stdin:
                self._guard.stdin.close()
            self._guard = None
