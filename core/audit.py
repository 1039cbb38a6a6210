"""The log of sign-ins and rights: who, when, what; no passwords, codes or addresses."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """One sign-in, refused sign-in, or change of an account. Rows are never changed."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed-in", _("signed in")
        REFUSED = "refused", _("sign-in refused")
        SIGNED_OUT = "signed-out", _("signed out")
        PASSWORD = "password", _("password changed")
        SECOND_FACTOR = "second-factor", _("second factor changed")
        INVITED = "invited", _("invited")
        RIGHTS = "rights", _("rights changed")
        SESSION = "session", _("session ended")
        EXPORT = "export", _("personal data taken out")

    happened_at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    kind = models.CharField(_("what"), max_length=16, choices=Kind)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        verbose_name=_("who"),
        null=True,
        blank=True,
    )
    actor_name = models.CharField(_("who"), max_length=150, blank=True)
    subject_name = models.CharField(_("whose account"), max_length=150, blank=True)
    detail = models.CharField(_("details"), max_length=500, blank=True)  # English, see `told`
    about = models.JSONField(_("details"), default=dict, db_default={}, blank=True)

    class Meta:
        verbose_name = _("entry of the log")
        verbose_name_plural = _("log of sign-ins and rights")
        ordering = ["-happened_at", "-pk"]

    def __str__(self):
        return f"{self.happened_at:%Y-%m-%d %H:%M} {self.get_kind_display()}"

    @property
    def told(self):
        """The details in the reader's language.

        `detail` is a sentence of the source with places for `about`: there, lists are words to
        translate, and texts are names that stay as they are.
        """
        about = {
            name: ", ".join(map(gettext, value)) if isinstance(value, list) else value
            for name, value in self.about.items()
        }
        said = gettext(self.detail) if self.detail else ""
        return said % about if about else said
