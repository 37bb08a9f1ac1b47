"""The values that travel through the pipeline: what goes in, what is found, what comes out.

Three coordinate systems, all in Unicode code points:

* **raw**: the decoded input as it was (line ends included); for a page, the extracted text;
* **repaired**: after :mod:`cleaners.repair`; findings, removals and segments count here;
* **clean**: a document's own text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Span = tuple[int, int]
"""Half-open range of code points: start included, end not."""

Kind = Literal["text", "html"]


@dataclass(frozen=True, slots=True)
class Record:
    """One item that a source yields: plain text or a page, with what is known about it.

    ``content`` is ``bytes`` when the source is a file whose encoding is still to be found, ``str`` when a JSONL or
    Parquet value already holds text. ``charset`` is what a header declared. ``site``, ``title``, ``date`` and
    ``crawl_date`` (both as the source wrote them) are evidence, not truth. ``extra`` holds the other fields that came
    along.
    """

    id: str
    source: str
    key: str
    content: str | bytes
    kind: Kind = "text"
    url: str | None = None
    site: str | None = None
    title: str | None = None
    date: str | None = None
    crawl_date: str | None = None
    charset: str | None = None
    extra: dict[str, object] = field(default_factory=dict)


class Edit(NamedTuple):
    """One small change: at ``start``, ``before`` became ``after``; ``fix`` names what did it.

    For repairs ``start`` counts in the decoded text with its line ends made uniform, for white-space edits in the
    repaired text.
    """

    start: int
    before: str
    after: str
    fix: str


class EncodingCandidate(NamedTuple):
    """An encoding that was considered: who proposed it, and how much mojibake it would leave (0 is best)."""

    name: str
    source: str
    badness: int


@dataclass(frozen=True, slots=True)
class Encoding:
    """Which encoding the bytes were read with, and why.

    ``source`` is one of ``bom``, ``utf-8``, ``declared``, ``detector``, ``fallback``, or ``text`` for a record that
    came as text.
    """

    name: str
    source: str
    bom: bool = False
    candidates: tuple[EncodingCandidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoded:
    """What :func:`cleaners.decode.decode` makes of a record's content.

    ``text`` has uniform line ends (``\\n``); ``line_end`` is what stood there (``\\n``, ``\\r\\n`` or ``\\r``) when
    all were alike, else ``\\n`` and ``text`` is untouched. ``raw`` holds the original bytes only if ``text`` does not
    encode back to them (lone surrogates, undecodable bytes).
    """

    text: str
    encoding: Encoding
    line_end: str = "\n"
    raw: bytes | None = None


class Credit(NamedTuple):
    """A photo or video credit as printed."""

    raw: str
    photographer: str | None = None
    agency: str | None = None


class Embed(NamedTuple):
    """A post that was embedded; ``date`` is ISO where it could be read, else as printed; ``handle`` has no ``@``."""

    platform: str
    author: str | None = None
    handle: str | None = None
    date: str | None = None
    text: str | None = None
    url: str | None = None


class Dateline(NamedTuple):
    """Place, agency and date at the head of a story.

    ``region`` and ``country`` are resolved (country as ISO 3166 alpha-2).
    """

    raw: str
    place: str | None = None
    region: str | None = None
    country: str | None = None
    agency: str | None = None
    date: str | None = None


class Byline(NamedTuple):
    """An author line as printed, and the names in it."""

    raw: str
    authors: tuple[str, ...] = ()


class DateCandidate(NamedTuple):
    """A date that was read somewhere.

    ``date`` is ISO 8601 to its ``precision`` (``year``, ``month``, ``day``, ``minute`` or ``second``); ``source``
    says where it was read (``record``, ``url``, ``jsonld``, ``meta``, ``time``, or a rule id); ``role`` is
    ``published`` or ``modified``; ``raw`` is as printed.
    """

    date: str
    precision: str
    source: str
    confidence: float
    raw: str = ""
    role: str = "published"


class Headline(NamedTuple):
    """A title printed in the text."""

    text: str


Value = Credit | Embed | Dateline | Byline | DateCandidate | Headline | tuple[Credit, ...] | tuple[DateCandidate, ...]
"""What a finder can read; a caption or gallery may hold several credits, a line several dates."""


class Match(NamedTuple):
    """What a finder yields, counted in the view's text. ``confidence`` None means the rule's own."""

    start: int
    end: int
    value: Value | None = None
    confidence: float | None = None


class Finding(NamedTuple):
    """A match with its rule, counted in the repaired text. ``rule`` is ``<category>/<name>``."""

    start: int
    end: int
    rule: str
    value: Value | None
    confidence: float

    @property
    def category(self) -> str:
        """The part of the rule's id before the slash."""
        return self.rule.split("/", 1)[0]


class Removal(NamedTuple):
    """A span of residue (repaired coordinates): taken out if ``applied``, else only marked."""

    start: int
    end: int
    text: str
    rule: str
    confidence: float
    applied: bool
    part: int

    @property
    def category(self) -> str:
        """The part of the rule's id before the slash."""
        return self.rule.split("/", 1)[0]


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself, and the text extracted from it.

    ``dates`` are candidates from JSON-LD, meta tags and ``<time>``; ``embeds`` and ``captions`` (figcaption texts)
    help to recognise their copies in the text.
    """

    text: str
    extractor: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    site: str | None = None
    url: str | None = None
    language: str | None = None
    embeds: tuple[Embed, ...] = ()
    captions: tuple[str, ...] = ()


class Language(NamedTuple):
    """ISO 639-1 code (639-3 where there is none) and the model's score; ``None`` when the text is too short to tell."""

    code: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document, each value with where it was read (``evidence``: field name to source)."""

    title: str | None = None
    published: DateCandidate | None = None
    date_candidates: tuple[DateCandidate, ...] = ()
    dateline: Dateline | None = None
    authors: tuple[str, ...] = ()
    byline: str | None = None
    embeds: tuple[Embed, ...] = ()
    credits: tuple[Credit, ...] = ()
    evidence: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """An article in a record.

    ``segments`` are the regions of the repaired text that belong to it, its residue included. ``spaces`` are the
    white-space edits (repaired coordinates): together, text, applied removals and spaces tile the record's repaired
    text.
    """

    id: str
    part: int
    segments: tuple[Span, ...]
    text: str
    spaces: tuple[Edit, ...]
    metadata: Metadata
    language: Language
    quality: dict[str, float]
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Everything the pipeline learned from one record. ``length`` is that of the repaired text."""

    record: Record
    decoded: Decoded
    page: Page | None
    repairs: tuple[Edit, ...]
    length: int
    documents: tuple[Document, ...]
    removals: tuple[Removal, ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A record that could not be cleaned: where, why, and (for a bug) the traceback."""

    record: Record
    stage: str
    reason: str
    traceback: str | None = None
