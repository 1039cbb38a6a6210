"""The two bases of all that is published: `Content` has a page of its own, `Term` names things."""

import secrets
from datetime import timedelta
from functools import cache
from operator import methodcaller

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Now
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from . import addresses, rights
from .fields import RichText
from .reading import Reading
from .reserved import is_reserved
from .routes import page_address

SLUG_LENGTH = 100
ENDING_DAYS = 14
STALE_DAYS = 2 * 365  # without a change


class ContentQuerySet(models.QuerySet):
    stale_reasons = {"unchanged": _("not changed for more than two years")}

    def published(self):
        """The rows that visitors may see now; every public list, feed and count starts here."""
        return self.out().filter(**self.model.public_if)

    def out(self):
        """The rows whose time it is, also those that are not meant for everybody."""
        return self.filter(
            Q(unpublish_at=None) | Q(unpublish_at__gt=Now()), published_at__lte=Now()
        )

    def reachable_by(self, user):
        """The rows that a member of staff may open in the administration."""
        return rights.own(user, self)

    def visible_to(self, user):
        """The published rows, for staff also those that they may open in the administration."""
        if not user.is_staff or not rights.may(user, "view", self.model):
            return self.published()
        return self.published_or(self.model.objects.reachable_by(user))

    def published_or(self, rows):
        """The published rows and those of `rows`."""
        keys = rows.order_by().values("pk")
        published = self.model.objects.published().order_by().values("pk")
        return self.filter(Q(pk__in=keys) | Q(pk__in=published))

    def stale(self):
        """Public pages that may be out of date; `stale_because` is a key of `stale_reasons`."""
        long_ago = timezone.now() - timedelta(days=STALE_DAYS)
        rows = self.published().filter(updated_at__lt=long_ago)
        return rows.annotate(stale_because=Value("unchanged"))

    def ending(self):
        """Public pages that are taken down within two weeks."""
        soon = timezone.now() + timedelta(days=ENDING_DAYS)
        return self.published().filter(unpublish_at__lte=soon)

    def with_slug(self, slug):
        """Rows with this slug in any language; an address in the other language leads on."""
        columns = [f"slug_{code}" for code in settings.MODELTRANSLATION_LANGUAGES]
        return self.filter(Q(*((column, slug) for column in columns), _connector=Q.OR))

    def with_relations(self):
        """The rows with what a page about them shows; kinds of content extend it."""
        return self.select_related("cover")

    def with_details(self):
        """The rows with what their own page shows; kinds of content extend it."""
        return self.with_relations()

    def with_card(self):
        """The rows with what a card in a list shows; kinds of content read less."""
        return self.with_relations()

    def public_cards(self, keys):
        """The cards of those of some rows that visitors may see, in no order."""
        return public_rows(self.model, keys, WITH_CARD)


WITH_CARD, WITH_RELATIONS = methodcaller("with_card"), methodcaller("with_relations")


def public_rows(model, keys, shown=WITH_RELATIONS):
    """Those of some rows that visitors may see, in no order; `shown` is a function that gives
    these rows with what is to be read of them."""
    return reading_of_public(model, shown)(keys=list(keys))["rows"]


@cache
def reading_of_public(model, shown):
    def rows(keys):
        return {"rows": shown(model.objects.published().filter(pk=keys).order_by())}

    return Reading(rows, many=("keys",))


