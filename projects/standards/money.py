"""What was awarded to a project and what of it the Union pays, in EUR."""

from decimal import Decimal

from projects.funding import Fund

CENT = Decimal("0.01")


def amount_of(share, project):
    """The amount of a share, worked out of the total cost where only its rate is kept."""
    if share.amount is not None:
        return share.amount
    if share.rate is not None and project.total_cost is not None:
        return (project.total_cost * share.rate / 100).quantize(CENT)
    return None


def sum_of(project, counts):
    """The sum of the shares whose fund `counts`; None when no amount is known."""
    shares = [each for each in project.funding_shares.all() if counts(each.fund)]
    known = [amount for each in shares if (amount := amount_of(each, project)) is not None]
    return sum(known) if known else None


def awarded(project):
    """All support but the partners' own money; without shares, the supported part of the cost."""
    shares = sum_of(project, lambda fund: fund.kind != Fund.Kind.OWN)
    return shares if shares is not None else supported(project)


def union_part(project):
    """What funds of the Union pay; without shares, the support of a Union programme."""
    shares = sum_of(project, lambda fund: fund.is_eu)
    if shares is None and project.programme.fund.is_eu:
        return supported(project)
    return shares


def union_rate(project):
    """The Union's part in percent: as a share says it, else as the project does."""
    rates = [each.rate for each in project.funding_shares.all() if each.fund.is_eu and each.rate]
    return sum(rates) if rates else project.cofinancing_rate


def supported(project):
    return None if project.support is None else project.support.quantize(CENT)
