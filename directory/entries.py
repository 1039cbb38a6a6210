"""`Entry`: a body with a page in the directory. The body itself is an `Organisation`."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import countries
from core.content import Content, ContentQuerySet, Term
from core.retention import Kept
from engage.moderation import Moderated
from engage.visitors import ByVisitor, ByVisitorQuerySet
from events.languages import SpokenLanguages
from library.models import Item
from partnership.models import Organisation, Territory
from projects.models import Project

from . import bodies, listing_mails
from .contacts import ContactPoint
from .own_words import InOwnWords, OfStaff

JOINED_KEPT = timedelta(days=365)


class Sector(Term):
    """A branch of business that the directory is sorted by, such as food or tourism."""

    class Meta(Term.Meta):
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")


class EntryQuerySet(ByVisitorQuerySet, ContentQuerySet):
    def with_relations(self):
        rows = super().with_relations().select_related("organisation", "territory", "brand_book")
        return rows.prefetch_related("sectors", "projects__programme__fund")

    def with_details(self):
        """Its projects and its brand book are read as cards."""
        rows = super().with_relations().select_related("organisation", "territory")
        return rows.select_related("contact__person").prefetch_related("sectors")

    def forget_people(self, now):
        """Who filled in the form, a year after the page has gone, was refused, or still waits."""
        state = Moderated.State
        gone = [state.REJECTED, state.RETURNED, state.WITHDRAWN, state.ARCHIVED]
        long_ago, waits = now - JOINED_KEPT, Q(state=state.PENDING)
        past = self.filter(
            Q(state__in=gone, decided_at__lt=long_ago) | waits & Q(pending_at__lt=long_ago)
        )
        rows, shared = past.filter(anonymised_at=None), ContactPoint.objects.named_beside(past)
        ContactPoint.objects.filter(entries__in=rows).exclude(pk__in=shared.values("pk")).forget()
        return rows.anonymise(now)


class Entry(OfStaff, Moderated, ByVisitor, InOwnWords, Content):
    """The page of a business, a farm, an association or a municipality in the directory.

    One body exists once: its name, kind, country, registration number and web site are those of
    its `Organisation`, which projects name, too. What a visitor's form says of a body waits in
    `proposed` ({"kind", "country", "registration_number", "website", "town"}) until somebody of
    the staff decides; then it becomes the organisation, or finds the one that is there.
    """

    class Size(models.TextChoices):
        """Bands of people employed, Recommendation 2003/361/EC."""

        MICRO = "micro", _("up to 9 people")
        SMALL = "small", _("10–49 people")
        MEDIUM = "medium", _("50–249 people")
        LARGE = "large", _("250 people and more")

    organisation = models.OneToOneField(
        Organisation,
        models.PROTECT,
        related_name="entry",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
    )
    proposed = models.JSONField(default=dict, blank=True, editable=False)
    territory = models.ForeignKey(
        Territory,
        models.SET_NULL,
        related_name="entries",
        verbose_name=_("territory"),
        null=True,
        blank=True,
    )
    sectors = models.ManyToManyField(
        Sector, related_name="entries", verbose_name=_("sectors"), blank=True
    )
    products = models.TextField(
        _("products and services"), blank=True, help_text=_("One on each line.")
    )
    size = models.CharField(_("size"), max_length=6, choices=Size, blank=True)
    languages = SpokenLanguages(verbose_name=_("languages spoken"))
    social = models.URLField(
        _("page in a social network"), blank=True, help_text=_("The whole address.")
    )
    brand_book = models.ForeignKey(
        Item,
        models.SET_NULL,
        related_name="brands",
        verbose_name=_("brand book"),
        limit_choices_to={"kind": Item.Kind.BRAND_BOOK},
        null=True,
        blank=True,
    )
    projects = models.ManyToManyField(
        Project, related_name="entries", verbose_name=_("projects"), blank=True
    )
    contact = models.ForeignKey(
        ContactPoint,
        models.SET_NULL,
        related_name="entries",
        verbose_name=_("contact point"),
        null=True,
        blank=True,
        help_text=_("Where messages of visitors go. Empty: nobody can write."),
    )
    verified_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("When somebody last asked the organisation whether all this is right."),
    )
    do_not_list = models.BooleanField(
        _("not to be listed"),
        default=False,
        editable=False,
        help_text=_("The organisation asked to be removed; no import brings it back."),
    )

    objects = EntryQuerySet.as_manager()

    public_if = {"state": Moderated.State.PUBLISHED}
    translated_fields = (*Content.translated_fields, "products")
    public_fields = (
        *("title", "text_language", "organisation", "territory", "sectors", "summary", "body"),
        *("products", "size", "languages", "social", "brand_book", "projects", "verified_on"),
        *("published_at", "updated_at"),
    )
    list_class = "directory.filters.EntryList"
    project_figures = "directory.project_figures.groups"
    search_fields = (
        *(*Content.search_fields, "products", "organisation__name", "organisation__full_name"),
        *("organisation__earlier_names__name", "organisation__town", "sectors__name"),
        *("territory__name", "territory__predecessors__name", "projects__title"),
    )
    retention = (
        Kept(
            what=_("Entry in the directory: your name and e-mail address"),
            purpose=_("to confirm the entry with you and to tell you what becomes of it"),
            how_long=_("as long as the entry is public, then one year"),
            stays=_("what the entry said, unless you ask to be removed"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
    )

    class Meta(Content.Meta):
        verbose_name = _("organisation in the directory")
        verbose_name_plural = _("organisations in the directory")
        ordering = ["title_lv", "pk"]
        constraints = [
            *Moderated.Meta.constraints,
            *ByVisitor.Meta.constraints,
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(published_at__isnull=False, organisation__isnull=False),
                name="directory_entry_published_body",
                violation_error_message=_("A public page needs its organisation."),
            ),
            models.CheckConstraint(
                condition=Q(do_not_list=False) | Q(state="withdrawn", email=None),
                name="directory_entry_removed",
            ),
        ]

    def __str__(self):
        return self.title or ""

    def become_public(self):
        """What a form proposed becomes the body, or finds it."""
        if self.organisation is None and self.proposed:
            self.organisation, self.proposed = bodies.body_of(self), {}

    @property
    def kind(self):
        return self.organisation.kind if self.organisation else self.proposed.get("kind", "")

    @property
    def kind_name(self):
        names = dict(Organisation.Kind.choices)
        return names.get(self.kind, pgettext_lazy("kind of organisation", "other"))

    @property
    def country(self):
        body = self.organisation
        return body.country if body else self.proposed.get("country", "")

    @property
    def place(self):
        """The town, else the territory."""
        town = self.organisation.town if self.organisation else self.proposed.get("town", "")
        return town or (self.territory.name if self.territory else "")

    @property
    def product_lines(self):
        return [line.strip() for line in self.products.splitlines() if line.strip()]

    @property
    def dye(self):
        return "sea"

    # The moderation desk (`engage.moderation.Moderated`).

    desk_fields = ("kind_name", "told_of_body", "similar_names", "summary", "products")
    desk_labels = {
        "kind_name": _("kind"),
        "told_of_body": _("where and who it is"),
        "similar_names": _("perhaps the same organisation"),
    }

    @property
    def told_of_body(self):
        """Country, town, number and web site, in one line."""
        body, told = self.organisation, self.proposed
        names = ("town", "registration_number", "website")
        values = [getattr(body, name) if body else told.get(name, "") for name in names]
        return ", ".join(filter(None, (countries.name(self.country), *values)))

    @property
    def similar_names(self):
        """Known bodies whose names are nearly the same: perhaps it is one of them."""
        return ", ".join(str(each) for each in bodies.similar_to(self))

    def my_url(self):
        return listing_mails.address_of(self)
