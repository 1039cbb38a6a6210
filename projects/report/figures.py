"""What a project has come to, counted from rows.

A kind of rows tells its figures itself: it names in `project_figures` the dotted path of a
function that is called with a project and yields `Group`s in the active language. Only what
visitors may see is counted, so that every number leads to a list of exactly that many rows.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from urllib.parse import urlencode

from django.apps import apps
from django.urls import reverse
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Figure:
    """One number. `key` is its lasting name; `address` leads to the rows that were counted."""

    key: str
    label: str
    value: int | Decimal
    address: str = ""
    is_main: bool = False  # stands on the page of the project, too


@dataclass(frozen=True)
class Row:
    """One line of a table: texts and numbers, and the page that it is about.

    `language` is that of the first cell, where it is not the active one.
    """

    cells: tuple
    address: str = ""
    language: str = ""


@dataclass(frozen=True)
class Table:
    """Rows behind some figures; `key` is its anchor on the page."""

    key: str
    title: str
    headings: tuple
    rows: tuple


@dataclass(frozen=True)
class Group:
    """Figures about one kind of thing. Groups with a smaller `position` come first."""

    key: str
    title: str
    figures: tuple
    tables: tuple = ()
    note: str = ""  # how it was counted, where that is not plain
    position: int = 0


def groups(project, paths=None):
    """The `Group`s of a project in which something was counted, in their order.

    `paths` are those of the functions that have rows to count, where that is known.
    """
    found = [
        group
        for path in (tellers() if paths is None else paths)
        for group in import_string(path)(project)
        if any(figure.value for figure in group.figures)
    ]
    return sorted(found, key=lambda group: group.position)


@cache
def tellers():
    """{path: models} of the functions that the models name."""
    found = {}
    for model in apps.get_models():
        if hasattr(model, "project_figures"):
            found.setdefault(model.project_figures, []).append(model)
    return found


def counted(project):
    """{name of a model: QuerySet}, empty where nothing of this kind belongs to the project."""
    models = [model for models in tellers().values() for model in models]
    return {
        model._meta.label: belonging(model, project).order_by().values_list("pk")[:1]
        for model in models
    }


def belonging(model, project):
    fields = (*model._meta.fields, *model._meta.many_to_many)
    way = next(each.name for each in fields if each.related_model is project_model())
    return model.objects.filter(**{way: project})


def project_model():
    return apps.get_model("projects.Project")


def main_figures(found):
    """Those of the groups that stand on the page of the project."""
    return [each for group in found for each in group.figures if each.is_main and each.value]


def list_address(name, **query):
    """The address of a list, narrowed; values may be lists."""
    return f"{reverse(name)}?{urlencode(query, doseq=True)}"


def results_address(project, anchor):
    """A table on the project's own page of results; of a draft without an address there is none."""
    if not project.slug:
        return ""
    return f"{reverse('projects:project_results', args=[project.slug])}#{anchor}"
