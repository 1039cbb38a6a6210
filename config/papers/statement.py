"""The accessibility statement that MK 445/2020 asks for (annex 2), from what was really checked.

What machines cannot see is not claimed: without an evaluation by hand, the state is “in part”.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.dates import written
from core.models import Image
from core.richtext import clean
from library.models import Item, ItemFile
from moving.ledger import EDITED, SAME, Ledger
from pages.models import Page
from partnership.models import Partnership

OMBUDSMAN = "Baznīcas iela 25, Rīga, LV-1010"
SOURCE, KEY = "papers", "accessibility"
MADE, RENEWED = "made as a draft", "renewed"


@dataclass
class Results:
    """What `bench.accessibility` wrote: the day, the tool, how many pages, {rule: pages}."""

    day: date
    tool: str
    pages: int
    violations: dict

    @classmethod
    def of(cls, data):
        """From the JSON of the file; raises KeyError, TypeError or ValueError for another one."""
        broken = {str(rule): int(number) for rule, number in data["violations"].items()}
        return cls(date.fromisoformat(data["day"]), str(data["tool"]), int(data["pages"]), broken)


def gaps(results, by_hand):
    """What is not accessible, each in a sentence of the active language."""
    found = [
        ngettext(
            "%(number)d page of those checked breaks the rule “%(rule)s”.",
            "%(number)d pages of those checked break the rule “%(rule)s”.",
            number,
        )
        % {"number": number, "rule": rule}
        for rule, number in results.violations.items()
    ]
    found += filter(None, (undescribed(), untagged(), unreadable()))
    return found if by_hand else [*found, _("What only people can judge was not evaluated yet.")]


def undescribed():
    number = Image.objects.undescribed().count()
    return (
        number
        and ngettext(
            "%d picture is not shown, because nobody has described it yet.",
            "%d pictures are not shown, because nobody has described them yet.",
            number,
        )
        % number
    )


def untagged():
    files = ItemFile.objects.filter(item__in=Item.objects.published())
    number = files.exclude(pdf_lacks="").count()
    return (
        number
        and ngettext(
            "%d PDF document lacks tags, a title or its language.",
            "%d PDF documents lack tags, a title or their language.",
            number,
        )
        % number
    )


def unreadable():
    items = Item.objects.published().prefetch_related("files")
    number = sum(each.is_watched and not each.has_words for each in items)
    return (
        number
        and ngettext(
            "%d recording has neither captions nor a transcript.",
            "%d recordings have neither captions nor a transcript.",
            number,
        )
        % number
    )


def method(results, by_hand):
    told = _(
        "Self-evaluation: %(pages)d pages were checked by %(tool)s on %(day)s, on a telephone and"
        " on a desktop, in the light and in the dark look."
    ) % {"pages": results.pages, "tool": results.tool, "day": written(results.day)}
    if not by_hand:
        return told
    by_people = _("People evaluated the site with keyboard and screen reader on %(day)s.")
    return f"{told} {by_people % {'day': written(by_hand)}}"


def contacts():
    """E-mail and phones of this site's own partnership, as far as they are public."""
    host = Partnership.objects.host()
    offices = host.organisation.offices.all() if host else ()
    phones = [phone.number for office in offices for phone in office.phones.all()]
    return [*(office.email for office in offices if office.email), *phones]


def texts(language, results, by_hand, prepared):
    """The columns of the page in one language."""
    with translation.override(language):
        found = gaps(results, by_hand)
        host = Partnership.objects.host()
        context = {
            "body": host.organisation.name if host else _("The keeper of this site"),
            "address": settings.SITE_URL,
            "is_full": not found,
            "gaps": found,
            "method": method(results, by_hand),
            "prepared": written(prepared),
            "reviewed": written(max(filter(None, (results.day, by_hand)))),
            "contacts": contacts(),
            "ombudsman": OMBUDSMAN,
        }
        return {
            f"title_{language}": _("Accessibility statement"),
            f"body_{language}": clean(render_to_string("papers/accessibility.html", context)),
        }


def make(results, by_hand=None):
    """(page, outcome): the statement as a draft, or renewed; left alone once staff changed it."""
    ledger = Ledger(SOURCE)
    page = ledger.find(KEY) or Page(menu=Page.Menu.FOOT)
    prepared = page.created_at.date() if page.pk else results.day
    offered = {}
    for language in settings.MODELTRANSLATION_LANGUAGES:
        offered |= texts(language, results, by_hand, prepared)
    now = {name: getattr(page, name) or "" for name in offered}
    if page.pk and ledger.outcome(KEY, now, offered) in (SAME, EDITED):
        return page, ledger.outcome(KEY, now, offered)
    outcome = RENEWED if page.pk else MADE
    for name, value in offered.items():
        setattr(page, name, value)
    page.save()
    ledger.keep(KEY, page, offered)
    return page, outcome
