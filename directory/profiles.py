"""What organisations say of themselves, year by year, and with whom they work."""

from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.retention import Kept
from engage import links
from engage.moderation import Moderated
from engage.visitors import ByVisitor, ByVisitorQuerySet
from partnership.models import Organisation, Territory

from .profile_choices import Area, Band, Support, Target, With

KNOWN_FOR = timedelta(days=365)
REMIND_AFTER = timedelta(days=14)


class ProfileQuerySet(ByVisitorQuerySet):
    def published(self):
        """What visitors may see: decided, and the organisation agreed to it."""
        return self.filter(state=Moderated.State.PUBLISHED, is_public=True)

    def unanswered(self):
        return self.filter(answered_at=None)

    def to_remind(self, now):
        """Asked two weeks ago, no answer, not reminded yet."""
        rows = self.unanswered().filter(reminded_at=None, anonymised_at=None)
        return rows.filter(asked_at__lte=now - REMIND_AFTER).exclude(email=None)

    def forget_people(self, now):
        return self.filter(anonymised_at=None, created_at__lt=now - KNOWN_FOR).anonymise(now)


def codes(name, choices):
    """Several of a few fixed values."""
    field = models.CharField(max_length=12, choices=choices)
    return ArrayField(field, verbose_name=name, default=list, blank=True)


def band(name):
    return models.CharField(name, max_length=6, choices=Band, blank=True)


class OrganisationProfile(Moderated, ByVisitor):
    """The answers of one organisation for one year.

    A row without an answer is a question: the organisation got its personal link. A second answer
    of the same year takes the place of the first and waits for a decision anew.
    """

    NEXT = {state: {*after, Moderated.State.PENDING} for state, after in Moderated.NEXT.items()}

    class Collected(models.TextChoices):
        SURVEY = "survey", _("by the personal link")
        INTERVIEW = "interview", _("in an interview")
        STAFF = "staff", _("by staff")

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="profiles", verbose_name=_("organisation")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    territory = models.ForeignKey(
        Territory,
        models.PROTECT,
        related_name="organisation_profiles",
        verbose_name=_("municipality"),
    )
    members_band = band(_("members"))
    volunteers_band = band(_("volunteers"))
    paid_staff_band = band(_("paid staff"))
    areas = codes(_("areas of work"), Area.choices)
    target_groups = codes(_("for whom"), Target.choices)
    municipality_cooperation = models.CharField(
        _("cooperation with the municipality"), max_length=10, choices=With, blank=True
    )
    support_received = codes(_("support from the municipality"), Support.choices)
    needs = models.TextField(_("what would help"), max_length=2000, blank=True)
    collected = models.CharField(
        _("how it was collected"), max_length=9, choices=Collected, default=Collected.SURVEY
    )
    is_public = models.BooleanField(_("may be shown with the name"), default=False)
    asked_at = models.DateTimeField(_("link sent"), null=True, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)

    objects = ProfileQuerySet.as_manager()

    owner_paths = ("organisation__partnership__pk", "organisation__owner_id")
    desk_fields = ("year", "territory", "areas", "needs", "is_public")
    decision_mails = {
        Moderated.State.RETURNED: "engage/mail/returned",
        Moderated.State.REJECTED: "engage/mail/rejected",
    }
    jobs = ("directory.profile_jobs.remind",)
    retention = (
        Kept(
            what=_("Who fills in the yearly profile of an organisation: name, e-mail"),
            purpose=_("to send the personal link and to ask when something is unclear"),
            how_long=_("12 months"),
            stays=_("the answers of the organisation"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
    )

    class Meta:
        default_permissions = ("add", "change", "delete", "view", "publish")
        verbose_name = _("organisation profile")
        verbose_name_plural = _("organisation profiles")
        ordering = ["-year", "organisation__name_lv", "pk"]
        constraints = [
            *ByVisitor.Meta.constraints,
            *Moderated.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="directory_organisationprofile_once",
                violation_error_message=_("This organisation has a profile for this year."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["pending", "published"]) | Q(answered_at__isnull=False),
                name="directory_organisationprofile_answered",
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2000, 2100)),
                name="directory_organisationprofile_year",
                violation_error_message=_("A year has four digits."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation}, {self.year}"

    def clean(self):
        self.email = (self.email or "").strip().lower() or None

    def my_url(self):
        """The form behind the personal link."""
        with translation.override(self.language):
            token = links.token(self, links.MANAGE)
            return settings.SITE_URL + reverse("directory:my_profile", args=[token])

    def get_areas_display(self):
        return ", ".join(self.names_of("areas"))

    def names_of(self, name):
        """The labels of a field with several values, in the order of the choices."""
        choices = self._meta.get_field(name).base_field.choices
        return [str(label) for value, label in choices if value in getattr(self, name)]


class Cooperation(models.Model):
    """Two organisations did something together in a year. It has no direction."""

    class Kind(models.TextChoices):
        PROJECT = "joint_project", _("joint project")
        SPACE = "shared_space", _("shared rooms")
        INFORMATION = "information", _("exchange of information")
        FUNDING = "funding", _("funding")
        OTHER = "other", pgettext_lazy("cooperation", "other")

    first = models.ForeignKey(
        Organisation, models.CASCADE, related_name="+", verbose_name=_("organisation")
    )
    second = models.ForeignKey(
        Organisation, models.CASCADE, related_name="+", verbose_name=_("other organisation")
    )
    kind = models.CharField(_("kind"), max_length=13, choices=Kind)
    year = models.PositiveSmallIntegerField(_("year"))

    class Meta:
        verbose_name = _("cooperation")
        verbose_name_plural = _("cooperations")
        ordering = ["year", "first", "second", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second", "kind", "year"], name="directory_cooperation_once"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="directory_cooperation_in_order",
                violation_error_message=_("An organisation does not cooperate with itself."),
            ),
        ]

    def __str__(self):
        return f"{self.first} – {self.second}, {self.get_kind_display()}, {self.year}"

    def save(self, *args, **kwargs):
        self.put_in_order()
        super().save(*args, **kwargs)

    def clean(self):
        self.put_in_order()

    def put_in_order(self):
        """The organisation with the smaller key stands first, whoever named whom."""
        if self.first_id and self.second_id and self.first_id > self.second_id:
            self.first_id, self.second_id = self.second_id, self.first_id
