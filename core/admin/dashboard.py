"""What waits for a person: the cards of the first page of the administration."""

from django.apps import apps
from django.contrib import admin
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import rights
from core.content import content_models
from core.faults import Fault
from core.library import Image
from core.links import BrokenLink
from core.versions import Version

from .cards import FIRST, Card, list_address
from .links import field_name, form_address
from .page_cards import SORTS, english_card, pages_card


def cards(user):
    """All cards that concern the person, the most urgent first, also those where nothing waits."""
    models = [each for each in content_models() if each.is_written_by_staff]
    models = [model for model in models if rights.may(user, "change", model)]
    found = []
    if rights.may(user, "view", BrokenLink):
        found += [broken_card(user)]
    if rights.may(user, "view", Fault):
        found += [faults_card(user)]
    if models:
        found += [changes_card(user, models)]
        found += [pages_card(user, models, *each) for each in SORTS]
        found += [english_card(user, models)]
    if rights.may(user, "change", Image):
        found += [pictures_card(user)]
    return found + cards_of_upper_apps(user)


def cards_of_upper_apps(user):
    """What their admin classes name `card`: a function of the person, for who may see the rows.

    An app's config may name one, too, that gives None for whom it does not concern.
    """
    configs = [each for each in apps.get_app_configs() if hasattr(each, "card")]
    found = [card for card in (each.card(user) for each in configs) if card is not None]
    admins = [each for each in admin.site._registry.values() if hasattr(each, "card")]
    return found + [each.card(user) for each in admins if rights.may(user, "view", each.model)]


def broken_card(user):
    rows = list(rights.own(user, BrokenLink.objects.certain()).order_by("first_seen_at", "pk"))
    return Card(
        "broken",
        _("Broken links"),
        _("every link works"),
        len(rows),
        [
            (
                form_address(row.label, row.object_id, row.field),
                Truncator(row.url).chars(60),
                f"{row.name}, {field_name(row.label, row.field)}",
            )
            for row in rows[:FIRST]
        ],
        [(reverse("admin:core_brokenlink_changelist"), _("all broken links"), len(rows))],
    )


def faults_card(user):
    """Published pages that break a rule, those with most first; advice is counted only."""
    faults = rights.own(user, Fault.objects.all()).order_by()
    pages = (
        faults.values("label", "object_id", "name")
        .annotate(rules=Count("pk", filter=Q(weight=Fault.Weight.RULE)), every=Count("pk"))
        .order_by("-rules", "name", "object_id")
    )
    pages = list(pages)
    short = [page for page in pages if page["rules"]]
    lists = reverse("admin:core_fault_changelist")
    return Card(
        "faults",
        _("Published pages that break a rule"),
        _("no published page breaks a rule"),
        len(short),
        [
            (form_address(page["label"], page["object_id"]), page["name"], of_page(page))
            for page in short[:FIRST]
        ],
        [
            (f"{lists}?weight__exact=rule", _("what breaks a rule"), len(short)),
            (lists, _("all that could be better"), len(pages)),
        ]
        if short
        else [],
    )


def of_page(page):
    """What is to be mended on one page, in figures."""
    rules, advice = page["rules"], page["every"] - page["rules"]
    told = ngettext("%(n)s thing breaks a rule", "%(n)s things break a rule", rules) % {"n": rules}
    more = ngettext("%(n)s could be better", "%(n)s could be better", advice) % {"n": advice}
    return f"{told}, {more}" if advice else told


def changes_card(user, models):
    """Drafts of changes: all of them for those who publish, for others their own."""
    labels = [each._meta.label_lower for each in models if rights.may(user, "publish", each)]
    rows = rights.own(user, Version.objects.drafts()).filter(label__in=labels, object_id__gt=0)
    rows = (rows | Version.objects.drafts().filter(user=user)).of_what_is_there()
    rows = list(rows.order_by("-created_at"))
    named = []
    for row in rows[:FIRST]:
        when = date_format(timezone.localtime(row.created_at), "SHORT_DATETIME_FORMAT")
        note = _("kept by %(who)s on %(when)s") % {"who": row.user_name, "when": when}
        named.append((draft_address(row), row.name or _("A new page"), note))
    return Card("changes", _("Drafts of changes"), _("no drafts of changes"), len(rows), named)


def draft_address(draft):
    """The form with the draft in it; that of a row never saved is the form for a new one."""
    if draft.object_id:
        return f"{form_address(draft.label, draft.object_id)}?version={draft.pk}"
    return reverse(f"admin:{draft.label.replace('.', '_')}_add")


def pictures_card(user):
    rows = rights.own(user, Image.objects.undescribed()).order_by("-created_at", "-pk")
    number = rows.count()
    address = list_address(user, Image, "described=no")
    return Card(
        "pictures",
        _("Pictures without a description"),
        _("every picture is described"),
        number,
        [(form_address("core.image", row.pk), str(row), "") for row in rows[:FIRST]],
        [(address, _("all these pictures"), number)],
    )
