"""Ending sessions: one by its owner, all of a person from outside."""

from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST


@require_POST
@login_required
def end_one(request, pk):
    """End one of the person's own sessions, as of a lost phone."""
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    get_adapter().end_sessions([session])
    return redirect("usersessions_list")


def end_all(user):
    """End every session of `user`; gives how many there were."""
    sessions = UserSession.objects.filter(user=user)
    for session in sessions:
        session.end()
    return len(sessions)
