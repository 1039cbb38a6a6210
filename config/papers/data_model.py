"""docs/data-model.md, made from the models: what is kept, and how it hangs together."""

import inspect

from django.apps import apps
from django.conf import settings
from django.db import models

HEAD = r"""# Data model

Made from the models by `manage.py papers`; a test keeps it current. Change the models, not this
page.

Of each model: what a row is, its fields in their order, what must be true of it. A field with \*
has a column for each language, → leads to one row, ⇉ to several, ? may be empty.
"""
WORDS = {
    "BooleanField": "yes or no",
    "CharField": "text",
    "SlugField": "address",
    "TextField": "long text",
    "RichText": "formatted text",
    "URLField": "web address",
    "EmailField": "e-mail",
    "DateField": "day",
    "DateTimeField": "moment",
    "TimeField": "time",
    "DecimalField": "decimal",
    "FileField": "file",
    "ImageField": "picture",
    "JSONField": "JSON",
    "UUIDField": "UUID",
    "GenericIPAddressField": "IP address",
}


def page():
    """The whole page, in the order of the layers: what many build on comes last."""
    return "\n".join([HEAD, *(line for config in our_apps() for line in chapter(config))])


def our_apps():
    """The site's own apps that have models, from the top down as they are installed."""
    own = [each for each in apps.get_app_configs() if "." not in each.name and is_ours(each)]
    return [each for each in reversed(own) if list(each.get_models())]


def is_ours(config):
    return str(settings.BASE_DIR) in str(config.path) and ".venv" not in str(config.path)


def chapter(config):
    yield f"## {config.label}"
    yield ""
    for model in sorted(config.get_models(), key=lambda each: each.__name__):
        yield from section(model)


def section(model):
    yield f"### {model.__name__}"
    yield (inspect.getdoc(model) or "").partition("\n\n")[0].replace("\n", " ")
    yield ""
    yield " · ".join(described(model, each) for each in fields(model))
    rules = [name.removeprefix(f"{model._meta.app_label}_") for name in constraints(model)]
    if rules:
        yield ""
        yield f"Rules: {', '.join(rules)}."
    yield ""


def fields(model):
    """The fields that the model declares; of the columns of languages, the field they belong to."""
    own = [*model._meta.fields, *model._meta.many_to_many]
    return [each for each in own if not hasattr(each, "translated_field") and each.name != "id"]


def described(model, field):
    star = "\\*" if field.name in getattr(model, "translated_fields", ()) else ""
    is_filled = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    may_be = field.null or (field.blank and not field.many_to_many and not is_filled)
    empty = "?" if may_be else ""
    return f"`{field.name}`{star}{empty} {kind(field)}"


def kind(field):
    if field.is_relation:
        arrow = "⇉" if field.many_to_many else "→"
        return f"{arrow} {field.related_model._meta.label}"
    if field.choices:
        return "choice"
    if isinstance(field, models.IntegerField):
        return "number"
    return WORDS.get(type(field).__name__, "text")


def constraints(model):
    return sorted(each.name for each in model._meta.constraints)
