"""What a project has brought out: public items of the library by kind."""

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, npgettext

from core.reading import Reading
from projects.report.figures import Figure, Group, list_address

from .models import Item

Kind = Item.Kind
PLURALS = {
    Kind.STUDY: gettext_lazy("studies"),
    Kind.GUIDELINE: gettext_lazy("guides"),
    Kind.SUMMARY: gettext_lazy("summaries of ideas or results"),
    Kind.PRESENTATION: gettext_lazy("presentations"),
    Kind.VIDEO: gettext_lazy("videos"),
    Kind.TOUR: gettext_lazy("virtual tours"),
    Kind.RECORDING: gettext_lazy("recordings"),
    Kind.STORY: gettext_lazy("video stories"),
    Kind.BRAND_BOOK: gettext_lazy("brand books"),
    Kind.DATASET: gettext_lazy("datasets"),
    Kind.TEMPLATE: gettext_lazy("templates"),
}


def of_project(project):
    items = Item.objects.published().filter(project=project).order_by()
    return {"kinds": items.values_list("kind").annotate(Count("pk"))}


READ = Reading(of_project)


def groups(project):
    numbers = dict(READ(project=project.pk)["kinds"])
    number = sum(numbers.values())
    label = npgettext("under a number", "work in the library", "works in the library", number)
    whole = Figure("works", label, number, address(project), is_main=True)
    kinds = (
        Figure(f"works.{kind}", str(label), numbers[kind], address(project, type=kind.value))
        for kind, label in PLURALS.items()
        if kind in numbers
    )
    yield Group("works", _("Studies, videos and other works"), (whole, *kinds), position=90)


def address(project, **more):
    return list_address("library:item_list", project=project.slug_lv, **more)
