"""The card of a project for other sites, and oEmbed, by which they find it."""

import json

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories import OrganisationFactory, ProjectFactory

pytestmark = pytest.mark.django_db
EVIL = '"><script>alert(1)</script>'


def card_of(project, language="lv"):
    return reverse("project_embed", args=[language, project.uid])


def asked(client, address, **more):
    return client.get(reverse("oembed"), {"url": address, **more})


def test_card_may_stand_in_any_frame_and_leaves_nothing_behind(client):
    response = client.get(card_of(ProjectFactory(title_lv="Ciemi")))

    policy = response.headers["Content-Security-Policy"]
    assert response.status_code == 200
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "X-Frame-Options" not in response.headers
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies
    assert "<script" not in response.text
    assert "noindex" in response.text
    assert len(response.content) < 8000


def test_card_is_in_the_language_of_its_address(client):
    project = ProjectFactory(title_lv="Ciemi", title_en="Villages")

    body = OrganisationFactory(name_lv="Biedrība", name_en="Association")
    project.participations.update(organisation=body)

    latvian = client.get(card_of(project, "lv"), headers={"accept-language": "en"}).text
    assert "Ciemi" in latvian
    assert "Biedrība" in latvian
    page = client.get(card_of(project, "en"))
    assert 'lang="en"' in page.text
    assert project.url_in("en") in page.text
    assert client.get(card_of(project, "xx")).status_code == 404


def test_all_other_pages_stay_out_of_frames(client):
    response = client.get(ProjectFactory().url_in("lv"))

    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "DENY"


def test_draft_has_no_card_record_or_oembed(client):
    draft = ProjectFactory(published_at=None)

    assert client.get(card_of(draft)).status_code == 404
    assert client.get(reverse("project_record", args=[draft.uid])).status_code == 404
    assert client.get(reverse("project_by_uid", args=[draft.uid])).status_code == 404
    assert asked(client, "http://127.0.0.1:8000" + draft.url_in("lv")).status_code == 404
    assert str(draft.uid) not in client.get(reverse("project_records")).text


def test_oembed_gives_a_frame_that_titles_cannot_break(client, settings):
    project = ProjectFactory(title_lv=EVIL, title_en="Villages")

    answer = asked(client, settings.SITE_URL + project.url_in("lv"), maxwidth="300").json()

    assert (answer["version"], answer["type"], answer["width"]) == ("1.0", "rich", 300)
    assert "<script" not in answer["html"]
    assert "sandbox=" in answer["html"]
    assert settings.SITE_URL + card_of(project) in answer["html"]


def test_oembed_knows_the_english_page_and_the_stable_address(client, settings):
    project = ProjectFactory(title_en="Villages")

    english = asked(client, settings.SITE_URL + project.url_in("en")).json()
    assert english["title"] == "Villages"
    assert "/embed/en/" in english["html"]
    assert asked(client, project.stable_url).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["", "/lv/", "https://foreign.example/lv/projekti/x/", "http://127.0.0.1/lv/", "http://[", "x"],
)
def test_oembed_of_anything_else_is_404(client, address):
    assert asked(client, address).status_code == 404


def test_oembed_offers_json_only_and_sane_sizes(client, settings):
    address = settings.SITE_URL + ProjectFactory().url_in("lv")

    assert asked(client, address, format="xml").status_code == 501
    for size in ("-1", "9" * 100, "x"):
        assert asked(client, address, maxwidth=size).json()["width"] == 480


def test_project_page_leads_to_card_record_and_oembed(client, settings):
    project = ProjectFactory(title_lv=EVIL)

    page = client.get(project.url_in("lv")).text

    assert 'type="application/json+oembed"' in page
    assert f'href="{settings.SITE_URL}{reverse("project_record", args=[project.uid])}"' in page
    assert "&lt;iframe src=" in page
    assert "<script>alert" not in page


def test_record_is_open_to_other_sites_and_sent_once(client):
    project = ProjectFactory(title_en="Villages", aims_lv="<p>Mērķis</p>")
    address = reverse("project_record", args=[project.uid])

    response = client.get(address)
    record = json.loads(response.content)

    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert record["uid"] == str(project.uid)
    assert record["id"] == project.stable_url
    assert record["title"] == {"lv": project.title_lv, "en": "Villages"}
    assert record["aims"]["lv"] == "<p>Mērķis</p>"
    assert "contact" not in response.text
    assert "local_text" not in response.text
    again = client.get(address, headers={"if-none-match": response.headers["ETag"]})
    assert again.status_code == 304


def test_stable_address_answers_machines_with_the_record(client):
    project = ProjectFactory()
    address = reverse("project_by_uid", args=[project.uid])

    data = client.get(address, headers={"accept": "application/json"})
    page = client.get(address, headers={"accept": "text/html,*/*", "accept-language": "lv"})

    assert (data.status_code, data.url) == (303, reverse("project_record", args=[project.uid]))
    with translation.override("lv"):
        assert (page.status_code, page.url) == (303, project.get_absolute_url())


def test_list_of_records_is_filtered_and_paged(client, monkeypatch):
    monkeypatch.setattr("projects.record_views.PER_PAGE", 1)
    first, second = ProjectFactory(status="running"), ProjectFactory(status="running")
    ProjectFactory(status="completed")

    page = client.get(reverse("project_records"), {"status": "running"}).json()
    rest = client.get(page["next"]).json()

    assert [each["uid"] for each in page["projects"]] == [str(first.uid)]
    assert [each["uid"] for each in rest["projects"]] == [str(second.uid)]
    assert rest["next"] is None
    for junk in ("x", "-1", "9" * 30):
        assert client.get(reverse("project_records"), {"after": junk}).status_code == 404
