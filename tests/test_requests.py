"""What strangers send: nothing answers 500, nothing personal is cached, headers are strict."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from config import database
from tests.factories import PageFactory, PartnershipFactory, PostFactory, ProjectFactory

pytestmark = pytest.mark.django_db
STRICT = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@pytest.fixture
def addresses():
    """Public addresses in both languages with something behind each."""
    items = [ProjectFactory(), PostFactory(), PartnershipFactory(), PageFactory()]
    found = ["/", "/sitemap.xml", "/robots.txt", "/lv/feeds/project.xml"]
    for language in ("lv", "en"):
        found += [item.url_in(language) for item in items]
        with translation.override(language):
            found += [
                reverse(name)
                for name in ("home", "contacts", "privacy", "security", "pages:glossary")
            ]
            found += [reverse(f"{name}_list") for name in ("projects:project", "news:post")]
            found += [reverse("partnership:partnership_list"), reverse("projects:programme_list")]
    return found


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def test_other_methods_are_refused(visitor, addresses):
    for address in addresses[4:]:
        for method in ("post", "put", "delete", "patch"):
            assert getattr(visitor, method)(address).status_code in (403, 405), (method, address)


def test_every_answer_has_strict_headers(visitor, addresses, picture):
    odd = ["/lv/nav-tadas-lapas/", "/lv/?q=%00", "/nekas", "/favicon.ico", "/media/nekas.jpg"]
    odd += [picture.file.url, "/admin/login/", "/admin/", "/healthz", "/lv/projekti/dati.csv"]
    for address in [*addresses, *odd]:
        answer = visitor.get(address)
        b"".join(answer)  # a file is closed when it is read
        headers = answer.headers
        policy = headers["Content-Security-Policy"]

        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy, address
        assert {name: headers.get(name) for name in STRICT} == STRICT, address
        assert headers["X-Frame-Options"] == "DENY"
        is_for_all = address.startswith("/media/") or address.endswith(".csv")
        origin = "cross-origin" if is_for_all else "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == origin, address


def test_headers_that_no_cache_asks_for_change_nothing(visitor, addresses):
    strange = {
        "x-forwarded-host": "example.org",
        "x-forwarded-server": "example.org",
        "forwarded": "for=1.2.3.4;host=example.org;proto=http",
        "x-forwarded-prefix": "/example",
        "x-original-url": "/admin/",
        "x-rewrite-url": "/admin/",
        "x-http-method-override": "DELETE",
        "accept-language": "en",
        "user-agent": "example.org",
        "referer": "https://example.org/",
        "origin": "https://example.org",
        "x-requested-with": "XMLHttpRequest",
    }

    changed = [
        address
        for address in addresses[1:]
        if visitor.get(address, headers=strange).content != visitor.get(address).content
    ]

    assert changed == []


def test_other_hosts_are_refused(visitor):
    for host in ("example.org", "testserver.example.org", "testserver@example.org", "x" * 300):
        answer = visitor.get("/lv/", headers={"host": host})

        assert answer.status_code == 400
        assert "example.org" not in answer.text


def test_database_gives_up_what_takes_too_long():
    with connection.cursor() as cursor:
        limits = {}
        for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
            cursor.execute(f"show {name}")
            limits[name] = cursor.fetchone()[0]

    assert limits == {
        "statement_timeout": "10s",
        "lock_timeout": "5s",
        "idle_in_transaction_session_timeout": "1min",
    }


def test_command_that_serves_nobody_may_take_its_time(monkeypatch):
    monkeypatch.setattr(database, "is_serving", False)

    assert database.limits() == database.LIMITS
    assert "statement_timeout" not in database.LIMITS


def test_signed_in_people_get_nothing_that_a_cache_may_keep(admin_client, addresses):
    for address in addresses[4:]:
        assert admin_client.get(address).headers["Cache-Control"] == "private, no-store", address


def test_bare_address_follows_the_browser_s_language(visitor):
    for accepted, language in (("en-GB,en;q=0.9", "en"), ("lv", "lv"), ("de", "lv"), ("", "lv")):
        response = visitor.get("/", headers={"accept-language": accepted})

        assert (response.status_code, response.url) == (302, f"/{language}/")
        assert "no-store" in response.headers["Cache-Control"]
        assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.parametrize(
    ("address", "words"),
    [("/lv/nav-tadas-lapas/", "Tādas lapas nav"), ("/en/no-such-page/", "There is no such page")],
)
def test_missing_page_says_so_in_its_language(visitor, address, words):
    response = visitor.get(address)

    assert response.status_code == 404
    assert words in response.text


@pytest.mark.parametrize(
    ("address", "words"),
    [("/lv/", "kaut kas nogāja greizi"), ("/en/", "Something went wrong here")],
)
def test_failure_says_so_without_a_traceback(visitor, monkeypatch, address, words):
    monkeypatch.setattr("config.views.first_page", None)

    response = visitor.get(address)

    assert response.status_code == 500
    assert words in response.text
    assert "Traceback" not in response.text


def test_page_numbers_out_of_range_are_missing_pages(visitor):
    ProjectFactory()

    codes = [visitor.get(f"/lv/projekti/?page={page}").status_code for page in ("1", "2", "x", "0")]

    assert codes == [200, 404, 404, 404]


@pytest.mark.parametrize("name", ["../secret_key", "..%2fsecret_key", "/etc/passwd", "x\\..\\y"])
def test_media_never_leaves_its_folder(visitor, name):
    assert visitor.get(f"/media/{name}").status_code in (400, 404)


@pytest.mark.parametrize("page", ["", ":", "x:1", "core.user:1", "projects.project:abc", "a" * 500])
def test_view_counter_passes_over_junk(visitor, page):
    assert visitor.post("/views/", {"page": page}).status_code == 204


def test_weakness_is_reported_to_whom_the_site_names(client, settings, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 29, 14, 30, tzinfo=UTC))
    settings.SITE_URL, settings.SECURITY_CONTACT = "https://www.example.lv", "drosiba@example.lv"

    answer = client.get("/.well-known/security.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "Contact: mailto:drosiba@example.lv",
        "Expires: 2027-05-28T00:00:00Z",
        "Preferred-Languages: lv, en",
        "Canonical: https://www.example.lv/.well-known/security.txt",
        "Policy: https://www.example.lv/lv/drosiba/",
        "Policy: https://www.example.lv/en/security/",
    ]
    assert 'href="mailto:drosiba@example.lv"' in client.get("/lv/drosiba/").text
    settings.SECURITY_CONTACT = ""
    first = client.get("/.well-known/security.txt").text.splitlines()[0]
    assert first == "Contact: https://www.example.lv/lv/kontakti/"
    assert "mailto:drosiba" not in client.get("/en/security/").text


def test_health_says_little_and_is_not_kept(client):
    for address in ("/healthz", "/readyz"):
        answer = client.get(address)

        assert (answer.status_code, answer.text) == (200, "ok\n")
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.cookies == {}


def test_process_that_answers_needs_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/healthz")


def test_names_of_the_files_of_the_administration_are_not_served(settings):
    assert not (settings.STATIC_ROOT / "staticfiles.json").exists()
    assert (settings.DATA_DIR / "staticfiles.json").exists()
