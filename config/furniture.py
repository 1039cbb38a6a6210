"""What stands on every page around its content: the site's name, menus, contacts, who pays."""

from django.apps import apps
from django.conf import settings
from django.db.models import Value
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from core.caching.memory import MEMORY
from pages.models import Page, SiteProfile
from partnership.models import Partnership
from projects.models import SiteAcknowledgement

# What people take part in: kind of content, its list, its name in the menu.
TAKING_PART = (
    ("ideas.Forum", "ideas:forum_list", _("Idea forums")),
    ("ideas.Ideathon", "ideas:ideathon_list", _("Ideathons")),
    ("directory.Community", "directory:community_list", _("Communities")),
    ("directory.Entry", "directory:entry_list", _("Businesses and organisations")),
    ("directory.Listing", "directory:listing_list", _("Offers and requests")),
)


def furniture(request):
    """Context of every template; each part is read when a template first asks for it."""

    def lazy(read):
        return SimpleLazyObject(lambda: MEMORY.recall(request, read.__name__, read))

    return {
        "menu_place": menu_place(request),
        "site": lazy(site),
        "host": lazy(host),
        "menu_pages": lazy(menu_pages),
        "taking_part": SimpleLazyObject(lambda: taking_part(request, lazy(kinds_with_pages))),
        "site_acknowledgements": lazy(site_acknowledgements),
        "site_url": settings.SITE_URL,
        "map_tiles": settings.MAP_TILES,
    }


def menu_place(request):
    """What the marks in the menu depend on: the kind of page, of a page in the menu its address;
    None for a page that is no view's."""
    match = getattr(request, "resolver_match", None)
    return match and (request.path if match.app_name == "pages" else match.view_name)


def site():
    return SiteProfile.objects.first() or SiteProfile()


def host():
    return Partnership.objects.host()


def menu_pages():
    rows = Page.objects.published().exclude(menu=Page.Menu.NONE)
    return list(rows.only("title", "slug", "menu"))


def kinds_with_pages():
    """Those kinds of what people take part in of which there is a public page."""
    first, *others = [
        apps.get_model(kind).objects.published().order_by().values_list(Value(kind))[:1]
        for kind, _list, _title in TAKING_PART
    ]
    return {kind for (kind,) in first.union(*others, all=True)}


def taking_part(request, kinds):
    """The entries of the menu for these kinds, each with what `aria-current` says of it."""
    entries = [
        {"address": reverse(name), "title": title}
        for kind, name, title in TAKING_PART
        if kind in kinds
    ]
    for entry in entries:
        is_inside = request.path.startswith(entry["address"])
        entry["current"] = is_inside and ("page" if request.path == entry["address"] else "true")
    return entries


def site_acknowledgements():
    return list(SiteAcknowledgement.objects.select_related("fund", "rule"))
