"""The first page of the administration: what waits for the person who signed in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.admin.dashboard import cards
from core.links import BrokenLink
from core.models import Image
from core.roles import AUTHOR, EDITOR, MODERATOR, NETWORK_EDITOR, SITE_ADMINISTRATOR
from core.versions import Version
from projects.models import Project
from tests.factories import (
    PageFactory,
    PartnershipFactory,
    PostFactory,
    ProjectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def own():
    """The partnership of the people in these tests."""
    return PartnershipFactory(title_en="")


def person(role, *partnerships):
    user = UserFactory(groups=[role])
    user.partnerships.set(partnerships)
    return user


def numbers(user):
    """{key of a card: number} of what waits."""
    return {card.key: card.number for card in cards(user) if card.number}


def titles(user, key):
    return [name for card in cards(user) if card.key == key for _address, name, _note in card.rows]


def test_everything_that_waits_is_counted(own):
    PostFactory(title_lv="Melnraksts", title_en="Draft", owner=own, published_at=None)
    PostFactory(title_lv="Drīz", owner=own, published_at=NOW + timedelta(days=3))
    PageFactory(title_lv="Beidzas", owner=own, unpublish_at=NOW + timedelta(days=13))
    PageFactory(title_lv="Paliek", owner=own, unpublish_at=NOW + timedelta(days=15))
    PageFactory(title_lv="Bez angļu", title_en="", owner=own)
    old = PageFactory(title_lv="Sena", owner=own, published_at=NOW - timedelta(days=900))
    type(old).objects.filter(pk=old.pk).update(updated_at=NOW - timedelta(days=800))
    Image.objects.create(original_name="x.jpg", owner=own)
    BrokenLink.objects.create(
        url="https://a.example/", label="pages.page", object_id=old.pk, owner=own, reason="gone"
    )
    user = person(EDITOR, own)

    assert numbers(user) == {
        "broken": 1,
        "ending": 1,
        "drafts": 1,
        "scheduled": 1,
        "stale": 1,
        "english": 2,
        "pictures": 1,
    }
    found = {key: titles(user, key) for key in ("ending", "drafts", "scheduled", "stale")}
    assert found == {
        "ending": ["Beidzas"],
        "drafts": ["Melnraksts"],
        "scheduled": ["Drīz"],
        "stale": ["Sena"],
    }


@pytest.mark.parametrize("role", [AUTHOR, EDITOR])
def test_what_belongs_to_others_does_not_wait(own, role):
    other = PartnershipFactory()
    project = ProjectFactory(owner=other, published_at=None, title_lv="Svešs")
    Image.objects.create(original_name="x.jpg", owner=other)
    common = {"label": project.label, "object_id": project.pk, "owner": other}
    BrokenLink.objects.create(url="https://a.example/", reason="gone", **common)
    Version.objects.create(kind="draft", user=UserFactory(), data={}, **common)

    assert set(numbers(person(role, own))) <= {"english"}
    assert {"broken", "changes", "drafts", "pictures"} <= set(numbers(person(NETWORK_EDITOR)))


def test_drafts_of_changes_wait_for_those_who_publish(own):
    author = person(AUTHOR, own)
    page = PageFactory(owner=own, title_lv="Par mums")
    Version.objects.create(
        **{"label": page.label, "object_id": page.pk, "kind": "draft", "owner": own},
        **{"user": author, "user_name": "Anna", "name": "Par mums", "data": {}},
    )

    assert titles(person(EDITOR, own), "changes") == ["Par mums"]
    assert titles(author, "changes") == ["Par mums"]
    assert titles(person(AUTHOR, own), "changes") == []


def test_draft_of_a_page_that_is_deleted_does_not_wait(client, own):
    post, user = PostFactory(owner=own), person(EDITOR, own)
    place = {"label": "news.post", "object_id": post.pk, "owner": own, "user": user}
    Version.objects.create(kind="draft", data={}, **place)
    client.force_login(user)

    client.post(reverse("admin:news_post_delete", args=[post.pk]), {"post": "yes"})

    assert "changes" not in numbers(user)
    Version.objects.deleted().update(kind="saved")  # it has been brought back
    assert numbers(user)["changes"] == 1


def test_site_administrator_is_not_asked_to_write(own):
    PostFactory(published_at=None)
    Image.objects.create(original_name="x.jpg")

    assert numbers(person(SITE_ADMINISTRATOR)) == {}


def test_first_failure_of_another_site_does_not_wait(own):
    BrokenLink.objects.create(
        url="https://a.example/", label="pages.page", object_id=1, reason="silent", is_certain=False
    )

    assert "broken" not in numbers(person(NETWORK_EDITOR))


def test_running_project_whose_end_has_passed_is_out_of_date(own):
    today = timezone.localdate()
    ended = ProjectFactory(title_lv="Beidzies", status="running", end_on=today - timedelta(days=1))
    ProjectFactory(title_lv="Notiek", status="running", end_on=today)
    ProjectFactory(title_lv="Pabeigts", status="completed", end_on=today - timedelta(days=99))
    ProjectFactory(status="running", end_on=today - timedelta(days=1), published_at=None)

    card = next(card for card in cards(person(NETWORK_EDITOR)) if card.key == "stale")

    assert [(row.pk, row.stale_because) for row in Project.objects.stale()] == [(ended.pk, "ended")]
    assert [name for _address, name, _note in card.rows] == ["Beidzies"]


def test_card_names_five_and_leads_to_all(client, own):
    user = person(EDITOR, own)
    for number in range(7):
        PostFactory(title_lv=f"Raksts {number}", owner=own, published_at=None)
    ProjectFactory(title_lv="Projekts", owner=own, published_at=None)
    PostFactory(published_at=None, owner=PartnershipFactory())
    client.force_login(user)

    card = next(card for card in cards(user) if card.key == "drafts")

    assert card.number == 8
    assert [name for _address, name, _note in card.rows] == [
        "Projekts",
        *(f"Raksts {number}" for number in (6, 5, 4, 3)),
    ]
    listed = [client.get(address).context["cl"].result_count for address, _name, _n in card.lists]
    assert sorted(listed) == sorted(number for _address, _name, number in card.lists) == [1, 7]


@pytest.mark.parametrize("key", ["drafts", "scheduled", "ending", "stale", "english", "pictures"])
def test_numbers_are_those_of_the_lists_behind_them(client, own, key):
    user = person(EDITOR, own)
    second = PartnershipFactory()
    user.partnerships.add(second)
    for owner in (own, second, PartnershipFactory()):
        PageFactory(owner=owner, published_at=None, title_en="")
        PageFactory(owner=owner, published_at=NOW + timedelta(days=1))
        PageFactory(owner=owner, unpublish_at=NOW + timedelta(days=1))
        old = PageFactory(owner=owner)
        type(old).objects.filter(pk=old.pk).update(updated_at=NOW - timedelta(days=800))
        Image.objects.create(original_name="x.jpg", owner=owner)
    client.force_login(user)

    card = next(card for card in cards(user) if card.key == key)

    assert card.lists != []
    for address, _name, number in card.lists:
        assert client.get(address).context["cl"].result_count == number, address


def test_every_link_of_the_first_page_opens(client, own):
    user = person(NETWORK_EDITOR)
    page = PageFactory(owner=own, title_en="")
    PostFactory(published_at=None)
    Image.objects.create(original_name="x.jpg")
    for url, field in (("https://a.example/", "body_lv"), ("/lv/nav/", "nav")):
        BrokenLink.objects.create(
            **{"url": url, "label": "pages.page", "object_id": page.pk, "field": field},
            reason="gone",
        )
    client.force_login(user)

    found = cards(user)
    addresses = [row[0] for card in found for row in [*card.rows, *card.lists]]

    assert [each for each in addresses if client.get(each).status_code != 200] == []
    text = client.get(reverse("admin:index")).text
    assert [each for each in addresses if each.replace("&", "&amp;") not in text] == []


@pytest.mark.parametrize("language", ["lv", "en"])
def test_first_page_is_friendly_when_nothing_waits(client, own, language):
    user = person(AUTHOR, own)
    user.language = language
    user.save()
    type(own).objects.update(title_en="Partnership")
    client.force_login(user)

    page = client.get(reverse("admin:index")).text

    assert 'class="all-done"' in page
    assert 'class="card ' not in page


def test_person_without_any_role_sees_no_cards(client):
    client.force_login(UserFactory())

    assert 'class="waiting"' not in client.get(reverse("admin:index")).text


def test_questions_do_not_grow_with_rows(own):
    counts = []
    for number in (1, 6):
        for _each in range(number):
            post = PostFactory(owner=own, published_at=None, title_en="")
            ProjectFactory(owner=own, unpublish_at=NOW + timedelta(days=2), title_en="")
            Image.objects.create(original_name="x.jpg", owner=own)
            BrokenLink.objects.create(
                url="/x", label=post.label, object_id=post.pk, owner=own, reason="missing"
            )
        user = person(EDITOR, own)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            cards(user)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 20


@pytest.mark.parametrize(("role", "is_told"), [(MODERATOR, True), (AUTHOR, False), (EDITOR, False)])
def test_first_page_of_a_moderator_speaks_of_what_visitors_send_in(client, own, role, is_told):
    client.force_login(person(role, own))

    page = client.get(reverse("admin:index")).text

    assert ("Šeit izlasa apmeklētāju iesūtīto" in page) is is_told
    assert ("visas lapas ir abās valodās" in page or "labo visu, ko vietne rāda" in page) != is_told
