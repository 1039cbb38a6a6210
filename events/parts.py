"""What belongs to one event: the sessions of its programme, its figures once it is closed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Session(models.Model):
    """One part of the programme; shown on the page, nobody registers for it."""

    event = models.ForeignKey(
        "events.Event", models.CASCADE, related_name="sessions", verbose_name=_("event")
    )
    title = models.CharField(_("title"), max_length=250)
    speakers = models.CharField(
        _("who speaks"), max_length=250, blank=True, help_text=_("Names and where they are from.")
    )
    starts_at = models.DateTimeField(_("starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    translated_fields = ("title", "speakers")

    class Meta:
        verbose_name = _("part of the programme")
        verbose_name_plural = _("programme")
        ordering = [models.F("starts_at").asc(nulls_last=True), "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at=None) | models.Q(ends_at__gt=models.F("starts_at")),
                name="events_session_ends_after_start",
                violation_error_message=_("The end must be after the start."),
            )
        ]

    def __str__(self):
        return self.title or ""


class EventFigures(models.Model):
    """How many people an event had, counted once when it was closed; names may go, these stay.

    All figures are numbers of people. `by_territory` is {slug of a territory: who came from there},
    with "" for those who did not say.
    """

    event = models.OneToOneField(
        "events.Event", models.CASCADE, related_name="figures", verbose_name=_("event")
    )
    registered = models.PositiveIntegerField(_("registered"), default=0)
    confirmed = models.PositiveIntegerField(_("confirmed"), default=0)
    waited = models.PositiveIntegerField(_("were on the waiting list"), default=0)
    promoted = models.PositiveIntegerField(_("moved up from the waiting list"), default=0)
    cancelled = models.PositiveIntegerField(_("cancelled"), default=0)
    no_show = models.PositiveIntegerField(_("did not come"), default=0)
    attended = models.PositiveIntegerField(_("came"), default=0)
    by_territory = models.JSONField(_("by territory"), default=dict, blank=True)
    frozen_at = models.DateTimeField(_("counted"), auto_now_add=True)

    class Meta:
        verbose_name = _("figures of an event")
        verbose_name_plural = _("figures of events")

    def __str__(self):
        return str(self.event)
