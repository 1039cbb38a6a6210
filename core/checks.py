"""System checks that tell whoever adds a kind of content what is still missing."""

from django.contrib.admin import site
from django.core import checks
from django.core.exceptions import FieldDoesNotExist
from django.urls import NoReverseMatch, reverse

from .content import content_models


def missing_addresses(model):
    opts = model._meta
    for kind, args in (("list", []), ("data", ["csv"]), ("detail", ["slug"])):
        name = f"{opts.app_label}:{opts.model_name}_{kind}"
        try:
            reverse(name, args=args)
        except NoReverseMatch:
            yield checks.Error(f"Add an address named {name}.", obj=model, id="core.E001")


def unknown_public_fields(model):
    for name in model.public_fields:
        try:
            model._meta.get_field(name)
        except FieldDoesNotExist:
            yield checks.Error(f"No field {name} to publish.", obj=model, id="core.E002")


@checks.register(checks.Tags.urls)
def content_types_are_complete(app_configs, **kwargs):
    for model in content_models():
        yield from missing_addresses(model)
        yield from unknown_public_fields(model)
        if model not in site._registry:
            yield checks.Error("Add an admin class.", obj=model, id="core.E003")
