"""Questions to leaders, asked by `engage_tick`; safe to repeat at any time."""

from . import community_actions as actions
from .yearly_check import YearlyCheck, to_ask


def ask_leaders(now):
    """One question for each community that nobody called right for a year; gives their number."""
    return sum(actions.ask_leader(community=row, now=now) is not None for row in list(to_ask(now)))


def remind_leaders(now):
    """One reminder after a month; gives their number."""
    rows = list(YearlyCheck.objects.to_remind(now))
    return sum(actions.remind_leader(check=row, now=now) for row in rows)
