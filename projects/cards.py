"""What the cards of a list need of their projects, read in three queries for all of them."""

from django.conf import settings
from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language

from core.compiled import Compiled
from core.library import Image
from partnership.models import Partnership

from .models import Participation, Project

SHOWN = (
    *("title", "title_language", "summary", "slug", "status", "published_at", "unpublish_at"),
    *("start_on", "start_precision", "end_on", "end_precision", "total_cost"),
    *(f"cover__{field.name}" for field in Image._meta.concrete_fields),
    *("programme__fund__short_name", "programme__fund__dye"),
)


def cards(projects):
    """The projects of a QuerySet with only what a card shows; `places` and `partner_countries`
    are filled in."""
    return filled(list(shown(projects)))


def shown(projects):
    return projects.select_related("cover", "programme__fund").only(*SHOWN)


def filled(rows):
    """Projects with the names of their places and the countries of their partners."""
    keys = [row.pk for row in rows]
    own, of_partners = names_of_places(keys)
    partners = partners_of(keys)
    for row in rows:
        found = list(own.get(row.pk, ()))
        for key, place, _role, _country in partners.get(row.pk, ()):
            found += [place] if place else of_partners.get(key, ())
        row.places = list(dict.fromkeys(found))
        ordered = sorted(partners.get(row.pk, ()), key=lambda each: each[2] != "lead")
        row.partner_countries = list(dict.fromkeys(country for *_rest, country in ordered))
    return rows


@Compiled
def public(keys):
    """The published ones of some projects, with what a card shows of themselves."""
    return shown(Project.objects.published().filter(pk__any=keys).order_by())


def names_of_places(keys):
    """({project: names of its own territories}, {participation: names of its partner's})."""
    own, of_partners = {}, {}
    for is_partner, key, name, _order in places(keys):
        if name:
            (of_partners if is_partner else own).setdefault(key, []).append(name)
    return own, of_partners


@Compiled
def places(keys):
    """(whether a participation's, its key or the project's, name, name to order by)."""
    partners = Participation.objects.filter(project__any=keys)
    public = Partnership.objects.published().order_by().values("pk")
    whole_area = partners.filter(territories=None, organisation__partnership__in=public)
    ways = (
        (Project.objects.filter(pk__any=keys), "territories"),
        (partners, "territories"),
        (whole_area, "organisation__partnership__area"),
    )
    found = [
        rows.rewrite(False)
        .order_by()
        .annotate(of_partner=Value(rows.model is Participation), in_order=F(f"{path}__name_lv"))
        .values_list("of_partner", "pk", named(f"{path}__name"), "in_order")
        for rows, path in ways
    ]
    return found[0].union(*found[1:], all=True).order_by("in_order")


def partners_of(keys):
    """{project: [(participation, its place in words, role, country)]}, in the order of editors."""
    found = {}
    for key, *about in partners(keys):
        found.setdefault(key, []).append(about)
    return found


@Compiled
def partners(keys):
    rows = Participation.objects.rewrite(False).filter(project__any=keys)
    return rows.values_list("project", "pk", named("place"), "role", "organisation__country")


def named(path):
    """A translated text in the active language, else in the usual one."""
    codes = dict.fromkeys((get_language(), settings.LANGUAGE_CODE))
    written = (NullIf(F(f"{path}_{code}"), Value("")) for code in codes)
    return Coalesce(*written, Value(""), output_field=TextField())
