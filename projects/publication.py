"""What the publication check asks of a project: number, money, statement, partners, place, time.

The words, the rules and their sources are in `core.publication.project_words`.
"""

import re

from django.utils import timezone

from core.publication.findings import Finding
from partnership.models import Organisation

from .acknowledgement import acknowledgement
from .models import Fund, Project

Status = Project.Status
UNPAID = (Fund.Kind.OWN, Fund.Kind.MUNICIPAL)  # nobody else is to be named
DONE = (Status.COMPLETED, Status.CANCELLED)
# What makes a regular expression slow: a group that repeats, and many parts of open length.
NESTED = re.compile(r"\)(?:[*+]|\{)")
OPEN, MOST_OPEN = re.compile(r"[*+?]|\{\d*,\d*\}"), 6


def checks(project):
    yield from on_support(project)
    yield from on_texts(project)
    yield from on_number(project)
    yield from on_money(project)
    yield from on_partners(project)
    yield from on_time(project)
    if not project.places:
        yield Finding("place-missing", "territories")


def on_support(project):
    """The rule of the fund, its statement in both languages, its emblem."""
    said = acknowledgement(project)
    if said.rule is None and said.fund.is_eu:
        yield Finding("rule-missing", "programme", f"{said.fund}, {project.programme.period}")
    if said.rule and said.fund.is_eu and not said.has_emblem:
        yield Finding("emblem-missing", "programme", str(said.rule))
    if said.rule and said.fund.is_eu and not said.rule.is_verified:
        yield Finding("rule-unverified", "programme", str(said.rule))
    written = languages_of(said)
    if not written and said.fund.kind not in UNPAID:
        code = "statement-missing" if said.fund.is_eu else "funder-unnamed"
        yield Finding(code, "programme", str(said.fund))
    elif len(written) == 1:
        yield Finding("statement-language", "programme", written[0])


def languages_of(said):
    """The languages in which the rule or the programme has the statement."""
    rows = [row for row in (said.rule, said.project.programme) if row]
    return [code for code in ("lv", "en") if any(getattr(row, f"statement_{code}") for row in rows)]


def on_texts(project):
    """A short description with aims and results; for other donors it is not a rule."""
    if not project.programme.fund.is_eu:
        return
    if not has_any(project, "aims"):
        yield Finding("aims-missing", "aims_lv")
    is_completed = project.status == Status.COMPLETED
    reached = [each for each in project.results.all() if not each.is_planned]
    if is_completed and not reached and not has_any(project, "outcome"):
        yield Finding("results-missing", "outcome_lv")


def has_any(project, name):
    return any(getattr(project, f"{name}_{language}") for language in ("lv", "en"))


def follows_pattern(number, pattern):
    """Whether a project's number has the form of its programme.

    A broken pattern asks nothing, nor does one that could keep the machine busy for years.
    """
    if NESTED.search(pattern) or len(OPEN.findall(pattern)) > MOST_OPEN:
        return True
    try:
        return not pattern or re.fullmatch(pattern, number) is not None
    except re.error:
        return True


def on_number(project):
    """Of the lead partner, else any partner's own."""
    programme = project.programme
    own = [each.number for each in project.participations.all() if each.number]
    if not project.number and not own and (programme.number_pattern or programme.fund.is_eu):
        yield Finding("number-missing", "number")
    if project.number and not follows_pattern(project.number, programme.number_pattern):
        yield Finding("number-unusual", "number", project.number)


def on_money(project):
    if project.total_cost is None:
        yield Finding("cost-missing", "total_cost")
    has_share = any(
        each.rate is not None or each.amount is not None for each in project.funding_shares.all()
    )
    if project.cofinancing_rate is None and not has_share:
        yield Finding("rate-missing", "cofinancing_rate")


def on_partners(project):
    parts = list(project.participations.all())
    if not any(each.role == "lead" for each in parts):
        yield Finding("lead-missing", "participations")
    for each in parts:
        if each.agreed_on is None:
            is_person = is_natural_person(each.organisation)
            code = "consent-person" if is_person else "consent-missing"
            yield Finding(code, "participations", str(each.organisation))
        if each.contact and not each.contact.is_shown:
            yield Finding("contact-hidden", "participations", str(each.contact))


def is_natural_person(organisation):
    kinds = Organisation.Kind
    return organisation.is_natural_person or organisation.kind == kinds.CRAFTSPERSON


def on_time(project):
    today, status, end = timezone.localdate(), project.status, project.end_on
    if project.start_on is None and project.duration_months is None:
        yield Finding("start-missing", "start_on")
    if status == Status.COMPLETED and end is None:
        yield Finding("end-missing", "end_on")
    if end is None:
        return
    if status not in DONE and last_day(project) < today:
        yield Finding("running-ended", "status", f"{end:%Y-%m-%d}")
    if status == Status.COMPLETED and end > today:
        yield Finding("completed-early", "status", f"{end:%Y-%m-%d}")


def last_day(project):
    """The last day that the end can mean, when only its month or year is known."""
    end = project.end_on
    if project.end_precision == "year":
        return end.replace(month=12, day=31)
    if project.end_precision == "month":
        first = end.replace(day=1)
        later = first.replace(year=end.year + end.month // 12, month=end.month % 12 + 1)
        return later - timezone.timedelta(days=1)
    return end
