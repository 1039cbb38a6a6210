"""A part of the server is gone: what people read, what stays of their form, how it comes back."""

import errno
import html
import re

import psycopg2
import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    ProgrammingError,
    close_old_connections,
    connection,
)
from django.test import Client
from django.urls import reverse

from config.failures import passes
from core.models import Image
from core.roles import NETWORK_EDITOR, make_groups
from engage.forms import stamp
from events.registration import Registration
from news.models import Post
from tests.admin.forms import sent
from tests.events.registering import open_event
from tests.factories import UserFactory
from tests.uploads import picture

HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')
PAGES = [
    "/lv/",
    "/en/",
    "/lv/projekti/",
    "/sitemap.xml",
    "/lv/meklet/?q=ciems",
    "/nekas",
    "/admin/",
]


def hidden_fields(answer):
    return {name: html.unescape(value) for name, value in HIDDEN.findall(answer.text)}


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.fixture
def database(transactional_db):
    """Lets the database be away and come back, as this process sees it."""
    place = connection.settings_dict["HOST"]

    class Switch:
        def stop(self):
            connection.close()
            connection.settings_dict["HOST"] = "/nonexistent"

        def start(self):
            connection.settings_dict["HOST"] = place

    switch = Switch()
    yield switch
    switch.start()


def test_pages_say_so_in_their_language_and_come_back_by_themselves(visitor, database):
    staff = Client(raise_request_exception=False)
    staff.force_login(UserFactory())
    database.stop()

    gone = {page: visitor.get(page) for page in PAGES} | {"staff": staff.get("/admin/")}
    health = {page: visitor.get(page) for page in ("/healthz", "/readyz")}
    database.start()

    for page, answer in gone.items():
        assert answer.status_code == 503, page
        assert answer.headers["Retry-After"] == "10"
        assert "no-store" in answer.headers["Cache-Control"]
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "Traceback" not in answer.text
    assert "Vietne ir aizņemta" in gone["/lv/"].text
    assert "The site is busy" in gone["/en/"].text
    assert [answer.status_code for answer in health.values()] == [200, 503]
    assert visitor.get("/lv/").status_code == 200
    assert visitor.get("/readyz").status_code == 200


def test_connection_that_was_cut_is_made_anew(visitor, database):
    visitor.get("/lv/")
    own = connection.connection.info.backend_pid
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("select pg_terminate_backend(%s, 5000)", [own])
    other.close()

    close_old_connections()  # what a request of a server begins with

    assert visitor.get("/lv/").status_code == 200


def test_form_of_a_visitor_is_kept_and_stored_once(visitor, database):
    form = reverse("events:register", args=[open_event().slug])
    typed = {"name": 'Anna "<b>" Bērziņa', "email": "anna@example.org", "shown": stamp(age=5)}
    database.stop()

    answer = visitor.post(form, typed)
    database.start()

    assert answer.status_code == 503
    assert 'value="Anna &quot;&lt;b&gt;&quot; Bērziņa"' in answer.text
    kept = hidden_fields(answer)
    assert kept == typed
    for _press in range(2):
        assert visitor.post(form, kept).status_code == 302
    assert [row.email for row in Registration.objects.all()] == ["anna@example.org"]


def test_form_of_staff_is_kept_and_stored_once(database):
    make_groups()
    staff = Client(raise_request_exception=False)
    staff.force_login(UserFactory(groups=[NETWORK_EDITOR], language="en"))
    form = reverse("admin:news_post_add")
    typed = sent(staff.get(form), title_lv="Jaunums")
    database.stop()

    answer = staff.post(form, typed)
    database.start()

    kept = hidden_fields(answer)
    assert (answer.status_code, kept["title_lv"]) == (503, "Jaunums")
    for _press in range(2):
        assert staff.post(form, kept).status_code == 302
    assert [row.title_lv for row in Post.objects.all()] == ["Jaunums"]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OperationalError("the database system is in recovery mode"), True),
        (InterfaceError("connection already closed"), True),
        (DatabaseError("server closed the connection unexpectedly"), True),
        (psycopg2.OperationalError("server closed the connection unexpectedly"), True),
        (psycopg2.InterfaceError("cursor already closed"), True),
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.ENOENT, "No such file"), False),
        (ProgrammingError("relation does not exist"), False),
        (ValueError("x"), False),
    ],
)
def test_what_passes_is_told_from_mistakes(error, expected):
    assert passes(error) is expected


def test_passwords_are_not_written_into_the_page(visitor, database):
    database.stop()

    answer = visitor.post(reverse("account_login"), {"login": "anna", "password": "noslēpums-77"})

    assert answer.status_code == 503
    assert "noslēpums-77" not in answer.text
    assert hidden_fields(answer) == {}


class FullDisk(FileSystemStorage):
    """A disk on which some files still fit: what was written before must go again."""

    room = 2

    def _save(self, name, content):
        if self.room == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.room -= 1
        return super()._save(name, content)


@pytest.mark.django_db
def test_full_disk_keeps_the_form_and_leaves_no_half_picture(editor_client, settings):
    form = reverse("admin:core_image_add")
    typed = sent(editor_client.get(form), alt_lv="Krasts", alt_en="Shore")
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "tests.test_faults.FullDisk",
            "OPTIONS": {"location": settings.MEDIA_ROOT},
        }
    }

    answer = editor_client.post(form, typed | {"file": SimpleUploadedFile("krasts.jpg", picture())})

    assert answer.status_code == 503
    assert hidden_fields(answer)["alt_lv"] == "Krasts"
    assert "Datnes būs jāizvēlas vēlreiz" in answer.text
    assert not Image.objects.exists()
    assert [each for each in settings.MEDIA_ROOT.rglob("*") if each.is_file()] == []
