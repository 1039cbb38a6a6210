"""No page asks the database much, however much belongs to what it is about."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.content import content_models
from tests.public_pages import list_url

pytestmark = pytest.mark.django_db
MOST = 8 + 1  # header and footer are one, which a process that serves remembers
# The gazetteer is one more, for what tells which municipality of today a place lies in.
EXCEPTIONS = {"projects.project": MOST + 1}
ALIKE = {"ideas.idea": 20}  # so many stand for hundreds


def pages():
    for model in content_models():
        label = model._meta.label_lower
        yield label, list_url(model)
        for row in model.objects.published().order_by("pk")[: ALIKE.get(label, 200)]:
            yield label, row.get_absolute_url()
    yield "directory.communityentry", reverse("directory:communityentry_list")


def test_no_page_asks_the_database_much():
    """What a process makes once, such as the names of facets, is made before."""
    client, too_many = Client(), []
    for label, address in pages():
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        if len(asked) > EXCEPTIONS.get(label, MOST):
            too_many.append((address, len(asked)))

    assert too_many == []
