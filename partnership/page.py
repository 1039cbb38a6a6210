"""What stands on the page of a partnership besides its own fields, read by few questions."""

from django.utils import timezone

from core.newest import cards, newest
from core.reading import ReadingOfRare

from .models import Office, OrganisationName, Person

SHOWN_PROJECTS = 30


def read(partnership, organisation, today):
    people = Person.objects.filter(organisation=organisation).shown(today)
    return {
        "people": people.select_related("portrait", "contact_point"),
        "offices": Office.objects.filter(organisation=organisation).prefetch_related(
            "phones", "hours"
        ),
        "earlier_names": OrganisationName.objects.filter(organisation=organisation),
        "keys": projects(organisation).values_list("pk"),
    }


def rare(partnership, organisation, today):
    shown = projects(organisation).values("pk")
    return {
        "events": newest("events.Event", owner=partnership)[:4],
        "posts": newest("news.Post", projects__in=shown)[:6],
        "items": newest("library.Item", project__in=shown)[:6],
    }


def projects(organisation):
    rows = newest("projects.Project", participations__organisation=organisation)
    return rows.prefetch_related(None)[:SHOWN_PROJECTS]


READ = ReadingOfRare(read, rare)


def lists_of(partnership):
    """{name: rows}; `projects` are the newest, the others belong to them or the body."""
    body = partnership.organisation_id
    found = READ(partnership=partnership.pk, organisation=body, today=timezone.localdate())
    keys = [key for (key,) in found.pop("keys")]
    return found | {"projects": cards("projects.Project", keys)}
