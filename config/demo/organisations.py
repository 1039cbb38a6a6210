"""Everybody who takes part: partnerships with their pages, authorities, partners abroad, people."""

from datetime import date, time

from partnership.models import (
    Office,
    OpeningHours,
    Organisation,
    OrganisationName,
    Partnership,
    Person,
    Phone,
    Territory,
)

from .bodies import ABROAD, LATVIAN
from .building import both, chosen, found
from .partnership_pages import PAGES

ADDRESS = (
    "Lielā iela 5/7, 6. stāvs, Jelgava, Latvija",
    "Lielā iela 5/7, 6th floor, Jelgava, Latvia",
)


def make_organisations():
    """All bodies, the name that one of them had earlier, and two people."""
    for slug, kind, name, full_name, website in LATVIAN:
        names = both(name=name, full_name=full_name)
        Organisation.objects.create(slug=slug, kind=kind, website=website, **names)
    for slug, country, name, region, town, website in ABROAD:
        names = both(name=(name, name), region=region, town=town)
        Organisation.objects.create(slug=slug, country=country, website=website, **names)
    # Renamed in 2019 or 2020 by a newspaper; the page of the project, © 2022, still says
    # Sernikon. The day is not known, so the end of the last year in which it is seen stands here.
    OrganisationName.objects.create(
        organisation=Organisation.objects.get(slug="juras-zeme"),
        name_lv="Sernikon",
        name_en="Sernikon",
        valid_until=date(2022, 12, 31),
        website="http://www.sernikon.lv",
    )
    make_people()


def make_people():
    people = [
        ("Ieva Vītola Deusa", "partneriba-laukiem-un-jurai", "ieva@plj.lv",
         ("Projekta kontaktpersona", "Contact person of the project")),
        ("Alīna Lukjanceva", "pierigas-partneriba", "",
         ("Administratīvā vadītāja", "Administrative manager")),
    ]  # fmt: skip
    for name, organisation, email, role in people:
        row = {"name": name, "organisation": organisation, "email": email}
        Person.objects.create(**found(row), **both(role=role))


def make_partnerships(pictures):
    """A page for each local action group of Latvia, and the office of the site's own one."""
    for slug, facts in PAGES.items():
        fields = {**facts["fields"], "organisation": slug, "published_at": date(2019, 1, 7)}
        partnership = Partnership.objects.create(**found(fields, pictures))
        partnership.area.set(chosen(Territory, facts["area"]))
    make_office()


def make_office():
    """Lielā iela 5/7: Monday and Wednesday mornings, Tuesday and Thursday afternoons."""
    office = Office.objects.create(
        **found({"organisation": "lielupe", "territory": "jelgava"}),
        **both(name=("Birojs", "Office"), address=ADDRESS),
        postcode="LV-3001",
        email="lielupe@partneribalielupe.lv",
        social="https://www.facebook.com/partneribalielupe",
    )
    Phone.objects.create(office=office, number="+371 26 399 946")
    for weekday, opens, closes in ((1, 9, 12), (2, 15, 17), (3, 9, 12), (4, 15, 17)):
        OpeningHours.objects.create(
            office=office, weekday=weekday, opens_at=time(opens), closes_at=time(closes)
        )
