"""Addresses that everybody may open, and every way in which a page is kept from them."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone, translation

from core.content import content_models

LANGUAGES = ("lv", "en")
SECRET = "Slepenais"
HIDDEN = {
    "draft": {"published_at": None},
    "scheduled": {"published_at": timezone.now() + timedelta(days=1)},
    "ended": {
        "published_at": timezone.now() - timedelta(days=2),
        "unpublish_at": timezone.now() - timedelta(days=1),
    },
}


def ways_to_hide(model):
    """{name: fields} of a row that visitors do not see: by its dates, or meant for few."""
    ways = dict(HIDDEN)
    for name, everybody in model.public_if.items():
        choices = model._meta.get_field(name).choices
        ways |= {value: {name: value} for value, _label in choices if value != everybody}
    return ways


def list_url(model, language="lv"):
    with translation.override(language):
        return reverse(f"{model._meta.app_label}:{model._meta.model_name}_list")


def data_url(model, form, language="lv"):
    with translation.override(language):
        name = f"{model._meta.app_label}:{model._meta.model_name}_data"
        return reverse(name, args=[form])


def data_pages():
    """Every address under which whole tables leave, and the sitemap."""
    kinds = [(model, form) for model in content_models() for form in model.data_forms]
    data = [data_url(*kind, language) for kind in kinds for language in LANGUAGES]
    return ["/sitemap.xml", *data]


def pages_beside(model):
    """Every other public address where a page of this kind could be mentioned."""
    pages = []
    for language in LANGUAGES:
        pages += [list_url(model, language), list_url(model, language) + f"?q={SECRET}"]
        pages += [f"/{language}/", f"/{language}/feeds/{model._meta.model_name}.xml"]
        with translation.override(language):
            names = ("contacts", "pages:page_list", "projects:project_list", "news:post_list")
            pages += [reverse(name) for name in (*names, "library:item_list")]
    return pages


def pages_beside_all():
    """Those of all kinds together, each once."""
    return list(dict.fromkeys(page for model in content_models() for page in pages_beside(model)))
