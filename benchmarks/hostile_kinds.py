"""Input that was made to do harm, kind by kind: what :mod:`benchmarks.hostile` cleans."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import random
import struct
import zlib
from collections.abc import Callable

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

STORY = "The harbour board voted on Monday to dredge the inner basin before winter, said Ingrid Solheim."
ARTICLE = f"<article><h1>Harbour</h1>{f'<p>{STORY}</p>' * 6}</article>"
Draw = random.Random
Made = dict[str, bytes]
"""Names of files, each with an ending that tells how it is read, and their content."""


def page(body: str, head: str = "") -> bytes:
    """A page."""
    return f"<!doctype html><html><head><title>Harbour</title>{head}</head><body>{body}</body></html>".encode(
        "utf-8", "surrogatepass"
    )


def _text(make: Callable[[Draw], str]) -> Callable[[Draw], Made]:
    return lambda draw: {"x.txt": make(draw).encode("utf-8", "surrogatepass")}


def _page(make: Callable[[Draw], str], head: bool = False) -> Callable[[Draw], Made]:
    return lambda draw: {"x.html": page(ARTICLE, make(draw)) if head else page(make(draw))}


def _lines(make: Callable[[Draw], bytes]) -> Callable[[Draw], Made]:
    story = json.dumps({"text": STORY}).encode()
    return lambda draw: {"x.jsonl": b"\n".join([story, make(draw), story])}


def _some(draw: Draw, most: int) -> int:
    """A size: mostly near the most, else anything."""
    return draw.choice([most, most // 2, draw.randint(1, most)])


def _mix(draw: Draw, pieces: list[str], count: int) -> str:
    return "".join(draw.choices(pieces, k=count))


def _entity_bomb(draw: Draw) -> Made:
    levels = draw.randint(5, 12)
    doctype = '<!ENTITY a0 "harbour">' + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(levels))
    body = f"<html><body><article><p>&a{levels};</p><p>{STORY}</p></article></body></html>"
    return {"x.xhtml": f'<?xml version="1.0"?><!DOCTYPE html [{doctype}]>{body}'.encode()}


def _bomb(draw: Draw) -> Made:
    pack: dict[str, Callable[[], tuple[Callable[[bytes], bytes], Callable[[], bytes]]]] = {
        ".gz": lambda: ((one := zlib.compressobj(9, wbits=31)).compress, one.flush),
        ".bz2": lambda: ((one := bz2.BZ2Compressor()).compress, one.flush),
        ".xz": lambda: ((one := lzma.LZMACompressor(preset=0)).compress, one.flush),
        ".zst": lambda: ((one := zstandard.ZstdCompressor().compressobj()).compress, one.flush),
    }
    ending = draw.choice(list(pack))
    compress, flush = pack[ending]()
    letter = draw.choice([b"\0", b"a", b"a\n", b'{"text": "a"} '])
    size = 400_000 if letter == b"a\n" else draw.choice([40_000_000, 400_000_000])
    block = letter * 100_000
    content = b"".join([*(compress(block) for _ in range(size // len(block))), flush()])
    return {f"x.{draw.choice(['txt', 'jsonl', 'html', 'csv'])}{ending}": content}


def _nested_packing(draw: Draw) -> Made:
    content = STORY.encode() * 1_000
    for _ in range(draw.randint(2, 9)):
        content = gzip.compress(content)
    return {"x.txt.gz": content}


def _cut_packing(draw: Draw) -> Made:
    rows = "".join(json.dumps({"text": f"{STORY} {draw.random()}"}) + "\n" for _ in range(200)).encode()
    ending, pack = draw.choice([(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
    content = bytearray(pack(rows))
    if draw.random() < 0.5:
        content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)
        return {f"x.jsonl{ending}": bytes(content)}
    return {f"x.jsonl{ending}": bytes(content[: draw.randrange(len(content))])}


def _parquet_bomb(draw: Draw) -> Made:
    large = "a" * draw.choice([1_000_000, 60_000_000])
    table = pa.table({"text": pa.array([large] * draw.randint(1, 4) + [STORY])})
    stream = io.BytesIO()
    pq.write_table(table, stream, compression=draw.choice(["zstd", "gzip", "snappy"]))
    return {"x.parquet": stream.getvalue()}


def _broken_parquet(draw: Draw) -> Made:
    stream = io.BytesIO()
    pq.write_table(pa.table({"text": [f"{STORY} {number}" for number in range(50)]}), stream)
    content = bytearray(stream.getvalue())
    for _ in range(draw.randint(1, 20)):
        content[draw.randrange(4, len(content))] = draw.randrange(256)
    return {"x.parquet": bytes(content)}


def _warc(draw: Draw) -> Made:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + draw.choice(
        [
            b"\r\n" + page(ARTICLE),
            b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"a" * 50_000_000),
            b"x" * 400_000,
            b"",
        ]
    )
    length = draw.choice([len(body), len(body) * 3, 10**15, -1, 0])
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: {length}\r\n\r\n"
    good = b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    text = STORY.encode()
    return {"x.warc": good % (len(text), text) + head.encode() + body + b"\r\n\r\n" + good % (len(text), text)}


def _csv(draw: Draw) -> Made:
    rows = draw.choice(
        [
            '"' + "a" * 5_000_000,
            "x," * 200_000,
            f'1,"{STORY}\n' * 1_000,
            '"' * 1_000_001,
            "\r" * 1_000_000,
            f"1,{STORY}\0{STORY}",
            "1," + "é" * 40_000_000,
        ]
    )
    return {"x.csv": f"id,text\n0,{STORY}\n{rows}\n9,{STORY}\n".encode()}


def _json(draw: Draw) -> bytes:
    return draw.choice(
        [
            b"[" * 1_000_000,
            b'{"text":' * 200_000,
            b'{"text": "x", "n": ' + b"9" * 2_000_000 + b"}",
            b'{"text": "\\ud800", "\\udc00": "\\udfff"}',
            b'{"text": "' + b"\\u0000" * 200_000 + b'"}',
            b'{"text": "' + b"\\n" * 5_000_000 + b'"}',
            json.dumps({"text": STORY, **{f"k{n}": n for n in range(200_000)}}).encode(),
            json.dumps({"text": STORY, "url": "https://a.example/" + "../" * 300_000}).encode(),
            json.dumps({"text": STORY, "id": "../" * 20 + "etc/passwd"}).encode(),
            json.dumps({"text": STORY, "id": "a" * 5_000_000}).encode(),
            json.dumps({"text": STORY, "title": "Harbour " * 500_000}).encode(),
            json.dumps({"text": STORY, "date": "1" * 1_000_000, "site": "." * 1_000_000}).encode(),
            json.dumps({"html_b64": base64.b64encode(page(ARTICLE)).decode() + "=" * 100_000}).encode(),
            b"{" + b'"text": "a",' * 500_000 + b'"text": "b"}',
        ]
    )


def _scripted(draw: Draw) -> str:
    opening = '<script type="application/ld+json">'
    return (
        opening
        + draw.choice(
            [
                json.dumps({"@type": "NewsArticle", "articleBody": STORY * 100_000}),
                "[" * 1_000_000,
                '{"@graph":' * 100_000,
                json.dumps([{"@type": "NewsArticle", "headline": f"Harbour {n}"} for n in range(120_000)]),
                '{"@type": "NewsArticle", "author": ' + '[{"name": "' * 300_000,
                '{"articleBody": "' + "\\" * 4_000_000,
                '"headline": "' * 400_000,
                "<!--" * 1_000_000,
                ";" * 4_000_000,
            ]
        )
        + "</script>"
    )


MARKS = [chr(number) for number in range(0x300, 0x370)]
CONTROLS = [
    chr(number) for number in [*range(32), 0x7F, 0x85, 0xA0, 0xAD, 0x200B, 0x202E, 0x2028, 0xFEFF, 0xFFFE, 0xFFFF]
]
MOJIBAKE = ["Ã©", "â€™", "Ã\xa0", "Ã¢â‚¬â„¢", "Ð¡Ð¾", "ï»¿", "Ãƒ", "\x81"]
SHELLS = [
    "Share",
    "Tweet",
    "Photo: AP",
    "Read more:",
    "Advertisement",
    "By Jane Roe",
    "(AP)",
    "—",
    "|",
    "@a",
    "http://a.b/c",
]

KINDS: dict[str, Callable[[Draw], Made]] = {
    "text: combining marks": _text(lambda draw: "Zalgo " + _mix(draw, MARKS, _some(draw, 400_000)) + STORY),
    "text: one mark again and again": _text(lambda draw: ("e" + "\u0301" * _some(draw, 300_000)) * 2 + STORY),
    "text: one line": _text(lambda draw: (STORY + " ") * _some(draw, 60_000)),
    "text: one word": _text(lambda draw: draw.choice("aé中\u0e01") * _some(draw, 8_000_000)),
    "text: empty lines": _text(
        lambda draw: STORY + draw.choice(["\n", "\r\n", "\r", " \n", "\t\n"]) * _some(draw, 3_000_000) + STORY
    ),
    "text: short lines": _text(lambda draw: "\n".join(draw.choices(SHELLS, k=_some(draw, 60_000)))),
    "text: residue in one line": _text(lambda draw: " ".join(draw.choices(SHELLS, k=_some(draw, 100_000)))),
    "text: the same line": _text(lambda draw: (draw.choice([*SHELLS, STORY]) + "\n") * _some(draw, 60_000)),
    "text: separators": _text(
        lambda draw: (draw.choice(["* * *", "-----", "=====", "|||||"]) + "\n" + STORY + "\n") * _some(draw, 8_000)
    ),
    "text: mojibake": _text(lambda draw: _mix(draw, MOJIBAKE, _some(draw, 200_000))),
    "text: mojibake of mojibake": _text(lambda draw: _often("été à l’école " * 200, draw.randint(2, 8))),
    "text: entities": _text(
        lambda draw: (
            draw.choice(["&amp;", "&amp;amp;", "&#x1F600;", "&#99999999999;", "&lt;p&gt;", "&"]) * _some(draw, 500_000)
        )
    ),
    "text: control characters": _text(lambda draw: STORY + _mix(draw, CONTROLS, _some(draw, 8)) + STORY),
    "text: lone surrogates": _text(lambda draw: STORY + _mix(draw, ["\ud800", "\udfff", "a"], _some(draw, 5_000))),
    "text: directions": _text(
        lambda draw: _mix(draw, ["\u202e", "\u202d", "\u2066", "\u2069", "a "], _some(draw, 300_000))
    ),
    "text: open quotes and brackets": _text(lambda draw: draw.choice("“(«[{'\"`") * _some(draw, 1_000_000) + STORY),
    "text: numbers": _text(
        lambda draw: draw.choice(["1", "1/2/", "12:30 ", "2018-01-01 ", "9" * 50 + " "]) * _some(draw, 300_000)
    ),
    "text: names": _text(
        lambda draw: draw.choice(["By Jane Roe and ", "Jane ", "JANE ROE, ", "A. "]) * _some(draw, 100_000)
    ),
    "text: posts": _text(
        lambda draw: (
            draw.choice(["— Jane (@jane) May 8, 2018\n", "pic.twitter.com/a1 ", "https://t.co/a1\n"])
            * _some(draw, 40_000)
        )
    ),
    "text: just under the limit": _text(lambda draw: (STORY + "\n\n") * 200_000),
    "text: over the limit": _text(lambda draw: (STORY + "\n\n") * 400_000),
    "bytes: any": lambda draw: {"x.txt": draw.randbytes(_some(draw, 400_000))},
    "bytes: nearly UTF-8": lambda draw: {"x.txt": _bent(draw, (STORY + "é中 ").encode() * 200)},
    "bytes: another encoding": lambda draw: {
        "x.txt": ("“été” 中文 Зима" * _some(draw, 50_000)).encode(
            draw.choice(["utf-16", "utf-32", "cp1252", "gb18030", "utf-7"]), "ignore"
        )
    },
    "bytes: high ones": lambda draw: {"x.txt": bytes([draw.randrange(128, 256)]) * _some(draw, 4_000_000)},
    "page: list items": _page(lambda draw: ARTICLE + "<ul>" + "<li>Home" * _some(draw, 199_000) + "</ul>"),
    "page: too many list items": _page(lambda draw: ARTICLE + "<li>Home" * 200_500),
    "page: line breaks": _page(lambda draw: ARTICLE + "a<br>" * _some(draw, 1_000_000)),
    "page: deep": _page(
        lambda draw: (
            draw.choice(["<div>", "<b>", "<table><tr><td>", "<blockquote>", "<x>"]) * _some(draw, 100_000) + ARTICLE
        )
    ),
    "page: just deep enough": _page(lambda draw: draw.choice(["<div>", "<section>", "<blockquote>"]) * 980 + ARTICLE),
    "page: deep spans, never closed": _page(lambda draw: ("<p>" + "<span>" * draw.randint(100, 900) + STORY) * 20),
    "page: attributes": _page(lambda draw: f"<p {' '.join(f'a{n}=1' for n in range(_some(draw, 200_000)))}>{ARTICLE}"),
    "page: long attribute": _page(lambda draw: f'<p class="{"author " * _some(draw, 800_000)}">{ARTICLE}'),
    "page: one long text": _page(lambda draw: f"<article><p>{STORY * draw.choice([90_000, 104_000])}</p></article>"),
    "page: 20 MB": _page(lambda draw: ARTICLE * 35_000),
    "page: JSON-LD": _page(_scripted, head=True),
    "page: meta tags": _page(
        lambda draw: '<meta property="og:title" content="Harbour">' * _some(draw, 150_000), head=True
    ),
    "page: dates": _page(
        lambda draw: (
            ARTICLE
            + draw.choice(["<time>2018-01-01</time>", "<p>Published 1/2/2018", "2018-01-01 "]) * _some(draw, 60_000)
        )
    ),
    "page: links": _page(
        lambda draw: ARTICLE + '<a href="https://a.example/2018/01/01/a">Read more</a> ' * _some(draw, 60_000)
    ),
    "page: tables": _page(lambda draw: ARTICLE + "<table>" * draw.randint(1, 300) + "<tr><td>a" * _some(draw, 40_000)),
    "page: paragraphs": _page(lambda draw: f"<article>{f'<p>{STORY}</p>' * _some(draw, 60_000)}</article>"),
    "page: open comments": _page(
        lambda draw: (
            ARTICLE
            + draw.choice(["<!--", "<![CDATA[", "<?", "<script>", "<style>", "<textarea>", "<svg>"])
            * _some(draw, 300_000)
        )
    ),
    "page: cut off": lambda draw: {"x.html": (whole := page(ARTICLE * 3))[: draw.randrange(len(whole))]},
    "page: signs": _page(
        lambda draw: ARTICLE + draw.choice(["<", "</", "<a", "&", "<a b='", '="', "<!"]) * _some(draw, 1_000_000)
    ),
    "page: mixed tags": _page(
        lambda draw: _mix(
            draw,
            [
                "<p>",
                "</div>",
                "<table>",
                "</p>",
                "<form>",
                "<b>",
                "</i>",
                "<li>",
                STORY,
                "<td>",
                "</table>",
                "<select>",
            ],
            _some(draw, 40_000),
        )
    ),
    "page: entity bomb": _entity_bomb,
    "page: frames of posts": _page(
        lambda draw: ARTICLE + '<blockquote class="twitter-tweet"><p>a</p>&mdash; b (@b)' * _some(draw, 900)
    ),
    "packed: bomb": _bomb,
    "packed: packed again": _nested_packing,
    "packed: cut or bent": _cut_packing,
    "Parquet: large values": _parquet_bomb,
    "Parquet: bent": _broken_parquet,
    "Parquet: lies about itself": lambda draw: {
        "x.parquet": b"PAR1" + draw.randbytes(500) + struct.pack("<I", draw.choice([400, 2**31, 2**32 - 1])) + b"PAR1"
    },
    "WARC: wrong headers": _warc,
    "CSV: broken": _csv,
    "JSONL: broken": _lines(_json),
    "JSONL: one long line": _lines(lambda draw: b'{"text": "' + b"a " * draw.choice([10_000_000, 20_000_000]) + b'"}'),
}
"""What each kind makes; the kinds whose input is large are made as seldom as the others."""


def _often(text: str, times: int) -> str:
    for _ in range(times):
        text = text.encode().decode("cp1252", "replace")
        if len(text) > 2_000_000:
            break
    return text


def _bent(draw: Draw, content: bytes) -> bytes:
    bent = bytearray(content)
    for _ in range(draw.randint(1, 60)):
        bent[draw.randrange(len(bent))] = draw.randrange(256)
    return bytes(bent)
