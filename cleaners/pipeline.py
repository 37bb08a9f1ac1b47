"""One record's way, written once: decode, extract (pages), repair, language, find and cut, metadata, quality."""

from __future__ import annotations

import hashlib
import traceback

from cleaners import metadata, policy, quality
from cleaners.decode import decode
from cleaners.errors import RecordError
from cleaners.find import Part, find
from cleaners.language import detect
from cleaners.model import Cleaned, Decoded, Document, Language, Page, Record, Rejection, Removal
from cleaners.pages.extract import extract
from cleaners.repair import repair
from cleaners.rules.book import RuleBook
from cleaners.rules.pack import load_rules
from cleaners.settings import Settings
from cleaners.space import merge, settle
from cleaners.view import Context


class Cleaner:
    """Cleans records with one set of rules and settings. Holds no state between records.

    Raises :class:`~cleaners.errors.SetupError` if a rule pack cannot be used.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.book = RuleBook(load_rules(self.settings))
        self.marked = frozenset(name for name, action in self.settings.policy.items() if action == "mark")

    def clean(self, record: Record) -> Cleaned | Rejection:
        """Clean one record; whatever goes wrong with it becomes a rejection."""
        try:
            return self._clean(record)
        except RecordError as error:
            return Rejection(record, error.stage, error.reason)
        except Exception as error:
            return Rejection(record, "bug", f"{type(error).__name__}: {error}", traceback.format_exc())

    def _clean(self, record: Record) -> Cleaned:
        limits = self.settings.limits
        decoded = decode(record.content, record.charset, record.kind)
        page = self._page(decoded, record) if record.kind == "html" else None
        raw = page.text if page else decoded.text
        if len(raw) > limits.text_characters:
            raise RecordError("limit", f"{len(raw)} characters; the limit is text_characters: {limits.text_characters}")
        text, repairs = repair(raw, limits.combining_run)
        if not text or text.isspace():
            raise RecordError("repair", "there is no text in it, only invisible characters; check what wrote it")
        language = detect(text)
        parts = find(text, self.book, _context(language, record, page), self.marked)
        documents, removals = [], []
        for number, part in enumerate(parts):
            document, rows = self._document(text, part, number, len(parts), record, page, language)
            documents.append(document)
            removals += rows
        return Cleaned(record, decoded, page, tuple(repairs), len(text), tuple(documents), tuple(removals))

    def _page(self, decoded: Decoded, record: Record) -> Page:
        return extract(decoded.text, limits=self.settings.limits, url=record.url, crawl_date=record.crawl_date)

    def _document(
        self, text: str, part: Part, number: int, count: int, record: Record, page: Page | None, language: Language
    ) -> tuple[Document, list[Removal]]:
        rows, findings, braked = policy.decide(text, part, number, self.book.by_id, self.settings)
        applied = merge([(row.start, row.end) for row in rows if row.applied])
        standing = settle(text, part.segments, applied)
        document = Document(
            id=document_id(record.id, number),
            part=number,
            segments=part.segments,
            text=standing.text,
            spaces=standing.edits,
            metadata=metadata.assemble(findings, record, page, first=number == 0),
            language=language if count == 1 else detect(standing.text),
            quality=quality.signals(standing.text, sum(end - start for start, end in applied)),
            flags=_flags(standing.text, part, braked=braked, several=count > 1),
        )
        return document, rows


def document_id(record_id: str, part: int) -> str:
    """A document's id: 20 hexadecimal digits that depend on its record and place only."""
    return hashlib.sha256(f"{record_id}\n{part}".encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _context(language: Language, record: Record, page: Page | None) -> Context:
    return Context(
        language=language.code,
        site=record.site or (page.site if page else None),
        title=record.title or (page.title if page else None),
        captions=page.captions if page else (),
        embeds=page.embeds if page else (),
        source=record.source,
    )


def _flags(text: str, part: Part, *, braked: bool, several: bool) -> tuple[str, ...]:
    flags = {
        "empty": not text,
        "braked": braked,
        "unsettled": not part.settled,
        "several_documents": several,
        "replacement_characters": "\ufffd" in text,
    }
    return tuple(name for name, holds in flags.items() if holds)
