"""Pictures on the disk: what is kept of a file, its copies, its focal point, its end."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template import Context, Template
from django.utils import translation
from PIL import Image as Drawing

from core import pictures
from core.files import Licence
from core.models import Image
from tests import uploads

pytestmark = pytest.mark.django_db


def stored(data, name="krasts.jpg", **fields):
    return Image.objects.create(file=ContentFile(data, name=name), **fields)


def contents(image):
    """The bytes of the stored picture and of each copy."""
    for name in image.stored_names():
        with default_storage.open(name) as file:
            yield file.read()


def files_on_disk(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def refusal(data, name="krasts.jpg"):
    with pytest.raises(ValidationError) as caught:
        pictures.validate(ContentFile(data, name=name))
    return caught.value.messages[0]


@pytest.fixture
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (uploads.png(10_000, 10_000), "The picture has more than 50 megapixels; save it smaller."),
        (uploads.header_bomb(), "The picture has more than 50 megapixels; save it smaller."),
        (uploads.text_bomb(), "This file is not a picture that can be read."),
        (uploads.picture()[:9000], "The picture is damaged; export it again."),
        (uploads.picture("PNG")[:9000], "The picture is damaged; export it again."),
        (uploads.picture("WEBP")[:9000], "This file is not a picture that can be read."),
        (uploads.SVG, "This file is not a picture that can be read."),
        (uploads.HTML, "This file is not a picture that can be read."),
        (uploads.pdf(), "This file is not a picture that can be read."),
        (uploads.picture("TIFF"), "This file is not a picture that can be read."),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "This file is not a picture that can be read."),
        (b"", "This file is not a picture that can be read."),
    ],
    ids="100MP header text cut cut-png cut-webp svg html pdf tiff eps empty".split(),
)
def test_what_is_no_sound_picture_is_refused(english, data, message):
    assert refusal(data) == message


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("JPEG", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L")),
        *(("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("PNG", "I;16"), ("PNG", "LA")),
        *(("WEBP", "RGB"), ("AVIF", "RGB"), ("GIF", "P")),
    ],
)
def test_every_usual_kind_of_picture_gets_its_copies(kind, mode):
    image = stored(uploads.picture(kind, (500, 300), mode), f"a.{kind.lower()}")

    for name in image.stored_names():
        with default_storage.open(name) as file:
            assert Drawing.open(file).size[0] in (480, 500)
    assert (image.width, image.height, len(image.stored_names())) == (500, 300, 5)


def test_nothing_of_camera_author_and_place_is_kept():
    image = stored(uploads.photo_with_place())

    assert (image.width, image.height) == (60, 80)
    for data in contents(image):
        assert not Drawing.open(io.BytesIO(data)).getexif()
        assert [mark for mark in (b"CAMERA", b"AUTHOR", b"COMMENT") if mark in data] == []


@pytest.mark.parametrize("tail", [uploads.HTML, uploads.packed(("x.html", uploads.HTML))])
def test_what_hangs_on_a_picture_falls_off(tail):
    image = stored(uploads.picture("PNG") + tail, "a.png")

    for data in contents(image):
        assert b"<script" not in data
        assert b"PK\x03\x04" not in data


def test_stored_name_says_nothing_of_the_sent_one(settings):
    image = stored(uploads.picture(), "../../evil.html.jpg")

    assert image.file.name.startswith("pictures/")
    assert len(image.file.name.split("/")[-1]) == len("0" * 32 + ".jpg")
    assert files_on_disk(settings.MEDIA_ROOT.parent) == sorted(
        name.split("/")[-1] for name in image.stored_names()
    )


def test_replaced_and_deleted_files_leave_the_disk(
    settings, django_capture_on_commit_callbacks, picture
):
    first = set(picture.stored_names())
    with django_capture_on_commit_callbacks(execute=True):
        picture.file = ContentFile(uploads.picture(size=(300, 300)), name="cits.jpg")
        picture.save()

    assert first.isdisjoint(picture.stored_names())
    assert len(files_on_disk(settings.MEDIA_ROOT)) == len(picture.stored_names()) == 3
    assert picture.original_name == "cits.jpg"

    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.filter(pk=picture.pk).delete()

    assert files_on_disk(settings.MEDIA_ROOT) == []


def test_refused_row_leaves_no_files(settings):
    with pytest.raises(ValueError, match="focus_x"):
        stored(uploads.picture(), focus_x="kreisi")

    assert files_on_disk(settings.MEDIA_ROOT) == []


def test_only_described_pictures_are_offered(picture):
    stored(uploads.picture(), alt_lv="Krasts")
    decoration = stored(uploads.picture(), is_decorative=True)

    described = Image.objects.described()

    assert set(described) == {picture, decoration}
    assert [image.is_described for image in Image.objects.order_by("pk")] == [True, False, True]


def test_cropped_picture_keeps_its_focal_point(picture):
    def shown():
        return Template("{% load site %}{% picture image %}").render(Context({"image": picture}))

    assert "class=" not in shown()

    picture.focus_x, picture.focus_y = 10, 84
    assert ' class="fx-10 fy-80"' in shown()


@pytest.mark.parametrize(
    ("licence", "shown"),
    [
        (Licence.ALL_RIGHTS, "Ilze Kalniņa"),
        (
            Licence.CC_BY,
            'Ilze Kalniņa · <a href="https://creativecommons.org/licenses/by/4.0/"'
            ' rel="license">CC BY 4.0</a>',
        ),
    ],
)
def test_credit_names_author_and_open_licence(picture, licence, shown):
    picture.credit_lv, picture.licence = "Ilze Kalniņa", licence

    page = Template("{% load site %}{% credit image %}").render(Context({"image": picture}))

    assert page == shown
