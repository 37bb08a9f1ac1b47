"""Paragraphs and signatures of texts: what relations are found by."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator

from rensa import RMinHash

PERMUTATIONS = 128
SEED = 42
SHINGLE = 5
"""Words in a shingle."""

WORD = re.compile(r"\w+")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield hash and length of each line that holds words; case, punctuation and spacing do not count.

    >>> [a for a, _ in paragraphs("It rained.\\n\\nit  rained")][0] == [a for a, _ in paragraphs("IT RAINED!")][0]
    True
    """
    for line in text.split("\n"):
        words = " ".join(WORD.findall(line.casefold()))
        if words:
            yield _hash(words), len(words)


def text_hash(text: str) -> int:
    """Hash of the whole text, white space aside."""
    return _hash(" ".join(text.split()))


def signature(text: str) -> list[int] | None:
    """MinHash of the text's word shingles; None when it has too few words to compare."""
    words = WORD.findall(text.casefold())
    if len(words) < 2 * SHINGLE:
        return None
    shingles = [" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)]
    minhash = RMinHash(PERMUTATIONS, SEED)
    minhash.update(shingles)
    return list(minhash.digest())


def _hash(text: str) -> int:
    """64 bits, signed, so that every database holds them."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int(struct.unpack("<q", digest)[0])
