from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from core.retention import MACHINES, Kept


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import feed, lookups, misses  # noqa: F401 (registers the lookup)

        self.retention = (
            Kept(
                what=_("Words that were looked for in vain, with the day"),
                purpose=_("to see what the site lacks; who looked is not kept"),
                how_long=_("90 days"),
                forget=lambda model, now: misses.forget(),
            ),
            Kept(
                what=_("changes that the search index has taken over"),
                how_long=_("a week"),
                forget=lambda model, now: feed.forget(),
                whose=MACHINES,
            ),
        )
        # The triggers follow from what the models declare, so every migrate puts them right.
        post_migrate.connect(feed.install, sender=self, dispatch_uid="search.feed")
