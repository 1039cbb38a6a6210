"""What belongs to one event: its programme, its materials, its figures once it is closed."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from library.models import Item

MOST_DAYS_BEFORE = 60


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
    recording = models.ForeignKey(
        Item,
        models.SET_NULL,
        related_name="recorded_sessions",
        verbose_name=_("recording"),
        null=True,
        blank=True,
    )
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


def for_participants():
    """Keys of what people with a confirmed place may have: nothing that is for the staff alone."""
    items = Item.objects.out().exclude(visibility=Item.Visibility.STAFF)
    return items.order_by().values("pk")


class MaterialQuerySet(models.QuerySet):
    def shown(self):
        """What stands on the page of the event, for everybody."""
        return self.filter(
            audience=Material.Audience.PUBLIC,
            item__in=Item.objects.published().order_by().values("pk"),
        )

    def for_participants(self):
        return self.filter(item__in=for_participants())


class Material(models.Model):
    """Something of the library that belongs to an event: slides, a recipe, a recording."""

    class Audience(models.TextChoices):
        PUBLIC = "public", _("everybody")
        REGISTERED = "registered", _("people with a confirmed place")

    event = models.ForeignKey(
        "events.Event", models.CASCADE, related_name="materials", verbose_name=_("event")
    )
    item = models.ForeignKey(
        Item, models.PROTECT, related_name="materials", verbose_name=_("library item")
    )
    audience = models.CharField(
        pgettext_lazy("of a material", "for whom"),
        max_length=10,
        choices=Audience,
        default=Audience.PUBLIC,
    )
    send_days_before = models.PositiveSmallIntegerField(
        _("sent, days before"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_DAYS_BEFORE)],
        help_text=_("To people with a confirmed place. Empty: it is not sent beforehand."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = _("material of the event")
        verbose_name_plural = _("materials of the event")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "item"],
                name="events_material_once",
                violation_error_message=_("The event has this material already."),
            ),
            models.CheckConstraint(
                condition=models.Q(send_days_before=None)
                | models.Q(send_days_before__lte=MOST_DAYS_BEFORE),
                name="events_material_sent_in_time",
                violation_error_message=_("Materials are sent 60 days before at the earliest."),
            ),
        ]

    def __str__(self):
        return str(self.item)


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
