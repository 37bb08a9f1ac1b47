"""Read gold documents: a ``.jsonl`` file, a source file of the marked-up form, or a folder of such files.

The sources under ``benchmarks/gold/`` are text files a person can review::

    === en-ferry                        a document begins: its id
    outlet: saltmarshherald.com         header lines: outlet, lang, title, url, date, byline, dateline, embed, credit,
    dateline: Marlow | Ohio | AP |      flags; the last three repeat, with fields between bars
    embed: twitter | Rosa Tamm | rosatamm | March 4, 2017 |

    ⟦dateline|MARLOW, Ohio (AP) —⟧ The ferry is back.
    ⟦headline?|A ? after the category makes a span optional.⟧ ⟦#⟧Here a second document begins.
    Characters nobody can see are written as ⟦U+FEFF⟧.

``python -m benchmarks.goldset [PATH …] [--write OUT.jsonl]`` checks and counts.

The language is the file name's part before ``_`` unless a header says otherwise. A dateline's ``raw`` is its span; an
embed's text, when its last field is empty, is what stands in its span before the author.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cleaners.categories import OPTIONAL, REQUIRED

MARK = re.compile(r"⟦(?:(?P<sign>#)|U\+(?P<code>[0-9A-F]{4,5})|(?P<category>[a-z_]+)(?P<free>\??)\|(?P<text>[^⟦⟧]*))⟧")
INVISIBLE = re.compile(r"⟦U\+([0-9A-F]{4,5})⟧")
FOLDER = Path(__file__).parent / "gold"
"""The gold set of this repository."""
FIELDS = {
    "dateline": ("place", "region", "agency", "date"),
    "embed": ("platform", "author", "handle", "date", "text"),
    "credit": ("raw", "photographer", "agency"),
}
HEADERS = {"outlet", "lang", "title", "url", "date", "byline", "flags", *FIELDS}


def read(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the gold documents of all files and folders.

    Raises ``ValueError`` with file and id where a source is malformed.
    """
    for path in paths:
        if path.is_dir():
            yield from read(sorted(path.glob("*.txt")))
        elif path.suffix == ".txt":
            yield from sources(path)
        else:
            with path.open(encoding="utf-8") as lines:
                yield from map(json.loads, lines)


