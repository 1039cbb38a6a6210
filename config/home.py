"""What the first page shows: figures, a map, themes and funders, counted as in the project list."""

from collections import Counter

from django.db.models import Exists, OuterRef
from django.http import QueryDict

from events.models import Event
from news.models import Post
from partnership.models import Organisation, Partnership
from projects.filters import ProjectList
from projects.map import municipalities, towns
from projects.models import Fund, Participation, Programme, Project

COUNTED = ("territory", "country", "theme", "programme")
SHOWN_PROJECTS = 4
SHOWN_EVENTS = 3  # of those ahead
SHOWN_PLACES = 7  # the other places of the list unfold


class FirstPageList(ProjectList):
    """The list of projects with only the facets that the first page counts by."""

    def make_facets(self):
        return [each for each in super().make_facets() if each.name in COUNTED]


def first_page():
    """The context of home.html."""
    projects = Project.objects.published()
    found = FirstPageList(projects, QueryDict())
    facets = {facet.name: (facet, options) for facet, options, _chosen in found.facet_options()}
    territory = next(facet for facet in found.facets if facet.name == "territory")
    places = municipalities(territory, found.counts["territory"])
    newest = [row.pk for row in found.paged()[0:SHOWN_PROJECTS]]
    rows = {row.pk: row for row in projects.filter(pk__in=newest).with_relations()}
    latest = [rows[pk] for pk in newest if pk in rows]
    return {
        "figures": figures(found, facets, places),
        "places": [place for place in places if place.pin],
        "first_places": places[:SHOWN_PLACES],
        "other_places": places[SHOWN_PLACES:],
        "towns": towns([place.pin for place in places if place.pin]),
        "featured": latest[:1],
        "latest": latest[1:],
        "events": Event.objects.published().upcoming().with_relations()[:SHOWN_EVENTS],
        "posts": Post.objects.published().with_relations()[:3],
        "themes": facets["theme"][1] if "theme" in facets else [],
        "funders": funders(found),
    }


def figures(found, facets, places):
    """{what: how many}, from what is published."""
    return {
        "projects": found.number,
        "partners": found.remember("partners", lambda: number_of_partners(found.queryset)),
        "partnerships": Partnership.objects.published().count(),
        "countries": len(facets["country"][1]) if "country" in facets else 0,
        "municipalities": len(places),
    }


def number_of_partners(projects):
    """Organisations that take part in one of the projects; each is asked whether there is any,
    which ends with the first."""
    takes_part = Participation.objects.filter(organisation=OuterRef("pk"), project__in=projects)
    return Organisation.objects.filter(Exists(takes_part.order_by())).count()


def funders(found):
    """Funds whose programmes have published projects, with how many."""
    by_programme, counts = found.counts["programme"], Counter()
    for slug, fund in Programme.objects.rewrite(False).values_list("slug_lv", "fund"):
        counts[fund] += by_programme.get(slug, 0)
    rows = Fund.objects.filter(pk__in=[pk for pk, number in counts.items() if number])
    return sorted(((fund, counts[fund.pk]) for fund in rows), key=lambda pair: -pair[1])
