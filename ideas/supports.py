"""Support for ideas: once for each mailbox, and only a code of the mailbox is ever stored.

The link in the mail carries idea and code, signed; nothing is stored before its button is pressed.
A cookie remembers the code on the device, so that the next idea is supported by one click.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from engage.outbox import post

from . import mails
from .models import Idea, Support

SALT = "ideas.supports"
LASTS = timedelta(hours=72)  # a link
COOKIE_LASTS = timedelta(days=90)


class NotTaken(Exception):
    """The idea takes no support now."""


def voter(forum, email):
    """The code of a mailbox in one forum: an HMAC under the forum's key and the site's secret.

    The same for any case and spaces around. Raises `NotTaken` once the key is destroyed.
    """
    if not forum.support_key:
        raise NotTaken
    address = email.strip().lower()
    return salted_hmac(forum.support_key, address, algorithm="sha256").hexdigest()


def is_taken(idea):
    """Whether the idea takes support now."""
    forum = idea.forum
    is_there = idea.is_published and forum.is_published and not idea.merged_into_id
    return is_there and forum.takes_support and forum.is_open


def token(idea, code):
    """What stands in the address of a link: one idea and one supporter's code."""
    return signing.dumps([idea.pk, code], salt=SALT)


def opened(text):
    """(idea, code) of a link; (None, "") when it is broken or too old."""
    try:
        key, code = signing.loads(text, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None, ""
    return Idea.objects.with_relations().filter(pk=key).first(), code


def cookie_name(forum):
    return f"supporter_{forum.pk}"


def remember(response, forum, code):
    """Keep the code on this device; no other site can make a browser send it."""
    response.set_signed_cookie(
        cookie_name(forum),
        code,
        salt=SALT + forum.support_key,
        max_age=COOKIE_LASTS,
        httponly=True,
        samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def remembered(request, forum):
    """The code that this device keeps, or nothing."""
    return request.get_signed_cookie(
        cookie_name(forum), default="", salt=SALT + forum.support_key, max_age=COOKIE_LASTS
    )


def has_supported(idea, code):
    return bool(code) and Support.objects.filter(idea=idea, voter=code).exists()


@transaction.atomic
def ask(*, idea, email, occasion, language):
    """Mail a link with which the owner of the mailbox supports the idea. Stores nothing else."""
    if not is_taken(idea):
        raise NotTaken
    code = voter(idea.forum, email)
    post(
        key=f"idea-support:{occasion}",
        to=email,
        template="ideas/mail/support",
        language=language,
        context={
            "idea": idea,
            "forum": idea.forum,
            "link": mails.whole("support_link", token(idea, code), language),
        },
        not_after=timezone.now() + LASTS,
    )


@transaction.atomic
def give(*, idea, code):
    """Support an idea; again, or at the same time, it changes nothing. Raises `NotTaken`."""
    if not is_taken(idea):
        raise NotTaken
    Support.objects.bulk_create([Support(idea=idea, voter=code)], ignore_conflicts=True)


@transaction.atomic
def withdraw(*, idea, code):
    """Take the support back. Raises `NotTaken` when the forum has closed."""
    if not is_taken(idea):
        raise NotTaken
    return Support.objects.filter(idea=idea, voter=code).delete()[0]
