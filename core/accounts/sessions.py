"""Ending the sessions of a person from outside."""

from allauth.usersessions.models import UserSession


def end_all(user):
    """End every session of `user`; gives how many there were."""
    sessions = UserSession.objects.filter(user=user)
    for session in sessions:
        session.end()
    return len(sessions)
