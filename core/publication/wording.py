"""What one code of the check says to people."""

from dataclasses import dataclass

from django.utils.functional import Promise

from core.faults import Fault

RULE, ADVICE = Fault.Weight.RULE, Fault.Weight.ADVICE


@dataclass(frozen=True)
class Wording:
    """`source` names the act or the standard; it is empty where only experience speaks."""

    weight: str
    what: str | Promise
    why: str | Promise
    mend: str | Promise
    source: str | Promise = ""


WCAG_LINKS = "WCAG 2.2, 2.4.4; EN 301 549, 9.2.4.4; MK 445/2020"
WCAG_STRUCTURE = "WCAG 2.2, 1.3.1; EN 301 549, 9.1.3.1; MK 445/2020"
WCAG_PICTURES = "WCAG 2.2, 1.1.1; EN 301 549, 9.1.1.1; MK 445/2020"
