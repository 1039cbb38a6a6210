from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Pictures and accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks  # noqa: F401 (registers the system checks)
        from .accounts import audit  # noqa: F401 (listens to sign-ins)
        from .caching import tables
        from .exchange.formats import load_when_used
        from .keeping import RETENTION
        from .roles import make_groups

        self.retention = RETENTION
        load_when_used()
        # Permissions exist only after migrate has made them.
        post_migrate.connect(make_groups, sender=self, dispatch_uid="core.roles")
        post_migrate.connect(tables.install, sender=self, dispatch_uid="core.caching")
