"""What communities need and what they have, in seven fixed categories."""

from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.content import SLUG_LENGTH
from core.text import alphabetical
from projects.models import Project

from .communities import Community


class EntryQuerySet(models.QuerySet):
    def published(self):
        """Entries that visitors may see; every public list and count of entries starts here."""
        communities = Community.objects.published().order_by().values("pk")
        return self.filter(**self.model.public_if, community__in=communities)

    def resources(self):
        """What is there to be used; what is gone is left out."""
        rows = self.filter(kind=CommunityEntry.Kind.RESOURCE)
        return rows.exclude(status=CommunityEntry.Status.GONE)

    def needs(self):
        return self.filter(kind=CommunityEntry.Kind.NEED)

    def with_relations(self):
        return self.select_related("community__territory")


class CommunityEntry(models.Model):
    """One need or resource of a community, as the workshop or its leader told it.

    People are entered as what they can do (“3 home producers”), never by name. `slug` names the
    entry in tables, so that the same sheet may be imported again.
    """

    class Kind(models.TextChoices):
        NEED = "need", _("need")
        RESOURCE = "resource", _("resource")

    class Category(models.TextChoices):
        PEOPLE = "people", _("people and skills")
        PLACES = "places", _("places and rooms")
        EQUIPMENT = "equipment", _("tools and equipment")
        GROUPS = "groups", _("groups and associations")
        BUSINESS = "business", pgettext_lazy("category", "businesses")
        NATURE = "nature", _("nature")
        CULTURE = "culture", _("culture and traditions")

    class Terms(models.TextChoices):
        FREE = "free", _("free of charge")
        AGREEMENT = "by_agreement", _("by agreement")
        PAID = "paid", _("for payment")

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("need", "open")
        IN_PROGRESS = "in_progress", pgettext_lazy("need", "being worked on")
        SOLVED = "solved", pgettext_lazy("need", "solved")
        AVAILABLE = "available", pgettext_lazy("resource", "available")
        LIMITED = "limited", pgettext_lazy("resource", "limited")
        GONE = "gone", pgettext_lazy("resource", "no longer there")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("everybody")
        STAFF = "staff", _("staff of this site")

    community = models.ForeignKey(
        Community, models.CASCADE, related_name="entries", verbose_name=_("community")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    category = models.CharField(_("category"), max_length=9, choices=Category)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), blank=True)
    status = models.CharField(_("state"), max_length=11, choices=Status)
    terms = models.CharField(
        pgettext_lazy("of a resource", "terms"),
        max_length=12,
        choices=Terms,
        blank=True,
        help_text=_("Of a resource only."),
    )
    solved_by = models.ForeignKey(
        Project,
        models.SET_NULL,
        related_name="solved_needs",
        verbose_name=_("solved by"),
        null=True,
        blank=True,
        help_text=_("The project that met the need."),
    )
    visibility = models.CharField(
        _("who may see it"), max_length=6, choices=Visibility, default=Visibility.PUBLIC
    )
    verified_on = models.DateField(_("verified"), null=True, blank=True, editable=False)
    slug = models.SlugField(
        _("name in tables"), max_length=SLUG_LENGTH, unique=True, null=True, blank=True
    )

    objects = EntryQuerySet.as_manager()

    public_if = {"visibility": Visibility.PUBLIC}
    translated_fields = ("title", "text")
    public_fields = ("community", "category", "title", "text", "status", "terms", "verified_on")
    search_fields = ("title", "text", "community__title")
    data_forms = ("csv", "xlsx", "json")
    list_class = "directory.community_filters.ResourceList"
    owner_paths = ("community__owner_id",)

    class Meta:
        verbose_name = _("need or resource")
        verbose_name_plural = _("needs and resources")
        ordering = ["category", "title_lv", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="need", status__in=["open", "in_progress", "solved"])
                | Q(kind="resource", status__in=["available", "limited", "gone"]),
                name="directory_communityentry_status_fits",
                violation_error_message=_("This state does not fit the kind."),
            ),
            models.CheckConstraint(
                condition=Q(kind="resource") | Q(terms=""),
                name="directory_communityentry_terms",
                violation_error_message=_("Only resources have terms."),
            ),
            models.CheckConstraint(
                condition=Q(status="solved") | Q(solved_by=None),
                name="directory_communityentry_solved",
                violation_error_message=_("Only a solved need names the project that solved it."),
            ),
        ]

    def __str__(self):
        return self.title or ""

    def save(self, *args, **kwargs):
        self.slug = self.slug or self.free_slug()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return self.url_in(get_language())

    def free_slug(self):
        """Made from community and title; of equal ones the later gets a number."""
        stem = entry_slug(self.community.slug_lv, self.title_lv)
        slug, number = stem, 1
        while type(self).objects.filter(slug=slug).exists():
            number += 1
            slug = f"{stem}-{number}"
        return slug

    def url_in(self, language):
        return f"{self.community.url_in(language)}#{self.anchor}"

    @property
    def is_public(self):
        """Whether visitors see it where they see its community; the same rule as `public_if`."""
        return self.visibility == self.Visibility.PUBLIC

    @property
    def is_there(self):
        """Whether it is a resource that can still be used."""
        return self.kind == self.Kind.RESOURCE and self.status != self.Status.GONE

    @property
    def is_open(self):
        """Whether it is a need that is not met."""
        return self.kind == self.Kind.NEED and self.status != self.Status.SOLVED

    @property
    def public_solution(self):
        """The project that met the need, when visitors may see it."""
        project = self.solved_by
        return project if project and project.is_published else None

    @property
    def order(self):
        """Categories in their fixed order, titles in that of the alphabet; solved needs last."""
        place = list(self.Category).index(self.category)
        return place, self.status == self.Status.SOLVED, alphabetical(self.title or "")

    @property
    def anchor(self):
        """Where the entry stands on the page of its community."""
        return f"entry-{self.pk}"


def entry_slug(community_slug, title):
    """How an entry is named in tables unless the table says otherwise."""
    return slugify(f"{community_slug or ''} {title or ''}")[: SLUG_LENGTH - 4].strip("-")
