"""The parts of a project that stand in its form."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.admin import Inline, ListInline, PlainInline, both

from .models import (
    FundingShare,
    Milestone,
    Participation,
    ProjectImage,
    ProjectLink,
    ProjectRelation,
    Quote,
    Result,
)


class ParticipationForm(forms.ModelForm):
    def _get_validation_exclusions(self):
        """That there is one lead partner is checked for all rows together, not row by row."""
        return super()._get_validation_exclusions() | {"role"}


class ParticipationFormSet(forms.BaseInlineFormSet):
    """The partners of a project; two of them may change places in one save."""

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms]
        leads = [form for form in kept if form.cleaned_data.get("role") == Participation.Role.LEAD]
        if len(leads) > 1:
            raise ValidationError(_("A project has one lead partner."))

    def save(self, commit=True):
        """The earlier lead partner steps back before a new one is stored."""
        for form in self.initial_forms:
            if form in self.deleted_forms or form.cleaned_data["role"] != Participation.Role.LEAD:
                rows = Participation.objects.filter(pk=form.instance.pk)
                rows.update(role=Participation.Role.PARTNER)
        return super().save(commit)


class ParticipationInline(Inline):
    model = Participation
    form = ParticipationForm
    formset = ParticipationFormSet
    autocomplete_fields = ["organisation", "contact", "territories"]
    fields = [
        ("organisation", "role", "position"),
        *both("note", "place"),
        ("number", "share", "contact"),
        "territories",
    ]


class FundingShareInline(ListInline):
    model = FundingShare
    fields = ["fund", "amount", "rate", "note_lv", "note_en", "position"]


class ResultInline(ListInline):
    model = Result
    fields = ["label_lv", "label_en", "sign", "value", "is_planned", "position"]


class MilestoneInline(Inline):
    model = Milestone
    fields = [*both("title", "text"), ("happens_on", "precision", "is_highlight", "position")]


class QuoteInline(Inline):
    model = Quote
    autocomplete_fields = ["organisation"]
    fields = [
        *both("text"),
        ("person", "organisation", "position"),
        *both("role", "source"),
    ]


class GalleryInline(PlainInline):
    model = ProjectImage
    autocomplete_fields = ["image"]


class LinkInline(ListInline):
    model = ProjectLink
    fields = ["label_lv", "label_en", "url", "position"]


class RelationInline(PlainInline):
    model = ProjectRelation
    fk_name = "project"
    autocomplete_fields = ["other"]
