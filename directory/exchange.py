"""Organisations of the directory as a table, such as partners abroad send it.

A line names the page and, in columns of their own, the body behind it: a body that is known by
its number is found, another one is made when the page is published.
"""

import hashlib

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.admin import both
from core.exchange.cells import Cell
from core.exchange.columns import Column, cell_for
from core.exchange.importing import ScopedResource
from core.exchange.values import as_text
from partnership.models import Organisation

from .bodies import with_number
from .models import Entry


class BodyCell(Cell):
    """A cell about the body. Of one that is known the table of organisations changes it."""

    def __init__(self, name):
        self.inner = cell_for(Organisation._meta.get_field(name))
        super().__init__(self.inner.field)

    keeps_when_empty = True

    def read(self, row):
        if row.organisation:
            return getattr(row.organisation, self.field.name)
        return row.proposed.get(self.field.name, "")

    def write(self, row, value):
        row.proposed = {**row.proposed, self.field.name: value}

    def clean(self, value, row=None, **kwargs):
        if row is not None and row.organisation:
            raise ValueError(_("The organisation is known; change it among the organisations."))
        return self.inner.clean(value, row)

    def render(self, value, **kwargs):
        return self.inner.render(value)

    def describe(self):
        return self.inner.describe()


def body_column(name):
    return Column(name, name, BodyCell(name))


class EntryResource(ScopedResource):
    related = ("organisation",)

    kind = body_column("kind")
    country = body_column("country")
    registration_number = body_column("registration_number")
    town = body_column("town")
    website = body_column("website")

    class Meta(ScopedResource.Meta):
        model = Entry
        fields = [
            *("slug_lv", "slug_en", "owner", "published_at", "unpublish_at"),
            *(name for row in both("title", "summary", "body") for name in row),
            *("text_language", "kind", "country", "registration_number", "town", "website"),
            *("territory", "sectors", *(name for row in both("products") for name in row)),
            *("size", "social", "projects", "brand_book"),
        ]

    def key_of(self, row):
        """A title without Latin letters gives an address, too, and the same one again."""
        title = as_text(row.get(self.title, ""))
        mark = hashlib.sha256(title.encode()).hexdigest()[:10]
        return super().key_of(row) or (f"entry-{mark}" if title else "")

    def after_init_instance(self, instance, new, row, **kwargs):
        super().after_init_instance(instance, new, row, **kwargs)
        if new:
            instance.source = Entry.Source.IMPORT

    def validate_instance(self, instance, *args, **kwargs):
        """Neither twice, nor again against the organisation's will."""
        super().validate_instance(instance, *args, **kwargs)
        told = instance.proposed
        found = with_number(told.get("country", ""), told.get("registration_number", ""))
        other = getattr(found, "entry", None)
        if other is None or other.pk == instance.pk:
            return
        message = _("This organisation is listed already.")
        if other.do_not_list:
            message = _("This organisation asked not to be listed; take the row out.")
        raise ValidationError({"registration_number": message})
