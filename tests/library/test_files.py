"""Files of the library: what is taken, what they tell of themselves, how they are sent."""

import hashlib
import io

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from library import captions, leftovers, storing
from library.files import ItemFile
from tests import uploads
from tests.factories import ItemFactory, ItemFileFactory

pytestmark = pytest.mark.django_db
MP4 = b"\0\0\0\x18ftypmp42" + bytes(range(200)) * 5
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + bytes(200)
VTT = "WEBVTT\n\n00:01.000 --> 00:02.500\nSveiki!\n"


def file(name, content):
    return ContentFile(content, name=name)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.html", uploads.HTML, "Šāda veida datnes nepieņem"),
        ("a.svg", uploads.SVG, "Šāda veida datnes nepieņem"),
        ("a.zip", uploads.packed(("a", "b")), "Šāda veida datnes nepieņem"),
        ("a.pdf", uploads.HTML, "Datnes saturs neatbilst tās nosaukumam"),
        ("a.mp4", uploads.HTML, "Datnes saturs neatbilst tās nosaukumam"),
        ("a.mp3", uploads.SVG, "Datnes saturs neatbilst tās nosaukumam"),
        ("a.webm", MP4, "Datnes saturs neatbilst tās nosaukumam"),
        ("a.mp4", b"\0\0\0\x14ftypqt  " + bytes(50), "Datnes saturs neatbilst tās nosaukumam"),
        ("a.png", uploads.SVG, "Šo datni nevar nolasīt"),
        ("a.txt", uploads.HTML, "Datnes saturs neatbilst tās nosaukumam"),
        ("a.pdf", uploads.pdf(b"/AA << /JavaScript 1 >> "), "PDF ir programma"),
        ("a.mp4", b"", "Datnes saturs neatbilst tās nosaukumam"),
    ],
)
def test_what_could_harm_or_is_disguised_is_refused(name, content, message):
    with pytest.raises(ValidationError) as refused:
        ItemFileFactory(name=name, content=content)

    assert message in refused.value.messages[0]
    assert not ItemFile.objects.exists()
    assert not default_storage.exists(storing.FOLDER)


def test_recording_over_the_limit_is_refused_with_its_size(monkeypatch):
    monkeypatch.setattr("library.recordings.MAX_BYTES", 100)

    with pytest.raises(ValidationError, match=r"250\\xa0MB"):
        ItemFileFactory(name="a.mp4", content=MP4)


@pytest.mark.parametrize(
    ("name", "content", "mime", "is_played"),
    [
        ("a.pdf", uploads.pdf(), "application/pdf", False),
        ("a.XLSX", uploads.office("xlsx"), f"{uploads.TYPES}spreadsheetml.sheet", False),
        ("a.mp4", MP4, "video/mp4", True),
        ("a.webm", WEBM, "video/webm", True),
        ("a.mp3", b"ID3\x04" + bytes(50), "audio/mpeg", True),
        ("a.mp3", b"\xff\xfb\x90\x44" + bytes(50), "audio/mpeg", True),
        ("a.csv", b"a;b\n1;2\n", "text/csv", False),
    ],
)
def test_stored_file_tells_what_it_is(name, content, mime, is_played):
    row = ItemFileFactory(name=name, content=content)

    told = (row.mime, row.size, row.sha256, row.original_name, row.is_played)
    assert told == (mime, len(content), hashlib.sha256(content).hexdigest(), name, is_played)
    assert name not in row.file.name


def test_picture_loses_where_it_was_taken():
    row = ItemFileFactory(name="foto.jpg", content=uploads.photo_with_place())

    with row.file.open() as stored:
        data = stored.read()
    assert [
        mark for mark in (b"CAMERAMARK", b"AUTHORMARK", b"COMMENTMARK", b"GPS") if mark in data
    ] == []
    assert row.sha256 == hashlib.sha256(data).hexdigest()


def test_same_file_is_stored_once():
    first, second = ItemFileFactory(), ItemFileFactory()

    assert first.file.name == second.file.name


