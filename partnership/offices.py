"""Where visitors are received: offices with their phones and opening hours."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.numbers import clock

from .organisations import Organisation
from .territories import Territory


class Office(models.Model):
    """A place where visitors are received, with its phones and opening hours."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="offices", verbose_name=_("organisation")
    )
    name = models.CharField(_("name"), max_length=100, blank=True, help_text=_("Such as Office."))
    address = models.CharField(_("address"), max_length=250)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    territory = models.ForeignKey(
        Territory,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("territory"),
        null=True,
        blank=True,
    )
    email = models.EmailField(_("e-mail"), blank=True)
    social = models.URLField(_("social media"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    translated_fields = ("name", "address")
    owner_paths = ("organisation__partnership__pk", "organisation__owner_id")

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.address or ""

    def hours_by_days(self):
        """[("Monday, Tuesday", "09:00–12:00")]: days with equal hours stand together."""
        by_day = {}
        for hours in self.hours.all():
            by_day.setdefault(hours.get_weekday_display(), []).append(hours.span)
        by_hours = {}
        for day, spans in by_day.items():
            by_hours.setdefault(", ".join(spans), []).append(day)
        return [(", ".join(days), spans) for spans, days in by_hours.items()]


class Phone(models.Model):
    """One of the numbers of an office, in international form."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="phones")
    number = models.CharField(
        _("number"),
        max_length=20,
        validators=[
            RegexValidator(
                r"^\+[0-9 ]{6,19}$", _("Write the number with the country code: +371 26 399 946.")
            )
        ],
    )
    note = models.CharField(_("note"), max_length=60, blank=True)

    translated_fields = ("note",)

    class Meta:
        verbose_name = _("phone")
        verbose_name_plural = _("phones")
        ordering = ["pk"]

    def __str__(self):
        return self.number


class OpeningHours(models.Model):
    """From when to when an office is open on one weekday."""

    class Weekday(models.IntegerChoices):
        MONDAY = 1, _("Monday")
        TUESDAY = 2, _("Tuesday")
        WEDNESDAY = 3, _("Wednesday")
        THURSDAY = 4, _("Thursday")
        FRIDAY = 5, _("Friday")
        SATURDAY = 6, _("Saturday")
        SUNDAY = 7, _("Sunday")

    office = models.ForeignKey(Office, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens_at = models.TimeField(_("opens"))
    closes_at = models.TimeField(_("closes"))

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday", "opens_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="partnership_openinghours_close_after_open",
                violation_error_message=_("Closing time must be after opening time."),
            )
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.span}"

    @property
    def span(self):
        """`9.00–12.00` or `09:00–12:00`."""
        return f"{clock(self.opens_at)}–{clock(self.closes_at)}"
