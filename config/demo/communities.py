"""The 32 communities of KOPA in its 17 municipalities, each with what it has and needs."""

from datetime import timedelta

from django.utils import timezone

from directory.models import Community, CommunityEntry, ContactPoint
from library.models import Item
from partnership.models import Organisation, Partnership, Territory
from projects.models import Project

from .building import both
from .communities_riga import DAUGAVA, RIGA
from .communities_west_north import CESIS, KULDIGA

KOPA = "kopienu-pardomata-attistiba"
OF_PARTNERSHIPS = {
    "pierigas-partneriba": RIGA,
    "zied-zeme": DAUGAVA,
    "darisim-pasi": KULDIGA,
    "cesu-rajona-lauku-partneriba": CESIS,
}
LATE = 8  # every so many communities nobody has verified for long


def make_communities():
    """Communities of four partnerships; one in eight waits to be verified."""
    project = Project.objects.get(slug_lv=KOPA)
    supporter = Organisation.objects.get(slug="kurzemes-nvo-centrs")
    stories = Item.objects.filter(project=project, kind=Item.Kind.STORY)
    number = 0
    for slug, rows in OF_PARTNERSHIPS.items():
        owner = Partnership.objects.get(organisation__slug=slug)
        for row in rows:
            number += 1
            community = make_community(row, owner, project)
            community.supporter = supporter if rows is KULDIGA else owner.organisation
            if number % 3 == 1:
                community.leader = leader_of(row[1], owner, number)
            community.save()
            verify(community, days=500 if number % LATE == 0 else 7 * number)
            if number == 1:
                community.stories.set(stories)


def make_community(row, owner, project):
    municipality, (genitive, name), settlement, latitude, longitude, summary, has, needs = row
    community = Community.objects.create(
        **both(title=(f"{genitive} kopiena", f"{name} community"), summary=summary),
        territory=Territory.objects.get(slug=municipality),
        settlement=settlement,
        latitude=latitude,
        longitude=longitude,
        owner=owner,
        published_at=project.published_at,
    )
    community.projects.add(project)
    for entry in has:
        make_resource(community, *entry)
    for entry in needs:
        make_need(community, project, *entry)
    return community


def leader_of(names, owner, number):
    """Somebody to write to, by an address that no mail reaches."""
    genitive, name = names
    return ContactPoint.objects.create(
        **both(label=(f"{genitive} kopienas līderis", f"Leader of the {name} community")),
        email=f"lideris-{number}@kopiena.example",
        owner=owner,
    )


def make_resource(community, category, latvian, english, terms):
    is_limited = terms == "limited"
    CommunityEntry.objects.create(
        community=community,
        kind="resource",
        category=category,
        **both(title=(latvian, english)),
        terms="by_agreement" if is_limited else terms,
        status="limited" if is_limited else "available",
    )


def make_need(community, project, category, latvian, english, status):
    CommunityEntry.objects.create(
        community=community,
        kind="need",
        category=category,
        **both(title=(latvian, english)),
        status=status,
        solved_by=project if status == "solved" else None,
    )


def verify(community, days):
    """As if the leader had answered so many days ago."""
    day = timezone.localdate() - timedelta(days=days)
    Community.objects.filter(pk=community.pk).update(verified_on=day)
    community.entries.update(verified_on=day)
