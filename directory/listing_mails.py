"""The mails about entries and listings: which one, to whom, under which key.

Before the mailbox is confirmed, nothing that was typed stands in a mail.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac

from engage import links
from engage.outbox import post


def path_of(row, purpose=links.MANAGE):
    """The address of the visitor's page about a row, in the active language."""
    name = f"directory:my_{row._meta.model_name}"
    return reverse(name, args=[links.token(row, purpose)])


def address_of(row, purpose=links.MANAGE):
    """The same with the site's address, in the visitor's language."""
    with translation.override(row.language):
        return settings.SITE_URL + path_of(row, purpose)


def key_of_form(kind, email, occasion):
    """The key of the mail about one form: of this person, shown at this moment."""
    who = salted_hmac("directory.form", email, algorithm="sha256").hexdigest()[:32]
    return f"{kind}:{occasion}:{who}"


def send(row, name, key, **context):
    common = {"row": row, "kind": row._meta.model_name, "link": address_of(row)}
    return post(
        key=key,
        to=row.email,
        template=f"directory/mail/{name}",
        language=row.language,
        context=common | context,
        about=row,
    )


def ask_to_confirm(row, occasion):
    key = key_of_form(row._meta.model_name, row.email, occasion)
    return send(row, "confirm", key, link=address_of(row, links.CONFIRM))


def ask_to_renew(row):
    """Two weeks before the end; another end is another mail."""
    page = settings.SITE_URL + row.url_in(row.language)
    return send(row, "renew", f"renew:{row.public_id}:{row.valid_until}", page=page)


def send_new_link(row):
    return send(row, "link", f"link:{row.public_id}:{row.link_version}")
