"""The mails about communities. Before a mailbox is confirmed they repeat nothing that was typed."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from engage import links
from engage.outbox import post

from .community_page import entry_groups
from .listing_mails import key_of_form


def address_of(row, name, purpose):
    """The whole address behind a link, in the person's language."""
    with translation.override(row.language):
        return settings.SITE_URL + reverse(f"directory:{name}", args=[links.token(row, purpose)])


def ask(check):
    return send_question(check, "yearly_check", "yearly-check")


def ask_again(check):
    return send_question(check, "yearly_check_again", "yearly-check-again")


def send_question(check, template, key):
    """The question with the page as visitors see it; whether it is new."""
    with translation.override(check.language):
        told = entry_groups(check.community.entries.all())
        return post(
            key=f"{key}:{check.public_id}",
            to=check.email,
            template=f"directory/mail/{template}",
            language=check.language,
            context={
                "check": check,
                "community": check.community,
                **told,
                "link": address_of(check, "my_community", links.MANAGE),
            },
            about=check,
        )


def ask_to_confirm(suggestion, occasion):
    return post(
        key=key_of_form("suggestion", suggestion.email, occasion),
        to=suggestion.email,
        template="directory/mail/confirm_suggestion",
        language=suggestion.language,
        context={
            "about": suggestion.about,
            "link": address_of(suggestion, "my_suggestion", links.CONFIRM),
        },
        about=suggestion,
    )
