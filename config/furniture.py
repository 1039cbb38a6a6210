"""What stands on every page around its content: the site's name, menus, contacts, who pays."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from core.caching.memory import MEMORY
from pages.models import Page, SiteProfile
from partnership.models import Partnership
from projects.models import SiteAcknowledgement


def furniture(request):
    """Context of every template; each part is read when a template first asks for it."""

    def lazy(read):
        return SimpleLazyObject(lambda: MEMORY.recall(request, read.__name__, read))

    return {
        "site": lazy(site),
        "host": lazy(host),
        "menu_pages": lazy(menu_pages),
        "site_acknowledgements": lazy(site_acknowledgements),
        "site_url": settings.SITE_URL,
        "map_tiles": settings.MAP_TILES,
    }


def site():
    return SiteProfile.objects.first() or SiteProfile()


def host():
    return Partnership.objects.host()


def menu_pages():
    rows = Page.objects.published().exclude(menu=Page.Menu.NONE)
    return list(rows.only("title", "slug", "menu"))


def site_acknowledgements():
    return list(SiteAcknowledgement.objects.select_related("fund", "rule"))
