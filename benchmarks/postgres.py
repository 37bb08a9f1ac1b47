"""A Postgres of one's own on loopback, from Debian's package: for as long as a benchmark lasts."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = DATABASE = "copydesk"


def binaries() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``: on the path, or where Debian puts it; None without Postgres."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda path: int(path.parent.name))


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """Run a cluster in ``folder``, which must not exist; yield its address with a password, as SQLAlchemy wants it.

    Raises ``RuntimeError`` when Postgres is not installed or does not start.
    """
    programs = binaries()
    if programs is None:
        raise RuntimeError("there is no Postgres here: apt-get install postgresql")
    folder.mkdir(parents=True)
    password, port = secrets.token_urlsafe(12), free_port()
    secret = folder / "password"
    secret.write_text(password)
    secret.chmod(0o600)
    if os.getuid() == 0:  # it refuses to run as root
        for path in (folder, secret):
            shutil.chown(path, "postgres")
    data, log = folder / "data", folder / "log"
    _as_postgres(programs / "initdb", "-D", data, "-U", USER, "-A", "scram-sha-256", f"--pwfile={secret}")
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    _as_postgres(programs / "pg_ctl", "-D", data, "-l", log, "-o", settings, "-w", "start")
    try:
        environment = os.environ | {"PGPASSWORD": password}
        words = [programs / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", USER, DATABASE]
        subprocess.run(words, env=environment, check=True, capture_output=True)
        yield f"postgresql+asyncpg://{USER}:{password}@127.0.0.1:{port}/{DATABASE}"
    finally:
        _as_postgres(programs / "pg_ctl", "-D", data, "-m", "fast", "-w", "stop")


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _as_postgres(*words: object) -> None:
    """Run a command, as the user postgres if this is root. Raises ``RuntimeError`` with what it said."""
    command = [str(word) for word in words]
    if os.getuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    # Not to a pipe: the server that pg_ctl leaves behind would keep it open.
    done = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with code {done.returncode}")
