"""Documents: what is refused and why, and the address that outlives a replacement."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import translation

from core import documents
from core.models import Document
from tests import uploads

pytestmark = pytest.mark.django_db
DISGUISED = "This is not a file of the kind that its name says; save it again as {}."
MACROS = "The document contains macros (small programs); save it without them."
PROGRAM = "The PDF contains a program; print it to a new PDF and upload that one."
KINDS = (
    "Files of this kind are not accepted;"
    " save it as one of these: PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV, TXT."
)
MACRO = ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")


def document(data, name="nolikums.pdf", **fields):
    titles = {"title_lv": "Konkursa nolikums", "title_en": "Rules of the call"}
    return Document.objects.create(file=ContentFile(data, name=name), **titles | fields)


def content(response):
    """The bytes of a download."""
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", uploads.pdf()),
        ("A.PDF", uploads.pdf()),
        *((f"a.{kind}", uploads.office(kind)) for kind in uploads.MAIN),
        ("a.odt", uploads.open_document("text")),
        ("a.ods", uploads.open_document("spreadsheet")),
        ("a.odp", uploads.open_document("presentation")),
        ("a.csv", "nosaukums;summa\nĶekava;1\n".encode("cp1257")),
        ("a.csv", "nosaukums;summa\nĶekava;1\n".encode("utf-16")),
        ("a.txt", "\ufeffĶekava\r\n".encode()),
    ],
)
def test_usual_documents_are_accepted(name, data):
    documents.validate(ContentFile(data, name=name))


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.html", uploads.HTML, KINDS),
        ("a.svg", uploads.SVG, KINDS),
        ("a.zip", uploads.packed(("a.txt", "a")), KINDS),
        ("a.docm", uploads.office("docx", MACRO), KINDS),
        ("a.pdf.exe", uploads.PROGRAM, KINDS),
        ("pdf", uploads.pdf(), KINDS),
        ("a.pdf", b"", "The file is empty."),
        ("a.pdf", uploads.HTML, DISGUISED.format("PDF")),
        ("a.pdf", uploads.PROGRAM, DISGUISED.format("PDF")),
        ("a.pdf", uploads.pdf(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), PROGRAM),
        ("a.pdf", uploads.pdf(b"/OpenAction << /S /Launch /F (cmd.exe) >>"), PROGRAM),
        ("a.txt", uploads.HTML, DISGUISED.format("TXT")),
        ("a.csv", uploads.SVG, DISGUISED.format("CSV")),
        ("a.csv", uploads.PROGRAM, DISGUISED.format("CSV")),
        ("a.docx", uploads.packed(("x.html", uploads.HTML)), DISGUISED.format("DOCX")),
        ("a.docx", uploads.office("xlsx"), DISGUISED.format("DOCX")),
        ("a.docx", uploads.office("docx")[:200], DISGUISED.format("DOCX")),
        ("a.docx", uploads.office("docx", ("../../evil.txt", "x")), DISGUISED.format("DOCX")),
        ("a.docx", uploads.office("docx", MACRO), MACROS),
        ("a.docx", uploads.office("docx", content_type=uploads.MACRO_TYPE), MACROS),
        ("a.odt", uploads.open_document("spreadsheet"), DISGUISED.format("ODT")),
        ("a.odt", uploads.open_document("text", ("Basic/script-lc.xml", "x")), MACROS),
        (
            "a.xlsx",
            uploads.office("xlsx", *((f"xl/{number}.xml", "") for number in range(5001))),
            "The document unpacks to far too much; save it smaller.",
        ),
    ],
)
def test_what_is_no_plain_document_is_refused(name, data, message):
    with pytest.raises(ValidationError) as refused, translation.override("en"):
        documents.validate(ContentFile(data, name=name))

    with translation.override("en"):
        assert refused.value.messages == [message]


def test_bomb_is_refused_without_unpacking_it():
    data = uploads.office("docx", ("word/media/x.bin", bytes(documents.MAX_UNPACKED)))

    with pytest.raises(ValidationError):
        documents.validate(ContentFile(data, name="a.docx"))


def test_document_comes_as_a_harmless_download(client):
    row = document(uploads.pdf())

    address = row.get_absolute_url()
    response = client.get(address)

    assert address == f"/documents/{row.key}/konkursa-nolikums.pdf"
    assert content(response) == uploads.pdf()
    headers = "Content-Type Content-Disposition X-Content-Type-Options Content-Security-Policy"
    assert [response.headers[name] for name in headers.split()] == [
        "application/pdf",
        'attachment; filename="konkursa-nolikums.pdf"',
        "nosniff",
        "default-src 'none'; sandbox",
    ]


def test_both_languages_have_a_readable_name(client):
    row = document(uploads.pdf())

    with translation.override("en"):
        assert row.get_absolute_url().endswith("/rules-of-the-call.pdf")
    for name in ("konkursa-nolikums.pdf", "rules-of-the-call.pdf"):
        assert content(client.get(reverse("document", args=[row.key, name]))) == uploads.pdf()


def test_address_outlives_another_title_and_another_file(
    client, settings, django_capture_on_commit_callbacks
):
    row = document(uploads.pdf())
    address, first = row.get_absolute_url(), row.file.name
    row.title_lv = "Nolikums 2027"
    newer = uploads.office("docx")
    row.file = ContentFile(newer, name="jauns.docx")
    with django_capture_on_commit_callbacks(execute=True):
        row.save()

    response = client.get(address, follow=True)

    assert response.redirect_chain == [(f"/documents/{row.key}/nolikums-2027.docx", 302)]
    assert content(response) == newer
    assert not (settings.MEDIA_ROOT / first).exists()


@pytest.mark.parametrize("way", ["documents/{}", "pictures/../documents/{}", "./documents/{}"])
def test_file_has_no_other_address(client, way):
    row = document(uploads.pdf())
    name = row.file.name.removeprefix("documents/")

    assert client.get(f"/media/{way.format(name)}").status_code == 404
    assert client.get(f"/documents/nezinama/{name}").status_code == 404
