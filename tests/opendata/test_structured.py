"""What pages say in the words of schema.org: kinds, properties, nothing that is not public."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.models import Office, OpeningHours, Organisation, Phone
from projects.models import Participation
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    PostFactory,
    ProgrammeFactory,
    ProjectFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db
# schema.org knows these for a page or a work, not for an organisation such as a project.
NOT_OF_PROJECTS = {"keywords", "about", "license", "dateModified"}


def nodes(page):
    """{type: node} of all that stands in a page."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    return {node["@type"]: node for block in blocks for node in json.loads(block)["@graph"]}


@pytest.fixture
def office():
    """The office of the site's own partnership, open on Monday morning."""
    host = PartnershipFactory(title_lv="Mūsu partnerība", is_host=True)
    office = Office.objects.create(
        organisation=host.organisation,
        address_lv="Lielā iela 1, Jelgava",
        postcode="LV-3001",
        email="birojs@example.org",
    )
    Phone.objects.create(office=office, number="+371 26 399 946")
    OpeningHours.objects.create(office=office, weekday=1, opens_at="09:00", closes_at="12:30")
    return office


def test_project_is_what_a_grant_funds(client):
    lead = OrganisationFactory(name_lv="Vadītāja", kind=Organisation.Kind.LAG)
    project = ProjectFactory(
        title_lv="Kopā",
        number="19-00-A019",
        start_on="2019-08-01",
        start_precision="month",
        total_cost=1000,
        cofinancing_rate=90,
        partner=lead,
    )
    Participation.objects.update(role="lead")
    project.themes.add(ThemeFactory(name_lv="Ūdens"))

    found = nodes(client.get(project.url_in("lv")))

    node = found["Project"]
    assert node["@id"] == project.stable_url
    assert node["identifier"]["value"] == "19-00-A019"
    assert node["foundingDate"] == "2019-08"
    assert node["parentOrganization"]["name"] == "Vadītāja"
    assert node["member"][0]["@type"] == "NGO"
    assert not node.keys() & NOT_OF_PROJECTS
    grant = node["funding"]
    assert grant["@type"] == "MonetaryGrant"
    assert grant["amount"] == {"@type": "MonetaryAmount", "value": 900.0, "currency": "EUR"}
    assert grant["fundedItem"] == {"@id": project.stable_url}
    assert found["WebPage"]["keywords"] == ["Ūdens"]
    assert found["WebPage"]["mainEntity"] == {"@id": project.stable_url}


def test_draft_programme_and_unnamed_person_are_not_told(client):
    person = OrganisationFactory(name_lv="Anna Liepa", is_natural_person=True)
    project = ProjectFactory(
        programme=ProgrammeFactory(title_lv="Slepenā", published_at=None),
        published_at=timezone.now() - timedelta(days=731),
        partner=person,
    )

    node = nodes(client.get(project.url_in("lv")))["Project"]

    assert "name" not in node["funding"]
    assert "member" not in node


def test_news_name_published_projects_only(client, picture):
    shown, hidden = ProjectFactory(title_lv="Redzams"), ProjectFactory(published_at=None)
    post = PostFactory(title_lv="Ziņa", projects=[shown, hidden], cover=picture)

    page = client.get(post.url_in("lv"))

    node = nodes(page)["NewsArticle"]
    assert node["headline"] == "Ziņa"
    assert [each["name"] for each in node["about"]] == ["Redzams"]
    assert node["image"]["url"].endswith(".jpg")
    assert '<meta property="og:image:alt" content="Krasts">' in page.text
    assert '<meta property="og:image:width" content="600">' in page.text
    assert '<meta property="og:locale" content="lv_LV">' in page.text
    assert '<meta property="og:locale:alternate" content="en_GB">' in page.text
    assert '<meta property="article:modified_time"' in page.text


@pytest.mark.parametrize("address", ["/lv/", "/lv/kontakti/", "/lv/partneribas/musu-partneriba/"])
def test_host_says_where_and_when_it_receives_visitors(client, office, address):
    page = client.get(address)

    node = nodes(page)["NGO"]
    assert node["name"] == "Mūsu partnerība"
    assert node["telephone"] == "+371 26 399 946"
    assert node["address"]["streetAddress"] == "Lielā iela 1, Jelgava"
    (hours,) = node["location"][0]["openingHoursSpecification"]
    assert hours["dayOfWeek"] == "https://schema.org/Monday"
    assert (hours["opens"], hours["closes"]) == ("09:00", "12:30")
    assert office.email not in page.text


def test_first_page_is_a_site_with_a_search(client):
    site = nodes(client.get("/en/"))["WebSite"]

    assert site["inLanguage"] == "en"
    assert site["potentialAction"]["target"].endswith("/en/search/?q={search_term_string}")
