"""Documents in the administration: adding, replacing, and what is in use."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from core.models import Document
from tests import uploads
from tests.admin.forms import errors
from tests.factories import PageFactory

pytestmark = pytest.mark.django_db
ADD = "admin:core_document_add"
TITLES = {"title_lv": "Nolikums", "title_en": "Rules", "licence": "all-rights"}


def file(name="nolikums.pdf", content=None):
    return SimpleUploadedFile(name, uploads.pdf() if content is None else content)


@pytest.fixture
def document(editor_client):
    editor_client.post(reverse(ADD), {"file": file(), **TITLES})
    return Document.objects.get()


def change(document):
    return reverse("admin:core_document_change", args=[document.pk])


def test_document_is_stored_under_a_name_of_its_own(document):
    stored = (document.title_lv, document.title_en, document.extension, document.original_name)

    assert stored == ("Nolikums", "Rules", "pdf", "nolikums.pdf")
    assert document.size == len(uploads.pdf())
    assert "nolikums" not in document.file.name


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.docx", uploads.HTML, "This is not a file of the kind that its name says"),
        ("a.html", uploads.HTML, "Files of this kind are not accepted"),
        ("a.pdf", uploads.pdf() + bytes(26 * 2**20), "The file is larger than 25 MB"),
    ],
)
def test_refused_document_says_why_and_keeps_what_was_typed(editor_client, name, content, message):
    response = editor_client.post(reverse(ADD), {"file": file(name, content), **TITLES})

    with translation.override("en"):
        assert errors(response)["file"][0].startswith(message)
    assert response.context["adminform"].form["title_lv"].value() == "Nolikums"
    assert not Document.objects.exists()


def test_newer_file_keeps_the_address(editor_client, document):
    newer = uploads.pdf(b"/Lang (lv) ")
    seen = editor_client.get(change(document)).context["seen_version"]

    data = {**TITLES, "file": file("jauns.pdf", newer), "seen_version": seen}
    editor_client.post(change(document), data)

    answer = editor_client.get(document.get_absolute_url())
    assert b"".join(answer.streaming_content) == newer
    assert Document.objects.get().original_name == "jauns.pdf"


def test_document_in_a_text_is_not_deleted(editor_client, document):
    page = PageFactory(body_en=f'<p><a href="/document/{document.pk}/">Rules</a></p>')
    address = reverse("admin:core_document_delete", args=[document.pk])

    refused = editor_client.post(address, {"post": "yes"}, follow=True)

    told = " ".join(str(message) for message in refused.context["messages"])
    assert reverse("admin:pages_page_change", args=[page.pk]) in told
    page.delete()
    editor_client.post(address, {"post": "yes"})
    assert not Document.objects.exists()
