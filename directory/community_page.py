"""What the page of a community shows besides its own fields."""

from itertools import groupby

from core.structured import address, known, picture, web_page
from events.models import Event
from library.models import Item
from projects.models import Project

from .community_entries import CommunityEntry
from .community_map import locator, point

SHOWN_EVENTS = 6


def community_context(community):
    events = Event.objects.published().filter(communities=community).with_relations()
    return {
        **entry_groups(community),
        "contact": contact_of(community),
        "stories": Item.objects.published().filter(communities=community).with_relations(),
        "upcoming_events": events.upcoming()[:SHOWN_EVENTS],
        "past_events": events.past()[:SHOWN_EVENTS],
        "projects": Project.objects.published().filter(communities=community).with_relations(),
        "locator": locator(community),
        "structured": structured(community),
    }


def contact_of(community):
    """The leader's contact point, when visitors can write to it now."""
    leader = community.leader
    return leader if leader and leader.is_reachable else None


def entry_groups(community):
    """{"needs", "resources"}: by category what visitors see of them."""
    public = [each for each in community.entries.all() if each.is_public]
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
