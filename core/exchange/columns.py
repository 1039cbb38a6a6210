"""The columns of a table: which cell a field of a model has, and whether a cell changes it."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from import_export.fields import Field

from core.fields import RichText

from . import cells, references
from .tables import Faulty
from .values import cut

CELLS = (
    (models.ManyToManyField, references.ReferencesCell),
    (models.ForeignKey, references.ReferenceCell),
    (RichText, cells.RichTextCell),
    (models.SlugField, cells.SlugCell),
    (models.DateTimeField, cells.MomentCell),
    (models.DateField, cells.DayCell),
    (models.DecimalField, cells.NumberCell),
    (models.IntegerField, cells.WholeNumberCell),
)


def cell_for(field):
    """The cell of a model's field."""
    if field.choices:
        return cells.ChoiceCell(field)
    if field.name == "owner":
        return references.OwnerCell(field)
    original = getattr(field, "translated_field", field)
    kinds = (cell for kind, cell in CELLS if isinstance(original, kind))
    return next(kinds, cells.TextCell)(field)


@dataclass
class Change:
    """What one cell of the file changes: the value for the row, and both as the file has them."""

    column: "Column"
    value: object
    before: object
    after: object


class Column(Field):
    """One column of the table; its cell reads and writes the row."""

    @property
    def title(self):
        return self.widget.field.verbose_name

    @property
    def is_required(self):
        field = self.widget.field
        return not field.blank and not field.has_default()

    def export(self, instance, **kwargs):
        return self.widget.render(self.widget.read(instance))

    def change(self, instance, raw, is_new=False):
        """The change that the cell `raw` asks for, or None; ValueError when it cannot be read.

        A cell that is as an export would write it never changes anything, whatever it holds.
        """
        cell = self.widget
        stored = cell.read(instance)
        before = "" if is_new else cell.render(stored)
        if raw in (before, str(before)) or (raw == "" and cell.keeps_when_empty):
            return None
        if isinstance(raw, Faulty):
            message = _("The cell holds a formula or an error (%(text)s); put its value there.")
            raise ValueError(message % {"text": cut(raw.text)})
        value = cell.clean(raw, instance)
        if not is_new and cell.normal(value) == cell.normal(stored):
            return None
        return Change(self, value, before, cell.render(value))
