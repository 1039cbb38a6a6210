"""Where a picture is used: shown in its form, and never deleted; whose picture it is."""

import pytest
from django.urls import reverse

from core.models import Image, Version
from core.roles import AUTHOR, EDITOR
from partnership.models import Person
from projects.models import ProjectImage
from tests.admin.test_images import LIST, WORDS, member, undescribed
from tests.factories import (
    OrganisationFactory,
    PageFactory,
    PartnershipFactory,
    PostFactory,
    ProjectFactory,
)

pytestmark = pytest.mark.django_db


def change(row):
    opts = row._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])


def text_of(response):
    return response.content.decode()


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
