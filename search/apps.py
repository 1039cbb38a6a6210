from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import feed, lookups, misses  # noqa: F401 (registers the lookup)

        self.retention = (
            ("searches without results, 90 days", misses.forget),
            ("changes that the search index has taken over, a week", feed.forget),
        )
        # The triggers follow from what the models declare, so every migrate puts them right.
        post_migrate.connect(feed.install, sender=self, dispatch_uid="search.feed")
