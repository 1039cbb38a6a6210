"""What the list of events can be narrowed and sorted by, and its two parts: ahead and over."""

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import countries, dates
from partnership.filters import TerritoryFacet
from partnership.models import Partnership
from projects.models import Project
from search.divided import DividedList
from search.facets import Facet, LanguageFacet, Options, YearFacet, names_of
from search.orders import BY_TITLE, Order

from .languages import choices
from .models import Event
from .times import Precision, days_of, months_of

UPCOMING, PAST = "upcoming", "past"
DATED, UNDATED, CANCELLED = "dated", "undated", "cancelled"
SOONEST = Order("soonest", _("soonest first"), F("starts_at"), is_descending=False)
LATEST = Order("newest", _("latest first"), F("starts_at"))


class WhenFacet(Facet):
    """Whether an event is ahead or over; the index looks again when it ends (`Event.turns`)."""

    paths = ()

    def __init__(self):
        names = {
            UPCOMING: pgettext_lazy("events", "Upcoming"),
            PAST: pgettext_lazy("events", "Past"),
        }
        super().__init__("when", _("When"), labels=lambda: names, keep_order=True)

    def pairs(self, rows):
        now = timezone.now()
        for pk, ends in rows.order_by().values_list("pk", "ends_at"):
            yield pk, UPCOMING if ends > now else PAST


class HeldInYearFacet(YearFacet):
    paths = ()

    def pairs(self, rows):
        rows = rows.exclude(precision=Precision.UNKNOWN).order_by()
        for pk, starts, ends in rows.values_list("pk", "starts_at", "ends_at"):
            first, last = days_of(starts, ends)
            yield from ((pk, f"{year:04}") for year in {first.year, last.year})


class MonthFacet(Facet):
    """The months in which an event happens, the earliest first, where they are known."""

    paths = ()

    def pairs(self, rows):
        rows = rows.exclude(precision__in=(Precision.YEAR, Precision.UNKNOWN)).order_by()
        for pk, starts, ends in rows.values_list("pk", "starts_at", "ends_at"):
            yield from ((pk, f"{month:%Y-%m}") for month in months_of(starts, ends))

    def read_names(self):
        moments = (
            Event.objects.published().order_by("starts_at").values_list("starts_at", "ends_at")
        )
        months = sorted({month for each in moments for month in months_of(*each)})
        return {f"{month:%Y-%m}": dates.written(month, dates.Precision.MONTH) for month in months}


class SpokenFacet(Facet):
    """The languages in which an event is held."""

    paths = ()

    def pairs(self, rows):
        for pk, codes in rows.order_by().values_list("pk", "languages"):
            yield from ((pk, code) for code in codes)


def country_names():
    return dict(countries.choices())


class AttendanceFacet(Facet):
    """In person or online; what is both is found under either."""

    EITHER = (Event.Attendance.IN_PERSON, Event.Attendance.ONLINE)

    def found_under(self, value):
        return set(self.EITHER) if value == Event.Attendance.MIXED else {value}

    def read_names(self):
        return {each.value: str(each.label) for each in self.EITHER}


class StatusFacet(Facet):
    """Whether a day is known, and whether an event was called off; offered where rows differ."""

    paths = ()

    def pairs(self, rows):
        for pk, cancelled, known in rows.order_by().values_list("pk", "cancelled_at", "precision"):
            is_known = known != Precision.UNKNOWN
            yield pk, CANCELLED if cancelled else DATED if is_known else UNDATED

    def read_names(self):
        labels = {
            DATED: _("Date known"),
            UNDATED: _("Date not known"),
            CANCELLED: pgettext_lazy("event", "Cancelled"),
        }
        return {value: str(label) for value, label in labels.items()}

    def arrange(self, counts, chosen):
        return super().arrange(counts, chosen) if chosen or len(counts) > 1 else Options()


class EventList(DividedList):
    """Events by what, where and when."""

    division = "when"
    whole = "when=all"
    orders = (SOONEST, LATEST, BY_TITLE)

    @property
    def offered_orders(self):
        """What is ahead begins with the next event, the archive with the last one."""
        offered = super().offered_orders
        if self.shown_part == UPCOMING:
            return offered
        return tuple({SOONEST: LATEST, LATEST: SOONEST}.get(each, each) for each in offered)

    def make_facets(self):
        projects = names_of(Project.objects.published, "slug_lv", "title")
        owners = names_of(Partnership.objects.published, "slug_lv", "title")
        kinds, spoken = dict(Event.Kind.choices), _("Language of the event")
        return [
            WhenFacet(),
            Facet("type", _("Kind"), "kind", lambda: kinds),
            AttendanceFacet("attendance", _("Taking part"), "attendance", keep_order=True),
            TerritoryFacet("territory", _("Territory")),
            Facet("country", _("Country"), "country", country_names),
            Facet("project", _("Project"), "project__slug_lv", projects),
            Facet("organiser", _("Organiser"), "owner__slug_lv", owners),
            MonthFacet("month", _("Month"), keep_order=True),
            HeldInYearFacet("year", _("Year")),
            SpokenFacet("spoken", spoken, labels=lambda: dict(choices())),
            StatusFacet("status", _("Status"), keep_order=True),
            LanguageFacet(),
        ]
