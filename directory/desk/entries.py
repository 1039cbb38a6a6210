"""Editing of organisations in the directory and of the sectors."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, PUBLISHING, WRITING, ContentAdmin, TermAdmin, both
from core.admin.exchange import ExchangeAdmin
from directory.exchange import EntryResource
from directory.models import Entry, Sector

from .staff import StaffMade


@admin.register(Sector)
class SectorAdmin(TermAdmin):
    pass


class EntryForm(forms.ModelForm):
    def clean(self):
        """The same that the database refuses once the page is public."""
        data, row = super().clean(), self.instance
        is_asked = data.get("published_at") or {"_publish", "_publish_anyway"} & {*self.data}
        is_out = row.state == row.State.PUBLISHED or is_asked
        if is_out and not (data.get("organisation") or row.proposed or self.errors):
            self.add_error("organisation", _("A public page needs its organisation."))
        return data


@admin.register(Entry)
class EntryAdmin(StaffMade, ExchangeAdmin, ContentAdmin):
    form = EntryForm
    resource_classes = [EntryResource]
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

    def save_model(self, request, obj, form, change):
        """A name that is nearly another's is told, and no more: two may be called the same."""
        super().save_model(request, obj, form, change)
        if obj.similar_names:
            told = _("Perhaps it is the same organisation: {}")
            messages.warning(request, told.format(obj.similar_names))
