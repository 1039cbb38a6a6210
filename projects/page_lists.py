"""What other kinds of content add to the page of a project, read by two questions."""

from django.apps import apps

from core.newest import newest
from core.reading import ReadingOfRare

from .acknowledgement import rules_of
from .models import Project, ProjectRelation
from .report.figures import counted, groups, main_figures, tellers

SHOWN_EVENTS = 6  # ahead, and again over; the list has the others


def rare(project):
    """{name: published rows of a project}, by its key; most projects have few kinds of them."""
    events = apps.get_model("events.Event").objects.published().filter(project=project)
    won = {"award__funded_project": project, "challenge__ideathon__results_at__isnull": False}
    own, of_others = ties(project)
    tied = own.order_by().values("other").union(of_others.order_by().values("project"))
    return {
        "related": Project.objects.published().filter(pk__in=tied).with_relations(),
        "posts": newest("news.Post", projects=project)[:6],
        "upcoming_events": events.with_relations().upcoming()[:SHOWN_EVENTS],
        "past_events": events.with_relations().past()[:SHOWN_EVENTS],
        "forums": newest("ideas.Forum", project=project)[:3],
        "ideathons": newest("ideas.Ideathon", project=project)[:3],
        "awarded": newest("ideas.Solution", **won)[:5],
        "communities": newest("directory.Community", projects=project)[:40],
        "items": newest("library.Item", project=project)[:20],
        "entries": newest("directory.Entry", projects=project)[:12],
        "listings": newest("directory.Listing", project=project)[:6],
    }


def ties(project):
    rows = ProjectRelation.objects.order_by("pk")
    return rows.filter(project=project), rows.filter(other=project)


def read(project):
    own, of_others = ties(project)
    return {
        "relations": own.values_list("other", "kind"),
        "relations_from_others": of_others.values_list("project", "kind"),
        "rules": rules_of(project),
    } | counted(project)


READ = ReadingOfRare(read, rare)


def figures(project, found):
    """The main figures of the groups that have something to count."""
    known = {
        path: any(found[each._meta.label] for each in kinds) for path, kinds in tellers().items()
    }
    paths = [path for path in known if known[path]]
    return main_figures(groups(project, paths))
