"""Every link of the published texts, and in which form an editor finds it."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib import admin
from django.db import models

from core import rights
from core.content import Content
from core.fields import RichText
from core.prose.markup import parse, walk


@dataclass(frozen=True)
class Source:
    """A link, and the form (`label`, `object_id`) and field where it stands."""

    url: str
    label: str
    object_id: int
    field: str
    name: str
    owner_id: int | None


def addresses_in(html):
    """The addresses of links and pictures in a formatted text."""
    elements = list(walk(parse(html)))
    found = [each.attributes.get(name) for each in elements for name in ("href", "src")]
    return [address.strip() for address in found if address]


def sources():
    """All links that visitors can meet now."""
    found = []
    for model in apps.get_models():
        columns = columns_with_links(model)
        if columns:
            for row in public_rows(model):
                found += sources_of(row, columns)
    return list(dict.fromkeys(found))


def columns_with_links(model):
    """The fields that hold addresses; of a translated field, the columns of its languages."""
    translated = getattr(model, "translated_fields", ())
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, RichText | models.URLField) and field.name not in translated
    ]


def parents(model):
    """The foreign keys to the rows that rows of `model` are a part of."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.many_to_one and field.remote_field.on_delete is models.CASCADE
    ]


def public_rows(model):
    """Published pages, the parts of published pages, and rows that have no page."""
    if issubclass(model, Content):
        return model.objects.published()
    rows = model._default_manager.all()
    for field in parents(model):
        rows = rows.select_related(field.name)
        if issubclass(field.related_model, Content):
            rows = rows.filter(**{f"{field.name}__in": field.related_model.objects.published()})
    return rows


def sources_of(row, columns):
    links = []
    for column in columns:
        value = getattr(row, column.name) or ""
        urls = addresses_in(value) if isinstance(column, RichText) else [value.strip()]
        links += [(url, column.name) for url in urls if url]
    if not links:
        return []
    form, group = form_of(row)
    owner = rights.owner_of(row)
    owner = rights.owner_of(form) if owner is None else owner
    return [
        Source(url, form._meta.label_lower, form.pk, group or field, str(form)[:250], owner)
        for url, field in links
    ]


def form_of(row):
    """(row with a form, name of the rows inside it): a link of a project stands in its form."""
    if admin.site.is_registered(type(row)):
        return row, ""
    for field in parents(type(row)):
        if admin.site.is_registered(field.related_model):
            return getattr(row, field.name), field.remote_field.get_accessor_name()
    return row, ""
