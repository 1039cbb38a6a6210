"""One person at one event: the form, the confirmed mailbox, a place or the queue."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import Count, ExpressionWrapper, F, Q, Value
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.retention import Kept
from engage.visitors import ByVisitor, ByVisitorQuerySet
from partnership.models import Territory

from . import people

NEEDS_KEPT = timedelta(days=7)  # after the event


class RegistrationQuerySet(ByVisitorQuerySet):
    def confirmed(self):
        return self.filter(state=Registration.State.CONFIRMED)

    def waiting(self):
        """The queue: who came first stands first."""
        return self.filter(state=Registration.State.WAITING).order_by("queued_at", "pk")

    def told(self):
        """People who have a place or wait for one, and who hear of every change."""
        return self.filter(state__in=Registration.EXPECTING).exclude(email=None)

    def figures(self):
        """{"registered", "confirmed", "waited", "promoted", "cancelled", "no_show", "attended"}:
        numbers of people whose mailbox was confirmed; the same before and after anonymising."""
        state = Registration.State
        return self.exclude(confirmed_at=None).aggregate(
            registered=Count("pk"),
            confirmed=Count("pk", filter=Q(state=state.CONFIRMED)),
            waited=Count("pk", filter=Q(queued_at__isnull=False)),
            promoted=Count("pk", filter=Q(promoted_at__isnull=False)),
            cancelled=Count("pk", filter=Q(state=state.CANCELLED)),
            no_show=Count("pk", filter=Q(attended=False)),
            attended=Count("pk", filter=Q(attended=True)),
        )

    @transaction.atomic
    def anonymise(self, now):
        """Who came stays counted once for the project, also without a name (`people`)."""
        people.remember(self)
        return super().anonymise(now)

    def forget_needs(self, now):
        """A week after the event nobody cooks for it any more."""
        rows = self.exclude(needs="").filter(event__ends_at__lt=now - NEEDS_KEPT)
        return rows.update(needs="")

    def forget_people(self, now):
        """Names go as many days after the event as it says."""
        days = models.DurationField()
        kept = ExpressionWrapper(F("event__retention_days") * timedelta(days=1), days)
        rows = self.filter(anonymised_at=None).annotate(kept=kept)
        return rows.filter(event__ends_at__lt=Value(now) - F("kept")).anonymise(now)


class Registration(ByVisitor):
    """The registration of one person for one event. States change in `registration_actions` only.

    There are never more confirmed ones than places: the actions lock the event, and a trigger
    (migration `registration_trigger`) refuses whatever comes another way. `told` is what the
    person was last told of the event, so that a change is told once.
    """

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("not confirmed by e-mail yet")
        CONFIRMED = "confirmed", _("has a place")
        WAITING = "waiting", _("on the waiting list")
        CANCELLED = "cancelled", pgettext_lazy("registration", "cancelled")
        TURNED_AWAY = "turned-away", _("found no place")

    EXPECTING = (State.CONFIRMED, State.WAITING)
    ACTIVE = (State.UNCONFIRMED, *EXPECTING)

    event = models.ForeignKey(
        "events.Event", models.PROTECT, related_name="registrations", verbose_name=_("event")
    )
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    territory = models.ForeignKey(
        Territory,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("comes from"),
        null=True,
        blank=True,
    )
    answer = models.CharField(_("answer to the question"), max_length=500, blank=True)
    needs = models.CharField(_("needs"), max_length=500, blank=True)
    state = models.CharField(
        _("state"), max_length=11, choices=State, default=State.UNCONFIRMED, editable=False
    )
    queued_at = models.DateTimeField(_("waits since"), null=True, editable=False)
    promoted_at = models.DateTimeField(_("moved up"), null=True, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, editable=False)
    attended = models.BooleanField(_("came"), null=True, blank=True)
    batch = models.UUIDField(null=True, editable=False)  # of dates chosen in one form
    told = models.JSONField(default=dict, editable=False)

    objects = RegistrationQuerySet.as_manager()

    owner_paths = ("event__owner_id",)
    personal_fields = ("organisation", "answer", "needs")
    jobs = (
        "events.registration_jobs.tell_changes",
        "events.registration_jobs.promote_waiting",
        "events.registration_jobs.remind",
        "events.registration_jobs.hand_out",
        "events.registration_jobs.thank",
    )
    retention = (
        Kept(
            what=_("Registration for an event: name, e-mail, organisation, answer"),
            purpose=_("to keep your place, to write to you about the event, to know who came"),
            how_long=_("90 days after the event, for some events from 7 to 365 days"),
            stays=_("that somebody registered, and whether they came: a number in the figures"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
        Kept(
            what=_("What you need at an event, such as food or access"),
            purpose=_("to prepare for it"),
            how_long=_("7 days after the event"),
            forget=lambda model, now: model.objects.forget_needs(now),
        ),
    )

    class Meta:
        default_permissions = ("add", "change", "delete", "view", "export")
        verbose_name = pgettext_lazy("of a person", "registration")
        verbose_name_plural = _("registrations")
        ordering = ["event_id", "created_at", "pk"]
        constraints = [
            *ByVisitor.Meta.constraints,
            models.UniqueConstraint(
                fields=["event", "email"],
                condition=Q(state__in=["unconfirmed", "confirmed", "waiting"]),
                name="events_registration_once",
            ),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(queued_at__isnull=False),
                name="events_registration_waits_since",
            ),
            models.CheckConstraint(
                condition=Q(attended=None) | Q(state="confirmed"),
                name="events_registration_came_with_place",
                violation_error_message=_("Only somebody with a place can have come."),
            ),
            models.CheckConstraint(
                condition=Q(state="unconfirmed") | Q(state="cancelled") | ~Q(confirmed_at=None),
                name="events_registration_confirmed_at",
            ),
        ]
        indexes = [models.Index(fields=["event", "state"], name="events_registration_state")]

    @property
    def place_since(self):
        """When the place was given, for who has one."""
        return self.promoted_at or self.confirmed_at

    def may_read(self, item):
        """Whether an item of the library that is not for everybody is for this person."""
        belongs = Q(materials__item=item) | Q(sessions__recording=item)
        has_place = self.state == self.State.CONFIRMED
        return has_place and type(self.event).objects.filter(belongs, pk=self.event_id).exists()

    @property
    def known_until(self):
        """When name and e-mail address are deleted."""
        return self.event.ends_at + timedelta(days=self.event.retention_days)

    @property
    def place_in_queue(self):
        """1 for who is next."""
        ahead = Q(queued_at__lt=self.queued_at) | Q(queued_at=self.queued_at, pk__lt=self.pk)
        return type(self).objects.filter(event=self.event_id).waiting().filter(ahead).count() + 1
