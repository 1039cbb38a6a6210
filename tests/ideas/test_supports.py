"""Support: once for each mailbox, and nobody can tell whose."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from engage.forms import stamp
from engage.models import Outbox
from ideas import actions, supports
from ideas.models import Idea, Support
from tests.events.test_crowd import at_once
from tests.factories import IdeaFactory

from .sending import link_in

ADDRESSES = ("anna@example.lv", " Berta@Example.LV ", "ČESLAVS@example.lv")


def asked(client, idea, email="anna@example.lv", age=60):
    data = {"email": email, "remark": "", "shown": stamp(age=age)}
    client.post(reverse("ideas:support", args=[idea.slug]), data)
    return link_in("idea-support")


@pytest.mark.django_db(transaction=True)
def test_sixty_supports_at_once_from_three_mailboxes_are_three():
    idea = IdeaFactory()

    def support(number):
        email = ADDRESSES[number % 3]
        email = email.upper() if number % 2 else f" {email.lower()}"
        row = Idea.objects.with_relations().get(pk=idea.pk)
        return lambda: supports.give(idea=row, code=supports.voter(row.forum, email))

    at_once([support(number) for number in range(60)])

    assert Support.objects.count() == 3


@pytest.mark.django_db
def test_support_counts_when_the_button_is_pressed(client):
    idea = IdeaFactory()
    link = asked(client, idea)

    client.get(link)
    before = Support.objects.count()
    client.post(link, {"do": "give"})
    client.post(link, {"do": "give"})

    assert (before, Support.objects.count()) == (0, 1)
    assert "1 atbalstītājs" in Client().get(idea.get_absolute_url()).text
    client.post(link, {"do": "withdraw"})
    assert Support.objects.count() == 0


@pytest.mark.django_db
def test_device_that_is_known_supports_the_next_idea_with_one_click(client):
    idea = IdeaFactory()
    other = IdeaFactory(theme=idea.theme)
    client.post(asked(client, idea), {"do": "give"})

    now = reverse("ideas:support_now", args=[other.slug])
    client.post(now)
    Client().post(now)

    assert {row.idea_id for row in Support.objects.all()} == {idea.pk, other.pk}
    assert len(set(Support.objects.values_list("voter", flat=True))) == 1


@pytest.mark.django_db
def test_cookie_of_another_forum_or_made_up_supports_nothing(client):
    idea, other = IdeaFactory(), IdeaFactory()
    client.post(asked(client, idea), {"do": "give"})
    client.cookies[supports.cookie_name(other.forum)] = client.cookies[
        supports.cookie_name(idea.forum)
    ].value

    client.post(reverse("ideas:support_now", args=[other.slug]))

    assert list(Support.objects.values_list("idea", flat=True)) == [idea.pk]


@pytest.mark.django_db
def test_nothing_stored_tells_whose_support_it_is(client):
    idea = IdeaFactory()
    link = asked(client, idea)
    client.post(link, {"do": "give"})

    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(s)::text FROM ideas_support s")
        row = cursor.fetchone()[0]
    forum = idea.theme.forum
    code = Support.objects.get().voter
    assert "anna" not in row
    assert "anna" not in link
    assert code == supports.voter(forum, "ANNA@example.lv")
    forum = actions.archive(forum=forum)
    with pytest.raises(supports.NotTaken):
        supports.voter(forum, "anna@example.lv")
    assert Support.objects.get().voter == code


@pytest.mark.django_db
def test_support_ends_with_the_forum(client):
    idea = IdeaFactory()
    link = asked(client, idea)
    actions.archive(forum=idea.theme.forum)

    client.post(link, {"do": "give"})

    assert Support.objects.count() == 0
    assert "Ideju atbalstīt vairs nevar" in client.get(link).text


@pytest.mark.django_db
def test_answer_is_the_same_for_a_known_mailbox(client):
    idea = IdeaFactory()
    client.post(asked(client, idea), {"do": "give"})
    stranger = Client()

    answers = [
        stranger.post(
            reverse("ideas:support", args=[idea.slug]),
            {"email": email, "remark": "", "shown": stamp(age=age)},
        ).url
        for age, email in ((61, "anna@example.lv"), (62, "jauna@example.lv"))
    ]

    assert len(set(answers)) == 1
    assert Outbox.objects.filter(key__startswith="idea-support").count() == 3
