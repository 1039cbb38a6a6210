"""What staff do with a whole event. Each function takes keyword arguments, in one transaction."""

from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from .models import Event, EventFigures
from .registration_actions import NotPossible, lock

NOT_COPIED = ("id", "uid", "sequence", "created_at", "updated_at")
OF_ONE_TIME = ("slug", "cancel_reason", "report")  # in every language
EMPTY = ("published_at", "unpublish_at", "cancelled_at", "closed_at", "attended_total")
MOMENTS = ("ends_at", "opens_at", "closes_at")  # keep their distance from the start


@transaction.atomic
def cancel(*, event, reasons):
    """Call an event off; `reasons` are {language: text}, the Latvian one is needed. Gives the row.

    Everybody who has a place or waits hears of it (`registration_jobs.tell_changes`). Raises
    `NotPossible` for an event that is cancelled already or closed.
    """
    row = lock([event.pk])[event.pk]
    if row.is_cancelled or row.is_closed:
        raise NotPossible
    row.cancelled_at = timezone.now()
    for language, text in reasons.items():
        setattr(row, f"cancel_reason_{language}", text)
    row.save()
    return row


@transaction.atomic
def close(*, event, attended_total=None):
    """Count an event that has begun, for good; gives the row.

    Where somebody was ticked, who has a place and was not ticked did not come. `attended_total`
    says how many came where that is not the number of ticks. Raises `NotPossible`.
    """
    row = lock([event.pk])[event.pk]
    if row.is_cancelled or row.is_closed or not row.has_started:
        raise NotPossible
    placed = row.registrations.confirmed()
    if placed.filter(attended=True).exists():
        placed.filter(attended=None).update(attended=False)
    row.closed_at = timezone.now()
    row.attended_total = attended_total
    row.save()
    figures = row.registrations.figures()
    if attended_total is not None:
        figures["attended"] = attended_total
    EventFigures.objects.create(event=row, by_territory=by_territory(row), **figures)
    return row


@transaction.atomic
def reopen(*, event):
    """Take a closing back, so that people are ticked and counted anew; gives the row.

    Raises `NotPossible` for an event that is not closed.
    """
    row = lock([event.pk])[event.pk]
    if not row.is_closed:
        raise NotPossible
    row.closed_at = None
    row.save()
    EventFigures.objects.filter(event=row).delete()
    return row


def by_territory(event):
    """{slug: number} of where those who came are from; of those with a place if none was ticked."""
    rows = event.registrations.confirmed()
    rows = rows.filter(attended=True) if rows.filter(attended=True).exists() else rows
    numbers = rows.order_by().values_list("territory__slug").annotate(Count("pk"))
    return {slug or "": number for slug, number in numbers}


@transaction.atomic
def duplicate(*, event, starts_at):
    """A draft of the same event at another time, with its programme and materials; gives it."""
    here = timezone.localtime  # by the clock on the wall, also when it is put back in between
    shift = here(starts_at) - here(event.starts_at)
    left_out = {*NOT_COPIED, *EMPTY, *in_all_languages(*OF_ONE_TIME)}
    fields = [each.attname for each in Event._meta.concrete_fields]
    values = {name: getattr(event, name) for name in fields if name not in left_out}
    for name in MOMENTS:
        values[name] = values[name] and here(values[name]) + shift
    copy = Event(**values | {"starts_at": starts_at})
    copy.save()
    copy.territories.set(event.territories.all())
    for part in [*event.sessions.all(), *event.materials.all()]:
        part.pk, part.event = None, copy
        for name in ("starts_at", "ends_at"):
            if getattr(part, name, None):
                setattr(part, name, here(getattr(part, name)) + shift)
        part.save(force_insert=True)
    return copy


def in_all_languages(*names):
    codes = settings.MODELTRANSLATION_LANGUAGES
    return [*names, *(f"{name}_{code}" for name in names for code in codes)]
