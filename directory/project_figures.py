"""What a project did for business: organisations, their brand books, offers, contacts, outcomes."""

from collections import Counter

from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import npgettext, pgettext

from core import countries, dates
from core.languages import foreign
from core.reading import Reading
from core.text import alphabetical
from projects.report.figures import Figure, Group, Row, Table, list_address, results_address

from .models import ContactMessage, Entry, Listing

State, Outcome, Direction = Listing.State, ContactMessage.Outcome, Listing.Direction


def of_project(project):
    """Organisations, as (country, brand book); `listings` and `messages` as told below."""
    entries = Entry.objects.rewrite(False).published().filter(projects=project).order_by()
    return {
        "entries": entries.values_list("organisation__country", "brand_book"),
        "listings": listings_of(project),
        "messages": messages_of(project),
    }


def groups(project):
    found = READ(project=project.pk)
    yield organisations(project, found["entries"])
    yield cooperation(project, found["listings"], [row[1:] for row in found["messages"]])


def organisations(project, known):
    """Those of the directory that belong to the project, by country; who has a brand book."""
    by_country = Counter(country for country, _book in known)
    books = sum(book is not None for _country, book in known)
    label = npgettext("under a number", "organisation", "organisations", len(known))
    figures = [
        Figure("entries", label, len(known), entries(project), is_main=True),
        *(
            Figure(f"entries.{code}", countries.name(code), number, entries(project, country=code))
            for code, number in in_order(by_country)
        ),
    ]
    if books:
        where = entries(project, brand="yes")
        label = npgettext(
            "under a number",
            "organisation with a brand book",
            "organisations with a brand book",
            books,
        )
        figures.append(Figure("entries.brand_books", label, books, where, is_main=True))
    return Group("entries", _("Businesses and organisations"), tuple(figures), position=60)


def entries(project, **more):
    return list_address("directory:entry_list", project=project.slug_lv, **more)


def in_order(by_country):
    return sorted(by_country.items(), key=lambda pair: alphabetical(countries.name(pair[0])))


def cooperation(project, listings, messages):
    """Offers and requests that were public, messages that were passed on, what came of them."""
    where, told = results_address(project, "listings"), results_address(project, "messages")
    directions = Counter(listing.direction for listing in listings)
    outcomes = Counter(outcome for *_pair, outcome in messages)
    figures = [
        Figure("listings.offer", _("offers"), directions[Direction.OFFER], where),
        Figure("listings.request", _("requests"), directions[Direction.REQUEST], where),
        Figure("messages", _("messages passed on"), len(messages), told),
        Figure("messages.yes", _("led to cooperation"), outcomes[Outcome.YES], told),
        Figure("messages.ongoing", _("talks that go on"), outcomes[Outcome.ONGOING], told),
    ]
    tables = (listing_table(listings), message_table(messages))
    found = tuple(figure for figure in figures if figure.value)
    return Group("cooperation", _("Cooperation"), found, tables, position=65)


def listings_of(project):
    """Those that were public, also when their time is over; not what was withdrawn."""
    shown = Entry.objects.published().order_by().values("pk")
    rows = Listing.objects.filter(project=project, entry__in=shown, published_at__isnull=False)
    rows = rows.filter(state__in=(State.PUBLISHED, State.ARCHIVED), published_at__lte=Now())
    return rows.select_related("entry__organisation").order_by("published_at", "pk")


def listing_table(listings):
    rows = tuple(
        Row(
            (
                each.title,
                capfirst(each.get_direction_display()),
                each.entry.title,
                countries.name(each.entry.country),
                dates.written(timezone.localdate(each.published_at)),
            ),
            each.get_absolute_url() if each.is_published else "",
            foreign(each),
        )
        for each in listings
    )
    headings = (
        *(_("Offer or request"), _("Kind"), _("Organisation"), _("Country")),
        pgettext("of a listing", "Public since"),
    )
    return Table("listings", _("Offers and requests"), headings, rows)


def messages_of(project):
    """(key, country of the sender, of the recipient, outcome) of what was passed on."""
    about = Q(listing__project=project) | Q(listing=None, contact__entries__projects=project)
    rows = ContactMessage.objects.relayed().filter(about).order_by("pk").distinct()
    return rows.values_list("pk", "country", "to_country", "outcome")


READ = Reading(of_project)


def message_table(messages):
    """Numbers by pair of countries; nothing of any message."""
    passed = Counter((sender, recipient) for sender, recipient, _outcome in messages)
    led = Counter((sender, to) for sender, to, outcome in messages if outcome == Outcome.YES)
    rows = tuple(
        Row((f"{named(pair[0])} → {named(pair[1])}", number, led[pair]))
        for pair, number in passed.most_common()
    )
    headings = (_("From where to where"), _("Messages passed on"), _("Led to cooperation"))
    return Table("messages", _("Messages by country"), headings, rows)


def named(code):
    return countries.name(code) if code else _("not said")
