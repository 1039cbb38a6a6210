"""Lists and choices that answer anything, also what no link or form of ours would send."""

from contextlib import contextmanager

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import NotRelationField, get_fields_from_path
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import BadRequest, FieldDoesNotExist
from django.db import DataError, transaction

# How filters compare a column. Others could start an endless search (`regex`), or ask for what
# this database does not have; the calendar above a list has its own column and ways.
LOOKUPS = {"exact", "in", "isnull", "isempty", "gte", "lt"}
CALENDAR = {"year", "month", "day"}


@contextmanager
def answering_nonsense():
    """A value that no column can have is answered as Django answers a wrong filter."""
    try:
        yield
    except (DataError, OverflowError) as error:
        transaction.set_rollback(True)  # after its refusal the database does nothing else here
        raise IncorrectLookupParameters from error


class RobustLists:
    """Stands before `ModelAdmin`."""

    def lookup_allowed(self, lookup, value, request):
        path, _mark, how = lookup.rpartition("__")
        is_known = how in LOOKUPS or (how in CALENDAR and path == self.date_hierarchy)
        if "__" in lookup and not leads_to_column(self.model, path if is_known else lookup):
            return False
        return super().lookup_allowed(lookup, value, request)

    def get_object(self, request, object_id, from_field=None):
        """Django looks for a field without a name where an address says `_to_field=`."""
        return super().get_object(request, object_id, from_field or None)

    def get_changelist_instance(self, request):
        with answering_nonsense():
            return super().get_changelist_instance(request)

    def response_action(self, request, queryset):
        keys = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if not all(map(is_key, keys)):
            raise BadRequest("a selection that no list offers")
        return super().response_action(request, queryset)


def is_key(value):
    """Whether `value` can be the key of a row."""
    return str(value).isdecimal() and len(str(value)) < 19


def leads_to_column(model, path):
    """Whether `path` names a column of `model` or of what it points to, and nothing after it."""
    try:
        return bool(get_fields_from_path(model, path))
    except (FieldDoesNotExist, NotRelationField):
        return False


class Numbered:
    """Shows the chosen rows; a draft may hold what was never the key of any row."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [each for each in value if is_key(each)], attr)


class Chooser(Numbered, AutocompleteSelect):
    pass


class SeveralChooser(Numbered, AutocompleteSelectMultiple):
    pass


def with_chooser(model_admin, db_field, request, kwargs):
    """The arguments of a form field whose rows are found by typing."""
    if "widget" in kwargs or db_field.name not in model_admin.get_autocomplete_fields(request):
        return kwargs
    widget = SeveralChooser if db_field.many_to_many else Chooser
    using = kwargs.get("using")
    return {**kwargs, "widget": widget(db_field, model_admin.admin_site, using=using)}
