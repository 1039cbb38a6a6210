"""What the administration says about the number of findings."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .lists import state_of


def counted(findings):
    """“Publication check: 2 break a rule, 3 could be better.”"""
    rules = sum(each.breaks_rule for each in findings)
    advice = len(findings) - rules
    parts = []
    if rules:
        parts.append(ngettext("%(n)s thing breaks a rule", "%(n)s things break a rule", rules))
        parts[-1] %= {"n": rules}
    if advice:
        parts.append(ngettext("%(n)s could be better", "%(n)s could be better", advice))
        parts[-1] %= {"n": advice}
    return _("Publication check: %(found)s.") % {"found": ", ".join(parts)}


def seen_by(page):
    """Who sees a page that was just saved."""
    when = page.published_at and date_format(localtime(page.published_at), "SHORT_DATETIME_FORMAT")
    told = {
        "draft": _("It is a draft: visitors do not see it."),
        "scheduled": _("Visitors see it from %(when)s on."),
        "public": _("Visitors see it."),
        "limited": _("It is not for everybody."),
        "ended": _("It is taken down: visitors do not see it."),
    }
    return told[state_of(page)] % {"when": when}


def despite(number):
    told = ngettext(
        "published although %(n)s thing breaks a rule",
        "published although %(n)s things break a rule",
        number,
    )
    return told % {"n": number}


def stopped(number):
    told = ngettext(
        "Nothing is published yet: %(n)s thing breaks a rule. Everything that you typed is here. "
        "Mend it, keep the page as a draft, or publish all the same.",
        "Nothing is published yet: %(n)s things break a rule. Everything that you typed is here. "
        "Mend them, keep the page as a draft, or publish all the same.",
        number,
    )
    return told % {"n": number}
