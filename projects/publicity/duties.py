"""Which publicity a project owes: poster, plaque, billboard, by the rule of its money."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.numbers import euro
from projects.acknowledgement import acknowledgement
from projects.models import AcknowledgementRule, Fund

Base = AcknowledgementRule.Base
KINDS = {
    "poster": gettext_lazy("Poster, at least A3, or an electronic display"),
    "plaque": gettext_lazy("Explanatory plaque"),
    "billboard": gettext_lazy("Durable plaque or billboard"),
}


@dataclass
class Duty:
    """One kind of publicity; `is_owed` is None when the amount is not known."""

    kind: str
    is_owed: bool | None
    reason: str

    @property
    def name(self):
        return KINDS[self.kind]


def duties(project, rule):
    """The duties that the rule knows; an empty threshold is a duty that it does not know."""
    found = ((kind, getattr(rule, f"{kind}_above")) for kind in KINDS)
    return [duty(project, rule, kind, above) for kind, above in found if above is not None]


def duty(project, rule, kind, above):
    amount = amount_of(project, rule.thresholds_of)
    if above == 0:
        return Duty(kind, True, _("For every project, whatever it costs."))
    what = Base(rule.thresholds_of).label
    words = {"what": what, "above": euro(above), "amount": euro(amount) if amount else ""}
    if amount is None:
        text = _("Needed when the %(what)s is above %(above)s; the amount is not known here.")
        return Duty(kind, None, text % words)
    if amount > above:
        text = _("Needed: the %(what)s is %(amount)s, which is above %(above)s.")
        return Duty(kind, True, text % words)
    text = _("Not needed: the %(what)s is %(amount)s; the limit is %(above)s.")
    return Duty(kind, False, text % words)


def amount_of(project, base):
    """EUR that the threshold is measured by, or None when it is not known."""
    if base == Base.COST:
        return project.total_cost
    if project.support is not None:
        return project.support
    public = [
        share.amount
        for share in project.funding_shares.all()
        if share.amount is not None and share.fund.kind != Fund.Kind.OWN
    ]
    return sum(public, Decimal(0)) if public else None


def with_rule(project):
    """(acknowledgement, duties) of a project; no duties where no rule is known."""
    ack = acknowledgement(project)
    return ack, duties(project, ack.rule) if ack.rule else []
