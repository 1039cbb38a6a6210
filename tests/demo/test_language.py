"""The texts of the demonstration are set as their language sets them."""

import re

import pytest
from django.apps import apps

pytestmark = pytest.mark.django_db
# “ closes in other languages what „ opens; Latvian closes with ”.
WRONG = {
    "lv": re.compile(r"[“‘\"]| [-—] |\d-\d{4}\b|\d\.gad| \.|\.\.|  "),
    "en": re.compile(r"[„‘\"']| [-—] | \.|\.\.|  "),
}
QUOTES = {"lv": "„”", "en": "“”"}


def texts(language):
    """(where, text without tags) of every translated field."""
    for model in apps.get_models():
        names = [name for name in getattr(model, "translated_fields", ()) if name != "slug"]
        for row in model.objects.all() if names else ():
            for name in () if getattr(row, "text_language", "") else names:
                if text := getattr(row, f"{name}_{language}"):
                    yield f"{model._meta.label} {row.pk} {name}", re.sub("<[^>]*>", "", text)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_quotes_dashes_and_spaces_are_those_of_the_language(language):
    found = {where: WRONG[language].findall(text) for where, text in texts(language)}

    assert {where: signs for where, signs in found.items() if signs} == {}


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_quote_is_closed(language):
    opened, closed = QUOTES[language]
    uneven = [where for where, text in texts(language) if text.count(opened) != text.count(closed)]

    assert uneven == []
