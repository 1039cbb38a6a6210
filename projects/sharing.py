"""One project on several sites: its stable name, where it is kept, what a site adds to it."""

import uuid

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.fields import RichText

# What a site decides itself about a project that another one keeps.
LOCAL = ("local_text", "slug", "published_at", "unpublish_at", "cover", "owner")


def base_name(name):
    """`title` for the column `title_lv`."""
    return name.removesuffix("_lv").removesuffix("_en")


class Subscription(models.Model):
    """Another site whose projects are shown here too, and how the last look at it ended."""

    name = models.CharField(_("name of the site"), max_length=200, blank=True)
    url = models.URLField(
        _("address of the list"),
        max_length=500,
        unique=True,
        help_text=_("The JSON address of a list of projects on a site that runs this software."),
    )
    owner = models.ForeignKey(
        "partnership.Partnership",
        models.PROTECT,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
        help_text=_("The partnership whose staff add their own text to these projects."),
    )
    is_active = models.BooleanField(_("active"), default=True)
    checked_at = models.DateTimeField(_("last asked"), null=True, blank=True, editable=False)
    succeeded_at = models.DateTimeField(_("last taken over"), null=True, blank=True, editable=False)
    problem = models.TextField(_("what went wrong"), blank=True, editable=False)

    owner_paths = ("owner_id",)

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["name", "url"]

    def __str__(self):
        return self.name or self.url


class Shared(models.Model):
    """A record with the same name on every site that shows it; one site keeps it.

    `subscription` is empty where the record is kept. Elsewhere everything but `local_text` and
    the publishing state comes from the origin and is written over when that changes.
    """

    uid = models.UUIDField(
        _("stable name"),
        default=uuid.uuid4,
        db_default=RandomUUID(),
        unique=True,
        editable=False,
    )
    subscription = models.ForeignKey(
        Subscription,
        models.PROTECT,
        related_name="%(class)ss",
        verbose_name=_("kept by another site"),
        null=True,
        blank=True,
        editable=False,
    )
    origin_url = models.URLField(
        _("page at the origin"), max_length=500, blank=True, editable=False
    )
    origin_changed_at = models.DateTimeField(
        _("changed at the origin"), null=True, blank=True, editable=False
    )
    is_gone_at_origin = models.BooleanField(
        _("no longer at the origin"), default=False, editable=False
    )
    local_text = RichText(
        _("own text of this site"),
        blank=True,
        help_text=_("Stands on this site only and is never written over by the origin."),
    )

    class Meta:
        abstract = True

    @property
    def is_kept_here(self):
        return self.subscription_id is None

    @property
    def stable_url(self):
        """The address that names the record for ever, on the site that keeps it."""
        if not self.is_kept_here:
            return self.origin_url
        return settings.SITE_URL + reverse("project_by_uid", args=[self.uid])
