"""Commands speak the language of the terminal to the end; what they write is in the site's."""

import ast
import io
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from config import safety
from core import speaking
from core.accounts import audit
from core.models import AuditEntry, Version
from tests.factories import UserFactory
from tests.moving.conftest import EXPORT
from tests.test_run import manage

ROOT = Path(__file__).resolve().parent.parent.parent
SAYING = {
    *("write", "say", "tell", "teller", "report", "CommandError", "Failed", "Missing"),
    *("Unreadable", "Unfetched", "Unavailable", "ImproperlyConfigured"),
}
PLACES = (
    *("*/management/commands/*.py", "config/*.py", "config/*/*.py", "moving/**/*.py"),
    *("partnership/loading.py", "projects/rule_loading.py", "core/progress.py"),
)
WORDS = re.compile(r"[^\W\d_]{3,}")


def literals(node):
    """The texts that stand in an argument as they are, also as pieces of an f-string."""
    if isinstance(node, ast.BinOp):
        yield from literals(node.left)
    for each in node.values if isinstance(node, ast.JoinedStr) else [node]:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def said_in(path):
    """Words of a module that are told to people and pass no gettext."""
    for node in ast.walk(ast.parse(path.read_text())):
        told = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            told = node.args[:1] if name in SAYING else []
            told += [each.value for each in node.keywords if each.arg == "help"]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "help":
            told = [node.value]
        yield from (text for each in told for text in literals(each) if WORDS.search(text))


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "lv_LV.UTF-8"}, "lv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "en_IE", "LANG": "lv_LV"}, "en"),
        ({"LANGUAGE": "de:en", "LC_ALL": "lv_LV"}, "en"),
        ({"LANG": "C.UTF-8"}, "lv"),
        ({"LANG": "de_DE.UTF-8"}, "lv"),
        ({}, "lv"),
    ],
)
def test_language_is_that_of_the_terminal(monkeypatch, variables, language):
    for name in speaking.VARIABLES:
        monkeypatch.setenv(name, variables.get(name, ""))

    assert speaking.of_terminal() == language


def test_site_knows_the_languages_of_its_commands(settings):
    assert tuple(code for code, _name in settings.LANGUAGES) == speaking.KNOWN
    assert speaking.KNOWN[0] == settings.LANGUAGE_CODE


def test_sentences_of_commands_pass_gettext():
    found = {
        str(path.relative_to(ROOT)): texts
        for pattern in PLACES
        for path in ROOT.glob(pattern)
        if (texts := list(said_in(path)))
    }

    assert found == {}


def test_sentence_that_passes_no_gettext_is_found(tmp_path):
    module = tmp_path / "module.py"
    module.write_text(
        'tell(f"{number} files")\nsay("gone: %s" % a)\nwrite(f"{a}: {b}", help=_("c"))\n'
        'add("--all", help="also the old ones")\nclass Command:\n    help = "Moves in."'
    )

    assert set(said_in(module)) == {" files", "gone: %s", "also the old ones", "Moves in."}


@pytest.mark.django_db
def test_report_of_an_import_is_in_one_language(monkeypatch, tmp_path):
    monkeypatch.setenv("LANGUAGE", "lv")
    said = io.StringIO()

    call_command("import_wordpress", str(EXPORT), media=tmp_path, stdout=said)

    report = said.getvalue().partition("No http")[2]
    assert report.splitlines()[1:4] == [
        "Datnes: 7 izlaistas",
        "Lapas: 6 jaunas",
        "Tēmas: 10 jaunas",
    ]
    assert report.count(": datnes nav augšupielāžu mapē") == 7
    assert "Komentāri nav pārņemti; tie ir rakstītāju personas dati (2):\n  zem lapām" in report
    assert re.findall(r"\b(?:the|and|of|in|new|not)\b", report) == []


@pytest.mark.django_db
def test_what_an_import_writes_is_in_the_language_of_the_site(tmp_path):
    call_command("import_wordpress", str(EXPORT), media=tmp_path, stdout=io.StringIO())

    assert {each.comment for each in Version.objects.all()} == {"pārņemts no vecās vietnes"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("lv", "ziema.tar nav šīs programmatūras rezerves kopija; nekas nav mainīts"),
        ("en", "ziema.tar is no backup of this software; nothing was changed"),
    ],
)
def test_errors_are_in_the_language_of_the_terminal(monkeypatch, tmp_path, language, told):
    monkeypatch.setenv("LANGUAGE", language)
    file = tmp_path / "ziema.tar"
    file.write_bytes(b"sniegs" * 200)

    with pytest.raises(CommandError) as error:
        call_command("restore", file, force=True)

    assert str(error.value) == told


def test_site_that_does_not_start_says_why_in_the_language_of_the_terminal(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "lv")
    ended = manage("check", DATABASE_URL="mysql://localhost/site")

    assert ended == (1, "kļūda: DATABASE_URL jāsākas ar postgresql://")
    assert list(safety.wrong_address("www.example.lv")) == [
        "SITE_URL jābūt tādam kā https://www.example.lv, bez ceļa aiz nosaukuma,"
        " nevis 'www.example.lv'"
    ]


@pytest.mark.django_db
def test_log_is_read_in_the_language_of_the_reader():
    user = UserFactory(username="anna")
    with translation.override("en"):
        audit.refused("anna", "too many tries")
    audit.record(AuditEntry.Kind.SIGNED_IN, user, user, "%(ways)s", about={"ways": ["password"]})
    AuditEntry.objects.create(kind="refused", detail="pārāk daudz mēģinājumu, 100 % droši")

    told = {}
    for language in ("lv", "en"):
        with translation.override(language):
            told[language] = [each.told for each in AuditEntry.objects.order_by("pk")]

    old = "pārāk daudz mēģinājumu, 100 % droši"  # written before details were data
    assert told == {
        "lv": ["pārāk daudz mēģinājumu", "parole", old],
        "en": ["too many tries", "password", old],
    }
