"""Lookup paths from a kind of content to its words: their columns, and what may be told."""

from django.conf import settings
from django.db.models import Q

from core.content import Content


def columns(model, path):
    """The columns behind a lookup path: one for each language when the last field is translated."""
    *relations, name = path.split("__")
    for relation in relations:
        model = model._meta.get_field(relation).related_model
    if name not in getattr(model, "translated_fields", ()):
        return [path]
    return [f"{path}_{language}" for language in settings.MODELTRANSLATION_LANGUAGES]


def on_public(model, relation):
    """The conditions that every row on the way of a relation is public: drafts find nothing."""
    way = ""
    for name in filter(None, relation.split("__")):
        model, way = model._meta.get_field(name).related_model, f"{way}{name}__"
        if issubclass(model, Content):
            yield Q(**{f"{way}in": model.objects.published().order_by().values("pk")})
        elif public_if := getattr(model, "public_if", None):
            yield Q(**{f"{way}{field}": value for field, value in public_if.items()})
