"""What a project's report tells of communities: who and where, what they have, what they need."""

from collections import defaultdict

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from core.languages import foreign
from core.reading import Reading
from core.text import alphabetical
from partnership.models import Gazetteer
from projects.report.figures import Figure, Group, Row, Table, list_address, results_address

from .communities import Community
from .community_entries import CommunityEntry
from .community_figures import municipality_of

Status = CommunityEntry.Status


def of_project(project):
    """Communities; what they need, and how many resources they have."""
    entries = CommunityEntry.objects.published().filter(community__projects=project)
    return {
        "communities": Community.objects.published().filter(projects=project),
        "needs": entries.needs().with_relations(),
        "resources": entries.resources().order_by().values_list("pk"),
    }


READ = Reading(of_project)


def groups(project):
    found = READ(project=project.pk)
    communities = sorted(found["communities"], key=lambda each: alphabetical(each.title))
    if communities:
        yield where(project, communities)
        yield needs_and_resources(project, found["needs"], len(found["resources"]))


def where(project, communities):
    """The communities, and the municipalities of then or today that they are in."""
    table = by_municipality(communities)
    all_of_them = list_address("directory:community_list", project=project.slug_lv)
    number, places = len(communities), len(table.rows)
    label = npgettext("under a number", "community", "communities", number)
    label_of_places = npgettext("under a number", "municipality", "municipalities", places)
    told = results_address(project, table.key)
    figures = (
        Figure("communities", label, number, all_of_them, is_main=True),
        Figure("municipalities", label_of_places, places, told, is_main=True),
    )
    note = _("Municipalities count as they are or were when the community was entered.")
    return Group("communities", _("Communities"), figures, (table,), note, position=50)


def by_municipality(communities):
    gazetteer, found = Gazetteer(), defaultdict(list)
    for each in communities:
        key = municipality_of(gazetteer.by_pk[each.territory_id], gazetteer)
        if key is not None:
            found[key].append(each.title)
    names = {key: gazetteer.by_pk[key].name for key in found}
    rows = tuple(
        Row((names[key], len(found[key]), ", ".join(found[key])))
        for key in sorted(names, key=lambda key: alphabetical(names[key]))
    )
    headings = (_("Municipality"), _("Number"), _("Communities"))
    return Table("municipalities", _("Communities by municipality"), headings, rows)


def needs_and_resources(project, needs, number):
    """Public entries of the communities: what is there, what was solved, what is still needed."""
    solved = sum(need.status == Status.SOLVED for need in needs)
    resources = list_address("directory:communityentry_list", project=project.slug_lv)
    told = results_address(project, "needs")
    figures = [
        Figure("resources", _("resources that are there"), number, resources),
        Figure("needs", _("needs"), len(needs), told),
        Figure("needs.solved", _("solved needs"), solved, told),
    ]
    rows = tuple(
        Row(
            (need.title, need.community.title, capfirst(need.get_status_display())),
            address_of(need),
            foreign(need),
        )
        for need in needs
    )
    headings = (_("Need"), _("Community"), _("State"))
    table = Table("needs", _("What the communities need"), headings, rows)
    found = tuple(figure for figure in figures if figure.value)
    return Group("resources", _("Resources and needs of communities"), found, (table,), position=55)


def address_of(need):
    return need.get_absolute_url() if need.community.slug else ""
