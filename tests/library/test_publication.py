"""What the publication check says of items: words for what is heard, something to open."""

import pytest
from django.urls import reverse

from core.publication.checking import check
from library.files import ItemFile
from library.models import Item
from tests.admin.forms import sent
from tests.factories import ItemFactory, ItemFileFactory
from tests.library.test_files import MP4, VTT
from tests.library.test_pages import VIDEO

pytestmark = pytest.mark.django_db
ADD = "admin:library_item_add"


def codes(item, asked=("captions", "item", "tour", "pdf")):
    return [each.code for each in check(item) if each.code.startswith(asked)]


@pytest.mark.parametrize(
    ("kind", "file", "fields", "expected"),
    [
        ("video", {"url": VIDEO}, {}, ["captions-missing"]),
        ("study", {"url": VIDEO}, {}, ["captions-missing"]),
        ("tour", {"url": VIDEO}, {"place_lv": "Svēte"}, ["captions-missing"]),
        ("study", {"name": "a.mp4", "content": MP4}, {}, ["captions-missing"]),
        ("video", {"url": VIDEO, "captions": VTT}, {}, []),
        ("video", {"url": VIDEO}, {"transcript_en": "<p>Hello</p>"}, []),
        ("story", {"url": VIDEO}, {"no_captions_reason": "Bez runas"}, ["captions-excepted"]),
        ("study", {"url": "https://example.org/a.pdf"}, {}, []),
        ("tour", {"url": "https://example.org/360"}, {}, ["tour-nowhere"]),
        ("study", {}, {}, []),
    ],
)
def test_recordings_want_words(kind, file, fields, expected):
    item = ItemFactory(kind=kind, **fields)
    ItemFileFactory(item=item, **file)

    assert codes(item) == expected


def test_pdf_that_lacks_something_is_told():
    row = ItemFileFactory()
    ItemFile.objects.update(pdf_lacks="title tags")

    found = [each for each in check(row.item) if each.code == "pdf-unreadable"]

    assert [each.detail for each in found] == ["petijums.pdf: title tags"]


def test_item_without_anything_to_open_is_told():
    assert codes(ItemFactory()) == ["item-empty"]


def test_publishing_a_video_without_words_stops_once(editor_client):
    """The editor gives the reason, or publishes all the same; the address typed is still there."""
    form = sent(
        editor_client.get(reverse(ADD)),
        title_lv="Video",
        title_en="Video",
        kind="video",
        **{"files-0-url": VIDEO, "_publish": "1"},
    )

    stopped = editor_client.post(reverse(ADD), form)

    report = stopped.context["report"]
    assert [each["code"] for each in report.findings if each["breaks_rule"]] == ["captions-missing"]
    assert not Item.objects.exists()
    assert f'value="{VIDEO}"' in stopped.text
    editor_client.post(
        reverse(ADD), sent(stopped, no_captions_reason="Video bez runas") | {"_publish": "1"}
    )
    item = Item.objects.get()
    assert (item.is_published, item.files.get().url) == (True, VIDEO)


def test_video_is_published_all_the_same(editor_client):
    form = sent(editor_client.get(reverse(ADD)), title_lv="Video", kind="video")
    form |= {"files-0-url": VIDEO, "_publish_anyway": "now"}

    editor_client.post(reverse(ADD), form)

    assert Item.objects.get().is_published
