"""Every kind of body that takes part in projects, under the names it had, with its people."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import countries
from core.content import Term

from .territories import Territory


class Organisation(Term):
    """A body that takes part in projects: a partnership, a ministry, a company, a craftsperson."""

    class Kind(models.TextChoices):
        LAG = "lag", _("local action group")
        NGO = "ngo", _("association or foundation")
        UMBRELLA = "umbrella", _("umbrella organisation")
        MUNICIPALITY = "municipality", pgettext_lazy("kind of organisation", "municipality")
        AUTHORITY = "authority", _("public authority")
        COMPANY = "company", _("company")
        FARM = "farm", _("farm")
        CRAFTSPERSON = "craftsperson", _("craftsperson")
        SCHOOL = "school", _("school or university")
        OTHER = "other", pgettext_lazy("kind of organisation", "other")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.LAG)
    full_name = models.CharField(
        _("full name"),
        max_length=250,
        blank=True,
        help_text=_("With the legal form, when it differs from the name."),
    )
    country = models.CharField(_("country"), max_length=2, default="LV", choices=countries.choices)
    region = models.CharField(
        _("region"), max_length=100, blank=True, help_text=_("Such as Scotland.")
    )
    town = models.CharField(
        _("town"), max_length=200, blank=True, help_text=_("And where that is, in plain words.")
    )
    website = models.URLField(_("web site"), blank=True)
    registration_number = models.CharField(_("registration number"), max_length=20, blank=True)

    translated_fields = (*Term.translated_fields, "full_name", "region", "town")
    public_fields = (
        *Term.public_fields,
        "kind",
        "full_name",
        "country",
        "region",
        "town",
        "website",
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_lv"]

    @property
    def country_name(self):
        return countries.name(self.country)

    def name_on(self, day):
        """The name that the organisation had on `day` (None: the present one)."""
        for earlier in self.earlier_names.all():
            if day and day <= earlier.valid_until:
                return earlier.name
        return self.name


class OrganisationName(models.Model):
    """A name that an organisation had earlier; it keeps finding the organisation."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="earlier_names")
    name = models.CharField(_("name"), max_length=200)
    valid_until = models.DateField(_("used until"))
    website = models.URLField(_("web site"), blank=True)

    translated_fields = ("name",)

    class Meta:
        verbose_name = _("earlier name")
        verbose_name_plural = _("earlier names")
        ordering = ["valid_until"]

    def __str__(self):
        return self.name


class PersonQuerySet(models.QuerySet):
    def shown(self):
        """People whose data may be public today."""
        today = timezone.localdate()
        return self.filter(
            models.Q(public_until=None) | models.Q(public_until__gte=today), is_public=True
        )


class Person(models.Model):
    """Somebody who works for an organisation and may be named on the site."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="people", verbose_name=_("organisation")
    )
    name = models.CharField(_("name and surname"), max_length=150)
    role = models.CharField(_("role"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    portrait = models.ForeignKey(
        "core.Image",
        models.SET_NULL,
        related_name="+",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_public = models.BooleanField(
        _("shown on the site"),
        default=True,
        help_text=_("Show only people who know about it."),
    )
    public_until = models.DateField(
        _("shown until"), null=True, blank=True, help_text=_("Empty: without end.")
    )

    objects = PersonQuerySet.as_manager()

    translated_fields = ("role",)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    @property
    def is_shown(self):
        until = self.public_until
        return self.is_public and (until is None or until >= timezone.localdate())

    @property
    def initials(self):
        return "".join(word[0] for word in self.name.split()[:2])


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

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.address or ""

    def hours_by_days(self):
        """[("Monday, Tuesday", "9.00–12.00")]: days with equal hours stand together."""
        by_day = {}
        for hours in self.hours.all():
            span = f"{hours.opens_at:%-H.%M}–{hours.closes_at:%-H.%M}"
            by_day.setdefault(hours.get_weekday_display(), []).append(span)
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
        return f"{self.get_weekday_display()} {self.opens_at:%H.%M}–{self.closes_at:%H.%M}"
