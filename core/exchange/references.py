"""Cells that name other rows by their addresses, codes or names, so that files fit any site."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from core import rights

from .cells import Cell
from .values import as_text, cut

# In this order a name is looked up; the first column that a model has is what goes out.
KEYS = ("slug_lv", "slug", "slug_en", "code", "register_code")
NAMES = ("title_lv", "title_en", "name_lv", "name_en")
LISTED = 40  # rows that the instructions list


class Directory:
    """All rows of a model under the names that cells may use; one query for a whole file."""

    def __init__(self, model, allowed=None):
        has = {field.attname for field in model._meta.fields}
        columns = [name for name in (*KEYS, *NAMES) if name in has]
        self.name = model._meta.verbose_name
        self.allowed = allowed
        self.key_of, self.title_of, self.pks = {}, {}, [{} for _column in columns]
        title = columns.index(next(name for name in NAMES if name in has))
        for pk, *values in model._base_manager.order_by("pk").values_list("pk", *columns):
            self.key_of[pk] = values[0] or f"#{pk}"
            self.title_of[pk] = values[title] or ""
            for known, value in zip(self.pks, [self.key_of[pk], *values[1:]], strict=True):
                if value:
                    known.setdefault(value.casefold(), []).append(pk)

    def find(self, text, besides=()):
        """Key of the row that `text` names; `besides` are rows that may be named in any case."""
        for known in self.pks:
            found = [
                pk
                for pk in known.get(text.casefold(), ())
                if self.allowed is None or pk in self.allowed or pk in besides
            ]
            if len(found) > 1:
                message = _("There are several rows named “%(text)s”; write the address.")
                raise ValueError(message % {"text": cut(text)})
            if found:
                return found[0]
        message = _("There is no “%(text)s” among the rows that you may choose (%(kind)s).")
        raise ValueError(message % {"text": cut(text), "kind": self.name})

    def describe(self):
        shown = [
            f"{key} = {self.title_of[pk]}"
            for pk, key in self.key_of.items()
            if self.allowed is None or pk in self.allowed
        ]
        if not 0 < len(shown) <= LISTED:
            return _("The address of the row (%(kind)s)") % {"kind": self.name}
        return "; ".join(shown)


def allowed_rows(model, request):
    """Keys of the rows that the person may choose in forms; None when it may be any."""
    chooser = admin.site._registry.get(model)
    if request is None or rights.reaches_all(request.user):
        return None
    if chooser is None or getattr(chooser, "is_common", False):
        return None
    rows = chooser.choosable(request) if hasattr(chooser, "choosable") else model._base_manager
    return set(rows.order_by().values_list("pk", flat=True))


class ReferenceCell(Cell):
    """One other row."""

    @property
    def directory(self):
        return self.resource.directory(self.field.related_model)

    def clean(self, value, row=None, **kwargs):
        text = as_text(value)
        return self.directory.find(text, {self.read(row)}) if text else None

    def render(self, value, **kwargs):
        return self.directory.key_of.get(value, "")

    def describe(self):
        return self.directory.describe()


class OwnerCell(ReferenceCell):
    """The partnership that a row belongs to: one of the person's own."""

    keeps_when_empty = True


class ReferencesCell(ReferenceCell):
    """Several other rows, with semicolons between them; their order does not count."""

    is_late = True

    def prefetch(self):
        rows = self.field.related_model._base_manager.only("pk")
        return Prefetch(self.field.name, rows.order_by("pk"))

    def read(self, row):
        return [each.pk for each in getattr(row, self.field.name).all()] if row.pk else []

    def write(self, row, value):
        getattr(row, self.field.name).set(value)

    def clean(self, value, row=None, **kwargs):
        besides = set(self.read(row))
        return [self.directory.find(name, besides) for name in names_in(value)]

    def render(self, value, **kwargs):
        return "; ".join(self.directory.key_of.get(pk, "") for pk in value)

    def normal(self, value):
        return sorted(set(value))

    def describe(self):
        return _("Several, with semicolons between: %(values)s") % {"values": super().describe()}


def names_in(value):
    return [name.strip() for name in as_text(value).split(";") if name.strip()]
