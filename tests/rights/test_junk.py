"""Junk at every address of the administration, from somebody who may do everything there."""

import random
from urllib.parse import quote_from_bytes

import pytest
from django.db import transaction

from tests.strangers import JUNK, NUMBER, SEED

from .addresses import administration, filled
from .people import person, signed_in

pytestmark = pytest.mark.django_db
# What lists and forms of the administration read from an address.
NAMES = (
    "q p o e all _to_field _popup _changelist_filters version object_id language a b page pk id"
    " state owner__id__exact id__in published_at__year published_at__month app_label model_name"
    " field_name term next days format kind"
).split()
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
