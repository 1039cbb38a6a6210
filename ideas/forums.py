"""Forums: where people of a place send in ideas for a time, sorted by themes."""

import secrets

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.content import SLUG_LENGTH, Content, Term
from core.retention import Kept
from partnership.models import Territory
from projects.models import Project

from .querysets import ForumQuerySet


def new_key():
    return secrets.token_hex(32)


class Forum(Content):
    """A forum takes ideas and support between two moments; read it can be ever after.

    `support_key` makes the codes that stand for supporters (`ideas.supports`). It is destroyed when
    the forum is archived: then no address can be tested against a code any more.
    """

    project = models.ForeignKey(
        Project,
        models.SET_NULL,
        related_name="forums",
        verbose_name=_("project"),
        null=True,
        blank=True,
        help_text=_("The summary then carries what its funder asks for."),
    )
    territories = models.ManyToManyField(
        Territory,
        related_name="forums",
        verbose_name=_("territories"),
        blank=True,
        help_text=_("The municipalities that an idea can be about."),
    )
    opens_at = models.DateTimeField(_("takes ideas from"), default=timezone.now)
    closes_at = models.DateTimeField(
        _("takes ideas until"), help_text=_("Afterwards everything stays readable.")
    )
    takes_support = models.BooleanField(
        _("people can support ideas"), default=True, help_text=_("Once for each e-mail address.")
    )
    support_key = models.CharField(max_length=64, default=new_key, blank=True, editable=False)
    archived_at = models.DateTimeField(
        pgettext_lazy("forum", "archived"), null=True, blank=True, editable=False
    )

    objects = ForumQuerySet.as_manager()

    public_fields = (
        *("title", "project", "territories", "opens_at", "closes_at", "takes_support"),
        *("summary", "body", "published_at", "updated_at"),
    )
    list_class = "ideas.filters.ForumList"
    project_figures = "ideas.project_figures.groups"
    search_fields = (
        *Content.search_fields,
        *("themes__name", "project__title", "territories__name", "territories__predecessors__name"),
    )
    retention = (
        Kept(
            what=_("That you support an idea: a code made from your e-mail address, never itself"),
            purpose=_("to count each person once"),
            how_long=_("the key of the codes is destroyed 12 months after the forum closes"),
            stays=_("the number of supporters, and codes that lead to nobody"),
            forget=lambda model, now: model.objects.forget_voters(now),
        ),
    )

    class Meta(Content.Meta):
        verbose_name = _("idea forum")
        verbose_name_plural = _("idea forums")
        constraints = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="ideas_forum_closes_after_opening",
                violation_error_message=_("The forum must close after it opens."),
            ),
            models.CheckConstraint(
                condition=Q(archived_at=None) | Q(support_key=""),
                name="ideas_forum_archived_without_key",
            ),
        ]

    @property
    def has_opened(self):
        return self.opens_at <= timezone.now()

    @property
    def is_closed(self):
        return self.archived_at is not None or self.closes_at <= timezone.now()

    @property
    def is_open(self):
        """Whether it takes ideas now; the same rule as `open()`."""
        return self.has_opened and not self.is_closed

    @property
    def dye(self):
        return self.project.dye if self.project else "indigo"

    @property
    def public_project(self):
        """The project, when visitors may see it."""
        return self.project if self.project and self.project.is_published else None


class Theme(Term):
    """One of the groups into which a forum sorts its ideas."""

    forum = models.ForeignKey(
        Forum, models.CASCADE, related_name="themes", verbose_name=_("idea forum")
    )
    slug = models.SlugField(
        _("address"),
        max_length=SLUG_LENGTH,
        blank=True,
        help_text=_("Stands in addresses of narrowed lists; made from the name when left empty."),
    )

    owner_paths = ("forum__owner_id",)

    class Meta(Term.Meta):
        verbose_name = _("theme of a forum")
        verbose_name_plural = _("themes")
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "slug"],
                name="ideas_theme_once",
                violation_error_message=_("The forum has a theme of this name already."),
            )
        ]

    def clean(self):
        """Fill the address in, so that the form sees a name that is taken."""
        self.slug = self.slug or slugify(self.name_lv or "")[:SLUG_LENGTH]
