"""``copydesk restore``: the records as they came, from the tables alone."""

from __future__ import annotations

import base64
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from cleaners.errors import SetupError
from copydesk.console import note, tracked, while_read
from copydesk.lines import json_line
from corpus.streams import is_packed

if TYPE_CHECKING:
    from corpus.restore import Restored

NAMED = 20
"""Records that are named one by one."""


def restore(out: Path, *, verify: bool, record: str | None, source: str | None, to: Path) -> int:
    """Verify, write one record to standard output, or write several below ``to``; return the exit code."""
    if verify:
        return _verify(out, record, source)
    if record is not None:
        return _write_one(out, record, source)
    return _write_all(out, source, to)


def _verify(out: Path, record: str | None, source: str | None) -> int:
    from corpus.restore import verify

    check = verify(out, record=record, source=source)
    counts = {
        "come back exactly": check.exact,
        "are pages, their text comes back": check.pages,
        "were too large to keep": check.not_kept,
        "are forgotten in part": check.partly,
        "do not come back": len(check.wrong),
    }
    print(f"{check.records:,} records:", ", ".join(f"{count:,} {what}" for what, count in counts.items() if count))
    if not check.compared:
        note("copydesk: the sources of the last run are not there: compared with the SHA-256 in the tables only")
    elif not (check.unread or check.gone):
        print("the sources hold the same records")
    for what, ids in (
        ("does not come back", check.wrong),
        ("of the sources is not in the tables, or changed since: copydesk run takes it in", check.unread),
        ("is not in the sources any more: copydesk run takes it out", check.gone),
    ):
        for id in ids[:NAMED]:
            note(f"copydesk: record {id} {what}")
        if len(ids) > NAMED:
            note(f"copydesk: and {len(ids) - NAMED:,} more like this")
    return 1 if check.wrong or check.unread or check.gone else 0


def _write_one(out: Path, record: str, source: str | None) -> int:
    from corpus.restore import restore as restored

    missing = 0
    with while_read():
        for one in restored(out, record, source):
            if one.content is None:
                note(f"copydesk: {_why_not(one)}")
                missing += 1
                continue
            sys.stdout.buffer.write(_bytes(one.content))
        sys.stdout.buffer.flush()
    return 1 if missing else 0


def _write_all(out: Path, source: str | None, to: Path) -> int:
    """Write every record to ``to/<source>/<path>``: a file as it was, values of JSONL or Parquet as lines of JSON."""
    from corpus.restore import restore as restored

    begun: set[Path] = set()
    missing = count = 0
    for one in tracked(restored(out, source=source), "records"):
        if one.content is None:
            note(f"copydesk: {_why_not(one)}")
            missing += 1
            continue
        path, content = placed(one)
        target = to / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("ab" if target in begun else "wb") as stream:
                stream.write(content)
        except OSError as error:
            raise SetupError(
                error.strerror or str(error), where=str(target), remedy="name another folder with --to"
            ) from error
        begun.add(target)
        count += 1
    print(f"{count:,} records in {len(begun):,} files below {to}")
    return 1 if missing else 0


def _why_not(one: Restored) -> str:
    """Why there is nothing to write."""
    if one.partly:
        return f"{one.key}: a document of it was forgotten, so it does not come back; the others are in documents"
    if one.exact is False:
        return f"{one.key} does not come back: its rows do not fit together"
    return f"{one.key} was too large to keep; it is at {one.path} of source {one.source}"


def placed(one: Restored) -> tuple[Path, bytes]:
    """Where a restored record goes, relative to the folder, and what is written there.

    A file goes back to its own name, one that was packed with ``.unpacked`` behind it, the text of a page beside it.
    Records that shared a file become lines of one.
    """
    path = Path(*(part for part in PurePosixPath(one.source, one.path.lstrip("/")).parts if part not in ("..", "/")))
    assert one.content is not None
    if one.key == one.path:
        page = isinstance(one.content, str)
        ending = ".txt" if page else ".unpacked" if is_packed(one.path) else ""
        return path.with_name(path.name + ending), _bytes(one.content)
    if isinstance(one.content, str):
        line = json_line({"id": one.key, "text": one.content})
    else:
        line = json_line({"id": one.key, "base64": base64.b64encode(one.content).decode()})
    return path.with_name(path.name + ".restored.jsonl"), line


def _bytes(content: bytes | str) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
