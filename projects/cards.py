"""What the cards of a list need of their projects, read by one question for all of them."""

from django.conf import settings
from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language

from core.reading import Reading
from partnership.models import Partnership

from .models import Participation, Project

SHOWN = (
    *("title", "title_language", "summary", "slug", "status", "published_at", "unpublish_at"),
    *("start_on", "start_precision", "end_on", "end_precision", "total_cost", "cover"),
    *("programme__fund__short_name", "programme__fund__dye"),
)


def cards(projects):
    """The projects of a QuerySet with only what a card shows; `places` and `partner_countries`
    are filled in."""
    rows = list(shown(projects))
    return filled(rows, **ABOUT(keys=[row.pk for row in rows]))


def ready(project):
    """The project with what its card shows, by one question if it was read without."""
    if "places" in vars(project) or "participations" in vars(project).get(
        "_prefetched_objects_cache", ()
    ):
        return project
    return filled([project], **ABOUT(keys=[project.pk]))[0]


def public_cards(keys):
    """The same of those of some projects that are published."""
    found = PUBLIC(keys=keys)
    return filled(found.pop("rows"), **found)


def shown(projects):
    return projects.select_related("cover", "programme__fund").only(*SHOWN)


def about(keys):
    """What cards show of other tables; places by their Latvian names, in the order of which they
    stand."""
    partners = Participation.objects.rewrite(False).filter(project=keys)
    public = Partnership.objects.published().order_by().values("pk")
    whole_area = partners.filter(territories=None, organisation__partnership__in=public)
    return {
        "own": names(Project.objects.rewrite(False).filter(pk=keys), "territories"),
        "of_partners": names(partners, "territories"),
        "of_areas": names(whole_area, "organisation__partnership__area"),
        "partners": partners.values_list(
            "project", "pk", named("place"), "role", "organisation__country"
        ),
    }


def names(rows, path):
    """(key of a row, name of one of its territories)"""
    found = rows.filter(**{f"{path}__isnull": False}).order_by(f"{path}__name_lv")
    return found.values_list("pk", named(f"{path}__name"))


def public(keys):
    rows = shown(Project.objects.published().filter(pk=keys).order_by())
    return {"rows": rows, **about(keys)}


ABOUT = Reading(about, many=("keys",))
PUBLIC = Reading(public, many=("keys",))


def filled(rows, own, of_partners, of_areas, partners):
    """Projects with the names of their places and the countries of their partners."""
    own, of_partners = grouped(own), grouped(of_partners + of_areas)
    partners = grouped((key, each) for key, *each in partners)
    for row in rows:
        found = list(own.get(row.pk, ()))
        for key, place, _role, _country in partners.get(row.pk, ()):
            found += [place] if place else of_partners.get(key, ())
        row.places = list(dict.fromkeys(found))
        ordered = sorted(partners.get(row.pk, ()), key=lambda each: each[2] != "lead")
        row.partner_countries = list(dict.fromkeys(country for *_rest, country in ordered))
    return rows


def grouped(pairs):
    """{first: [second]}"""
    found = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    return found


def named(path):
    """A translated text in the active language, else in the usual one."""
    codes = dict.fromkeys((get_language(), settings.LANGUAGE_CODE))
    written = (NullIf(F(f"{path}_{code}"), Value("")) for code in codes)
    return Coalesce(*written, Value(""), output_field=TextField())
