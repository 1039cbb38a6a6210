"""The mails about ideas: which one, to whom, under which key.

A key names the reason, so that one reason is told once. Nothing that was typed into the form
stands in a mail before the mailbox is confirmed.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from engage import links
from engage.outbox import post


def path_of(idea, purpose=links.MANAGE):
    """The address of the sender's page about an idea, in the active language."""
    return reverse("my_idea", args=[links.token(idea, purpose)])


def address_of(idea, purpose=links.MANAGE):
    """The same with the site's address, in the sender's language."""
    return whole("my_idea", links.token(idea, purpose), idea.language)


def whole(name, token, language):
    """An address with the site's, in a language."""
    with translation.override(language):
        return settings.SITE_URL + reverse(name, args=[token])


def send(idea, name, key, **context):
    """Write one mail about an idea; whether it is new."""
    common = {"idea": idea, "forum": idea.forum, "link": address_of(idea)}
    return post(
        key=key,
        to=idea.email,
        template=f"ideas/mail/{name}",
        language=idea.language,
        context=common | context,
        about=idea,
    )


def ask_to_confirm(idea, key):
    return send(idea, "confirm", key, link=address_of(idea, links.CONFIRM))


def tell_received(idea):
    return send(idea, "received", f"idea-received:{idea.public_id}")


def tell_answered(idea, is_changed):
    key = f"idea-answered:{idea.public_id}:{idea.answered_at.isoformat()}"
    return send(idea, "answered", key, page=page_of(idea), is_changed=is_changed)


def tell_merged(idea):
    key = f"idea-merged:{idea.public_id}:{idea.merged_into_id}"
    return send(idea, "merged", key, page=page_of(idea.merged_into, idea.language))


def send_new_link(idea):
    """After `links.end_links`: the link that works from now on."""
    return send(idea, "new_link", f"idea-link:{idea.public_id}:{idea.link_version}")


def page_of(idea, language=None):
    return settings.SITE_URL + idea.url_in(language or idea.language)


def tell_handed_over(handover, email, language):
    """Write to the body that gets the ideas: where the document lies, and its hash."""
    with translation.override(language):
        page = settings.SITE_URL + handover.document.get_absolute_url()
        files = [settings.SITE_URL + each.address() for each in handover.document.files.all()]
    context = {"handover": handover, "forum": handover.forum, "page": page, "files": files}
    return post(
        key=f"idea-handover:{handover.pk}",
        to=email,
        template="ideas/mail/handover",
        language=language,
        context=context,
    )


def remind_of_reply(handover, user):
    """Tell a member of staff that no reply came in time; once for each day that was agreed."""
    return post(
        key=f"idea-reply:{handover.pk}:{handover.reply_due}:{user.pk}",
        to=user.email,
        template="ideas/mail/reply_overdue",
        language=user.language or settings.LANGUAGE_CODE,
        context={
            "handover": handover,
            "page": settings.SITE_URL
            + reverse("admin:ideas_forum_handovers", args=[handover.forum_id]),
        },
    )
