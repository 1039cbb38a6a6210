"""Editing of projects, the programmes that pay for them and what they are sorted by."""

import re

from django import forms
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

from .inlines import (
    FundingShareInline,
    GalleryInline,
    LinkInline,
    MilestoneInline,
    ParticipationInline,
    QuoteInline,
    RelationInline,
    ResultInline,
)
from .models import Fund, Measure, Programme, Project, SiteAcknowledgement, Theme


class MeasureField(forms.ModelChoiceField):
    """Measures of all programmes; each is named with its programme."""

    def label_from_instance(self, measure):
        return f"{measure.programme}: {measure.code} {measure.name}"


def follows_pattern(number, pattern):
    """Whether a project's number has the form of its programme; a broken pattern asks nothing."""
    try:
        return not pattern or re.fullmatch(pattern, number) is not None
    except re.error:
        return True


@admin.register(Project)
class ProjectAdmin(ContentAdmin):
    own_columns = ["status", "programme"]
    list_filter = [
        *ContentAdmin.list_filter,
        *("status", "kind", ("programme", admin.RelatedOnlyFieldListFilter), "themes"),
    ]
    list_select_related = ["owner", "programme"]
    search_fields = [*ContentAdmin.search_fields, "short_name_lv", "short_name_en", "number"]
    autocomplete_fields = [
        *ContentAdmin.autocomplete_fields,
        *("programme", "themes", "territories", "glossary_terms"),
    ]
    fieldsets = [
        (
            _("Name"),
            {"fields": [*both("title"), *both("short_name"), "title_language", *both("summary")]},
        ),
        PICTURE,
        (
            _("Kind and money"),
            {
                "fields": [
                    ("kind", "status"),
                    ("programme", "measure"),
                    ("number", "total_cost", "cofinancing_rate"),
                ]
            },
        ),
        (
            _("Time"),
            {
                "fields": [
                    ("start_on", "start_precision", "end_on", "end_precision"),
                    "duration_months",
                ]
            },
        ),
        (
            _("Place and themes"),
            {"fields": ["territories", *both("territory_note"), "themes", "glossary_terms"]},
        ),
        (
            _("What the project is about"),
            {"fields": both("aims", "tasks", "activities", "outcome", "body")},
        ),
        (
            _("For whom and with whom"),
            {"fields": both("target_groups", "other_partners", "thanks")},
        ),
        PUBLISHING,
    ]
    inlines = [
        ParticipationInline,
        FundingShareInline,
        ResultInline,
        MilestoneInline,
        QuoteInline,
        GalleryInline,
        LinkInline,
        RelationInline,
    ]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "measure":
            kwargs |= {
                "form_class": MeasureField,
                "queryset": Measure.objects.select_related("programme").order_by(
                    "-programme__period_start", "position", "pk"
                ),
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def warnings(self, project):
        yield from super().warnings(project)
        pattern = project.programme.number_pattern
        if project.number and not follows_pattern(project.number, pattern):
            yield _("The project number does not have the form usual in this programme.")


class MeasureInline(ListInline):
    model = Measure
    fields = ["code", "name_lv", "name_en", "position"]


@admin.register(Programme)
class ProgrammeAdmin(ContentAdmin):
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
