"""Names of bodies and records that mean the same in every file that leaves."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from partnership.models import Partnership
from projects.partners import shown_name


def own_id(kind, key):
    """An identifier that only this site gives, such as `example.lv-fund-elfla`."""
    return f"{urlsplit(settings.SITE_URL).hostname}-{kind}-{key}"


def organisation_id(organisation):
    """`LV-RE-40008…` for a body in Latvia's Register of Enterprises, else one of our own.

    LV-RE is the prefix that org-id.guide gives that register. The number of a natural person
    is personal data and leaves in no form.
    """
    number = re.sub(r"\D", "", organisation.registration_number)
    if number and organisation.country == "LV" and not organisation.is_natural_person:
        return f"LV-RE-{number}"
    return own_id("organisation", organisation.pk)


def publisher():
    """(identifier, name) of whoever answers for this site's data."""
    host = Partnership.objects.host()
    if host is None:
        site = urlsplit(settings.SITE_URL).hostname
        return site, site
    return organisation_id(host.organisation), host.organisation.name


def partner_name(participation):
    """The name that may leave; a person whose two years are over is just “natural person”."""
    return shown_name(participation) or _("natural person")


def beneficiary(project):
    """The participation of the lead partner, else of the first partner; None without any."""
    partners = [each for each in project.participations.all() if each.role != "supporter"]
    return project.lead or (partners[0] if partners else None)
