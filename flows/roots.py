"""Where a deployed run may read and write: below its working directory, and below the roots of its environment.

Whoever may start a deployment chooses its parameters; that must not open the rest of the machine, or its network, to
them. ``COPYDESK_ROOTS`` in the worker's environment names further folders and addresses, parted by semicolons::

    COPYDESK_ROOTS="/srv/news;s3://news-archive/2018/;https://feeds.example.org/" prefect worker start --pool copydesk

All that a run touches is held to it, whatever way it was named: settings file, sources and the files found in them
(links followed), rule packs, output. A run without a deployment (``copydesk run``, a flow called from Python) is its
user's own, and free.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote

from prefect.runtime import deployment

from cleaners.errors import SetupError
from cleaners.rules.pins import parse
from corpus.config import Config
from corpus.files import is_url
from corpus.secrets import has_secret, hidden
from corpus.sources import Input

VARIABLE = "COPYDESK_ROOTS"


def roots() -> list[str] | None:
    """The roots of this run; None if it is free."""
    if deployment.id is None:
        return None
    named = (root.strip() for root in os.environ.get(VARIABLE, "").split(";"))
    return [str(Path.cwd()), *(root for root in named if root)]


def hold_paths(paths: Iterable[str | None], allowed: list[str] | None) -> None:
    """Raise :class:`SetupError` unless all paths and addresses lie below a root."""
    for path in paths if allowed is not None else ():
        if path is not None and not any(_below(path, root) for root in allowed or ()):
            raise SetupError(
                "lies outside the roots of deployed runs",
                where=hidden(path),
                remedy=f"move it below {allowed[0] if allowed else '.'}, or name its folder in the worker's {VARIABLE}",
            )


def hold_inputs(inputs: Iterable[str], allowed: list[str] | None) -> None:
    """Raise :class:`SetupError` if a parameter carries a secret: Prefect stores parameters, and shows them."""
    for path in inputs if allowed is not None else ():
        if has_secret(path):
            raise SetupError(
                "an address with a signature or password is no parameter: Prefect stores it",
                where=hidden(path),
                remedy="give the keys in the worker's environment, as AWS_PROFILE",
            )


def hold(config: Config, found: Mapping[str, list[Input]], allowed: list[str] | None) -> None:
    """Raise :class:`SetupError` unless all that a config names, and the files ``found``, lie below a root."""
    packs = (str(parse(pack)[0]) for pack in config.cleaning.packs)
    hold_paths([config.output, *packs, *(source.path for source in config.sources)], allowed)
    hold_paths((item.location for items in found.values() for item in items), allowed)


def _below(path: str, root: str) -> bool:
    """Whether a path, its links followed, or an address lies below a root.

    >>> [_below(path, "/srv/news") for path in ("/srv/news/2018/a.txt", "/srv/news/../a.txt", "/srv/newsroom")]
    [True, False, False]
    >>> [_below(url, "s3://news") for url in ("s3://news/2018/a", "s3://newsroom/a", "s3://news/2018/../../b")]
    [True, False, False]
    """
    if is_url(path) != is_url(root):
        return False
    if is_url(path):
        base = root.rstrip("/")
        rest = unquote(path[len(base) :])
        return (
            path.startswith(base) and rest[:1] in ("", "/") and "::" not in path and not {"..", "."} & {*_parts(rest)}
        )
    real, base = os.path.realpath(path), os.path.realpath(root)
    return real == base or real.startswith(base.rstrip(os.sep) + os.sep)


def _parts(path: str) -> list[str]:
    return path.replace("\\", "/").split("/")
