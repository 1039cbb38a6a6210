"""Pictures: what is refused and why, and where a picture is used."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from PIL import Image as Drawing

from core.models import Image
from projects.models import ProjectImage
from tests.admin.forms import errors
from tests.factories import PostFactory, ProjectFactory

pytestmark = pytest.mark.django_db
ADD = "admin:core_image_add"


def jpeg(side=400):
    data = io.BytesIO()
    Drawing.effect_noise((side, side), 80).convert("RGB").save(data, "JPEG")
    return data.getvalue()


def upload(client, name, content, **fields):
    data = {"file": SimpleUploadedFile(name, content), "alt_lv": "Krasts", "alt_en": "Shore"}
    return client.post(reverse(ADD), {**data, **fields})


def test_picture_is_stored_with_its_alternatives(editor_client):
    upload(editor_client, "krasts.jpg", jpeg())

    image = Image.objects.get()
    assert (image.alt_lv, image.alt_en, image.width) == ("Krasts", "Shore", 400)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("krasts.jpg", b"tikai teksts", "This file is not a picture that can be read."),
        ("krasts.jpg", jpeg()[:9000], "The picture is damaged; export it again."),
        ("krasts.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "This file is not a picture"),
        ("krasts.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "File extension “svg”"),
        ("krasts.jpg", jpeg() + bytes(16 * 1024 * 1024), "The file is larger than 15 MB"),
    ],
    ids=["text", "truncated", "svg renamed", "svg", "too large"],
)
def test_what_is_no_sound_picture_is_refused(editor_client, name, content, message):
    response = upload(editor_client, name, content)

    with translation.override("en"):
        assert errors(response)["file"][0].startswith(message)
    assert response.context["adminform"].form["alt_lv"].value() == "Krasts"
    assert not Image.objects.exists()


def test_picture_needs_words_or_is_decoration(editor_client):
    refused = upload(editor_client, "krasts.jpg", jpeg(), alt_lv="")
    upload(editor_client, "josta.jpg", jpeg(), alt_lv="", is_decorative="on")

    assert refused.status_code == 200
    assert [image.is_decorative for image in Image.objects.all()] == [True]


def test_form_lists_where_the_picture_is_used(editor_client, picture):
    post = PostFactory(cover=picture)
    project = ProjectFactory()
    ProjectImage.objects.create(project=project, image=picture)

    page = editor_client.get(reverse("admin:core_image_change", args=[picture.pk]))

    for row in (post, project):
        name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
        assert reverse(name, args=[row.pk]) in page.content.decode()
