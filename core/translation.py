"""Makes every model that names `translated_fields` translatable; no app registers by hand."""

from django.apps import apps
from modeltranslation.translator import TranslationOptions, translator


def options_for(model):
    fields = tuple(model.translated_fields)
    empty = {name: None if name == "slug" else "" for name in fields}
    return type(
        f"{model.__name__}Translation",
        (TranslationOptions,),
        {"fields": fields, "required_languages": ("lv",), "empty_values": empty},
    )


for each in apps.get_models():
    if hasattr(each, "translated_fields"):
        translator.register(each, options_for(each))
