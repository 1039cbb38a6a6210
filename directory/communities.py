"""The register of communities: who they are, where, who leads and who supports them."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.content import Content, ContentQuerySet
from events.models import Event
from library.models import Item
from partnership.models import Organisation, Territory
from projects.models import Project

from .contacts import ContactPoint

VERIFIED_FOR = timedelta(days=365)


class CommunityQuerySet(ContentQuerySet):
    def with_relations(self):
        rows = super().with_relations().select_related("territory")
        return rows.prefetch_related("entries")

    def with_details(self):
        """Its needs and resources are read with the lists of its page."""
        rows = super().with_relations().select_related("territory", "supporter")
        return rows.select_related("leader__person")

    def not_verified(self, today=None):
        """Communities that nobody has called right for 12 months."""
        before = (today or timezone.localdate()) - VERIFIED_FOR
        return self.filter(Q(verified_on=None) | Q(verified_on__lte=before))


class Community(Content):
    """A community of people in one place, with what it needs and what it has.

    `verified_on` is the day on which its leader or the staff said that all is still right; saving
    and importing do not touch it. Coordinates are the middle of the place, rounded to about a
    kilometre, so that they lead to nobody's door.
    """

    territory = models.ForeignKey(
        Territory,
        models.PROTECT,
        related_name="communities",
        verbose_name=_("municipality"),
        help_text=_("As it is or was when the community was entered; old names find today’s."),
    )
    settlement = models.CharField(
        _("settlement"), max_length=120, blank=True, help_text=_("Parish, village or street.")
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    projects = models.ManyToManyField(
        Project, related_name="communities", verbose_name=_("projects"), blank=True
    )
    events = models.ManyToManyField(
        Event, related_name="communities", verbose_name=_("events"), blank=True
    )
    stories = models.ManyToManyField(
        Item,
        related_name="communities",
        verbose_name=_("stories"),
        blank=True,
        help_text=_("Films and works of the library that tell about the community."),
    )
    supporter = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        related_name="supported_communities",
        verbose_name=_("supporter"),
        null=True,
        blank=True,
        help_text=_("The organisation that helps the community."),
    )
    leader = models.ForeignKey(
        ContactPoint,
        models.SET_NULL,
        related_name="communities",
        verbose_name=_("contact of the leader"),
        null=True,
        blank=True,
        help_text=_("Visitors write by a form; the address itself is shown to nobody."),
    )
    leader_name = models.CharField(_("name of the leader"), max_length=150, blank=True)
    leader_name_public = models.BooleanField(_("show the name"), default=False)
    website = models.URLField(_("web site"), blank=True)
    verified_on = models.DateField(_("verified"), null=True, blank=True, editable=False)

    objects = CommunityQuerySet.as_manager()

    public_fields = (
        *(*Content.public_fields, "territory", "settlement", "latitude", "longitude"),
        *("projects", "supporter", "website", "verified_on"),
    )
    data_forms = ("csv", "xlsx", "json", "jsonld", "geojson", "atom")
    list_class = "directory.community_filters.CommunityList"
    project_figures = "directory.community_project_figures.groups"
    search_fields = (
        *(*Content.search_fields, "settlement", "territory__name"),
        *("territory__predecessors__name", "territory__successors__name", "supporter__name"),
        *("entries__title", "projects__title"),
    )

    class Meta(Content.Meta):
        verbose_name = _("community")
        verbose_name_plural = _("communities")
        constraints = [
            *Content.Meta.constraints,
            models.UniqueConstraint(
                fields=["territory", "title_lv"],
                name="directory_community_once",
                violation_error_message=_("This municipality has a community of that name."),
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="directory_community_point",
                violation_error_message=_("A point needs both latitude and longitude."),
            ),
        ]

    @property
    def dye(self):
        return "pine"

    @property
    def is_verified(self):
        """Whether somebody called it right within 12 months."""
        day = self.verified_on
        return day is not None and day > timezone.localdate() - VERIFIED_FOR

    @property
    def shown_leader(self):
        """The name of the leader, when it may be shown."""
        return self.leader_name if self.leader_name_public else ""

    @property
    def counts(self):
        """{"resources", "needs"}: how many visitors see, of needs those that are not met."""
        entries = [each for each in self.entries.all() if each.is_public]
        return {
            "resources": sum(each.is_there for each in entries),
            "needs": sum(each.is_open for each in entries),
        }