def sources(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of one source file."""
    head, *blocks = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if head.strip() and not head.lstrip().startswith("#"):
        raise ValueError(f"{path}: text before the first document")
    for block in blocks:
        name = block.split("\n", 1)[0].strip()
        try:
            yield parse(block, path.stem.split("_")[0])
        except ValueError as error:
            raise ValueError(f"{path}: {name}: {error}") from error


def parse(block: str, lang: str) -> dict[str, Any]:
    r"""Return one document from its source.

    >>> document = parse("x-1\noutlet: marlowpost.com\n\n⟦dateline|MARLOW —⟧ It rained.", "en")
    >>> document["text"], document["spans"], document["clean_text"]
    ('MARLOW — It rained.', [{'start': 0, 'end': 8, 'category': 'dateline'}], 'It rained.')
    """
    top, _, body = block.partition("\n\n")
    name, *lines = top.split("\n")
    headers: dict[str, list[str]] = {}
    for line in lines:
        key, colon, value = line.partition(":")
        if not colon or key not in HEADERS:
            raise ValueError(f"unknown header {line!r}")
        headers.setdefault(key, []).append(value.strip())
    first = {key: values[0] for key, values in headers.items()}
    body = INVISIBLE.sub(lambda found: chr(int(found[1], 16)), body.strip("\n"))
    text, spans, boundaries = _unmark(body)
    document = {
        "id": name.strip(),
        "outlet": first["outlet"],
        "url": first.get("url"),
        "lang": first.get("lang", lang),
        "flags": first.get("flags", "").split(),
        "text": text,
        "spans": spans,
        "clean_text": without(text, spans),
        "boundaries": boundaries,
    }
    document["meta"] = _meta(document, headers)
    return document


def _unmark(body: str) -> tuple[str, list[dict[str, Any]], list[int]]:
    text, position = "", 0
    spans: list[dict[str, Any]] = []
    boundaries = []
    for mark in MARK.finditer(body):
        text += body[position : mark.start()]
        position = mark.end()
        if mark["sign"]:
            boundaries.append(len(text))
            continue
        inner = mark["text"]
        span: dict[str, Any] = {"start": len(text), "end": len(text) + len(inner), "category": mark["category"]}
        if mark["free"] or mark["category"] in OPTIONAL:
            span["optional"] = True
        if mark["category"] not in (*REQUIRED, *OPTIONAL):
            raise ValueError(f"no category {mark['category']!r}")
        if not inner or inner != inner.strip():
            raise ValueError(f"span {inner!r} is empty or begins or ends with white space")
        spans.append(span)
        text += inner
    text += body[position:]
    if stray := re.search(".{,30}[⟦⟧].{,30}", text):
        raise ValueError(f"stray bracket in {stray[0]!r}")
    return text, spans, boundaries


def without(text: str, spans: Iterable[dict[str, Any]]) -> str:
    """Return the text without the spans, white space tidied at the seams."""
    kept, position = "", 0
    for span in spans:
        kept = _joined(kept, text[position : span["start"]])
        position = span["end"]
    return _joined(kept, text[position:]).strip()


def problems(document: dict[str, Any]) -> Iterator[str]:
    """Yield what is odd about a document of the project's own gold: headers that its spans do not bear out."""
    printed = Counter(span["category"] for span in document["spans"])
    meta = document["meta"]
    datelines = [meta["dateline"], *meta.get("more_datelines", ())] if meta["dateline"] else []
    for category, known in (("dateline", len(datelines)), ("embed", len(meta["embeds"]))):
        if printed[category] != known:
            yield f"{printed[category]} {category} spans, {known} {category} headers"
    for post in meta["embeds"]:
        for name in ("author", "handle", "date"):
            if post[name] and post[name] not in document["text"]:
                yield f"embed {name} {post[name]!r} does not stand in the text"
    if bool(printed["timestamp"]) != bool(meta["date"]):
        yield "a timestamp without a date header, or the other way round"
    if meta["byline"] and not printed["byline"]:
        yield "a byline header without a byline span"
    if "single_line" in document["flags"] and "\n" in document["text"]:
        yield "flagged single_line, but has several"


def main() -> None:
    """Check the sources, say what is in them, and write them as JSON lines if asked to."""
    parser = argparse.ArgumentParser(description="Check gold sources, count what is in them, convert them.")
    parser.add_argument("paths", nargs="*", type=Path, default=[FOLDER])
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the documents as JSON lines")
    options = parser.parse_args()
    documents = list(read(options.paths))
    found = [f"{document['id']}: {problem}" for document in documents for problem in problems(document)]
    found += [f"{name}: used {count} times" for name, count in Counter(d["id"] for d in documents).items() if count > 1]
    spans = Counter(span["category"] for document in documents for span in document["spans"])
    missing = {*REQUIRED, *OPTIONAL} - set(spans)
    found += [f"no span of category {category}" for category in sorted(missing)]
    clean = sum(all(span.get("optional") for span in document["spans"]) for document in documents)
    print(f"{len(documents)} documents, {clean} clean, {sum(bool(d['boundaries']) for d in documents)} glued")
    print("languages:", *(f"{name} {count}" for name, count in Counter(d["lang"] for d in documents).most_common()))
    print("spans:", *(f"{name} {count}" for name, count in spans.most_common()))
    if options.write:
        lines = (json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
        options.write.write_text("".join(lines), encoding="utf-8")
    sys.exit("\n".join(found) or 0)


def _joined(left: str, right: str) -> str:
    if not left or not right:
        return left or right
    gap = left[len(left.rstrip()) :] + right[: len(right) - len(right.lstrip())]
    return left.rstrip() + ("\n\n" if "\n" in gap else " " if gap else "") + right.lstrip()


def _meta(document: dict[str, Any], headers: dict[str, list[str]]) -> dict[str, Any]:
    def rows(kind: str) -> list[dict[str, Any]]:
        filled = []
        for value in headers.get(kind, ()):
            names = FIELDS[kind]
            last = len(names) - 1 if kind == "embed" else -1  # a post may hold bars
            cells = [cell.strip() or None for cell in value.split("|", last)]
            if len(cells) > len(names):
                raise ValueError(f"{kind}: {value!r} has more than {len(names)} fields")
            filled.append(dict.fromkeys(names) | dict(zip(names, cells, strict=False)))
        return filled

    def printed(category: str) -> list[str]:
        return [document["text"][s["start"] : s["end"]] for s in document["spans"] if s["category"] == category]

    datelines = [dict(row, raw=raw) for row, raw in zip(rows("dateline"), printed("dateline"), strict=False)]
    if len(datelines) != len(headers.get("dateline", ())):
        raise ValueError("more dateline headers than dateline spans")
    embeds = rows("embed")
    for row, raw in zip(embeds, printed("embed"), strict=False):
        if not row["text"] and row["author"]:
            row["text"] = raw.partition(row["author"])[0].rstrip(" \n—–-")
    credits = rows("credit")
    for row in credits:
        if row["raw"] not in document["text"]:
            raise ValueError(f"credit {row['raw']!r} does not stand in the text")
    for key in ("date", "byline"):
        for part in headers.get(key, [""])[0].split("; "):
            if part.casefold() not in document["text"].casefold():
                raise ValueError(f"{key} {part!r} does not stand in the text")
    meta = {
        "title": headers.get("title", [None])[0],
        "date": headers.get("date", [None])[0],
        "dateline": datelines[0] if datelines else None,
        "byline": headers.get("byline", [None])[0],
        "embeds": embeds,
        "credits": credits,
    }
    if datelines[1:]:
        meta["more_datelines"] = datelines[1:]
    return meta


if __name__ == "__main__":
    main()
