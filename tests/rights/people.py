"""People who are signed in, and how they read what the administration answers."""

from allauth.mfa.models import Authenticator
from django.test import Client

from tests.factories import UserFactory


def person(**fields):
    """Somebody who has set up the second factor."""
    user = UserFactory(**fields)
    Authenticator.objects.create(user=user, type="totp", data={})
    return user


class Reader(Client):
    """Takes what a page of the administration would show, which here is not drawn."""

    def request(self, **request):
        response = super().request(**request)
        response.context = response.context or getattr(response, "context_data", None)
        return response

    def begin_again(self):
        """Come with the first session: a cell that renewed it has been undone."""
        self.first_session = getattr(self, "first_session", dict(self.cookies))
        self.cookies.update(self.first_session)


def signed_in(user):
    client = Reader()
    client.force_login(user)
    return client
