"""Records as they came, from the tables alone; and the proof of it against the sources."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute

from cleaners import edits
from cleaners.decode import encode
from cleaners.errors import SetupError
from cleaners.model import Edit, Encoding, EncodingCandidate
from corpus import output, stored, tombstones
from corpus.batch import RECORD
from corpus.config import Config
from corpus.fields import printable
from corpus.load import last_run, shards
from corpus.shards import plan
from corpus.shards import read as read_source
from corpus.tiling import rebuild_rows

pc: Any = pyarrow.compute

Row = Mapping[str, Any]

MANY = 100_000
"""Ids that are held as Python objects at most."""


class Restored(NamedTuple):
    """A record as it came.

    ``content`` is ``bytes`` for a file, ``str`` for a text value, the extracted text for a page, None where it was too
    large to keep, where a document of it was forgotten (``partly``), or where its rows do not fit. ``exact`` says
    whether it has the SHA-256 that the record had (None for pages and for what was not kept or is forgotten).
    """

    id: str
    source: str
    path: str
    key: str
    kind: str
    outcome: str
    content: bytes | str | None
    sha256: str
    exact: bool | None
    partly: bool = False


class Check(NamedTuple):
    """Result of :func:`verify`: how many records came back as they were, and which did not.

    ``pages`` are those of which the extracted text comes back, ``not_kept`` those that were rejected and too large to
    keep, ``partly`` those of which a document was forgotten. ``wrong`` do not come back. ``unread`` are the ids that
    the sources hold now and the output does not, or otherwise; ``gone`` those that the sources hold no longer.
    ``compared`` says whether the sources were there to be compared with.
    """

    records: int = 0
    exact: int = 0
    pages: int = 0
    not_kept: int = 0
    partly: int = 0
    wrong: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    compared: bool = False


def restore_record(
    record: Row, documents: Iterable[Row], removals: Iterable[Row], rejection: Row | None = None
) -> Restored:
    """Put one record together from its rows.

    Raises ``ValueError`` when the rows do not fit together.
    """
    known = _known(record)
    if tombstones.PARTLY in record["flags"]:
        return Restored(**known, content=None, exact=None, partly=True)
    content = _rejected(rejection) if record["outcome"] == "rejected" else _cleaned(record, documents, removals)
    exact = None
    if record["kind"] != "html" or record["outcome"] == "rejected":
        exact = None if content is None else _sha256(content) == record["sha256"]
    return Restored(**known, content=content, exact=exact)


def restore(out: str | Path, record: str | None = None, source: str | None = None) -> Iterator[Restored]:
    """Yield the records of an output as they came: all, the one with this id or key, or those of a source.

    ``source`` is the name of a source, or a pattern for source/path such as ``news/2018/*.txt``. Raises
    :class:`SetupError` when there is no output, or no such record.
    """
    found = False
    for shard in shards(out):
        places = stored.read(out, "records", shard, ["id", "key", "source", "path"]).to_pylist()
        wanted = [
            row["id"] for row in places if _chosen(record, source, row["id"], row["key"], row["source"], row["path"])
        ]
        if not wanted:
            continue
        found = True
        yield from _of_shard(out, shard, wanted if len(wanted) < len(places) else None)
    if not found and record is not None:
        raise SetupError(
            f"no record has the id or key {record!r}", where=str(out), remedy="look it up in the records table"
        )
    if not found and source is not None:
        raise SetupError(
            f"no record is of source {source!r}",
            where=str(out),
            remedy="give the name of a source, or a pattern for source/path as in the records table: 'news/2018/*'",
        )


def verify(
    out: str | Path, config: Config | None = None, *, record: str | None = None, source: str | None = None
) -> Check:
    """Restore every record, hold it to its SHA-256, and compare with the sources as they are now.

    ``config`` names the sources; by default those of the last run, if they are still there. ``record`` and ``source``
    choose as in :func:`restore`. Raises :class:`SetupError` when the output or the sources of ``config`` are not there.
    """
    counts, wrong, known = Counter[str](), list[str](), Hashes()
    for one in restore(out, record, source):
        counts["records"] += 1
        known.add(one.id, one.sha256)
        if one.partly:
            counts["partly"] += 1
        elif one.exact is None:
            counts["not_kept" if one.content is None else "pages"] += 1
        elif one.exact:
            counts["exact"] += 1
        else:
            wrong.append(one.id)
    check = Check(
        counts["records"], counts["exact"], counts["pages"], counts["not_kept"], counts["partly"], tuple(wrong)
    )
    config = config or _last_config(out)
    if config is None:
        return check
    missing = known.compare(_sources(out, config, record, source))
    return check._replace(unread=tuple(missing), gone=tuple(known.unseen()), compared=True)


class Hashes:
    """Ids with their SHA-256, in little memory: a million take 40 MB."""

    def __init__(self) -> None:
        self._new: list[tuple[str, str]] = []
        self._ids = np.empty(0, "S20")
        self._hashes = np.empty(0, "S20")
        self._seen = np.empty(0, bool)

    def add(self, id: str, sha256: str) -> None:
        """Note one record."""
        self._new.append((id, sha256[:20]))
        if len(self._new) >= MANY:
            self._pack()

    def compare(self, others: Iterable[tuple[str, str]]) -> list[str]:
        """Return the ids among ``others`` that are not here with the same hash, and remember which were met."""
        self._pack()
        order = np.argsort(self._ids, kind="stable")
        self._ids, self._hashes = self._ids[order], self._hashes[order]
        self._seen = np.zeros(len(order), bool)
        found = []
        for id, sha256 in others:
            at = int(np.searchsorted(self._ids, id.encode()))
            here = at < len(self._ids) and self._ids[at] == id.encode()
            if here:
                self._seen[at] = True
            if not here or self._hashes[at] != sha256[:20].encode():
                found.append(id)
        return found

    def unseen(self) -> list[str]:
        """The ids that were not met."""
        return [str(id, "ascii") for id in self._ids[~self._seen]]

    def _pack(self) -> None:
        if self._new:
            ids, hashes = zip(*self._new, strict=True)
            self._ids = np.concatenate([self._ids, np.array(ids, "S20")])
            self._hashes = np.concatenate([self._hashes, np.array(hashes, "S20")])
            self._new = []


def _chosen(record: str | None, source: str | None, id: str, key: str, name: str, path: str) -> bool:
    if record is not None and record not in (id, key):
        return False
    return source is None or fnmatchcase(name, source) or fnmatchcase(f"{name}/{path}", source)


def _of_shard(out: str | Path, shard: str, wanted: list[str] | None) -> Iterator[Restored]:
    """Restore the records of one shard: all, or those with these ids."""
    tables = {name: stored.read(out, name, shard) for name in output.ORDER}
    if wanted is not None:
        ids = pa.array(wanted, pa.string())
        tables = {name: table.filter(pc.is_in(table[RECORD[name]], ids)) for name, table in tables.items()}
    rows: dict[str, dict[str, list[Row]]] = {}
    for name, table in tables.items():
        for row in table.to_pylist():
            rows.setdefault(row[RECORD[name]], {}).setdefault(name, []).append(row)
    for one in sorted(tables["records"].to_pylist(), key=lambda row: (row["path"], row["ordinal"])):
        mine = rows[one["id"]]
        rejected = mine.get("rejections", [None])[0]
        try:
            yield restore_record(one, mine.get("documents", ()), mine.get("removals", ()), rejected)
        except ValueError:
            yield Restored(**_known(one), content=None, exact=False)


def _last_config(out: str | Path) -> Config | None:
    """The config of the last run; None where its facts or its sources are gone."""
    facts = last_run(out)
    if not facts:
        return None
    try:
        config = Config.model_validate(facts["config"])
        plan(config)
    except (SetupError, ValueError):  # the sources are gone, or an older Copydesk's config has other settings
        return None
    return config


def _sources(out: str | Path, config: Config, record: str | None, source: str | None) -> Iterator[tuple[str, str]]:
    """Id and SHA-256 of everything that the sources hold now, but for what is forgotten."""
    forgotten = tombstones.load(out)
    left_out = {
        id
        for name in output.committed(out)
        for id in output.read_state(out, name).get("forgotten", {}).get("records", ())
    }
    for shard in plan(config):
        for entry in read_source(shard, config):
            one = entry.record
            if one.id in left_out or forgotten.has(one):
                continue
            if _chosen(record, source, one.id, one.key, one.source, printable(entry.path)):
                yield one.id, entry.sha256 or _sha256(one.content)


def _known(record: Row) -> dict[str, Any]:
    return {name: record[name] for name in ("id", "source", "path", "key", "kind", "outcome", "sha256")}


def _cleaned(record: Row, documents: Iterable[Row], removals: Iterable[Row]) -> bytes | str:
    """The content of a cleaned record; of a page, the extracted text."""
    if record["raw"] is not None and record["kind"] != "html":
        return _as_it_came(record["raw"], record["form"])
    text = edits.undo(rebuild_rows(record, documents, removals), _edits(record["repairs"]))
    if record["kind"] == "html":
        return text
    if record["form"] == "text":
        return text if record["line_end"] == "\n" else text.replace("\n", record["line_end"])
    return encode(text, _encoding(record["encoding"]), record["line_end"])


def _rejected(rejection: Row | None) -> bytes | str | None:
    if rejection is None or rejection["raw"] is None:
        return None
    return _as_it_came(rejection["raw"], rejection["form"])


def _as_it_came(raw: bytes, form: str) -> bytes | str:
    return raw if form == "bytes" else raw.decode("utf-8", "surrogatepass")


def _edits(rows: Iterable[Row]) -> list[Edit]:
    return [Edit(**row) for row in rows]


def _encoding(row: Row) -> Encoding:
    candidates = tuple(EncodingCandidate(**candidate) for candidate in row["candidates"])
    return Encoding(row["name"], row["source"], row["bom"], candidates)


def _sha256(content: bytes | str) -> str:
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return hashlib.sha256(raw).hexdigest()
