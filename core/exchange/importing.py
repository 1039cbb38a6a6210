"""Rows of a table into the database, within the rights of the person who brings them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.admin import recording

from .finding import FindingResource
from .refusals import refusals


class ScopedResource(FindingResource):
    """What the library's `import_data` does with each row: change, check, save, record.

    Nothing is kept when one row is refused.
    """

    form_classes = None  # of the history's versions, made once

    class Meta(FindingResource.Meta):
        skip_diff = True  # `changes` says more

    def import_instance(self, instance, row, **kwargs):
        """Put what differs into `instance`; what is wrong is told for all cells at once."""
        errors = {}
        for column in self.columns:
            name = column.column_name
            if name not in row or (name == self.key and not self.is_new):
                continue
            try:
                change = column.change(instance, row[name], self.is_new)
            except ValueError as error:
                errors[name] = ValidationError(str(error))
                continue
            if change is not None:
                self.changes.append(change)
                if not column.widget.is_late:
                    column.widget.write(instance, change.value)
        if errors:
            raise ValidationError(errors)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        return not (self.is_new or self.changes or import_validation_errors)

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        errors = dict(import_validation_errors or {})
        for name, message in refusals(self, instance):
            errors.setdefault(name, []).append(ValidationError(message))
        shadows = getattr(instance, "translated_fields", ())
        try:
            instance.full_clean(exclude={*errors, *shadows})
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if errors:
            raise ValidationError(errors)

    def before_save_instance(self, instance, row, **kwargs):
        if self.is_final and not self.is_new:
            recording.record_first(instance, self.classes_for(instance))

    def after_save_instance(self, instance, row, **kwargs):
        self.saved = instance

    def save_m2m(self, instance, row, **kwargs):
        for change in self.changes:
            if change.column.widget.is_late:
                change.column.widget.write(instance, change.value)

    def after_import_row(self, row, row_result, file_name="", **kwargs):
        row_result.changes = self.changes
        if row_result.is_skip():
            return
        row_result.instance = self.saved
        if self.is_final:
            comment = _("Import from the file %(name)s") % {"name": file_name}
            classes = self.classes_for(self.saved)
            recording.record(self.request.user, self.saved, comment, classes=classes)

    def classes_for(self, row):
        self.form_classes = self.form_classes or recording.whole_classes(row)
        return self.form_classes

    def after_import(self, dataset, result, **kwargs):
        """Not the library's reset of the sequence of keys, which disturbs whoever adds rows now."""
