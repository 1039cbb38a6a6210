"""The check of all links: gathers, asks, and replaces what the last check found, as a whole."""

import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from core.addresses import OldAddress, plain, with_or_without_slash
from core.library import Document, Image
from core.links import BrokenLink
from core.prose import references
from core.redirects import Site, own_part, public_address

from . import fetching
from .sources import sources

SITES_AT_ONCE = 8
PAUSE = 1  # seconds between two questions to the same site
FEW = 3  # sites; when more were asked and none answered, our own connection is down
Reason = BrokenLink.Reason


def check_links(told=lambda done, all_links: None):
    """Check every link and store what is broken; returns {"links", "broken", "healed"}.

    Nothing is written before everything is known, so an interrupted check loses nothing.
    `told` is called with the progress.
    """
    found = sources()
    urls = dict.fromkeys(source.url for source in found)
    inside = Inside()
    outside = [url for url in urls if is_outside(url)]
    reasons = {url: inside.trouble(url) for url in urls if url not in set(outside)}
    reasons |= ask_outside(outside, lambda done: told(len(urls) - len(outside) + done, len(urls)))
    broken = [(source, reasons[source.url]) for source in found if reasons.get(source.url)]
    return {"links": len(urls), **store(broken, unknown=set(urls) - set(reasons))}


def is_outside(url):
    return url.lower().startswith(("http://", "https://")) and own_part(url) is None


class Inside:
    """Judges the links within the site without asking it over the network."""

    def __init__(self):
        self.site = Site()
        self.old = {row.path: row for row in OldAddress.objects.all()}
        self.files = {
            kind: set(model.objects.values_list("pk", flat=True))
            for kind, model in (("picture", Image), ("document", Document))
        }

    def trouble(self, url):
        """The `Reason` why visitors do not get there, or an empty text."""
        if url.startswith(("#", "mailto:", "tel:")):
            return ""
        path = own_part(url)
        if path is None or not (url.startswith("/") or "://" in url):
            return Reason.ADDRESS
        if reference := references.parts(path.partition("?")[0]):
            return self.trouble_with(*reference)
        for start, storage in (("/static/", staticfiles_storage), ("/media/", default_storage)):
            if path.startswith(start):
                name = unquote(urlsplit(path).path.removeprefix(start))
                return "" if exists(storage, name) else Reason.MISSING
        place = self.site.at(path)
        if place is None:
            return "" if self.leads_on(path) else Reason.MISSING
        return "" if place.is_public else Reason.HIDDEN

    def trouble_with(self, kind, key):
        if kind in self.files:
            return "" if key in self.files[kind] else Reason.MISSING
        place = self.site.by_key.get((kind, key))
        if place is None:
            return Reason.MISSING
        return "" if place.is_public else Reason.HIDDEN

    def leads_on(self, path):
        forms = [
            *with_or_without_slash(plain(path)),
            *with_or_without_slash(plain(path.partition("?")[0])),
        ]
        row = next(filter(None, map(self.old.get, forms)), None)
        return row is not None and bool(public_address(row))


def exists(storage, name):
    try:
        return storage.exists(name)
    except (SuspiciousFileOperation, ValueError, OSError):
        return False


def ask_outside(urls, told=lambda done: None):
    """{url: reason or empty} of addresses elsewhere; several sites at once, each slowly.

    Empty when no site answers at all: then our own connection is down and nothing is known.
    """
    by_site = defaultdict(list)
    for url in urls:
        by_site[urlsplit(url).netloc.lower()].append(url)
    reasons = {}
    with ThreadPoolExecutor(SITES_AT_ONCE) as pool:
        for job in as_completed([pool.submit(ask_site, each) for each in by_site.values()]):
            reasons |= job.result()
            told(len(reasons))
    silent = {Reason.SILENT, Reason.NO_SITE}
    is_offline = len(by_site) > FEW and set(reasons.values()) <= silent
    return {} if is_offline else reasons


def ask_site(urls):
    reasons = {}
    for number, url in enumerate(urls):
        time.sleep(PAUSE if number else 0)
        reasons[url] = fetching.trouble(url)
    return reasons


@transaction.atomic
def store(broken, unknown=frozenset()):
    """Replace the rows by what was found now; rows of `unknown` addresses stay as they are."""
    now = timezone.now()
    old = {key_of(row): row for row in BrokenLink.objects.exclude(url__in=unknown)}
    rows = {}
    for source, reason in broken:
        before = old.get(key_of(source))
        is_certain = fetching.is_clear(reason) or before is not None
        rows[key_of(source)] = BrokenLink(
            **vars(source) | {"url": source.url[:2000]},
            reason=reason,
            is_certain=is_certain,
            first_seen_at=before.first_seen_at if before else now,
            checked_at=now,
        )
    BrokenLink.objects.filter(pk__in=[row.pk for row in old.values()]).delete()
    BrokenLink.objects.bulk_create(rows.values())
    healed = [row for key, row in old.items() if row.is_certain and key not in rows]
    certain = sum(row.is_certain for row in rows.values())
    return {"broken": certain, "healed": len(healed), "unknown": len(unknown)}


def key_of(link):
    return link.url[:2000], link.label, link.object_id, link.field
