"""The files behind an address: one file, a folder with all folders below it, or a pattern with ``*``."""

from __future__ import annotations

import posixpath
from typing import Any

from cleaners.errors import SetupError
from corpus.files import WEB, Facts, asked, bare, place, told
from corpus.secrets import hidden


def listed(url: str) -> list[tuple[str, str, Facts]]:
    """Return path (relative to the root), address and facts of every file; hidden ones are left out.

    Raises :class:`SetupError` when nothing is there or the place cannot be reached.
    """
    system, root = place(url)
    try:
        return asked(url, lambda: _listed(system, url, root))
    except FileNotFoundError as error:
        remedy = "check the address; folders of a web server end with /"
        raise SetupError("there is nothing at this address", where=hidden(url), remedy=remedy) from error
    except PermissionError as error:
        raise SetupError(
            "access is refused", where=hidden(url), remedy="give the keys in the environment, as AWS_PROFILE"
        ) from error
    except OSError as error:
        raise SetupError(f"{error.strerror}", where=hidden(url), remedy="check the address and the network") from error


def _listed(system: Any, url: str, root: str) -> list[tuple[str, str, Facts]]:
    system.invalidate_cache()
    if "*" in root or "[" in root:
        fixed = root[: min(root.find(sign) for sign in "*[" if sign in root)].rpartition("/")[0]
        found = system.glob(root, detail=True)
    elif _is_folder(system, url, root):
        fixed = root.rstrip("/")
        found = system.find(root, detail=True)
    else:
        info = system.info(root)
        return [(posixpath.basename(bare(root).rstrip("/")) or "index.html", url, told(info))]
    files = []
    for name, info in found.items():
        path = name[len(fixed) :].lstrip("/")
        if info.get("type") == "directory" or any(part.startswith((".", "_")) for part in path.split("/")):
            continue
        if info.get("size") is None:  # a web server's list of links
            info = system.info(name)
        files.append((path, _address(url, root, name), told(info)))
    return files


def _is_folder(system: Any, url: str, root: str) -> bool:
    """Whether the address is that of a folder. On the web only the ``/`` at its end can tell."""
    return url.endswith("/") if url.startswith(WEB) else bool(system.isdir(root))


def _address(url: str, root: str, name: str) -> str:
    """The address of one file, with all that stands around the path in the source's own.

    >>> _address("s3://bucket/news/", "bucket/news", "bucket/news/a.txt")
    's3://bucket/news/a.txt'
    >>> _address("zip://*.csv::s3://bucket/a.zip", "*.csv", "b.csv")
    'zip://b.csv::s3://bucket/a.zip'
    """
    first, sign, rest = url.partition("::") if not url.split("://", 1)[0].count("::") else (url, "", "")
    before, _, path = first.partition("://")
    if root and root in path:
        return f"{before}://{path.replace(root, name, 1).rstrip('/')}{sign}{rest}"
    return name if "://" in name else f"{before}://{name.lstrip('/')}{sign}{rest}"
