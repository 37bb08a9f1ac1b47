"""WARC and WET: crawled pages and the texts extracted from them.

Records of the crawl itself (requests, revisits, metadata), answers other than 2xx, and whatever is neither a page nor
text are passed over. warcio reads the headers and undoes the transfer; walking over the records is done here, so that
one which is damaged or cut off is noticed and the next one found: behind rubbish, and behind broken packing where the
records are packed each by itself, as they should be.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from cleaners.errors import RecordError
from cleaners.model import Record
from corpus.config import Source
from corpus.fields import printable
from corpus.files import BLOCK
from corpus.keys import Keys
from corpus.readers import WHOLE, Entry, Stretch, reading, rejected_row
from corpus.streams import Damaged, Unpacked, open_stream
from corpus.transfer import unwrap

OPENING = b"WARC/"
"""What a record begins with."""
HEAD = 1 << 18
"""Bytes that the headers of a record may have."""
PAGES = ("text/html", "application/xhtml+xml")
TEXT = "text/plain"
TAKEN = ("response", "resource", "conversion")
"""Types of records that may hold a page or a text."""
OWN = {"warc-record-id", "warc-target-uri", "warc-date", "content-length", "content-type"}
"""Headers that go elsewhere than into a record's extra fields."""
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:+-]+)""", re.I)

_warc_headers = StatusAndHeadersParser(["WARC/"])
_http_headers = StatusAndHeadersParser(["HTTP/"])


class Found(NamedTuple):
    """A record in an archive.

    ``offset`` is where it begins in the file as it lies there, None inside a larger packed member; ``headers`` are None
    where a record should begin and none does, or none can be read; ``problem`` says why.
    """

    offset: int | None
    headers: StatusAndHeaders | None
    problem: str = "no WARC record begins here"

    def header(self, name: str) -> str:
        """A header's value, or nothing."""
        return (self.headers.get_header(name) if self.headers else None) or ""

    @property
    def key(self) -> str:
        """The record's own id, without the wrapping."""
        return self.header("WARC-Record-ID").strip("<> ").removeprefix("urn:uuid:")


class Archive:
    """Walks over the records of an open WARC; between two steps the current one can be read."""

    def __init__(self, stream: BinaryIO, start: int = 0) -> None:
        self._stream, self._start = stream, start
        self._packed = raw if isinstance(raw := getattr(stream, "raw", None), Unpacked) else None
        self._position = 0
        self._current = 0
        self._later: Exception | None = None
        self._rubbish = False
        self.left = 0

    def __iter__(self) -> Iterator[Found]:
        while True:
            try:
                found = self._next()
            except Damaged as damage:
                self.go_on(damage)
                found = Found(None, None, str(damage))
            if found is None:
                return
            yield found
            try:
                if found.headers is None:
                    self._resume()
                while self.left:
                    self.read(BLOCK)
            except Damaged as damage:  # in what nobody wanted to read
                self.go_on(damage)
                yield Found(None, None, str(damage))

    def go_on(self, damage: Damaged) -> None:
        """Leave the current record, and go on behind the damage. Raises it again where nothing stands there."""
        if not damage.goes_on:
            raise damage
        assert self._packed
        self.left, self._position = 0, self._packed.given

    def hold(self) -> None:
        """Make sure that the current record, all of it read, was packed soundly: that shows only behind it.

        Raises :class:`Damaged` or ``EOFError`` if it was not. What is wrong with the next one is raised when it is its
        turn.
        """
        if self._packed is None:
            return
        begun = self._current
        try:
            while (head := self._stream.peek(1)[:1]) in (b"\r", b"\n"):  # type: ignore[attr-defined]
                self._position += len(self._stream.readline(HEAD))
            if head and not self._opens():
                self._rubbish = True
                self._resume()
        except EOFError as error:
            if self._packed.begun <= begun:
                raise
            self._later = error
        except Damaged as damage:
            self._rubbish = False
            if damage.begun <= begun:
                raise
            self._later = damage

    def _next(self) -> Found | None:
        """The next record, its headers read; None at the end."""
        if self._later:
            later, self._later = self._later, None
            raise later
        if self._rubbish:
            self._rubbish = False
            return Found(None, None)
        if (head := self._begin()) is None:
            return None
        self._current, line = head
        offset = self._packed.member_at(self._current) if self._packed else self._start + self._current
        headers = self._headers(line) if line.startswith(OPENING) else None
        if headers is not None:
            length = headers.get_header("Content-Length") or ""
            self.left = int(length) if length.strip().isdecimal() else 0
        return Found(offset, headers)

    def read(self, size: int) -> bytes:
        """Read from the current record. Raises ``EOFError`` where the file was cut off in it."""
        content = self._stream.read(min(size, self.left))
        self._position += len(content)
        self.left -= len(content)
        if len(content) < size and self.left:
            raise EOFError
        return content

    def head(self) -> bytes:
        """Read up to the first empty line of the current record, at most :data:`HEAD` bytes."""
        taken = b""
        while self.left and len(taken) < HEAD:
            line = self._stream.readline(min(HEAD, self.left))
            if not line:
                raise EOFError
            self._position += len(line)
            self.left -= len(line)
            taken += line
            if not line.strip():
                break
        return taken

    def _begin(self) -> tuple[int, bytes] | None:
        """Position and first line of the next record, empty lines before it passed over."""
        while line := self._stream.readline(HEAD):
            position = self._position
            self._position += len(line)
            if line.strip():
                return position, line
        return None

    def _headers(self, line: bytes) -> StatusAndHeaders | None:
        taken = [line]
        while sum(map(len, taken)) < HEAD:
            line = self._stream.readline(HEAD)
            if not line:
                raise EOFError
            self._position += len(line)
            taken.append(line)
            if not line.strip():
                return _warc_headers.parse(io.BytesIO(b"".join(taken)))
        return None

    def _resume(self) -> None:
        """Go on to the line before the next record."""
        while not self._opens() and (line := self._stream.readline(HEAD)):
            self._position += len(line)

    def _opens(self) -> bool:
        """Whether a record may begin here; of the few bytes before a block ends, not all can be seen."""
        head: bytes = self._stream.peek(len(OPENING))[: len(OPENING)]  # type: ignore[attr-defined]
        return bool(head) and OPENING.startswith(head)


