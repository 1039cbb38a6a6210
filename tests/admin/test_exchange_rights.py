"""Import and export reach no further than the person's role and partnerships."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from core.roles import AUTHOR, EDITOR, NETWORK_EDITOR, SITE_ADMINISTRATOR
from news.models import Post
from partnership.models import Organisation
from projects.models import Project
from tests.admin.test_exchange import address, confirm, export, numbers, rows_of, table, upload
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    PostFactory,
    ProgrammeFactory,
    ProjectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
MODELS = (Project, Organisation, Post)


@pytest.fixture
def own():
    return PartnershipFactory(slug_lv="sava", organisation=OrganisationFactory(slug="savs"))


@pytest.fixture
def foreign():
    return PartnershipFactory(slug_lv="svesa", organisation=OrganisationFactory(slug="svess"))


@pytest.fixture
def signed_in(client, own):
    """A client of somebody with these roles in the partnership `own`."""

    def sign_in(*roles):
        user = UserFactory(groups=roles)
        user.partnerships.add(own)
        TOTP.activate(user, generate_totp_secret())
        client.force_login(user)
        return client

    return sign_in


def outcome(client, model=Post, **row):
    return upload(client, table(row), model).outcome


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([AUTHOR], {"export": 200, "import": 200, "import_template": 200}),
        ([EDITOR], {"export": 200, "import": 200, "import_template": 200}),
        ([NETWORK_EDITOR], {"export": 200, "import": 200, "import_template": 200}),
        ([SITE_ADMINISTRATOR], {"export": 200, "import": 403, "import_template": 403}),
        ([], {"export": 403, "import": 403, "import_template": 403}),
    ],
)
def test_pages_and_buttons_are_for_those_who_may(signed_in, roles, expected):
    client = signed_in(*roles)

    found = {page: client.get(address(page)).status_code for page in expected}
    listed = client.get(address("changelist")).content.decode()

    assert found == expected
    for page, status in expected.items():
        if page != "import_template":
            assert (f'href="{address(page)}' in listed) == (status == 200)
    assert client.post(address("process_import"), {"digest": "x"}).status_code in (302, 403)


def test_author_looks_at_organisations_but_cannot_import_them(signed_in):
    client = signed_in(AUTHOR)

    found = [client.get(address(page, Organisation)).status_code for page in ("export", "import")]

    assert found == [200, 403]


def test_strangers_are_led_to_the_sign_in(client):
    pages = ("export", "import", "process_import", "import_template")

    assert [client.post(address(page)).status_code for page in pages] == [302] * 4


def test_export_gives_only_the_rows_of_the_list(signed_in, own, foreign):
    PostFactory(slug_lv="sava", owner=own), PostFactory(slug_lv="svesa", owner=foreign)
    svesa = Post.objects.get(slug_lv="svesa")
    client = signed_in(EDITOR)

    every = export(client, "csv", Post)
    asked = export(client, "csv", Post, ids=str(svesa.pk))

    assert [row["slug_lv"] for row in rows_of(every)] == ["sava"]
    assert rows_of(asked) == []


def test_foreign_row_is_refused_even_unchanged(signed_in, foreign):
    post = PostFactory(slug_lv="svesa", owner=foreign, title_lv="Sveša ziņa", published_at=None)
    client = signed_in(EDITOR)

    changed = outcome(client, slug_lv="svesa", title_lv="Mana ziņa")
    same = outcome(client, slug_lv="svesa", title_lv="Sveša ziņa")

    post.refresh_from_db()
    assert numbers(changed) == numbers(same) == (0, 0, 0, 1)
    assert post.title_lv == "Sveša ziņa"


def test_own_row_cannot_be_given_away_nor_a_new_one_made_for_others(signed_in, own, foreign):
    PostFactory(slug_lv="sava", owner=own)
    client = signed_in(EDITOR)

    given = outcome(client, slug_lv="sava", owner="svesa")
    made = outcome(client, slug_lv="jauna", title_lv="Jauna", owner="svesa")

    assert [error[1] for error in given.errors + made.errors] == ["owner", "owner"]


def test_new_row_belongs_to_the_partnership_of_the_person(signed_in, own):
    client = signed_in(EDITOR)

    page = upload(client, table({"slug_lv": "jauna", "title_lv": "Jauna"}), Post)
    confirm(client, page, Post)

    assert Post.objects.get().owner == own


def test_organisation_of_others_is_seen_but_not_changed(signed_in, own, foreign):
    client = signed_in(EDITOR)

    own_one = outcome(client, Organisation, slug="savs", website="https://savs.lv")
    other = outcome(client, Organisation, slug="svess", website="https://savs.lv")

    assert numbers(own_one) == (0, 1, 0, 0)
    assert numbers(other) == (0, 0, 0, 1)


def test_organisation_of_others_cannot_be_taken_over(signed_in, own, foreign):
    OrganisationFactory(slug="ta", owner=foreign)
    client = signed_in(EDITOR)

    taken = outcome(client, Organisation, slug="ta", owner="sava")

    assert [error[:2] for error in taken.errors] == [(2, "")]


def test_shared_project_is_changed_by_its_owner_only(signed_in, own, foreign):
    ProjectFactory(slug_lv="kopigs", owner=foreign, partner=own.organisation, thanks_lv="Paldies")
    client = signed_in(EDITOR)

    same = upload(client, export(client, "csv")).outcome
    changed = outcome(client, Project, slug_lv="kopigs", thanks_lv="Nē")
    taken = outcome(client, Project, slug_lv="kopigs", owner="sava")

    assert [numbers(each) for each in (same, changed, taken)] == [
        (0, 0, 1, 0),
        (0, 0, 0, 1),
        (0, 0, 0, 1),
    ]


def test_author_imports_drafts_and_publishes_nothing(signed_in, own):
    PostFactory(slug_lv="melnraksts", owner=own, published_at=None)
    PostFactory(slug_lv="publiska", owner=own)
    client = signed_in(AUTHOR)

    found = [
        numbers(outcome(client, **row))
        for row in (
            {"slug_lv": "melnraksts", "summary_lv": "Labots"},
            {"slug_lv": "jauna", "title_lv": "Jauna"},
            {"slug_lv": "melnraksts", "published_at": "2020-01-01"},
            {"slug_lv": "melnraksts", "unpublish_at": "2020-01-01"},
            {"slug_lv": "jauna", "title_lv": "Jauna", "published_at": "2099-01-01"},
            {"slug_lv": "publiska", "summary_lv": "Labots"},
            {"slug_lv": "publiska", "published_at": ""},
        )
    ]

    assert found == [(0, 1, 0, 0), (1, 0, 0, 0), *[(0, 0, 0, 1)] * 5]


def test_author_exports_and_imports_published_rows_unchanged(signed_in, own):
    PostFactory(owner=own)
    client = signed_in(AUTHOR)

    page = upload(client, export(client, "csv", Post), Post)

    assert numbers(page.outcome) == (0, 0, 1, 0)


def test_draft_of_others_cannot_be_named(signed_in, own, foreign):
    programme = ProgrammeFactory()
    Project.objects.create(
        title_lv="Slepens", slug_lv="slepens", programme=programme, owner=foreign
    )
    PostFactory(slug_lv="sava", owner=own)
    client = signed_in(EDITOR)

    found = outcome(client, slug_lv="sava", projects="slepens")

    assert [error[:2] for error in found.errors] == [(2, "projects")]


def test_confirming_asks_for_the_rights_again(signed_in, own):
    post = PostFactory(slug_lv="sava", owner=own, summary_lv="")
    client = signed_in(EDITOR)
    page = upload(client, table({"slug_lv": "sava", "summary_lv": "Labots"}), Post)
    own.staff.clear()

    confirm(client, page, Post)

    post.refresh_from_db()
    assert post.summary_lv == ""


def test_checked_file_is_its_senders_alone(signed_in, own):
    post = PostFactory(slug_lv="sava", owner=own, summary_lv="")
    page = upload(signed_in(EDITOR), table({"slug_lv": "sava", "summary_lv": "Labots"}), Post)

    answer = confirm(signed_in(EDITOR), page, Post)

    post.refresh_from_db()
    assert (answer.url, post.summary_lv) == (address("import", Post), "")
