"""Handing the ideas of a forum over: the summary is frozen, kept in the library and mailed.

Every function takes keyword arguments and is one transaction.
"""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override

from library.models import Item, ItemFile

from . import mails
from .models import Forum, Handover
from .summary import Summary
from .summary_paper import paper

LANGUAGES = ("lv", "en")
TITLE = 250  # letters


class HandedAlready(Exception):
    """The body has the ideas of this forum already."""


@transaction.atomic
def hand_over(
    *, forum, organisation, handed_on=None, reply_due=None, email="", language="lv", note=""
):
    """Freeze the summary as it is now and note who got it; gives the `Handover`.

    With an e-mail address the body is written to. Raises `HandedAlready`, and
    `typesetting.Busy` when other papers are being made.
    """
    forum = Forum.objects.select_for_update(of=("self",)).get(pk=forum.pk)
    if forum.handovers.filter(organisation=organisation).exists():
        raise HandedAlready
    handed_on = handed_on or timezone.localdate()
    data = paper(Summary(forum), language).read_bytes()
    row = Handover.objects.create(
        forum=forum,
        organisation=organisation,
        handed_on=handed_on,
        document=frozen(forum, organisation, language, data, handed_on),
        sha256=hashlib.sha256(data).hexdigest(),
        reply_due=reply_due,
        note=note,
    )
    if email:
        mails.tell_handed_over(row, email, language)
    return row


def frozen(forum, organisation, language, data, day):
    """The library item of a paper: public, with the day, beside the forum's project."""
    titles = {f"title_{code}": title_in(code, forum, organisation) for code in LANGUAGES}
    item = Item.objects.create(
        **titles,
        kind=Item.Kind.SUMMARY,
        project=forum.project,
        owner=forum.owner,
        published_on=day,
        published_at=timezone.now(),
    )
    item.territories.set(forum.territories.all())
    file = ContentFile(data, name=f"{item.slug_lv}.pdf")
    ItemFile.objects.create(item=item, language=language, file=file)
    return item


def title_in(language, forum, organisation):
    with override(language):
        told = gettext("Summary of ideas: %(forum)s (%(organisation)s)")
        return (told % {"forum": forum.title, "organisation": organisation.name})[:TITLE]


@transaction.atomic
def note_reply(*, handover, replied_on):
    """Note the day on which the body replied, or take it back with None."""
    handover.replied_on = replied_on
    handover.full_clean()
    handover.save(update_fields=["replied_on"])
