"""Who sent something in stands in no public byte, whatever it is and wherever it is shown."""

import pytest
from django.utils import translation

from core.content import Content, content_models
from engage.visitors import visitor_models
from tests.factories import (
    ContactMessageFactory,
    ContactPointFactory,
    EntryFactory,
    IdeaFactory,
    ListingFactory,
    OrganisationProfileFactory,
    RegistrationFactory,
    SolutionFactory,
    content_factories,
)
from tests.opendata.reading import text
from tests.strangers import LANGUAGES, Filling, public_addresses

pytestmark = pytest.mark.django_db
NAME, EMAIL = "Zigfrīda Slepenā", "zigfrida@slepena.example"
SIGNS = ("Zigfr", "slepena.example", "ZIGFR", "zigfr")
FACTORIES = (
    *(IdeaFactory, SolutionFactory, EntryFactory, ListingFactory, ContactMessageFactory),
    *(OrganisationProfileFactory, RegistrationFactory),
)
DRAWN = (".pdf", ".png")  # of projects alone
# Whom pages name on purpose.
NAMED = {"ideas.Juror"}


@pytest.fixture
def rows():
    """{model: row}: everything has a page, and the same person sent in whatever can be sent in."""
    point = ContactPointFactory(email=EMAIL, phone="+371 " + NAME)
    made = {model: factory() for model, factory in content_factories().items()}
    for factory in FACTORIES:
        model = factory._meta.model
        personal = dict.fromkeys(model.personal_fields, NAME)
        fields = {name: point for name in ("contact",) if hasattr(model, name)}
        made[model] = factory(name=NAME, email=EMAIL, **personal, **fields)
    return made


def pages(rows):
    """Every address that opens without a secret, in both languages, and all forms of data."""
    filling = Filling(rows)
    for language in LANGUAGES:
        with translation.override(language):
            known = [each for each in public_addresses() if "<str:token>" not in each[0]]
        for pattern, name in known:
            forms = ["json"] if "<str:form>" not in pattern else data_forms(name)
            for form in forms:
                yield filling.address(pattern.replace("<str:form>", form), name, language)


def data_forms(name):
    models = {f"{m._meta.app_label}:{m._meta.model_name}_data": m for m in content_models()}
    return models[name].data_forms if name in models else Content.data_forms


def test_whoever_sent_something_in_is_in_no_public_byte(client, rows):
    asked = [page for page in pages(rows) if not page.endswith(DRAWN)]
    opened = {page: client.get(page) for page in asked}
    told = {page: text(answer) for page, answer in opened.items() if answer.status_code == 200}

    assert len(told) > 100
    assert [page for page, said in told.items() if any(sign in said for sign in SIGNS)] == []


@pytest.mark.parametrize("words", ["Zigfrīda", "slepena.example"])
def test_nobody_is_found_by_name_or_address(client, rows, words):
    for address in ("/lv/meklet/", "/lv/meklet/ieteikumi/", "/lv/idejas/visas/"):
        answer = client.get(address, {"q": words})

        titles = [str(row) for model, row in rows.items() if issubclass(model, Content)]
        assert [title for title in titles if f">{title}<" in answer.text] == []


def test_every_kind_that_is_sent_in_is_asked_about():
    kinds = {model._meta.label for model in visitor_models()} - NAMED
    asked = {factory._meta.model._meta.label for factory in FACTORIES}
    apart = {"directory.Suggestion", "directory.YearlyCheck"}  # no page and no list shows them

    assert kinds == asked | apart
