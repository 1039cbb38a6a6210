"""Real rows for tests: one factory for each kind of content and for what it needs."""

from datetime import timedelta

import factory
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory

from core.models import User
from directory.models import (
    Community,
    CommunityEntry,
    ContactMessage,
    ContactPoint,
    Entry,
    Listing,
    OrganisationProfile,
    Sector,
)
from events.models import Event, Registration, Series
from ideas.models import Challenge, Criterion, Forum, Idea, Ideathon, Juror, Solution
from ideas.models import Theme as IdeaTheme
from library.models import Item, ItemFile
from news.models import Post
from pages.models import GlossaryTerm, Page
from partnership.models import Organisation, Partnership, Territory
from projects.models import AcknowledgementRule, Fund, Participation, Programme, Project, Theme
from tests.uploads import pdf


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence("darbinieks{}".format)
    is_staff = True

    @factory.post_generation
    def groups(user, create, names):
        for name in names or ():
            user.groups.add(Group.objects.get(name=name))


class TermFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    name_lv = factory.Sequence("Nosaukums {}".format)
    slug = factory.Sequence("nosaukums-{}".format)


class TerritoryFactory(TermFactory):
    class Meta:
        model = Territory

    kind = Territory.Kind.MUNICIPALITY


class OrganisationFactory(TermFactory):
    class Meta:
        model = Organisation


class ThemeFactory(TermFactory):
    class Meta:
        model = Theme


class FundFactory(TermFactory):
    class Meta:
        model = Fund

    short_name_lv = factory.Sequence("Fonds {}".format)


class AcknowledgementRuleFactory(TermFactory):
    """A rule for the funds given as `funds`."""

    class Meta:
        model = AcknowledgementRule
        skip_postgeneration_save = True

    statement_lv = "Līdzfinansē Eiropas Savienība"
    statement_en = "Co-funded by the European Union"
    verification = AcknowledgementRule.Verification.READ

    @factory.post_generation
    def funds(rule, create, funds):
        rule.funds.set(funds or [])


class GlossaryTermFactory(TermFactory):
    class Meta:
        model = GlossaryTerm


class ContentFactory(DjangoModelFactory):
    class Meta:
        abstract = True
        skip_postgeneration_save = True

    title_lv = factory.Sequence("Virsraksts {}".format)
    title_en = factory.Sequence("Heading {}".format)
    published_at = factory.LazyFunction(timezone.now)


class PartnershipFactory(ContentFactory):
    class Meta:
        model = Partnership

    organisation = factory.SubFactory(OrganisationFactory)


class ProgrammeFactory(ContentFactory):
    class Meta:
        model = Programme

    fund = factory.SubFactory(FundFactory)
    period_start = 2014
    period_end = 2020


class ProjectFactory(ContentFactory):
    """A project with one partner and one territory, so that lists have relations to read."""

    class Meta:
        model = Project

    programme = factory.SubFactory(ProgrammeFactory)

    @factory.post_generation
    def partner(project, create, organisation):
        Participation.objects.create(
            project=project, organisation=organisation or OrganisationFactory()
        )

    @factory.post_generation
    def territories(project, create, territories):
        project.territories.set([TerritoryFactory()] if territories is None else territories)

    @factory.post_generation
    def posts(project, create, posts):
        project.posts.set(posts or [])

    @factory.post_generation
    def library_items(project, create, items):
        project.library_items.set(items or [])


class PostFactory(ContentFactory):
    class Meta:
        model = Post

    @factory.post_generation
    def projects(post, create, projects):
        post.projects.set(projects or [])


class SeriesFactory(ContentFactory):
    class Meta:
        model = Series


class EventFactory(ContentFactory):
    """An event of two hours in a week from now."""

    class Meta:
        model = Event

    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=2))


class ItemFactory(ContentFactory):
    class Meta:
        model = Item

    kind = Item.Kind.STUDY


class ItemFileFactory(DjangoModelFactory):
    """A small real PDF in Latvian; with `url` an address elsewhere."""

    class Meta:
        model = ItemFile

    class Params:
        name, content = "petijums.pdf", pdf()

    item = factory.SubFactory(ItemFactory)
    file = factory.LazyAttribute(
        lambda row: "" if getattr(row, "url", "") else ContentFile(row.content, name=row.name)
    )


class ForumFactory(ContentFactory):
    """A forum that opened yesterday and takes ideas for a week more."""

    class Meta:
        model = Forum

    opens_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
    closes_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class IdeaThemeFactory(TermFactory):
    class Meta:
        model = IdeaTheme

    forum = factory.SubFactory(ForumFactory)


class IdeaFactory(ContentFactory):
    """An idea that residents can realise: published, or waiting when it has no such moment."""

    class Meta:
        model = Idea

    theme = factory.SubFactory(IdeaThemeFactory)
    by_residents = True
    confirmed_at = factory.LazyFunction(timezone.now)
    decided_at = factory.LazyFunction(timezone.now)
    state = factory.LazyAttribute(lambda row: "published" if row.published_at else "pending")
    reason = factory.LazyAttribute(
        lambda row: "Nav par tēmu." if row.state in ("rejected", "returned") else ""
    )


