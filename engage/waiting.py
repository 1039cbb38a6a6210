"""What waits for a decision, of all kinds: counts for the desk, the first page and the digest."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import F, QuerySet, Value, functions
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core import rights
from core.admin.cards import FIRST, Card

from .decisions import may_decide
from .moderation import Moderated, moderated_models

State = Moderated.State


class Pile(NamedTuple):
    """The rows of one kind that wait."""

    model: type[Moderated]
    number: int
    oldest: datetime | None

    @property
    def label(self):
        return self.model._meta.label_lower

    @property
    def name(self):
        return self.model._meta.verbose_name_plural


def kinds_of(user):
    """The kinds of things that a person decides on."""
    return [model for model in moderated_models() if may_decide(user, model)]


def rows_of(user, model):
    """All rows of a kind that a person decides on, whatever their state."""
    return rights.own(user, model._base_manager.order_by())


def piles_of(user):
    """What waits for a person, a pile for each kind, empty ones too; asked in one question."""
    models = kinds_of(user)
    moments = {model._meta.label_lower: [] for model in models}
    for label, _key, at in keys_of(user, models, [State.PENDING], "pending_at") if models else ():
        moments[label].append(at)
    return [
        Pile(model, len(found), min(found, default=None))
        for model, found in zip(models, moments.values(), strict=True)
    ]


def keys_of(user, models, states, moment):
    """(label, key) of the rows of several kinds in some states, in the order of `moment`."""
    parts = [
        QuerySet(model, rows_of(user, model).query)  # one whose columns stay in their order
        .filter(state__in=states)
        .annotate(
            of_kind=Value(model._meta.label_lower),
            at=functions.Coalesce(F(moment.removeprefix("-")), functions.Now()),
        )
        .values_list("of_kind", "pk", "at")
        for model in models
    ]
    order = ["-at" if moment.startswith("-") else "at", "of_kind", "pk"]
    return parts[0].union(*parts[1:], all=True).order_by(*order)


def rows_by_key(user, keys):
    """{(label, key): row} of what `keys_of` gave and the person may still decide on."""
    found = {}
    for model in kinds_of(user):
        label = model._meta.label_lower
        wanted = [key for kind, key, *_rest in keys if kind == label]
        if wanted:
            rows = rows_of(user, model).select_related("decided_by").in_bulk(wanted)
            found |= {(label, key): row for key, row in rows.items()}
    return found


def card(user):
    """For the first page of the administration; None for who decides on nothing."""
    models = kinds_of(user)
    if not models:
        return None
    piles, desk = [each for each in piles_of(user) if each.number], reverse("moderation_desk")
    keys = keys_of(user, models, [State.PENDING], "pending_at")[:FIRST] if piles else []
    rows = rows_by_key(user, keys)
    return Card(
        "desk",
        _("Waits for your decision"),
        _("nothing waits for your decision"),
        sum(each.number for each in piles),
        [(desk, str(row), noted(row)) for each in keys if (row := rows.get(each[:2]))],
        [(f"{desk}?kind={each.label}", each.name, each.number) for each in piles],
        address=desk,
    )


def noted(row):
    if row.pending_at is None:
        return row._meta.verbose_name
    since = date_format(localtime(row.pending_at), "SHORT_DATE_FORMAT")
    return _("%(kind)s, waits since %(when)s") % {"kind": row._meta.verbose_name, "when": since}
