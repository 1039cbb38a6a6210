"""`ContactMessage`: what a visitor writes to somebody whose address stays private."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import countries
from core.retention import Kept
from engage.visitors import ByVisitor, ByVisitorQuerySet

from .contacts import ContactPoint
from .listings import Listing

BODY_KEPT = timedelta(days=30)  # after it was passed on or refused
PERSON_KEPT = timedelta(days=90)
ASK_AFTER = timedelta(days=60)


class ContactMessageQuerySet(ByVisitorQuerySet):
    def held(self):
        return self.filter(state=ContactMessage.State.HELD)

    def relayed(self):
        return self.filter(state=ContactMessage.State.RELAYED)

    def forget_bodies(self, now):
        old = Q(decided_at__lt=now - BODY_KEPT) | Q(created_at__lt=now - PERSON_KEPT)
        return self.filter(old).exclude(body="").update(body="")

    def forget_people(self, now):
        """90 days after it was passed on or refused; what nobody decided on, after it came."""
        old = Q(decided_at__lt=now - PERSON_KEPT)
        undecided = Q(decided_at=None, created_at__lt=now - PERSON_KEPT)
        return self.filter(old | undecided, anonymised_at=None).anonymise(now)


class ContactMessage(ByVisitor):
    """One message. It reaches its recipient once, after the sender has confirmed the mailbox.

    `why_held` says why staff read it first. `decided_at` is when it was passed on or refused.
    """

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("not confirmed by e-mail yet")
        HELD = "held", _("staff read it first")
        RELAYED = "relayed", _("passed on")
        REFUSED = "refused", _("not passed on")

    class Held(models.TextChoices):
        WANTED = "wanted", _("the recipient wants staff to read first")
        SENDER = "sender", _("the sender has written many messages today")
        RECIPIENT = "recipient", _("the recipient got many messages today")
        LINKS = "links", _("there are many links in it")

    class Outcome(models.TextChoices):
        YES = "yes", _("it led to cooperation")
        ONGOING = "ongoing", _("talks go on")
        NO = "no", _("it led to nothing")

    contact = models.ForeignKey(
        ContactPoint, models.PROTECT, related_name="messages", verbose_name=_("to whom")
    )
    listing = models.ForeignKey(
        Listing,
        models.SET_NULL,
        related_name="messages",
        verbose_name=_("offer or request"),
        null=True,
        blank=True,
    )
    country = models.CharField(
        _("country of the sender"), max_length=2, blank=True, choices=countries.choices
    )
    to_country = models.CharField(
        _("country of the recipient"), max_length=2, blank=True, choices=countries.choices
    )
    organisation = models.CharField(
        _("organisation"), max_length=200, blank=True, help_text=_("Of the sender.")
    )
    body = models.TextField(_("message"), blank=True)
    state = models.CharField(
        _("state"), max_length=11, choices=State, default=State.UNCONFIRMED, editable=False
    )
    why_held = models.CharField(
        pgettext_lazy("of a message", "why it waits"), max_length=9, choices=Held, blank=True,
        editable=False,
    )  # fmt: skip
    decided_at = models.DateTimeField(_("passed on or refused"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
        null=True,
        editable=False,
    )
    asked_at = models.DateTimeField(_("asked what came of it"), null=True, editable=False)
    outcome = models.CharField(
        _("what came of it"), max_length=7, choices=Outcome, blank=True, editable=False
    )

    objects = ContactMessageQuerySet.as_manager()

    owner_paths = tuple(f"contact__{path}" for path in ContactPoint.owner_paths)
    personal_fields = ("organisation", "body")
    jobs = ("directory.jobs.ask_outcome",)
    retention = (
        Kept(
            what=_("Message to an organisation or a person: its text"),
            purpose=_("to pass it on"),
            how_long=_("30 days after it was passed on"),
            forget=lambda model, now: model.objects.forget_bodies(now),
        ),
        Kept(
            what=_("Message to an organisation or a person: your name and e-mail address"),
            purpose=_("so that you can be answered, and to ask once what came of it"),
            how_long=_("90 days after it was passed on"),
            stays=_("that somebody wrote, from which country, and what came of it"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
    )

    class Meta:
        verbose_name = _("message of a visitor")
        verbose_name_plural = _("messages of visitors")
        ordering = ["-created_at", "-pk"]
        constraints = [
            *ByVisitor.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state="unconfirmed") | Q(confirmed_at__isnull=False),
                name="directory_contactmessage_confirmed",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["relayed", "refused"]) | Q(decided_at__isnull=False),
                name="directory_contactmessage_decided",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(state="relayed"),
                name="directory_contactmessage_outcome",
            ),
        ]
        indexes = [
            models.Index(fields=["contact", "confirmed_at"], name="directory_message_to_whom")
        ]

    def __str__(self):
        """Without the sender, whose name the log of changes would keep."""
        return f"{self.contact}, {timezone.localtime(self.created_at):%Y-%m-%d %H:%M}"
