"""What the list of projects can be narrowed and sorted by."""

from django.db.models import DateField, F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from core import countries
from core.text import alphabetical
from partnership.filters import TerritoryFacet
from partnership.models import Partnership
from search.facets import Facet, LanguageFacet, Option, YearFacet, names_of
from search.orders import BY_TITLE, Order

from .models import Fund, FundingShare, Measure, Participation, Programme, Project, Theme
from .roles import RoleFacet, RolesOfPartnerships

PARTNERSHIP = "participations__organisation__partnership"


class PlaceFacet(TerritoryFacet):
    """The territories of projects."""

    paths = ("territories", "participations__territories", f"{PARTNERSHIP}__area")

    def pairs(self, rows):
        """A project is where it says, where its partners say, else in its partners' areas."""
        rows = rows.order_by()
        yield from rows.values_list("pk", "territories").distinct()
        yield from rows.values_list("pk", "participations__territories").distinct()
        whole_area = Participation.objects.filter(
            project__in=rows,
            territories=None,
            organisation__partnership__in=Partnership.objects.published().order_by().values("pk"),
        )
        yield from whole_area.values_list("project", "organisation__partnership__area").distinct()


class FunderFacet(Facet):
    """Who pays: kinds of sources, and under each its funds; own and other shares count too."""

    paths = ("programme__fund__kind", "funding_shares__fund__kind")
    most = 1_000  # of both levels

    @property
    def funds(self):
        return self.remember("funds", lambda: {each.pk: each for each in Fund.objects.all()})

    def pairs(self, rows):
        yield from rows.order_by().values_list("pk", "programme__fund").distinct()
        shares = FundingShare.objects.filter(project__in=rows.order_by(), fund__isnull=False)
        yield from shares.values_list("project", "fund").distinct()

    def found_under(self, pk):
        fund = self.funds[pk]
        return {fund.slug, source(fund.kind)}

    def read_names(self):
        names = {source(kind): str(label) for kind, label in Fund.Kind.choices}
        return names | {each.slug: each.short_name for each in self.funds.values()}

    def arrange(self, counts, chosen):
        """Sources with their funds below them."""
        flat = {each.value: each for each in super().arrange(counts, chosen)}
        tops = [each for value, each in flat.items() if value.startswith(SOURCE)]
        for fund in self.funds.values():
            if fund.slug in flat:
                top = next((each for each in tops if each.value == source(fund.kind)), None)
                if top is None:
                    value = source(fund.kind)
                    top = Option(value, self.names[value], counts.get(value, 0))
                    tops.append(top)
                top.children.append(flat[fund.slug])
        for top in tops:
            top.children.sort(key=lambda each: (-each.count, alphabetical(each.label)))
        return tops


SOURCE = "source-"


def source(kind):
    return f"{SOURCE}{kind}"


class RunningYearFacet(YearFacet):
    """The years in which a project runs, from the year of its start to that of its end.

    A slip of the pen such as 0219 must not offer a thousand years.
    """

    FIRST, LAST = 1950, 2100
    paths = ()

    def pairs(self, rows):
        for pk, start, end in rows.order_by().values_list("pk", "start_on", "end_on"):
            first, last = start or end, end or start
            if first:
                for year in range(max(first.year, self.FIRST), min(last.year, self.LAST) + 1):
                    yield pk, year


class PeriodFacet(Facet):
    """The programming period of the Union or of the donor, such as 2014–2020."""

    paths = ("programme__period_start", "programme__period_end")

    def pairs(self, rows):
        ways = ("programme__period_start", "programme__period_end")
        for pk, start, end in rows.order_by().values_list("pk", *ways):
            yield pk, f"{start}-{end}"

    def read_names(self):
        periods = Programme.objects.order_by("-period_start", "-period_end")
        periods = periods.values_list("period_start", "period_end").distinct()
        return {f"{start}-{end}": f"{start}–{end}" for start, end in periods}


def public_measures():
    public = Programme.objects.published().order_by().values("pk")
    return Measure.objects.filter(programme__in=public)


class MeasureFacet(Facet):
    """The parts of programmes that projects are paid by."""

    below = "programme"


class ProjectList(RolesOfPartnerships):
    """Projects by all that they are looked for by."""

    views = ("list", "map", "timeline")
    orders = (
        Order(
            "newest",
            _("newest first"),
            Coalesce("start_on", "published_at__date", output_field=DateField()),
        ),
        BY_TITLE,
        Order("budget", _("largest budget"), F("total_cost")),
        Order("start", _("starts first"), F("start_on"), is_descending=False),
        Order("end", _("ends soonest"), F("end_on"), is_descending=False),
    )

    def make_facets(self):
        programmes = names_of(Programme.objects.published, "slug_lv", "title")
        partnerships = names_of(Partnership.objects.published, "slug_lv", "title")
        return [
            PlaceFacet("territory", _("Territory")),
            Facet("theme", _("Theme"), "themes__slug", names_of(Theme.objects.all)),
            Facet("status", _("Status"), "status", lambda: dict(Project.Status.choices), True),
            FunderFacet("funder", _("Funder")),
            Facet("partnership", _("Partnership"), f"{PARTNERSHIP}__slug_lv", partnerships),
            Facet(
                "country",
                _("Partner country"),
                "participations__organisation__country",
                lambda: dict(countries.choices()),
            ),
            RunningYearFacet("year", _("Year")),
            Facet("programme", _("Programme"), "programme__slug_lv", programmes),
            MeasureFacet("measure", _("Measure"), "measure__slug", names_of(public_measures)),
            PeriodFacet("period", _("Programming period"), keep_order=True),
            RoleFacet(
                "role",
                _("Role of the partnership"),
                labels=lambda: dict(Participation.Role.choices),
                keep_order=True,
            ),
            LanguageFacet(),
        ]
