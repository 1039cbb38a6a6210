"""What somebody with a low role, or with none, tries past the forms; nothing gives way."""

import io
import zipfile

import openpyxl
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from core.models import Version
from core.roles import AUTHOR, EDITOR
from news.models import Post
from partnership.models import Person
from tests.admin.forms import errors, sent
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    PostFactory,
    ProjectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
SECRET = "Slepenais nodoms"
HUGE = "9" * 30


def url(kind, page, *args):
    return reverse(f"admin:{kind}_{page}", args=args)


def member(role, partnership):
    user = UserFactory(groups=[role])
    user.partnerships.add(partnership)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def own():
    return PartnershipFactory(is_host=True)


@pytest.fixture
def foreign():
    return PartnershipFactory()


@pytest.fixture
def author(own):
    return member(AUTHOR, own)


@pytest.fixture
def editor(own):
    return member(EDITOR, own)


@pytest.fixture
def secret(foreign):
    """A draft of another partnership."""
    return ProjectFactory(owner=foreign, title_lv=SECRET, published_at=None)


@pytest.fixture
def private(foreign):
    """Somebody of another partnership whose contacts are not public."""
    names = {"name": "Privātā Persona", "email": "privati@example.lv"}
    return Person.objects.create(organisation=foreign.organisation, is_public=False, **names)


@pytest.fixture
def post(own):
    return PostFactory(owner=own, published_at=None)


# What others keep to themselves


def test_djangos_way_to_the_page_of_a_row_names_no_drafts(author, secret):
    kind = ContentType.objects.get_for_model(secret)

    assert author.get(f"/admin/r/{kind.pk}/{secret.pk}/").status_code == 404


def test_comparison_names_no_rows_that_a_draft_points_to_without_right(author, post, secret):
    form = url("news_post", "change", post.pk)
    author.post(form, sent(author.get(form), projects=[secret.pk], _draft="1"))
    draft = Version.objects.drafts().get()
    assert draft.data["form"]["projects"] == [str(secret.pk)]

    pages = [form, url("news_post", "compare", post.pk) + f"?b={draft.pk}"]

    assert [SECRET in author.get(page).text for page in pages] == [False, False]


def test_private_contacts_do_not_stand_in_the_form_of_their_organisation(
    author, editor_client, private
):
    page = url("partnership_organisation", "change", private.organisation.pk)

    assert private.email not in author.get(page).text
    assert private.email in editor_client.get(page).text


def test_library_does_not_name_drafts_of_others(author, editor_client, secret, picture):
    secret.cover = picture
    secret.save()
    page = url("core_image", "change", picture.pk)

    assert SECRET not in author.get(page).text
    assert SECRET in editor_client.get(page).text


# Rows that lead to their owner by another row


@pytest.mark.parametrize("whose", ["foreign", "nobody's"])
def test_nobody_is_put_into_an_organisation_of_others(editor, own, foreign, whose):
    body = foreign.organisation if whose == "foreign" else OrganisationFactory()
    person = Person.objects.create(organisation=own.organisation, name="Anna")
    pages = [url("partnership_person", "add"), url("partnership_person", "change", person.pk)]

    for page in pages:
        refused = editor.post(page, sent(editor.get(page), name="Eva", organisation=body.pk))
        assert "organisation" in errors(refused)
    assert not Person.objects.filter(organisation=body).exists()


# Nonsense


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("title_lv__regex=(", 400),
        ("title_lv__iregex=(a*)*b", 400),
        ("title_lv__unaccent=x", 400),
        ("title_lv__unaccent__exact=x", 400),
        ("id__range=1", 400),
        ("updated_at__year=0", 400),
        ("owner__staff__password__startswith=m", 400),
        ("published_at__year=99999999999", 302),
        ("published_at__year=2020&published_at__month=13", 302),
        ("total_cost=1e999999", 302),
        ("published_at__year=2020", 200),
        ("owner__id__exact=" + HUGE, 200),
        ("themes__id__in=1,2", 200),
        ("state=draft", 200),
    ],
)
@pytest.mark.parametrize("page", ["changelist", "export"])
def test_list_answers_whatever_it_is_asked(editor_client, query, status, page):
    assert editor_client.get(url("projects_project", page) + f"?{query}").status_code == status


