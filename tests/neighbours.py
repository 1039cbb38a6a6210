"""Wherever a hidden page could be named by others: each kind of content among its neighbours."""

from django.utils import timezone

from directory.models import Community, Entry, Listing
from events.models import Event, Material, Series, Session
from ideas.models import Award, Forum, Idea, Ideathon, Solution
from library.models import Item
from news.models import Post
from pages.models import Page
from partnership.models import Partnership
from projects.models import Programme, Project, ProjectRelation
from tests.factories import (
    ChallengeFactory,
    CommunityEntryFactory,
    CommunityFactory,
    EventFactory,
    IdeaFactory,
    IdeaThemeFactory,
    IdeathonFactory,
    ItemFactory,
    ListingFactory,
    PartnershipFactory,
    PostFactory,
    ProjectFactory,
    SeriesFactory,
    SolutionFactory,
)


def tie_together(visible, hidden):
    """Put the hidden page wherever its kind is named by others, and return these others."""
    return NEIGHBOURS[type(visible)](visible, hidden) if type(visible) in NEIGHBOURS else []


def of_project(visible, hidden):
    ProjectRelation.objects.create(project=hidden, other=visible)
    post = PostFactory(projects=[visible, hidden])
    series = SeriesFactory(project=hidden)
    ideathon = IdeathonFactory(project=hidden)
    events = [EventFactory(project=each, series=series) for each in (visible, hidden)]
    need = CommunityEntryFactory(kind="need", status="solved", solved_by=hidden)
    need.community.projects.set([visible, hidden])
    return [post, series, ideathon, need.community, *events]


def of_post(visible, hidden):
    return [ProjectFactory(posts=[visible, hidden])]


def of_programme(visible, hidden):
    return [ProjectFactory(programme=hidden), ProjectFactory(programme=visible)]


def of_partnership(visible, hidden):
    """The hidden one is now the host, of which there is one."""
    Partnership.objects.update(is_host=False)
    Partnership.objects.filter(pk=hidden.pk).update(is_host=True)
    return [ProjectFactory(partner=hidden.organisation)]


def of_item(visible, hidden):
    event = EventFactory()
    for each in (visible, hidden):
        Material.objects.create(event=event, item=each)
    Session.objects.create(event=event, title_lv="Ierakstīts", recording=hidden)
    project = ProjectFactory(library_items=[visible, hidden])
    ideathon = IdeathonFactory(rules=hidden)
    solution = SolutionFactory(challenge__ideathon=ideathon, pitch=hidden)
    community = CommunityFactory()
    community.stories.set([visible, hidden])
    return [project, ItemFactory(replaces=hidden), event, ideathon, solution, community]


def of_event(visible, hidden):
    around = {"project": ProjectFactory(), "series": SeriesFactory()}
    around["owner"] = PartnershipFactory()
    Event.objects.filter(pk__in=[visible.pk, hidden.pk]).update(**around)
    community = CommunityFactory()
    community.events.set([visible, hidden])
    return [*around.values(), IdeathonFactory(event=hidden), community]


def of_series(visible, hidden):
    return [EventFactory(series=hidden), EventFactory(series=visible)]


def of_page(visible, hidden):
    Page.objects.filter(pk=hidden.pk).update(menu=Page.Menu.HEAD)
    return []


def of_community(visible, hidden):
    """Both in one project; the resources of the hidden one are in no list."""
    project = ProjectFactory()
    project.communities.set([visible, hidden])
    CommunityEntryFactory(community=hidden)
    return [project]


def of_forum(visible, hidden):
    """Ideas of a hidden forum keep their own pages; these do not name the forum."""
    project = ProjectFactory()
    Forum.objects.filter(pk__in=[visible.pk, hidden.pk]).update(project=project)
    ideas = [IdeaFactory(theme=IdeaThemeFactory(forum=forum)) for forum in (visible, hidden)]
    return [project, *ideas, IdeathonFactory(needs=hidden)]


def of_idea(visible, hidden):
    project = ProjectFactory()
    around = {"theme": visible.theme, "project": project}
    Idea.objects.filter(pk__in=[visible.pk, hidden.pk]).update(**around)
    into_hidden = IdeaFactory(theme=visible.theme, merged_into=hidden)
    challenge = ChallengeFactory()
    challenge.needs.set([visible, hidden])
    Idea.objects.filter(pk=hidden.pk).update(merged_into=visible)
    solution = SolutionFactory(challenge=challenge)
    return [visible.forum, project, into_hidden, challenge.ideathon, solution]


def of_ideathon(visible, hidden):
    """Solutions of a hidden ideathon keep their own pages; these do not name it."""
    project = ProjectFactory()
    Ideathon.objects.filter(pk__in=[visible.pk, hidden.pk]).update(project=project)
    return [project, SolutionFactory(challenge__ideathon=hidden)]


def of_solution(visible, hidden):
    """Both awarded, after the results."""
    ideathon, project = visible.ideathon, ProjectFactory()
    Solution.objects.filter(pk=hidden.pk).update(challenge=visible.challenge)
    for place, each in enumerate((visible, hidden), 1):
        told = {"solution": each, "place": place, "decision_lv": "Jā", "funded_project": project}
        Award.objects.create(ideathon=ideathon, **told)
    Ideathon.objects.filter(pk=ideathon.pk).update(results_at=timezone.now())
    return [ideathon, project]


def of_entry(visible, hidden):
    """In one project; the hidden one's offer goes with it."""
    project = ProjectFactory()
    for each in (visible, hidden):
        each.projects.add(project)
    return [project, ListingFactory(entry=visible)]


def of_listing(visible, hidden):
    project = ProjectFactory()
    around = {"entry": visible.entry, "project": project}
    Listing.objects.filter(pk__in=[visible.pk, hidden.pk]).update(**around)
    return [visible.entry, project]


NEIGHBOURS = {
    Project: of_project,
    Post: of_post,
    Programme: of_programme,
    Partnership: of_partnership,
    Item: of_item,
    Event: of_event,
    Series: of_series,
    Page: of_page,
    Community: of_community,
    Forum: of_forum,
    Idea: of_idea,
    Ideathon: of_ideathon,
    Solution: of_solution,
    Entry: of_entry,
    Listing: of_listing,
}
