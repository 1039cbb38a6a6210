"""When something happens, as far as it is known: to the hour, the day, the month or the year."""

from datetime import datetime, time, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import dates


class Precision(models.TextChoices):
    HOUR = "hour", _("to the hour")
    DAY = "day", dates.Precision.DAY.label
    MONTH = "month", dates.Precision.MONTH.label
    YEAR = "year", dates.Precision.YEAR.label


def end_of(moment, precision):
    """The last second of the day, month or year of a moment, by the site's own clock."""
    day = timezone.localtime(moment).date()
    if precision == Precision.YEAR:
        last = day.replace(month=12, day=31)
    elif precision == Precision.MONTH:
        last = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    else:
        last = day
    return timezone.make_aware(datetime.combine(last, time(23, 59, 59)))
