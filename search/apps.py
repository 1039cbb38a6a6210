from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import feed, lookups  # noqa: F401 (registers the lookup)

        # The triggers follow from what the models declare, so every migrate puts them right.
        post_migrate.connect(feed.install, sender=self, dispatch_uid="search.feed")
