"""What the tests of ideas share: the form as a browser sends it, links out of mails."""

import re

from django.urls import reverse

from engage.forms import stamp
from engage.models import Outbox
from ideas.models import Idea
from tests.factories import IdeaThemeFactory

LINK = re.compile(r"https?://[^/\s]+(/(?:lv|en)/i/\S+)")


def form_of(theme, **changes):
    """A new idea as the form sends it."""
    data = {
        "title": "Sols pie pieturas",
        "text": "Kur apsēsties, gaidot autobusu.",
        "theme": theme.pk,
        "doers": ["by_residents"],
        "territory": "",
        "name": "Anna Ozola",
        "email": "anna@example.lv",
        "remark": "",
        "shown": stamp(age=60),
    }
    return {**data, **changes}


def new_address(forum):
    return reverse("ideas:idea_new", args=[forum.slug])


def sent(client, theme=None, **changes):
    """An idea that somebody has sent in and not confirmed yet."""
    theme = theme or IdeaThemeFactory()
    client.post(new_address(theme.forum), form_of(theme, **changes))
    return Idea.objects.get()


def link_in(key):
    """The path of the link in the last mail with such a key."""
    return LINK.search(Outbox.objects.filter(key__startswith=key).latest("pk").text)[1]
