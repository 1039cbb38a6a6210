"""Texts in the active language are those that modeltranslation chooses, only quicker."""

import pickle
from itertools import product

import pytest
from django.utils import translation
from modeltranslation.fields import TranslationFieldDescriptor
from modeltranslation.manager import MultilingualQuerySet
from modeltranslation.utils import fallbacks

from projects.models import Project
from projects.querysets import ProjectQuerySet
from tests.factories import ProjectFactory

FIELDS = ("title", "summary", "slug", "aims")  # each is never null but the slug


def chosen(project, name):
    """(by us, by modeltranslation)"""
    descriptor = vars(Project)[name]
    return getattr(project, name), TranslationFieldDescriptor.__get__(descriptor, project, Project)


@pytest.mark.parametrize("name", FIELDS)
def test_text_is_the_one_that_modeltranslation_chooses(name):
    for lv, en in product((None, "", "Ābols"), (None, "", "Apple")):
        project = Project(**{f"{name}_lv": lv, f"{name}_en": en})
        for language, falls_back in product(("lv", "en"), (True, False)):
            with translation.override(language), fallbacks(falls_back):
                ours, theirs = chosen(project, name)
            assert ours == theirs, (lv, en, language, falls_back)


@pytest.mark.django_db
@pytest.mark.parametrize("name", FIELDS)
def test_column_that_was_not_read_is_read(name):
    ProjectFactory(**{f"{name}_lv": "abols", f"{name}_en": "apple"})

    with translation.override("en"):
        project = Project.objects.defer(f"{name}_en").get()
        assert "apple" in getattr(project, name)


def test_class_of_a_question_is_made_once():
    """modeltranslation makes one for each question."""
    rows = Project.objects.all()

    assert type(rows) is type(Project.objects.filter(pk=1)) is type(rows.exclude(pk=1))
    assert issubclass(type(rows), ProjectQuerySet)
    assert issubclass(type(rows), MultilingualQuerySet)
    assert pickle.loads(pickle.dumps(rows.query)).model is Project  # noqa: S301 (our own)
