"""The parts of a project that stand in its form."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import rights
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

OWN_PART = ("note", "place", "text")  # in both languages
OWN_FACTS = ("number", "share", "contact", "territories", "agreed_on")


class ParticipationForm(forms.ModelForm):
    """What a partner says of itself is the partner's: others see it, its own staff change it."""

    user = None  # whose form it is

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and is_kept_by_partner(self.instance, self.user):
            own = [name for row in both(*OWN_PART) for name in row]
            for name in {*own, *OWN_FACTS} & self.fields.keys():
                self.fields[name].disabled = True

    def _get_validation_exclusions(self):
        """That there is one lead partner is checked for all rows together, not row by row."""
        return super()._get_validation_exclusions() | {"role"}


def is_kept_by_partner(participation, user):
    """Whether the partner has staff of its own here, and `user` is not one of them."""
    if rights.is_own(user, participation):
        return False
    partnership = getattr(participation.organisation, "partnership", None)
    return partnership is not None and partnership.staff.filter(is_active=True).exists()


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
    template = "admin/projects/project/partners.html"
    form = ParticipationForm
    formset = ParticipationFormSet
    autocomplete_fields = ["organisation", "contact", "territories"]
    fields = [
        ("organisation", "role", "position"),
        *both("note", "place"),
        ("number", "share", "contact", "agreed_on"),
        "territories",
        *both("text"),
    ]

    def get_formset(self, request, obj=None, **kwargs):
        form = type("OwnParticipationForm", (self.form,), {"user": request.user})
        return super().get_formset(request, obj, **{"form": form, **kwargs})


class FundingShareInline(ListInline):
    model = FundingShare
    fields = ["fund", "amount", "rate", "note_lv", "note_en", "position"]


class ResultInline(Inline):
    model = Result
    fields = [*both("label"), ("sign", "value", "is_planned", "position"), *both("source")]


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
