"""Editing of offers and requests."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, WRITING, ContentAdmin, both
from directory.models import Listing


@admin.register(Listing)
class ListingAdmin(ContentAdmin):
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
