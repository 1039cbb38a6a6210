"""What happens to ideas and forums, by visitors and by staff; the desk decides what is published.

Every function takes keyword arguments and is one transaction; each change writes its mail with it.
"""

from django.db import transaction
from django.utils import timezone

from engage import links
from engage.moderation import locked, move

from . import mails, sent_in
from .models import Forum, Idea
from .sent_in import NotPossible

State, Source = Idea.State, Idea.Source


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
    values |= {"email": email, "language": language}
    return sent_in.note(Idea, f"idea-confirm:{occasion}", mails.ask_to_confirm, **values)


@transaction.atomic
def confirm(*, idea):
    """The mailbox is the sender's own: the idea waits for a decision. Again it changes nothing."""
    return sent_in.confirm(idea, mails.tell_received)


@transaction.atomic
def correct(*, idea, **values):
    """Take over what the sender wrote anew; what came back waits for a decision once more.

    Raises `NotPossible` once the idea is published.
    """
    idea = locked(idea)
    if idea.state not in Idea.CORRECTABLE:
        raise NotPossible
    return sent_in.take_over(idea, values)


@transaction.atomic
def withdraw(*, idea):
    """Take an idea back that is not published; one that nobody confirmed is deleted."""
    idea = locked(idea)
    if idea.state == State.UNCONFIRMED:
        sent_in.delete(idea)
    elif idea.state in Idea.CORRECTABLE:
        move(row=idea, to=State.WITHDRAWN)
    else:
        raise NotPossible


@transaction.atomic
def forget(*, idea):
    """Delete the sender's name and address at once; a published idea stays without them."""
    sent_in.forget(idea)


@transaction.atomic
def renew_link(*, idea):
    """End all links to an idea and send a new one to its mailbox."""
    idea = locked(idea)
    links.end_links(idea)
    mails.send_new_link(idea)


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
def tell_answer(*, idea, is_changed=False):
    """Mail the answer to the sender, if the idea is published and anybody is to be told."""
    if idea.answer and idea.email and idea.is_published:
        mails.tell_answered(idea, is_changed)


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
