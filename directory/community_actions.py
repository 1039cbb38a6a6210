"""What leaders and visitors do with the register. Each function is one transaction."""

from django.db import transaction
from django.utils import timezone

from engage.moderation import move
from engage.outbox import Outbox
from engage.privacy import NOTICE_VERSION

from . import community_mails as mails
from .communities import Community
from .community_entries import CommunityEntry
from .suggestions import Suggestion
from .yearly_check import YearlyCheck, to_ask


@transaction.atomic
def ask_leader(*, community, now):
    """Ask the leader whether all is still right; the question, or None when it was asked already.

    The community is held meanwhile, so that two rounds ask once.
    """
    row = Community.objects.select_for_update().get(pk=community.pk)
    if not to_ask(now).filter(pk=row.pk).exists():
        return None
    check = YearlyCheck.objects.create(
        community=row,
        asked_on=timezone.localdate(now),
        name=row.leader_name,
        email=row.leader.address.lower(),
        language=row.leader.language,
        source=YearlyCheck.Source.STAFF,
        confirmed_at=now,
        created_at=now,
    )
    mails.ask(check)
    return check


@transaction.atomic
def remind_leader(*, check, now):
    """Ask once more; whether a mail was written."""
    row = YearlyCheck.objects.select_for_update().to_remind(now).filter(pk=check.pk).first()
    if row is None:
        return False
    row.reminded_at = now
    row.save(update_fields=["reminded_at"])
    return mails.ask_again(row)


@transaction.atomic
def still_right(*, check):
    """The leader says that all is right: the day of verification, also of the public entries."""
    row = YearlyCheck.objects.select_for_update().get(pk=check.pk)
    row.answered_at = row.answered_at or timezone.now()
    row.save(update_fields=["answered_at"])
    verify(community=row.community)


@transaction.atomic
def verify(*, community):
    """Note that the community and its public entries are right as they stand today."""
    today = timezone.localdate()
    Community.objects.filter(pk=community.pk).update(verified_on=today)
    entries = CommunityEntry.objects.filter(community=community, **CommunityEntry.public_if)
    entries.update(verified_on=today)


@transaction.atomic
def tell_change(*, check, text):
    """The leader writes what has changed; it waits at the desk. Gives the suggestion."""
    row = YearlyCheck.objects.select_for_update().get(pk=check.pk)
    row.answered_at = timezone.now()
    row.save(update_fields=["answered_at"])
    suggestion = Suggestion.objects.create(
        community=row.community,
        text=text,
        name=row.name,
        email=row.email,
        language=row.language,
        notice_version=NOTICE_VERSION,
        confirmed_at=timezone.now(),
    )
    return move(row=suggestion, to=Suggestion.State.PENDING)


@transaction.atomic
def suggest(*, page, text, name, email, language, occasion):
    """A visitor's suggestion, which waits for the confirmation of the mailbox; gives it.

    `page` is a community or an entry of the directory. `occasion` names the form that was sent,
    so that a form sent twice writes one mail.
    """
    is_community = isinstance(page, Community)
    row = Suggestion.objects.create(
        community=page if is_community else None,
        organisation=None if is_community else page.organisation,
        text=text,
        name=name,
        email=email,
        language=language,
        notice_version=NOTICE_VERSION,
    )
    mails.ask_to_confirm(row, occasion)
    return row


@transaction.atomic
def confirm_suggestion(*, suggestion):
    """The mailbox is the visitor's own; the desk may read it. Again it changes nothing."""
    row = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if row.state == Suggestion.State.UNCONFIRMED:
        row.confirmed_at = timezone.now()
        row.save(update_fields=["confirmed_at"])
        move(row=row, to=Suggestion.State.PENDING)


@transaction.atomic
def forget_suggestion(*, suggestion):
    """The visitor takes it back: nothing of it stays."""
    Outbox.objects.forget_about([suggestion.public_id])
    Suggestion.objects.filter(pk=suggestion.pk).delete()
