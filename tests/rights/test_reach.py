"""Nothing is left out of the table, and nobody reaches anything without a role."""

import re

import pytest
from django.contrib import admin
from django.test import Client

from core.admin.previews import link_to
from core.roles import EDITOR

from .addresses import addresses, administration, filled, first_row, model_of
from .doings import done_by
from .looking import WAYS, reference
from .people import person, signed_in
from .possible import PARTS, is_possible
from .table import ACTIONS, TABLE

pytestmark = pytest.mark.django_db

# Pages of the administration that are reached by an action without being named in `ACTIONS`.
BESIDES = {
    "figures": "the figures of the library (test_figures)",
    "process_import": "the second step of `import`",
    **dict.fromkeys(
        ("paper", "table", "table_form", "handovers", "reply", "archive", "merge", "part"),
        "pages about a forum or an idea for whoever may publish it (tests/ideas/test_desk)",
    ),
    **dict.fromkeys(
        ("jury", "juror", "links", "protocol", "results"),
        "pages about the jury of an ideathon (tests/ideas/test_ideathon_desk)",
    ),
    "admin:directory_message_countries": "figures without people (tests/directory)",
    "admin:directory_message_decide": "by POST, for whoever may change messages (tests/directory)",
    "import_template": "an empty table with the names of the columns (test_exchange_rights)",
}
# Addresses under /admin/ that everybody on the staff may open, and why.
FOR_STAFF = {
    "admin:index": "the frame; nothing waits for somebody without a role",
    "admin:jsi18n": "words of the interface",
    "admin:login": "leads on to the first page",
    "admin:logout": "one's own account",
    "admin:password_change": "one's own account",
    "admin:password_change_done": "one's own account",
    "manual": "how the administration is used",
    "text_paste": "gives back what was sent, cleaned",
}
# Addresses under /admin/ for people who are not signed in yet.
FOR_VISITORS = {
    "account_login",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "admin:login",
    "admin:logout",
    "mfa_list_webauthn",  # leads on to one's own account
    "mfa_login_webauthn",
}
# Addresses of the public site; what they hide is tested in test_content and test_every_page.
PUBLIC = re.compile(
    r"(?:lv/|d/|id/|data/|embed/|<str:language>/feeds/|\.well-known/|healthz|readyz|metrics|views/|media/|documents/|sitemap\.xml|robots\.txt|favicon\.ico|$)"
)
REFERENCES = {"page/<str:label>/<int:key>/", "picture/<int:key>/", "document/<int:key>/"}


def test_every_model_has_rows_in_the_table(world):
    assert {type(world.rows[name]) for name in TABLE} == set(admin.site._registry)


def test_every_page_of_every_model_is_an_action(world):
    left_out = []
    for pattern, name in administration():
        model = model_of(pattern)
        if model is None or not name:
            continue
        page = name.rpartition(f"{model._meta.model_name}_")[2]
        page = "password" if page == "password_change" else page
        row = first_row(world, model)
        ways = [action for action, needed in ACTIONS.items() if needed == page]
        if page not in BESIDES and not any(is_possible(action, row) for action in ways):
            left_out.append(name)

    # What is deleted there cannot come back; a table of parts is not edited by itself.
    assert left_out == ["admin:core_document_deleted", "admin:core_image_deleted"]


def test_every_choice_and_every_form_with_parts_is_in_the_table():
    admins = admin.site._registry.values()
    fields = [
        inline_or_admin.opts.get_field(name)
        for each in admins
        for inline_or_admin in (each, *each.get_inline_instances(None))
        for name in inline_or_admin.autocomplete_fields
    ]

    assert {field.related_model._meta.label_lower for field in fields} == set(WAYS)
    assert {each.opts.label_lower for each in admins if each.inlines} == set(PARTS)


def test_every_address_is_public_or_guarded():
    guarded = {*REFERENCES, "preview/<str:token>/"}
    unknown = [
        pattern
        for pattern, _name in addresses()
        if not pattern.startswith("admin/") and pattern not in guarded and not PUBLIC.match(pattern)
    ]

    assert unknown == []


def refuses(answer):
    """Whether the answer has no content: no such page, forbidden, or the way to the sign-in."""
    if answer.status_code in (301, 302):
        return answer.headers["Location"].startswith(("/admin/login/", "/admin/account/login/"))
    return answer.status_code in (400, 403, 404, 405)


def answers(client, url):
    return [client.get(url), client.post(url, {"post": "yes"})]


def test_visitor_gets_nothing_of_the_administration(world):
    client = Client()
    open_ones = [
        name or pattern
        for pattern, name in administration()
        if name not in FOR_VISITORS
        and not all(refuses(each) for each in answers(client, filled(pattern, world)))
    ]

    assert open_ones == []


def test_visitor_follows_no_reference_and_no_link_that_was_not_shared(world):
    client = Client()
    named = [reference(world.rows[name]) for name in ("own public", "own picture", "own document")]

    assert [client.get(address).status_code for address in named] == [404] * 3
    for name in ("own draft", "own public", "own page"):
        version = world.versions[name][1]
        version.shared_at = version.created_at  # in no row of the database
        assert client.get(link_to(version)).status_code == 410


def test_member_of_staff_without_a_role_gets_nothing(world):
    client = world.client_of()
    open_ones = []
    for pattern, name in administration():
        if name in FOR_STAFF or name in FOR_VISITORS or pattern.startswith("admin/account/"):
            continue
        url = filled(pattern, world)
        found = [client.get(url, follow=True), client.post(url, {"post": "yes"}, follow=True)]
        open_ones += [] if all(map(refuses, found)) else [name or pattern]

    assert open_ones == []


def test_member_of_staff_without_a_role_follows_no_reference(world):
    client = world.client_of()
    named = [reference(row) for name, row in world.rows.items() if is_possible("refer", row)]

    followed = {address for address in named if client.get(address).status_code != 404}

    # The pages that everybody may read.
    public = ("own public", "foreign public", "shared public", "foreign public post")
    pages = [*public, "own partnership", "foreign partnership", "used programme"]
    pages += ["foreign public series", "foreign public community"]
    assert followed == {reference(world.rows[name]) for name in pages}


def test_first_page_shows_nothing_to_a_member_of_staff_without_a_role(world):
    context = world.client_of().get("/admin/").context

    assert (context["app_list"], list(context.get("cards", ()))) == ([], [])


def test_editor_without_a_partnership_changes_nothing(world):
    """Not even the rows that belong to nobody; nor are new ones made that would."""
    user = person(groups=[EDITOR])
    names = ("own draft", "ownerless draft", "ownerless partner", "ownerless picture")

    done = {name: done_by(signed_in(user), world, name) for name in names}

    assert done == {
        "own draft": set(),
        "ownerless draft": set(),
        "ownerless partner": {"list", "form", "export", "autocomplete"},
        "ownerless picture": {"list", "form", "autocomplete", "pick", "refer"},
    }
