"""Mails that were written to a folder because the site has no mail server, for staff to read."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

NEWEST = 50
RULER = b"\n" + b"-" * 79 + b"\n"  # how Django's backend ends a mail


class Letter(NamedTuple):
    sent_at: datetime | None
    to: str
    subject: str
    text: str
    attachments: list[str]
    is_to_visitor: bool  # of the outbox; the others are about accounts of staff


def is_used():
    """Whether mails go to the folder instead of to people."""
    return settings.EMAIL_BACKEND == "django.core.mail.backends.filebased.EmailBackend"


def newest(with_accounts):
    """The newest mails; those about accounts hold links that set a password."""
    found = []
    for path in sorted(Path(settings.EMAIL_FILE_PATH).glob("*.log"), reverse=True):
        for data in filter(None, (each.strip() for each in path.read_bytes().split(RULER))):
            letter = read(data)
            if letter.is_to_visitor or with_accounts:
                found.append(letter)
        if len(found) >= NEWEST:
            break
    return found[:NEWEST]


def read(data):
    """One mail from its bytes."""
    message = message_from_bytes(data, policy=policy.default)
    body = message.get_body(("plain",))
    moment = message["Date"]
    return Letter(
        sent_at=in_utc(parsedate_to_datetime(moment)) if moment else None,
        to=message["To"] or "",
        subject=message["Subject"] or "",
        text=body.get_content().strip() if body else "",
        attachments=[each.get_filename() or "" for each in message.iter_attachments()],
        is_to_visitor="X-Outbox" in message,
    )


def in_utc(moment):
    """Django writes `-0000`, which Python reads as a time without a zone."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def forget(_model, now):
    """Delete mails that lie in the folder for a month; gives their number."""
    if not is_used():
        return 0
    old = [
        path
        for path in Path(settings.EMAIL_FILE_PATH).glob("*.log")
        if now.timestamp() - path.stat().st_mtime > 30 * 24 * 60 * 60
    ]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
