"""What stands at an address of this site today, and where an old address leads a visitor."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from .addresses import OldAddress, plain, with_or_without_slash
from .content import content_models

UNTOUCHED = ("/admin/", "/static/", "/media/")


def redirect_from(request):
    """The answer that leads from an old address to its page; None when there is nothing to show.

    Costs one question to the database, on addresses that lead nowhere otherwise. What is not
    public stays hidden. Browsers ask each time: one that kept the answer would run in a circle
    once the page is renamed back, and would not learn that it was taken down.
    """
    if request.method not in ("GET", "HEAD") or request.path_info.startswith(UNTOUCHED):
        return None
    asked = asked_addresses(request)
    rows = OldAddress.objects.filter(path__in=asked)
    found = min(rows, key=lambda row: asked.index(row.path), default=None)
    address = found and public_address(found)
    if not address or plain(address) in asked:
        return None
    response = HttpResponsePermanentRedirect(address)
    patch_cache_control(response, no_cache=True)
    return response


def asked_addresses(request):
    """How the asked address may be written down, the most exact way first."""
    path = plain(request.path_info)
    query = plain(request.META.get("QUERY_STRING", "").encode("latin-1", "replace"))
    exact = with_or_without_slash(f"{path}?{query}") if query else []
    return [*exact, *with_or_without_slash(path)]


def public_address(row):
    """Where an old address leads a visitor; empty when that is not public."""
    if not row.label:
        return row.target if is_on_site(row.target) else ""
    page = page_of(row, "published")
    return page.url_in(row.language) if page else ""


def page_of(row, which="all"):
    """The page that a row with `label` and `object_id` points to, or None."""
    try:
        pages = getattr(apps.get_model(row.label).objects, which)()
    except (LookupError, ValueError):
        return None
    return pages.filter(pk=row.object_id).first()


def is_on_site(address):
    """Whether a browser that is sent to `address` stays on this site."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)


def own_part(address):
    """Path and query of an address of this site; None when it is another site's or no address."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname
    except ValueError:
        return None
    is_web = parts.scheme in ("http", "https") and host in settings.ALLOWED_HOSTS
    if (parts.scheme or parts.netloc) and not is_web:
        return None
    found = "/" + parts.path.removeprefix("/") + (f"?{parts.query}" if parts.query else "")
    return found if is_on_site(found) else None


@dataclass
class Place:
    """What stands at an address: a page (`label`, `pk`), or another view (`match`)."""

    label: str = ""
    pk: int | None = None
    is_public: bool = True
    match: object = None


class Site:
    """The addresses of this site as they are now: its pages, read once, and its other views."""

    def __init__(self):
        self.by_slug, self.by_key, self.details = {}, {}, set()
        slugs = [f"slug_{code}" for code in settings.MODELTRANSLATION_LANGUAGES]
        for model in content_models():
            name = f"{model._meta.app_label}:{model._meta.model_name}_detail"
            public = set(model.objects.published().values_list("pk", flat=True))
            for pk, *names in model.objects.values_list("pk", *slugs):
                place = Place(model._meta.label_lower, pk, pk in public)
                self.by_key[place.label, pk] = place
                self.by_slug |= {(name, slug): place for slug in names if slug}
            self.details.add(name)

    def at(self, address):
        """The `Place` at an own path, with or without its last slash; None: nothing."""
        path = unquote(urlsplit(address).path)
        language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
        with translation.override(language):
            for each in with_or_without_slash(path):
                try:
                    match = resolve(each)
                except Resolver404:
                    continue
                return self.place(match)
        return None

    def place(self, match):
        if match.view_name in self.details:
            return self.by_slug.get((match.view_name, match.kwargs["slug"]))
        return Place(match=match)


class Destinations:
    """Turns addresses that people type into rows of `OldAddress`."""

    def __init__(self):
        self.site = Site()
        self.kept = {row.path: row for row in OldAddress.objects.all()}

    def kept_at(self, path):
        """The row of an old address, however its last slash is written; None: no such row."""
        return next(filter(None, map(self.kept.get, with_or_without_slash(path))), None)

    def old_path(self, address):
        """The path of an old address; of a full one, the host is left out."""
        text = address.strip()
        try:
            parts = urlsplit(f"//{text}" if text.lower().startswith("www.") else text)
        except ValueError:
            parts = None
        if not text or parts is None:
            raise ValidationError(_("This is not an address."))
        path = plain("/" + parts.path.lstrip("/") + (f"?{parts.query}" if parts.query else ""))
        if len(path) > OldAddress._meta.get_field("path").max_length:
            raise ValidationError(_("The old address is too long."))
        if path.startswith(UNTOUCHED) or self.site.at(path.partition("?")[0]):
            raise ValidationError(_("The site shows a page of its own at this old address."))
        return path

    def row(self, path, address):
        """The unsaved row that leads from `path` to a page or another address of this site."""
        own = own_part(address) if address.strip() else None
        if own is None or len(own) > OldAddress._meta.get_field("target").max_length:
            raise ValidationError(_("The new address is not an address of this site."))
        place = None if own.startswith(UNTOUCHED) else self.site.at(own)
        renamed = self.kept_at(plain(own))
        if place is None and renamed is None:
            raise ValidationError(_("There is no page at the new address."))
        if place is None:
            place = Place(renamed.label, renamed.object_id)
            own = own if renamed.label else renamed.target
        return OldAddress(path=path, label=place.label, object_id=place.pk, target=own)
