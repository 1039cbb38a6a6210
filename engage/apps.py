from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.retention import MACHINES, Kept


class EngageConfig(AppConfig):
    name = "engage"
    verbose_name = _("What visitors send in")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks, folder, visitors, waiting  # noqa: F401 (registers the system checks)

        self.card = waiting.card
        self.retention = (
            Kept(
                what=_("Whatever you sent in and did not confirm by e-mail"),
                purpose=_("to wait for your confirmation"),
                how_long=_("72 hours, then it is deleted"),
                forget=visitors.forget_unconfirmed,
            ),
            Kept(
                what="mails in the folder of a site without a mail server",
                how_long="30 days",
                forget=folder.forget,
                whose=MACHINES,
            ),
        )