class Content(models.Model):
    """A page with its own address: a title, a text and a moment of publication.

    `published_at` is the whole publishing state: empty is a draft, a moment to come is
    scheduled, a moment gone by is public until `unpublish_at`.
    """

    title = models.CharField(_("title"), max_length=250)
    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("Two or three sentences for lists, search engines and shared links."),
    )
    body = RichText(_("text"), blank=True)
    cover = models.ForeignKey(
        "core.Image",
        models.PROTECT,
        related_name="+",
        verbose_name=_("cover picture"),
        null=True,
        blank=True,
        help_text=_("Without a picture the page gets a woven belt of its own."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=SLUG_LENGTH,
        null=True,
        blank=True,
        help_text=_("The last part of the page's address. Left empty, it is made from the title."),
    )
    owner = models.ForeignKey(
        "partnership.Partnership",
        models.PROTECT,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
        help_text=_("The partnership that keeps this page up to date."),
    )
    published_at = models.DateTimeField(
        _("published"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("Empty: a draft. In the future: appears by itself at that time."),
    )
    unpublish_at = models.DateTimeField(
        _("taken down"),
        null=True,
        blank=True,
        db_index=True,  # the next moment is looked for after each change
        help_text=_("Empty: stays public."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = ContentQuerySet.as_manager()

    is_written_by_staff = True  # what visitors send in waits on a desk of its own, not as drafts
    public_if = {}  # {field: value} of rows that are meant for everybody; the others stay hidden
    translated_fields = ("title", "slug", "summary", "body")
    public_fields = ("title", "summary", "body", "published_at", "updated_at")
    data_forms = ("csv", "xlsx", "json", "jsonld", "atom")
    search_fields = ("title", "summary", "body")
    list_class = "search.lists.FilteredList"
    turns = ()  # fields with a moment at which a facet changes its value by itself
    owner_paths = ("owner_id",)

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "publish")
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=[f"slug_{language}"], name=f"%(app_label)s_%(class)s_slug_{language}"
            )
            for language in ("lv", "en")
        ]

    def __str__(self):
        return self.title or ""

    def save(self, *args, **kwargs):
        for language in settings.MODELTRANSLATION_LANGUAGES:
            self.fill_slug(language)
        if not (self.slug_lv or self.slug_en) and (self.title_lv or self.title_en):
            self.slug_lv = f"{self._meta.model_name}-{self.mark()}"
        addresses.remember(self)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        opts = self._meta
        return page_address(f"{opts.app_label}:{opts.model_name}_detail", self.slug)

    def clean_fields(self, exclude=None):
        """No page may hide behind a section of the site."""
        super().clean_fields(exclude)
        columns = [f"slug_{language}" for language in settings.MODELTRANSLATION_LANGUAGES]
        told = _("A section of the site stands at this address: choose another word.")
        reserved = [each for each in columns if is_reserved(type(self), getattr(self, each))]
        if wrong := {each: told for each in reserved if each not in (exclude or ())}:
            raise ValidationError(wrong)

    def fill_slug(self, language):
        """Make the slug of one language from its title when the editor left it empty."""
        column = f"slug_{language}"
        stem = slugify(getattr(self, f"title_{language}") or "")[: SLUG_LENGTH - 4].strip("-")
        if getattr(self, column) or not stem:
            return
        slug, number = stem, 1
        others = type(self).objects.exclude(pk=self.pk)
        while is_reserved(type(self), slug) or others.with_slug(slug).exists():
            number += 1
            slug = f"{stem}-{number}"
        setattr(self, column, slug)

    def mark(self):
        """What tells the address of a page whose title has no Latin letter from others."""
        return secrets.token_hex(5)

    def url_in(self, language):
        """The address of the page in another language."""
        with translation.override(language):
            return self.get_absolute_url()

    def downloads(self):
        """(address, bytes, media type) of the files that people come for; feeds name them."""
        return []

    @property
    def is_out(self):
        """Whether its time it is; the same rule as `out()`."""
        now = timezone.now()
        ended = self.unpublish_at is not None and self.unpublish_at <= now
        return self.published_at is not None and self.published_at <= now and not ended

    @property
    def is_published(self):
        """Whether visitors may see it now; the same rule as `published()`."""
        return self.is_out and self.is_for_everybody

    @property
    def is_for_everybody(self):
        return all(getattr(self, name) == value for name, value in self.public_if.items())

    @property
    def dye(self):
        """One of the five colours of the site; kinds of content may choose by their funder."""
        return "madder"

    @property
    def label(self):
        """Name of the kind of content and key of its view count, such as `projects.project`."""
        return self._meta.label_lower

    # The publication check (`core.publication`) and the score of the data; kinds extend them.

    known_end = None  # (day, precision) of what the page is about
    checked_with = ()  # relations that `own_checks` reads

    def own_checks(self):
        """`Finding`s that only this kind of content can have."""
        return ()

    @classmethod
    def quality_of(cls, keys):
        """{key: score from 0 to 100} of rows whose data are judged."""
        return {}


class Term(models.Model):
    """A name that content is sorted by: a theme, a fund, a measure."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=SLUG_LENGTH, unique=True, blank=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    translated_fields = ("name",)
    public_fields = ("name", "slug")

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name or ""

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = slugify(getattr(self, "name_lv", "") or self.name)[:SLUG_LENGTH]
        super().save(*args, **kwargs)


def content_models():
    """Every kind of content there is, found by its base class."""
    return [model for model in apps.get_models() if issubclass(model, Content)]
