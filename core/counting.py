"""How often a page was read, without cookies: one row for each page and day."""

from django.apps import apps
from django.db import connection
from django.db.models import OuterRef, Subquery, Sum, TextField, Value
from django.db.models.functions import Cast, Concat
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


def with_total(rows):
    """The rows with all readings of their pages so far, None before the first, as `times_read`."""
    page = Concat(Value(f"{rows.model._meta.label_lower}:"), Cast(OuterRef("pk"), TextField()))
    counts = ViewCount.objects.filter(page=page).order_by().values("page")
    total = counts.annotate(total=Sum("number")).values("total")
    return rows.annotate(times_read=Subquery(total))


def total(item):
    """All readings of a page so far."""
    if hasattr(item, "times_read"):
        return item.times_read or 0
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
