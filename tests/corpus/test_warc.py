import bz2
import gzip
import hashlib
import io
import itertools
import json
import lzma
import time
import warnings
import zlib
from pathlib import Path

import brotli
import pytest
import zstandard
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from cleaners.model import Rejection
from corpus.config import Source
from corpus.load import load
from corpus.restore import restore, verify
from corpus.run import run
from corpus.shards import Shard, plan, read
from corpus.warc import read_warc

SOURCE = Source(name="s", path="p")
PAGE = b"<html><title>Rain</title><p>It rained all night, and the river rose by a metre.</p></html>"
NOISE = b"".join(hashlib.sha256(bytes([n % 256, n // 256])).digest() for n in range(1_000))
HTML = {"Content-Type": "text/html; charset=ISO-8859-1"}


def archive(*records, gzipped=False):
    """An archive of (type, url, payload, HTTP status and headers, WARC headers), written by warcio."""
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # warcio's own
        _write(WARCWriter(stream, gzip=gzipped), records)
    return stream.getvalue()


def _write(writer, records):
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "a test"}))
    for number, (kind, url, payload, status, http, warc) in enumerate(records):
        headers = StatusAndHeaders(status, list(http.items()), protocol="HTTP/1.1") if http is not None else None
        warc = {"WARC-Record-ID": f"<urn:uuid:{number:08}>", "WARC-Date": "2018-03-05T10:00:00Z", **warc}
        media = {} if http is not None else {"warc_content_type": "text/plain"}
        writer.write_record(
            writer.create_warc_record(
                url, kind, payload=io.BytesIO(payload), http_headers=headers, warc_headers_dict=warc, **media
            )
        )


def page(payload=PAGE, http=HTML, status="200 OK", url="http://a.org/rain", kind="response", **warc):
    return kind, url, payload, status, http, {name.replace("_", "-"): value for name, value in warc.items()}


def text(payload, url="http://a.org/rain"):
    return "conversion", url, payload, "", None, {"WARC-Identified-Content-Language": "eng"}


def entries(tmp_path, content, name="a.warc", limit=100_000):
    path = tmp_path / name
    path.write_bytes(content)
    return list(read_warc(SOURCE, name, str(path), limit))


def told(found):
    return [
        (entry.record.key, f"!{entry.item.reason}" if isinstance(entry.item, Rejection) else entry.item.content)
        for entry in found
    ]


def test_a_page(tmp_path):
    content = archive(page(), gzipped=True)
    [entry] = entries(tmp_path, content, "a.warc.gz")
    record = entry.record
    assert (record.key, record.kind, record.content, record.url) == ("00000000", "html", PAGE, "http://a.org/rain")
    assert (record.charset, record.crawl_date, entry.ordinal) == ("ISO-8859-1", "2018-03-05T10:00:00Z", 2)
    assert record.extra["http_status"] == "200"
    assert record.extra["http_content_type"] == "text/html; charset=ISO-8859-1"
    assert record.extra["warc_type"] == "response"
    assert "warc_payload_digest" in record.extra
    found = ArchiveIterator(io.BytesIO(content[record.extra["warc_offset"] :]))  # the place is the one others mean, too
    assert next(iter(found)).content_stream().read() == PAGE


def test_a_text(tmp_path):
    [first, second] = entries(tmp_path, archive(text(b"Es regnete.\r\n\r\n"), text(b"caf\xe9\n")), "a.warc.wet")
    assert (first.record.content, first.record.kind) == ("Es regnete.\r\n\r\n", "text")
    assert first.record.extra["warc_identified_content_language"] == "eng"
    assert second.record.content == b"caf\xe9\n"


def deflated(content):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def chunked(content):
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (content[:7], content[7:], b""))


