"""Free pages, the glossary, and what the site says about itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.content import Content, Term
from core.fields import RichText


class Page(Content):
    """A page with its own place in the menu or the footer: about, privacy, accessibility."""

    class Menu(models.TextChoices):
        NONE = "", _("in no menu")
        HEAD = "head", _("in the main menu")
        FOOT = "foot", _("at the foot of the page")

    menu = models.CharField(_("menu"), max_length=4, choices=Menu, default=Menu.NONE, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    public_fields = (*Content.public_fields, "menu")

    class Meta(Content.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["position", "pk"]


class GlossaryTerm(Term):
    """A word that needs explaining, such as “smart village”; project pages show its meaning."""

    definition = RichText(_("definition"))
    source = models.CharField(_("source"), max_length=250, blank=True)

    translated_fields = (*Term.translated_fields, "definition", "source")
    public_fields = (*Term.public_fields, "definition", "source")

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["name_lv"]


class SiteProfile(models.Model):
    """The site's name, what its first page says, and the line at its foot; there is one row."""

    name = models.CharField(_("name of the site"), max_length=100)
    tagline = models.CharField(_("tagline"), max_length=150, blank=True)
    headline = models.CharField(_("headline of the first page"), max_length=120, blank=True)
    lead = models.TextField(_("introduction of the first page"), blank=True)
    picture = models.ForeignKey(
        "core.Image",
        models.PROTECT,
        related_name="+",
        verbose_name=_("picture of the first page"),
        null=True,
        blank=True,
    )
    about = models.TextField(_("who we are, at the foot of every page"), blank=True)
    copyright_since = models.PositiveSmallIntegerField(
        _("copyright since"), null=True, blank=True, help_text=_("Year.")
    )

    translated_fields = ("name", "tagline", "headline", "lead", "about")

    class Meta:
        verbose_name = _("site profile")
        verbose_name_plural = _("site profile")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1),
                name="pages_siteprofile_one_row",
                violation_error_message=_("There can be only one site profile."),
            )
        ]

    def __str__(self):
        return self.name or ""

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)
