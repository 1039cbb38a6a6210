"""How many communities, municipalities, needs and resources: counted from what visitors see."""

from django.db.models import Count, Q
from django.utils import timezone

from events.models import Event
from events.page import came
from partnership.models import Gazetteer, Territory

from .communities import VERIFIED_FOR
from .community_entries import CommunityEntry

MUNICIPAL = (Territory.Kind.MUNICIPALITY, Territory.Kind.STATE_CITY)
Kind, Status = CommunityEntry.Kind, CommunityEntry.Status


def figures(communities):
    """Figures of published communities, given as a QuerySet; shares are whole per cent."""
    recently = Q(verified_on__gt=timezone.localdate() - VERIFIED_FOR)
    counted = communities.order_by().aggregate(
        number=Count("pk", distinct=True), verified=Count("pk", distinct=True, filter=recently)
    )
    number = counted["number"]
    return {
        "communities": number,
        "municipalities": len(municipalities(communities)),
        "leaders_trained": leaders_trained(communities),
        **of_entries(communities),
        "verified_share": round(100 * counted["verified"] / number) if number else 0,
    }


def of_entries(communities):
    """{"needs_open", "needs_solved", "resources", "by_category"} of public entries."""
    entries = CommunityEntry.objects.published().filter(
        community__in=communities.order_by().values("pk")
    )
    shown = entries.resources() | entries.needs()
    solved = Count("pk", filter=Q(status=Status.SOLVED))
    counted = (
        shown.order_by().values("kind", "category").annotate(number=Count("pk"), solved=solved)
    )
    resources = {row["category"]: row["number"] for row in counted if row["kind"] == Kind.RESOURCE}
    needs = [row for row in counted if row["kind"] == Kind.NEED]
    number, done = (sum(row[name] for row in needs) for name in ("number", "solved"))
    return {
        "needs_open": number - done,
        "needs_solved": done,
        "resources": sum(resources.values()),
        "by_category": [
            (category.value, category.label, resources.get(category.value, 0))
            for category in CommunityEntry.Category
        ],
    }


def municipalities(communities):
    """Keys of the municipalities, of then or today, in which the communities are."""
    gazetteer = Gazetteer()
    keys = communities.order_by().values_list("territory", flat=True).distinct()
    return set(filter(None, (municipality_of(gazetteer.by_pk[key], gazetteer) for key in keys)))


def municipality_of(territory, gazetteer):
    """Key of the municipality that a territory is or lies in; None above municipalities."""
    while territory is not None and territory.kind not in MUNICIPAL:
        territory = gazetteer.by_pk.get(territory.parent_id)
    return territory and territory.pk


def leaders_trained(communities):
    """Visits to trainings of the communities and of their projects, as counted when they closed."""
    keys = communities.order_by().values("pk")
    events = Event.objects.published().filter(kind=Event.Kind.TRAINING)
    events = events.filter(Q(communities__in=keys) | Q(project__communities__in=keys))
    return sum(came(event) or 0 for event in events.order_by().distinct().select_related("figures"))
