"""What people teach the search, and what they looked for in vain."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_EXPRESSION = 80  # letters


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
        lines = (" ".join(line.split()) for line in self.words.splitlines())
        return list(dict.fromkeys(filter(None, lines)))

    def clean(self):
        """A group says something, briefly, and no other group says it too."""
        own = self.expressions
        self.words = "\n".join(own)
        if len({each.casefold() for each in own}) < 2:
            raise wrong(_("Write at least two expressions, each on a line of its own."))
        if long := [each for each in own if len(each) > LONGEST_EXPRESSION]:
            told = _("An expression has at most 80 letters: “%(words)s” has more.")
            raise wrong(told, words=long[0])
        known = {each.casefold() for each in own}
        for other in Synonyms.objects.exclude(pk=self.pk):
            if twice := [each for each in other.expressions if each.casefold() in known]:
                told = _("“%(words)s” stands in another group already: %(group)s")
                raise wrong(told, words=twice[0], group=other)


def wrong(told, **params):
    return ValidationError({"words": ValidationError(told, params=params)})


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
