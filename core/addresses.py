"""Addresses that pages had before, here or on an earlier web site, and where they lead now."""

import unicodedata
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _


class OldAddress(models.Model):
    """An address that leads to a page of this site (`label`, `object_id`) or to `target`.

    `path` is written as `plain()` gives it; it starts with a slash and may carry a query, such
    as `/index.php?id=12`. Of a row that leads to a page, `target` only tells the language.
    """

    path = models.CharField(_("old address"), max_length=500, unique=True)
    label = models.CharField(max_length=80, blank=True)
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    target = models.CharField(
        _("leads to"),
        max_length=500,
        blank=True,
        help_text=_("An address of this site, such as /lv/projekti/viedie-ciemi/."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering = ["path"]
        indexes = [models.Index(fields=["label", "object_id"], name="core_oldaddress_of")]

    def __str__(self):
        return self.path

    @property
    def language(self):
        """In which language the page is shown: as the new address, else the old one, says."""
        named = map(translation.get_language_from_path, (self.target, self.path))
        return next(filter(None, named), settings.LANGUAGE_CODE)

    def leads_where(self, other):
        """Whether a visitor comes to the same place by `other`."""
        same = (self.label, self.object_id) == (other.label, other.object_id)
        return same and (
            self.language == other.language if self.label else self.target == other.target
        )


def plain(address):
    """An address as `OldAddress.path` holds it: readable letters, lower case.

    Old sites percent-encoded in UTF-8 or in Windows-1257, and many did not heed capitals.
    """
    data = unquote_to_bytes(address)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("cp1257", "replace")
    return unicodedata.normalize("NFC", text.replace("\0", "")).lower()


def with_or_without_slash(path):
    """Both ways to write a path, the given one first; a query stays behind it."""
    path, mark, query = path.partition("?")
    other = path.rstrip("/") if path.endswith("/") else f"{path}/"
    return [each + mark + query for each in dict.fromkeys((path, other or "/"))]


def addresses_of(page):
    """Where the page stands, in each language in which it has an address."""
    found = []
    for language in settings.MODELTRANSLATION_LANGUAGES:
        with translation.override(language):
            found += [plain(page.get_absolute_url())] if page.slug else []
    return found


def remember(page):
    """Keep the addresses that a public page is about to lose; called before it is saved.

    Rows point to the page and not to its address, so that no chain can arise. An address
    that a public page takes is no longer an old one.
    """
    stored = type(page)._default_manager.filter(pk=page.pk).first() if page.pk else None
    today = addresses_of(page)
    if stored and stored.published_at and stored.published_at <= timezone.now():
        lost = [address for address in addresses_of(stored) if address not in today]
        keep([OldAddress(path=path, label=page.label, object_id=page.pk) for path in lost])
    if page.is_published:
        OldAddress.objects.filter(path__in=today).delete()


def keep(rows):
    """Store old addresses; one that is known already leads to the new place."""
    OldAddress.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=["label", "object_id", "target"],
    )
