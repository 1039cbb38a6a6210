"""`Moderated`: the base of what is published only after somebody of the staff has read it."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NotAllowed(Exception):
    """The step leads from no state in which the row is; `state` is the one it is in."""

    def __init__(self, state):
        super().__init__(state)
        self.state = state


class Moderated(models.Model):
    """Unconfirmed → pending → published or rejected; what is published may leave again.

    `Meta.constraints` of a kind must hold `Moderated.Meta.constraints`.
    """

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("not confirmed by e-mail yet")
        PENDING = "pending", _("waits for a decision")
        PUBLISHED = "published", _("published")
        REJECTED = "rejected", _("rejected")
        ARCHIVED = "archived", _("archived")
        WITHDRAWN = "withdrawn", _("withdrawn")

    NEXT = {
        State.UNCONFIRMED: {State.PENDING},
        State.PENDING: {State.PUBLISHED, State.REJECTED},
        State.PUBLISHED: {State.ARCHIVED, State.WITHDRAWN},
        State.REJECTED: {State.PENDING},
        State.ARCHIVED: set(),
        State.WITHDRAWN: set(),
    }

    state = models.CharField(
        _("state"), max_length=11, choices=State, default=State.UNCONFIRMED, editable=False
    )
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
        null=True,
        editable=False,
    )
    reason = models.TextField(_("reason"), blank=True, help_text=_("The visitor is told it."))

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="rejected") | ~Q(reason=""),
                name="%(app_label)s_%(class)s_rejected_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["published", "rejected"]) | Q(decided_at__isnull=False),
                name="%(app_label)s_%(class)s_decided_when",
            ),
        ]


@transaction.atomic
def move(*, row, to, by=None, reason=""):
    """Bring a row into another state, under its lock; gives the row as it is stored now.

    Raises `NotAllowed` when the state does not follow, ValueError for a rejection without a reason.
    The caller tells the visitor, in the same transaction.
    """
    row = type(row)._base_manager.select_for_update().get(pk=row.pk)
    if to not in row.NEXT[row.state]:
        raise NotAllowed(row.state)
    if to == row.State.REJECTED and not reason.strip():
        raise ValueError("a rejection needs a reason")
    row.state, row.reason = to, reason.strip()
    if to != row.State.PENDING:
        row.decided_at, row.decided_by = timezone.now(), by
    row.save()
    return row
