"""Editing of where the money comes from, and of what projects are sorted by."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import (
    PICTURE,
    PUBLISHING,
    WRITING,
    ContentAdmin,
    ListInline,
    TermAdmin,
    TranslatedAdmin,
    both,
)

from .models import Fund, Measure, Programme, SiteAcknowledgement, Theme


class MeasureInline(ListInline):
    model = Measure
    fields = ["code", "name_lv", "name_en", "position"]


@admin.register(Programme)
class ProgrammeAdmin(ContentAdmin):
    is_common = True
    own_columns = ["fund", "period"]
    list_filter = [*ContentAdmin.list_filter, "fund"]
    list_select_related = ["owner", "fund"]
    autocomplete_fields = [*ContentAdmin.autocomplete_fields, "manager"]
    fieldsets = [
        WRITING,
        (_("Money"), {"fields": ["fund", ("period_start", "period_end"), "manager", "website"]}),
        (
            _("What its projects say"),
            {"fields": [*both("statement", "national_line"), ("hashtag", "number_pattern")]},
        ),
        PICTURE,
        PUBLISHING,
    ]
    inlines = [MeasureInline]

    @admin.display(description=_("period"), ordering="period_start")
    def period(self, programme):
        return programme.period


@admin.register(Fund)
class FundAdmin(TermAdmin):
    list_display = ["name_lv", "short_name_lv", "kind", "dye", "position"]
    list_filter = ["kind"]
    search_fields = [*TermAdmin.search_fields, "short_name_lv", "short_name_en"]
    fieldsets = [
        (None, {"fields": [*both("name", "short_name"), ("kind", "dye"), "website"]}),
        (_("Address and order"), {"fields": [("slug", "position")]}),
    ]


@admin.register(Theme)
class ThemeAdmin(TermAdmin):
    pass


@admin.register(SiteAcknowledgement)
class SiteAcknowledgementAdmin(TranslatedAdmin):
    list_display = ["statement_lv", "number", "fund", "position"]
    list_select_related = ["fund"]
    search_fields = ["statement_lv", "statement_en", "number"]
    fieldsets = [(None, {"fields": [*both("statement"), ("fund", "number", "position")]})]
