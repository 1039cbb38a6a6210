"""What all cells begin with: the rows, the people with their roles, what forms and history hold."""

from django.contrib import admin
from django.urls import reverse

from core import rights
from core.admin import record
from core.admin.history import HistoryAdmin
from core.models import Version
from tests.admin.forms import sent
from tests.factories import OrganisationFactory, TerritoryFactory

from .people import person, signed_in
from .rows import OWNERS, make_rows
from .table import ROLES, TABLE

# The field by which a row is told from others; pages have `title_lv`, terms `name_lv`.
FIELDS = {
    "core.auditentry": "detail",
    "core.brokenlink": "name",
    "core.fault": "name",
    "core.image": "alt_lv",
    "core.oldaddress": "path",
    "core.user": "first_name",
    "directory.contactmessage": "name",
    "directory.contactpoint": "label_lv",
    "directory.organisationprofile": "name",
    "engage.outbox": "subject",
    "moving.savedpage": "title",
    "partnership.office": "address_lv",
    "partnership.person": "name",
    "projects.participation": "note_lv",
    "projects.siteacknowledgement": "statement_lv",
    "projects.subscription": "name",
    "search.miss": "words",
    "search.synonyms": "words",
}


def field_of(row):
    usual = "title_lv" if hasattr(row, "title_lv") else "name_lv"
    return FIELDS.get(row._meta.label_lower, usual)


def address(row, page, *args):
    opts = row._meta
    if page == "password":
        return reverse("admin:auth_user_password_change", args=args)
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


class World:
    """One partnership of the person's own and a foreign one, each with its rows.

    `rows` has the rows of the table by name, `forms` what a browser would send from their forms,
    `clients` a signed-in person for each role, `keeper` somebody else who has done all so far.
    """

    def __init__(self):
        self.keeper = person(is_superuser=True)
        self.rows = make_rows()
        self.own, self.foreign = (self.rows[f"{whose} partnership"] for whose in OWNERS)
        self.spare = OrganisationFactory()  # for a new partnership
        self.heir = TerritoryFactory()
        self.first = self.first_of_owners()
        self.clients = {role: self.client_of(role) for role in ROLES}
        self.versions = {name: self.history_of(row) for name, row in self.rows.items()}
        client = signed_in(self.keeper)
        pages = {
            name: client.get(address(row, "change", row.pk)) for name, row in self.rows.items()
        }
        self.forms = {name: form_of(page) for name, page in pages.items()}

    def first_of_owners(self):
        """Names of the first rows of each kind and owner: new ones are tried once for each."""
        found = {}
        for name in TABLE:
            row = self.rows[name]
            found.setdefault((type(row), rights.owner_of(row)), name)
        return set(found.values())

    def client_of(self, *roles):
        user = person(groups=roles)
        user.partnerships.add(self.own)
        return signed_in(user)

    def history_of(self, row):
        """(earlier, newest): two versions that differ in one field; none without a history."""
        if not isinstance(admin.site.get_model_admin(type(row)), HistoryAdmin):
            return ()
        earlier = record(self.keeper, row)
        newest = Version.objects.get(pk=earlier.pk)
        newest.pk = None
        newest.save()
        earlier.data["form"][field_of(row)] = ["Agrāk"]
        earlier.save()
        return earlier, newest


def form_of(page):
    """What a browser would send of the page; a saved page has a form of its own."""
    if "adminform" in page.context:
        return sent(page)
    data = {field.name: field.value() for field in page.context["form"]}
    return {name: value for name, value in data.items() if value is not None}
