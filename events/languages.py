"""The languages in which something is spoken: codes in the database, boxes to tick in forms."""

from babel import Locale
from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.functional import lazy
from django.utils.text import capfirst

from core.numbers import locale

CODES = ("lv", "en", "ru", "lt", "et", "uk", "ro", "de", "fi", "sv", "pl", "fr")


def name(code):
    """„latviešu“ or “Latvian”, in the active language."""
    return Locale.parse(locale()).languages[code]


def choices():
    return [(code, lazy(name, str)(code)) for code in CODES]


class SpokenLanguages(ArrayField):
    """Codes of ISO 639-1, in the order of `CODES`."""

    def __init__(self, **kwargs):
        kwargs |= {"base_field": models.CharField(max_length=2), "default": list, "blank": True}
        super().__init__(**kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for each in ("base_field", "default", "blank", "size"):
            kwargs.pop(each, None)
        return name, path, args, kwargs

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
