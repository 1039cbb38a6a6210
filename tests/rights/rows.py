"""The rows of the table by their names, which are also their titles."""

from allauth.usersessions.models import UserSession
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from core.models import AuditEntry, BrokenLink, Document, Fault, Image, OldAddress
from engage.models import Outbox
from moving.models import SavedPage
from pages.models import SiteProfile
from partnership.models import Office, Person
from projects.models import Participation, SiteAcknowledgement, Subscription
from search.models import Miss, Synonyms
from tests.factories import (
    AcknowledgementRuleFactory,
    CommunityEntryFactory,
    CommunityFactory,
    ContactMessageFactory,
    ContactPointFactory,
    EntryFactory,
    EventFactory,
    ForumFactory,
    FundFactory,
    GlossaryTermFactory,
    IdeaFactory,
    IdeathonFactory,
    ItemFactory,
    ListingFactory,
    OrganisationFactory,
    OrganisationProfileFactory,
    PageFactory,
    PartnershipFactory,
    PostFactory,
    ProgrammeFactory,
    ProjectFactory,
    RegistrationFactory,
    SectorFactory,
    SeriesFactory,
    SolutionFactory,
    TerritoryFactory,
    ThemeFactory,
)
from tests.uploads import picture

from .people import person

OWNERS = ("own", "foreign")
PICTURE = picture(size=(40, 40))


def make_rows():
    owners = {whose: make_partnership(whose) for whose in OWNERS}
    rows = {row.title_lv: row for row in owners.values()}
    rows |= {row.organisation.name_lv: row.organisation for row in owners.values()}
    rows |= make_terms()
    rows |= make_files(owners)
    rows |= make_pages(owners, rows)
    for name in ("own event", "foreign event"):
        make_people(rows[name])
    rows |= make_bodies(rows)
    rows |= make_parts(rows)
    rows |= make_register(rows)
    return rows | make_site(owners) | make_words()


def make_partnership(whose):
    organisation = OrganisationFactory(name_lv=f"{whose} organisation")
    return PartnershipFactory(title_lv=f"{whose} partnership", organisation=organisation)


def make_terms():
    fund = FundFactory(name_lv="used fund")
    programme = {"fund": fund, "title_en": ""}
    return {
        "fund": FundFactory(name_lv="fund"),
        "used fund": fund,
        "theme": ThemeFactory(name_lv="theme"),
        "sector": SectorFactory(name_lv="sector"),
        "territory": TerritoryFactory(name_lv="territory"),
        "acknowledgement rule": AcknowledgementRuleFactory(
            name_lv="acknowledgement rule", funds=[fund]
        ),
        "glossary term": GlossaryTermFactory(name_lv="glossary term", definition_lv="X"),
        "used programme": ProgrammeFactory(title_lv="used programme", **programme),
        "draft programme": ProgrammeFactory(
            title_lv="draft programme", published_at=None, **programme
        ),
    }


def make_files(owners):
    """Rows of files that share one small picture and no document; nothing is encoded."""
    alts = {f"{whose} {kind}picture" for whose in OWNERS for kind in ("", "new ")}
    pictures = {
        name: Image(
            alt_lv=name,
            alt_en="" if "new" in name else name,
            owner=owners.get(name.split()[0]),
            file=f"pictures/{name.replace(' ', '-')}.jpg",
            original_name="krasts.jpg",
            width=40,
            height=40,
        )
        for name in sorted(alts | {"own used picture", "ownerless picture"})
    }
    documents = {
        name: Document(
            title_lv=name,
            owner=owners[name.split()[0]],
            file=f"documents/{name.replace(' ', '-')}.txt",
            extension="txt",
        )
        for name in ("own document", "own used document", "foreign document")
    }
    for each in pictures.values():
        each.file.name = default_storage.save(each.file.name, ContentFile(PICTURE))
    Image.objects.bulk_create(pictures.values())
    Document.objects.bulk_create(documents.values())
    return pictures | documents


