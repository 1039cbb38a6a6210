"""What the first page shows: figures, a map, themes and funders, counted as in the project list."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef, Value
from django.http import QueryDict

from core.newest import newest
from core.reading import Reading
from events.models import Event
from partnership.models import Organisation, Partnership
from projects.filters import ProjectList
from projects.map import municipalities, towns
from projects.models import Fund, Participation, Programme, Project
from search import copy

COUNTED = ("territory", "country", "theme", "programme")
SHOWN_PROJECTS = 4
SHOWN_EVENTS = 3  # of those ahead
SHOWN_PLACES = 7  # the other places of the list unfold


class FirstPageList(ProjectList):
    """The list of projects with only the facets that the first page counts by."""

    def make_facets(self):
        return [each for each in super().make_facets() if each.name in COUNTED]


def first_page(engine):
    """What stands on the first page beside the texts of the site itself."""
    found, facets, by_programme, latest = copy.answered(engine, counted)
    territory = next(facet for facet in found.facets if facet.name == "territory")
    places = municipalities(territory, found.shown_counts["territory"])
    lists = READ()
    return lists | {
        "figures": figures(found, facets, places, lists["partnerships"]),
        "places": [place for place in places if place.pin],
        "first_places": places[:SHOWN_PLACES],
        "other_places": places[SHOWN_PLACES:],
        "towns": towns([place.pin for place in places if place.pin]),
        "featured": latest[:1],
        "latest": latest[1:],
        "themes": facets["theme"][1] if "theme" in facets else [],
        "funders": funders(by_programme, lists),
    }


def counted(engine):
    """(list of projects, {facet: (itself, options)}, {programme: number}, latest projects): all
    that the index is asked for, so that the tables can answer when it proves damaged."""
    found = FirstPageList(Project.objects.published(), QueryDict(), engine=engine)
    facets = {facet.name: (facet, options) for facet, options, _chosen in found.facet_options()}
    by_programme = found.results.counts({"programme": None})["programme"]
    return found, facets, by_programme, list(found.paged()[0:SHOWN_PROJECTS])


def read():
    return {
        "events": Event.objects.published().upcoming().with_relations()[:SHOWN_EVENTS],
        "posts": newest("news.Post")[:3],
        "items": newest("library.Item")[:3],
        "partnerships": number_of(Partnership.objects.published()),
        "funds": Fund.objects.all(),
        "programmes": Programme.objects.rewrite(False).values_list("slug_lv", "fund"),
    }


def number_of(rows):
    """One row with the number, none for 0."""
    every = rows.order_by().annotate(every=Value(True)).values_list("every")
    return every.annotate(number=Count("pk"))


READ = Reading(read)


def figures(found, facets, places, partnerships):
    """{what: how many}, from what is published."""
    return {
        "projects": found.number,
        "partners": found.remember("partners", lambda: number_of_partners(found.queryset)),
        "partnerships": sum(number for _every, number in partnerships),
        "countries": len(facets["country"][1]) if "country" in facets else 0,
        "municipalities": len(places),
    }


def number_of_partners(projects):
    """Organisations that take part in one of the projects; each is asked whether there is any,
    which ends with the first."""
    takes_part = Participation.objects.filter(organisation=OuterRef("pk"), project__in=projects)
    return Organisation.objects.filter(Exists(takes_part.order_by())).count()


def funders(by_programme, lists):
    """Funds whose programmes have published projects, with how many."""
    counts = Counter()
    for slug, fund in lists["programmes"]:
        counts[fund] += by_programme.get(slug, 0)
    rows = [(fund, counts[fund.pk]) for fund in lists["funds"] if counts[fund.pk]]
    return sorted(rows, key=lambda pair: -pair[1])
