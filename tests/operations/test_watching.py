"""What the log, the figures and reports of errors tell, and that none of it names a person."""

import json
import logging
import sys
import time

import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError
from django.test import Client

from config.watching import errors, logs
from config.watching.scrubbing import scrubbed
from engage import links, tick
from engage.outbox import Outbox
from tests.factories import PostFactory, RegistrationFactory

TOKEN = "simtspiecdesmitdivi-152"
SECRETS = ("anna@example.lv", "Anna Ozola", "203.0.113.9", "2001:db8::7", "Ozola")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("mail to anna.ozola+x@example.lv failed", "mail to […] failed"),
        ("Not Found: /lv/meklet/?q=Anna+Ozola&x=1", "Not Found: /lv/meklet/?[…]"),
        ("from 203.0.113.9, 2001:db8::7 and ::1", "from […], […] and […]"),
        ("call +371 29 123 456 now", "call […] now"),
        (
            "Not Found: /lv/m/eyJrIjoiYWJjZGVmIn0:1vQxyz:AbCdEfGh_12345678/",
            "Not Found: /lv/m/[…]/",
        ),
        ("/admin/account/reset/key/2-d3fk1h-0123456789abcdef01234567/", None),
        ("duplicate key\nDETAIL:  Key (name)=(Anna Ozola) already exists.", "duplicate key\n"),
        ("cannot reach redis://user:secret@cache:6379/0", "cannot reach redis://cache:6379/0"),
        ("/lv/projekti/viedo-ciemu-kustiba-2020-gada/ 12:30:45 3.11.7", "as it is"),
        ('File "/srv/site/core/views.py", line 12, in page', "as it is"),
    ],
)
def test_persons_are_taken_out_of_texts(text, kept):
    found = scrubbed(text)

    if kept is None:
        assert "0123456789abcdef" not in found
    else:
        assert found == (text if kept == "as it is" else kept)


@pytest.fixture
def written():
    """Everything that is logged, as the lines that would be written."""
    lines = []

    class Lines(logging.Handler):
        def emit(self, record):
            lines.append(self.format(record))

    handler = Lines()
    handler.setFormatter(logs.JsonLines())
    loggers = [logging.getLogger(), logging.getLogger("config.watching.requests")]
    before = [each.level for each in loggers]
    loggers[0].addHandler(handler)
    for each in loggers:
        each.setLevel(logging.INFO)
    yield lines
    loggers[0].removeHandler(handler)
    for each, level in zip(loggers, before, strict=True):
        each.setLevel(level)


@pytest.mark.django_db
def test_log_of_requests_names_patterns_and_no_person(written, monkeypatch):
    registration = RegistrationFactory(name="Anna Ozola", email="anna@example.lv")
    link = links.token(registration, links.MANAGE)
    visitor = Client(
        raise_request_exception=False,
        REMOTE_ADDR="203.0.113.9",
        headers={"user-agent": "Ozola", "referer": "https://example.lv/?q=Ozola"},
    )

    def fail(_engine):
        raise IntegrityError("duplicate\nDETAIL:  Key (email)=(anna@example.lv) exists")

    visitor.get(f"/lv/m/{link}/")
    visitor.get("/lv/meklet/?q=Anna+Ozola")
    visitor.get("/lv/nav/?name=Anna%20Ozola&email=anna@example.lv")
    visitor.post("/lv/m/Bad:Token:AnnaOzola12345678/", {"name": "Anna Ozola"})
    monkeypatch.setattr("config.views.first_page", fail)
    visitor.get("/lv/?email=anna@example.lv")

    text = "\n".join(written)
    assert [word for word in (*SECRETS, link, "AnnaOzola") if word in text] == []
    found = [json.loads(line) for line in written]
    requests = [line for line in found if line["logger"] == "config.watching.requests"]
    assert [(line["method"], line["route"], line["status"]) for line in requests] == [
        ("GET", "lv/m/<str:token>/", 200),
        ("GET", "lv/meklet/", 200),
        ("GET", "lv/<slug:slug>/", 404),
        ("POST", "lv/m/<str:token>/", 410),
        ("GET", "lv/", 503),
    ]
    assert {type(line["milliseconds"]) for line in requests} == {float}
    error = next(line for line in found if "exception" in line)
    assert "IntegrityError: duplicate" in error["exception"]
    assert error["time"].endswith("+00:00")


