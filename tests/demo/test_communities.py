"""KOPA's 32 communities in 17 municipalities, and the organisations of three municipalities."""

import pytest
from django.utils import translation

from directory.community_figures import figures
from directory.models import Community
from directory.profile_study import Study
from projects.models import Project

pytestmark = pytest.mark.django_db
KOPA = "kopienu-pardomata-attistiba"


def test_register_has_the_communities_and_municipalities_of_the_page(client):
    project = Project.objects.get(slug_lv=KOPA)
    told = {row.label_lv: int(row.value) for row in project.results.all()}

    counted = figures(Community.objects.published().filter(projects=project))
    page = client.get("/lv/kopienas/")
    report = client.get(f"/lv/projekti/{KOPA}/rezultati/").context["groups"]

    of_page = page.context["figures"]
    of_report = {each.key: each.value for group in report for each in group.figures}
    assert told == {"lauku kopienas": 32, "novadi": 17}
    assert (counted["communities"], counted["municipalities"]) == (32, 17)
    assert (of_page["communities"], of_page["municipalities"]) == (32, 17)
    assert (of_report["communities"], of_report["municipalities"]) == (32, 17)
    assert of_report["resources"] == counted["resources"] == 64


def test_names_of_former_municipalities_find_the_communities(client):
    def found(territory):
        page = client.get("/lv/kopienas/", {"territory": territory})
        return page.context["found"].number

    former = ["alsungas-novads", "skrundas-novads", "babites-novads", "pargaujas-novads"]

    # An old name means its heir, too: Kuldīga has all six of its side.
    assert [found(slug) for slug in former] == [6, 6, 4, 11]
    assert found("kuldigas-novads") == 6
    assert client.get("/lv/kopienas/", {"q": "Alsungas novads"}).context["found"].number >= 1


def test_supporter_of_the_page_supports_its_municipalities():
    rows = Community.objects.filter(supporter__slug="kurzemes-nvo-centrs")

    assert set(rows.values_list("territory__slug", flat=True)) == {
        *("alsungas-novads", "kuldigas-novads", "skrundas-novads")
    }


def test_organisations_are_told_by_the_municipalities_of_today(client):
    study = Study(2021)

    with translation.override("lv"):
        places = {slug: len(place.profiles) for slug, place in study.places.items()}
    page = client.get("/lv/nvo/")

    assert places == {"kekavas-novads": 5, "marupes-novads": 6, "olaines-novads": 4}
    assert all(table is not None for _name, table in study.tables)
    assert page.status_code == 200
    assert client.get("/lv/nvo/baldones-novads/").headers["Location"] == "/lv/nvo/kekavas-novads/"
