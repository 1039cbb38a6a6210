"""Editing of projects, the programmes that pay for them and what they are sorted by."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core import rights
from core.admin import (
    PICTURE,
    PUBLISHING,
    ContentAdmin,
    TranslatedAdmin,
    both,
    record,
    record_first,
)
from core.admin.exchange import ExchangeAdmin
from core.admin.links import anchor
from core.publication import storing

from . import funding_admin  # noqa: F401 (registers its models)
from .exchange import ProjectResource
from .inlines import (
    OWN_FACTS,
    OWN_PART,
    FundingShareInline,
    GalleryInline,
    LinkInline,
    MilestoneInline,
    ParticipationInline,
    QuoteInline,
    RelationInline,
    ResultInline,
)
from .models import Measure, Participation, Project
from .quality import missing
from .quality_column import ScoredList, quality_score
from .report.desk import ReportPages
from .shared_admin import SharedAdmin, SharedPartAdmin


class MeasureField(forms.ModelChoiceField):
    """Measures of all programmes; each is named with its programme."""

    def label_from_instance(self, measure):
        return f"{measure.programme}: {measure.code} {measure.name}"


@admin.register(Project)
class ProjectAdmin(ReportPages, SharedAdmin, ExchangeAdmin, ContentAdmin):
    resource_classes = [ProjectResource]
    own_columns = ["status", quality_score]
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
                    ("number", "funding_level"),
                    ("total_cost", "cofinancing_rate"),
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
        (_("Only on this site"), {"fields": both("local_text"), "classes": ["collapse"]}),
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

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Staff of a partner see the project and are led to their own part of it."""
        if obj is not None and not rights.is_own(request.user, obj):
            parts = rights.own(request.user, obj.participations.select_related("organisation"))
            context["own_parts"] = parts
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "measure":
            kwargs |= {
                "form_class": MeasureField,
                "queryset": Measure.objects.select_related("programme").order_by(
                    "-programme__period_start", "position", "pk"
                ),
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changelist(self, request, **kwargs):
        return ScoredList

    def quality(self, project):
        score, gains = missing(project)
        gains = [(each.label, f"#{anchor(project.label, each.field)}", add) for each, add in gains]
        return {"score": score, "gains": gains}


@admin.register(Participation)
class ParticipationAdmin(SharedPartAdmin, TranslatedAdmin):
    """A partner's own part in a project that another partnership keeps."""

    list_display = ["project", "organisation", "role", "number"]
    list_filter = ["role"]
    list_select_related = ["project", "organisation"]
    search_fields = ["project__title_lv", "project__title_en", "organisation__name_lv", "number"]
    readonly_fields = ["project", "organisation", "role"]
    autocomplete_fields = ["contact", "territories"]
    fieldsets = [
        (None, {"fields": [("project", "organisation", "role"), *both(*OWN_PART)]}),
        (_("Facts"), {"fields": [*OWN_FACTS]}),
    ]

    def has_module_permission(self, request):
        """Not in the menu: the way leads through the project."""
        return False

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        """Only with the project, by those who may change it; not what another site keeps."""
        projects = self.admin_site.get_model_admin(Project)
        is_kept_here = obj is not None and obj.project.is_kept_here
        return is_kept_here and projects.has_change_permission(request, obj.project)

    def has_change_permission(self, request, obj=None):
        """What is public at once is changed by those who publish; authors prepare drafts."""
        if not super().has_change_permission(request, obj):
            return False
        is_draft = obj is None or obj.project.published_at is None
        drafting = getattr(request, "is_drafting", False)
        return is_draft or drafting or rights.may(request.user, "publish", Participation, obj)

    def save_model(self, request, obj, form, change):
        record_first(obj.project)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """The project changes with its part: its history says so, an open form of it is warned."""
        project = form.instance.project
        super().save_related(request, form, formsets, change)
        project.save(update_fields=["updated_at"])
        storing.refresh(Project, [project.pk])
        record(request.user, project, _("its part: %(partner)s") % {"partner": form.instance})
