"""Small grants in the 360Giving Data Standard 1.1, as one package.

A small grant is an awarded project of at most EUR 200 000 total cost, where Art. 53(2) of
Regulation (EU) 2021/1060 draws the line of small operations too, whose support and start are
known: the standard asks for an amount and a date. The day of the decision is not kept, so that
the day on which the project starts stands for it; the package says so.
"""

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from core import dates
from core.exchange.values import tidy
from opendata.forms import LICENCE
from opendata.writers import json_object

from .identifiers import (
    beneficiary,
    organisation_id,
    own_id,
    partner_name,
    publisher,
)
from .money import awarded
from .places import Places
from .reading import AWARDED, read

SMALL = 200_000  # EUR
CURRENCY = "EUR"


def write(rows, listing):
    identifier, name = publisher()
    about = {
        "version": "1.1",
        "title": listing.title,
        "description": _("The award date is the day on which the project starts."),
        "publisher": {"name": name, "identifier": identifier, "website": settings.SITE_URL},
        "issued": timezone.localdate().isoformat(),
        "accessURL": listing.page,
        "downloadURL": listing.address,
        "license": LICENCE,
    }
    known = Places()
    projects = (each for each in read(small_grants(rows)) if awarded(each) and beneficiary(each))
    yield from json_object(about, "grants", (grant(each, known) for each in projects))


def small_grants(rows):
    is_small = Q(total_cost=None) | Q(total_cost__lte=SMALL)
    return rows.filter(is_small, status__in=AWARDED, start_on__isnull=False)


def grant(project, known):
    """One grant; what is not known is left out, as the standard wants."""
    partner, amount = beneficiary(project), float(awarded(project))
    found = {
        "id": own_id("project", project.uid),
        "title": tidy(project.title),
        "description": tidy(project.summary or project.title),
        "currency": CURRENCY,
        "amountAwarded": amount,
        "awardDate": project.start_on.isoformat(),
        "url": settings.SITE_URL + project.get_absolute_url(),
        "plannedDates": [planned(project)],
        "recipientOrganization": [recipient(partner)],
        "beneficiaryLocation": [location(each, known) for each in known.of(project)],
        "fundingOrganization": [funder(project.programme.fund)],
        "grantProgramme": programmes(project),
        "dateModified": timezone.localtime(project.updated_at).isoformat(timespec="seconds"),
        "dataSource": project.stable_url,
    }
    return {name: value for name, value in found.items() if value != []}


def planned(project):
    """A start and an end, each as long as it is known."""
    start = dates.machine(project.start_on, project.start_precision)
    event = {"startDate": start}
    if project.end_on:
        event["endDate"] = dates.machine(project.end_on, project.end_precision)
    elif project.duration_months:
        event["duration"] = str(project.duration_months)
    return event


def recipient(partner):
    body = partner.organisation
    found = {"id": organisation_id(body), "name": tidy(partner_name(partner))}
    if body.website and not body.is_natural_person:
        found["url"] = body.website
    return {**found, "addressCountry": body.country}


def funder(fund):
    found = {"id": own_id("fund", fund.slug), "name": tidy(fund.name)}
    return {**found, "url": fund.website} if fund.website else found


def programmes(project):
    programme = project.public_programme
    if programme is None:
        return []
    code = programme.code or programme.slug_lv or str(programme.pk)
    return [{"code": code, "title": tidy(programme.title)}]


def location(place, known):
    """A place with its point as text, as the standard has it, and its code where it has one."""
    found = {"name": tidy(place.name)}
    if countries := known.countries([place]):
        found["countryCode"] = countries[0]
    if point := known.point(place):
        found["latitude"], found["longitude"] = (f"{degrees:f}" for degrees in point)
    if place.code:
        found |= {"geoCode": place.code, "geoCodeType": "ISO 3166"}
    return found
