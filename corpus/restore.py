"""Records as they came, from the tables alone; and the proof of it against the sources."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cleaners import edits
from cleaners.decode import encode
from cleaners.errors import SetupError
from cleaners.model import Edit, Encoding, EncodingCandidate
from corpus import output
from corpus.batch import RECORD
from corpus.config import Config
from corpus.load import last_run, read, shards
from corpus.shards import plan
from corpus.shards import read as read_source
from corpus.tiling import rebuild_rows

Row = Mapping[str, Any]


class Restored(NamedTuple):
    """A record as it came.

    ``content`` is ``bytes`` for a file, ``str`` for a text value, the extracted text for a page, None where it was too
    large to keep. ``exact`` says whether it has the SHA-256 that the record had (None for pages and what was not kept).
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


class Check(NamedTuple):
    """Result of :func:`verify`: how many records came back as they were, and which did not.

    ``compared`` says whether the sources were there to be compared with.
    """

    records: int
    exact: int
    pages: int
    not_kept: int
    wrong: list[str]
    unread: list[str]
    compared: bool


def restore_record(
    record: Row, documents: Iterable[Row], removals: Iterable[Row], rejection: Row | None = None
) -> Restored:
    """Put one record together from its rows.

    Raises ``ValueError`` when the rows do not fit together.
    """
    content = _rejected(rejection) if record["outcome"] == "rejected" else _cleaned(record, documents, removals)
    exact = None
    if record["kind"] != "html" or record["outcome"] == "rejected":
        exact = None if content is None else _sha256(content) == record["sha256"]
    known = {name: record[name] for name in ("id", "source", "path", "key", "kind", "outcome", "sha256")}
    return Restored(**known, content=content, exact=exact)


def restore(out: str | Path, record: str | None = None) -> Iterator[Restored]:
    """Yield the records of an output (or only the one with this id or key) as they came.

    Raises :class:`SetupError` when there is no output or no such record.
    """
    found = False
    for shard in shards(out):
        tables = {name: read(out, name, [shard]).to_pylist() for name in output.ORDER}
        rows: dict[str, dict[str, list[Row]]] = {}
        for name in output.ORDER:
            for row in tables[name]:
                rows.setdefault(row[RECORD[name]], {}).setdefault(name, []).append(row)
        for one in tables["records"]:
            if record is not None and record not in (one["id"], one["key"]):
                continue
            found = True
            mine = rows[one["id"]]
            rejected = mine.get("rejections", [])
            yield restore_record(
                one, mine.get("documents", ()), mine.get("removals", ()), rejected[0] if rejected else None
            )
    if record is not None and not found:
        raise SetupError(
            f"no record has the id or key {record!r}", where=str(out), remedy="look it up in the records table"
        )


def verify(out: str | Path, config: Config | None = None, *, record: str | None = None) -> Check:
    """Restore every record, hold it to its SHA-256, and compare with the sources as they are now.

    ``config`` names the sources; by default those of the last run, if they are still there. ``unread`` are the records
    that the sources hold now and the output does not, or holds otherwise. Raises :class:`SetupError` when the output or
    the sources of ``config`` are not there.
    """
    count = exact = pages = not_kept = 0
    wrong, hashes = [], dict[str, str]()
    for one in restore(out, record):
        count += 1
        hashes[one.id] = one.sha256
        if one.exact is None:
            pages += one.content is not None
            not_kept += one.content is None
        elif one.exact:
            exact += 1
        else:
            wrong.append(one.id)
    known = config or _last_config(out)
    unread = _changed(known, hashes, record) if known else []
    return Check(count, exact, pages, not_kept, wrong, unread, known is not None)


def _last_config(out: str | Path) -> Config | None:
    """The config of the last run; None where its facts or its sources are gone."""
    facts = last_run(out)
    if not facts:
        return None
    config = Config.model_validate(facts["config"])
    try:
        plan(config)
    except SetupError:
        return None
    return config


def _changed(config: Config, hashes: Mapping[str, str], record: str | None) -> list[str]:
    changed = []
    for shard in plan(config):
        for entry in read_source(shard, config):
            if record is None or record in (entry.record.id, entry.record.key):
                known = entry.sha256 or _sha256(entry.record.content)
                if hashes.get(entry.record.id) != known:
                    changed.append(entry.record.id)
    return changed


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
