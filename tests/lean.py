"""A plugin (pytest.ini, `-p`) against work that proves nothing: garbage looked for, copies kept."""

import gc

import pytest

WIDGETS = ("django/forms/", "admin/widgets/")


def pytest_collection_finish():
    """What is loaded by now stays to the end: looking through it for garbage finds none."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True, scope="session")
def contexts_of_pages_only():
    """`response.context` is without the contexts of widgets, of which a form has hundreds."""
    from django.test import client

    store = client.store_rendered_templates

    def store_page(found, signal, sender, template, context, **more):
        if not (template.name or "").startswith(WIDGETS):
            store(found, signal, sender, template, context, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client, "store_rendered_templates", store_page)
        yield