def test_pdf_tells_its_pages_and_what_it_lacks():
    writer = PdfWriter()
    for _each in range(3):
        writer.add_blank_page(200, 200)
    plain, whole = io.BytesIO(), io.BytesIO()
    writer.write(plain)
    writer.add_metadata({"/Title": "Pētījums"})
    writer.root_object[NameObject("/Lang")] = TextStringObject("lv")
    marks = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
    writer.root_object[NameObject("/MarkInfo")] = marks
    writer.write(whole)

    rows = [ItemFileFactory(content=each.getvalue()) for each in (plain, whole)]

    assert [(row.pages, row.pdf_lacks) for row in rows] == [(3, "title lang tags"), (3, "")]


def test_broken_pdf_is_stored_without_facts():
    row = ItemFileFactory(content=b"%PDF-1.7\n" + bytes(range(256)) * 3)

    assert (row.pages, row.pdf_lacks) == (None, "")


@pytest.mark.parametrize("fields", [{"file": "", "url": ""}, {"file": "x", "url": "https://x.lv"}])
def test_database_wants_either_a_file_or_an_address(fields):
    item = ItemFactory()

    with pytest.raises(IntegrityError, match="file_or_url"), transaction.atomic():
        ItemFile.objects.bulk_create([ItemFile(item=item, language="lv", **fields)])
    assert not item.files.exists()


def test_database_wants_one_file_for_each_language():
    first = ItemFileFactory(language="en")

    with pytest.raises(IntegrityError, match="one_a_language"), transaction.atomic():
        ItemFileFactory(item=first.item, language="en")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (VTT.encode(), VTT),
        (b"\xef\xbb\xbf" + VTT.replace("\n", "\r\n").encode(), VTT),
        (
            b"1\n00:00:01,000 --> 00:00:02,500\nSveiki!\n",
            "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nSveiki!\n",
        ),
        (
            "00:01.000 --> 00:02.500\nĶekava".encode("cp1257"),
            "WEBVTT\n\n00:01.000 --> 00:02.500\nĶekava\n",
        ),
        ((VTT + "\nSTYLE\n::cue { background: url(https://x.lv) }\n\nNOTE Anna\n").encode(), VTT),
        (
            (VTT + "\n00:03.000 --> 00:04.000\n<v Anna><i>Jā</i></v>\n").encode(),
            VTT + "\n00:03.000 --> 00:04.000\n<v Anna><i>Jā</i></v>\n",
        ),
    ],
)
def test_captions_are_kept_as_webvtt(sent, kept):
    assert captions.text_of(file("a.vtt", sent)) == kept


@pytest.mark.parametrize(
    "sent",
    [
        b"<!doctype html><script>alert(1)</script>",
        (VTT + "\n00:03.000 --> 00:04.000\n<script>alert(1)</script>\n").encode(),
        (VTT + "\n00:03.000 --> 00:04.000\n<c><img src=x onerror=alert(1)>\n").encode(),
        (VTT + "\n00:03.000 --> 00:04.000\n<!--\n").encode(),
        b"WEBVTT\n\nonly words",
        VTT.encode() + b"\n00:05.000 --> 00:06.000\n\x00\x08\n",
    ],
)
def test_captions_with_anything_else_are_refused(sent):
    with pytest.raises(ValidationError):
        captions.text_of(file("a.vtt", sent))


# How they are sent


def body(response):
    return b"".join(response.streaming_content)


def test_download_is_whole_and_can_do_nothing(client):
    row = ItemFileFactory()
    page = client.get(row.item.get_absolute_url()).text

    answer = client.get(row.address())

    data = body(answer)
    assert hashlib.sha256(data).hexdigest() == row.sha256
    assert f"<code>{row.sha256}</code>" in page
    assert row.address() in page
    names = ("Content-Type", "X-Content-Type-Options", "Content-Security-Policy", "ETag")
    assert [answer.headers[name] for name in names] == [
        "application/pdf",
        "nosniff",
        "default-src 'none'; sandbox",
        f'"{row.sha256}"',
    ]
    name = f"{row.item.slug}-lv.pdf"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert (
        client.get(row.address(), headers={"If-None-Match": f'"{row.sha256}"'}).status_code == 304
    )


