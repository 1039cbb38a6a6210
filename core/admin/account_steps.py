"""Steps on a person's account that are asked once more before they are done."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from core.accounts import audit, invitations, sessions
from core.accounts.people import is_invited
from core.audit import AuditEntry


class Invite:
    name = "invite"
    title = _("Send the invitation again")
    text = _("A new mail with a link goes to %(email)s.")

    @staticmethod
    def fits(user, actor):
        return is_invited(user) and user.is_staff and user.email

    @staticmethod
    def do(request, user):
        send_invitation(request, user)


class EndSessions:
    name = "end-sessions"
    title = _("Sign out everywhere")
    text = _("%(name)s is signed out on every device and has to sign in again.")

    @staticmethod
    def fits(user, actor):
        return user != actor and UserSession.objects.filter(user=user).exists()

    @staticmethod
    def do(request, user):
        sessions.end_all(user)
        audit.record(
            AuditEntry.Kind.SESSION, request.user, user, gettext_noop("by an administrator")
        )
        messages.success(request, gettext("The person is signed out everywhere."))


class RemoveSecondFactor:
    name = "remove-second-factor"
    title = _("Remove the second factor")
    text = _(
        "Do this only when you are sure that %(name)s asks you: call, do not answer a mail. "
        "Until a new one is set up, the password alone opens the account."
    )

    @staticmethod
    def fits(user, actor):
        return user != actor and Authenticator.objects.filter(user=user).exists()

    @staticmethod
    def do(request, user):
        Authenticator.objects.filter(user=user).delete()
        sessions.end_all(user)
        kind = AuditEntry.Kind.SECOND_FACTOR
        detail = gettext_noop("all removed by an administrator")
        audit.record(kind, request.user, user, detail, request)
        messages.success(request, gettext("The second factor is removed."))


STEPS = {step.name: step for step in (Invite, EndSessions, RemoveSecondFactor)}


def send_invitation(request, user):
    """Send it and tell how it went; the account stays in either case."""
    try:
        invitations.invite(request, user)
    except OSError:
        messages.error(
            request,
            gettext(
                "The account is saved, but the mail to %(email)s could not be sent. Send the "
                "invitation again later, or set a password yourself and tell it to the person."
            )
            % {"email": user.email},
        )
    else:
        text = gettext("An invitation was sent to %(email)s.") % {"email": user.email}
        messages.success(request, text)


class StepsMixin:
    """Adds the steps to the page of an account."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.step_view)
        return [
            *(path(f"<id>/{name}/", view, {"name": name}, f"core_user_{name}") for name in STEPS),
            *super().get_urls(),
        ]

    def step_view(self, request, id, name):
        user, step = self.get_object(request, unquote(id)), STEPS[name]
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        if user is None or not step.fits(user, request.user):
            raise Http404
        address = reverse("admin:core_user_change", args=[user.pk])
        if request.method == "POST":
            step.do(request, user)
            return redirect(address)
        context = {
            **self.admin_site.each_context(request),
            "title": step.title,
            "text": step.text % {"name": user, "email": user.email},
            "original": user,
            "opts": self.opts,
            "back": address,
        }
        return TemplateResponse(request, "admin/core/user/step.html", context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None and self.has_change_permission(request, obj):
            context["steps"] = [
                (step.title, reverse(f"admin:core_user_{name}", args=[obj.pk]))
                for name, step in STEPS.items()
                if step.fits(obj, request.user)
            ]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
