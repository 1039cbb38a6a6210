"""How often a page was read, without cookies: one row for each page and day."""

from django.apps import apps
from django.db import connection
from django.db.models import Sum
from django.utils import timezone

from .content import Content
from .models import ViewCount

UPSERT = """
    INSERT INTO core_viewcount (page, day, number) VALUES (%s, %s, 1)
    ON CONFLICT ON CONSTRAINT core_viewcount_once_a_day
    DO UPDATE SET number = core_viewcount.number + 1
"""


def key(item):
    """`projects.project:12`"""
    return f"{item.label}:{item.pk}"


def total(item):
    """All readings of a page so far."""
    rows = ViewCount.objects.filter(page=key(item))
    return rows.aggregate(total=Sum("number"))["total"] or 0


def count(page):
    """Add one reading of today to a published page; anything else is passed over."""
    label, _, number = page.partition(":")
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return
    if not issubclass(model, Content) or not number.isdecimal() or len(number) > 9:
        return
    if model.objects.published().filter(pk=number).exists():
        with connection.cursor() as cursor:
            cursor.execute(UPSERT, [f"{label.lower()}:{int(number)}", timezone.localdate()])
