"""Moments in forms: the hour that comes twice in autumn, and the one that clocks skip in spring."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.admin.forms import Moment
from news.models import Post
from tests.admin.forms import sent
from tests.factories import PostFactory


@pytest.mark.django_db
def test_page_published_in_the_hour_that_comes_twice_can_be_edited(editor_client):
    moment = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the first 3.30 of that night
    post = PostFactory(published_at=moment)
    form = reverse("admin:news_post_change", args=[post.pk])

    answer = editor_client.post(form, sent(editor_client.get(form), title_lv="Labots"))

    assert answer.status_code == 302
    assert Post.objects.values_list("title_lv", "published_at").get() == ("Labots", moment)


def test_hour_that_clocks_skip_is_refused():
    with pytest.raises(ValidationError):
        Moment().clean("2026-03-29T03:30")