def read_warc(source: Source, path: str, location: str, limit: int, stretch: Stretch = WHOLE) -> Iterator[Entry]:
    """Every page and every text is a record; its ordinal counts all records of the archive."""
    seen = [stretch.first - 1]
    with reading(source, path, seen) as problems, open_stream(location, stretch.start, OPENING) as stream:
        yield from read_archive(source, path, stream, limit, stretch, seen)
    yield from problems


def read_archive(
    source: Source, path: str, stream: BinaryIO, limit: int, stretch: Stretch = WHOLE, seen: list[int] | None = None
) -> Iterator[Entry]:
    """The pages and texts of an open archive. ``seen[0]`` follows the number of the record read last."""
    keys = Keys(source.name, path, stretch.repeats)
    archive = Archive(stream, stretch.start)
    for ordinal, found in enumerate(archive, stretch.first):
        if stretch.end is not None and found.offset is not None and found.offset >= stretch.end:
            return
        if found.headers is None:
            yield rejected_row(source, path, ordinal, keys, b"", found.problem, 0)
        else:
            try:
                yield from _entry(source, path, ordinal, found, archive, limit, keys)
            except RecordError as error:
                yield rejected_row(source, path, ordinal, keys, b"", error.reason, archive.left, key=found.key)
            except Damaged as damage:
                archive.go_on(damage)
                yield rejected_row(source, path, ordinal, keys, b"", str(damage), 0, key=found.key)
        if seen is not None:
            seen[0] = ordinal


def _entry(
    source: Source, path: str, ordinal: int, found: Found, archive: Archive, limit: int, keys: Keys
) -> Iterator[Entry]:
    """The record, if it is a page or a text."""
    kind = found.header("WARC-Type").lower()
    if kind not in TAKEN:
        return
    http = None
    media = found.header("Content-Type")
    if media.replace(" ", "").lower().startswith("application/http"):
        http = _http(archive.head())
        if not _status(http).startswith("2"):
            return
        media = http.get_header("Content-Type") or found.header("WARC-Identified-Payload-Type")
    text = _is_text(media, found)
    if text is None:
        return
    if archive.left > limit:
        raise RecordError("read", f"{archive.left:,} bytes, above the limit of {limit:,} (record_bytes)")
    content, whole = archive.read(archive.left), not found.header("WARC-Truncated")
    archive.hold()
    if http:
        transfer, packing = (http.get_header(name) or "" for name in ("Transfer-Encoding", "Content-Encoding"))
        content, all_there = unwrap(content, transfer, packing, limit)
        whole = whole and all_there
    if len(content) > limit:
        raise RecordError("read", f"it unpacks to more than {limit:,} bytes, the limit (record_bytes)")
    id, flags = keys.take(found.key or f"#{ordinal}")
    charset = CHARSET.search(media)
    record = Record(
        id,
        source.name,
        printable(found.key) or f"#{ordinal}",
        _as_text(content) if text else content,
        "text" if text else "html",
        url=printable(found.header("WARC-Target-URI").strip("<> ")) or None,
        site=source.site,
        crawl_date=found.header("WARC-Date") or None,
        charset=charset[1] if charset else source.encoding,
        extra=_extra(found, http),
    )
    yield Entry(record, path, ordinal, len(content), flags if whole else (*flags, "cut-off"))


def _http(head: bytes) -> StatusAndHeaders:
    try:
        return _http_headers.parse(io.BytesIO(head))
    except Exception as error:  # warcio's own, and EOFError for a head of nothing, which is no end of the file
        raise RecordError("read", f"the answer has no HTTP headers: {str(error)[:100]}") from error


def _is_text(media: str, found: Found) -> bool | None:
    """Whether it is plain text (else a page); None if it is neither."""
    media = media.split(";", 1)[0].strip().lower()
    if media in PAGES:
        return False
    robots = found.header("WARC-Target-URI").strip("<> ").endswith("/robots.txt")
    return True if media == TEXT and not robots else None


def _status(http: StatusAndHeaders) -> str:
    """The status code; the status line begins with the version.

    >>> _status(StatusAndHeaders("1.1 200 OK", []))
    '200'
    """
    return str(http.statusline).partition(" ")[2].strip()[:3]


def _as_text(content: bytes) -> str | bytes:
    """Text as the standard wants it, in UTF-8; else its bytes."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content


def _extra(found: Found, http: StatusAndHeaders | None) -> dict[str, object]:
    """What else is known: the archive's headers, where the record lies, and what the server said of the page."""
    known: dict[str, Any] = {} if found.offset is None else {"warc_offset": found.offset}
    assert found.headers is not None
    for name, value in found.headers.headers:
        if name.lower() not in OWN:
            known[name.lower().replace("-", "_")] = printable(value)
    if http:
        known["http_status"] = _status(http)
        for name in ("Content-Type", "Content-Language", "Last-Modified"):
            if value := http.get_header(name):
                known["http_" + name.lower().replace("-", "_")] = printable(value)
    return known
