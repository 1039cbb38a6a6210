"""Series: events that belong together and are announced as one, such as twelve webinars."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.content import Content
from projects.models import Project

from .querysets import SeriesQuerySet


class Series(Content):
    """A number of events under one name. Its dates are those of its events."""

    project = models.ForeignKey(
        Project,
        models.SET_NULL,
        related_name="event_series",
        verbose_name=_("project"),
        null=True,
        blank=True,
    )

    objects = SeriesQuerySet.as_manager()

    public_fields = (*Content.public_fields, "project")
    search_fields = (*Content.search_fields, "project__title", "events__title")

    class Meta(Content.Meta):
        verbose_name = _("series of events")
        verbose_name_plural = pgettext_lazy("several", "series of events")

    @property
    def public_project(self):
        """The project, when visitors may see it."""
        return self.project if self.project and self.project.is_published else None

    @property
    def dye(self):
        return self.project.dye if self.project else "indigo"