SENT = {
    "as it is": (PAGE, {}),
    "gzip": (gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
    "deflate": (zlib.compress(PAGE), {"Content-Encoding": "deflate"}),
    "raw deflate": (deflated(PAGE), {"Content-Encoding": "deflate"}),
    "brotli": (brotli.compress(PAGE), {"Content-Encoding": "BR"}),
    "zstandard": (zstandard.compress(PAGE), {"Content-Encoding": "zstd"}),
    "twice": (brotli.compress(gzip.compress(PAGE)), {"Content-Encoding": "gzip, br"}),
    "gzip in two members": (gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), {"Content-Encoding": "gzip"}),
    "in chunks": (chunked(PAGE), {"Transfer-Encoding": "Chunked"}),
    "gzip in chunks": (chunked(gzip.compress(PAGE)), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
    "said to be packed": (PAGE, {"Content-Encoding": "gzip"}),
    "said to be in chunks": (PAGE, {"Transfer-Encoding": "chunked"}),
}


@pytest.mark.parametrize(("payload", "headers"), SENT.values(), ids=SENT)
def test_a_page_comes_out_of_its_wrapping(tmp_path, payload, headers):
    assert told(entries(tmp_path, archive(page(payload, {**HTML, **headers})))) == [("00000000", PAGE)]


PASSED_OVER = {
    "not found": page(status="404 Not Found"),
    "moved": page(status="301 Moved"),
    "an image": page(b"\x89PNG", {"Content-Type": "image/png"}),
    "no type": page(http={"Server": "x"}),
    "robots.txt": page(b"User-agent: *", {"Content-Type": "text/plain"}, url="http://a.org/robots.txt"),
    "a request": ("request", "http://a.org/", b"", "GET / HTTP/1.1", {"Host": "a.org"}, {}),
    "a revisit": page(b"", kind="revisit"),
    "metadata": ("metadata", "http://a.org/", b"x: y", "", None, {}),
}


@pytest.mark.parametrize("record", PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_is_no_article_is_passed_over(tmp_path, record):
    assert [key for key, _ in told(entries(tmp_path, archive(record, page())))] == ["00000001"]


REJECTED = {
    "too long": (page(b"x" * 200_000), "200,000 bytes, above the limit"),
    "too long when unpacked": (
        page(gzip.compress(b"x" * 200_000), {**HTML, "Content-Encoding": "gzip"}),
        "it unpacks to more than 100,000 bytes",
    ),
    "packing that nobody knows": (page(b"\x28\xb5", {**HTML, "Content-Encoding": "lzw"}), "packed as 'lzw'"),
    "damaged packing": (
        page(gzip.compress(NOISE)[:15_000] + b"\0" * 5_000, {**HTML, "Content-Encoding": "gzip"}),
        "packing (gzip) is damaged",
    ),
}


@pytest.mark.parametrize(("record", "reason"), REJECTED.values(), ids=REJECTED)
def test_what_cannot_be_read_is_rejected_and_the_next_one_read(tmp_path, record, reason):
    found = entries(tmp_path, archive(record, page()))
    assert [entry.record.key for entry in found] == ["00000000", "00000001"]
    assert reason in found[0].item.reason
    assert found[1].item.content == PAGE


def test_a_page_that_the_crawler_cut_is_flagged(tmp_path):
    [entry] = entries(tmp_path, archive(page(PAGE[:50], WARC_Truncated="length")))
    assert entry.flags == ("cut-off",)
    [entry] = entries(tmp_path, archive(page(gzip.compress(PAGE)[:-40], {**HTML, "Content-Encoding": "gzip"})))
    assert (entry.flags, PAGE.startswith(entry.record.content)) == (("cut-off",), True)


def test_an_answer_without_headers_and_a_later_version(tmp_path):
    content = archive(page()).replace(b"HTTP/1.1 200 OK", b"HTTP/2 200     ")
    assert told(entries(tmp_path, content)) == [("00000000", PAGE)]
    content = archive(page()).replace(b"HTTP/1.1 200 OK", b"nothing at all ")
    assert told(entries(tmp_path, content))[0][1].startswith("!the answer has no HTTP headers")


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize("cut", [1, 3, 30, 300, 500])
def test_an_archive_that_is_cut_off(tmp_path, gzipped, cut):
    content = archive(page(), page(), gzipped=gzipped)
    name = "a.warc.gz" if gzipped else "a.warc"
    found = told(entries(tmp_path, content[:-cut], name))
    whole = [("00000000", PAGE), ("00000001", PAGE)]
    if not gzipped and cut < 5:  # of the last empty lines
        assert found == whole
    else:
        assert found[-1][1] == "!the file is cut off: its data stops short"
        assert found[:-1] in (whole[:1], whole, [])


STORIES = [PAGE + NOISE[number : number + 9_000] for number in range(5)]
"""Longer than what is unpacked at once: of a packed one the damage may show only behind its last byte."""


def damaged(members, number, how):
    """The archive with damage in one of its members: ``how`` is a place in it, or how many of its bytes are gone."""
    member = bytearray(members[number])
    kind, share = how
    place = int(share * (len(member) - 1))
    if kind == "bit":
        member[place] ^= 16
    elif kind == "zeros":
        member[place : place + 5_000] = bytes(len(member[place : place + 5_000]))
    else:
        del member[place + 1 :]
    return b"".join([*members[:number], bytes(member), *members[number + 1 :]])


@pytest.mark.parametrize("kind", ["bit", "zeros", "cut"])
@pytest.mark.parametrize("number", [1, 3, 5])
def test_one_damaged_member_costs_one_record(tmp_path, kind, number):
    whole = archive(*(page(story) for story in STORIES), gzipped=True)
    starts = [entry.record.extra["warc_offset"] for entry in entries(tmp_path, whole, "a.warc.gz")]
    edges = [0, *starts, len(whole)]
    members = [whole[start:end] for start, end in itertools.pairwise(edges)]
    harmless = 0
    for share in [n / 23 for n in range(24)]:
        found = entries(tmp_path, damaged(members, number, (kind, share)), "a.warc.gz")
        content = {entry.record.key: entry.item.content for entry in found if not isinstance(entry.item, Rejection)}
        expected = {f"{n:08}": story for n, story in enumerate(STORIES)}
        if content == expected:  # in the time of packing, say
            harmless += 1
            continue
        del expected[f"{number - 1:08}"]
        assert content == expected, share
        said = [entry.item.reason for entry in found if isinstance(entry.item, Rejection)]
        assert said and all("packing" in reason or "cut off" in reason for reason in said), said
        assert len({entry.record.id for entry in found}) == len(found)
    assert harmless < 4


def test_a_damaged_archive_is_read_the_same_however_it_is_cut(make_config, tmp_path):
    whole = bytearray(archive(*(page(story) for story in STORIES), gzipped=True))
    whole[len(whole) // 2] ^= 16
    (tmp_path / "in" / "a.warc.gz").write_bytes(whole)
    config = make_config(shard_bytes=8_000)
    found = [entry for shard in plan(config) for entry in read(shard, config)]
    assert told(found) == told(entries(tmp_path, bytes(whole), "a.warc.gz"))
    assert len(found) == 5 and sum(isinstance(entry.item, Rejection) for entry in found) == 1


def test_what_is_lost_of_an_archive_packed_as_a_whole_is_said(tmp_path):
    packed = bytearray(gzip.compress(archive(*(page(story) for story in STORIES))))
    packed[len(packed) // 2] ^= 16
    *found, last = told(entries(tmp_path, bytes(packed), "a.warc.gz"))
    assert [content for _, content in found] == STORIES[: len(found)]
    assert last[1].startswith("!the file is damaged: its packing is broken")
    assert last[1].endswith("what follows in the file is lost")


def test_a_million_members_that_are_none(tmp_path):
    fakes = b"\x1f\x8b\x08" * 1_000_000
    begun = time.process_time()
    found = told(entries(tmp_path, archive(page(), gzipped=True) + fakes + archive(page(), gzipped=True), "a.warc.gz"))
    assert time.process_time() - begun < 20
    assert found[0][1] == PAGE and found[-1][1].endswith("what follows in the file is lost")


def test_rubbish_between_records(tmp_path):
    first, second = archive(page()), archive(page(url="http://a.org/b"))
    found = entries(tmp_path, first + b"rubbish\r\nand more\n\n" + second.split(b"\r\n\r\n\r\n", 1)[1])
    assert [reason for _, reason in told(found)] == [PAGE, "!no WARC record begins here", PAGE]
    [entry] = entries(tmp_path, b"This is no archive.\n" * 1_000)
    assert entry.item.reason == "no WARC record begins here"


PACK = {"gz": gzip.compress, "zst": zstandard.compress, "bz2": bz2.compress, "xz": lzma.compress}


@pytest.mark.parametrize("name", PACK)
def test_an_archive_packed_as_a_whole(tmp_path, name):
    [entry] = entries(tmp_path, PACK[name](archive(page())), f"a.warc.{name}")
    assert entry.record.content == PAGE
    assert "warc_offset" not in entry.record.extra


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_large_archive_is_cut_at_its_records(make_config, tmp_path, name):
    pages = [page(PAGE + bytes([65 + n % 26]) * (n * 37 % 900)) for n in range(40)]
    pages.append(page(WARC_Record_ID="<urn:uuid:00000003>"))  # an id that comes again
    (tmp_path / "in" / name).write_bytes(archive(*pages, gzipped=name.endswith("gz")))
    config = make_config(shard_bytes=6_000)
    shards = [Shard.load(json.loads(json.dumps(shard.dump()))) for shard in plan(config)]
    assert len(shards) > 3
    assert not any(shard.stream for shard in shards)
    found = [entry for shard in shards for entry in read(shard, config)]
    whole = entries(tmp_path, (tmp_path / "in" / name).read_bytes(), name)
    facts = [(entry.ordinal, entry.item.content, entry.item.extra, entry.flags) for entry in found]
    assert facts == [(entry.ordinal, entry.item.content, entry.item.extra, entry.flags) for entry in whole]
    assert found[-1].flags == ("duplicate-key",)
    assert len({entry.record.id for entry in found}) == 41


def test_an_archive_without_places_to_cut_has_one_reader(make_config, tmp_path):
    pages = [page(bytes(range(256)) * 4 + bytes([number])) for number in range(60)]
    (tmp_path / "in" / "a.warc.gz").write_bytes(gzip.compress(archive(*pages)))
    [shard] = plan(make_config(shard_bytes=2_000))
    assert shard.stream


def test_texts_come_back_and_pages_have_a_place(make_config, tmp_path, in_process):
    texts = ["It rained.[Ad]\r\n", "Es regnete über Nacht. [Ad]", "x\ry\nz"]
    (tmp_path / "in" / "a.warc.wet.gz").write_bytes(archive(*(text(t.encode()) for t in texts), gzipped=True))
    (tmp_path / "in" / "b.warc").write_bytes(archive(page()))
    config = make_config()
    assert run(config).problem is None
    found = {(one.path, one.key): one for one in restore(config.output)}
    assert [found["a.warc.wet.gz", f"{n:08}"].content for n in range(3)] == texts
    check = verify(config.output, config)
    assert (check.records, check.exact, check.pages, [*check.wrong, *check.unread]) == (4, 3, 1, [])
    records = load(config.output).records.set_index("path")
    extra = json.loads(records.loc["b.warc", "extra"])
    raw = Path(config.sources[0].path, "b.warc").read_bytes()
    assert raw[extra["warc_offset"] :].startswith(b"WARC/1.")
    assert records.loc["b.warc", "url"] == "http://a.org/rain"
