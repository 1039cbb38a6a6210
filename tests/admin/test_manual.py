"""The editors' manual: its page in the administration, and that it says what the forms say."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from core.admin.manual import read
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
CATALOGUE = settings.BASE_DIR / "locale" / "lv" / "LC_MESSAGES" / "django.po"


def test_manual_opens_in_the_language_of_the_person(client):
    user = UserFactory(groups=["Author"], language="en")
    client.force_login(user)

    english = client.get(reverse("manual")).text
    user.language = "lv"
    user.save()
    latvian = client.get(reverse("manual")).text

    assert "<strong>Signing in.</strong> An invitation comes by e-mail" in english
    assert "<strong>Pieteikšanās.</strong> Uzaicinājumu saņemsiet e-pastā" in latvian
    assert f'<a href="{reverse("manual")}">Rokasgrāmata</a>' in latvian
    assert not re.search(
        r"[*`]|\]\(|## ", english.partition('class="manual"')[2].partition("<script")[0]
    )


def test_both_languages_tell_the_same_in_the_same_order():
    kinds = [[(each.kind, each.picture[:-7]) for each in read(lv)] for lv in ("lv", "en")]

    assert kinds[0] == kinds[1]
    assert kinds[0].count(("heading", "")) == 6


def test_pictures_of_the_manual_are_for_staff(editor_client):
    names = [each.picture for language in ("lv", "en") for each in read(language) if each.picture]
    addresses = [reverse("manual_picture", args=[name]) for name in names]

    assert [editor_client.get(each)["Content-Type"] for each in addresses] == ["image/png"] * 16
    for address in (addresses[0], reverse("manual")):
        assert Client().get(address).status_code == 302
    for name in ("nothing.png", "editors-en.md", "..%2Feditors-en.md"):
        assert editor_client.get(f"/admin/manual/{name}").status_code == 404


def test_names_in_the_manual_are_those_of_the_administration():
    text = re.sub(r'"\n"', "", CATALOGUE.read_text(encoding="utf-8"))
    known = {each.lower() for each in re.findall(r'^msgid(?:_plural)? "(.*)"$', text, re.M)}
    known |= {each.removesuffix(" (pdf)").removesuffix(".") for each in known}

    named = [text for each in read("en") for kind, text in each.pieces if kind == "em"]

    assert [each for each in named if each.lower() not in known] == []
    assert len(named) > 50
