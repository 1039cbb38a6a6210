"""A page never has the address of a section: the words come from the resolver, for every kind."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import resolve, reverse
from django.utils import translation

from core.content import content_models
from tests.admin.forms import sent
from tests.factories import CommunityFactory, content_factories
from tests.rights.addresses import addresses

pytestmark = pytest.mark.django_db


def sections(model):
    """{word: language} of what stands where a page of this kind would, its title being the word."""
    name = f"{model._meta.app_label}:{model._meta.model_name}_detail"
    found = {}
    for language in ("lv", "en"):
        with translation.override(language):
            start = reverse(name, args=["x"]).removesuffix("x/")
            words = {
                f"/{pattern}".removeprefix(start).partition("/")[0]
                for pattern, _name in addresses()
                if f"/{pattern}".startswith(start)
            }
            paths = {word: f"{start}{word}/" for word in words if word and "<" not in word}
            hidden = {word for word, path in paths.items() if resolve_name(path) != name}
            found |= dict.fromkeys(hidden, language)
    return found


def resolve_name(path):
    return resolve(path).view_name


WITH_SECTIONS = [model for model in content_models() if sections(model)]


def test_sections_are_found():
    found = {model.__name__: sections(model) for model in WITH_SECTIONS}

    assert found["Community"] == {"resursi": "lv", "resources": "en"}
    assert found["Page"].items() >= {"projekti": "lv", "projects": "en", "kontakti": "lv"}.items()
    assert found.keys() >= {"Project", "Event", "Forum", "Entry", "Listing"}


@pytest.mark.parametrize("model", WITH_SECTIONS, ids=lambda model: model.__name__)
def test_page_called_like_a_section_has_an_address_of_its_own(client, model):
    for word, language in sections(model).items():
        row = content_factories()[model](title_lv=word, title_en=word)

        assert (row.slug_lv, row.slug_en) == (f"{word}-2", f"{word}-2"), language
    assert client.get(row.url_in(language)).status_code == 200


@pytest.mark.parametrize("model", WITH_SECTIONS, ids=lambda model: model.__name__)
def test_address_of_a_section_is_refused(model):
    row = content_factories()[model](title_lv="Cits", slug_lv="cits", slug_en="other")

    for word in sections(model):
        for column in ("slug_lv", "slug_en"):
            row.slug_lv, row.slug_en = "cits", "other"
            setattr(row, column, word)
            with pytest.raises(ValidationError) as refused:
                row.full_clean()
            assert list(refused.value.message_dict) == [column], word


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("lv", "Šajā adresē jau ir vietnes sadaļa: izvēlieties citu vārdu."),
        ("en", "A section of the site stands at this address: choose another word."),
    ],
)
def test_form_says_why(admin_client, admin_user, language, words):
    admin_user.language = language
    admin_user.save()
    community = CommunityFactory(slug_lv="alsunga")
    form = reverse("admin:directory_community_change", args=[community.pk])
    page = admin_client.post(form, sent(admin_client.get(form)) | {"slug_lv": "resursi"}).text

    assert words in page
    community.refresh_from_db()
    assert community.slug_lv == "alsunga"
