"""`Listing`: what an organisation of the directory offers or looks for, until a day."""

from datetime import datetime, time, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.content import Content, ContentQuerySet
from core.retention import Kept
from engage.moderation import Moderated
from engage.visitors import ByVisitor, ByVisitorQuerySet
from events.languages import SpokenLanguages
from projects.models import Project

from . import listing_mails
from .entries import Entry, Sector
from .own_words import InOwnWords, OfStaff

LONGEST = timedelta(days=365)  # from publication or renewal
PERSON_KEPT = timedelta(days=365)  # after the end
RENEW_BEFORE = timedelta(days=14)


SHOWN = (  # on a card
    *("title", "text_language", "summary", "slug", "direction", "form", "valid_until", "cover"),
    *("entry__title", "entry__text_language", "entry__proposed", "entry__organisation__country"),
)


class ListingQuerySet(ByVisitorQuerySet, ContentQuerySet):
    def published(self):
        """Nothing of an organisation whose own page is not public."""
        entries = Entry.objects.published().order_by().values("pk")
        return super().published().filter(entry__in=entries)

    def with_relations(self):
        rows = super().with_relations().select_related("entry__organisation", "entry__contact")
        return rows.select_related("project__programme__fund").prefetch_related("sectors")

    def with_details(self):
        """Its project is read as a card."""
        rows = super().with_relations().select_related("entry__organisation")
        rows = rows.select_related("entry__contact__person").prefetch_related("sectors")
        return rows.defer("entry__summary", "entry__body", "entry__products")

    def with_card(self):
        return self.select_related("cover", "entry__organisation").only(*SHOWN)

    def forget_people(self, now):
        """Who sent it in, a year after it has ended or was refused."""
        day = timezone.localdate(now) - PERSON_KEPT
        refused = Q(state=Moderated.State.REJECTED, decided_at__lt=now - PERSON_KEPT)
        rows = self.filter(Q(valid_until__lt=day) | refused, anonymised_at=None)
        return rows.anonymise(now)


class Listing(OfStaff, Moderated, ByVisitor, InOwnWords, Content):
    """An offer or a request. It is public until the end of `valid_until`, at most a year at once.

    `unpublish_at` is the end of that day, so that lists, feeds and the index end it by
    themselves. `runs_from` is the day of publication or of the last renewal.
    """

    class Direction(models.TextChoices):
        OFFER = "offer", pgettext_lazy("listing", "offer")
        REQUEST = "request", pgettext_lazy("listing", "request")

    class Form(models.TextChoices):
        SUPPLY = "supply", _("supply and purchase")
        DISTRIBUTION = "distribution", _("sale and distribution")
        CO_PRODUCTION = "co_production", _("making together")
        KNOW_HOW = "know_how", _("exchange of know-how")
        TOURISM = "tourism", _("tourism")
        MUNICIPAL = "municipal", _("cooperation of municipalities")
        OTHER = "other", pgettext_lazy("form of cooperation", "other")

    class Closed(models.TextChoices):
        FOUND = "found", _("a partner was found")
        WITHDRAWN = "withdrawn", _("withdrawn by who sent it in")
        EXPIRED = "expired", _("its time was over")

    entry = models.ForeignKey(
        Entry, models.CASCADE, related_name="listings", verbose_name=_("organisation")
    )
    direction = models.CharField(_("offer or request"), max_length=7, choices=Direction)
    form = models.CharField(
        _("form of cooperation"), max_length=13, choices=Form, default=Form.OTHER
    )
    sectors = models.ManyToManyField(
        Sector, related_name="listings", verbose_name=_("sectors"), blank=True
    )
    countries_sought = ArrayField(
        models.CharField(max_length=2),
        verbose_name=_("countries of the partners sought"),
        default=list,
        blank=True,
        help_text=_("Codes with a comma between them, such as MD. Empty: any country."),
    )
    languages = SpokenLanguages(verbose_name=_("languages of cooperation"))
    project = models.ForeignKey(
        Project,
        models.SET_NULL,
        related_name="listings",
        verbose_name=_("project"),
        null=True,
        blank=True,
    )
    valid_until = models.DateField(
        _("valid until"), help_text=_("The last day on which it is public; at most a year ahead.")
    )
    runs_from = models.DateField(_("runs from"), default=timezone.localdate, editable=False)
    closed_as = models.CharField(
        _("how it ended"), max_length=9, choices=Closed, blank=True, editable=False
    )

    objects = ListingQuerySet.as_manager()

    public_if = {"state": Moderated.State.PUBLISHED}
    public_fields = (
        *("title", "text_language", "direction", "form", "entry", "sectors", "countries_sought"),
        *("languages", "project", "summary", "body", "valid_until", "published_at", "updated_at"),
    )
    list_class = "directory.filters.ListingList"
    search_fields = (
        *(*Content.search_fields, "entry__title", "entry__organisation__name", "sectors__name"),
        *("entry__territory__name", "project__title"),
    )
    jobs = ("directory.jobs.expire", "directory.jobs.ask_to_renew")
    retention = (
        Kept(
            what=_("Offer or request: your name and e-mail address"),
            purpose=_("to confirm it with you, to pass messages on and to ask whether it is valid"),
            how_long=_("one year after it has ended"),
            stays=_("the text of the offer or request"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
    )

    class Meta(Content.Meta):
        verbose_name = _("offer or request")
        verbose_name_plural = _("offers and requests")
        constraints = [
            *Moderated.Meta.constraints,
            *ByVisitor.Meta.constraints,
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("runs_from"))
                & Q(valid_until__lte=F("runs_from") + LONGEST),
                name="directory_listing_valid_a_year",
                violation_error_message=_("It can be valid for a year at most."),
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(published_at__isnull=False, unpublish_at__isnull=False),
                name="directory_listing_published_ends",
            ),
            models.CheckConstraint(
                condition=Q(closed_as="") | Q(state__in=["archived", "withdrawn"]),
                name="directory_listing_closed_as",
            ),
        ]

    def __str__(self):
        return self.title or ""

    def save(self, *args, **kwargs):
        """Staff may take it down earlier; it never stays longer than `valid_until`."""
        if self.valid_until:  # else the database refuses it, and a preview says what is missing
            end = day_after(self.valid_until)
            self.unpublish_at = min(self.unpublish_at or end, end)
        super().save(*args, **kwargs)

    def become_public(self):
        self.closed_as = ""

    @property
    def is_for_everybody(self):
        return super().is_for_everybody and self.entry.is_published

    @property
    def has_ended(self):
        """Whether it was public once and its time is over."""
        gone = (self.State.ARCHIVED, self.State.WITHDRAWN)
        is_over = self.state in gone or self.valid_until < timezone.localdate()
        return self.published_at is not None and is_over

    @property
    def dye(self):
        return "amber" if self.direction == self.Direction.OFFER else "sea"

    # The moderation desk (`engage.moderation.Moderated`).

    desk_fields = ("direction", "entry", "is_from_contact", "body", "valid_until")
    desk_labels = {"is_from_contact": _("sent from the organisation’s own address")}

    @property
    def is_from_contact(self):
        """Whether it came from the address of the organisation's own contact point."""
        contact = self.entry.contact
        return bool(contact and self.email and contact.address == self.email)

    def my_url(self):
        return listing_mails.address_of(self)

    def obstacle(self, to):
        if to != self.State.PUBLISHED:
            return ""
        if not self.entry.is_published:
            return _("Decide on its organisation first: {}.").format(self.entry)
        return _("Its last day is over.") if self.has_ended else ""


def day_after(day):
    """The moment at which a day is over here."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
