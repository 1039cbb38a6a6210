"""Stored files that nothing names any more: neither a row nor a version that could come back."""

from datetime import timedelta

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from core.versions import Version

from . import receiving, storing
from .files import ItemFile

KEPT = timedelta(days=2)  # that a file waits for its form to be saved
LOOKED, A_DAY = "library.leftovers", 24 * 60 * 60  # seconds; all versions are read for it


def stored():
    """Names of all files of the library."""
    is_there = default_storage.exists(storing.FOLDER)
    for folder in default_storage.listdir(storing.FOLDER)[0] if is_there else ():
        for name in default_storage.listdir(f"{storing.FOLDER}/{folder}")[1]:
            yield f"{storing.FOLDER}/{folder}/{name}"


def named_in_versions():
    """Names of the files that drafts and history name."""
    versions = Version.objects.filter(label="library.item").values_list("data", flat=True)
    tickets = {
        ticket
        for data in versions.iterator()
        for row in data["inlines"].get("files", ())
        for ticket in row.get("received", ())
    }
    return {name_on(ticket) for ticket in tickets}


def name_on(ticket):
    """The name in the storage; empty for a ticket that is not ours any more."""
    try:
        return receiving.named(ticket)[0]
    except ValidationError:
        return ""


def forget(_model, now):
    """Delete the files that nothing names, once a day; gives their number."""
    return delete_unnamed(now) if cache.add(LOOKED, True, A_DAY) else 0


def delete_unnamed(now):
    long_ago = now - KEPT
    old = {name for name in stored() if default_storage.get_modified_time(name) < long_ago}
    if old:
        old -= set(ItemFile.objects.filter(file__in=old).values_list("file", flat=True))
    if old:
        old -= named_in_versions()
    for name in old:
        default_storage.delete(name)
    return len(old)
