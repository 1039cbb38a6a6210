"""What staff decide about what visitors sent in: the state, the mail about it, the log of it."""

from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from core import rights

from .moderation import move
from .outbox import post


class Hindered(Exception):
    """The kind of row says why this cannot be decided now."""


def may_decide(user, model, row=None):
    """Whether somebody decides on rows of `model`, or on this `row`."""
    return rights.may(user, "publish", model, row)


@transaction.atomic
def decide(*, row, to, by, reason=""):
    """Publish, return, reject or hide a row; gives it as it is stored now.

    The visitor is mailed and the decision logged in the same transaction. Raises `NotAllowed` and
    ValueError as `move` does, `Hindered` when the kind of row is in the way.
    """
    if to not in row.DECISIONS:
        raise ValueError("not for staff to decide")
    row = move(row=row, to=to, by=by, reason=reason)
    if obstacle := row.obstacle(to):
        raise Hindered(obstacle)
    row.after_decision(by)
    tell(row)
    log(row, by)
    return row


def tell(row):
    """Mail the decision to the visitor, once for each time that it is made."""
    template, to = row.decision_mails.get(row.state), getattr(row, "email", None)
    if not template or not to:
        return False
    language = getattr(row, "language", settings.LANGUAGE_CODE)
    with translation.override(language):
        context = {
            "row": row,
            "kind": row._meta.verbose_name,
            "reason": row.reason,
            "page": page_of(row) if row.state == row.State.PUBLISHED else "",
            "link": row.my_url(),
        }
    key = f"decision:{row._meta.label_lower}:{row.pk}:{row.state}:{row.decided_at.isoformat()}"
    return post(key=key, to=to, template=template, language=language, context=context, about=row)


def page_of(row):
    """The absolute address of a row's public page in the active language, or ""."""
    address = getattr(row, "get_absolute_url", None)
    return settings.SITE_URL + address() if address else ""


def log(row, by):
    """One line of the log of changes. The reason stays with the row: it may name the visitor."""
    with translation.override(settings.LANGUAGE_CODE):
        told = _("decision: %(state)s") % {"state": row.get_state_display()}
        LogEntry.objects.log_actions(by.pk, [row], CHANGE, told, single_object=True)
