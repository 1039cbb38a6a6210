"""What the text editor may ask: pictures, pages, documents; for staff, and no foreign drafts."""

import pytest
from django.urls import reverse

from core.library import Document, Image
from core.roles import AUTHOR
from tests.factories import PageFactory, PartnershipFactory, PostFactory, UserFactory

pytestmark = pytest.mark.django_db
PICTURES = reverse("text_pictures")
TARGETS = reverse("text_targets")
PASTE = reverse("text_paste")


def names(client, words):
    return [row["name"] for row in client.get(TARGETS, {"q": words}).json()["targets"]]


def test_visitors_are_asked_to_sign_in(client):
    answers = [client.get(PICTURES), client.get(TARGETS), client.post(PASTE, {"html": "x"})]

    assert [each.status_code for each in answers] == [302] * 3
    assert all("login" in each["Location"] for each in answers)


def test_staff_without_rights_choose_nothing_and_follow_only_what_is_public(client, picture):
    draft, public = PageFactory(published_at=None), PageFactory()
    client.force_login(UserFactory())

    assert [client.get(address).status_code for address in (PICTURES, TARGETS)] == [404, 404]
    followed = [f"/page/pages.page/{row.pk}/" for row in (draft, public)]
    followed.append(f"/picture/{picture.pk}/")
    assert [client.get(address).status_code for address in followed] == [404, 302, 404]


def test_only_described_pictures_can_be_chosen(editor_client, picture):
    undescribed = Image(file="pictures/2026/x.jpg", alt_lv="Bez angļu vārdiem", width=600, height=9)
    Image.objects.bulk_create([undescribed])

    found = editor_client.get(PICTURES).json()

    assert [each["address"] for each in found["pictures"]] == [f"/picture/{picture.pk}/"]
    assert found["pictures"][0]["name"] == "Krasts"
    assert found["pictures"][0]["thumbnail"].endswith("-480.jpg")
    assert (found["count"], found["next"]) == (1, None)


def test_pictures_are_found_by_words_in_any_language(editor_client, picture):
    for words, number in (("krasts", 1), ("SHORE", 1), ("krasts mežs", 0), ("%", 0)):
        assert editor_client.get(PICTURES, {"q": words}).json()["count"] == number


def test_author_links_to_public_pages_and_own_drafts(client):
    own, other = PartnershipFactory(title_lv="Savējā"), PartnershipFactory(title_lv="Cita")
    PostFactory(title_lv="Ziņa viens", owner=other)
    PostFactory(title_lv="Ziņa divi", owner=own, published_at=None)
    foreign = PostFactory(title_lv="Ziņa trīs", owner=other, published_at=None)
    author = UserFactory(groups=[AUTHOR])
    author.partnerships.add(own)
    client.force_login(author)

    assert sorted(names(client, "zina")) == ["Ziņa divi", "Ziņa viens"]
    assert names(client, f"/page/news.post/{foreign.pk}/") == []
    assert client.get(f"/page/news.post/{foreign.pk}/").status_code == 404


def test_targets_tell_kind_and_state(editor_client):
    post = PostFactory(title_lv="Par ciemu", published_at=None)
    document = Document(title_lv="Ciema nolikums", extension="pdf")
    Document.objects.bulk_create([document])

    found = editor_client.get(TARGETS, {"q": "ciem"}).json()["targets"]

    assert found == [
        {
            "address": f"/page/news.post/{post.pk}/",
            "name": "Par ciemu",
            "kind": "ziņa, melnraksts",
        },
        {
            "address": f"/document/{document.pk}/",
            "name": "Ciema nolikums",
            "kind": f"{Document._meta.verbose_name}, PDF",
        },
    ]


def test_reference_is_named(editor_client):
    post = PostFactory(title_lv="Par ciemu")

    assert names(editor_client, f"/page/news.post/{post.pk}/") == ["Par ciemu"]
    assert names(editor_client, "/page/core.user/1/") == []


def test_pasted_text_comes_back_clean(editor_client):
    answer = editor_client.post(
        PASTE, {"html": "<p class=MsoNormal>a<o:p></o:p><script>x</script>"}
    )

    assert answer.json() == {"html": "<p>a</p>"}
    assert editor_client.get(PASTE).status_code == 405
