"""Which tables the index depends on, and which rows of content a changed row stands for.

Both follow from what the kinds of content declare: `search_fields` and the facets of their lists.
A change is noted as (label of a model, key of its row); on the way from content to a table each
step says on whose behalf a change is noted:

- a row of any table on the way: its own key,
- a row that points back (a participation): also the key of what it points to,
- a row between two tables (many to many): the key of the nearer side.
"""

from functools import cache

from django.utils.module_loading import import_string

from core.content import content_models

EVERYTHING = "*"
SYNONYMS = "search.synonyms"


def list_of(model):
    """The class of the lists of a kind of content."""
    return import_string(model.list_class)


def paths_of(model):
    """Every lookup path that the index reads of a kind of content."""
    listed = list_of(model)()
    found = {*model.search_fields, *(path for facet in listed.facets for path in facet.paths)}
    found |= {path for order in listed.orders for path in getattr(order, "paths", ())}
    return sorted(path for path in found if "__" in path or is_relation(model, path))


def is_relation(model, name):
    return model._meta.get_field(name).is_relation


@cache
def watched():
    """({table: {(label, column)}}, {model: {label: prefixes}}): what to note, and whom it moves."""
    tables, prefixes = {}, {}
    for model in content_models():
        note(tables, model, model._meta.label_lower, model._meta.pk.column)
        known = prefixes[model] = {}
        for path in paths_of(model):
            walk(model, path, tables, known)
        for facet in list_of(model)().facets:
            for other in facet.everything:
                note(tables, other, EVERYTHING, other._meta.pk.column)
    from .models import Synonyms

    note(tables, Synonyms, SYNONYMS, Synonyms._meta.pk.column)
    return tables, prefixes


def note(tables, model, label, column):
    tables.setdefault(model._meta.db_table, set()).add((label, column))


def walk(model, path, tables, known):
    """Follow a lookup path and note every table on its way."""
    way = []
    for name in path.split("__"):
        field = model._meta.get_field(name)
        if not field.is_relation:
            return
        label = model._meta.label_lower
        if field.many_to_many:
            backwards = field.auto_created
            own = field.field if backwards else field
            through = own.remote_field.through
            column = own.m2m_reverse_name() if backwards else own.m2m_column_name()
            note(tables, through, label, column)
        elif field.auto_created:
            note(tables, field.related_model, label, field.field.column)
        model = field.related_model
        way.append(name)
        note(tables, model, model._meta.label_lower, model._meta.pk.column)
        known.setdefault(model._meta.label_lower, set()).add("__".join(way))


def moved_by(label, keys, most=None):
    """{kind of content: keys of its rows} that changed rows of a model stand for.

    With `most` it gives up looking beyond so many rows; more than `most` then says: too many.
    """
    end = most and most + 1
    found = {}
    for model, known in watched()[1].items():
        rows = model.objects.order_by()
        if label == EVERYTHING:
            if any(facet.everything for facet in list_of(model)().facets):
                found[model] = set(rows.exclude(published_at=None).values_list("pk", flat=True))
            continue
        moved = set(keys) if label == model._meta.label_lower else set()
        for prefix in known.get(label, ()):
            around = rows.filter(**{f"{prefix}__in": keys}).values_list("pk", flat=True)
            moved |= set(around.distinct()[:end])
        if moved:
            found[model] = moved
    return found
