"""Junk at every address of the administration, from somebody who may do everything there."""

import random
from urllib.parse import quote_from_bytes

import pytest
from django.contrib import admin
from django.db import transaction
from django.urls import NoReverseMatch, reverse

from engage import waiting
from engage.desk import DOINGS, State
from tests.strangers import JUNK, NUMBER, SEED

from .addresses import administration, filled, first_row, model_of
from .people import person, signed_in

pytestmark = pytest.mark.django_db
# What lists and forms of the administration read from an address.
NAMES = (
    "q p o e all _to_field _popup _changelist_filters version object_id language a b page pk id"
    " state owner__id__exact id__in published_at__year published_at__month app_label model_name"
    " field_name term next days format kind"
).split()
KEYS = ("9" * 30, "9" * 5000, "-1", "", "\0", "x", "1.5", "٣", "²")
OF_FORMS = "post action _selected_action pk row version draft to key object_id text digest".split()


def test_nothing_breaks_whatever_staff_send(world):
    chance, broken = random.Random(SEED), []
    client = signed_in(person(is_superuser=True))
    client.raise_request_exception = False

    def junk(names):
        return {each: chance.choice(JUNK) for each in chance.sample(names, k=3)}

    for pattern, _name in administration() * (NUMBER or 1):
        address = filled(pattern, world)
        form = {name: value.decode("latin-1") for name, value in junk(OF_FORMS).items()}
        query = "&".join(f"{each}={quote_from_bytes(it)}" for each, it in junk(NAMES).items())
        ways = [(client.get, (f"{address}?{query}",)), (client.post, (address, form))]
        send, what = chance.choice(ways)
        savepoint = transaction.savepoint()
        answer = send(*what)
        if answer.status_code >= 500:
            broken.append((answer.status_code, *what))
        transaction.savepoint_rollback(savepoint)
        client.begin_again()

    assert broken == []


@pytest.fixture
def client():
    client = signed_in(person(is_superuser=True))
    client.raise_request_exception = False
    return client


def broken(client, address, forms):
    """Those of the forms at which the site fails; what they change is undone."""
    found = []
    for form in forms:
        savepoint = transaction.savepoint()
        if client.post(address, form).status_code >= 500:
            found.append(form)
        transaction.savepoint_rollback(savepoint)
        client.begin_again()
    return found


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label_lower)
def test_no_action_of_a_list_breaks_whatever_is_selected(world, client, model, rf):
    chance = random.Random(f"{SEED}{model._meta.label}")
    request = rf.get("/")
    request.user = person(is_superuser=True)
    actions = [*admin.site.get_model_admin(model).get_actions(request), "x"]
    key = model._base_manager.values_list("pk", flat=True).first() or 1

    forms = [
        {"action": action, "index": "0", "_selected_action": [*chance.choices(KEYS, k=2), key]}
        for action in actions
    ]
    strange = {"index": chance.choice(KEYS), "select_across": chance.choice(KEYS)}
    forms.append({"action": chance.choice(actions), **strange, "_selected_action": [key]})

    list_address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    assert broken(client, list_address, forms * (NUMBER or 1)) == []


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label_lower)
def test_no_form_breaks_by_a_parameter_without_a_value(world, client, model):
    key = model._base_manager.values_list("pk", flat=True).first() or 1
    for page in ("change", "delete", "history"):
        address = admin_address(model, page, key)
        if address:
            query = "&".join(f"{name}=" for name in NAMES)
            assert client.get(f"{address}?{query}").status_code < 500, address


def admin_address(model, page, key):
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=[key])
    except NoReverseMatch:
        return None


def test_desk_does_not_break_whatever_is_decided(world, client):
    user = person(is_superuser=True)
    models = waiting.kinds_of(user)
    waits = waiting.keys_of(user, models, [State.PENDING], "pending_at")
    waits = [f"{label}:{key}" for label, key, _at in waits]
    labels = [model._meta.label_lower for model in models]

    forms = [
        {"do": f"{to}|{label}:{key}", f"reason|{label}:{key}": "Nē"}
        for to in DOINGS
        for label in [labels[0], "x", ""]
        for key in KEYS
    ]
    forms += [{"do": to, "reason": "Nē", "chosen": [waits[0], *KEYS]} for to in [*DOINGS, *KEYS]]
    forms += [
        {"do": f"{to}|{waits[0]}", f"reason|{waits[0]}": reason}
        for to in DOINGS
        for reason in ["a\0b", "\0", "a" * 100_000, "\ud800".encode("utf-8", "surrogatepass")]
    ]

    assert broken(client, reverse("moderation_desk"), forms) == []
    strange = f"{reverse('moderation_desk')}?kind=%00&show=%00&page=1e9"
    assert broken(client, strange, forms[:1]) == []


def test_no_page_of_a_row_breaks_whatever_part_of_it_is_named(world, client):
    named = ("row", "recused", "shown", "came", "handover", "event", "territory", "into")
    whole = [
        pattern.replace("<int:key>", str(first_row(world, model_of(pattern)).pk))
        for pattern, _name in administration()
        if "<int:key>" in pattern
    ]
    pages = [f"/{pattern}" for pattern in whole if "<" not in pattern]

    failed = [page for page in pages if broken(client, page, [dict.fromkeys(named, KEYS[1])])]
    query = "&".join(f"{name}={KEYS[1]}" for name in named)
    failed += [page for page in pages if client.get(f"{page}?{query}").status_code >= 500]

    assert failed == []
    assert len(pages) > 20
