"""The page after each form that is confirmed by mail: what follows, and the way back."""

import re

import pytest
from django.urls import reverse

from tests.factories import (
    CommunityFactory,
    EntryFactory,
    EventFactory,
    ForumFactory,
    IdeaFactory,
    IdeathonFactory,
    SeriesFactory,
)

pytestmark = pytest.mark.django_db
PAGES = [
    ("events:registered", EventFactory, "tikai tad jums būs vieta."),
    ("events:registered_for_series", SeriesFactory, "tikai tad jums būs vieta."),
    ("ideas:idea_sent", ForumFactory, "tikai tad jūsu ideju izlasīs."),
    ("ideas:support_sent", IdeaFactory, "tikai tad jūsu atbalstu ieskaitīs."),
    ("ideas:sent_in", IdeathonFactory, "tikai tad mēs saņemsim jūsu risinājumu."),
    ("directory:suggested", CommunityFactory, "tikai tad iesūtīto izlasīsim."),
    ("directory:suggested_for_entry", EntryFactory, "tikai tad iesūtīto izlasīsim."),
    ("directory:sent", None, "tikai tad iesūtīto izlasīsim."),
    ("directory:written", None, "tikai tad jūsu ziņu nodos tālāk."),
]


@pytest.mark.parametrize(("name", "factory", "words"), PAGES)
def test_page_says_what_follows_and_leads_back(client, name, factory, words):
    row = factory() if factory else None
    back = row.get_absolute_url() if row else reverse("directory:listing_list")

    page = client.get(reverse(name, args=[row.slug] if row else [])).text

    assert re.findall(r"<h1>(.*)</h1>", page) == ["Ieskatieties savā pastkastē"]
    assert re.search(r'<p class="lead">(.*)</p>', page)[1].endswith(words)
    assert f'<a class="btn ghost" href="{back}">' in page
    assert '<meta name="robots" content="noindex">' in page
