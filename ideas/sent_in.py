"""What ideas and solutions have in common until they are decided: sent in, confirmed, corrected.

Called inside the transactions of `actions` and `ideathon_actions`.
"""

from django.utils import timezone

from engage.corrections import by_sender
from engage.moderation import Moderated, locked, move
from engage.outbox import Outbox, is_written
from engage.privacy import NOTICE_VERSION

State = Moderated.State


class NotPossible(Exception):
    """The forum, the ideathon or the row does not allow this now."""


def note(model, key, ask_to_confirm, **values):
    """A new row whose sender is asked to confirm the mailbox; None when its form came before.

    `key` names the mail, and with it the form that was sent.
    """
    if is_written(key):
        return None
    row = model.objects.create(notice_version=NOTICE_VERSION, source=model.Source.WEB, **values)
    ask_to_confirm(row, key)
    return row


def confirm(row, tell_received):
    """The mailbox is the sender's own: the row waits for a decision. Again it changes nothing."""
    row = locked(row)
    if row.state != State.UNCONFIRMED:
        return row
    row.confirmed_at = timezone.now()
    row.save(update_fields=["confirmed_at"])
    row = move(row=row, to=State.PENDING)
    tell_received(row)
    return row


def take_over(row, values):
    """Write into a held row what its sender wrote anew; it waits for a decision once more."""
    with by_sender(row):
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
    return row if row.state == State.PENDING else move(row=row, to=State.PENDING)


def forget(row):
    """Delete the sender at once; what is published stays, what nobody confirmed goes as a whole."""
    row = locked(row)
    if row.state == State.UNCONFIRMED:
        delete(row)
        return
    if row.state in row.CORRECTABLE:
        move(row=row, to=State.WITHDRAWN)
    type(row).objects.filter(pk=row.pk).anonymise(timezone.now())


def delete(row):
    Outbox.objects.forget_about([row.public_id])
    row.delete()
