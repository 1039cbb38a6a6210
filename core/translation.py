"""Makes every model that names `translated_fields` translatable; no app registers by hand."""

from django.apps import apps
from django.conf import settings
from modeltranslation.translator import TranslationOptions, translator

from .languages import label_in_lazy


def options_for(model):
    fields = tuple(model.translated_fields)
    empty = {name: None if name == "slug" else "" for name in fields}
    return type(
        f"{model.__name__}Translation",
        (TranslationOptions,),
        {"fields": fields, "required_languages": ("lv",), "empty_values": empty},
    )


def name_columns(model):
    """Name each language's column as people read it, in forms, lists, messages and history."""
    for name in model.translated_fields:
        for language in settings.MODELTRANSLATION_LANGUAGES:
            column = model._meta.get_field(f"{name}_{language}")
            column.verbose_name = label_in_lazy(language, column.translated_field.verbose_name)


for each in apps.get_models():
    if hasattr(each, "translated_fields"):
        translator.register(each, options_for(each))
        name_columns(each)
