"""Every address that the site answers, read from its URL patterns."""

import re

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import get_resolver

from .table import TABLE


def addresses(resolver=None, before="", space=""):
    """(pattern, name) of every address of the site."""
    for each in (resolver or get_resolver()).url_patterns:
        pattern = before + str(each.pattern).removeprefix("^")
        if hasattr(each, "url_patterns"):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from addresses(each, pattern, inner)
        else:
            yield pattern, f"{space}{each.name}" if each.name else ""


def first_row(world, model):
    return next((world.rows[name] for name in TABLE if type(world.rows[name]) is model), None)


def model_of(pattern):
    found = re.match(r"admin/([a-z]+)/([a-z]+)/", pattern)
    models = {(each._meta.app_label, each._meta.model_name): each for each in admin.site._registry}
    return models.get(found.groups()) if found else None


def filled(pattern, world):
    """An address of this pattern that leads to a row which there is."""
    model = model_of(pattern)
    # A model without a row is named by test_every_model_has_rows_in_the_table.
    row = (model and first_row(world, model)) or world.rows["own draft"]
    keys = {
        "content_type_id": ContentType.objects.get_for_model(row).pk,
        "uidb36": "1",
        "app_label": "projects",
        "url": "nothing",
        "key": "x",
    }
    pattern = re.sub(r"\(\?P<app_label>[^)]*\)", "projects", pattern)
    pattern = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", pattern).rstrip("$")
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda name: str(keys.get(name[1], row.pk)), pattern)


def administration():
    """(pattern, name) of every address under /admin/."""
    return [(pattern, name) for pattern, name in addresses() if pattern.startswith("admin/")]
