"""Pictures: several at once, what is refused and why, and descriptions in both languages."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from core.models import Image, Version
from core.roles import AUTHOR, EDITOR
from tests import uploads
from tests.admin.forms import errors
from tests.factories import (
    PartnershipFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
ADD, UPLOAD, DESCRIBE = (f"admin:core_image_{name}" for name in ("add", "upload", "describe"))
LIST = "admin:core_image_changelist"
WORDS = {"alt_lv": "Krasts", "alt_en": "Shore", "licence": "cc-by-4.0"}


def file(name="krasts.jpg", content=None):
    return SimpleUploadedFile(name, uploads.picture() if content is None else content)


def add(client, name, content, **fields):
    return client.post(reverse(ADD), {"file": file(name, content), **WORDS, **fields})


def member(role, partnership):
    user = UserFactory(groups=[role])
    user.partnerships.add(partnership)
    return user


def undescribed(owner=None, number=1):
    return [
        Image.objects.create(file=file(f"{each}.jpg", uploads.picture(size=(60, 40))), owner=owner)
        for each in range(number)
    ]


def describing(response, *rows, **shared):
    """What the browser sends from the page that describes several pictures."""
    formset = response.context["formset"]
    data = {field.html_name: field.value() for field in formset.management_form}
    data |= {"all-licence": "all-rights"} | {f"all-{name}": text for name, text in shared.items()}
    for form, row in zip(formset.forms, rows, strict=True):
        shown = {field.name: field.value() or "" for field in form}
        data |= {f"{form.prefix}-{name}": text for name, text in {**shown, **row}.items()}
    return {name: value for name, value in data.items() if value is not False}


# One picture


def test_picture_is_stored_with_its_alternatives(editor_client):
    add(editor_client, "krasts.jpg", uploads.picture())

    image = Image.objects.get()
    stored = (image.alt_lv, image.alt_en, image.width, image.original_name, image.licence)
    assert stored == ("Krasts", "Shore", 400, "krasts.jpg", "cc-by-4.0")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("krasts.jpg", b"tikai teksts", "This file is not a picture that can be read."),
        ("krasts.jpg", uploads.picture()[:9000], "The picture is damaged; export it again."),
        ("krasts.jpg", uploads.SVG, "This file is not a picture that can be read."),
        ("krasts.svg", uploads.SVG, "File extension “svg” is not allowed."),
        ("krasts.jpg.html", uploads.picture(), "File extension “html” is not allowed."),
        ("krasts.jpg", uploads.picture() + bytes(16 * 2**20), "The file is larger than 15 MB"),
    ],
    ids=["text", "truncated", "svg renamed", "svg", "html", "too large"],
)
def test_what_is_no_sound_picture_is_refused(editor_client, name, content, message):
    response = add(editor_client, name, content)

    with translation.override("en"):
        assert errors(response)["file"][0].startswith(message)
    assert response.context["adminform"].form["alt_lv"].value() == "Krasts"
    assert not Image.objects.exists()


@pytest.mark.parametrize("missing", ["alt_lv", "alt_en"])
def test_picture_needs_words_in_both_languages_or_is_decoration(editor_client, missing):
    refused = add(editor_client, "a.jpg", uploads.picture(), **{missing: ""})
    add(editor_client, "b.jpg", uploads.picture(), alt_lv="", alt_en="", is_decorative="on")

    assert list(errors(refused)) == [missing]
    assert [image.is_decorative for image in Image.objects.all()] == [True]


# Several at once


def test_good_files_stay_when_others_are_refused(editor_client):
    files = [file("labs.jpg"), file("slikts.jpg", uploads.HTML), file("otrs.png")]

    response = editor_client.post(reverse(UPLOAD), {"files": files}, follow=True)

    names = list(Image.objects.order_by("pk").values_list("original_name", flat=True))
    keys = [form.instance.original_name for form in response.context["formset"].forms]
    assert names == keys == ["labs.jpg", "otrs.png"]
    with translation.override("lv"):
        told = [str(message) for message in response.context["messages"]]
    assert len(told) == 1
    assert "slikts.jpg" in told[0]


def test_button_pressed_twice_stores_each_picture_once(editor_client):
    drawing = uploads.picture()
    for _press in range(2):
        editor_client.post(reverse(UPLOAD), {"files": [file("viens.jpg", drawing)]})
        editor_client.post(reverse(UPLOAD), {"files": [file("slikts.jpg", uploads.HTML)]})

    again = editor_client.post(reverse(UPLOAD), {"files": [file("slikts.jpg", uploads.HTML)]})

    assert [image.original_name for image in Image.objects.all()] == ["viens.jpg"]
    told = [str(message) for message in get_messages(again.wsgi_request)]
    assert [words.partition("”")[0] for words in told][-1] == "„slikts.jpg"


def test_script_hears_of_each_file(editor_client):
    data = {"files": [file("labs.jpg"), file("slikts.jpg", uploads.PROGRAM)]}

    answer = editor_client.post(reverse(UPLOAD), data, headers={"Accept": "application/json"})

    good, bad = answer.json()["files"]
    assert good == {"name": "labs.jpg", "id": Image.objects.get().pk, "error": ""}
    assert (bad["name"], bad["id"], bool(bad["error"])) == ("slikts.jpg", None, True)


def test_pictures_belong_to_the_partnership_of_who_adds_them(client):
    own, foreign = PartnershipFactory(), PartnershipFactory()
    client.force_login(member(AUTHOR, own))

    client.post(reverse(UPLOAD), {"files": [file("a.jpg")], "owner": foreign.pk})
    client.post(reverse(UPLOAD), {"files": [file("b.jpg")], "owner": own.pk})

    stored = list(Image.objects.values_list("original_name", "owner"))
    assert stored == [("b.jpg", own.pk)]


def test_pictures_are_described_on_one_page(editor_client):
    first, second, third = undescribed(number=3)
    asked = {"pk": [first.pk, second.pk, third.pk]}
    address = f"{reverse(DESCRIBE)}?{'&'.join(f'pk={key}' for key in asked['pk'])}"
    page = editor_client.get(address)
    words = {"alt_lv": "Ezers", "alt_en": "Lake", "focus_x": "20", "focus_y": "90"}
    shared = {"same": "on", "credit_lv": "Ilze Kalniņa", "licence": "cc0-1.0"}

    data = describing(page, words, {"is_decorative": "on"}, {}, **shared)
    editor_client.post(address, data)

    fields = ("alt_lv", "alt_en", "focus_x", "focus_y", "credit_lv", "licence")
    origin = ("Ilze Kalniņa", "cc0-1.0")
    assert list(Image.objects.order_by("pk").values_list(*fields)) == [
        ("Ezers", "Lake", 20, 90, *origin),
        ("", "", 50, 50, *origin),
        (None, None, 50, 50, *origin),
    ]
    assert set(Image.objects.undescribed()) == {third}
    assert Version.objects.saved().filter(label="core.image").count() == 3


def test_what_a_colleague_describes_meanwhile_stays_and_stops_nobody(editor_client):
    first, second, third = undescribed(number=3)
    page = editor_client.get(reverse(DESCRIBE))
    Image.objects.filter(pk=first.pk).update(alt_lv="Kolēģa", alt_en="A colleague's")
    third.delete()

    rows = {}, {"alt_lv": "Ezers", "alt_en": "Lake"}, {"alt_lv": "Nav", "alt_en": "None"}
    editor_client.post(reverse(DESCRIBE), describing(page, *rows))

    alts = Image.objects.order_by("pk").values_list("pk", "alt_lv")
    assert list(alts) == [(first.pk, "Kolēģa"), (second.pk, "Ezers")]


def test_single_picture_is_described_without_the_common_origin(editor_client):
    (image,) = undescribed()
    page = editor_client.get(reverse(DESCRIBE))
    data = describing(page, {"alt_lv": "Ezers", "alt_en": "Lake"})

    editor_client.post(reverse(DESCRIBE), {k: v for k, v in data.items() if k[:4] != "all-"})

    image.refresh_from_db()
    assert image.is_described


def test_half_described_picture_is_refused_and_nothing_is_lost(editor_client):
    undescribed(number=2)
    page = editor_client.get(reverse(DESCRIBE))

    half = {"alt_lv": "Ezers", "credit_lv": "Ilze"}
    response = editor_client.post(reverse(DESCRIBE), describing(page, half, {}))

    first, second = response.context["formset"].forms
    assert (list(first.errors), list(second.errors)) == (["alt_en"], [])
    assert (first["alt_lv"].value(), first["credit_lv"].value()) == ("Ezers", "Ilze")
    assert Image.objects.undescribed().count() == 2


def test_nobody_describes_pictures_of_others(client):
    own, foreign = PartnershipFactory(), PartnershipFactory()
    (theirs,) = undescribed(foreign)
    client.force_login(member(EDITOR, own))

    assert client.get(f"{reverse(DESCRIBE)}?pk={theirs.pk}").status_code == 403
    assert client.post(f"{reverse(DESCRIBE)}?pk={theirs.pk}").status_code == 403
    assert client.get(reverse(DESCRIBE)).context["formset"].forms == []


def test_list_marks_and_finds_what_is_not_described(editor_client, picture):
    (waiting,) = undescribed()

    page = editor_client.get(reverse(LIST))
    found = editor_client.get(reverse(LIST), {"described": "no"})

    assert page.context["waiting"] == 1
    assert list(found.context["cl"].queryset) == [waiting]


def test_pages_are_offered_only_described_pictures(editor_client, picture):
    undescribed()
    query = {"app_label": "projects", "model_name": "project", "field_name": "cover", "term": ""}

    answer = editor_client.get(reverse("admin:autocomplete"), query)

    assert [row["id"] for row in answer.json()["results"]] == [str(picture.pk)]
