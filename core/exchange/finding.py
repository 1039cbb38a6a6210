"""Which row of the site a row of a table means, and whether the person may change it."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from import_export.instance_loaders import BaseInstanceLoader

from core import rights
from core.content import SLUG_LENGTH

from .resource import TableResource
from .values import as_text


class KeyLoader(BaseInstanceLoader):
    """All stored rows that the file names, read at once."""

    def __init__(self, resource, dataset=None):
        super().__init__(resource, dataset)
        keys = {resource.key_of(row) for row in dataset.dict}
        self.rows = resource.rows_named(keys)

    def get_instance(self, row):
        return self.rows.get(self.resource.key_of(row))


class FindingResource(TableResource):
    """Finds the rows of a file. `numbers` says where each row stands in the file."""

    class Meta(TableResource.Meta):
        instance_loader_class = KeyLoader

    def __init__(self, request=None, model_admin=None, numbers=(), is_final=False, **kwargs):
        super().__init__(request, model_admin, **kwargs)
        self.numbers, self.is_final = numbers, is_final
        self.visible, self.first_numbers = frozenset(), {}

    def key_of(self, row):
        """The address of the row in the file, else the one that its title gives it."""
        given = as_text(row.get(self.key, ""))
        return given or slugify(as_text(row.get(self.title, "")))[: SLUG_LENGTH - 4].strip("-")

    def rows_named(self, keys):
        """{key: row}; nobody else can change the rows until a final import has ended."""
        stored = self.get_queryset()
        if self.is_final:
            stored = stored.select_for_update(of=("self",))
        rows = {getattr(row, self.key): row for row in stored.filter(**{f"{self.key}__in": keys})}
        numbers = [key[1:] for key in keys if key[:1] == "#" and key[1:].isdecimal()]
        pks = [int(number) for number in numbers if len(number) <= 18]
        without = stored.filter(pk__in=pks, **{f"{self.key}__isnull": True})
        rows |= {f"#{row.pk}": row for row in without}
        visible = self.model_admin.get_queryset(self.request).order_by()
        visible = visible.filter(pk__in=[row.pk for row in rows.values()])
        self.visible = set(visible.values_list("pk", flat=True))
        return rows

    def get_instance(self, instance_loader, row):
        return instance_loader.get_instance(row)

    def before_import_row(self, row, row_number=None, **kwargs):
        key, number = self.key_of(row), self.numbers[row_number - 1]
        if not key:
            raise ValidationError({self.key: _("The row needs an address or a title.")})
        if self.first_numbers.setdefault(key, number) != number:
            message = _("Row %(number)s has the same address.")
            raise ValidationError({self.key: message % {"number": self.first_numbers[key]}})
        row[self.key] = key

    def after_init_instance(self, instance, new, row, **kwargs):
        self.is_new, self.changes, user = new, [], self.request.user
        if new:
            initial = self.model_admin.get_changeform_initial_data(self.request)
            if initial.get("owner"):
                instance.owner_id = initial["owner"]
            self.may_change = self.model_admin.has_add_permission(self.request)
        elif instance.pk not in self.visible:
            raise ValidationError(_("This row belongs to another partnership."))
        else:
            self.may_change = rights.may(
                user, "change", type(instance), instance
            ) and self.model_admin.has_change_permission(self.request, instance)
