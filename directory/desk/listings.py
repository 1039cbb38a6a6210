"""Editing of offers and requests."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, WRITING, ContentAdmin, both
from directory.listings import LONGEST
from directory.models import Listing

from .staff import StaffMade


class ListingForm(forms.ModelForm):
    def clean_valid_until(self):
        """Another last day runs from today; one that was stored may be over."""
        day, today = self.cleaned_data["valid_until"], timezone.localdate()
        if "valid_until" in self.changed_data and not today <= day <= today + LONGEST:
            raise forms.ValidationError(_("Choose a day within a year from today."))
        return day


@admin.register(Listing)
class ListingAdmin(StaffMade, ContentAdmin):
    form = ListingForm
    own_columns = ["direction", "entry", "valid_until"]
    list_select_related = ["owner", "entry"]
    list_filter = [*ContentAdmin.list_filter, "direction", "form", "sectors"]
    autocomplete_fields = [*ContentAdmin.autocomplete_fields, "entry", "sectors", "project"]
    fieldsets = [
        WRITING,
        (
            _("Cooperation"),
            {
                "fields": [
                    ("direction", "form"),
                    ("entry", "project"),
                    ("sectors", "countries_sought"),
                    ("valid_until", "text_language"),
                    "languages",
                ]
            },
        ),
        PICTURE,
        (_("Publishing"), {"fields": ["published_at", "owner", *both("slug")]}),
    ]

    def save_model(self, request, obj, form, change):
        """Another last day moves the end with it."""
        if "valid_until" in form.changed_data:
            obj.unpublish_at, obj.runs_from = None, timezone.localdate()
        super().save_model(request, obj, form, change)
