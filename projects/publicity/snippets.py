"""Texts about the support, ready to be copied, from the same record as page and poster."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from projects.acknowledgement import acknowledgement

from .wording import aim_of, partners_of, period_of

SOCIAL_LETTERS = 280  # the shortest limit of the social media in use


@dataclass
class Snippet:
    """A text with what it is for; `key` is the same in both languages."""

    key: str
    label: str
    text: str

    @property
    def rows(self):
        """Lines that the text takes in a field of about 70 letters."""
        return sum(1 + len(line) // 68 for line in self.text.split("\n"))


def snippets(project, language):
    """The texts in one language; their labels are in the language of the page."""
    labels = {
        "short": _("Statement"),
        "long": _("Sentence for documents and invitations"),
        "social": _("Social media"),
        "mail": _("Foot of an e-mail"),
        "press": _("For the press"),
    }
    with override(language):
        texts = texts_of(project)
    return [Snippet(key, labels[key], texts[key]) for key in labels]


def texts_of(project):
    """{key: text} in the active language."""
    ack = acknowledgement(project)
    url = settings.SITE_URL + project.url_in(get_language())
    name = named(project)
    support = sentences(supported(ack), ack.sentence, ack.national_line)
    return {
        "short": ack.statement,
        "long": sentences(_("Project %(name)s") % {"name": name}) + " " + support,
        "social": social(project, ack, url),
        "mail": "\n".join(filter(None, (ack.statement, ack.fund_name, name, url))),
        "press": press(project, name, support, url),
    }


def named(project):
    """„Title” (No 19-00-…), the number where there is one."""
    title = _("“%(title)s”") % {"title": project.title}
    number = _("No %(number)s") % {"number": project.number} if project.number else ""
    return f"{title} ({number})" if number else title


def sentences(*texts):
    """The texts one after the other, each with a full stop."""
    return " ".join(text if text[-1] in ".!?" else f"{text}." for text in texts if text)


def supported(ack):
    """The statement and, where the rule wants it, the fund."""
    return ", ".join(filter(None, (ack.statement, ack.fund_name)))


def social(project, ack, url):
    """At most 280 letters, whatever the title is; the title gives way before the statement."""
    title = _("“%(title)s”") % {"title": project.title}
    for support, address in (
        (supported(ack), url),
        (ack.statement, url),
        (Truncator(ack.statement).chars(200), ""),
    ):
        end = "\n".join(filter(None, (sentences(support), address, project.hashtag)))
        room = SOCIAL_LETTERS - len(end) - 1
        if room >= min(len(title), 60):
            break
    return f"{Truncator(title).chars(room)}\n{end}"


def press(project, name, support, url):
    """What a newsroom asks first: what, what for, when, who, with whose money, more where."""
    period = period_of(project)
    partners = ", ".join(partners_of(project))
    parts = (
        sentences(_("Project %(name)s") % {"name": name}),
        aim_of(project)["text"],
        sentences(_("Period: %(period)s") % {"period": period}) if period else "",
        sentences(_("Partners: %(names)s") % {"names": partners}) if partners else "",
        support,
        url,
    )
    return " ".join(filter(None, parts))
