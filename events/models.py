"""Events: what happens when and where, who may come, and what came of it."""

import uuid

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import countries
from core.content import Content
from core.fields import RichText
from partnership.models import Organisation, Territory
from projects.models import Project

from . import times
from .languages import SpokenLanguages
from .parts import EventFigures, Material, Session  # noqa: F401 (Django finds the models of an app here)
from .people import ProjectPeople  # noqa: F401
from .places import refuse_fewer_places
from .querysets import EventQuerySet
from .registration import Registration  # noqa: F401
from .series import Series

FEWEST_DAYS, MOST_DAYS = 7, 365  # for which the names of participants may be kept


class Event(Content):
    """One event. Publishing is that of every page; an event can also be cancelled or closed.

    `sequence` rises with every change of time, place or cancellation (RFC 5545 §3.8.7.4), whoever
    makes it: a trigger counts (migration 0002) and keeps `uid` as it is. After saving, a row in
    memory still holds the earlier number.
    """

    class Kind(models.TextChoices):
        SEMINAR = "seminar", _("seminar")
        WORKSHOP = "workshop", _("workshop")
        WEBINAR = "webinar", _("webinar")
        FORUM = "forum", _("forum")
        TRAINING = "training", _("training")
        TRIP = "trip", _("study trip")
        MASTER_CLASS = "master-class", _("master class")
        CONFERENCE = "conference", _("conference")
        OTHER = "other", _("other event")

    class Attendance(models.TextChoices):
        IN_PERSON = "in-person", _("in person")
        ONLINE = "online", _("online")
        MIXED = "mixed", _("in person and online")

    class Registration(models.TextChoices):
        NONE = "none", _("not needed")
        OPEN = "open", _("on this site")
        ELSEWHERE = "elsewhere", _("on another site")

    uid = models.UUIDField(
        _("stable name"),
        default=uuid.uuid4,
        db_default=RandomUUID(),
        unique=True,
        editable=False,
    )
    sequence = models.PositiveIntegerField(_("revision"), default=0, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.SEMINAR)
    project = models.ForeignKey(
        Project,
        models.SET_NULL,
        related_name="events",
        verbose_name=_("project"),
        null=True,
        blank=True,
        help_text=_("The page and the sign-in sheet then carry what its funder asks for."),
    )
    series = models.ForeignKey(
        Series,
        models.SET_NULL,
        related_name="events",
        verbose_name=_("series"),
        null=True,
        blank=True,
    )
    organiser = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="events",
        verbose_name=_("organiser"),
        null=True,
        blank=True,
    )

    starts_at = models.DateTimeField(_("starts"), db_index=True)
    ends_at = models.DateTimeField(
        _("ends"),
        blank=True,
        db_index=True,
        help_text=_("May stay empty when the hour is not known."),
    )
    precision = models.CharField(
        _("known"),
        max_length=5,
        choices=times.Precision,
        default=times.Precision.HOUR,
        help_text=_("Not yet: start and end are then the time in which it happens; not shown."),
    )

    attendance = models.CharField(
        _("taking part"), max_length=9, choices=Attendance, default=Attendance.IN_PERSON
    )
    venue = models.CharField(
        _("venue"),
        max_length=200,
        blank=True,
        help_text=_("Such as the culture house of the parish."),
    )
    street = models.CharField(_("address"), max_length=250, blank=True)
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    territories = models.ManyToManyField(
        Territory, related_name="events", verbose_name=_("territories"), blank=True
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        choices=countries.choices,
        help_text=_("Only of what happens abroad, such as a study trip."),
    )
    online_url = models.URLField(
        _("online link"),
        max_length=500,
        blank=True,
        help_text=_("Only people whose place is confirmed get it; it never stands on the page."),
    )
    languages = SpokenLanguages(verbose_name=_("languages of the event"))

    registration = models.CharField(
        _("registration"), max_length=9, choices=Registration, default=Registration.NONE
    )
    registration_url = models.URLField(_("registration form"), max_length=500, blank=True)
    opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    closes_at = models.DateTimeField(
        _("registration closes"), null=True, blank=True, help_text=_("Empty: when it starts.")
    )
    capacity = models.PositiveIntegerField(
        _("places"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: as many as come."),
    )
    waiting_list = models.BooleanField(
        _("waiting list"),
        default=True,
        help_text=_("Who comes when all places are taken waits and moves up by itself."),
    )
    question = models.CharField(
        _("one question"), max_length=200, blank=True, help_text=_("Asked in the form, if any.")
    )
    ask_needs = models.BooleanField(
        _("ask about needs"),
        default=False,
        help_text=_("Food, access, help; the answers are deleted a week after the event."),
    )
    photos_notice = models.BooleanField(
        _("pictures are taken"), default=False, help_text=_("The page and the form say so.")
    )
    retention_days = models.PositiveSmallIntegerField(
        _("names are kept, days"),
        default=90,
        validators=[MinValueValidator(FEWEST_DAYS), MaxValueValidator(MOST_DAYS)],
        help_text=_("After the event; then names and e-mail addresses are deleted."),
    )

    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True, editable=False)
    cancel_reason = models.CharField(
        _("why it is cancelled"),
        max_length=300,
        blank=True,
        help_text=_("Stands on the page of a cancelled event."),
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)
    attended_total = models.PositiveIntegerField(
        _("people who came"),
        null=True,
        blank=True,
        help_text=_("Where nobody was ticked one by one."),
    )
    report = RichText(_("report"), blank=True, help_text=_("What came of it; shown afterwards."))

    objects = EventQuerySet.as_manager()

    translated_fields = (
        *Content.translated_fields,
        *("venue", "street", "question", "cancel_reason", "report"),
    )
    public_fields = (
        *("title", "kind", "starts_at", "ends_at", "precision", "attendance", "venue", "street"),
        *("latitude", "longitude", "territories", "country", "languages"),
        *("project", "series", "organiser"),
        *("registration", "registration_url", "opens_at", "closes_at", "capacity"),
        *("waiting_list", "cancelled_at", "cancel_reason", "closed_at", "attended_total"),
        *("summary", "body", "report", "published_at", "updated_at"),
    )
    data_forms = ("csv", "xlsx", "json", "jsonld", "ics", "atom")
    list_class = "events.filters.EventList"
    project_figures = "events.project_figures.groups"
    turns = ("ends_at",)
    search_fields = (
        *Content.search_fields,
        *("venue", "street", "report", "sessions__title", "sessions__speakers"),
        *("project__title", "project__short_name", "series__title", "organiser__name"),
        *("territories__name", "territories__predecessors__name"),
    )

    class Meta(Content.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("starts_at")),
                name="events_event_ends_after_start",
                violation_error_message=_("The event must end after it starts."),
            ),
            models.CheckConstraint(
                condition=models.Q(capacity=None) | models.Q(capacity__gte=1),
                name="events_event_has_places",
                violation_error_message=_("Leave the number of places empty, or give at least 1."),
            ),
            models.CheckConstraint(
                condition=models.Q(retention_days__range=(FEWEST_DAYS, MOST_DAYS)),
                name="events_event_retention",
                violation_error_message=_("Names are kept for 7 to 365 days."),
            ),
            models.CheckConstraint(
                condition=~models.Q(registration="elsewhere") | ~models.Q(registration_url=""),
                name="events_event_registration_elsewhere",
                violation_error_message=_("Say where people register."),
            ),
            models.CheckConstraint(
                condition=~models.Q(registration="open") | models.Q(precision__in=("hour", "day")),
                name="events_event_registration_needs_a_day",
                violation_error_message=_("People can register once the day is known."),
            ),
            models.CheckConstraint(
                condition=models.Q(opens_at=None)
                | models.Q(closes_at=None)
                | models.Q(closes_at__gt=models.F("opens_at")),
                name="events_event_closes_after_opening",
                violation_error_message=_("The registration must close after it opens."),
            ),
            models.CheckConstraint(
                condition=models.Q(cancelled_at=None)
                | (~models.Q(cancel_reason_lv="") & models.Q(cancel_reason_lv__isnull=False)),
                name="events_event_cancelled_with_reason",
                violation_error_message=_("Say why the event is cancelled."),
            ),
            models.CheckConstraint(
                condition=models.Q(cancelled_at=None) | models.Q(closed_at=None),
                name="events_event_cancelled_or_closed",
                violation_error_message=_("A cancelled event has not taken place."),
            ),
        ]

    def save(self, *args, **kwargs):
        """Where the hour is not known, the event lasts to the end of its day, month or year."""
        if self.ends_at is None:
            self.ends_at = times.end_of(self.starts_at, self.precision)
        super().save(*args, **kwargs)

    def clean(self):
        if self.ends_at is None and self.precision == times.Precision.HOUR:
            raise ValidationError({"ends_at": _("Say when the event ends.")})
        if self.ends_at is None and self.starts_at:
            self.ends_at = times.end_of(self.starts_at, self.precision)
        if self.is_cancelled and not self.cancel_reason_lv:
            raise ValidationError({"cancel_reason_lv": _("Say why the event is cancelled.")})
        refuse_fewer_places(self)

    @property
    def is_cancelled(self):
        return self.cancelled_at is not None

    @property
    def is_closed(self):
        return self.closed_at is not None

    @property
    def has_started(self):
        return self.starts_at <= timezone.now()

    @property
    def is_over(self):
        return self.ends_at <= timezone.now()

    @property
    def is_dated(self):
        """Whether at least the day is known, so that calendars can hold the event."""
        return self.precision in (times.Precision.HOUR, times.Precision.DAY)

    @property
    def stable_url(self):
        """The address that names the event for ever; it leads to the page."""
        return settings.SITE_URL + reverse("event_by_uid", args=[self.uid])

    @property
    def dye(self):
        return self.project.dye if self.project else "indigo"

    @property
    def public_project(self):
        """The project, when visitors may see it."""
        return self.project if self.project and self.project.is_published else None

    @property
    def public_series(self):
        return self.series if self.series and self.series.is_published else None
