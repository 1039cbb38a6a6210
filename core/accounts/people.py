"""Finding people by what they type, and what state their account is in."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

STATES = {
    "public": _("active"),
    "scheduled": _("invited, not yet accepted"),
    "ended": _("deactivated"),
}


def person_named(name):
    """The account with this name or e-mail address, in any case of letters; else None."""
    if not name:
        return None
    asked = Q(username__iexact=name) | Q(email__iexact=name)
    return get_user_model().objects.filter(asked).order_by("pk").first()


def is_invited(user):
    """Whether the person was invited and has not set a password yet."""
    return user.is_active and not user.has_usable_password()


def state_of(user):
    """Key of `STATES`; its colours are those of a page's states."""
    if not user.is_active:
        return "ended"
    return "scheduled" if is_invited(user) else "public"
