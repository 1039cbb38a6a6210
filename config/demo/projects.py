"""The six projects and how they are tied to each other."""

from datetime import date

from core import counting
from core.models import ViewCount
from core.speaking import gettext as _
from projects.actions import freeze
from projects.models import Project, ProjectRelation

from . import (
    project_coast,
    project_kopa,
    project_makers,
    project_moldova,
    project_neighbours,
    project_smart_villages,
)
from .building import make_project


def make_projects(pictures, report):
    """Write all projects, then the relations between them."""
    modules = {
        "smart villages": project_smart_villages,
        "coast": project_coast,
        "Moldova": project_moldova,
        "KOPA": project_kopa,
        "neighbours": project_neighbours,
        "local makers": project_makers,
    }
    projects = {}
    for name, module in modules.items():
        projects[name] = make_project(module.PROJECT, pictures)
        told = _("Projects written: %(number)d of %(of)d.")
        report(told % {"number": len(projects), "of": len(modules)})
    kinds = ProjectRelation.Kind
    for name, other, kind in (
        ("smart villages", "KOPA", kinds.TWIN),
        ("Moldova", "local makers", kinds.EARLIER),
    ):
        ProjectRelation.objects.create(project=projects[name], other=projects[other], kind=kind)
    # What the counter of the old page showed when the project was announced.
    page = counting.key(projects["coast"])
    ViewCount.objects.create(page=page, day=date(2019, 10, 21), number=108_539)


def hand_in(slugs=("kaiminu-sadarbiba-kopigai-attistibai",)):
    """The report of a finished project, as its funder got it; when all that it counts is there."""
    for project in Project.objects.filter(slug_lv__in=slugs):
        freeze(project=project)
