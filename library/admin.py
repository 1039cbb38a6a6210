"""Editing of the library."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, PUBLISHING, WRITING, ContentAdmin, PlainInline, both

from .models import Item, ItemFile


class FileInline(PlainInline):
    model = ItemFile
    fields = ["language", "file", "url"]


@admin.register(Item)
class ItemAdmin(ContentAdmin):
    own_columns = ["kind"]
    list_filter = [*ContentAdmin.list_filter, "kind", "visibility"]
    autocomplete_fields = [
        *ContentAdmin.autocomplete_fields,
        *("publisher", "project", "territories", "replaces"),
    ]
    fieldsets = [
        WRITING,
        PICTURE,
        (
            _("The work"),
            {
                "fields": [
                    ("kind", "authors", "publisher"),
                    ("published_on", "published_precision", "licence"),
                    "replaces",
                ]
            },
        ),
        (_("Project and place"), {"fields": ["project", "territories", *both("place")]}),
        (_("In words"), {"fields": [*both("transcript"), "no_captions_reason"]}),
        (PUBLISHING[0], {"fields": ["visibility", *PUBLISHING[1]["fields"]]}),
    ]
    inlines = [FileInline]