def test_text_is_scrubbed_as_json_is():
    configuration = logs.configuration({})
    record = logging.LogRecord("x", logging.ERROR, "", 1, "to %s", ("anna@example.lv",), None)

    assert configuration["formatters"]["line"] == {"()": "config.watching.logs.Text"}
    assert logs.Text().format(record) == "to […]"


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """The module of the figures, which reads the folder of the processes when it is loaded."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path_factory.mktemp("metrics")))
        from config.watching import figures

        yield figures


def told(response):
    lines = response.text.splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


@pytest.mark.django_db
def test_figures_are_for_who_has_the_token(client, settings, figures, tmp_path):
    settings.METRICS_TOKEN, settings.BACKUP_DIR = TOKEN, tmp_path
    cache.set(tick.ROUND, time.time() - 30, None)
    PostFactory()
    Outbox.objects.create(key="1", to="anna@example.lv")
    client = Client()  # with the middleware that counts
    client.get("/lv/zinas/")

    wrong = [
        client.get("/metrics", headers=each).status_code
        for each in (
            {},
            {"authorization": TOKEN},
            {"authorization": "Bearer "},
            {"authorization": f"Bearer {TOKEN}x"},
            {"authorization": "Bearer ā"},
        )
    ]
    response = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})

    assert wrong == [client.get("/nothing").status_code] * 5
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    found = told(response)
    view = 'method="GET",status="200",view="news:post_list"'
    assert found[f"partnership_requests_total{{{view}}}"] == 1
    assert found['partnership_request_seconds_count{view="news:post_list"}'] == 1
    assert found['partnership_pages{kind="news.post"}'] == 1
    assert found['partnership_mails{state="waiting"}'] == 1
    assert found["partnership_database_up"] == 1
    assert found["partnership_index_waiting"] == -1
    assert 29 < found["partnership_tick_age_seconds"] < 90
    assert found["partnership_disk_free_bytes"] > 0
    assert "partnership_backup_age_seconds" not in found
    assert "anna" not in response.text


@pytest.mark.django_db
def test_without_a_token_there_are_no_figures(client):
    response = client.get("/metrics", headers={"authorization": "Bearer "}, follow=True)

    assert response.status_code == 404


def test_report_of_an_error_has_no_person():
    event = {
        "user": {"ip_address": "203.0.113.9"},
        "request": {
            "method": "POST",
            "url": "https://x/lv/m/Secret:Token/",
            "query_string": "q=Ozola",
            "headers": {"Cookie": "sessionid=1"},
            "data": {"name": "Anna Ozola"},
            "env": {"REMOTE_ADDR": "203.0.113.9"},
        },
        "exception": {
            "values": [
                {
                    "type": "IntegrityError",
                    "value": "duplicate\nDETAIL:  Key (email)=(anna@example.lv)",
                    "stacktrace": {"frames": [{"function": "save", "vars": {"name": "Ozola"}}]},
                }
            ]
        },
        "logentry": {"message": "to anna@example.lv", "params": ["anna@example.lv"]},
        "breadcrumbs": {"values": [{"message": "Anna Ozola"}]},
        "extra": {"sys.argv": ["Ozola"]},
        "transaction": "events.views.register",
    }

    assert errors.without_people(event) == {
        "request": {"method": "POST"},
        "exception": {
            "values": [
                {
                    "type": "IntegrityError",
                    "value": "duplicate\n",
                    "stacktrace": {"frames": [{"function": "save"}]},
                }
            ]
        },
        "logentry": {"message": "to […]"},
        "transaction": "events.views.register",
    }


@pytest.mark.django_db
def test_what_is_really_sent_has_no_person(client, monkeypatch):
    import sentry_sdk

    sent = []
    errors.report_to("https://key@errors.example.lv/1")
    sentry_sdk.get_client().transport.capture_envelope = sent.append

    def fail(_engine):
        name = "Anna Ozola"
        raise ValueError(f"no place for {len(name)} at anna@example.lv")

    monkeypatch.setattr("config.views.first_page", fail)
    visitor = Client(raise_request_exception=False, REMOTE_ADDR="203.0.113.9")
    visitor.get("/lv/?q=Ozola", headers={"cookie": "seen=Ozola"})
    sentry_sdk.init()  # off again

    (envelope,) = sent
    text = envelope.serialize().decode()
    assert "ValueError" in text
    assert [word for word in SECRETS if word in text] == []


def test_missing_library_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentry_sdk", None)

    with pytest.raises(ImproperlyConfigured, match=r"requirements-errors\.txt"):
        errors.report_to("https://key@errors.example.lv/1")
