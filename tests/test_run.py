"""`manage.py run` and the database's start: what goes wrong is said in one line."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from config import database

COOKIE = ("NAME", "SECURE", "HTTPONLY", "SAMESITE")
ROOT = Path(__file__).resolve().parent.parent


def manage(*words, **environment):
    """Run manage.py on its own and return (exit code, what it printed)."""
    done = subprocess.run(  # noqa: S603 (our own command line)
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, (done.stdout + done.stderr).strip()


def test_port_in_use_is_one_clear_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        code, said = manage("run", PORT=port)

    assert code == 1
    assert said.startswith(f"CommandError: port {port} cannot be used")
    assert len(said.splitlines()) == 1


def test_port_must_be_a_number():
    code, said = manage("run", PORT="eighty")

    assert (code, len(said.splitlines())) == (1, 1)
    assert "PORT must be a number" in said


def test_unreachable_database_is_one_clear_line():
    code, said = manage("migrate", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")

    assert code == 1
    assert said.startswith("error: the database cannot be reached")
    assert len(said.splitlines()) == 1


def test_other_kinds_of_database_are_refused():
    code, said = manage("check", DATABASE_URL="mysql://localhost/site")

    assert (code, said) == (1, "error: DATABASE_URL must start with postgresql://")


def test_settings_that_cannot_be_are_one_clear_line():
    code, said = manage("check", MAP_TILES="https://tile.example.org/map.png")

    assert code == 1
    assert said.startswith("error: MAP_TILES must be an http(s) address")
    assert len(said.splitlines()) == 1


def test_site_with_https_and_a_mail_server_keeps_its_cookies_and_sends_by_smtp():
    names = [f"{kind}_COOKIE_{word}" for kind in ("SESSION", "CSRF") for word in COOKIE]
    names += [f"EMAIL_{word}" for word in ("BACKEND", "HOST", "PORT", "USE_TLS", "USE_SSL")]

    code, said = manage(
        "shell",
        "--no-imports",
        "-c",
        f"from django.conf import settings; print([getattr(settings, each) for each in {names}])",
        SITE_URL="https://www.example.lv",
        UNSAFE_START="1",
        EMAIL_HOST="smtp.example.lv",
    )

    assert code == 0
    assert said == str(
        [
            *("__Host-sessionid", True, True, "Lax"),
            *("__Host-csrftoken", True, True, "Lax"),
            *("django.core.mail.backends.smtp.EmailBackend", "smtp.example.lv", 587, True, False),
        ]
    )


def test_unwritable_data_folder_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("not a folder")

    code, said = manage("migrate", DATABASE_URL="", DATA_DIR=str(tmp_path / "file" / "data"))

    assert code == 1
    assert said.startswith("error: the data folder")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://anna:p%40ss@db.example.lv:5433/vietne",
            {"USER": "anna", "PASSWORD": "p@ss", "HOST": "db.example.lv", "PORT": "5433"},
        ),
        ("postgresql://postgres:@/postgres?host=%2Ftmp%2Fsocket", {"HOST": "/tmp/socket"}),  # noqa: S108
    ],
)
def test_address_of_a_database_is_taken_apart(url, expected):
    options = database.options_from(url)

    assert {name: options[name] for name in expected} == expected


def test_ctrl_c_is_told_in_a_line():
    code, said = manage("shell", "--verbosity", "0", "--command", "raise KeyboardInterrupt")

    assert (code, said.strip()) == (130, "stopped")
