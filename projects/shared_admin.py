"""Editing where other sites come in: subscriptions, and projects that another site keeps."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from core.admin.content import Editing
from core.admin.recording import Recorder
from core.admin.robust import RobustLists
from core.admin.scope import ScopedAdmin

from .models import Subscription
from .sharing import LOCAL, base_name
from .sync.asking import Wrong
from .sync.running import list_address, take_over

SECONDS = 25  # for taking over while somebody waits
# What a partner, or this site, adds to a partner's row of the origin.
LOCAL_PART = ("text", "contact", "agreed_on")
LOCAL_INLINES = ("gallery", "relations")  # of which records say nothing


def is_kept_elsewhere(request, project):
    """Whether the form is that of a taken-over project; the history sees every field as it is."""
    return project is not None and not project.is_kept_here and type(request.user) is not Recorder


def disable(fields, besides=()):
    for name, field in fields.items():
        field.disabled = base_name(name) not in besides


class KeptInline:
    """Rows that the origin keeps: to be seen, not changed."""

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **{**kwargs, "max_num": 0})
        formset.can_delete = False
        disable(formset.form.base_fields)
        return formset


class SharedAdmin:
    """Stands before the admin of projects: what comes from the origin cannot be changed here."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if is_kept_elsewhere(request, obj):
            disable(form.base_fields, LOCAL)
        return form

    def get_inline_instances(self, request, obj=None):
        inlines = super().get_inline_instances(request, obj)
        if not is_kept_elsewhere(request, obj):
            return inlines
        return [kept(each) if name_of(each) not in LOCAL_INLINES else each for each in inlines]


def name_of(inline):
    fk = inline.fk_name or "project"
    return inline.model._meta.get_field(fk).remote_field.related_name


def kept(inline):
    kind = type(f"Kept{type(inline).__name__}", (KeptInline, type(inline)), {})
    return kind(inline.parent_model, inline.admin_site)


class SharedPartAdmin:
    """Stands before the admin of participations: of a taken-over project, the partner's text."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is not None and is_kept_elsewhere(request, obj.project):
            disable(form.base_fields, LOCAL_PART)
        return form


class SubscriptionForm(forms.ModelForm):
    class Meta:
        help_texts = {
            "url": _(
                "The address of a site that runs this software is enough, such as"
                " https://partnership.example."
            )
        }

    def clean_url(self):
        try:
            return list_address(self.cleaned_data["url"])
        except Wrong as wrong:
            raise ValidationError(str(wrong)) from None


@admin.register(Subscription)
class SubscriptionAdmin(RobustLists, ScopedAdmin, Editing, admin.ModelAdmin):
    """Other sites whose projects are shown here too."""

    form = SubscriptionForm
    change_form_template = "admin/projects/subscription/change_form.html"
    list_display = ["__str__", "is_active", "owner", "succeeded_at", "problem"]
    list_select_related = ["owner"]
    search_fields = ["name", "url"]
    readonly_fields = ["checked_at", "succeeded_at", "problem"]
    fieldsets = [
        (None, {"fields": ["url", "name", "owner", "is_active"]}),
        (_("Last time"), {"fields": [("checked_at", "succeeded_at"), "problem"]}),
    ]

    def get_urls(self):
        view = self.admin_site.admin_view(self.take_over_view)
        name = "projects_subscription_take_over"
        return [path("<int:key>/take-over/", view, name=name), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        rows = self.get_queryset(request).exclude(problem="")
        if request.method == "GET" and (names := [str(each) for each in rows]):
            told = _("Not everything could be taken over from: %(names)s")
            messages.warning(request, told % {"names": ", ".join(names)})
        return super().changelist_view(request, extra_context)

    # What other sites answer slowly must hold no locks: each project is a transaction of its own.
    @transaction.non_atomic_requests
    def take_over_view(self, request, key):
        if request.method != "POST":
            raise Http404
        row = self.get_object(request, str(key))
        if row is None:
            raise Http404
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        outcome = take_over(row, SECONDS)
        if outcome.is_known or not outcome.problems:
            level = messages.WARNING if outcome.problems else messages.SUCCESS
            messages.add_message(request, level, f"{row}: {outcome}")
        for problem in outcome.problems[:5]:
            messages.error(request, problem)
        return HttpResponseRedirect(reverse("admin:projects_subscription_change", args=[key]))
