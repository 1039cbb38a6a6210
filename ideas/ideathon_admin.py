"""Editing of ideathons and solutions. Jurors and scores have pages of their own (`jury_desk`)."""

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, PUBLISHING, ContentAdmin, Inline, ListInline, both
from core.numbers import euro
from engage.moderation import locked

from . import ideathon_actions as actions
from .jury_desk import JuryPages, steps_for
from .models import Award, Challenge, Criterion, Ideathon, Solution


class ChallengeInline(Inline):
    model = Challenge
    fields = [*both("title", "text"), ("posed_by", "position"), "needs"]
    autocomplete_fields = ["posed_by", "needs"]


class Frozen:
    """Parts that results are computed from: nothing of them changes after the results."""

    def has_change_permission(self, request, obj=None):
        is_frozen = obj is not None and obj.has_results
        return not is_frozen and super().has_change_permission(request, obj)


class CriterionInline(Frozen, ListInline):
    model = Criterion
    fields = [*both("title"), "weight", "position"]


class AwardForms(BaseInlineFormSet):
    """All awards together; the ideathon is held from the check until they are stored."""

    def clean(self):
        super().clean()
        if any(self.errors) or self.instance.pk is None:
            return
        budget = locked(self.instance).budget
        budget = getattr(self.instance, "budget", budget)  # as the same form changes it
        kept = [form.cleaned_data for form in self.forms if not self._should_delete_form(form)]
        total = sum(data.get("amount") or 0 for data in kept)
        if total > budget:
            told = _("The awards together are %(total)s, the budget is %(budget)s.")
            raise forms.ValidationError(told % {"total": euro(total), "budget": euro(budget)})


class AwardInline(Inline):
    model = Award
    formset = AwardForms
    fields = [("solution", "place", "amount"), *both("decision"), "funded_project"]
    autocomplete_fields = ["funded_project"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "solution":
            ideathon = getattr(request, "edited_row", None)
            rows = Solution.objects.published().filter(challenge__ideathon=ideathon)
            kwargs["queryset"] = rows.order_by("pk")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Ideathon)
class IdeathonAdmin(JuryPages, ContentAdmin):
    own_columns = ["solutions_close_at", "results_at"]
    list_filter = [*ContentAdmin.list_filter, ("project", admin.RelatedOnlyFieldListFilter)]
    autocomplete_fields = [
        *ContentAdmin.autocomplete_fields,
        *("project", "event", "needs", "rules"),
    ]
    fieldsets = [
        (None, {"fields": both("title", "summary", "body")}),
        (_("Money and time"), {"fields": ["project", ("budget", "solutions_close_at")]}),
        (_("Where it belongs"), {"fields": [("event", "needs"), "rules"]}),
        PICTURE,
        PUBLISHING,
    ]
    inlines = [ChallengeInline, CriterionInline, AwardInline]

    def has_delete_permission(self, request, obj=None):
        is_over = obj is not None and obj.has_results
        return not is_over and super().has_delete_permission(request, obj)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            context["steps"] = steps_for(request.user, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


class SolutionForm(forms.ModelForm):
    """A solution may be in English alone."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.title_en and "title_lv" in self.fields:
            self.fields["title_lv"].required = False

    def clean_challenge(self):
        """The same that the database refuses."""
        chosen, row = self.cleaned_data["challenge"], self.instance
        before = Challenge.objects.filter(solutions=row.pk).first() if row.pk else chosen
        if chosen.ideathon_id == before.ideathon_id:
            return chosen
        has_results = before.ideathon.has_results or chosen.ideathon.has_results
        if has_results or row.scores.exists() or hasattr(row, "award"):
            raise forms.ValidationError(_("It was judged already and stays in its ideathon."))
        return chosen


@admin.register(Solution)
class SolutionAdmin(ContentAdmin):
    """Staff put solutions in order; the desk decides what is published."""

    form = SolutionForm
    own_columns = ["team", "challenge", "state"]
    list_filter = ["state", "challenge__ideathon"]
    list_select_related = ["challenge__ideathon"]
    actions = []
    autocomplete_fields = ["cover", "pitch"]
    fieldsets = [
        (None, {"fields": both("title", "summary", "body")}),
        (_("Team"), {"fields": ["challenge", ("team", "size"), ("asked", "pitch")]}),
        (_("Picture and address"), {"fields": ["cover", *both("slug")]}),
    ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        response = super().render_change_form(request, context, *args, obj=obj, **kwargs)
        response.context_data["may_publish"] = False  # the desk does
        return response

    def make_public(self, obj):
        """No button of the form publishes a solution."""

    def save_model(self, request, obj, form, change):
        """As of an idea: what staff type in is vouched for, what was deleted waits at the desk."""
        if not change:
            is_sure = self.may_publish(request) and not self.brought_back(request)
            actions.vouch(solution=obj, by=request.user if is_sure else None)
        super().save_model(request, obj, form, change)
