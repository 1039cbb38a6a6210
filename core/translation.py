"""Makes every model that names `translated_fields` translatable; no app registers by hand."""

from django.apps import apps
from django.conf import settings
from django.utils.translation import get_language
from modeltranslation.fields import TranslationFieldDescriptor
from modeltranslation.translator import TranslationOptions, translator

from .languages import label_in_lazy


class InActiveLanguage(TranslationFieldDescriptor):
    """A text in the active language, which mostly is there; else what modeltranslation chooses."""

    def __get__(self, instance, owner):
        if instance is not None:
            text = vars(instance).get(f"{self.field.name}_{get_language()}")
            if text and isinstance(text, str):
                return text
        return super().__get__(instance, owner)


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


def quicken(model):
    """Most texts of a page are read through this."""
    for name in model.translated_fields:
        vars(model)[name].__class__ = InActiveLanguage


for each in apps.get_models():
    if hasattr(each, "translated_fields"):
        translator.register(each, options_for(each))
        name_columns(each)
        quicken(each)
