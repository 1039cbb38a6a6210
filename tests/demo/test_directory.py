"""The businesses of the project for Moldova, on the page of the project and in the directory."""

import pytest
from django.urls import reverse

from directory.models import Entry, Listing
from projects.models import Project

pytestmark = pytest.mark.django_db


def test_businesses_of_two_countries_stand_on_the_page_of_the_project(client):
    project = Project.objects.get(slug_lv="atbalsts-moldovas-regionu-izaugsmei")
    entries = Entry.objects.published()
    countries = [each.country for each in entries]
    assert (countries.count("LV"), countries.count("MD")) == (5, 3)
    assert {each.brand_book.kind for each in entries if each.brand_book} == {"brand_book"}

    page = client.get(project.url_in("lv")).text
    assert [each.title for each in entries if each.title not in page] == []
    listed = client.get(reverse("directory:entry_list") + "?country=MD").text
    assert ["Casa Țesută" in listed, "Медовый двор" in listed, "Dārziņi-2" in listed] == [
        *(True, True, False),
    ]
    assert Listing.objects.published().count() == 5
    assert [each for each in entries if each.contact.email in page + listed] == []
