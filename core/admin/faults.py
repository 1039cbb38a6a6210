"""What published pages lack, page by page, as the last check of each found it."""

from itertools import groupby

from django.apps import apps
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.content import content_models
from core.faults import Fault
from core.publication.findings import WORDS

from .links import field_name, form_address
from .reading import ReadOnly
from .robust import RobustLists
from .scope import ScopedAdmin


class CodeFilter(admin.SimpleListFilter):
    """The codes that are there, each with what it says."""

    title = _("what is missing")
    parameter_name = "code"

    def lookups(self, request, model_admin):
        codes = model_admin.get_queryset(request).order_by("code").values_list("code", flat=True)
        found = codes.distinct()
        return [(code, WORDS[code].what if code in WORDS else code) for code in found]

    def queryset(self, request, queryset):
        return queryset.filter(code=self.value()[:40]) if self.value() else queryset


class KindFilter(admin.SimpleListFilter):
    title = _("kind of page")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return [
            (model._meta.label_lower, capfirst(model._meta.verbose_name_plural))
            for model in content_models()
        ]

    def queryset(self, request, queryset):
        return queryset.filter(label=self.value()[:80]) if self.value() else queryset


@admin.register(Fault)
class FaultAdmin(ReadOnly, RobustLists, ScopedAdmin, admin.ModelAdmin):
    list_display = ["name", "code", "weight", "owner"]
    list_display_links = None
    list_filter = ["weight", CodeFilter, KindFilter, ("owner", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["owner"]
    list_per_page = 100
    fields = ["name", "code", "weight", "field", "detail", "owner", "found_at"]
    search_fields = ["name", "detail"]
    sortable_by = ()
    change_list_template = "admin/core/fault/change_list.html"

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        if "cl" in context:
            context["fault_pages"] = by_page(context["cl"].result_list)
        return response


def by_page(faults):
    """One entry for each page: its name, form, kind, owner, score and what is to be mended."""
    faults = list(faults)
    scores = scores_of(faults)
    pages = []
    for place, rows in groupby(faults, key=lambda each: (each.label, each.object_id)):
        rows = list(rows)
        pages.append(
            {
                "name": rows[0].name,
                "address": form_address(*place),
                "kind": kind_of(place[0]),
                "owner": rows[0].owner,
                "score": scores.get(place),
                "rows": [shown(each) for each in rows],
            }
        )
    return pages


def scores_of(faults):
    """{(label, key): score} of those pages whose data are judged."""
    keys = {}
    for each in faults:
        keys.setdefault(each.label, set()).add(each.object_id)
    known = {model._meta.label_lower: model for model in content_models()}
    return {
        (label, key): score
        for label in keys.keys() & known.keys()
        for key, score in known[label].quality_of(keys[label]).items()
    }


def kind_of(label):
    try:
        return capfirst(apps.get_model(label)._meta.verbose_name)
    except LookupError:
        return label


def shown(fault):
    wording = WORDS.get(fault.code)
    return {
        "wording": wording or {"what": fault.code},
        "breaks_rule": fault.weight == Fault.Weight.RULE,
        "detail": fault.detail,
        "field": field_name(fault.label, fault.field) if fault.field else "",
        "anchor": form_address(fault.label, fault.object_id, fault.field) if fault.field else "",
    }
