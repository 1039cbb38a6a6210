"""What a project's events come to: how many of each kind, who came, trips abroad by country."""

from collections import Counter

from django.db.models import Count, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, npgettext

from core import countries
from core.languages import foreign
from core.reading import Reading
from core.text import alphabetical
from projects.report.figures import Figure, Group, Row, Table, list_address, results_address
from search.divided import ALL

from . import people, times
from .filters import DATED, PAST, UNDATED
from .models import Event, Registration
from .times import Precision

Kind = Event.Kind
PLURALS = {
    Kind.SEMINAR: gettext_lazy("seminars"),
    Kind.WORKSHOP: gettext_lazy("workshops"),
    Kind.WEBINAR: gettext_lazy("webinars"),
    Kind.FORUM: gettext_lazy("forums"),
    Kind.TRAINING: gettext_lazy("training courses"),
    Kind.TRIP: gettext_lazy("study trips"),
    Kind.MASTER_CLASS: gettext_lazy("master classes"),
    Kind.CONFERENCE: gettext_lazy("conferences"),
    Kind.OTHER: gettext_lazy("other events"),
}
NEEDED = (
    *("kind", "country", "starts_at", "ends_at", "precision", "capacity", "attended_total"),
    *("slug_lv", "slug_en", "title_lv", "title_en", "figures__attended"),
)


def of_project(project):
    """The public events that were not cancelled, in the order of time, `ticked` is who was seen;
    who came to whichever event."""
    rows = Event.objects.published().filter(project=project, cancelled_at=None)
    ticked = Count("registrations", filter=Q(registrations__attended=True))
    rows = rows.select_related("figures").annotate(ticked=ticked).only(*NEEDED)
    registrations = Registration.objects.filter(event__project=project)
    return {
        "events": rows.order_by("starts_at", "pk"),
        "known": people.came(registrations).values_list("email", "name"),
        "counted": people.ProjectPeople.objects.filter(project=project),
    }


READ = Reading(of_project)


def groups(project):
    found = READ(project=project.pk)
    events = found["events"]
    number = people.different(found["known"], next(iter(found["counted"]), None))
    held = [each for each in events if each.is_over and each.precision != Precision.UNKNOWN]
    yield by_kind(project, held)
    yield participants(project, held, number)
    yield abroad(project, [each for each in events if each.country])


def came(event):
    """How many people came, as it was counted at the closing, else typed, else ticked."""
    figures = getattr(event, "figures", None)
    return (figures and figures.attended) or event.attended_total or event.ticked


def held_address(project, **more):
    """The list of the project's events that took place, narrowed further."""
    return address(project, when=PAST, status=DATED, **more)


def address(project, **query):
    return list_address("events:event_list", project=project.slug_lv, **query)


def by_kind(project, events):
    numbers = Counter(each.kind for each in events)
    label = npgettext("under a number", "event", "events", len(events))
    whole = Figure("events", label, len(events), held_address(project), is_main=True)
    kinds = (
        Figure(f"events.{kind}", str(label), numbers[kind], held_address(project, type=kind.value))
        for kind, label in PLURALS.items()
        if numbers[kind]
    )
    return Group("events", _("Events that took place"), (whole, *kinds), position=10)


def participants(project, events, number):
    """People-visits of all events, and the number of different people, as far as known by name."""
    counted = [each for each in events if came(each)]
    where = results_address(project, "people")
    visits = sum(map(came, counted))
    label = npgettext(
        "under a number", "participant, all events", "participants, all events", visits
    )
    figures = [Figure("people.visits", label, visits, where, is_main=True)]
    if number:
        figures.append(Figure("people.different", _("different people"), number, where))
    rows = tuple(
        Row(
            (each.title, came(each), written(each), kind_of(each)),
            each.get_absolute_url(),
            foreign(each),
        )
        for each in counted
    )
    headings = (_("Event"), _("Came"), _("When"), _("Kind"))
    table = Table("people", _("Who came to which event"), headings, rows)
    note = _(
        "Who came to several events counts at each of them. Different people are told apart by "
        "their registrations."
    )
    return Group(
        "people", _("Participants"), tuple(figures), (table,), note if number else "", position=20
    )


def written(event):
    return times.written(event.starts_at, event.ends_at, event.precision)


def kind_of(event):
    return capfirst(event.get_kind_display())


def abroad(project, events):
    """Trips and other events in other countries, also those to come: places, people who went."""
    numbers = Counter(each.country for each in events)
    codes = sorted(numbers, key=lambda code: alphabetical(countries.name(code)))
    where = {"when": ALL, "status": [DATED, UNDATED]}
    figures = tuple(
        Figure(
            f"abroad.{code}",
            countries.name(code),
            numbers[code],
            address(project, **where, country=code),
        )
        for code in codes
    )
    rows = tuple(
        Row(
            (each.title, each.capacity or "–", came(each) or "–", countries.name(each.country)),
            each.get_absolute_url(),
            foreign(each),
        )
        for each in sorted(events, key=lambda each: codes.index(each.country))
    )
    headings = (_("Event"), _("Places"), _("Came"), _("Country"))
    table = Table("abroad", _("Places and people by country"), headings, rows)
    return Group("abroad", _("Events abroad by country"), figures, (table,), position=30)
