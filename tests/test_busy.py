"""When the database keeps a page waiting, people read what happened and lose nothing."""

import threading

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.models import Version
from core.roles import NETWORK_EDITOR, make_groups
from tests.admin.forms import sent
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.parametrize("language", ["lv", "en"])


@pytest.fixture
def hold(transactional_db):
    """Lets somebody else hold all posts; who waits for them does so a moment only."""
    is_held, is_done = threading.Event(), threading.Event()

    def keep():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK news_post IN ACCESS EXCLUSIVE MODE")
            is_held.set()
            is_done.wait(50)
        connection.close()

    def begin():
        other.start()
        assert is_held.wait(50)
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = 50")

    other = threading.Thread(target=keep)
    yield begin
    is_done.set()
    other.join()
    connection.close()


def title(language):
    with translation.override(language):
        return translation.gettext("The site is busy")


def test_save_that_waits_too_long_keeps_its_draft_and_says_so(hold, language):
    make_groups()
    post = PostFactory(title_lv="Sākums")
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory(groups=[NETWORK_EDITOR], language=language))
    form = reverse("admin:news_post_change", args=[post.pk])
    data = sent(client.get(form), title_lv="Mans teksts")
    client.post(form, {**data, "_draft": "1"}, headers={"X-Autosave": "1"})
    hold()

    answer = client.post(form, data)

    assert answer.status_code == 503
    assert title(language) in answer.text
    assert f'<html lang="{language}"' in answer.text
    assert 'href="/admin/"' in answer.text
    assert answer.headers["Retry-After"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert Version.objects.drafts().get().data["form"]["title_lv"] == ["Mans teksts"]


def test_visitors_are_asked_to_try_again(hold, language):
    hold()

    answer = Client(raise_request_exception=False).get(f"/{language}/")

    assert answer.status_code == 503
    assert title(language) in answer.text
    assert f'<html lang="{language}"' in answer.text
    assert 'href="/admin/"' not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
