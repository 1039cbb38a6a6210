"""What runs beside the web is started again when it ends, and only then."""

import os
import signal
import subprocess
import sys

import pytest

from config import beside, database

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture
def part():
    part = beside.Part(SLEEP)
    yield part
    part.stop()


def test_part_that_was_killed_is_started_again(part):
    part.look_after()
    first = part.process
    part.look_after()
    assert part.process is first

    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    part.look_after()

    assert part.process.pid != first.pid
    assert part.process.poll() is None


def test_part_that_is_not_needed_is_not_started():
    part = beside.Part(SLEEP, is_needed=lambda: False)

    part.look_after()

    assert part.process is None


def test_embedded_server_is_seen_alive_and_gone(tmp_path, monkeypatch):
    if database.EMBEDDED:
        assert not database.is_gone()
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    assert database.is_gone()

    (tmp_path / "postgres").mkdir()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / "postgres" / "postmaster.pid").write_text(f"{ended.pid}\n/x\n")

    assert database.is_gone()


def test_web_starts_while_the_database_is_away(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")

    database.connect(must_answer=False)

    with pytest.raises(database.Unavailable):
        database.connect()
