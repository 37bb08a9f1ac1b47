"""Files wherever they lie: on this machine, or behind a URL that fsspec reads (``https://``, ``s3://``, ``zip://``).

What a source is allowed to ask of a place, its addresses and its keys, comes from the environment, never from here
(``AWS_PROFILE``, ``AWS_ENDPOINT_URL``, ``FSSPEC_HTTP_…``).
"""

from __future__ import annotations

import errno
import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

from cleaners.errors import SetupError
from corpus.secrets import hidden

BLOCK = 1 << 20
URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?:::[A-Za-z][A-Za-z0-9+.-]*)*://")
WEB = ("http://", "https://")
VERSIONS = (
    "ETag",
    "etag",
    "md5Hash",
    "md5",
    "Content-MD5",
    "LastModified",
    "Last-Modified",
    "last_modified",
    "mtime",
    "CRC",
)
"""What places say of a file's version, the surest first."""
NOT_THERE = {errno.ENOENT, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG}
"""Errors that lie with the file. All others (disk, network) lie with the place, and may pass."""

T = TypeVar("T")


class Facts(NamedTuple):
    """What tells cheaply that a file has changed. ``size`` in bytes, -1 where the place does not say."""

    size: int
    mtime_ns: int = 0
    etag: str = ""

    @property
    def telling(self) -> bool:
        """Whether equal facts mean that nothing has changed: a server may say neither version nor time."""
        return bool(self.mtime_ns or self.etag)


def is_url(path: str) -> bool:
    """Whether the path is an address for fsspec.

    >>> is_url("s3://bucket/news/*.jsonl"), is_url("simplecache::https://a.org/b.warc.gz"), is_url("/data/a::b.txt")
    (True, True, False)
    """
    return URL.match(path) is not None


def bare(location: str) -> str:
    """The path or address without what follows ``?`` or ``#`` on the web, or ``::`` where a file lies in another one.

    >>> bare("https://a.org/feed.csv.gz?day=1"), bare("zip://b.csv::s3://news/a.zip")
    ('https://a.org/feed.csv.gz', 'zip://b.csv')
    """
    if not (kind := URL.match(location)):
        return location
    location = kind[0] + location[kind.end() :].partition("::")[0]
    return re.split(r"[?#]", location, maxsplit=1)[0] if location.startswith(WEB) else location


def facts(location: str) -> Facts:
    """Look at a file as it is now.

    Raises ``OSError`` when it is not there or cannot be asked.
    """
    if not is_url(location):
        found = Path(location).stat()
        return Facts(found.st_size, found.st_mtime_ns)
    system, path = place(location)
    with _as_os_error(location):
        system.invalidate_cache()
        return told(system.info(path))


def told(info: dict[str, Any]) -> Facts:
    """The facts in what fsspec says of a file."""
    version = next((f"{name}:{info[name]}" for name in VERSIONS if info.get(name)), "")
    size = info.get("size")
    return Facts(-1 if size is None else int(size), 0, version)


def open_file(location: str, start: int = 0) -> BinaryIO:
    """Open a file for reading from byte ``start`` on.

    Opening and reading raise ``OSError``, whatever the place raises.
    """
    if not is_url(location):
        stream = Path(location).open("rb")  # noqa: SIM115 - the caller closes it
        stream.seek(start)
        return stream
    system, path = place(location)
    with _as_os_error(location):
        remote = system.open(path, "rb")
        if start:
            remote.seek(start)
    return io.BufferedReader(_Remote(remote, location, system), BLOCK)


def place(url: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it.

    Raises :class:`SetupError` when the address cannot be understood, or what reads it is not installed.
    """
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        remedy = re.sub(r"^.*?(pip|conda|[Ii]nstall)", r"\1", str(error).splitlines()[0])
        raise SetupError("what reads this address is not installed", where=hidden(url), remedy=remedy) from error
    except OSError as error:
        raise SetupError(
            f"cannot be reached: {hidden(str(error))}", where=hidden(url), remedy="check the address"
        ) from error
    except Exception as error:
        raise SetupError(
            f"cannot be understood: {hidden(str(error))}", where=hidden(url), remedy="write s3://bucket/folder, say"
        ) from error
    return system, path


def asked(url: str, question: Callable[[], T]) -> T:
    """Ask a place something. Raises ``OSError``, whatever it raises."""
    with _as_os_error(url):
        return question()


class _Remote(io.RawIOBase):
    """A remote file whose every failure is an ``OSError``."""

    def __init__(self, remote: Any, location: str, system: Any) -> None:
        self._remote, self._location = remote, location
        self._system = system  # one that nobody holds closes its files

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(self._remote.seekable())

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        with _as_os_error(self._location):
            return int(self._remote.seek(offset, whence))

    def tell(self) -> int:
        return int(self._remote.tell())

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        with _as_os_error(self._location):
            content = self._remote.read(len(view))
        view[: len(content)] = content
        return len(content)

    def close(self) -> None:
        if not self.closed:
            self._remote.close()
        super().close()


@contextmanager
def _as_os_error(location: str) -> Iterator[None]:
    where = hidden(location)
    try:
        yield
    except FileNotFoundError as error:
        status = getattr(error.__cause__, "status", None)
        if type(error.__cause__).__module__.startswith("aiohttp") and status not in (404, 410):
            # fsspec calls everything that goes wrong on the web a file that is not there
            raise OSError(errno.EIO, hidden(f"the place cannot be read: {error.__cause__}")[:200], where) from error
        raise FileNotFoundError(errno.ENOENT, "there is no such file", where) from error
    except PermissionError as error:
        raise PermissionError(errno.EACCES, f"access is refused ({hidden(str(error))})", where) from error
    except SetupError:
        raise
    except Exception as error:  # each place has its own errors: of aiohttp, botocore, paramiko …
        said = hidden(" ".join(str(error).split())) or type(error).__name__
        raise OSError(errno.EIO, f"the place cannot be read: {said[:200]}", where) from error
