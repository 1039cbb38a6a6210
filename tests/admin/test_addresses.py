"""Old addresses in the administration: the list, the form, the import of a whole list."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core import address_list
from core.addresses import OldAddress
from core.links import BrokenLink
from core.roles import AUTHOR, EDITOR, NETWORK_EDITOR, SITE_ADMINISTRATOR
from tests.factories import PageFactory, PartnershipFactory, PostFactory, UserFactory

pytestmark = pytest.mark.django_db
IMPORT = "/admin/core/oldaddress/import/"
ADD = "/admin/core/oldaddress/add/"


@pytest.fixture
def about():
    return PageFactory(title_lv="Par mums", title_en="About us")


def kept():
    """{old address: (key of the page or target, language)} of every row."""
    rows = OldAddress.objects.all()
    return {row.path: (row.object_id or row.target, row.language) for row in rows}


def outcomes(response):
    return [(line.number, line.outcome) for line in response.context["lines"]]


def errors(response):
    return {line.number: line.error for line in response.context["lines"] if line.error}


@pytest.mark.parametrize(
    ("role", "status"),
    [(AUTHOR, 403), (EDITOR, 403), (NETWORK_EDITOR, 200), (SITE_ADMINISTRATOR, 200)],
)
def test_network_editors_and_site_administrators_only(client, role, status):
    user = UserFactory(groups=[role])
    TOTP.activate(user, generate_totp_secret())
    client.force_login(user)
    row = OldAddress.objects.create(path="/vecs", target="/lv/projekti/")

    addresses = ["/admin/core/oldaddress/", ADD, IMPORT, f"/admin/core/oldaddress/{row.pk}/change/"]
    assert [client.get(each).status_code for each in addresses] == [status] * 4
    client.post(IMPORT, {"text": "/a;/lv/projekti/", "_store": "1"})
    assert ("/a" in kept()) == (status == 200)


def test_list_says_where_each_leads(editor_client, about, django_assert_max_num_queries):
    hidden = PageFactory(title_lv="Paslēpta", published_at=None)
    for path, pk in (("/a", about.pk), ("/b", hidden.pk), ("/c", 99999)):
        OldAddress.objects.create(path=path, label="pages.page", object_id=pk)
    OldAddress.objects.create(path="/d", target="/lv/projekti/")

    with django_assert_max_num_queries(15):
        page = editor_client.get("/admin/core/oldaddress/").text

    assert '<a href="/lv/par-mums/">Par mums</a>' in page
    assert '<a href="/lv/paslepta/">Paslēpta</a> (' in page
    assert '<span class="wrong">' in page
    assert '<a href="/lv/projekti/">/lv/projekti/</a>' in page


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/lv/par-mums/", ("page", "lv")),
        ("/en/about-us", ("page", "en")),
        ("http://127.0.0.1/lv/par-mums/", ("page", "lv")),
        ("/lv/projekti/?status=running", ("/lv/projekti/?status=running", "lv")),
    ],
)
def test_form_turns_an_address_into_a_page(editor_client, about, target, expected):
    old = "https://www.vecs.lv/Par-Mums.aspx?id=3"

    answer = editor_client.post(ADD, {"path": old, "target": target})

    assert answer.status_code == 302
    place, language = expected
    assert kept() == {"/par-mums.aspx?id=3": (about.pk if place == "page" else place, language)}


@pytest.mark.parametrize(
    ("path", "target", "field"),
    [
        ("", "/lv/par-mums/", "path"),
        ("/lv/par-mums/", "/lv/projekti/", "path"),
        ("/lv/projekti/", "/lv/par-mums/", "path"),
        ("/admin/", "/lv/par-mums/", "path"),
        ("/?p=3", "/lv/par-mums/", "path"),
        ("/zinams/", "/lv/par-mums/", "path"),
        ("/vecs", "", "target"),
        ("/vecs", "https://evil.example/", "target"),
        ("/vecs", "//evil.example/", "target"),
        ("/vecs", "/\\evil.example", "target"),
        ("/vecs", "/lv/nav-tadas/", "target"),
        ("/vecs", "/admin/", "target"),
        ("/vecs", "javascript:alert(1)", "target"),
    ],
)
def test_form_refuses_with_a_reason_and_keeps_what_was_typed(
    editor_client, about, path, target, field
):
    OldAddress.objects.create(path="/zinams", target="/lv/projekti/")

    answer = editor_client.post(ADD, {"path": path, "target": target})

    assert list(answer.context["adminform"].form.errors) == [field]
    assert f'value="{path}"' in answer.text or not path
    assert list(kept()) == ["/zinams"]


def test_form_of_a_row_shows_the_page_s_present_address(editor_client, about):
    row = OldAddress.objects.create(path="/vecs", label="pages.page", object_id=about.pk)
    address = f"/admin/core/oldaddress/{row.pk}/change/"

    page = editor_client.get(address)
    editor_client.post(address, page.context["adminform"].form.initial)

    assert page.context["adminform"].form.initial["target"] == "/lv/par-mums/"
    assert kept() == {"/vecs": (about.pk, "lv")}


LISTED = """vecā adrese;jaunā adrese
https://www.vecs.lv/lapa?id=3;/lv/par-mums/
/index.php?option=com&id=7;https://127.0.0.1/en/about-us/
jaunumi.html;/lv/zinas/
"""


def test_list_is_shown_first_and_stored_when_confirmed(editor_client, about):
    checked = editor_client.post(IMPORT, {"text": LISTED})

    assert outcomes(checked) == [(2, "add"), (3, "add"), (4, "add")]
    assert kept() == {}

    editor_client.post(IMPORT, {"text": LISTED, "_store": "1"})

    assert kept() == {
        "/lapa?id=3": (about.pk, "lv"),
        "/index.php?option=com&id=7": (about.pk, "en"),
        "/jaunumi.html": ("/lv/zinas/", "lv"),
    }


def test_same_list_twice_changes_nothing_even_after_a_page_is_renamed(editor_client, about):
    editor_client.post(IMPORT, {"text": LISTED, "_store": "1"})
    about.slug_lv, about.slug_en = "par-biedribu", "the-society"
    about.save()
    before = list(OldAddress.objects.order_by("pk").values())

    checked = editor_client.post(IMPORT, {"text": LISTED})
    editor_client.post(IMPORT, {"text": LISTED, "_store": "1"})

    assert [outcome for _number, outcome in outcomes(checked)] == ["same"] * 3
    assert list(OldAddress.objects.order_by("pk").values()) == before


def test_changed_list_changes_what_differs(editor_client, about):
    post = PostFactory(title_lv="Ziņa")
    editor_client.post(IMPORT, {"text": LISTED, "_store": "1"})
    text = LISTED.replace("/lv/par-mums/", post.url_in("lv"))

    checked = editor_client.post(IMPORT, {"text": text})
    editor_client.post(IMPORT, {"text": text, "_store": "1"})

    assert sorted(outcomes(checked)) == [(2, "change"), (3, "same"), (4, "same")]
    assert OldAddress.objects.get(path="/lapa?id=3").object_id == post.pk


def test_one_wrong_row_stores_nothing_and_every_wrong_row_is_named(editor_client, about):
    text = LISTED + (
        "/lapa?id=4;https://cits.lv/lapa/\n"
        "/lapa?id=5;/lv/nav-tadas/\n"
        "/LAPA/?id=3;/lv/par-mums/\n"
        "/lv/par-mums/;/lv/projekti/\n"
        "/lapa?id=6;\n"
    )

    for extra in ({}, {"_store": "1"}):
        answer = editor_client.post(IMPORT, {"text": text} | extra)
        assert list(errors(answer)) == [5, 6, 7, 8, 9]
        assert kept() == {}
    assert len(set(errors(answer).values())) == 4
    assert "/lapa?id=4;https://cits.lv/lapa/" in answer.text


def test_nothing_of_a_wrong_list_is_stored_by_whoever_asks(about):
    lines = address_list.read(LISTED + "/a;https://cits.lv/\n")

    with pytest.raises(ValidationError):
        address_list.store(lines)
    assert kept() == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_files_of_every_program_are_read(editor_client, about, encoding, delimiter):
    data = f'/ziņas/ķekava{delimiter}"/lv/par-mums/"\r\n\r\n'.encode(encoding)

    checked = editor_client.post(IMPORT, {"file": SimpleUploadedFile("saraksts.csv", data)})
    text = checked.context["form"]["text"].value()
    editor_client.post(IMPORT, {"text": text, "_store": "1"})

    assert kept() == {"/ziņas/ķekava": (about.pk, "lv")}


@pytest.mark.parametrize("text", ["", "\n\n", "vecā;jaunā\n", "\0", '"'])
def test_list_without_rows_is_refused_clearly(editor_client, text):
    answer = editor_client.post(IMPORT, {"text": text, "_store": "1"})

    assert answer.status_code == 200
    assert 'role="alert"' in answer.text or errors(answer)
    assert kept() == {}


def test_list_of_thousands_asks_few_questions(editor_client, about, django_assert_max_num_queries):
    text = "".join(f"/lapa?id={number};/lv/par-mums/\n" for number in range(2000))

    with django_assert_max_num_queries(45):
        editor_client.post(IMPORT, {"text": text, "_store": "1"})

    assert OldAddress.objects.count() == 2000


@pytest.fixture
def broken(about):
    own, other = PartnershipFactory(), PartnershipFactory()
    common = {"label": "pages.page", "object_id": about.pk, "name": "Par mums"}
    for name, owner in (("a", own), ("b", other)):
        BrokenLink.objects.create(
            url=f"https://{name}.example/", owner=owner, field="body_lv", reason="gone", **common
        )
    BrokenLink.objects.create(
        url="https://c.example/", owner=own, reason="silent", is_certain=False, **common
    )
    return own


@pytest.mark.parametrize("role", [AUTHOR, EDITOR])
def test_broken_links_of_the_own_partnership_lead_to_their_field(client, broken, about, role):
    user = UserFactory(groups=[role])
    user.partnerships.add(broken)
    client.force_login(user)

    page = client.get(reverse("admin:core_brokenlink_changelist"))

    assert [row.url for row in page.context["cl"].result_list] == ["https://a.example/"]
    assert f'<a href="/admin/pages/page/{about.pk}/change/#id_body_lv">Par mums</a>' in page.text


def test_broken_links_are_only_looked_at(editor_client, broken):
    row = BrokenLink.objects.first()
    page = editor_client.get(reverse("admin:core_brokenlink_changelist"))
    data = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}

    assert page.context["cl"].result_count == 2  # the third is not certain yet
    assert editor_client.get(reverse("admin:core_brokenlink_add")).status_code == 403
    delete = reverse("admin:core_brokenlink_delete", args=[row.pk])
    assert editor_client.post(delete, {"post": "yes"}).status_code == 403
    editor_client.post(reverse("admin:core_brokenlink_changelist"), data)
    assert BrokenLink.objects.count() == 3
