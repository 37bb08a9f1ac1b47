"""Undo what HTTP did to a page on its way: chunks, and packing as gzip, deflate, brotli or zstandard."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import brotli
import zstandard
from warcio.bufferedreaders import ChunkedDataReader

from cleaners.errors import RecordError
from corpus.streams import PIECE


class _Brotli:
    """brotli's decompressor with the names that the others have."""

    def __init__(self) -> None:
        self._inner = brotli.Decompressor()
        self.unused_data = b""

    @property
    def eof(self) -> bool:
        return bool(self._inner.is_finished())

    def decompress(self, packed: bytes) -> bytes:
        return bytes(self._inner.process(packed))


UNPACK: dict[str, tuple[Callable[[], Any], ...]] = {
    "gzip": (lambda: zlib.decompressobj(wbits=31),),
    "x-gzip": (lambda: zlib.decompressobj(wbits=31),),
    "deflate": (zlib.decompressobj, lambda: zlib.decompressobj(wbits=-15)),  # some servers leave the wrapping out
    "br": (_Brotli,),
    "zstd": (lambda: zstandard.ZstdDecompressor().decompressobj(),),
}
"""What may unpack each kind of packing, the standard's way first."""


def unwrap(body: bytes, transfer: str, packing: str, limit: int) -> tuple[bytes, bool]:
    """Return a page out of its chunks and packing, at most a little more than ``limit`` bytes, and whether it is whole.

    Crawlers leave headers as they were on pages that they have unpacked, so a page that was to be packed and is not is
    taken as it is. Raises :class:`RecordError` when the packing is unknown or damaged.
    """
    if transfer.strip().lower() == "chunked":
        body = _joined(body)
    for kind in reversed([name.strip() for name in packing.lower().split(",")]):
        if kind in ("", "identity", "utf-8", "none"):
            continue
        if kind not in UNPACK:
            raise RecordError("read", f"the page is packed as {kind!r}, which cannot be unpacked")
        body, whole = _unpack(body, kind, limit)
        if not whole or len(body) > limit:
            return body, whole
    return body, True


def _joined(body: bytes) -> bytes:
    reader, parts = ChunkedDataReader(io.BytesIO(body)), []
    while part := reader.read():
        parts.append(part)
    return b"".join(parts)


def _unpack(body: bytes, kind: str, limit: int) -> tuple[bytes, bool]:
    problem: Exception | None = None
    for make in UNPACK[kind]:
        try:
            return _through(make, body, limit)
        except Exception as error:  # brotli, zlib and zstandard have each their own
            problem = problem or error
    if body.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return body, True
    raise RecordError("read", f"the page's packing ({kind}) is damaged: {problem}")


def _through(make: Callable[[], Any], body: bytes, limit: int) -> tuple[bytes, bool]:
    unpacker, content = make(), bytearray()
    for start in range(0, len(body), PIECE):
        piece = body[start : start + PIECE]
        while piece:
            content += unpacker.decompress(piece)
            if len(content) > limit:
                return bytes(content), True
            piece = unpacker.unused_data if unpacker.eof else b""
            if not piece.strip(b"\0\r\n"):
                piece = b""
            elif unpacker.eof:
                unpacker = make()
    return bytes(content), bool(unpacker.eof)
