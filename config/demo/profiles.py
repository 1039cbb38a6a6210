"""Organisations of the three municipalities of the neighbours' project, as its study asked them.

The study itself is not on the page; the organisations and their answers are made up.
"""

from django.utils import timezone

from directory.models import Cooperation, OrganisationProfile
from partnership.models import Organisation, Partnership, Territory

from .building import both

YEAR = 2021
# slug, (name in Latvian, in English), municipality, areas, for whom,
# members, volunteers, paid staff, cooperation with the municipality, support
ANSWERED = [
    ("biedriba-tiraines-darzi", ("Biedrība „Tīraines dārzi”", "Association “Tīraines dārzi”"),
     "marupes-novads", "environment community", "everybody", "20-99", "5-19", "0", "occasional",
     "rooms"),
    ("marupes-jauniesu-kopa", ("Mārupes jauniešu kopa", "Mārupe Youth Group"),
     "marupes-novads", "youth sport", "young", "20-99", "5-19", "0", "regular", "money rooms"),
    ("jaunmarupes-kaimini", ("Biedrība „Jaunmārupes kaimiņi”", "Association “Jaunmārupes kaimiņi”"),
     "marupes-novads", "community rights", "everybody families", "20-99", "5-19", "0",
     "occasional", "advice"),
    ("pinku-koris", ("Biedrība „Piņķu koris”", "Association “Piņķu koris”"),
     "babites-novads", "culture", "everybody", "20-99", "1-4", "1-4", "contract", "money rooms"),
    ("babites-ezera-draugi", ("Biedrība „Babītes ezera draugi”",
                              "Association “Babītes ezera draugi”"),
     "babites-novads", "environment education", "children everybody", "20-99", "5-19", "0",
     "regular", "publicity"),
    ("marupes-seniori", ("Mārupes senioru biedrība", "Mārupe Seniors’ Association"),
     "marupes-novads", "social culture", "seniors", "100+", "5-19", "0", "regular",
     "rooms transport"),
    ("olaines-sporta-biedriba", ("Olaines sporta biedrība", "Olaine Sports Association"),
     "olaines-novads", "sport", "children young", "100+", "5-19", "1-4", "contract", "money rooms"),
    ("jaunolaines-kultura", ("Biedrība „Jaunolaines kultūra”", "Association “Jaunolaines kultūra”"),
     "olaines-novads", "culture community", "everybody", "20-99", "5-19", "0", "regular", "rooms"),
    ("olaines-vecaki", ("Olaines vecāku biedrība", "Olaine Parents’ Association"),
     "olaines-novads", "education social", "families children", "5-19", "5-19", "0", "occasional",
     ""),
    ("misas-krasti", ("Biedrība „Misas krasti”", "Association “Misas krasti”"),
     "olaines-novads", "environment", "everybody", "5-19", "5-19", "0", "occasional", "publicity"),
    ("kekavas-amatnieki", ("Ķekavas amatnieku biedrība", "Ķekava Craftspeople’s Association"),
     "kekavas-novads", "business culture", "everybody", "20-99", "5-19", "0", "regular",
     "publicity rooms"),
    ("daugavmalas-ciemi", ("Biedrība „Daugavmalas ciemi”", "Association “Daugavmalas ciemi”"),
     "kekavas-novads", "community rights", "everybody", "20-99", "5-19", "0", "regular", "advice"),
    ("kekavas-jaunatne", ("Biedrība „Ķekavas jaunatne”", "Association “Ķekavas jaunatne”"),
     "kekavas-novads", "youth education", "young", "20-99", "5-19", "1-4", "contract", "money"),
    ("baldones-ainavas", ("Biedrība „Baldones ainavas”", "Association “Baldones ainavas”"),
     "baldones-novads", "environment business", "everybody", "20-99", "5-19", "0", "occasional",
     ""),
    ("baldones-seniori", ("Baldones senioru biedrība", "Baldone Seniors’ Association"),
     "baldones-novads", "social", "seniors", "20-99", "5-19", "0", "regular", "rooms"),
]  # fmt: skip
SILENT = [
    ("salas-pagasta-biedriba", ("Salas pagasta biedrība",
                                "Sala Parish Association"), "babites-novads"),
    ("kekavas-medniki", ("Ķekavas mednieku biedrība",
                         "Ķekava Hunters’ Association"), "kekavas-novads"),
]  # fmt: skip
NEEDS = {
    "marupes-jauniesu-kopa": "Telpas, kas atvērtas vakaros un brīvdienās.",
    "olaines-vecaki": "Kāds, kas palīdz uzrakstīt pirmo projekta pieteikumu.",
    "baldones-ainavas": "Sarunas ar pašvaldību, pirms tiek lemts par ainavu.",
}
TOGETHER = [
    ("marupes-jauniesu-kopa", "marupes-seniori", "joint_project"),
    ("biedriba-tiraines-darzi", "jaunmarupes-kaimini", "information"),
    ("pinku-koris", "babites-ezera-draugi", "shared_space"),
    ("olaines-sporta-biedriba", "olaines-vecaki", "joint_project"),
    ("kekavas-jaunatne", "marupes-jauniesu-kopa", "joint_project"),
    ("kekavas-amatnieki", "baldones-ainavas", "information"),
]


def make_profiles():
    """Fifteen organisations that answered, two that did not, and who worked with whom."""
    owner, now = Partnership.objects.get(organisation__slug="pierigas-partneriba"), timezone.now()
    decided = {"state": "published", "decided_at": now, "answered_at": now, "is_public": True}
    for slug, name, municipality, *answers in ANSWERED:
        organisation = make_organisation(slug, name, owner)
        make_profile(organisation, municipality, **decided, **answered(slug, *answers))
    for slug, name, municipality in SILENT:
        make_profile(make_organisation(slug, name, owner), municipality, asked_at=now)
    for first, second, kind in TOGETHER:
        one, other = (Organisation.objects.get(slug=slug) for slug in (first, second))
        Cooperation.objects.create(first=one, second=other, kind=kind, year=YEAR)


def answered(slug, areas, people, members, volunteers, staff, cooperation, support):
    return {
        "areas": areas.split(),
        "target_groups": people.split(),
        "members_band": members,
        "volunteers_band": volunteers,
        "paid_staff_band": staff,
        "municipality_cooperation": cooperation,
        "support_received": support.split(),
        "needs": NEEDS.get(slug, ""),
    }


def make_organisation(slug, name, owner):
    return Organisation.objects.create(slug=slug, kind="ngo", owner=owner, **both(name=name))


def make_profile(organisation, municipality, **fields):
    territory = Territory.objects.get(slug=municipality)
    OrganisationProfile.objects.create(
        organisation=organisation,
        year=YEAR,
        territory=territory,
        confirmed_at=timezone.now(),
        source="staff",
        **fields,
    )
