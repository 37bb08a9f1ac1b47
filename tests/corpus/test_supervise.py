"""The parent's side, against small scripts that speak the worker's language, and once against the real worker."""

import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from cleaners.errors import SetupError
from corpus.fingerprint import parts
from corpus.load import load
from corpus.run import run
from corpus.shard_worker import Job
from corpus.shards import plan
from corpus.supervise import ShardError, run_shard

HEAD = """
import json, os, signal, subprocess, sys, time
job = json.load(sys.stdin)
def say(**message): print(json.dumps(message), flush=True)
"""
END = """
say(part="p", entries=3, cleaned=3, copied=0, facts={"rejected": job["rejected"]})
say(done=["p"], limited=False)
"""


@pytest.fixture
def job(make_config, tmp_path):
    (tmp_path / "in" / "a.txt").write_text("It rained.")
    config = make_config(record_seconds=0.5)
    return Job(plan(config)[0], config, parts(config.cleaning))


@pytest.fixture
def script(tmp_path):
    def write(body):
        path = tmp_path / "worker.py"
        path.write_text(HEAD + textwrap.dedent(body) + END)
        return (sys.executable, str(path))

    return write


def test_progress_is_told_once_even_after_a_restart(job, script):
    steps = []
    command = script("""
        say(record="one"); say(read=1)
        say(record="two")
        if "two" not in job["rejected"]: os._exit(3)
        say(read=2); say(record="three"); say(read=3)
    """)
    result = run_shard(job, on_progress=steps.append, command=command)
    assert (result.entries, result.restarts, sum(steps)) == (3, 2, 3)


DEATHS = {
    "crash": ("os.kill(os.getpid(), signal.SIGSEGV)", ["crash", "the process died of SIGSEGV while cleaning it"]),
    "exit": ("os._exit(7)", ["crash", "the process ended with code 7 while cleaning it"]),
    "out of memory": (
        "os.kill(os.getpid(), signal.SIGKILL)",
        ["crash", "the process died of SIGKILL while cleaning it"],
    ),
    "alarm": (
        "signal.setitimer(signal.ITIMER_REAL, .1); time.sleep(60)",
        ["limit", "it took longer than record_seconds: 0.5"],
    ),
}


@pytest.mark.parametrize(("death", "cause"), DEATHS.values(), ids=DEATHS)
def test_a_record_that_kills_its_worker_is_rejected(job, script, death, cause):
    command = script(f"""
        say(record="good"); say(read=1); say(record="bad")
        if "bad" not in job["rejected"]: {death}
    """)
    assert run_shard(job, command=command).facts == [{"rejected": {"bad": cause}}]


def test_a_worker_that_was_killed_once_may_go_on(job, script, tmp_path):
    """By the operator, or for want of memory elsewhere: the record is not to blame."""
    (tmp_path / "once").touch()
    command = script(f"""
        say(record="good"); say(read=1); say(record="slow")
        if os.path.exists({str(tmp_path / "once")!r}):
            os.unlink({str(tmp_path / "once")!r})
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(.2); say(read=2)
    """)
    result = run_shard(job, command=command)
    assert (result.facts, result.restarts, result.slowest[1]) == ([{"rejected": {}}], 1, "slow")


def test_a_worker_that_falls_silent_is_killed(job, script, monkeypatch):
    monkeypatch.setattr("corpus.supervise.SILENCE", 0.5)
    command = script("""
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        say(record="bad")
        if "bad" not in job["rejected"]: time.sleep(60)
    """)
    started = time.monotonic()
    result = run_shard(job, command=command)
    assert result.facts[0]["rejected"]["bad"][0] == "limit"
    assert time.monotonic() - started < 10


def test_a_worker_that_is_not_wanted_any_more_is_killed(job, script):
    stop = threading.Event()
    threading.Timer(1, stop.set).start()
    started = time.monotonic()
    with pytest.raises(ShardError, match="stopped"):
        run_shard(job, command=script('say(record="slow"); time.sleep(60)'), stop=stop)
    assert time.monotonic() - started < 10


def test_a_worker_that_always_dies_gives_the_shard_up(job, script):
    with pytest.raises(ShardError, match="ended with code 4 outside any record") as caught:
        run_shard(job, command=script("os._exit(4)"))
    assert caught.value.transient


def test_errors_are_handed_on(job, script):
    with pytest.raises(SetupError, match=r"a\.yaml:3: unknown rule \(remove it\)"):
        run_shard(job, command=script('say(setup=["unknown rule", "a.yaml:3", "remove it"]); sys.exit()'))
    with pytest.raises(ShardError, match="No space left on device") as caught:
        run_shard(job, command=script('say(failed="No space left on device", where="x", retry=True); sys.exit()'))
    assert caught.value.transient


def test_nothing_of_a_workers_family_is_left(job, script):
    command = script("""
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], stdout=subprocess.DEVNULL)
        say(record="good"); say(read=1); say(part="p", entries=child.pid, cleaned=0, copied=0, facts={})
        say(done=["p"], limited=False)
        sys.exit()
    """)
    child = run_shard(job, command=command).entries
    time.sleep(0.2)
    assert not alive(child)


def alive(pid):
    """Whether a process runs (one that only waits to be collected does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_real_worker(make_config, tmp_path, write_lines):
    """Files and lines of several kinds, all of them accounted for; the second run cleans nothing."""
    (tmp_path / "in" / "a.txt").write_bytes("It rained all night, the mayor said.\r\n".encode("utf-16"))
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    (tmp_path / "in" / "c.html").write_text(
        "<html><body><article><p>" + "The river rose by a metre. " * 30 + "</p></article>"
    )
    write_lines("d.jsonl", [{"text": "The council will meet on Monday."}, {"text": "a\ud800b"}, {"words": 1}])
    config = make_config(rejected_share=1)
    steps = []
    summary = run(config, on_progress=lambda shard, more: steps.append(more))
    totals = summary.totals
    assert (totals["records"], totals["cleaned"], totals["rejected"], totals["bugs"]) == (6, 4, 2, 0)
    assert (sum(steps), summary.problem) == (6, None)
    documents = load(config.output).documents
    assert any(text.startswith("It rained all night") for text in documents["text"])
    assert run(config).read == 0


def test_rules_that_cannot_be_used_stop_the_run(make_config, tmp_path):
    (tmp_path / "in" / "a.txt").write_text("It rained.")
    (tmp_path / "mine.yaml").write_text("- name: x\n  lin: y\n")
    with pytest.raises(SetupError, match=r"mine\.yaml"):
        run(make_config(cleaning={"packs": [str(tmp_path / "mine.yaml")]}))
