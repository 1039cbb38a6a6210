"""What people teach the search, and what they looked for in vain."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Synonyms(models.Model):
    """Words and expressions that mean the same: whoever looks for one finds all."""

    words = models.TextField(
        _("words"),
        help_text=_("One expression on a line, in any language, such as: VRG – LAG."),
    )

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self):
        return " = ".join(self.expressions)

    @property
    def expressions(self):
        return [line.strip() for line in self.words.splitlines() if line.strip()]


class Miss(models.Model):
    """Words that found nothing, and how often on one day; nothing is known of who looked."""

    day = models.DateField(_("day"))
    words = models.CharField(_("words"), max_length=100)
    number = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("search without results")
        verbose_name_plural = _("searches without results")
        ordering = ["-day", "-number", "words"]
        constraints = [models.UniqueConstraint(fields=["day", "words"], name="search_miss_once")]

    def __str__(self):
        return self.words
