"""The world is made once for all cells; each test undoes what it did."""

import pytest
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import override_settings
from django.utils import translation

from config import urls
from core.admin import recording

from .world import World


@pytest.fixture(scope="package")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(autouse=True)
def files_of_the_world(settings, media):
    settings.MEDIA_ROOT = media


@pytest.fixture(scope="package")
def undrawn():
    """Pages of the administration and of errors are not drawn: that would take half of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SimpleTemplateResponse, "rendered_content", "")
        patch.setattr(urls, "handler403", lambda request, exception: HttpResponse(status=403))
        patch.setattr(urls, "handler404", lambda request, exception: HttpResponse(status=404))
        yield


@pytest.fixture(scope="package")
def recorded_by_the_same_forms():
    """Versions hold every field, whoever saves: their forms are made once for each kind of rows."""
    make, made = recording.form_classes, {}

    def classes(model_admin, request, row):
        if not isinstance(request.user, recording.Recorder):
            return make(model_admin, request, row)
        key = model_admin, row is None
        if key not in made:
            made[key] = make(model_admin, request, row)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recording, "form_classes", classes)
        yield


@pytest.fixture(scope="package")
def groups_that_stay():
    """What somebody may by their groups is asked once, not again in each of thousands of pages."""
    ask, known = ModelBackend._get_permissions, {}

    def of_person(backend, user, row, source):
        key = user.pk, user.is_active, user.is_superuser, row is None, source
        if key not in known:
            known[key] = ask(backend, user, row, source)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ModelBackend, "_get_permissions", of_person)
        yield


@pytest.fixture(scope="package")
def quickly(undrawn, recorded_by_the_same_forms, groups_that_stay):
    """All that spares time."""


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker, media, quickly):
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=media),
        translation.override("lv"),
        transaction.atomic(),
    ):
        yield World()
        transaction.set_rollback(True)