def make_pages(owners, rows):
    own, foreign = owners["own"], owners["foreign"]
    draft, of = {"published_at": None}, {"programme": rows["used programme"], "territories": []}
    of_staff = {"source": "staff", "state": "unconfirmed", "decided_at": None, **draft}
    text = f'<p><a href="/document/{rows["own used document"].pk}/">Nolikums</a></p>'
    pages = {
        "own draft": (
            ProjectFactory,
            {"owner": own, "partner": foreign.organisation, **draft, **of},
        ),
        "own public": (ProjectFactory, {"owner": own, "cover": rows["own used picture"], **of}),
        "foreign draft": (ProjectFactory, {"owner": foreign, **draft, **of}),
        "foreign public": (ProjectFactory, {"owner": foreign, **of}),
        "shared draft": (
            ProjectFactory,
            {"owner": foreign, "partner": own.organisation, **draft, **of},
        ),
        "shared public": (ProjectFactory, {"owner": foreign, "partner": own.organisation, **of}),
        "ownerless draft": (ProjectFactory, {**draft, **of}),
        "own post": (PostFactory, {"owner": own, **draft}),
        "foreign post": (PostFactory, {"owner": foreign, **draft}),
        "foreign public post": (PostFactory, {"owner": foreign}),
        "own event": (EventFactory, {"owner": own, **draft}),
        "foreign event": (EventFactory, {"owner": foreign, **draft}),
        "own series": (SeriesFactory, {"owner": own, **draft}),
        "foreign public series": (SeriesFactory, {"owner": foreign}),
        "own item": (ItemFactory, {"owner": own, **draft}),
        "foreign item": (ItemFactory, {"owner": foreign, **draft}),
        "foreign staff item": (ItemFactory, {"owner": foreign, "visibility": "staff"}),
        "own forum": (ForumFactory, {"owner": own, **draft}),
        "foreign forum": (ForumFactory, {"owner": foreign, **draft}),
        "own ideathon": (IdeathonFactory, {"owner": own, **draft}),
        "foreign ideathon": (IdeathonFactory, {"owner": foreign, **draft}),
        "own solution": (SolutionFactory, {"challenge__ideathon__owner": own, **draft}),
        "foreign solution": (SolutionFactory, {"challenge__ideathon__owner": foreign, **draft}),
        "own idea": (IdeaFactory, {"theme__forum__owner": own, **draft}),
        "foreign idea": (IdeaFactory, {"theme__forum__owner": foreign, **draft}),
        "own community": (CommunityFactory, {"owner": own, "entries": 0, **draft}),
        "foreign public community": (CommunityFactory, {"owner": foreign, "entries": 0}),
        "own entry": (EntryFactory, {"owner": own, **of_staff}),
        "foreign entry": (EntryFactory, {"owner": foreign, **of_staff}),
        "own listing": (ListingFactory, {"owner": own, **of_staff}),
        "foreign listing": (ListingFactory, {"owner": foreign, **of_staff}),
        "own page": (PageFactory, {"owner": own, "body_lv": text, **draft}),
        "foreign page": (PageFactory, {"owner": foreign, **draft}),
    }
    return {name: factory(title_lv=name, **fields) for name, (factory, fields) in pages.items()}


def make_people(event):
    """Somebody who has a place and somebody who waits."""
    now = timezone.now()
    RegistrationFactory(event=event, state="confirmed", confirmed_at=now, name="has a place")
    RegistrationFactory(event=event, state="waiting", confirmed_at=now, queued_at=now, name="waits")


