"""Pages behind links take what their own buttons send from a browser."""

import pytest
from django.test import Client
from django.utils import translation

from tests.rights.addresses import addresses

pytestmark = pytest.mark.django_db


def test_no_page_behind_a_link_asks_its_buttons_for_a_token_of_a_form():
    """Their forms have none, and a page without a referrer sends no Origin."""
    strict = Client(enforce_csrf_checks=True)
    with translation.override("lv"):
        patterns = [each for each, _name in addresses() if "<str:token>/" in each]
    places = ["/" + each.replace("<str:token>", "x") for each in patterns]
    with_buttons = [each for each in places if Client().post(each).status_code != 405]

    assert len(with_buttons) > 10
    assert [each for each in with_buttons if strict.post(each).status_code == 403] == []
