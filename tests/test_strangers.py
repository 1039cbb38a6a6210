"""Whatever strangers send to whatever address, nothing of the site breaks.

The suite sends two requests to each address. With `FUZZ=200 FUZZ_SEED=7` before pytest it sends two
hundred in each language, others for every seed; tests/rights/test_junk.py does so for staff.
"""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests.factories import ItemFileFactory, RegistrationFactory, content_factories
from tests.strangers import NUMBER, SEED, attack

SCRIPT = "<script>alert(1)"


@pytest.fixture
def rows(db):
    """{model: row} of everything that has a page, and somebody who has sent a form."""
    made = {model: factory() for model, factory in content_factories().items()}
    registration = RegistrationFactory()
    ItemFileFactory(item=next(row for row in made.values() if hasattr(row, "short_code")))
    return made | {type(registration): registration, type(registration.event): registration.event}


def mistake(answer, what):
    """What is wrong with an answer; empty when nothing is."""
    where, kind = answer.headers.get("Location", ""), answer.headers.get("Content-Type", "")
    text = "" if answer.streaming else answer.content.decode(errors="replace")
    if answer.status_code >= 500:
        return f"answered {answer.status_code}"
    if "\\" in where or urlsplit(where).netloc not in ("", "testserver"):
        return f"leads to {where}"
    if SCRIPT in text and kind.startswith("text/html"):
        return "says the script again"
    return "says its inside" if "Traceback (most" in text or "psycopg2" in text else ""


def test_nothing_breaks_whatever_is_sent(rows):
    client = Client(raise_request_exception=False)
    languages = ("lv", "en") if NUMBER else None

    sent = list(attack(SEED, client, rows, NUMBER or 2, languages))

    assert [(wrong, *what) for answer, what in sent if (wrong := mistake(answer, what))] == []
    opened = [answer.status_code < 400 for answer, what in sent if len(what) == 2]
    assert sum(opened) > 0.7 * len(opened), "the plain pages are not reached"


@pytest.mark.parametrize(
    "path", ["//example.org", "//example.org/lv", "/\\example.org", "/lv//x.lv"]
)
def test_path_that_looks_like_another_site_leads_nowhere_else(db, client, path):
    answer = client.get(path, follow=False)

    assert mistake(answer, path) == ""
