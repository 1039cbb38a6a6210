"""What attackers try with records of other sites, with texts, with projects kept elsewhere."""

import time

import pytest
from django.urls import reverse

from core.linkcheck.fetching import is_public
from core.prose.markup import parse, write
from core.publication import ends, pasted
from opendata.columns import plain
from projects.models import Project
from projects.publication import follows_pattern
from projects.publicity import wording
from projects.sync import running
from projects.sync.running import take_over
from tests.factories import OrganisationFactory, ProjectFactory, UserFactory

from .test_sharing import data, origin, subscription  # noqa: F401 (fixtures)

LONG = 100_000


# Other sites


@pytest.mark.parametrize(
    ("status", "kind", "headers"),
    [
        (200, "text/\0html", {}),
        (200, "application/json", {"Content-Encoding": "\0gzip"}),
        (302, "text/html", {"Location": "http://a\0b.example/"}),
        (302, "text/html", {"Location": "http://a\x1b[31mb.example/"}),
    ],
)
def test_control_letters_in_headers_are_reported_without_them(
    origin,  # noqa: F811
    subscription,  # noqa: F811
    status,
    kind,
    headers,
):
    origin.says("/data/projects.json", {}, status, kind, **headers)
    take_over(subscription)
    subscription.refresh_from_db()
    assert subscription.problem.isprintable()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("published_at", "9999-12-31T23:59:59+00:00"),
        ("published_at", "0001-01-01T00:00:00+00:00"),
        ("start_on", "0001-01-01"),
        ("end_on", "9999-12-31"),
    ],
)
def test_a_date_of_another_age_is_refused(
    origin,  # noqa: F811
    subscription,  # noqa: F811
    data,  # noqa: F811
    name,
    value,
):
    origin.keeps(data, **{name: value})
    assert name in take_over(subscription).problems[0]
    assert not Project.objects.exists()


def test_a_list_without_end_stops_when_the_time_is_over(
    origin,  # noqa: F811
    subscription,  # noqa: F811
    monkeypatch,
):
    asked = []

    def slow(url):
        asked.append(url)
        page = {"format": "rural-partnership-project-list", "version": 1, "site": origin.site}
        return page | {"next": f"{origin.url}/data/{len(asked)}.json", "projects": []}

    monkeypatch.setattr(running, "get_json", slow)
    assert take_over(subscription, seconds=-1).problems
    assert asked == []


def test_the_title_of_a_draft_is_not_told_to_whoever_knows_its_name(
    origin,  # noqa: F811
    subscription,  # noqa: F811
    data,  # noqa: F811
):
    ProjectFactory(uid=data["uid"], title_lv="Noslēpums", published_at=None)
    origin.keeps(data)
    (problem,) = take_over(subscription).problems
    assert "Noslēpums" not in problem


@pytest.mark.parametrize(
    "address",
    [
        *("::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "fec0::1"),
        *("192.0.0.8", "2001::1", "2002:7f00:1::", "::ffff:10.0.0.1", "::1", "0.0.0.0"),  # noqa: S104
    ],
)
def test_wrapped_and_reserved_addresses_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:4001::1", "::ffff:8.8.8.8"])
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


# Texts that keep a machine busy


@pytest.mark.parametrize(
    ("judge", "text"),
    [
        (plain, f"<p>a{' ' * LONG}b</p>"),
        (wording.plain, f"<p>a{' ' * LONG}b</p>"),
        (pasted.is_twice, "a" * LONG),
        (pasted.is_twice, "a-" * LONG),
        (pasted.addresses_in, "a-" * LONG),
        (pasted.addresses_in, "a." * LONG),
        (lambda text: ends.named_ends(text, "lv"), "projekts līdz 2021. gada maijam " * 3000),
        (lambda text: ends.named_ends(text, "en"), "project ends May " * 6000),
        (lambda text: ends.named_ends(text, "en"), "project " + "May " * (LONG // 4)),
        (parse, "<ul><li>" * (LONG // 5) + "x" + "</li></ul>" * (LONG // 5)),
    ],
)
def test_a_long_hostile_text_is_read_in_a_moment(judge, text):
    began = time.process_time()
    judge(text)
    assert time.process_time() - began < 1.5


def test_points_of_a_list_still_become_parts_of_a_sentence():
    text = "<ul><li><p>Viens;</p>\n </li> <li>Divi </li></ul>"
    assert wording.plain(text) == "Viens; Divi"
    assert plain("a <li> <p>b</p></li>") == "a\n• b"
    assert write(parse("<p><em>a</strong></p>b")) == "<p><em>a</em></p>b"


def test_an_address_in_a_sentence_is_still_found():
    assert pasted.addresses_in("Sk. (www.zemgale.lv/a), http://x-y.lv/b.") == [
        "www.zemgale.lv/a",
        "http://x-y.lv/b",
    ]


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", "a*" * 30 + "b", "a?" * 30 + "a" * 30])
def test_a_form_of_numbers_cannot_keep_the_machine_busy(pattern):
    began = time.process_time()
    assert follows_pattern("a" * 60, pattern)
    assert time.process_time() - began < 0.5


# Years that nobody meant


@pytest.mark.django_db
def test_a_slip_in_a_year_does_not_offer_thousands_of_years(client):
    ProjectFactory(start_on="0001-01-01", end_on="9999-12-31")
    page = client.get(reverse("projects:project_list"))
    assert page.content.count(b'name="year"') <= 151


# Projects that another site keeps


@pytest.mark.django_db
def test_a_partner_of_a_taken_over_project_cannot_be_deleted(
    editor_client,
    subscription,  # noqa: F811
):
    project = ProjectFactory(subscription=subscription, origin_url="https://x.example/")
    part = project.participations.create(organisation=OrganisationFactory(), role="partner")
    address = reverse("admin:projects_participation_delete", args=[part.pk])
    assert editor_client.post(address, {"post": "yes"}).status_code == 403
    assert project.participations.exists()


@pytest.mark.django_db
def test_staff_without_a_role_cannot_take_over(client, subscription):  # noqa: F811
    client.force_login(UserFactory())
    address = reverse("admin:projects_subscription_take_over", args=[subscription.pk])
    assert client.get(address).status_code == 404
    assert client.post(address).status_code in (403, 404)
