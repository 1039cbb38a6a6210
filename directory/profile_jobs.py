"""The one reminder to organisations, sent by `engage_tick`."""

from . import profile_actions as actions
from .profiles import OrganisationProfile


def remind(now):
    """Two weeks after the link was sent, once; gives the number of mails."""
    rows = list(OrganisationProfile.objects.to_remind(now))
    return sum(actions.remind(profile=row, now=now) for row in rows)
