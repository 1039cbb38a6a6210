"""Sheets of workshops: shown first, brought in, brought again; they verify nothing."""

from datetime import date

import pytest
from django.test import Client

from core.roles import EDITOR
from directory.models import Community, CommunityEntry
from tests.admin.test_exchange import bring_in, numbers, table, upload
from tests.factories import (
    CommunityEntryFactory,
    CommunityFactory,
    PartnershipFactory,
    TerritoryFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
LONG_AGO = date(2024, 5, 1)
SHEET = [
    {
        "community": "Ēdoles kopiena",
        "kind": "resurss",
        "category": "rīki un aprīkojums",
        "title_lv": "Traktors",
        "status": "available",
        "terms": "pēc vienošanās",
    },
    {
        "community": "Ēdoles kopiena",
        "kind": "need",
        "category": "places",
        "title_lv": "Telpa jauniešiem",
        "status": "open",
        "terms": "",
    },
]


def test_sheet_of_a_workshop_is_shown_first_and_may_be_brought_again(editor_client):
    CommunityFactory(entries=0, title_lv="Ēdoles kopiena")
    sheet = table(*SHEET)

    shown = upload(editor_client, sheet, CommunityEntry).outcome
    nothing = CommunityEntry.objects.count()
    outcomes = [bring_in(editor_client, sheet, CommunityEntry) for _each in range(2)]

    assert (numbers(shown), nothing) == ((2, 0, 0, 0), 0)
    assert [numbers(each) for each in outcomes] == [(2, 0, 0, 0), (0, 0, 2, 0)]
    rows = CommunityEntry.objects.order_by("pk").values_list("kind", "category", "terms", "slug")
    assert list(rows) == [
        ("resource", "equipment", "by_agreement", "edoles-kopiena-traktors"),
        ("need", "places", "", "edoles-kopiena-telpa-jauniesiem"),
    ]


def test_state_that_does_not_fit_is_refused_with_its_row(editor_client):
    CommunityFactory(entries=0, title_lv="Ēdoles kopiena")
    sheet = table(SHEET[0] | {"status": "solved"}, SHEET[1])

    outcome = upload(editor_client, sheet, CommunityEntry).outcome

    assert [(row, message) for row, _name, message in outcome.errors] == [
        (2, "Šis stāvoklis neatbilst veidam.")
    ]


def test_import_does_not_verify(editor_client):
    community = CommunityFactory(entries=0, title_lv="Ēdoles kopiena")
    entry = CommunityEntryFactory(community=community, title_lv="Traktors")
    for model in (Community, CommunityEntry):
        model.objects.update(verified_on=LONG_AGO)
    place = TerritoryFactory(name_lv="Kuldīgas novads")

    sheet = table({"slug_lv": community.slug_lv, "territory": place.name_lv, "settlement": "Ēdole"})
    changed = bring_in(editor_client, sheet, Community)
    bring_in(editor_client, table(SHEET[0]), CommunityEntry)

    community.refresh_from_db()
    entry.refresh_from_db()
    assert (changed.changed, community.settlement, community.territory) == (1, "Ēdole", place)
    assert (entry.terms, entry.verified_on) == ("by_agreement", LONG_AGO)
    assert community.verified_on == LONG_AGO


def test_nobody_brings_entries_into_a_community_of_others():
    own, foreign = PartnershipFactory(), PartnershipFactory()
    CommunityFactory(entries=0, title_lv="Ēdoles kopiena", owner=foreign)
    CommunityFactory(entries=0, title_lv="Kabiles kopiena", owner=own)
    client, editor = Client(), UserFactory(groups=[EDITOR])
    editor.partnerships.add(own)
    client.force_login(editor)

    outcome = upload(
        client, table(SHEET[0], SHEET[1] | {"community": "Kabiles kopiena"}), CommunityEntry
    ).outcome

    assert [(row, message) for row, _name, message in outcome.errors] == [
        (2, "Šī rinda pieder citai partnerībai.")
    ]
