"""Works the outbox off: several processes at once, each mail by one of them."""

from datetime import timedelta
from email.mime.text import MIMEText
from smtplib import (
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from .outbox import Outbox

# How long a mail waits after its first, second … failure; after the last one it is given up: after
# four days, as RFC 5321 §4.5.4.1 asks, so that a server that is away over a weekend loses nothing.
WAITS = [timedelta(minutes=each) for each in (1, 5, 30, 2 * 60, 4 * 60, *[6 * 60] * 15)]
FINAL = 5  # waits after which a mail is given up that the server refuses for good, not for now
TOO_LATE = gettext_noop("has lost its sense meanwhile")


def work_off(now=None):
    """Send what is due; gives the number of mails that left.

    A mail whose server does not answer ends the round: the others would only wait as well. What
    has lost its sense is given up.
    """
    moment, number = now or timezone.now(), 0
    late = Outbox.objects.waiting().filter(not_after__lte=moment)
    late.update(failed_at=moment, last_error=TOO_LATE)
    while (outcome := send_next(now or timezone.now())) is not None:
        number += outcome is True
        if outcome is UNREACHABLE:
            break
    return number


UNREACHABLE = "unreachable"


@transaction.atomic
def send_next(now):
    """Send the oldest due mail that no other process is sending: True, False, `UNREACHABLE`,
    or None when there is none.

    The row stays locked meanwhile. A process that is killed between the server's yes and the end
    of the transaction sends once more, with the same Message-ID.
    """
    row = Outbox.objects.due(now).select_for_update(skip_locked=True).first()
    if row is None:
        return None
    try:
        message_of(row).send()
    except (OSError, ValueError) as error:  # SMTP's errors are OSErrors; ValueError: a bad header
        note_failure(row, error, now)
        return UNREACHABLE if is_about_server(error) else False
    row.sent_at, row.last_error = now, ""
    row.text = row.html = row.ics = ""
    row.attempts += 1
    row.save()
    return True


def is_about_server(error):
    """Whether the server is to blame, not this mail: it does not answer or does not let us in."""
    if isinstance(error, SMTPException):
        return isinstance(error, SMTPServerDisconnected) or type(error).__name__ in LOGIN_ERRORS
    return isinstance(error, OSError)


LOGIN_ERRORS = {"SMTPConnectError", "SMTPHeloError", "SMTPAuthenticationError"}


def note_failure(row, error, now):
    """Try again later, or give the mail up when every wait has passed."""
    row.last_error = told(error)[:500]
    if row.attempts < (FINAL if is_for_good(error) else len(WAITS)):
        row.not_before = now + WAITS[row.attempts]
    else:
        row.failed_at = now
    row.attempts += 1
    row.save()


def is_for_good(error):
    """Whether the server said no to this mail (5yz, RFC 5321 §4.2.1), not only “later”."""
    if isinstance(error, ValueError):
        return True
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _said in error.recipients.values())
    is_answer = isinstance(error, SMTPResponseException) and not is_about_server(error)
    return is_answer and error.smtp_code >= 500


def told(error):
    """What the server said, in one line."""
    if isinstance(error, SMTPResponseException):
        said = error.smtp_error
        said = said.decode(errors="replace") if isinstance(said, bytes) else said
        return " ".join(f"{error.smtp_code} {said}".split())
    return " ".join(f"{type(error).__name__}: {error}".split())


def message_of(row):
    """The mail as it is sent: from the site, answers to `reply_to`, marked as a machine's."""
    domain = urlsplit(settings.SITE_URL).hostname
    message = EmailMultiAlternatives(
        row.subject,
        row.text,
        to=[row.to],
        reply_to=[row.reply_to] if row.reply_to else None,
        headers={
            "Message-ID": f"<{row.message_id}@{domain}>",
            "Auto-Submitted": "auto-generated",
            "X-Outbox": str(row.pk),
        },
    )
    message.attach_alternative(row.html, "text/html")
    if row.ics:
        part = MIMEText(row.ics, "calendar", "utf-8")
        part.set_param("method", "PUBLISH")
        part.add_header("Content-Disposition", "attachment", filename="calendar.ics")
        message.attach(part)
    return message


def send_again(*, row):
    """Try a mail that was given up, or waits for its next try, at once and with all its tries."""
    now = timezone.now()
    rows = Outbox.objects.useful(now).filter(pk=row.pk, sent_at=None).exclude(to="")
    return rows.update(failed_at=None, attempts=0, not_before=now)
