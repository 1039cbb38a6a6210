"""Acceptance 2: what is for participants alone opens by a confirmed person's link, and only so."""

import hashlib

import pytest
from django.core import signing

from engage.links import end_links
from events.models import Registration
from events.parts import Material
from library import access
from library.models import Item
from tests.factories import ItemFactory, ItemFileFactory, RegistrationFactory
from tests.library.test_pages import READER, taken

pytestmark = pytest.mark.django_db
State = Registration.State


@pytest.fixture
def person():
    """Somebody with a place at an event that hands out slides."""
    row = ItemFileFactory(item__visibility="registered", item__title_lv="Slaidi")
    person = RegistrationFactory(state=State.CONFIRMED, confirmed_at=row.item.created_at)
    Material.objects.create(event=person.event, item=row.item)
    return person


@pytest.fixture
def item(person):
    return Item.objects.get()


def path_of(item, person):
    return access.link_to(item, person).removeprefix("http://127.0.0.1:8000")


def test_visitors_find_nothing_and_a_participant_opens_page_and_file(client, person, item):
    link = path_of(item, person)
    file = item.files.get()

    page = client.get(link)

    assert client.get(item.get_absolute_url()).status_code == 404
    assert client.get(f"/d/{item.short_code}/").status_code == 404
    assert (page.status_code, ">Slaidi</h1>" in page.text) == (200, True)
    assert f'href="{link}lv.pdf"' in page.text
    assert file.address() not in page.text
    answer = client.get(f"{link}lv.pdf", headers=READER)
    assert hashlib.sha256(b"".join(answer.streaming_content)).hexdigest() == file.sha256
    assert len(taken(item)) == 1
    for response in (page, answer):
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert response.headers["Referrer-Policy"] == "no-referrer"


def test_page_of_a_participant_tells_machines_nothing(client, person, item):
    page = client.get(path_of(item, person)).text

    assert "application/ld+json" not in page
    assert 'name="DC.' not in page
    assert "data-page=" not in page
    assert "facebook.com" not in page


@pytest.mark.parametrize(
    "happens",
    [
        lambda person, item: Registration.objects.update(state=State.CANCELLED),
        lambda person, item: Registration.objects.update(
            state=State.WAITING, queued_at=item.created_at
        ),
        lambda person, item: Material.objects.all().delete(),
        lambda person, item: end_links(person),
        lambda person, item: Registration.objects.anonymise(item.created_at),
        lambda person, item: person.delete(),
        lambda person, item: Item.objects.update(published_at=None),
        lambda person, item: Item.objects.update(visibility="staff"),
        lambda person, item: item.delete() if not item.materials.all().delete() else None,
    ],
)
def test_link_ends_when_its_ground_goes(client, person, item, happens):
    link = path_of(item, person)
    assert client.get(link).status_code == 200

    happens(person, item)

    assert client.get(link).status_code == 404
    assert client.get(f"{link}lv.pdf").status_code == 404


def test_link_opens_one_item_for_one_purpose(client, person, item):
    other = ItemFactory(visibility="registered")
    link = path_of(item, person)
    base = link.rpartition(link.split("/")[-2])[0]
    foreign = signing.dumps([other.pk, "events.registration", person.public_id.hex, 1], salt="x")
    tokens = [access.token(other, person), foreign, "x", access.token(item, person)[:-1]]

    assert [client.get(f"{base}{token}/").status_code for token in tokens] == [404] * 4


def test_public_item_is_linked_by_its_own_address(client, person, item):
    link = path_of(item, person)
    Item.objects.update(visibility="public")
    item.refresh_from_db()

    assert client.get(link).url == item.get_absolute_url()
    assert path_of(item, person) == item.get_absolute_url()
