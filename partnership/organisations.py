"""Every kind of body that takes part in projects, under the names it had, with its people."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import countries
from core.content import Term


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
    is_natural_person = models.BooleanField(
        _("natural person"),
        default=False,
        help_text=_("The name leaves the open data two years after publication."),
    )
    registration_number = models.CharField(_("registration number"), max_length=20, blank=True)
    owner = models.ForeignKey(
        "partnership.Partnership",
        models.SET_NULL,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
        help_text=_("The partnership that may change it; everybody may name it in a project."),
    )

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
    owner_paths = ("partnership__pk", "owner_id")

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_lv"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "registration_number"],
                condition=~models.Q(registration_number=""),
                name="partnership_organisation_number",
                violation_error_message=_("There is an organisation with this number already."),
            )
        ]

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
    def shown(self, today=None):
        """People whose data may be public today."""
        today = today or timezone.localdate()
        return self.filter(
            models.Q(public_until=None) | models.Q(public_until__gte=today), is_public=True
        )


class Person(models.Model):
    """Somebody who works for an organisation and may be named on the site."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="people", verbose_name=_("organisation")
    )
    name = models.CharField(_("name and surname"), max_length=150)
    role = models.CharField(pgettext_lazy("of a person", "role"), max_length=150, blank=True)
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
    owner_paths = ("organisation__partnership__pk", "organisation__owner_id")

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
