"""Looks at an installation and says what to mend, in Latvian or English: `manage.py doctor`."""

from dataclasses import dataclass

FINE, ADVICE, FAULT = "fine", "advice", "fault"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` says what to do, where there is something to do."""

    level: str
    what: str
    mend: str = ""


def fine(what):
    return Finding(FINE, what)


def advice(what, mend):
    return Finding(ADVICE, what, mend)


def fault(what, mend):
    return Finding(FAULT, what, mend)
