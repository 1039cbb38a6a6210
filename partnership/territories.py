"""Territories as a tree with a memory: an old municipality leads to the one that took it over."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.content import Term
from core.reading import Reading


class TerritoryQuerySet(models.QuerySet):
    def current(self):
        """Territories that exist today."""
        return self.filter(valid_to=None)


class Territory(Term):
    """A place of any level, from a country to a village, with the time in which it existed.

    Codes: ISO 3166-1 for countries, ISO 3166-2 for regions and municipalities,
    ATVK where Latvia's register has one. `position` is not used for order; names are.
    """

    class Kind(models.TextChoices):
        COUNTRY = "country", _("country")
        REGION = "region", _("region")
        STATE_CITY = "state_city", _("state city")
        MUNICIPALITY = "municipality", _("municipality")
        PARISH = "parish", _("parish")
        TOWN = "town", pgettext_lazy("kind of territory", "town")
        PLACE = "place", _("village or neighbourhood")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="children",
        verbose_name=_("part of"),
        null=True,
        blank=True,
    )
    code = models.CharField(
        _("code"), max_length=12, blank=True, help_text=_("ISO 3166 code, such as LV-062.")
    )
    register_code = models.CharField(
        _("register code"), max_length=12, blank=True, help_text=_("ATVK code, for Latvia.")
    )
    valid_from = models.DateField(_("exists from"), null=True, blank=True)
    valid_to = models.DateField(
        _("existed until"), null=True, blank=True, help_text=_("Empty: it exists today.")
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    successors = models.ManyToManyField(
        "self",
        through="Succession",
        through_fields=("predecessor", "successor"),
        symmetrical=False,
        related_name="predecessors",
        verbose_name=_("successors"),
    )

    objects = TerritoryQuerySet.as_manager()

    public_fields = (*Term.public_fields, "kind", "code", "valid_from", "valid_to")

    class Meta:
        verbose_name = _("territory")
        verbose_name_plural = _("territories")
        ordering = ["name_lv"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to=None)
                | models.Q(valid_from=None)
                | models.Q(valid_to__gt=models.F("valid_from")),
                name="partnership_territory_ends_after_start",
                violation_error_message=_("The end must be after the start."),
            )
        ]


class Succession(models.Model):
    """One territory took over another, whole or in part (`is_split`: there were several heirs)."""

    predecessor = models.ForeignKey(
        Territory, models.CASCADE, related_name="heirs", verbose_name=_("earlier territory")
    )
    successor = models.ForeignKey(
        Territory, models.CASCADE, related_name="sources", verbose_name=_("later territory")
    )
    is_split = models.BooleanField(_("only a part"), default=False)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="partnership_succession_once"
            )
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"


def everything():
    return {
        "territories": Territory.objects.all(),
        "heirs": Succession.objects.values_list("predecessor", "successor"),
    }


EVERYTHING = Reading(everything)


class Gazetteer:
    """All territories and their links in memory: one query, then no more.

    `closure(pk)` is what a thing placed at a territory can be found under: the territory,
    its heirs, and whatever these are part of.
    """

    def __init__(self):
        found = EVERYTHING()
        self.by_pk = {each.pk: each for each in found["territories"]}
        self.by_slug = {each.slug: each for each in self.by_pk.values()}
        self.heirs, self.children, self._closures = {}, {}, {}
        for earlier, later in found["heirs"]:
            self.heirs.setdefault(earlier, []).append(later)
        for each in self.by_pk.values():
            self.children.setdefault(each.parent_id, []).append(each)

    def closure(self, pk):
        if pk not in self._closures:
            self._closures[pk] = reached(pk, self.above)
        return self._closures[pk]

    def above(self, pk):
        parent = self.by_pk[pk].parent_id
        return [*([parent] if parent else []), *self.heirs.get(pk, ())]

    def meant_by(self, pk):
        """What a visitor who picks this territory means: an old one means its heirs too."""
        return reached(pk, lambda each: self.heirs.get(each, ()))


def reached(start, steps):
    """Everything that can be reached from `start`; ends even where somebody made a circle."""
    found, waiting = {start}, [start]
    while waiting:
        new = set(steps(waiting.pop())) - found
        found |= new
        waiting += new
    return found
