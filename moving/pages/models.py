"""A saved page that waits for staff to say what in it makes a project."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedPageQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=SavedPage.State.WAITING)


class SavedPage(models.Model):
    """A page of another site as text, and what was recognised in it.

    `found` is a list of `[kind, value, start, end]` (`moving.pages.patterns.Found`), in letters of
    `text`. It becomes a project only by the hand of somebody on the staff, and only as a draft.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("to confirm")
        CONFIRMED = "confirmed", _("made into a project")
        ASIDE = "aside", _("set aside")

    name = models.CharField(_("file"), max_length=400, unique=True)
    digest = models.CharField(max_length=64, editable=False)
    title = models.CharField(_("title"), max_length=250)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    text = models.TextField(_("text"))
    found = models.JSONField(default=list)
    state = models.CharField(
        _("state"), max_length=9, choices=State, default=State.WAITING, db_index=True
    )
    project = models.ForeignKey(
        "projects.Project",
        models.SET_NULL,
        related_name="+",
        verbose_name=_("project"),
        null=True,
        blank=True,
    )
    owner = models.ForeignKey(
        "partnership.Partnership",
        models.SET_NULL,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = SavedPageQuerySet.as_manager()
    owner_paths = ("owner_id",)

    class Meta:
        verbose_name = _("saved page")
        verbose_name_plural = _("saved pages")
        ordering = ["name"]

    def __str__(self):
        return self.title
