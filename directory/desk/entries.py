"""Editing of organisations in the directory and of the sectors."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, PUBLISHING, WRITING, ContentAdmin, TermAdmin, both
from directory.models import Entry, Sector


@admin.register(Sector)
class SectorAdmin(TermAdmin):
    pass


@admin.register(Entry)
class EntryAdmin(ContentAdmin):
    own_columns = ["organisation", "territory"]
    list_select_related = ["owner", "organisation", "territory"]
    list_filter = [
        *ContentAdmin.list_filter,
        *("organisation__kind", "organisation__country", "sectors"),
    ]
    autocomplete_fields = [
        *ContentAdmin.autocomplete_fields,
        *("organisation", "territory", "sectors", "brand_book", "projects", "contact"),
    ]
    fieldsets = [
        (
            _("Who and where"),
            {"fields": ["organisation", ("territory", "verified_on"), "contact"]},
        ),
        WRITING,
        (
            _("What it does"),
            {
                "fields": [
                    *both("products"),
                    ("sectors", "size"),
                    ("social", "text_language"),
                    "languages",
                ]
            },
        ),
        (_("Projects"), {"fields": ["projects", "brand_book"]}),
        PICTURE,
        PUBLISHING,
    ]
