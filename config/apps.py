from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConfigConfig(AppConfig):
    name = "config"
    verbose_name = _("Set-up")

    def ready(self):
        from .threads import keep_in_threads

        keep_in_threads()