def make_bodies(rows):
    own, foreign = (rows[f"{whose} organisation"] for whose in OWNERS)
    people = {
        "own person": Person(organisation=own),
        "own private person": Person(organisation=own, is_public=False),
        "foreign person": Person(organisation=foreign),
        "foreign private person": Person(organisation=foreign, is_public=False),
    }
    for name, each in people.items():
        each.name = name
        each.save()
    contacts = {
        f"{whose} contact": ContactPointFactory(
            label_lv=f"{whose} contact", owner=rows[f"{whose} partnership"]
        )
        for whose in OWNERS
    }
    letters = {
        f"{whose} message": ContactMessageFactory(
            contact=ContactPointFactory(owner=rows[f"{whose} partnership"]),
            name=f"{whose} message",
        )
        for whose in OWNERS
    }
    return {
        **(people | contacts | letters),
        "own office": Office.objects.create(organisation=own, address_lv="own office"),
        "foreign office": Office.objects.create(organisation=foreign, address_lv="foreign office"),
        "own partner": OrganisationFactory(name_lv="own partner", owner=rows["own partnership"]),
        "ownerless partner": OrganisationFactory(name_lv="ownerless partner"),
    }


def make_register(rows):
    """Needs of communities, and profiles of organisations."""
    names = {"own": "own community", "foreign": "foreign public community"}
    needs = {
        f"{whose} need": CommunityEntryFactory(
            community=rows[name], title_lv=f"{whose} need", kind="need", status="open"
        )
        for whose, name in names.items()
    }
    profiles = {
        f"{whose} profile": OrganisationProfileFactory(
            organisation=rows[f"{whose} organisation"], name=f"{whose} profile"
        )
        for whose in OWNERS
    }
    return needs | profiles


def make_parts(rows):
    """What partners do in projects of others."""
    part_of = Participation.objects.get
    return {
        "own part": part_of(project=rows["shared draft"]),
        "own public part": part_of(project=rows["shared public"]),
        "foreign part": part_of(project=rows["own draft"]),
    }


def make_site(owners):
    link = {"url": "/x", "label": "pages.page", "object_id": 1, "reason": "missing"}
    account = person(first_name="account", last_name="X", email="x@example.org", groups=["Author"])
    account.partnerships.add(owners["foreign"])
    account.set_unusable_password()
    account.save()
    superuser = person(first_name="superuser", is_superuser=True)
    for user in (account, superuser):
        UserSession.objects.create(user=user, ip="127.0.0.1", session_key=f"x{user.pk}")
    return {
        "site profile": SiteProfile.objects.create(name_lv="site profile"),
        "site acknowledgement": SiteAcknowledgement.objects.create(
            statement_lv="site acknowledgement"
        ),
        "old address": OldAddress.objects.create(path="/old", target="/lv/projekti/"),
        "subscription": Subscription.objects.create(
            url="https://127.0.0.1:9/data/projects.json", name="subscription"
        ),
        "own broken link": BrokenLink.objects.create(owner=owners["own"], **link),
        "foreign broken link": BrokenLink.objects.create(owner=owners["foreign"], **link),
        **make_faults(owners),
        **make_saved_pages(owners),
        "mail": Outbox.objects.create(
            key="x", to="x@example.org", subject="mail", failed_at=timezone.now()
        ),
        "log entry": AuditEntry.objects.create(kind=AuditEntry.Kind.RIGHTS, detail="log entry"),
        "account": account,
        "superuser": superuser,
    }


def make_saved_pages(owners):
    return {
        f"{whose} saved page": SavedPage.objects.create(
            owner=owners[whose],
            name=f"{whose}.txt",
            title=f"{whose} saved page",
            language="lv",
            text=f"{whose} saved page",
        )
        for whose in OWNERS
    }


def make_faults(owners):
    return {
        f"{whose} fault": Fault.objects.create(
            owner=owners[whose], name=f"{whose} fault", label="pages.page", object_id=1, code="x"
        )
        for whose in OWNERS
    }


def make_words():
    """What the search is taught, and what it did not find."""
    return {
        "synonyms": Synonyms.objects.create(words="synonyms\nsame words"),
        "miss": Miss.objects.create(words="miss", day=timezone.localdate()),
    }
