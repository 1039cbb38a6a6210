"""Keeps what the check finds on published pages as `Fault` rows."""

from django.db import transaction

from core import rights
from core.content import content_models
from core.faults import Fault

from .checking import check, prepare

CHUNK = 200  # pages that are checked together


def refresh(model, keys):
    """Check those of the pages that are published and replace their faults; forget the others'."""
    keys = list(keys)
    for start in range(0, len(keys), CHUNK):
        refresh_chunk(model, keys[start : start + CHUNK])


@transaction.atomic
def refresh_chunk(model, keys):
    rows = list(model.objects.published().filter(pk__in=keys).order_by("pk"))
    prepare(rows)
    stored = Fault.objects.filter(label=model._meta.label_lower, object_id__in=keys)
    since = {key_of(each): each.found_at for each in stored}
    faults = [fault for row in rows for fault in faults_of(row)]
    for fault in faults:
        fault.found_at = since.get(key_of(fault), fault.found_at)
    stored.delete()
    Fault.objects.bulk_create(faults)


def faults_of(row):
    for found in check(row):
        yield Fault(
            label=row.label,
            object_id=row.pk,
            name=str(row)[:250],
            owner_id=rights.owner_of(row),
            code=found.code,
            weight=found.weight,
            field=found.field[:80],
            detail=found.detail[:250],
        )


def key_of(fault):
    return fault.object_id, fault.code, fault.field, fault.detail


def forget(model, keys):
    Fault.objects.filter(label=model._meta.label_lower, object_id__in=list(keys)).delete()


def refresh_all(told=lambda done, every: None):
    """Check every published page; returns {"pages", "faults", "dropped"}."""
    published = {
        model: list(model.objects.published().order_by("pk").values_list("pk", flat=True))
        for model in content_models()
    }
    every, done, dropped = sum(map(len, published.values())), 0, 0
    for model, keys in published.items():
        gone = Fault.objects.filter(label=model._meta.label_lower).exclude(object_id__in=keys)
        dropped += gone.delete()[0]
        for start in range(0, len(keys), CHUNK):
            refresh_chunk(model, keys[start : start + CHUNK])
            done += len(keys[start : start + CHUNK])
            told(done, every)
    labels = [model._meta.label_lower for model in published]
    dropped += Fault.objects.exclude(label__in=labels).delete()[0]
    return {"pages": every, "faults": Fault.objects.count(), "dropped": dropped}
