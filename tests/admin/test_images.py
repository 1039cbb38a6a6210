"""Pictures: several at once, what is refused and why, descriptions, and where each is used."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from core.models import Image, Version
from core.roles import AUTHOR, EDITOR
from partnership.models import Person
from projects.models import ProjectImage
from tests import uploads
from tests.admin.forms import errors
from tests.factories import (
    OrganisationFactory,
    PageFactory,
    PartnershipFactory,
    PostFactory,
    ProjectFactory,
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


def change(row):
    opts = row._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])


def text_of(response):
    return response.content.decode()


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


# Where a picture is used


@pytest.fixture
def places(picture):
    """A row for every way in which a picture can be used."""
    project = ProjectFactory()
    ProjectImage.objects.create(project=project, image=picture)
    mention = f'<p><img src="/picture/{picture.pk}/" alt=""></p>'
    person = Person.objects.create(
        organisation=OrganisationFactory(), name="Jānis Bērziņš", portrait=picture
    )
    return {
        "cover": PostFactory(cover=picture),
        "gallery": project,
        "portrait": person,
        "Latvian text": PageFactory(body_lv=mention),
        "English text": PageFactory(body_en=mention),
    }


def test_form_lists_where_the_picture_is_used(editor_client, picture, places):
    PageFactory(body_lv=f'<p><img src="/picture/{picture.pk}0/" alt=""></p>', slug_lv="cits")

    page = editor_client.get(change(picture))

    shown = text_of(page)
    assert {name for name, row in places.items() if change(row) in shown} == set(places)
    assert shown.count('class="rows"') == 1
    assert "cits" not in shown


@pytest.mark.parametrize(
    "data",
    [
        {"form": {"body_lv": ['<p><img src="/picture/{}/" alt=""></p>']}, "inlines": {}},
        {"form": {"cover": ["{}"]}, "inlines": {}},
        {"form": {}, "inlines": {"gallery": [{"image": ["{}"]}]}},
    ],
    ids=["text", "cover", "gallery"],
)
def test_picture_of_a_draft_is_used(editor_client, picture, data):
    project = ProjectFactory()
    filled = {
        "form": {
            name: [text.format(picture.pk) for text in texts]
            for name, texts in data["form"].items()
        },
        "inlines": {
            prefix: [{"image": [str(picture.pk)]} for _row in rows]
            for prefix, rows in data["inlines"].items()
        },
    }
    Version.objects.create(
        label="projects.project", object_id=project.pk, kind="draft", name="Ieceres", data=filled
    )

    editor_client.post(f"{change(picture)[:-7]}delete/", {"post": "yes"})

    assert Image.objects.exists()
    assert "Ieceres" in text_of(editor_client.get(change(picture)))


@pytest.mark.parametrize("way", ["cover", "gallery", "portrait", "Latvian text", "English text"])
def test_used_picture_is_not_deleted(editor_client, picture, places, way):
    for name, row in places.items():
        if name != way:
            row.delete()

    response = editor_client.post(
        reverse("admin:core_image_delete", args=[picture.pk]), {"post": "yes"}, follow=True
    )

    assert Image.objects.filter(pk=picture.pk).exists()
    assert change(places[way]) in str(*response.context["messages"])


def test_bulk_deletion_takes_the_unused_and_names_the_others(
    editor_client, picture, settings, django_capture_on_commit_callbacks
):
    post, (free,) = PostFactory(cover=picture), undescribed()
    chosen = {"action": "delete_selected", "_selected_action": [picture.pk, free.pk]}

    asked = editor_client.post(reverse(LIST), chosen)
    with django_capture_on_commit_callbacks(execute=True):
        done = editor_client.post(reverse(LIST), {**chosen, "post": "yes"}, follow=True)

    assert list(asked.context["queryset"]) == [free]
    assert list(Image.objects.all()) == [picture]
    assert not (settings.MEDIA_ROOT / free.file.name).exists()
    told = " ".join(str(message) for message in done.context["messages"])
    assert change(post) in told


# Whose picture it is


@pytest.mark.parametrize(("role", "may"), [(AUTHOR, False), (EDITOR, True)])
def test_author_does_not_change_a_picture_in_use(client, picture, role, may):
    partnership = PartnershipFactory()
    Image.objects.update(owner=partnership)
    client.force_login(member(role, partnership))
    data = {**WORDS, "owner": partnership.pk}
    free = client.post(change(picture), data | focus(10))
    PostFactory(cover=picture)

    seen = client.get(change(picture)).context.get("seen_version", "")
    used = client.post(change(picture), data | focus(90) | {"seen_version": seen})

    picture.refresh_from_db()
    assert (free.status_code, used.status_code) == (302, 302 if may else 403)
    assert picture.focus_x == (90 if may else 10)
    assert client.get(change(picture)).status_code == 200


def test_foreign_picture_is_seen_and_used_but_not_changed(client, picture):
    Image.objects.update(owner=PartnershipFactory())
    client.force_login(member(EDITOR, PartnershipFactory()))

    statuses = [
        client.get(reverse(LIST)).status_code,
        client.get(change(picture)).status_code,
        client.post(change(picture), WORDS).status_code,
        client.post(reverse("admin:core_image_delete", args=[picture.pk])).status_code,
    ]

    assert statuses == [200, 200, 403, 403]


def focus(percent):
    return {"focus_x": percent, "focus_y": percent}
