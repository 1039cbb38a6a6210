"""The profiles of one year: by municipality, as tables from which no small number follows."""

from dataclasses import dataclass, field
from functools import cached_property

from core.reading import Reading
from core.text import alphabetical
from partnership.models import Gazetteer, Territory

from .profile_choices import Band
from .profiles import Cooperation, OrganisationProfile
from .protecting import protected

MUNICIPAL = (Territory.Kind.MUNICIPALITY, Territory.Kind.STATE_CITY)
BANDS = ("members_band", "volunteers_band", "paid_staff_band")


@dataclass
class Place:
    """A municipality of today with its organisations: those that answered and those that did not.

    What is answered and not decided, or not to be shown, is in neither list.
    """

    territory: Territory
    profiles: list = field(default_factory=list)
    silent: list = field(default_factory=list)

    def most_frequent(self, name):
        """The labels of a field with several values, the most frequent first."""
        labels = [label for profile in self.profiles for label in profile.names_of(name)]
        return sorted(set(labels), key=lambda label: (-labels.count(label), label))

    @property
    def areas(self):
        return self.most_frequent("areas")

    @property
    def support(self):
        return self.most_frequent("support_received")


def years():
    """The years with something to show, the latest first."""
    rows = OrganisationProfile.objects.published().order_by("-year")
    return list(rows.values_list("year", flat=True).distinct())


def answered(year):
    rows = OrganisationProfile.objects.filter(year=year).select_related("organisation")
    return {
        "published": rows.published(),
        "silent": rows.unanswered().exclude(asked_at=None),
    }


ANSWERED = Reading(answered)


class Study:
    """All that is shown of one year."""

    def __init__(self, year):
        found = ANSWERED(year=year)
        self.year, self.published, self.silent = year, found["published"], found["silent"]

    @cached_property
    def gazetteer(self):
        return Gazetteer()

    @cached_property
    def places(self):
        """{slug: Place} in alphabetical order."""
        found = {}
        for profile in self.published:
            self.place_in(found, profile).profiles.append(profile)
        for profile in self.silent:
            self.place_in(found, profile).silent.append(profile)
        for place in found.values():
            for rows in (place.profiles, place.silent):
                rows.sort(key=lambda each: alphabetical(each.organisation.name))
        ordered = sorted(found.values(), key=lambda place: alphabetical(place.territory.name))
        return {place.territory.slug: place for place in ordered}

    def place_in(self, found, profile):
        territory = today(profile.territory_id, self.gazetteer)
        return found.setdefault(territory.slug, Place(territory))

    def bands(self, name):
        """[(municipality, cells)] and the cells of the sums; None when it cannot be shown."""
        places = [place for place in self.places.values() if answers(place, name)]
        numbers = [[answers(place, name).count(band) for band in Band.values] for place in places]
        table = protected(numbers)
        if not places or table is None:
            return None
        rows = list(zip([place.territory for place in places], table.rows, strict=True))
        return {"rows": rows, "totals": table.totals}

    @cached_property
    def tables(self):
        """[(name of what is counted, bands of all municipalities or None)]."""
        meta = OrganisationProfile._meta
        return [(meta.get_field(name).verbose_name, self.bands(name)) for name in BANDS]

    def tables_of(self, place):
        """The same tables, of each the line of one municipality."""
        return [(name, line_of(place, table)) for name, table in self.tables]

    def cooperation(self, place):
        """The organisations of a municipality that work with others, and {(one, other): kinds}.

        An edge is shown when both ends agreed to be shown.
        """
        shown = {each.organisation_id: each.organisation for each in self.published}
        own = {each.organisation_id for each in place.profiles}
        edges = {}
        for edge in self.edges:
            if {edge.first_id, edge.second_id} <= shown.keys():
                for pair in (
                    (edge.first_id, edge.second_id),
                    (edge.second_id, edge.first_id),
                ):
                    edges.setdefault(pair, []).append(edge.get_kind_display())
        rows = [shown[pk] for pk in own if any(one == pk for one, _other in edges)]
        columns = {shown[other] for one, other in edges if one in own}
        return matrix(by_name(rows), by_name(columns), edges)

    @cached_property
    def edges(self):
        """What organisations did together that year, of organisations that may be shown."""
        keys = [each.organisation_id for each in self.published]
        edges = Cooperation.objects.filter(year=self.year, first__in=keys, second__in=keys)
        return list(edges.select_related("first", "second"))


def answers(place, name):
    """The bands that the organisations of a municipality gave."""
    return [value for each in place.profiles if (value := getattr(each, name))]


def line_of(place, table):
    """The cells of one municipality; None where nothing can be shown."""
    rows = table["rows"] if table else ()
    return next((cells for territory, cells in rows if territory == place.territory), None)


def by_name(organisations):
    return sorted(organisations, key=lambda each: alphabetical(each.name))


def matrix(rows, columns, edges):
    """{"columns", "rows": [(organisation, [kinds with each column])]}; None without edges."""
    if not rows:
        return None
    lines = [(row, [edges.get((row.pk, column.pk), []) for column in columns]) for row in rows]
    return {"columns": columns, "rows": lines}


def today(key, gazetteer):
    """The municipality of today that a territory is, lies in or became; else the territory."""
    known = [gazetteer.by_pk[each] for each in gazetteer.closure(key)]
    current = [each for each in known if each.kind in MUNICIPAL and each.valid_to is None]
    return min(current, key=lambda each: each.pk, default=gazetteer.by_pk[key])
