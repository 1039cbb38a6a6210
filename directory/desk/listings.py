"""Editing of offers and requests."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, WRITING, ContentAdmin, both
from directory.models import Listing

from .staff import StaffMade


@admin.register(Listing)
class ListingAdmin(StaffMade, ContentAdmin):
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
