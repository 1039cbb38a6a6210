from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.retention import MACHINES, Kept


class LibraryConfig(AppConfig):
    name = "library"
    verbose_name = _("Library")

    def ready(self):
        from . import leftovers

        self.retention = (
            Kept(
                what="files of the library that neither an item nor its history names",
                how_long="two days, looked for once a day",
                forget=leftovers.forget,
                whose=MACHINES,
            ),
        )
