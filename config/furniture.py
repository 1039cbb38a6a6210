"""What stands on every page around its content: the site's name, menus, contacts, who pays."""

from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from core.caching.memory import MEMORY
from core.reading import Reading
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
    """Context of every template; it is read when a template first asks for a part of it."""

    def lazy(name):
        return SimpleLazyObject(lambda: around(request)[name])

    return {
        "menu_place": menu_place(request),
        "site": lazy("site"),
        "host": lazy("host"),
        "menu_pages": lazy("menu_pages"),
        "taking_part": SimpleLazyObject(lambda: taking_part(request)),
        "site_acknowledgements": lazy("site_acknowledgements"),
        "site_url": settings.SITE_URL,
        "map_tiles": settings.MAP_TILES,
    }


def menu_place(request):
    """What the marks in the menu depend on: the kind of page, of a page in the menu its address;
    None for a page that is no view's."""
    match = getattr(request, "resolver_match", None)
    return match and (request.path if match.app_name == "pages" else match.view_name)


def around(request):
    """The rows around the content, read once for each request; `site` and `host` are one row."""
    if not hasattr(request, "around_content"):
        request.around_content = MEMORY.recall(request, "furniture", read)
    return request.around_content


def read():
    found = READ()
    site, host = (next(iter(found[name]), None) for name in ("site", "host"))
    return found | {"site": site or SiteProfile(), "host": host}


def lists():
    pages = Page.objects.published().exclude(menu=Page.Menu.NONE)
    return {
        "site": SiteProfile.objects.order_by("pk").select_related("picture")[:1],
        "host": Partnership.objects.hosts()[:1],
        "menu_pages": pages.only("title", "slug", "menu"),
        "site_acknowledgements": SiteAcknowledgement.objects.select_related("fund", "rule"),
    } | {kind: one_page(kind) for kind, _list, _title in TAKING_PART}


def one_page(kind):
    """Whether there is a public page of a kind."""
    return apps.get_model(kind).objects.published().order_by().values_list("pk")[:1]


READ = Reading(lists)


def taking_part(request):
    """The entries of the menu of whose kind there is a page, with what `aria-current` says."""
    found = around(request)
    entries = [
        {"address": reverse(name), "title": title}
        for kind, name, title in TAKING_PART
        if found[kind]
    ]
    for entry in entries:
        is_inside = request.path.startswith(entry["address"])
        entry["current"] = is_inside and ("page" if request.path == entry["address"] else "true")
    return entries
