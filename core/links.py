"""Links of the published texts that lead nowhere, as the last check found them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BrokenLinkQuerySet(models.QuerySet):
    def certain(self):
        """What people are told about; a first failure may be the other site's bad day."""
        return self.filter(is_certain=True)


class BrokenLink(models.Model):
    """A link in one field of one form that did not answer when it was last checked.

    `field` is the name of the field, or of the rows inside the form that hold the link.
    """

    class Reason(models.TextChoices):
        """What is wrong, as people who are not technicians say it; stored in `reason`."""

        MISSING = "missing", _("There is no such page on this site.")
        HIDDEN = "hidden", _("The page is not public; visitors see “no such page”.")
        ADDRESS = "address", _("This is not a complete address.")
        GONE = "gone", _("The other site says that there is no such page.")
        NO_SITE = "no-site", _("There is no such web site any more, or its name is misspelt.")
        SILENT = "silent", _("The other site does not answer.")
        UNSAFE = "unsafe", _("The other site cannot be reached safely: its certificate is wrong.")
        FAILING = "failing", _("The other site answers with an error.")
        CIRCLE = "circle", _("The other site sends visitors on and on.")
        PRIVATE = "private", _("The address leads into a private network.")

    url = models.CharField(_("address"), max_length=2000)
    label = models.CharField(max_length=80)
    object_id = models.PositiveBigIntegerField()
    field = models.CharField(_("field"), max_length=80)
    name = models.CharField(_("on the page"), max_length=250, blank=True)
    owner = models.ForeignKey(
        "partnership.Partnership",
        models.CASCADE,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
    )
    reason = models.CharField(_("what is wrong"), max_length=250, choices=Reason)
    first_seen_at = models.DateTimeField(_("broken since"), default=timezone.now)
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)
    is_certain = models.BooleanField(default=True)

    objects = BrokenLinkQuerySet.as_manager()
    owner_paths = ("owner_id",)

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        ordering = ["name", "field", "url"]
        indexes = [models.Index(fields=["label", "object_id"], name="core_brokenlink_of")]

    def __str__(self):
        return self.url
