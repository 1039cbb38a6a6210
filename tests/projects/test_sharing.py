"""One project on two installations: it arrives, follows its origin, and keeps what is local."""

import json
import os
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import psycopg2
import pytest
from django.db import connection
from django.test import Client

from core.models import Version
from partnership.models import Organisation, Person
from projects.models import Fund, Participation, Project, Quote, Result, Subscription
from projects.record import record
from projects.sync.asking import MOST_BYTES, get_json, host_of
from projects.sync.reading import ENTRY, read_record
from projects.sync.running import take_over
from projects.sync.writing import store
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProjectFactory,
    ThemeFactory,
)

ROOT = Path(__file__).resolve().parent.parent.parent
EVIL = (
    '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x">x</a><p>Labi</p>'
)


class Answers(BaseHTTPRequestHandler):
    """A site that says what a test tells it to say: {path: (status, type, bytes, headers)}."""

    def do_GET(self):
        status, kind, body, headers = self.server.says.get(self.path, (404, "text/html", b"", {}))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Origin:
    """A list with records, which a test can forge."""

    def __init__(self, server):
        self.server, self.url = server, f"http://127.0.0.1:{server.server_port}"
        self.records = {}

    def says(self, path, data, status=200, kind="application/json", **headers):
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.server.says[path] = (status, kind, body, headers)

    def keeps(self, data, **changes):
        """Offer a record under this site's name."""
        uid = data["uid"]
        data = data | {"id": f"{self.url}/id/{uid}/", "site": self.site} | changes
        self.records[uid] = data
        self.says(f"/data/{uid}.json", data)
        self.list()

    def list(self, **changes):
        entries = [self.entry(uid, each) for uid, each in self.records.items()]
        page = {"format": "rural-partnership-project-list", "version": 1, "site": self.site}
        self.says("/data/projects.json", page | {"next": None, "projects": entries} | changes)

    def entry(self, uid, data):
        address = {"id": f"{self.url}/id/{uid}/", "record": f"{self.url}/data/{uid}.json"}
        return {"uid": uid, "updated_at": data["updated_at"], **address}

    @property
    def site(self):
        return {"name": {"lv": "Kaimiņi", "en": "Neighbours"}, "url": self.url}


@pytest.fixture
def origin(settings):
    settings.LINK_CHECK_PRIVATE = True
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.says = {}
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    yield Origin(server)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def subscription(db, origin):
    return Subscription.objects.create(url=f"{origin.url}/data/projects.json")


def whole_project(**fields):
    """A project with every kind of part."""
    project = ProjectFactory(title_lv="Ciemi", title_en="Villages", number="19-1", **fields)
    project.themes.add(ThemeFactory())
    project.funding_shares.create(fund=project.programme.fund, rate="90.00")
    Result.objects.create(project=project, label_lv="dalībnieki", value=140)
    Quote.objects.create(project=project, text_lv="Labi!", person="Anna")
    project.links.create(label_lv="Vairāk", url="https://example.org/")
    project.milestones.create(title_lv="Sākums", happens_on="2020-05-01")
    return project


@pytest.fixture
def data(db):
    """The record of a project that is not here any more."""
    project = whole_project(published_at=datetime(2021, 5, 1, tzinfo=UTC))
    project = Project.objects.with_details().get(pk=project.pk)
    found = json.loads(json.dumps(record(project)))
    project.delete()
    return found


