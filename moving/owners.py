"""Whose what comes from elsewhere will be."""

from django.core.management.base import CommandError

from core.speaking import gettext as _
from partnership.models import Partnership


def owner_named(slug):
    """The partnership with this address, without one this site's own; None when it has none."""
    if not slug:
        return Partnership.objects.filter(is_host=True).first()
    found = Partnership.objects.with_slug(slug).first()
    if found is None:
        raise CommandError(_("There is no partnership “%(name)s”.") % {"name": slug})
    return found
