"""How much of a row is in English: as a share, as a condition for lists, field by field."""

from django.db.models import Q
from django.utils.text import capfirst


def translated_names(model):
    """The translated fields that people write; the address is made from the title."""
    return [name for name in model.translated_fields if name != "slug"]


def empty(column):
    return Q(**{column: ""}) | Q(**{f"{column}__isnull": True})


def lacks_english(model):
    """Condition: something is written in Latvian only."""
    lacking = Q(pk__in=())
    for name in translated_names(model):
        lacking |= ~empty(f"{name}_lv") & empty(f"{name}_en")
    return lacking


def has_no_english(model):
    """Condition: nothing at all is written in English."""
    nothing = ~Q(pk__in=())
    for name in translated_names(model):
        nothing &= empty(f"{name}_en")
    return nothing


def written_names(row):
    """The translated fields that have a Latvian text."""
    names = translated_names(type(row))
    return [name for name in names if getattr(row, f"{name}_lv")]


def lacking_names(row):
    """The fields whose Latvian text has no English beside it."""
    return [name for name in written_names(row) if not getattr(row, f"{name}_en")]


def share(row):
    """(fields in English, fields in Latvian) of one row."""
    of = len(written_names(row))
    return of - len(lacking_names(row)), of


def translation_of(row):
    """How much of a row is in English, and the fields that lack it with the ids of their inputs."""
    done, of = share(row)
    lacking = [
        (f"id_{name}_en", capfirst(row._meta.get_field(name).verbose_name))
        for name in lacking_names(row)
    ]
    return {"done": done, "of": of, "lacking": lacking}
