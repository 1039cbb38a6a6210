"""The doctor finds what is broken, says how to mend it in both languages, and tells machines."""

import io
import json
import shutil
import socketserver
import threading
import time
from collections import namedtuple
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.utils import timezone, translation

from config.backup import keeping
from config.doctor import databases, files, running, web
from core.models import Fault
from core.roles import SITE_ADMINISTRATOR, make_groups
from engage import tick
from engage.outbox import Outbox
from tests.factories import TerritoryFactory, UserFactory
from tests.test_run import manage

pytestmark = pytest.mark.django_db
PUBLIC = "https://127.0.0.2:1"  # an address that nothing answers


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.DATA_DIR, settings.BACKUP_DIR = tmp_path, tmp_path / "backups"
    settings.BACKUP_DIR.mkdir()


def told(check):
    """[(level, words)] of a check."""
    return [(each.level, each.what) for each in check()]


def examined(*words):
    """(exit code, rows) of the command for machines."""
    out = io.StringIO()
    try:
        call_command("doctor", "--json", *words, stdout=out)
    except SystemExit as end:
        return end.code, json.loads(out.getvalue())
    return 0, json.loads(out.getvalue())


def test_doctor_speaks_both_languages_and_its_exit_code_tells_of_faults():
    code, english = examined("--language", "en")
    _code, latvian = examined("--language", "lv")

    assert code == 1
    assert list(dict.fromkeys(row["section"] for row in english)) == [
        *("Files", "Database", "What goes on by itself", "From outside")
    ]
    assert [row["level"] for row in english] == [row["level"] for row in latvian]
    words = {row["what"]: other["what"] for row, other in zip(english, latvian, strict=True)}
    assert words["The packages are those that were tested."] == "Pakotnes ir tās, kas pārbaudītas."
    assert {row["level"] for row in english if row["mend"]} == {"advice", "fault"}


def test_without_a_database_the_rest_is_examined():
    code, said = manage(
        "doctor", "--language=en", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing"
    )

    assert code == 1
    assert "✗ There is no database: connection to server" in said
    assert "→ Start PostgreSQL, or look at DATABASE_URL." in said
    assert "✓ The packages are those that were tested." in said


def test_database():
    assert [level for level, _words in told(databases.version)] == ["fine"]
    assert told(databases.migrations) == [("fine", "The tables fit this version of the software.")]
    assert told(databases.rights) == told(databases.cache_table) == told(databases.clock) == []
    TerritoryFactory()
    assert told(databases.lists) == [("advice", "There are no rules of acknowledgement.")]


def test_database_that_is_behind_and_lacks_tables(monkeypatch):
    with connection.cursor() as cursor:
        cursor.execute("delete from django_migrations where app = 'news'")
        cursor.execute("drop table cache")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 60)

    ((level, words),) = told(databases.migrations)
    assert level == "fault"
    assert words.endswith("changes of the database are missing.")
    assert told(databases.cache_table) == [("fault", "The table of the cache is missing.")]
    assert told(databases.clock) == [
        ("advice", "The clocks of the site and of the database differ by 60 s.")
    ]


def test_rights_of_a_poor_account():
    with connection.cursor() as cursor:
        cursor.execute("create role poor; set local role poor")

    ((level, words),) = told(databases.rights)

    assert (level, words[:40]) == ("advice", "The database's account does not own the ")


Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(("free", "level"), [(1e8, "fault"), (1e9, "advice"), (9e9, "fine")])
def test_room(monkeypatch, free, level):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(1e11, 0, free))

    assert told(files.room) == [(level, f"{free / 1e9} GB of 100.0 GB are free.")]


def test_files_that_are_missing(settings, tmp_path, monkeypatch):
    monkeypatch.setattr("config.prepare.FOLDER", tmp_path)
    settings.BASE_DIR = tmp_path
    (tmp_path / "requirements.txt").write_text("Django==1.0\nno-such-package==2.0\n")
    settings.MEDIA_ROOT = tmp_path / "requirements.txt"

    ((level, words),) = told(files.prepared)
    assert (level, words[:40]) == ("fault", "Prepared files are missing: serif-600.wo")
    assert told(files.packages) == [
        (
            "advice",
            "Other packages are installed than were tested; wanted: Django 1.0,"
            " no-such-package 2.0.",
        )
    ]
    ((level, words),) = told(files.uploads)
    assert (level, words[:30]) == ("fault", "Uploaded files cannot be store")


