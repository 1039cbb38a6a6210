"""Addresses of the old site as rows of `OldAddress`, so that no link from elsewhere breaks."""

from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import translation

from core.addresses import OldAddress, plain
from core.redirects import Site
from core.speaking import gettext as _
from moving.ledger import NEW, SAME
from projects.models import Theme

from .media import upload_path
from .rows import key_of

NUMBERS = {"post": "p", "page": "page_id"}
BASES = {"category": "category", "post_tag": "tag"}
LONGEST = OldAddress._meta.get_field("path").max_length


class OldAddresses:
    """Gathers the rows; `store` adds those that are new and changes none."""

    def __init__(self, moving):
        self.moving, self.rows = moving, {}

    def gather(self, groups, pages, terms):
        for entries in groups:
            known, key = self.moving.ledger, key_of(entries)
            if known.knows(key) and not known.exists(key):
                continue  # deleted here
            for entry in entries:
                self.add_page(entry, pages[entry.key])
        for attachment in self.moving.media.by_key.values():
            row = self.moving.media.stored.get(attachment.key)
            if row is not None and row.file:
                self.add_file(attachment, row)
        for taxonomy, nicename, theme in terms.pages():
            self.add_term(taxonomy, nicename, theme)

    def add_page(self, entry, row):
        """By its address and by its number; `target` only tells the language."""
        parts = urlsplit(entry.link)
        where = {"label": row._meta.label_lower, "object_id": row.pk}
        where["target"] = f"/{entry.language}/"
        self.add(f"/?{NUMBERS[entry.kind]}={entry.key}", **where)
        self.add(f"/?p={entry.key}", **where)
        if parts.path.strip("/"):
            self.add(parts.path, **where)

    def add_file(self, attachment, row):
        if self.moving.is_dry:
            return
        is_picture = hasattr(row, "focus_x")
        target = row.file.url if is_picture else row.get_absolute_url()
        self.add(f"/wp-content/uploads/{upload_path(attachment.file)}", target=target)
        self.add(f"/?attachment_id={attachment.key}", target=target)
        path = urlsplit(attachment.link).path
        if path.strip("/"):
            self.add(path, target=target)

    def add_term(self, taxonomy, nicename, key):
        theme = Theme.objects.filter(pk=key).first()
        if theme:
            with translation.override(self.moving.language):
                target = f"{reverse('news:post_list')}?theme={theme.slug}"
            self.add(f"/{BASES[taxonomy]}/{nicename}/", target=target)

    def add(self, path, **where):
        path = plain(path)
        if len(path) > LONGEST:
            self.moving.notes.add("address", path[:120])
        else:
            self.rows.setdefault(path, where)

    def store(self):
        """Only what is new: an address that staff led elsewhere stays as it is."""
        site = Site()
        known = set(OldAddress.objects.filter(path__in=self.rows).values_list("path", flat=True))
        fresh = {path: where for path, where in self.rows.items() if path not in known}
        taken = [path for path in fresh if not path.startswith("/?") and site.at(path)]
        for path in taken:
            del fresh[path]
            self.moving.notes.add("address", path)
        if not self.moving.is_dry:
            rows = [OldAddress(path=path, **where) for path, where in fresh.items()]
            OldAddress.objects.bulk_create(rows, ignore_conflicts=True)
        for outcome, number in ((NEW, len(fresh)), (SAME, len(known))):
            self.moving.notes.outcomes[_("Old addresses"), outcome] += number
