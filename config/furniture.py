"""What stands on every page around its content: the site's name, menus, contacts, who pays."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from pages.models import Page, SiteProfile
from partnership.models import Partnership
from projects.models import SiteAcknowledgement


def furniture(request):
    """Context of every template; each part is read when a template first asks for it."""
    return {
        "site": SimpleLazyObject(lambda: SiteProfile.objects.first() or SiteProfile()),
        "host": SimpleLazyObject(lambda: Partnership.objects.host()),
        "menu_pages": SimpleLazyObject(
            lambda: list(
                Page.objects.published().exclude(menu=Page.Menu.NONE).only("title", "slug", "menu")
            )
        ),
        "site_acknowledgements": SimpleLazyObject(
            lambda: list(SiteAcknowledgement.objects.select_related("fund", "rule"))
        ),
        "site_url": settings.SITE_URL,
        "map_tiles": settings.MAP_TILES,
    }
