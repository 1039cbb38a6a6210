"""Profiles of organisations: personal links, decisions, what is public of them."""

import csv
import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from directory import profile_actions as actions
from directory.models import Cooperation, OrganisationProfile
from directory.profile_jobs import remind
from directory.profile_study import Study
from engage.decisions import decide
from engage.models import Outbox
from tests.factories import (
    ItemFactory,
    ItemFileFactory,
    OrganisationFactory,
    OrganisationProfileFactory,
    ProjectFactory,
    TerritoryFactory,
    UserFactory,
)
from tests.uploads import pdf

pytestmark = pytest.mark.django_db
NOW = timezone.now()
State = OrganisationProfile.State
PUBLISHED = {"state": "published", "decided_at": NOW, "answered_at": NOW, "is_public": True}
ANSWER = {
    "areas": ["culture", "youth"],
    "members_band": "5-19",
    "municipality_cooperation": "regular",
    "support_received": ["rooms"],
    "needs": "Telpas vakaros",
    "is_public": "on",
}


@pytest.fixture
def marupe():
    return TerritoryFactory(slug="marupes-novads", name_lv="Mārupes novads")


def public_pages(client, marupe):
    """Every public page and file that could tell of an organisation."""
    pages = ["/lv/nvo/", "/en/ngos/", f"/lv/nvo/{marupe.slug}/", f"/en/ngos/{marupe.slug}/"]
    pages += [f"/lv/nvo/dati.{what}.csv" for what in ("organisations", "bands", "cooperation")]
    return {page: client.get(page) for page in pages}


def test_link_of_one_organisation_opens_no_other(client):
    first, second = OrganisationProfileFactory.create_batch(2, year=2026)

    page = client.get(first.my_url())
    client.post(first.my_url(), {**ANSWER, "organisation": second.organisation_id})

    stored = {row.pk: row.areas for row in OrganisationProfile.objects.all()}
    assert first.organisation.name in page.text
    assert f">{second.organisation.name}</h1>" not in page.text
    assert stored == {first.pk: ["culture", "youth"], second.pk: []}
    token = first.my_url().split("/")[-2]
    forged = first.my_url().replace(token, token[:-2] + "xx")
    assert client.post(forged, ANSWER).status_code == 410


def test_second_answer_of_a_year_updates_and_is_decided_anew(client):
    profile = OrganisationProfileFactory()
    by = UserFactory()

    client.post(profile.my_url(), ANSWER)
    first = OrganisationProfile.objects.get()
    decide(row=first, to=State.PUBLISHED, by=by)
    client.post(profile.my_url(), {**ANSWER, "areas": ["sport"]})

    row = OrganisationProfile.objects.get()
    assert (first.state, row.state, row.areas) == ("pending", "pending", ["sport"])
    assert not OrganisationProfile.objects.published().exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationProfileFactory(organisation=row.organisation, year=row.year)


def test_what_was_typed_is_kept_when_something_is_wrong(client):
    profile = OrganisationProfileFactory()
    other = OrganisationProfileFactory(year=profile.year).organisation

    page = client.post(profile.my_url(), {**ANSWER, "partner_0": other.pk})

    assert "Telpas vakaros" in page.text
    assert 'id="id_kind_0_error"' in page.text
    assert OrganisationProfile.objects.get(pk=profile.pk).answered_at is None


def test_opening_the_link_changes_nothing(client):
    profile = OrganisationProfileFactory()

    client.get(profile.my_url())

    assert OrganisationProfile.objects.get().answered_at is None


def test_what_is_not_public_is_in_no_public_byte(client, marupe):
    shown, hidden = (
        OrganisationProfileFactory(territory=marupe, areas=["sport"], year=2026, **PUBLISHED)
        for _each in range(2)
    )
    secret = {"needs": "Slepena vajadzība", "areas": ["rights"], "email": "slepens@example.lv"}
    OrganisationProfile.objects.filter(pk=hidden.pk).update(is_public=False, **secret)
    waiting = {"state": "pending", "answered_at": NOW, "is_public": True, **secret}
    pending = OrganisationProfileFactory(territory=marupe, year=2026, **waiting)
    for row in (hidden, pending):
        Cooperation.objects.create(
            first=shown.organisation, second=row.organisation, kind="funding", year=2026
        )

    answers = public_pages(client, marupe)

    names = [row.organisation.slug for row in (hidden, pending)]
    names += [row.organisation.name for row in (hidden, pending)]
    secrets = [*names, "Slepena", "rights", "pilsonisk", "slepens@", "finansējum"]
    told = {page: answer.content.decode() for page, answer in answers.items()}
    assert {answer.status_code for answer in answers.values()} == {200}
    assert [
        (page, each) for page, answer in told.items() for each in secrets if each in answer
    ] == []
    assert shown.organisation.name in told[f"/lv/nvo/{marupe.slug}/"]


