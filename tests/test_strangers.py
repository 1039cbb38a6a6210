"""Whatever strangers send to whatever address, nothing of the site breaks.

The suite sends two requests to each address. With `FUZZ=200 FUZZ_SEED=7` before pytest it sends two
hundred in each language, others for every seed; tests/rights/test_junk.py does so for staff.
"""

import pytest
from django.test import Client

from tests.factories import ItemFileFactory, RegistrationFactory, content_factories
from tests.strangers import NUMBER, SEED, attack


@pytest.fixture
def rows(db):
    """{model: row} of everything that has a page, and somebody who has sent a form."""
    made = {model: factory() for model, factory in content_factories().items()}
    registration = RegistrationFactory()
    ItemFileFactory(item=next(row for row in made.values() if hasattr(row, "short_code")))
    return made | {type(registration): registration, type(registration.event): registration.event}


def test_nothing_breaks_whatever_is_sent(rows):
    client = Client(raise_request_exception=False)
    languages = ("lv", "en") if NUMBER else None

    sent = list(attack(SEED, client, rows, NUMBER or 2, languages))

    broken = [(answer.status_code, *what) for answer, what in sent if answer.status_code >= 500]
    assert broken == []
    opened = [answer.status_code < 400 for answer, what in sent if len(what) == 2]
    assert sum(opened) > 0.8 * len(opened), "the plain pages are not reached"
