"""The administration of the library: files that survive errors, versions, short links, figures."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core.models import Version
from core.roles import AUTHOR, EDITOR
from library import leftovers
from library.files import Download, ItemFile
from library.models import Item
from library.receiving import ticket
from tests import uploads
from tests.admin.forms import sent
from tests.factories import (
    ItemFactory,
    ItemFileFactory,
    PartnershipFactory,
    TerritoryFactory,
    UserFactory,
)
from tests.library.test_files import VTT, body
from tests.library.test_pages import VIDEO

pytestmark = pytest.mark.django_db
ADD = "/admin/library/item/add/"


def url(page, *args):
    return reverse(f"admin:library_item_{page}", args=args)


def upload(name="petijums.pdf", content=None):
    return SimpleUploadedFile(name, uploads.pdf() if content is None else content)


def filled(client, **changes):
    """The form of a new study as it would be sent."""
    page = client.get(ADD)
    return sent(page, title_lv="Pētījums", title_en="Study", kind="study", **changes)


def errors_of(response):
    formset = response.context["inline_admin_formsets"][0].formset
    return [each for form in formset.forms for each in form.errors.values()]


@pytest.fixture
def item(editor_client):
    """A study added in the form, with its file."""
    form = filled(editor_client)
    editor_client.post(ADD, form | {"files-0-upload": upload(), "_publish": "1"})
    return Item.objects.get()


def test_item_is_added_with_its_file(client, item):
    file = item.files.get()

    assert (item.is_published, file.original_name, file.language) == (True, "petijums.pdf", "lv")
    assert body(client.get(file.address())) == uploads.pdf()


def test_form_that_comes_back_still_has_the_file(editor_client):
    form = filled(editor_client) | {"title_lv": "", "files-0-upload": upload()}

    refused = editor_client.post(ADD, form)
    editor_client.post(ADD, sent(refused, title_lv="Pētījums"))

    assert "petijums.pdf (PDF" in refused.text
    assert Item.objects.get().files.get().original_name == "petijums.pdf"


@pytest.mark.parametrize("content", [uploads.HTML, uploads.SVG, b""])
def test_refused_file_says_why_and_stores_nothing(editor_client, content):
    answer = editor_client.post(
        ADD, filled(editor_client) | {"files-0-upload": upload("a.pdf", content)}
    )

    assert len(errors_of(answer)) == 1
    assert (Item.objects.count(), ItemFile.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"files-0-captions": VTT}, "Norādiet datni vai adresi."),
        (
            {"files-0-url": VIDEO, "files-0-upload": upload()},
            "Norādiet vai nu datni, vai adresi, ne abas.",
        ),
        ({"files-0-received": "W10:forged"}, "Šī datne te nav zināma; izvēlieties to vēlreiz."),
        (
            {"files-0-received": ticket("documents/x.pdf", "x.pdf")},
            "Šī datne te nav zināma; izvēlieties to vēlreiz.",
        ),
        (
            {"files-0-url": VIDEO, "files-0-captions": "<script>"},
            "Šī nav subtitru datne (WebVTT vai SubRip).",
        ),
    ],
)
def test_row_of_a_file_says_what_it_lacks(editor_client, typed, message):
    answer = editor_client.post(ADD, filled(editor_client) | typed)

    assert [str(each) for errors in errors_of(answer) for each in errors] == [message]
    assert not Item.objects.exists()


def test_second_file_of_a_language_is_refused(editor_client, item):
    form = sent(editor_client.get(url("change", item.pk)))
    form |= {"files-TOTAL_FORMS": 2, "files-1-language": "lv", "files-1-url": VIDEO}

    answer = editor_client.post(url("change", item.pk), form)

    assert [str(each) for errors in errors_of(answer) for each in errors] == [
        "Šai pašai valodai jau ir cita šī materiāla datne."
    ]
    assert item.files.count() == 1


def test_address_takes_the_place_of_a_file_and_back(editor_client, item):
    change = url("change", item.pk)

    form = sent(editor_client.get(change)) | {"files-0-url": "https://example.org/a"}
    editor_client.post(change, form)
    first = item.files.get()
    form = sent(editor_client.get(change)) | {"files-0-upload": upload("b.pdf")}
    editor_client.post(change, form)
    second = item.files.get()

    assert (bool(first.file), first.url, first.sha256) == (False, "https://example.org/a", "")
    assert (second.original_name, second.url, len(second.sha256)) == ("b.pdf", "", 64)


def test_captions_come_from_a_file(editor_client):
    form = filled(editor_client) | {
        "files-0-url": VIDEO,
        "files-0-captions_upload": upload("a.srt", VTT.replace("WEBVTT\n\n", "1\n").encode()),
    }

    editor_client.post(ADD, form)

    assert ItemFile.objects.get().captions.startswith("WEBVTT\n\n1\n00:01.000")


def test_preview_and_check_know_the_file_that_was_just_chosen(editor_client):
    form = filled(editor_client) | {"files-0-upload": upload()}

    shown = editor_client.post(url("preview") + "?object_id=&language=lv", form)
    checked = editor_client.post(
        ADD, filled(editor_client) | {"files-0-upload": upload(), "_check": "1"}
    )

    assert "Lejupielādēt latviešu valodā" in shown.text
    assert "item-empty" not in [each["code"] for each in checked.context["report"].findings]
    assert not Item.objects.exists()


def test_form_sent_twice_makes_one_item(editor_client):
    form = filled(editor_client)

    for _time in range(2):
        editor_client.post(ADD, form | {"files-0-upload": upload()})

    assert Item.objects.count() == 1


def test_deleted_item_comes_back_with_its_file(client, editor_client, item):
    address = item.files.get().address()
    editor_client.post(url("delete", item.pk), {"post": "yes"})
    version = Version.objects.deleted().get()

    form = sent(editor_client.get(f"{ADD}?version={version.pk}"))
    editor_client.post(f"{ADD}?version={version.pk}", form)

    assert body(client.get(address)) == uploads.pdf()


def test_files_that_only_the_history_names_stay(editor_client, item):
    name = item.files.get().file.name
    editor_client.post(url("delete", item.pk), {"post": "yes"})

    leftovers.delete_unnamed(timezone.now() + timezone.timedelta(days=3))

    assert list(leftovers.stored()) == [name]


def test_history_names_files_as_their_editors_do(editor_client, item):
    change = url("change", item.pk)
    form = sent(editor_client.get(change)) | {
        "files-0-upload": upload("jauns.pdf", uploads.pdf(b"/X 1 "))
    }
    editor_client.post(change, form)
    earlier = Version.objects.saved().order_by("pk").first()

    page = editor_client.get(url("compare", item.pk) + f"?a={earlier.pk}").text

    assert "petijums" in page
    assert "jauns" in page
    assert "documents/library" not in page


def test_strangers_files_are_not_received(client):
    item = ItemFactory(owner=PartnershipFactory())
    stranger = UserFactory(groups=[EDITOR])
    stranger.partnerships.add(PartnershipFactory())
    client.force_login(stranger)

    client.post(url("change", item.pk), {"files-0-upload": upload()})
    client.post(url("preview") + f"?object_id={item.pk}&language=lv", {"files-0-upload": upload()})

    assert list(leftovers.stored()) == []


# New versions and short links


def test_new_version_begins_with_what_the_earlier_says(editor_client, item):
    place = TerritoryFactory()
    item.territories.add(place)
    item.authors = "Anna Ozola"
    item.save()

    page = editor_client.get(f"{ADD}?replaces={item.pk}")
    form = sent(page, **{"files-0-upload": upload("v2.pdf", uploads.pdf(b"/X 2 "))})
    editor_client.post(ADD, form)

    assert f'href="{ADD}?replaces={item.pk}"' in editor_client.get(url("change", item.pk)).text
    newer = Item.objects.exclude(pk=item.pk).get()
    assert (newer.replaces, newer.title_en, newer.authors) == (item, "Study", "Anna Ozola")
    assert (list(newer.territories.all()), newer.published_at) == ([place], None)
    assert newer.slug_lv != item.slug_lv
    assert newer.short_code != item.short_code


@pytest.mark.parametrize("asked", ["", "x", "9" * 30, "0"])
def test_new_version_of_nothing_is_a_new_item(editor_client, asked):
    assert editor_client.get(f"{ADD}?replaces={asked}").status_code == 200


def test_draft_of_others_is_not_told_as_a_version(client):
    item = ItemFactory(owner=PartnershipFactory(), title_lv="Slepens", published_at=None)
    author = UserFactory(groups=[AUTHOR])
    author.partnerships.add(PartnershipFactory())
    client.force_login(author)

    assert "Slepens" not in client.get(f"{ADD}?replaces={item.pk}").text


def test_version_that_would_make_a_circle_is_refused(editor_client, item):
    newer = ItemFactory(replaces=item)
    form = sent(editor_client.get(url("change", item.pk)), replaces=newer.pk)

    answer = editor_client.post(url("change", item.pk), form)

    assert list(answer.context["adminform"].form.errors) == ["replaces"]


def test_short_link_is_chosen_once(editor_client):
    editor_client.post(ADD, filled(editor_client, short_code="NVO-petijums"))
    item = Item.objects.get()

    page = editor_client.get(url("change", item.pk))
    form = sent(page, short_code="cits")
    editor_client.post(url("change", item.pk), form)

    item.refresh_from_db()
    assert item.short_code == "nvo-petijums"
    assert 'value="http://127.0.0.1:8000/d/nvo-petijums/"' in page.text
    assert len(ItemFactory().short_code) == 6


# Figures


def test_figures_count_what_is_public_and_taken(editor_client):
    today = timezone.localdate()
    study = ItemFactory(kind="study", title_lv="Pētījums")
    ItemFactory(kind="video", transcript_lv="<p>Jā</p>")
    ItemFileFactory(item=ItemFactory(kind="recording"), url=VIDEO, captions=VTT)
    ItemFactory(kind="story")
    for days, number in ((0, 2), (29, 3), (30, 5)):
        Download.objects.create(
            item=study, day=today - timezone.timedelta(days=days), number=number
        )
    Download.objects.create(item=ItemFactory(visibility="staff"), day=today, number=100)

    page = editor_client.get(url("figures"))

    context = page.context
    assert f'href="{url("figures")}"' in editor_client.get(url("changelist")).text
    assert "Subtitri vai atšifrējums ir 2 no 3 (67\u00a0%)." in page.text

    assert context["kinds"] == [
        ("Pētījums", 1, 10, 5),
        ("Video", 1, 0, 0),
        ("Ieraksts", 1, 0, 0),
        ("Videostāsts", 1, 0, 0),
    ]
    assert context["sums"] == [4, 10, 5]
    assert (context["readable"], context["videos"], context["share"]) == (2, 3, 67)
    assert [(each.pk, each.taken) for each in context["most"]] == [(study.pk, 10)]


def test_figures_are_of_ones_own_partnership(client):
    own, foreign = PartnershipFactory(), PartnershipFactory()
    for owner in (own, foreign, foreign):
        ItemFactory(owner=owner)
    editor = UserFactory(groups=[EDITOR])
    editor.partnerships.add(own)
    client.force_login(editor)

    assert client.get(url("figures")).context["sums"] == [1, 0, 0]
    client.force_login(UserFactory())
    assert client.get(url("figures")).status_code == 403
