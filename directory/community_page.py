"""What the page of a community shows besides its own fields."""

from itertools import groupby

from core.newest import cards
from core.reading import Reading
from core.structured import address, known, picture, web_page
from events.models import Event
from library.models import Item
from projects.models import Project

from .community_entries import CommunityEntry
from .community_map import locator, point
from .contacts import reachable

SHOWN_EVENTS = 6
SHOWN = (
    *("kind", "category", "title", "text", "status", "terms", "visibility"),
    *(f"solved_by__{name}" for name in ("title", "title_language", "slug")),
    *("solved_by__published_at", "solved_by__unpublish_at"),
)


def lists(community):
    """Needs and resources with the projects that met them; the keys of what has cards."""
    events, ties = Event.objects.published(), {"communities": community}
    entries = CommunityEntry.objects.filter(community=community).select_related("solved_by")
    shown = {
        "stories": Item.objects.published().filter(**ties),
        "upcoming_events": events.filter(**ties).upcoming()[:SHOWN_EVENTS],
        "past_events": events.filter(**ties).past()[:SHOWN_EVENTS],
        "projects": Project.objects.published().filter(**ties),
    }
    keys = {name: rows.values_list("pk", flat=True) for name, rows in shown.items()}
    return {"entries": entries.only(*SHOWN), **keys}


LISTS = Reading(lists)


def community_context(community):
    found = LISTS(community=community.pk)
    return {
        **entry_groups(found["entries"]),
        "contact": reachable(community.leader, community),
        "stories": cards("library.Item", found["stories"]),
        **events(found["upcoming_events"], found["past_events"]),
        "projects": cards("projects.Project", found["projects"]),
        "locator": locator(community),
        "structured": structured(community),
    }


def events(upcoming, past):
    """The cards of both by one question."""
    found = cards("events.Event", upcoming + past)
    return {
        "upcoming_events": [each for each in found if each.pk in upcoming],
        "past_events": [each for each in found if each.pk in past],
    }


def entry_groups(entries):
    """{"needs", "resources"}: by category what visitors see of the entries of a community."""
    public = [each for each in entries if each.is_public]
    entries = sorted(public, key=lambda each: each.order)
    return {
        "needs": by_category(each for each in entries if each.kind == CommunityEntry.Kind.NEED),
        "resources": by_category(each for each in entries if each.is_there),
    }


def by_category(entries):
    """[(name of a category, its entries)] of entries in their order."""
    return [
        (category, list(group))
        for category, group in groupby(entries, key=lambda each: each.get_category_display())
    ]


def structured(community):
    """The page, and the community in the words of schema.org."""
    node = as_node(community)
    return [web_page(community, image=picture(community.cover), mainEntity=node)]


def as_node(community):
    known_point = point(community)
    return known(
        type="Organization",
        id=f"{address(community)}#community",
        url=address(community),
        name=community.title,
        description=community.summary,
        sameAs=community.website,
        location=known(
            type="Place",
            name=", ".join(filter(None, (community.settlement, community.territory.name))),
            geo=known_point
            and {
                "@type": "GeoCoordinates",
                "longitude": known_point[0],
                "latitude": known_point[1],
            },
        ),
    )
