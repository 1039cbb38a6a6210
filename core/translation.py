"""Makes every model that names `translated_fields` translatable; no app registers by hand."""

from functools import cache, cached_property

from django.apps import apps
from django.conf import settings
from django.utils.translation import get_language
from modeltranslation import manager
from modeltranslation.fields import TranslationFieldDescriptor
from modeltranslation.thread_context import fallbacks_enabled
from modeltranslation.translator import TranslationOptions, translator
from modeltranslation.utils import build_localized_fieldname, resolution_order

from .languages import label_in_lazy


class InActiveLanguage(TranslationFieldDescriptor):
    """What modeltranslation chooses, without its detours where all columns are texts."""

    def __get__(self, instance, owner):
        if instance is None or not fallbacks_enabled():
            return super().__get__(instance, owner)
        known = vars(instance)
        for column in columns(self.field.name, get_language() or settings.LANGUAGE_CODE):
            text = known.get(column, self)  # a column that was not read is no text
            if text and isinstance(text, str):
                return text
            if text is not None and not (text == "" and self.is_never_null):
                return super().__get__(instance, owner)
        return "" if self.is_never_null else super().__get__(instance, owner)

    @cached_property
    def is_never_null(self):
        return self.field.get_default() == ""


@cache
def columns(name, language):
    """The columns of a field in the order in which they are shown to readers of a language."""
    return [build_localized_fieldname(name, each) for each in resolution_order(language)]


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


@cache
def multilingual(queryset_class):
    """Its class with translations: modeltranslation makes one anew for each question."""
    return make_class(queryset_class, instantiate=False)


def class_or_queryset(queryset_class, instantiate=True):
    found = multilingual(queryset_class)
    return found() if instantiate else found


make_class = manager.multilingual_queryset_factory
manager.multilingual_queryset_factory = class_or_queryset

for each in apps.get_models():
    if hasattr(each, "translated_fields"):
        translator.register(each, options_for(each))
        name_columns(each)
        quicken(each)
