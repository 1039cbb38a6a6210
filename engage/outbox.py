"""Mails wait in a table, written in the transaction of the change that they tell of."""

import hashlib
import re
from datetime import timedelta

from django.db import connection, models
from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from core.retention import MACHINES, Kept

from . import bell

ADDRESS_KEPT = timedelta(days=30)
DELAYED = 4  # tries in vain, which take 36 minutes
KEY_KEPT = timedelta(days=500)  # longer than anything that a key keeps from being sent twice


class OutboxQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(sent_at=None, failed_at=None)

    def failed(self):
        """Given up, and could still be tried again."""
        return self.exclude(failed_at=None).exclude(to="")

    def delayed(self):
        """Waits although it was tried again and again: the mail server is away, or too busy."""
        return self.waiting().filter(attempts__gte=DELAYED)

    def useful(self, now):
        """What has not lost its sense, as a reminder of an event does that has begun."""
        return self.filter(Q(not_after=None) | Q(not_after__gt=now))

    def due(self, now):
        """What is to be sent now, the oldest first."""
        rows = self.waiting().useful(now).filter(not_before__lte=now)
        return rows.order_by("not_before", "pk")

    def forget_about(self, public_ids):
        """Take addresses and texts out of all mails about these records; none is sent any more.

        The keys stay, so that nothing is written a second time.
        """
        rows = self.filter(about__in=public_ids)
        rows.filter(sent_at=None).delete()
        rows.update(**NOTHING)

    def forget_addresses(self, now):
        """Empty the rows of mails that left, or failed for good, a month ago."""
        long_ago = now - ADDRESS_KEPT
        old = self.filter(Q(sent_at__lt=long_ago) | Q(failed_at__lt=long_ago))
        return old.exclude(to="").update(**NOTHING)


NOTHING = {"to": "", "reply_to": "", "subject": "", "last_error": ""}
NOTHING |= {"text": "", "html": "", "ics": ""}


class Outbox(models.Model):
    """One mail to one person. `key` names the reason for it: one reason is told once.

    Texts are emptied when the mail has left, so that the table holds no copy of it.
    """

    key = models.CharField(_("key"), max_length=200, unique=True)
    about = models.UUIDField(null=True, db_index=True)  # `public_id` of what it tells of
    to = models.EmailField(_("to"), blank=True)
    reply_to = models.EmailField(_("replies go to"), blank=True)
    subject = models.CharField(_("subject"), max_length=250, blank=True)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(blank=True)
    ics = models.TextField(blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    not_before = models.DateTimeField(_("next try"), default=timezone.now)
    not_after = models.DateTimeField(_("of use until"), null=True)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    last_error = models.CharField(_("last error"), max_length=500, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True)
    failed_at = models.DateTimeField(_("given up"), null=True)

    objects = OutboxQuerySet.as_manager()

    retention = (
        Kept(
            what=_("Your e-mail address and the subject in the list of mails sent to you"),
            purpose=_("to see that a mail has left, and to send it again if it has not"),
            how_long=_("30 days; the text itself only until it is sent"),
            stays=_("when a mail was sent, without the address"),
            forget=lambda model, now: model.objects.forget_addresses(now),
        ),
        Kept(
            what=_("keys of mails that were sent"),
            how_long=_("500 days"),
            forget=lambda model, now: model.objects.filter(
                created_at__lt=now - KEY_KEPT, to=""
            ).delete()[0],
            whose=MACHINES,
        ),
    )

    class Meta:
        verbose_name = _("mail to a visitor")
        verbose_name_plural = _("mails to visitors")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(failed_at=None), name="engage_outbox_sent_or_failed"
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(text="", html="", ics=""),
                name="engage_outbox_sent_is_empty",
            ),
        ]
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=Q(sent_at=None, failed_at=None),
                name="engage_outbox_due",
            )
        ]

    def __str__(self):
        return self.subject or self.key

    @property
    def is_delayed(self):
        return not (self.sent_at or self.failed_at) and self.attempts >= DELAYED

    @property
    def is_useful(self):
        return self.not_after is None or self.not_after > timezone.now()

    @property
    def message_id(self):
        """The same at every try: mailboxes show a mail once that reaches them twice."""
        return hashlib.sha256(self.key.encode()).hexdigest()[:32]


def is_written(key):
    """Whether a mail for this reason is there. Two that ask at once wait for each other, so that a
    form that is pressed twice stores its row once; to be asked in the transaction that stores it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
    return Outbox.objects.filter(key=key).exists()


class OutsideTransaction(Exception):
    """A mail must be written in the transaction of the change that it tells of."""


def post(*, key, to, template, language, context=(), reply_to="", ics="", about=None, **times):
    """Write one mail for later sending; whether it is new: the same `key` writes nothing.

    `template` is such as `events/mail/place` for `events/mail/place.txt`, whose first line is the
    subject. It is drawn in `language` and knows what pages know (`site`, `host`, `site_url`).
    `ics` is a calendar as text, `about` the record (`ByVisitor`) whose deletion takes the mail
    along. `times` are `not_before`, and `not_after`: what has not left by then is never sent.
    Raises `OutsideTransaction`.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(key)
    subject, text, html = drawn(template, language, dict(context))
    _row, is_new = Outbox.objects.get_or_create(
        key=key,
        defaults={
            "about": about and about.public_id,
            "to": one_line(to),
            "reply_to": one_line(reply_to),
            "subject": subject,
            "text": text,
            "html": html,
            "ics": ics,
            **times,
        },
    )
    if is_new:
        bell.ring()
    return is_new


def drawn(template, language, context):
    """(subject, text, HTML) of a mail, which knows what pages know about the site."""
    with translation.override(language):
        told = render_to_string(f"{template}.txt", context, HttpRequest())
        first, _newline, body = told.strip().partition("\n")
        subject = one_line(first)[:250]
        text = re.sub(r"\n\s*\n", "\n\n", body.strip()) + "\n"
        framed = {"subject": subject, "text": text, "language": language}
        html = render_to_string("engage/mail/frame.html", framed, HttpRequest())
    return subject, text, html


def one_line(text):
    """Without line breaks, which would begin another header of the mail."""
    return " ".join(text.split())
