"""Single pages of the directory: what they ask the database, whom one can write to."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from directory.models import ContactPoint
from partnership.models import Person
from tests.factories import (
    CommunityEntryFactory,
    CommunityFactory,
    ContactPointFactory,
    EntryFactory,
    EventFactory,
    ItemFactory,
    ItemFileFactory,
    ListingFactory,
    OrganisationFactory,
    OrganisationProfileFactory,
    ProjectFactory,
    SectorFactory,
    TerritoryFactory,
)
from tests.opendata.reading import text

pytestmark = pytest.mark.django_db
WITHOUT_ADDRESS, WITH_ADDRESS = {"email": ""}, {"email": "ilze@example.lv"}


def item(project):
    """A work of a project with a file."""
    return ItemFileFactory(item=ItemFactory(project=project), url="https://example.lv/").item


def project():
    made = ProjectFactory()
    made.territories.add(TerritoryFactory())
    return made


def event(project, **when):
    made = EventFactory(project=project, **when)
    made.territories.add(TerritoryFactory())
    return made


def community(number):
    """A community with so many rows behind each list of its page."""
    made = CommunityFactory(
        entries=number, leader=ContactPointFactory(), supporter=OrganisationFactory()
    )
    over = timezone.now() - timedelta(days=9)
    for _each in range(number):
        met = {"kind": "need", "status": "solved", "solved_by": project()}
        CommunityEntryFactory(community=made, **met)
        made.projects.add(project())
        made.stories.add(item(project()))
        made.events.add(event(project()), event(project(), starts_at=over))
    return made


def entry(number):
    """An organisation with so many rows behind each list of its page, and a brand book."""
    made = EntryFactory(
        contact=ContactPointFactory(), territory=TerritoryFactory(), brand_book=item(project())
    )
    for _each in range(number):
        made.sectors.add(SectorFactory())
        made.projects.add(project())
        ListingFactory(entry=made, project=project()).sectors.add(SectorFactory())
    return made


def listing(number):
    """An offer of such an organisation in so many sectors."""
    made = ListingFactory(entry=entry(number), project=project())
    made.sectors.set(SectorFactory.create_batch(number))
    return made


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize(
    ("make", "most"),
    [(community, 8), (entry, 8), (listing, 5)],
    ids=["community", "entry", "listing"],
)
def test_page_asks_little_however_much_it_shows(
    client, django_assert_max_num_queries, make, most, language
):
    few, many = make(1).url_in(language), make(3).url_in(language)
    client.get(few)  # what is asked once and then remembered

    with django_assert_max_num_queries(most):
        assert client.get(many).status_code == 200


@pytest.mark.parametrize("page", ["/lv/nvo/", "/en/ngos/", "/lv/nvo/marupes-novads/"])
def test_page_about_organisations_asks_little(client, django_assert_max_num_queries, page):
    now, territory = timezone.now(), TerritoryFactory(slug="marupes-novads")
    answered = {"state": "published", "decided_at": now, "answered_at": now, "is_public": True}
    OrganisationProfileFactory.create_batch(3, territory=territory, **answered)
    for _each in range(3):
        item(project())
    client.get(page)  # what is asked once and then remembered

    with django_assert_max_num_queries(8):
        assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    ("own", "of_person", "is_offered"),
    [
        (WITH_ADDRESS, None, True),
        (WITHOUT_ADDRESS, None, False),
        (WITHOUT_ADDRESS, WITH_ADDRESS, True),
        (WITHOUT_ADDRESS, WITHOUT_ADDRESS, False),
    ],
)
def test_page_offers_to_write_to_those_who_can_be_written_to(client, own, of_person, is_offered):
    person = (
        Person.objects.create(organisation=OrganisationFactory(), **of_person)
        if of_person
        else None
    )
    contact = ContactPointFactory(person=person, **own)
    organisation = EntryFactory(contact=contact)
    offer = ListingFactory(entry=organisation)
    form, about = (
        reverse("directory:write", args=[contact.public_id]),
        reverse("directory:write_about", args=[offer.slug]),
    )

    told = [
        form in text(client.get(CommunityFactory(leader=contact).url_in("lv"))),
        form in text(client.get(organisation.url_in("lv"))),
        about in text(client.get(offer.url_in("lv"))),
    ]

    assert told == [is_offered] * 3
    assert ContactPoint.objects.get().is_reachable == is_offered
    assert (client.get(form).status_code == 200) == is_offered


@pytest.mark.parametrize("is_named_elsewhere", [False, True])
def test_draft_offers_to_write_only_to_whom_a_public_page_names(admin_client, is_named_elsewhere):
    contact = ContactPointFactory()
    draft = CommunityFactory(leader=contact, published_at=None)
    if is_named_elsewhere:
        EntryFactory(contact=contact)

    told = text(admin_client.get(draft.url_in("lv")))

    form = reverse("directory:write", args=[contact.public_id])
    assert (form in told) == is_named_elsewhere
