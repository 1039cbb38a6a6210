"""A kind of rows as a table: its columns, what goes out, what the instructions say."""

from django.utils.translation import gettext as _
from import_export.resources import ModelResource

from .columns import Column, cell_for
from .references import Directory, allowed_rows


class TableResource(ModelResource):
    """Columns in the order of `Meta.fields`; `key` finds a row, `title` gives a new one its key."""

    key, title = "slug_lv", "title_lv"
    related = ()  # what the question of whose a row is reads besides the row

    class Meta:
        chunk_size = 500

    def __init__(self, request=None, model_admin=None, **kwargs):
        super().__init__(**kwargs)
        self.request, self.model_admin, self.directories = request, model_admin, {}
        self.columns = [self.fields[name] for name in self._meta.fields]
        for column in self.columns:
            column.widget.resource = self

    @classmethod
    def field_from_django_field(cls, field_name, django_field, readonly):
        return Column(field_name, field_name, cell_for(django_field))

    def directory(self, model):
        """The rows of another model by name, read once for a whole file."""
        if model not in self.directories:
            self.directories[model] = Directory(model, allowed_rows(model, self.request))
        return self.directories[model]

    def get_queryset(self):
        return self.with_columns(self._meta.model._base_manager.all())

    def with_columns(self, rows):
        """The rows with all that their cells need, in as many queries for many as for one."""
        late = [each.widget for each in self.columns if each.widget.is_late]
        rows = rows.select_related(*(self.related or [None]))
        return rows.prefetch_related(*(cell.prefetch() for cell in late))

    def filter_export(self, queryset, **kwargs):
        return self.with_columns(queryset)

    def export_resource(self, instance, selected_fields=None, **kwargs):
        cells = [column.export(instance) for column in self.columns]
        return [cells[0] or f"#{instance.pk}", *cells[1:]]

    def headings(self):
        return [column.column_name for column in self.columns]

    def instructions(self):
        """(name, meaning, what to write) of each column."""
        return [(each.column_name, str(each.title), self.advice(each)) for each in self.columns]

    def advice(self, column):
        text = [str(column.widget.describe())]
        if column.is_required:
            text.append(_("It cannot be empty."))
        elif column.widget.keeps_when_empty and column.column_name != self.key:
            text.append(_("An empty cell changes nothing."))
        return ". ".join(part.removesuffix(".") for part in text if part) + "."