def rows():
    """Everything that a wrong answer must leave as it was."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Project, Participation, Organisation, Fund, Result)
    ]


def test_project_comes_with_all_its_parts(origin, subscription, data):
    origin.keeps(data, aims={"lv": "<p>Mērķis</p>", "en": ""})

    outcome = take_over(subscription)

    project = Project.objects.get()
    assert (outcome.created, outcome.problems) == (1, [])
    assert (project.title_lv, project.title_en, project.aims_lv) == (
        *("Ciemi", "Villages"),
        "<p>Mērķis</p>",
    )
    assert project.is_published
    assert project.published_at.year == 2021
    assert project.stable_url == f"{origin.url}/id/{project.uid}/"
    assert project.results.get().value == 140
    assert project.quotes.get().person == "Anna"
    assert project.funding_shares.get().rate == 90
    assert project.links.get().label_lv == "Vairāk"
    assert project.participations.count() == project.themes.count() == 1
    assert subscription.name == "Kaimiņi"
    assert subscription.succeeded_at


def test_second_run_writes_nothing(origin, subscription, data):
    origin.keeps(data)
    take_over(subscription)
    before, versions = rows(), Version.objects.count()

    outcome = take_over(subscription)

    assert (outcome.created, outcome.changed, outcome.unchanged) == (0, 0, 1)
    assert rows() == before
    assert Version.objects.count() == versions


def test_change_comes_and_what_is_local_stays(origin, subscription, data):
    origin.keeps(data)
    take_over(subscription)
    owner = PartnershipFactory(organisation=Organisation.objects.get())
    part = Participation.objects.get()
    part.text_lv, part.contact = (
        "<p>Mūsu daļa</p>",
        Person.objects.create(organisation=part.organisation, name="Anna"),
    )
    part.save()
    own = {"local_text_lv": "<p>Mūsu</p>", "slug_lv": "mans", "owner": owner}
    Project.objects.update(**own, unpublish_at="2099-01-01T00:00:00Z", published_at=None)

    origin.keeps(data, title={"lv": "Jauni ciemi", "en": ""}, updated_at="2030-01-01T00:00:00Z")
    outcome = take_over(subscription)

    project, part = Project.objects.get(), Participation.objects.get()
    assert (outcome.changed, project.title_lv, project.title_en) == (1, "Jauni ciemi", "")
    assert {name: getattr(project, name) for name in own} == own
    assert project.published_at is None
    assert project.unpublish_at.year == 2099
    assert part.text_lv == "<p>Mūsu daļa</p>"
    assert part.contact.name == "Anna"
    assert Version.objects.filter(label="projects.project").exists()


def test_what_staff_save_while_the_other_site_answers_stays(origin, subscription, data):
    origin.keeps(data)
    take_over(subscription)
    read_before = Project.objects.get()
    Project.objects.update(unpublish_at="2024-01-01T00:00:00Z", local_text_lv="<p>Mūsu</p>")

    origin.keeps(data, title={"lv": "Jauni ciemi", "en": ""}, updated_at="2030-01-01T00:00:00Z")
    entry = ENTRY(origin.entry(data["uid"], origin.records[data["uid"]]))
    found = read_record(get_json(entry["record"]), entry, host_of(origin.url))
    store(found, subscription, read_before)

    project = Project.objects.get()
    assert (project.title_lv, project.local_text_lv) == ("Jauni ciemi", "<p>Mūsu</p>")
    assert not project.is_published


def test_rows_that_are_here_are_found_and_not_changed(origin, subscription, data):
    body = data["partners"][0]["organisation"]
    body["registration_number"] = "40008000001"
    Organisation.objects.all().delete()
    ours = OrganisationFactory(name_lv="Mūsu vārds", registration_number="40008000001")
    fund, programme = Fund.objects.get(), Project.programme.field.related_model.objects.get()
    Fund.objects.update(name_lv="Mūsu fonds")
    origin.keeps(data)

    take_over(subscription)

    project = Project.objects.get()
    assert project.participations.get().organisation == ours
    assert Organisation.objects.get().name_lv == "Mūsu vārds"
    assert (project.programme, Fund.objects.get().name_lv) == (programme, "Mūsu fonds")
    assert project.programme.fund == fund


def test_what_is_not_here_is_made(origin, subscription, data):
    for model in (Organisation, ProgrammeFactory._meta.model, Fund, ThemeFactory._meta.model):
        model.objects.all().delete()
    origin.keeps(data)

    assert take_over(subscription).problems == []
    assert Project.objects.get().programme.is_published
    assert Organisation.objects.count() == Fund.objects.count() == 1


def test_gone_at_the_origin_is_marked_and_comes_back(origin, subscription, data):
    origin.keeps(data)
    take_over(subscription)

    origin.list(projects=[])
    assert take_over(subscription).gone == 1
    assert Project.objects.get().is_gone_at_origin
    assert Project.objects.get().is_published

    origin.list()
    take_over(subscription)
    assert not Project.objects.get().is_gone_at_origin


def test_markup_attacks_come_out_inert(origin, subscription, data):
    both = {"lv": EVIL, "en": '<p><img src="/picture/1/"><a href="/admin/">x</a></p>'}
    origin.keeps(data, body=both, title={"lv": EVIL, "en": ""})

    assert take_over(subscription).problems == []

    project = Project.objects.get()
    page = Client().get(project.url_in("lv")).text
    assert "<p>Labi</p>" in page
    assert "<script>alert" not in page
    assert "javascript:x" not in project.body_lv
    assert "onerror" not in project.body_lv
    assert "/picture/" not in project.body_en
    assert "/admin/" not in project.body_en


LIES = {
    "other host": {"id": "https://other.example/id/x/"},
    "other keeper": {"site": {"name": {"lv": "x"}, "url": "https://other.example"}},
    "other name": {"uid": "3f0c5d8e-7a55-4c5b-9a5c-1f0a4f1f0a4f"},
    "no name": {"uid": "../../x"},
    "other format": {"format": "x"},
    "other version": {"version": 99},
    "status": {"status": "exploded"},
    "no title": {"title": {"lv": "", "en": ""}},
    "long title": {"title": {"lv": "x" * 300, "en": ""}},
    "control letters": {"title": {"lv": "x\0y", "en": ""}},
    "half a letter": {"title": {"lv": "\ud800", "en": ""}},
    "title of numbers": {"title": [1, 2]},
    "huge sum": {"total_cost": 10**40},
    "sum of text": {"total_cost": "1"},
    "truth as sum": {"total_cost": True},
    "strange day": {"start_on": "2020-13-45"},
    "ends before": {"start_on": "2020-02-01", "end_on": "2020-01-01"},
    "many rows": {"results": [{}] * 101},
    "rows of nothing": {"links": [None]},
    "script as link": {"links": [{"label": {"lv": "x"}, "url": "javascript:alert(1)"}]},
    "no moment": {"updated_at": "yesterday"},
    "no programme": {"programme": None},
    "long text": {"body": {"lv": "x" * 300_000, "en": ""}},
}


@pytest.mark.parametrize("lie", LIES)
def test_lying_record_changes_nothing(origin, subscription, data, lie):
    origin.keeps(data)
    origin.says(f"/data/{data['uid']}.json", origin.records[data["uid"]] | LIES[lie])
    before = rows()

    outcome = take_over(subscription)

    assert rows() == before
    assert len(outcome.problems) == 1
    assert f"{origin.url}/id/{data['uid']}/" in subscription.problem


def raw(body, **more):
    return {"data": body, **more}


BAD_LISTS = {
    "no JSON": raw(b"<html>"),
    "nested": raw(b"[" * 100_000),
    "not a number": raw(b'{"version": NaN}'),
    "long number": raw(b'{"version": ' + b"9" * 5000 + b"}"),
    "not UTF-8": raw(b'"\xff"'),
    "a list": raw(b"[]"),
    "too big": raw(b" " * (MOST_BYTES + 1)),
    "other type": raw(b"{}", kind="text/html"),
    "compressed": raw(b"{}", **{"Content-Encoding": "gzip"}),
    "failing": raw(b"{}", status=500),
    "gone": raw(b"{}", status=404),
    "elsewhere": raw(b"", status=302, Location="http://localhost:1/data/projects.json"),
    "circle": raw(b"", status=302, Location="/data/projects.json"),
}


@pytest.mark.parametrize("name", BAD_LISTS)
def test_bad_list_changes_nothing_and_is_reported(origin, subscription, data, name):
    origin.keeps(data)
    take_over(subscription)
    before = rows()
    origin.says("/data/projects.json", **BAD_LISTS[name])

    outcome = take_over(subscription)

    assert rows() == before
    assert len(outcome.problems) == 1
    assert subscription.problem


def test_own_project_is_never_written_over(origin, subscription, data):
    own = ProjectFactory(uid=data["uid"], title_lv="Mans")
    origin.keeps(data)

    assert len(take_over(subscription).problems) == 1
    own.refresh_from_db()
    assert own.title_lv == "Mans"
    assert own.is_kept_here


def test_project_of_another_subscription_stays_its(origin, subscription, data):
    origin.keeps(data)
    take_over(subscription)
    other = Subscription.objects.create(url=f"{origin.url}/data/projects.json?q=")
    origin.says("/data/projects.json?q=", json.loads(origin.server.says["/data/projects.json"][2]))

    assert len(take_over(other).problems) == 1
    assert Project.objects.get().subscription == subscription


def test_projects_that_another_site_keeps_are_passed_over(origin, subscription, data):
    origin.keeps(data)
    entry = origin.entry(data["uid"], data) | {"id": "https://third.example/id/x/"}
    origin.list(projects=[entry])

    outcome = take_over(subscription)

    assert (outcome.created, outcome.problems) == (0, [])


def test_private_network_is_not_asked(origin, subscription, data, settings):
    origin.keeps(data)
    settings.LINK_CHECK_PRIVATE = False

    assert len(take_over(subscription).problems) == 1
    assert not Project.objects.exists()


def test_taken_over_project_is_listed_under_its_origin_s_name(origin, subscription, data, client):
    origin.keeps(data)
    take_over(subscription)

    entry = client.get("/data/projects.json").json()["projects"][0]
    page = client.get(Project.objects.get().url_in("lv")).text

    assert entry["id"].startswith(origin.url)
    assert client.get(f"/data/projects/{data['uid']}.json").json()["site"]["url"] == origin.url
    assert f'rel="via" href="{origin.url}' in page
    assert "Kaimiņi" in page


# Two installations, each with its own data folder and database


@pytest.fixture(scope="module")
def second(django_db_setup, tmp_path_factory):
    """manage.py of a second installation, and questions to its database."""
    name = f"second_{os.getpid()}"
    migrated = connection.settings_dict["TEST"].get("TEMPLATE")  # by a process of several
    options = connection.settings_dict
    where = {"host": options["HOST"], "port": options["PORT"] or None, "user": options["USER"]}
    with contextmanager(direct)(where, "postgres") as ask:
        ask(f"CREATE DATABASE {name} TEMPLATE {migrated or 'template1'}")
    host = quote(options["HOST"], safe="")
    address = f"postgresql://{options['USER']}@/{name}?host={host}"
    environment = os.environ | {
        "DATABASE_URL": address,
        "DATA_DIR": str(tmp_path_factory.mktemp("second")),
        "DJANGO_SETTINGS_MODULE": "tests.second_site",
        "SITE_URL": "http://second.example",
        "UNSAFE_START": "1",
    }

    def manage(*words):
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(  # noqa: S603 (our own command line)
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
        )
        return done.returncode, done.stdout + done.stderr

    if not migrated:
        code, said = manage("migrate", "--verbosity=0")
        assert code == 0, said
    with contextmanager(direct)(where, name) as ask:
        yield manage, ask
    with contextmanager(direct)(where, "postgres") as ask:
        ask(f"DROP DATABASE {name} WITH (FORCE)")


def direct(where, name):
    database = psycopg2.connect(dbname=name, **where)
    database.autocommit = True

    def ask(question, *values):
        with database.cursor() as cursor:
            cursor.execute(question, values)
            return cursor.fetchall() if cursor.description else None

    yield ask
    database.close()


TITLES = "SELECT title_lv, local_text_lv, updated_at FROM projects_project ORDER BY id"


@pytest.mark.django_db(transaction=True)
def test_round_trip_between_two_installations(live_server, second, settings):
    manage, ask = second
    settings.SITE_URL = live_server.url
    project = whole_project()

    code, said = manage("sync_projects", live_server.url)
    assert code == 0, said
    assert [row[0] for row in ask(TITLES)] == ["Ciemi"]

    ask("UPDATE projects_project SET local_text_lv = '<p>No mums</p>'")
    project.title_lv = "Jauni ciemi"
    project.save()
    code, said = manage("sync_projects")
    assert code == 0, said
    after = ask(TITLES)
    assert [row[:2] for row in after] == [("Jauni ciemi", "<p>No mums</p>")]

    manage("sync_projects")
    assert ask(TITLES) == after

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{probe.getsockname()[1]}/data/projects.json"
    ask("UPDATE projects_subscription SET url = %s", nobody)
    code, said = manage("sync_projects")
    assert code == 1
    assert ask(TITLES) == after
    assert ask("SELECT problem FROM projects_subscription")[0][0] in said