def test_translations_that_are_old(tmp_path):
    source = tmp_path / "lv" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.touch()

    assert files.stale_catalogues([tmp_path]) == ["lv"]
    source.with_suffix(".mo").touch()
    assert files.stale_catalogues([tmp_path]) == []


class Greeting(socketserver.StreamRequestHandler):
    """As much of a mail server as a greeting needs."""

    def handle(self):
        self.wfile.write(b"220 mail\r\n")
        for _line in self.rfile:
            self.wfile.write(b"250 yes\r\n")


def test_mail_server(settings):
    assert [level for level, _words in told(running.mail_server)] == ["advice"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Greeting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_PORT = server.server_address[1]
        settings.DEFAULT_FROM_EMAIL = "birojs@example.lv"
        assert told(running.mail_server) == [("fine", "The mail server 127.0.0.1 answers.")]
        server.shutdown()
    settings.DEFAULT_FROM_EMAIL = "partnership@localhost"

    assert [level for level, _words in told(running.mail_server)] == ["fault", "fault"]


def test_mails_and_rounds_that_stand_still():
    cache.set(tick.ROUND, time.time() - 600, None)
    long_ago = timezone.now() - timedelta(hours=2)
    Outbox.objects.create(key="1", to="anna@example.lv", not_before=long_ago)
    Outbox.objects.create(key="2", to="anna@example.lv", failed_at=long_ago)

    assert told(running.rounds) == [
        ("fault", "Reminders, waiting lists, deletion and mails stand still.")
    ]
    assert told(running.mails) == [
        ("advice", "1 mail could not be sent."),
        ("fault", "Mails have been waiting for more than an hour."),
    ]
    tick.run()
    assert told(running.rounds) == [("fine", "Reminders, waiting lists, deletion and mails go on.")]


def test_backups(settings):
    now, folder = timezone.now(), settings.BACKUP_DIR
    assert told(running.backups) == [("advice", f"There is no backup in {folder}.")]
    settings.SITE_URL = PUBLIC
    assert told(running.backups) == [("fault", f"There is no backup in {folder}.")]
    (folder / keeping.new_name(False, now - timedelta(hours=30))).touch()
    same_disk = ("advice", "The backups lie on the disk of the site.")
    plain = ("advice", "Not every backup is encrypted.")
    old = ("fault", "The last backup is 30 hours old.")
    assert told(running.backups) == [old, same_disk, plain]

    (folder / keeping.new_name(True, now)).touch()

    assert told(running.backups) == [("fine", "The last backup is 0 hours old."), same_disk, plain]


def test_content_and_index():
    for code in ("a", "b"):
        Fault.objects.create(label="news.post", object_id=1, code=code, weight=Fault.Weight.RULE)

    assert told(running.content) == [("advice", "1 published page breaks a rule.")]
    assert told(running.index) == [("fault", "There is no search index; lists are slow.")]


def test_public_address(settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    assert [level for level, _words in told(web.outside)] == ["fine"]
    assert told(web.proxy) == []
    settings.SITE_URL = PUBLIC

    ((level, words),) = told(web.outside)

    assert (level, words[:46]) == ("fault", "https://127.0.0.2:1 cannot be reached from her")
    assert [level for level, _words in told(web.proxy)] == ["advice"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert told(web.proxy) == []


def test_answer_of_the_public_address(settings):
    settings.SITE_URL = PUBLIC
    good = SimpleNamespace(status=200, headers=dict.fromkeys(web.WANTED, "x"))
    bad = SimpleNamespace(status=502, headers={"X-Content-Type-Options": "nosniff"})

    assert [each.what for each in web.judged(good, 60)] == [f"{PUBLIC} answers."]
    assert [each.what for each in web.judged(bad, 1)] == [
        f"{PUBLIC} answers with 502.",
        "Headers that protect visitors are missing: Strict-Transport-Security,"
        " Content-Security-Policy.",
        "The certificate is valid for 1 more day.",
    ]


def test_people(settings, admin_user):
    settings.SITE_URL = PUBLIC
    make_groups()
    assert told(web.people) == []
    admin_user.delete()
    assert told(web.people) == [("advice", "Nobody can keep accounts and settings.")]

    user = UserFactory(username="administrators", groups=[SITE_ADMINISTRATOR])
    user.set_password("Tikai-demonstracijai-Administrators-1")
    user.save()

    assert told(web.people) == [
        (
            "fault",
            "Anybody can sign in with the passwords of the demonstration: administrators.",
        ),
        ("advice", "No site administrator has a second factor yet."),
    ]
