"""`Moderated`: the base of what is published only after somebody of the staff has read it."""

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class NotAllowed(Exception):
    """The step leads from no state in which the row is; `state` is the one it is in."""

    def __init__(self, state):
        super().__init__(state)
        self.state = state


class Moderated(models.Model):
    """Unconfirmed → pending → published, returned or rejected; what is published may leave again.

    `Meta.constraints` of a kind must hold `Moderated.Meta.constraints`, `default_permissions` must
    hold "publish": who may publish rows of a kind decides on them (`engage.decisions.decide`).

    What a kind says of itself, all of it optional:
    `desk_fields` – names of fields that a moderator reads beside the name of the row, and
    `desk_labels` – {name: label} of those that are no columns;
    `decision_mails` – {state: template} of the mails about decisions, each drawn with `row`,
    `kind`, `reason`, `page` and `link`; a state that is left out is not told;
    `my_url()` – where the visitor corrects or withdraws it;
    `obstacle(to)` – why a decision is not possible now;
    `after_decision(by)` – what else happens, in the same transaction.
    """

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("not confirmed by e-mail yet")
        PENDING = "pending", _("waits for a decision")
        PUBLISHED = "published", pgettext_lazy("state", "published")
        RETURNED = "returned", _("returned for correction")
        REJECTED = "rejected", _("rejected")
        ARCHIVED = "archived", pgettext_lazy("state", "archived")
        WITHDRAWN = "withdrawn", _("withdrawn")

    NEXT = {
        State.UNCONFIRMED: {State.PENDING},
        State.PENDING: {State.PUBLISHED, State.RETURNED, State.REJECTED, State.WITHDRAWN},
        State.PUBLISHED: {State.ARCHIVED, State.WITHDRAWN},
        State.RETURNED: {State.PENDING, State.WITHDRAWN},
        State.REJECTED: {State.PENDING, State.WITHDRAWN},
        State.ARCHIVED: {State.PUBLISHED},
        State.WITHDRAWN: set(),
    }
    DECISIONS = (State.PUBLISHED, State.RETURNED, State.REJECTED, State.ARCHIVED)
    WITH_REASON = (State.RETURNED, State.REJECTED)
    CORRECTABLE = (State.PENDING, State.RETURNED, State.REJECTED)  # by the visitor

    state = models.CharField(
        _("state"), max_length=11, choices=State, default=State.UNCONFIRMED, editable=False
    )
    pending_at = models.DateTimeField(_("waits since"), null=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
        null=True,
        editable=False,
    )
    reason = models.TextField(
        _("reason"), blank=True, editable=False, help_text=_("The visitor is told it.")
    )

    is_written_by_staff = False
    desk_fields = ()
    desk_labels = {}
    decision_mails = {
        State.PUBLISHED: "engage/mail/published",
        State.RETURNED: "engage/mail/returned",
        State.REJECTED: "engage/mail/rejected",
        State.ARCHIVED: "engage/mail/archived",
    }

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["rejected", "returned"]) | ~Q(reason=""),
                name="%(app_label)s_%(class)s_rejected_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["published", "rejected", "returned"])
                | Q(decided_at__isnull=False),
                name="%(app_label)s_%(class)s_decided_when",
            ),
        ]

    def my_url(self):
        """Absolute address, in the visitor's language, of their own page about the row, or ""."""
        return ""

    def obstacle(self, to):
        """Why staff cannot bring the row into the state `to` now, for them to read, or ""."""
        return ""

    def after_decision(self, by):
        """Called with who decided when the row is stored; whatever it raises undoes all."""


def moderated_models():
    """Every kind of thing that staff decide on, found by its base class."""
    return [model for model in apps.get_models() if issubclass(model, Moderated)]


def locked(row):
    """The row as it is stored now, held until the transaction ends."""
    return type(row)._base_manager.select_for_update(of=("self",)).get(pk=row.pk)


@transaction.atomic
def move(*, row, to, by=None, reason=""):
    """Bring a row into another state, under its lock; gives the row as it is stored now.

    Publishing sets `published_at`, where there is one. A row that is corrected keeps the reason
    for which it came back, for whoever decides next.
    Raises `NotAllowed` when the state does not follow, ValueError for a rejection without a reason.
    Tells nobody: staff decide with `engage.decisions.decide`.
    """
    row = locked(row)
    if to not in row.NEXT[row.state]:
        raise NotAllowed(row.state)
    if to in row.WITH_REASON and not reason.strip():
        raise ValueError("a rejection needs a reason")
    now = timezone.now()
    row.state = to
    if to == row.State.PENDING:
        row.pending_at = now
    else:
        row.reason = reason.strip()
    if to in row.DECISIONS:
        row.decided_at, row.decided_by = now, by
    if to == row.State.PUBLISHED and hasattr(row, "published_at"):
        row.published_at = row.published_at or now
        if row.unpublish_at and row.unpublish_at <= now:  # it was taken down before
            row.unpublish_at = None
    row.save()
    return row
