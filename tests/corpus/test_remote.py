"""Sources behind URLs: against a real HTTP server and a real S3 server on this machine."""

import gzip
import io
import json
import logging
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaners.errors import SetupError
from corpus.config import Config
from corpus.load import load
from corpus.restore import restore
from corpus.run import run
from corpus.shards import plan, read
from corpus.sources import inputs, read_files


class Web(SimpleHTTPRequestHandler):
    """Serves a folder, with ranges and an ETag where the server is told to."""

    def send_head(self):
        self.server.asked.append(f"{self.command} {self.path}")
        path = Path(self.translate_path(self.path))
        if path.is_dir() or not self.server.capable:
            return super().send_head()
        if not path.is_file():
            self.send_error(404)
            return None
        content = path.read_bytes()
        size = len(content)
        wanted = re.match(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if wanted:
            start, end = int(wanted[1]), min(int(wanted[2] or size), size - 1)
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{end}/{size}")
            content = content[start : end + 1]
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("ETag", f'"{hash(path.read_bytes())}"')
        self.end_headers()
        return io.BytesIO(content if self.server.broken_at is None else content[: self.server.broken_at])

    def log_message(self, *_):
        pass


@pytest.fixture
def web(tmp_path):
    """A server of the folder ``tmp_path/web``; ``capable``: it knows ranges and ETags."""
    (tmp_path / "web").mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Web, directory=str(tmp_path / "web")))
    server.capable, server.broken_at, server.asked = True, None, []
    server.folder, server.url = tmp_path / "web", f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def s3_server():
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def s3(s3_server, monkeypatch):
    """A file system on an empty bucket ``news``; address and keys come from the environment, as for users."""
    import s3fs

    environment = {
        "AWS_ENDPOINT_URL": s3_server,
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    system = s3fs.S3FileSystem()
    if system.exists("news"):
        system.rm("news", recursive=True)
    system.mkdir("news")
    return system


def lines(*texts):
    return "".join(json.dumps({"id": f"k{number}", "text": text}) + "\n" for number, text in enumerate(texts)).encode()


def parquet(*texts, **options):
    sink = io.BytesIO()
    pq.write_table(pa.table({"text": list(texts)}), sink, **options)
    return sink.getvalue()


FILES = {
    "a.txt": b"It rained.\r\n",
    "b.jsonl": lines("One.", "Two."),
    "c.jsonl.gz": gzip.compress(lines("Three.")),
    "deep/d.csv": b"id,text\nx,Four.\n",
    "deep/e.parquet": parquet("Five.", "Six."),
    "notes.md": b"no article",
    "_done/f.txt": b"no article",
}
KEYS = ["a.txt", "k0", "k1", "k0", "x", "#1", "#2"]


def source_of(url, tmp_path, **settings):
    return Config.model_validate(
        {"sources": [{"name": "news", "path": url}], "output": str(tmp_path / "out"), **settings}
    )


def keys(config):
    return [entry.record.key for shard in plan(config) for entry in read(shard, config)]


def put(web, files):
    for name, content in files.items():
        (web.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (web.folder / name).write_bytes(content)


@pytest.mark.parametrize("capable", [True, False])
def test_single_files_on_the_web(web, tmp_path, capable):
    web.capable = capable
    put(web, FILES)
    found = {name: keys(source_of(f"{web.url}/{name}", tmp_path)) for name in FILES if not name.startswith(("n", "_"))}
    assert found == {
        "a.txt": ["a.txt"],
        "b.jsonl": ["k0", "k1"],
        "c.jsonl.gz": ["k0"],
        "deep/d.csv": ["x"],
        "deep/e.parquet": ["#1", "#2"],
    }


def test_a_folder_and_a_pattern_on_the_web(web, tmp_path):
    put(web, FILES)
    assert sorted(keys(source_of(f"{web.url}/", tmp_path))) == sorted(KEYS)
    assert keys(source_of(f"{web.url}/*.jsonl", tmp_path)) == ["k0", "k1"]


def test_a_query_belongs_to_the_address_not_to_the_name(web, tmp_path):
    put(web, {"b.jsonl": FILES["b.jsonl"]})
    config = source_of(f"{web.url}/b.jsonl?token=1&x=y.txt", tmp_path)
    [item] = inputs(config.sources[0])
    assert (item.path, item.format) == ("b.jsonl", "jsonl")
    assert keys(config) == ["k0", "k1"]


def test_only_what_has_changed_on_the_web_is_read(web, tmp_path, in_process):
    put(web, FILES)
    config = source_of(f"{web.url}/", tmp_path)
    assert run(config).cleaned == 7
    web.asked.clear()
    assert run(config).read == 0
    assert not [asked for asked in web.asked if asked.startswith("GET") and "." in asked]
    put(web, {"deep/d.csv": b"id,text\nx,Five.\n"})  # of the same size: only the ETag tells
    in_process.seen.clear()
    assert (run(config).cleaned, in_process.seen) == (1, ["x"])
    assert {one.key: one.content for one in restore(config.output)}["a.txt"] == b"It rained.\r\n"


def test_a_server_that_says_nothing_of_versions_is_read_every_time(web, tmp_path, in_process, monkeypatch):
    put(web, {"b.jsonl": FILES["b.jsonl"]})
    web.capable = False
    monkeypatch.setattr(Web, "send_header", _without_dates)
    config = source_of(f"{web.url}/b.jsonl", tmp_path)
    assert run(config).cleaned == 2
    summary = run(config)
    assert (summary.read, summary.cleaned, summary.copied) == (2, 0, 2)


def _without_dates(self, name, value):
    if name != "Last-Modified":
        SimpleHTTPRequestHandler.send_header(self, name, value)


def test_a_connection_that_breaks_fails_the_shard_and_takes_nothing_away(web, tmp_path, monkeypatch):
    put(web, {"b.jsonl": lines(*(f"Line {number}." for number in range(5_000)))})
    config = source_of(f"{web.url}/b.jsonl", tmp_path)
    web.broken_at = 9_000
    [shard] = plan(config)
    with pytest.raises(OSError, match="the place cannot be read") as caught:
        list(read(shard, config))
    assert caught.value.filename == f"{web.url}/b.jsonl"


def test_a_file_that_changes_on_the_web_while_it_is_read(web, tmp_path):
    put(web, {"b.jsonl": FILES["b.jsonl"]})
    config = source_of(f"{web.url}/b.jsonl", tmp_path)
    [shard] = plan(config)
    found = read(shard, config)
    next(found)
    put(web, {"b.jsonl": FILES["b.jsonl"] + FILES["b.jsonl"]})
    with pytest.raises(OSError, match="the file changed while it was read"):
        list(found)


MISSING = {
    "nothing there": ("/none.jsonl", "there is nothing at this address"),
    "a folder of nothing": ("/empty/", "has no file that can be read"),
    "nothing matches": ("/*.csv", "has no file that can be read"),
}


@pytest.mark.parametrize(("path", "said"), MISSING.values(), ids=MISSING)
def test_what_is_not_on_the_web(web, tmp_path, path, said):
    put(web, {"empty/notes.md": b"x"})
    with pytest.raises(SetupError, match=said):
        run(source_of(web.url + path, tmp_path))
    assert not (tmp_path / "out").exists()


def test_no_server_and_no_such_kind_of_address(tmp_path):
    with pytest.raises(SetupError, match="the place cannot be read"):
        plan(source_of("http://127.0.0.1:9/a.jsonl", tmp_path))
    with pytest.raises(SetupError, match="Protocol not known"):
        plan(source_of("gopher://a.org/a.jsonl", tmp_path))


def test_a_password_in_an_address_is_refused(tmp_path):
    with pytest.raises(ValueError, match="a password does not belong in an address"):
        source_of("https://me:secret@a.org/a.jsonl", tmp_path)


def test_reading_addresses_without_a_run(web):
    put(web, FILES)
    found = list(read_files([f"{web.url}/b.jsonl", f"{web.url}/a.txt"]))
    assert [record.content for record in found] == ["One.", "Two.", b"It rained.\r\n"]
    [gone] = read_files([f"{web.url}/none.txt"])
    assert gone.reason == "cannot be read: there is no such file"


def test_a_run_with_real_workers_over_the_web(web, tmp_path):
    """The worker is a process of its own and opens the address by itself."""
    put(web, {"b.jsonl": lines("The river rose by a metre overnight, the mayor said.")})
    config = source_of(f"{web.url}/b.jsonl", tmp_path)
    assert run(config).problem is None
    assert load(config.output).documents["text"].tolist() == ["The river rose by a metre overnight, the mayor said."]


def test_a_bucket(s3, tmp_path, in_process):
    for name, content in FILES.items():
        s3.pipe(f"news/2018/{name}", content)
    config = source_of("s3://news/2018", tmp_path)
    assert sorted(keys(config)) == sorted(KEYS)
    assert sorted(keys(source_of("s3://news/2018/**/*.csv", tmp_path))) == ["x"]
    assert keys(source_of("s3://news/2018/b.jsonl", tmp_path)) == ["k0", "k1"]
    assert run(config).cleaned == 7
    assert run(config).read == 0
    s3.pipe("news/2018/deep/d.csv", b"id,text\nx,Five.\n")
    in_process.seen.clear()
    assert (run(config).cleaned, in_process.seen) == (1, ["x"])
    s3.rm("news/2018/a.txt")
    assert run(config).totals["records"] == 6
    with pytest.raises(SetupError, match="there is nothing at this address"):
        plan(source_of("s3://news/2019/a.jsonl", tmp_path))


def test_a_large_parquet_file_in_a_bucket_is_cut(s3, tmp_path):
    texts = [f"{number:0300d}" for number in range(100)]
    s3.pipe("news/a.parquet", parquet(*texts, row_group_size=10, compression="none"))
    config = source_of("s3://news/a.parquet", tmp_path, shard_bytes=7_000)
    assert len(plan(config)) == 5
    assert [entry.record.content for shard in plan(config) for entry in read(shard, config)] == texts


def test_a_zip_in_a_bucket(s3, tmp_path):
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("deep/b.jsonl", FILES["b.jsonl"])
    s3.pipe("news/a.zip", packed.getvalue())
    config = source_of("zip://*/*.jsonl::s3://news/a.zip", tmp_path)
    assert [item.path for item in inputs(config.sources[0])] == ["deep/b.jsonl"]
    assert keys(config) == ["k0", "k1"]
