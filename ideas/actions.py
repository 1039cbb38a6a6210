"""What happens to ideas and forums, by visitors and by staff; the desk decides what is published.

Every function takes keyword arguments and is one transaction; each change writes its mail with it.
"""

from django.db import transaction
from django.utils import timezone

from engage import links
from engage.moderation import move
from engage.outbox import Outbox, is_written
from engage.privacy import NOTICE_VERSION

from . import mails
from .models import Forum, Idea

State, Source = Idea.State, Idea.Source


class NotPossible(Exception):
    """The forum or the idea does not allow this now."""


def locked(idea):
    """The idea as it is stored now, held until the transaction ends."""
    return Idea.objects.select_for_update(of=("self",)).get(pk=idea.pk)


# What visitors do.


@transaction.atomic
def submit(*, forum, email, occasion, language, **values):
    """Note an idea and ask its sender to confirm the mailbox; nobody sees it before.

    `values` are the fields of the idea, its theme one of the forum's; `occasion` names the form
    that was sent, so that a form sent twice is one idea. Raises `NotPossible` when the forum
    takes no ideas now.
    """
    if not Forum.objects.published().open().filter(pk=forum.pk).exists():
        raise NotPossible
    key = f"idea-confirm:{occasion}"
    if is_written(key):
        return None
    idea = Idea.objects.create(
        email=email,
        language=language,
        notice_version=NOTICE_VERSION,
        source=Source.WEB,
        **values,
    )
    mails.ask_to_confirm(idea, key)
    return idea


@transaction.atomic
def confirm(*, idea):
    """The mailbox is the sender's own: the idea waits for a decision. Again it changes nothing."""
    idea = locked(idea)
    if idea.state != State.UNCONFIRMED:
        return idea
    idea.confirmed_at = timezone.now()
    idea.save(update_fields=["confirmed_at"])
    idea = move(row=idea, to=State.PENDING)
    mails.tell_received(idea)
    return idea


@transaction.atomic
def correct(*, idea, **values):
    """Take over what the sender wrote anew; what came back waits for a decision once more.

    Raises `NotPossible` once the idea is published.
    """
    idea = locked(idea)
    if idea.state not in Idea.CORRECTABLE:
        raise NotPossible
    for name, value in values.items():
        setattr(idea, name, value)
    idea.save()
    return idea if idea.state == State.PENDING else move(row=idea, to=State.PENDING)


@transaction.atomic
def withdraw(*, idea):
    """Take an idea back that is not published; one that nobody confirmed is deleted."""
    idea = locked(idea)
    if idea.state == State.UNCONFIRMED:
        delete_with_mails(idea)
    elif idea.state in Idea.CORRECTABLE:
        move(row=idea, to=State.WITHDRAWN)
    else:
        raise NotPossible


@transaction.atomic
def forget(*, idea):
    """Delete the sender's name and address at once; a published idea stays without them."""
    idea = locked(idea)
    if idea.state == State.UNCONFIRMED:
        delete_with_mails(idea)
        return
    if idea.state in Idea.CORRECTABLE:
        move(row=idea, to=State.WITHDRAWN)
    Idea.objects.filter(pk=idea.pk).anonymise(timezone.now())


@transaction.atomic
def renew_link(*, idea):
    """End all links to an idea and send a new one to its mailbox."""
    idea = locked(idea)
    links.end_links(idea)
    mails.send_new_link(idea)


def delete_with_mails(idea):
    Outbox.objects.forget_about([idea.public_id])
    idea.delete()


# What staff do.


def vouch(*, idea, by=None, source=Source.STAFF):
    """Before saving: what staff type in needs no confirmation; `by` publishes it at once."""
    now = timezone.now()
    idea.source, idea.confirmed_at, idea.pending_at = source, now, now
    idea.state = State.PENDING
    if by is not None:
        idea.state, idea.decided_by = State.PUBLISHED, by
        idea.decided_at = idea.published_at = now


def note_answer(*, idea):
    """Before saving: an answer has its moment, no answer has none."""
    idea.answered_at = timezone.now() if idea.answer else None


@transaction.atomic
def tell_answer(*, idea):
    """Mail the answer to the sender, if the idea is published and anybody is to be told."""
    if idea.answer and idea.email and idea.is_published:
        mails.tell_answered(idea)


@transaction.atomic
def merge(*, idea, into):
    """Say that an idea went into another one of its forum. Both keep page and supporters.

    What was merged into `idea` follows. Raises `NotPossible`.
    """
    rows = Idea.objects.select_for_update(of=("self",)).select_related("theme").order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[idea.pk, into.pk])}
    idea, into = found[idea.pk], found[into.pk]
    both = (idea, into)
    if idea == into or any(each.merged_into_id or not each.is_published for each in both):
        raise NotPossible
    if idea.theme.forum_id != into.theme.forum_id:
        raise NotPossible
    for each in (idea, *idea.merged.all()):
        each.merged_into = into
        each.save(update_fields=["merged_into", "updated_at"])
    if idea.email:
        mails.tell_merged(idea)
    return idea


@transaction.atomic
def part(*, idea):
    """Undo a merge: the idea stands for itself again."""
    idea = locked(idea)
    idea.merged_into = None
    idea.save(update_fields=["merged_into", "updated_at"])
    return idea


@transaction.atomic
def archive(*, forum):
    """Close a forum for good and destroy the key of its supporters' codes."""
    forum = Forum.objects.select_for_update(of=("self",)).get(pk=forum.pk)
    if forum.archived_at is None:
        forum.archived_at, forum.support_key = timezone.now(), ""
        forum.save(update_fields=["archived_at", "support_key", "updated_at"])
    return forum