def test_unanswered_is_said_and_not_guessed(client, marupe):
    OrganisationProfileFactory(territory=marupe, year=2026, **PUBLISHED)
    silent = OrganisationProfileFactory(territory=marupe, year=2026, asked_at=NOW)

    page = client.get(f"/lv/nvo/{marupe.slug}/").text
    lines = list(csv.reader(client.get("/lv/nvo/dati.organisations.csv").text[1:].splitlines()))

    assert "nav atbildes" in page
    assert lines[-1][2:5] == [silent.organisation.name, "no", ""]


def test_small_numbers_are_hidden_in_all_tables_alike(client, marupe):
    olaine = TerritoryFactory(slug="olaines-novads", name_lv="Olaines novads")
    for territory, bands in ((marupe, "0000001111111"), (olaine, "0000000011")):
        for band in bands:
            fields = {"territory": territory, "year": 2026, **PUBLISHED}
            OrganisationProfileFactory(members_band={"0": "0", "1": "5-19"}[band], **fields)

    study = Study(2026)
    table = study.bands("members_band")
    of_olaine = study.tables_of(study.places["olaines-novads"])[0][1]
    lines = list(csv.reader(client.get("/lv/nvo/dati.bands.csv").text[1:].splitlines()))

    shown = {
        territory.slug: ["…" if not cell.is_shown else cell.number for cell in cells]
        for territory, cells in table["rows"]
    }
    assert shown["olaines-novads"].count("…") > 1
    assert [cell.is_shown for cell in of_olaine] == [
        each != "…" for each in shown["olaines-novads"]
    ]
    in_csv = [line[4] for line in lines if line[1:3] == ["members_band", "Olaines novads"]]
    assert [each.isdecimal() for each in in_csv] == [cell.is_shown for cell in of_olaine]


def test_edge_has_no_direction_and_stands_once():
    first, second = OrganisationFactory(), OrganisationFactory()

    Cooperation.objects.create(first=second, second=first, kind="funding", year=2026)

    edge = Cooperation.objects.get()
    assert (edge.first, edge.second) == (first, second)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cooperation.objects.create(first=first, second=second, kind="funding", year=2026)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cooperation.objects.create(first=first, second=first, kind="funding", year=2026)


def test_answer_of_either_organisation_notes_the_same_edge(client, marupe):
    one, other = (
        OrganisationProfileFactory(territory=marupe, year=2026, **PUBLISHED) for _each in range(2)
    )
    partners = [{(other.organisation_id, "funding")}, {(one.organisation_id, "funding")}]

    for profile, named in zip((one, other), partners, strict=True):
        actions.answer(profile=profile, values={}, partners=named)
    OrganisationProfile.objects.update(state="published")

    matrix = Study(2026).cooperation(Study(2026).places[marupe.slug])
    assert Cooperation.objects.count() == 1
    assert [cells for _row, cells in matrix["rows"]] in (
        [[[], ["finansējums"]], [["finansējums"], []]],
        [[["finansējums"], []], [[], ["finansējums"]]],
    )


def test_what_others_noted_beyond_the_lines_of_the_form_stays(client):
    own, *others = OrganisationProfileFactory.create_batch(8, year=2026)
    for each in others:
        pair = {"first": each.organisation, "second": own.organisation}
        Cooperation.objects.create(**pair, kind="funding", year=2026)
    page = client.get(own.my_url())
    form = page.context["form"]
    typed = {field.name: field.value() or "" for pair in form.pairs for field in pair}

    client.post(own.my_url(), {**ANSWER, **typed, "partner_0": "", "kind_0": ""})

    assert Cooperation.objects.count() == 6


def test_link_is_sent_once_and_reminded_of_once(client):
    profile = OrganisationProfileFactory(email="kase@example.lv")

    asked = [actions.ask(profile=profile) for _each in range(2)]
    reminded = [remind(NOW + timedelta(days=days)) for days in (13, 15, 16)]

    assert (asked, reminded) == ([True, False], [0, 1, 0])
    pages = [client.get(re.search(r"\S+/lv/o/\S+/", mail.text)[0]) for mail in Outbox.objects.all()]
    assert [profile.organisation.name in page.text for page in pages] == [True, True]


def test_former_municipality_leads_to_the_one_of_today(client, marupe):
    former = TerritoryFactory(slug="babites-novads", valid_to=NOW.date())
    former.heirs.create(successor=marupe)
    OrganisationProfileFactory(territory=former, year=2026, **PUBLISHED)

    answer = client.get("/lv/nvo/babites-novads/?year=2026")

    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/lv/nvo/marupes-novads/?year=2026",
    )
    assert client.get("/lv/nvo/nekur/").status_code == 404
    assert client.get("/lv/nvo/?year=1999").status_code == 404


def test_study_in_the_library_keeps_its_address_when_the_file_is_replaced(client):
    study = ItemFactory(kind="study", project=ProjectFactory(), title_lv="NVO pētījums")
    row = ItemFileFactory(item=study, language="lv")
    before = study.url_in("lv")

    row.file = ContentFile(pdf(), name="otrais.pdf")
    row.save()
    newer = ItemFactory(kind="study", project=study.project, replaces=study)

    assert study.url_in("lv") == before
    assert newer.url_in("lv") in client.get(before).text
    assert newer.url_in("lv") in client.get("/lv/nvo/").text
