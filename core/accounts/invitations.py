"""People are invited by e-mail; the link that sets the first password is a reset's link."""

from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.http import base36_to_int
from django.utils.translation import gettext_noop

from core.audit import AuditEntry

from . import audit, mail
from .people import is_invited

INVITATION_DAYS = 14  # settings.PASSWORD_RESET_TIMEOUT says the same in seconds
RESET_HOURS = 24


class LinkTokens(PasswordResetTokenGenerator):
    """Links to set a password: two weeks for the invited, a day for a forgotten password.

    Django's own end with use, with a sign-in and with a change of the e-mail address.
    """

    def check_token(self, user, token):
        if not super().check_token(user, token):
            return False
        made_at = base36_to_int(token.partition("-")[0])
        age = self._num_seconds(self._now()) - made_at
        return is_invited(user) or age <= RESET_HOURS * 3600


def invite(request, user):
    """Send the invitation and write it down. Raises OSError when the mail cannot be sent."""
    link = mail.password_link(user_pk_to_url_str(user), LinkTokens().make_token(user))
    context = {
        "request": request,
        "user": user,
        "inviter": request.user,
        "link": link,
        "days": INVITATION_DAYS,
    }
    mail.send("invitation", user.email, context, user.language)
    audit.record(AuditEntry.Kind.INVITED, request.user, user, gettext_noop("invitation sent"))