class SectorFactory(TermFactory):
    class Meta:
        model = Sector


class ContactPointFactory(DjangoModelFactory):
    """Somebody with a private address; reachable once a public page names the point."""

    class Meta:
        model = ContactPoint

    email = factory.Sequence("uznemejs{}@example.md".format)


class DecidedFactory(ContentFactory):
    """What a visitor sent in and staff decided on: published, or in the `state` that is given."""

    class Meta:
        abstract = True

    name = "Jana Liepa"
    email = factory.Sequence("jana{}@example.lv".format)
    confirmed_at = factory.LazyFunction(timezone.now)
    state = factory.LazyAttribute(lambda row: "published" if row.published_at else "pending")
    decided_at = factory.LazyFunction(timezone.now)
    reason = factory.LazyAttribute(
        lambda row: "Nav skaidrs." if row.state in ("rejected", "returned") else ""
    )


class EntryFactory(DecidedFactory):
    """An organisation of the directory with its body."""

    class Meta:
        model = Entry
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory, kind=Organisation.Kind.COMPANY)


class ListingFactory(DecidedFactory):
    """An offer of a public organisation, valid for a month."""

    class Meta:
        model = Listing
        skip_postgeneration_save = True

    entry = factory.SubFactory(EntryFactory)
    direction = Listing.Direction.OFFER
    valid_until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))


class CommunityFactory(ContentFactory):
    class Meta:
        model = Community

    territory = factory.SubFactory(TerritoryFactory)

    @factory.post_generation
    def entries(community, create, number):
        """One resource, so that lists have relations to read; another number on request."""
        CommunityEntryFactory.create_batch(1 if number is None else number, community=community)


class CommunityEntryFactory(DjangoModelFactory):
    """A resource that visitors see."""

    class Meta:
        model = CommunityEntry

    community = factory.SubFactory(CommunityFactory, entries=0)
    kind = "resource"
    category = "equipment"
    title_lv = factory.Sequence("Rīks {}".format)
    status = "available"


class OrganisationProfileFactory(DjangoModelFactory):
    """A question to an organisation that nobody has answered yet."""

    class Meta:
        model = OrganisationProfile

    organisation = factory.SubFactory(OrganisationFactory, kind=Organisation.Kind.NGO)
    year = 2026
    territory = factory.SubFactory(TerritoryFactory)
    email = factory.Sequence("biedriba{}@example.lv".format)
    confirmed_at = factory.LazyFunction(timezone.now)


class ContactMessageFactory(DjangoModelFactory):
    """A message whose sender has not confirmed the mailbox yet."""

    class Meta:
        model = ContactMessage

    contact = factory.SubFactory(ContactPointFactory)
    name = "Ilze Kalna"
    email = factory.Sequence("ilze{}@example.lv".format)
    body = "Vai varam tikties?"


class IdeathonFactory(ContentFactory):
    """An ideathon with money that takes solutions for a week more."""

    class Meta:
        model = Ideathon

    project = factory.SubFactory(ProjectFactory)
    budget = 10_000
    solutions_close_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class ChallengeFactory(DjangoModelFactory):
    class Meta:
        model = Challenge

    ideathon = factory.SubFactory(IdeathonFactory)
    title_lv = factory.Sequence("Izaicinājums {}".format)


class SolutionFactory(ContentFactory):
    """What a team proposes: published, or waiting when it has no such moment."""

    class Meta:
        model = Solution

    challenge = factory.SubFactory(ChallengeFactory)
    team = "Engures jaunieši"
    confirmed_at = factory.LazyFunction(timezone.now)
    decided_at = factory.LazyFunction(timezone.now)
    state = factory.LazyAttribute(lambda row: "published" if row.published_at else "pending")
    reason = factory.LazyAttribute(
        lambda row: "Nav par tēmu." if row.state in ("rejected", "returned") else ""
    )


class CriterionFactory(DjangoModelFactory):
    class Meta:
        model = Criterion

    title_lv = factory.Sequence("Kritērijs {}".format)


class JurorFactory(DjangoModelFactory):
    class Meta:
        model = Juror

    name = factory.Sequence("Žūrijas loceklis {}".format)
    email = factory.Sequence("juror{}@example.lv".format)
    confirmed_at = factory.LazyFunction(timezone.now)


class PageFactory(ContentFactory):
    class Meta:
        model = Page


class RegistrationFactory(DjangoModelFactory):
    """Somebody who has filled in the form and not confirmed it yet."""

    class Meta:
        model = Registration

    event = factory.SubFactory(EventFactory, registration="open")
    name = "Anna Ozola"
    email = factory.Sequence("anna{}@example.lv".format)


def content_factories():
    """{model: factory} for every kind of content."""
    bases = (ContentFactory, DecidedFactory)
    every = [each for base in bases for each in base.__subclasses__()]
    return {each._meta.model: each for each in every if not each._meta.abstract}
