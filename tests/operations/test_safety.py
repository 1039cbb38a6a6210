"""A site that strangers reach does not start unsafe, and says all that is wrong at once."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import database, safety
from tests.test_run import manage

ROOT = Path(__file__).resolve().parent.parent.parent
SAFE = {"SECRET_KEY": "0123456789abcdefghij" * 3, "DATABASE_URL": "postgresql:///site"}
PUBLIC = "https://www.example.lv"


@pytest.fixture(autouse=True)
def own_database(monkeypatch):
    monkeypatch.setattr(database, "EMBEDDED", [])


def refused(environment, site_url=PUBLIC):
    """The first word of each reason."""
    try:
        safety.check(environment, site_url)
    except ImproperlyConfigured as error:
        _head, *reasons = str(error).splitlines()
        return [re.match(r"  - (\w+)", reason)[1] for reason in reasons]
    return []


@pytest.mark.parametrize(
    ("changed", "reasons"),
    [
        ({}, []),
        ({"SECRET_KEY": ""}, []),  # one is made
        ({"SECRET_KEY": "short"}, ["SECRET_KEY"]),
        ({"SECRET_KEY": "x" * 80}, ["SECRET_KEY"]),
        ({"DEBUG": "1"}, ["DEBUG"]),
        ({"QUICKEST_FORM_SECONDS": "0"}, ["QUICKEST_FORM_SECONDS"]),
        ({"DEBUG": "1", "SECRET_KEY": "short"}, ["DEBUG", "SECRET_KEY"]),
        ({"DEBUG": "1", "UNSAFE_START": "1"}, []),
    ],
)
def test_public_site_is_refused_for_each_danger(changed, reasons):
    assert refused(SAFE | changed) == reasons


def test_public_site_needs_a_database_and_https(monkeypatch):
    monkeypatch.setattr(database, "EMBEDDED", [ROOT])

    assert refused(SAFE, "http://www.example.lv") == ["SITE_URL", "DATABASE_URL"]
    assert refused({"DEBUG": "1"}, "http://127.0.0.1:8000") == []
    assert refused({"DEBUG": "1"}, "http://localhost") == []


@pytest.mark.parametrize(
    "address",
    [
        *("www.example.lv", "https://", "ftp://www.example.lv", "https://www.example.lv/"),
        *("https://www.example.lv/lv", "https://*", "https://*.example.lv", "https://a b.lv"),
        *("https://me:secret@www.example.lv", "https://www.example.lv:port", "https://[::1"),
        *("https://www.example.lv?x=1", "https://www.example.lv#x", "https://exam\nple.lv", ""),
    ],
)
def test_address_that_cannot_be_is_refused(address):
    assert refused(SAFE, address) == ["SITE_URL"]


@pytest.mark.parametrize(
    "address", ["https://WWW.example.lv", "https://example.lv:8443", "http://[::1]:8000"]
)
def test_address_that_can_be_is_taken(address):
    assert refused(SAFE, address) == []


def test_start_says_in_plain_lines_what_is_wrong():
    code, said = manage("check", SITE_URL="http://www.example.lv", DEBUG="1", UNSAFE_START="")

    assert code == 1
    first, *reasons = said.splitlines()
    assert first == "error: the site does not start like this:"
    assert [reason.split()[1] for reason in reasons] == ["SITE_URL", "DEBUG=1"]


def test_example_names_every_variable_that_is_read():
    asked = re.compile(r"""(?:os\.environ|environment)(?:\.get\(|\[)\s*["']([A-Z_]+)["']""")
    files = [file for each in ("config", "core", "deploy") for file in ROOT.glob(f"{each}/**/*.py")]
    read = {name for file in files for name in asked.findall(file.read_text())}
    lines = [line for line in (ROOT / ".env.example").read_text().splitlines() if "=" in line]
    example = [line.partition("=")[0] for line in lines if line[0] != "#"]

    assert sorted(example) == sorted(read - {"LANG", "LC_ALL"})
    assert [line for line in lines if re.search(r"=.*\s#", line) and line[0] != "#"] == []


def test_several_servers_of_a_database_are_passed_on():
    words = "host=one,two&port=5432,5433&target_session_attrs=read-write&sslmode=require"

    options = database.options_from(f"postgresql://anna:x@/site?{words}")

    assert (options["HOST"], options["PORT"]) == ("one,two", "5432,5433")
    assert options["OPTIONS"]["target_session_attrs"] == "read-write"
    assert options["OPTIONS"]["sslmode"] == "require"
