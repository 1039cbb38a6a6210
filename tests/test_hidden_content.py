"""What visitors do not see is in no public byte, of whatever kind and in whatever way it is hidden.

One world has a hidden page for every way to hide one; each address is then asked once.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from core import counting
from core.admin import record
from core.content import content_models
from core.models import Version
from core.roles import EDITOR
from partnership.models import Partnership
from tests.admin.forms import sent
from tests.factories import PartnershipFactory, UserFactory, content_factories
from tests.neighbours import tie_together
from tests.opendata.reading import linked_data, text
from tests.public_pages import (
    LANGUAGES,
    SECRET,
    data_pages,
    pages_beside,
    pages_beside_all,
    ways_to_hide,
)

pytestmark = pytest.mark.django_db
EVERY_KIND = pytest.mark.parametrize("model", content_models(), ids=lambda kind: kind._meta.label)
# A title or an address with the name of the way; the word alone is what a visitor looked for.
TOLD = re.compile(rf"{SECRET}(?:</mark>)?[ -](\w+)", re.IGNORECASE)


def hide(model):
    """(pages, hidden): a page hidden in every way, and addresses of all that could name it.

    The gate knows no languages: what stands beside one is read in Latvian, beside the next in
    English.
    """
    make, pages, hidden = content_factories()[model], [], []
    for number, (way, fields) in enumerate(ways_to_hide(model).items()):
        visible = make(title_lv="Redzams", title_en="Visible")
        secret = f"{SECRET} {way}"
        hidden.append(make(title_lv=secret, title_en=secret, summary_lv=secret, **fields))
        language = LANGUAGES[number % 2]
        pages += [each.url_in(language) for each in (visible, *tie_together(visible, hidden[-1]))]
    return pages, hidden


def addresses(items):
    return [item.url_in(language) for item in items for language in LANGUAGES]


def told_by(pages):
    """{page: its status, or the ways whose hidden page it names}, where there is something wrong"""
    client, wrong = Client(), {}
    for page in pages:
        answer = client.get(page)
        told = set(TOLD.findall(text(answer)))
        if told or answer.status_code != 200:
            wrong[page] = told or answer.status_code
    return wrong


@EVERY_KIND
def test_hidden_page_is_on_no_other_page(client, model):
    pages, hidden = hide(model)

    assert told_by([*pages, *pages_beside(model)]) == {}
    own = [client.get(page) for page in addresses(hidden)]
    # What is over may say so, and nothing else.
    assert {page.status_code for page in own} <= {404, 410}
    assert [page for page in own if SECRET in page.text] == []


@pytest.mark.parametrize("way", ways_to_hide(Partnership))
def test_hidden_host_is_on_no_page(way):
    hidden = PartnershipFactory(title_lv=f"{SECRET} {way}", **ways_to_hide(Partnership)[way])
    tie_together(PartnershipFactory(), hidden)

    assert told_by(pages_beside(Partnership)) == {}


def test_hidden_page_is_in_no_data():
    for model in content_models():
        hide(model)

    assert told_by(data_pages()) == {}


@EVERY_KIND
def test_hidden_page_is_shown_to_staff_without_linked_data(admin_client, model):
    make, ways = content_factories()[model], ways_to_hide(model)
    pages = [admin_client.get(make(**fields).url_in("lv")) for fields in ways.values()]

    seen = [
        (page.status_code, "draft-notice" in page.text, linked_data(page.text)) for page in pages
    ]
    assert seen == [(200, True, [])] * len(ways)


@EVERY_KIND
def test_hidden_page_is_not_shown_to_staff_of_others(client, model):
    hidden = content_factories()[model](published_at=None)
    stranger = UserFactory(groups=[EDITOR])
    stranger.partnerships.add(PartnershipFactory())
    client.force_login(stranger)

    assert client.get(hidden.url_in("lv")).status_code == 404


@EVERY_KIND
def test_hidden_page_is_not_counted(client, model):
    hidden = content_factories()[model](published_at=None)

    client.post("/views/", {"page": counting.key(hidden)})

    assert counting.total(hidden) == 0


def test_versions_drafts_and_previews_are_in_no_public_byte(editor_client):
    items = []
    for make in content_factories().values():
        items.append(make(title_lv="Redzams", title_en="Visible"))
        draft_and_share(editor_client, items[-1])
        record(None, make(title_lv=f"{SECRET} version", published_at=None))

    pages = [*addresses(items), *pages_beside_all(), *data_pages()]

    assert told_by(pages) == {}


def draft_and_share(editor_client, item):
    """Keep a draft of a public page, share it and look at it as it will be."""
    name = f"admin:{item._meta.app_label}_{item._meta.model_name}_"
    secret = f"{SECRET} draft"
    words = {"title_lv": secret, "title_en": secret, "summary_lv": secret}
    change = reverse(name + "change", args=[item.pk])
    form = editor_client.get(change)
    editor_client.post(change, sent(form, **words, _draft="1"))
    draft = Version.objects.of(type(item), item.pk).drafts().get()
    editor_client.post(reverse(name + "share"), {"version": draft.pk})
    preview = reverse(name + "preview") + f"?object_id={item.pk}&language=lv"
    assert f"{secret}</h1>" in editor_client.post(preview, sent(form, **words)).text