@pytest.mark.parametrize(
    ("asked", "status", "part", "told"),
    [
        ("bytes=0-9", 206, slice(0, 10), "bytes 0-9/1012"),
        ("bytes=1000-", 206, slice(1000, None), "bytes 1000-1011/1012"),
        ("bytes=-5", 206, slice(-5, None), "bytes 1007-1011/1012"),
        ("bytes=5-99999", 206, slice(5, None), "bytes 5-1011/1012"),
        ("bytes=-99999", 206, slice(None), "bytes 0-1011/1012"),
        ("bytes=1012-", 416, None, "bytes */1012"),
        ("bytes=9-5", 416, None, "bytes */1012"),
        ("bytes=0-1,5-6", 200, slice(None), None),
        ("items=0-1", 200, slice(None), None),
        ("bytes=-", 200, slice(None), None),
        ("bytes=¹-²", 200, slice(None), None),
    ],
)
def test_recording_is_sent_in_parts(client, asked, status, part, told):
    row = ItemFileFactory(name="a.mp4", content=MP4)

    answer = client.get(row.address(), headers={"Range": asked, "Accept-Encoding": "gzip"})

    assert (answer.status_code, answer.headers.get("Content-Range")) == (status, told)
    assert "Content-Encoding" not in answer.headers
    if part:
        expected = MP4[part]
        assert body(answer) == expected
        assert int(answer.headers["Content-Length"]) == len(expected)
        assert answer.headers["Content-Disposition"].startswith("inline")


def test_part_of_a_file_that_has_changed_is_not_sent(client):
    row = ItemFileFactory(name="a.mp4", content=MP4)

    answer = client.get(row.address(), headers={"Range": "bytes=0-9", "If-Range": '"earlier"'})

    assert (answer.status_code, body(answer)) == (200, MP4)


def test_captions_are_sent_as_captions(client):
    row = ItemFileFactory(name="a.mp4", content=MP4, captions=VTT)

    answer = client.get(row.address("vtt"))

    assert (answer.text, answer.headers["Content-Type"]) == (VTT, "text/vtt; charset=utf-8")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    page = client.get(row.item.get_absolute_url()).text
    assert f'<track kind="captions" src="{row.address("vtt")}" srclang="lv"' in page


def test_stored_files_have_no_other_address(client):
    row = ItemFileFactory()

    assert client.get(f"/media/{row.file.name}").status_code == 404
    assert client.get(row.item.get_absolute_url() + "en.pdf").status_code == 404
    assert client.get(row.item.get_absolute_url() + "lv.vtt").status_code == 404
    assert client.get(row.item.get_absolute_url() + "..%2flv.pdf").status_code == 404
    assert client.get(row.item.get_absolute_url() + "lv.docx").url == "lv.pdf"


def test_file_that_is_gone_from_the_disk_is_not_found(client):
    row = ItemFileFactory()
    default_storage.delete(row.file.name)

    assert client.get(row.address()).status_code == 404


def test_files_of_hidden_items_are_hidden(client):
    for fields in ({"published_at": None}, {"visibility": "registered"}, {"visibility": "staff"}):
        row = ItemFileFactory(item=ItemFactory(**fields), captions=VTT)
        assert client.get(row.address()).status_code == 404
        assert client.get(row.address("vtt")).status_code == 404


# What nothing names any more


def test_files_that_nothing_names_are_deleted_after_two_days():
    kept, gone = ItemFileFactory(), ItemFileFactory(content=uploads.pdf(b"/X 1 "))
    ItemFile.objects.filter(pk=gone.pk).delete()
    later = timezone.now() + leftovers.KEPT + timezone.timedelta(minutes=1)
    cache.delete(leftovers.LOOKED)  # another test may have looked today

    assert leftovers.delete_unnamed(timezone.now()) == 0
    assert leftovers.forget(None, later) == 1
    assert list(leftovers.stored()) == [kept.file.name]
    ItemFile.objects.all().delete()
    assert leftovers.forget(None, later) == 0  # it has looked today
