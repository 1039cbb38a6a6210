"""What every list of pages has in common: the state in a word, filters, publishing in bulk."""

from django.contrib import admin, messages
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.faults import Fault
from core.publication import storing

from .recording import record, record_first
from .translated import has_no_english, lacks_english, share

STATES = {
    "draft": pgettext_lazy("state of a page", "draft"),
    "scheduled": pgettext_lazy("state of a page", "scheduled"),
    "public": pgettext_lazy("state of a page", "public"),
    "limited": pgettext_lazy("state of a page", "not for everybody"),
    "ended": pgettext_lazy("state of a page", "taken down"),
}


def state_of(page):
    """One of `STATES`."""
    if page.published_at is None:
        return "draft"
    if page.is_out:
        return "public" if page.is_published else "limited"
    return "scheduled" if page.published_at > timezone.now() else "ended"


@admin.display(description=_("state"), ordering="published_at")
def state(page):
    """The state as a word with its own colour and mark."""
    key = state_of(page)
    return format_html('<span class="state state-{}">{}</span>', key, STATES[key])


@admin.display(description=_("English"), ordering="title_en")
def has_english(page):
    """How many of the fields that are written in Latvian are written in English too."""
    done, of = share(page)
    degree = "none" if not done else "partly" if done < of else "fully"
    told = _("%(done)s of %(of)s fields are in English") % {"done": done, "of": of}
    bar = '<span class="share share-{0}" title="{1}">'
    return format_html(
        bar + '<progress value="{2}" max="{3}" aria-hidden="true"></progress>{2}/{3}</span>',
        *(degree, told, done, of or 1),
    )


@admin.display(description=_("published"), ordering="published_at", empty_value="–")
def published_on(page):
    """The day of publication; the form has the time too."""
    moment = page.published_at
    return moment and date_format(timezone.localtime(moment), "SHORT_DATE_FORMAT")


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        every = STATES if model_admin.model.public_if else STATES.keys() - {"limited"}
        return [(key, name) for key, name in STATES.items() if key in every]

    def queryset(self, request, queryset):
        now = timezone.now()
        chosen = {
            "draft": Q(published_at=None),
            "scheduled": Q(published_at__gt=now),
            "ended": Q(published_at__lte=now, unpublish_at__lte=now),
        }
        if self.value() == "public":
            return queryset.published()
        if self.value() == "limited":
            public = queryset.model.objects.published().order_by()
            return queryset.out().exclude(pk__in=public.values("pk"))
        return queryset.filter(chosen.get(self.value(), Q()))


class EnglishFilter(admin.SimpleListFilter):
    title = _("English")
    parameter_name = "english"

    def lookups(self, request, model_admin):
        return [
            ("no", _("not translated")),
            ("partly", _("partly translated")),
            ("lacking", _("not or partly translated")),
            ("yes", _("fully translated")),
        ]

    def queryset(self, request, queryset):
        lacking = lacks_english(queryset.model)
        nothing = has_no_english(queryset.model)
        chosen = {
            "no": nothing,
            "partly": lacking & ~nothing,
            "lacking": lacking,
            "yes": ~(lacking | nothing),
        }
        return queryset.filter(chosen.get(self.value(), Q()))


class WaitingFilter(admin.SimpleListFilter):
    """What the first page of the administration counts."""

    title = _("what waits")
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [("stale", _("perhaps out of date")), ("ending", _("is taken down soon"))]

    def queryset(self, request, queryset):
        if self.value() == "stale":
            return queryset.filter(pk__in=queryset.model.objects.stale().order_by().values("pk"))
        return queryset.ending() if self.value() == "ending" else queryset


def make_public(page):
    """Set the dates so that the page is public from now on."""
    now = timezone.now()
    if page.published_at is None or page.published_at > now:
        page.published_at = now
    if page.unpublish_at and page.unpublish_at <= now:
        page.unpublish_at = None


def take_down_now(page):
    """End a public page now; one that is only scheduled becomes a draft again."""
    if page.is_out:
        page.unpublish_at = timezone.now()
    elif page.published_at and page.published_at > timezone.now():
        page.published_at = None


def change_each(model_admin, request, queryset, change, note):
    """Apply `change` to the rows that this person may publish; returns the keys of those that
    take it, and says which lack something."""
    keys = list(queryset.values_list("pk", flat=True))
    chosen = queryset.model.objects.filter(pk__in=keys).order_by("pk")
    rows = [
        page
        for page in chosen.select_for_update()  # or a colleague's save would be written over
        if model_admin.may_publish(request, page)
    ]
    done = []
    for page in rows:
        try:
            with transaction.atomic():
                record_first(page)
                change(page)
                page.save()
                record(request.user, page, str(note))
        except IntegrityError:
            told = gettext("“%(row)s” lacks something that this needs; open its form.")
            messages.error(request, told % {"row": page})
        else:
            model_admin.log_change(request, page, note)
            done.append(page.pk)
    return done


@admin.action(description=_("Publish now"), permissions=["publish"])
def publish_now(model_admin, request, queryset):
    done = change_each(model_admin, request, queryset, model_admin.make_public, _("Published."))
    number = queryset.model.objects.published().filter(pk__in=done).count()
    told = ngettext("%(number)s page is public.", "%(number)s pages are public.", number)
    messages.success(request, told % {"number": number})
    storing.refresh(queryset.model, done)
    tell_of_short(request, queryset.model, done)


def tell_of_short(request, model, keys):
    """How many of the pages just published break a rule, and where that is listed."""
    faults = Fault.objects.filter(label=model._meta.label_lower, object_id__in=keys)
    rules = faults.filter(weight=Fault.Weight.RULE).order_by()
    number = rules.values("object_id").distinct().count()
    if number:
        told = ngettext(
            "%(number)s of them breaks a rule.", "%(number)s of them break a rule.", number
        )
        address = reverse("admin:core_fault_changelist") + "?weight__exact=rule"
        link = format_html('<a href="{}">{}</a>', address, _("Show what is missing"))
        messages.warning(request, format_html("{} {}", told % {"number": number}, link))


@admin.action(description=_("Take down"), permissions=["publish"])
def take_down(model_admin, request, queryset):
    done = change_each(model_admin, request, queryset, take_down_now, _("Taken down."))
    number = len(done)
    storing.forget(queryset.model, done)
    told = ngettext("%(number)s page is not public.", "%(number)s pages are not public.", number)
    messages.success(request, told % {"number": number})