@pytest.mark.parametrize("chosen", ["x", "1,2", "\0", HUGE])
def test_selection_that_no_list_offers_is_refused(editor_client, chosen):
    data = {"action": "publish_now", "_selected_action": chosen}

    assert editor_client.post(url("news_post", "changelist"), data).status_code == 400


def test_draft_with_nonsense_opens_for_everybody(author, editor, own):
    project = ProjectFactory(owner=own, published_at=None)
    form = url("projects_project", "change", project.pk)
    wrong = dict.fromkeys(["programme", "cover", "themes", "participations-0-organisation"], "x")
    author.post(form, sent(author.get(form), _draft="1", **wrong))
    draft = Version.objects.drafts().get()

    compared = url("projects_project", "compare", project.pk)
    pages = [form, f"{form}?version={draft.pk}", f"{compared}?b={draft.pk}"]
    answers = [person.get(page).status_code for person in (author, editor) for page in pages]

    assert answers == [200] * 6


def test_draft_that_claims_a_version_that_is_not_there_is_kept(author, post):
    form = url("news_post", "change", post.pk)

    author.post(form, sent(author.get(form), seen_version="123456789", _draft="1"))

    connection.check_constraints()
    assert Version.objects.drafts().get().base is None


@pytest.mark.parametrize("path", ["/lv/", "/admin/"])
def test_cookie_with_a_nul_byte_is_refused(client, path):
    cookie = 'sessionid="\\000aaaaaaaaaa"'

    assert client.get(path, headers={"Cookie": cookie}).status_code == 400


@pytest.mark.parametrize("answer", ["{", "[]", "{}", '{"id": 1}', '{"rawId": {}, "response": []}'])
def test_answer_of_no_key_is_refused(client, answer):
    client.get(reverse("mfa_login_webauthn"))

    page = client.post(reverse("mfa_login_webauthn"), {"credential": answer})

    assert page.status_code < 500


def workbook(*rows):
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def damaged(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        part = package.getinfo("xl/worksheets/sheet1.xml")
    start = part.header_offset + 30 + len(part.filename)
    return data[:start] + b"\xff" * 20 + data[start + 20 :]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(damaged(workbook(["slug_lv"], ["a"])), id="damaged"),
        pytest.param(workbook(["slug_lv", "_xD800_"], ["a", "b"]), id="half a letter"),
    ],
)
def test_import_says_what_is_wrong_with_a_file_made_by_hand(author, data):
    file = SimpleUploadedFile("zinas.xlsx", data)

    page = author.post(url("news_post", "import"), {"file": file})

    assert page.status_code == 200
    assert page.context["form"].errors["file"]


# Sent twice


def test_form_of_a_new_page_that_is_sent_twice_makes_one_page(editor_client):
    form = sent(editor_client.get(url("news_post", "add")), title_lv="Jaunums")

    answers = [editor_client.post(url("news_post", "add"), form) for _time in range(2)]

    made = Post.objects.get()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[1].url == url("news_post", "change", made.pk)
    again = editor_client.post(url("news_post", "add"), {**form, "title_lv": "Cits"})
    assert (again.status_code, Post.objects.count()) == (302, 2)


def test_two_people_bring_a_deleted_page_back_once(editor_client, editor, post):
    key = post.pk
    editor.post(url("news_post", "delete", key), {"post": "yes"})
    version = Version.objects.deleted().get()
    form = f"{url('news_post', 'add')}?version={version.pk}"
    pages = [person.get(form) for person in (editor_client, editor)]

    editor_client.post(form, sent(pages[0]))
    editor.post(form, sent(pages[1]))

    assert list(Post.objects.values_list("pk", flat=True)) == [key]
