"""The cards of pages: soon taken down, drafts, scheduled, out of date, without English.

Each card asks the database one question, however many kinds of content and rows there are.
"""

from django.db.models import Count, F, Value, Window
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from core import rights

from .cards import FIRST, Card, list_address
from .links import form_address
from .translated import lacks_english

# key, title, what is said when there are none, which rows, their order, the list's query
SORTS = [
    (
        "ending",
        gettext_lazy("Soon taken down"),
        gettext_lazy("nothing ends soon"),
        lambda rows: rows.ending(),
        "unpublish_at",
        "waiting=ending",
    ),
    (
        "drafts",
        gettext_lazy("Drafts"),
        gettext_lazy("no drafts"),
        lambda rows: rows.filter(published_at=None),
        "-updated_at",
        "state=draft",
    ),
    (
        "scheduled",
        gettext_lazy("Scheduled"),
        gettext_lazy("nothing is scheduled"),
        lambda rows: rows.filter(published_at__gt=timezone.now()),
        "published_at",
        "state=scheduled",
    ),
    (
        "stale",
        gettext_lazy("Perhaps out of date"),
        gettext_lazy("nothing is out of date"),
        lambda rows: rows.stale(),
        "updated_at",
        "waiting=stale",
    ),
]
COLUMNS = ("of_kind", "row_key", "title_lv", "title_en", "moment", "stale_because", "in_all")


def pages_card(user, models, key, title, done, chosen, order, query):
    """A card of pages of every kind, found by one question."""
    parts = [first_of(chosen(rights.own(user, model.objects.all())), order) for model in models]
    rows = sorted(
        parts[0].union(*parts[1:], all=True),
        key=lambda row: row.moment,
        reverse=order.startswith("-"),
    )
    by_label = {model._meta.label_lower: model for model in models}
    totals = {by_label[row.of_kind]: row.in_all for row in rows}
    return Card(
        key,
        title,
        done,
        number=sum(totals.values()),
        rows=[named(by_label[row.of_kind], key, row) for row in rows[:FIRST]],
        lists=[
            (list_address(user, model, query), model._meta.verbose_name_plural, number)
            for model, number in totals.items()
        ],
    )


def first_of(rows, order):
    """The first rows with their number in all, in columns that are the same for every model."""
    if "stale_because" not in rows.query.annotations:
        rows = rows.annotate(stale_because=Value(""))
    return (
        rows.annotate(
            of_kind=Value(rows.model._meta.label_lower),
            row_key=F("pk"),
            moment=F(order.removeprefix("-")),
            in_all=Window(Count("*")),
        )
        .order_by(order, "pk")
        .values_list(*COLUMNS, named=True)[:FIRST]
    )


def named(model, card, row):
    """(address of the form, title, note) of a row of a card."""
    titles = (row.title_lv, row.title_en)
    title = next(filter(None, titles[:: -1 if get_language() == "en" else 1]), "–")
    told = {
        "ending": _("taken down on %(when)s"),
        "drafts": _("last changed on %(when)s"),
        "scheduled": _("appears on %(when)s"),
    }.get(card)
    written = date_format(timezone.localtime(row.moment), "SHORT_DATETIME_FORMAT")
    reasons = model.objects.all().stale_reasons
    note = told % {"when": written} if told else reasons.get(row.stale_because, "")
    address = form_address(row.of_kind, row.row_key)
    return address, title, f"{capfirst(model._meta.verbose_name)}, {note}"


def english_card(user, models):
    """Pages with something that is written in Latvian only, and how much is done."""
    parts = [
        rights.own(user, model.objects.all())
        .order_by()
        .annotate(of_kind=Value(model._meta.label_lower))
        .values("of_kind")
        .annotate(every=Count("pk"), lacking=Count("pk", filter=lacks_english(model)))
        .values_list("of_kind", "every", "lacking")
        for model in models
    ]
    by_label = {model._meta.label_lower: model for model in models}
    found = list(parts[0].union(*parts[1:], all=True))
    every, number = sum(row[1] for row in found), sum(row[2] for row in found)
    card = Card("english", _("Without English or with gaps"), _("all is in English"), number)
    for label, _every, lacking in found:
        model = by_label[label]
        address = list_address(user, model, "english=lacking")
        card.lists += [(address, model._meta.verbose_name_plural, lacking)] if lacking else []
    done = {"share": round(100 * (every - number) / every) if every else 100}
    card.note = _("%(share)s %% of the pages are complete in English.") % done
    return card
