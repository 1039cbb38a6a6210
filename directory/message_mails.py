"""The mails about messages: which one, to whom, under which key.

Before the sender's mailbox is confirmed, nothing that was typed stands in a mail. The message
itself goes to its recipient in the site's name; answers go to the sender.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from engage import links
from engage.outbox import post

from . import listing_mails


def path_of(row, purpose=links.MANAGE):
    """The address of the sender's page about a message, in the active language."""
    return reverse("directory:my_message", args=[links.token(row, purpose)])


def address_of(row, purpose=links.MANAGE):
    """The same with the site's address, in the sender's language."""
    with translation.override(row.language):
        return settings.SITE_URL + path_of(row, purpose)


def key_of_form(contact, email, occasion):
    return listing_mails.key_of_form(f"message:{contact.pk}", email, occasion)


def send(row, name, key, to="", language="", **context):
    """Write one mail about a message, to its sender unless another address is given."""
    listing = row.listing
    language = language or row.language
    common = {
        "message": row,
        "contact": row.contact,
        "listing": listing,
        "listing_url": settings.SITE_URL + listing.url_in(language) if listing else "",
        "link": address_of(row),
    }
    return post(
        key=key,
        to=to or row.email,
        template=f"directory/mail/{name}",
        language=language,
        context=common | context,
        reply_to=row.email if to else "",
        about=row,
    )


def ask_to_confirm(row, occasion):
    link = address_of(row, links.CONFIRM)
    key = key_of_form(row.contact, row.email, occasion)
    return send(row, "message_confirm", key, link=link)


def relay(row):
    """The message, once; whoever answers writes to the sender."""
    to, language = row.contact.address, row.contact.language
    return send(row, "message", f"relay:{row.public_id}", to=to, language=language, link="")


def tell_refused(row):
    if row.email:
        send(row, "message_refused", f"refused:{row.public_id}")


def ask_outcome(row):
    return send(row, "message_outcome", f"outcome:{row.public_id}")


def send_new_link(row):
    return send(row, "link", f"link:{row.public_id}:{row.link_version}")
