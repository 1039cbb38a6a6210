from datetime import date

import pytest
from django.core.management import call_command
from django.db.models import Q

from partnership.loading import load_territories
from partnership.models import Gazetteer, Succession, Territory

pytestmark = pytest.mark.django_db


@pytest.fixture
def territories():
    load_territories()
    return {each.slug: each for each in Territory.objects.all()}


def municipalities_on(day):
    """How many municipalities and state cities of Latvia there were on a day."""
    kinds = [Territory.Kind.MUNICIPALITY, Territory.Kind.STATE_CITY]
    until = Q(valid_to=None) | Q(valid_to__gte=day)
    return Territory.objects.filter(until, kind__in=kinds, valid_from__lte=day).count()


def test_municipalities_are_as_many_as_there_were(territories):
    days = [
        date(2020, 6, 1),
        date(2021, 6, 30),
        date(2021, 7, 1),
        date(2025, 6, 30),
        date(2025, 7, 1),
    ]

    assert [municipalities_on(day) for day in days] == [119, 119, 43, 43, 42]


def test_tree_reaches_from_country_to_parish(territories):
    parish = territories["engures-pagasts"]

    chain = [parish.slug]
    while parish.parent_id:
        parish = parish.parent
        chain.append(parish.slug)

    assert chain == ["engures-pagasts", "tukuma-novads", "kurzemes-planosanas-regions", "latvija"]


def test_every_municipality_of_today_is_in_a_planning_region_and_on_the_map(territories):
    current = [each for each in territories.values() if each.valid_from and each.valid_to is None]

    assert len(current) == 42
    assert {each.parent.kind for each in current} == {Territory.Kind.REGION}
    assert all(each.latitude and each.longitude and each.register_code for each in current)


def test_incukalns_was_split_and_babite_was_not():
    load_territories()

    rows = Succession.objects.filter(predecessor__slug__in=["incukalna-novads", "babites-novads"])

    assert sorted(rows.values_list("predecessor__slug", "successor__slug", "is_split")) == [
        ("babites-novads", "marupes-novads", False),
        ("incukalna-novads", "ropazu-novads", True),
        ("incukalna-novads", "siguldas-novads", True),
    ]


def test_the_ten_vanished_names_of_the_projects_have_a_heir_of_today(territories):
    names = (
        "babites baldones ozolnieku tervetes auces iecavas rundales vecumnieku alsungas skrundas"
    )

    heirs = {
        name: [each.slug for each in territories[f"{name}-novads"].successors.current()]
        for name in names.split()
    }

    assert heirs == {
        "babites": ["marupes-novads"],
        "baldones": ["kekavas-novads"],
        "ozolnieku": ["jelgavas-novads"],
        "tervetes": ["dobeles-novads"],
        "auces": ["dobeles-novads"],
        "iecavas": ["bauskas-novads"],
        "rundales": ["bauskas-novads"],
        "vecumnieku": ["bauskas-novads"],
        "alsungas": ["kuldigas-novads"],
        "skrundas": ["kuldigas-novads"],
    }


def test_everything_that_is_gone_leads_to_something_of_today(territories):
    gone = [each for each in territories.values() if each.valid_to]

    assert len(gone) == 80
    assert all(each.successors.filter(valid_to=None).exists() for each in gone)


def test_a_name_that_two_municipalities_have_gets_two_addresses(territories):
    slugs = sorted(slug for slug in territories if slug.startswith("salas-pagasts"))

    assert slugs == ["salas-pagasts-jekabpils-novads", "salas-pagasts-marupes-novads"]


def test_names_of_countries_and_municipalities_are_in_both_languages(territories):
    names = {
        (territories[slug].name_lv, territories[slug].name_en)
        for slug in ("somija", "ogres-novads")
    }

    assert names == {("Somija", "Finland"), ("Ogres novads", "Ogre Municipality")}


def test_second_run_changes_nothing(territories):
    before = list(Territory.objects.order_by("pk").values())

    counts = load_territories()

    assert counts == {"created": 0, "changed": 0, "linked": 0}
    assert list(Territory.objects.order_by("pk").values()) == before


def test_a_wrong_row_is_corrected_and_an_added_one_is_kept(territories):
    Territory.objects.filter(slug="ogres-novads").update(name_lv="Ogres rajons")
    Territory.objects.create(name_lv="Jaunciems", kind=Territory.Kind.PLACE)

    counts = load_territories()

    assert counts == {"created": 0, "changed": 1, "linked": 0}
    assert Territory.objects.get(slug="ogres-novads").name_lv == "Ogres novads"
    assert Territory.objects.filter(slug="jaunciems").exists()


def test_a_parish_is_found_under_everything_above_it(territories):
    gazetteer = Gazetteer()

    found = gazetteer.closure(territories["engures-apkaime"].pk)

    assert {gazetteer.by_pk[pk].slug for pk in found} == {
        "engures-apkaime",
        "engures-pagasts",
        "tukuma-novads",
        "kurzemes-planosanas-regions",
        "latvija",
    }


def test_an_old_municipality_is_found_under_its_heir(territories):
    gazetteer = Gazetteer()

    found = gazetteer.closure(territories["babites-novads"].pk)

    assert {gazetteer.by_pk[pk].slug for pk in found} == {
        "babites-novads",
        "marupes-novads",
        "rigas-planosanas-regions",
        "latvija",
    }


def test_command_says_what_it_did(capsys):
    call_command("load_territories")
    first = capsys.readouterr().out
    call_command("load_territories")

    assert "Territories, municipalities: new – 122, corrected – 0." in first
    assert capsys.readouterr().out.endswith("Nothing to change.\n")
