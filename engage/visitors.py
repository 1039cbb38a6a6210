"""`ByVisitor`: the base of all that visitors send in, without an account or a table of people."""

import uuid
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .outbox import Outbox

CONFIRM_WITHIN = timedelta(hours=72)


class ByVisitorQuerySet(models.QuerySet):
    def unconfirmed(self, before):
        """Rows sent in before a moment that nobody has confirmed since."""
        return self.filter(confirmed_at=None, anonymised_at=None, created_at__lt=before)

    def anonymise(self, now):
        """Take all personal data out of the rows, which stay for the figures; gives their number.

        Mails about them that still wait are never sent; of the others the address goes.
        """
        about = list(self.filter(anonymised_at=None).values_list("public_id", flat=True))
        Outbox.objects.forget_about(about)
        empty = dict.fromkeys(self.model.personal_fields, "")
        rows = self.model._base_manager.filter(public_id__in=about)
        return rows.update(name="", email=None, anonymised_at=now, **empty)


class ByVisitor(models.Model):
    """Something that a visitor sent in: who, by which link they reach it, until when it is known.

    A kind of it names in `personal_fields` what goes with the name (texts, emptied), in
    `retention` when (`core.retention`), and in `jobs` the functions that `engage_tick` calls for
    it: each with the time, in transactions of their own, safe to call again.
    `Meta.constraints` must hold `ByVisitor.Meta.constraints`. `confirmed_at` is when the mailbox
    proved to be the person's own, or when staff vouched for it.
    """

    class Source(models.TextChoices):
        WEB = "web", _("on the site")
        EVENT = "event", _("at an event")
        IMPORT = "import", _("import")
        STAFF = "staff", _("by staff")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail"), null=True, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    notice_version = models.CharField(
        _("version of the privacy notice"), max_length=20, blank=True, editable=False
    )
    source = models.CharField(
        _("how it came"), max_length=6, choices=Source, default=Source.WEB, editable=False
    )
    link_version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("sent in"), default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, editable=False)
    anonymised_at = models.DateTimeField(_("personal data removed"), null=True, editable=False)

    objects = ByVisitorQuerySet.as_manager()

    personal_fields = ()
    retention = ()
    jobs = ()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(email=None) | Q(email=Lower("email")),
                name="%(app_label)s_%(class)s_email_lower",
            ),
            models.CheckConstraint(
                condition=Q(anonymised_at=None) | Q(email=None, name=""),
                name="%(app_label)s_%(class)s_anonymised",
            ),
        ]

    def __str__(self):
        return self.name or self.email or "–"


def visitor_models():
    """Every kind of thing that visitors send in, found by its base class."""
    return [model for model in apps.get_models() if issubclass(model, ByVisitor)]


def forget_unconfirmed(_model, now):
    """Delete what has waited for its confirmation in vain, of every kind; gives the number."""
    number = 0
    for model in visitor_models():
        rows = ByVisitorQuerySet(model).unconfirmed(before=now - CONFIRM_WITHIN)
        Outbox.objects.forget_about(list(rows.values_list("public_id", flat=True)))
        number += rows.delete()[0]
    return number
