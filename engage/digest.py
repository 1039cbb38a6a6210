"""A mail in the morning to those who decide, on days on which something waits."""

from datetime import time, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime

from . import waiting
from .moderation import moderated_models
from .outbox import Outbox, post

NOT_BEFORE = time(7)  # of the site's day
BACKEND = "django.contrib.auth.backends.ModelBackend"


def write_digests(now):
    """Write today's digests to all for whom something waits; gives their number."""
    today = localtime(now)
    if today.time() < NOT_BEFORE:
        return 0
    models = [
        model
        for model in moderated_models()
        if model._base_manager.filter(state=waiting.State.PENDING).exists()
    ]
    return sum(write(user, today) for user in people(models, today)) if models else 0


def people(models, today):
    """Active staff who decide on one of the kinds and have had no digest today."""
    key = key_of("", today)
    had = Outbox.objects.filter(key__startswith=key).values_list("key", flat=True)
    had = {int(each.removeprefix(key)) for each in had}
    found = {}
    for model in models:
        opts = model._meta
        allowed = get_user_model().objects.with_perm(
            f"{opts.app_label}.publish_{opts.model_name}", backend=BACKEND
        )
        for user in allowed.filter(is_staff=True).exclude(email=""):
            found[user.pk] = user
    return [user for pk, user in sorted(found.items()) if pk not in had]


def key_of(user_key, today):
    return f"digest:{today:%Y-%m-%d}:{user_key}"


@transaction.atomic
def write(user, today):
    """Write one digest; whether there was anything to tell this person."""
    piles = [pile for pile in waiting.piles_of(user) if pile.number]
    if not piles:
        return False
    context = {
        "piles": [(pile, (today - pile.oldest).days if pile.oldest else 0) for pile in piles],
        "number": sum(pile.number for pile in piles),
        "desk": settings.SITE_URL + reverse("moderation_desk"),
    }
    return post(
        key=key_of(user.pk, today),
        to=user.email,
        template="engage/mail/digest",
        language=user.language or settings.LANGUAGE_CODE,
        context=context,
        not_after=today + timedelta(days=1),  # then the next one tells more
    )
