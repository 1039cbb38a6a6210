"""Partnerships: local action groups and their like, each with a page, an area and an office."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.content import Content, ContentQuerySet

from .offices import Office, OpeningHours, Phone  # noqa: F401 (Django finds an app's models here)
from .organisations import Organisation, OrganisationName, Person  # noqa: F401
from .territories import Gazetteer, Succession, Territory  # noqa: F401


class PartnershipQuerySet(ContentQuerySet):
    def with_relations(self):
        return super().with_relations().select_related("organisation").prefetch_related("area")

    def host(self):
        """This site's own partnership with its offices; None before one is chosen."""
        return self.hosts().first()

    def hosts(self):
        """As a QuerySet."""
        rows = self.published().filter(is_host=True).select_related("organisation")
        offices = "organisation__offices"
        return rows.prefetch_related("area", f"{offices}__phones", f"{offices}__hours")


class Partnership(Content):
    """The page of a partnership. The body behind it is an `Organisation`, as for any partner."""

    organisation = models.OneToOneField(
        Organisation,
        models.PROTECT,
        related_name="partnership",
        verbose_name=_("organisation"),
    )
    slogan = models.CharField(_("slogan"), max_length=200, blank=True)
    area = models.ManyToManyField(
        Territory,
        related_name="partnerships",
        verbose_name=_("area"),
        blank=True,
        help_text=_("The municipalities, parishes and towns where the partnership works."),
    )
    is_host = models.BooleanField(
        _("this site's own partnership"),
        default=False,
        help_text=_("Its contacts stand at the foot of every page. There can be only one."),
    )

    objects = PartnershipQuerySet.as_manager()

    translated_fields = (*Content.translated_fields, "slogan")
    public_fields = (*Content.public_fields, "organisation", "slogan", "area")
    list_class = "partnership.filters.PartnershipList"
    search_fields = (
        *(*Content.search_fields, "organisation__name", "organisation__earlier_names__name"),
        *("area__name", "area__predecessors__name"),
    )
    owner_paths = ("pk",)

    class Meta(Content.Meta):
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["title_lv"]
        constraints = [
            *Content.Meta.constraints,
            models.UniqueConstraint(
                fields=["is_host"],
                condition=models.Q(is_host=True),
                name="partnership_partnership_one_host",
                violation_error_message=_("Another partnership is already this site's own."),
            ),
        ]

    @property
    def dye(self):
        return "sea"
